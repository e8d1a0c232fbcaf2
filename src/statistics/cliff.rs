//! Cliff's delta: how often a value of one sample exceeds one of the other, minus how often it falls short.
//!
//! Cliff (1993, Psychological Bulletin 114:494-509); interval of Feng & Cliff (2004, Journal of Modern Applied
//! Statistical Methods 3:322-332) with Student's t on m + n − 2 degrees of freedom; words for its size by Romano
//! et al. (2006). It uses ranks only, so it is the same for any scale of sentiment that keeps the order.

use super::bootstrap::Interval;
use super::count;
use super::student::t_975;

/// Words for the size of an effect (Romano et al. 2006).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Magnitude {
    /// Below 0.147.
    Negligible,
    /// From 0.147.
    Small,
    /// From 0.33.
    Medium,
    /// From 0.474.
    Large,
}

impl Magnitude {
    /// The word that tables print.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Negligible => "negligible",
            Self::Small => "small",
            Self::Medium => "medium",
            Self::Large => "large",
        }
    }

    fn of(delta: f64) -> Self {
        match delta.abs() {
            size if size < 0.147 => Self::Negligible,
            size if size < 0.33 => Self::Small,
            size if size < 0.474 => Self::Medium,
            _ => Self::Large,
        }
    }
}

/// Cliff's delta of two samples.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CliffsDelta {
    /// −1 (all of the first lie below) to 1 (all lie above); 0 when neither tends to be higher.
    pub delta: f64,
    /// Its 95% interval; none when a sample has fewer than two values. Takes values as independent.
    pub interval: Option<Interval>,
    /// A word for its size.
    pub magnitude: Magnitude,
}

/// Cliff's delta of `x` over `y`; none when either has no finite value. Time grows as n log n.
///
/// ```
/// use slantwise::statistics::{Magnitude, cliffs_delta};
///
/// // The example of R's effsize: −0.25, interval −0.7265846 to 0.3890062.
/// let x = [10., 10., 20., 20., 20., 30., 30., 30., 40., 50.];
/// let y = [10., 20., 30., 40., 40., 50.];
/// let found = cliffs_delta(&x, &y).unwrap();
/// assert!((found.delta + 0.25).abs() < 1e-12);
/// assert_eq!(found.magnitude, Magnitude::Small);
/// ```
#[must_use]
pub fn cliffs_delta(x: &[f64], y: &[f64]) -> Option<CliffsDelta> {
    let (x, y) = (sorted(x), sorted(y));
    if x.is_empty() || y.is_empty() {
        return None;
    }
    let (rows, ties) = dominance(&x, &y);
    let delta = rows.iter().sum::<f64>() / count(x.len());
    let interval = (x.len() >= 2 && y.len() >= 2).then(|| {
        // The columns seen from y are the rows with the sign turned.
        let columns = dominance(&y, &x).0;
        let spread =
            |means: &[f64], centre: f64| means.iter().map(|mean| (mean - centre).powi(2)).sum::<f64>();
        interval(delta, (x.len(), y.len()), spread(&rows, delta), spread(&columns, -delta), ties)
    });
    Some(CliffsDelta { delta, interval, magnitude: Magnitude::of(delta) })
}

fn sorted(values: &[f64]) -> Vec<f64> {
    let mut values: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
    values.sort_by(f64::total_cmp);
    values
}

/// For each of `x`, the share of `y` below it minus the share above it; and how many pairs are tied.
fn dominance(x: &[f64], y: &[f64]) -> (Vec<f64>, f64) {
    let mut ties = 0.0;
    let row = |value: &f64| {
        let below = y.partition_point(|other| other < value);
        let up_to = y.partition_point(|other| other <= value);
        ties += count(up_to - below);
        (count(below) - count(y.len() - up_to)) / count(y.len())
    };
    (x.iter().map(row).collect(), ties)
}

/// Feng & Cliff (2004), equations 5 to 8.
fn interval(delta: f64, sizes: (usize, usize), rows: f64, columns: f64, ties: f64) -> Interval {
    let (m, n) = (count(sizes.0), count(sizes.1));
    let t = t_975(m + n - 2.0);
    let room = 1.0 - delta * delta;
    if room <= f64::EPSILON {
        let smaller = m.min(n);
        let bound = (smaller - t * t) / (smaller + t * t);
        return if delta > 0.0 { (bound, 1.0) } else { (-1.0, -bound) };
    }
    // The sum over all pairs of (d − delta)², where d² is 1 but for ties.
    let pairs = m * n * room - ties;
    let variance = (n * n * rows + m * m * columns - pairs) / (m * n * (m - 1.0) * (n - 1.0));
    // The estimate can fall below what any two samples can have: its least value by Cliff (1996, page 138).
    let variance = variance.max(room / (m * n - 1.0));
    let reach = t * variance.sqrt() * (room * room + t * t * variance).sqrt();
    let scale = room + t * t * variance;
    let end = |reach: f64| ((delta * room + reach) / scale).clamp(-1.0, 1.0);
    (end(-reach), end(reach))
}

#[cfg(test)]
mod tests {
    use super::*;

    const Y: [f64; 6] = [10., 20., 30., 40., 40., 50.];

    #[track_caller]
    fn check(x: &[f64], y: &[f64], delta: f64, ends: Option<Interval>) {
        let found = cliffs_delta(x, y).unwrap();
        assert!((found.delta - delta).abs() < 1e-5, "{found:?}");
        match (found.interval, ends) {
            (Some(found), Some(ends)) => {
                assert!((found.0 - ends.0).abs() < 1e-8 && (found.1 - ends.1).abs() < 1e-8, "{found:?}");
            }
            (found, ends) => assert_eq!(found, ends),
        }
    }

    #[test]
    fn the_examples_of_effsize_come_out() {
        let x = [10., 10., 20., 20., 20., 30., 30., 30., 40., 50.];
        check(&x, &Y, -0.25, Some((-0.726_584_59, 0.389_006_19)));
        let x = [10., 20., 20., 20., 30., 30., 30., 40., 50., 100.];
        let found = cliffs_delta(&x, &Y).unwrap();
        assert!((found.delta + 0.066_666).abs() < 1e-5);
        assert_eq!(found.magnitude, Magnitude::Negligible);
    }

    #[test]
    fn turning_the_samples_turns_the_sign() {
        let (a, b) = (cliffs_delta(&[1., 2., 5.], &Y).unwrap(), cliffs_delta(&Y, &[1., 2., 5.]).unwrap());
        assert_eq!(a.delta, -b.delta);
        let (low, high) = a.interval.unwrap();
        assert_eq!(b.interval, Some((-high, -low)));
    }

    #[test]
    fn samples_wholly_apart_still_have_an_interval() {
        // t(0.975, 8) = 2.306004; (5 − 5.317655) / (5 + 5.317655).
        check(&[6., 7., 8., 9., 10.], &[1., 2., 3., 4., 5.], 1.0, Some((-0.030_787_53, 1.0)));
    }

    #[test]
    fn samples_of_one_have_no_interval_and_none_no_delta() {
        check(&[1.0], &[2.0, 3.0], -1.0, None);
        assert_eq!(cliffs_delta(&[], &[1.0]), None);
        assert_eq!(cliffs_delta(&[f64::NAN], &[1.0]), None);
    }

    #[test]
    fn all_ties_are_no_certainty() {
        let (low, high) = cliffs_delta(&[0.0; 8], &[0.0; 8]).unwrap().interval.unwrap();
        assert!(low < -0.2 && high > 0.2, "{low} {high}");
    }

    #[test]
    fn a_million_values_are_quick() {
        let x: Vec<f64> = (0..1_000_000).map(|n| f64::from(n % 1000)).collect();
        let y: Vec<f64> = (0..1_000_000).map(|n| f64::from(n % 1000) + 1.0).collect();
        let found = cliffs_delta(&x, &y).unwrap();
        assert!((found.delta + 0.001_999).abs() < 1e-6, "{found:?}");
    }
}
