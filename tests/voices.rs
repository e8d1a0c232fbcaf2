//! Whose voice, and which words in marks are speech: the cases of `cases/quotation.txt` and `cases/speaker.txt`.
//!
//! Both files say at their top how a case is written. A line that is marked as a known miss must miss: when it is
//! found, the test fails so that the mark is taken away. `UPDATE_CASES=1 cargo test --test voices` sets all marks
//! anew; read the difference, for it also marks what has just been broken.
//! `cargo test --test voices -- --nocapture` prints the counts and each known miss next to what was found.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fmt::{self, Write};
use std::fs;

use slantwise::{Analysis, Document, Passage, Profile, Quotation, analyze};

/// The mark of a known miss.
const MISS: &str = "? ";
/// The line that is marked where something is found that should not be.
const NOTHING_ELSE: &str = "nothing else";

/// What was found, as a line of expectation says it.
struct Found {
    labels: Vec<String>,
    words: String,
    /// Whether a case must expect it: the second voice of a sentence may be left unsaid.
    optional: bool,
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} | {}", self.labels.join(" | "), self.words)
    }
}

/// A text with its lines of expectation, each with whether it is a known miss.
struct Case<'a> {
    name: &'a str,
    text: String,
    expected: Vec<(bool, &'a str)>,
}

fn cases(file: &str) -> Vec<Case<'_>> {
    file.split("\n=== ").skip(1).map(case).collect()
}

fn case(written: &str) -> Case<'_> {
    let (name, rest) = written.split_once('\n').expect("a case has a name and a text");
    let rest = format!("{rest}\n");
    let (text, _) = rest.split_once("\n---\n").unwrap_or_else(|| panic!("`{name}` has no line `---`"));
    let (_, expected) = written.split_once("\n---").expect("as above");
    let lines = expected.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mark = |line: &'_ str| line.strip_prefix(MISS).is_some();
    Case {
        name,
        text: text.to_owned(),
        expected: lines.map(|line| (mark(line), line.strip_prefix(MISS).unwrap_or(line))).collect(),
    }
}

/// The words of a field as they are compared.
fn plain(field: &str) -> String {
    let lower = field.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let bare = lower.strip_prefix("the ").or(lower.strip_prefix("a ")).unwrap_or(&lower);
    bare.trim_start_matches("an ").to_owned()
}

/// Whether the words of a line of expectation are those that were found; `...` ends words that go on.
fn is_about(line: &str, found: &Found) -> bool {
    let words = line.rsplit('|').next().unwrap_or_default().trim();
    let found_words = found.words.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.strip_suffix("...") {
        Some(start) => found_words.starts_with(start.trim()),
        None => found_words == words,
    }
}

/// Whether a line of expectation says what was found; `a / b` allows both.
fn says(line: &str, found: &Found) -> bool {
    let fields: Vec<&str> = line.split('|').map(str::trim).collect();
    let allowed =
        |(expected, found): (&&str, &String)| expected.split(" / ").any(|one| plain(one) == plain(found));
    fields.len() == found.labels.len() + 1
        && fields.iter().zip(&found.labels).all(allowed)
        && is_about(line, found)
}

/// A case next to what was found.
struct Outcome {
    /// For each line of expectation, whether it holds.
    holds: Vec<bool>,
    /// For each line of expectation, what was found of its words instead.
    instead: Vec<String>,
    /// What was found of words that no line speaks of.
    surplus: Vec<String>,
}

fn outcome(case: &Case<'_>, found: &[Found]) -> Outcome {
    let holds = |line: &str| found.iter().any(|found| says(line, found));
    let instead = |line: &str| {
        found.iter().find(|found| is_about(line, found)).map_or("nothing".to_owned(), Found::to_string)
    };
    let lines = || case.expected.iter().map(|(_, line)| *line);
    let unsaid = |found: &&Found| !found.optional && !lines().any(|line| is_about(line, found));
    Outcome {
        holds: lines().map(holds).collect(),
        instead: lines().map(instead).collect(),
        surplus: found.iter().filter(unsaid).map(Found::to_string).collect(),
    }
}

/// Runs the cases of a file, prints what is missed, and fails where a mark is not true.
#[track_caller]
fn check(name: &str, at_least: usize, find: fn(&Analysis) -> Vec<Found>) {
    let path = format!("{}/tests/cases/{name}", env!("CARGO_MANIFEST_DIR"));
    let mut file = fs::read_to_string(&path).unwrap();
    let read = cases(&file);
    assert!(read.len() >= at_least, "the cases are read");
    let (mut n_lines, mut n_missed, mut wrong, mut updated) = (0, 0, String::new(), Vec::new());
    for case in &read {
        let document = Document::new(case.name, case.text.as_str());
        let found = find(&analyze(&document, Profile::inspection()));
        let outcome = outcome(case, &found);
        let (report, marks) = verdict(case, &outcome);
        n_lines += case.expected.iter().filter(|(_, line)| *line != NOTHING_ELSE).count();
        n_missed += marks.lines().filter(|line| line.starts_with(MISS)).count();
        let misses = misses(case, &outcome);
        if !misses.is_empty() {
            println!("known or new misses of `{}`\n{misses}", case.name);
        }
        if !report.is_empty() {
            writeln!(wrong, "=== {}\n{report}", case.name).unwrap();
        }
        updated.push((case.name.to_owned(), marks));
    }
    println!("{name}: {} cases, {n_lines} lines, {n_missed} of them missed", read.len());
    if std::env::var_os("UPDATE_CASES").is_some() {
        for (case, marks) in updated {
            file = remarked(&file, &case, &marks);
        }
        fs::write(&path, file).unwrap();
        return;
    }
    assert!(wrong.is_empty(), "{name}: wrong marks\n{wrong}");
}

/// What is wrong with the marks of a case, and its lines of expectation with the right marks.
fn verdict(case: &Case<'_>, outcome: &Outcome) -> (String, String) {
    let (mut wrong, mut marks) = (String::new(), String::new());
    let mut surplus_is_known = false;
    for ((marked, line), (holds, instead)) in
        case.expected.iter().zip(outcome.holds.iter().zip(&outcome.instead))
    {
        if *line == NOTHING_ELSE {
            surplus_is_known = true;
            continue;
        }
        writeln!(marks, "{}{line}", if *holds { "" } else { MISS }).unwrap();
        match (marked, holds) {
            (false, false) => writeln!(wrong, "missed   {line}\n   found {instead}").unwrap(),
            (true, true) => writeln!(wrong, "found at last, take the mark away:\n         {line}").unwrap(),
            _ => {}
        }
    }
    if !outcome.surplus.is_empty() {
        writeln!(marks, "{MISS}{NOTHING_ELSE}").unwrap();
    }
    match (surplus_is_known, outcome.surplus.is_empty()) {
        (true, true) => writeln!(wrong, "take the line `{MISS}{NOTHING_ELSE}` away").unwrap(),
        (false, false) => {
            writeln!(wrong, "should not be\n         {}", outcome.surplus.join("\n         ")).unwrap();
        }
        _ => {}
    }
    (wrong, marks)
}

/// The misses of a case, for people.
fn misses(case: &Case<'_>, outcome: &Outcome) -> String {
    let mut misses = String::new();
    for ((_, line), (holds, instead)) in case.expected.iter().zip(outcome.holds.iter().zip(&outcome.instead))
    {
        if !holds && *line != NOTHING_ELSE {
            writeln!(misses, "  {line}\n    found {instead}").unwrap();
        }
    }
    outcome.surplus.iter().for_each(|line| writeln!(misses, "  nothing\n    found {line}").unwrap());
    misses
}

/// The file with the expectations of one case replaced; its notes stay before them.
fn remarked(file: &str, case: &str, marks: &str) -> String {
    let head = format!("\n=== {case}\n");
    let start = file.find(&head).expect("the case was read from this file");
    let lines = start + file[start..].find("\n---\n").expect("a case has a line `---`") + "\n---".len();
    let end = file[lines..].find("\n\n").map_or(file.len(), |end| lines + end + 1);
    format!("{}\n{marks}{}", &file[..lines], &file[end..])
}

fn name(analysis: &Analysis, speaker: Option<usize>) -> String {
    speaker.map_or_else(|| "-".to_owned(), |place| analysis.speakers[place].name.clone())
}

fn quotations(analysis: &Analysis) -> Vec<Found> {
    let found = |quotation: &Quotation| {
        let attribution = &analysis.attributions[quotation.attribution];
        let words = quotation.span.of(&analysis.document.text).to_owned();
        let mode = attribution.mode.name().to_owned();
        Found { labels: vec![mode, name(analysis, attribution.speaker)], words, optional: false }
    };
    analysis.quotations.iter().map(found).collect()
}

fn voices(analysis: &Analysis) -> Vec<Found> {
    let found = |passage: &Passage| {
        let side = Profile::inspection().side_name(passage.side).to_owned();
        let words = passage.span.of(&analysis.document.text).to_owned();
        let labels = vec![side, passage.mode.name().to_owned(), name(analysis, passage.speaker)];
        Found { labels, words, optional: passage.part > 0 }
    };
    analysis.passages.iter().map(found).collect()
}

#[test]
fn words_in_marks_are_speech_where_the_cases_say_so() {
    check("quotation.txt", 20, quotations);
}

#[test]
fn each_sentence_has_the_voice_that_the_cases_give_it() {
    check("speaker.txt", 20, voices);
}
