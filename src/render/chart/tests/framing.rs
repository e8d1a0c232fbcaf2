//! The charts of aspects, frames and words, with odd reports.

use super::{Line, article, charts, check, mixed};
use crate::framing::{self, Applied, CodeId, Hit, Sources};
use crate::render::chart::Chart;
use crate::{Analysis, Document, Profile, Report, Span, compare};
use std::path::Path;

/// A profile with so many frames and aspects.
fn profile(n_frames: usize, n_aspects: usize, name: &str) -> Profile {
    let code = |kind: &str, n: usize| {
        format!(
            "[[{kind}]]\nid = \"code-{n}\"\nname = \"{name} {n}\"\ndefinition = \"{name} of a definition; more.\"\n\
             construct = \"adapted\"\nliterature = \"None 2026\"\n[[{kind}.pattern]]\nwords = [\"zz{n}\"]\n\n"
        )
    };
    let frames: String = (0..n_frames).map(|n| code("frame", n)).collect();
    let aspects: String = (0..n_aspects)
        .map(|n| code("framework.aspect", n).replace("construct = \"adapted\"\n", ""))
        .map(|aspect| aspect.replace("literature = \"None 2026\"\n", "").replace("code-", "aspect-"))
        .collect();
    let head = format!(
        "[[framework]]\nid = \"f\"\nname = \"{name}\"\ninspectorate = \"I\"\ndomains = [\"council\"]\n\
         literature = \"None 2026\"\n"
    );
    let mut profile = Profile::inspection().clone();
    profile.framing = framing::Lexicon::parse(Sources {
        frames: (Path::new("frames.toml"), &format!("source = \"x\"\n{frames}")),
        aspects: (Path::new("aspects.toml"), &format!("source = \"x\"\n{head}{aspects}")),
        tone: &profile.tone,
        needs_categories: false,
        is_checked: false,
    })
    .unwrap();
    profile
}

/// The article with codes on its sentences, as `of` says for the side and the place of each.
fn coded(mut analysis: Analysis, of: impl Fn(u8, usize) -> Vec<u16>) -> Analysis {
    analysis.framework = Some(Applied { framework: 0, evidence: String::from("made up") });
    for (place, passage) in analysis.passages.iter_mut().enumerate() {
        let hit = |code| Hit { code: CodeId(code), span: passage.span, pattern: 0 };
        passage.hits = of(passage.side.0, place).into_iter().map(hit).collect();
    }
    analysis
}

fn named<'a>(charts: &'a [Chart], name: &str) -> Option<&'a Chart> {
    charts.iter().find(|chart| chart.name == name)
}

fn title(charts: &[Chart], name: &str) -> String {
    named(charts, name).map_or(String::new(), |chart| chart.title.replace('\u{a0}', " "))
}

/// Ten sentences of the council in good tone, ten of the opposition in bad, with one frame (0) and one aspect (2).
fn meeting(n_coded: usize) -> Report {
    let lines: Vec<Line> = (0..20)
        .map(|n| (n % 2, "A", if n % 2 == 0 { 0.5 } else { -0.5 } + f64::from(n / 2) / 100.0))
        .collect();
    let of = |side: u8, place: usize| match side {
        0 if place / 2 < n_coded => vec![0, 2],
        1 if place / 2 < n_coded => vec![1, 2],
        _ => Vec::new(),
    };
    compare(vec![coded(article("a", &lines), of)], &profile(2, 3, "name"))
}

#[test]
fn without_a_frame_or_an_aspect_there_is_no_such_chart() {
    let charts = charts(&compare(vec![mixed("a", 40)], Profile::inspection()));
    assert!(["aspects", "frames", "words"].iter().all(|name| named(&charts, name).is_none()));
}

#[test]
fn titles_name_what_the_counts_carry() {
    let many = charts(&meeting(10));
    check(&many);
    assert_eq!(
        title(&many, "frames"),
        "In this article, 100% of the council’s 10 sentences have the frame ‘name 0’, 0% of the opposition’s 10"
    );
    assert_eq!(
        title(&many, "aspects"),
        "In this article, the council and the opposition are farthest apart on ‘name 0’ (+0.55 against −0.46)"
    );
    let few = charts(&meeting(3));
    check(&few);
    assert_eq!(title(&few, "frames"), "No frame sets the council clearly apart from the opposition");
    assert_eq!(
        title(&few, "aspects"),
        "In this article, no aspect has 5 sentences each of the council and of the opposition"
    );
    assert!(
        named(&few, "aspects").unwrap().description.contains("Council 3 sentences; Opposition 3 sentences")
    );
}

#[test]
fn many_codes_with_long_names_in_any_script_fit() {
    for name in ["Παιδιά και οικογένειες — Łódź 🙂 <&> ".repeat(12), "x".repeat(300), String::from("a")]
    {
        let profile = profile(14, 60, &name);
        let of =
            |side: u8, place: usize| vec![(place % 14) as u16, 14 + (place * 7 % 60) as u16, u16::from(side)];
        let articles = ["a", "b"].map(|id| coded(mixed(id, 100), of));
        check(&charts(&compare(articles.to_vec(), &profile)));
        check(&charts(&compare(vec![coded(mixed("one", 1), of)], &profile)));
        let mut many_sides = profile.clone();
        many_sides.sides.iter_mut().for_each(|side| side.label = name.clone());
        check(&charts(&compare(vec![coded(mixed("one", 60), of)], &many_sides)));
    }
}

#[test]
fn counts_of_a_hundred_thousand_fit() {
    let mut report = meeting(10);
    for summary in &mut report.frames {
        summary.n_sentences = 100_000;
        summary.places =
            vec![summary.places.first().copied().unwrap_or(crate::Place { article: 0, passage: 0 }); 100_000];
    }
    report.summaries.iter_mut().for_each(|summary| summary.n_sentences = 100_000);
    check(&charts(&report));
}

/// Articles in which two sides say these words, over and over.
fn speech(words: &[(&str, u8, usize)]) -> Report {
    let lines: Vec<Line> = words.iter().map(|(_, side, _)| (*side, "A", 0.1)).collect();
    let mut analysis = article("a", &lines);
    let mut text = String::new();
    for (passage, (word, _, n)) in analysis.passages.iter_mut().zip(words) {
        let from = text.len();
        text += &format!("{word} ").repeat(*n);
        passage.span = Span::new(from, text.len());
        passage.content = vec![passage.span];
    }
    analysis.document = Document::new("a", text);
    compare(vec![analysis], Profile::inspection())
}

#[test]
fn words_of_two_sides_are_plotted_from_ten_words_on() {
    let letters =
        ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "λέξη", "слово", "字"];
    let both = |n: usize| -> Vec<(&str, u8, usize)> {
        let word = |(place, word): (usize, &&'static str)| {
            [(*word, 0, 3 + place * 20), (*word, 1, if place % 4 == 0 { 1 } else { 240 - place * 20 })]
        };
        letters.iter().take(n).enumerate().flat_map(word).collect()
    };
    let report = speech(&both(12));
    let beta = report.words.iter().find(|row| row.words == "beta").unwrap();
    assert_eq!((beta.by_side.as_slice(), beta.side), ([23, 220, 0, 0, 0].as_slice(), crate::SideId(1)));
    let all = charts(&report);
    check(&all);
    assert!(
        title(&all, "words").starts_with("In this article, the council says ‘"),
        "{}",
        title(&all, "words")
    );
    assert_eq!(named(&charts(&speech(&both(9))), "words"), None);
}
