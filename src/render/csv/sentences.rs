//! `sentences.csv`: each passage with its voice, what decided it, and its scores.

use serde::Serialize;

use super::cell::{Decimal, Words};
use super::table;
use crate::render::page::{Page, n_words};
use crate::{Passage, Profile, Report, tone};

#[derive(Default, Serialize)]
struct Row<'a> {
    document: Words<'a>,
    sentence: usize,
    part: usize,
    paragraph: usize,
    start: usize,
    end: usize,
    kind: &'static str,
    side: Words<'a>,
    speaker: Words<'a>,
    mode: &'static str,
    cue: Words<'a>,
    evidence: Words<'a>,
    confidence: &'static str,
    n_words: usize,
    neg: Decimal<3>,
    neu: Decimal<3>,
    pos: Decimal<3>,
    compound: Decimal<4>,
    tone: Decimal<4>,
    tone_terms: Words<'a>,
    frames: Words<'a>,
    aspects: Words<'a>,
    content: Words<'a>,
    text: Words<'a>,
}

/// Prints `sentences.csv`.
#[must_use]
pub fn sentences(report: &Report, profile: &Profile) -> Vec<u8> {
    table(report.analyses.iter().flat_map(|analysis| {
        let page = Page::new(analysis, profile);
        analysis.passages.iter().map(move |passage| row(&page, passage, profile))
    }))
}

fn row<'a>(page: &Page<'a>, passage: &'a Passage, profile: &Profile) -> Row<'a> {
    let [start, end] = page.characters(passage.span);
    let content = passage.content_text(page.text);
    Row {
        document: page.analysis.document.id.as_str().into(),
        sentence: passage.sentence + 1,
        part: passage.part + 1,
        paragraph: page.block(passage) + 1,
        start,
        end,
        kind: passage.kind.name(),
        side: page.side(passage.side).into(),
        speaker: page.speaker(passage.speaker).into(),
        mode: passage.mode.name(),
        cue: page.words(passage.cue).into(),
        evidence: passage.evidence.as_str().into(),
        confidence: passage.confidence.name(),
        n_words: n_words(&content),
        neg: passage.scores.neg.into(),
        neu: passage.scores.neu.into(),
        pos: passage.scores.pos.into(),
        compound: passage.scores.compound.into(),
        tone: passage.tone.into(),
        tone_terms: terms(&content, profile).into(),
        frames: codes(passage, profile, true).into(),
        aspects: codes(passage, profile, false).into(),
        content: content.into(),
        text: passage.span.of(page.text).into(),
    }
}

/// The ids of the frames or of the aspects of a passage, each once: `past-failure; blame`.
fn codes(passage: &Passage, profile: &Profile, are_frames: bool) -> String {
    let lexicon = &profile.framing;
    let codes = passage.codes().into_iter().filter(|code| lexicon.is_frame(*code) == are_frames);
    codes.map(|code| lexicon.code(code).id.as_str()).collect::<Vec<_>>().join("; ")
}

/// The phrases that count, with what they count: `not good enough -2.00; improve +0.60`.
fn terms(content: &str, profile: &Profile) -> String {
    let ledger = tone::explain(content, &profile.tone, &profile.vader);
    let counting = ledger.terms.iter().filter(|term| term.value != 0.0);
    let shown: Vec<String> =
        counting.map(|term| format!("{} {:+.2}", term.span.of(content), term.value)).collect();
    shown.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::example;

    #[test]
    fn a_row_has_the_voice_the_scores_and_the_scored_words() {
        let table = sentences(&example::report(), Profile::inspection());
        let rows: Vec<String> = String::from_utf8(table).unwrap().lines().map(String::from).collect();
        assert_eq!(
            rows[1],
            "zoe,1,1,1,0,13,body,press,,none,,no source,high,2,0.000,0.000,0.000,0.0000,0.0000,,,,\
             – Zoë’s town.,– Zoë’s town."
        );
        let before = "zoe,2,1,2,15,61,body,council,Zoë Smith,direct,said,\"quoted; \"\"said\"\" + pronoun\",high,7,\
                      0.000,0.500,0.500,0.6124,-0.2500,";
        let after =
            ",,,\"“We did well,” “and will do better.”\",\"“We did well,” she said, “and will do better.”\"";
        let terms = rows[2].strip_prefix(before).and_then(|rest| rest.strip_suffix(after)).unwrap();
        assert!(terms.contains("did well +1.50; "), "{terms}");
    }
}
