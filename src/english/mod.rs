//! Words that build English sentences and names, as data: closed classes, cue verbs, given names.

mod class;
pub(crate) mod cue;
mod inflect;
mod lookup;
mod morphology;

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Deserialize;

use crate::Error;
pub(crate) use class::Class;
pub(crate) use inflect::Inflection;
use lookup::Lookup;

/// Where the built-in lists stand, for error messages.
const WORDS: &str = "lexicons/english/words.toml";

/// The word classes of English and its cue verbs.
#[derive(Clone, Debug)]
pub(crate) struct English {
    classes: Lookup<Class>,
    pub(crate) cues: cue::Cues,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    determiners: Vec<String>,
    prepositions: Vec<String>,
    conjunctions: Vec<String>,
    auxiliaries: Vec<String>,
    passive_auxiliaries: Vec<String>,
    negations: Vec<String>,
    adverbs: Vec<String>,
    verbs: Vec<String>,
    quantities: Vec<String>,
    groups: BTreeMap<Class, Vec<String>>,
    speaking_nouns: SpeakingNouns,
    pronouns: Pronouns,
    honorifics: Gendered<Vec<String>>,
    gendered_nouns: Gendered<Vec<String>>,
    given_names: Gendered<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SpeakingNouns {
    people: Vec<String>,
    bodies: Vec<String>,
    documents: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pronouns {
    masculine: Vec<String>,
    feminine: Vec<String>,
    plural: Vec<String>,
    thing: Vec<String>,
    first: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Gendered<T> {
    masculine: T,
    feminine: T,
    #[serde(default)]
    either: Vec<String>,
}

impl English {
    /// Reads the two files of `lexicons/english/`.
    ///
    /// # Errors
    /// [`Error::Parse`] with the line, when a file is not the TOML that is expected.
    pub(crate) fn parse(words: &str, cues: &str) -> Result<Self, Error> {
        let lists: Lists =
            toml::from_str(words).map_err(|error| Error::toml(PathBuf::from(WORDS), words, &error))?;
        let mut english = Self { classes: Lookup::default(), cues: cue::Cues::parse(cues)? };
        english.add_closed_classes(&lists);
        english.add_nouns_and_names(&lists);
        for (class, words) in &lists.groups {
            english.add(words, *class);
        }
        let verbs: Vec<String> = english.cues.plain_forms().map(String::from).collect();
        english.add(&verbs, Class::VERB);
        let openers: Vec<String> = english.cues.verbs().map(String::from).collect();
        english.add(&openers, Class::CUE);
        let openers: Vec<String> = english.cues.phrase_openers().map(String::from).collect();
        english.add(&openers, Class::SOURCE_PHRASE);
        let feelings: Vec<String> = english.cues.feelings().map(String::from).collect();
        english.add(&feelings, Class::FEELING);
        Ok(english)
    }

    fn add<'a>(&mut self, words: impl IntoIterator<Item = &'a String>, class: Class) {
        for word in words {
            let known = self.classes.entry(&word.to_lowercase());
            *known = *known | class;
        }
    }

    /// Marks names of bodies that are one word ("Ofsted").
    pub(crate) fn add_proper_bodies<'a>(&mut self, names: impl Iterator<Item = &'a String>) {
        self.add(names, Class::PROPER_BODY);
    }

    /// Marks the words with which names of inspectorates begin.
    pub(crate) fn add_inspectorates<'a>(&mut self, openers: impl Iterator<Item = &'a String>) {
        self.add(openers, Class::INSPECTORATE);
    }

    /// Marks names of parties that are one word ("Labour").
    pub(crate) fn add_parties<'a>(&mut self, names: impl Iterator<Item = &'a String>) {
        self.add(names, Class::PARTY);
    }

    fn add_closed_classes(&mut self, lists: &Lists) {
        self.add(&lists.determiners, Class::DETERMINER);
        self.add(&lists.prepositions, Class::PREPOSITION);
        self.add(&lists.conjunctions, Class::CONJUNCTION);
        self.add(&lists.auxiliaries, Class::AUXILIARY);
        self.add(&lists.passive_auxiliaries, Class::PASSIVE);
        self.add(&lists.negations, Class::NEGATION);
        self.add(&lists.adverbs, Class::ADVERB);
        self.add(&lists.verbs, Class::VERB);
        self.add(&lists.quantities, Class::QUANTITY);
        self.add(&lists.pronouns.masculine, Class::HE);
        self.add(&lists.pronouns.feminine, Class::SHE);
        self.add(&lists.pronouns.plural, Class::THEY);
        self.add(&lists.pronouns.thing, Class::IT);
        self.add(&lists.pronouns.first, Class::FIRST_PERSON);
    }

    fn add_nouns_and_names(&mut self, lists: &Lists) {
        self.add(&lists.speaking_nouns.people, Class::PERSON_NOUN);
        self.add(&lists.speaking_nouns.bodies, Class::BODY_NOUN);
        self.add(&lists.speaking_nouns.documents, Class::DOCUMENT_NOUN);
        for (gendered, extra) in
            [(&lists.honorifics, Class::HONORIFIC), (&lists.gendered_nouns, Class::PERSON_NOUN)]
        {
            self.add(&gendered.masculine, Class::MASCULINE | extra);
            self.add(&gendered.feminine, Class::FEMININE | extra);
            self.add(&gendered.either, extra);
        }
        let names = |list: &str| list.split_whitespace().map(String::from).collect::<Vec<_>>();
        self.add(&names(&lists.given_names.masculine), Class::GIVEN_NAME | Class::MASCULINE);
        self.add(&names(&lists.given_names.feminine), Class::GIVEN_NAME | Class::FEMININE);
    }

    /// Whether a word in small letters only builds sentences: "the", "we’re".
    pub(crate) fn is_stop_word(&self, lower: &str) -> bool {
        let plain = lower.replace('’', "'");
        let stem = plain.split('\'').next().unwrap_or_default();
        [plain.as_str(), stem].iter().any(|word| self.class(word).is(Class::STOP))
    }

    /// The classes of a look-up form.
    pub(crate) fn class(&self, lower: &str) -> Class {
        self.classes.get(lower).unwrap_or_default()
    }
}
