//! Labels that never overlap: one word after the other takes the nearest free place, or none.
//!
//! The most distinctive words choose first, so what finds no room is what says least.

use super::plane::{self, Plane};
use super::{Point, Type};
use crate::render::chart::canvas::INK;

pub(super) const SMALL_DOT: f64 = 5.0;
/// What stands beside the upper end of the diagonal.
pub(super) const DIAGONAL: &str = "said equally often";

/// Height of a label above and below its baseline.
const ABOVE: f64 = 22.0;
const BELOW: f64 = 8.0;
const LINE: f64 = ABOVE + BELOW;
/// From the middle of a dot to its label.
const BESIDE: f64 = 15.0;
/// How far a label may go from its dot.
const RINGS: [f64; 4] = [42.0, 70.0, 98.0, 126.0];

/// So many directions are tried on each ring.
const HOURS: u8 = 24;

/// A word with a place for its dot and for the start of its baseline.
#[derive(Clone, Debug)]
pub(super) struct Placed<'a> {
    pub(super) point: &'a Point,
    pub(super) dot: (f64, f64),
    pub(super) text: (f64, f64),
    /// Whether a line leads from the dot to the label.
    pub(super) has_leader: bool,
}

/// Left, top, right, bottom.
#[derive(Clone, Copy, Debug)]
pub(super) struct Area(pub(super) [f64; 4]);

impl Placed<'_> {
    pub(super) fn kind(&self) -> Type {
        Type { bold: self.point.marked.is_some(), colour: INK, ..Type::SMALL }
    }

    pub(super) fn label(&self) -> Area {
        let (x, y) = self.text;
        Area([x - 4.0, y - ABOVE, x + self.kind().width(&self.point.word) + 4.0, y + BELOW])
    }

    /// A line from the dot to the nearest edge of the label.
    pub(super) fn leader(&self) -> Option<((f64, f64), (f64, f64))> {
        let [left, top, right, bottom] = self.label().0;
        let end = (self.dot.0.clamp(left, right), self.dot.1.clamp(top, bottom));
        self.has_leader.then_some((self.dot, end))
    }

    /// The leader as a row of spots, beyond the dot.
    fn way(&self) -> Vec<Area> {
        let Some((from, to)) = self.leader() else { return Vec::new() };
        let spot = |step: u8| {
            let part = f64::from(step) / 16.0;
            let (x, y) = (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part);
            Area([x - 4.0, y - 4.0, x + 4.0, y + 4.0])
        };
        let beyond = |spot: &Area| !spot.meets(self.mark());
        (1..16).map(spot).filter(beyond).collect()
    }

    fn mark(&self) -> Area {
        let reach = if self.point.marked.is_some() { 10.0 } else { SMALL_DOT + 1.0 };
        Area([self.dot.0 - reach, self.dot.1 - reach, self.dot.0 + reach, self.dot.1 + reach])
    }
}

impl Area {
    fn meets(self, other: Self) -> bool {
        let ([left, top, right, bottom], [l, t, r, b]) = (self.0, other.0);
        left < r && l < right && top < b && t < bottom
    }

    fn lies_in(self, other: Self) -> bool {
        let ([left, top, right, bottom], [l, t, r, b]) = (self.0, other.0);
        left >= l && top >= t && right <= r && bottom <= b
    }
}

/// The words that find room.
pub(super) fn place<'a>(points: &'a [Point], plane: &Plane) -> Vec<Placed<'a>> {
    let mut placed: Vec<Placed> = Vec::new();
    let mut taken: Vec<Area> = reserved(*plane);
    for point in points {
        let (area, places) = candidates(point, *plane);
        let found = places
            .into_iter()
            .find(|candidate| candidate.label().lies_in(area) && is_free(candidate, &placed, &taken));
        if let Some(found) = found {
            taken.extend(found.way());
            taken.extend([found.label(), found.mark()]);
            placed.push(found);
        }
    }
    placed
}

pub(super) fn in_plane(point: &Point) -> bool {
    point.n[0] > 0 && point.n[1] > 0
}

/// Whether label, dot and leader meet nothing that is there. Words said as often as each other share one dot.
fn is_free(candidate: &Placed, placed: &[Placed], taken: &[Area]) -> bool {
    let (label, mark) = (candidate.label(), candidate.mark());
    let others = || placed.iter().filter(|other| other.dot != candidate.dot);
    taken.iter().all(|other| !other.meets(label))
        && others().all(|other| !other.label().meets(mark))
        && others().all(|other| other.way().iter().all(|spot| !spot.meets(mark)))
        && (in_plane(candidate.point) || others().all(|other| !other.mark().meets(mark)))
        && candidate.way().iter().all(|spot| taken.iter().all(|other| !other.meets(*spot)))
}

/// Where the lower band ends: below the last word that stands in it, at the plane where none does.
pub(super) fn lowest(placed: &[Placed], plane: &Plane) -> f64 {
    let words = placed.iter().filter(|word| word.point.n[1] == 0);
    let lowest = words.map(|word| word.text.1 + BELOW + 44.0).reduce(f64::max);
    lowest.map_or(plane::BOTTOM, |lowest| lowest.min(plane.band_bottom))
}

/// What is written on the ground.
fn reserved(plane: Plane) -> Vec<Area> {
    let width = Type::SMALL.width(DIAGONAL);
    let diagonal = plane::RIGHT - 74.0;
    vec![
        Area([diagonal - width - 8.0, plane::TOP, diagonal + 8.0, plane::TOP + 40.0]),
        Area([plane::BAND_LEFT, plane::TOP, plane.left, plane::TOP + 40.0]),
        Area([plane::RIGHT - 520.0, plane.band_bottom - 40.0, plane::RIGHT, plane.band_bottom]),
    ]
}

/// Where a word may go, the best first, and the area it must not leave.
fn candidates(point: &Point, plane: Plane) -> (Area, Vec<Placed<'_>>) {
    let (x, y) = (plane.x(point.rates[0]), plane.y(point.rates[1]));
    let new = |dot: (f64, f64), text: (f64, f64), has_leader| Placed { point, dot, text, has_leader };
    let width = new((0.0, 0.0), (0.0, 0.0), false).kind().width(&point.word);
    let right = |dot: (f64, f64)| new(dot, (dot.0 + BESIDE, dot.1 + 8.0), false);
    let left = |dot: (f64, f64)| new(dot, (dot.0 - BESIDE - width, dot.1 + 8.0), false);
    match point.n {
        [_, 0] => {
            let area = Area([plane.left, plane::BOTTOM + 10.0, plane::RIGHT, plane.band_bottom - 2.0]);
            let rows = (0..9).map(|row| plane::BOTTOM + 8.0 + LINE * (f64::from(row) + 0.6));
            let places = [0.0, -20.0, 20.0, -40.0, 40.0].into_iter().flat_map(|shift| {
                rows.clone().flat_map(move |row| [right((x + shift, row)), left((x + shift, row))])
            });
            (area, places.collect())
        }
        [0, _] => {
            let area = Area([plane::BAND_LEFT, plane::TOP, plane.left - 10.0, plane::BOTTOM]);
            let columns = (0..37).map(|column| plane::BAND_LEFT + 16.0 + 10.0 * f64::from(column));
            let places = [0.0, -15.0, 15.0, -30.0, 30.0, -45.0, 45.0]
                .into_iter()
                .flat_map(|shift| columns.clone().map(move |column| right((column, y + shift))));
            (area, places.collect())
        }
        _ => {
            let area = Area([plane.left, plane::TOP, plane::RIGHT, plane::BOTTOM]);
            let beside = [right((x, y)), left((x, y))];
            let over = [-18.0, LINE + 6.0].map(|down| new((x, y), (x - width / 2.0, y + down), false));
            let around = RINGS.into_iter().flat_map(|ring| {
                (0..HOURS).map(move |hour| {
                    let angle = f64::from(hour) * std::f64::consts::TAU / f64::from(HOURS);
                    let middle = (x + ring * 1.4 * angle.cos(), y + ring * angle.sin());
                    new((x, y), (middle.0 - width / 2.0, middle.1 + 8.0), true)
                })
            });
            (area, beside.into_iter().chain(over).chain(around).collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_never_overlap_and_the_most_distinctive_come_first() {
        let point = |n: usize| {
            let counts = [(n % 4), (n / 4) % 3];
            let rates = counts.map(|count| count as f64);
            Point {
                word: format!("distinctive{n}"),
                n: counts,
                rates,
                z: 3.0,
                marked: (n < 20).then_some(n % 2),
                places: Vec::new(),
            }
        };
        let points: Vec<Point> = (0..200).filter(|n| n % 12 != 0).map(point).collect();
        let placed = place(&points, &Plane::of(&points));
        assert!(placed.len() > 40 && placed.len() < points.len(), "{}", placed.len());
        assert_eq!(placed[0].point, &points[0]);
        for (n, one) in placed.iter().enumerate() {
            assert!(placed[..n].iter().all(|other| !other.label().meets(one.label())), "{one:?}");
            assert!(placed.iter().all(|other| other.dot == one.dot || !other.mark().meets(one.label())));
        }
    }
}
