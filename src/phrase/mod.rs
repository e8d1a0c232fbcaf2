//! Phrases of a profile and how texts are read to meet them; what `tone`, frames and aspects have in common.
//!
//! A phrase is written as people read it: small letters, `..` for a gap of up to four words, `*` for any ending. Lists say
//! how the forms of their phrases are made (`forms`). All phrases of a lexicon are a tree of word numbers (`table`);
//! texts are read into the same numbers (`words`).

mod forms;
mod ids;
pub(crate) mod pattern;
mod slots;
pub(crate) mod stems;
mod table;
pub(crate) mod words;

use std::collections::BTreeSet;

pub(crate) use forms::Forms;
pub(crate) use table::{Meaning, Node, WordTable};

use stems::{STAR, readings};

/// How many words a gap may hold.
pub(crate) const LONGEST_GAP: usize = 4;

/// Every word of these patterns.
pub(crate) fn vocabulary<'a>(patterns: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    patterns.flat_map(|pattern| pattern.split(' ').map(String::from)).collect()
}

/// Puts patterns into a table; what is listed first counts. Those with stems come last, the longest stems first, so that
/// a word that is written out goes before one that is met by its beginning.
pub(crate) fn fill(table: &mut WordTable, patterns: Vec<(String, Meaning)>) {
    let (mut loose, plain): (Vec<_>, Vec<_>) =
        patterns.into_iter().partition(|(pattern, _)| pattern.contains(STAR));
    for (pattern, meaning) in &plain {
        table.add(pattern, *meaning);
    }
    if loose.is_empty() {
        return;
    }
    let vocabulary = vocabulary(plain.iter().chain(&loose).map(|(pattern, _)| pattern.as_str()));
    loose.sort_by_key(|(pattern, _)| std::cmp::Reverse(pattern.len()));
    for (pattern, meaning) in &loose {
        for reading in readings(pattern, &vocabulary) {
            table.add(&reading, *meaning);
        }
    }
}
