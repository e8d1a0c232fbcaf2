//! Sentence bounds, checked on `cases/segment.txt` and, where it is at hand, on text with gold bounds.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use slantwise::{CharacterIndex, Profile, Span, sentences};

/// The sentences of a text whose lines are blocks of their own.
fn by_line(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        found.extend(sentences(text, Span::new(start, start + line.len()), Profile::inspection()));
        start += line.len();
    }
    found
}

#[test]
fn every_case_is_cut_as_written() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/segment.txt");
    let file = fs::read_to_string(path).unwrap();
    let mut wrong = Vec::new();
    for case in file.split("===\n").filter(|case| case.contains("\n---\n")) {
        let (input, expected) = case.split_once("\n---\n").unwrap();
        let input: String =
            input.lines().filter(|line| !line.starts_with("# ")).collect::<Vec<_>>().join("\n");
        let input = input.trim_matches('\n');
        let found = sentences(input, Span::new(0, input.len()), Profile::inspection());
        let found: Vec<String> = found.iter().map(|span| span.of(input).replace('\n', " ⏎ ")).collect();
        if found != expected.lines().collect::<Vec<_>>() {
            wrong.push(format!("{input}\n  found    {found:#?}\n  expected {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{} cases are cut wrongly:\n{}", wrong.len(), wrong.join("\n"));
}

#[derive(Deserialize)]
struct Item {
    id: String,
    text: String,
    sents: Vec<(usize, usize)>,
}

/// How many items of a gold file are cut right.
fn n_right(path: &Path) -> Option<usize> {
    let file = fs::read_to_string(path).ok()?;
    let mut n_right = 0;
    for line in file.lines() {
        let item: Item = serde_json::from_str(line).unwrap();
        let index = CharacterIndex::new(&item.text);
        let place =
            |span: &Span| (index.character(&item.text, span.start), index.character(&item.text, span.end));
        let found: Vec<(usize, usize)> = by_line(&item.text).iter().map(place).collect();
        if found == item.sents {
            n_right += 1;
        } else {
            let found: Vec<&str> = by_line(&item.text).iter().map(|span| span.of(&item.text)).collect();
            println!("{} {found:?}", item.id);
        }
    }
    println!("{}: {n_right} right", path.display());
    Some(n_right)
}

fn shared(name: &str) -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/eval")).join(name)
}

#[test]
fn the_golden_rules_hold() {
    match n_right(&shared("segment/golden48.jsonl")) {
        Some(n_right) => assert!(n_right >= 48, "{n_right} of 48"),
        None => println!("skipped: no golden rules at hand"),
    }
}

#[test]
fn uk_news_is_cut_right() {
    match n_right(&shared("segment/uk_stress.jsonl")) {
        Some(n_right) => assert!(n_right >= 102, "{n_right} of 102"),
        None => println!("skipped: no stress cases at hand"),
    }
}

#[derive(Deserialize)]
struct Unit {
    start: usize,
    end: usize,
    text: String,
    kind: String,
}

/// First and last letter or digit, which is what counts as the place of a unit.
fn edges(words: &str, start: usize) -> Option<(usize, usize)> {
    let solid = |(_, c): &(usize, char)| c.is_alphanumeric();
    let mut found = words.chars().enumerate().filter(solid).map(|(n, _)| start + n);
    let first = found.next()?;
    Some((first, found.last().unwrap_or(first)))
}

/// Right, found and expected units of an article, given its blocks: units that no line break parts.
fn counts(text: &str, units: &[Unit], name: &str) -> [usize; 3] {
    let characters: Vec<char> = text.chars().collect();
    let words = |from: usize, to: usize| characters[from..to].iter().collect::<String>();
    let parted = |pair: &[Unit]| words(pair[0].end, pair[1].start).contains('\n');
    let mut found = Vec::new();
    let mut first = 0;
    for n in 0..units.len() {
        if n + 1 == units.len() || parted(&units[n..n + 2]) {
            let block = words(units[first].start, units[n].end);
            let index = CharacterIndex::new(&block);
            let whole = Span::new(0, block.len());
            // Annotators leave a line of furniture whole: "Got a story? Email our newsdesk".
            let furniture = units[first..=n].iter().all(|unit| unit.kind == "furniture");
            let spans = if furniture { vec![whole] } else { sentences(&block, whole, Profile::inspection()) };
            let place = |s: &Span| edges(s.of(&block), units[first].start + index.character(&block, s.start));
            found.extend(spans.iter().filter_map(place));
            first = n + 1;
        }
    }
    let expected: Vec<_> = units.iter().filter_map(|unit| edges(&unit.text, unit.start)).collect();
    for (unit, place) in units.iter().filter_map(|unit| Some((unit, edges(&unit.text, unit.start)?))) {
        if !found.contains(&place) && !hidden(name) {
            println!("{name}:{} {}", unit.start, unit.text);
        }
    }
    let n_right = expected.iter().filter(|place| found.contains(place)).count();
    [n_right, found.len(), expected.len()]
}

/// Articles of which nobody may look at the errors.
fn hidden(name: &str) -> bool {
    ("017".."025").contains(&name)
}

#[test]
fn articles_are_cut_as_their_annotators_did() {
    let mut sum = [0; 3];
    for folder in ["seeds", "dev"] {
        let Ok(files) = fs::read_dir(shared(folder)) else {
            continue;
        };
        let mut names: Vec<String> =
            files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        for name in names.iter().filter_map(|name| name.strip_suffix(".gold.jsonl")) {
            let path = shared(folder).join(name);
            let text = fs::read_to_string(path.with_file_name(format!("{name}.txt"))).unwrap();
            let gold = fs::read_to_string(path.with_file_name(format!("{name}.gold.jsonl"))).unwrap();
            let units: Vec<Unit> = gold.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
            let new = counts(&text, &units, name);
            sum = [sum[0] + new[0], sum[1] + new[1], sum[2] + new[2]];
        }
    }
    let f1 = 2.0 * sum[0] as f64 / (sum[1] + sum[2]).max(1) as f64;
    println!("units {sum:?}, F1 {f1:.4}");
    assert!(sum[2] == 0 || f1 >= 0.985, "F1 {f1}");
}
