//! `lexicons/SOURCES.md` names every file of its folder, and each is the one that was published.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use std::fmt::Write;
use std::fs;

use sha2::{Digest, Sha256};

const LEXICONS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/lexicons");

/// File and digest of each row of the tables: the first cell and the last, both in back quotes.
fn rows(sources: &str) -> impl Iterator<Item = (&str, &str)> {
    sources.lines().filter_map(|line| {
        let cells: Vec<&str> =
            line.trim_matches('|').split('|').map(|cell| cell.trim().trim_matches('`')).collect();
        let (file, digest) = (*cells.first()?, *cells.last()?);
        let is_digest = digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_digest.then_some((file, digest))
    })
}

#[test]
fn every_digest_is_that_of_its_file() {
    let sources = fs::read_to_string(format!("{LEXICONS}/SOURCES.md")).unwrap();
    let mut n_files = 0;
    for (file, expected) in rows(&sources) {
        let bytes = match file {
            "NotoSans-Regular.ttf" => notosans::REGULAR_TTF.to_vec(),
            "NotoSans-Bold.ttf" => notosans::BOLD_TTF.to_vec(),
            _ => fs::read(format!("{LEXICONS}/{file}")).expect(file),
        };
        let mut digest = String::new();
        for byte in Sha256::digest(bytes) {
            write!(digest, "{byte:02x}").unwrap();
        }
        assert_eq!(digest, expected, "{file}");
        n_files += 1;
    }
    assert!(n_files >= 9, "only {n_files} rows were read");
}

/// The files below a folder, by their path in it; what starts with a dot is about the files, not one of them.
fn files(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(format!("{LEXICONS}/{folder}")).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let path = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
        if entry.path().is_dir() {
            found.extend(files(&path));
        } else if !name.starts_with('.') {
            found.push(path);
        }
    }
    found
}

#[test]
fn no_file_is_without_a_source() {
    let sources = fs::read_to_string(format!("{LEXICONS}/SOURCES.md")).unwrap();
    let missing: Vec<String> =
        files("").into_iter().filter(|file| !sources.contains(&format!("| `{file}` |"))).collect();
    assert_eq!(missing, ["SOURCES.md"]);
}
