//! Hedges' g: the difference of two means in standard deviations, corrected for small samples.
//!
//! Hedges (1981, Journal of Educational Statistics 6:107-128): g = (mean x − mean y) / pooled standard deviation
//! × (1 − 3 / (4N − 9)), N sentences in all. From six articles that hold both sides on, its interval is the jackknife
//! over articles with Student's t, one degree of freedom less than the side with fewer articles has articles.
//! Below, sentences are taken as independent: standard error √(N / mn + g² / 2N) (Hedges & Olkin 1985).

use super::interval::{Interval, IntervalKind};
use super::sides::Sides;
use super::student::t_975;
use super::{NORMAL_975, count, jackknife, moments};

/// Hedges' g of two samples.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HedgesG {
    /// In standard deviations; positive when the first mean is higher.
    pub g: f64,
    /// Its 95% interval, made of the same as that of the difference; none below five sentences on a side.
    pub interval: Option<Interval>,
}

/// Hedges' g of `first` over `second`, article by article; none when a side has fewer than two values or nothing
/// varies.
///
/// ```
/// use slantwise::statistics::hedges_g;
///
/// // Means 4 and 2, both variances 2.5, N = 10: 2 / √2.5 × (1 − 3/31).
/// let found = hedges_g(&[vec![2., 3., 4., 5., 6.]], &[vec![0., 1., 2., 3., 4.]]).unwrap();
/// assert!((found.g - 1.142_500).abs() < 1e-6);
/// ```
#[must_use]
pub fn hedges_g(first: &[Vec<f64>], second: &[Vec<f64>]) -> Option<HedgesG> {
    let sides = Sides::of(first, second)?;
    let (x, y) = (sides.values(0), sides.values(1));
    // Squares are summed around a common centre, so that leaving out an article costs no precision.
    let centre = (moments(&x).0 + moments(&y).0) / 2.0;
    let [all_x, all_y] = [&x, &y].map(|values| Moments::of(values, centre));
    let g = g(all_x, all_y)?;
    let (m, n) = (count(x.len()), count(y.len()));
    let reach = match sides.kind() {
        IntervalKind::Articles => {
            let without = sides.articles.iter().map(|article| {
                let [a, b] = [0, 1].map(|side| Moments::of(&article[side], centre));
                self::g(all_x.without(a), all_y.without(b)).unwrap_or(g)
            });
            Some(t_975(sides.fewer_articles() - 1.0) * jackknife::error(g, without))
        }
        IntervalKind::Sentences => Some(NORMAL_975 * ((m + n) / (m * n) + g * g / (2.0 * (m + n))).sqrt()),
        _ => None,
    };
    Some(HedgesG { g, interval: reach.map(|reach| (g - reach, g + reach)) })
}

/// Number, sum and sum of squares, around a centre.
#[derive(Clone, Copy)]
struct Moments {
    n: f64,
    sum: f64,
    squares: f64,
}

impl Moments {
    fn of(values: &[f64], centre: f64) -> Self {
        let (sum, squares) = values.iter().fold((0.0, 0.0), |(sum, squares), value| {
            (sum + (value - centre), squares + (value - centre).powi(2))
        });
        Self { n: count(values.len()), sum, squares }
    }

    fn without(self, part: Self) -> Self {
        Self { n: self.n - part.n, sum: self.sum - part.sum, squares: self.squares - part.squares }
    }

    fn deviations(self) -> f64 {
        self.squares - self.sum * self.sum / self.n
    }
}

/// None for a side of fewer than two values, or where nothing varies.
fn g(x: Moments, y: Moments) -> Option<f64> {
    if x.n < 2.0 || y.n < 2.0 {
        return None;
    }
    let n = x.n + y.n;
    let pooled = ((x.deviations() + y.deviations()) / (n - 2.0)).max(0.0).sqrt();
    (pooled > 1e-9).then(|| (x.sum / x.n - y.sum / y.n) / pooled * (1.0 - 3.0 / (4.0 * n - 9.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_over_sentences_follows_its_formula() {
        // √(10/25 + 1.1425²/20) = 0.682104; × 1.959964 = 1.336899.
        let found = hedges_g(&[vec![2., 3., 4., 5., 6.]], &[vec![0., 1., 2., 3., 4.]]).unwrap();
        let (low, high) = found.interval.unwrap();
        assert!((low + 0.194_399).abs() < 1e-5 && (high - 2.479_399).abs() < 1e-5, "{low} {high}");
    }

    #[test]
    fn articles_of_like_sentences_widen_the_interval() {
        let x: Vec<Vec<f64>> = (0..8).map(|n| vec![f64::from(n * 3 % 8); 5]).collect();
        let y: Vec<Vec<f64>> = (0..8).map(|n| vec![f64::from(n * 5 % 8) + 1.0; 5]).collect();
        let width =
            |found: Option<HedgesG>| found.and_then(|found| found.interval).map(|(low, high)| high - low);
        let (over_articles, over_sentences) = (hedges_g(&x, &y), hedges_g(&[x.concat()], &[y.concat()]));
        assert_eq!(over_articles.map(|found| found.g), over_sentences.map(|found| found.g));
        assert!(width(over_articles) > width(over_sentences));
    }

    #[test]
    fn what_does_not_vary_has_no_g() {
        assert_eq!(hedges_g(&[vec![1.0, 1.0]], &[vec![2.0, 2.0]]), None);
        assert_eq!(hedges_g(&[vec![1.0]], &[vec![2.0, 3.0]]), None);
    }
}
