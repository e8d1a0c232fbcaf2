//! The classes a word may be in, one bit each, so that a rule asks for several at once.

use serde::Deserialize;

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct Class(u64);

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
    /// The whole name of a party.
    pub(crate) const PARTY: Self = Self(1 << 23);
    /// The name of an inspectorate may begin here.
    pub(crate) const INSPECTORATE: Self = Self(1 << 24);
    /// An adjective that tells what somebody holds ("proud").
    pub(crate) const FEELING: Self = Self(1 << 25);
    /// A number of people or things that may stand for a noun ("half", "others").
    pub(crate) const QUANTITY: Self = Self(1 << 26);
    pub(crate) const PRONOUN: Self = Self(Self::HE.0 | Self::SHE.0 | Self::THEY.0 | Self::IT.0);
    pub(crate) const SPEAKING: Self = Self(Self::PERSON_NOUN.0 | Self::BODY_NOUN.0 | Self::DOCUMENT_NOUN.0);
    /// Words that build sentences: what a list of telling words leaves out.
    pub(crate) const STOP: Self = Self(
        Self::DETERMINER.0
            | Self::PREPOSITION.0
            | Self::CONJUNCTION.0
            | Self::AUXILIARY.0
            | Self::NEGATION.0
            | Self::ADVERB.0
            | Self::PRONOUN.0
            | Self::FIRST_PERSON.0
            | Self::HONORIFIC.0,
    );
    /// All classes that give a word a meaning of its own; the groups of higher bits may be names as well ("House").
    pub(crate) const MEANING: Self = Self(0xffff_ffff);

    /// Whether the word is in any of the classes of `other`.
    pub(crate) const fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

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

/// Classes that are a list under `[groups]` in `lexicons/english/words.toml`, where each is explained.
macro_rules! groups {
    ($($class:ident $list:literal $bit:literal,)*) => {
        impl Class {
            $(pub(crate) const $class: Self = Self(1 << $bit);)*
        }

        /// The name of each list, and its class.
        const GROUPS: &[(&str, Class)] = &[$(($list, Class::$class),)*];
    };
}

groups! {
    POSTNOMINAL "after_names" 27,
    ROLE_WORD "role_words" 28,
    STANCE "stances" 29,
    PRAISE "praise" 30,
    LETTER "letters" 31,
    PARTICLE "particles" 32,
    VAGUE_JUDGEMENT "vague_judgements" 33,
    MEANS "means" 34,
    WISH "wishes" 35,
    GRADING "grading_verbs" 36,
    NAMING "naming" 37,
    TIME "times" 38,
    SEASON "seasons" 39,
    CALENDAR "calendar" 40,
    BEFORE_NAME "before_names" 41,
    FIELD "fields" 42,
    RARE_PARTICLE "rare_particles" 43,
    FINDING_PAST "finding_pasts" 44,
    PROCESS "process_nouns" 45,
    LISTED "listed_nouns" 46,
    DEMAND "demands" 47,
    SHARE "shares" 48,
    SPOKEN_NOUN "spoken_nouns" 49,
    HOLDING "holding_verbs" 50,
    NOBODY "nobody" 51,
    HEAD_OF_BODY "heads_of_bodies" 52,
    SURNAME "surnames" 53,
    MESSAGE "messages" 54,
    REPORT_NOUN "report_nouns" 55,
    COUNCIL_NOUN "council_nouns" 56,
    PLURAL "plurals" 57,
}

impl TryFrom<String> for Class {
    type Error = String;

    fn try_from(list: String) -> Result<Self, Self::Error> {
        let group = GROUPS.iter().find(|(name, _)| *name == list);
        group.map(|(_, class)| *class).ok_or_else(|| format!("there is no group `{list}`"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_group_has_a_bit_of_its_own() {
        let all = GROUPS.iter().fold(Class::default(), |all, (_, class)| {
            assert!(!all.is(*class) && class.0.is_power_of_two() && *class > Class::QUANTITY);
            all | *class
        });
        assert_eq!(all.0.count_ones() as usize, GROUPS.len());
    }
    #[test]
    fn every_group_is_a_list_of_words() {
        let words: toml::Table =
            include_str!("../../lexicons/english/words.toml").parse().expect("it is read at start-up");
        let lists = words["groups"].as_table().expect("a table of lists");
        assert_eq!(lists.len(), GROUPS.len());
        assert!(GROUPS.iter().all(|(list, _)| lists.contains_key(*list)));
    }
}
