//! Cue verbs: which words signal an attribution, and how each is used.

use std::path::PathBuf;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::morphology::forms;
use crate::Error;
use crate::token::Tokens;

const PATH: &str = "lexicons/english/cues.toml";

/// What a cue says about the words that go with it; the classes are explained in `lexicons/english/cues.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum CueClass {
    Say,
    Tell,
    Ask,
    Find,
    Notice,
    Judge,
    Think,
    Utter,
}

/// A form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// "say": after "would", "did", "to", or with a plural source.
    Base,
    /// "says".
    Third,
    /// "said", "saw"; for most verbs this is the participle too.
    Past,
    /// "seen", where it differs from the past form.
    Participle,
    /// "saying".
    Gerund,
}

/// A form of a cue verb with its particle.
#[derive(Clone, Debug)]
struct Entry {
    form: Form,
    classes: Vec<CueClass>,
    /// Words after the verb that belong to it ("out" in "pointed out").
    particle: Vec<String>,
}

/// A cue verb that stands in a sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CueMatch<'c> {
    pub(crate) form: Form,
    /// What the verb may be; the first class is the one to assume.
    pub(crate) classes: &'c [CueClass],
    /// Tokens of the verb with its particle.
    pub(crate) n_tokens: usize,
}

impl CueMatch<'_> {
    /// Whether the verb is in the class.
    pub(crate) fn is(&self, class: CueClass) -> bool {
        self.classes.contains(&class)
    }
}

/// The cue verbs and the phrases that name a source.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cues {
    verbs: FxHashMap<String, Vec<Entry>>,
    ambiguous: FxHashSet<String>,
    refusals: FxHashSet<String>,
    clause_only: FxHashSet<String>,
    feelings: FxHashSet<String>,
    /// Words before and after the source ("according to", ""), ("in", "view").
    pub(crate) phrases: Vec<(String, String)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    class: Vec<ClassLists>,
    phrases: Phrases,
    exceptions: Exceptions,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClassLists {
    id: CueClass,
    #[expect(dead_code, reason = "the explanation is for readers of the list")]
    means: String,
    verbs: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Phrases {
    according: Vec<String>,
    possessed: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Exceptions {
    refusals: FxHashSet<String>,
    clause_only: FxHashSet<String>,
    feelings: FxHashSet<String>,
    ambiguous: FxHashSet<String>,
}

impl Cues {
    /// Reads the list.
    ///
    /// # Errors
    /// [`Error::Parse`] with the line, when it is not the TOML that is expected.
    pub(crate) fn parse(text: &str) -> Result<Self, Error> {
        let file: File =
            toml::from_str(text).map_err(|error| Error::toml(PathBuf::from(PATH), text, &error))?;
        let mut cues = Self {
            ambiguous: file.exceptions.ambiguous,
            refusals: file.exceptions.refusals,
            clause_only: file.exceptions.clause_only,
            feelings: file.exceptions.feelings,
            ..Self::default()
        };
        for phrase in file.phrases.according.iter().chain(&file.phrases.possessed) {
            let (before, after) = phrase.split_once('*').unwrap_or((phrase, ""));
            cues.phrases.push((before.trim().to_string(), after.trim().to_string()));
        }
        for list in &file.class {
            for verb in &list.verbs {
                cues.add(verb, list.id);
            }
        }
        Ok(cues)
    }

    fn add(&mut self, verb: &str, class: CueClass) {
        let kinds = [Form::Base, Form::Third, Form::Past, Form::Participle, Form::Gerund];
        let forms = forms(verb);
        for (place, form) in forms.iter().enumerate() {
            if form.is_empty() || forms[..place].contains(form) {
                continue;
            }
            // "Her husband cut in": a form that is base and past in one is read as past.
            let kind = if place == 0 && forms[2] == *form { Form::Past } else { kinds[place] };
            let mut words = form.split(' ').map(String::from);
            let head = words.next().unwrap_or_default();
            let particle: Vec<String> = words.collect();
            let entries = self.verbs.entry(head).or_default();
            match entries.iter_mut().find(|entry| entry.particle == particle && entry.form == kind) {
                Some(entry) if !entry.classes.contains(&class) => entry.classes.push(class),
                Some(_) => {}
                None => entries.push(Entry { form: kind, classes: vec![class], particle }),
            }
            // The longest particle is tried first.
            entries.sort_by_key(|entry| std::cmp::Reverse(entry.particle.len()));
        }
    }

    /// The cue verb whose first word stands at `place`.
    pub(crate) fn at(&self, tokens: &Tokens, place: usize) -> Option<CueMatch<'_>> {
        let entries = self.verbs.get(tokens.lower(place))?;
        entries.iter().find_map(|entry| {
            let fits = entry.particle.iter().enumerate().all(|(n, word)| tokens.lower(place + 1 + n) == word);
            fits.then_some(CueMatch {
                form: entry.form,
                classes: &entry.classes,
                n_tokens: 1 + entry.particle.len(),
            })
        })
    }

    /// The first words of all forms of all verbs.
    pub(crate) fn verbs(&self) -> impl Iterator<Item = &str> {
        self.verbs.keys().map(String::as_str)
    }

    /// The first words of the phrases that name a source.
    pub(crate) fn phrase_openers(&self) -> impl Iterator<Item = &str> {
        self.phrases.iter().filter_map(|(before, _)| before.split(' ').next())
    }

    /// Past and third-person forms that are nothing but verbs.
    pub(crate) fn plain_forms(&self) -> impl Iterator<Item = &str> {
        let is_plain = |entries: &[Entry]| {
            entries
                .iter()
                .any(|entry| entry.particle.is_empty() && matches!(entry.form, Form::Past | Form::Third))
        };
        self.verbs
            .iter()
            .filter(move |(word, entries)| is_plain(entries) && !self.ambiguous.contains(*word))
            .map(|(word, _)| word.as_str())
    }

    /// Whether the form is a noun or adjective unless a plain speaker stands before it.
    pub(crate) fn is_ambiguous(&self, lower: &str) -> bool {
        self.ambiguous.contains(lower)
    }

    /// Adjectives that tell what somebody holds ("proud that", "concerned about").
    pub(crate) fn feelings(&self) -> impl Iterator<Item = &str> {
        self.feelings.iter().map(String::as_str)
    }

    /// Whether the verb reports nothing unless a clause or a quotation goes with it ("adds shame to").
    pub(crate) fn needs_clause(&self, lower: &str) -> bool {
        self.clause_only.iter().any(|stem| lower.starts_with(stem.as_str()))
    }

    /// Whether the word says that nothing was said ("declined to comment").
    pub(crate) fn is_refusal(&self, lower: &str) -> bool {
        self.refusals.contains(lower)
    }
}
