//! What is wrong in a file of a profile, and where.

use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::Error;

/// Something in a file of a profile that its author should mend. Printed as `FILE:LINE: what; remedy`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file.
    pub file: PathBuf,
    /// From 1.
    pub line: usize,
    /// What is wrong, and what to do.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}", self.file.display(), self.line, self.message)
    }
}

impl Problem {
    /// What a program should say that needs the file.
    pub(super) fn error(self) -> Error {
        Error::Parse { path: self.file, line: self.line, message: self.message }
    }
}

/// The problems of one file, as they are found.
#[derive(Debug)]
pub(super) struct Findings {
    file: PathBuf,
    /// Where each line starts, in bytes.
    starts: Vec<usize>,
    pub(super) problems: Vec<Problem>,
}

impl Findings {
    pub(super) fn new(file: &Path, text: &str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(ends.map(|(end, _)| end + 1)).collect();
        Self { file: file.into(), starts, problems: Vec::new() }
    }

    /// The line of a place in the file, from 1.
    pub(super) fn line(&self, place: usize) -> usize {
        self.starts.partition_point(|start| *start <= place).max(1)
    }

    pub(super) fn add(&mut self, span: Range<usize>, message: impl Into<String>) {
        let line = self.line(span.start);
        self.problems.push(Problem { file: self.file.clone(), line, message: message.into() });
    }
}
