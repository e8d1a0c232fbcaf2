//! The share of sentences that do something, with its interval.
//!
//! The score interval of Wilson (1927, Journal of the American Statistical Association 22:209-212), which stays
//! within 0 and 1 and keeps its promise near them (Brown, Cai & DasGupta 2001, Statistical Science 16:101-133);
//! from six articles on widened by the [design effect](super::counts) of articles.

use super::counts;
use super::interval::{Interval, IntervalKind, MIN_VALUES};
use super::jackknife::Part;

/// A share, and how far it could be off.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Proportion {
    /// Hits by sentences, 0 to 1.
    pub share: f64,
    /// Sentences that do it.
    pub n_hits: usize,
    /// All sentences.
    pub n: usize,
    /// Its 95% interval, within 0 and 1; none below five sentences.
    pub interval: Option<Interval>,
    /// What the interval is made of, or why there is none.
    pub kind: IntervalKind,
}

/// The share of hits among the sentences of all articles, each article given as (hits, sentences); none without a
/// sentence. From six articles on the interval is over articles; below, over sentences.
///
/// ```
/// use slantwise::statistics::{IntervalKind, share};
///
/// // Wilson's interval of 4 in 10: 0.168 to 0.687.
/// let found = share(&[(1, 4), (3, 6)]).unwrap();
/// let (low, high) = found.interval.unwrap();
/// assert!((low - 0.168).abs() < 5e-4 && (high - 0.687).abs() < 5e-4);
/// assert_eq!((found.share, found.kind), (0.4, IntervalKind::Sentences));
/// ```
#[must_use]
pub fn share(articles: &[(usize, usize)]) -> Option<Proportion> {
    let sum = |of: fn(&(usize, usize)) -> usize| articles.iter().map(of).sum::<usize>();
    let (n_hits, n) = (sum(|article| article.0.min(article.1)), sum(|article| article.1));
    let parts = counts::parts(articles);
    let total = Part::total(&parts);
    let share = (n > 0).then(|| total.ratio().min(1.0))?;
    if n < MIN_VALUES {
        return Some(Proportion { share, n_hits, n, interval: None, kind: IntervalKind::TooFew });
    }
    let (factor, kind) = counts::factor(&parts, share * (1.0 - share) / total.n);
    Some(Proportion { share, n_hits, n, interval: Some(wilson(share, factor * factor / total.n)), kind })
}

/// Where (share − p)² = a · p(1 − p), with a = factor² / n.
fn wilson(share: f64, a: f64) -> Interval {
    let centre = (share + a / 2.0) / (1.0 + a);
    let reach = (a * share * (1.0 - share) + a * a / 4.0).sqrt() / (1.0 + a);
    ((centre - reach).max(0.0), (centre + reach).min(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(articles: &[(usize, usize)], low: f64, high: f64, kind: IntervalKind) {
        let found = share(articles).unwrap();
        let ends = found.interval.unwrap();
        assert!((ends.0 - low).abs() < 5e-5 && (ends.1 - high).abs() < 5e-5, "{found:?}");
        assert_eq!(found.kind, kind);
    }

    #[test]
    fn over_sentences_it_is_wilsons_interval() {
        // As R's prop.test(15, 50, correct = FALSE) and prop.test(0, 20, correct = FALSE) print it.
        check(&[(15, 50)], 0.191_04, 0.437_49, IntervalKind::Sentences);
        check(&[(0, 20)], 0.0, 0.161_13, IntervalKind::Sentences);
    }

    #[test]
    fn hits_that_stand_together_widen_it() {
        // All or nothing in each of eight articles of five: the jackknife variance is 1/28, of independent
        // sentences 1/160; the factor is 2.364624 · √(160/28), and a = 0.798778.
        let whole = [(5, 5), (0, 5)].repeat(4);
        check(&whole, 0.166_80, 0.833_20, IntervalKind::Articles);
        // Articles more alike than chance would make them: the least factor, 1.469973, among 40.
        check(&[(2, 4); 10], 0.38681, 0.61319, IntervalKind::Articles);
    }

    #[test]
    fn no_hit_says_nothing_of_articles() {
        check(&[(0, 4); 10], 0.0, 0.087_62, IntervalKind::Sentences);
    }

    #[test]
    fn four_sentences_have_a_share_and_no_interval() {
        let found = share(&[(1, 4), (0, 0)]).unwrap();
        assert_eq!((found.share, found.interval, found.kind), (0.25, None, IntervalKind::TooFew));
        assert_eq!(share(&[(0, 0)]), None);
    }
}
