//! Cuts a text into words as the reference does: at white space, bare of ASCII punctuation, emoji by their names.
//!
//! Words of plain ASCII are read where they stand. Where another character turns up, the words up to the next
//! white space are woven anew: marks in their plain form, each emoji as the words of its name. Every letter
//! remembers where it comes from, so that spans stay true to the given text.

use super::Reading;
use super::letters::{Case, case, is_space};
use super::lexicon::Lexicon;
use super::traits::Traits;
use crate::Span;

/// A word of the text and what is known of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Its entry in the lexicon.
    pub(super) id: u32,
    pub(super) traits: Traits,
    /// Where it stands, without the punctuation around it.
    pub(super) span: Span,
}

/// Buffers that one text after another can use.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub(super) tokens: Vec<Token>,
    /// Exclamation marks in names of emoji ("ON! arrow").
    pub(super) n_named_exclamations: usize,
    /// The word that is being woven, and where each of its characters comes from.
    woven: String,
    origins: Vec<Span>,
    lower: String,
}

/// A low guess (English has about six), so that the buffer for the tokens seldom grows.
const BYTES_A_WORD: usize = 5;

const SPACE: u8 = 1;
const BEYOND_ASCII: u8 = 1 << 1;
const PUNCTUATION: u8 = 1 << 2;
const UPPER: u8 = 1 << 3;
const LOWER: u8 = 1 << 4;
const APOSTROPHE: u8 = 1 << 5;

/// What each byte is.
static CLASSES: [u8; 256] = classes();

const fn classes() -> [u8; 256] {
    let mut classes = [BEYOND_ASCII; 256];
    let mut byte: u8 = 0;
    while byte < 128 {
        classes[byte as usize] = match byte {
            b'\t'..=b'\r' | 0x1C..=b' ' => SPACE,
            b'A'..=b'Z' => UPPER,
            b'a'..=b'z' => LOWER,
            b'\'' => PUNCTUATION | APOSTROPHE,
            _ if byte.is_ascii_punctuation() => PUNCTUATION,
            _ => 0,
        };
        byte += 1;
    }
    classes
}

const fn class(byte: u8) -> u8 {
    CLASSES[byte as usize]
}

impl Words {
    /// Reads `text` into [`Self::tokens`].
    pub(super) fn read(&mut self, text: &str, lexicon: &Lexicon, reading: Reading) {
        self.tokens.clear();
        self.n_named_exclamations = 0;
        self.tokens.reserve(text.len() / BYTES_A_WORD);
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            if class(bytes[at]) == SPACE {
                at += 1;
                continue;
            }
            let (end, seen) = run(bytes, at);
            if seen & BEYOND_ASCII == 0 {
                self.push_plain(&bytes[at..end], at, seen, lexicon);
                at = end;
            } else {
                at = self.weave(text, at, lexicon, reading);
            }
        }
    }

    /// A word of ASCII that stands in the text at `start`.
    fn push_plain(&mut self, bytes: &[u8], start: usize, seen: u8, lexicon: &Lexicon) {
        let (first, last) = if seen & PUNCTUATION == 0 { (0, bytes.len()) } else { bare(bytes) };
        let span = Span::new(start + first, start + last);
        self.tokens.push(plain_token(&bytes[first..last], span, seen, lexicon));
    }

    /// Weaves words from `start` up to white space; returns where it stopped.
    fn weave(&mut self, text: &str, start: usize, lexicon: &Lexicon, reading: Reading) -> usize {
        let mut before = text[..start].chars().next_back();
        let mut letters = text[start..].char_indices().peekable();
        while let Some((offset, letter)) = letters.next() {
            let origin = Span::new(start + offset, start + offset + letter.len_utf8());
            let after = letters.peek().map(|&(_, after)| after);
            if let Some(form) = (!letter.is_ascii()).then(|| reading.plain(before, letter, after)).flatten() {
                self.weave_form(form, origin, lexicon);
            } else if is_space(letter) {
                self.finish_word(lexicon);
                return origin.end;
            } else if let Some(name) = lexicon.emoji(letter) {
                self.finish_word(lexicon);
                self.n_named_exclamations += name.matches('!').count();
                self.weave_form(name, origin, lexicon);
            } else {
                self.weave_letter(letter, origin);
            }
            before = Some(letter);
        }
        self.finish_word(lexicon);
        text.len()
    }

    /// Weaves what stands for one character of the text; what follows in the text joins its last word.
    fn weave_form(&mut self, form: &str, origin: Span, lexicon: &Lexicon) {
        for letter in form.chars() {
            if letter == ' ' {
                self.finish_word(lexicon);
            } else {
                self.weave_letter(letter, origin);
            }
        }
    }

    fn weave_letter(&mut self, letter: char, origin: Span) {
        self.woven.push(letter);
        self.origins.push(origin);
    }

    fn finish_word(&mut self, lexicon: &Lexicon) {
        if !self.woven.is_empty() {
            let token =
                if self.woven.is_ascii() { self.woven_token(lexicon) } else { self.foreign_token(lexicon) };
            self.tokens.push(token);
        }
        self.woven.clear();
        self.origins.clear();
    }

    /// The token of a woven word that is plain ASCII by now: "don't".
    fn woven_token(&self, lexicon: &Lexicon) -> Token {
        let bytes = self.woven.as_bytes();
        let (first, last) = bare(bytes);
        let span = Span::new(self.origins[first].start, self.origins[last - 1].end);
        let (_, seen) = run(bytes, 0);
        plain_token(&bytes[first..last], span, seen, lexicon)
    }

    /// The token of a woven word in which other characters than ASCII are left.
    fn foreign_token(&mut self, lexicon: &Lexicon) -> Token {
        let is_punctuation = |letter: char| letter.is_ascii_punctuation();
        let n_before = self.woven.len() - self.woven.trim_start_matches(is_punctuation).len();
        let stripped = self.woven.trim_matches(is_punctuation);
        let n_letters = stripped.chars().count();
        let (word, first, n_letters) = if n_letters <= 2 {
            (self.woven.as_str(), 0, self.origins.len())
        } else {
            (stripped, n_before, n_letters)
        };
        // Python looks at the letters around a final sigma; no word of the lexicon has one.
        self.lower.clear();
        self.lower.extend(word.chars().flat_map(char::to_lowercase));
        let span = Span::new(self.origins[first].start, self.origins[first + n_letters - 1].end);
        token(self.lower.as_bytes(), span, is_capitals(word), self.lower.contains("n't"), lexicon)
    }
}

/// The bytes from `start` up to white space or beyond ASCII: where they end and all that was met.
fn run(bytes: &[u8], start: usize) -> (usize, u8) {
    let mut seen = 0;
    for (offset, &byte) in bytes[start..].iter().enumerate() {
        let class = class(byte);
        if class == SPACE {
            return (start + offset, seen);
        }
        seen |= class;
        if class == BEYOND_ASCII {
            return (start + offset, seen);
        }
    }
    (bytes.len(), seen)
}

/// Where a word of ASCII starts and ends without punctuation. Two bytes or fewer may be an emoticon, so they stay
/// what they were.
fn bare(bytes: &[u8]) -> (usize, usize) {
    let is_punctuation = |byte: &u8| class(*byte) & PUNCTUATION != 0;
    let first = bytes.iter().position(|byte| !is_punctuation(byte)).unwrap_or(bytes.len());
    let last = bytes.iter().rposition(|byte| !is_punctuation(byte)).map_or(first, |last| last + 1);
    if last - first <= 2 { (0, bytes.len()) } else { (first, last) }
}

/// The longest word for which small letters are made without a detour.
const SHORT: usize = 32;

fn plain_token(word: &[u8], span: Span, seen: u8, lexicon: &Lexicon) -> Token {
    let is_capitals = seen & (UPPER | LOWER) == UPPER;
    let has_nt = seen & APOSTROPHE != 0 && word.windows(3).any(|three| three.eq_ignore_ascii_case(b"n't"));
    if seen & UPPER == 0 || word.len() > SHORT {
        // Nothing in the lexicon is as long as `SHORT`, so a long word need not be made small.
        return token(word, span, is_capitals, has_nt, lexicon);
    }
    let mut lower = [0; SHORT];
    let lower = &mut lower[..word.len()];
    lower.copy_from_slice(word);
    lower.make_ascii_lowercase();
    token(lower, span, is_capitals, has_nt, lexicon)
}

fn token(lower: &[u8], span: Span, is_capitals: bool, has_nt: bool, lexicon: &Lexicon) -> Token {
    let id = lexicon.find(lower);
    let mut traits = lexicon.entry(id).traits;
    if is_capitals {
        traits.insert(Traits::CAPITALS);
    }
    if has_nt {
        traits.insert(Traits::NEGATES);
    }
    Token { id, traits, span }
}

/// Whether a word has capitals and no small letters.
fn is_capitals(word: &str) -> bool {
    let mut any = false;
    for letter in word.chars() {
        match case(letter) {
            Case::Upper => any = true,
            Case::Lower => return false,
            Case::None => {}
        }
    }
    any
}
