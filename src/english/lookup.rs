//! A map from words in which a short word is one number, so that looking it up follows no pointer.

use rustc_hash::FxHashMap;

/// A map from words.
#[derive(Clone, Debug)]
pub(super) struct Lookup<V> {
    short: FxHashMap<(u64, u64), V>,
    long: FxHashMap<String, V>,
}

impl<V> Default for Lookup<V> {
    fn default() -> Self {
        Self { short: FxHashMap::default(), long: FxHashMap::default() }
    }
}

impl<V: Copy + Default> Lookup<V> {
    /// The value of a word.
    pub(super) fn get(&self, word: &str) -> Option<V> {
        match number(word.as_bytes()) {
            Some(number) => self.short.get(&number).copied(),
            None => self.long.get(word).copied(),
        }
    }

    /// The value of a word, made where there is none.
    pub(super) fn entry(&mut self, word: &str) -> &mut V {
        match number(word.as_bytes()) {
            Some(number) => self.short.entry(number).or_default(),
            None => self.long.entry(word.to_string()).or_default(),
        }
    }
}

/// A word of fifteen bytes or fewer as a number: its first eight bytes, then the others with the length on top.
fn number(word: &[u8]) -> Option<(u64, u64)> {
    let len = word.len() as u64;
    match word.len() {
        0..4 => {
            let byte = |at: usize| word.get(at).map_or(0, |byte| u64::from(*byte));
            Some((byte(0) | byte(1) << 8 | byte(2) << 16, len << 56))
        }
        4..8 => {
            let (first, last) = (word.first_chunk()?, word.last_chunk()?);
            let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
            // The last four bytes overlap the first four.
            let rest = u64::from(last) >> (8 * (8 - len));
            Some((u64::from(first) | rest << 32, len << 56))
        }
        8..16 => {
            let (first, last) = (word.first_chunk()?, word.last_chunk()?);
            let rest = u128::from(u64::from_le_bytes(*last)) >> (8 * (16 - len));
            Some((u64::from_le_bytes(*first), u64::try_from(rest).ok()? | len << 56))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_words_are_the_same_number() {
        let text = "abcdefghijklmnopqrstuvwxyz";
        let mut lookup = Lookup::default();
        let words: Vec<&str> = (0..=20).flat_map(|len| (0..5).map(move |at| &text[at..at + len])).collect();
        for (n, word) in words.iter().enumerate() {
            *lookup.entry(word) = n;
        }
        let last = |word: &str| words.iter().rposition(|other| *other == word);
        assert!(words.iter().all(|word| lookup.get(word) == last(word)));
        assert_eq!(lookup.get("abcd\0"), None);
    }
}
