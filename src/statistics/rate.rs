//! Hits per thousand words, with its interval.
//!
//! The score interval of a Poisson count (Brown, Cai & DasGupta 2003, Statistica Sinica 13:19-49), the counterpart of
//! Wilson's: closer to its promise than the exact interval of Garwood (1936), which is wider than it need be. From
//! six articles on it is widened by the [design effect](super::counts) of articles.

use super::counts;
use super::interval::{Interval, IntervalKind};
use super::jackknife::Part;

/// With fewer words no interval is given: as many as five sentences of the labelled articles hold.
pub const MIN_WORDS: usize = 75;

/// A rate, and how far it could be off.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    /// Hits per thousand words.
    pub per_thousand: f64,
    /// Hits.
    pub n_hits: usize,
    /// Words among which they were counted.
    pub n_words: usize,
    /// Its 95% interval, from 0 up, per thousand words; none below [`MIN_WORDS`].
    pub interval: Option<Interval>,
    /// What the interval is made of, or why there is none.
    pub kind: IntervalKind,
}

/// Hits per thousand words of all articles, each article given as (hits, words); none without a word. From six
/// articles on the interval is over articles; below, it takes each hit as independent.
///
/// ```
/// use slantwise::statistics::{IntervalKind, rate};
///
/// // Four hits in 500 words: 8 per thousand, 3.1 to 20.6.
/// let found = rate(&[(1, 200), (3, 300)]).unwrap();
/// let (low, high) = found.interval.unwrap();
/// assert!((found.per_thousand - 8.0).abs() < 1e-12);
/// assert!((low - 3.11).abs() < 0.01 && (high - 20.57).abs() < 0.01);
/// assert_eq!(found.kind, IntervalKind::Sentences);
/// ```
#[must_use]
pub fn rate(articles: &[(usize, usize)]) -> Option<Rate> {
    let parts = counts::parts(articles);
    let total = Part::total(&parts);
    let spoken = articles.iter().filter(|(_, n_words)| *n_words > 0);
    let (n_hits, n_words) = spoken.fold((0, 0), |sum, article| (sum.0 + article.0, sum.1 + article.1));
    let per_word = (n_words > 0).then(|| total.ratio())?;
    let per_thousand = 1000.0 * per_word;
    if n_words < MIN_WORDS {
        return Some(Rate { per_thousand, n_hits, n_words, interval: None, kind: IntervalKind::TooFew });
    }
    let (factor, kind) = counts::factor(&parts, per_word / total.n);
    let (low, high) = poisson(per_word, factor * factor / total.n);
    Some(Rate { per_thousand, n_hits, n_words, interval: Some((1000.0 * low, 1000.0 * high)), kind })
}

/// Where (rate − r)² = a · r, with a = factor² / words.
fn poisson(rate: f64, a: f64) -> Interval {
    let reach = (a * rate + a * a / 4.0).sqrt();
    ((rate + a / 2.0 - reach).max(0.0), rate + a / 2.0 + reach)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(articles: &[(usize, usize)], low: f64, high: f64, kind: IntervalKind) {
        let found = rate(articles).unwrap();
        let ends = found.interval.unwrap();
        assert!((ends.0 - low).abs() < 5e-4 && (ends.1 - high).abs() < 5e-4, "{found:?}");
        assert_eq!(found.kind, kind);
    }

    #[test]
    fn few_articles_have_the_score_interval() {
        // Ten hits: 10 + 1.920729 ± 1.959964 · √(10 + 0.960365).
        check(&[(10, 1000)], 5.431_98, 18.409_48, IntervalKind::Sentences);
        check(&[(0, 1000)], 0.0, 3.841_46, IntervalKind::Sentences);
    }

    #[test]
    fn hits_that_stand_together_widen_it() {
        // Ten hits in one of six articles of 100 words: the jackknife variance is ten times that of independent
        // hits, the factor 2.570582 · √10.
        let together = [(10, 100), (0, 100), (0, 100), (0, 100), (0, 100), (0, 100)];
        check(&together, 1.963_07, 141.501_78, IntervalKind::Articles);
        // Spread more evenly than chance: the least factor, 1.469973, for ten hits in a thousand words.
        check(&[(1, 100); 10], 6.308_04, 15.852_78, IntervalKind::Articles);
    }

    #[test]
    fn a_few_words_have_a_rate_and_no_interval() {
        let found = rate(&[(1, 50), (3, 0)]).unwrap();
        assert_eq!((found.per_thousand, found.n_hits, found.interval), (20.0, 1, None));
        assert_eq!(found.kind, IntervalKind::TooFew);
        assert_eq!(rate(&[]), None);
    }
}
