//! Letters and white space as `CPython` 3.11 (Unicode 14) sees them, so that the same text falls into the same words.

/// Cased letters that came after Unicode 14. `CPython` 3.11 sees no case in them, newer tables do.
const YOUNGER_THAN_UNICODE_14: [(char, char); 11] = [
    ('\u{10FC}', '\u{10FC}'),
    ('\u{1C89}', '\u{1C8A}'),
    ('\u{A7CB}', '\u{A7CF}'),
    ('\u{A7D2}', '\u{A7D2}'),
    ('\u{A7D4}', '\u{A7D4}'),
    ('\u{A7DA}', '\u{A7DC}'),
    ('\u{A7F1}', '\u{A7F4}'),
    ('\u{AB69}', '\u{AB69}'),
    ('\u{10D50}', '\u{10D85}'),
    ('\u{16EA0}', '\u{16ED3}'),
    ('\u{1DF25}', '\u{1E06D}'),
];

/// Letters like ǅ: a capital and a small letter in one. All that Unicode has.
const TITLECASE: [(char, char); 10] = [
    ('\u{1C5}', '\u{1C5}'),
    ('\u{1C8}', '\u{1C8}'),
    ('\u{1CB}', '\u{1CB}'),
    ('\u{1F2}', '\u{1F2}'),
    ('\u{1F88}', '\u{1F8F}'),
    ('\u{1F98}', '\u{1F9F}'),
    ('\u{1FA8}', '\u{1FAF}'),
    ('\u{1FBC}', '\u{1FBC}'),
    ('\u{1FCC}', '\u{1FCC}'),
    ('\u{1FFC}', '\u{1FFC}'),
];

/// The case of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    Upper,
    /// Small letters, and titlecase ones: a word with either is not in capitals.
    Lower,
    None,
}

/// The case that Python's `isupper` goes by.
pub(super) fn case(letter: char) -> Case {
    if letter.is_ascii_uppercase() {
        Case::Upper
    } else if letter.is_ascii_lowercase() {
        Case::Lower
    } else if letter.is_ascii() || within(&YOUNGER_THAN_UNICODE_14, letter) {
        Case::None
    } else if letter.is_uppercase() {
        Case::Upper
    } else if letter.is_lowercase() || within(&TITLECASE, letter) || letter == '\u{295}' {
        // U+0295 was a small letter up to Unicode 14 and is none now.
        Case::Lower
    } else {
        Case::None
    }
}

/// White space at which Python's `split` cuts: Rust's, and the four separators of ASCII.
pub(super) fn is_space(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{1C}'..='\u{1F}')
}

fn within(ranges: &[(char, char)], letter: char) -> bool {
    ranges.iter().any(|&(first, last)| (first..=last).contains(&letter))
}

#[cfg(test)]
mod tests {
    use super::*;
    use sha2::{Digest, Sha256};
    use std::fmt::Write;

    /// The digest is that of `CPython` 3.11.7 over all characters: `U` where `isupper`, `L` where `islower` or
    /// `istitle`, else `-`; a `+` after each white space. A new Unicode in Rust shows here.
    #[test]
    fn every_character_is_what_cpython_3_11_takes_it_for() {
        let mut classes = String::new();
        for letter in '\0'..=char::MAX {
            classes.push(match case(letter) {
                Case::Upper => 'U',
                Case::Lower => 'L',
                Case::None => '-',
            });
            if is_space(letter) {
                classes.push('+');
            }
        }
        let mut digest = String::new();
        for byte in Sha256::digest(classes) {
            write!(digest, "{byte:02x}").unwrap();
        }
        assert_eq!(digest, "3380810a15e56569f8fa710195a4f5f3c3c1a29b424dec6319a99a0d793dbbb6");
    }
}
