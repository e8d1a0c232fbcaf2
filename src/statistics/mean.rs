//! The mean of a sample with its interval.
//!
//! From six articles on: the jackknife over articles with Student's t on one degree of freedom less than the
//! [effective number of articles](super::jackknife::effective_articles). Below: Student's t over sentences (1908),
//! which holds the truth about as often as a bootstrap does, and oftener below eight values.

use super::interval::{Interval, IntervalKind, MIN_ARTICLES, MIN_VALUES};
use super::jackknife::{Part, effective_articles, ratio_error};
use super::student::around;
use super::{count, moments};

/// A mean, and how far it could be off.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The arithmetic mean, in the unit of the values (tone and compound: −1 to 1).
    pub mean: f64,
    /// How many values it is made of.
    pub n: usize,
    /// Its 95% interval, where the values carry one. It knows no ends of the scale.
    pub interval: Option<Interval>,
    /// What the interval is made of, or why there is none.
    pub kind: IntervalKind,
}

/// The mean over all values of all articles, each value counting once; none without a value.
///
/// From six articles with a value on, the interval is over articles; with fewer, over sentences; below five values
/// there is none.
///
/// ```
/// use slantwise::statistics::{IntervalKind, mean};
///
/// let estimate = mean(&[vec![0.4, 0.0, 0.6], vec![0.2, 0.8]]).unwrap();
/// assert!((estimate.mean - 0.4).abs() < 1e-12);
/// assert_eq!(estimate.kind, IntervalKind::Sentences);
/// assert_eq!(mean(&[]), None);
/// ```
#[must_use]
pub fn mean(articles: &[Vec<f64>]) -> Option<Estimate> {
    let finite = |article: &Vec<f64>| -> Vec<f64> {
        article.iter().copied().filter(|value| value.is_finite()).collect()
    };
    let articles: Vec<Vec<f64>> = articles.iter().map(finite).filter(|values| !values.is_empty()).collect();
    let values = articles.concat();
    if values.is_empty() {
        return None;
    }
    let (mean, squares) = moments(&values);
    let n = count(values.len());
    let (interval, kind) = if values.len() < MIN_VALUES {
        (None, IntervalKind::TooFew)
    } else if articles.len() < MIN_ARTICLES {
        around(mean, (squares / (n - 1.0) / n).sqrt(), n - 1.0, IntervalKind::Sentences)
    } else {
        let parts: Vec<Part> = articles.iter().map(|values| Part::of(values)).collect();
        // One article that holds nearly all would leave less than the one degree of freedom that t can have.
        let freedom = (effective_articles(&parts) - 1.0).max(1.0);
        around(mean, ratio_error(&parts), freedom, IntervalKind::Articles)
    };
    Some(Estimate { mean, n: values.len(), interval, kind })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fewer_than_five_values_have_a_mean_and_no_interval() {
        let estimate = mean(&[vec![0.1, 0.3, 0.5, 0.7]]).unwrap();
        assert!((estimate.mean - 0.4).abs() < 1e-12);
        assert_eq!((estimate.interval, estimate.kind), (None, IntervalKind::TooFew));
    }

    #[test]
    fn values_that_do_not_differ_have_no_interval() {
        let estimate = mean(&[vec![0.1; 30]]).unwrap();
        assert_eq!((estimate.interval, estimate.kind), (None, IntervalKind::NoSpread));
        let estimate = mean(&vec![vec![0.1; 3]; 10]).unwrap();
        assert_eq!((estimate.interval, estimate.kind), (None, IntervalKind::NoSpread));
    }

    #[test]
    fn six_articles_count_as_wholes() {
        let alike: Vec<Vec<f64>> = (0..6).map(|n| vec![f64::from(n) / 6.0; 10]).collect();
        let (whole, loose) = (mean(&alike).unwrap(), mean(&alike[..5]).unwrap());
        let width = |estimate: Estimate| estimate.interval.map(|(low, high)| high - low).unwrap();
        assert_eq!((whole.kind, loose.kind), (IntervalKind::Articles, IntervalKind::Sentences));
        assert!(width(whole) > 2.5 * width(loose), "articles of like sentences carry less than they seem to");
    }

    #[test]
    fn over_sentences_it_is_students_interval() {
        // Mean 4.5, standard deviation 3.02765: [2.33415, 6.66585].
        let (low, high) = mean(&[(0..10).map(f64::from).collect()]).unwrap().interval.unwrap();
        assert!((low - 2.334_149).abs() < 1e-5 && (high - 6.665_851).abs() < 1e-5, "{low} {high}");
    }

    #[test]
    fn articles_of_one_sentence_have_students_interval_too() {
        let values: Vec<Vec<f64>> = (0..10).map(|n| vec![f64::from(n)]).collect();
        let (low, high) = mean(&values).unwrap().interval.unwrap();
        assert!((low - 2.334_149).abs() < 1e-5 && (high - 6.665_851).abs() < 1e-5, "{low} {high}");
    }

    #[test]
    fn one_long_article_among_short_ones_widens_the_interval() {
        let even: Vec<Vec<f64>> = (0..8).map(|n| vec![f64::from(n % 4), 1.5]).collect();
        let mut uneven = even.clone();
        uneven[3] = [3.0, 1.5].repeat(30);
        let width = |articles: &[Vec<f64>]| mean(articles).unwrap().interval.map(|(low, high)| high - low);
        assert!(width(&uneven) > width(&even));
    }

    #[test]
    fn values_that_are_no_numbers_are_left_out() {
        let estimate = mean(&[vec![f64::NAN, 0.5, f64::INFINITY]]).unwrap();
        assert_eq!((estimate.mean, estimate.n), (0.5, 1));
    }
}
