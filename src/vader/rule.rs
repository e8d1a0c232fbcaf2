//! The rules by name, each with a sentence that says what it did.

use serde::Serialize;

/// Why a valence changed (Hutto & Gilbert 2014, as coded in vaderSentiment 3.3.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// A degree word ("very") has no valence of its own.
    DegreeWord,
    /// "kind" in "kind of" does not mean friendly.
    KindOf,
    /// "no" before a rated word only negates that word.
    NoBeforeRated,
    /// "no" one or two words before, or three with "or" or "nor" between: × −0.74.
    No,
    /// The word is in capitals and not all words are: 0.733 further from 0.
    Capitals,
    /// A degree word before: 0.293 further from 0; 95% of it from two words before, 90% from three.
    Strengthened,
    /// A degree word that weakens ("hardly"): 0.293 nearer to 0, the same shares.
    Weakened,
    /// A degree word in capitals where not all words are: 0.733 more.
    LoudDegree,
    /// A negation up to three words before: × −0.74.
    Negated,
    /// "never so", "never this": × 1.25. In the reference "so" or "this" right before a word is enough, if three
    /// words or more stand before it and the third has no rating.
    NeverSo,
    /// A phrase with a rating of its own ("the bomb"). The reference looks for phrases only where three words or
    /// more stand before, and the third before has no rating.
    Phrase,
    /// "kind of", "sort of", "just enough" before: −0.293, whatever the sign.
    DegreePhrase,
    /// "least" before, without "at" or "very": × −0.74.
    Least,
    /// Before the first "but": half.
    BeforeBut,
    /// After the first "but": half more.
    AfterBut,
}

impl Rule {
    /// What the rule did because of `words`, the first of them standing `distance` words before the rated one.
    pub(super) fn reason(self, words: &str, distance: usize) -> String {
        let place = match distance {
            0 => "this word".to_owned(),
            1 => "the word before".to_owned(),
            2 => "two words before".to_owned(),
            _ => "three words before".to_owned(),
        };
        match self {
            Self::DegreeWord => format!("'{words}' only strengthens or weakens other words"),
            Self::KindOf => format!("'{words}' only weakens other words"),
            Self::NoBeforeRated => format!("'no' only negates the next word, '{words}'"),
            Self::No | Self::Negated => format!("negated by '{words}', {place}"),
            Self::Capitals => format!("'{words}' is in capitals, other words are not"),
            Self::Strengthened => format!("{place}, '{words}', strengthens"),
            Self::Weakened => format!("{place}, '{words}', weakens"),
            Self::LoudDegree => format!("{place}, '{words}' in capitals adds weight"),
            Self::NeverSo => format!("counts a quarter more after '{words}'"),
            Self::Phrase => format!("the phrase '{words}' has a rating of its own"),
            Self::DegreePhrase => format!("'{words}' takes something away"),
            Self::Least => format!("turned by '{words}', the word before"),
            Self::BeforeBut => format!("before '{words}' counts half"),
            Self::AfterBut => format!("after '{words}' counts half more"),
        }
    }
}
