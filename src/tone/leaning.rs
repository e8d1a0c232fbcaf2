//! Words and pairs of words that lean to one side without being evaluative: "rang", "nobody", "for years".
//!
//! Their weights are not written by hand but fitted on labelled sentences (see [`super::fit`]), and each says what it
//! was seen in. They fill the space between the phrases: a word that a phrase holds has no leaning there.

use std::fmt::Write;
use std::path::Path;

use crate::Error;

/// A word or pair of words with its fitted weight and the sentences behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaning {
    /// One word, or two with a space between, in small letters.
    pub words: Box<str>,
    /// What it adds to the sum, in the unit of ratings.
    pub weight: f64,
    /// In how many labelled sentences it stands that are unfavourable, neutral and favourable.
    pub seen: [usize; 3],
}

impl Leaning {
    /// What the weight rests on, for people.
    #[must_use]
    pub fn note(&self) -> String {
        let [unfavourable, neutral, favourable] = self.seen;
        format!(
            "stands in {} of the labelled sentences: {unfavourable} unfavourable, {neutral} neutral, {favourable} favourable",
            unfavourable + neutral + favourable
        )
    }
}

/// The first line of the file.
const HEADER: &str = "words\tweight\tunfavourable\tneutral\tfavourable";

/// Reads a table of leanings.
///
/// # Errors
/// [`Error::Parse`] with the line, when a row is not as the first line says.
pub(super) fn parse(path: &Path, text: &str) -> Result<Vec<Leaning>, Error> {
    let rows = text.lines().enumerate().filter(|(_, line)| is_row(line));
    let read = |(place, line): (usize, &str)| {
        row(line).map_err(|message| Error::Parse { path: path.into(), line: place + 1, message })
    };
    rows.map(read).collect()
}

/// Whether a line is neither empty nor a comment nor the names of the columns.
pub(crate) fn is_row(line: &str) -> bool {
    !line.is_empty() && !line.starts_with('#') && line != HEADER
}

/// A leaning, or what is wrong with the row.
pub(crate) fn row(line: &str) -> Result<Leaning, String> {
    columns(line).ok_or_else(|| {
        format!("found `{line}`, expected five columns with tabs between, as in `nobody\t-0.42\t90\t12\t7`")
    })
}

fn columns(line: &str) -> Option<Leaning> {
    let columns: Vec<&str> = line.split('\t').collect();
    let [words, weight, unfavourable, neutral, favourable] = columns[..] else {
        return None;
    };
    let weight: f64 = weight.parse().ok().filter(|weight: &f64| weight.is_finite())?;
    let seen = [unfavourable.parse().ok()?, neutral.parse().ok()?, favourable.parse().ok()?];
    Some(Leaning { words: words.into(), weight, seen })
}

/// Writes a table of leanings, as it is read again. `comment` goes on top, line by line.
#[must_use]
pub fn table(leanings: &[Leaning], comment: &str) -> String {
    let mut out: String = comment.lines().map(|line| format!("# {line}\n")).collect();
    let _ = writeln!(out, "{HEADER}");
    for Leaning { words, weight, seen: [unfavourable, neutral, favourable] } in leanings {
        let _ = writeln!(out, "{words}\t{weight:.2}\t{unfavourable}\t{neutral}\t{favourable}");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let leanings = vec![
            Leaning { words: "nobody".into(), weight: -0.42, seen: [90, 12, 7] },
            Leaning { words: "rang every".into(), weight: -0.5, seen: [4, 0, 0] },
        ];
        let written = table(&leanings, "Fitted on nothing.\nReally.");
        assert_eq!(parse(Path::new("x"), &written).unwrap(), leanings);
        let error = parse(Path::new("x"), "nobody\tmuch\t1\t2\t3").unwrap_err();
        assert!(error.to_string().starts_with("`x`, line 1: found `nobody\tmuch"), "{error}");
    }
}
