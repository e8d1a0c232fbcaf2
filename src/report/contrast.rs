//! Two sides next to each other, with effect sizes and what they can be taken to mean.

use super::observation::{SideSample, clamped, estimate};
use super::tested::{self, MIN_ARTICLES_TO_TEST, Tested};
use crate::statistics::{
    CliffsDelta, HedgesG, MIN_ARTICLES, MIN_VALUES, MeanDifference, PairedDifference, cliffs_delta, hedges_g,
    mean_difference, paired_difference,
};
use crate::{Profile, SideId};

/// What a comparison says of itself when too few articles hold both sides.
pub(crate) const ONLY_THESE: &str = "describes these articles only";

/// How two sides differ in one score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effect {
    /// Mean of the first side.
    pub mean_a: f64,
    /// Mean of the second side.
    pub mean_b: f64,
    /// First mean minus second mean, each sentence counting once.
    pub difference: MeanDifference,
    /// Positive when the first side's sentences tend to score higher.
    pub cliff: CliffsDelta,
    /// Hedges' g; none when a side has one sentence or nothing varies.
    pub hedges: Option<HedgesG>,
    /// The difference within articles, each article counting once, where at least six hold both sides.
    pub paired: Option<PairedDifference>,
    /// Whether sides permuted within articles would differ as much, where each side has at least five sentences and
    /// two articles or more hold both. Speaks of these articles only.
    pub permutation: Option<Tested>,
    /// Whether articles that favour either side by chance would differ as much, where at least six articles hold
    /// both sides.
    pub sign_flip: Option<Tested>,
}

/// Two sides next to each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Contrast {
    /// The side that stands first in the profile.
    pub a: SideId,
    /// The other side.
    pub b: SideId,
    /// Sentences of the first side.
    pub n_sentences_a: usize,
    /// Sentences of the second side.
    pub n_sentences_b: usize,
    /// Articles in which the first side speaks.
    pub n_articles_a: usize,
    /// Articles in which the second side speaks.
    pub n_articles_b: usize,
    /// Articles in which both speak.
    pub n_articles_both: usize,
    /// How they differ in tone; none when one is silent.
    pub tone: Option<Effect>,
    /// How they differ in VADER's compound; none when one is silent.
    pub compound: Option<Effect>,
    /// What the figures cannot carry, in a few words; empty when nothing is amiss.
    pub note: String,
}

/// Each pair of sides once.
pub(super) fn all(samples: &[SideSample], profile: &Profile, seed: u64) -> Vec<Contrast> {
    let pairs =
        samples.iter().enumerate().flat_map(|(place, a)| samples[place + 1..].iter().map(move |b| (a, b)));
    let mut contrasts: Vec<Contrast> = pairs.map(|(a, b)| contrast(a, b, profile, seed)).collect();
    tested::adjust(&mut contrasts);
    contrasts
}

fn contrast(a: &SideSample, b: &SideSample, profile: &Profile, seed: u64) -> Contrast {
    let both = a.tone.iter().zip(&b.tone).filter(|(a, b)| !a.is_empty() && !b.is_empty()).count();
    let mut contrast = Contrast {
        a: a.side,
        b: b.side,
        n_sentences_a: a.n_sentences(),
        n_sentences_b: b.n_sentences(),
        n_articles_a: a.n_articles(),
        n_articles_b: b.n_articles(),
        n_articles_both: both,
        tone: effect([&a.tone, &b.tone], [a.by_turn(&a.tone), b.by_turn(&b.tone)], both, seed),
        compound: effect(
            [&a.compound, &b.compound],
            [a.by_turn(&a.compound), b.by_turn(&b.compound)],
            both,
            seed,
        ),
        note: String::new(),
    };
    contrast.note = note(&contrast, profile);
    contrast
}

fn effect([a, b]: [&[Vec<f64>]; 2], turns: [Vec<Vec<f64>>; 2], n_both: usize, seed: u64) -> Option<Effect> {
    let difference = mean_difference(a, b)?;
    let paired = (n_both >= MIN_ARTICLES).then(|| paired_difference(a, b)).flatten();
    // The scores lie within −1 and 1, so a difference of means cannot leave −2 to 2.
    Some(Effect {
        mean_a: estimate(a)?.mean,
        mean_b: estimate(b)?.mean,
        difference: MeanDifference { interval: clamped(difference.interval, 2.0), ..difference },
        cliff: cliffs_delta(a, b)?,
        hedges: hedges_g(a, b),
        paired: paired.map(|paired| PairedDifference { interval: clamped(paired.interval, 2.0), ..paired }),
        permutation: tested::permutation([a, b], &turns, n_both, seed),
        sign_flip: tested::sign_flip([a, b], n_both, seed),
    })
}

fn note(contrast: &Contrast, profile: &Profile) -> String {
    let sides = [(contrast.a, contrast.n_sentences_a), (contrast.b, contrast.n_sentences_b)];
    let named = |few: &dyn Fn(usize) -> bool| -> Vec<String> {
        let small = sides.iter().filter(|(_, n)| few(*n));
        small.map(|(side, n)| format!("{} ({n})", profile.side_name(*side))).collect()
    };
    let (silent, few) = (named(&|n| n == 0), named(&|n| (1..MIN_VALUES).contains(&n)));
    let mut parts = Vec::new();
    if !silent.is_empty() {
        parts.push(format!("no sentence: {}", silent.join(", ")));
    }
    if !few.is_empty() {
        parts.push(format!("too few sentences for an interval or a test: {}", few.join(", ")));
    }
    if silent.is_empty() && contrast.n_articles_both < MIN_ARTICLES_TO_TEST {
        let n = if contrast.n_articles_both == 0 { "no" } else { "one" };
        parts.push(format!("no test: {n} article holds both"));
    }
    if silent.is_empty() && contrast.n_articles_both < MIN_ARTICLES {
        parts.push(String::from(ONLY_THESE));
    }
    parts.join("; ")
}

/// One sentence for all comparisons that speak of these articles only.
pub(super) fn notes(contrasts: &[Contrast], profile: &Profile) -> Option<String> {
    let name = |side| profile.side_name(side);
    let is_narrow = |contrast: &&Contrast| contrast.note.contains(ONLY_THESE);
    let is_silent = |contrast: &Contrast| contrast.n_sentences_a == 0 || contrast.n_sentences_b == 0;
    if contrasts.iter().any(|contrast| is_narrow(&contrast))
        && contrasts.iter().all(|contrast| is_silent(contrast) || is_narrow(&contrast))
    {
        return Some(format!(
            "No two sides meet in {MIN_ARTICLES} articles or more: each comparison {ONLY_THESE}."
        ));
    }
    let narrow: Vec<String> = contrasts
        .iter()
        .filter(is_narrow)
        .map(|contrast| {
            format!("{} and {} ({})", name(contrast.a), name(contrast.b), contrast.n_articles_both)
        })
        .collect();
    (!narrow.is_empty()).then(|| {
        format!(
            "Fewer than {MIN_ARTICLES} articles hold both sides: {}. Each of these comparisons \
             {ONLY_THESE}.",
            narrow.join(", ")
        )
    })
}
