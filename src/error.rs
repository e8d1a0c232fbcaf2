//! What can go wrong when slantwise reads or writes, in words that say what to do.

use std::path::PathBuf;

/// An error of reading or writing; the analysis itself cannot fail.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file could not be read.
    #[error("could not read `{path}`: {source}")]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A file could not be written.
    #[error("could not write `{path}`: {source}")]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A file or folder that must not be replaced, or that does not fit another.
    #[error("`{path}` {message}")]
    Refused {
        /// The file or folder.
        path: PathBuf,
        /// Why, and what to do.
        message: String,
    },
    /// A data file says something that cannot be understood.
    #[error("`{path}`, line {line}: {message}")]
    Parse {
        /// The file.
        path: PathBuf,
        /// From 1.
        line: usize,
        /// Found, expected, remedy.
        message: String,
    },
    /// A file or folder holds something else than articles.
    #[error("`{path}` holds {found}, expected {expected}: {remedy}")]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// What is there.
        found: String,
        /// What could be read.
        expected: &'static str,
        /// What to do.
        remedy: &'static str,
    },
    /// Labels whose article is not beside them.
    #[error(
        "`{path}` has no article beside it, expected its text as `{text}`: put it there, or name its folder with `--articles`"
    )]
    NoArticle {
        /// The file of labels.
        path: PathBuf,
        /// The text that is missing.
        text: PathBuf,
    },
    /// Two files label the same article, which would then count twice.
    #[error(
        "`{path}` labels the same article as `{other}`: name one of them, or compare both with `slantwise agree`"
    )]
    LabelledTwice {
        /// The second file.
        path: PathBuf,
        /// The first.
        other: PathBuf,
    },
    /// Two articles of a study have the same name.
    #[error(
        "`{path}`, line {line}: the id `{id}` is given twice, expected one id an article: set `id` in one of them"
    )]
    DuplicateId {
        /// The study.
        path: PathBuf,
        /// Line of the second, from 1.
        line: usize,
        /// The name.
        id: String,
    },
    /// A side that the profile does not have.
    #[error("unknown side `{found}`, expected one of {expected}")]
    UnknownSide {
        /// The word that was given.
        found: String,
        /// The sides of the profile.
        expected: String,
    },
    /// Nothing to read was named.
    #[error(
        "no input given, expected a text file, a folder, a study (`.toml`), a `.jsonl` file or `-` for standard input"
    )]
    NoInput,
}

impl Error {
    /// The status with which a program should end: 1 could not read or write, 2 wrong usage.
    #[must_use]
    pub const fn exit_status(&self) -> u8 {
        match self {
            Self::UnknownSide { .. } | Self::NoInput => 2,
            _ => 1,
        }
    }
}

impl Error {
    /// What serde says of a TOML text, with the line it says it of.
    pub(crate) fn toml(path: PathBuf, text: &str, error: &toml::de::Error) -> Self {
        let offset = error.span().map_or(0, |span| span.start.min(text.len()));
        let line = text.as_bytes()[..offset].iter().filter(|byte| **byte == b'\n').count() + 1;
        Self::Parse { path, line, message: error.message().to_string() }
    }
}
