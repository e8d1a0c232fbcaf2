//! The ledger of a tone: each phrase, what it replaced in VADER, what changed it, and its part of the score.

use serde::Serialize;

use super::lexicon::Lexicon;
use super::matches::Match;
use super::operators::Listener;
use crate::phrase::words::Word;
use crate::{Span, vader};

/// How a tone came about: the parts of all terms and of what stands around add up to the tone.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Ledger {
    /// The phrases that were found, in order, those that count 0 with them.
    pub terms: Vec<Term>,
    /// What the same voice says around the passage adds this much to the sum; 0 for a text on its own.
    pub around: f64,
    /// The sum of the values and of `around`.
    pub sum: f64,
    /// So much of the sum is too little to tell and is taken off: against the sum, at most all of it.
    pub doubt: f64,
    /// The tone: rest / √(rest² + α), the rest being sum and doubt together.
    pub tone: f64,
    /// α: the square of the sum is set against it.
    pub alpha: f64,
}

/// A phrase in the text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Term {
    /// Its place in the scored text (bytes), with the words in a gap.
    #[serde(serialize_with = "crate::vader::start_and_end")]
    pub span: Span,
    /// The phrase as the list has it: "let .. down".
    pub phrase: String,
    /// The category that lists it: "delay".
    pub category: String,
    /// What phrases of this category say.
    pub note: String,
    /// Its rating in the list, −4 to 4.
    pub rating: f64,
    /// The words of it that VADER rates, which count nothing here.
    pub replaced: Vec<Replaced>,
    /// What the words around it changed, in order.
    pub changes: Vec<Change>,
    /// What it counts in the sum: `rating` and the amounts of all `changes`.
    pub value: f64,
    /// Its part of the tone.
    pub part: f64,
}

impl Term {
    /// Whether this is a plain word with a fitted weight, not a phrase of the list.
    #[must_use]
    pub fn is_leaning(&self) -> bool {
        self.category == LEANING
    }
}

/// A word with a rating of VADER that the phrase replaces.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Replaced {
    /// The word in small letters.
    pub word: String,
    /// Its rating in VADER, −4 to 4.
    pub valence: f64,
}

/// What one operator did to one phrase.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// The operator: "negation".
    pub operator: String,
    /// The words that called for it, as they stand in the text.
    pub because_of: String,
    /// What it did, for people: `'not' turns it round`.
    pub reason: String,
    /// What it added to the value.
    pub amount: f64,
}

/// Writes down what the operators do.
pub(super) struct Bookkeeper<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    words: &'a [Word],
    terms: Vec<Term>,
}

impl<'a> Bookkeeper<'a> {
    pub(super) const fn new(text: &'a str, lexicon: &'a Lexicon, words: &'a [Word]) -> Self {
        Self { text, lexicon, words, terms: Vec::new() }
    }

    /// Closes the books.
    pub(super) fn ledger(mut self, sum: f64, vader: &vader::Lexicon) -> Ledger {
        self.terms.sort_by_key(|term| (term.span.start, term.span.end));
        for term in &mut self.terms {
            term.replaced = replaced(term.span.of(self.text), vader);
        }
        let mut ledger = Ledger {
            terms: self.terms,
            around: 0.0,
            sum,
            doubt: 0.0,
            tone: 0.0,
            alpha: self.lexicon.scale.alpha,
        };
        ledger.share_out(self.lexicon);
        ledger
    }

    fn span(&self, found: &Match) -> Span {
        let (first, last) = (found.start as usize, found.end as usize - 1);
        Span::new(self.words[first].span.start, self.words[last].span.end)
    }
}

impl Ledger {
    /// Adds what the same voice says around the passage.
    pub(crate) fn add_around(&mut self, around: f64, lexicon: &Lexicon) {
        self.around += around;
        self.sum += around;
        self.share_out(lexicon);
    }

    /// What stands around as a part of the tone.
    #[must_use]
    pub fn around_part(&self) -> f64 {
        self.around * self.factor()
    }

    /// What was taken off for doubt as a part of the tone.
    #[must_use]
    pub fn doubt_part(&self) -> f64 {
        self.doubt * self.factor()
    }

    /// What each part of the sum is multiplied by to become its part of the tone.
    fn factor(&self) -> f64 {
        let rest = self.sum + self.doubt;
        1.0 / (rest * rest + self.alpha).sqrt()
    }

    fn share_out(&mut self, lexicon: &Lexicon) {
        self.doubt = lexicon.doubt(self.sum);
        self.tone = lexicon.tone(self.sum);
        let factor = self.factor();
        for term in &mut self.terms {
            term.part = term.value * factor;
        }
    }
}

/// The category of words whose weight was fitted.
const LEANING: &str = "leaning";

/// The words that VADER rates.
fn replaced(text: &str, vader: &vader::Lexicon) -> Vec<Replaced> {
    let ledger = vader::explain(text, vader, vader::Reading::Typographic);
    ledger.words.into_iter().map(|word| Replaced { word: word.word, valence: word.base }).collect()
}

impl Listener for Bookkeeper<'_> {
    fn found(&mut self, found: &Match) {
        let phrase = &self.lexicon.phrases[found.number as usize];
        let category = &self.lexicon.categories[phrase.category];
        self.terms.push(Term {
            span: self.span(found),
            phrase: phrase.words.to_string(),
            category: category.id.to_string(),
            note: category.note.to_string(),
            rating: phrase.rating,
            replaced: Vec::new(),
            changes: Vec::new(),
            value: phrase.rating,
            part: 0.0,
        });
    }

    fn changed(&mut self, found: &Match, before: f64, after: f64) {
        let operator = &self.lexicon.operators[found.number as usize];
        let because_of = self.span(found).of(self.text).to_owned();
        let reason = operator.note.replace("{words}", &format!("'{because_of}'"));
        let change = Change { operator: operator.id.to_string(), because_of, reason, amount: after - before };
        if let Some(term) = self.terms.last_mut() {
            term.changes.push(change);
        }
    }

    fn counted(&mut self, value: f64) {
        if let Some(term) = self.terms.last_mut() {
            term.value = value;
        }
    }

    fn leant(&mut self, found: &Match) {
        let leaning = &self.lexicon.leanings[found.number as usize];
        self.terms.push(Term {
            span: self.span(found),
            phrase: leaning.words.to_string(),
            category: LEANING.to_owned(),
            note: leaning.note(),
            rating: leaning.weight,
            replaced: Vec::new(),
            changes: Vec::new(),
            value: leaning.weight,
            part: 0.0,
        });
    }
}
