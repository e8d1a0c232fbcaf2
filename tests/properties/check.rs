//! The invariants themselves, each an assertion about one analysis.

use slantwise::vader::{Reading, explain};
use slantwise::{Analysis, Confidence, Document, Mode, Passage, Profile, Span, analyze};

/// Analyses a text and holds the result to every invariant.
#[track_caller]
pub(crate) fn invariants(text: &str) {
    let profile = Profile::inspection();
    let document = Document::new("article", text);
    let analysis = analyze(&document, profile);
    places(&analysis);
    order(&analysis);
    links(&analysis);
    voices(&analysis, profile);
    scores(&analysis, profile);
    hits(&analysis, profile);
    let again = analyze(&document, profile);
    assert_eq!(format!("{analysis:?}"), format!("{again:?}"), "two calls differ");
}

#[track_caller]
fn lies_in(text: &str, span: Span, what: &str) {
    assert!(
        span.start <= span.end && text.get(span.start..span.end).is_some(),
        "{what} {span:?} is no place of the text"
    );
}

/// Spans lie inside the text, on character bounds, and are not empty.
fn places(analysis: &Analysis) {
    let text = &analysis.document.text;
    let mut spans: Vec<(&str, Span)> = Vec::new();
    spans.extend(analysis.blocks.iter().map(|block| ("block", block.span)));
    spans.extend(analysis.sentences.iter().map(|sentence| ("sentence", sentence.span)));
    spans.extend(analysis.quotations.iter().map(|quotation| ("quotation", quotation.span)));
    for passage in &analysis.passages {
        spans.push(("passage", passage.span));
        spans.extend(passage.cue.map(|cue| ("cue", cue)));
        spans.extend(passage.content.iter().map(|piece| ("scored piece", *piece)));
        spans.extend(passage.hits.iter().map(|hit| ("hit", hit.span)));
    }
    for attribution in &analysis.attributions {
        spans.extend(attribution.content.iter().map(|piece| ("content", *piece)));
        spans.extend(attribution.cue.map(|cue| ("attribution's cue", cue)));
        spans.extend(attribution.source.map(|source| ("source", source)));
    }
    for (what, span) in spans {
        lies_in(text, span, what);
        assert!(!span.of(text).trim().is_empty(), "{what} {span:?} has no words");
    }
}

/// Ordered and disjoint spans that miss only white space of `whole`.
#[track_caller]
fn cover(text: &str, whole: Span, parts: impl Iterator<Item = Span>, what: &str) {
    let mut end = whole.start;
    for part in parts {
        assert!(end <= part.start, "{what} {part:?} overlaps the one before, or stands outside {whole:?}");
        let missed = Span::new(end, part.start).of(text);
        assert!(missed.trim().is_empty(), "no {what} holds {missed:?} before {part:?}");
        end = part.end;
    }
    assert!(end <= whole.end, "a {what} ends after {whole:?}");
    let missed = Span::new(end, whole.end).of(text);
    assert!(missed.trim().is_empty(), "no {what} holds {missed:?} at the end");
}

/// Blocks of the text, sentences of each block, passages of each sentence.
fn order(analysis: &Analysis) {
    let text = &analysis.document.text;
    cover(text, Span::new(0, text.len()), analysis.blocks.iter().map(|block| block.span), "block");
    assert!(analysis.sentences.is_sorted_by_key(|sentence| sentence.block));
    assert!(analysis.passages.is_sorted_by_key(|passage| (passage.sentence, passage.part)));
    for chunk in analysis.sentences.chunk_by(|one, two| one.block == two.block) {
        let block = &analysis.blocks[chunk[0].block];
        cover(text, block.span, chunk.iter().map(|sentence| sentence.span), "sentence");
    }
    for chunk in analysis.passages.chunk_by(|one, two| one.sentence == two.sentence) {
        let sentence = &analysis.sentences[chunk[0].sentence];
        cover(text, sentence.span, chunk.iter().map(|passage| passage.span), "passage");
    }
    let mut told: Vec<usize> = analysis.passages.iter().map(|passage| passage.sentence).collect();
    told.dedup();
    assert!(told.into_iter().eq(0..analysis.sentences.len()), "a sentence has no passage");
    let mut cut: Vec<usize> = analysis.sentences.iter().map(|sentence| sentence.block).collect();
    cut.dedup();
    assert!(cut.into_iter().eq(0..analysis.blocks.len()), "a block has no sentence");
}

/// Indexes point to something, and what they point to holds what it should.
fn links(analysis: &Analysis) {
    for quotation in &analysis.quotations {
        let sentence = analysis.sentences[quotation.sentence].span;
        assert!(sentence.contains(quotation.span), "{quotation:?} leaves its sentence {sentence:?}");
        let attribution = &analysis.attributions[quotation.attribution];
        let held = attribution.content.iter().any(|piece| piece.intersection(quotation.span).is_some());
        assert!(held, "{quotation:?} is not in its attribution {attribution:?}");
    }
    let starts: Vec<usize> = analysis.quotations.iter().map(|quotation| quotation.span.start).collect();
    assert!(starts.is_sorted(), "quotations are not in order: {starts:?}");
    for attribution in &analysis.attributions {
        assert!(!attribution.content.is_empty(), "{attribution:?} says nothing");
        assert!(attribution.speaker.is_none_or(|place| place < analysis.speakers.len()));
    }
    for passage in &analysis.passages {
        assert!(passage.speaker.is_none_or(|place| place < analysis.speakers.len()));
        assert!(
            passage.cue.is_none_or(|cue| passage.span.contains(cue)),
            "{passage:?} does not hold its cue"
        );
        assert!(
            !passage.content.is_empty() && passage.content.iter().all(|piece| passage.span.contains(*piece))
        );
        assert!(passage.content.is_sorted(), "{passage:?} is scored out of order");
    }
}

/// One voice a passage: the press says nothing for others, nobody is guessed, and no side lacks evidence.
fn voices(analysis: &Analysis, profile: &Profile) {
    for passage in &analysis.passages {
        let is_press = passage.side == profile.press();
        assert_eq!(is_press, passage.mode == Mode::None, "{passage:?}");
        assert!(!is_press || passage.speaker.is_none() && passage.cue.is_none(), "{passage:?}");
        assert!(!passage.evidence.is_empty(), "{passage:?}");
        match passage.speaker.map(|place| &analysis.speakers[place]) {
            Some(speaker) => assert_eq!(passage.side, speaker.side, "{passage:?}"),
            None if is_press => {}
            None => assert_eq!(
                (passage.side, passage.confidence),
                (profile.other(), Confidence::Low),
                "{passage:?}"
            ),
        }
    }
    for attribution in &analysis.attributions {
        match attribution.speaker.map(|place| &analysis.speakers[place]) {
            Some(speaker) => assert_eq!(attribution.side, speaker.side, "{attribution:?}"),
            None => {
                assert_eq!((attribution.side, attribution.confidence), (profile.other(), Confidence::Low));
            }
        }
        assert!(attribution.mode != Mode::None && !attribution.evidence.is_empty(), "{attribution:?}");
    }
    for speaker in &analysis.speakers {
        assert!(!speaker.name.trim().is_empty() && !speaker.evidence.is_empty(), "{speaker:?}");
        assert!(usize::from(speaker.side.0) < profile.sides.len() && speaker.side != profile.press());
    }
}

/// The ledger adds up, and what is listed is what is printed.
fn scores(analysis: &Analysis, profile: &Profile) {
    for passage in &analysis.passages {
        let content = passage.content_text(&analysis.document.text);
        let ledger = explain(&content, &profile.vader, Reading::Typographic);
        assert_eq!(ledger.scores, passage.scores, "{content:?}");
        for word in &ledger.words {
            lies_in(&content, word.span, "scored word");
            let mut valence = word.base;
            word.adjustments.iter().for_each(|adjustment| valence += adjustment.amount);
            assert!((valence - word.valence).abs() < 1e-9, "{word:?}");
        }
        assert!((-1.0..=1.0).contains(&passage.scores.compound));
        tone(&content, passage, profile);
    }
}

/// Frames and aspects have their words inside the passage, in order, and aspects are those of the article's framework.
fn hits(analysis: &Analysis, profile: &Profile) {
    let lexicon = &profile.framing;
    let framework = analysis.framework.as_ref().map(|applied| applied.framework);
    let asked: Vec<_> =
        framework.into_iter().flat_map(|place| lexicon.aspects(place)).map(|(code, _)| code).collect();
    for passage in &analysis.passages {
        let keys: Vec<_> = passage.hits.iter().map(|hit| (hit.code, hit.span.start)).collect();
        assert!(keys.windows(2).all(|pair| pair[0] < pair[1]), "hits out of order: {:?}", passage.hits);
        for hit in &passage.hits {
            assert!(passage.span.contains(hit.span), "{hit:?} stands outside {:?}", passage.span);
            assert!(lexicon.is_frame(hit.code) || asked.contains(&hit.code), "{hit:?} was not asked for");
        }
    }
}

/// The parts of a tone add up to it.
fn tone(content: &str, passage: &Passage, profile: &Profile) {
    let ledger =
        slantwise::tone::explain_in_turn(content, passage.tone_around, &profile.tone, &profile.vader);
    let mut parts = ledger.around_part() + ledger.doubt_part();
    for term in &ledger.terms {
        lies_in(content, term.span, "phrase");
        let changed: f64 = term.changes.iter().map(|change| change.amount).sum();
        assert!((term.rating + changed - term.value).abs() < 1e-9, "{term:?}");
        parts += term.part;
    }
    assert!(
        (parts - passage.tone).abs() < 1e-9 && (-1.0..=1.0).contains(&passage.tone),
        "{content:?}: {ledger:?}"
    );
}
