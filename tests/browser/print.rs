//! The report on paper: pages of A4, and no chart cut in two.

use headless_chrome::protocol::cdp::Emulation;
use headless_chrome::types::PrintToPdfOptions;
use serde_json::json;

use crate::page::{Page, on_report};

/// Width and height of A4 in pixels of CSS, without the margins that the page asks for.
fn content(page: &Page) -> [f64; 2] {
    page.ask(
        "(() => {
            const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
            const style = rules.find((rule) => rule instanceof CSSPageRule)?.style;
            const margin = (side) => CSSNumericValue.parse(style?.getPropertyValue('margin-' + side) || '1cm').to('px').value;
            const [width, height] = [210, 297].map((length) => CSS.mm(length).to('px').value);
            return [width - margin('left') - margin('right'), height - margin('top') - margin('bottom')];
        })()",
    )
}

#[test]
fn the_report_prints_on_pages_of_a4() {
    on_report(|page| {
        let paper = PrintToPdfOptions {
            paper_width: Some(8.27),
            paper_height: Some(11.69),
            prefer_css_page_size: Some(true),
            ..PrintToPdfOptions::default()
        };
        let document = page.tab().print_to_pdf(Some(paper)).unwrap();
        assert!(document.starts_with(b"%PDF"));
        let text = String::from_utf8_lossy(&document);
        let pages =
            text.match_indices("/Type /Page").filter(|(at, _)| !text[at + 11..].starts_with('s')).count();
        assert!((2..200).contains(&pages), "{pages} pages");
    });
}

#[test]
fn no_chart_is_cut_by_the_end_of_a_page() {
    on_report(|page| {
        let [width, height] = content(page);
        page.call::<Emulation::SetEmulatedMedia>(json!({ "media": "print" }));
        page.size(width as u32, height as u32);
        page.until("matchMedia('print').matches");
        let charts: Vec<(String, f64, String)> = page.ask(
            "slantwiseTest.all('figure.chart svg').map((drawing) => {
                const chart = drawing.closest('figure');
                const whole = [drawing, chart].some((part) => getComputedStyle(part).breakInside.startsWith('avoid'));
                return [chart.id, drawing.getBoundingClientRect().height, whole ? 'whole' : 'cut'];
            })",
        );
        assert!(charts.len() > 5, "{charts:?}");
        for (name, tall, whole) in charts {
            assert!(tall > 20.0 && tall <= height, "{name} is {tall} px tall, a page {height} px");
            assert_eq!(whole, "whole", "{name} has no break-inside: avoid");
        }
    });
}

#[test]
fn on_paper_no_button_stands() {
    on_report(|page| {
        page.call::<Emulation::SetEmulatedMedia>(json!({ "media": "print" }));
        let buttons: Vec<String> = page.ask(
            "slantwiseTest.all('button[data-csv], #copy-methods, #filter-clear')
                .filter((button) => button.checkVisibility()).map((button) => button.outerHTML.slice(0, 120))",
        );
        assert_eq!(buttons, [""; 0]);
    });
}
