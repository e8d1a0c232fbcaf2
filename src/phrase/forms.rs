//! Forms of phrases: what a list means by "let down" among its verbs.

use crate::english::Inflection;

/// How the forms of a phrase are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Forms {
    AsWritten,
    Verb,
    Noun,
    Adjective,
}

impl Forms {
    /// All forms of a phrase, itself first.
    pub(crate) fn of(self, phrase: &str) -> Vec<String> {
        let english = Inflection::english();
        match self {
            Self::AsWritten => vec![phrase.to_owned()],
            Self::Verb => english.verb(phrase),
            Self::Noun => english.noun(phrase),
            Self::Adjective => english.adjective(phrase),
        }
    }
}
