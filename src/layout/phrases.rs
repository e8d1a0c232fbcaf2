//! Finds phrases where words begin: most of what a search letter by letter finds stands inside words, to no purpose.

use rustc_hash::FxHashMap;

/// A list of phrases that are looked for together.
#[derive(Clone, Debug, Default)]
pub(super) struct Phrases {
    phrases: Vec<String>,
    /// Places in the list by the first two bytes of a phrase.
    by_start: FxHashMap<[u8; 2], Vec<usize>>,
    /// For each two bytes a bit that says whether they are in `by_start`, so that few words need a look there.
    starts: Vec<u64>,
}

/// Where a phrase stands in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Found {
    pub(super) end: usize,
    pub(super) start: usize,
    /// Its place in the list.
    pub(super) phrase: usize,
}

impl Phrases {
    /// Prepares the search.
    pub(super) fn new(phrases: Vec<String>) -> Self {
        let mut known = Self { starts: vec![0; 1 << 10], ..Self::default() };
        for (place, phrase) in phrases.iter().enumerate() {
            match phrase.as_bytes() {
                [first, second, ..] => known.add([*first, *second], place),
                [only] => (0..=u8::MAX).for_each(|second| known.add([*only, second], place)),
                [] => {}
            }
        }
        Self { phrases, ..known }
    }

    fn add(&mut self, start: [u8; 2], place: usize) {
        let number = usize::from(u16::from_le_bytes(start));
        self.starts[number / 64] |= 1 << (number % 64);
        self.by_start.entry(start).or_default().push(place);
    }

    /// Where phrases stand in `line` that begin a word or begin with a mark, by their ends.
    pub(super) fn find(&self, line: &str) -> Vec<Found> {
        let bytes = line.as_bytes();
        let mut found = Vec::new();
        for (start, &first) in bytes.iter().enumerate() {
            let two = [first, bytes.get(start + 1).copied().unwrap_or(0)];
            let number = usize::from(u16::from_le_bytes(two));
            if self.starts[number / 64] & 1 << (number % 64) != 0 && !is_inside_word(line, start) {
                self.add_found(line, start, two, &mut found);
            }
        }
        found.sort_unstable();
        found
    }

    /// Adds the phrases that begin at byte `start`, with these two bytes.
    fn add_found(&self, line: &str, start: usize, two: [u8; 2], found: &mut Vec<Found>) {
        for &phrase in self.by_start.get(&two).into_iter().flatten() {
            let words = self.phrases[phrase].as_bytes();
            if line.as_bytes()[start..].starts_with(words) {
                found.push(Found { end: start + words.len(), start, phrase });
            }
        }
    }
}

/// Whether letters touch on both sides of byte `at`.
fn is_inside_word(line: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (line.get(..at), line.get(at..)) else {
        return true;
    };
    before.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_found_where_words_begin() {
        let phrases = Phrases::new(["art", "art of", "©", "q", "(x"].map(String::from).to_vec());
        let found = |line: &str| -> Vec<(usize, usize)> {
            phrases.find(line).into_iter().map(|found| (found.start, found.phrase)).collect()
        };
        assert_eq!(found("art of a part, (x art"), [(0, 0), (0, 1), (15, 4), (18, 0)]);
        assert_eq!(found("©q q"), [(0, 2), (2, 3), (4, 3)]);
    }
}
