//! Cuts a text into the words that phrases are made of, and marks the bounds of clauses between them.
//!
//! Unlike VADER's words these are bare of all marks: "well-led" is two words, "report’s" is "report", and a missing
//! space after a quotation mark does no harm.

use super::table::{Traits, WordTable};
use crate::Span;

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Bound {
    /// Nothing that ends a clause: a space, a hyphen, a quotation mark.
    #[default]
    None,
    /// A comma, or a word that opens a clause ("which").
    Clause,
    /// A semicolon, colon, bracket, dash or full stop.
    Break,
}

/// A word of the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    /// Its number in the table; 0 for a word that is in no phrase.
    pub(crate) id: u32,
    /// What it can open or end.
    pub(crate) traits: Traits,
    /// Where it stands.
    pub(crate) span: Span,
    /// What parts it from the word before.
    pub(crate) bound: Bound,
}

/// The longest word that is looked up, in bytes; no phrase has a longer one.
pub(crate) const LONGEST: usize = 32;

/// Reads `text` into `words`. A question mark is a word of its own, since it tells something of what stands before.
pub(crate) fn read(text: &str, table: &WordTable, words: &mut Vec<Word>) {
    words.clear();
    let bytes = text.as_bytes();
    let mut bound = Bound::Break;
    let mut at = 0;
    while at < bytes.len() {
        let kind = KINDS[bytes[at] as usize];
        if kind == LETTER || (kind == BEYOND && is_letter_at(text, at)) {
            let (end, id) = word(text, at, table);
            let traits = table.traits(id);
            if traits.opens_clause {
                bound = bound.max(Bound::Clause);
            }
            words.push(Word { id, traits, span: Span::new(at, end), bound });
            bound = Bound::None;
            at = if bytes.get(end).is_none_or(|byte| *byte == b' ') {
                end
            } else {
                after_possessive(text, end)
            };
        } else if kind == SPACE {
            at += 1;
        } else {
            bound = bound.max(bound_at(text, at, kind));
            if bytes[at] == b'?' {
                let id = table.find(b"?");
                let traits = table.traits(id);
                words.push(Word { id, traits, span: Span::new(at, at + 1), bound: Bound::None });
            }
            at += if kind == BEYOND { text[at..].chars().next().map_or(1, char::len_utf8) } else { 1 };
        }
    }
}

/// The words of a text in small letters, and each two that stand side by side with nothing that ends a clause between.
pub(crate) fn singles_and_pairs(text: &str, table: &WordTable) -> Vec<String> {
    let mut words = Vec::new();
    read(text, table, &mut words);
    let lower: Vec<String> =
        words.iter().map(|word| word.span.of(text).to_lowercase().replace('’', "'")).collect();
    let pairs = words.windows(2).zip(lower.windows(2)).filter(|(words, _)| words[1].bound != Bound::Break);
    let pairs: Vec<String> = pairs.map(|(_, pair)| pair.join(" ")).collect();
    lower
        .into_iter()
        .chain(pairs)
        .filter(|words| words.split(' ').all(|word| word.len() <= LONGEST))
        .collect()
}

const OTHER: u8 = 0;
const SPACE: u8 = 5;
const LETTER: u8 = 1;
const COMMA: u8 = 2;
const BREAK: u8 = 3;
const BEYOND: u8 = 4;

static KINDS: [u8; 256] = kinds();

const fn kinds() -> [u8; 256] {
    let mut kinds = [BEYOND; 256];
    let mut byte: u8 = 0;
    while byte < 128 {
        kinds[byte as usize] = match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => LETTER,
            b' ' => SPACE,
            b',' => COMMA,
            b';' | b':' | b'(' | b')' | b'[' | b']' | b'.' | b'!' | b'?' | b'-' => BREAK,
            _ => OTHER,
        };
        byte += 1;
    }
    kinds
}

/// A full stop breaks before a space, a hyphen between spaces.
fn bound_at(text: &str, at: usize, kind: u8) -> Bound {
    let bytes = text.as_bytes();
    let is_space = |place: Option<usize>| {
        place.and_then(|place| bytes.get(place)).is_none_or(|byte| byte.is_ascii_whitespace() || *byte >= 128)
    };
    match bytes[at] {
        b'.' if !is_space(Some(at + 1)) => Bound::None,
        b'-' if !(is_space(Some(at + 1)) && is_space(at.checked_sub(1))) => Bound::None,
        _ if kind == COMMA => Bound::Clause,
        _ if kind == BREAK => Bound::Break,
        _ if kind == BEYOND && text[at..].starts_with(['–', '—', '…']) => Bound::Break,
        _ => Bound::None,
    }
}

fn is_letter_at(text: &str, at: usize) -> bool {
    text[at..].chars().next().is_some_and(char::is_alphanumeric)
}

/// The word at `start`: where it ends, and its number.
fn word(text: &str, start: usize, table: &WordTable) -> (usize, u32) {
    let bytes = text.as_bytes();
    let n_letters = bytes[start..].iter().take_while(|byte| KINDS[**byte as usize] == LETTER).count();
    let end = start + n_letters;
    match bytes.get(end) {
        Some(&b'\'' | 128..) => word_with_marks(text, start, end, table),
        Some(&b'.' | &b',') if between_digits(bytes, end) => word_with_marks(text, start, end, table),
        _ => (end, table.find_at(bytes, start, end)),
    }
}

/// A word of which the plain letters up to `plain` are known. An apostrophe belongs to it between letters, a point or
/// comma between digits.
fn word_with_marks(text: &str, start: usize, plain: usize, table: &WordTable) -> (usize, u32) {
    let bytes = text.as_bytes();
    let mut lower = [0; LONGEST];
    let mut length = 0;
    let mut push = |byte: u8| {
        if let Some(place) = lower.get_mut(length) {
            *place = byte.to_ascii_lowercase();
        }
        length += 1;
    };
    bytes[start..plain].iter().for_each(|&byte| push(byte));
    let mut at = plain;
    while at < bytes.len() {
        let byte = bytes[at];
        if KINDS[byte as usize] == LETTER {
            push(byte);
            at += 1;
        } else if let Some(mark) = apostrophe(text, at) {
            push(b'\'');
            at += mark;
        } else if matches!(byte, b'.' | b',') && between_digits(bytes, at) {
            push(byte);
            at += 1;
        } else if byte >= 128 && is_letter_at(text, at) {
            let n_bytes = text[at..].chars().next().map_or(1, char::len_utf8);
            bytes[at..at + n_bytes].iter().for_each(|&byte| push(byte));
            at += n_bytes;
        } else {
            break;
        }
    }
    (at, lower.get(..length).map_or(0, |lower| table.find(lower)))
}

fn between_digits(bytes: &[u8], at: usize) -> bool {
    let is_digit = |place: Option<&u8>| place.is_some_and(u8::is_ascii_digit);
    at > 0 && is_digit(bytes.get(at - 1)) && is_digit(bytes.get(at + 1))
}

/// The bytes of an apostrophe at `at` that has a letter on either side and is not that of a possessive.
fn apostrophe(text: &str, at: usize) -> Option<usize> {
    let length = mark_of_apostrophe(&text[at..])?;
    let next = *text.as_bytes().get(at + length)?;
    (next.is_ascii_alphabetic() && after_possessive(text, at) == at).then_some(length)
}

fn mark_of_apostrophe(rest: &str) -> Option<usize> {
    if rest.starts_with('\'') {
        return Some(1);
    }
    rest.starts_with('’').then_some('’'.len_utf8())
}

/// Where the "’s" at `at` ends, or `at` where none stands.
fn after_possessive(text: &str, at: usize) -> usize {
    let Some(mark) = mark_of_apostrophe(&text[at..]) else {
        return at;
    };
    let mut after = text[at + mark..].chars();
    let is_possessive =
        matches!(after.next(), Some('s' | 'S')) && !after.next().is_some_and(char::is_alphanumeric);
    if is_possessive { at + mark + 1 } else { at }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words apart by a space; `,` and `|` before a word show the bound before it.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut table = WordTable::default();
        table.set_opens_clause("which");
        let mut words = Vec::new();
        read(text, &table, &mut words);
        let shown = words.iter().enumerate().map(|(place, word)| {
            let bound = match word.bound {
                _ if place == 0 => "",
                Bound::None => "",
                Bound::Clause => ",",
                Bound::Break => "|",
            };
            format!("{bound}{}", word.span.of(text))
        });
        assert_eq!(shown.collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn words_are_bare_of_marks_and_a_possessive_of_its_s() {
        check(
            "A “well-led” service’s staff didn’t wait 2.5 hours",
            "A well led service staff didn’t wait 2.5 hours",
        );
        check("good”and bad/worse, O'Neill's", "good and bad worse ,O'Neill");
    }

    #[test]
    fn clauses_end_at_marks_and_at_words_that_open_one() {
        check(
            "Slow, which hurt: late (again) – and poor. Why?",
            "Slow ,which hurt |late |again |and poor |Why ?",
        );
        check("re-inspected by 3 p.m. today", "re inspected by 3 p m |today");
    }
}
