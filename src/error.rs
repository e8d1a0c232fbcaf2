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
    /// A folder is there that a run must not replace.
    #[error("`{path}` {message}")]
    Refused {
        /// The folder.
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
}

impl Error {
    /// What serde says of a TOML text, with the line it says it of.
    pub(crate) fn toml(path: PathBuf, text: &str, error: &toml::de::Error) -> Self {
        let offset = error.span().map_or(0, |span| span.start.min(text.len()));
        let line = text.as_bytes()[..offset]
            .iter()
            .filter(|byte| **byte == b'\n')
            .count()
            + 1;
        Self::Parse {
            path,
            line,
            message: error.message().to_string(),
        }
    }
}
