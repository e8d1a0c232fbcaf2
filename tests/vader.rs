//! The engine against scores that Python vaderSentiment 3.3.2 gave. No tolerance.

use std::fs;
use std::path::{Path, PathBuf};

use slantwise::vader::{Lexicon, Reading, Scores, explain, score};

const COMMITTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors");
const WHOLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/eval/vader");

/// A text and its scores as Python prints them.
struct Vector<'a> {
    printed: [&'a str; 4],
    text: &'a str,
}

/// The vectors of all files of a folder; only a line feed ends a line, since texts hold all other line ends.
fn vectors(file: &str) -> Vec<Vector<'_>> {
    let lines = file
        .split('\n')
        .filter(|line| !line.is_empty() && !line.starts_with("# neg"));
    lines
        .filter_map(|line| {
            let columns: Vec<&str> = line.splitn(5, '\t').collect();
            let [neg, neu, pos, compound, text] = columns[..] else {
                return None;
            };
            Some(Vector {
                printed: [neg, neu, pos, compound],
                text,
            })
        })
        .collect()
}

fn files(folder: &str) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let paths = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    let mut files: Vec<PathBuf> = paths
        .filter(|path| path.extension().is_some_and(|e| e == "tsv"))
        .collect();
    files.sort();
    files
}

/// Three digits and four, as Python prints its rounded scores: `{:?}` of a rounded number is Python's `repr`.
fn printed(scores: Scores) -> [String; 4] {
    let Scores {
        neg,
        neu,
        pos,
        compound,
    } = scores.rounded();
    [neg, neu, pos, compound].map(|number| format!("{number:?}"))
}

fn check(path: &Path) -> usize {
    let file = fs::read_to_string(path).expect("a vector file is UTF-8");
    let vectors = vectors(&file);
    let mut wrong = Vec::new();
    for vector in &vectors {
        let scores = printed(score(vector.text, Lexicon::published(), Reading::Strict));
        if scores != vector.printed {
            wrong.push(format!(
                "{:?}: expected {:?}, found {scores:?}",
                vector.text, vector.printed
            ));
        }
    }
    let first: Vec<&String> = wrong.iter().take(5).collect();
    assert!(
        wrong.is_empty(),
        "{}: {} of {} differ: {first:#?}",
        path.display(),
        wrong.len(),
        vectors.len()
    );
    vectors.len()
}

#[test]
fn the_committed_vectors_are_met() {
    let n: usize = files(COMMITTED).iter().map(|path| check(path)).sum();
    assert!(n > 1_500, "only {n} vectors");
}

#[test]
fn the_whole_set_is_met() {
    let n: usize = files(WHOLE).iter().map(|path| check(path)).sum();
    if n == 0 {
        eprintln!("skipped: the whole set of vectors is not here");
    }
}
