//! Reads articles: a text file, a folder, a study, a JSONL file or standard input.
//!
//! A text is decoded and never cleaned; what was read is kept beside it (encoding, digest, number of bytes),
//! so that a run can say what it read. Articles that are not in a study and would have the same id are
//! numbered in the order of the input: `report`, `report-2`, `report-3`.

mod decode;
mod jsonl;
mod labels;
mod study;

use std::collections::BTreeSet;
use std::io::Read;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

pub use decode::{Binary, Decoding, decode};
pub use labels::{GOLD, Labelled, SHEET, labelled};

use crate::side::SideId;
use crate::{Document, Error, Profile};

/// An article with what is known about the bytes it came from.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The article.
    pub document: Document,
    /// The file; `-` for standard input.
    pub source: PathBuf,
    /// How the bytes became text.
    pub decoding: Decoding,
    /// SHA-256 of the bytes of the source (of a JSONL file: of the article's text), in hexadecimal.
    pub sha256: String,
    /// Number of the bytes that were digested.
    pub n_bytes: usize,
}

impl Loaded {
    /// Whether nothing stands in the text: worth a warning, as nothing will be found in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.document.text.trim().is_empty()
    }
}

/// Extensions of the files that a folder is searched for.
const ARTICLES: [&str; 5] = ["txt", "text", "md", "mdx", "markdown"];

/// Reads all inputs in their order; `-` is standard input, with the id `stdin`.
///
/// # Errors
/// When a file cannot be read, holds no text, or says something that cannot be understood.
pub fn read(inputs: &[PathBuf], stdin: &mut dyn Read, profile: &Profile) -> Result<Vec<Loaded>, Error> {
    if inputs.is_empty() {
        return Err(Error::NoInput);
    }
    let mut articles = Vec::new();
    for input in inputs {
        if input.as_os_str() == "-" {
            let mut bytes = Vec::new();
            let path = Path::new("-");
            stdin.read_to_end(&mut bytes).map_err(|source| unread(path, source))?;
            articles.push(load(path, "stdin".into(), &bytes)?);
        } else if input.is_dir() {
            articles.extend(folder(input)?);
        } else {
            articles.extend(file(input, profile)?);
        }
    }
    number_equal_ids(&mut articles);
    Ok(articles)
}

/// The side with this id.
///
/// # Errors
/// When the profile has no such side; the error lists those that it has.
pub fn side(id: &str, profile: &Profile) -> Result<SideId, Error> {
    profile.side(id).ok_or_else(|| Error::UnknownSide { found: id.into(), expected: side_names(profile) })
}

/// The sides of a profile, for an error message.
fn side_names(profile: &Profile) -> String {
    let names: Vec<String> = profile.sides.iter().map(|side| format!("`{}`", side.id)).collect();
    names.join(", ")
}

/// The articles of one file, by its extension.
fn file(path: &Path, profile: &Profile) -> Result<Vec<Loaded>, Error> {
    let bytes = bytes(path)?;
    match extension(path).as_str() {
        "toml" => study::read(path, &bytes, profile),
        "jsonl" | "ndjson" => jsonl::read(path, &bytes),
        "csv" | "tsv" | "parquet" => Err(table(path)),
        _ => Ok(vec![load(path, stem(path), &bytes)?]),
    }
}

fn table(path: &Path) -> Error {
    Error::Unreadable {
        path: path.into(),
        found: "a table".into(),
        expected: "an article as text, a study or JSONL",
        remedy: "export its articles as text files, or as JSONL with `id` and `text`",
    }
}

/// The articles of a folder and the folders in it, sorted by name; what starts with a dot is left out.
fn folder(path: &Path) -> Result<Vec<Loaded>, Error> {
    let mut files = Vec::new();
    collect(path, &|file| ARTICLES.contains(&extension(file).as_str()), &mut files)?;
    if files.is_empty() {
        return Err(Error::Unreadable {
            path: path.into(),
            found: "no article".into(),
            expected: "files that end in .txt or .md",
            remedy: "put the articles there, or name the files themselves",
        });
    }
    files.iter().map(|file| load(file, stem(file), &bytes(file)?)).collect()
}

/// Adds the files below `folder` that are wanted, sorted by name; what starts with a dot is left out. Links to folders
/// are not followed, so that no circle can arise.
fn collect(folder: &Path, wanted: &dyn Fn(&Path) -> bool, files: &mut Vec<PathBuf>) -> Result<(), Error> {
    let entries = std::fs::read_dir(folder).map_err(|source| unread(folder, source))?;
    let mut entries: Vec<std::fs::DirEntry> =
        entries.collect::<Result<_, _>>().map_err(|source| unread(folder, source))?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        let kind = entry.file_type().map_err(|source| unread(&path, source))?;
        if hidden {
            continue;
        }
        if kind.is_dir() {
            collect(&path, wanted, files)?;
        } else if wanted(&path) && path.is_file() {
            files.push(path);
        }
    }
    Ok(())
}

/// Decodes one article.
fn load(path: &Path, id: String, bytes: &[u8]) -> Result<Loaded, Error> {
    let (text, decoding) = decode(bytes).map_err(|binary| Error::Unreadable {
        path: path.into(),
        found: binary.found.into(),
        expected: "an article as plain text",
        remedy: binary.remedy,
    })?;
    Ok(Loaded {
        document: Document::new(id, text),
        source: path.into(),
        decoding,
        sha256: sha256(bytes),
        n_bytes: bytes.len(),
    })
}

fn bytes(path: &Path) -> Result<Vec<u8>, Error> {
    std::fs::read(path).map_err(|source| unread(path, source))
}

fn unread(path: &Path, source: std::io::Error) -> Error {
    Error::Read { path: path.into(), source }
}

/// SHA-256 in hexadecimal.
fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The extension in lower case, without its dot; empty where there is none.
fn extension(path: &Path) -> String {
    path.extension().map_or_else(String::new, |extension| extension.to_string_lossy().to_lowercase())
}

/// The file name without extension: the id of an article that has no other.
fn stem(path: &Path) -> String {
    path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned())
}

/// Numbers the articles whose id has been given before: `id-2`, `id-3`, jumping what is taken.
fn number_equal_ids(articles: &mut [Loaded]) {
    let taken: BTreeSet<String> = articles.iter().map(|article| article.document.id.clone()).collect();
    let mut given = BTreeSet::new();
    let mut next = std::collections::BTreeMap::new();
    for article in articles {
        let id = &mut article.document.id;
        if given.insert(id.clone()) {
            continue;
        }
        let number = next.entry(id.clone()).or_insert(2_usize);
        let mut other = format!("{id}-{number}");
        while taken.contains(&other) || given.contains(&other) {
            *number += 1;
            other = format!("{id}-{number}");
        }
        given.insert(other.clone());
        *id = other;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_paths(paths: &[PathBuf], stdin: &str) -> Result<Vec<Loaded>, Error> {
        read(paths, &mut stdin.as_bytes(), Profile::inspection())
    }

    #[test]
    fn a_folder_gives_its_articles_sorted_and_nested_without_hidden_ones() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(folder.path().join("c/.git")).unwrap();
        for (name, text) in [
            ("b.txt", "B"),
            ("a.md", "A"),
            ("c/b.txt", "C"),
            (".x.txt", "no"),
            ("c/.git/d.txt", "no"),
            ("e.csv", "no"),
        ] {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        let found = read_paths(&[folder.path().into()], "").unwrap();
        let ids: Vec<&str> = found.iter().map(|article| article.document.id.as_str()).collect();
        assert_eq!(ids, ["a", "b", "b-2"]);
        assert_eq!(found[2].document.text, "C");
    }

    #[test]
    fn a_folder_without_articles_is_an_error_that_says_what_to_do() {
        let folder = tempfile::tempdir().unwrap();
        let error = read_paths(&[folder.path().into()], "").unwrap_err();
        assert!(error.to_string().contains("holds no article, expected files that end in .txt or .md"));
        assert_eq!(error.exit_status(), 1);
    }

    #[test]
    fn standard_input_is_one_article() {
        let found = read_paths(&["-".into()], "Hello.").unwrap();
        assert_eq!((found[0].document.id.as_str(), found[0].n_bytes), ("stdin", 6));
        assert!(!found[0].is_empty());
        assert!(read_paths(&["-".into()], " \n").unwrap()[0].is_empty());
    }

    #[test]
    fn no_input_and_an_unknown_side_are_wrong_usage() {
        assert_eq!(read_paths(&[], "").unwrap_err().exit_status(), 2);
        let error = side("councl", Profile::inspection()).unwrap_err();
        assert_eq!(error.exit_status(), 2);
        assert!(error.to_string().contains("`councl`, expected one of `council`, `opposition`"));
    }

    #[test]
    fn a_missing_file_is_named() {
        let error = read_paths(&["no-such-article.txt".into()], "").unwrap_err();
        assert!(error.to_string().starts_with("could not read `no-such-article.txt`: "));
    }

    #[test]
    fn a_pdf_is_refused_with_a_remedy() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.txt");
        std::fs::write(&path, b"%PDF-1.7 \x00\x01").unwrap();
        let error = read_paths(&[path], "").unwrap_err().to_string();
        assert!(error.contains("holds a PDF document, expected an article as plain text: "), "{error}");
    }
}
