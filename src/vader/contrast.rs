//! What "but" does: what stands before it counts half, what follows it half more.

use std::collections::BTreeSet;

use super::Rule;
use super::rules::Listener;

/// What is left of a valence before "but", and what becomes of one after it (the reference's code).
const BEFORE: f64 = 0.5;
const AFTER: f64 = 1.5;

/// Weighs the `valences` (token and valence, in order, none of them 0) around the "but" at token `but`.
///
/// The reference goes through the valences and looks each one up again by its *value*. So where two words have the
/// same valence, the first of them is changed and the other may not be. Here the same, without its quadratic time:
/// the valences that were passed are kept in order of value and place.
pub(super) fn weigh<L: Listener>(valences: &mut [(usize, f64)], but: usize, listener: &mut L) {
    let mut passed: BTreeSet<(u64, usize)> = BTreeSet::new();
    for current in 0..valences.len() {
        let value = valences[current].1.to_bits();
        passed.insert((value, current));
        let first = passed.range((value, 0)..).next().map_or(current, |&(_, first)| first);
        let (place, valence) = valences[first];
        let (factor, rule) = if place < but { (BEFORE, Rule::BeforeBut) } else { (AFTER, Rule::AfterBut) };
        let weighed = valence * factor;
        listener.changed(place, rule, weighed - valence, but..=but);
        valences[first].1 = weighed;
        passed.remove(&(value, first));
        passed.insert((weighed.to_bits(), first));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weighed(valences: &[f64], but: usize) -> Vec<f64> {
        let mut pairs: Vec<(usize, f64)> = valences.iter().copied().enumerate().collect();
        pairs.retain(|(_, valence)| *valence != 0.0);
        weigh(&mut pairs, but, &mut ());
        let mut out = vec![0.0; valences.len()];
        for (place, valence) in pairs {
            out[place] = valence;
        }
        out
    }

    #[test]
    fn what_stands_before_counts_half_and_what_follows_half_more() {
        assert_eq!(weighed(&[2.0, 0.0, 3.0], 1), [1.0, 0.0, 4.5]);
    }

    /// 2 becomes 1, and so is the first 1 that is found when the other one's turn comes.
    #[test]
    fn of_two_equal_valences_the_first_is_weighed_again() {
        assert_eq!(weighed(&[2.0, 1.0, 0.0], 2), [0.5, 1.0, 0.0]);
    }
}
