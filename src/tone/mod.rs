//! How favourable a passage is to the inspected service, −1 to 1, by phrases that a profile lists.
//!
//! A text is cut into words (`words`), phrases and operators are found (`matches`), each phrase's rating is changed by
//! the operators that reach it (`operators`), and the sum is brought between −1 and 1. In an article a passage then
//! takes a share of what the same voice says around it (`turn`). One engine does this; [`score`] runs it with nobody
//! listening, [`explain`] writes the [`Ledger`].
//!
//! The way of summing is VADER's (Hutto & Gilbert 2014): ratings of −4 to 4, words that strengthen, weaken and turn
//! them, sum / √(sum² + α). What differs is the question: VADER asks how positive words are, tone asks whom they favour.

mod counted;
pub mod fit;
pub(crate) mod leaning;
mod ledger;
mod lexicon;
mod matches;
mod operators;
mod outline;
pub(crate) mod turn;

pub use counted::Counted;
pub use leaning::{Leaning, table};
pub use ledger::{Change, Ledger, Replaced, Term};
pub use lexicon::Lexicon;
pub(crate) use lexicon::{Imported, RATINGS};
pub use outline::{CategoryOutline, OperatorOutline};

use crate::phrase::words::{self, Word};
use matches::Matches;
use operators::{Listener, weigh};

/// Buffers that are used again from text to text, where many are scored.
#[derive(Debug, Default)]
pub struct Scratch {
    words: Vec<Word>,
    matches: Matches,
}

impl Scratch {
    fn read(&mut self, text: &str, lexicon: &Lexicon) {
        words::read(text, &lexicon.table, &mut self.words);
        self.matches.find(&self.words, &lexicon.table);
    }

    fn weigh<L: Listener>(&self, lexicon: &Lexicon, listener: &mut L) -> f64 {
        weigh(&self.words, &self.matches, lexicon, listener)
    }
}

/// The tone of a text on its own, −1 to 1; 0 where no phrase is found.
///
/// ```
/// use slantwise::{Profile, tone};
///
/// let lexicon = &Profile::inspection().tone;
/// assert!(tone::score("The service requires improvement.", lexicon) < -0.05);
/// assert!(tone::score("The service is no longer inadequate.", lexicon) > 0.05);
/// assert_eq!(tone::score("Inspectors visited in June.", lexicon), 0.0);
/// ```
#[must_use]
pub fn score(text: &str, lexicon: &Lexicon) -> f64 {
    score_with(&mut Scratch::default(), text, lexicon)
}

/// Scores a text as [`score`] does, without new buffers.
#[must_use]
pub fn score_with(scratch: &mut Scratch, text: &str, lexicon: &Lexicon) -> f64 {
    lexicon.tone(sum(scratch, text, lexicon))
}

/// The sum of what the phrases of a text count.
pub(crate) fn sum(scratch: &mut Scratch, text: &str, lexicon: &Lexicon) -> f64 {
    scratch.read(text, lexicon);
    scratch.weigh(lexicon, &mut ())
}

/// As [`sum`]; `counted` is filled with the phrases of the text and what they count.
pub(crate) fn sum_counted(
    scratch: &mut Scratch,
    text: &str,
    lexicon: &Lexicon,
    counted: &mut Vec<Counted>,
) -> f64 {
    scratch.read(text, lexicon);
    counted.clear();
    scratch.weigh(lexicon, &mut counted::Counter { lexicon, counted })
}

/// Scores a text on its own and says how the tone came about.
#[must_use]
pub fn explain(text: &str, lexicon: &Lexicon, vader: &crate::vader::Lexicon) -> Ledger {
    let mut scratch = Scratch::default();
    scratch.read(text, lexicon);
    let mut bookkeeper = ledger::Bookkeeper::new(text, lexicon, &scratch.words);
    let sum = scratch.weigh(lexicon, &mut bookkeeper);
    bookkeeper.ledger(sum, vader)
}

/// As [`explain`], for a passage to which what the same voice says around it adds `around`.
#[must_use]
pub fn explain_in_turn(text: &str, around: f64, lexicon: &Lexicon, vader: &crate::vader::Lexicon) -> Ledger {
    let mut ledger = explain(text, lexicon, vader);
    ledger.add_around(around, lexicon);
    ledger
}

impl Lexicon {
    /// Brings a sum between −1 and 1.
    pub(crate) fn tone(&self, sum: f64) -> f64 {
        let rest = sum + self.doubt(sum);
        rest / (rest * rest + self.scale.alpha).sqrt()
    }

    /// What is taken off a sum because so little tells nothing.
    pub(crate) fn doubt(&self, sum: f64) -> f64 {
        -sum.clamp(-self.scale.doubt, self.scale.doubt)
    }

    /// What share of its neighbours' sums a passage takes in a turn of the same voice.
    pub(crate) const fn around(&self) -> f64 {
        self.scale.around
    }
}
