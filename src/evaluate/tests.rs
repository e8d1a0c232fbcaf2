//! Small made-up articles whose figures can be counted by hand.

use super::*;
use crate::{Attribution, Confidence, Document, Kind, Mode, Quotation, Span, Speaker, vader};

const TEXT: &str = "Home\nThe café is “bad”, Ann Hill said. It rained.";

fn passage(words: &str, side: &str, kind: Kind) -> crate::Passage {
    let start = TEXT.find(words).unwrap();
    let profile = Profile::inspection();
    let quoted = side != "press";
    crate::Passage {
        sentence: 0,
        part: 0,
        span: Span::new(start, start + words.len()),
        kind,
        side: profile.side(side).unwrap(),
        speaker: quoted.then_some(0),
        mode: if quoted { Mode::Mixed } else { Mode::None },
        cue: None,
        evidence: String::new(),
        confidence: Confidence::High,
        content: Vec::new(),
        scores: vader::Scores::default(),
        tone: if quoted { -0.5 } else { 0.0 },
        tone_around: 0.0,
        hits: Vec::new(),
    }
}

fn analysis() -> Analysis {
    let start = TEXT.find("bad").unwrap();
    let speaker = Speaker {
        name: "Ann Hill".into(),
        side: Profile::inspection().side("council").unwrap(),
        evidence: String::new(),
        confidence: Confidence::High,
        overruled: None,
    };
    Analysis {
        document: Document::new("one", TEXT),
        blocks: Vec::new(),
        sentences: Vec::new(),
        speakers: vec![speaker],
        attributions: Vec::<Attribution>::new(),
        quotations: vec![Quotation { span: Span::new(start, start + 3), sentence: 0, attribution: 0 }],
        passages: vec![
            passage("Home", "press", Kind::Furniture),
            passage("The café is “bad”, Ann Hill said.", "council", Kind::Body),
            passage("It rained.", "press", Kind::Body),
        ],
        framework: None,
        scorer: crate::vader::Scorer::Vader,
    }
}

/// Labels with which the analysis agrees wholly. Offsets are characters: "é" and the marks count one each.
fn gold() -> Vec<GoldUnit> {
    let lines = r#"
{"start": 0, "end": 4, "text": "Home", "kind": "furniture", "side": "press", "mode": "none"}
{"start": 5, "end": 38, "text": "The café …", "kind": "body", "side": "council", "mode": "mixed", "speaker": "Hill", "quotes": [[18, 21]], "valence": -2}
{"start": 39, "end": 49, "text": "It rained.", "kind": "body", "side": "press", "mode": "none", "valence": 0}
"#;
    GoldUnit::read("one.gold.jsonl".as_ref(), lines).unwrap()
}

fn evaluation(gold: Vec<GoldUnit>) -> Evaluation {
    evaluate(&[(analysis(), gold.into())], Profile::inspection())
}

#[test]
fn full_agreement_is_one_everywhere() {
    let evaluation = evaluation(gold());
    assert_eq!((evaluation.units, evaluation.scored_units), (3, 2));
    for Figure { name, value, .. } in &evaluation.figures {
        let figure = value.unwrap();
        let by_chance = ["compound_r", "compound_sign_kappa", "compound_sign_alpha"];
        let expected = if by_chance.contains(&name.as_str()) { 0.0 } else { 1.0 };
        let expected = if name == "compound_sign_accuracy" { 0.5 } else { expected };
        assert!((figure - expected).abs() < 1e-9, "{name} {figure}");
    }
    assert_eq!(evaluation.differences, []);
}

#[test]
fn an_accepted_side_counts_as_the_label() {
    let mut gold = gold();
    gold[1].side = "opposition".into();
    assert_eq!(evaluation(gold.clone()).figure("side_accuracy"), Some(0.5));
    gold[1].accept = vec!["council".into()];
    let evaluation = evaluation(gold);
    assert_eq!(evaluation.figure("side_f1_opposition"), Some(1.0));
    assert_eq!(evaluation.figure("side_f1_council"), None);
}

#[test]
fn a_unit_that_nothing_covers_is_furniture_of_the_press() {
    let mut analysis = analysis();
    analysis.passages.pop();
    let evaluation = evaluate(&[(analysis, gold().into())], Profile::inspection());
    assert_eq!(evaluation.figure("furniture_precision"), Some(0.5));
    assert_eq!(evaluation.figure("side_accuracy"), Some(1.0));
    assert_eq!(evaluation.figure("segmentation_f1"), Some(0.8));
}

#[test]
fn differences_name_place_and_both_answers() {
    let mut gold = gold();
    gold[1].quotes = vec![(30, 34)];
    gold[2].mode = "indirect".into();
    let evaluation = evaluation(gold);
    let found: Vec<_> = evaluation.errors(Aspect::Mode).collect();
    assert_eq!(
        (found[0].start, found[0].expected.as_str(), found[0].found.as_str()),
        (39, "indirect", "none")
    );
    let quotes: Vec<&str> = evaluation.errors(Aspect::Quotes).map(|error| error.text.as_str()).collect();
    assert_eq!(quotes, ["ll s", "bad"]);
}

#[test]
fn a_broken_line_is_named() {
    let error = GoldUnit::read("one.gold.jsonl".as_ref(), "\n{").unwrap_err();
    assert!(error.to_string().starts_with("`one.gold.jsonl`, line 2: "), "{error}");
}

#[test]
fn figures_are_printed_one_a_line() {
    let printed = evaluation(gold()).to_string();
    assert!(printed.starts_with("documents                1\n"));
    assert!(printed.contains("side_macro_f1            1.0000\n"));
}

#[test]
fn calibration_counts_right_sides_by_voice_and_confidence() {
    let mut gold = gold();
    gold[2].side = "other".into();
    let evaluation = evaluation(gold);
    let filled: Vec<_> = evaluation.calibration.iter().filter(|row| row.n > 0).collect();
    let cells: Vec<_> = filled.iter().map(|row| (row.voice(), row.confidence, row.right, row.n)).collect();
    assert_eq!(cells, [("attributed", Confidence::High, 1, 1), ("press", Confidence::High, 0, 1)]);
    assert_eq!(filled[0].share(), Some(1.0));
    assert_eq!(evaluation.errors(Aspect::Confidence).count(), 1);
}

#[test]
fn confusion_has_labels_in_rows_and_the_program_in_columns() {
    let mut gold = gold();
    gold[2].side = "other".into();
    let confusion = evaluation(gold).confusion;
    let place = |side: &str| confusion.sides.iter().position(|known| known == side).unwrap();
    assert_eq!(confusion.counts[place("other")][place("press")], 1);
    assert_eq!(confusion.counts[place("council")][place("council")], 1);
    assert_eq!(confusion.counts.iter().flatten().sum::<usize>(), 2);
}

#[test]
fn what_nobody_coded_is_not_counted() {
    let mut units = gold();
    for unit in &mut units {
        unit.quotes.clear();
        unit.valence = None;
    }
    units[1].mode.clear();
    units[2].side.clear();
    units[2].kind.clear();
    let labels = Labels { units, uncoded: vec![Aspect::Segment, Aspect::Quotes] };
    let evaluation = evaluate(&[(analysis(), labels)], Profile::inspection());
    let n = |name: &str| evaluation.figures.iter().find(|figure| figure.name == name).unwrap().n;
    assert_eq!((n("kind_accuracy"), n("side_accuracy"), n("mode_accuracy")), (2, 1, 1));
    for name in ["segmentation_f1", "quote_precision", "quote_f1", "tone_r", "compound_sign_kappa"] {
        assert_eq!((evaluation.figure(name), n(name)), (None, 0), "{name}");
    }
    assert_eq!((evaluation.units, evaluation.scored_units), (3, 2));
}
