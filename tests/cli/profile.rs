//! `profile`: to see word lists, to copy them, to check them, and to use one's own.

use std::fs;

use predicates::prelude::{PredicateBooleanExt, predicate};
use tempfile::TempDir;

use super::{json, names, place, rows, run};

/// A list of phrases that knows three words.
const TONE: &str = "\
source = \"our own\"
clause_openers = [\"but\"]

[scale]
alpha = 6.0
unlisted = 0.0
around = 0.0
doubt = 0.0

[[category]]
id = \"regret\"
note = \"somebody is sorry\"
words.\"2\" = [\"sorry\"]
verbs.\"-3\" = [\"let .. down\"]

[[example]]
text = \"They let us down.\"
tone = \"unfavourable\"
";

/// A folder with an article and a profile, `mine`, that knows no more than its `tone.toml`.
fn with_profile(tone: &str) -> TempDir {
    let place = place();
    fs::create_dir(place.path().join("mine")).unwrap();
    fs::write(place.path().join("mine/tone.toml"), tone).unwrap();
    // Without it the built-in leanings would count.
    fs::write(place.path().join("mine/leanings.tsv"), "").unwrap();
    place
}

#[test]
fn built_in_profiles_are_listed_and_shown() {
    let place = place();
    run(&place, &["profile", "list"]).success().stdout(predicate::str::starts_with("inspection "));
    run(&place, &["profile", "show"])
        .success()
        .stdout(predicate::str::contains("tone.toml     built in").and(predicate::str::contains("negation")));
    let printed = run(&place, &["profile", "show", "inspection", "--format", "json"]).success();
    let shown = json(&printed.get_output().stdout);
    assert_eq!((&shown["name"], &shown["sides"][0]["id"]), (&"inspection".into(), &"council".into()));
    assert_eq!(shown["sha256"].as_str().unwrap().len(), 64);
    assert!(shown["files"][0]["path"].is_null());
}

#[test]
fn a_copy_can_be_shown_and_is_the_same_profile() {
    let place = place();
    run(&place, &["profile", "init", "a/mine"]).success().stdout(predicate::str::contains("check a/mine"));
    assert_eq!(
        names(&place.path().join("a/mine")),
        ["README.md", "aspects.toml", "frames.toml", "leanings.tsv", "sides.toml", "tone.toml"]
    );
    let shown = |profile: &str| {
        let printed = run(&place, &["profile", "show", profile, "--format", "json"]).success();
        json(&printed.get_output().stdout)
    };
    let (built_in, mine) = (shown("inspection"), shown("a/mine"));
    assert_eq!(built_in["sha256"], mine["sha256"]);
    assert_eq!(mine["name"], "mine");
    assert_eq!(mine["files"][4]["path"], "a/mine/tone.toml");
}

#[test]
fn a_folder_that_is_not_empty_is_kept_unless_forced() {
    let place = place();
    fs::create_dir(place.path().join("mine")).unwrap();
    run(&place, &["profile", "init", "mine"]).success();
    fs::write(place.path().join("mine/tone.toml"), TONE).unwrap();
    fs::write(place.path().join("mine/notes.txt"), "years of work").unwrap();
    run(&place, &["profile", "init", "mine"])
        .code(1)
        .stdout("")
        .stderr(predicate::str::contains("`mine` is not empty").and(predicate::str::contains("--force")));
    assert_eq!(fs::read_to_string(place.path().join("mine/tone.toml")).unwrap(), TONE);
    run(&place, &["profile", "init", "mine", "--force"]).success();
    assert_ne!(fs::read_to_string(place.path().join("mine/tone.toml")).unwrap(), TONE);
    assert_eq!(
        names(&place.path().join("mine")),
        ["README.md", "aspects.toml", "frames.toml", "leanings.tsv", "notes.txt", "sides.toml", "tone.toml"]
    );
    run(&place, &["profile", "init", "article.txt"]).code(1).stderr(predicate::str::contains("not a folder"));
}

#[test]
fn a_profile_in_order_is_told_so() {
    let place = with_profile(TONE);
    run(&place, &["profile", "check", "mine"])
        .success()
        .stdout("mine is in order: leanings.tsv, tone.toml; 2 phrases in 1 categories, 0 operators, 5 sides; 1 example holds.\n")
        .stderr(predicate::str::contains("categories that `mine/tone.toml` does not have"));
}

#[test]
fn every_problem_is_a_line_with_its_place() {
    let place =
        with_profile(&TONE.replace("note =", "nota =").replace("\"sorry\"", "\"Sorry\", \"well-led\""));
    run(&place, &["profile", "check", "mine"])
        .code(1)
        .stdout(predicate::function(|text: &str| text.lines().count() == 4))
        .stdout(predicate::str::contains("mine/tone.toml:12: `[[category]]` `regret` has no key `nota`"))
        .stdout(predicate::str::contains("did you mean `note`?"))
        .stdout(predicate::str::contains("mine/tone.toml:13: `Sorry` is never met"))
        .stderr(predicate::str::contains("`mine` has 4 problems"));
    run(&place, &["compare", "article.txt", "--profile", "mine"])
        .code(1)
        .stderr(predicate::str::contains("tone.toml`, line 12: `[[category]]` `regret` has no key `nota`"));
    assert_eq!(names(place.path()), ["article.txt", "mine"]);
}

#[test]
fn a_folder_without_a_profile_says_how_to_make_one() {
    let place = place();
    fs::create_dir(place.path().join("empty")).unwrap();
    for (arguments, advice) in [
        (&["profile", "check", "empty"][..], "slantwise profile init DIR"),
        (&["profile", "check", "nowhere"], "does not exist"),
        (&["profile", "show", "article.txt"], "is a file"),
        (&["compare", "article.txt", "--profile", "empty"], "no file of a profile"),
    ] {
        run(&place, arguments).code(1).stdout("").stderr(predicate::str::contains(advice));
    }
}

#[test]
fn every_command_takes_a_folder_and_the_run_names_it() {
    let place = with_profile(TONE);
    run(&place, &["compare", "article.txt", "--out", "out", "--profile", "mine"]).success();
    let made = json(&fs::read(place.path().join("out/run.json")).unwrap());
    assert_eq!(made["profile"]["name"], "mine");
    let shown = run(&place, &["profile", "show", "mine", "--format", "json"]).success();
    assert_eq!(made["profile"]["sha256"], json(&shown.get_output().stdout)["sha256"]);
    let rows = rows(&place.path().join("out/sentences.csv"));
    let tone = |words: &str| -> f64 {
        rows.iter().find(|row| row["text"].contains(words)).unwrap()["tone"].parse().unwrap()
    };
    assert!(tone("deeply sorry") > 0.05 && tone("let children down") < -0.05 && tone("scandal") == 0.0);
    run(&place, &["attribute", "article.txt", "--profile", "mine"]).success();
    run(&place, &["coding-sheet", "article.txt", "--out", "coding", "--profile", "mine"]).success();
}

#[test]
fn lists_of_both_formats_are_imported_and_what_is_left_out_is_told() {
    let import = "\n[[import]]\nfile = \"ours.dic\"\nratings = { dark = -2.0 }\nsource = \"us\"\n\
                  [[import]]\nfile = \"ours.yml\"\nratings = { bright = 1.5 }\nsource = \"us\"\n";
    let place = with_profile(&format!("{TONE}{import}"));
    let list = "%\n1\tdark (Bad words)\n%\nscandal*\t1\n:(\t1\n";
    fs::write(place.path().join("mine/ours.dic"), list).unwrap();
    fs::write(place.path().join("mine/ours.yml"), "mood:\n  bright: [\"help*\", well run]\n").unwrap();
    run(&place, &["profile", "check", "mine"])
        .success()
        .stderr(predicate::str::contains("`ours.dic`: 1 of 2 entries are left out: line 5: `:(`"));
    run(&place, &["compare", "article.txt", "--out", "out", "--profile", "mine"])
        .success()
        .stderr(predicate::str::contains("ours.dic"));
    let rows = rows(&place.path().join("out/sentences.csv"));
    let tone = |words: &str| -> f64 {
        rows.iter().find(|row| row["text"].contains(words)).unwrap()["tone"].parse().unwrap()
    };
    assert!(tone("scandal") < -0.05 && tone("Helped 40") > 0.05);
    let made = json(&fs::read(place.path().join("out/run.json")).unwrap());
    assert!(made["warnings"][0].as_str().unwrap().contains("ours.dic"));
    let printed = run(&place, &["profile", "show", "mine", "--format", "json"]).success();
    let shown = json(&printed.get_output().stdout);
    assert_eq!(shown["categories"][1]["id"], "ours: dark");
    assert_eq!(shown["files"][5]["name"], "ours.dic");
    // Another word in a list is another profile.
    fs::write(place.path().join("mine/ours.dic"), list.replace("scandal*", "scandal")).unwrap();
    let printed = run(&place, &["profile", "show", "mine", "--format", "json"]).success();
    assert_ne!(shown["sha256"], json(&printed.get_output().stdout)["sha256"]);
}

#[test]
fn leanings_are_fitted_on_labelled_sentences() {
    let place = with_profile(TONE);
    let sentence =
        |valence: i32, animal: &str, n: usize| format!("{valence}\tx1\tThe {animal} of ward {n} rang.\n");
    let table: String = (0..9).map(|n| sentence(-2, "gnu", n) + &sentence(2, "okapi", n)).collect();
    fs::write(place.path().join("labels.tsv"), table).unwrap();
    let fit =
        ["profile", "fit", "labels.tsv", "--profile", "mine", "--out", "mine/leanings.tsv", "--small", "1"];
    run(&place, &fit).code(1).stderr(predicate::str::contains("--force"));
    run(&place, &[&fit[..], &["--force"]].concat())
        .success()
        .stdout(predicate::str::contains("18 sentences"));
    let tone = |text: &str| -> f64 {
        let printed = run(&place, &["score", "--lines", "--profile", "mine", text]).success();
        let printed = String::from_utf8(printed.get_output().stdout.clone()).unwrap();
        printed.trim().rsplit('\t').next().unwrap().parse().unwrap()
    };
    assert!(tone("A gnu!") < 0.0 && tone("An okapi!") > 0.0 && tone("A zebra!") == 0.0);
    fs::write(place.path().join("labels.tsv"), "-3\tToo much.\n").unwrap();
    run(&place, &[&fit[..], &["--force"]].concat()).code(1).stderr(predicate::str::contains("line 1"));
}
