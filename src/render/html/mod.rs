//! `report.html`: one page that needs no network, with the articles, the charts, the tables and the evidence.
//!
//! What stands in an article is data: all of it goes through `plain` and is escaped by `maud`, and the page's policy lets
//! no script or style run but its own, which it names by their digests.

mod chart;
mod concordance;
mod data;
mod filters;
mod findings;
mod plain;
mod story;
mod tables;
#[cfg(test)]
mod tests;
mod voice;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use super::chart::words::{self, counted};
use super::chart::{self as drawing, Chart};
use crate::{Profile, Report};
use plain::plain;

/// More articles than these do not stand on the page; charts and tables hold all of them.
pub const MAX_STORIES: usize = 200;

const STYLE: &str = include_str!("report.css");
const SCRIPT: &str = include_str!("report.js");

/// The page. `tables` are the CSV files that it offers, by name; a reader finds the same bytes in them.
#[must_use]
pub fn report(report: &Report, profile: &Profile, charts: &[Chart], tables: &[(&str, &[u8])]) -> Vec<u8> {
    let title = plain(&finding(report));
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy());
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) " – slantwise" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#main" { "Skip to the report" }
                (head(report, &title))
                main #main { (body(report, profile, charts, tables)) }
                (foot(report))
                (detail())
                div #tip hidden {}
                @for (name, bytes) in data::inside(tables) { (data::block(name, bytes)) }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    page.into_string().into_bytes()
}

/// What may run in the page: this style and this script, nothing else and nothing from elsewhere.
fn policy() -> String {
    let digest = |text: &str| STANDARD.encode(Sha256::digest(text.as_bytes()));
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        digest(STYLE),
        digest(SCRIPT)
    )
}

/// The finding in a sentence.
fn finding(report: &Report) -> String {
    if report.method.n_sentences == 0 {
        return String::from("There is no sentence to compare");
    }
    words::tone_title(report)
}

fn head(report: &Report, title: &str) -> Markup {
    let mut outlets: Vec<&str> =
        report.analyses.iter().filter_map(|analysis| analysis.document.outlet.as_deref()).collect();
    outlets.dedup();
    let n = counted(report.method.n_sentences, "sentence");
    let more = outlets.len().saturating_sub(6);
    let shown = outlets.iter().take(6).map(|outlet| plain(outlet)).collect::<Vec<_>>().join(", ");
    html! {
        header.masthead {
            p.kicker { "slantwise" span { " · how each side frames the same report" } }
            h1 { (title) }
            p.dek {
                (n) " in " (counted(report.method.n_articles, "article"))
                @if !shown.is_empty() { ": " (shown) @if more > 0 { " and " (more) " more" } }
                ". "
                @if let Some(comparison) = words::comparison(report) { (plain(&comparison)) }
            }
            (warnings(report))
        }
    }
}

/// What must be known before a figure is quoted.
fn warnings(report: &Report) -> Markup {
    html! {
        @if !report.notes.is_empty() {
            aside.warning aria-labelledby="warning-title" {
                h2 #warning-title { "Before you quote a figure" }
                ul { @for note in &report.notes { li { (plain(note)) } } }
            }
        }
    }
}

fn body(report: &Report, profile: &Profile, charts: &[Chart], tables: &[(&str, &[u8])]) -> Markup {
    let named = |name: &str| charts.iter().find(|chart| chart.name == name);
    let rest = |name: &str| charts.iter().filter(|chart| chart.name.starts_with(name)).collect::<Vec<_>>();
    html! {
        (filters::form(report, profile))
        section #sides aria-labelledby="sides-title" {
            h2 #sides-title { "The sides next to each other" }
            @if let Some(found) = named("voices") { (chart::figure(found, false)) }
            @if let Some(found) = named("shares") { (chart::figure(found, true)) }
        }
        (story::articles(report, profile, charts))
        section #framing aria-labelledby="framing-title" {
            h2 #framing-title { "What it is about, and how it is put" }
            @for found in rest("aspects").into_iter().chain(rest("frames")) { (chart::figure(found, true)) }
        }
        (findings::findings(report))
        (findings::silences(report))
        (concordance::section(report, named("words")))
        (tables::section(report))
        (methods(report))
        (data::section(tables))
    }
}

fn methods(report: &Report) -> Markup {
    html! {
        section #methods aria-labelledby="methods-title" {
            h2 #methods-title { "How the figures were made" }
            div #methods-text {
                p { (plain(&report.methods.paragraph)) }
                @if !report.methods.references.is_empty() {
                    h3 { "References" }
                    ul.references { @for entry in &report.methods.references { li { (plain(entry)) } } }
                }
            }
            p.act { button type="button" #copy-methods { "Copy this text" } " " span #copied role="status" {} }
        }
    }
}

fn foot(report: &Report) -> Markup {
    html! {
        footer {
            p {
                (plain(&words::source(report)))
                " Labels are made by rules and can be wrong: read the sentence before you quote it."
            }
        }
    }
}

/// The panel that explains a sentence; the script fills it.
fn detail() -> Markup {
    html! {
        aside #detail hidden aria-labelledby="detail-title" {
            div.bar {
                h2 #detail-title tabindex="-1" { "Why this label" }
                button type="button" data-step="-1" { span.wide { "Previous" } span.narrow aria-hidden="true" { "←" } }
                button type="button" data-step="1" { span.wide { "Next" } span.narrow aria-hidden="true" { "→" } }
                button type="button" data-step="0" { "Close" }
            }
            div #detail-body {}
        }
    }
}

/// Whether a ribbon has been drawn for the article.
fn ribbon(charts: &[Chart], article: usize) -> Option<&drawing::Chart> {
    charts.iter().find(|chart| chart.article == Some(article))
}
