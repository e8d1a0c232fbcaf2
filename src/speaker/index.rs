//! Where the roster looks people and bodies up, so that a long article takes no longer for each name than a short one.

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use super::roster::{Entity, EntityKind};

/// Entities by a word of theirs, the latest of them.
type ByWord = FxHashMap<String, Vec<usize>>;

/// How many entities with the same word are kept apart, the latest: more than any article has people of one surname.
const MOST_NAMESAKES: usize = 16;
/// A longer surname is no slip of another, in letters.
const LONGEST_SURNAME: usize = 32;

/// The entities of a roster by what names them.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    /// People by their last word, and by their first.
    surnames: ByWord,
    given_names: ByWord,
    /// People by their surname with one letter left out, as a hash.
    slips: FxHashMap<u64, Vec<usize>>,
    /// People by words that describe them.
    described: ByWord,
    /// Bodies by all their words, as a hash.
    bodies: FxHashMap<u64, Vec<usize>>,
    /// Bodies by their last word.
    nouns: ByWord,
    /// Bodies by their first word.
    openers: ByWord,
    /// The first body of two words or more with these initials.
    initials: FxHashMap<String, usize>,
    /// People in the order in which they were named last.
    seen: BTreeSet<(usize, usize)>,
}

impl Index {
    /// Adds an entity under its key.
    pub(super) fn add(&mut self, id: usize, entity: &Entity) {
        let (first, last) = match &entity.key[..] {
            [first, .., last] => (first.as_str(), last.as_str()),
            [only] => (only.as_str(), only.as_str()),
            [] => ("", ""),
        };
        match entity.kind {
            EntityKind::Person => {
                self.seen.insert((entity.last_seen, id));
                add_to(&mut self.surnames, last, id);
                add_to(&mut self.given_names, first, id);
                if entity.key.len() > 1 {
                    for hash in without_a_letter(last) {
                        push(self.slips.entry(hash).or_default(), id);
                    }
                }
            }
            EntityKind::Body => {
                push(self.bodies.entry(hash_of(&entity.key)).or_default(), id);
                add_to(&mut self.nouns, last, id);
                add_to(&mut self.openers, first, id);
                if entity.key.len() > 1 {
                    let initials = entity.key.iter().filter_map(|word| word.chars().next()).collect();
                    self.initials.entry(initials).or_insert(id);
                }
            }
        }
    }

    /// Takes a person off the words of a key that is to change.
    pub(super) fn remove(&mut self, id: usize, entity: &Entity) {
        self.seen.remove(&(entity.last_seen, id));
        for (by_word, word) in
            [(&mut self.surnames, entity.key.last()), (&mut self.given_names, entity.key.first())]
        {
            if let Some(ids) = word.and_then(|word| by_word.get_mut(word)) {
                ids.retain(|known| *known != id);
            }
        }
        // Hashes of a former surname may stay: whoever looks them up compares the names.
    }

    /// Notes when a person was named last.
    pub(super) fn see(&mut self, id: usize, before: usize, now: usize) {
        if before != now {
            self.seen.remove(&(before, id));
            self.seen.insert((now, id));
        }
    }

    /// Adds a person under words that describe them.
    pub(super) fn describe(&mut self, id: usize, words: &[&str]) {
        for word in words {
            add_to(&mut self.described, word, id);
        }
    }

    /// People with this last word.
    pub(super) fn with_surname(&self, word: &str) -> &[usize] {
        ids(&self.surnames, word)
    }

    /// People who may go by this name: its surname, its given name, or a surname that is a letter off. Some stand
    /// twice.
    pub(super) fn namesakes(&self, key: &[&str]) -> impl Iterator<Item = usize> {
        let (first, last) =
            (key.first().copied().unwrap_or_default(), key.last().copied().unwrap_or_default());
        let slips = if key.len() > 1 { last } else { "" };
        let slips = without_a_letter(slips).filter_map(|hash| self.slips.get(&hash)).flatten();
        ids(&self.surnames, last).iter().chain(ids(&self.given_names, first)).chain(slips).copied()
    }

    /// People of whom this word is said.
    pub(super) fn described_by(&self, word: &str) -> &[usize] {
        ids(&self.described, word)
    }

    /// Bodies that may have these words as their name.
    pub(super) fn with_key(&self, key: &[&str]) -> &[usize] {
        self.bodies.get(&hash_of(key)).map_or(&[], Vec::as_slice)
    }

    /// Bodies with this last word.
    pub(super) fn with_noun(&self, word: &str) -> &[usize] {
        ids(&self.nouns, word)
    }

    /// Bodies with this first word.
    pub(super) fn with_opener(&self, word: &str) -> &[usize] {
        ids(&self.openers, word)
    }

    /// The first body with these initials.
    pub(super) fn with_initials(&self, initials: &str) -> Option<usize> {
        self.initials.get(initials).copied()
    }

    /// People with one more than the sentence in which they were named, the latest first.
    pub(super) fn latest(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.seen.iter().rev().copied()
    }
}

fn ids<'a>(by_word: &'a ByWord, word: &str) -> &'a [usize] {
    by_word.get(word).map_or(&[], Vec::as_slice)
}

fn add_to(by_word: &mut ByWord, word: &str, id: usize) {
    match by_word.get_mut(word) {
        Some(ids) => push(ids, id),
        None => {
            by_word.insert(word.to_string(), vec![id]);
        }
    }
}

fn push(ids: &mut Vec<usize>, id: usize) {
    if ids.contains(&id) {
        return;
    }
    if ids.len() >= MOST_NAMESAKES {
        ids.remove(0);
    }
    ids.push(id);
}

fn hash_of<W: AsRef<str>>(words: &[W]) -> u64 {
    let mut hasher = FxHasher::default();
    words.iter().for_each(|word| word.as_ref().hash(&mut hasher));
    hasher.finish()
}

/// Hashes of a surname as it is and with each of its letters left out: two words that differ by one letter added,
/// lost, changed or two swapped share one of them (the symmetric deletes of Garbe's `SymSpell`, 2012).
fn without_a_letter(word: &str) -> impl Iterator<Item = u64> {
    let letters: Vec<char> = word.chars().take(LONGEST_SURNAME + 1).collect();
    let n_forms = if letters.len() < 5 || letters.len() > LONGEST_SURNAME { 0 } else { letters.len() + 1 };
    (0..n_forms).map(move |left_out| {
        let mut hasher = FxHasher::default();
        let kept = letters.iter().enumerate().filter(|(place, _)| *place != left_out);
        kept.for_each(|(_, letter)| letter.hash(&mut hasher));
        hasher.finish()
    })
}

#[cfg(test)]
mod tests {
    use super::super::same::is_slip;
    use super::*;

    #[test]
    fn words_that_are_slips_share_a_form() {
        for (one, other) in [("wakefield", "wakefied"), ("ofsted", "osfted"), ("smyth", "smith")] {
            let forms: Vec<u64> = without_a_letter(one).collect();
            assert!(
                is_slip(one, other) && without_a_letter(other).any(|form| forms.contains(&form)),
                "{one}"
            );
        }
    }
}
