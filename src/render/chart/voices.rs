//! Each side's sentences as dots along their tone, with mean and interval.

use super::Chart;
use super::canvas::{Anchor, Canvas, FAINT, GREY, INK, Type};
use super::look::Look;
use super::page::{LEFT, MARGIN, Page, RIGHT, label_middle, row_label};
use super::scale::Scale;
use super::swarm::asides;
use super::words::{self, counted, signed};
use crate::report::counted_places;
use crate::statistics::{Estimate, MIN_VALUES};
use crate::{Place, Report, SideSummary};

const ROW: f64 = 168.0;
const AXIS: f64 = 96.0;
/// Where tone −1 and tone 1 are; the mean is written to the right.
const MINUS_ONE: f64 = LEFT + 20.0;
const PLUS_ONE: f64 = 1440.0;
/// Half the height of a row that dots may take.
const ROOM: f64 = ROW / 2.0 - 10.0;
/// More dots than these are too many to draw, and too many to look at.
const MAX_DOTS: usize = 800;
/// Where very many share a tone, the smallest dots stand beside it, at most so many columns (a column is 0.03).
const MOST_ASIDE: i32 = 3;
/// Bars of a histogram, each 0.05 wide.
const N_BARS: usize = 40;

/// How the sentences of all sides are shown.
#[derive(Clone, Copy)]
enum Marks {
    /// One dot a sentence, with this radius.
    Dots(f64),
    /// Bars of 0.05, tall as the share of the side's sentences.
    Bars,
}

pub(super) fn chart(report: &Report) -> Chart {
    let tones = tones(report);
    let marks = marks(&tones);
    let shows = match marks {
        Marks::Dots(_) => "Each mark is one sentence, placed by its tone, or beside it where many share one.",
        Marks::Bars => {
            "Bars show how each side’s sentences are spread, in steps of 0.05; its tallest bar fills the row."
        }
    };
    let scale = Scale::of(report);
    let page = Page {
        name: String::from("voices"),
        title: words::tone_title(report),
        subtitle: format!(
            "{} {shows} The dark line is the side’s mean, the band around it its 95% interval.",
            scale.question
        ),
        description: description(report),
        caption: words::caption(report, true),
    };
    let height = AXIS + ROW * words::number(report.sides.len());
    page.chart(report, height, |canvas, top| {
        axis(canvas, top, height, scale);
        let mut centre = top + AXIS + ROW / 2.0;
        for (summary, values) in report.summaries.iter().zip(&tones) {
            row(canvas, report, summary, values, marks, centre);
            centre += ROW;
        }
    })
}

/// A sentence and its tone.
type Toned = (f64, Place);

/// The sentences of each side, sorted by tone.
fn tones(report: &Report) -> Vec<Vec<Toned>> {
    let mut tones = vec![Vec::new(); report.sides.len()];
    for (place, passage) in counted_places(&report.analyses, report.method.include_titles) {
        if let Some(side) = tones.get_mut(usize::from(passage.side.0)) {
            side.push((passage.tone.clamp(-1.0, 1.0), place));
        }
    }
    tones.iter_mut().for_each(|side| side.sort_by(|a, b| a.0.total_cmp(&b.0)));
    tones
}

/// The largest dots with which every row fits, or bars.
fn marks(tones: &[Vec<Toned>]) -> Marks {
    let n_dots: usize = tones.iter().map(Vec::len).sum();
    let fits = |(radius, most): &(f64, i32)| tones.iter().all(|side| swarm(side, *radius, *most).is_some());
    let sizes = [(11.0, 0), (10.0, 0), (9.0, 1), (8.0, 1), (7.0, 2), (6.0, MOST_ASIDE)];
    let radius = sizes.into_iter().filter(|_| n_dots <= MAX_DOTS).find(fits).map(|(radius, _)| radius);
    radius.map_or(Marks::Bars, Marks::Dots)
}

/// Where the dots of a side go, in units from the left edge and from the middle of the row.
fn swarm(sorted: &[Toned], radius: f64, most: i32) -> Option<Vec<(f64, f64)>> {
    let places: Vec<f64> = sorted.iter().map(|(tone, _)| x_of(*tone)).collect();
    let diameter = 2.0 * radius + 3.0;
    let asides = asides(&places, diameter, ROOM - radius, most)?;
    Some(
        places
            .iter()
            .zip(asides)
            .map(|(x, aside)| (x + f64::from(aside.columns) * diameter, aside.down))
            .collect(),
    )
}

/// The sentences in each step of 0.05 from −1 on.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "tones lie within −1 and 1")]
fn bars(side: &[Toned]) -> Vec<Vec<Place>> {
    let mut bars = vec![Vec::new(); N_BARS];
    for (tone, place) in side {
        let bar = ((tone + 1.0) / 2.0 * words::number(N_BARS)) as usize;
        bars[bar.min(N_BARS - 1)].push(*place);
    }
    bars
}

fn x_of(tone: f64) -> f64 {
    MINUS_ONE + (tone + 1.0) / 2.0 * (PLUS_ONE - MINUS_ONE)
}

fn axis(canvas: &mut Canvas, top: f64, height: f64, scale: &Scale) {
    let grid = top + AXIS - 10.0;
    for (tone, label) in [(-1.0, "−1"), (-0.5, "−0.5"), (0.0, "0"), (0.5, "+0.5"), (1.0, "+1")] {
        let (colour, width) = if tone == 0.0 { (GREY, 3) } else { (FAINT, 2) };
        canvas.line((x_of(tone), grid), (x_of(tone), top + height), colour, width);
        canvas.text((x_of(tone), grid - 12.0), Anchor::Middle, Type::SMALL, label);
    }
    let words = grid - 50.0;
    canvas.text((x_of(-1.0) - 20.0, words), Anchor::Start, Type::TEXT, &format!("← {}", scale.less));
    canvas.text((x_of(1.0) + 20.0, words), Anchor::End, Type::TEXT, &format!("{} →", scale.more));
    canvas.text((RIGHT, words), Anchor::End, Type::TEXT, "mean tone");
    canvas.text((RIGHT, grid - 12.0), Anchor::End, Type::SMALL, "95% interval");
}

fn row(
    canvas: &mut Canvas,
    report: &Report,
    summary: &SideSummary,
    tones: &[Toned],
    marks: Marks,
    centre: f64,
) {
    let look = Look::of(report, summary.side);
    canvas.line((MARGIN, centre - ROW / 2.0), (RIGHT, centre - ROW / 2.0), FAINT, 2);
    row_label(canvas, centre, report.label(summary.side), &amount(summary));
    look.mark(canvas, (MARGIN + 16.0, label_middle(centre, words::number(amount(summary).len()))), 13.0);
    let Some(estimate) = summary.tone else { return };
    if let Some((low, high)) = estimate.interval {
        let (left, right) = (x_of(low.max(-1.0)), x_of(high.min(1.0)));
        canvas.fill((left, centre - ROOM), (right, centre + ROOM), look.colour, 0.16);
    }
    if estimate.n < MIN_VALUES {
        // So few marks must not hide behind the line, and so many must not hide it.
        mean_line(canvas, estimate.mean, centre);
    }
    match marks {
        Marks::Dots(radius) => {
            for ((x, down), (_, place)) in
                swarm(tones, radius, MOST_ASIDE).unwrap_or_default().iter().zip(tones)
            {
                canvas.mark(&[*place], |canvas| look.mark(canvas, (*x, centre + down), radius));
            }
        }
        Marks::Bars => histogram(canvas, look, &bars(tones), centre),
    }
    if estimate.n >= MIN_VALUES {
        mean_line(canvas, estimate.mean, centre);
    }
    figures(canvas, &estimate, centre);
}

fn mean_line(canvas: &mut Canvas, mean: f64, centre: f64) {
    let x = x_of(mean.clamp(-1.0, 1.0));
    canvas.line((x, centre - ROOM), (x, centre + ROOM), INK, 5);
}

fn histogram(canvas: &mut Canvas, look: Look, bars: &[Vec<Place>], centre: f64) {
    let tallest = bars.iter().map(Vec::len).max().unwrap_or_default().max(1);
    let step = 2.0 / words::number(N_BARS);
    let mut tone = -1.0;
    for places in bars {
        let height = words::number(places.len()) / words::number(tallest) * 2.0 * ROOM;
        if height > 0.0 {
            let (left, right) = (x_of(tone) + 1.5, x_of(tone + step) - 1.5);
            let top = centre + ROOM - height.max(2.0);
            canvas.mark(places, |canvas| {
                canvas.fill((left, top), (right, centre + ROOM), look.colour, 1.0);
            });
        }
        tone += step;
    }
}

/// How much a side says, in two lines.
fn amount(summary: &SideSummary) -> Vec<String> {
    if summary.n_sentences == 0 {
        return vec![String::from("no sentence")];
    }
    vec![counted(summary.n_sentences, "sentence"), format!("in {}", counted(summary.n_articles, "article"))]
}

fn figures(canvas: &mut Canvas, estimate: &Estimate, centre: f64) {
    let interval = estimate.interval.map_or_else(
        || String::from("no interval"),
        |(low, high)| format!("{} to {}", signed(low), signed(high)),
    );
    canvas.text((RIGHT, centre - 2.0), Anchor::End, Type::LABEL, &signed(estimate.mean));
    canvas.text((RIGHT, centre + 32.0), Anchor::End, Type::SMALL, &interval);
}

fn description(report: &Report) -> String {
    let side = |summary: &SideSummary| {
        let label = report.label(summary.side);
        let Some(estimate) = summary.tone else {
            return format!("{label}: no sentence.");
        };
        let interval = estimate.interval.map_or(String::new(), |(low, high)| {
            format!(" (95% interval {} to {})", signed(low), signed(high))
        });
        format!("{label}: {}, mean tone {}{interval}.", amount(summary).join(" "), signed(estimate.mean))
    };
    report.summaries.iter().map(side).collect::<Vec<_>>().join(" ")
}
