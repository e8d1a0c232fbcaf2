//! Whose voice, and which words in marks are speech: the cases of `cases/quotation.txt` and `cases/speaker.txt`.
//!
//! Both files say at their top how a case is written. A line that is marked as a known miss must miss: when it is
//! found, the test fails so that the mark is taken away. `UPDATE_CASES=1 cargo test --test voices` sets all marks
//! anew; read the difference, for it also marks what has just been broken.
//! `cargo test --test voices -- --nocapture` prints the counts and each known miss next to what was found.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fmt::Write;
use std::fs;

use slantwise::{Analysis, Document, Passage, Profile, Quotation, analyze};

/// The mark of a known miss.
const MISS: &str = "? ";
/// The line that is marked where something is found that should not be.
const NOTHING_ELSE: &str = "nothing else";

/// What was found, as the fields of a line of expectation; the last field is the words.
struct Found {
    fields: Vec<String>,
    /// Whether a case must expect it: the second voice of a sentence may be left unsaid.
    optional: bool,
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

/// Whether a line of expectation says what was found. `a / b` allows both; `...` ends words that go on.
fn says(line: &str, found: &Found) -> bool {
    let fields: Vec<&str> = line.split('|').map(str::trim).collect();
    let Some((words, labels)) = fields.split_last() else { return false };
    let Some((found_words, found_labels)) = found.fields.split_last() else { return false };
    let allowed =
        |(expected, found): (&&str, &String)| expected.split(" / ").any(|one| plain(one) == plain(found));
    let found_words = found_words.split_whitespace().collect::<Vec<_>>().join(" ");
    let begins = match words.strip_suffix("...") {
        Some(start) => found_words.starts_with(start.trim()),
        None => found_words == *words,
    };
    begins && labels.len() == found_labels.len() && labels.iter().zip(found_labels).all(allowed)
}

/// A case next to what was found: for each line whether it holds.
struct Outcome {
    holds: Vec<bool>,
    surplus: Vec<String>,
}

fn outcome(case: &Case<'_>, found: &[Found]) -> Outcome {
    let holds = case.expected.iter().map(|(_, line)| found.iter().any(|found| says(line, found))).collect();
    let unsaid = |found: &&Found| !found.optional && !case.expected.iter().any(|(_, line)| says(line, found));
    Outcome { holds, surplus: found.iter().filter(unsaid).map(|found| found.fields.join(" | ")).collect() }
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
        println!("{}", known(case, &outcome));
        wrong.push_str(&report);
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
    let mut any_missed = false;
    for ((marked, line), holds) in case.expected.iter().zip(&outcome.holds) {
        if *line == NOTHING_ELSE {
            continue;
        }
        any_missed |= !holds;
        writeln!(marks, "{}{line}", if *holds { "" } else { MISS }).unwrap();
        match (marked, holds) {
            (false, false) => writeln!(wrong, "{}: missed\n  expected {line}", case.name).unwrap(),
            (true, true) => {
                writeln!(wrong, "{}: found at last, take the mark away\n  {line}", case.name).unwrap()
            }
            _ => {}
        }
    }
    let marked = case.expected.iter().any(|(marked, _)| *marked);
    let only_surplus = !any_missed && !outcome.surplus.is_empty();
    if only_surplus {
        writeln!(marks, "{MISS}{NOTHING_ELSE}").unwrap();
    }
    if !marked || !wrong.is_empty() {
        outcome
            .surplus
            .iter()
            .for_each(|line| writeln!(wrong, "{}: should not be\n  found    {line}", case.name).unwrap());
    }
    let stale = case.expected.iter().any(|(_, line)| *line == NOTHING_ELSE) && !only_surplus;
    if stale {
        writeln!(wrong, "{}: take the line `{MISS}{NOTHING_ELSE}` away", case.name).unwrap();
    }
    (wrong, marks)
}

/// The misses of a case, for people.
fn known(case: &Case<'_>, outcome: &Outcome) -> String {
    let missed =
        case.expected.iter().zip(&outcome.holds).filter(|(_, holds)| !**holds).map(|((_, line), _)| line);
    let missed = missed
        .filter(|line| **line != NOTHING_ELSE)
        .fold(String::new(), |all, line| all + "\n  expected " + line);
    let surplus = outcome.surplus.iter().fold(String::new(), |all, line| all + "\n  found    " + line);
    if missed.is_empty() && surplus.is_empty() {
        format!("ok {}", case.name)
    } else {
        format!("-- {}{missed}{surplus}", case.name)
    }
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
        Found { fields: vec![mode, name(analysis, attribution.speaker), words], optional: false }
    };
    analysis.quotations.iter().map(found).collect()
}

fn voices(analysis: &Analysis) -> Vec<Found> {
    let found = |passage: &Passage| {
        let side = Profile::inspection().side_name(passage.side).to_owned();
        let words = passage.span.of(&analysis.document.text).to_owned();
        let fields = vec![side, passage.mode.name().to_owned(), name(analysis, passage.speaker), words];
        Found { fields, optional: passage.part > 0 }
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
