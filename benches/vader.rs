//! How fast texts are scored and explained by VADER, and what tone costs on top: megabytes a second over news sentences.

use std::fs;

use divan::Bencher;
use divan::counter::BytesCount;
use slantwise::vader::{Lexicon, Reading, Scratch, explain, score, score_with};
use slantwise::{Profile, tone};

const NEWS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/eval/vader/nyt.tsv");
const EDGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/edge.tsv");

fn main() {
    divan::main();
}

/// The texts of the news vectors, or of the edge cases where those are absent.
fn texts() -> Vec<String> {
    let file =
        fs::read_to_string(NEWS).or_else(|_| fs::read_to_string(EDGE)).expect("the vectors are committed");
    file.split('\n').skip(1).filter_map(|line| Some(line.splitn(5, '\t').nth(4)?.to_owned())).collect()
}

fn run(bencher: Bencher<'_, '_>, mut each: impl FnMut(&str) -> f64) {
    let texts = texts();
    let n_bytes: usize = texts.iter().map(String::len).sum();
    bencher
        .counter(BytesCount::new(n_bytes))
        .bench_local(|| texts.iter().map(|text| each(text)).sum::<f64>());
}

#[divan::bench]
fn score_strictly(bencher: Bencher<'_, '_>) {
    run(bencher, |text| score(text, Lexicon::published(), Reading::Strict).compound);
}

#[divan::bench]
fn score_typographic(bencher: Bencher<'_, '_>) {
    run(bencher, |text| score(text, Lexicon::published(), Reading::Typographic).compound);
}

#[divan::bench]
fn score_with_scratch(bencher: Bencher<'_, '_>) {
    let mut scratch = Scratch::default();
    run(bencher, |text| score_with(&mut scratch, text, Lexicon::published(), Reading::Strict).compound);
}

#[divan::bench]
fn explain_typographic(bencher: Bencher<'_, '_>) {
    run(bencher, |text| explain(text, Lexicon::published(), Reading::Typographic).scores.compound);
}

/// What tone costs on top of VADER.
#[divan::bench]
fn tone_with_scratch(bencher: Bencher<'_, '_>) {
    let lexicon = &Profile::inspection().tone;
    let mut scratch = tone::Scratch::default();
    run(bencher, |text| tone::score_with(&mut scratch, text, lexicon));
}

#[divan::bench]
fn tone_explained(bencher: Bencher<'_, '_>) {
    let profile = Profile::inspection();
    run(bencher, |text| tone::explain(text, &profile.tone, &profile.vader).tone);
}
