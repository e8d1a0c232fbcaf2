//! Numbers by the hash of what they stand for: a table small enough to stay near the processor, most of it free, so that
//! the many words that are in no list are mostly known by the first slot.

/// Mixes the bits of a number (the golden ratio in 64 bits).
pub(crate) const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

/// Half of each hash with its number, 0 where the slot is free. The length is a power of two.
#[derive(Clone, Debug, Default)]
pub(crate) struct Slots {
    slots: Vec<(u32, u32)>,
    /// A bit for each hash that is here, and for few others: asked first, as it is a sixteenth as large.
    bits: Vec<u64>,
    n_taken: usize,
}

/// Slots for each number, at least.
const SPARE: usize = 2;
/// Bits for each slot.
const BITS: usize = 8;

impl Slots {
    /// The number with this hash of which `is_it` holds; 0 for none.
    pub(crate) fn find(&self, hash: u64, is_it: impl Fn(u32) -> bool) -> u32 {
        if !self.may_have(hash) {
            return 0;
        }
        let mask = self.slots.len() - 1;
        let (half, mut slot) = (half(hash), start(hash, mask));
        loop {
            let (there, number) = self.slots[slot];
            if number == 0 || (there == half && is_it(number)) {
                return number;
            }
            slot = (slot + 1) & mask;
        }
    }

    /// Adds a number that is new and not 0.
    pub(crate) fn insert(&mut self, hash: u64, number: u32) {
        self.n_taken += 1;
        if self.slots.len() < self.n_taken * SPARE {
            let before = std::mem::take(&mut self.slots);
            self.slots = vec![(0, 0); (self.n_taken * SPARE).next_power_of_two()];
            self.bits = vec![0; self.slots.len() * BITS / 64 + 1];
            before
                .into_iter()
                .filter(|(_, number)| *number != 0)
                .for_each(|(half, number)| self.put(half, number));
        }
        self.put(half(hash), number);
    }

    /// Whether a number with this hash may be here; false only if none is.
    pub(crate) fn may_have(&self, hash: u64) -> bool {
        if self.slots.is_empty() {
            return false;
        }
        let bit = self.bit(half(hash));
        self.bits[bit / 64] & (1 << (bit % 64)) != 0
    }

    /// The place of a hash among the bits: it starts where the place among the slots ends.
    const fn bit(&self, half: u32) -> usize {
        half.rotate_left(13) as usize & (self.slots.len() * BITS - 1)
    }

    fn put(&mut self, half: u32, number: u32) {
        let mask = self.slots.len() - 1;
        let mut slot = half as usize & mask;
        while self.slots[slot].1 != 0 {
            slot = (slot + 1) & mask;
        }
        self.slots[slot] = (half, number);
        let bit = self.bit(half);
        self.bits[bit / 64] |= 1 << (bit % 64);
    }
}

#[expect(clippy::cast_possible_truncation, reason = "half of the hash is wanted")]
const fn half(hash: u64) -> u32 {
    (hash >> 16) as u32
}

const fn start(hash: u64, mask: usize) -> usize {
    half(hash) as usize & mask
}
