//! The mean of a sample with a bootstrap interval.

use super::bootstrap::{self, Bootstrap, Interval, IntervalKind, MIN_ARTICLES, MIN_VALUES, Unit};
use super::{count, flat, moments};

/// A mean, and how far it could be off.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The arithmetic mean, in the unit of the values (tone and compound: −1 to 1).
    pub mean: f64,
    /// How many values it is made of.
    pub n: usize,
    /// Its 95% interval, where the values carry one.
    pub interval: Option<Interval>,
    /// What the interval is made of, or why there is none.
    pub kind: IntervalKind,
}

/// The mean over all values of all articles; none without a value.
///
/// The interval is the expanded percentile bootstrap (Hesterberg 2015). From twenty articles on, articles are
/// drawn; with fewer, sentences; below five values there is none.
///
/// ```
/// use slantwise::statistics::{Bootstrap, IntervalKind, mean};
///
/// let estimate = mean(&[vec![0.4, 0.0, 0.6], vec![0.2, 0.8]], Bootstrap::default()).unwrap();
/// assert!((estimate.mean - 0.4).abs() < 1e-12);
/// assert_eq!(estimate.kind, IntervalKind::Sentences);
/// assert_eq!(mean(&[], Bootstrap::default()), None);
/// ```
#[must_use]
pub fn mean(articles: &[Vec<f64>], bootstrap: Bootstrap) -> Option<Estimate> {
    let values = flat(articles);
    if values.is_empty() {
        return None;
    }
    let (mean, squares) = moments(&values);
    let (interval, kind) = if values.len() < MIN_VALUES {
        (None, IntervalKind::TooFew)
    } else if squares <= f64::EPSILON {
        (None, IntervalKind::NoSpread)
    } else {
        resampled(articles, &values, bootstrap)
    };
    Some(Estimate { mean, n: values.len(), interval, kind })
}

fn resampled(
    articles: &[Vec<f64>],
    values: &[f64],
    bootstrap: Bootstrap,
) -> (Option<Interval>, IntervalKind) {
    let voiced: Vec<[Unit; 1]> =
        articles.iter().map(|article| [Unit::of(article)]).filter(|[unit]| unit.n > 0.0).collect();
    let (units, kind) = if voiced.len() >= MIN_ARTICLES {
        (voiced, IntervalKind::Articles)
    } else {
        (values.iter().map(|value| [Unit::of(&[*value])]).collect(), IntervalKind::Sentences)
    };
    let n = count(units.len());
    let units = bootstrap::joined(units);
    let replicate = |random: &mut _| bootstrap::drawn(&units, random)[0].mean();
    (bootstrap::interval(bootstrap, (n / (n - 1.0)).sqrt(), n - 1.0, replicate), kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fewer_than_five_values_have_a_mean_and_no_interval() {
        let estimate = mean(&[vec![0.1, 0.3, 0.5, 0.7]], Bootstrap::default()).unwrap();
        assert!((estimate.mean - 0.4).abs() < 1e-12);
        assert_eq!((estimate.interval, estimate.kind), (None, IntervalKind::TooFew));
    }

    #[test]
    fn values_that_do_not_differ_have_no_interval() {
        let estimate = mean(&[vec![0.0; 30]], Bootstrap::default()).unwrap();
        assert_eq!((estimate.interval, estimate.kind), (None, IntervalKind::NoSpread));
    }

    #[test]
    fn twenty_articles_are_drawn_as_wholes() {
        let alike: Vec<Vec<f64>> = (0..20).map(|n| vec![f64::from(n) / 20.0; 10]).collect();
        let drawn = mean(&alike, Bootstrap::default()).unwrap();
        let loose = mean(&alike[..19], Bootstrap::default()).unwrap();
        let width = |estimate: Estimate| estimate.interval.map(|(low, high)| high - low).unwrap();
        assert_eq!((drawn.kind, loose.kind), (IntervalKind::Articles, IntervalKind::Sentences));
        assert!(width(drawn) > 2.5 * width(loose), "articles of like sentences carry less than they seem to");
    }

    #[test]
    fn the_interval_agrees_with_students_t() {
        // mean 4.5, standard deviation 3.0277: t interval [2.334, 6.666].
        let estimate = mean(&[(0..10).map(f64::from).collect()], Bootstrap::default()).unwrap();
        let (low, high) = estimate.interval.unwrap();
        assert!((low - 2.334).abs() < 0.25 && (high - 6.666).abs() < 0.25, "{low} {high}");
    }

    #[test]
    fn values_that_are_no_numbers_are_left_out() {
        let estimate = mean(&[vec![f64::NAN, 0.5, f64::INFINITY]], Bootstrap::default()).unwrap();
        assert_eq!((estimate.mean, estimate.n), (0.5, 1));
    }
}
