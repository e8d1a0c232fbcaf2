//! The labels that people gave to one article.

use std::path::Path;

use serde::Deserialize;

use super::Aspect;
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
    /// How favourable the unit is to the inspected service, −2 to 2; none where nobody judged it.
    #[serde(default)]
    pub valence: Option<f64>,
}

/// The labels of one article: its units in order, none overlapping another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Labels {
    /// The units that somebody labelled. In one from a coding sheet an empty `kind`, `side` or `mode` means that
    /// the coder did not say, and the unit is left out of that figure.
    pub units: Vec<GoldUnit>,
    /// What the whole file says nothing about, so that silence is not read as "there is none".
    pub uncoded: Vec<Aspect>,
}

impl From<Vec<GoldUnit>> for Labels {
    /// Labels that speak of everything.
    fn from(units: Vec<GoldUnit>) -> Self {
        Self { units, uncoded: Vec::new() }
    }
}

impl Labels {
    /// Whether the file says anything about this aspect.
    #[must_use]
    pub fn codes(&self, aspect: Aspect) -> bool {
        !self.uncoded.contains(&aspect)
    }
}

impl GoldUnit {
    /// Reads the lines of a gold file. `path` is for messages only.
    ///
    /// # Errors
    /// When a line is no JSON object with these fields.
    pub fn read(path: &Path, lines: &str) -> Result<Vec<Self>, Error> {
        Ok(Self::numbered(path, lines)?.into_iter().map(|(_, unit)| unit).collect())
    }

    /// The units of a gold file, each with its line, from 1.
    pub(crate) fn numbered(path: &Path, lines: &str) -> Result<Vec<(usize, Self)>, Error> {
        let parse = |(n, line): (usize, &str)| {
            let unit = serde_json::from_str(line).map_err(|error| Error::Parse {
                path: path.to_owned(),
                line: n + 1,
                message: error.to_string(),
            })?;
            Ok((n + 1, unit))
        };
        let filled = lines.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        filled.map(parse).collect()
    }

    /// First character, and one past the last.
    pub(crate) const fn place(&self) -> (usize, usize) {
        (self.start, self.end)
    }

    /// Whether the unit is no part of the article.
    pub(crate) fn is_furniture(&self) -> bool {
        self.kind == "furniture"
    }
}
