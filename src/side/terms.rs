//! Phrases of a profile, matched on the words that describe a speaker.

use std::collections::HashMap;

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

/// Phrases, found by their first word where that is plain.
#[derive(Clone, Debug, Default)]
pub(crate) struct Terms {
    by_word: HashMap<String, Vec<Vec<Pattern>>>,
    loose: Vec<Vec<Pattern>>,
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
    pub(crate) fn new(phrases: &[String]) -> Self {
        let mut terms = Self::default();
        for phrase in phrases {
            let patterns: Vec<Pattern> = words(phrase).iter().map(|word| pattern(word)).collect();
            match patterns.first() {
                Some(Pattern::Exact(word)) => terms.by_word.entry(word.clone()).or_default().push(patterns),
                Some(_) => terms.loose.push(patterns),
                None => {}
            }
        }
        terms
    }

    /// The first phrase that begins at word `start`.
    pub(crate) fn at<W: AsRef<str>>(&self, words: &[W], start: usize, parties: &Names) -> Option<Hit> {
        let word = words.get(start)?.as_ref();
        let plain = self.by_word.get(word).map_or(&[][..], Vec::as_slice);
        plain.iter().chain(&self.loose).find_map(|patterns| {
            let (end, party) = fits(patterns, words, start, parties)?;
            Some(Hit { start, end, party })
        })
    }

    /// The phrases that stand in `words`, from left to right, none inside another.
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
            None => words.push(word.trim_end_matches(['\'', ',']).to_string()),
        }
    }
    words
}

/// Parties, or inspectorates, each with the names that it goes by.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    /// First word → (all words, place in the list), longest first.
    by_word: HashMap<String, Vec<(Vec<String>, usize)>>,
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
        let entries = self.by_word.get(words.get(start)?.as_ref())?;
        entries.iter().find_map(|(name, party)| {
            let fits = name
                .iter()
                .enumerate()
                .all(|(n, word)| words.get(start + n).is_some_and(|w| w.as_ref() == word));
            fits.then_some((*party, name.len()))
        })
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
