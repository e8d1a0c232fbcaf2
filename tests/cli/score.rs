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

#[test]
fn tone_is_explained_beside_vader() {
    let place = place();
    run(&place, &["score", "--profile", "inspection", "The service is no longer inadequate."])
        .success()
        .stdout(
            predicate::str::contains("'no longer': it was so once")
                .and(predicate::str::contains("favourable")),
        );
    let printed =
        run(&place, &["score", "--profile", "inspection", "--format", "json", "No, “let down”."]).success();
    let shown = json(&printed.get_output().stdout);
    let terms = shown["tone"]["terms"].as_array().unwrap();
    let term = terms.iter().find(|term| term["phrase"] == "let .. down").unwrap();
    assert_eq!((&term["span"]["start"], &term["span"]["end"]), (&5.into(), &13.into()));
    run(&place, &["score", "--profile", "nobody", "good"]).code(2);
    run(&place, &["score", "--profile", "inspection", "--scorer", "vader-sentiment", "good"]).code(2);
}
