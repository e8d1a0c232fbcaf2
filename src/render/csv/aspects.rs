//! `aspects.csv`: what each side says on each aspect, and what it never mentions.

use serde::Serialize;

use super::cell::{Decimal, Interval95, Words};
use super::table;
use crate::render::place;
use crate::{AspectSummary, Presence, Profile, Report};

#[derive(Default, Serialize)]
struct Row<'a> {
    framework: Words<'a>,
    aspect: Words<'a>,
    name: Words<'a>,
    side: Words<'a>,
    n_sentences: usize,
    n_articles: usize,
    n_side: usize,
    tone: Decimal<4>,
    tone_low: Decimal<4>,
    tone_high: Decimal<4>,
    tone_interval: &'static str,
    silence: &'static str,
    raised_by: Words<'a>,
    sentences: Words<'a>,
    texts: Words<'a>,
}

/// Prints `aspects.csv`.
#[must_use]
pub fn aspects(report: &Report, profile: &Profile) -> Vec<u8> {
    table(report.aspects.iter().map(|summary| row(summary, report, profile)))
}

fn row<'a>(summary: &AspectSummary, report: &Report, profile: &'a Profile) -> Row<'a> {
    let aspect = profile.framing.code(summary.aspect);
    let framework = &profile.framing.frameworks()[summary.framework];
    let tone = Interval95::from(summary.tone);
    let (silence, raised_by) = match &summary.presence {
        Presence::Speaks => ("", Vec::new()),
        Presence::Silent { raised_by } => ("silent", raised_by.clone()),
        Presence::NoVoice => ("no voice", Vec::new()),
        Presence::Unraised => ("raised by nobody", Vec::new()),
    };
    let raised_by: Vec<&str> = raised_by.iter().map(|side| profile.side_name(*side)).collect();
    let few = if summary.tone.is_none() { summary.places.as_slice() } else { &[] };
    Row {
        framework: framework.id.as_str().into(),
        aspect: aspect.id.as_str().into(),
        name: aspect.name.as_str().into(),
        side: profile.side_name(summary.side).into(),
        n_sentences: summary.places.len(),
        n_articles: summary.n_articles,
        n_side: summary.n_side,
        tone: tone.value,
        tone_low: tone.low,
        tone_high: tone.high,
        tone_interval: if summary.places.is_empty() { "" } else { tone.kind_or_too_few() },
        silence,
        raised_by: raised_by.join("; ").into(),
        sentences: place::ids(&summary.places, report).into(),
        texts: place::texts(few, report).into(),
    }
}
