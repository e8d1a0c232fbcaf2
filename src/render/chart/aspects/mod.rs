//! Aspect by aspect, how favourably each side speaks: a lane a side, its mean, and the band between the farthest two.
//!
//! A mean needs five sentences. Below that the sentences stand for themselves: each as a small hollow mark, and the
//! strongest of them in words. A side that has a voice but says nothing where others speak is called silent.

mod finding;
mod row;

use super::Chart;
use super::canvas::{Anchor, Canvas, FAINT, GREY, INK, Type};
use super::look::Look;
use super::page::{MARGIN, Page, RIGHT};
use super::scale::Scale;
use super::swarm::asides;
use super::words::{self, counted, signed};
use crate::statistics::MIN_VALUES;
use crate::{AspectSummary, Place, Report};
use row::{Lane, Row};

/// So many frameworks have a chart, those with most sentences.
const MAX_CHARTS: usize = 4;
/// So many aspects have a row, those with most sentences.
const MAX_ROWS: usize = 18;

const AXIS: f64 = 100.0;
const LANE: f64 = 40.0;
const LINE: f64 = 32.0;
const PADDING: f64 = 22.0;
/// Where tone −1 and tone 1 are; sides and figures are written to the right.
const MINUS_ONE: f64 = 530.0;
const PLUS_ONE: f64 = 1260.0;
/// Left edge of the names of the sides, right edges of means and counts.
const SIDE: f64 = 1334.0;
const MEAN: f64 = 1606.0;
const NAME_WIDTH: f64 = MINUS_ONE - MARGIN - 60.0;
const NAME: Type = Type { size: 27.0, bold: true, colour: INK };
const QUOTE: Type = Type { size: 23.0, bold: false, colour: INK };
/// Where quotations begin.
const QUOTE_FROM: f64 = MINUS_ONE - 10.0;

/// `aspects`, `aspects-2` …: one for each framework that the articles are read by.
pub(super) fn all(report: &Report) -> Vec<Chart> {
    let frameworks = report.aspects.chunk_by(|a, b| a.framework == b.framework);
    let n_sentences = |cells: &&[AspectSummary]| cells.iter().map(|cell| cell.places.len()).sum::<usize>();
    let mut spoken: Vec<&[AspectSummary]> = frameworks.filter(|cells| n_sentences(cells) > 0).collect();
    // A stable sort: the order of the profile decides between equals.
    spoken.sort_by_key(|cells| std::cmp::Reverse(n_sentences(cells)));
    let name = |place: usize| match place {
        0 => String::from("aspects"),
        place => format!("aspects-{}", place + 1),
    };
    spoken
        .iter()
        .take(MAX_CHARTS)
        .enumerate()
        .map(|(place, cells)| chart(report, cells, name(place)))
        .collect()
}

fn chart(report: &Report, cells: &[AspectSummary], name: String) -> Chart {
    let all: Vec<Row> = cells
        .chunk_by(|a, b| a.aspect == b.aspect)
        .filter(|cells| cells.iter().any(|cell| !cell.places.is_empty()))
        .map(|cells| Row::new(report, cells))
        .collect();
    let rows = row::most_spoken(&all, MAX_ROWS);
    let scale = Scale::of(report);
    let framework = cells.first().map_or("", |cell| report.frameworks[cell.framework].name.as_str());
    let band = if rows.iter().any(|row| row.span().is_some()) {
        " The grey band reaches from the lowest mean to the highest."
    } else {
        ""
    };
    let page = Page {
        name,
        title: finding::title(report, cells),
        subtitle: format!(
            "{} Aspect by aspect of: {}.{band}",
            scale.question,
            words::curly(&words::shortened(framework, 110))
        ),
        description: all.iter().map(|row| row.described(report)).collect::<Vec<_>>().join(" "),
        caption: finding::caption(report, cells, all.len() - rows.len()),
    };
    let height = AXIS + rows.iter().map(|row| row_height(row)).sum::<f64>();
    page.chart(report, height, |canvas, top| {
        axis(canvas, top, scale);
        let mut above = top + AXIS;
        for row in rows {
            paint(canvas, report, row, above);
            above += row_height(row);
        }
    })
}

fn names(row: &Row) -> Vec<String> {
    NAME.wrapped(&row.name, NAME_WIDTH, 4)
}

fn row_height(row: &Row) -> f64 {
    let lanes = LANE * words::number(row.lanes.len());
    let below = words::number(row.quotations().count() + usize::from(!row.silent.is_empty()));
    let gap = if below > 0.0 { 6.0 } else { 0.0 };
    let beside = 36.0 * words::number(names(row).len());
    2.0 * PADDING + beside.max(lanes + below * LINE + gap)
}

fn x_of(tone: f64) -> f64 {
    MINUS_ONE + (tone.clamp(-1.0, 1.0) + 1.0) / 2.0 * (PLUS_ONE - MINUS_ONE)
}

const TICKS: [(f64, &str); 5] = [(-1.0, "−1"), (-0.5, "−0.5"), (0.0, "0"), (0.5, "+0.5"), (1.0, "+1")];

fn axis(canvas: &mut Canvas, top: f64, scale: &Scale) {
    let (heads, labels) = (top + 34.0, top + AXIS - 18.0);
    for (tone, label) in TICKS {
        canvas.text((x_of(tone), labels), Anchor::Middle, Type::SMALL, label);
    }
    canvas.text((x_of(-1.0) - 20.0, heads), Anchor::Start, Type::TEXT, &format!("← {}", scale.less));
    canvas.text((x_of(1.0) + 20.0, heads), Anchor::End, Type::TEXT, &format!("{} →", scale.more));
    canvas.text((MEAN, heads), Anchor::End, Type::TEXT, "mean tone");
    canvas.text((RIGHT, heads), Anchor::End, Type::TEXT, "sentences");
}

fn paint(canvas: &mut Canvas, report: &Report, row: &Row, top: f64) {
    canvas.line((MARGIN, top), (RIGHT, top), FAINT, 2);
    let mut baseline = top + PADDING + 28.0;
    for line in names(row) {
        canvas.text((MARGIN, baseline), Anchor::Start, NAME, &line);
        baseline += 36.0;
    }
    let lanes = top + PADDING;
    let bottom = lanes + LANE * words::number(row.lanes.len());
    if let Some((low, high)) = row.span() {
        canvas.fill((x_of(low), lanes), (x_of(high), bottom), FAINT, 0.6);
    }
    for (tone, _) in TICKS {
        let (colour, width) = if tone == 0.0 { (GREY, 2) } else { (FAINT, 2) };
        canvas.line((x_of(tone), lanes - 6.0), (x_of(tone), bottom + 2.0), colour, width);
    }
    let mut centre = lanes + LANE / 2.0;
    for lane in &row.lanes {
        paint_lane(canvas, report, lane, centre);
        centre += LANE;
    }
    below(canvas, report, row, bottom + 6.0);
}

fn paint_lane(canvas: &mut Canvas, report: &Report, lane: &Lane, centre: f64) {
    let look = Look::of(report, lane.side);
    look.mark(canvas, (SIDE - 24.0, centre), 10.0);
    let label = Type::TEXT.cut(&words::printable(report.label(lane.side)), MEAN - 84.0 - SIDE);
    canvas.text((SIDE, centre + 9.0), Anchor::Start, Type::TEXT, &label);
    canvas.text((RIGHT, centre + 9.0), Anchor::End, Type::TEXT, &words::thousands(lane.tones.len()));
    let Some(estimate) = lane.mean else {
        singles(canvas, look, lane, centre);
        return;
    };
    if let Some((low, high)) = estimate.interval {
        canvas.line((x_of(low), centre), (x_of(high), centre), look.colour, 4);
    }
    let places: Vec<Place> = lane.tones.iter().map(|(_, place)| *place).collect();
    canvas.mark(&places, |canvas| look.mark_on_white(canvas, (x_of(estimate.mean), centre), 12.0));
    let bold = Type { bold: true, ..Type::TEXT };
    canvas.text((MEAN, centre + 9.0), Anchor::End, bold, &signed(estimate.mean));
}

/// Too few sentences for a mean: each by itself.
fn singles(canvas: &mut Canvas, look: Look, lane: &Lane, centre: f64) {
    let places: Vec<f64> = lane.tones.iter().map(|(tone, _)| x_of(*tone)).collect();
    let aside = asides(&places, 17.0, 9.0, 3).unwrap_or_else(|| vec![Default::default(); places.len()]);
    for ((x, aside), (_, place)) in places.iter().zip(aside).zip(&lane.tones) {
        let at = (x + f64::from(aside.columns) * 17.0, centre + aside.down);
        canvas.mark(&[*place], |canvas| look.hollow(canvas, at, 8.0));
    }
}

/// As many words of the start as fit, with an ellipsis.
fn whole_words(text: &str, width: f64) -> String {
    let cut = QUOTE.cut(text, width);
    match cut.strip_suffix('…').and_then(|cut| cut.rsplit_once(' ')) {
        Some((whole, _)) if cut != text => format!("{}…", whole.trim_end_matches([',', ';', ':', ' '])),
        _ => cut,
    }
}

/// The quotations, and who is silent.
fn below(canvas: &mut Canvas, report: &Report, row: &Row, top: f64) {
    let mut baseline = top + 24.0;
    for (side, quotation, place) in row.quotations() {
        let text = whole_words(quotation, RIGHT - QUOTE_FROM - 60.0);
        canvas.mark(&[place], |canvas| {
            Look::of(report, side).hollow(canvas, (QUOTE_FROM + 10.0, baseline - 8.0), 8.0);
            canvas.text((QUOTE_FROM + 30.0, baseline), Anchor::Start, QUOTE, &format!("“{text}”"));
        });
        baseline += LINE;
    }
    if !row.silent.is_empty() {
        let silent: Vec<String> = row
            .silent
            .iter()
            .map(|side| format!("{}: silent", words::shortened(report.label(*side), 40)))
            .collect();
        let text = Type::SMALL.cut(&words::printable(&silent.join(" · ")), RIGHT - QUOTE_FROM - 30.0);
        canvas.text((QUOTE_FROM + 30.0, baseline), Anchor::Start, Type::SMALL, &text);
    }
}
