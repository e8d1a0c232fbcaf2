//! Words that build English sentences and names, as data: closed classes, cue verbs, given names.

pub(crate) mod cue;
mod lists;
mod lookup;
mod morphology;

use std::path::PathBuf;

use serde::Deserialize;

use crate::Error;
use lookup::Lookup;

/// Where the built-in lists stand, for error messages.
const WORDS: &str = "lexicons/english/words.toml";

/// A set of word classes, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Class(u32);

impl Class {
    pub(crate) const DETERMINER: Self = Self(1);
    pub(crate) const PREPOSITION: Self = Self(1 << 1);
    pub(crate) const CONJUNCTION: Self = Self(1 << 2);
    pub(crate) const AUXILIARY: Self = Self(1 << 3);
    pub(crate) const PASSIVE: Self = Self(1 << 4);
    pub(crate) const NEGATION: Self = Self(1 << 5);
    pub(crate) const ADVERB: Self = Self(1 << 6);
    pub(crate) const VERB: Self = Self(1 << 7);
    pub(crate) const PERSON_NOUN: Self = Self(1 << 8);
    pub(crate) const BODY_NOUN: Self = Self(1 << 9);
    pub(crate) const DOCUMENT_NOUN: Self = Self(1 << 10);
    pub(crate) const HE: Self = Self(1 << 11);
    pub(crate) const SHE: Self = Self(1 << 12);
    pub(crate) const THEY: Self = Self(1 << 13);
    pub(crate) const IT: Self = Self(1 << 14);
    pub(crate) const FIRST_PERSON: Self = Self(1 << 15);
    pub(crate) const HONORIFIC: Self = Self(1 << 16);
    pub(crate) const MASCULINE: Self = Self(1 << 17);
    pub(crate) const FEMININE: Self = Self(1 << 18);
    pub(crate) const GIVEN_NAME: Self = Self(1 << 19);
    pub(crate) const PROPER_BODY: Self = Self(1 << 20);
    /// A cue verb may begin here.
    pub(crate) const CUE: Self = Self(1 << 21);
    /// A phrase such as "according to" may begin here.
    pub(crate) const SOURCE_PHRASE: Self = Self(1 << 22);
    /// A noun for what somebody holds ("view"), or for praise and criticism.
    pub(crate) const STANCE: Self = Self(1 << 23);
    /// "Wrote", "emailed": what an infinitive may hang on.
    pub(crate) const LETTER: Self = Self(1 << 24);
    /// The whole name of a party.
    pub(crate) const PARTY: Self = Self(1 << 25);
    /// The name of an inspectorate may begin here.
    pub(crate) const INSPECTORATE: Self = Self(1 << 26);
    /// Letters after a name ("MP").
    pub(crate) const POSTNOMINAL: Self = Self(1 << 27);
    /// Capitalised in roles, and never part of a person's name.
    pub(crate) const ROLE_WORD: Self = Self(1 << 28);
    /// An adjective that tells what somebody holds ("proud").
    pub(crate) const FEELING: Self = Self(1 << 29);
    /// A number of people or things that may stand for a noun ("half", "others").
    pub(crate) const QUANTITY: Self = Self(1 << 30);
    pub(crate) const PRONOUN: Self = Self(Self::HE.0 | Self::SHE.0 | Self::THEY.0 | Self::IT.0);
    pub(crate) const SPEAKING: Self = Self(Self::PERSON_NOUN.0 | Self::BODY_NOUN.0 | Self::DOCUMENT_NOUN.0);

    /// Whether the word is in any of the classes of `other`.
    pub(crate) const fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl Class {
    /// The classes apart from those of `other`.
    pub(crate) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

impl std::ops::BitOr for Class {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Small words inside surnames: "Anne van der Berg".
pub(crate) fn is_particle(lower: &str) -> bool {
    lists::PARTICLES.contains(&lower)
}

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
        english.add_short_lists();
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
            self.classes.entry(&word.to_lowercase()).0 |= class.0;
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

    fn add_short_lists(&mut self) {
        let owned = |words: &[&str]| words.iter().map(ToString::to_string).collect::<Vec<_>>();
        self.add(&owned(&lists::STANCES), Class::STANCE);
        self.add(&owned(&lists::EXISTENTIAL), Class::STANCE);
        self.add(&owned(&lists::LETTERS), Class::LETTER);
        self.add(&owned(&lists::POSTNOMINALS), Class::POSTNOMINAL);
        self.add(&owned(&lists::ROLE_WORDS), Class::ROLE_WORD);
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

    /// The classes of a look-up form.
    pub(crate) fn class(&self, lower: &str) -> Class {
        self.classes.get(lower).unwrap_or_default()
    }
}
