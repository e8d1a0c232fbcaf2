//! Words of a list that end in `*`, which stands for any ending: "abandon*" is met by "abandoned".

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

/// What stands for any ending of a word.
pub(crate) const STAR: char = '*';

/// The stems of all words that end in `*`. A list without such words has none, and look-up never asks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Stems {
    ids: FxHashMap<Box<[u8]>, u32>,
    /// The length of the longest, in bytes.
    longest: usize,
}

impl Stems {
    pub(crate) fn insert(&mut self, stem: &str, id: u32) {
        self.longest = self.longest.max(stem.len());
        self.ids.insert(stem.as_bytes().into(), id);
    }

    /// Whether there are stems at all.
    pub(crate) fn any(&self) -> bool {
        !self.ids.is_empty()
    }

    /// The number of the longest stem that a word begins with; 0 where there is none.
    pub(crate) fn find(&self, lower: &[u8]) -> u32 {
        if self.ids.is_empty() {
            return 0;
        }
        let lengths = (0..=self.longest.min(lower.len())).rev();
        lengths.filter_map(|length| self.ids.get(&lower[..length])).copied().next().unwrap_or_default()
    }
}

/// A word has one number, that of the word itself or else of its longest stem. So a pattern with stems is added for
/// every word of the lists, and for every longer stem, that it covers.
pub(crate) fn readings(pattern: &str, vocabulary: &BTreeSet<String>) -> Vec<String> {
    let mut found = vec![String::new()];
    for word in pattern.split(' ') {
        let words = match word.strip_suffix(STAR) {
            Some(stem) => beginning_with(stem, word, vocabulary),
            None => vec![word],
        };
        let longer = |before: &String| {
            let space = if before.is_empty() { "" } else { " " };
            words.iter().map(|word| format!("{before}{space}{word}")).collect::<Vec<_>>()
        };
        found = found.iter().flat_map(longer).collect();
    }
    found
}

/// The word itself, then the others that begin with its stem, in order.
fn beginning_with<'a>(stem: &str, word: &'a str, vocabulary: &'a BTreeSet<String>) -> Vec<&'a str> {
    let from = vocabulary.range::<str, _>((std::ops::Bound::Included(stem), std::ops::Bound::Unbounded));
    let covered = from.map(String::as_str).take_while(|known| known.starts_with(stem));
    std::iter::once(word).chain(covered.filter(|known| *known != word)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_stem_is_found() {
        let mut stems = Stems::default();
        assert_eq!(stems.find(b"hopeless"), 0);
        stems.insert("hope", 1);
        stems.insert("hopeles", 2);
        assert_eq!(stems.find(b"hopeless"), 2);
        assert_eq!(stems.find(b"hoped"), 1);
        assert_eq!(stems.find(b"hop"), 0);
    }

    #[test]
    fn a_stem_is_read_as_every_known_word_that_it_covers() {
        let vocabulary = ["hope", "hoped", "hopeles*", "hope*", "horse", "lost"].map(String::from).into();
        assert_eq!(
            readings("lost hope*", &vocabulary),
            ["lost hope*", "lost hope", "lost hoped", "lost hopeles*"]
        );
    }

    #[test]
    fn words_go_before_stems_and_long_stems_before_short_ones() {
        let text = "source = \"us\"\nclause_openers = []\nscale = { alpha = 6.0, unlisted = 0.0, doubt = 0.0, around = 0.0 }\n\
                    [[category]]\nid = \"c\"\nnote = \"n\"\n[category.words]\n\"-1\" = [\"hope*\"]\n\
                    \"-2\" = [\"hopeles*\"]\n\"3\" = [\"hoped\", \"lost hope* again\"]\n";
        let lexicon =
            crate::tone::Lexicon::parse("tone.toml".as_ref(), text, crate::vader::Lexicon::published())
                .unwrap();
        let found = |text: &str| {
            let ledger = crate::tone::explain(text, &lexicon, crate::vader::Lexicon::published());
            ledger.terms.iter().map(|term| term.rating).collect::<Vec<_>>()
        };
        assert_eq!(found("Hopes, hoping."), [-1.0]);
        assert_eq!(found("She hoped."), [3.0]);
        assert_eq!(found("Hopelessly hopeful"), [-2.0, -1.0]);
        assert_eq!(found("Lost hoped again, lost hopelessness again"), [3.0, 3.0]);
    }
}
