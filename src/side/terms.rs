//! Phrases of a profile, matched on the words that describe a speaker.

use rustc_hash::FxHashMap;

/// One word of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Pattern {
    Exact(String),
    /// "spokes*".
    Prefix(String),
    /// "*worker".
    Suffix(String),
    /// "..": up to four words.
    Gap,
    /// "{party}".
    Party,
}

/// The longest gap that ".." stands for, in words.
const LONGEST_GAP: usize = 4;

/// Which words may begin a phrase, by first byte and length: tells most words apart without a hash.
#[derive(Clone, Debug)]
struct Openers([u32; 256]);

impl Openers {
    fn bit(word: &str) -> Option<(usize, u32)> {
        let first = *word.as_bytes().first()?;
        Some((usize::from(first), 1 << word.len().min(31)))
    }

    fn add(&mut self, word: &str) {
        if let Some((first, bit)) = Self::bit(word) {
            self.0[first] |= bit;
        }
    }

    /// Whether a phrase may begin with the word; never false where one does.
    fn may_be(&self, word: &str) -> bool {
        Self::bit(word).is_some_and(|(first, bit)| self.0[first] & bit != 0)
    }
}

impl Default for Openers {
    fn default() -> Self {
        Self([0; 256])
    }
}

/// A phrase with the group that it stands for.
#[derive(Clone, Debug)]
struct Phrase {
    group: usize,
    patterns: Vec<Pattern>,
}

/// A phrase that does not begin with a plain word: its place, and the second byte of its stem where it has one.
#[derive(Clone, Copy, Debug)]
struct Loose {
    place: usize,
    second: Option<u8>,
}

/// Phrases in groups, found by their first word where that is plain, else by its first byte.
#[derive(Clone, Debug, Default)]
pub(crate) struct Terms {
    n_groups: usize,
    openers: Openers,
    by_word: FxHashMap<String, Vec<Phrase>>,
    loose: Vec<Phrase>,
    /// For each first byte, the loose phrases that may begin with such a word: at a party, and elsewhere.
    by_byte: Vec<[Vec<Loose>; 2]>,
}

/// Where a phrase was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The party that `{party}` stood for.
    pub(crate) party: Option<usize>,
}

impl Terms {
    /// Phrases of one group.
    pub(crate) fn new(phrases: &[String]) -> Self {
        Self::grouped([phrases].into_iter())
    }

    /// Phrases of several groups, which are numbered in their order.
    pub(crate) fn grouped<'a>(groups: impl Iterator<Item = &'a [String]>) -> Self {
        let mut terms = Self::default();
        for (group, phrases) in groups.enumerate() {
            terms.n_groups = group + 1;
            for phrase in phrases {
                let patterns: Vec<Pattern> = words(phrase).iter().map(|word| pattern(word)).collect();
                match patterns.first() {
                    Some(Pattern::Exact(word)) => {
                        terms.openers.add(word);
                        terms.by_word.entry(word.clone()).or_default().push(Phrase { group, patterns });
                    }
                    Some(_) => terms.loose.push(Phrase { group, patterns }),
                    None => {}
                }
            }
        }
        terms.by_byte =
            (0..=u8::MAX).map(|byte| [true, false].map(|party| terms.loose_at(byte, party))).collect();
        terms
    }

    /// The loose phrases that may stand where a word begins with `byte`.
    fn loose_at(&self, byte: u8, at_party: bool) -> Vec<Loose> {
        let may_begin = |phrase: &Phrase| match phrase.patterns.first() {
            Some(Pattern::Prefix(stem)) => stem.bytes().next().is_none_or(|first| first == byte),
            Some(Pattern::Party) => at_party,
            _ => true,
        };
        let second = |phrase: &Phrase| match phrase.patterns.first() {
            Some(Pattern::Prefix(stem)) => stem.as_bytes().get(1).copied(),
            _ => None,
        };
        let known = self.loose.iter().enumerate().filter(|(_, phrase)| may_begin(phrase));
        known.map(|(place, phrase)| Loose { place, second: second(phrase) }).collect()
    }

    /// The phrases that may begin at word `start`; within a group, plain ones first.
    fn candidates<W: AsRef<str>>(
        &self,
        words: &[W],
        start: usize,
        parties: &Names,
    ) -> impl Iterator<Item = &Phrase> {
        let word = words.get(start).map_or("", AsRef::as_ref);
        let plain = if self.openers.may_be(word) { self.by_word.get(word) } else { None };
        let plain = plain.map_or(&[][..], Vec::as_slice);
        let loose = word.bytes().next().filter(|_| !self.loose.is_empty()).map_or(&[][..], |byte| {
            let [at_party, elsewhere] = &self.by_byte[usize::from(byte)];
            let longer = at_party.len() > elsewhere.len();
            if longer && parties.at(words, start).is_some() { at_party } else { elsewhere }
        });
        let fits =
            move |loose: &&Loose| loose.second.is_none() || loose.second == word.as_bytes().get(1).copied();
        plain.iter().chain(loose.iter().filter(fits).map(|loose| &self.loose[loose.place]))
    }

    /// The first phrase that begins at word `start`.
    fn at<W: AsRef<str>>(&self, words: &[W], start: usize, parties: &Names) -> Option<Hit> {
        self.candidates(words, start, parties).find_map(|phrase| hit(phrase, words, start, parties))
    }

    /// The phrases that stand in `words`, from left to right, none inside another; the groups are one.
    pub(crate) fn hits<'t, W: AsRef<str>>(
        &'t self,
        words: &'t [W],
        parties: &'t Names,
    ) -> impl Iterator<Item = Hit> + 't {
        let mut start = 0;
        std::iter::from_fn(move || {
            while start < words.len() {
                if let Some(hit) = self.at(words, start, parties) {
                    start = hit.end.max(start + 1);
                    return Some(hit);
                }
                start += 1;
            }
            None
        })
    }

    /// The first hit of each group that `counts` in it, in each part of the words; parts are apart by "|", and groups
    /// without a hit are left out.
    pub(crate) fn hits_in_parts<W: AsRef<str>>(
        &self,
        words: &[W],
        parties: &Names,
        counts: impl Fn(usize, Hit) -> bool,
    ) -> Vec<(usize, usize, Hit)> {
        let mut first: Vec<(usize, usize, Hit)> = Vec::new();
        let (mut part, mut part_from) = (0, 0);
        for start in 0..words.len() {
            if words[start].as_ref() == "|" {
                (part, part_from) = (part + 1, first.len());
                continue;
            }
            for phrase in self.candidates(words, start, parties) {
                if first[part_from..].iter().all(|(_, group, _)| *group != phrase.group)
                    && let Some(hit) =
                        hit(phrase, words, start, parties).filter(|hit| counts(phrase.group, *hit))
                {
                    first.push((part, phrase.group, hit));
                }
            }
        }
        first
    }

    /// How many hits each group has, none of a group inside another of it, in one pass.
    pub(crate) fn counts<W: AsRef<str>>(&self, words: &[W], parties: &Names) -> Vec<usize> {
        let (mut counts, mut free_from) = (vec![0; self.n_groups], vec![0; self.n_groups]);
        for start in 0..words.len() {
            for phrase in self.candidates(words, start, parties) {
                if free_from[phrase.group] <= start
                    && let Some(hit) = hit(phrase, words, start, parties)
                {
                    counts[phrase.group] += 1;
                    free_from[phrase.group] = hit.end.max(start + 1);
                }
            }
        }
        counts
    }
}

fn hit<W: AsRef<str>>(phrase: &Phrase, words: &[W], start: usize, parties: &Names) -> Option<Hit> {
    let (end, party) = fits(&phrase.patterns, words, start, parties)?;
    Some(Hit { start, end, party })
}

/// Whether the patterns stand at `start`; where they end, and which party is among them.
fn fits<W: AsRef<str>>(
    patterns: &[Pattern],
    words: &[W],
    start: usize,
    parties: &Names,
) -> Option<(usize, Option<usize>)> {
    let Some((first, rest)) = patterns.split_first() else {
        return Some((start, None));
    };
    if *first == Pattern::Gap {
        return (0..=LONGEST_GAP)
            .take_while(|gap| {
                *gap == 0 || words.get(start + gap - 1).is_some_and(|word| word.as_ref() != "|")
            })
            .find_map(|gap| fits(rest, words, start + gap, parties));
    }
    if *first == Pattern::Party {
        let (party, n_words) = parties.at(words, start)?;
        return fits(rest, words, start + n_words, parties).map(|(end, _)| (end, Some(party)));
    }
    let word = words.get(start)?.as_ref();
    let matched = match first {
        Pattern::Exact(exact) => word == exact,
        Pattern::Prefix(stem) => word.starts_with(stem.as_str()),
        Pattern::Suffix(stem) => word.ends_with(stem.as_str()),
        Pattern::Gap | Pattern::Party => false,
    };
    if matched { fits(rest, words, start + 1, parties) } else { None }
}

fn pattern(word: &str) -> Pattern {
    match word {
        ".." => Pattern::Gap,
        "{party}" => Pattern::Party,
        _ => match (word.strip_suffix('*'), word.strip_prefix('*')) {
            (Some(stem), _) => Pattern::Prefix(stem.to_string()),
            (None, Some(stem)) => Pattern::Suffix(stem.to_string()),
            (None, None) => Pattern::Exact(word.to_string()),
        },
    }
}

/// The words of a phrase in look-up form: lower case, a possessive "'s" as a word of its own, no other marks.
pub(crate) fn words(phrase: &str) -> Vec<String> {
    let mut words = Vec::new();
    for word in phrase.to_lowercase().replace('’', "'").split_whitespace() {
        match word.strip_suffix("'s") {
            Some(stem) => words.extend([stem.to_string(), "'s".to_string()]),
            None if word == ".." || word.contains(char::is_alphanumeric) => {
                words.push(word.trim_end_matches(['\'', ',']).to_string());
            }
            None => {}
        }
    }
    words
}

/// Parties, or inspectorates, each with the names that it goes by.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    /// First word → (all words, place in the list), longest first.
    by_word: FxHashMap<String, Vec<(Vec<String>, usize)>>,
    openers: Openers,
    names: Vec<Vec<String>>,
}

impl Names {
    pub(crate) fn new(all: impl Iterator<Item = Vec<String>>) -> Self {
        let mut known = Self::default();
        for (place, names) in all.enumerate() {
            for name in &names {
                let words = words(name);
                let Some(first) = words.first().cloned() else {
                    continue;
                };
                known.openers.add(&first);
                let entries = known.by_word.entry(first).or_default();
                entries.push((words, place));
                entries.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
            }
            known.names.push(names);
        }
        known
    }

    /// Which one is named at word `start`, and in how many words.
    pub(crate) fn at<W: AsRef<str>>(&self, words: &[W], start: usize) -> Option<(usize, usize)> {
        let word = words.get(start)?.as_ref();
        if !self.openers.may_be(word) {
            return None;
        }
        let entries = self.by_word.get(word)?;
        entries.iter().find_map(|(name, party)| {
            let fits = name
                .iter()
                .enumerate()
                .all(|(n, word)| words.get(start + n).is_some_and(|w| w.as_ref() == word));
            fits.then_some((*party, name.len()))
        })
    }

    /// Whether a name may begin with this word.
    pub(crate) fn opens(&self, word: &str) -> bool {
        self.openers.may_be(word) && self.by_word.contains_key(word)
    }

    /// All words with which names begin.
    pub(crate) fn openers(&self) -> impl Iterator<Item = &String> {
        self.by_word.keys()
    }

    /// The first one named.
    pub(crate) fn first<W: AsRef<str>>(&self, words: &[W]) -> Option<usize> {
        (0..words.len()).find_map(|start| self.at(words, start)).map(|(party, _)| party)
    }

    /// The name that we print.
    pub(crate) fn name(&self, party: usize) -> &str {
        self.names.get(party).and_then(|names| names.first()).map_or("", String::as_str)
    }

    /// How the name that `words` spell is printed.
    pub(crate) fn spelling<W: AsRef<str>>(&self, place: usize, spelt: &[W]) -> &str {
        let is_spelt =
            |name: &&String| words(name).iter().map(String::as_str).eq(spelt.iter().map(AsRef::as_ref));
        let names = self.names.get(place).map_or(&[][..], Vec::as_slice);
        names.iter().find(is_spelt).map_or("", String::as_str)
    }

    /// Every name that is one word, in look-up form.
    pub(crate) fn single_words(&self) -> impl Iterator<Item = &String> {
        self.by_word
            .iter()
            .filter(|(_, names)| names.iter().any(|(name, _)| name.len() == 1))
            .map(|(word, _)| word)
    }

    /// The one that goes by `name`.
    pub(crate) fn named(&self, name: &str) -> Option<usize> {
        self.first(&words(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_match_with_stems_gaps_and_parties() {
        let parties = Names::new([vec!["Liberal Democrat".to_string(), "Lib Dems".to_string()]].into_iter());
        let check =
            |phrase: &str, text: &str| Terms::new(&[phrase.to_string()]).hits(&words(text), &parties).next();
        assert!(check("leader of .. council", "the leader of Little Wick Town Council").is_some());
        assert!(check("leader of .. council", "leader of one two three four five council").is_none());
        assert_eq!(check("{party} group", "the Liberal Democrat group").and_then(|hit| hit.party), Some(0));
        assert!(check("spokes* for the trust", "a spokeswoman for the trust").is_some());
        assert!(check("council's leader", "the council’s leader").is_some());
    }
}
