//! The words that decide whether a full stop ends a sentence, read from `lexicons/english/abbreviations.toml`.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

const ENGLISH: &str = include_str!("../../lexicons/english/abbreviations.toml");

/// What kind of abbreviation a word is; the data file says what each kind means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Title,
    Number,
    Inside,
    Either,
    Closing,
}

/// Abbreviations, and the few other words on which sentence bounds depend.
#[derive(Clone, Debug)]
pub struct Abbreviations {
    classes: HashMap<String, Entry>,
    words: Words,
}

/// The class of a form in small letters. A form that the file writes with a capital matches only with one.
#[derive(Clone, Copy, Debug, Default)]
struct Entry {
    any_case: Option<Class>,
    capitalised: Option<Class>,
}

#[derive(Clone, Debug)]
struct Words {
    starters: HashSet<String>,
    after_times: HashSet<String>,
    lettered: HashSet<String>,
    speech_verbs: HashSet<String>,
    lower_case_names: HashSet<String>,
    names_with_marks: HashSet<String>,
    domains: HashSet<String>,
}

/// The data file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    titles: Vec<String>,
    before_numbers: Vec<String>,
    inside: Vec<String>,
    either: Vec<String>,
    closing: Vec<String>,
    starters: HashSet<String>,
    after_times: HashSet<String>,
    lettered: HashSet<String>,
    speech_verbs: HashSet<String>,
    lower_case_names: HashSet<String>,
    names_with_marks: HashSet<String>,
    domains: HashSet<String>,
}

impl Abbreviations {
    /// The English words that come with the program.
    #[must_use]
    pub fn english() -> Self {
        Self::parse(ENGLISH).expect("the file in the program is read by a test")
    }

    /// Reads a file of the form of `lexicons/english/abbreviations.toml`.
    ///
    /// # Errors
    /// When the text is not TOML, a list is missing, or a list is not known.
    pub fn parse(text: &str) -> Result<Self, toml::de::Error> {
        let file: File = toml::from_str(text)?;
        let lists = [
            (Class::Title, &file.titles),
            (Class::Number, &file.before_numbers),
            (Class::Inside, &file.inside),
            (Class::Either, &file.either),
            (Class::Closing, &file.closing),
        ];
        let mut classes: HashMap<String, Entry> = HashMap::new();
        for (class, forms) in lists {
            for form in forms {
                let entry = classes.entry(form.to_lowercase()).or_default();
                let place = if starts_upper(form) { &mut entry.capitalised } else { &mut entry.any_case };
                *place = Some(class);
            }
        }
        let words = Words {
            starters: file.starters,
            after_times: file.after_times,
            lettered: file.lettered,
            speech_verbs: file.speech_verbs,
            lower_case_names: file.lower_case_names,
            names_with_marks: file.names_with_marks,
            domains: file.domains,
        };
        Ok(Self { classes, words })
    }

    /// The class of the word before a stop, if it is an abbreviation.
    pub(super) fn class(&self, word: &str) -> Option<Class> {
        let word = without_number(word);
        if word.is_empty() || word.len() > 12 {
            return None;
        }
        let entry = self.classes.get(&word.to_lowercase()).copied().unwrap_or_default();
        let capitalised = entry.capitalised.filter(|_| starts_upper(word));
        capitalised.or(entry.any_case).or_else(|| class_by_shape(word))
    }

    pub(super) fn is_starter(&self, word: &str) -> bool {
        self.words.starters.contains(word)
    }

    pub(super) fn goes_with_time(&self, word: &str) -> bool {
        self.words.after_times.contains(word)
    }

    pub(super) fn is_lettered(&self, noun: &str) -> bool {
        self.words.lettered.contains(noun)
    }

    pub(super) fn is_speech_verb(&self, word: &str) -> bool {
        self.words.speech_verbs.contains(word)
    }

    pub(super) fn is_lower_case_name(&self, word: &str) -> bool {
        self.words.lower_case_names.contains(word)
    }

    pub(super) fn is_name_with_mark(&self, word: &str) -> bool {
        self.words.names_with_marks.contains(word)
    }

    pub(super) fn is_domain(&self, word: &str) -> bool {
        self.words.domains.contains(&word.to_lowercase())
    }
}

fn starts_upper(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// "9.30a.m" without its number. A word that only begins with a figure ("12st", "3.2m") is no abbreviation.
fn without_number(word: &str) -> &str {
    let letters = word.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    match letters.len() == word.len() || letters.contains('.') {
        true => letters,
        false => "",
    }
}

/// Abbreviations that no list holds: "U.S", "J.R.R", "B.Sc" and, without a vowel, "Mgmr".
fn class_by_shape(word: &str) -> Option<Class> {
    let mut parts = word.split('.');
    let dotted = word.contains('.')
        && parts.all(|part| (1..=3).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic))
        && (starts_upper(word) || word.split('.').all(|part| part.chars().count() == 1));
    let mut letters = word.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    let consonants = |c: char| c.is_lowercase() && !"aeiouyáéíóúâêôûäöü".contains(c);
    let contracted =
        capital && (2..=5).contains(&word.len()) && letters.all(consonants) && !has_vowel_start(word);
    match () {
        () if dotted => Some(Class::Either),
        () if contracted => Some(Class::Title),
        () => None,
    }
}

fn has_vowel_start(word: &str) -> bool {
    word.starts_with(['A', 'E', 'I', 'O', 'U', 'Y', 'É'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_and_hold_nothing_twice() {
        let file: toml::Table = toml::from_str(ENGLISH).unwrap();
        for (name, list) in file {
            let forms: Vec<String> = list.try_into().unwrap();
            let mut sorted = forms.clone();
            sorted.sort();
            sorted.dedup();
            assert_eq!(forms, sorted, "{name}");
        }
    }

    #[track_caller]
    fn check(word: &str, class: Option<Class>) {
        assert_eq!(Abbreviations::english().class(word), class, "{word}");
    }

    #[test]
    fn an_entry_with_a_capital_needs_one() {
        check("Det", Some(Class::Title));
        check("det", None);
        check("NO", Some(Class::Number));
    }

    #[test]
    fn shapes_tell_of_words_that_no_list_holds() {
        check("U.S", Some(Class::Either));
        check("B.Sc", Some(Class::Either));
        check("Mgnr", Some(Class::Title));
        check("gov.uk", None);
        check("TV", None);
    }

    #[test]
    fn figures_are_no_abbreviations() {
        check("12st", None);
        check("3.2m", None);
        check("9.30a.m", Some(Class::Closing));
    }
}
