//! The difference between two sides within the articles that hold both, with Student's t over articles.
//!
//! Sentences of an article resemble one another. Taking one difference per article and treating articles as the
//! observations keeps false alarms at the nominal 5%, whatever the articles do to one side or to both, where an
//! interval over sentences raises up to 20%. Student (1908). Each article counts the same, however much of it a
//! side says; the difference of all sentences, where a long article counts for more, is `difference`.

use super::interval::{Interval, IntervalKind};
use super::sides::Sides;
use super::student::around;
use super::{count, moments};

/// The mean of the differences within articles.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PairedDifference {
    /// Mean over articles of (mean of the first − mean of the second); each article counts the same.
    pub difference: f64,
    /// How many articles hold both sides.
    pub n_articles: usize,
    /// Its 95% interval; none for a single article, or where the articles do not differ.
    pub interval: Option<Interval>,
}

/// The difference within articles; article `i` of both samples must be the same article. None when no article
/// holds both.
///
/// ```
/// use slantwise::statistics::paired_difference;
///
/// let found = paired_difference(&[vec![3.0], vec![5.0, 7.0], vec![9.0]], &[vec![1.0], vec![2.0], vec![]]);
/// assert_eq!(found.map(|found| (found.difference, found.n_articles)), Some((3.0, 2)));
/// ```
#[must_use]
pub fn paired_difference(first: &[Vec<f64>], second: &[Vec<f64>]) -> Option<PairedDifference> {
    let differences = Sides::of(first, second)?.differences();
    if differences.is_empty() {
        return None;
    }
    let (difference, squares) = moments(&differences);
    let n = count(differences.len());
    let interval = (differences.len() >= 2)
        .then(|| around(difference, (squares / (n - 1.0) / n).sqrt(), n - 1.0, IntervalKind::Articles).0)
        .flatten();
    Some(PairedDifference { difference, n_articles: differences.len(), interval })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_is_students_over_articles() {
        // Differences 1, 2, 3: mean 2, standard error 0.57735, t(0.975, 2) = 4.302653.
        let found = paired_difference(&[vec![1.0], vec![2.0], vec![3.0]], &[vec![0.0], vec![0.0], vec![0.0]]);
        let (low, high) = found.and_then(|found| found.interval).unwrap();
        assert!((low + 0.484_138).abs() < 1e-5 && (high - 4.484_138).abs() < 1e-5, "{low} {high}");
    }

    #[test]
    fn without_a_shared_article_there_is_no_difference() {
        assert_eq!(paired_difference(&[vec![1.0], vec![]], &[vec![], vec![1.0]]), None);
    }
}
