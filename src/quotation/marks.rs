//! Quotation marks of every style, told apart from apostrophes by what stands beside them.

use crate::Span;

/// Double and single marks open and close quotations of different depth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    Double,
    Single,
}

/// What the printed form says: “ opens, ” closes, " does either.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Open,
    Close,
    Either,
}

/// A mark with its two neighbours within the block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) span: Span,
    pub(super) family: Family,
    pub(super) shape: Shape,
    pub(super) before: Option<char>,
    pub(super) after: Option<char>,
}

/// Printed forms, longest first; the last ones are UTF-8 read as Windows-1252, which stays as published.
const FORMS: [(&str, Family, Shape); 21] = [
    ("â€œ", Family::Double, Shape::Open),
    ("â€˜", Family::Single, Shape::Open),
    ("â€™", Family::Single, Shape::Close),
    ("â€\u{9d}", Family::Double, Shape::Close),
    ("â€", Family::Double, Shape::Close),
    ("``", Family::Double, Shape::Open),
    ("''", Family::Double, Shape::Either),
    ("“", Family::Double, Shape::Open),
    ("„", Family::Double, Shape::Open),
    ("‟", Family::Double, Shape::Open),
    ("”", Family::Double, Shape::Close),
    ("«", Family::Double, Shape::Open),
    ("»", Family::Double, Shape::Close),
    ("\"", Family::Double, Shape::Either),
    ("＂", Family::Double, Shape::Either),
    ("‘", Family::Single, Shape::Open),
    ("‚", Family::Single, Shape::Open),
    ("‛", Family::Single, Shape::Open),
    ("’", Family::Single, Shape::Close),
    ("'", Family::Single, Shape::Either),
    ("`", Family::Single, Shape::Open),
];

/// Words that begin with an apostrophe.
const CLIPPED: [&str; 14] =
    ["tis", "twas", "em", "til", "till", "cause", "cos", "bout", "round", "n", "ere", "im", "er", "un"];

/// All quotation marks of a block; apostrophes inside words are not among them.
pub(super) fn marks(text: &str, block: Span) -> Vec<Mark> {
    let words = block.of(text);
    let mut marks = Vec::new();
    let mut at = 0;
    while let Some(offset) = words.as_bytes()[at..].iter().position(|byte| may_be_mark(*byte)) {
        at += offset;
        let form = FORMS.iter().find(|(form, ..)| words[at..].starts_with(form));
        let Some(&(form, family, shape)) = form else {
            at += words[at..].chars().next().map_or(1, char::len_utf8);
            continue;
        };
        let end = at + form.len();
        let before = before(words, at, family);
        let after = words[end..].chars().next();
        let span = Span::new(block.start + at, block.start + end);
        let mark = Mark { span, family, shape, before, after };
        if !mark.is_apostrophe(&words[end..]) {
            marks.push(mark);
        }
        at = end;
    }
    marks
}

/// The character before the mark at `at`; of a nested quotation's close that stands apart by a space (`‘no,’ ”`), that
/// close.
fn before(words: &str, at: usize, family: Family) -> Option<char> {
    let before = words[..at].chars().next_back()?;
    let last = words[..at].trim_end().chars().next_back()?;
    let ends = words[at..].chars().nth(1).is_none_or(char::is_whitespace);
    let nested = family == Family::Double && ends && matches!(last, '\'' | '’');
    Some(if nested { last } else { before })
}

/// Whether a mark of [`FORMS`] may begin with this byte.
const fn may_be_mark(byte: u8) -> bool {
    matches!(byte, b'`' | b'\'' | b'"' | 0xC2 | 0xC3 | 0xE2 | 0xEF)
}

impl Mark {
    fn is_apostrophe(&self, rest: &str) -> bool {
        if self.family == Family::Double {
            return false;
        }
        let word_before = self.before.is_some_and(char::is_alphanumeric);
        let word_after = self.after.is_some_and(char::is_alphanumeric);
        if word_before && word_after {
            return true;
        }
        // ’90s and ’em begin words; a real opening mark before such a word is rarer than the apostrophe.
        let word: String = rest.chars().take_while(|c| c.is_alphanumeric()).take(6).collect();
        let decade = word.len() <= 3 && word.starts_with(|c: char| c.is_ascii_digit()) && word.ends_with('s');
        !word_before
            && self.shape != Shape::Open
            && (decade || CLIPPED.contains(&word.to_lowercase().as_str()))
    }

    /// Whether a quotation can begin here.
    pub(super) fn can_open(&self) -> bool {
        let bound_before =
            self.before.is_none_or(|c| c.is_whitespace() || "([{—–-/:…,“”‘’\"'.!?*•>".contains(c));
        let word_after = self.after.is_some_and(|c| !c.is_whitespace() && !")]},;:!?".contains(c));
        // The typographic opening mark is trusted even where the space before it is missing.
        let trusted = self.shape == Shape::Open && self.before != Some('\'');
        word_after && (bound_before || trusted)
    }

    /// Whether a quotation can end here.
    pub(super) fn can_close(&self) -> bool {
        let word_before = self.before.is_some_and(|c| !c.is_whitespace() && !"([{".contains(c));
        match self.family {
            Family::Double => word_before,
            Family::Single => word_before && !self.after.is_some_and(char::is_alphanumeric),
        }
    }

    /// Whether the mark looks like an opening one rather than a closing one.
    pub(super) fn opens(&self) -> bool {
        let free_before = self.before.is_none_or(|c| c.is_whitespace() || "([{—–-/".contains(c));
        match self.shape {
            Shape::Open => self.can_open(),
            Shape::Close => self.can_open() && free_before && self.after.is_some_and(char::is_alphanumeric),
            Shape::Either => self.can_open() && free_before,
        }
    }

    /// Whether the mark may just as well be the apostrophe of a plural ("the inspectors’ findings").
    pub(super) fn may_be_possessive(&self) -> bool {
        self.family == Family::Single
            && matches!(self.before, Some('s' | 'S' | 'z' | 'x'))
            && self.after.is_some_and(char::is_whitespace)
    }
}
