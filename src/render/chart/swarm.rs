//! Dots that lie where their value is and step aside for one another (a beeswarm).

/// How far a dot stands from its value and from the middle of its row.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Aside {
    /// Sideways, in whole diameters; 0 unless the column over the value is full.
    pub(super) columns: i32,
    /// Downwards, in the unit of the places.
    pub(super) down: f64,
}

/// Where the dots of one row go, none overlapping; none when they do not fit.
///
/// Each dot takes the free place over its value that is nearest to the middle and no further from it than `room`,
/// or a place in the nearest column, up to `most` columns aside. Places are worked through in order, so the picture
/// is always the same.
pub(super) fn asides(sorted: &[f64], diameter: f64, room: f64, most: i32) -> Option<Vec<Aside>> {
    // Value, and where the dot went.
    let mut placed: Vec<(f64, (f64, f64))> = Vec::with_capacity(sorted.len());
    let mut asides = Vec::with_capacity(sorted.len());
    for x in sorted {
        let near =
            placed.iter().rev().take_while(|(value, _)| x - value < f64::from(2 * most + 1) * diameter);
        let neighbours: Vec<(f64, f64)> = near.map(|(_, place)| *place).collect();
        let aside = alternating(most).find_map(|columns| {
            let x = x + f64::from(columns) * diameter;
            let free =
                |down: &f64| neighbours.iter().all(|(dx, dy)| apart(x - dx, down - dy) >= diameter - 0.01);
            let step = diameter / 4.0;
            alternating(i32::MAX)
                .map(|n| f64::from(n) * step)
                .take_while(|down| down.abs() <= room)
                .find(free)
                .map(|down| Aside { columns, down })
        })?;
        placed.push((*x, (x + f64::from(aside.columns) * diameter, aside.down)));
        asides.push(aside);
    }
    Some(asides)
}

fn apart(dx: f64, dy: f64) -> f64 {
    dx.hypot(dy)
}

/// 0, −1, 1, −2, 2, and so on to `most`.
fn alternating(most: i32) -> impl Iterator<Item = i32> {
    std::iter::once(0).chain((1..=most).flat_map(|n| [-n, n]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_do_not_overlap_and_stay_near_the_middle() {
        let values = [0.0, 0.0, 0.0, 3.0, 4.0, 40.0];
        let places = asides(&values, 10.0, 100.0, 0).unwrap();
        assert_eq!(places[..3].iter().map(|place| place.down).collect::<Vec<_>>(), [0.0, -10.0, 10.0]);
        assert_eq!(places[5], Aside::default());
        for a in 0..values.len() {
            for b in 0..a {
                assert!(apart(values[a] - values[b], places[a].down - places[b].down) >= 9.9);
            }
        }
    }

    #[test]
    fn a_full_column_spreads_to_its_neighbours_and_then_gives_up() {
        let same = [5.0; 9];
        let columns = |n| asides(&same[..n], 10.0, 10.0, 1).map(|places| places[n - 1].columns);
        assert_eq!([columns(3), columns(4), columns(7)], [Some(0), Some(-1), Some(1)]);
        assert_eq!(asides(&[5.0; 10], 10.0, 10.0, 1), None);
    }
}
