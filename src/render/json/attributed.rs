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
    /// The side that the rules would have given, where the user overruled them.
    #[serde(skip_serializing_if = "Option::is_none")]
    overruled: Option<String>,
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
    let sentences = analysis.sentences.iter().map(|sentence| page.characters(sentence.span));
    Attributed {
        doc: analysis.document.id.clone(),
        sentences: sentences.collect(),
        quotes: analysis.attributions.iter().map(|attribution| quote(&page, attribution)).collect(),
    }
}

fn quote(page: &Page, attribution: &Attribution) -> Quote {
    let spans: Vec<[usize; 2]> = attribution.content.iter().map(|piece| page.characters(*piece)).collect();
    let speaker = attribution.speaker.and_then(|speaker| page.analysis.speakers.get(speaker));
    let overruled = speaker.and_then(|speaker| speaker.overruled);
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
        overruled: overruled.map(|side| page.side(side).to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::example;

    #[test]
    fn an_attribution_is_printed_in_characters() {
        let line = attributed_line(&example::analysis(), Profile::inspection());
        let expected = r#"{"doc":"zoe","sentences":[[0,13],[15,61]],"quotes":[{"start":15,"end":61,"#
            .to_owned()
            + r#""spans":[[15,29],[40,61]],"mode":"direct","cue":[34,38],"source":[30,33],"#
            + r#""speaker":"Zoë Smith","side":"council","evidence":"quoted; \"said\" + pronoun","#
            + r#""confidence":"high","overruled":"other"}]}"#;
        assert_eq!(line.trim_end(), expected);
    }

    #[test]
    fn an_item_is_the_same_object_in_more_lines() {
        let (analysis, profile) = (example::analysis(), Profile::inspection());
        let [item, line]: [serde_json::Value; 2] = [attributed_item, attributed_line]
            .map(|print| serde_json::from_str(&print(&analysis, profile)).unwrap());
        assert_eq!(item, line);
    }
}
