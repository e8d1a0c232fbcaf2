//! What each phrase of a text counts, without the words that say why: frames are made of some of them.

use super::lexicon::Lexicon;
use super::matches::Match;
use super::operators::Listener;

/// A phrase of `tone.toml` in a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counted {
    /// The place of its category in the file.
    pub(crate) category: usize,
    /// What it counts when it is said plainly, −4 to 4.
    pub(crate) rating: f64,
    /// What it counts after all operators that reach it.
    pub(crate) value: f64,
    /// Its first word.
    pub(crate) start: u32,
    /// The word after its last.
    pub(crate) end: u32,
}

/// Takes note of phrases.
pub(super) struct Counter<'a> {
    pub(super) lexicon: &'a Lexicon,
    pub(super) counted: &'a mut Vec<Counted>,
}

impl Listener for Counter<'_> {
    fn found(&mut self, found: &Match) {
        let phrase = &self.lexicon.phrases[found.number as usize];
        let (category, rating) = (phrase.category, phrase.rating);
        self.counted.push(Counted { category, rating, value: rating, start: found.start, end: found.end });
    }

    fn changed(&mut self, _: &Match, _: f64, _: f64) {}

    fn counted(&mut self, value: f64) {
        if let Some(last) = self.counted.last_mut() {
            last.value = value;
        }
    }

    fn leant(&mut self, _: &Match) {}
}
