//! Comparisons of words against what other programs gave for the convention speeches of 2012.
//!
//! `tests/vectors/convention2012.csv` says where its counts are from.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use std::fs;

use slantwise::statistics::{
    Cells, Prior, TidyloPrior, Variance, WordCounts, log_odds, log_odds_tidylo, log_ratio, signed_g2,
};

const VECTORS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/convention2012.csv");

/// Different words of all speeches together.
const N_WORDS: usize = 8813;

/// The default of the package logodds.
const FLAT: Prior = Prior::Flat { each: 0.01, n_words: N_WORDS };

fn word(target: usize, reference: usize) -> WordCounts {
    WordCounts { target, reference, target_total: 95_163, reference_total: 68_746 }
}

/// A row of the file: the counts of a word, and its figures by logodds.
struct Row {
    name: String,
    counts: WordCounts,
    z_flat: f64,
    informed: [f64; 3],
}

fn rows() -> Vec<Row> {
    let file = fs::read_to_string(VECTORS).unwrap();
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(file.as_bytes());
    let row = |record: csv::StringRecord| {
        let number = |place: usize| record[place].parse::<f64>().unwrap();
        Row {
            name: record[0].to_owned(),
            counts: word(record[1].parse().unwrap(), record[2].parse().unwrap()),
            z_flat: number(3),
            informed: [number(4), number(5), number(6)],
        }
    };
    reader.records().map(|record| row(record.unwrap())).collect()
}

#[track_caller]
fn near(found: f64, expected: f64, by: f64, name: &str) {
    assert!((found - expected).abs() <= by, "{name}: {found}, expected {expected}");
}

/// Half a unit of the sixth decimal, to which the file is rounded, and a little for the last bit.
const SIXTH: f64 = 5.01e-7;

#[test]
fn a_flat_prior_gives_the_figures_of_logodds() {
    let rows = rows();
    assert_eq!(rows.len(), 300);
    for row in &rows {
        near(log_odds(row.counts, FLAT, Variance::TwoTerm).unwrap().z, row.z_flat, SIXTH, &row.name);
    }
}

#[test]
fn the_default_prior_gives_the_figures_of_logodds() {
    for row in rows() {
        let found = log_odds(row.counts, Prior::default(), Variance::default()).unwrap();
        let figures = [found.delta, found.variance.sqrt(), found.z];
        for (figure, expected) in figures.into_iter().zip(row.informed) {
            near(figure, expected, SIXTH, &row.name);
        }
    }
}

#[test]
fn four_terms_differ_from_two_by_as_much_as_scattertexts_do() {
    let z = |row: &Row, variance| log_odds(row.counts, FLAT, variance).unwrap().z;
    let apart = rows()
        .iter()
        .map(|row| (z(row, Variance::TwoTerm) - z(row, Variance::FourTerm)).abs())
        .fold(0.0, f64::max);
    near(apart, 0.064, 5e-4, "the largest difference");
}

#[test]
fn the_words_of_either_party_stand_in_their_order() {
    let mut ranked: Vec<(f64, String)> = rows()
        .into_iter()
        .map(|row| (log_odds(row.counts, FLAT, Variance::TwoTerm).unwrap().z, row.name))
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    let check = |found: &(f64, String), expected: (&str, f64)| {
        assert_eq!(found.1, expected.0);
        near(found.0, expected.1, 5e-5, expected.0);
    };
    let democratic = [
        ("obama", 11.9911),
        ("president", 10.1087),
        ("barack", 8.8777),
        ("middle", 8.1968),
        ("class", 8.0210),
    ];
    let republican = [
        ("mitt", -10.4690),
        ("government", -10.2291),
        ("business", -8.2498),
        ("paul", -6.1676),
        ("administration", -5.7327),
    ];
    ranked.iter().zip(democratic).for_each(|(found, expected)| check(found, expected));
    ranked.iter().rev().zip(republican).for_each(|(found, expected)| check(found, expected));
}

#[test]
fn stage_directions_count_unless_they_are_taken_out() {
    // "(boos)", "(cheers, applause)": a warning about these counts, not about the method.
    for (target, reference, z) in [(124, 28, 5.5634), (1805, 1077, 5.0625)] {
        near(
            log_odds(word(target, reference), FLAT, Variance::TwoTerm).unwrap().z,
            z,
            5e-5,
            "stage direction",
        );
    }
}

#[test]
fn keyness_and_log_ratio_come_out_as_in_python() {
    // By the formulas of Dunning (four cells), Rayson & Garside (two) and Hardie, calculated in Python.
    for (name, target, reference, four, two, ratio) in [
        ("auto", 56, 0, 60.9105, 60.8967, 6.3382),
        ("women", 208, 59, 46.7619, 46.6914, 1.3487),
        ("government", 48, 182, -133.0350, -132.8514, -2.3920),
        ("unemployment", 2, 39, -53.9779, -53.9660, -4.7545),
        ("the", 4094, 2939, 0.0705, 0.0675, 0.0091),
    ] {
        let word = word(target, reference);
        near(signed_g2(word, Cells::Four).unwrap(), four, 5e-5, name);
        near(signed_g2(word, Cells::Two).unwrap(), two, 5e-5, name);
        near(log_ratio(word).unwrap(), ratio, 5e-5, name);
    }
}

#[test]
fn the_example_of_fightin_words_comes_out() {
    let target = ["the", "quick", "brown", "fox", "jumps", "over", "the", "lazy", "pig"];
    let reference = ["the", "lazy", "purple", "pig", "jumps", "over", "the", "lazier", "donkey"];
    let z = |name: &str| {
        let n = |words: &[&str]| words.iter().filter(|word| **word == name).count();
        let counts =
            WordCounts { target: n(&target), reference: n(&reference), target_total: 9, reference_total: 9 };
        log_odds(counts, Prior::Flat { each: 0.05, n_words: 11 }, Variance::TwoTerm).unwrap().z
    };
    near(z("brown"), 0.689_422_788_680_796_8, 1e-15, "brown");
    near(z("donkey"), -0.689_422_788_680_796_8, 1e-15, "donkey");
    assert_eq!(z("the"), 0.0);
}

#[test]
fn the_example_of_tidylo_comes_out() {
    // the, quick, brown, fox, jumped, over, lazy, dog in "the quick brown fox jumped jumped" and "over the lazy brown
    // dog dog".
    let counts = [(1, 1), (1, 0), (1, 1), (1, 0), (2, 0), (0, 1), (0, 1), (0, 2)];
    let words = counts.map(|(target, reference)| WordCounts { target, reference, ..WordCounts::default() });
    for (prior, once, twice) in [
        (TidyloPrior::EmpiricalBayes, 0.773_190, 1.238_100),
        (TidyloPrior::Uninformative, 0.798_508, 1.059_401),
    ] {
        let found: Vec<f64> = log_odds_tidylo(&words, prior)
            .into_iter()
            .map(|pair| pair.into_iter().flatten().next().unwrap().z)
            .collect();
        for (found, expected) in found.into_iter().zip([0.0, once, 0.0, once, twice, once, once, twice]) {
            near(found, expected, SIXTH, "tidylo");
        }
    }
}
