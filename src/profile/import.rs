//! `[[import]]` in `tone.toml`: somebody's word list, whose categories get ratings.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::problem::{Findings, Problem};
use super::word_list::{self, ENDINGS, LeftOut, WordList};
use crate::Error;
use crate::lexicons::hexadecimal;
use crate::tone::{Imported, RATINGS};

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    import: Vec<Import>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Import {
    file: Spanned<String>,
    ratings: BTreeMap<Spanned<String>, f64>,
    #[serde(default)]
    note: String,
    #[serde(default, rename = "source")]
    _source: String,
}

/// A word list that was read.
#[derive(Clone, Debug)]
pub(super) struct Ready {
    /// The name of its file.
    pub(super) file: String,
    /// SHA-256 of the file.
    pub(super) sha256: String,
    pub(super) categories: Vec<Imported>,
    /// What was left out, in words.
    pub(super) warning: Option<String>,
}

/// The word lists that a `tone.toml` at `path` imports, and what is wrong with them.
pub(super) fn read(path: &Path, text: &str) -> Result<(Vec<Ready>, Vec<Problem>), Error> {
    // Most profiles import nothing, and reading a long file twice takes time.
    if !text.contains("import") {
        return Ok((Vec::new(), Vec::new()));
    }
    let file: File = toml::from_str(text).map_err(|error| Error::toml(path.into(), text, &error))?;
    let mut findings = Findings::new(path, text);
    let ready = file.import.iter().filter_map(|import| prepare(import, path, &mut findings)).collect();
    Ok((ready, findings.problems))
}

fn prepare(import: &Import, path: &Path, findings: &mut Findings) -> Option<Ready> {
    let name = import.file.get_ref();
    let mut wrong = |message: String| findings.add(import.file.span(), message);
    if Path::new(name).file_name().is_none_or(|plain| plain != name.as_str()) {
        wrong(format!(
            "`{name}` is no file name; put the list beside `tone.toml` and name it without folders"
        ));
        return None;
    }
    let list_path = path.with_file_name(name);
    let bytes = match std::fs::read(&list_path) {
        Ok(bytes) => bytes,
        Err(error) => {
            wrong(format!("`{name}` could not be read: {error}; put the list beside `tone.toml`"));
            return None;
        }
    };
    match word_list::read(&list_path, &bytes) {
        Ok(list) => {
            let (categories, mut left_out) = rated(import, &list, findings)?;
            left_out.splice(0..0, list.left_out.iter().cloned());
            let warning = told(name, &left_out, list.entries.len() + list.left_out.len());
            Some(Ready { file: name.clone(), sha256: hexadecimal(&bytes), categories, warning })
        }
        Err(broken) if broken.message.contains(ENDINGS) => {
            wrong(format!("`{name}` {}", broken.message));
            None
        }
        Err(broken) => {
            findings.problems.push(Problem { file: list_path, line: broken.line, message: broken.message });
            None
        }
    }
}

/// The rated categories with their words.
fn rated(import: &Import, list: &WordList, findings: &mut Findings) -> Option<(Vec<Imported>, Vec<LeftOut>)> {
    let n_before = findings.problems.len();
    let mut ratings: Vec<Option<f64>> = vec![None; list.categories.len()];
    for (name, rating) in &import.ratings {
        match list.category(name.get_ref()) {
            Some(category) if RATINGS.contains(rating) => ratings[category] = Some(*rating),
            Some(_) => {
                findings.add(name.span(), format!("{rating} is no rating; choose a number from -4 to 4"));
            }
            None => {
                let (name, file) = (name.get_ref(), import.file.get_ref());
                let message = format!("`{file}` has no one category `{name}`; choose from {}", list.names());
                findings.add(import_span(import, name), message);
            }
        }
    }
    if ratings.iter().all(Option::is_none) && findings.problems.len() == n_before {
        findings.add(import.file.span(), format!("no category is rated; choose from {}", list.names()));
    }
    (findings.problems.len() == n_before).then(|| by_category(import, list, &ratings))
}

fn import_span(import: &Import, name: &str) -> std::ops::Range<usize> {
    let key = import.ratings.keys().find(|key| key.get_ref() == name);
    key.map_or_else(|| import.file.span(), Spanned::span)
}

/// The category whose rating holds for words of `category`: itself, or the nearest around it.
fn rated_group(list: &WordList, ratings: &[Option<f64>], category: usize) -> Option<(usize, f64)> {
    let around = std::iter::successors(Some(category), |inner| list.categories[*inner].parent);
    around.into_iter().find_map(|group| Some((group, ratings[group]?)))
}

/// Of several ratings of a word the strongest counts; a word with ratings of both signs says nothing.
fn by_category(import: &Import, list: &WordList, ratings: &[Option<f64>]) -> (Vec<Imported>, Vec<LeftOut>) {
    let mut words: BTreeMap<&str, Vec<(usize, f64)>> = BTreeMap::new();
    for entry in &list.entries {
        let groups = entry.categories.iter().filter_map(|category| rated_group(list, ratings, *category));
        words.entry(&entry.phrase).or_default().extend(groups);
    }
    let mut left_out = Vec::new();
    let mut phrases: BTreeMap<usize, Vec<(String, f64)>> = BTreeMap::new();
    for (phrase, found) in words {
        let has = |sign: f64| found.iter().any(|(_, rating)| rating * sign > 0.0);
        if has(1.0) && has(-1.0) {
            let why = format!("`{phrase}` is in a favourable and in an unfavourable category");
            left_out.push(LeftOut { line: 0, why });
            continue;
        }
        let strongest = found.iter().max_by(|one, other| one.1.abs().total_cmp(&other.1.abs()));
        if let Some((group, rating)) = strongest {
            phrases.entry(*group).or_default().push((phrase.to_owned(), *rating));
        }
    }
    let file = import.file.get_ref();
    let stem =
        Path::new(file).file_stem().map_or_else(|| file.clone(), |stem| stem.to_string_lossy().into_owned());
    let imported = phrases.into_iter().map(|(group, phrases)| {
        let name = &list.categories[group].name;
        let plain = format!("a word of `{name}` in `{file}`");
        let note = if import.note.is_empty() { plain } else { import.note.clone() };
        Imported { category: format!("{stem}: {name}"), note, phrases }
    });
    (imported.collect(), left_out)
}

/// How many examples a warning gives.
const EXAMPLES: usize = 3;

fn told(file: &str, left_out: &[LeftOut], n_entries: usize) -> Option<String> {
    if left_out.is_empty() {
        return None;
    }
    let example = |one: &LeftOut| match one.line {
        0 => one.why.clone(),
        line => format!("line {line}: {}", one.why),
    };
    let examples: Vec<String> = left_out.iter().take(EXAMPLES).map(example).collect();
    let more = left_out.len().saturating_sub(EXAMPLES);
    let more = if more > 0 { format!("; and {more} more") } else { String::new() };
    Some(format!(
        "`{file}`: {} of {n_entries} entries are left out: {}{more}",
        left_out.len(),
        examples.join("; ")
    ))
}
