//! What the words around a phrase do to its rating.

use super::lexicon::{Lexicon, Operator, Until};
use super::matches::{Match, Matches};
use crate::phrase::words::{Bound, Word};

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

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::tone::{Scratch, sum};
    use crate::vader;

    const LISTS: &str = r#"
source = "us"
clause_openers = ["which"]
scale = { alpha = 4.0, unlisted = 0.0, doubt = 0.0, around = 0.0 }
[[category]]
id = "all"
note = "all"
words."2" = ["good", "safe"]
words."-2" = ["poor", "not good enough"]
words."0" = ["good morning"]
verbs."-3" = ["let .. down"]
[[operator]]
id = "negation"
note = "{words} turns it round"
ahead = 3
favourable = -1.0
unfavourable = -0.5
words = ["not", "no longer", "no"]
[[operator]]
id = "but"
note = "before {words} counts half"
behind = 9
until = "passage"
favourable = 0.5
unfavourable = 0.5
words = ["but"]
"#;

    #[track_caller]
    fn check(text: &str, expected: f64) {
        let lexicon = Lexicon::parse(Path::new("x"), LISTS, vader::Lexicon::published()).unwrap();
        let found = sum(&mut Scratch::default(), text, &lexicon);
        assert!((found - expected).abs() < 1e-9, "{text}: {found}, not {expected}");
    }

    #[test]
    fn an_operator_reaches_so_many_words_within_its_clause() {
        check("It is not very good.", -2.0);
        check("It is not what anybody calls good.", 2.0);
        check("It is not, good people.", 2.0);
        check("It is not one which good people like.", 2.0);
        check("It is no longer poor.", 1.0);
        check("It is not good and not safe.", -4.0);
    }

    #[test]
    fn the_longest_phrase_counts_alone() {
        check("It is not good enough.", -2.0);
        check("Good morning, it is good.", 2.0);
        check("They let all of us down.", -3.0);
        check("Let down and letting them down.", -6.0);
        check("They let us. Down they went.", 0.0);
    }

    #[test]
    fn what_stands_before_a_but_is_reached_over_commas() {
        check("Good, safe, but poor.", 0.0);
        check("Not good, but safe.", 1.0);
    }
}
