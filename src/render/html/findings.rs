//! The same finding in several voices, and who never speaks on it.

use maud::{Markup, html};

use super::plain::plain;
use super::voice;
use crate::render::chart::words::{capital, counted, signed};
use crate::render::place::text;
use crate::report::{Finding, Voice};
use crate::statistics::MIN_VALUES;
use crate::{AspectSummary, Place, Presence, Report, SideId};

/// So many findings are told, and so many sentences of each side on each.
const MAX_FINDINGS: usize = 12;
const MAX_SENTENCES: usize = 3;

/// What each side says on the same finding, the widest contrast first.
pub(super) fn findings(report: &Report) -> Markup {
    let first_rows = report.first_rows();
    let shared: Vec<&Finding> =
        report.findings.iter().filter(|finding| finding.contrast.is_some()).take(MAX_FINDINGS).collect();
    html! {
        section #findings aria-labelledby="findings-title" {
            h2 #findings-title { "The same finding in several voices" }
            @if shared.is_empty() {
                p { "No judgement area of the inspection is spoken on by two sides." }
            } @else {
                p.lead {
                    "What each side says on one judgement area of the inspection, the widest contrast of tone first. A mean "
                    "is given from " (MIN_VALUES) " sentences on."
                }
            }
            @for finding in shared {
                section.finding {
                    h3 { (capital(&plain(&report.code(finding.aspect).name))) }
                    div.columns {
                        @for voice in &finding.voices { (column(report, &first_rows, voice)) }
                    }
                }
            }
        }
    }
}

fn column(report: &Report, first_rows: &[usize], voice: &Voice) -> Markup {
    let n = voice.places.len();
    html! {
        div class={ "column " (voice::classes(report, voice.side)) } {
            h4 { (voice::named(report, voice.side)) }
            p.n { (counted(n, "sentence")) @if n >= MIN_VALUES { ", mean tone " (signed(voice.tone)) } }
            ul.quotes {
                @for place in voice.places.iter().take(MAX_SENTENCES) { li { (quotation(report, first_rows, *place)) } }
            }
            @if n > MAX_SENTENCES { p.n { "and " (counted(n - MAX_SENTENCES, "more sentence")) } }
        }
    }
}

/// A sentence as a link to its place in the article.
pub(super) fn quotation(report: &Report, first_rows: &[usize], place: Place) -> Markup {
    let row = first_rows[place.article] + place.passage;
    html! { a.q href={ "#s" (row) } data-s=(row) { (plain(&text(place, report))) } }
}

/// Which side never mentions what others speak on.
pub(super) fn silences(report: &Report) -> Markup {
    let silent = |cell: &&AspectSummary| matches!(cell.presence, Presence::Silent { .. });
    let sides: Vec<(SideId, Vec<&AspectSummary>)> = report
        .summaries
        .iter()
        .map(|summary| summary.side)
        .map(|side| (side, report.aspects.iter().filter(|cell| cell.side == side).filter(silent).collect()))
        .filter(|(side, cells): &(SideId, Vec<_>)| !cells.is_empty() && voice::id(report, *side) != "press")
        .collect();
    html! {
        section #silences aria-labelledby="silences-title" {
            h2 #silences-title { "Silences" }
            @if sides.is_empty() {
                p { "Every side that speaks has something to say on each judgement area that another side raises." }
            } @else {
                p.lead {
                    "Judgement areas that others raise and a side never mentions in these articles. That a paper does not "
                    "print it does not mean that nobody said it."
                }
            }
            div.columns {
                @for (side, cells) in &sides {
                    div class={ "column " (voice::classes(report, *side)) } {
                        h3 { (voice::named(report, *side)) }
                        p.n { (counted(cells[0].n_side, "sentence")) ", none on:" }
                        ul { @for cell in cells { li { (silence(report, cell)) } } }
                    }
                }
            }
        }
    }
}

fn silence(report: &Report, cell: &AspectSummary) -> Markup {
    let n = |side: SideId| {
        let raised = report.aspects.iter().find(|other| other.aspect == cell.aspect && other.side == side);
        raised.map_or(0, |other| other.places.len())
    };
    let raised_by = match &cell.presence {
        Presence::Silent { raised_by } => raised_by.as_slice(),
        _ => &[],
    };
    let raised: Vec<String> = raised_by
        .iter()
        .map(|side| format!("{} {}", plain(report.label(*side)).to_lowercase(), n(*side)))
        .collect();
    html! { (plain(&report.code(cell.aspect).name)) " " span.n { "(" (raised.join(", ")) ")" } }
}
