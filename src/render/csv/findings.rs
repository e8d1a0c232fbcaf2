//! `findings.csv`: the same finding in several voices, the strongest contrasts first.

use serde::Serialize;

use super::cell::{Decimal, Words};
use super::table;
use crate::render::page::Page;
use crate::{Finding, Profile, Report};

#[derive(Default, Serialize)]
struct Row<'a> {
    rank: usize,
    framework: Words<'a>,
    aspect: Words<'a>,
    name: Words<'a>,
    contrast: Decimal<4>,
    side: Words<'a>,
    side_tone: Decimal<4>,
    n_side: usize,
    document: Words<'a>,
    sentence: usize,
    part: usize,
    speaker: Words<'a>,
    tone: Decimal<4>,
    text: Words<'a>,
}

/// Prints `findings.csv`.
#[must_use]
pub fn findings(report: &Report, profile: &Profile) -> Vec<u8> {
    let pages: Vec<Page<'_>> = report.analyses.iter().map(|analysis| Page::new(analysis, profile)).collect();
    let ranked = report.findings.iter().enumerate();
    table(ranked.flat_map(|(rank, finding)| rows(rank + 1, finding, &pages, profile)))
}

fn rows<'a>(rank: usize, finding: &Finding, pages: &[Page<'a>], profile: &'a Profile) -> Vec<Row<'a>> {
    let aspect = profile.framing.code(finding.aspect);
    let framework = &profile.framing.frameworks()[finding.framework];
    let mut rows = Vec::new();
    for voice in &finding.voices {
        for place in &voice.places {
            let page = &pages[place.article];
            let passage = &page.analysis.passages[place.passage];
            rows.push(Row {
                rank,
                framework: framework.id.as_str().into(),
                aspect: aspect.id.as_str().into(),
                name: aspect.name.as_str().into(),
                contrast: finding.contrast.into(),
                side: profile.side_name(voice.side).into(),
                side_tone: voice.tone.into(),
                n_side: voice.places.len(),
                document: page.analysis.document.id.as_str().into(),
                sentence: passage.sentence + 1,
                part: passage.part + 1,
                speaker: page.speaker(passage.speaker).into(),
                tone: passage.tone.into(),
                text: passage.span.of(page.text).into(),
            });
        }
    }
    rows
}
