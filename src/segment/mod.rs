//! Cuts a block of text into sentences.
//!
//! One pass looks at every mark that may end a sentence (`. ! ? …` and their relatives, bars, bullets, blank
//! lines). What stands around the mark is a [`gap::Gap`]; the table in [`rules`] says whether the gap is a
//! bound. What no rule decides is decided by the sentence bounds of Unicode (UAX #29, by the crate
//! `unicode-segmentation`), asked for the few words around the gap only. Asked for a whole block, UAX #29 knows
//! no abbreviations, never starts a sentence with a number or a small letter, and takes quadratic time where
//! much white space follows a full stop.

mod abbreviations;
mod gap;
mod list;
mod marks;
mod rules;

pub use abbreviations::Abbreviations;

use crate::{Profile, Span};
use gap::Gap;
use list::InlineList;

/// The sentences of the block `span` of `text`: ordered, disjoint, missing only white space, each without
/// white space at its ends.
///
/// A single line break is white space, as hard-wrapped text has it; a blank line ends a sentence.
/// Time grows linearly with the length of the block.
#[must_use]
pub fn sentences(text: &str, span: Span, profile: &Profile) -> Vec<Span> {
    let mut scan = Scan::new(span.of(text), &profile.abbreviations);
    scan.run();
    for found in &mut scan.found {
        *found = Span::new(span.start + found.start, span.start + found.end);
    }
    scan.found
}

/// What the pass knows at the place that it has reached.
struct Scan<'a> {
    text: &'a str,
    abbreviations: &'a Abbreviations,
    found: Vec<Span>,
    /// Where the sentence that is being read starts.
    start: usize,
    list: InlineList,
    quotes: QuoteCount,
}

impl<'a> Scan<'a> {
    fn new(text: &'a str, abbreviations: &'a Abbreviations) -> Self {
        Self {
            text,
            abbreviations,
            found: Vec::new(),
            start: 0,
            list: InlineList::at_start(text),
            quotes: QuoteCount::default(),
        }
    }

    fn run(&mut self) {
        let mut at = 0;
        while let Some(place) = marks::next_candidate(self.text, at) {
            at = self.candidate(place);
        }
        self.bound(self.text.len());
    }

    /// Decides on the candidate at `place`; answers where to read on.
    fn candidate(&mut self, place: usize) -> usize {
        let byte = self.text.as_bytes()[place];
        match byte {
            b'\n' | b'\r' | 0x0C => self.line_break(place),
            b'|' => self.bar(place),
            b')' => self.item(place).unwrap_or(place + 1),
            _ if marks::bullet(&self.text[place..]).is_some() => self.bullet(place),
            _ if marks::terminator(&self.text[place..]).is_some() => match self.item(place) {
                Some(after) => after,
                None => self.terminator(place),
            },
            _ => place + marks::character_len(byte),
        }
    }

    fn terminator(&mut self, place: usize) -> usize {
        let open = self.quotes.is_open(self.text, place);
        let gap = Gap::new(self.text, self.start, place, open);
        if rules::is_bound(&gap, self.abbreviations) {
            self.bound(gap.bound());
        }
        gap.end
    }

    /// A blank line, or a page break, is a bound; one line break is white space.
    fn line_break(&mut self, place: usize) -> usize {
        let rest = &self.text[place..];
        let after_line = match rest.as_bytes() {
            [0x0C, ..] => 0,
            [b'\r', b'\n', ..] => 2,
            _ => 1,
        };
        let blanks = rest[after_line..].trim_start_matches([' ', '\t', '\u{a0}']);
        if blanks.starts_with(['\n', '\r', '\u{c}']) {
            self.bound(place);
            self.quotes.reset(place);
            let solid = self.text.len() - blanks.trim_start().len();
            self.list = InlineList::at_start(&self.text[solid..]);
            return solid;
        }
        place + after_line.max(1)
    }

    /// A bar after the end of a sentence stands alone; elsewhere it belongs to its line.
    fn bar(&mut self, place: usize) -> usize {
        let end = self.text.len() - self.text[place..].trim_start_matches('|').len();
        let before = self.text[self.start..place].trim_end();
        if before.is_empty() || marks::ends_sentence(before) {
            self.bound(place);
            self.bound(end);
        }
        end
    }

    fn bullet(&mut self, place: usize) -> usize {
        if self.list.is_item_bullet(&self.text[self.start..place]) {
            self.bound(place);
        }
        place + marks::bullet(&self.text[place..]).unwrap_or(1)
    }

    /// The next label of a list inside the line ("2.)" after "1.)").
    fn item(&mut self, place: usize) -> Option<usize> {
        let label = self.list.next_label(self.text, self.start, place)?;
        self.bound(label.start);
        Some(label.end)
    }

    fn bound(&mut self, at: usize) {
        let sentence = Span::new(self.start, at).trimmed(self.text);
        if !sentence.is_empty() {
            self.found.push(sentence);
        }
        self.start = at;
    }
}

/// Counts straight double marks, which look alike when they open and when they close.
#[derive(Default)]
struct QuoteCount {
    counted: usize,
    n_marks: usize,
}

impl QuoteCount {
    /// Whether a straight quotation is open before `place`.
    fn is_open(&mut self, text: &str, place: usize) -> bool {
        let new = &text.as_bytes()[self.counted.min(place)..place];
        self.n_marks += new.iter().filter(|byte| **byte == b'"').count();
        self.counted = place;
        self.n_marks % 2 == 1
    }

    fn reset(&mut self, place: usize) {
        *self = Self { counted: place, n_marks: 0 };
    }
}

#[cfg(test)]
mod tests;
