//! One word in two sets of texts: the fourfold table that every comparison of words starts from.

use super::count;

/// How often a word stands in the target and in the reference, and how many words each holds.
///
/// ```
/// use slantwise::statistics::WordCounts;
///
/// let word = WordCounts { target: 3, reference: 0, target_total: 100, reference_total: 200 };
/// assert!(word.is_possible());
/// assert!(!WordCounts { target: 101, ..word }.is_possible());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct WordCounts {
    /// Occurrences of the word in the target.
    pub target: usize,
    /// Occurrences of the word in the reference.
    pub reference: usize,
    /// All words of the target, this one included.
    pub target_total: usize,
    /// All words of the reference, this one included.
    pub reference_total: usize,
}

impl WordCounts {
    /// Whether both sets hold words, and neither more of this one than of all. A comparison of anything else is none.
    #[must_use]
    pub const fn is_possible(self) -> bool {
        self.target_total > 0
            && self.reference_total > 0
            && self.target <= self.target_total
            && self.reference <= self.reference_total
    }

    /// Whether the word stands in either set.
    pub(super) const fn occurs(self) -> bool {
        self.target > 0 || self.reference > 0
    }

    /// Counts to calculate with: of the word in target and reference, then of all words in each.
    pub(super) fn numbers(self) -> [f64; 4] {
        [self.target, self.reference, self.target_total, self.reference_total].map(count)
    }
}
