//! The attributions of an article for programs: one object a document.

use serde::Serialize;

use crate::render::page::Page;
use crate::{Analysis, Attribution, Profile};

/// An article with its attributions. All offsets are characters, the end exclusive.
#[derive(Serialize)]
struct Attributed {
    doc: String,
    sentences: Vec<[usize; 2]>,
    quotes: Vec<Quote>,
}

/// One attribution.
#[derive(Serialize)]
struct Quote {
    start: usize,
    end: usize,
    spans: Vec<[usize; 2]>,
    mode: &'static str,
    cue: Option<[usize; 2]>,
    source: Option<[usize; 2]>,
    speaker: String,
    side: String,
    evidence: String,
    confidence: &'static str,
}

/// The attributions of an article as one line of JSON.
#[must_use]
pub fn attributed_line(analysis: &Analysis, profile: &Profile) -> String {
    let mut line =
        serde_json::to_string(&attributed(analysis, profile)).expect("plain structs are valid JSON");
    line.push('\n');
    line
}

/// The attributions of an article as an item of a pretty printed array, without a line end.
#[must_use]
pub fn attributed_item(analysis: &Analysis, profile: &Profile) -> String {
    let item =
        serde_json::to_string_pretty(&attributed(analysis, profile)).expect("plain structs are valid JSON");
    // Line ends inside strings are escaped, so that each line end is one of the layout.
    format!("  {}", item.replace('\n', "\n  "))
}

fn attributed(analysis: &Analysis, profile: &Profile) -> Attributed {
    let page = Page::new(analysis, profile);
    let sentences = analysis
        .sentences
        .iter()
        .map(|sentence| page.characters(sentence.span));
    Attributed {
        doc: analysis.document.id.clone(),
        sentences: sentences.collect(),
        quotes: analysis
            .attributions
            .iter()
            .map(|attribution| quote(&page, attribution))
            .collect(),
    }
}

fn quote(page: &Page, attribution: &Attribution) -> Quote {
    let spans: Vec<[usize; 2]> = attribution
        .content
        .iter()
        .map(|piece| page.characters(*piece))
        .collect();
    Quote {
        start: spans.first().map_or(0, |piece| piece[0]),
        end: spans.last().map_or(0, |piece| piece[1]),
        spans,
        mode: attribution.mode.name(),
        cue: attribution.cue.map(|cue| page.characters(cue)),
        source: attribution.source.map(|source| page.characters(source)),
        speaker: page.speaker(attribution.speaker).to_owned(),
        side: page.side(attribution.side).to_owned(),
        evidence: attribution.evidence.clone(),
        confidence: attribution.confidence.name(),
    }
}
