//! The figures of a small made-up report, worked out by hand.

use super::contrast::ONLY_THESE;
use super::synthetic::{article, with_kind};
use super::{CompareOptions, Report, compare, compare_with};
use crate::statistics::IntervalKind;
use crate::vader::Scorer;
use crate::{Analysis, Kind, Profile, SideId, Tested};

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
    let note = "too few sentences for an interval or a test: opposition (2)";
    assert_eq!(contrast.note, format!("{note}; {ONLY_THESE}"));
    assert_eq!((effect.permutation, effect.sign_flip), (None, None));
}

/// Articles in which council and opposition say so many sentences each, the council in the better tone.
fn meeting(n_articles: u8, n_sentences: usize) -> Report {
    let lines: Vec<_> = (0..n_sentences).flat_map(|_| [(0, "A", 0.5), (1, "B", -0.5)]).collect();
    let apart = (0..n_articles).map(|n| article(&n.to_string(), &lines));
    compare(apart.collect(), Profile::inspection())
}

fn tests_of(report: &Report) -> (Option<String>, Option<String>, String) {
    let contrast = report.contrast(COUNCIL, OPPOSITION).unwrap();
    let tone = contrast.tone.unwrap();
    let words = |tested: Option<Tested>| {
        tested.map(|tested| format!("{:.6}, {}", tested.test.p, tested.test.arrangements))
    };
    (words(tone.permutation), words(tone.sign_flip), contrast.note.clone())
}

#[test]
fn fewer_than_five_sentences_are_not_tested() {
    let note =
        format!("too few sentences for an interval or a test: council (4), opposition (4); {ONLY_THESE}");
    assert_eq!(tests_of(&meeting(4, 1)), (None, None, note));
}

#[test]
fn a_single_article_is_not_tested() {
    let note = format!("no test: one article holds both; {ONLY_THESE}");
    assert_eq!(tests_of(&meeting(1, 9)), (None, None, note));
}

#[test]
fn sides_that_never_meet_are_not_tested() {
    let [council, opposition] = [(0, "A", 0.5), (1, "B", -0.5)].map(|line| article("one", &[line; 6]));
    let report = compare(vec![council, opposition], Profile::inspection());
    assert_eq!(tests_of(&report), (None, None, format!("no test: no article holds both; {ONLY_THESE}")));
}

#[test]
fn below_six_articles_a_test_describes_these_articles_only() {
    // Two of C(6, 3)² arrangements put the sides wholly apart in the same direction in both articles.
    let permutation = Some(String::from("0.005000, exact, 400"));
    assert_eq!(tests_of(&meeting(2, 3)), (permutation, None, String::from(ONLY_THESE)));
    let (_, sign_flip, note) = tests_of(&meeting(5, 1));
    assert_eq!((sign_flip, note.as_str()), (None, ONLY_THESE));
}

#[test]
fn from_six_articles_on_both_tests_are_made() {
    let expected = Some(String::from("0.031250, exact, 64"));
    assert_eq!(tests_of(&meeting(6, 1)), (expected.clone(), expected, String::new()));
}

#[test]
fn pairs_of_sides_are_corrected_for_one_another() {
    let lines = [(0, "A", 0.5), (1, "B", -0.5), (2, "C", 0.5), (4, "", 0.1)];
    let articles = (0..6).map(|n| article(&n.to_string(), &lines)).collect();
    let report = compare(articles, Profile::inspection());
    let tested = |a: u8, b: u8| {
        let tone = report.contrast(SideId(a), SideId(b)).unwrap().tone.unwrap();
        tone.sign_flip.map(|tested| (tested.test.p, tested.q)).unwrap()
    };
    // Six pairs: five with p = 2/64, one of equal sides with p = 1.
    assert_eq!(tested(0, 1), (2.0 / 64.0, 2.0 / 64.0 * 6.0 / 5.0));
    assert_eq!(tested(0, 2), (1.0, 1.0));
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
fn scores_of_different_engines_are_not_averaged() {
    let lines = [(0, "A", 0.5), (1, "B", 0.3)];
    let other = Analysis { scorer: Scorer::VaderSentimentCrate, ..article("two", &lines) };
    let report = compare(vec![article("one", &lines), other], Profile::inspection());
    assert!(report.summaries.iter().all(|summary| summary.compound.is_none()));
    assert!(report.contrasts.iter().all(|contrast| contrast.compound.is_none()));
    assert!(report.speakers.iter().all(|speaker| speaker.compound.is_none()));
    assert!(report.summaries[0].tone.is_some() && report.notes.last().unwrap().contains("different engines"));
    assert!(report.methods.paragraph.contains("different engines"), "{}", report.methods.paragraph);
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
