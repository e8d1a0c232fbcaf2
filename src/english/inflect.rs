//! All forms of a verb, noun or adjective as a list writes it: in its base form.
//!
//! A form too many does no harm where words are looked up, so where English has two ways ("focused", "focussed") both
//! are made.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::LazyLock;

use serde::Deserialize;

use super::morphology::forms;
use crate::Error;

/// Where the irregular forms stand, for error messages.
const IRREGULAR: &str = "lexicons/english/irregular.toml";

static ENGLISH: LazyLock<Inflection> = LazyLock::new(|| {
    Inflection::parse(include_str!("../../lexicons/english/irregular.toml"))
        .expect("the built-in irregular forms parse, as a test shows")
});

/// The irregular forms by base form.
#[derive(Debug)]
pub(crate) struct Inflection {
    verbs: BTreeMap<String, Vec<String>>,
    plurals: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    verbs: Vec<String>,
    plurals: Vec<String>,
}

impl Inflection {
    /// The forms of English.
    pub(crate) fn english() -> &'static Self {
        &ENGLISH
    }

    fn parse(text: &str) -> Result<Self, Error> {
        let lists: Lists =
            toml::from_str(text).map_err(|error| Error::toml(PathBuf::from(IRREGULAR), text, &error))?;
        let by_base = |list: Vec<String>| {
            let split = |forms: String| {
                let mut words = forms.split(' ').map(String::from);
                (words.next().unwrap_or_default(), words.collect())
            };
            list.into_iter().map(split).collect()
        };
        Ok(Self { verbs: by_base(lists.verbs), plurals: by_base(lists.plurals) })
    }

    /// Forms of irregular verbs that may stand after "be" in a passive: neither the base form nor those in -s and -ing.
    pub(crate) fn participles(&self) -> BTreeSet<String> {
        let past = |(base, forms): (&String, &Vec<String>)| {
            let is_past = |form: &&String| {
                *form != base && !form.ends_with(['s', 'g']) || form.ends_with("ng") && !form.ends_with("ing")
            };
            forms.iter().filter(is_past).cloned().collect::<Vec<_>>()
        };
        self.verbs.iter().flat_map(past).collect()
    }

    /// The forms of a verb, that of its first word changed: "let down" → "lets down", "letting down".
    pub(crate) fn verb(&self, phrase: &str) -> Vec<String> {
        let (verb, rest) = phrase.split_at(phrase.find(' ').unwrap_or(phrase.len()));
        let mut found = vec![verb.to_owned()];
        match self.verbs.get(verb) {
            Some(irregular) => found.extend(irregular.iter().cloned()),
            None => found.extend(forms(verb)),
        }
        if doubles(verb) && !self.verbs.contains_key(verb) {
            let doubled = format!("{verb}{}", &verb[verb.len() - 1..]);
            found.extend([format!("{doubled}ed"), format!("{doubled}ing")]);
        }
        distinct(found.into_iter().map(|form| form + rest))
    }

    /// Singular and plural of a noun, that of its last word changed: "area of concern" → "area of concerns".
    pub(crate) fn noun(&self, phrase: &str) -> Vec<String> {
        let (rest, noun) = phrase.split_at(phrase.rfind(' ').map_or(0, |space| space + 1));
        let mut found = vec![noun.to_owned()];
        match self.plurals.get(noun) {
            Some(irregular) => found.extend(irregular.iter().cloned()),
            // The plural of a noun is made as the third person of a verb.
            None => found.push(forms(noun)[1].clone()),
        }
        distinct(found.into_iter().map(|form| format!("{rest}{form}")))
    }

    /// An adjective with its adverb and, where it is short, its degrees: "slow", "slowly", "slower", "slowest".
    pub(crate) fn adjective(&self, phrase: &str) -> Vec<String> {
        let mut found = vec![phrase.to_owned()];
        if !phrase.contains(' ') {
            found.push(adverb(phrase));
            if phrase.len() <= SHORT {
                let stem = stem(phrase);
                found.extend([format!("{stem}er"), format!("{stem}est")]);
            }
        }
        distinct(found.into_iter())
    }
}

/// The longest adjective that takes -er, in bytes.
const SHORT: usize = 6;

fn distinct(forms: impl Iterator<Item = String>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for form in forms {
        if !form.is_empty() && !found.contains(&form) {
            found.push(form);
        }
    }
    found
}

/// Whether a verb ends in consonant, vowel, consonant, so that the last letter may be doubled: "slip", "commit".
fn doubles(verb: &str) -> bool {
    let mut letters = verb.chars().rev();
    let is_vowel = |letter: char| "aeiou".contains(letter);
    letters.next().is_some_and(|letter| !is_vowel(letter) && !"wxyh".contains(letter))
        && letters.next().is_some_and(is_vowel)
        && letters.next().is_none_or(|letter| !is_vowel(letter))
        && verb.is_ascii()
}

fn adverb(adjective: &str) -> String {
    let cut = |n: usize| &adjective[..adjective.len() - n];
    match adjective {
        _ if adjective.ends_with("ic") => format!("{adjective}ally"),
        _ if adjective.ends_with("ll") => format!("{adjective}y"),
        _ if adjective.len() > 3
            && ["able", "ible", "ple", "tle", "ble", "gle"].iter().any(|end| adjective.ends_with(end)) =>
        {
            format!("{}y", cut(1))
        }
        _ if adjective.len() > 3 && adjective.ends_with('y') => format!("{}ily", cut(1)),
        _ => format!("{adjective}ly"),
    }
}

/// What "-er" is added to.
fn stem(adjective: &str) -> String {
    match adjective.strip_suffix('e') {
        Some(stem) => stem.to_owned(),
        None if adjective.ends_with('y') => format!("{}i", &adjective[..adjective.len() - 1]),
        None if doubles(adjective) => format!("{adjective}{}", &adjective[adjective.len() - 1..]),
        None => adjective.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_word_of_a_verb_and_the_last_of_a_noun_change() {
        let english = Inflection::english();
        assert_eq!(english.verb("let .. down"), ["let .. down", "lets .. down", "letting .. down"]);
        assert_eq!(english.verb("slip"), ["slip", "slips", "sliped", "sliping", "slipped", "slipping"]);
        assert_eq!(english.noun("lost opportunity"), ["lost opportunity", "lost opportunities"]);
        assert_eq!(english.noun("child"), ["child", "children"]);
    }

    #[test]
    fn an_adjective_has_an_adverb_and_degrees() {
        let english = Inflection::english();
        assert_eq!(english.adjective("slow"), ["slow", "slowly", "slower", "slowest"]);
        assert_eq!(english.adjective("patchy"), ["patchy", "patchily", "patchier", "patchiest"]);
        assert_eq!(english.adjective("reliable"), ["reliable", "reliably"]);
        assert_eq!(english.adjective("fit for purpose"), ["fit for purpose"]);
    }
}
