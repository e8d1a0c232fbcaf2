//! `outlets.csv`: how much room each outlet gives to each side, in which tone, and whose words are quoted.

use serde::Serialize;

use super::cell::{Decimal, Interval95, Words};
use super::table;
use crate::statistics::count;
use crate::{OutletSummary, Profile, Report};

#[derive(Default, Serialize)]
struct Row<'a> {
    outlet: Words<'a>,
    side: Words<'a>,
    n_articles: usize,
    n_articles_side: usize,
    n_sentences: usize,
    n_words: usize,
    share_of_words: Decimal<4>,
    n_direct: usize,
    n_mixed: usize,
    n_indirect: usize,
    share_quoted: Decimal<4>,
    tone: Decimal<4>,
    tone_low: Decimal<4>,
    tone_high: Decimal<4>,
    tone_interval: &'static str,
}

/// Prints `outlets.csv`.
#[must_use]
pub fn outlets(report: &Report, profile: &Profile) -> Vec<u8> {
    table(report.outlets.iter().map(|summary| row(summary, profile)))
}

fn row<'a>(summary: &'a OutletSummary, profile: &'a Profile) -> Row<'a> {
    let tone = Interval95::from(summary.tone);
    let n_speech = summary.n_direct + summary.n_mixed + summary.n_indirect;
    Row {
        outlet: summary.outlet.as_str().into(),
        side: profile.side_name(summary.side).into(),
        n_articles: summary.n_articles,
        n_articles_side: summary.n_articles_side,
        n_sentences: summary.n_sentences,
        n_words: summary.n_words,
        share_of_words: summary.share_of_words.into(),
        n_direct: summary.n_direct,
        n_mixed: summary.n_mixed,
        n_indirect: summary.n_indirect,
        share_quoted: (n_speech > 0).then(|| count(summary.n_direct) / count(n_speech)).into(),
        tone: tone.value,
        tone_low: tone.low,
        tone_high: tone.high,
        tone_interval: tone.kind,
    }
}
