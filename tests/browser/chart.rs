//! Charts: each has words for who cannot see it, and each mark leads to its sentence.

use serde_json::{Value, json};

use crate::page::{Page, on_report};

/// A mark of every chart that has marks, and its first sentence: selector and number.
fn marks(page: &Page) -> Vec<(String, String)> {
    let found: Vec<(String, String)> = page.ask(
        "slantwiseTest.all('figure.chart').flatMap((chart) => {
            const marks = [...chart.querySelectorAll('a.mark[data-s]')].filter((mark) => mark.dataset.s);
            const mark = marks.find((mark) => !mark.dataset.s.includes(' ')) ?? marks[0];
            if (!mark) return [];
            const selector = `#${CSS.escape(chart.id)} a.mark[data-s=\"${mark.dataset.s}\"]`;
            return [[selector, mark.dataset.s.split(' ')[0]]];
        })",
    );
    assert!(found.len() >= 5, "charts with marks: {found:?}");
    found
}

/// The words that a sentence begins with.
fn beginning(page: &Page, number: &str) -> String {
    page.text(&format!("#s{number}")).chars().take(20).collect::<String>().trim().to_owned()
}

/// What stands in a closed article can be neither seen nor focused.
fn open_articles(page: &Page) {
    page.ask::<Value>("(slantwiseTest.all('.story').forEach((story) => { story.open = true; }), null)");
}

fn tip_says(words: &str) -> String {
    format!("{} && slantwiseTest.text('#tip').includes({})", Page::visible("#tip"), json!(words))
}

#[test]
fn every_chart_of_the_example_is_there() {
    on_report(|page| {
        open_articles(page);
        for name in ["voices", "shares", "aspects", "frames", "words", "ribbon-gazette", "ribbon-broadcaster"]
        {
            let drawn = page.ask::<bool>(&Page::visible(&format!("#chart-{name} svg")));
            assert!(drawn, "chart-{name}");
        }
    });
}

#[test]
fn every_chart_has_a_title_and_a_description() {
    on_report(|page| {
        let silent: Vec<String> = page.ask(
            "slantwiseTest.all('figure.chart')
                .filter((chart) => !['svg > title', 'svg > desc']
                    .every((words) => chart.querySelector(words)?.textContent.trim()))
                .map((chart) => chart.id)",
        );
        assert_eq!(silent, [""; 0]);
    });
}

#[test]
fn every_mark_names_sentences_that_exist() {
    on_report(|page| {
        let lost: Vec<String> = page.ask(
            "slantwiseTest.all('a.mark[data-s]').flatMap((mark) => mark.dataset.s.split(' '))
                .filter((number) => number && !document.getElementById('s' + number))",
        );
        assert_eq!(lost, [""; 0]);
    });
}

#[test]
fn the_mouse_on_a_mark_shows_its_sentence() {
    on_report(|page| {
        for (mark, number) in marks(page) {
            let words = beginning(page, &number);
            page.hover(&mark);
            page.until(&tip_says(&words));
            page.hover("h1");
            page.until(&format!("!{}", Page::visible("#tip")));
        }
    });
}

#[test]
fn the_focus_on_a_mark_shows_its_sentence() {
    on_report(|page| {
        page.rest_mouse();
        open_articles(page);
        for (mark, number) in marks(page) {
            let words = beginning(page, &number);
            page.ask::<Value>(&format!(
                "(slantwiseTest.one({}).focus({{ focusVisible: true }}), null)",
                json!(mark)
            ));
            page.until(&tip_says(&words));
            page.ask::<Value>("(document.activeElement.blur(), null)");
            page.until(&format!("!{}", Page::visible("#tip")));
        }
    });
}

#[test]
fn a_click_on_a_mark_leads_to_its_sentence() {
    on_report(|page| {
        for (mark, number) in marks(page) {
            page.click(&mark);
            page.until(&Page::visible("#detail"));
            page.until(&format!("slantwiseTest.inView('#s{number}')"));
            page.until(&format!("slantwiseTest.one('#s{number}').closest('.story').open"));
            page.press("Escape");
            page.until(&format!("!{}", Page::visible("#detail")));
        }
    });
}
