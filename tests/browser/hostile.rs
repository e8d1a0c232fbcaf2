//! An article that attacks its reader is shown as text: no script, no element, no turned direction.

use std::fs;
use std::sync::LazyLock;

use serde_json::json;

use crate::browser;
use crate::page::Page;
use crate::study::Study;

/// Everything that has ever broken out of a page; each line is part of an ordinary sentence.
const ATTACKS: [&str; 11] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'><svg onload=alert(1)>",
    "<a href=\"javascript:alert(1)\">the report</a>",
    "</script><script>alert(1)</script>",
    "</style></title></textarea></svg>",
    "<!-- <script>",
    "]]>",
    "{{7*7}}",
    "\u{202E}turned\u{202C} and \u{2066}kept apart\u{2069}",
    "a bell\u{7}, an escape \u{1B}[31m, a delete \u{7F} and a backspace \u{8}",
];

fn article() -> String {
    let mut text = String::from("Council “failed” <script>alert(1)</script> children\n\n");
    for attack in ATTACKS {
        text += &format!(
            "“We are deeply sorry for {attack} and will do better,” said Cllr Jane Smith, the leader of Marlow council.\n\n"
        );
        text += &format!("Inspectors found that children were failed {attack} by weak social work.\n\n");
    }
    text
}

const STUDY: &str = r#"title = "</title><script>alert(1)</script>"

[[article]]
file = "hostile.txt"
outlet = "\"><img src=x onerror=alert(1)>"
date = 2025-06-12

[[speaker]]
name = "Jane Smith"
side = "council"
"#;

/// The attacks, once as the words of a known speaker, once as name of one.
fn hostile(name: &str, study: &str) -> Study {
    let place = Study::place(&format!("texts-{name}"));
    fs::write(place.join("hostile.txt"), article()).unwrap();
    fs::write(place.join("study.toml"), study).unwrap();
    Study::of(&place.join("study.toml"), name)
}

fn study() -> &'static Study {
    static HOSTILE: LazyLock<Study> = LazyLock::new(|| hostile("hostile", STUDY));
    &HOSTILE
}

fn count(page: &Page, selector: &str) -> usize {
    page.ask(&format!("slantwiseTest.all({}).length", json!(selector)))
}

fn on_hostile(test: impl FnOnce(&Page)) {
    if browser::tools().is_some() {
        test(&Page::open(study()).unwrap());
    }
}

/// Nothing of the page acts, and nothing in it turns its text.
fn is_harmless(page: &Page) {
    let heard = page.heard();
    assert_eq!(heard.complaints, [""; 0]);
    assert_eq!(heard.requests.iter().filter(|address| !address.starts_with("data:")).count(), 1);
    let turned: Vec<String> = page.ask(
        "(() => {
            const bad = /[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u202a-\\u202e\\u2066-\\u2069]/;
            const texts = [document.title, document.body.textContent];
            for (const element of slantwiseTest.all('*')) {
                texts.push(...[...element.attributes].map((attribute) => attribute.value));
            }
            return texts.filter((text) => bad.test(text)).map((text) => JSON.stringify(text.slice(text.search(bad)).slice(0, 80)));
        })()",
    );
    assert_eq!(turned, [""; 0]);
    let handlers: Vec<String> = page.ask(
        "slantwiseTest.all('*').filter((element) => [...element.attributes].some(({ name }) => name.startsWith('on'))
            || /^\\s*javascript:/i.test(element.getAttribute('href') ?? element.getAttribute('src') ?? ''))
            .map((element) => element.outerHTML.slice(0, 120))",
    );
    assert_eq!(handlers, [""; 0]);
}

#[test]
fn an_attack_in_an_article_does_nothing() {
    on_hostile(is_harmless);
}

#[test]
fn an_attack_adds_no_element() {
    on_hostile(|page| {
        let plain = Page::open(Study::calderwick()).unwrap();
        for element in ["script", "style", "img", "iframe", "title", "textarea", "[onload]", "[onerror]"] {
            let bound = if element == "title" { "head > title" } else { element };
            assert_eq!(count(page, bound), count(&plain, bound), "{element}");
        }
    });
}

#[test]
fn an_attack_is_shown_as_the_words_it_is() {
    on_hostile(|page| {
        let shown: String =
            page.ask("slantwiseTest.all('.s').map((sentence) => sentence.textContent).join(' ')");
        for attack in ATTACKS.iter().filter(|attack| !attack.contains(|sign| !(' '..='~').contains(&sign))) {
            assert!(shown.contains(attack), "{attack} is not shown");
        }
    });
}

#[test]
fn an_attack_stops_neither_filter_nor_detail() {
    on_hostile(|page| {
        page.choose("#filter-side", "council");
        page.until("slantwiseTest.all('.s.off').length > 0");
        let dimmed = count(page, ".s:not(.off):not([data-side='council'])");
        assert_eq!(dimmed, 0);
        let lit: String = page.ask("slantwiseTest.one('.s:not(.off)').id");
        page.click(&format!("#{lit}"));
        page.until(&Page::visible("#detail"));
        assert!(page.text("#detail").contains("Jane Smith"));
        is_harmless(page);
    });
}

#[test]
fn an_attack_in_the_name_of_a_speaker_does_nothing() {
    if browser::tools().is_none() {
        return;
    }
    let names = [
        "<script>alert(1)</script>",
        "\\\"><img src=x onerror=alert(1)>",
        "\\u202Eenaj\\u2066",
        "]]>{{7*7}}",
    ];
    let speakers =
        names.map(|name| format!("[[speaker]]\nname = \"Jane {name} Smith\"\nside = \"council\"\n"));
    let study = hostile("hostile-names", &format!("{STUDY}\n{}", speakers.concat()));
    let page = Page::open(&study).unwrap();
    is_harmless(&page);
    page.choose("#filter-side", "council");
    is_harmless(&page);
}
