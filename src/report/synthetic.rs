//! Made-up analyses for the tests of reports and charts.

use crate::framing::{Applied, CodeId, Hit};
use crate::layout::Block;
use crate::{Analysis, Confidence, Document, Kind, Mode, Passage, Sentence, SideId, Span, Speaker, vader};

/// One sentence of a made-up article: side, speaker (may be empty), tone.
pub(crate) type Line<'a> = (u8, &'a str, f64);

/// An article of body sentences, `Word word word.`, one a line; compound is half the tone.
pub(crate) fn article(id: &str, lines: &[Line]) -> Analysis {
    let mut analysis = Analysis {
        document: Document::new(id, "Three words here. ".repeat(lines.len())),
        blocks: Vec::new(),
        sentences: Vec::new(),
        speakers: Vec::new(),
        attributions: Vec::new(),
        quotations: Vec::new(),
        passages: Vec::new(),
        framework: None,
        scorer: crate::vader::Scorer::Vader,
    };
    for (place, line) in lines.iter().enumerate() {
        add(&mut analysis, place, *line);
    }
    analysis
}

/// The same article with its first `n` sentences turned into `kind`.
pub(crate) fn with_kind(mut analysis: Analysis, n: usize, kind: Kind) -> Analysis {
    analysis.passages.iter_mut().take(n).for_each(|passage| passage.kind = kind);
    analysis
}

fn add(analysis: &mut Analysis, place: usize, (side, name, tone): Line) {
    let span = Span::new(place * 18, place * 18 + 17);
    let side = SideId(side);
    let speaker = (!name.is_empty()).then(|| {
        let known = analysis.speakers.iter().position(|speaker| speaker.name == name && speaker.side == side);
        known.unwrap_or_else(|| {
            analysis.speakers.push(Speaker {
                name: name.to_owned(),
                side,
                evidence: String::from("made up"),
                confidence: Confidence::High,
                overruled: None,
            });
            analysis.speakers.len() - 1
        })
    });
    analysis.blocks.push(Block { span, kind: Kind::Body, list_item: false, reason: "made up" });
    analysis.sentences.push(Sentence { span, block: place });
    analysis.passages.push(Passage {
        sentence: place,
        part: 0,
        span,
        kind: Kind::Body,
        side,
        speaker,
        mode: if name.is_empty() {
            Mode::None
        } else {
            [Mode::Direct, Mode::Indirect, Mode::Mixed][place % 3]
        },
        cue: None,
        evidence: String::from("made up"),
        confidence: Confidence::High,
        content: vec![span],
        scores: vader::Scores { compound: tone / 2.0, ..vader::Scores::default() },
        tone,
        tone_around: 0.0,
        hits: Vec::new(),
    });
}

/// The same article on a framework, with one hit of a code in some of its sentences.
pub(crate) fn with_hits(mut analysis: Analysis, framework: usize, hits: &[(usize, CodeId)]) -> Analysis {
    analysis.framework = Some(Applied { framework, evidence: String::from("made up") });
    for (place, code) in hits {
        let passage = &mut analysis.passages[*place];
        passage.hits.push(Hit { code: *code, span: passage.span, pattern: 0 });
    }
    analysis
}
