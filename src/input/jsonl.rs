//! Reads a JSONL file: an article a line, as an object with `id` and `text`.

use std::path::Path;

use serde::Deserialize;

use super::{Loaded, decode, sha256};
use crate::{Document, Error};

/// One line of the file; other fields are left alone.
#[derive(Deserialize)]
struct Row {
    id: Id,
    text: String,
    outlet: Option<String>,
    date: Option<String>,
}

/// Ids are words or whole numbers.
#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Word(String),
    Number(i64),
}

/// The articles of the file, in order. Empty lines are passed over.
pub(super) fn read(path: &Path, bytes: &[u8]) -> Result<Vec<Loaded>, Error> {
    let (text, decoding) = decode(bytes).map_err(|binary| Error::Unreadable {
        path: path.into(),
        found: binary.found.into(),
        expected: "a JSON object a line, in UTF-8",
        remedy: binary.remedy,
    })?;
    let mut articles = Vec::new();
    for (n, line) in text.split('\n').enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let row: Row = serde_json::from_str(line).map_err(|error| misread(path, n + 1, &error))?;
        let (sha256, n_bytes) = (sha256(row.text.as_bytes()), row.text.len());
        articles.push(Loaded { document: document(row), source: path.into(), decoding, sha256, n_bytes });
    }
    if articles.is_empty() {
        return Err(Error::Unreadable {
            path: path.into(),
            found: "no article".into(),
            expected: "a JSON object a line, with `id` and `text`",
            remedy: "write one article a line",
        });
    }
    Ok(articles)
}

fn document(row: Row) -> Document {
    let id = match row.id {
        Id::Word(word) => word,
        Id::Number(number) => number.to_string(),
    };
    Document { outlet: row.outlet, date: row.date, ..Document::new(id, row.text) }
}

fn misread(path: &Path, line: usize, error: &serde_json::Error) -> Error {
    let told = error.to_string();
    let found = told.rsplit_once(" at line").map_or(told.as_str(), |(found, _)| found);
    Error::Parse {
        path: path.into(),
        line,
        message: format!(
            "{found}, expected an object like {{\"id\": \"a1\", \"text\": \"…\"}}, where `outlet` and `date` may follow"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_an_article() {
        let rows = "{\"id\": \"a\", \"text\": \"Said.\\nIt.\", \"outlet\": \"Echo\", \"more\": 1}\n\n{\"id\": 7, \"text\": \"\"}\r\n";
        let found = read(Path::new("x.jsonl"), rows.as_bytes()).unwrap();
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].document.text, "Said.\nIt.");
        assert_eq!(found[0].document.outlet.as_deref(), Some("Echo"));
        assert_eq!(found[1].document.id, "7");
    }

    #[track_caller]
    fn check_error(rows: &str, expected: &str) {
        let error = read(Path::new("x.jsonl"), rows.as_bytes()).unwrap_err().to_string();
        assert!(error.starts_with(expected), "{error}");
    }

    #[test]
    fn errors_name_file_line_and_what_was_expected() {
        check_error(
            "{\"id\": \"a\", \"text\": \"\"}\n{\"id\": \"b\"}",
            "`x.jsonl`, line 2: missing field `text`, expected an object like",
        );
        check_error("{\"id\": \"a\"", "`x.jsonl`, line 1: ");
        check_error("\n", "`x.jsonl` holds no article, expected a JSON object a line");
    }
}
