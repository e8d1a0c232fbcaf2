//! The difference of two means with a bootstrap interval.

use super::bootstrap::{self, Bootstrap, Interval, IntervalKind, MIN_ARTICLES, MIN_VALUES, Unit};
use super::{count, flat, moments};

/// How far the mean of one sample lies above that of another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MeanDifference {
    /// First mean minus second mean, in the unit of the values (tone and compound: −2 to 2).
    pub difference: f64,
    /// Its 95% interval, where the values carry one.
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
/// Article `i` of `first` and article `i` of `second` must be the same article (empty where a side is silent):
/// articles are drawn with both their sides. They are drawn when each side speaks in at least twenty articles,
/// otherwise the sentences of each side. The expanded percentile interval (Hesterberg 2015) is read with the
/// degrees of freedom of Welch (1947) for sentences, and of the side with fewer articles for articles.
///
/// ```
/// use slantwise::statistics::{Bootstrap, mean_difference};
///
/// let council = [vec![0.4, 0.6, 0.5], vec![0.7, 0.3]];
/// let opposition = [vec![-0.2, -0.4], vec![-0.6, 0.0, -0.3]];
/// let found = mean_difference(&council, &opposition, Bootstrap::default()).unwrap();
/// assert!((found.difference - 0.8).abs() < 1e-12);
/// assert!(found.is_clear());
/// ```
#[must_use]
pub fn mean_difference(
    first: &[Vec<f64>],
    second: &[Vec<f64>],
    bootstrap: Bootstrap,
) -> Option<MeanDifference> {
    let (x, y) = (flat(first), flat(second));
    if x.is_empty() || y.is_empty() {
        return None;
    }
    let ((mean_x, squares_x), (mean_y, squares_y)) = (moments(&x), moments(&y));
    let (interval, kind) = if x.len().min(y.len()) < MIN_VALUES {
        (None, IntervalKind::TooFew)
    } else if squares_x + squares_y <= f64::EPSILON {
        (None, IntervalKind::NoSpread)
    } else if voiced(first).min(voiced(second)) >= MIN_ARTICLES {
        (by_article(first, second, bootstrap), IntervalKind::Articles)
    } else {
        (by_sentence(&x, &y, (squares_x, squares_y), bootstrap), IntervalKind::Sentences)
    };
    Some(MeanDifference { difference: mean_x - mean_y, interval, kind })
}

/// In how many articles the side has a value.
fn voiced(articles: &[Vec<f64>]) -> usize {
    articles.iter().filter(|article| Unit::of(article).n > 0.0).count()
}

fn by_article(first: &[Vec<f64>], second: &[Vec<f64>], bootstrap: Bootstrap) -> Option<Interval> {
    let length = first.len().max(second.len());
    let unit = |sample: &[Vec<f64>], place: usize| {
        sample.get(place).map_or(Unit::default(), |values| Unit::of(values))
    };
    let units: Vec<[Unit; 2]> = (0..length)
        .map(|place| [unit(first, place), unit(second, place)])
        .filter(|[a, b]| a.n + b.n > 0.0)
        .collect();
    let units = bootstrap::joined(units);
    let n = count(voiced(first).min(voiced(second)));
    bootstrap::interval(bootstrap, (n / (n - 1.0)).sqrt(), n - 1.0, |random| {
        let [a, b] = bootstrap::drawn(&units, random);
        Some(a.mean()? - b.mean()?)
    })
}

fn by_sentence(x: &[f64], y: &[f64], squares: (f64, f64), bootstrap: Bootstrap) -> Option<Interval> {
    let (m, n) = (count(x.len()), count(y.len()));
    // Squared standard errors of both means, and what the bootstrap, which divides by n, sees of them.
    let (error_x, error_y) = (squares.0 / (m - 1.0) / m, squares.1 / (n - 1.0) / n);
    let error = error_x + error_y;
    let narrowness = (error / (squares.0 / (m * m) + squares.1 / (n * n))).sqrt();
    let freedom = error.powi(2) / (error_x.powi(2) / (m - 1.0) + error_y.powi(2) / (n - 1.0));
    let units =
        |values: &[f64]| bootstrap::joined(values.iter().map(|value| [Unit::of(&[*value])]).collect());
    let (units_x, units_y) = (units(x), units(y));
    bootstrap::interval(bootstrap, narrowness, freedom, |random| {
        let [a] = bootstrap::drawn(&units_x, random);
        let [b] = bootstrap::drawn(&units_y, random);
        Some(a.mean()? - b.mean()?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_agrees_with_welchs() {
        // Two sets of ten, 0 to 9 and 2 to 11: difference −2, Welch's 95% interval [−4.845, 0.845].
        let x = [(0..10).map(f64::from).collect()];
        let y = [(2..12).map(f64::from).collect()];
        let found = mean_difference(&x, &y, Bootstrap::default()).unwrap();
        let (low, high) = found.interval.unwrap();
        assert!((found.difference + 2.0).abs() < 1e-12);
        assert!((low + 4.845).abs() < 0.25 && (high - 0.845).abs() < 0.25, "{low} {high}");
        assert!(!found.is_clear());
    }

    #[test]
    fn four_against_many_have_no_interval() {
        let found = mean_difference(&[vec![0.1; 4]], &[vec![0.2, 0.3, 0.4, 0.5, 0.6]], Bootstrap::default());
        assert_eq!(found.map(|found| (found.interval, found.kind)), Some((None, IntervalKind::TooFew)));
    }

    #[test]
    fn articles_are_drawn_only_when_both_sides_have_twenty() {
        let wide: Vec<Vec<f64>> = (0..25).map(|n| vec![f64::from(n % 5), 1.0]).collect();
        let mut narrow = wide.clone();
        narrow.iter_mut().skip(10).for_each(Vec::clear);
        let kind = |a: &[Vec<f64>], b: &[Vec<f64>]| mean_difference(a, b, Bootstrap::default()).unwrap().kind;
        assert_eq!(kind(&wide, &wide), IntervalKind::Articles);
        assert_eq!(kind(&wide, &narrow), IntervalKind::Sentences);
    }

    #[test]
    fn what_an_article_does_to_both_sides_cancels() {
        let lift = |by: f64| -> Vec<Vec<f64>> {
            (0..30).map(|n| vec![f64::from(n % 10) + by, f64::from(n % 10) + by + 0.1]).collect()
        };
        let found = mean_difference(&lift(0.5), &lift(0.0), Bootstrap::default()).unwrap();
        let (low, high) = found.interval.unwrap();
        assert!(found.is_clear() && high - low < 1e-9, "{low} {high}");
    }
}
