//! The keys of each file of a profile, and what may stand behind them.

mod framing;

use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::super::problem::Findings;
use super::nearest::nearest;
use super::tree::{number, texts};
use crate::tone::RATINGS;

pub(super) use framing::{ASPECTS, FRAMES};

/// What may stand behind a key.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// Words, not empty.
    Text,
    /// One of these.
    OneOf(&'static [&'static str]),
    /// A list of words, which may be empty.
    Texts,
    /// true or false.
    YesNo,
    /// A number in this range.
    Number(f64, f64),
    /// A whole number of words.
    Reach,
    /// One table.
    Table(&'static [Key]),
    /// One table or more, each written `[[key]]`.
    Tables(&'static [Key]),
    /// Lists of phrases, each behind its rating.
    Rated,
    /// Ratings, each behind a name.
    Ratings,
}

/// A key of a table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    name: &'static str,
    kind: Kind,
    needed: bool,
}

const fn needed(name: &'static str, kind: Kind) -> Key {
    Key { name, kind, needed: true }
}

const fn optional(name: &'static str, kind: Kind) -> Key {
    Key { name, kind, needed: false }
}

/// What an operator may multiply by.
const FACTOR: Kind = Kind::Number(-4.0, 4.0);
/// A share of something.
const SHARE: Kind = Kind::Number(-1.0, 1.0);

/// The keys of `tone.toml`.
pub(super) const TONE: &[Key] = &[
    needed("source", Kind::Text),
    needed("clause_openers", Kind::Texts),
    optional("without_leaning", Kind::Texts),
    optional("never_leaning", Kind::Texts),
    needed(
        "scale",
        Kind::Table(&[
            needed("alpha", Kind::Number(0.01, 1000.0)),
            needed("unlisted", SHARE),
            needed("around", SHARE),
            needed("doubt", Kind::Number(0.0, 100.0)),
        ]),
    ),
    optional(
        "category",
        Kind::Tables(&[
            needed("id", Kind::Text),
            needed("note", Kind::Text),
            optional("words", Kind::Rated),
            optional("verbs", Kind::Rated),
            optional("nouns", Kind::Rated),
            optional("adjectives", Kind::Rated),
        ]),
    ),
    optional(
        "operator",
        Kind::Tables(&[
            needed("id", Kind::Text),
            needed("note", Kind::Text),
            optional("ahead", Kind::Reach),
            optional("behind", Kind::Reach),
            optional("until", Kind::OneOf(&["clause", "break", "passage"])),
            optional("favourable", FACTOR),
            optional("unfavourable", FACTOR),
            optional("words", Kind::Texts),
            optional("verbs", Kind::Texts),
            optional("nouns", Kind::Texts),
        ]),
    ),
    optional(
        "import",
        Kind::Tables(&[
            needed("file", Kind::Text),
            needed("ratings", Kind::Ratings),
            optional("note", Kind::Text),
            optional("source", Kind::Text),
        ]),
    ),
    optional(
        "example",
        Kind::Tables(&[
            needed("text", Kind::Text),
            needed("tone", Kind::OneOf(&["favourable", "neutral", "unfavourable"])),
            optional("note", Kind::Text),
        ]),
    ),
];

const NAMES: Kind = Kind::Tables(&[needed("names", Kind::Texts)]);

/// The keys of `sides.toml`.
pub(super) const SIDES: &[Key] = &[
    needed("name", Kind::Text),
    needed("description", Kind::Text),
    needed(
        "side",
        Kind::Tables(&[
            needed("id", Kind::Text),
            needed("label", Kind::Text),
            needed("description", Kind::Text),
        ]),
    ),
    needed("party", NAMES),
    needed("inspectorate", NAMES),
    needed(
        "administration",
        Kind::Table(&[
            needed("runs", Kind::Texts),
            needed("terms", Kind::Texts),
            needed("past", Kind::Texts),
            needed("joint", Kind::Texts),
            needed("roles", Kind::Texts),
        ]),
    ),
    needed(
        "past_roles",
        Kind::Table(&[
            needed("before", Kind::Texts),
            needed("after", Kind::Texts),
            needed("left", Kind::Texts),
        ]),
    ),
    needed(
        "domain",
        Kind::Tables(&[
            needed("id", Kind::Text),
            needed("label", Kind::Text),
            optional("politics", Kind::YesNo),
            needed("signals", Kind::Texts),
            needed("body", Kind::Texts),
        ]),
    ),
    needed(
        "rule",
        Kind::Tables(&[
            needed("side", Kind::Text),
            needed("because", Kind::Text),
            optional("firm", Kind::YesNo),
            optional("domains", Kind::Texts),
            needed("terms", Kind::Texts),
            optional("unless", Kind::Texts),
        ]),
    ),
    needed("politicians", Kind::Table(&[needed("terms", Kind::Texts)])),
];

/// Holds a table against its keys; `name` is what messages call it.
pub(super) fn table(
    found: &DeTable<'_>,
    keys: &'static [Key],
    name: &str,
    span: Range<usize>,
    findings: &mut Findings,
) {
    for (key, value) in found {
        match keys.iter().find(|known| known.name == key.get_ref().as_ref()) {
            Some(known) => self::value(value, known, findings),
            None => findings.add(key.span(), unknown(key.get_ref(), keys, name)),
        }
    }
    for key in keys.iter().filter(|key| key.needed && !found.contains_key(key.name)) {
        findings.add(span.clone(), format!("{name} has no `{}`; add {}", key.name, key.addition()));
    }
}

impl Key {
    /// What to write where the key is missing.
    fn addition(&self) -> String {
        match self.kind {
            Kind::Table(_) => format!("`[{}]` with its keys", self.name),
            Kind::Tables(_) => format!("`[[{}]]` with its keys", self.name),
            Kind::Number(..) | Kind::Reach | Kind::Rated => format!("it: {}", self.kind.sample()),
            _ => format!("`{} = {}`", self.name, self.kind.sample()),
        }
    }
}

fn unknown(key: &str, keys: &[Key], name: &str) -> String {
    let known = || keys.iter().map(|key| key.name);
    let remedy = nearest(key, known()).map_or_else(
        || {
            format!(
                "expected one of {}",
                known().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ")
            )
        },
        |near| format!("did you mean `{near}`?"),
    );
    format!("{name} has no key `{key}`; {remedy}")
}

impl Kind {
    fn sample(self) -> String {
        match self {
            Self::Text => "\"…\"".to_owned(),
            Self::OneOf(words) => format!("\"{}\"", words.first().copied().unwrap_or_default()),
            Self::Texts => "[\"…\"]".to_owned(),
            Self::YesNo => "true".to_owned(),
            Self::Number(low, high) => format!("a number from {low} to {high}"),
            Self::Reach => "a number of words".to_owned(),
            Self::Table(_) | Self::Tables(_) => "a table".to_owned(),
            Self::Rated => "a table, as `\"-2\" = [\"let down\"]`".to_owned(),
            Self::Ratings => "{ name = 1.0 }".to_owned(),
        }
    }
}

fn value(value: &Spanned<DeValue<'_>>, key: &Key, findings: &mut Findings) {
    let (found, span, name) = (value.get_ref(), value.span(), key.name);
    let fits = match key.kind {
        Kind::Text => found.as_str().is_some_and(|text| !text.trim().is_empty()),
        Kind::OneOf(words) => found.as_str().is_some_and(|text| words.contains(&text)),
        Kind::YesNo => found.is_bool(),
        Kind::Number(low, high) => number(found).is_some_and(|number| (low..=high).contains(&number)),
        Kind::Reach => {
            number(found).is_some_and(|number| number.fract() == 0.0 && (0.0..=1000.0).contains(&number))
        }
        Kind::Texts => all_texts(value, name, findings),
        Kind::Rated => found.as_table().is_some_and(|lists| rated(lists, findings)),
        Kind::Ratings => found.as_table().is_some_and(|ratings| self::ratings(ratings, findings)),
        Kind::Table(keys) => found.as_table().is_some_and(|found| {
            table(found, keys, &format!("`[{name}]`"), span.clone(), findings);
            true
        }),
        Kind::Tables(keys) => return tables(value, key, keys, findings),
    };
    if !fits {
        let words = match key.kind {
            Kind::OneOf(words) => {
                words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ")
            }
            kind => kind.sample(),
        };
        findings.add(span, format!("`{name}` cannot be this; expected {words}"));
    }
}

/// Whether it is a list; what in it is no text is told here.
fn all_texts(value: &Spanned<DeValue<'_>>, name: &str, findings: &mut Findings) -> bool {
    let Some(items) = value.get_ref().as_array() else {
        return false;
    };
    for item in items.iter().filter(|item| !item.get_ref().is_str()) {
        findings.add(
            item.span(),
            format!("`{name}` holds something else than words; write it in quotation marks"),
        );
    }
    true
}

fn rated(lists: &DeTable<'_>, findings: &mut Findings) -> bool {
    let mut seen = BTreeSet::new();
    for (key, list) in lists {
        let rating: Option<f64> = key.get_ref().parse().ok();
        match rating.filter(|rating| RATINGS.contains(rating)) {
            None => {
                let message = format!("`{}` is no rating; choose a number from -4 to 4", key.get_ref());
                findings.add(key.span(), message);
            }
            Some(rating) if !seen.insert(format!("{:+}", rating + 0.0)) => {
                findings.add(key.span(), format!("the rating {rating} has two lists; make them one"));
            }
            Some(_) => {}
        }
        if !all_texts(list, key.get_ref(), findings) {
            findings
                .add(list.span(), format!("behind the rating {} expected a list of phrases", key.get_ref()));
        }
    }
    true
}

fn ratings(ratings: &DeTable<'_>, findings: &mut Findings) -> bool {
    for (name, rating) in ratings {
        if number(rating.get_ref()).is_none_or(|rating| !RATINGS.contains(&rating)) {
            let message = format!("the rating of `{}` is none; choose a number from -4 to 4", name.get_ref());
            findings.add(rating.span(), message);
        }
    }
    true
}

fn tables(value: &Spanned<DeValue<'_>>, key: &Key, keys: &'static [Key], findings: &mut Findings) {
    let name = format!("`[[{}]]`", key.name);
    let items = value.get_ref().as_array().map(|items| items.iter()).unwrap_or_default();
    let mut n_tables = 0;
    for item in items {
        n_tables += 1;
        match item.get_ref().as_table() {
            Some(found) => table(found, keys, &called(&name, found), item.span(), findings),
            None => findings
                .add(item.span(), format!("{name} holds something else than keys; write `key = value`")),
        }
    }
    if n_tables == 0 {
        findings.add(value.span(), format!("`{}` is no list of tables; write each as {name}", key.name));
    }
}

/// A table with its id, which is easier to find.
fn called(name: &str, table: &DeTable<'_>) -> String {
    let id = table.get("id").and_then(|id| texts(id).first().map(|(id, _)| (*id).to_owned()));
    id.map_or_else(|| name.to_owned(), |id| format!("{name} `{id}`"))
}
