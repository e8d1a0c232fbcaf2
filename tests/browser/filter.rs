//! Filters: what stays lit is what was asked for, in the articles, the charts, the tables and the count.

use serde_json::json;

use crate::page::{Page, on_report};
use crate::study::Study;

const FILTERS: [&str; 6] = ["side", "speaker", "mode", "aspect", "frame", "tone"];

/// The numbers of the sentences that are lit.
fn lit(page: &Page) -> Vec<usize> {
    page.ask("slantwiseTest.all('.s:not(.off)').map((sentence) => Number(sentence.id.slice(1)))")
}

/// The numbers of all sentences.
fn all(page: &Page) -> Vec<usize> {
    page.ask("slantwiseTest.all('.s').map((sentence) => Number(sentence.id.slice(1)))")
}

/// The count that the page tells: lit and all.
fn told(page: &Page) -> Vec<usize> {
    let told = page.text("#filter-count");
    told.split(|sign: char| !sign.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
}

fn options(page: &Page, filter: &str) -> Vec<String> {
    let mut options: Vec<String> = page.ask(&format!("slantwiseTest.options('#filter-{filter}')"));
    assert_eq!(options.remove(0), "", "the first option of {filter} is all");
    options
}

fn choose(page: &Page, filter: &str, value: &str) {
    page.choose(&format!("#filter-{filter}"), value);
}

/// Elements that are dimmed though they should be lit, or the other way round.
fn wrong(page: &Page, selector: &str, lit: &str) -> Vec<String> {
    page.ask(&format!(
        "slantwiseTest.all({}).filter((element) => element.classList.contains('off') === Boolean({lit}))
            .map((element) => element.outerHTML.slice(0, 160))",
        json!(selector)
    ))
}

#[test]
fn a_side_dims_the_sentences_of_all_others() {
    on_report(|page| {
        let everything = all(page);
        for side in options(page, "side") {
            choose(page, "side", &side);
            let lit_if = format!("element.dataset.side === {}", json!(side));
            assert_eq!(wrong(page, ".s", &lit_if), [""; 0], "{side}");
            assert_eq!(told(page), [lit(page).len(), everything.len()], "{side}");
        }
    });
}

#[test]
fn the_sides_share_all_sentences_among_them() {
    on_report(|page| {
        let count = |side: &String| {
            choose(page, "side", side);
            lit(page).len()
        };
        let sum: usize = options(page, "side").iter().map(count).sum();
        assert_eq!(sum, all(page).len());
    });
}

#[test]
fn charts_and_tables_follow_a_side() {
    on_report(|page| {
        for side in options(page, "side") {
            choose(page, "side", &side);
            let lit_mark = "element.dataset.s.split(' ')
                .some((number) => !slantwiseTest.one('#s' + number).classList.contains('off'))";
            assert_eq!(wrong(page, "a.mark[data-s]:not([data-s=''])", lit_mark), [""; 0], "{side}");
            let lit_row = format!("element.dataset.side === {}", json!(side));
            assert_eq!(wrong(page, "tbody tr[data-side]:not([data-side=''])", &lit_row), [""; 0], "{side}");
        }
        let followers: Vec<usize> = page.ask(
            "['a.mark[data-s].off', 'tbody tr[data-side].off'].map((followers) => slantwiseTest.all(followers).length)",
        );
        assert!(followers.iter().all(|&count| count > 0), "{followers:?}");
    });
}

#[test]
fn every_option_of_every_filter_tells_how_many_it_leaves() {
    on_report(|page| {
        let everything = all(page).len();
        for filter in FILTERS {
            let options = options(page, filter);
            assert!(!options.is_empty(), "{filter}");
            for option in options {
                choose(page, filter, &option);
                let left = lit(page).len();
                assert_eq!(told(page), [left, everything], "{filter} {option}");
                assert!(left < everything, "{filter} {option} leaves everything");
            }
            choose(page, filter, "");
            assert_eq!(lit(page).len(), everything, "{filter}");
        }
    });
}

#[test]
fn a_filter_leaves_what_the_table_of_sentences_says() {
    on_report(|page| {
        let everything = all(page);
        let table = Study::calderwick().sentences();
        for filter in ["side", "speaker", "mode"] {
            for option in options(page, filter) {
                choose(page, filter, &option);
                let mut expected = everything.clone();
                expected.retain(|&row| table.cell(row, filter) == option);
                assert_eq!(lit(page), expected, "{filter} {option}");
            }
            choose(page, filter, "");
        }
    });
}

#[test]
fn two_filters_leave_what_both_leave() {
    on_report(|page| {
        for side in options(page, "side") {
            for tone in options(page, "tone") {
                choose(page, "tone", "");
                choose(page, "side", &side);
                let of_side = lit(page);
                choose(page, "side", "");
                choose(page, "tone", &tone);
                let mut expected = lit(page);
                expected.retain(|number| of_side.contains(number));
                choose(page, "side", &side);
                assert_eq!(lit(page), expected, "{side} {tone}");
                assert_eq!(told(page).first(), Some(&expected.len()));
            }
        }
    });
}

#[test]
fn clear_lights_everything_again() {
    on_report(|page| {
        let before = page.text("#filter-count");
        choose(page, "side", "council");
        choose(page, "mode", "direct");
        assert_ne!(page.text("#filter-count"), before);
        page.click("#filter-clear");
        page.until("slantwiseTest.all('.s.off, a.mark.off, tr.off').length === 0");
        assert_eq!(page.text("#filter-count"), before);
        for filter in FILTERS {
            let value: String = page.ask(&format!("slantwiseTest.one('#filter-{filter}').value"));
            assert_eq!(value, "", "{filter}");
        }
    });
}
