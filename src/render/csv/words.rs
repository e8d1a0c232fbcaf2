//! `words.csv`: the words that set one side's speech apart from that of all others.

use serde::Serialize;

use super::cell::{Decimal, Words};
use super::table;
use crate::render::place;
use crate::statistics::count;
use crate::{Profile, Report, WordSummary};

#[derive(Default, Serialize)]
struct Row<'a> {
    side: Words<'a>,
    kind: &'static str,
    words: Words<'a>,
    n: usize,
    n_others: usize,
    per_thousand: Decimal<3>,
    per_thousand_others: Decimal<3>,
    n_articles: usize,
    n_articles_others: usize,
    log_odds: Decimal<4>,
    z: Decimal<4>,
    g2: Decimal<4>,
    log_ratio: Decimal<4>,
    sentences: Words<'a>,
}

/// Prints `words.csv`.
#[must_use]
pub fn words(report: &Report, profile: &Profile) -> Vec<u8> {
    table(report.words.iter().map(|summary| row(summary, report, profile)))
}

fn row<'a>(summary: &'a WordSummary, report: &Report, profile: &'a Profile) -> Row<'a> {
    let counts = summary.counts;
    let rate = |n: usize, total: usize| (total > 0).then(|| 1000.0 * count(n) / count(total));
    Row {
        side: profile.side_name(summary.side).into(),
        kind: if summary.is_phrase() { "phrase" } else { "word" },
        words: summary.words.as_str().into(),
        n: counts.target,
        n_others: counts.reference,
        per_thousand: rate(counts.target, counts.target_total).into(),
        per_thousand_others: rate(counts.reference, counts.reference_total).into(),
        n_articles: summary.n_articles,
        n_articles_others: summary.n_articles_others,
        log_odds: summary.log_odds.into(),
        z: summary.z.into(),
        g2: summary.g2.into(),
        log_ratio: summary.log_ratio.into(),
        sentences: place::ids(&summary.places, report).into(),
    }
}
