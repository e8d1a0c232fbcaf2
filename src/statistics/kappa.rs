//! Cohen's kappa: how far two coders agree beyond what chance alone would give.
//!
//! Cohen (1960, Educational and Psychological Measurement 20:37-46): κ = (p − c) / (1 − c), where p is the share of
//! items on which both give the same label, and c the share that would coincide if each coder kept the frequencies
//! of his labels and dealt them out at random.

use std::collections::BTreeMap;

use super::count;

/// Cohen's kappa of pairs of labels, −1 to 1: 1 is full agreement, 0 no more than chance. None for no pairs; 1 where
/// both coders use one and the same label throughout.
///
/// ```
/// use slantwise::statistics::cohens_kappa;
///
/// // Three of four agree; chance is (2·3 + 2·1) / 16 = 0.5.
/// assert_eq!(cohens_kappa(&[(1, 1), (1, 1), (0, 0), (0, 1)]), Some(0.5));
/// ```
#[must_use]
pub fn cohens_kappa<Label: Ord>(pairs: &[(Label, Label)]) -> Option<f64> {
    if pairs.is_empty() {
        return None;
    }
    let mut margins: BTreeMap<&Label, (usize, usize)> = BTreeMap::new();
    for (first, second) in pairs {
        margins.entry(first).or_default().0 += 1;
        margins.entry(second).or_default().1 += 1;
    }
    let n = count(pairs.len());
    let agreed = count(pairs.iter().filter(|(first, second)| first == second).count()) / n;
    let chance: f64 = margins.values().map(|(first, second)| count(first * second) / n / n).sum();
    Some(if chance < 1.0 { (agreed - chance) / (1.0 - chance) } else { 1.0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kappa_takes_chance_away() {
        // The table 20 / 5 / 10 / 15 of textbooks: 35 of 50 agree, chance is 0.5, kappa 0.4.
        let table = [((1, 1), 20), ((1, 0), 5), ((0, 1), 10), ((0, 0), 15)];
        let pairs: Vec<(i32, i32)> =
            table.into_iter().flat_map(|(pair, n)| std::iter::repeat_n(pair, n)).collect();
        assert!((cohens_kappa(&pairs).unwrap() - 0.4).abs() < 1e-12);
    }

    #[test]
    fn kappa_may_be_negative_and_needs_something_to_count() {
        assert_eq!(cohens_kappa(&[(0, 1), (1, 0)]), Some(-1.0));
        assert_eq!(cohens_kappa(&[("press", "press"); 3]), Some(1.0));
        assert_eq!(cohens_kappa::<u8>(&[]), None);
    }
}
