//! Dots that lie where their value is and step aside for one another (a beeswarm).

/// Where the dots of one row go: x as given, y above and below the middle of the row, none overlapping.
///
/// Each dot takes the free place nearest to the middle; the order is that of the values, so the picture is always
/// the same.
pub(super) fn offsets(sorted: &[f64], diameter: f64) -> Vec<f64> {
    let mut placed: Vec<(f64, f64)> = Vec::with_capacity(sorted.len());
    for x in sorted {
        let near = placed.iter().rev().take_while(|(other, _)| x - other < diameter);
        let neighbours: Vec<(f64, f64)> = near.copied().collect();
        let free = |y: &f64| {
            neighbours
                .iter()
                .all(|(other, there)| apart(x - other, y - there) >= diameter - 0.01)
        };
        let y = steps(diameter / 4.0).find(free).unwrap_or(0.0);
        placed.push((*x, y));
    }
    placed.into_iter().map(|(_, y)| y).collect()
}

fn apart(dx: f64, dy: f64) -> f64 {
    dx.hypot(dy)
}

/// 0, one step up, one down, two up, and so on.
fn steps(step: f64) -> impl Iterator<Item = f64> {
    (0..100_000_u32).map(move |n| {
        let distance = f64::from(n.div_ceil(2)) * step;
        if n % 2 == 1 { -distance } else { distance }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_do_not_overlap_and_stay_near_the_middle() {
        let values = [0.0, 0.0, 0.0, 3.0, 4.0, 40.0];
        let places = offsets(&values, 10.0);
        assert_eq!(places[..3], [0.0, -10.0, 10.0]);
        assert_eq!(places[5], 0.0);
        for a in 0..values.len() {
            for b in 0..a {
                assert!(apart(values[a] - values[b], places[a] - places[b]) >= 9.9);
            }
        }
    }
}
