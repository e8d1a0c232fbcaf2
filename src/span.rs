//! A stretch of a text: where it starts and where it ends.

/// A half-open range of **byte** offsets into the text of one [`Document`](crate::Document):
/// `start` is the first byte, `end` is one past the last. Both lie on character bounds.
///
/// Tables show *character* offsets; [`CharacterIndex`] converts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` to `end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Number of bytes.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether the span holds no byte.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// The words of the span, as published.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The part that both spans share, if it is not empty.
    #[must_use]
    pub fn intersection(self, other: Self) -> Option<Self> {
        let both = Self::new(self.start.max(other.start), self.end.min(other.end));
        (!both.is_empty()).then_some(both)
    }

    /// The span without white space at its ends; empty at `start` when nothing else is in it.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Self {
        let words = self.of(text);
        let start = self.start + (words.len() - words.trim_start().len());
        Self::new(start, start + words.trim().len())
    }
}

/// Converts byte offsets of one text into character offsets (Unicode scalar values), in O(1).
#[derive(Clone, Debug)]
pub struct CharacterIndex {
    /// Characters before each block of 64 bytes, then the text's own bytes are counted.
    before: Vec<u32>,
    ascii: bool,
}

const BLOCK: usize = 64;

impl CharacterIndex {
    /// Reads `text` once.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let ascii = text.is_ascii();
        let mut before = Vec::new();
        if !ascii {
            let mut n_characters = 0;
            for block in text.as_bytes().chunks(BLOCK) {
                before.push(n_characters);
                n_characters += n_starts(block);
            }
            before.push(n_characters);
        }
        Self { before, ascii }
    }

    /// How many characters stand before byte `offset` of `text`, which must be the text of [`Self::new`].
    #[must_use]
    pub fn character(&self, text: &str, offset: usize) -> usize {
        if self.ascii {
            return offset;
        }
        let offset = offset.min(text.len());
        let block = offset / BLOCK;
        let rest = &text.as_bytes()[block * BLOCK..offset];
        (self.before[block] + n_starts(rest)) as usize
    }
}

/// Bytes that begin a character.
fn n_starts(bytes: &[u8]) -> u32 {
    bytes.iter().map(|byte| u32::from(byte & 0xC0 != 0x80)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted_as_python_counts() {
        let text = "“Cllr Zoë” – ".repeat(40);
        let index = CharacterIndex::new(&text);
        for (n, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(index.character(&text, byte), n);
        }
        assert_eq!(index.character(&text, text.len()), text.chars().count());
    }

    #[test]
    fn trimming_keeps_the_words() {
        let text = "  \u{a0}said it \n";
        let span = Span::new(0, text.len()).trimmed(text);
        assert_eq!(span.of(text), "said it");
    }
}
