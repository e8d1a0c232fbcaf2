//! `score`: the figures of the reference, and the words that made them.

use std::fs;

use predicates::prelude::{PredicateBooleanExt, predicate};

use super::{json, place, run, slantwise};

#[test]
fn lines_are_scored_as_the_reference_scores_them() {
    let place = place();
    let vectors = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/edge.tsv")).unwrap();
    let vectors = vectors.split_terminator('\n').filter(|line| !line.starts_with("# neg"));
    let (mut texts, mut expected) = (String::new(), String::new());
    for line in vectors {
        let cells: Vec<&str> = line.splitn(5, '\t').collect();
        expected += &format!("{}\n", cells[..4].join("\t"));
        texts += &format!("{}\n", cells[4]);
    }
    slantwise(&place)
        .args(["score", "--lines", "--strict", "-"])
        .write_stdin(texts)
        .assert()
        .success()
        .stdout(expected);
}

#[test]
fn a_score_is_explained_word_by_word() {
    let place = place();
    run(&place, &["score", "The service is not good."])
        .success()
        .stdout(predicate::str::contains("good").and(predicate::str::contains("'not'")));
    let printed = run(&place, &["score", "--format", "json", "not good"]).success();
    assert_eq!(json(&printed.get_output().stdout)["words"][0]["base"], 1.9);
    run(&place, &["score", "--scorer", "vader-sentiment", "good"])
        .success()
        .stdout(predicate::str::contains("0.4404"));
}
