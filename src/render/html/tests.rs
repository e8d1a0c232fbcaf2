//! The page as a whole: safe whatever the articles say, and complete.

use super::*;
use crate::render::chart::charts;
use crate::render::csv;
use crate::{Document, analyze, compare};

fn page(text: &str) -> String {
    let profile = Profile::inspection();
    let found = compare(vec![analyze(&Document::new("a<b>\"&", text), profile)], profile);
    let sentences = csv::sentences(&found, profile);
    let bytes = report(&found, profile, &charts(&found), &[("sentences.csv", &sentences)]);
    String::from_utf8(bytes).unwrap()
}

#[test]
fn markup_in_an_article_is_text() {
    let page = page(
        "Bad <script>alert(1)</script> and <img src=x onerror=alert(1)> news, </script> said the \u{202E}council.\n\n\
         “We \u{1B}[31m did <b>well</b>,” said Jane \u{2066}Smith, the cabinet member for children.",
    );
    // The two scripts are the table and the page's own.
    assert_eq!(page.matches("<script").count(), 2);
    assert!(!page.contains("<img") && page.contains("&lt;img src=x"));
    assert!(page.contains("a&lt;b&gt;&quot;&amp;"));
    assert!(!page.chars().any(|character| matches!(character, '\u{1B}' | '\u{202E}' | '\u{2066}')));
}

#[test]
fn nothing_comes_from_elsewhere_and_only_what_is_named_may_run() {
    let page = page("“We did well,” said Jane Smith, the cabinet member for children.");
    assert!(page.contains("default-src &#39;none&#39;") || page.contains("default-src 'none'"));
    for outside in ["src=\"http", "href=\"http", "@import", "url("] {
        assert!(!page.contains(outside), "{outside}");
    }
    assert!(!page.contains(" style=\"") && !page.contains(" onclick"));
}

#[test]
fn an_empty_report_is_a_page_too() {
    let page = page("");
    assert!(page.contains("There is no sentence to compare") && page.ends_with("</html>"));
}
