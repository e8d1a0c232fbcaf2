//! The difference of two means with its interval.
//!
//! Each sentence counts once, so that the difference is that of the two means as printed. From six articles that
//! hold both sides on: the jackknife over articles, an article leaving with both its sides, so that what it does
//! to both cancels; Student's t with one degree of freedom less than the side with fewer articles has articles.
//! Below: Welch (1947, Biometrika 34:28-35) over sentences.

use super::interval::{Interval, IntervalKind};
use super::jackknife::{self, Part};
use super::sides::Sides;
use super::student::around;
use super::{count, moments};

/// How far the mean of one sample lies above that of another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MeanDifference {
    /// First mean minus second mean, in the unit of the values (tone and compound: −2 to 2).
    pub difference: f64,
    /// Its 95% interval, where the values carry one. It knows no ends of the scale.
    pub interval: Option<Interval>,
    /// What the interval is made of, or why there is none.
    pub kind: IntervalKind,
}

impl MeanDifference {
    /// Whether the interval lies wholly on one side of zero.
    #[must_use]
    pub fn is_clear(&self) -> bool {
        self.interval.is_some_and(|(low, high)| low > 0.0 || high < 0.0)
    }
}

/// The mean of `first` minus the mean of `second`; none when either is empty.
///
/// Article `i` of `first` and article `i` of `second` must be the same article (empty where a side is silent).
///
/// ```
/// use slantwise::statistics::mean_difference;
///
/// let council = [vec![0.4, 0.6, 0.5], vec![0.7, 0.3]];
/// let opposition = [vec![-0.2, -0.4], vec![-0.6, 0.0, -0.3]];
/// let found = mean_difference(&council, &opposition).unwrap();
/// assert!((found.difference - 0.8).abs() < 1e-12);
/// assert!(found.is_clear());
/// ```
#[must_use]
pub fn mean_difference(first: &[Vec<f64>], second: &[Vec<f64>]) -> Option<MeanDifference> {
    let sides = Sides::of(first, second)?;
    let (x, y) = (sides.values(0), sides.values(1));
    let ((mean_x, squares_x), (mean_y, squares_y)) = (moments(&x), moments(&y));
    let difference = mean_x - mean_y;
    let (interval, kind) = match sides.kind() {
        IntervalKind::Articles => {
            let freedom = sides.fewer_articles() - 1.0;
            around(difference, over_articles(&sides, difference), freedom, IntervalKind::Articles)
        }
        IntervalKind::Sentences => {
            let (error, freedom) = over_sentences((squares_x, squares_y), (count(x.len()), count(y.len())));
            around(difference, error, freedom, IntervalKind::Sentences)
        }
        none => (None, none),
    };
    Some(MeanDifference { difference, interval, kind })
}

fn over_articles(sides: &Sides, difference: f64) -> f64 {
    let parts = |side: usize| -> Vec<Part> {
        sides.articles.iter().map(|article| Part::of(&article[side])).collect()
    };
    let (a, b) = (parts(0), parts(1));
    let (all_a, all_b) = (Part::total(&a), Part::total(&b));
    let without = a.iter().zip(&b).map(|(a, b)| all_a.without(*a).ratio() - all_b.without(*b).ratio());
    jackknife::error(difference, without)
}

/// Standard error and degrees of freedom by Welch.
fn over_sentences(squares: (f64, f64), n: (f64, f64)) -> (f64, f64) {
    let (x, y) = (squares.0 / (n.0 - 1.0) / n.0, squares.1 / (n.1 - 1.0) / n.1);
    let freedom = (x + y).powi(2) / (x.powi(2) / (n.0 - 1.0) + y.powi(2) / (n.1 - 1.0));
    ((x + y).sqrt(), freedom)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn over_sentences_it_is_welchs_interval() {
        // Two sets of ten, 0 to 9 and 2 to 11: difference −2, error 1.354006, t(0.975, 18) = 2.100922.
        let x = [(0..10).map(f64::from).collect()];
        let y = [(2..12).map(f64::from).collect()];
        let found = mean_difference(&x, &y).unwrap();
        let (low, high) = found.interval.unwrap();
        assert!((found.difference + 2.0).abs() < 1e-12);
        assert!((low + 4.844_662).abs() < 1e-5 && (high - 0.844_662).abs() < 1e-5, "{low} {high}");
        assert!(!found.is_clear());
    }

    #[test]
    fn pairs_of_one_sentence_have_students_paired_interval() {
        // Differences 1 to 6: mean 3.5, error 0.763763, t(0.975, 5) = 2.570582.
        let first: Vec<Vec<f64>> = (0..6).map(|n| vec![f64::from(n * n + n + 1)]).collect();
        let second: Vec<Vec<f64>> = (0..6).map(|n| vec![f64::from(n * n)]).collect();
        let found = mean_difference(&first, &second).unwrap();
        let (low, high) = found.interval.unwrap();
        assert!((low - 1.536_686).abs() < 1e-5 && (high - 5.463_314).abs() < 1e-5, "{low} {high}");
        assert_eq!(found.kind, IntervalKind::Articles);
    }

    #[test]
    fn four_against_many_have_no_interval() {
        let found = mean_difference(&[vec![0.1; 4]], &[vec![0.2, 0.3, 0.4, 0.5, 0.6]]);
        assert_eq!(found.map(|found| (found.interval, found.kind)), Some((None, IntervalKind::TooFew)));
    }

    #[test]
    fn what_an_article_does_to_both_sides_cancels() {
        let sample = |by: f64| -> Vec<Vec<f64>> {
            (0..12)
                .map(|n| [0.0, 0.01 * by * f64::from(n % 3)].map(|v| v + f64::from(n) + by).to_vec())
                .collect()
        };
        let found = mean_difference(&sample(0.5), &sample(0.0)).unwrap();
        let (low, high) = found.interval.unwrap();
        assert!(found.is_clear() && high - low < 0.01, "{low} {high}");
    }
}
