//! `contrasts.csv`: each pair of sides, once for each score, with effect sizes, their intervals, and tests.

use serde::Serialize;

use super::cell::{Decimal, Probability, Words};
use super::table;
use crate::statistics::Interval;
use crate::{Contrast, Effect, Profile, Report, Tested};

#[derive(Default, Serialize)]
struct Row<'a> {
    score: &'static str,
    side_a: Words<'a>,
    side_b: Words<'a>,
    n_sentences_a: usize,
    n_sentences_b: usize,
    n_articles_a: usize,
    n_articles_b: usize,
    n_articles_both: usize,
    mean_a: Decimal<4>,
    mean_b: Decimal<4>,
    difference: Decimal<4>,
    difference_low: Decimal<4>,
    difference_high: Decimal<4>,
    difference_interval: &'static str,
    cliffs_delta: Decimal<4>,
    cliffs_delta_low: Decimal<4>,
    cliffs_delta_high: Decimal<4>,
    magnitude: &'static str,
    hedges_g: Decimal<4>,
    hedges_g_low: Decimal<4>,
    hedges_g_high: Decimal<4>,
    within_articles: Decimal<4>,
    within_articles_low: Decimal<4>,
    within_articles_high: Decimal<4>,
    permutation_p: Probability,
    permutation_q: Probability,
    permutation_arrangements: String,
    sign_flip_p: Probability,
    sign_flip_q: Probability,
    sign_flip_arrangements: String,
    note: Words<'a>,
}

/// Prints `contrasts.csv`.
#[must_use]
pub fn contrasts(report: &Report, profile: &Profile) -> Vec<u8> {
    table(report.contrasts.iter().flat_map(|contrast| {
        [("tone", contrast.tone), ("compound", contrast.compound)]
            .map(|(score, effect)| with_effect(counts(score, contrast, profile), effect))
    }))
}

/// The cells that are there for silent sides too.
fn counts<'a>(score: &'static str, contrast: &'a Contrast, profile: &'a Profile) -> Row<'a> {
    Row {
        score,
        side_a: profile.side_name(contrast.a).into(),
        side_b: profile.side_name(contrast.b).into(),
        n_sentences_a: contrast.n_sentences_a,
        n_sentences_b: contrast.n_sentences_b,
        n_articles_a: contrast.n_articles_a,
        n_articles_b: contrast.n_articles_b,
        n_articles_both: contrast.n_articles_both,
        note: contrast.note.as_str().into(),
        ..Row::default()
    }
}

fn with_effect(row: Row, effect: Option<Effect>) -> Row {
    let Some(effect) = effect else { return row };
    let (difference, cliff) = (effect.difference, effect.cliff);
    let [difference_low, difference_high] = ends(difference.interval);
    let [cliffs_delta_low, cliffs_delta_high] = ends(cliff.interval);
    let [hedges_g_low, hedges_g_high] = ends(effect.hedges.and_then(|hedges| hedges.interval));
    let [within_articles_low, within_articles_high] = ends(effect.paired.and_then(|paired| paired.interval));
    let (permutation, sign_flip) = (effect.permutation, effect.sign_flip);
    Row {
        mean_a: effect.mean_a.into(),
        mean_b: effect.mean_b.into(),
        difference: difference.difference.into(),
        difference_low,
        difference_high,
        difference_interval: difference.kind.name(),
        cliffs_delta: cliff.delta.into(),
        cliffs_delta_low,
        cliffs_delta_high,
        magnitude: cliff.magnitude.name(),
        hedges_g: effect.hedges.map(|hedges| hedges.g).into(),
        hedges_g_low,
        hedges_g_high,
        within_articles: effect.paired.map(|paired| paired.difference).into(),
        within_articles_low,
        within_articles_high,
        permutation_p: permutation.map(|tested| tested.test.p).into(),
        permutation_q: permutation.map(|tested| tested.q).into(),
        permutation_arrangements: arrangements(permutation),
        sign_flip_p: sign_flip.map(|tested| tested.test.p).into(),
        sign_flip_q: sign_flip.map(|tested| tested.q).into(),
        sign_flip_arrangements: arrangements(sign_flip),
        ..row
    }
}

/// The ends of an interval, both empty where there is none.
fn ends(interval: Option<Interval>) -> [Decimal<4>; 2] {
    [interval.map(|(low, _)| low).into(), interval.map(|(_, high)| high).into()]
}

/// What a p-value was counted over: `exact, 3528`.
fn arrangements(tested: Option<Tested>) -> String {
    tested.map(|tested| tested.test.arrangements.to_string()).unwrap_or_default()
}
