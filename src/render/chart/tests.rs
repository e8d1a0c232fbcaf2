//! What every chart must keep to, with odd reports.

mod framing;

use proptest::prelude::{ProptestConfig, proptest};
use resvg::usvg::{Options, Tree};

use super::{Chart, MAX_RIBBONS, charts, png};
use crate::report::synthetic::{Line, article};
use crate::{Analysis, CompareOptions, Profile, Report, compare, compare_with};

fn report(articles: Vec<Analysis>) -> Report {
    compare(articles, Profile::inspection())
}

/// A made-up article of `n` sentences by all sides.
fn mixed(id: &str, n: u32) -> Analysis {
    let names = ["Ann Lee", "Bo Roe", "Ofsted", "A parent", ""];
    let line = |n: u32| -> Line {
        let side = (n * 7 % 5) as u8;
        (side, names[usize::from(side)], f64::from(n * 37 % 41) / 20.0 - 1.0)
    };
    article(id, &(0..n).map(line).collect::<Vec<_>>())
}

/// All that holds for any chart.
#[track_caller]
fn check(charts: &[Chart]) {
    for chart in charts {
        let Chart { name, title, description, svg, picture, .. } = chart;
        // The picture of a page has no namespace of its own, and its links are closed.
        let whole = picture.replacen("<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"", 1);
        assert!(Tree::from_str(&whole, &Options::default()).is_ok(), "{name}: {picture}");
        assert_eq!(picture.matches("<a ").count(), picture.matches("</a>").count(), "{name}");
        // Letters are outlines: what quotes and defines is larger than what shows.
        let most = if ["voices", "shares"].contains(&name.as_str()) || name.starts_with("ribbon") {
            300_000
        } else {
            3_000_000
        };
        assert!(svg.len() < most, "{name}: {} bytes", svg.len());
        assert!(!svg.contains("<text") && svg.contains("role=\"img\""), "{name}: letters need a font");
        assert!(svg.contains("<title") && svg.contains("<desc") && !description.is_empty(), "{name}");
        assert!(
            !title.is_empty() && title.chars().next().is_some_and(|first| !first.is_lowercase()),
            "{title}"
        );
        let tree = Tree::from_str(svg, &Options::default()).unwrap();
        let ink = tree.root().abs_stroke_bounding_box();
        let page = (0.0, 0.0, tree.size().width() * 1.001, tree.size().height() * 1.001);
        assert!(
            ink.left() >= page.0 && ink.top() >= page.1 && ink.right() <= page.2 && ink.bottom() <= page.3,
            "{name}: {ink:?}"
        );
        let picture = png(svg).unwrap();
        assert_eq!(picture[1..4], *b"PNG", "{name}");
    }
}

#[track_caller]
fn titles(lines: &[Line], tone: &str, shares: &str) {
    let charts = charts(&report(vec![article("a", lines)]));
    check(&charts);
    assert_eq!((charts[0].title.replace('\u{a0}', " ").as_str(), charts[1].title.as_str()), (tone, shares));
}

#[test]
fn nothing_gives_no_chart() {
    assert!(charts(&report(Vec::new())).is_empty());
    assert!(charts(&report(vec![article("empty", &[])])).is_empty());
    assert_eq!(png("no drawing"), None);
}

#[test]
fn the_title_says_what_the_figures_carry() {
    let council = [0.5, 0.6, 0.4, 0.7, 0.5].map(|tone| (0, "A", tone));
    let opposition = [-0.2, -0.3, 0.3, -0.5, -0.4].map(|tone| (1, "B", tone));
    let mixed: Vec<Line> = council.into_iter().chain(opposition).collect();
    titles(
        &mixed,
        "In this article, the council’s sentences are more favourable than the opposition’s (+0.54 against −0.22)",
        "In this article, 100% of the council’s 5 sentences are favourable, 20% of the opposition’s 5",
    );
    let alike: Vec<Line> = (0..20).map(|n| (n % 2, "A", f64::from(n / 2) / 10.0 - 0.4)).collect();
    titles(
        &alike,
        "No clear difference in tone between the council and the opposition (+0.05 against +0.05)",
        "No clear difference in tone between the council and the opposition: 50% and 50% of their sentences are \
         favourable",
    );
    let few = "Too few sentences to compare the council (5) with the opposition (4)";
    titles(&mixed[..9], few, few);
    let alone = "In this article, the council speaks and no other side does";
    titles(&mixed[..1], alone, alone);
    let silent = "In this article, no side of the dispute speaks";
    titles(&[(4, "", 0.1), (3, "C", 0.2)], silent, silent);
}

/// Twelve articles, each with a tone of its own and so many sentences of either side, the council's higher by `by`.
fn twelve(n_sentences: impl Fn(u8) -> [usize; 2], tone: impl Fn(u8) -> f64, by: f64) -> String {
    let articles = (0..12).map(|n| {
        let line = |side: u8, place: usize| -> Line {
            let higher = if side == 0 { by } else { 0.0 };
            (side, "A", tone(n) + higher + f64::from(n * 5 % 7) / 50.0 * if place == 0 { 1.0 } else { -1.0 })
        };
        let side = |side: u8| (0..n_sentences(n)[usize::from(side)]).map(move |place| line(side, place));
        let lines: Vec<Line> = [0, 1].into_iter().flat_map(side).collect();
        article(&n.to_string(), &lines)
    });
    charts(&report(articles.collect()))[0].title.replace('\u{a0}', " ")
}

#[test]
fn a_difference_that_articles_do_not_bear_out_is_one_of_these_articles() {
    let title = twelve(|_| [3, 2], |_| -0.2, 0.4);
    assert!(
        title.starts_with("The council’s sentences are more favourable than the opposition’s"),
        "{title}"
    );
    // Where things go badly the opposition speaks more; within the articles nothing differs.
    let title = twelve(|n| if n < 6 { [1, 6] } else { [6, 1] }, |n| if n < 6 { -0.4 } else { 0.4 }, 0.0);
    assert!(title.starts_with("In these 12 articles, the council’s sentences are more"), "{title}");
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let make = || charts(&report(vec![mixed("a", 40), mixed("b", 60)]));
    let (one, two) = (make(), make());
    assert_eq!(one, two);
    assert_eq!(png(&one[0].svg), png(&two[0].svg));
    check(&one);
}

#[test]
fn three_thousand_passages_are_drawn() {
    let charts = charts(&report(vec![mixed("long", 3000)]));
    assert_eq!(charts.len(), 3);
    check(&charts);
    assert!(charts[0].svg.contains("3,000") || charts[0].description.contains("600 sentences"));
}

#[test]
fn all_sentences_may_share_one_tone() {
    check(&charts(&report(vec![article("same", &[(4, "", 0.0); 300])])));
    check(&charts(&report(vec![article("ends", &[(0, "A", 1.0), (1, "B", -1.0)])])));
    check(&charts(&report(vec![article("beyond", &[(0, "A", 7.0), (1, "B", f64::NAN)])])));
}

#[test]
fn names_of_any_length_and_script_survive() {
    let names = ["Παπαδοπούλου ".repeat(30), String::from("Łucja 🙂 <&> \u{0} \"x\""), "x".repeat(500)];
    let lines: Vec<Line> = names.iter().enumerate().map(|(n, name)| (n as u8, name.as_str(), 0.3)).collect();
    let mut profile = Profile::inspection().clone();
    profile.sides[0].label = "Dún Laoghaire–Rathdown Λ ".repeat(12);
    let scorer = "a scorer with a very long name ".repeat(60);
    let options = CompareOptions { scorer, ..CompareOptions::default() };
    let id = "Ώ/../<id> & \"q\" ".repeat(20);
    let charts = charts(&compare_with(vec![article(&id, &lines)], &profile, &options));
    check(&charts);
    assert!(charts[2].svg.contains("Ώ/../&lt;id&gt; &amp;"), "the title is kept for those who do not see it");
    assert!(
        charts[2].name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'),
        "{}",
        charts[2].name
    );
}

#[test]
fn each_article_has_a_ribbon_of_its_own_up_to_a_limit() {
    let articles = (0..MAX_RIBBONS + 6).map(|n| mixed(if n < 2 { "twin" } else { "Other One" }, 3)).collect();
    let names: Vec<String> = charts(&report(articles)).into_iter().map(|chart| chart.name).collect();
    assert_eq!(names.len(), 2 + MAX_RIBBONS);
    assert_eq!(names[..5], ["voices", "shares", "ribbon-twin", "ribbon-twin-2", "ribbon-other-one"]);
}

#[test]
fn any_number_of_sides_can_be_drawn() {
    let mut profile = Profile::inspection().clone();
    profile.sides.truncate(1);
    check(&charts(&compare(vec![mixed("a", 20)], &profile)));
    for n in 0..9 {
        let mut side = profile.sides[0].clone();
        side.id = format!("side{n}");
        profile.sides.push(side);
    }
    check(&charts(&compare(vec![mixed("a", 20)], &profile)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_analysis_breaks_report_or_chart(
        lines in proptest::collection::vec((0..7_u8, "\\PC{0,12}", proptest::num::f64::ANY), 0..30)
    ) {
        let lines: Vec<Line> = lines.iter().map(|(side, name, tone)| (*side, name.as_str(), *tone)).collect();
        let report = report(vec![article("a", &lines), article("b", &lines[..lines.len() / 2])]);
        let n: usize = report.summaries.iter().map(|summary| summary.n_sentences).sum();
        assert_eq!(n, report.method.n_sentences);
        check(&charts(&report));
    }
}
