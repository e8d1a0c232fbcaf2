//! What a line shows by itself: its words for look-up, how it ends, whether it reads as a paragraph.

use super::lines::{Line, is_visible};
use super::shapes;

/// Bytes of a line that are compared with phrases. The longest phrase stands well inside.
const LOOKED_AT: usize = 600;
/// Words from which a line is a paragraph however it ends: longer than headlines and teasers.
const PARAGRAPH_WORDS: usize = 20;
/// Words from which even a line at the top of the page is a paragraph: standfirsts are shorter.
const LONG_PARAGRAPH_WORDS: usize = 30;

/// A line as the rules see it.
#[derive(Clone, Debug)]
pub(super) struct Look<'t> {
    /// The words as published.
    pub(super) words: &'t str,
    /// The beginning, in lower case, marks plain, blanks single, without marks in front.
    pub(super) key: String,
    /// Words that hold a letter or a digit.
    pub(super) n_words: usize,
    /// The last mark or letter, closing marks and brackets left out.
    pub(super) last: char,
    /// Whether a sentence ends at the end of the line (three dots are no end).
    pub(super) stop: bool,
    /// Whether the line starts with a quotation mark.
    pub(super) opens_quotation: bool,
    /// Whether it starts with a bullet or an item's number.
    pub(super) list_item: bool,
    /// Whether an empty line stands before it.
    pub(super) gap: bool,
    speaks: bool,
}

impl<'t> Look<'t> {
    /// Looks at a line of `text`.
    pub(super) fn new(text: &'t str, line: Line) -> Self {
        let words = line.span.of(text);
        let end = words.trim_end_matches(|character: char| is_closer(character) || !is_visible(character));
        let last = end.chars().next_back().unwrap_or(' ');
        let dots = end.ends_with("..") || last == '…';
        let Counted { n_words, speaks } = Counted::new(words);
        Self {
            words,
            key: key(words),
            n_words,
            last,
            stop: last == '.' && !dots,
            opens_quotation: words.starts_with(['"', '“', '‘', '\'', '”', '«']),
            list_item: shapes::list_marker(words).is_some(),
            gap: line.gap,
            speaks,
        }
    }

    /// The key without marks at its end.
    pub(super) fn bare(&self) -> &str {
        self.key.trim_end_matches(|character: char| !character.is_alphanumeric())
    }

    /// Whether the line holds a double quotation mark: somebody may be speaking.
    pub(super) fn speaks(&self) -> bool {
        self.speaks
    }

    /// Whether a double quotation mark is opened in the line and not closed.
    pub(super) fn leaves_quotation_open(&self) -> bool {
        if !self.speaks {
            return false;
        }
        let curly = self.words.rfind('“') > self.words.rfind('”');
        curly || self.words.matches('"').count() % 2 == 1
    }

    /// Whether the line reads as a paragraph of running text anywhere on the page.
    pub(super) fn is_paragraph(&self) -> bool {
        self.is_sentence()
            || self.n_words >= PARAGRAPH_WORDS
            || (matches!(self.last, '?' | '!') && self.n_words >= 10)
    }

    /// Whether the line leads in what follows: a list, or somebody's words.
    pub(super) fn leads_in(&self) -> bool {
        self.last == ':' && self.n_words >= 3
    }

    /// Whether the line cannot be a headline: it ends as a sentence, or is longer than any.
    pub(super) fn is_sentence(&self) -> bool {
        (self.stop && self.n_words >= 3) || self.n_words >= LONG_PARAGRAPH_WORDS
    }

    /// Whether all its words of weight start with a capital, as names of sites and sections do.
    pub(super) fn is_title_case(&self) -> bool {
        self.words
            .split_whitespace()
            .filter(|word| word.chars().any(char::is_alphanumeric))
            .all(|word| shapes::is_function_word(word) || !word.starts_with(char::is_lowercase))
    }
}

/// What is counted in one pass over the letters of a line.
struct Counted {
    n_words: usize,
    speaks: bool,
}

impl Counted {
    fn new(words: &str) -> Self {
        let (mut n_words, mut in_word, mut speaks, mut mojibake) = (0, false, false, false);
        for character in words.chars() {
            match character {
                _ if character.is_ascii_alphanumeric() || character.is_alphanumeric() => {
                    n_words += usize::from(!in_word);
                    in_word = true;
                    mojibake |= character == 'œ';
                }
                _ if character.is_whitespace() => in_word = false,
                '"' | '“' | '”' | '‘' | '«' => speaks = true,
                _ => {}
            }
        }
        Self { n_words, speaks: speaks || mojibake && words.contains("â€œ") }
    }
}

/// Marks that may stand after the end of a sentence.
fn is_closer(character: char) -> bool {
    matches!(character, '"' | '”' | '“' | '’' | '‘' | '\'' | '»' | ')' | ']' | '*' | '_')
}

/// Lower case, plain marks, single blanks, no marks in front.
fn key(words: &str) -> String {
    let mut key = String::with_capacity(words.len().min(LOOKED_AT));
    let mut blank = false;
    let mut rest = words;
    while key.len() < LOOKED_AT {
        let n_plain = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        if n_plain > 0 {
            if std::mem::take(&mut blank) {
                key.push(' ');
            }
            let from = key.len();
            key.push_str(&rest[..n_plain.min(LOOKED_AT.saturating_sub(from).max(1))]);
            key[from..].make_ascii_lowercase();
            rest = &rest[n_plain..];
            continue;
        }
        let Some(character) = rest.chars().next() else {
            break;
        };
        rest = &rest[character.len_utf8()..];
        if character.is_whitespace() {
            blank = !key.is_empty();
            continue;
        }
        let starts = character.is_alphanumeric() || matches!(character, '©' | '@' | '#');
        if !is_visible(character) || (key.is_empty() && !starts) {
            continue;
        }
        if std::mem::take(&mut blank) {
            key.push(' ');
        }
        match character {
            '‘' | '’' | '`' => key.push('\''),
            '“' | '”' => key.push('"'),
            '–' | '—' => key.push('-'),
            other => key.extend(other.to_lowercase()),
        }
    }
    key
}

/// The part of a text that a look was taken of, for tests.
#[cfg(test)]
pub(super) fn look(words: &str) -> Look<'_> {
    Look::new(words, Line { span: crate::Span::new(0, words.len()).trimmed(words), gap: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_has_plain_marks_and_single_blanks() {
        assert_eq!(look("“Don’t\u{a0} Miss” –  now:").key, "don't miss\" - now:");
        assert_eq!(look("(ENDS)").bare(), "ends");
    }

    #[test]
    fn a_full_stop_inside_closing_marks_ends_a_sentence() {
        assert!(look("“We are sorry.”").is_sentence());
        assert!(!look("Read the whole story here...").is_sentence());
        assert!(!look("Council says sorry").is_paragraph());
    }
}
