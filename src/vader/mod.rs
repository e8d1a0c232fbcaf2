//! VADER (Hutto & Gilbert 2014), exactly as Python vaderSentiment 3.3.2 computes it, with a ledger.
//!
//! A text is cut into words (`token`), each word with a rating is weighed by the words around it (`rules`), "but"
//! shifts the weight (`contrast`), and all is summed up (`total`). One engine does this; [`score`] runs it with
//! nobody listening, [`explain`] with a bookkeeper who writes the [`Ledger`].
//!
//! Hutto, C. J. & Gilbert, E. (2014). VADER: a parsimonious rule-based model for sentiment analysis of social media
//! text. ICWSM-14.

mod contrast;
mod crate_scorer;
mod ledger;
mod letters;
mod lexicon;
mod reading;
mod rule;
mod rules;
mod slots;
mod token;
mod total;
mod traits;

pub use crate_scorer::Scorer;
pub use ledger::{Adjustment, Ledger, LedgerWord};
pub use lexicon::Lexicon;
pub use reading::Reading;
pub use rule::Rule;
pub(crate) use total::ALPHA;
pub use total::{Scores, Total};

use ledger::Bookkeeper;
pub(crate) use ledger::start_and_end;
use rules::Listener;
use token::{Token, Words};
use traits::Traits;

/// Scores a text.
///
/// ```
/// use slantwise::vader::{Lexicon, Reading, score};
///
/// let scores = score("We don’t like it.", Lexicon::published(), Reading::Typographic);
/// assert_eq!(scores.rounded().compound, -0.2755);
/// ```
#[must_use]
pub fn score(text: &str, lexicon: &Lexicon, reading: Reading) -> Scores {
    score_with(&mut Scratch::default(), text, lexicon, reading)
}

/// Buffers that are used again from text to text, where many are scored.
#[derive(Debug, Default)]
pub struct Scratch {
    words: Words,
    valences: Vec<(usize, f64)>,
}

/// Scores a text as [`score`] does, without new buffers.
#[must_use]
pub fn score_with(scratch: &mut Scratch, text: &str, lexicon: &Lexicon, reading: Reading) -> Scores {
    let Scratch { words, valences } = scratch;
    words.read(text, lexicon, reading);
    weigh(&words.tokens, lexicon, valences, &mut ());
    total(text, words, valences).scores()
}

/// Scores a text and says how the score came about.
///
/// ```
/// use slantwise::vader::{Lexicon, Reading, explain};
///
/// let ledger = explain("It was not good.", Lexicon::published(), Reading::Strict);
/// let word = &ledger.words[0];
/// assert_eq!((word.word.as_str(), word.base), ("good", 1.9));
/// assert_eq!(word.adjustments[0].reason(), "negated by 'not', the word before");
/// ```
#[must_use]
pub fn explain(text: &str, lexicon: &Lexicon, reading: Reading) -> Ledger {
    let mut words = Words::default();
    let mut valences = Vec::new();
    words.read(text, lexicon, reading);
    let mut bookkeeper = Bookkeeper::new(text, lexicon, &words.tokens);
    weigh(&words.tokens, lexicon, &mut valences, &mut bookkeeper);
    bookkeeper.ledger(&valences, total(text, &words, &valences))
}

/// Fills `valences` with token and valence, in order, those that are 0 left out.
fn weigh<L: Listener>(
    tokens: &[Token],
    lexicon: &Lexicon,
    valences: &mut Vec<(usize, f64)>,
    listener: &mut L,
) {
    valences.clear();
    let n_capitals = tokens.iter().filter(|token| token.traits.has(Traits::CAPITALS)).count();
    let mixed = 0 < n_capitals && n_capitals < tokens.len();
    for (place, token) in tokens.iter().enumerate() {
        if token.traits.has(Traits::RATED) {
            let valence = rules::valence(lexicon, tokens, place, mixed, listener);
            if valence != 0.0 {
                valences.push((place, valence));
            }
        }
    }
    if let Some(but) = tokens.iter().position(|token| token.traits.has(Traits::BUT)) {
        contrast::weigh(valences, but, listener);
    }
}

fn total(text: &str, words: &Words, valences: &[(usize, f64)]) -> Total {
    let n_exclamations = count(text, b'!') + words.n_named_exclamations;
    Total::new(valences, words.tokens.len(), n_exclamations, count(text, b'?'))
}

/// How often `mark` occurs. Small counters, emptied before they are full, are quicker than one large one.
fn count(text: &str, mark: u8) -> usize {
    let blocks = text.as_bytes().chunks(usize::from(u8::MAX));
    blocks.map(|block| usize::from(block.iter().map(|&byte| u8::from(byte == mark)).sum::<u8>())).sum()
}
