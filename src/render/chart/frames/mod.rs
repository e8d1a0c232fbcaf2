//! How often each side uses each frame: rows of frames, columns of sides, the darker the oftener.
//!
//! The shade is a hue that no side has, in classes rather than in a run: six shades can be told apart, and each can
//! carry text. What the shade says is printed as well. A share of fewer than five sentences is no share, so such a side
//! has counts alone, in hatched cells.

mod finding;
mod ramp;

use plotters::style::RGBColor;

use super::Chart;
use super::canvas::{Anchor, Canvas, FAINT, GREY, Type};
use super::look::{Look, legible_on};
use super::page::{MARGIN, Page, RIGHT};
use super::words::{self, counted, percent, thousands};
use crate::statistics::MIN_VALUES;
use crate::{FrameSummary, Report};
use ramp::Ramp;

/// What the caption says of the counts.
const METHOD: &str =
    "A frame is met where a word, a phrase or a construction stands that the profile lists for it.";

/// The legend, and the names of the sides.
const HEAD: f64 = 172.0;
/// Where the cells begin, right of the names of the frames.
const FROM: f64 = 630.0;
const DEFINITION_LINE: f64 = 30.0;
/// The least height of a row.
const ROW: f64 = 84.0;

/// Around what has no shade: 3:1 on white.
const EDGE: RGBColor = RGBColor(0x92, 0x92, 0x92);

/// A frame with its cells, one a side.
struct Row<'a> {
    name: &'a str,
    definition: Vec<String>,
    cells: &'a [FrameSummary],
}

/// None where no side uses any frame.
pub(super) fn chart(report: &Report) -> Option<Chart> {
    let rows: Vec<Row> =
        report.frames.chunk_by(|a, b| a.frame == b.frame).map(|cells| row_of(report, cells)).collect();
    if rows.iter().all(|row| row.cells.iter().all(|cell| cell.places.is_empty())) {
        return None;
    }
    let most = report.frames.iter().filter_map(share).fold(0.0, f64::max);
    let ramp = Ramp::up_to(most);
    let page = Page {
        name: String::from("frames"),
        title: finding::title(report),
        subtitle: String::from(
            "Share of each side’s sentences that put things in each frame, and how many sentences these are. A sentence \
             may have several frames, or none.",
        ),
        description: description(report, &rows),
        caption: [words::sample(report), METHOD.to_owned(), words::source(report)].join(" "),
    };
    let height = HEAD + rows.iter().map(Row::height).sum::<f64>();
    Some(page.chart(report, height, |canvas, top| {
        legend(canvas, report, ramp, top);
        head(canvas, report, top + HEAD);
        let mut above = top + HEAD;
        for row in &rows {
            paint(canvas, report, row, ramp, above);
            above += row.height();
        }
    }))
}

fn row_of<'a>(report: &'a Report, cells: &'a [FrameSummary]) -> Row<'a> {
    let Some(first) = cells.first() else {
        return Row { name: "", definition: Vec::new(), cells };
    };
    let code = report.code(first.frame);
    let definition = words::curly(&words::printable(leading(&code.definition)));
    Row { name: &code.name, definition: Type::SMALL.balanced(&definition, FROM - MARGIN - 30.0, 3), cells }
}

impl Row<'_> {
    fn height(&self) -> f64 {
        (62.0 + DEFINITION_LINE * words::number(self.definition.len())).max(ROW)
    }
}

/// A definition up to its first full stop, semicolon or colon: the rest draws bounds that only coders need.
fn leading(definition: &str) -> &str {
    let ends = [". ", "; ", ": "].into_iter().filter_map(|mark| definition.find(mark)).min();
    definition[..ends.unwrap_or(definition.len())].trim_end_matches('.')
}

/// A share, where there are enough sentences for one.
fn share(cell: &FrameSummary) -> Option<f64> {
    cell.share.filter(|_| cell.n_sentences >= MIN_VALUES).map(|share| share.share)
}

fn column(report: &Report, place: usize) -> (f64, f64) {
    let width = (RIGHT - FROM) / words::number(report.sides.len().max(1));
    (FROM + width * words::number(place), FROM + width * words::number(place + 1))
}

fn legend(canvas: &mut Canvas, report: &Report, ramp: Ramp, top: f64) {
    let baseline = top + 28.0;
    let is_short = |n: usize| (1..MIN_VALUES).contains(&n);
    let has_few = report.summaries.iter().any(|summary| is_short(summary.n_sentences));
    canvas.text((MARGIN, baseline), Anchor::Start, Type::TEXT, "share of the side’s sentences");
    let mut x = MARGIN + Type::TEXT.width("share of the side’s sentences") + 34.0;
    for (shade, label) in ramp.legend() {
        let (from, to) = ((x, baseline - 23.0), (x + 34.0, baseline + 5.0));
        canvas.fill(from, to, shade, 1.0);
        canvas.frame(from, to, ramp::HUE);
        canvas.text((x + 44.0, baseline), Anchor::Start, Type::TEXT, &label);
        x += 44.0 + Type::TEXT.width(&label) + 28.0;
    }
    if has_few {
        let label = format!("fewer than {MIN_VALUES} sentences: counts only");
        let left = RIGHT - Type::TEXT.width(&label) - 44.0;
        hatch(canvas, (left, baseline - 23.0), (left + 34.0, baseline + 5.0));
        canvas.text((RIGHT, baseline), Anchor::End, Type::TEXT, &label);
    }
}

/// The sides, each with its mark and how much it says.
fn head(canvas: &mut Canvas, report: &Report, bottom: f64) {
    for (place, summary) in report.summaries.iter().enumerate() {
        let (left, right) = column(report, place);
        let middle = f64::midpoint(left, right);
        let label = Type::LABEL.cut(&words::printable(report.label(summary.side)), right - left - 46.0);
        let start = middle - Type::LABEL.width(&label) / 2.0 + 17.0;
        Look::of(report, summary.side).mark(canvas, (start - 25.0, bottom - 64.0), 12.0);
        canvas.text((start, bottom - 54.0), Anchor::Start, Type::LABEL, &label);
        let n = match summary.n_sentences {
            0 => String::from("no sentence"),
            n => format!("n = {}", thousands(n)),
        };
        let n = Type::SMALL.cut(&n, right - left - 6.0);
        canvas.text((middle, bottom - 20.0), Anchor::Middle, Type::SMALL, &n);
    }
}

fn paint(canvas: &mut Canvas, report: &Report, row: &Row, ramp: Ramp, top: f64) {
    let (bottom, lines) = (top + row.height(), words::number(row.definition.len()));
    canvas.line((MARGIN, top), (RIGHT, top), FAINT, 2);
    let name = Type::LABEL.cut(&words::capital(&words::printable(row.name)), FROM - MARGIN - 30.0);
    let mut baseline = f64::midpoint(top, bottom) + 10.0 - lines * DEFINITION_LINE / 2.0;
    canvas.text((MARGIN, baseline), Anchor::Start, Type::LABEL, &name);
    baseline += 4.0;
    for line in &row.definition {
        baseline += DEFINITION_LINE;
        canvas.text((MARGIN, baseline), Anchor::Start, Type::SMALL, line);
    }
    let is_narrow = row.cells.iter().any(|cell| {
        let (left, right) = column(report, 0);
        Type::LABEL.width(&written(cell).concat()) + 40.0 > right - left
    });
    for (place, cell) in row.cells.iter().enumerate() {
        let (left, right) = column(report, place);
        let corners = ((left + 4.0, top + 5.0), (right - 4.0, bottom - 5.0));
        canvas.mark(&cell.places, |canvas| paint_cell(canvas, cell, ramp, corners, is_narrow));
    }
}

fn paint_cell(
    canvas: &mut Canvas,
    cell: &FrameSummary,
    ramp: Ramp,
    (from, to): ((f64, f64), (f64, f64)),
    is_narrow: bool,
) {
    let middle = (f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1));
    let [first, second] = written(cell);
    let Some(share) = share(cell) else {
        if cell.n_sentences > 0 {
            hatch(canvas, from, to);
            ground(canvas, &first, middle);
            canvas.text((middle.0, middle.1 + 9.0), Anchor::Middle, Type::TEXT, &first);
        }
        return;
    };
    let shade = ramp.shade(share);
    canvas.fill(from, to, shade, 1.0);
    // What never occurs stands back.
    let kind = if cell.places.is_empty() { Type { colour: GREY, ..Type::TEXT } } else { Type::LABEL };
    let kind = Type { colour: if kind.bold { legible_on(shade) } else { kind.colour }, ..kind };
    let small = Type { colour: kind.colour, ..Type::TEXT };
    if is_narrow {
        canvas.text((middle.0, middle.1 - 4.0), Anchor::Middle, kind, &first);
        let second = Type::SMALL.cut(&second, to.0 - from.0);
        canvas.text((middle.0, middle.1 + 28.0), Anchor::Middle, small, &second);
        return;
    }
    let width = kind.width(&first) + 10.0 + small.width(&second);
    let start = middle.0 - width / 2.0;
    canvas.text((start, middle.1 + 10.0), Anchor::Start, kind, &first);
    canvas.text((start + width, middle.1 + 10.0), Anchor::End, small, &second);
}

/// Share and count, or the count alone where there is no share.
fn written(cell: &FrameSummary) -> [String; 2] {
    let n = thousands(cell.places.len());
    match share(cell) {
        Some(share) => [percent(share), format!("({n})")],
        None => [format!("{n} of {}", thousands(cell.n_sentences)), String::new()],
    }
}

/// White behind words that stand on a hatched cell.
fn ground(canvas: &mut Canvas, text: &str, middle: (f64, f64)) {
    let half = Type::TEXT.width(text) / 2.0 + 8.0;
    let white = RGBColor(0xFF, 0xFF, 0xFF);
    canvas.fill((middle.0 - half, middle.1 - 17.0), (middle.0 + half, middle.1 + 17.0), white, 1.0);
}

/// Slanting lines inside an outline.
fn hatch(canvas: &mut Canvas, from: (f64, f64), to: (f64, f64)) {
    let height = to.1 - from.1;
    let mut foot = from.0;
    while foot < to.0 + height {
        // A line from the foot up to the right, cut at both edges.
        let (low, high) = ((foot - height).max(from.0), foot.min(to.0));
        let y = |x: f64| to.1 - height + (foot - x);
        canvas.line((low, y(low)), (high, y(high)), FAINT, 2);
        foot += 14.0;
    }
    let corners = [from, (to.0, from.1), to, (from.0, to.1), from, (to.0, from.1)];
    canvas.path(&corners, EDGE, 2);
}

fn description(report: &Report, rows: &[Row]) -> String {
    let side = |cell: &FrameSummary| {
        let said = match cell.n_sentences {
            0 => String::from("no sentence"),
            n => format!("{} of {}", thousands(cell.places.len()), counted(n, "sentence")),
        };
        format!("{} {said}", report.label(cell.side))
    };
    let row = |row: &Row| {
        let cells: Vec<String> = row.cells.iter().map(side).collect();
        format!("{}: {}.", row.name, cells.join(", "))
    };
    rows.iter().map(row).collect::<Vec<_>>().join(" ")
}
