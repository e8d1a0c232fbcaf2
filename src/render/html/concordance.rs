//! Distinctive words with their sentences: the key word in its context.

use maud::{Markup, html};
use unicode_segmentation::UnicodeSegmentation;

use super::plain::plain;
use super::voice;
use crate::render::chart::Chart;
use crate::render::chart::words::counted;
use crate::render::place::text;
use crate::{Place, Report, WordSummary};

/// So many words of each side, and so many sentences of each word.
const MAX_WORDS: usize = 8;
const MAX_LINES: usize = 4;
/// So many characters stand on either side of the word.
const CONTEXT: usize = 56;

/// The words that set one side's speech apart.
pub(super) fn section(report: &Report, chart: Option<&Chart>) -> Markup {
    let first_rows = report.first_rows();
    html! {
        section #words aria-labelledby="words-title" {
            h2 #words-title { "Distinctive words in their sentences" }
            @if let Some(chart) = chart { (super::chart::figure(chart, true)) }
            @if report.words.is_empty() {
                p { "The sides say too little for words to tell them apart." }
            } @else {
                p.lead {
                    "The words that each side prefers, by weighted log-odds against all other speech. A word that one "
                    "article alone repeats tells of that article."
                }
            }
            @for rows in report.words.chunk_by(|a, b| a.side == b.side) {
                div.concordance {
                    h3 { (voice::named(report, rows[0].side)) }
                    @for row in most_distinctive(rows) { (word(report, &first_rows, row)) }
                }
            }
        }
    }
}

fn most_distinctive(rows: &[WordSummary]) -> Vec<&WordSummary> {
    let mut rows: Vec<&WordSummary> = rows.iter().collect();
    rows.sort_by(|a, b| b.z.total_cmp(&a.z).then_with(|| a.words.cmp(&b.words)));
    rows.truncate(MAX_WORDS);
    rows
}

fn word(report: &Report, first_rows: &[usize], row: &WordSummary) -> Markup {
    html! {
        details.word {
            summary {
                b { (plain(&row.words)) } " "
                span.n {
                    (row.counts.target) " of " (row.counts.target + row.counts.reference) " uses, in "
                    (counted(row.n_articles, "article"))
                }
            }
            ul.lines {
                @for place in row.places.iter().take(MAX_LINES) {
                    @if let Some([before, word, after]) = line(report, *place, &row.words) {
                        @let number = first_rows[place.article] + place.passage;
                        li { a.q href={ "#s" (number) } data-s=(number) { span { (before) } b { (word) } span { (after) } } }
                    }
                }
            }
        }
    }
}

/// What stands before the word, the word as it is written there, and what stands after it.
fn line(report: &Report, place: Place, words: &str) -> Option<[String; 3]> {
    let text = plain(&text(place, report));
    let wanted: Vec<&str> = words.split(' ').collect();
    let found: Vec<(usize, &str)> = text.unicode_word_indices().collect();
    let is_it = |window: &&[(usize, &str)]| {
        window.iter().zip(&wanted).all(|((_, word), wanted)| word.to_lowercase() == **wanted)
    };
    let window = found.windows(wanted.len()).find(is_it)?;
    let (start, (last, word)) = (window.first()?.0, *window.last()?);
    let end = last + word.len();
    let before: String = {
        let n = text[..start].chars().count();
        let cut: String = text[..start].chars().skip(n.saturating_sub(CONTEXT)).collect();
        if n > CONTEXT { format!("…{cut}") } else { cut }
    };
    let after: String = text[end..].chars().take(CONTEXT).collect();
    let dots = if text[end..].chars().nth(CONTEXT).is_some() { "…" } else { "" };
    Some([before, text[start..end].to_owned(), format!("{after}{dots}")])
}
