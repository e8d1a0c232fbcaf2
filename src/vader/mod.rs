//! VADER (Hutto & Gilbert 2014), exactly as Python vaderSentiment 3.3.2 computes it.

/// The four scores of a text, not rounded.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Scores {
    /// Share of negative weight, 0 to 1.
    pub neg: f64,
    /// Share of neutral weight, 0 to 1.
    pub neu: f64,
    /// Share of positive weight, 0 to 1.
    pub pos: f64,
    /// Normalised sum, −1 to 1.
    pub compound: f64,
}

/// How marks are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// As the reference reads: only ASCII punctuation is known.
    Strict,
    /// Typographic quotation marks, apostrophes and dashes are read as their plain forms.
    Typographic,
}

/// The word list.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {}

/// Scores a text.
#[must_use]
pub fn score(text: &str, lexicon: &Lexicon, reading: Reading) -> Scores {
    let _ = (text, lexicon, reading);
    Scores::default()
}
