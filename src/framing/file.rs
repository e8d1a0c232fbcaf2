//! `frames.toml` and `aspects.toml` as they are written.

use serde::Deserialize;
use serde::de::IgnoredAny;
use toml::Spanned;

use crate::phrase::Forms;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct FramesFile {
    #[serde(rename = "source")]
    pub(super) _source: String,
    #[serde(default)]
    pub(super) frame: Vec<CodeFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct AspectsFile {
    #[serde(rename = "source")]
    pub(super) _source: String,
    #[serde(default)]
    pub(super) framework: Vec<FrameworkFile>,
}

/// `[[framework]]`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct FrameworkFile {
    pub(super) id: Spanned<String>,
    pub(super) name: String,
    pub(super) inspectorate: String,
    /// Ids of domains in `sides.toml`.
    pub(super) domains: Vec<Spanned<String>>,
    /// Words that tell an article on this framework from one on another of the same domain.
    #[serde(default)]
    pub(super) signals: Vec<String>,
    pub(super) from: Option<Spanned<String>>,
    pub(super) until: Option<Spanned<String>>,
    /// The publication that sets the judgement areas.
    pub(super) literature: String,
    #[serde(default)]
    pub(super) aspect: Vec<CodeFile>,
}

/// `[[frame]]` or `[[framework.aspect]]`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct CodeFile {
    pub(super) id: Spanned<String>,
    pub(super) name: String,
    pub(super) definition: String,
    /// Where the construct is from: needed for frames.
    pub(super) literature: Option<String>,
    /// `published`, `adapted` or `ours`: needed for frames.
    pub(super) construct: Option<Construct>,
    /// `framework/aspect`, of which all patterns are taken over.
    pub(super) same_as: Option<Spanned<String>>,
    /// Longer phrases in which a term does not count.
    #[serde(default)]
    pub(super) except: Phrases,
    #[serde(default)]
    pub(super) pattern: Vec<PatternFile>,
    /// Examples are run by a check.
    #[serde(default, rename = "example")]
    pub(super) _examples: Vec<IgnoredAny>,
    #[serde(default, rename = "counter-example")]
    pub(super) _counter_examples: Vec<IgnoredAny>,
}

/// Whose construct a frame is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Construct {
    /// Defined and used in the literature as it is here.
    Published,
    /// Defined in the literature for another unit or purpose.
    Adapted,
    /// Defined for this project.
    Ours,
}

impl Construct {
    /// The word that tables print.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Adapted => "adapted",
            Self::Ours => "ours",
        }
    }
}

/// `[[frame.pattern]]`: met where one of its terms stands, under its conditions.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct PatternFile {
    /// What the pattern tells beyond the code ("names the council").
    #[serde(default)]
    pub(super) label: String,
    #[serde(default)]
    pub(super) words: Vec<String>,
    #[serde(default)]
    pub(super) verbs: Vec<String>,
    #[serde(default)]
    pub(super) nouns: Vec<String>,
    #[serde(default)]
    pub(super) adjectives: Vec<String>,
    /// Categories of `tone.toml`: their phrases are terms where they count as the category says.
    #[serde(default)]
    pub(super) tone: Vec<String>,
    /// A construction instead of phrases.
    pub(super) detect: Option<Construction>,
    /// One of these is needed as well.
    #[serde(default)]
    pub(super) with: Phrases,
    /// None of these may be there.
    #[serde(default)]
    pub(super) without: Phrases,
    /// How near `with` and `without` are looked for.
    #[serde(default)]
    pub(super) within: Within,
}

/// What no list of phrases can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Construction {
    AgentlessPassive,
    Money,
}

/// Where other phrases are looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Within {
    /// Between commas and words that open a clause.
    Clause,
    /// In the whole passage.
    #[default]
    Passage,
}

/// Phrases by how their forms are made.
#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Phrases {
    #[serde(default)]
    words: Vec<String>,
    #[serde(default)]
    verbs: Vec<String>,
    #[serde(default)]
    nouns: Vec<String>,
    #[serde(default)]
    adjectives: Vec<String>,
}

/// A phrase of a list, and how its forms are made.
pub(super) type Listed<'a> = (&'a str, Forms);

impl Phrases {
    pub(super) fn listed(&self) -> impl Iterator<Item = Listed<'_>> {
        listed([&self.words, &self.verbs, &self.nouns, &self.adjectives])
    }
}

impl PatternFile {
    pub(super) fn listed(&self) -> impl Iterator<Item = Listed<'_>> {
        listed([&self.words, &self.verbs, &self.nouns, &self.adjectives])
    }
}

fn listed(lists: [&Vec<String>; 4]) -> impl Iterator<Item = Listed<'_>> {
    let forms = [Forms::AsWritten, Forms::Verb, Forms::Noun, Forms::Adjective];
    lists
        .into_iter()
        .zip(forms)
        .flat_map(|(list, forms)| list.iter().map(move |phrase| (phrase.as_str(), forms)))
}
