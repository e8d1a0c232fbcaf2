//! A sentence, asked by mouse or keyboard, says who said it and why the program thinks so.

use serde_json::{Value, json};

use crate::page::{Page, on_report};
use crate::study::{Sentences, Study};

/// Ten sentences of the page, evenly spread.
fn ten(page: &Page) -> Vec<usize> {
    let all: Vec<usize> = page.ask("slantwiseTest.all('.s').map((sentence) => Number(sentence.id.slice(1)))");
    assert!(all.len() > 20, "{} sentences", all.len());
    (0..10).map(|part| all[part * all.len() / 10 + all.len() / 20]).collect()
}

fn in_one_line(text: &str) -> String {
    text.replace('\u{2212}', "-").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text names a number that a table holds with more decimals.
fn names_number(text: &str, number: f64) -> bool {
    text.split(|sign: char| !(sign.is_ascii_digit() || sign == '.' || sign == '-'))
        .filter_map(|word| word.trim_end_matches('.').parse::<f64>().ok())
        .any(|named| (named - number).abs() < 0.0051)
}

/// The detail says what the table says.
fn agrees(detail: &str, table: &Sentences, row: usize) {
    for column in ["speaker", "evidence", "confidence"] {
        let cell = in_one_line(table.cell(row, column));
        assert!(detail.contains(&cell), "sentence {row}: {column} {cell:?} is not in {detail:?}");
    }
    let side = table.cell(row, "side");
    assert!(detail.to_lowercase().contains(side), "sentence {row}: {side} is not in {detail:?}");
    if let Ok(tone) = table.cell(row, "tone").parse() {
        assert!(names_number(detail, tone), "sentence {row}: tone {tone} is not in {detail:?}");
    }
}

/// Presses Tab, and Enter on folded articles, until a sentence has the focus. Starts at the last thing before the
/// articles, since the charts have hundreds of marks.
fn tab_to_a_sentence(page: &Page) {
    page.ask::<Value>(
        "(slantwiseTest.all('a[href], button, select, summary')
            .filter((element) => element.checkVisibility() && element.compareDocumentPosition(
                slantwiseTest.one('#articles')) === Node.DOCUMENT_POSITION_FOLLOWING)
            .at(-1).focus(), null)",
    );
    for _ in 0..20 {
        page.press("Tab");
        let at: String = page.ask(
            "(({ activeElement: at }) => at.matches('.s') ? 'sentence'
                : at.matches('.story:not([open]) > summary') ? 'folded' : '')(document)",
        );
        match at.as_str() {
            "sentence" => return,
            "folded" => page.press("Enter"),
            _ => {}
        }
    }
    panic!("no sentence is reached by Tab");
}

fn focused(page: &Page) -> String {
    page.ask("document.activeElement.id")
}

/// The place of the focused sentence among those of its article.
fn place(page: &Page) -> i32 {
    page.ask(
        "[...document.activeElement.closest('.story').querySelectorAll('.s')].indexOf(document.activeElement)",
    )
}

#[test]
fn the_text_of_a_sentence_is_that_of_the_table() {
    on_report(|page| {
        let table = Study::calderwick().sentences();
        for row in ten(page) {
            let shown = page.text(&format!("#s{row}"));
            let text = in_one_line(table.cell(row, "text"));
            assert!(shown.contains(&text), "sentence {row}: {shown:?} is not {text:?}");
        }
    });
}

#[test]
fn a_click_on_a_sentence_shows_who_said_it() {
    on_report(|page| {
        assert!(!page.ask::<bool>(&Page::visible("#detail")), "closed at first");
        let table = Study::calderwick().sentences();
        for row in ten(page) {
            page.click(&format!("#s{row}"));
            page.until(&Page::visible("#detail"));
            agrees(&page.text("#detail"), &table, row);
            page.press("Escape");
            page.until(&format!("!{}", Page::visible("#detail")));
        }
    });
}

#[test]
fn the_ledger_of_a_sentence_is_drawn() {
    on_report(|page| {
        let table = Study::calderwick().sentences();
        let rows: Vec<usize> =
            page.ask("slantwiseTest.all('.s').map((sentence) => Number(sentence.id.slice(1)))");
        let rated = |row: &&usize| table.cell(**row, "tone_terms").contains(' ');
        for row in rows.iter().filter(rated).take(3) {
            page.click(&format!("#s{row}"));
            page.until("slantwiseTest.all('#detail svg, #detail .bar').length > 0");
            let term = table.cell(*row, "tone_terms").split([' ', ';']).next().unwrap().to_lowercase();
            let detail = page.text("#detail").to_lowercase();
            assert!(detail.contains(&term), "sentence {row}: {term} is not in {detail:?}");
            page.press("Escape");
        }
    });
}

#[test]
fn escape_gives_the_focus_back() {
    on_report(|page| {
        let id = format!("s{}", ten(page)[4]);
        page.click(&format!("#{id}"));
        page.until(&Page::visible("#detail"));
        page.press("Escape");
        page.until(&format!("document.activeElement.id === {}", json!(id)));
        assert!(!page.ask::<bool>(&Page::visible("#detail")));
    });
}

#[test]
fn the_keyboard_alone_reaches_and_opens_every_sentence() {
    on_report(|page| {
        tab_to_a_sentence(page);
        assert_eq!(place(page), 0, "Tab reaches the first sentence of an article");
        for (key, expected) in [("ArrowRight", 1), ("ArrowDown", 2), ("ArrowLeft", 1), ("ArrowUp", 0)] {
            page.press(key);
            assert_eq!(place(page), expected, "after {key}");
        }
        page.press("ArrowDown");
        let id = focused(page);
        let table = Study::calderwick().sentences();
        for key in ["Enter", " "] {
            page.press(key);
            page.until(&Page::visible("#detail"));
            agrees(&page.text("#detail"), &table, id[1..].parse().unwrap());
            page.press("Escape");
            page.until(&format!("!{}", Page::visible("#detail")));
            assert_eq!(focused(page), id, "after Escape");
        }
    });
}

#[test]
fn one_sentence_of_an_article_is_a_tab_stop() {
    on_report(|page| {
        let stops: Vec<usize> = page.ask(
            "slantwiseTest.all('.story').map((story) => story.querySelectorAll('.s[tabindex=\"0\"]').length)",
        );
        assert!(stops.len() == 4 && stops.iter().all(|&count| count == 1), "{stops:?}");
    });
}
