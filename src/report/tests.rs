//! The figures of a small made-up report, worked out by hand.

use super::contrast::ONLY_THESE;
use super::synthetic::{article, with_kind};
use super::{CompareOptions, Report, compare, compare_with};
use crate::statistics::IntervalKind;
use crate::{Kind, Profile, SideId};

const COUNCIL: SideId = SideId(0);
const OPPOSITION: SideId = SideId(1);

fn report() -> Report {
    let first = [(0, "Ann Lee", 0.6), (0, "Ann Lee", 0.2), (1, "Bo Roe", -0.5), (4, "", 0.0)];
    let second = [(0, "Ann Lee", 0.4), (0, "Cy Poe", 0.8), (0, "Cy Poe", 0.0), (1, "Bo Roe", -0.1)];
    compare(vec![article("one", &first), article("two", &second)], Profile::inspection())
}

#[test]
fn each_side_is_summed_over_all_articles() {
    let report = report();
    let council = &report.summaries[0];
    assert_eq!((council.n_sentences, council.n_articles, council.n_words, council.n_speakers), (5, 2, 15, 2));
    let (tone, compound) = (council.tone.unwrap(), council.compound.unwrap());
    assert!((tone.mean - 0.4).abs() < 1e-12 && (compound.mean - 0.2).abs() < 1e-12);
    assert_eq!((tone.kind, tone.interval.is_some()), (IntervalKind::Sentences, true));
    assert_eq!(council.tone_shares.fractions(), [0.0, 0.2, 0.8]);
    assert_eq!(council.note, "3 of 5 sentences stand in one article, `two`");
}

#[test]
fn each_pair_of_sides_is_compared_once() {
    let report = report();
    assert_eq!(report.contrasts.len(), 10);
    let contrast = report.contrast(COUNCIL, OPPOSITION).unwrap();
    assert_eq!((contrast.n_sentences_a, contrast.n_sentences_b, contrast.n_articles_both), (5, 2, 2));
    let effect = contrast.tone.unwrap();
    assert!((effect.difference.difference - 0.7).abs() < 1e-12);
    assert_eq!((effect.cliff.delta, effect.difference.interval, effect.paired), (1.0, None, None));
    assert_eq!(contrast.note, format!("too few sentences for an interval: opposition (2); {ONLY_THESE}"));
}

#[test]
fn silence_is_named() {
    let report = report();
    assert!(report.summaries[2].tone.is_none());
    assert_eq!(report.notes[0], "No sentence of: inspector, other.");
    assert_eq!(report.contrast(COUNCIL, SideId(2)).unwrap().note, "no sentence: inspector (0)");
}

#[test]
fn few_articles_describe_themselves() {
    let last = report().notes.pop().unwrap();
    assert!(last.starts_with("No two sides meet in 6 articles") && last.contains(ONLY_THESE), "{last}");
    let many = (0..6).map(|n| article(&n.to_string(), &[(0, "A", 0.1 * f64::from(n)), (1, "B", -0.2)]));
    let report = compare(many.collect(), Profile::inspection());
    let contrast = report.contrast(COUNCIL, OPPOSITION).unwrap();
    assert_eq!((contrast.note.as_str(), contrast.tone.unwrap().paired.unwrap().n_articles), ("", 6));
}

#[test]
fn a_pair_that_meets_in_few_articles_is_named_among_others() {
    let line = |n: u8| [(0, "A", 0.1 * f64::from(n)), (1, "B", -0.2), (if n == 0 { 2 } else { 1 }, "C", 0.3)];
    let report = compare((0..6).map(|n| article(&n.to_string(), &line(n))).collect(), Profile::inspection());
    let last = report.notes.last().unwrap();
    assert!(last.contains(": council and inspector (1), opposition and inspector (1)."), "{last}");
}

#[test]
fn a_speaker_is_one_row_over_all_articles() {
    let report = report();
    let rows: Vec<_> = report.speakers.iter().map(|row| (row.name.as_str(), row.n_sentences)).collect();
    assert_eq!(rows, [("Ann Lee", 3), ("Cy Poe", 2), ("Bo Roe", 2)]);
    assert_eq!(report.speakers[0].documents, ["one", "two"]);
    assert!((report.speakers[0].tone.unwrap().mean - 0.4).abs() < 1e-12);
}

#[test]
fn titles_count_only_when_let_in_and_furniture_never() {
    let lines = [(0, "A", 0.5), (0, "A", 0.3)];
    let n = |kind, include_titles| {
        let options = CompareOptions { include_titles, ..CompareOptions::default() };
        let analysis = with_kind(article("one", &lines), 1, kind);
        compare_with(vec![analysis], Profile::inspection(), &options).method.n_sentences
    };
    assert_eq!((n(Kind::Title, false), n(Kind::Title, true)), (1, 2));
    assert_eq!((n(Kind::Furniture, false), n(Kind::Furniture, true)), (1, 1));
}

#[test]
fn nothing_gives_an_empty_report() {
    let report = compare(Vec::new(), Profile::inspection());
    assert_eq!((report.method.n_sentences, report.summaries.len(), report.contrasts.len()), (0, 5, 10));
    assert_eq!(report.notes, ["No sentence of: council, opposition, inspector, other, press."]);
}

#[test]
fn a_hundred_thousand_sentences_are_compared() {
    let lines: Vec<_> = (0..200_u16).map(|n| ((n % 5) as u8, "A", f64::from(n % 21) / 10.0 - 1.0)).collect();
    let articles = (0..500).map(|n| article(&n.to_string(), &lines)).collect();
    assert_eq!(compare(articles, Profile::inspection()).method.n_sentences, 100_000);
}
