//! The report breaks no rule of accessibility that axe-core can check: light and dark, narrow and wide.

use std::fs;

use headless_chrome::protocol::cdp::{Emulation, Page as Protocol};
use serde_json::{Value, json};

use crate::browser;
use crate::page::{Page, on_report};

const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// What is wrong: rule, what it asks for, the first element that breaks it.
fn violations(page: &Page) -> Vec<String> {
    page.ask(&format!(
        "axe.run(document, {{ runOnly: {}, resultTypes: ['violations'] }}).then(({{ violations }}) =>
            violations.map(({{ id, help, nodes }}) =>
                `${{id}}: ${{help}}: ${{nodes.length}} times, first ${{nodes[0].target.join(' ')}}: ${{nodes[0].failureSummary}}`))",
        json!(TAGS)
    ))
}

fn is_accessible(scheme: &str, width: u32) {
    on_report(|page| {
        page.size(width, 900);
        page.call::<Emulation::SetEmulatedMedia>(
            json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] }),
        );
        page.until(&format!("matchMedia('(prefers-color-scheme: {scheme})').matches"));
        page.call::<Protocol::SetBypassCSP>(json!({ "enabled": true }));
        let axe = fs::read_to_string(&browser::tools().unwrap().axe).unwrap();
        page.ask::<Value>(&format!("{axe}; null"));
        assert_eq!(violations(page), [""; 0], "with the detail closed");
        page.ask::<Value>(
            "(slantwiseTest.all('details').forEach((details) => { details.open = true; }), null)",
        );
        page.click(".s");
        page.until(&Page::visible("#detail"));
        assert_eq!(violations(page), [""; 0], "with everything unfolded and the detail open");
        page.choose("#filter-side", "opposition");
        assert_eq!(violations(page), [""; 0], "with most of it faded");
    });
}

#[test]
fn a_wide_light_report_is_accessible() {
    is_accessible("light", 1280);
}

#[test]
fn a_wide_dark_report_is_accessible() {
    is_accessible("dark", 1280);
}

#[test]
fn a_narrow_light_report_is_accessible() {
    is_accessible("light", 390);
}

#[test]
fn a_narrow_dark_report_is_accessible() {
    is_accessible("dark", 390);
}
