//! Frames and aspects against two coders: the sheets in `tests/framing`, of the articles in `tests/gold`.
//!
//! `cargo test --test framing -- --nocapture` prints agreement of the coders and F1 of the program against each of them,
//! apart for the articles that were used while terms were written and for those that were not. Figures must not fall
//! below `floors.toml`; `UPDATE_FLOORS=1 cargo test --test framing` writes it.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use slantwise::statistics::cohens_kappa;
use slantwise::{Analysis, Document, Profile, analyze};

/// The frames that were named before anything was measured on the articles held out.
const NAMED: [&str; 5] = ["past-failure", "progress", "credit", "resources", "politics"];

/// Articles from here on were not used while terms were written.
const HELD_OUT_FROM: &str = "017";

/// A unit that was coded: its place in characters, and the ids of its aspects and frames.
struct Unit {
    start: usize,
    end: usize,
    aspects: BTreeSet<String>,
    frames: BTreeSet<String>,
}

/// The units of each article, in order.
type Sheet = BTreeMap<String, Vec<Unit>>;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

fn sheet(coder: &str) -> Sheet {
    let text = fs::read_to_string(folder("framing").join(coder)).unwrap();
    let mut sheet = Sheet::new();
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let ids = |cell: &str| cell.split(' ').filter(|id| !id.is_empty()).map(String::from).collect();
        let [document, start, end, aspects, frames] = cells[..] else { panic!("{coder}: {line}") };
        let (start, end) = (start.parse().unwrap(), end.parse().unwrap());
        let unit = Unit { start, end, aspects: ids(aspects), frames: ids(frames) };
        sheet.entry(document.to_owned()).or_default().push(unit);
    }
    sheet
}

/// What the program finds in each unit: all that is found in passages that share a character with it.
fn found(coded: &Sheet) -> Sheet {
    let profile = Profile::inspection();
    let of_article = |(name, units): (&String, &Vec<Unit>)| {
        let text = fs::read_to_string(folder("gold").join(format!("{name}.txt"))).unwrap();
        let analysis = analyze(&Document::new(name.as_str(), text), profile);
        (name.clone(), units.iter().map(|unit| of_unit(unit, &analysis, profile)).collect())
    };
    coded.iter().map(of_article).collect()
}

fn of_unit(unit: &Unit, analysis: &Analysis, profile: &Profile) -> Unit {
    let index = slantwise::CharacterIndex::new(&analysis.document.text);
    let character = |byte: usize| index.character(&analysis.document.text, byte);
    let (mut aspects, mut frames) = (BTreeSet::new(), BTreeSet::new());
    for passage in &analysis.passages {
        if character(passage.span.start) < unit.end && unit.start < character(passage.span.end) {
            for code in passage.codes() {
                let ids = if profile.framing.is_frame(code) { &mut frames } else { &mut aspects };
                ids.insert(profile.framing.code(code).id.clone());
            }
        }
    }
    Unit { start: unit.start, end: unit.end, aspects, frames }
}

/// How two codings of the same yes-or-no question agree.
#[derive(Default)]
struct Pairs(Vec<(bool, bool)>);

impl Pairs {
    fn n(&self, a: bool, b: bool) -> usize {
        self.0.iter().filter(|pair| **pair == (a, b)).count()
    }

    #[expect(clippy::cast_precision_loss, reason = "some thousand units")]
    fn f1(&self) -> f64 {
        let (both, one) = (self.n(true, true), self.n(true, false) + self.n(false, true));
        if both + one == 0 { 1.0 } else { 2.0 * both as f64 / (2 * both + one) as f64 }
    }

    fn kappa(&self) -> f64 {
        cohens_kappa(&self.0).unwrap_or(1.0)
    }
}

/// Every frame, and all aspects of all frameworks as one question after another, in two sheets.
fn compared(a: &Sheet, b: &Sheet, is_held_out: bool) -> BTreeMap<String, Pairs> {
    let mut pairs: BTreeMap<String, Pairs> = BTreeMap::new();
    let frames: Vec<&str> =
        Profile::inspection().framing.frames().map(|(_, code)| code.id.as_str()).collect();
    for (name, units) in a.iter().filter(|(name, _)| (name.as_str() >= HELD_OUT_FROM) == is_held_out) {
        let others = &b[name];
        assert_eq!(units.len(), others.len(), "{name}");
        let asked: BTreeSet<&String> = units.iter().chain(others).flat_map(|unit| &unit.aspects).collect();
        for (unit, other) in units.iter().zip(others) {
            assert_eq!((unit.start, unit.end), (other.start, other.end), "{name}");
            let aspects = pairs.entry("aspects".to_owned()).or_default();
            aspects
                .0
                .extend(asked.iter().map(|id| (unit.aspects.contains(*id), other.aspects.contains(*id))));
            for id in &frames {
                let pair = (unit.frames.contains(*id), other.frames.contains(*id));
                pairs.entry((*id).to_owned()).or_default().0.push(pair);
            }
        }
    }
    // Frames that are found and not coded by hand.
    pairs.retain(|id, _| !["we", "agentless-passive"].contains(&id.as_str()));
    pairs
}

/// The mean of F1 against either coder.
fn mean_f1(ours: &Sheet, coders: &[Sheet; 2], is_held_out: bool) -> BTreeMap<String, f64> {
    let [a, b] = [0, 1].map(|coder| compared(ours, &coders[coder], is_held_out));
    a.iter().map(|(id, pairs)| (id.clone(), f64::midpoint(pairs.f1(), b[id].f1()))).collect()
}

#[test]
fn frames_and_aspects_agree_with_coders() {
    if !folder("framing").exists() || !folder("gold").exists() {
        println!("skipped: the published package leaves the articles out");
        return;
    }
    let coders = ["coder-1.tsv", "coder-2.tsv"].map(sheet);
    let ours = found(&coders[0]);
    let mut floors = String::from("# Written by `UPDATE_FLOORS=1 cargo test --test framing`.\n");
    let mut figures: BTreeMap<String, f64> = BTreeMap::new();
    for (part, is_held_out) in [("written-with", false), ("held-out", true)] {
        let between = compared(&coders[0], &coders[1], is_held_out);
        println!("\n{part}: coders n yes (1, 2), F1, kappa; program: mean F1 against both");
        writeln!(floors, "\n[{part}]").unwrap();
        for (id, f1) in mean_f1(&ours, &coders, is_held_out) {
            let pairs = &between[&id];
            let (both, first, second) = (pairs.n(true, true), pairs.n(true, false), pairs.n(false, true));
            println!(
                "{id:18} {:4} {:4}  {:.2} {:.2}   {f1:.3}",
                both + first,
                both + second,
                pairs.f1(),
                pairs.kappa()
            );
            writeln!(floors, "{id} = {:.3}", (f1 * 1000.0).floor() / 1000.0).unwrap();
            figures.insert(format!("{part} {id}"), f1);
        }
        let named: f64 = NAMED.iter().map(|id| figures[&format!("{part} {id}")]).sum::<f64>() / 5.0;
        println!("mean of the five named frames {named:.3}");
    }
    let path = folder("framing").join("floors.toml");
    if std::env::var_os("UPDATE_FLOORS").is_some() {
        fs::write(&path, &floors).unwrap();
    }
    let floors: BTreeMap<String, BTreeMap<String, f64>> =
        toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    let listed = floors.iter().flat_map(|(part, floors)| floors.iter().map(move |floor| (part, floor)));
    let fallen: Vec<String> = listed
        .filter(|(part, (id, floor))| figures.get(&format!("{part} {id}")).is_none_or(|f1| f1 < *floor))
        .map(|(part, (id, floor))| {
            format!("{part} {id}: {:?}, floor {floor}", figures.get(&format!("{part} {id}")))
        })
        .collect();
    assert!(fallen.is_empty(), "agreement fell:\n{}", fallen.join("\n"));
}
