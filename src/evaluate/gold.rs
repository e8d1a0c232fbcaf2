//! The labels that people gave to one article.

use std::path::Path;

use serde::Deserialize;

use crate::Error;

/// One labelled sentence unit; a line of `NAME.gold.jsonl`. Offsets are **characters** (Unicode scalar values, as
/// Python counts them), end exclusive.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct GoldUnit {
    /// First character.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// The words of the unit.
    pub text: String,
    /// `body`, `title` or `furniture`.
    pub kind: String,
    /// The side whose voice the unit carries.
    pub side: String,
    /// Further sides that a fair reader would also accept.
    #[serde(default)]
    pub accept: Vec<String>,
    /// `direct`, `mixed`, `indirect` or `none`.
    pub mode: String,
    /// Who speaks, in the article's fullest form; empty for the press.
    #[serde(default)]
    pub speaker: String,
    /// The places of quotations, without their marks.
    #[serde(default)]
    pub quotes: Vec<(usize, usize)>,
    /// How favourable the unit is to the inspected service, −2 to 2.
    #[serde(default)]
    pub valence: f64,
}

impl GoldUnit {
    /// Reads the lines of a gold file. `path` is for messages only.
    ///
    /// # Errors
    /// When a line is no JSON object with these fields.
    pub fn read(path: &Path, lines: &str) -> Result<Vec<Self>, Error> {
        let parse = |(n, line): (usize, &str)| {
            serde_json::from_str(line).map_err(|error| Error::Parse {
                path: path.to_owned(),
                line: n + 1,
                message: error.to_string(),
            })
        };
        let filled = lines.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        filled.map(parse).collect()
    }

    /// Whether the unit is no part of the article.
    pub(super) fn is_furniture(&self) -> bool {
        self.kind == "furniture"
    }
}
