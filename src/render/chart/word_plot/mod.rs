//! How often two sides say the same words: to the right what the one says often, upwards what the other does.
//!
//! Both axes count in a thousand words of speech, on the same logarithmic scale, so that the diagonal is where words
//! stand that both say equally often. A logarithm knows no zero: words that one side never says stand in a band of
//! their own, beside the axis of the side that does.

mod finding;
mod place;
mod plane;
mod points;

use plotters::style::RGBColor;

use super::Chart;
use super::canvas::{Anchor, Canvas, FAINT, GREY, Type};
use super::look::{Look, readable};
use super::page::{MARGIN, Page, RIGHT};
use super::words::{self, Finding, named};
use crate::{Report, SideId};
use place::{Placed, SMALL_DOT, place};
use plane::Plane;
use points::{Found, Point, points};

const WHITE: RGBColor = RGBColor(0xFF, 0xFF, 0xFF);
/// 3:1 on white: a line that means something and stands back.
const DIAGONAL: RGBColor = RGBColor(0x92, 0x92, 0x92);

/// Fewer words than these make no picture.
const MIN_WORDS: usize = 10;

/// None where no two sides say enough words.
pub(super) fn chart(report: &Report) -> Option<Chart> {
    let Finding::Two(_, _, contrast, _) = words::finding(report) else { return None };
    let sides = [contrast.a, contrast.b];
    let Found { points, n_words, totals } = points(report, sides)?;
    if points.len() < MIN_WORDS {
        return None;
    }
    let plane = Plane::of(&points);
    let placed = place(&points, &plane);
    let plane = Plane { band_bottom: place::lowest(&placed, &plane), ..plane };
    let [a, b] = names(report, sides);
    let page = Page {
        name: String::from("words"),
        title: finding::title(report, sides, &points),
        subtitle: format!(
            "To the right what {a} says often, upwards what {b} says often. Bold with a mark: the \
             words that a side says at least twice as often, the ten most distinctive of each."
        ),
        description: finding::description(report, sides, &points),
        caption: finding::caption(report, sides, totals, (n_words, placed.len())),
    };
    Some(page.chart(report, plane.height(), |canvas, top| {
        ground(canvas, report, sides, &plane, top);
        placed.iter().for_each(|word| below(canvas, word, top));
        // What sets a side apart is painted last, over dots that several words share.
        let (marked, plain): (Vec<&Placed>, Vec<&Placed>) =
            placed.iter().partition(|word| word.point.marked.is_some());
        for word in plain.iter().chain(&marked) {
            canvas.mark(&word.point.places, |canvas| paint(canvas, report, sides, word, top));
        }
    }))
}

/// The two sides as sentences name them.
fn names(report: &Report, sides: [SideId; 2]) -> [String; 2] {
    sides.map(|side| report.sides.get(usize::from(side.0)).map_or(String::new(), named))
}

fn ground(canvas: &mut Canvas, report: &Report, sides: [SideId; 2], plane: &Plane, top: f64) {
    let (left, right, low, high) = (plane.left, plane::RIGHT, top + plane::BOTTOM, top + plane::TOP);
    let [a, b] = names(report, sides);
    for (rate, label) in plane.ticks() {
        let (x, y) = (plane.x(rate), top + plane.y(rate));
        canvas.line((x, high), (x, low), FAINT, 1);
        canvas.line((left, y), (right, y), FAINT, 1);
        canvas.text((x, top + plane.band_bottom + 32.0), Anchor::Middle, Type::SMALL, &label);
        canvas.text((plane::BAND_LEFT - 12.0, y + 8.0), Anchor::End, Type::SMALL, &label);
    }
    canvas.line((left, low), (right, high), DIAGONAL, 2);
    let equal = (right - 14.0, high + 30.0);
    canvas.text((equal.0 - 60.0, equal.1), Anchor::End, Type::SMALL, place::DIAGONAL);
    bands(canvas, plane, &[a, b], top);
    axis_title(canvas, report, sides[1], "↑", (MARGIN, high - 22.0));
    axis_title(canvas, report, sides[0], "→", (left, top + plane.height() - 4.0));
}

/// Beside each axis what the other side never says.
fn bands(canvas: &mut Canvas, plane: &Plane, [a, b]: &[String; 2], top: f64) {
    let fits = |text: String, width: f64| Type::SMALL.cut(&words::printable(&text), width);
    let (left, high) = (plane::BAND_LEFT, top + plane::TOP);
    if plane.has_left_band() {
        canvas.fill((left, high), (plane.left - 8.0, top + plane::BOTTOM), FAINT, 0.35);
        let label = fits(format!("never said by {a}"), plane.left - left - 20.0);
        canvas.text((left + 8.0, high + 28.0), Anchor::Start, Type::SMALL, &label);
    }
    let bottom = top + plane.band_bottom;
    if plane.band_bottom > plane::BOTTOM {
        canvas.fill((plane.left, top + plane::BOTTOM + 8.0), (plane::RIGHT, bottom), FAINT, 0.35);
        let label = fits(format!("never said by {b}"), 500.0);
        canvas.text((plane::RIGHT - 12.0, bottom - 12.0), Anchor::End, Type::SMALL, &label);
    }
}

/// Whose axis it is, with the mark of the side.
fn axis_title(canvas: &mut Canvas, report: &Report, side: SideId, arrow: &str, at: (f64, f64)) {
    Look::of(report, side).mark(canvas, (at.0 + 12.0, at.1 - 9.0), 11.0);
    let label = words::shortened(&words::printable(report.label(side)), 40);
    let text = format!("{arrow} {label}: times per 1,000 words of its speech");
    let text = Type::TEXT.cut(&text, RIGHT - at.0 - 34.0);
    canvas.text((at.0 + 34.0, at.1), Anchor::Start, Type::TEXT, &text);
}

/// The way from the dot to the label, and white below a label that would stand on lines.
fn below(canvas: &mut Canvas, word: &Placed, top: f64) {
    if let Some((from, to)) = word.leader() {
        canvas.line((from.0, from.1 + top), (to.0, to.1 + top), GREY, 1);
    }
    if place::in_plane(word.point) {
        let [left, high, right, low] = word.label().0;
        canvas.fill((left, high + top + 2.0), (right, low + top - 1.0), WHITE, 0.85);
    }
}

fn paint(canvas: &mut Canvas, report: &Report, sides: [SideId; 2], word: &Placed, top: f64) {
    let look = word.point.marked.map(|side| Look::of(report, sides[side]));
    let dot = (word.dot.0, word.dot.1 + top);
    let text = (word.text.0, word.text.1 + top);
    match look {
        Some(look) => look.mark_on_white(canvas, dot, 8.0),
        None => canvas.disc(dot, SMALL_DOT, GREY),
    }
    let kind = word.kind();
    let colour = look.map_or(kind.colour, |look| readable(look.colour));
    canvas.text(text, Anchor::Start, Type { colour, ..kind }, &words::printable(&word.point.word));
}
