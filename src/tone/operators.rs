//! What the words around a phrase do to its rating.

use super::lexicon::{Lexicon, Operator, Until};
use super::matches::{Match, Matches};
use super::words::{Bound, Word};

/// Hears of each phrase that counts and of each operator that changes it. Nobody listens when only the tone is wanted.
pub(super) trait Listener {
    /// A phrase was found.
    fn found(&mut self, phrase: &Match);
    /// An operator changed what the last phrase counts.
    fn changed(&mut self, operator: &Match, before: f64, after: f64);
    /// What the last phrase counts in the end.
    fn counted(&mut self, value: f64);
    /// A leaning was found.
    fn leant(&mut self, leaning: &Match);
}

impl Listener for () {
    fn found(&mut self, _: &Match) {}
    fn changed(&mut self, _: &Match, _: f64, _: f64) {}
    fn counted(&mut self, _: f64) {}
    fn leant(&mut self, _: &Match) {}
}

/// The sum of what all phrases count.
pub(super) fn weigh<L: Listener>(
    words: &[Word],
    matches: &Matches,
    lexicon: &Lexicon,
    listener: &mut L,
) -> f64 {
    let mut sum = 0.0;
    for phrase in &matches.phrases {
        listener.found(phrase);
        let rating = lexicon.phrases[phrase.number as usize].rating;
        let value = if rating == 0.0 {
            0.0
        } else {
            Weighing { words, matches, lexicon, phrase, value: rating, applied: 0 }.value(listener)
        };
        listener.counted(value);
        sum += value;
    }
    for leaning in &matches.leanings {
        let weight = lexicon.leanings[leaning.number as usize].weight;
        listener.leant(leaning);
        sum += weight;
    }
    sum
}

/// No operator reaches further, so that one giant sentence costs no more than many small ones.
const FURTHEST: usize = 60;

struct Weighing<'a> {
    words: &'a [Word],
    matches: &'a Matches,
    lexicon: &'a Lexicon,
    phrase: &'a Match,
    value: f64,
    /// The operators that were applied, as bits: each counts once.
    applied: u128,
}

impl Weighing<'_> {
    /// The nearest operators come first, those ahead of the phrase before those behind it.
    fn value<L: Listener>(mut self, listener: &mut L) -> f64 {
        let operators = &self.matches.operators;
        let (start, end) = (self.phrase.start as usize, self.phrase.end as usize);
        let split = operators.partition_point(|found| (found.start as usize) < start);
        for found in operators[..split].iter().rev() {
            if (found.end as usize) + FURTHEST < start {
                break;
            }
            self.apply(found, found.end as usize, start, |operator| operator.ahead, listener);
        }
        for found in &operators[split..] {
            if end + FURTHEST < found.start as usize {
                break;
            }
            self.apply(found, end, found.start as usize, |operator| operator.behind, listener);
        }
        self.value
    }

    /// Applies an operator if the words between it and the phrase, `from` to `to`, do not part them.
    fn apply<L: Listener>(
        &mut self,
        found: &Match,
        from: usize,
        to: usize,
        reach: impl Fn(&Operator) -> usize,
        listener: &mut L,
    ) {
        let operator = &self.lexicon.operators[found.number as usize];
        let bit = 1u128.checked_shl(found.number).unwrap_or_default();
        let reach = reach(operator);
        if reach == 0
            || self.applied & bit != 0
            || to < from
            || to - from >= reach
            || self.is_parted(from, to, operator.until)
        {
            return;
        }
        let factor = if self.value > 0.0 { operator.favourable } else { operator.unfavourable };
        self.applied |= bit;
        if factor != 1.0 {
            let before = self.value;
            self.value *= factor;
            listener.changed(found, before, self.value);
        }
    }

    fn is_parted(&self, from: usize, to: usize, until: Until) -> bool {
        let limit = match until {
            Until::Clause => Bound::Clause,
            Until::Break => Bound::Break,
            Until::Passage => return false,
        };
        // An operator inside the phrase, or the phrase inside a gap of the operator, is not parted from it.
        self.words.get(from..=to).is_some_and(|between| between.iter().any(|word| word.bound >= limit))
    }
}
