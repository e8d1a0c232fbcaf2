//! The figures as tables that can be sorted.

use maud::{Markup, html};

use super::plain::plain;
use super::voice;
use crate::Report;
use crate::render::chart::words::{percent, signed, thousands};
use crate::statistics::{Estimate, Interval, MIN_VALUES};

/// A cell: what is shown, and the number behind it to sort by.
struct Cell {
    shown: String,
    value: Option<f64>,
}

impl Cell {
    fn words(text: &str) -> Self {
        Self { shown: plain(text), value: None }
    }

    fn count(n: usize) -> Self {
        Self { shown: thousands(n), value: Some(crate::statistics::count(n)) }
    }

    fn score(value: Option<f64>) -> Self {
        Self { shown: value.map_or(String::from("–"), signed), value: Some(value.unwrap_or(f64::MIN)) }
    }

    fn interval(interval: Option<Interval>) -> Self {
        let shown = interval
            .map_or(String::from("–"), |(low, high)| format!("{} to {}", signed(low), signed(high)));
        Self { shown, value: Some(interval.map_or(f64::MIN, |(low, _)| low)) }
    }

    fn share(share: Option<f64>) -> Self {
        Self { shown: share.map_or(String::from("–"), percent), value: Some(share.unwrap_or(f64::MIN)) }
    }
}

/// A row: its sentences by attributes that the script knows, its head, its cells.
struct Row {
    attributes: [(&'static str, String); 2],
    head: Markup,
    cells: Vec<Cell>,
}

/// All tables.
pub(super) fn section(report: &Report) -> Markup {
    html! {
        section #tables aria-labelledby="tables-title" {
            h2 #tables-title { "The figures" }
            p.lead {
                "Sort by any column. “Matching” counts the sentences that the filters leave. Intervals are 95%; none below "
                (MIN_VALUES) " sentences."
            }
            (sides(report))
            (contrasts(report))
            (speakers(report))
            (aspects(report))
            (frames(report))
        }
    }
}

fn table(caption: &str, heads: &[&str], rows: &[Row]) -> Markup {
    // The first column is the head of the row.
    let has_numbers = |column: usize| {
        let cell = |row: &Row| column.checked_sub(1).is_some_and(|place| row.cells[place].value.is_some());
        rows.iter().any(cell)
    };
    html! {
        div.scroll role="region" tabindex="0" aria-label=(caption) {
            table.sortable {
                caption { (caption) }
                thead { tr {
                    @for (place, head) in heads.iter().enumerate() {
                        th scope="col" class=[has_numbers(place).then_some("number")] { button type="button" { (head) } }
                    }
                    th.number scope="col" { button type="button" { "Matching" } }
                } }
                tbody {
                    @for row in rows { (table_row(row)) }
                }
            }
        }
    }
}

fn table_row(row: &Row) -> Markup {
    let attribute = |name: &str| {
        let found = row.attributes.iter().find(|(known, value)| *known == name && !value.is_empty());
        found.map(|(_, value)| plain(value))
    };
    html! {
        tr data-side=[attribute("side")] data-sides=[attribute("sides")] data-speaker=[attribute("speaker")]
            data-aspect=[attribute("aspect")] data-frame=[attribute("frame")] {
            th scope="row" { (row.head) }
            @for cell in &row.cells {
                td class=[cell.value.map(|_| "number")] data-v=[cell.value] { (cell.shown) }
            }
            td.number.matching data-v="0" {}
        }
    }
}

const NONE: (&str, String) = ("", String::new());

fn estimate(tone: Option<Estimate>) -> [Cell; 2] {
    [Cell::score(tone.map(|tone| tone.mean)), Cell::interval(tone.and_then(|tone| tone.interval))]
}

fn sides(report: &Report) -> Markup {
    let rows: Vec<Row> = report
        .summaries
        .iter()
        .map(|summary| {
            let [mean, interval] = estimate(summary.tone);
            let [negative, _, positive] = summary.tone_shares.fractions();
            let has_any = (summary.n_sentences > 0).then_some(());
            Row {
                attributes: [("side", voice::id(report, summary.side).to_owned()), NONE],
                head: voice::named(report, summary.side),
                cells: vec![
                    Cell::count(summary.n_sentences),
                    Cell::count(summary.n_articles),
                    Cell::count(summary.n_words),
                    mean,
                    interval,
                    Cell::share(has_any.map(|()| negative)),
                    Cell::share(has_any.map(|()| positive)),
                    Cell::score(summary.compound.map(|compound| compound.mean)),
                    Cell::words(&summary.note),
                ],
            }
        })
        .collect();
    let heads = [
        "Side",
        "Sentences",
        "Articles",
        "Words",
        "Mean tone",
        "Interval",
        "Unfavourable",
        "Favourable",
        "Compound",
        "Note",
    ];
    table("Sides", &heads, &rows)
}

fn contrasts(report: &Report) -> Markup {
    let rows: Vec<Row> = report
        .contrasts
        .iter()
        .filter_map(|contrast| Some((contrast, contrast.tone.as_ref()?)))
        .map(|(contrast, effect)| Row {
            attributes: [
                ("sides", format!("{} {}", voice::id(report, contrast.a), voice::id(report, contrast.b))),
                NONE,
            ],
            head: html! { (voice::named(report, contrast.a)) " – " (voice::named(report, contrast.b)) },
            cells: vec![
                Cell::count(contrast.n_sentences_a),
                Cell::count(contrast.n_sentences_b),
                Cell::count(contrast.n_articles_both),
                Cell::score(Some(effect.difference.difference)),
                Cell::interval(effect.difference.interval),
                Cell::score(Some(effect.cliff.delta)),
                Cell::words(effect.cliff.magnitude.name()),
                Cell::words(&contrast.note),
            ],
        })
        .collect();
    let heads = [
        "Pair",
        "n first",
        "n second",
        "Articles with both",
        "Difference",
        "Interval",
        "Cliff’s δ",
        "Size",
        "Note",
    ];
    table("Pairs of sides: first minus second, in tone", &heads, &rows)
}

fn speakers(report: &Report) -> Markup {
    let rows: Vec<Row> = report
        .speakers
        .iter()
        .filter(|speaker| speaker.n_sentences > 0)
        .map(|speaker| {
            let [mean, interval] = estimate(speaker.tone);
            Row {
                attributes: [
                    ("side", voice::id(report, speaker.side).to_owned()),
                    ("speaker", speaker.name.clone()),
                ],
                head: html! { (plain(&speaker.name)) },
                cells: vec![
                    Cell::words(report.label(speaker.side)),
                    Cell::words(&speaker.evidence),
                    Cell::words(speaker.confidence.name()),
                    Cell::count(speaker.n_sentences),
                    Cell::count(speaker.documents.len()),
                    mean,
                    interval,
                ],
            }
        })
        .collect();
    let heads =
        ["Speaker", "Side", "Why this side", "Confidence", "Sentences", "Articles", "Mean tone", "Interval"];
    table("Speakers", &heads, &rows)
}

fn aspects(report: &Report) -> Markup {
    let rows: Vec<Row> = report
        .aspects
        .iter()
        .filter(|cell| !cell.places.is_empty())
        .map(|cell| {
            let [mean, interval] = estimate(cell.tone);
            let code = report.code(cell.aspect);
            Row {
                attributes: [("side", voice::id(report, cell.side).to_owned()), ("aspect", code.id.clone())],
                head: html! { (plain(&code.name)) },
                cells: vec![
                    Cell::words(report.label(cell.side)),
                    Cell::count(cell.places.len()),
                    Cell::count(cell.n_side),
                    Cell::count(cell.n_articles),
                    mean,
                    interval,
                ],
            }
        })
        .collect();
    let heads = ["Aspect", "Side", "Sentences", "of all its", "Articles", "Mean tone", "Interval"];
    table("Aspects", &heads, &rows)
}

fn frames(report: &Report) -> Markup {
    let rows: Vec<Row> = report
        .frames
        .iter()
        .filter(|cell| !cell.places.is_empty())
        .map(|cell| {
            let code = report.code(cell.frame);
            let enough = cell.share.filter(|_| cell.n_sentences >= MIN_VALUES);
            let percents = |(low, high): Interval| format!("{} to {}", percent(low), percent(high));
            let interval = enough.and_then(|share| share.interval);
            Row {
                attributes: [("side", voice::id(report, cell.side).to_owned()), ("frame", code.id.clone())],
                head: html! { (plain(&code.name)) },
                cells: vec![
                    Cell::words(report.label(cell.side)),
                    Cell::count(cell.places.len()),
                    Cell::count(cell.n_sentences),
                    Cell::count(cell.n_articles),
                    Cell::share(enough.map(|share| share.share)),
                    Cell {
                        shown: interval.map_or(String::from("–"), percents),
                        value: Some(interval.map_or(f64::MIN, |(low, _)| low)),
                    },
                ],
            }
        })
        .collect();
    let heads = ["Frame", "Side", "Sentences", "of all its", "Articles", "Share", "Interval"];
    table("Frames", &heads, &rows)
}
