//! What stands around a mark that may end a sentence: the word before, the closing marks, the word after.

use std::ops::Range;

use super::marks::{self, Edge, Terminator};

/// How far rules look from the gap, in bytes; a bound on the work that one mark can cause.
const REACH: usize = 160;
/// Six full stops and more are a line to write on ("Chair ........ Date").
const LEADER: usize = 6;

/// What kind of mark the gap begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// One full stop.
    Stop,
    /// Something with `!` or `?` in it.
    Strong,
    /// Two stops or more, spaced or not, or `…`.
    Ellipsis,
    /// A dotted line of a form.
    Leader,
}

/// What the text after the gap begins with, opening marks put aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum First {
    Nothing,
    Upper,
    Lower,
    Digit,
    Money,
    /// A comma, a dash, a closing bracket: the sentence goes on.
    Continuation,
    /// A bar or bullet.
    Divider,
    Other,
}

/// A mark that may end a sentence, with its surroundings. Offsets are bytes of `text`.
pub(super) struct Gap<'a> {
    pub(super) text: &'a str,
    /// Where the sentence so far starts.
    pub(super) start: usize,
    /// The terminators.
    pub(super) marks: Range<usize>,
    pub(super) mark: Mark,
    /// After the closing marks: where the bound would be.
    pub(super) end: usize,
    /// Whether a quotation mark is among the closing marks.
    pub(super) quoted: bool,
    /// Where the words go on, white space left out.
    pub(super) next: usize,
    /// Where the words go on, opening marks left out.
    pub(super) first_at: usize,
    pub(super) first: First,
    /// Whether a quotation opens before the first word.
    pub(super) opens_quote: bool,
}

impl<'a> Gap<'a> {
    /// Reads the surroundings of the terminator at `place`. `open` says whether a straight double mark waits
    /// to be closed.
    pub(super) fn new(text: &'a str, start: usize, place: usize, open: bool) -> Self {
        let (mark, marks_end) = read_marks(text, place);
        let (end, quoted) = read_closers(text, marks_end, open);
        let next = end + (text[end..].len() - text[end..].trim_start().len());
        let mut gap = Gap {
            text,
            start,
            marks: place..marks_end,
            mark,
            end,
            quoted,
            next,
            first_at: next,
            first: First::Nothing,
            opens_quote: false,
        };
        gap.read_first();
        gap
    }

    fn read_first(&mut self) {
        self.first = match self.text[self.next..].chars().next() {
            None => First::Nothing,
            Some('|') => First::Divider,
            Some(c) if marks::bullet(c.encode_utf8(&mut [0; 4])).is_some() => First::Divider,
            Some(c) if is_continuation(c) => First::Continuation,
            Some(_) => self.first_past_openers(),
        };
    }

    fn first_past_openers(&mut self) -> First {
        for _ in 0..6 {
            let rest = &self.text[self.first_at..];
            if let Some((edge, len)) = marks::edge(rest) {
                if edge == Edge::Closing && !self.has_space() {
                    return First::Continuation;
                }
                self.opens_quote |= !rest.starts_with(marks::is_bracket);
                self.first_at += len;
            } else if let Some((_, len)) = marks::terminator(rest) {
                // "…This": an ellipsis that leads into a sentence.
                self.first_at += len;
            } else {
                break;
            }
        }
        first_of(&self.text[self.first_at..])
    }

    /// Where the sentence ends if the gap is a bound: after the closing marks; but of four spaced stops the
    /// first is the sentence's own and the rest stands for words left out before the next.
    pub(super) fn bound(&self) -> usize {
        let first_end = self.marks.start + 1;
        let own_stop =
            self.text[self.marks.start..self.marks.end].starts_with(". . .") && self.first != First::Nothing;
        let attached = self.before().is_some_and(char::is_alphanumeric);
        if own_stop && attached { first_end } else { self.end }
    }

    /// Whether white space follows the mark.
    pub(super) fn has_space(&self) -> bool {
        self.next > self.end
    }

    /// Whether closing marks follow the terminator.
    pub(super) fn has_closers(&self) -> bool {
        self.end > self.marks.end
    }

    /// The character before the terminators, within the sentence.
    pub(super) fn before(&self) -> Option<char> {
        self.text[self.start..self.marks.start].chars().next_back()
    }

    /// The token before the terminators: letters, digits and inner stops, back to a space, mark or hyphen.
    pub(super) fn word(&self) -> &'a str {
        word_before(self.text, self.start, self.marks.start)
    }

    /// The token before [`Self::word`], or nothing where the word starts the sentence.
    pub(super) fn previous_word(&self) -> &'a str {
        let at = self.marks.start - self.word().len();
        let trimmed = self.text[self.start..at].trim_end().len();
        word_before(self.text, self.start, self.start + trimmed)
    }

    /// The first word after the gap: letters with inner apostrophes and hyphens.
    pub(super) fn first_word(&self) -> &'a str {
        first_word(self.following())
    }

    /// What follows the gap, opening marks left out, as far as rules may look.
    pub(super) fn following(&self) -> &'a str {
        head(&self.text[self.first_at..], REACH)
    }

    /// The sentence so far, as far back as rules may look.
    pub(super) fn so_far(&self) -> &'a str {
        tail(&self.text[self.start..self.marks.start], REACH)
    }
}

/// The word with which `rest` begins.
pub(super) fn first_word(rest: &str) -> &str {
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-');
    let end = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
    rest[..end].trim_end_matches(['\'', '’', '-'])
}

fn word_before(text: &str, start: usize, end: usize) -> &str {
    let so_far = tail(&text[start..end], 40);
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '.' | '&' | '°');
    let from = so_far.char_indices().rev().find(|(_, c)| !is_word(*c)).map_or(0, |(at, c)| at + c.len_utf8());
    &so_far[from..]
}

/// The first `len` bytes, or a little less.
fn head(text: &str, len: usize) -> &str {
    let mut end = len.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The last `len` bytes, or a little less.
fn tail(text: &str, len: usize) -> &str {
    let mut from = text.len().saturating_sub(len);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    &text[from..]
}

/// The run of terminators at `place`: its kind and its end.
fn read_marks(text: &str, place: usize) -> (Mark, usize) {
    let (mut at, mut n_stops, mut n_dots, mut strong) = (place, 0, 0, false);
    while let Some((kind, len)) = marks::terminator(&text[at..]) {
        match kind {
            Terminator::Stop => (n_stops, n_dots) = (n_stops + 1, n_dots + 1),
            Terminator::Ellipsis => n_stops += 3,
            Terminator::Strong => strong = true,
        }
        at += len;
        // ". . ." is one mark: one space between two full stops does not part them.
        if text.as_bytes()[at..].starts_with(b" .")
            && text.as_bytes()[at - 1] == b'.'
            && !glued_word(&text[at + 2..])
        {
            at += 1;
        }
    }
    let mark = match () {
        () if strong => Mark::Strong,
        () if n_dots >= LEADER => Mark::Leader,
        () if n_stops > 1 => Mark::Ellipsis,
        () => Mark::Stop,
    };
    (mark, at)
}

/// Whether a word follows without a space, as in ".net".
fn glued_word(rest: &str) -> bool {
    rest.starts_with(char::is_alphanumeric)
}

/// Reads the closing marks at `at`: where they end, and whether a quotation mark is among them.
fn read_closers(text: &str, mut at: usize, mut open: bool) -> (usize, bool) {
    let mut quoted = false;
    loop {
        // A closing mark may stand off by a space: "…like.’ ”", "It was. ” She".
        let gap = space_len(&text[at..]);
        let rest = &text[at + gap..];
        let Some((edge, len)) = marks::edge(rest) else {
            break;
        };
        let after = &text[at + gap + len..];
        let at_rest = after.is_empty() || after.starts_with(|c: char| !c.is_alphanumeric() && !is_opener(c));
        let closes = match edge {
            Edge::Closing => gap == 0 || (at_rest && !rest.starts_with(marks::is_bracket)),
            Edge::Opening => gap == 0 && !rest.starts_with(marks::is_bracket) && stands_off(after),
            Edge::Either if gap > 0 => rest.starts_with('"') && open && stands_off(after),
            Edge::Either => at_rest || !rest.starts_with('"') || open,
        };
        if !closes {
            break;
        }
        open ^= rest.starts_with('"');
        quoted |= !rest.starts_with(marks::is_bracket);
        at += gap + len;
    }
    (at, quoted)
}

fn space_len(rest: &str) -> usize {
    let is_blank = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{200a}');
    rest.chars().next().filter(|c| is_blank(*c)).map_or(0, char::len_utf8)
}

fn stands_off(after: &str) -> bool {
    after.is_empty() || after.starts_with(char::is_whitespace)
}

fn is_opener(c: char) -> bool {
    matches!(c, '“' | '‘' | '«' | '(' | '[' | '£' | '$' | '€')
}

fn is_continuation(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '-' | '–' | '—' | '/' | '&' | '%' | '=' | '+' | ')' | ']' | '}')
}

fn first_of(rest: &str) -> First {
    match rest.chars().next() {
        None => First::Nothing,
        Some('£' | '$' | '€') => First::Money,
        Some(c) if c.is_numeric() => First::Digit,
        Some(c) if c.is_uppercase() => First::Upper,
        Some(c) if c.is_lowercase() => First::Lower,
        Some(_) => First::Other,
    }
}
