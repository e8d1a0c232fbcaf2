//! The program as a user meets it: help, exit status, files, pipes and mistakes.

use std::fs;
use std::path::{Path, PathBuf};

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

const TABLES: [&str; 6] = [
    "contrasts.csv",
    "ledger.csv",
    "quotations.csv",
    "sentences.csv",
    "sides.csv",
    "speakers.csv",
];

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
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
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
    ] {
        run(&place, &[command, "--help"])
            .success()
            .stdout(predicate::str::contains(word));
    }
}

#[test]
fn wrong_usage_is_2_and_says_what_to_do() {
    let place = place();
    for (arguments, advice) in [
        (&["compare"][..], "<INPUT>"),
        (
            &["compare", "article.txt", "--speaker", "Jane Smith"],
            "=opposition",
        ),
        (
            &["compare", "article.txt", "--speaker", "Jane Smith=councl"],
            "council, opposition, inspector",
        ),
        (
            &["compare", "article.txt", "--narrator", "nobody"],
            "choose one of",
        ),
        (
            &["compare", "article.txt", "--profile", "hospitals"],
            "choose `inspection`",
        ),
        (&["compare", "article.txt", "--seed", "one"], "invalid value"),
        (&["attribute", "article.txt", "--format", "xml"], "jsonl"),
        (&["score"], "<TEXT>"),
        (
            &["score", "--lines", "--format", "json", "x"],
            "cannot be used with",
        ),
        (&["compair", "article.txt"], "compare"),
        (&[], "Usage"),
    ] {
        run(&place, arguments)
            .code(2)
            .stderr(predicate::str::contains(advice));
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
fn compare_writes_all_files_and_says_where() {
    let place = place();
    run(&place, &["compare", "article.txt"])
        .success()
        .stdout(predicate::str::contains("output/article/sentences.csv"))
        .stdout(predicate::function(|text: &str| {
            text.lines().all(|line| line.chars().count() <= 100)
        }));
    let folder = place.path().join("output/article");
    let there = names(&folder);
    assert!(
        TABLES.iter().all(|table| there.iter().any(|name| name == table)),
        "{there:?}"
    );
    let run = json(&fs::read(folder.join("run.json")).unwrap());
    assert_eq!(run["files"], serde_json::json!(there));
    assert_eq!(run["inputs"][0]["path"], "article.txt");
    assert_eq!(names(&place.path().join("output")), ["article"]);
}

#[test]
fn offsets_count_characters_and_give_the_text_back() {
    let place = place();
    run(&place, &["compare", "article.txt", "--out", "out"]).success();
    let characters: Vec<char> = ARTICLE.chars().collect();
    for table in ["sentences.csv", "quotations.csv"] {
        for row in rows(&place.path().join("out").join(table)) {
            let (start, end): (usize, usize) = (row["start"].parse().unwrap(), row["end"].parse().unwrap());
            let text: String = characters[start..end].iter().collect();
            assert_eq!(row["text"].strip_prefix('\'').unwrap_or(&row["text"]), text);
        }
    }
}

#[test]
fn quiet_prints_nothing() {
    let place = place();
    run(&place, &["compare", "article.txt", "--quiet"])
        .success()
        .stdout("")
        .stderr("");
}

#[test]
fn a_former_run_is_replaced_only_by_force() {
    let place = place();
    let arguments = ["compare", "article.txt", "--out", "out"];
    run(&place, &arguments).success();
    run(&place, &arguments)
        .code(1)
        .stdout("")
        .stderr(predicate::str::contains("`out` exists").and(predicate::str::contains("--force")));
    slantwise(&place)
        .args(arguments)
        .arg("--force")
        .assert()
        .success();
    assert_eq!(names(place.path()), ["article.txt", "out"]);
}

#[test]
fn force_never_replaces_what_no_run_wrote() {
    let place = place();
    let home = place.path().join("home");
    fs::create_dir(&home).unwrap();
    fs::write(home.join("thesis.txt"), "years of work").unwrap();
    for out in ["home", ".", "article.txt", "home/.."] {
        run(&place, &["compare", "article.txt", "--force", "--out", out]).code(1);
    }
    assert_eq!(names(&home), ["thesis.txt"]);
    assert_eq!(names(place.path()), ["article.txt", "home"]);
}

#[test]
fn a_place_that_cannot_be_written_leaves_no_trace() {
    let place = place();
    run(&place, &["compare", "article.txt", "--out", "article.txt/out"])
        .code(1)
        .stderr(predicate::str::contains("could not write"));
    assert_eq!(names(place.path()), ["article.txt"]);
}

#[test]
fn the_same_input_gives_the_same_bytes_on_any_number_of_threads() {
    let place = place();
    for n in 0..20 {
        fs::write(place.path().join(format!("{n}.txt")), ARTICLE).unwrap();
    }
    let inputs: Vec<String> = (0..20).map(|n| format!("{n}.txt")).collect();
    let mut made = Vec::new();
    for threads in ["1", "2"] {
        let mut command = slantwise(&place);
        command.env("RAYON_NUM_THREADS", threads);
        command
            .arg("compare")
            .args(&inputs)
            .args(["--quiet", "--out", threads]);
        command.assert().success();
        let folder: PathBuf = place.path().join(threads);
        let read = |name: &String| fs::read(folder.join(name)).unwrap();
        let files = names(&folder);
        made.push((files.iter().map(read).collect::<Vec<_>>(), files));
    }
    assert!(made[0] == made[1]);
}

#[test]
fn a_formula_in_an_article_is_harmless_in_a_cell() {
    let place = place();
    fs::write(
        place.path().join("=1+1.txt"),
        "=HYPERLINK(\"http://example.org\")\n\n@SUM(A1) is bad.\n",
    )
    .unwrap();
    run(&place, &["compare", "=1+1.txt", "--out", "out"]).success();
    for table in TABLES {
        for row in rows(&place.path().join("out").join(table)) {
            for (column, cell) in row {
                let harmless =
                    !cell.starts_with(['=', '+', '-', '@', '\t', '\r']) || cell.parse::<f64>().is_ok();
                assert!(harmless, "{table}, {column}: {cell}");
            }
        }
    }
}

#[test]
fn standard_input_is_an_article() {
    let place = place();
    slantwise(&place)
        .args(["compare", "-"])
        .write_stdin(ARTICLE)
        .assert()
        .success();
    let rows = rows(&place.path().join("output/stdin/sentences.csv"));
    assert_eq!(rows[0]["document"], "stdin");
}

#[test]
fn a_mean_without_text_is_not_invented() {
    let place = place();
    fs::write(place.path().join("empty.txt"), "").unwrap();
    run(&place, &["compare", "empty.txt"])
        .success()
        .stderr(predicate::str::contains("warning"));
    let rows = rows(&place.path().join("output/empty/sides.csv"));
    assert!(
        rows.iter()
            .all(|row| row["n_sentences"] == "0" && row["tone"].is_empty())
    );
}

#[test]
fn old_encodings_and_line_ends_are_read() {
    let place = place();
    let bytes = b"\x93We are sorry,\x94 said Jane Smith.\r\n\r\nOfsted\x92s report is bad.\r\n";
    fs::write(place.path().join("old.txt"), bytes).unwrap();
    run(&place, &["compare", "old.txt"])
        .success()
        .stderr(predicate::str::contains("windows-1252"));
    let rows = rows(&place.path().join("output/old/sentences.csv"));
    assert!(rows[0]["text"].starts_with('“') && rows.iter().all(|row| !row["text"].contains('\r')));
}

#[test]
fn programs_get_a_line_for_each_document_of_a_jsonl_file() {
    let place = place();
    let lines =
        "{\"id\": \"a\", \"text\": \"One. Zoë said: “Two.”\"}\n{\"id\": \"b\", \"text\": \"Three.\"}\n";
    fs::write(place.path().join("many.jsonl"), lines).unwrap();
    let printed = run(&place, &["attribute", "--format", "jsonl", "many.jsonl"]).success();
    let documents: Vec<serde_json::Value> = printed
        .get_output()
        .stdout
        .split_inclusive(|byte| *byte == b'\n')
        .map(json)
        .collect();
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
        .stdout(predicate::str::contains(
            "press │ Children’s services in Marlow Vale",
        ));
}

#[test]
fn lines_are_scored_as_the_reference_scores_them() {
    let place = place();
    let vectors = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/edge.tsv")).unwrap();
    let vectors = vectors
        .split_terminator('\n')
        .filter(|line| !line.starts_with("# neg"));
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
fn any_bytes_give_scores_and_sentences() {
    let place = place();
    let bytes: Vec<u8> = (0..=255).rev().cycle().take(5000).collect();
    fs::write(place.path().join("bytes.txt"), &bytes).unwrap();
    for arguments in [
        &["score", "--lines", "-"][..],
        &["score", "-"],
        &["attribute", "-"],
        &["compare", "-", "-q"],
    ] {
        slantwise(&place)
            .args(arguments)
            .write_stdin(bytes.clone())
            .assert()
            .success();
    }
    run(&place, &["score", "--lines", ""]).success().stdout("");
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
