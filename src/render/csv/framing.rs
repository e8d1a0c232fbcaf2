//! `framing.csv`: the words behind each frame and each aspect of each passage.

use serde::Serialize;

use super::cell::Words;
use super::table;
use crate::render::page::Page;
use crate::{Profile, Report};

#[derive(Default, Serialize)]
struct Row<'a> {
    document: Words<'a>,
    sentence: usize,
    part: usize,
    start: usize,
    end: usize,
    side: Words<'a>,
    kind: &'static str,
    id: Words<'a>,
    words: Words<'a>,
    label: Words<'a>,
}

/// Prints `framing.csv`.
#[must_use]
pub fn framing(report: &Report, profile: &Profile) -> Vec<u8> {
    let lexicon = &profile.framing;
    table(report.analyses.iter().flat_map(|analysis| {
        let page = Page::new(analysis, profile);
        let mut rows = Vec::new();
        for passage in &analysis.passages {
            for hit in &passage.hits {
                let [start, end] = page.characters(hit.span);
                rows.push(Row {
                    document: analysis.document.id.as_str().into(),
                    sentence: passage.sentence + 1,
                    part: passage.part + 1,
                    start,
                    end,
                    side: page.side(passage.side).into(),
                    kind: if lexicon.is_frame(hit.code) { "frame" } else { "aspect" },
                    id: lexicon.code(hit.code).id.as_str().into(),
                    words: hit.span.of(page.text).into(),
                    label: lexicon.label(hit.pattern).into(),
                });
            }
        }
        rows
    }))
}
