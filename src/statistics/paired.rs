//! The difference between two sides within the articles that hold both, with Student's t over articles.
//!
//! Sentences of an article resemble one another. Taking one difference per article and treating articles as the
//! observations keeps a nominal 5% of false alarms near 5% from five articles on, where an interval over
//! sentences raises 15% and one over drawn articles 17% (simulated: five articles, four sentences a side,
//! intraclass correlation .3). Student (1908).

use super::bootstrap::{Interval, Unit};
use super::student::t_975;
use super::{count, moments};

/// The mean of the differences within articles.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PairedDifference {
    /// Mean over articles of (mean of the first − mean of the second); each article counts the same.
    pub difference: f64,
    /// How many articles hold both sides.
    pub n_articles: usize,
    /// Its 95% interval; none for a single article.
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
    let within = |(a, b): (&Vec<f64>, &Vec<f64>)| Some(Unit::of(a).mean()? - Unit::of(b).mean()?);
    let differences: Vec<f64> = first.iter().zip(second).filter_map(within).collect();
    if differences.is_empty() {
        return None;
    }
    let (difference, squares) = moments(&differences);
    let n = count(differences.len());
    let interval = (differences.len() >= 2).then(|| {
        let reach = t_975(n - 1.0) * (squares / (n - 1.0) / n).sqrt();
        (difference - reach, difference + reach)
    });
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
