//! The report opens quietly, alone, at any width, and without JavaScript.

use headless_chrome::protocol::cdp::Emulation;
use serde_json::json;

use crate::browser;
use crate::page::{Page, on_report};
use crate::study::Study;

#[test]
fn the_report_opens_without_a_word_in_the_console() {
    on_report(|page| assert_eq!(page.heard().complaints, [""; 0]));
}

#[test]
fn the_report_requests_nothing_but_itself() {
    on_report(|page| {
        let mut requests = page.heard().requests;
        requests.retain(|address| !address.starts_with("data:"));
        assert_eq!(requests, [Study::calderwick().address()]);
    });
}

#[test]
fn the_report_names_no_part_that_lies_elsewhere() {
    on_report(|page| {
        let parts: Vec<String> = page.ask(
            "slantwiseTest.all('[src], link[href], use[href], image[href], object[data], [srcset], [poster]')
                .map((element) => element.outerHTML.slice(0, 200))
                .filter((markup) => !/(src|href)=\"(data:|#)/.test(markup))",
        );
        assert_eq!(parts, [""; 0]);
        let policy: String = page.ask(
            "slantwiseTest.one('meta[http-equiv=\"Content-Security-Policy\" i]').getAttribute('content')",
        );
        assert!(policy.contains("default-src 'none'"), "{policy}");
        assert!(!policy.contains("unsafe") && !policy.contains("http"), "{policy}");
    });
}

#[test]
fn the_report_scrolls_sideways_at_no_width() {
    on_report(|page| {
        for width in [320, 390, 768, 1280] {
            page.size(width, 800);
            page.until(&format!("innerWidth === {width}"));
            page.ask::<()>("slantwiseTest.all('details').forEach((details) => { details.open = true; })");
            let wide: u32 = page.ask("document.documentElement.scrollWidth");
            let sticks_out: Vec<String> = page.ask(
                "slantwiseTest.all('body *')
                    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
                    .slice(0, 5).map((element) => element.outerHTML.slice(0, 120))",
            );
            assert!(wide <= width, "{wide} px on a screen of {width} px: {sticks_out:#?}");
        }
    });
}

#[test]
fn without_javascript_the_articles_and_charts_are_there() {
    let study = Study::calderwick();
    if browser::tools().is_none() {
        return;
    }
    let page = Page::blank().unwrap();
    page.call::<Emulation::SetScriptExecutionDisabled>(json!({ "value": true }));
    page.go(study);
    page.ask::<()>("slantwiseTest.all('details').forEach((details) => { details.open = true; })");
    let hidden: Vec<String> = page.ask(
        "slantwiseTest.all('.s, figure.chart svg').filter((element) => !element.checkVisibility())
            .map((element) => element.outerHTML.slice(0, 120))",
    );
    assert_eq!(hidden, [""; 0]);
    let [sentences, charts]: [usize; 2] =
        page.ask("[slantwiseTest.all('.s').length, slantwiseTest.all('figure.chart svg').length]");
    assert!(sentences > 50 && charts > 5, "{sentences} sentences, {charts} charts");
}
