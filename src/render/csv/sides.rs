//! `sides.csv`: each side of the profile with how much it says and in which tone, silent sides too.

use serde::Serialize;

use super::cell::{Decimal, Interval95, Words};
use super::table;
use crate::{Profile, Report, SideSummary};

#[derive(Default, Serialize)]
struct Row<'a> {
    side: Words<'a>,
    n_sentences: usize,
    n_articles: usize,
    n_words: usize,
    n_speakers: usize,
    n_low_confidence: usize,
    tone: Decimal<4>,
    tone_low: Decimal<4>,
    tone_high: Decimal<4>,
    tone_interval: &'static str,
    tone_negative: Decimal<4>,
    tone_neutral: Decimal<4>,
    tone_positive: Decimal<4>,
    compound: Decimal<4>,
    compound_low: Decimal<4>,
    compound_high: Decimal<4>,
    compound_interval: &'static str,
    compound_negative: Decimal<4>,
    compound_neutral: Decimal<4>,
    compound_positive: Decimal<4>,
    note: Words<'a>,
}

/// Prints `sides.csv`.
#[must_use]
pub fn sides(report: &Report, profile: &Profile) -> Vec<u8> {
    table(report.summaries.iter().map(|summary| row(summary, profile)))
}

fn row<'a>(summary: &'a SideSummary, profile: &'a Profile) -> Row<'a> {
    let (tone, compound) = (Interval95::from(summary.tone), Interval95::from(summary.compound));
    // A side that says nothing has no shares: three zeros would be a finding.
    let shares =
        |fractions: [f64; 3]| fractions.map(|share| (summary.n_sentences > 0).then_some(share).into());
    let [tone_negative, tone_neutral, tone_positive] = shares(summary.tone_shares.fractions());
    let [compound_negative, compound_neutral, compound_positive] =
        shares(summary.compound_shares.fractions());
    Row {
        side: profile.side_name(summary.side).into(),
        n_sentences: summary.n_sentences,
        n_articles: summary.n_articles,
        n_words: summary.n_words,
        n_speakers: summary.n_speakers,
        n_low_confidence: summary.n_low_confidence,
        tone: tone.value,
        tone_low: tone.low,
        tone_high: tone.high,
        tone_interval: tone.kind,
        tone_negative,
        tone_neutral,
        tone_positive,
        compound: compound.value,
        compound_low: compound.low,
        compound_high: compound.high,
        compound_interval: compound.kind,
        compound_negative,
        compound_neutral,
        compound_positive,
        note: summary.note.as_str().into(),
    }
}
