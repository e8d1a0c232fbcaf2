//! `frames.csv`: how often each side puts things in each frame.

use serde::Serialize;

use super::cell::{Decimal, Words};
use super::table;
use crate::render::place;
use crate::statistics::Interval;
use crate::{FrameSummary, Profile, Report};

#[derive(Default, Serialize)]
struct Row<'a> {
    frame: Words<'a>,
    name: Words<'a>,
    construct: &'static str,
    side: Words<'a>,
    n_hits: usize,
    n_framed: usize,
    n_sentences: usize,
    n_words: usize,
    n_articles: usize,
    share: Decimal<4>,
    share_low: Decimal<4>,
    share_high: Decimal<4>,
    share_interval: &'static str,
    per_thousand: Decimal<3>,
    per_thousand_low: Decimal<3>,
    per_thousand_high: Decimal<3>,
    per_thousand_interval: &'static str,
    sentences: Words<'a>,
    texts: Words<'a>,
}

/// Prints `frames.csv`.
#[must_use]
pub fn frames(report: &Report, profile: &Profile) -> Vec<u8> {
    table(report.frames.iter().map(|summary| row(summary, report, profile)))
}

fn row<'a>(summary: &FrameSummary, report: &Report, profile: &'a Profile) -> Row<'a> {
    let frame = profile.framing.code(summary.frame);
    let (share, rate) = (summary.share, summary.rate);
    let low = |interval: Option<Interval>| interval.map(|(low, _)| low);
    let high = |interval: Option<Interval>| interval.map(|(_, high)| high);
    let is_few = summary.n_sentences < crate::statistics::MIN_VALUES;
    Row {
        frame: frame.id.as_str().into(),
        name: frame.name.as_str().into(),
        construct: frame.construct.map_or("", |construct| construct.name()),
        side: profile.side_name(summary.side).into(),
        n_hits: summary.n_hits,
        n_framed: summary.places.len(),
        n_sentences: summary.n_sentences,
        n_words: summary.n_words,
        n_articles: summary.n_articles,
        share: share.map(|share| share.share).into(),
        share_low: low(share.and_then(|share| share.interval)).into(),
        share_high: high(share.and_then(|share| share.interval)).into(),
        share_interval: share.map_or("", |share| share.kind.name()),
        per_thousand: rate.map(|rate| rate.per_thousand).into(),
        per_thousand_low: low(rate.and_then(|rate| rate.interval)).into(),
        per_thousand_high: high(rate.and_then(|rate| rate.interval)).into(),
        per_thousand_interval: rate.map_or("", |rate| rate.kind.name()),
        sentences: place::ids(&summary.places, report).into(),
        texts: place::texts(if is_few { &summary.places } else { &[] }, report).into(),
    }
}
