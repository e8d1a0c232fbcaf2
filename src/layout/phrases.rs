//! Finds phrases where words begin: most of what a search letter by letter finds stands inside words, to no purpose.

/// A list of phrases that are looked for together.
#[derive(Clone, Debug)]
pub(super) struct Phrases {
    phrases: Vec<String>,
    /// For each two bytes, the place in `starts` of the phrases that begin so; at 0 there are none.
    by_two: Vec<u16>,
    starts: Vec<Vec<Start>>,
}

/// A phrase by the first four bytes of it, which tell most others apart.
#[derive(Clone, Copy, Debug)]
struct Start {
    bytes: u32,
    /// Nought for the bytes that a short phrase does not have.
    mask: u32,
    phrase: usize,
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
        let mut known = Self { by_two: vec![0; 1 << 16], starts: vec![Vec::new()], phrases: Vec::new() };
        for (place, phrase) in phrases.iter().enumerate() {
            let start = Start::new(phrase, place);
            match phrase.as_bytes() {
                [first, second, ..] => known.add([*first, *second], start),
                [only] => (0..=u8::MAX).for_each(|second| known.add([*only, second], start)),
                [] => {}
            }
        }
        Self { phrases, ..known }
    }

    fn add(&mut self, two: [u8; 2], start: Start) {
        let place = &mut self.by_two[usize::from(u16::from_le_bytes(two))];
        if *place == 0 {
            // A list has fewer beginnings than there are numbers of sixteen bits.
            *place = u16::try_from(self.starts.len()).unwrap_or(0);
            self.starts.push(Vec::new());
        }
        self.starts[usize::from(*place)].push(start);
    }

    /// Where phrases stand in `line` that begin a word or begin with a mark, by their ends.
    pub(super) fn find(&self, line: &str) -> Vec<Found> {
        let bytes = line.as_bytes();
        let mut found = Vec::new();
        let mut at = 0;
        while at < bytes.len() {
            let two = [bytes[at], bytes.get(at + 1).copied().unwrap_or(0)];
            let place = self.by_two[usize::from(u16::from_le_bytes(two))];
            if place != 0 {
                self.add_found(line, at, &self.starts[usize::from(place)], &mut found);
            }
            let n_letters = bytes[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
            at += n_letters.max(1);
        }
        found.sort_unstable();
        found
    }

    /// Adds those of the phrases that stand at byte `start`.
    fn add_found(&self, line: &str, start: usize, known: &[Start], found: &mut Vec<Found>) {
        let rest = &line.as_bytes()[start..];
        let four = first_four(rest);
        for known in known.iter().filter(|known| four & known.mask == known.bytes) {
            let words = self.phrases[known.phrase].as_bytes();
            if rest.starts_with(words) && !is_inside_word(line, start) {
                found.push(Found { end: start + words.len(), start, phrase: known.phrase });
            }
        }
    }
}

impl Start {
    fn new(words: &str, phrase: usize) -> Self {
        let n_bytes = u32::try_from(words.len().min(4)).unwrap_or(4);
        Self { bytes: first_four(words.as_bytes()), mask: u32::MAX >> (32 - 8 * n_bytes), phrase }
    }
}

/// The first four bytes as a number, noughts where there are fewer.
fn first_four(bytes: &[u8]) -> u32 {
    let byte = |at: usize| bytes.get(at).map_or(0, |byte| u32::from(*byte) << (8 * at));
    bytes.first_chunk().map_or_else(|| byte(0) | byte(1) | byte(2), |four| u32::from_le_bytes(*four))
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
