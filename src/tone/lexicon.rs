//! `tone.toml`: phrases with their ratings, and the words that change what phrases count.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::leaning::{self, Leaning};
use crate::phrase::pattern::flaw;
use crate::phrase::stems::STAR;
use crate::phrase::{Forms, Meaning, WordTable, fill};
use crate::{Error, vader};

/// The phrases and operators of a profile, ready to be looked up.
#[derive(Clone, Debug)]
pub struct Lexicon {
    pub(super) table: WordTable,
    pub(super) phrases: Vec<Phrase>,
    pub(super) categories: Vec<Category>,
    pub(super) operators: Vec<Operator>,
    pub(super) leanings: Vec<Leaning>,
    pub(super) clause_openers: Vec<String>,
    /// Words that have no leaning alone.
    pub(super) without_leaning: BTreeSet<String>,
    /// Words that have none in pairs either.
    pub(super) never_leaning: BTreeSet<String>,
    pub(super) scale: Scale,
}

/// A phrase as the list writes it, standing for all its forms.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// As written: "let .. down".
    pub(super) words: Box<str>,
    /// What it counts when it is said plainly of the service, −4 to 4.
    pub(super) rating: f64,
    /// Index into [`Lexicon::categories`].
    pub(super) category: usize,
}

/// Phrases that say a thing of the same kind.
#[derive(Clone, Debug)]
pub(super) struct Category {
    /// "delay".
    pub(super) id: Box<str>,
    /// What they say, for people: "late, waiting, backlog".
    pub(super) note: Box<str>,
}

/// Words that change what the phrases near them count: "not", "no longer", "too".
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Operator {
    /// "negation".
    pub(super) id: Box<str>,
    /// What it does, for people; `{words}` stands for the words that were met.
    pub(super) note: Box<str>,
    /// How many words after it a phrase may start.
    #[serde(default)]
    pub(super) ahead: usize,
    /// How many words before it a phrase may end.
    #[serde(default)]
    pub(super) behind: usize,
    /// Where its reach ends at the latest.
    #[serde(default)]
    pub(super) until: Until,
    /// What a favourable phrase is multiplied by.
    #[serde(default = "one")]
    pub(super) favourable: f64,
    /// What an unfavourable phrase is multiplied by.
    #[serde(default = "one")]
    pub(super) unfavourable: f64,
    #[serde(default)]
    pub(super) words: Vec<String>,
    #[serde(default)]
    pub(super) verbs: Vec<String>,
    #[serde(default)]
    pub(super) nouns: Vec<String>,
}

const fn one() -> f64 {
    1.0
}

/// Where the reach of an operator ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Until {
    /// At a comma or a word that opens a clause.
    #[default]
    Clause,
    /// At a full stop, semicolon, colon, bracket or dash.
    Break,
    /// At the end of the passage.
    Passage,
}

/// Numbers of the method.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Scale {
    /// Set against the square of the sum.
    pub(super) alpha: f64,
    /// What share of a VADER rating counts for a word that is in no list.
    pub(super) unlisted: f64,
    /// So much of a sum, either way, is too little to tell and does not count.
    pub(super) doubt: f64,
    /// What share of its neighbours' tone a passage takes in a turn of the same voice.
    pub(super) around: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    source: String,
    scale: Scale,
    clause_openers: Vec<String>,
    #[serde(default)]
    without_leaning: Vec<String>,
    #[serde(default)]
    never_leaning: Vec<String>,
    #[serde(default)]
    category: Vec<CategoryFile>,
    #[serde(default)]
    operator: Vec<Operator>,
    /// Word lists of others are read with the profile.
    #[serde(default, rename = "import")]
    _imports: Vec<IgnoredAny>,
    /// Examples are run by a check.
    #[serde(default, rename = "example")]
    _examples: Vec<IgnoredAny>,
}

/// Phrases of somebody else's word list, rated; those of the file itself go before them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Imported {
    /// The category that they make.
    pub(crate) category: String,
    /// What they say, for people.
    pub(crate) note: String,
    /// Phrases as texts are read, each with its rating.
    pub(crate) phrases: Vec<(String, f64)>,
}

/// What a phrase may count; the range is VADER's.
pub(crate) const RATINGS: std::ops::RangeInclusive<f64> = -4.0..=4.0;

type Rated = BTreeMap<String, Vec<String>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CategoryFile {
    id: String,
    note: String,
    #[serde(default)]
    words: Rated,
    #[serde(default)]
    verbs: Rated,
    #[serde(default)]
    nouns: Rated,
    #[serde(default)]
    adjectives: Rated,
}

impl Lexicon {
    /// Reads a `tone.toml`; `path` is for error messages. Words in no list keep a share of their VADER rating. Word
    /// lists that the file imports are left out: [`Profile::load`](crate::Profile::load) reads them.
    ///
    /// # Errors
    /// [`Error::Parse`] with the line, when the file is not the TOML that is expected.
    pub fn parse(path: &Path, text: &str, vader: &vader::Lexicon) -> Result<Self, Error> {
        Self::parse_with(path, text, vader, &[])
    }

    /// Reads a `tone.toml` together with the word lists that it imports.
    pub(crate) fn parse_with(
        path: &Path,
        text: &str,
        vader: &vader::Lexicon,
        imported: &[Imported],
    ) -> Result<Self, Error> {
        let file: File = toml::from_str(text).map_err(|error| Error::toml(path.into(), text, &error))?;
        let lexicon = Self {
            table: WordTable::default(),
            phrases: Vec::new(),
            categories: Vec::new(),
            operators: Vec::new(),
            leanings: Vec::new(),
            clause_openers: file.clause_openers,
            without_leaning: file.without_leaning.into_iter().collect(),
            never_leaning: file.never_leaning.into_iter().collect(),
            scale: file.scale,
        };
        let mut building = Building { lexicon, path, text, patterns: Vec::new() };
        for opener in &building.lexicon.clause_openers {
            building.lexicon.table.set_opens_clause(opener);
        }
        for category in file.category {
            building.add_category(category)?;
        }
        for list in imported {
            building.add_imported(list);
        }
        for operator in file.operator {
            building.add_operator(operator)?;
        }
        drop(file.source);
        let mut lexicon = building.finish();
        lexicon.add_unlisted(vader);
        Ok(lexicon)
    }

    /// Reads the leanings of a profile; `path` is for error messages.
    ///
    /// # Errors
    /// [`Error::Parse`] with the line, when a row is not what is expected.
    pub fn read_leanings(&mut self, path: &Path, text: &str) -> Result<(), Error> {
        self.set_leanings(leaning::parse(path, text)?);
        Ok(())
    }

    /// Words that open a clause: "which".
    pub(crate) fn clause_openers(&self) -> impl Iterator<Item = &str> {
        self.clause_openers.iter().map(String::as_str)
    }

    /// The ids of the categories, in their order.
    pub(crate) fn category_ids(&self) -> impl Iterator<Item = &str> {
        self.categories.iter().map(|category| &*category.id)
    }

    /// Words with a VADER rating that no list names.
    fn add_unlisted(&mut self, vader: &vader::Lexicon) {
        if self.scale.unlisted == 0.0 {
            return;
        }
        let category = self.categories.len();
        self.categories.push(Category {
            id: UNLISTED.into(),
            note: "a word of VADER's list that ours does not name".into(),
        });
        for (word, valence) in
            vader.words().filter(|(word, _)| word.bytes().all(|byte| byte.is_ascii_lowercase()))
        {
            let number = u32::try_from(self.phrases.len()).unwrap_or(u32::MAX);
            if self.table.add(word, Meaning::Phrase(number)).is_none() {
                self.phrases.push(Phrase {
                    words: word.into(),
                    rating: valence * self.scale.unlisted,
                    category,
                });
            }
        }
    }
}

/// A lexicon in the making.
struct Building<'a> {
    lexicon: Lexicon,
    path: &'a Path,
    text: &'a str,
    /// Every form with what it stands for, the first to be listed first.
    patterns: Vec<(String, Meaning)>,
}

impl Building<'_> {
    fn add_category(&mut self, file: CategoryFile) -> Result<(), Error> {
        let category = self.lexicon.categories.len();
        self.lexicon.categories.push(Category { id: file.id.into(), note: file.note.into() });
        for (lists, forms) in [
            (file.words, Forms::AsWritten),
            (file.verbs, Forms::Verb),
            (file.nouns, Forms::Noun),
            (file.adjectives, Forms::Adjective),
        ] {
            for (key, phrases) in lists {
                let rating = self.rating(&key)?;
                for phrase in phrases {
                    self.refuse_wild(&phrase)?;
                    self.add_phrase(&phrase, rating, category, forms);
                }
            }
        }
        Ok(())
    }

    fn rating(&self, key: &str) -> Result<f64, Error> {
        let rating = key.parse().ok().filter(|rating| RATINGS.contains(rating));
        rating.ok_or_else(|| self.error(key, format!("`{key}` is no rating, expected a number from -4 to 4")))
    }

    /// A phrase with too many stems, or too short ones, would stand for too many phrases.
    fn refuse_wild(&self, phrase: &str) -> Result<(), Error> {
        let flaw = if phrase.contains(STAR) { flaw(phrase) } else { None };
        flaw.map_or(Ok(()), |flaw| Err(self.error(phrase, flaw)))
    }

    /// Words carry no places, which would cost more than all else: the first place where the file has it in quotation
    /// marks is told.
    fn error(&self, word: &str, message: String) -> Error {
        let place = self.text.find(&format!("\"{word}\"")).unwrap_or_default();
        let line = self.text[..place].matches('\n').count() + 1;
        Error::Parse { path: self.path.into(), line, message }
    }

    fn add_imported(&mut self, list: &Imported) {
        let category = self.lexicon.categories.len();
        self.lexicon
            .categories
            .push(Category { id: list.category.as_str().into(), note: list.note.as_str().into() });
        for (phrase, rating) in &list.phrases {
            self.add_phrase(phrase, *rating, category, Forms::AsWritten);
        }
    }

    fn add_phrase(&mut self, words: &str, rating: f64, category: usize, forms: Forms) {
        let number = u32::try_from(self.lexicon.phrases.len()).unwrap_or(u32::MAX);
        self.lexicon.phrases.push(Phrase { words: words.into(), rating, category });
        self.patterns.extend(forms.of(words).into_iter().map(|form| (form, Meaning::Phrase(number))));
    }

    fn add_operator(&mut self, operator: Operator) -> Result<(), Error> {
        let number = u32::try_from(self.lexicon.operators.len()).unwrap_or(u32::MAX);
        for (phrases, forms) in [
            (&operator.words, Forms::AsWritten),
            (&operator.verbs, Forms::Verb),
            (&operator.nouns, Forms::Noun),
        ] {
            for phrase in phrases {
                self.refuse_wild(phrase)?;
                let all = forms.of(phrase);
                self.patterns.extend(all.into_iter().map(|form| (form, Meaning::Operator(number))));
            }
        }
        self.lexicon.operators.push(operator);
        Ok(())
    }

    fn finish(mut self) -> Lexicon {
        fill(&mut self.lexicon.table, self.patterns);
        self.lexicon
    }
}

/// The category of words that only VADER lists.
pub(super) const UNLISTED: &str = "vader";
