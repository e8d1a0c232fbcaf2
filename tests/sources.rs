//! Each file of `lexicons/SOURCES.md` is the one that was named there.

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
        let bytes = fs::read(format!("{LEXICONS}/{file}")).expect(file);
        let mut digest = String::new();
        for byte in Sha256::digest(bytes) {
            write!(digest, "{byte:02x}").unwrap();
        }
        assert_eq!(digest, expected, "{file}");
        n_files += 1;
    }
    assert!(n_files >= 6, "only {n_files} rows were read");
}
