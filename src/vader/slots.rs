//! Finds a word's entry: a hash table of entry numbers, three quarters and more of it empty, so that the many words
//! that are in no list are mostly known by the first slot.

use super::lexicon::Entry;

/// Entry numbers, 0 where none; the length is a power of two. An entry lies in the first free slot from that of its
/// hash on.
#[derive(Debug, Default)]
pub(super) struct Slots {
    slots: Vec<u32>,
}

/// Slots for each word, at least.
const SPARE: usize = 4;

impl Slots {
    /// The entry of `word`, or 0; `is_it` compares the word with that of an entry.
    pub(super) fn find(&self, word: &[u8], is_it: impl Fn(u32) -> bool) -> u32 {
        if self.slots.is_empty() {
            return 0;
        }
        let mask = self.slots.len() - 1;
        let mut slot = place(word, mask);
        loop {
            let id = self.slots[slot];
            if id == 0 || is_it(id) {
                return id;
            }
            slot = (slot + 1) & mask;
        }
    }

    /// Adds the last of `entries`, which is new.
    pub(super) fn insert(&mut self, id: u32, entries: &[Entry]) {
        if self.slots.len() < entries.len() * SPARE {
            self.slots = vec![0; (entries.len() * SPARE * 2).next_power_of_two()];
            for (id, entry) in (0..=id).zip(entries).skip(1) {
                self.put(id, entry.word.as_bytes());
            }
        } else {
            self.put(id, entries[id as usize].word.as_bytes());
        }
    }

    fn put(&mut self, id: u32, word: &[u8]) {
        let mask = self.slots.len() - 1;
        let mut slot = place(word, mask);
        while self.slots[slot] != 0 {
            slot = (slot + 1) & mask;
        }
        self.slots[slot] = id;
    }
}

/// The upper half of the hash is the well mixed one.
fn place(word: &[u8], mask: usize) -> usize {
    (hash(word) >> 32) as usize & mask
}

/// Multiplies over eight bytes at a time, the last eight overlapping. The list is fixed, so nobody can aim at it.
fn hash(word: &[u8]) -> u64 {
    const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut hash = word.len() as u64;
    let mut mix = |block: u64| {
        hash = (hash ^ block).wrapping_mul(FACTOR);
        hash ^= hash >> 32;
    };
    if let Some(last) = word.last_chunk::<8>() {
        for block in word.as_chunks::<8>().0 {
            mix(u64::from_le_bytes(*block));
        }
        mix(u64::from_le_bytes(*last));
    } else if let (Some(first), Some(last)) = (word.first_chunk::<4>(), word.last_chunk::<4>()) {
        mix(u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last)));
    } else if let [first, .., last] = word {
        mix(u64::from(*first) << 16 | u64::from(word[word.len() / 2]) << 8 | u64::from(*last));
    } else if let [only] = word {
        mix(u64::from(*only));
    }
    hash.wrapping_mul(FACTOR)
}
