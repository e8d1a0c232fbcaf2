//! Numbers of words by their letters: a word of sixteen bytes or fewer is one number itself, so that looking it up follows
//! no pointer.

use rustc_hash::FxHashMap;

use super::slots::{FACTOR, Slots};

/// The longest word that is a number, in bytes.
pub(crate) const N_SHORT: usize = 16;

/// A map from words to their numbers; 0 for words that are not in it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ids {
    short: Slots,
    /// The words by their numbers; 0 for long ones.
    keys: Vec<u128>,
    long: FxHashMap<Box<[u8]>, u32>,
}

/// Sixteen bytes as a number, in small letters. All that a word may hold besides capitals (digits, apostrophe, point,
/// comma, question mark) has the bit already that small letters have; bytes beyond ASCII get it on both sides.
pub(crate) fn key(bytes: &[u8]) -> u128 {
    let mut sixteen = [0; N_SHORT];
    sixteen.copy_from_slice(&bytes[..N_SHORT]);
    u128::from_le_bytes(sixteen) | SMALL
}

const SMALL: u128 = u128::from_le_bytes([0x20; N_SHORT]);

/// The key of the first `length` bytes alone.
pub(crate) const fn cut(key: u128, length: usize) -> u128 {
    if length >= N_SHORT { key } else { key & ((1 << (8 * length)) - 1) }
}

impl Ids {
    /// The number of a word in small letters.
    pub(crate) fn find(&self, word: &[u8]) -> u32 {
        match short(word) {
            Some(key) => self.find_short(key),
            None => self.long.get(word).copied().unwrap_or_default(),
        }
    }

    pub(crate) fn find_short(&self, key: u128) -> u32 {
        self.short.find(mixed(key), |id| self.keys[id as usize] == key)
    }

    /// Adds a word that is new.
    pub(crate) fn insert(&mut self, word: &[u8], id: u32) {
        self.keys.resize(self.keys.len().max(id as usize + 1), 0);
        if let Some(key) = short(word) {
            self.keys[id as usize] = key;
            self.short.insert(mixed(key), id);
        } else {
            self.long.insert(word.into(), id);
        }
    }
}

fn short(word: &[u8]) -> Option<u128> {
    if word.len() > N_SHORT {
        return None;
    }
    let mut sixteen = [0; N_SHORT];
    sixteen[..word.len()].copy_from_slice(word);
    Some(cut(key(&sixteen), word.len()))
}

/// Multiplies and mixes; the list is fixed, so nobody can aim at it.
#[expect(clippy::cast_possible_truncation, reason = "the two halves are what is wanted")]
const fn mixed(key: u128) -> u64 {
    let low = (key as u64).wrapping_mul(FACTOR);
    let high = ((key >> 64) as u64).wrapping_add(low >> 32).wrapping_mul(FACTOR);
    let mixed = low ^ high.rotate_left(29);
    mixed ^ (mixed >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_and_long_words_are_found_and_others_are_not() {
        let mut ids = Ids::default();
        let words = ["no", "don't", "inadequate", "responsibilities", "institutionalised"];
        for (id, word) in (1..).zip(words) {
            ids.insert(word.as_bytes(), id);
        }
        let found = |word: &str| ids.find(word.as_bytes());
        assert_eq!(words.map(found), [1, 2, 3, 4, 5]);
        assert_eq!(["n", "non", "", "inadequat", "responsibilitie"].map(found), [0; 5]);
    }
}
