//! How marks are read: typographic ones may stand for their plain forms.

/// How marks are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// As the reference reads: only ASCII punctuation is known, so that `“Terrible,”` and `don’t` are unknown words.
    Strict,
    /// Typographic marks are read as their plain forms, and the words scored as the reference scores those:
    ///
    /// | marks | read as |
    /// |---|---|
    /// | `“ ” „ ‟ « » ″` | `"` |
    /// | `‘ ’ ‚ ‛ ‹ › ʼ ′ ´` | `'` |
    /// | `—` (em dash), `―` (bar), `–` (en dash) | a hyphen with a space on each side |
    /// | `–` between two digits (2018–19) | `-` |
    /// | `‐ ‑ ‒ −` (hyphens, figure dash, minus) | `-` |
    /// | `…` | `...` |
    /// | no-break spaces (U+00A0, U+2007, U+202F) | a space |
    /// | soft hyphen, zero-width space, word joiner, byte order mark | nothing |
    ///
    /// Spans still point into the text as given.
    Typographic,
}

impl Reading {
    /// The plain form of `mark` between its neighbours, where this reading has one.
    pub(super) fn plain(self, before: Option<char>, mark: char, after: Option<char>) -> Option<&'static str> {
        match self {
            Self::Strict => None,
            Self::Typographic => plain(before, mark, after),
        }
    }
}

fn plain(before: Option<char>, mark: char, after: Option<char>) -> Option<&'static str> {
    let is_digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    Some(match mark {
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => "\"",
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | 'ʼ' | '′' | '´' => "'",
        '–' if is_digit(before) && is_digit(after) => "-",
        '—' | '―' | '–' => " - ",
        '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2212}' => "-",
        '…' => "...",
        '\u{A0}' | '\u{2007}' | '\u{202F}' => " ",
        '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' => "",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::*;
    use crate::vader::{Lexicon, score};

    /// The whole text in its plain form.
    fn plain_form(text: &str) -> String {
        let letters: Vec<char> = text.chars().collect();
        let mut out = String::new();
        for (place, &letter) in letters.iter().enumerate() {
            let before = place.checked_sub(1).map(|before| letters[before]);
            match plain(before, letter, letters.get(place + 1).copied()) {
                Some(form) => out.push_str(form),
                None => out.push(letter),
            }
        }
        out
    }

    proptest! {
        #[test]
        fn the_typographic_reading_is_the_strict_reading_of_the_plain_form(
            text in "([“”„‟«»″‘’‚‛‹›ʼ′´—―–‐‑‒−…\u{a0}\u{202f}\u{ad}\u{feff} 12!]|good|isn|t|bad |like|😊|\\PC){0,30}"
        ) {
            let score = |text: &str, reading| score(text, Lexicon::published(), reading);
            prop_assert_eq!(score(&text, Reading::Typographic), score(&plain_form(&text), Reading::Strict));
        }
    }
}
