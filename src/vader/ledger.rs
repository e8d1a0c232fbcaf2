//! The ledger of a score: each rated word, each rule that changed it, and the sum that follows.

use std::ops::RangeInclusive;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::lexicon::Lexicon;
use super::rules::Listener;
use super::token::Token;
use super::{Rule, Scores, Total};
use crate::Span;

/// How a score came about: all that is said of the text follows from what is listed here.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Ledger {
    /// The words that have a rating, in order. All other words count as neutral.
    pub words: Vec<LedgerWord>,
    /// The sum of the valences and what the marks add.
    pub total: Total,
    /// The four scores, not rounded.
    pub scores: Scores,
}

/// A rated word: `valence` is `base` and the amounts of all `adjustments`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LedgerWord {
    /// Its place in the scored text (bytes), without the punctuation around it. For a word from the name of an
    /// emoji, the emoji's place.
    #[serde(serialize_with = "start_and_end")]
    pub span: Span,
    /// The word as the lexicon has it.
    pub word: String,
    /// Its rating in the lexicon, −4 to 4.
    pub base: f64,
    /// What the rules changed, in order.
    pub adjustments: Vec<Adjustment>,
    /// What it counts in the sum.
    pub valence: f64,
}

/// What one rule did to one word.
#[derive(Clone, Debug, PartialEq)]
pub struct Adjustment {
    /// The rule.
    pub rule: Rule,
    /// The words that called for it, as they stand in the text.
    pub because_of: String,
    /// How many words before the rated word the first of them stands; 0 for itself and for what follows.
    pub distance: usize,
    /// What it added to the valence.
    pub amount: f64,
}

impl Adjustment {
    /// The rule in a sentence: `the word before, 'very', strengthens`.
    #[must_use]
    pub fn reason(&self) -> String {
        self.rule.reason(&self.because_of, self.distance)
    }
}

impl Serialize for Adjustment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Adjustment", 5)?;
        fields.serialize_field("rule", &self.rule)?;
        fields.serialize_field("because_of", &self.because_of)?;
        fields.serialize_field("distance", &self.distance)?;
        fields.serialize_field("amount", &self.amount)?;
        fields.serialize_field("reason", &self.reason())?;
        fields.end()
    }
}

pub(crate) fn start_and_end<S: Serializer>(span: &Span, serializer: S) -> Result<S::Ok, S::Error> {
    let mut fields = serializer.serialize_struct("Span", 2)?;
    fields.serialize_field("start", &span.start)?;
    fields.serialize_field("end", &span.end)?;
    fields.end()
}

/// Writes down what the rules do.
pub(super) struct Bookkeeper<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    tokens: &'a [Token],
    words: Vec<LedgerWord>,
    /// The token of each of `words`.
    places: Vec<usize>,
}

impl<'a> Bookkeeper<'a> {
    pub(super) const fn new(text: &'a str, lexicon: &'a Lexicon, tokens: &'a [Token]) -> Self {
        Self { text, lexicon, tokens, words: Vec::new(), places: Vec::new() }
    }

    /// Closes the books: `valences` are the final ones, those that are 0 left out.
    pub(super) fn ledger(mut self, valences: &[(usize, f64)], total: Total) -> Ledger {
        for word in &mut self.words {
            word.valence = 0.0;
        }
        for &(place, valence) in valences {
            if let Ok(word) = self.places.binary_search(&place) {
                self.words[word].valence = valence;
            }
        }
        Ledger { words: self.words, total, scores: total.scores() }
    }
}

impl Listener for Bookkeeper<'_> {
    fn rated(&mut self, place: usize, base: f64) {
        let token = self.tokens[place];
        self.places.push(place);
        self.words.push(LedgerWord {
            span: token.span,
            word: self.lexicon.entry(token.id).word.to_string(),
            base,
            adjustments: Vec::new(),
            valence: base,
        });
    }

    fn changed(&mut self, place: usize, rule: Rule, amount: f64, cause: RangeInclusive<usize>) {
        let Ok(word) = self.places.binary_search(&place) else {
            return;
        };
        let (first, last) = (*cause.start(), *cause.end());
        let span = Span::new(self.tokens[first].span.start, self.tokens[last].span.end);
        self.words[word].adjustments.push(Adjustment {
            rule,
            because_of: span.of(self.text).to_owned(),
            distance: place.saturating_sub(first),
            amount,
        });
    }
}
