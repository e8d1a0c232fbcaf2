//! The articles with each voice marked.

use maud::{Markup, html};

use super::plain::plain;
use super::{MAX_STORIES, ribbon, voice};
use crate::render::chart::Chart;
use crate::render::chart::words::counted;
use crate::report::{counted as counting, counted_places};
use crate::{Analysis, Kind, Passage, Profile, Report, SideId};

/// All articles, the first one open.
pub(super) fn articles(report: &Report, profile: &Profile, charts: &[Chart]) -> Markup {
    let n_left_out = report.analyses.len().saturating_sub(MAX_STORIES);
    html! {
        section #articles aria-labelledby="articles-title" {
            h2 #articles-title {
                @if report.analyses.len() == 1 { "The article" } @else { "The articles" }
                ", voice by voice"
            }
            p.lead {
                "Click a sentence, or move to it with the arrow keys and press Enter: it tells who speaks, why, and which "
                "words made its score."
            }
            (legend(report))
            @for (article, first_row) in report.first_rows().into_iter().enumerate().take(MAX_STORIES) {
                (story(report, profile, charts, article, first_row))
            }
            @if n_left_out > 0 {
                p.note { (counted(n_left_out, "more article")) " are in the charts and tables, and not in full on this page." }
            }
        }
    }
}

/// Which mark and which line belongs to which side.
fn legend(report: &Report) -> Markup {
    html! {
        ul.legend aria-label="Marks of the sides" {
            @for summary in &report.summaries {
                li {
                    (voice::swatch(report, summary.side))
                    span class={ "sample " (voice::classes(report, summary.side)) } { (plain(report.label(summary.side))) }
                }
            }
        }
    }
}

fn story(report: &Report, profile: &Profile, charts: &[Chart], article: usize, first_row: usize) -> Markup {
    let analysis = &report.analyses[article];
    let document = &analysis.document;
    let published: Vec<String> =
        document.outlet.iter().chain(&document.date).map(|part| plain(part)).collect();
    let n = counting(analysis, report.method.include_titles).count();
    html! {
        details.story open[article == 0] id={ "article-" (article) } {
            summary {
                h3 { (headline(analysis)) }
                span.meta {
                    @for part in &published { span { (part) } }
                    span { (counted(n, "sentence")) }
                    span.file { (plain(&document.id)) }
                }
                (mix(report, analysis))
            }
            @if let Some(chart) = ribbon(charts, article) { (super::chart::figure(chart, true)) }
            div.text { (blocks(report, profile, analysis, first_row)) }
        }
    }
}

/// The longest of the titles above the running text, since a page may bear its own name above; else the name of the file.
fn headline(analysis: &Analysis) -> String {
    let above = analysis.blocks.iter().take_while(|block| block.kind != Kind::Body);
    let titles = above.filter(|block| block.kind == Kind::Title);
    let longest =
        titles.map(|title| plain(title.span.of(&analysis.document.text))).reduce(|longest, title| {
            if title.chars().count() > longest.chars().count() { title } else { longest }
        });
    longest.unwrap_or_else(|| plain(&analysis.document.id))
}

/// How the sentences are shared between the sides, as a bar.
fn mix(report: &Report, analysis: &Analysis) -> Markup {
    let sides: Vec<_> =
        counting(analysis, report.method.include_titles).map(|passage| passage.side).collect();
    let mut left = 0;
    let parts = report.summaries.iter().map(|summary| {
        let n = sides.iter().filter(|side| **side == summary.side).count();
        let from = left;
        left += n;
        (summary.side, from, n)
    });
    html! {
        svg.mix viewBox={ "0 0 " (sides.len().max(1)) " 1" } preserveAspectRatio="none" aria-hidden="true" {
            @for (side, from, n) in parts.filter(|(_, _, n)| *n > 0) {
                rect class=(voice::classes(report, side)) x=(from) y="0" width=(n) height="1" {}
            }
        }
    }
}

fn blocks(report: &Report, profile: &Profile, analysis: &Analysis, first_row: usize) -> Markup {
    let block =
        |passage: &Passage| analysis.sentences.get(passage.sentence).map_or(0, |sentence| sentence.block);
    let mut counted = vec![false; analysis.passages.len()];
    for (place, _) in counted_places(std::slice::from_ref(analysis), report.method.include_titles) {
        counted[place.passage] = true;
    }
    let numbered: Vec<(usize, &Passage)> = (first_row..).zip(&analysis.passages).collect();
    let is_counted = |row: usize| counted[row - first_row];
    let class = |kind: Kind| match kind {
        Kind::Title => Some("title"),
        Kind::Furniture => Some("furniture"),
        Kind::Body => None,
    };
    let mut before = None;
    html! {
        @for passages in numbered.chunk_by(|a, b| block(a.1) == block(b.1)) {
            p class=[class(passages[0].1.kind)] { (text(report, profile, analysis, passages, &is_counted, &mut before)) }
        }
    }
}

/// A side, and one of the speakers.
type Voice = (SideId, Option<usize>);

/// The passages of a block. A voice is named where it takes the word; where it goes on in a new paragraph, its mark is shown.
fn text(
    report: &Report,
    profile: &Profile,
    analysis: &Analysis,
    passages: &[(usize, &Passage)],
    is_counted: &impl Fn(usize) -> bool,
    before: &mut Option<Voice>,
) -> Markup {
    html! {
        @for (place, (row, passage)) in passages.iter().enumerate() {
            @if is_counted(*row) {
                @let voice = Some((passage.side, passage.speaker));
                @if std::mem::replace(before, voice) != voice {
                    (label(report, analysis, passage))
                } @else if place == 0 {
                    span class={ "voice " (voice::classes(report, passage.side)) } { (voice::swatch(report, passage.side)) } " "
                }
                (sentence(report, profile, analysis, passage, *row))
            } @else {
                (plain(passage.span.of(&analysis.document.text)))
            }
            " "
        }
    }
}

fn label(report: &Report, analysis: &Analysis, passage: &Passage) -> Markup {
    html! {
        span class={ "voice " (voice::classes(report, passage.side)) } {
            (voice::named(report, passage.side))
            @if let Some(name) = speaker(analysis, passage) { " · " (name) }
        } " "
    }
}

fn speaker(analysis: &Analysis, passage: &Passage) -> Option<String> {
    let speaker = analysis.speakers.get(passage.speaker?)?;
    Some(plain(&speaker.name))
}

fn sentence(
    report: &Report,
    profile: &Profile,
    analysis: &Analysis,
    passage: &Passage,
    row: usize,
) -> Markup {
    let codes = |are_frames: bool| {
        let codes = passage.codes().into_iter().filter(|code| profile.framing.is_frame(*code) == are_frames);
        codes.map(|code| plain(&report.code(code).id)).collect::<Vec<_>>().join(" ")
    };
    html! {
        span class={ "s " (voice::classes(report, passage.side)) } id={ "s" (row) } role="button" tabindex="-1"
            data-side=(plain(voice::id(report, passage.side))) data-speaker=[speaker(analysis, passage)]
            data-mode=(passage.mode.name()) data-tone={ (format!("{:.4}", passage.tone)) }
            data-aspects=(codes(false)) data-frames=(codes(true)) {
            (plain(passage.span.of(&analysis.document.text)))
        }
    }
}
