//! Agreement with the labelled articles of `tests/gold` and `tests/gold-more` must not fall below the
//! `floors.toml` beside them.
//!
//! `cargo test --test accuracy -- --nocapture` prints all figures. After an improvement,
//! `UPDATE_FLOORS=1 cargo test --test accuracy` writes the new floors, rounded down to three decimals.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use slantwise::{Analysis, Document, Evaluation, Figure, GoldUnit, Labels, Profile, analyze, evaluate};

/// The folders of labelled articles; those of `gold-more` are of other inspections, mostly.
const FOLDERS: [&str; 2] = ["tests/gold", "tests/gold-more"];

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Every labelled article of a folder, analysed, in the order of the names.
fn labelled(name: &str) -> Vec<(Analysis, Labels)> {
    let Ok(entries) = fs::read_dir(folder(name)) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let read = |path: &PathBuf| {
        let name = path.file_stem().unwrap().to_str().unwrap();
        let labels = path.with_file_name(format!("{name}.gold.jsonl"));
        let gold = GoldUnit::read(&labels, &fs::read_to_string(&labels).unwrap()).unwrap();
        let document = Document::new(name, fs::read_to_string(path).unwrap());
        (analyze(&document, Profile::inspection()), gold.into())
    };
    paths.iter().map(read).collect()
}

/// The figures as floors: rounded down to three decimals, so that the last digit may waver.
fn floors(evaluation: &Evaluation) -> String {
    let mut lines = String::from("# Written by `UPDATE_FLOORS=1 cargo test --test accuracy`.\n");
    for Figure { name, value, .. } in &evaluation.figures {
        let figure = value.unwrap_or_default();
        writeln!(lines, "{name} = {:.3}", (figure * 1000.0).floor() / 1000.0).unwrap();
    }
    lines
}

/// What fell below its floor in one folder.
fn fallen(name: &str) -> Vec<String> {
    let evaluation = evaluate(&labelled(name), Profile::inspection());
    println!("{name}\n{evaluation}");
    let path = folder(name).join("floors.toml");
    if std::env::var_os("UPDATE_FLOORS").is_some() {
        fs::write(&path, floors(&evaluation)).unwrap();
    }
    let floors: BTreeMap<String, f64> = toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    let below = |(figure, floor): (String, f64)| {
        let found = evaluation.figure(&figure);
        found
            .is_none_or(|found| found < floor)
            .then(|| format!("{name}: {figure} is {found:?}, floor {floor}"))
    };
    floors.into_iter().filter_map(below).collect()
}

#[test]
fn agreement_does_not_fall() {
    if !folder(FOLDERS[0]).exists() {
        println!("skipped: the published package leaves the articles out");
        return;
    }
    let fallen: Vec<String> = FOLDERS.iter().flat_map(|name| fallen(name)).collect();
    assert!(fallen.is_empty(), "agreement fell:\n{}", fallen.join("\n"));
}

#[test]
fn labels_lie_where_they_say() {
    for (analysis, labels) in FOLDERS.iter().flat_map(|name| labelled(name)) {
        let characters: Vec<char> = analysis.document.text.chars().collect();
        for unit in labels.units {
            let words: String = characters[unit.start..unit.end].iter().collect();
            assert_eq!(words, unit.text, "{}", analysis.document.id);
        }
    }
}
