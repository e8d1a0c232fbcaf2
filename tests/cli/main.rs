//! The program as a user meets it: help, exit status, files, pipes and mistakes.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod attribute;
mod compare;
mod evaluate;
mod profile;
mod score;

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use predicates::prelude::{PredicateBooleanExt, predicate};
use tempfile::TempDir;

/// An invented article.
const ARTICLE: &str = "\
Council services ‘inadequate’, say inspectors

Children’s services in Marlow Vale have been rated inadequate by Ofsted.

“We are deeply sorry,” said Cllr Jane Smith, the cabinet member for children. “We let children down.”

- Helped 40 families

Opposition leader John Brown said: “This is a scandal.”
";

const TABLES: [&str; 6] =
    ["contrasts.csv", "ledger.csv", "quotations.csv", "sentences.csv", "sides.csv", "speakers.csv"];

/// A folder that holds `article.txt`.
fn place() -> TempDir {
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("article.txt"), ARTICLE).unwrap();
    place
}

fn slantwise(place: &TempDir) -> Command {
    let mut command = Command::cargo_bin("slantwise").unwrap();
    command.current_dir(place.path()).env_remove("CLICOLOR_FORCE");
    command
}

#[track_caller]
fn run(place: &TempDir, arguments: &[&str]) -> Assert {
    slantwise(place).args(arguments).assert()
}

/// What stands in a folder, hidden files too.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// The rows of a table, each as its cells by column name.
fn rows(table: &Path) -> Vec<std::collections::BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(table).unwrap();
    reader.deserialize().map(|row| row.unwrap()).collect()
}

fn json(bytes: &[u8]) -> serde_json::Value {
    serde_json::from_slice(bytes).unwrap()
}

#[test]
fn help_names_each_command_and_the_exit_status() {
    let place = place();
    run(&place, &["--help"])
        .success()
        .stdout(predicate::str::contains("compare").and(predicate::str::contains("Exit status: 0 done")));
    for (command, word) in [
        ("compare", "--administration"),
        ("attribute", "jsonl"),
        ("score", "--lines"),
        ("evaluate", "slantwise coding-sheet articles/"),
        ("coding-sheet", "--semicolon"),
        ("agree", "--differences"),
        ("profile", "slantwise profile init my-profile"),
    ] {
        run(&place, &[command, "--help"]).success().stdout(predicate::str::contains(word));
    }
}

#[test]
fn wrong_usage_is_2_and_says_what_to_do() {
    let place = place();
    for (arguments, advice) in [
        (&["compare"][..], "<INPUT>"),
        (&["compare", "article.txt", "--speaker", "Jane Smith"], "=opposition"),
        (&["compare", "article.txt", "--speaker", "Jane Smith=councl"], "council, opposition, inspector"),
        (&["compare", "article.txt", "--narrator", "nobody"], "choose one of"),
        (&["compare", "article.txt", "--profile", "hospitals"], "choose `inspection`"),
        (&["profile"], "Usage"),
        (&["profile", "init"], "<DIR>"),
        (&["profile", "init", "new", "--from", "hospitals"], "choose one of: inspection"),
        (&["profile", "show", "hospitals"], "choose `inspection` or name a folder"),
        (&["compare", "article.txt", "--seed", "one"], "invalid value"),
        (&["attribute", "article.txt", "--format", "xml"], "jsonl"),
        (&["score"], "<TEXT>"),
        (&["evaluate"], "<GOLD>"),
        (&["evaluate", "x", "--errors", "sides"], "side, speaker, mode"),
        (&["coding-sheet", "article.txt"], "--out <DIR>"),
        (&["agree", "x"], "<SECOND>"),
        (&["agree", "x", "y", "--differences", "segment"], "side, speaker, mode, kind"),
        (&["score", "--lines", "--format", "json", "x"], "cannot be used with"),
        (&["compair", "article.txt"], "compare"),
        (&[], "Usage"),
    ] {
        run(&place, arguments).code(2).stderr(predicate::str::contains(advice));
    }
    assert_eq!(names(place.path()), ["article.txt"]);
}

#[test]
fn a_file_that_cannot_be_read_is_1_and_nothing_is_written() {
    let place = place();
    run(&place, &["compare", "article.txt", "missing.txt"])
        .code(1)
        .stdout("")
        .stderr(predicate::str::contains("missing.txt").and(predicate::str::starts_with("error: ")));
    assert_eq!(names(place.path()), ["article.txt"]);
}

#[test]
fn any_bytes_give_scores_and_sentences() {
    let place = place();
    let bytes: Vec<u8> = (0..=255).rev().cycle().take(5000).collect();
    fs::write(place.path().join("bytes.txt"), &bytes).unwrap();
    for arguments in
        [&["score", "--lines", "-"][..], &["score", "-"], &["attribute", "-"], &["compare", "-", "-q"]]
    {
        slantwise(&place).args(arguments).write_stdin(bytes.clone()).assert().success();
    }
    run(&place, &["score", "--lines", ""]).success().stdout("");
}
