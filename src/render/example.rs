//! A made-up analysis of two sentences, for the tests of what is printed.

use crate::{
    Analysis, Attribution, Block, Confidence, Document, Kind, Mode, Passage, Profile, Quotation, Report,
    Sentence, SideId, Span, Speaker, analyze, compare, vader,
};

const TEXT: &str = "– Zoë’s town.\n\n“We did well,” she said, “and will do better.”";
const COUNCIL: SideId = SideId(0);

/// The place of some words of the example.
fn place(words: &str) -> Span {
    let start = TEXT.find(words).unwrap_or_default();
    Span::new(start, start + words.len())
}

/// One sentence of the press, one of Zoë Smith, who is the council.
pub(super) fn analysis() -> Analysis {
    let (press, voice) = (press(), voice());
    let block = |passage: &Passage| Block {
        span: passage.span,
        kind: Kind::Body,
        list_item: false,
        reason: "made up",
    };
    let sentence = |passage: &Passage| Sentence { span: passage.span, block: passage.sentence };
    let quotation = Quotation { span: place("We did well,"), sentence: 1, attribution: 0 };
    Analysis {
        blocks: [&press, &voice].map(block).into(),
        sentences: [&press, &voice].map(sentence).into(),
        speakers: vec![zoe()],
        attributions: vec![attribution(&voice)],
        quotations: vec![quotation],
        passages: vec![press, voice],
        ..analyze(&Document::new("zoe", TEXT), Profile::inspection())
    }
}

/// The report of the example alone.
pub(super) fn report() -> Report {
    compare(vec![analysis()], Profile::inspection())
}

fn press() -> Passage {
    let span = place("– Zoë’s town.");
    Passage {
        sentence: 0,
        part: 0,
        span,
        kind: Kind::Body,
        side: Profile::inspection().press(),
        speaker: None,
        mode: Mode::None,
        cue: None,
        evidence: "no source".into(),
        confidence: Confidence::High,
        content: vec![span],
        scores: vader::Scores::default(),
        tone: 0.0,
        tone_around: 0.0,
        hits: Vec::new(),
    }
}

fn voice() -> Passage {
    let lexicon = &Profile::inspection().vader;
    Passage {
        sentence: 1,
        span: place("“We did well,” she said, “and will do better.”"),
        side: COUNCIL,
        speaker: Some(0),
        mode: Mode::Direct,
        cue: Some(place("said")),
        evidence: "quoted; \"said\" + pronoun".into(),
        content: vec![place("“We did well,”"), place("“and will do better.”")],
        scores: vader::score("We did well, and will do better.", lexicon, vader::Reading::Strict),
        tone: -0.25,
        ..press()
    }
}

fn attribution(voice: &Passage) -> Attribution {
    Attribution {
        content: voice.content.clone(),
        mode: voice.mode,
        cue: voice.cue,
        source: Some(place("she")),
        speaker: voice.speaker,
        side: voice.side,
        evidence: voice.evidence.clone(),
        confidence: voice.confidence,
    }
}

fn zoe() -> Speaker {
    Speaker {
        name: "Zoë Smith".into(),
        side: COUNCIL,
        evidence: "cabinet member → council".into(),
        confidence: Confidence::High,
        overruled: Some(Profile::inspection().other()),
    }
}
