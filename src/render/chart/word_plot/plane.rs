//! Where a rate lies on the two axes, which share one logarithmic scale.

use super::Point;
use crate::render::chart::page;

/// Edges of the plane, in units from the left of the page and from the top of the picture.
pub(super) const RIGHT: f64 = page::RIGHT;
pub(super) const TOP: f64 = 66.0;
pub(super) const BOTTOM: f64 = 866.0;
/// Outer edge of the band for what the first side never says.
pub(super) const BAND_LEFT: f64 = 122.0;
/// How wide that band is, for words one beside the other.
const NARROW: f64 = 310.0;
const WIDE: f64 = 420.0;
/// The most that the band for what the second side never says may take.
const DEEP: f64 = 270.0;

/// The logarithms of the least and the greatest rate, and how far the bands reach.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plane {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) left: f64,
    pub(super) band_bottom: f64,
}

impl Plane {
    /// From the word said least to the word said most often, with some air.
    pub(super) fn of(points: &[Point]) -> Self {
        let rates = || points.iter().flat_map(|point| point.rates).filter(|rate| *rate > 0.0);
        let least = rates().reduce(f64::min).unwrap_or(1.0);
        let most = rates().reduce(f64::max).unwrap_or(1.0).max(least * 2.0);
        let beside = |n: usize| points.iter().filter(|point| point.n == [0, n]).count();
        let crowd = points.iter().map(|point| beside(point.n[1])).max().unwrap_or(0);
        let left = BAND_LEFT
            + match crowd {
                0 => 0.0,
                1..=3 => NARROW,
                _ => WIDE,
            };
        let low = (least * 0.8).ln();
        Self { low, high: (most * 1.25).ln(), left, band_bottom: BOTTOM + DEEP }
    }

    pub(super) fn has_left_band(self) -> bool {
        self.left > BAND_LEFT
    }

    /// With the names of the axes.
    pub(super) fn height(self) -> f64 {
        self.band_bottom + 90.0
    }

    fn part(self, rate: f64) -> f64 {
        ((rate.ln() - self.low) / (self.high - self.low)).clamp(0.0, 1.0)
    }

    pub(super) fn x(self, rate: f64) -> f64 {
        self.left + self.part(rate) * (RIGHT - self.left)
    }

    pub(super) fn y(self, rate: f64) -> f64 {
        BOTTOM - self.part(rate) * (BOTTOM - TOP)
    }

    /// 1, 2 and 5 of each power of ten within the plane.
    pub(super) fn ticks(self) -> Vec<(f64, String)> {
        let powers = (-3..=3).flat_map(|power| [1.0, 2.0, 5.0].map(|digit| digit * 10_f64.powi(power)));
        let within = powers.filter(|rate| rate.ln() >= self.low && rate.ln() <= self.high);
        within.map(|rate| (rate, label(rate))).collect()
    }
}

fn label(rate: f64) -> String {
    let digits = format!("{rate:.3}");
    digits.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_lie_inside_and_ticks_are_round() {
        let point =
            |rates| Point { word: String::new(), n: [1, 1], rates, z: 0.0, marked: None, places: Vec::new() };
        let plane = Plane::of(&[point([0.5, 0.0]), point([20.0, 4.0])]);
        let labels: Vec<String> = plane.ticks().into_iter().map(|(_, label)| label).collect();
        assert_eq!(labels, ["0.5", "1", "2", "5", "10", "20"]);
        assert!(
            plane.x(0.5) > plane.left
                && plane.x(20.0) < RIGHT
                && plane.y(20.0) > TOP
                && plane.y(0.5) < BOTTOM
        );
    }
}
