//! The log ratio: how many times more often the target uses a word, in doublings; and what of it is certain.
//!
//! Hardie (2014, "Log Ratio: an informal introduction", CASS, Lancaster University): log2 of the ratio of both
//! shares, with 0.5 occurrences for none. It is an effect size, and rare words have the largest ones; so Evert (2022,
//! "Measuring keyness", osf.io/x8z9n) takes the end nearer to 0 of its confidence interval, the *conservative* log
//! ratio, LRC. Its interval is that of Clopper & Pearson (1934, Biometrika 26:404-413) for the target's part of all
//! occurrences, made wider for as many words as are looked at (Bonferroni). Scattertext has it from Evert's R.

use statrs::function::beta::checked_beta_reg;

use super::{WordCounts, count};

/// What a count of none stands for (Hardie 2014).
const NONE: f64 = 0.5;

/// How often the interval of the conservative log ratio may miss, over all words together: the 5% of Evert (2022).
const MISSES: f64 = 0.05;

/// log2 of the share in the target over the share in the reference: 1 is twice as often, −1 half as often, 0 alike.
/// None for a word of neither, or impossible counts.
///
/// ```
/// use slantwise::statistics::{WordCounts, log_ratio};
///
/// let word = WordCounts { target: 6, reference: 3, target_total: 100, reference_total: 200 };
/// assert_eq!(log_ratio(word), Some(2.0));
/// ```
#[must_use]
pub fn log_ratio(word: WordCounts) -> Option<f64> {
    if !word.is_possible() || !word.occurs() {
        return None;
    }
    let [target, reference, target_total, reference_total] = word.numbers();
    let or_half = |n: f64| if n > 0.0 { n } else { NONE };
    Some(((or_half(target) / target_total) / (or_half(reference) / reference_total)).log2())
}

/// The log ratio that is certain: the end nearer to 0 of its 95% interval over `n_words` words, and 0 where the
/// interval holds 0. Sign and unit as [`log_ratio`]. None for a word of neither, or impossible counts.
///
/// It holds if occurrences are independent of one another, which in texts they are not: read it as an order of words.
///
/// ```
/// use slantwise::statistics::{WordCounts, conservative_log_ratio};
///
/// // "auto" in the convention speeches of 2012, one of 8,813 words; its log ratio is 6.34.
/// let auto = WordCounts { target: 56, reference: 0, target_total: 95_163, reference_total: 68_746 };
/// assert!((conservative_log_ratio(auto, 8813).unwrap() - 1.495_564).abs() < 1e-6);
/// ```
#[must_use]
pub fn conservative_log_ratio(word: WordCounts, n_words: usize) -> Option<f64> {
    if !word.is_possible() || !word.occurs() {
        return None;
    }
    let [target, reference, target_total, reference_total] = word.numbers();
    let tail = MISSES / 2.0 / count(n_words.max(1));
    // Of the log-odds that an occurrence is in the target, what the sizes of both sets make of them.
    let sizes = (target_total / reference_total).ln();
    let certain = if target / target_total > reference / reference_total {
        (lower_log_odds(target, reference, tail) - sizes).max(0.0)
    } else {
        // The upper end seen from the target is the lower one seen from the reference.
        (-lower_log_odds(reference, target, tail) - sizes).min(0.0)
    };
    Some(certain / std::f64::consts::LN_2)
}

/// Lower Clopper-Pearson end, as log-odds, of the part that `hits` are of `hits` and `misses`: where a beta
/// distribution of `hits` and `misses` + 1 has `tail` of itself below. It is found by halving, because the quantile
/// of statrs 0.19 does not end for 1 and 10⁹, and is off by 10⁻⁵ of its size for 3 and 10⁵.
fn lower_log_odds(hits: f64, misses: f64, tail: f64) -> f64 {
    if hits <= 0.0 {
        return f64::NEG_INFINITY;
    }
    // Shares of e^−100 are below any count; 80 halvings leave 10⁻²² of the range.
    let (mut low, mut high) = (-100.0_f64, 100.0_f64);
    for _ in 0..80 {
        let middle = f64::midpoint(low, high);
        let below = checked_beta_reg(hits, misses + 1.0, 1.0 / (1.0 + (-middle).exp()));
        if below.is_ok_and(|below| below < tail) {
            low = middle;
        } else {
            high = middle;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(target: usize, reference: usize) -> WordCounts {
        WordCounts { target, reference, target_total: 95_163, reference_total: 68_746 }
    }

    #[test]
    fn log_ratios_of_the_convention_speeches_come_out() {
        for (target, reference, expected) in
            [(56, 0, 6.3382), (208, 59, 1.3487), (48, 182, -2.3920), (2, 39, -4.7545), (4094, 2939, 0.0091)]
        {
            let found = log_ratio(word(target, reference)).unwrap();
            assert!((found - expected).abs() < 5e-5, "{found} {expected}");
        }
    }

    #[test]
    fn the_conservative_ones_come_out_as_with_scattertexts_formula_and_scipys_beta() {
        // scipy 1.17.1: for one word, and for one of 8,813.
        for (target, reference, alone, of_many) in [
            (56, 0, 3.407_269_249_2, 1.495_564_175_4),
            (208, 59, 0.925_250_752_3, 0.418_758_378_8),
            (48, 182, -1.926_111_097_3, -1.375_382_562_9),
            (2, 39, -2.804_947_307_3, -1.285_508_184_9),
            (0, 39, -3.802_576_944_5, -1.836_827_156_5),
            (4094, 2939, 0.0, 0.0),
            (1, 0, 0.0, 0.0),
        ] {
            let found = [1, 8813].map(|n_words| conservative_log_ratio(word(target, reference), n_words));
            for (found, expected) in found.into_iter().zip([alone, of_many]) {
                assert!((found.unwrap() - expected).abs() < 1e-9, "{found:?} {expected}");
            }
        }
    }

    #[test]
    fn the_certain_part_is_never_more_than_the_whole_and_keeps_its_sign() {
        for (target, reference) in [(0, 1), (1, 1), (3, 100), (5000, 2), (95_163, 0), (95_163, 68_746)] {
            let (whole, certain) =
                (log_ratio(word(target, reference)), conservative_log_ratio(word(target, reference), 10));
            let (whole, certain) = (whole.unwrap(), certain.unwrap());
            assert!(whole * certain >= 0.0 && certain.abs() <= whole.abs(), "{whole} {certain}");
        }
    }

    #[test]
    fn large_corpora_end_too() {
        let large =
            WordCounts { target: 1, reference: 1_000_000, target_total: 10, reference_total: 1 << 40 };
        assert!(conservative_log_ratio(large, 1).unwrap() > 0.0);
    }

    #[test]
    fn absent_words_and_impossible_counts_have_no_ratio() {
        for counts in [word(0, 0), word(95_164, 1), WordCounts::default()] {
            assert_eq!((log_ratio(counts), conservative_log_ratio(counts, 1)), (None, None));
        }
    }
}
