//! Sums of money: a number behind a currency sign, "£3.2m".

use crate::phrase::words::Word;

const SIGNS: [char; 3] = ['£', '€', '$'];

/// Each sum, as its first word and the word after its last.
pub(super) fn sums(text: &str, words: &[Word]) -> Vec<(u32, u32)> {
    let is_sum = |word: &Word| {
        text[..word.span.start].ends_with(SIGNS)
            && word.span.of(text).starts_with(|first: char| first.is_ascii_digit())
    };
    (0..).zip(words).filter(|(_, word)| is_sum(word)).map(|(place, _)| (place, place + 1)).collect()
}
