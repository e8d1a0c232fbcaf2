//! Cliff's delta: how often a value of one sample exceeds one of the other, minus how often it falls short.
//!
//! Cliff (1993, Psychological Bulletin 114:494-509); interval of Feng & Cliff (2004, Journal of Modern Applied
//! Statistical Methods 3:322-332); words for its size by Romano et al. (2006). It uses ranks only, so it is the same
//! for any scale of sentiment that keeps the order.
//!
//! From six articles that hold both sides on, the variance in that interval is the jackknife over articles, and
//! Student's t has one degree of freedom less than the side with fewer articles has articles. Below, it is Feng &
//! Cliff's variance of independent values, with m + n − 2 degrees of freedom. Beyond ±0.9 both are too narrow.

use super::interval::{Interval, IntervalKind};
use super::sides::Sides;
use super::student::t_975;
use super::{count, jackknife};

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
    /// Its 95% interval, made of the same as that of the difference; none below five sentences on a side.
    pub interval: Option<Interval>,
    /// A word for its size.
    pub magnitude: Magnitude,
}

/// Cliff's delta of `first` over `second`, article by article; none when either has no value. Time grows as n log n.
///
/// ```
/// use slantwise::statistics::{Magnitude, cliffs_delta};
///
/// // The example of R's effsize: −0.25, interval −0.7265846 to 0.3890062.
/// let x = [vec![10., 10., 20., 20., 20., 30., 30., 30., 40., 50.]];
/// let y = [vec![10., 20., 30., 40., 40., 50.]];
/// let found = cliffs_delta(&x, &y).unwrap();
/// assert!((found.delta + 0.25).abs() < 1e-12);
/// assert_eq!(found.magnitude, Magnitude::Small);
/// ```
#[must_use]
pub fn cliffs_delta(first: &[Vec<f64>], second: &[Vec<f64>]) -> Option<CliffsDelta> {
    let sides = Sides::of(first, second)?;
    let (x, y) = (sorted(&sides.values(0)), sorted(&sides.values(1)));
    let (m, n) = (count(x.len()), count(y.len()));
    let delta = dominance(&x, &y).iter().sum::<f64>() / m / n;
    let interval = match sides.kind() {
        IntervalKind::Articles => {
            let n_articles = sides.fewer_articles();
            let least = least_variance(delta, m * n);
            let variance = jackknife::error(delta, without_each(&sides, &x, &y)).powi(2).max(least);
            Some(interval(delta, variance, t_975(n_articles - 1.0), n_articles))
        }
        IntervalKind::Sentences => {
            Some(interval(delta, variance(delta, &x, &y), t_975(m + n - 2.0), m.min(n)))
        }
        _ => None,
    };
    Some(CliffsDelta { delta, interval, magnitude: Magnitude::of(delta) })
}

fn sorted(values: &[f64]) -> Vec<f64> {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    values
}

/// For each of `values`, how many of the sorted others lie below it, less how many lie above.
fn dominance(values: &[f64], others: &[f64]) -> Vec<f64> {
    let row = |value: &f64| {
        let below = others.partition_point(|other| other < value);
        let up_to = others.partition_point(|other| other <= value);
        count(below) - count(others.len() - up_to)
    };
    values.iter().map(row).collect()
}

/// Delta with each article left out in turn.
fn without_each(sides: &Sides, x: &[f64], y: &[f64]) -> impl ExactSizeIterator<Item = f64> {
    let sum = |values: &[f64], others: &[f64]| dominance(values, others).iter().sum::<f64>();
    let all = sum(x, y);
    sides.articles.iter().map(move |[a, b]| {
        // The pairs of this article's first side, of its second, and those of both, which would go twice.
        let gone = sum(a, y) - sum(b, x) - sum(a, &sorted(b));
        (all - gone) / (count(x.len() - a.len()) * count(y.len() - b.len()))
    })
}

/// Feng & Cliff (2004), equation 5.
fn variance(delta: f64, x: &[f64], y: &[f64]) -> f64 {
    let (m, n) = (count(x.len()), count(y.len()));
    let spread = |means: &[f64], of: f64, centre: f64| {
        means.iter().map(|sum| (sum / of - centre).powi(2)).sum::<f64>()
    };
    let (rows, columns) = (spread(&dominance(x, y), n, delta), spread(&dominance(y, x), m, -delta));
    let tied =
        |value: &f64| y.partition_point(|other| other <= value) - y.partition_point(|other| other < value);
    let ties = count(x.iter().map(tied).sum());
    // The sum over all pairs of (d − delta)², where d² is 1 but for ties.
    let pairs = m * n * (1.0 - delta * delta) - ties;
    let variance = (n * n * rows + m * m * columns - pairs) / (m * n * (m - 1.0) * (n - 1.0));
    variance.max(least_variance(delta, m * n))
}

/// An estimate can fall below what any two samples can have: the least value by Cliff (1996, page 138).
fn least_variance(delta: f64, n_pairs: f64) -> f64 {
    (1.0 - delta * delta) / (n_pairs - 1.0)
}

/// Feng & Cliff (2004), equations 7 and 8; `n` is the size of the smaller sample.
fn interval(delta: f64, variance: f64, t: f64, n: f64) -> Interval {
    let room = 1.0 - delta * delta;
    if room <= f64::EPSILON {
        let bound = (n - t * t) / (n + t * t);
        return if delta > 0.0 { (bound, 1.0) } else { (-1.0, -bound) };
    }
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
        let found = cliffs_delta(&[x.to_vec()], &[y.to_vec()]).unwrap();
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
        let x = vec![10., 20., 20., 20., 30., 30., 30., 40., 50., 100.];
        let found = cliffs_delta(&[x], &[Y.to_vec()]).unwrap();
        assert!((found.delta + 0.066_666).abs() < 1e-5);
        assert_eq!(found.magnitude, Magnitude::Negligible);
    }

    #[test]
    fn turning_the_samples_turns_the_sign() {
        let x: Vec<Vec<f64>> = (0..7).map(|n| vec![f64::from(n * 3 % 7), f64::from(n * 5 % 7)]).collect();
        let y: Vec<Vec<f64>> = (0..7).map(|n| vec![f64::from(n * 2 % 7) + 0.5]).collect();
        let (a, b) = (cliffs_delta(&x, &y).unwrap(), cliffs_delta(&y, &x).unwrap());
        assert_eq!(a.delta, -b.delta);
        let ((low, high), (other_low, other_high)) = (a.interval.unwrap(), b.interval.unwrap());
        assert!((low + other_high).abs() < 1e-12 && (high + other_low).abs() < 1e-12);
    }

    #[test]
    fn leaving_out_an_article_is_computing_without_it() {
        let x: Vec<Vec<f64>> = (0..7).map(|n| vec![f64::from(n * 3 % 7), f64::from(n * 5 % 7)]).collect();
        let y: Vec<Vec<f64>> = (0..7).map(|n| vec![f64::from(n * 2 % 7); 3]).collect();
        let sides = Sides::of(&x, &y).unwrap();
        let (all_x, all_y) = (sorted(&x.concat()), sorted(&y.concat()));
        let all = without_each(&sides, &all_x, &all_y);
        for (place, found) in all.enumerate() {
            let rest = |sample: &[Vec<f64>]| [&sample[..place], &sample[place + 1..]].concat();
            assert!((found - cliffs_delta(&rest(&x), &rest(&y)).unwrap().delta).abs() < 1e-12);
        }
    }

    #[test]
    fn samples_wholly_apart_still_have_an_interval() {
        // t(0.975, 8) = 2.306004; (5 − 5.317655) / (5 + 5.317655).
        check(&[6., 7., 8., 9., 10.], &[1., 2., 3., 4., 5.], 1.0, Some((-0.030_787_53, 1.0)));
        // Over eight articles t(0.975, 7) = 2.364624; (8 − 5.591447) / (8 + 5.591447).
        let found = cliffs_delta(&vec![vec![2.0, 3.0]; 8], &vec![vec![0.0, 1.0]; 8]).unwrap();
        let (low, high) = found.interval.unwrap();
        assert!((low - 0.177_211).abs() < 1e-5 && high == 1.0, "{low} {high}");
    }

    #[test]
    fn few_values_have_no_interval_and_none_no_delta() {
        check(&[1., 2., 3., 4.], &[5., 6., 7., 8., 9.], -1.0, None);
        assert_eq!(cliffs_delta(&[], &[vec![1.0]]), None);
        assert_eq!(cliffs_delta(&[vec![f64::NAN]], &[vec![1.0]]), None);
    }

    #[test]
    fn all_ties_are_no_certainty() {
        for articles in [vec![vec![0.0; 8]], vec![vec![0.0; 2]; 8]] {
            let (low, high) = cliffs_delta(&articles, &articles).unwrap().interval.unwrap();
            assert!(low < -0.1 && high > 0.1, "{low} {high}");
        }
    }

    #[test]
    fn a_million_values_are_quick() {
        let sample = |by: f64| -> Vec<Vec<f64>> {
            (0..1000).map(|_| (0..1000).map(|n| f64::from(n) + by).collect()).collect()
        };
        let found = cliffs_delta(&sample(0.0), &sample(1.0)).unwrap();
        assert!((found.delta + 0.001_999).abs() < 1e-6, "{found:?}");
    }
}
