//! `coding-sheet`, `evaluate` and `agree`: from an empty sheet to figures for a paper.

use std::fs;
use std::path::{Path, PathBuf};

use predicates::prelude::{PredicateBooleanExt, predicate};
use tempfile::TempDir;

use super::{ARTICLE, json, names, place, rows, run, slantwise};

/// A place with `coding/article.coding.csv` and what belongs to it.
fn sheets(arguments: &[&str]) -> TempDir {
    let place = place();
    slantwise(&place)
        .args(["coding-sheet", "article.txt", "--out", "coding", "--quiet"])
        .args(arguments)
        .assert()
        .success()
        .stdout("")
        .stderr("");
    place
}

fn sheet(place: &TempDir) -> PathBuf {
    place.path().join("coding/article.coding.csv")
}

/// Replaces words in a file.
fn edit(file: &Path, from: &str, to: &str) {
    let before = fs::read_to_string(file).unwrap();
    assert!(before.contains(from), "{before}");
    fs::write(file, before.replace(from, to)).unwrap();
}

fn figures(place: &TempDir, arguments: &[&str]) -> serde_json::Value {
    let printed = run(place, &[&["evaluate", "--format", "json"], arguments].concat()).success();
    json(&printed.get_output().stdout)
}

#[test]
fn an_empty_sheet_has_every_sentence_and_no_label() {
    let place = sheets(&[]);
    assert_eq!(names(&place.path().join("coding")), ["article.coding.csv", "article.txt", "codes.csv"]);
    assert_eq!(fs::read_to_string(place.path().join("coding/article.txt")).unwrap(), ARTICLE);
    let characters: Vec<char> = ARTICLE.chars().collect();
    let rows = rows(&sheet(&place));
    assert_eq!(rows.len(), 6);
    for row in rows {
        let (start, end): (usize, usize) = (row["start"].parse().unwrap(), row["end"].parse().unwrap());
        let text: String = characters[start..end].iter().collect();
        assert_eq!(row["text"].strip_prefix('\'').unwrap_or(&row["text"]), text);
        for column in ["kind", "side", "accept", "mode", "speaker", "quotes", "valence"] {
            assert_eq!(row[column], "");
        }
    }
}

#[test]
fn coding_sheet_says_what_to_do_next() {
    let place = place();
    run(&place, &["coding-sheet", "article.txt", "--out", "coding"]).success().stdout(
        predicate::str::contains("1 sheet in coding")
            .and(predicate::str::contains("slantwise evaluate coding")),
    );
}

#[test]
fn a_filled_sheet_is_never_lost_without_force() {
    let place = sheets(&[]);
    edit(&sheet(&place), "Ofsted.,,,,,,,", "Ofsted.,body,,,,,,");
    let filled = fs::read(sheet(&place)).unwrap();
    let again = ["coding-sheet", "article.txt", "--out", "coding"];
    run(&place, &again).code(1).stderr(
        predicate::str::contains("article.coding.csv` exists").and(predicate::str::contains("--force")),
    );
    assert_eq!(fs::read(sheet(&place)).unwrap(), filled);
    slantwise(&place).args(again).arg("--force").assert().success();
    assert_ne!(fs::read(sheet(&place)).unwrap(), filled);
    fs::write(place.path().join("coding/article.txt"), "Another article.").unwrap();
    slantwise(&place)
        .args(again)
        .arg("--force")
        .assert()
        .code(1)
        .stderr(predicate::str::contains("holds another text"));
    assert_eq!(names(&place.path().join("coding")).len(), 3);
}

#[test]
fn sheets_can_lie_beside_their_articles() {
    let place = place();
    run(&place, &["coding-sheet", "article.txt", "--out", "."]).success();
    assert_eq!(names(place.path()), ["article.coding.csv", "article.txt", "codes.csv"]);
    assert_eq!(fs::read_to_string(place.path().join("article.txt")).unwrap(), ARTICLE);
}

#[test]
fn a_prefilled_sheet_agrees_with_the_program() {
    for arguments in [&["--prefill"][..], &["--prefill", "--semicolon"]] {
        let place = sheets(arguments);
        let found = figures(&place, &["coding"]);
        assert_eq!(found["units"], 6);
        for name in ["kind_accuracy", "side_accuracy", "speaker_accuracy", "mode_accuracy", "quote_f1"] {
            assert_eq!(found["figures"][name]["value"], 1.0, "{name}");
        }
        assert_eq!(found["figures"]["tone_r"]["value"], serde_json::Value::Null);
        assert_eq!(found["figures"]["segmentation_f1"]["n"], 0);
    }
}

#[test]
fn every_figure_comes_with_its_n_in_every_format() {
    let place = sheets(&["--prefill"]);
    run(&place, &["evaluate", "coding"])
        .success()
        .stdout(
            predicate::str::contains("side, accuracy                             1.0000      6  units")
                .and(predicate::str::contains("given to somebody"))
                .and(predicate::str::contains("labelled / found")),
        )
        .stdout(predicate::function(|text: &str| text.lines().all(|line| line.chars().count() <= 80)));
    let printed = run(&place, &["evaluate", "coding", "--format", "csv"]).success();
    let table = String::from_utf8(printed.get_output().stdout.clone()).unwrap();
    assert!(table.starts_with("table,figure,value,n,of\n"));
    assert!(table.contains("\nfigures,side_accuracy,1.0000,6,units\n"), "{table}");
    assert!(table.contains("\nfigures,tone_r,,0,units with a valence\n"), "{table}");
    assert!(table.contains("\nconfusion,council_as_council,2.0000,2,"), "{table}");
}

#[test]
fn an_error_is_listed_with_place_answers_evidence_and_words() {
    let place = sheets(&["--prefill"]);
    edit(&sheet(&place), "body,opposition,", "body,council,");
    run(&place, &["evaluate", "coding", "--errors", "side"]).success().stdout(
        predicate::str::contains("side council, not opposition (high confidence)")
            .and(predicate::str::contains("“This is a scandal.”"))
            .and(predicate::str::contains("└ "))
            .and(predicate::str::contains("1 difference\n")),
    );
    let printed =
        run(&place, &["evaluate", "coding", "--errors", "side,confidence", "--format", "csv"]).success();
    let table = String::from_utf8(printed.get_output().stdout.clone()).unwrap();
    assert_eq!(table.lines().count(), 3);
    assert!(table.starts_with("document,start,end,aspect,expected,found,confidence,evidence,text\n"));
    run(&place, &["evaluate", "coding", "--errors", "mode"]).success().stdout("0 differences\n");
}

#[test]
fn rows_that_nobody_filled_are_counted_and_left_out() {
    let place = sheets(&["--prefill"]);
    let first = rows(&sheet(&place))[1]["text"].clone();
    edit(&sheet(&place), &format!("{first},body,inspector,,indirect,Ofsted,,"), &format!("{first},,,,,,,"));
    run(&place, &["evaluate", "coding"])
        .success()
        .stderr(predicate::str::contains("1 of 6 rows are not filled and were left out"))
        .stdout(predicate::str::contains("5 units"));
    let empty = sheets(&[]);
    run(&empty, &["evaluate", "coding"]).code(1).stderr(predicate::str::contains("holds no filled row"));
}

#[test]
fn a_wrong_label_names_file_line_and_the_words_that_are_allowed() {
    let place = sheets(&["--prefill"]);
    edit(&sheet(&place), "body,opposition,", "body,oposition,");
    run(&place, &["evaluate", "coding"]).code(1).stdout("").stderr(
        predicate::str::contains("article.coding.csv`, line 7: unknown side `oposition`")
            .and(predicate::str::contains("`opposition`")),
    );
    run(&place, &["evaluate", "article.txt"]).code(1).stderr(predicate::str::contains("holds no labels"));
    fs::remove_file(place.path().join("coding/article.txt")).unwrap();
    run(&place, &["evaluate", "coding"]).code(1).stderr(predicate::str::contains("has no article beside it"));
}

#[test]
fn what_the_user_knows_counts_for_an_evaluation_too() {
    let place = sheets(&["--prefill"]);
    let right = |arguments: &[&str]| {
        figures(&place, arguments)["figures"]["side_accuracy"]["value"].as_f64().unwrap()
    };
    assert_eq!(right(&["coding"]), 1.0);
    assert!(right(&["coding", "--speaker", "John Brown=other"]) < 1.0);
    let study = "[[article]]\nfile = \"article.txt\"\n[[speaker]]\nname = \"John Brown\"\nside = \"other\"\n";
    fs::write(place.path().join("study.toml"), study).unwrap();
    assert!(right(&["coding", "--study", "study.toml"]) < 1.0);
    assert_eq!(right(&["coding", "--study", "study.toml", "--speaker", "John Brown=opposition"]), 1.0);
}

#[test]
fn two_coders_get_a_share_and_a_kappa() {
    let place = sheets(&["--prefill"]);
    fs::create_dir(place.path().join("ben")).unwrap();
    let second = place.path().join("ben/article.coding.csv");
    fs::copy(sheet(&place), &second).unwrap();
    run(&place, &["agree", "coding", "ben"])
        .success()
        .stdout(predicate::str::contains("side, kappa                                1.0000      6"))
        .stdout(predicate::str::contains("side, alpha                                1.0000      6"));
    edit(&second, "body,opposition,", "body,council,");
    let printed = run(&place, &["agree", "coding", "ben/article.coding.csv", "--format", "json"]).success();
    let found = json(&printed.get_output().stdout);
    let share = found["figures"]["side_agreement"]["value"].as_f64().unwrap();
    assert!((share - 5.0 / 6.0).abs() < 1e-12, "{share}");
    run(&place, &["agree", "coding", "ben", "--differences", "side"])
        .success()
        .stdout(predicate::str::contains("side opposition by the first, council by the second"));
    fs::write(place.path().join("ben/article.txt"), format!("{ARTICLE}\nMore.\n")).unwrap();
    run(&place, &["agree", "coding", "ben"])
        .code(1)
        .stderr(predicate::str::contains("labels another text than"));
}

#[test]
fn lines_of_a_jsonl_file_get_sheets_under_names_that_every_system_takes() {
    let place = place();
    let line = "{\"id\": \"2024/05: a\", \"text\": \"=1+1 is bad, said Ofsted.\"}\n";
    fs::write(place.path().join("many.jsonl"), line).unwrap();
    run(&place, &["coding-sheet", "many.jsonl", "--out", "coding"]).success();
    assert_eq!(names(&place.path().join("coding")), ["2024-05- a.coding.csv", "2024-05- a.txt", "codes.csv"]);
    let rows = rows(&place.path().join("coding/2024-05- a.coding.csv"));
    assert_eq!(rows[0]["text"], "'=1+1 is bad, said Ofsted.");
    edit(&place.path().join("coding/2024-05- a.coding.csv"), "Ofsted.\",,", "Ofsted.\",body,inspector");
    run(&place, &["evaluate", "coding"]).success();
}
