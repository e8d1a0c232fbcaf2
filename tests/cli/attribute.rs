//! `attribute`: for people in a terminal, and for programs.

use std::fs;

use predicates::prelude::predicate;

use super::{ARTICLE, json, place, run, slantwise};

#[test]
fn programs_get_a_line_for_each_document_of_a_jsonl_file() {
    let place = place();
    let lines =
        "{\"id\": \"a\", \"text\": \"One. Zoë said: “Two.”\"}\n{\"id\": \"b\", \"text\": \"Three.\"}\n";
    fs::write(place.path().join("many.jsonl"), lines).unwrap();
    let printed = run(&place, &["attribute", "--format", "jsonl", "many.jsonl"]).success();
    let documents: Vec<serde_json::Value> =
        printed.get_output().stdout.split_inclusive(|byte| *byte == b'\n').map(json).collect();
    assert_eq!(documents.len(), 2);
    assert_eq!(documents[0]["doc"], "a");
    assert_eq!(documents[0]["sentences"][0], serde_json::json!([0, 4]));
    assert!(documents[1]["quotes"].is_array());
    let printed = run(&place, &["attribute", "--format", "json", "many.jsonl"]).success();
    assert_eq!(json(&printed.get_output().stdout), serde_json::json!(documents));
}

#[test]
fn a_pipe_and_no_color_get_plain_text() {
    let place = place();
    let plain = run(&place, &["attribute", "article.txt"]).success();
    assert!(!plain.get_output().stdout.contains(&0x1b));
    slantwise(&place)
        .args(["attribute", "article.txt"])
        .env("NO_COLOR", "1")
        .assert()
        .success()
        .stdout(plain.get_output().stdout.clone());
    slantwise(&place)
        .args(["attribute", "article.txt"])
        .env("CLICOLOR_FORCE", "1")
        .assert()
        .success()
        .stdout(predicate::str::contains("\u{1b}["));
}

#[test]
fn an_article_names_its_sides_in_the_margin() {
    let place = place();
    run(&place, &["attribute", "article.txt"])
        .success()
        .stdout(predicate::str::contains("inspector │ Children’s services in Marlow Vale"));
}

#[test]
fn a_reader_who_has_seen_enough_is_no_error() {
    let place = place();
    fs::write(place.path().join("long.txt"), ARTICLE.repeat(2000)).unwrap();
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_slantwise"))
        .current_dir(place.path())
        .args(["attribute", "long.txt"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
}
