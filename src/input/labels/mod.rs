//! Reads labelled articles: gold files and filled coding sheets, each with the article's text beside it.
//!
//! `docs/coding.md` explains both formats. Every label is checked against the text and the words that are allowed,
//! because a misspelt side would else be counted as an error of the program.

mod check;
mod gold;
mod quoted;
mod sheet;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::{Loaded, bytes, collect, decode, load, number_equal_ids};
use crate::{Error, Labels, Profile};

/// The end of the name of a gold file, a JSON object on each line.
pub const GOLD: &str = ".gold.jsonl";

/// The end of the name of a coding sheet.
pub const SHEET: &str = ".coding.csv";

/// A labelled article.
#[derive(Clone, Debug)]
pub struct Labelled {
    /// The article.
    pub article: Loaded,
    /// The file that holds the labels.
    pub source: PathBuf,
    /// What stands in it.
    pub labels: Labels,
    /// Rows of a coding sheet that nobody filled. They are not among the labels.
    pub n_blank: usize,
    /// Rows whose labels are incomplete, as sentences for the user.
    pub notices: Vec<String>,
}

/// Reads the labels that are named, or that stand in the folders that are named, sorted by path. The article of
/// labels lies beside them, or in one of the folders `articles`.
///
/// # Errors
/// When a file cannot be read or has no text beside it, two files label the same article, or a label is none.
pub fn labelled(inputs: &[PathBuf], articles: &[PathBuf], profile: &Profile) -> Result<Vec<Labelled>, Error> {
    let mut sources = Vec::new();
    for input in inputs {
        if input.is_dir() {
            sources.extend(folder(input)?);
        } else {
            sources.push(input.clone());
        }
    }
    let mut found =
        sources.iter().map(|source| read(source, articles, profile)).collect::<Result<Vec<_>, _>>()?;
    no_article_twice(&found)?;
    let mut numbered: Vec<Loaded> = found.iter().map(|labelled| labelled.article.clone()).collect();
    number_equal_ids(&mut numbered);
    for (labelled, article) in found.iter_mut().zip(numbered) {
        labelled.article = article;
    }
    Ok(found)
}

/// What one file of labels holds, before it is known which article it is about.
struct Read {
    labels: Labels,
    n_blank: usize,
    notices: Vec<String>,
}

fn read(source: &Path, articles: &[PathBuf], profile: &Profile) -> Result<Labelled, Error> {
    let bytes = bytes(source)?;
    let stem = stem(source).ok_or_else(|| no_labels(source))?;
    let text = text_of(source, stem, articles)?;
    let id = super::stem(&text);
    let article = load(&text, id, &super::bytes(&text)?)?;
    let (written, _) = decode(&bytes).map_err(|binary| Error::Unreadable {
        path: source.into(),
        found: binary.found.into(),
        expected: "labels as CSV or as lines of JSON",
        remedy: "save the sheet as CSV (UTF-8) under the same name",
    })?;
    let target = check::Target::new(source, &text, &article.document.text, profile);
    let is_sheet = name(source).ends_with(SHEET);
    let read = if is_sheet { sheet::read(&target, &written)? } else { gold::read(&target, &written)? };
    let Read { labels, n_blank, notices } = read;
    Ok(Labelled { article, source: source.into(), labels, n_blank, notices })
}

fn name(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).unwrap_or_default()
}

/// The name of a file of labels without its ending.
fn stem(path: &Path) -> Option<&str> {
    let name = name(path);
    name.strip_suffix(GOLD).or_else(|| name.strip_suffix(SHEET)).filter(|stem| !stem.is_empty())
}

fn no_labels(path: &Path) -> Error {
    Error::Unreadable {
        path: path.into(),
        found: "no labels".into(),
        expected: "a file NAME.gold.jsonl or NAME.coding.csv, or a folder of them",
        remedy: "`slantwise coding-sheet ARTICLE --out DIR` writes an empty sheet to fill",
    }
}

/// The article of `NAME.coding.csv` is `NAME.txt`; that of `NAME.CODER.coding.csv` may be `NAME.txt` too.
fn text_of(source: &Path, stem: &str, articles: &[PathBuf]) -> Result<PathBuf, Error> {
    let own = source.with_file_name(format!("{stem}.txt"));
    let names = std::iter::once(stem).chain(stem.rsplit_once('.').map(|(name, _coder)| name));
    let beside = source.parent().unwrap_or(Path::new(""));
    let folders = std::iter::once(beside).chain(articles.iter().map(PathBuf::as_path));
    let places = folders.flat_map(|folder| names.clone().map(move |name| folder.join(format!("{name}.txt"))));
    places
        .into_iter()
        .find(|text| text.is_file())
        .ok_or_else(|| Error::NoArticle { path: source.into(), text: own })
}

/// The files of labels below a folder.
fn folder(path: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut found = Vec::new();
    collect(path, &|file| stem(file).is_some(), &mut found)?;
    if found.is_empty() { Err(no_labels(path)) } else { Ok(found) }
}

/// An article that is labelled twice would count twice.
fn no_article_twice(found: &[Labelled]) -> Result<(), Error> {
    let mut seen: BTreeMap<&Path, &Path> = BTreeMap::new();
    for labelled in found {
        if let Some(first) = seen.insert(&labelled.article.source, &labelled.source) {
            return Err(Error::LabelledTwice { path: labelled.source.clone(), other: first.to_path_buf() });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
