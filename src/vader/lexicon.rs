//! The word list: all that the rules ask about a word, found by one look-up.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, LazyLock};

use super::slots::Slots;
use super::traits::{RULE_WORDS, Traits};

/// Ratings, degree words, negations, phrases and emoji names. Cheap to clone.
#[derive(Clone)]
pub struct Lexicon(Arc<Tables>);

/// What is known of one word.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    pub(super) word: Box<str>,
    pub(super) traits: Traits,
    /// The rating, −4 to 4; counts only with [`Traits::RATED`].
    pub(super) valence: f64,
    /// What a degree word adds; counts only with [`Traits::DEGREE`].
    pub(super) degree: f64,
}

struct Tables {
    entries: Vec<Entry>,
    slots: Slots,
    longest: usize,
    phrases: Vec<(Vec<u32>, f64)>,
    degree_phrases: Vec<(Vec<u32>, f64)>,
    emoji: Vec<(char, Box<str>)>,
}

static PUBLISHED: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut tables = Tables::new();
    tables.read_ratings(include_str!("../../lexicons/vader/vader_lexicon.txt"));
    tables.read_degrees(include_str!("../../lexicons/vader/boosters.txt"));
    tables.read_negations(include_str!("../../lexicons/vader/negations.txt"));
    tables.read_phrases(include_str!("../../lexicons/vader/phrases.txt"));
    tables.read_emoji(include_str!("../../lexicons/vader/emoji_utf8_lexicon.txt"));
    Lexicon(Arc::new(tables))
});

impl Lexicon {
    /// The published lexicon of vaderSentiment 3.3.2, with its degree words, negations, phrases and emoji names.
    #[must_use]
    pub fn published() -> &'static Self {
        &PUBLISHED
    }

    /// The rating of a word in small letters, −4 to 4.
    #[must_use]
    pub fn valence(&self, word: &str) -> Option<f64> {
        let entry = self.entry(self.find(word.as_bytes()));
        entry.traits.has(Traits::RATED).then_some(entry.valence)
    }

    /// Every rated word with its rating, in the order of the file.
    pub(crate) fn words(&self) -> impl Iterator<Item = (&str, f64)> {
        let rated = self.0.entries.iter().filter(|entry| entry.traits.has(Traits::RATED));
        rated.map(|entry| (&*entry.word, entry.valence))
    }

    /// The entry of a word in small letters; 0 for words that nothing is known of.
    pub(super) fn find(&self, lower: &[u8]) -> u32 {
        if lower.len() > self.0.longest {
            return 0;
        }
        self.0.slots.find(lower, |id| self.entry(id).word.as_bytes() == lower)
    }

    pub(super) fn entry(&self, id: u32) -> &Entry {
        &self.0.entries[id as usize]
    }

    /// The rating of a phrase of two or three words.
    pub(super) fn phrase(&self, words: &[u32]) -> Option<f64> {
        find_phrase(&self.0.phrases, words)
    }

    /// What a degree phrase ("kind of") adds.
    pub(super) fn degree_phrase(&self, words: &[u32]) -> Option<f64> {
        find_phrase(&self.0.degree_phrases, words)
    }

    /// The name of an emoji of one character.
    pub(super) fn emoji(&self, letter: char) -> Option<&str> {
        let emoji = &self.0.emoji;
        let place = emoji.binary_search_by_key(&letter, |(letter, _)| *letter).ok()?;
        Some(&emoji[place].1)
    }
}

impl Default for Lexicon {
    fn default() -> Self {
        Self::published().clone()
    }
}

impl fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let n_words = self.0.entries.len() - 1;
        f.debug_struct("Lexicon").field("n_words", &n_words).finish_non_exhaustive()
    }
}

impl Tables {
    /// Only what the rules themselves name; entry 0 is the unknown word.
    fn new() -> Self {
        let mut tables = Self {
            entries: vec![Entry::default()],
            slots: Slots::default(),
            longest: 0,
            phrases: Vec::new(),
            degree_phrases: Vec::new(),
            emoji: Vec::new(),
        };
        for &(word, traits) in RULE_WORDS {
            tables.add(word).traits.insert(traits);
        }
        tables
    }

    /// `word TAB rating ...`; a later line of the same word wins, as it does in the reference.
    fn read_ratings(&mut self, file: &str) {
        for (word, valence) in numbers(file) {
            let entry = self.add(word);
            entry.valence = valence;
            entry.traits.insert(Traits::RATED);
        }
    }

    /// `word or phrase TAB amount`.
    fn read_degrees(&mut self, file: &str) {
        for (words, degree) in numbers(file).filter(|(words, _)| !words.starts_with('#')) {
            if words.contains(' ') {
                let ids = self.ids(words);
                self.degree_phrases.push((ids, degree));
            } else {
                let entry = self.add(words);
                entry.degree = degree;
                entry.traits.insert(Traits::DEGREE);
            }
        }
    }

    /// A word a line.
    fn read_negations(&mut self, file: &str) {
        for word in file.lines().filter(|line| !line.starts_with('#')) {
            self.add(word).traits.insert(Traits::NEGATES);
        }
    }

    /// `phrase TAB rating`.
    fn read_phrases(&mut self, file: &str) {
        for (words, valence) in numbers(file).filter(|(words, _)| !words.starts_with('#')) {
            let ids = self.ids(words);
            self.phrases.push((ids, valence));
        }
    }

    /// `emoji TAB name`. The reference looks at one character at a time, so only emoji of one character are met.
    fn read_emoji(&mut self, file: &str) {
        let mut emoji = BTreeMap::new();
        for (key, rest) in rows(file) {
            let mut letters = key.chars();
            if let (Some(letter), None) = (letters.next(), letters.next()) {
                emoji.insert(letter, rest.into());
            }
        }
        self.emoji = emoji.into_iter().collect();
    }

    /// The words of a phrase, each marked as part of one.
    fn ids(&mut self, phrase: &str) -> Vec<u32> {
        let mut ids = Vec::new();
        for word in phrase.split(' ') {
            let id = self.id(word);
            self.entries[id as usize].traits.insert(Traits::IN_PHRASE);
            ids.push(id);
        }
        ids
    }

    fn add(&mut self, word: &str) -> &mut Entry {
        let id = self.id(word);
        &mut self.entries[id as usize]
    }

    /// The entry of the word, a new one if need be.
    fn id(&mut self, word: &str) -> u32 {
        let known = self.slots.find(word.as_bytes(), |id| *self.entries[id as usize].word == *word);
        if known != 0 {
            return known;
        }
        let id = u32::try_from(self.entries.len()).expect("a word list has fewer than 2^32 words");
        let mut entry = Entry { word: word.into(), ..Entry::default() };
        if word.contains("n't") {
            entry.traits.insert(Traits::NEGATES);
        }
        self.entries.push(entry);
        self.longest = self.longest.max(word.len());
        self.slots.insert(id, &self.entries);
        id
    }
}

fn find_phrase(phrases: &[(Vec<u32>, f64)], words: &[u32]) -> Option<f64> {
    let (_, amount) = phrases.iter().find(|(ids, _)| ids == words)?;
    Some(*amount)
}

/// The first two columns of each line.
fn rows(file: &str) -> impl Iterator<Item = (&str, &str)> {
    file.split('\n').filter_map(|line| {
        let mut columns = line.trim().split('\t');
        Some((columns.next()?, columns.next()?))
    })
}

fn numbers(file: &str) -> impl Iterator<Item = (&str, f64)> {
    rows(file).filter_map(|(word, number)| Some((word, number.parse().ok().filter(|n: &f64| n.is_finite())?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_lists_are_sorted_and_free_of_duplicates() {
        for file in [
            include_str!("../../lexicons/vader/boosters.txt"),
            include_str!("../../lexicons/vader/negations.txt"),
            include_str!("../../lexicons/vader/phrases.txt"),
        ] {
            let words: Vec<&str> = file
                .lines()
                .filter(|line| !line.starts_with('#'))
                .filter_map(|line| line.split('\t').next())
                .collect();
            assert!(words.is_sorted_by(|word, next| word < next), "{words:?}");
        }
    }

    #[test]
    fn the_whole_of_each_file_is_read() {
        let tables = &Lexicon::published().0;
        let count = |traits| tables.entries.iter().filter(|entry| entry.traits.has(traits)).count();
        assert_eq!((count(Traits::RATED), tables.emoji.len()), (7506, 1212), "as the reference counts");
        assert_eq!((count(Traits::DEGREE), tables.degree_phrases.len()), (81, 3));
        assert_eq!(tables.phrases.len(), 8);
    }

    /// `token` leans on this: it makes no small letters of longer words, nor final sigmas.
    #[test]
    fn words_are_short_and_have_no_sigma() {
        let tables = &Lexicon::published().0;
        assert!(tables.longest < 32);
        assert!(tables.entries.iter().all(|entry| !entry.word.contains(['σ', 'ς'])));
    }

    #[test]
    fn of_two_lines_of_a_word_the_last_one_wins() {
        let mut tables = Tables::new();
        tables.read_ratings("fine\t1.0\nfine\t-2.0\nodd\nodder\tx\n");
        let lexicon = Lexicon(Arc::new(tables));
        assert_eq!(
            (lexicon.valence("fine"), lexicon.valence("odd"), lexicon.valence("no")),
            (Some(-2.0), None, None)
        );
    }
}
