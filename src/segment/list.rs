//! Lists that stand inside one line: "1.) The first item 2.) The second item", "• one • two".

use super::{Span, marks};

/// What comes after a label: "2.", "2.)", "2)" or "(2)".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Stop,
    StopBracket,
    Bracket,
    Brackets,
}

/// A label of a list: its style, and its value with `a` counted as 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Label {
    style: Style,
    letter: bool,
    value: u32,
}

/// The list that a paragraph starts, if its first word is a label or bullet, and where it has got to.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct InlineList {
    last: Option<Label>,
    bullets: bool,
}

impl InlineList {
    /// The list that starts with the first word of `text`.
    pub(super) fn at_start(text: &str) -> Self {
        let text = text.trim_start();
        Self { last: read_label(text).map(|(label, _)| label), bullets: marks::bullet(text).is_some() }
    }

    /// Whether a bullet after the words `before` starts an item. Elsewhere it is an ornament between words
    /// ("By Jane Hill • 3 min read").
    pub(super) fn is_item_bullet(&mut self, before: &str) -> bool {
        let words = before.trim_end();
        self.bullets |= words.ends_with(':') || marks::ends_sentence(words);
        self.bullets && !words.is_empty()
    }

    /// The label that ends with the stop or bracket at `place`, if it is the next of this list.
    pub(super) fn next_label(&mut self, text: &str, start: usize, place: usize) -> Option<Span> {
        let last = self.last?;
        let bytes = &text.as_bytes()[start..place];
        let label_len = bytes.iter().rev().take(5).position(u8::is_ascii_whitespace)?;
        let from = place - label_len;
        let (label, len) = read_label(&text[from..])?;
        let expected = Label { value: last.value + 1, ..last };
        let words = text[start..from].trim_end();
        if label != expected || words.is_empty() || leads_on(words) {
            return None;
        }
        self.last = Some(label);
        Some(Span::new(from, from + len))
    }
}

/// Words after which a number is part of the sentence ("between 1) housing and 2) transport").
fn leads_on(words: &str) -> bool {
    let last = words.rsplit(char::is_whitespace).next().unwrap_or_default();
    words.ends_with(',') || ["and", "or", "to", "in", "of", "than", "No."].contains(&last)
}

/// Reads a label with the white space after it: the label and its length without the space.
fn read_label(text: &str) -> Option<(Label, usize)> {
    let opened = text.starts_with('(');
    let inner = &text[usize::from(opened)..];
    let name_len = inner.bytes().take(3).take_while(u8::is_ascii_alphanumeric).count();
    let (letter, value) = label_value(&inner[..name_len])?;
    let rest = &inner[name_len..];
    let (style, mark_len) = match (opened, rest.as_bytes()) {
        (true, [b')', ..]) => (Style::Brackets, 1),
        (false, [b'.', b')', ..]) => (Style::StopBracket, 2),
        (false, [b')', ..]) => (Style::Bracket, 1),
        (false, [b'.', ..]) => (Style::Stop, 1),
        _ => return None,
    };
    if !rest[mark_len..].starts_with(char::is_whitespace) {
        return None;
    }
    let label = Label { style, letter, value };
    Some((label, usize::from(opened) + name_len + mark_len))
}

fn label_value(name: &str) -> Option<(bool, u32)> {
    match name.as_bytes() {
        [letter @ b'a'..=b'z'] => Some((true, u32::from(letter - b'a') + 1)),
        [b'0'..=b'9', ..] => name.parse().ok().map(|value| (false, value)),
        _ => None,
    }
}

/// Whether the words are nothing but the label of an item: "1", "• 9", "27.3", "(a", "iv".
pub(super) fn is_label(words: &str) -> bool {
    let words = words.trim();
    let after_bullet = marks::bullet(words).map_or(words, |len| words[len..].trim_start());
    let name = after_bullet.trim_start_matches(['-', '*', '(', '[', ' ']);
    let short = (1..=7).contains(&name.len());
    let number =
        name.split('.').all(|part| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()));
    let letter = name.len() == 1 && name.bytes().all(|b| b.is_ascii_alphabetic());
    let roman = name.len() <= 4 && name.bytes().all(|b| b"ivx".contains(&b));
    short && (number || letter || roman)
}
