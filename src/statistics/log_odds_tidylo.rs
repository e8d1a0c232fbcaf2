//! Weighted log-odds as the R package tidylo counts them, for who has to match its figures.
//!
//! tidylo (Schnoebelen, Silge & Hayes, function `bind_log_odds`) differs from Monroe, Colaresi & Quinn (2008)
//! in three ways. Its prior adds, to each word *that stands in a set*, as many occurrences as the word has in all sets
//! together ("empirical Bayes"), or one ("uninformative"); a word that a set lacks gets none there. A set is compared
//! not with the others but with all sets, itself included. And the variance is 1/y of the set + 1/y of all sets. So
//! the prior weighs as much as the texts, and a set is part of what it is compared with: these figures are not those
//! of [`log_odds`], and are not to be set beside them.
//!
//! [`log_odds`]: super::log_odds()

use super::WordCounts;
use super::count;
use super::log_odds::{LogOdds, Variance, compared};

/// What tidylo adds to each word of a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum TidyloPrior {
    /// The occurrences of the word in both sets: the default of the package.
    #[default]
    EmpiricalBayes,
    /// One occurrence: `uninformative = TRUE`.
    Uninformative,
}

/// One word's log-odds in the target, and in the reference, each against both sets together.
pub type TidyloPair = [Option<LogOdds>; 2];

/// The log-odds of all words of two sets, in their order; none for a set that lacks the word, or that holds no other.
///
/// All words must be given, because the totals are those of the list; the totals of [`WordCounts`] are not read.
///
/// ```
/// use slantwise::statistics::{TidyloPrior, WordCounts, log_odds_tidylo};
///
/// // "a a b" against "b c": in the target "a" counts 2 + 2 of 7, and 4 of 11 in both sets together.
/// let counts = [(2, 0), (1, 1), (0, 1)];
/// let words = counts.map(|(target, reference)| WordCounts { target, reference, ..WordCounts::default() });
/// let found = log_odds_tidylo(&words, TidyloPrior::EmpiricalBayes);
/// let a = found[0][0].unwrap();
/// assert!((a.delta - ((4.0_f64 / 3.0).ln() - (4.0_f64 / 8.0).ln())).abs() < 1e-12);
/// assert_eq!(found[0][1], None);
/// ```
#[must_use]
pub fn log_odds_tidylo(words: &[WordCounts], prior: TidyloPrior) -> Vec<TidyloPair> {
    let raised: Vec<[f64; 2]> = words.iter().map(|word| raised(*word, prior)).collect();
    let totals: [f64; 2] = [0, 1].map(|set| raised.iter().map(|word| word[set]).sum());
    let all = totals[0] + totals[1];
    let pair = |word: &[f64; 2]| {
        [0, 1].map(|set| {
            let both = (word[0] + word[1], all);
            (word[set] > 0.0).then(|| compared((word[set], totals[set]), both, Variance::TwoTerm)).flatten()
        })
    };
    raised.iter().map(pair).collect()
}

/// The counts in both sets with what the prior adds to them.
fn raised(word: WordCounts, prior: TidyloPrior) -> [f64; 2] {
    let counts = [word.target, word.reference].map(count);
    let added = match prior {
        TidyloPrior::EmpiricalBayes => counts[0] + counts[1],
        TidyloPrior::Uninformative => 1.0,
    };
    counts.map(|n| if n > 0.0 { n + added } else { 0.0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The two documents of tidylo's own test: the quick brown fox jumped jumped / over the lazy brown dog dog.
    const WORDS: [(&str, usize, usize); 8] = [
        ("the", 1, 1),
        ("quick", 1, 0),
        ("brown", 1, 1),
        ("fox", 1, 0),
        ("jumped", 2, 0),
        ("over", 0, 1),
        ("lazy", 0, 1),
        ("dog", 0, 2),
    ];

    /// Expected: of words once in one document, twice in one, once in both; from the source of tidylo, calculated in Python.
    #[track_caller]
    fn check(prior: TidyloPrior, once: f64, twice: f64) {
        let words =
            WORDS.map(|(_, target, reference)| WordCounts { target, reference, ..WordCounts::default() });
        for ((word, target, reference), pair) in WORDS.iter().zip(log_odds_tidylo(&words, prior)) {
            let expected = match (target, reference) {
                (1, 1) => [Some(0.0), Some(0.0)],
                (_, 0) => [Some(if *target == 2 { twice } else { once }), None],
                _ => [None, Some(if *reference == 2 { twice } else { once })],
            };
            for (found, expected) in pair.iter().zip(expected) {
                let z = found.map(|found| found.z);
                assert_eq!(z.is_some(), expected.is_some(), "{word}: {pair:?}");
                assert!((z.unwrap_or_default() - expected.unwrap_or_default()).abs() < 5e-7, "{word}: {z:?}");
            }
        }
    }

    #[test]
    fn the_example_of_tidylo_comes_out() {
        check(TidyloPrior::EmpiricalBayes, 0.773_190, 1.238_100);
        check(TidyloPrior::Uninformative, 0.798_508, 1.059_401);
    }

    #[test]
    fn no_words_have_no_odds_and_an_only_word_neither() {
        assert!(log_odds_tidylo(&[], TidyloPrior::EmpiricalBayes).is_empty());
        let only = WordCounts { target: 3, ..WordCounts::default() };
        let none = WordCounts::default();
        for prior in [TidyloPrior::EmpiricalBayes, TidyloPrior::Uninformative] {
            assert_eq!(log_odds_tidylo(&[only, none], prior), [[None, None], [None, None]]);
        }
    }
}
