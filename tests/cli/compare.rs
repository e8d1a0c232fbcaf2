//! `compare`: a folder that appears whole or not at all, and tables that say what the article says.

use std::fs;
use std::path::PathBuf;

use predicates::prelude::{PredicateBooleanExt, predicate};

use super::{ARTICLE, TABLES, json, names, place, rows, run, slantwise};

#[test]
fn compare_writes_all_files_and_says_where() {
    let place = place();
    run(&place, &["compare", "article.txt"])
        .success()
        .stdout(
            predicate::str::contains("Open in a browser:\n  output/article/report.html\n")
                .and(predicate::str::contains("sentences.csv")),
        )
        .stdout(predicate::function(|text: &str| text.lines().all(|line| line.chars().count() <= 80)));
    let folder = place.path().join("output/article");
    let there = names(&folder);
    assert!(TABLES.iter().all(|table| there.iter().any(|name| name == table)), "{there:?}");
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
    run(&place, &["compare", "article.txt", "--quiet"]).success().stdout("").stderr("");
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
    slantwise(&place).args(arguments).arg("--force").assert().success();
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
        command.arg("compare").args(&inputs).args(["--quiet", "--out", threads]);
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
    fs::write(place.path().join("=1+1.txt"), "=HYPERLINK(\"http://example.org\")\n\n@SUM(A1) is bad.\n")
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
    slantwise(&place).args(["compare", "-"]).write_stdin(ARTICLE).assert().success();
    let rows = rows(&place.path().join("output/stdin/sentences.csv"));
    assert_eq!(rows[0]["document"], "stdin");
}

#[test]
fn a_mean_without_text_is_not_invented() {
    let place = place();
    fs::write(place.path().join("empty.txt"), "").unwrap();
    run(&place, &["compare", "empty.txt"]).success().stderr(predicate::str::contains("warning"));
    let rows = rows(&place.path().join("output/empty/sides.csv"));
    assert!(rows.iter().all(|row| row["n_sentences"] == "0" && row["tone"].is_empty()));
}

#[test]
fn old_encodings_and_line_ends_are_read() {
    let place = place();
    let bytes = b"\x93We are sorry,\x94 said Jane Smith.\r\n\r\nOfsted\x92s report is bad.\r\n";
    fs::write(place.path().join("old.txt"), bytes).unwrap();
    run(&place, &["compare", "old.txt"]).success().stderr(predicate::str::contains("windows-1252"));
    let rows = rows(&place.path().join("output/old/sentences.csv"));
    assert!(rows[0]["text"].starts_with('“') && rows.iter().all(|row| !row["text"].contains('\r')));
}

/// On Linux a page is opened by `xdg-open`, the first of that name on the path.
#[cfg(target_os = "linux")]
#[test]
fn open_hands_the_report_to_the_browser() {
    use std::os::unix::fs::PermissionsExt;
    let place = place();
    let opener = place.path().join("xdg-open");
    let script = "#!/bin/sh\ncd \"${0%/*}\" && echo \"$1\" >half && mv half opened\n";
    fs::write(&opener, script).unwrap();
    fs::set_permissions(&opener, fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:/usr/bin:/bin", place.path().display());
    let arguments = ["compare", "article.txt", "--out", "out", "--open", "--quiet"];
    slantwise(&place).env("PATH", path).args(arguments).assert().success().stdout("");
    let opened = place.path().join("opened");
    let started = std::time::Instant::now();
    while !opened.exists() {
        assert!(started.elapsed().as_secs() < 60, "nothing was opened");
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    assert!(fs::read_to_string(opened).unwrap().trim().ends_with("out/report.html"));
}
