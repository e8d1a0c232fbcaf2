//! The example of the README gives, byte for byte, what stands in `output/example`.
//!
//! `UPDATE_GOLDEN=1 cargo test --test golden` writes the folder anew. Read the difference as you read code.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use assert_cmd::Command;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const STUDY: &str = "tests/articles/calderwick/study.toml";
const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");

/// Runs the first command of the README, but for the place that it writes to.
fn run(out: &Path) {
    let mut command = Command::cargo_bin("slantwise").unwrap();
    command.current_dir(ROOT).args(["compare", STUDY, "--force", "--quiet", "--out"]).arg(out);
    command.assert().success();
}

/// The files of a folder by name.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    entries.map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())).collect()
}

/// Where two files part: the first line that differs, or nothing of use for a picture.
fn difference(name: &str, expected: &[u8], made: &[u8]) -> String {
    let texts = (std::str::from_utf8(expected), std::str::from_utf8(made));
    let (Ok(expected), Ok(made)) = texts else { return format!("{name}: the pictures differ") };
    let short = |line: Option<&str>| line.unwrap_or("(no line)").chars().take(200).collect::<String>();
    let (mut old, mut new) = (expected.lines(), made.lines());
    for n in 1.. {
        let (old, new) = (old.next(), new.next());
        if old != new {
            return format!("{name}, line {n}:\n  - {}\n  + {}", short(old), short(new));
        }
        if old.is_none() {
            break;
        }
    }
    format!("{name}: the line ends differ")
}

#[test]
fn the_example_gives_the_files_of_output_example() {
    let golden = Path::new(ROOT).join("output/example");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        run(&golden);
    }
    if !golden.exists() {
        println!("skipped: the published package leaves the example out");
        return;
    }
    let place = tempfile::tempdir().unwrap();
    run(&place.path().join("made"));
    let (expected, made) = (files(&golden), files(&place.path().join("made")));
    assert!(expected.keys().eq(made.keys()), "{:?}\n{:?}", expected.keys(), made.keys());
    let differing: Vec<String> = expected
        .iter()
        .filter(|(name, bytes)| made[*name] != **bytes)
        .map(|(name, bytes)| difference(name, bytes, &made[name]))
        .collect();
    assert!(
        differing.is_empty(),
        "if this is meant, run `UPDATE_GOLDEN=1 cargo test --test golden`\n{}",
        differing.join("\n")
    );
}

#[test]
fn the_readme_names_the_command_that_is_tested() {
    let readme = fs::read_to_string(README).unwrap();
    let command = format!("cargo run --release -- compare {STUDY} --out output/example --force");
    assert!(readme.lines().any(|line| line.trim() == command), "{command}");
}

#[test]
fn no_file_of_the_example_knows_where_it_was_made() {
    let folder = Path::new(ROOT).join("output/example");
    if !folder.exists() {
        return;
    }
    for (name, bytes) in files(&folder) {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains(ROOT), "{name}");
    }
}
