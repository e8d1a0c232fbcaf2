//! How many of each side's sentences are unfavourable, neutral and favourable: bars of equal length.
//!
//! Bars of a hundred per cent rather than diverging ones: both ends can be compared along a straight edge, and the
//! neutral middle does not push them about.

use plotters::style::RGBColor;

use super::Chart;
use super::canvas::{Anchor, Canvas, FAINT, GREY, Type};
use super::look::{Look, legible_on, tinted};
use super::page::{LEFT, MARGIN, Page, RIGHT, label_middle, row_label};
use super::scale::Scale;
use super::words::{self, Finding, capital, counted, named, percent};
use crate::report::{Sign, counted_places};
use crate::{Place, Report, SideSummary};

const ROW: f64 = 144.0;
const HEAD: f64 = 66.0;
const BAR: f64 = 62.0;
const FROM: f64 = LEFT + 20.0;
const TO: f64 = 1480.0;

/// How much of the side's hue each part takes. The hue is that of the side on all charts, so that no colour means
/// one thing here and another there; the parts are told apart by depth, order and words.
const DEPTHS: [f64; 3] = [1.0, 0.13, 0.5];

pub(super) fn chart(report: &Report) -> Chart {
    let scale = Scale::of(report);
    let page = Page {
        name: String::from("shares"),
        title: title(report),
        subtitle: String::from(scale.shares),
        description: description(report),
        caption: words::caption(report, false),
    };
    let height = HEAD + ROW * words::number(report.sides.len());
    page.chart(report, height, |canvas, top| {
        head(canvas, top, scale);
        let mut centre = top + HEAD + ROW / 2.0;
        for (summary, places) in report.summaries.iter().zip(&by_sign(report)) {
            row(canvas, report, (summary, places), scale, centre);
            centre += ROW;
        }
    })
}

fn title(report: &Report) -> String {
    let finding = words::finding(report);
    let Finding::Two(a, b, contrast, effect) = finding else {
        return words::without_figures(&finding, report).unwrap_or_default();
    };
    let [_, _, quality] = Scale::of(report).parts;
    let share = |side: crate::SideId| {
        let summary = &report.summaries[usize::from(side.0)];
        percent(summary.tone_shares.fractions()[2])
    };
    let (share_a, share_b) = (share(contrast.a), share(contrast.b));
    let (n_a, n_b) = (words::thousands(contrast.n_sentences_a), words::thousands(contrast.n_sentences_b));
    if effect.difference.is_clear() {
        let place = words::in_these(report);
        capital(&format!(
            "{place}, {share_a} of {}’s {n_a} sentences are {quality}, {share_b} of {}’s {n_b}",
            named(a),
            named(b)
        ))
    } else {
        let (a, b) = (named(a), named(b));
        format!(
            "No clear difference in tone between {a} and {b}: {share_a} and {share_b} of their sentences are {quality}"
        )
    }
}

/// The names of the three parts, over the ends and the middle of the bars.
fn head(canvas: &mut Canvas, top: f64, scale: &Scale) {
    let baseline = top + HEAD - 26.0;
    let total: f64 = scale.parts.iter().map(|name| Type::TEXT.width(name)).sum();
    let gap = (TO - FROM - total - 3.0 * 36.0) / 2.0;
    let mut x = FROM;
    for (name, depth) in scale.parts.iter().zip(DEPTHS) {
        let (from, to) = ((x, baseline - 21.0), (x + 24.0, baseline + 3.0));
        canvas.fill(from, to, tinted(GREY, depth), 1.0);
        canvas.frame(from, to, GREY);
        canvas.text((x + 36.0, baseline), Anchor::Start, Type::TEXT, name);
        x += 36.0 + Type::TEXT.width(name) + gap;
    }
    canvas.text((RIGHT, baseline), Anchor::End, Type::TEXT, "sentences");
}

/// The sentences of each side by the sign of their tone.
fn by_sign(report: &Report) -> Vec<[Vec<Place>; 3]> {
    let mut places = vec![<[Vec<Place>; 3]>::default(); report.sides.len()];
    for (place, passage) in counted_places(&report.analyses, report.method.include_titles) {
        if let Some(side) = places.get_mut(usize::from(passage.side.0)) {
            side[Sign::of(passage.tone) as usize].push(place);
        }
    }
    places
}

fn row(
    canvas: &mut Canvas,
    report: &Report,
    (summary, places): (&SideSummary, &[Vec<Place>; 3]),
    scale: &Scale,
    centre: f64,
) {
    let look = Look::of(report, summary.side);
    canvas.line((MARGIN, centre - ROW / 2.0), (RIGHT, centre - ROW / 2.0), FAINT, 2);
    row_label(canvas, centre, report.label(summary.side), &amount(summary));
    look.mark(canvas, (MARGIN + 16.0, label_middle(centre, words::number(amount(summary).len()))), 13.0);
    if summary.n_sentences == 0 {
        return;
    }
    let mut left = FROM;
    let mut narrow: Vec<(f64, String)> = Vec::new();
    for (place, share) in summary.tone_shares.fractions().into_iter().enumerate() {
        let right = left + share * (TO - FROM);
        let shade = tinted(look.colour, DEPTHS[place]);
        let label = percent(share);
        let mut fits = true;
        if share > 0.0 {
            canvas.mark(&places[place], |canvas| {
                fits = part(canvas, (left, right), centre, shade, look.colour, &label);
            });
        }
        if !fits {
            narrow.push(((left + right) / 2.0, format!("{label} {}", scale.parts[place])));
        }
        left = right;
    }
    below(canvas, &narrow, centre);
    counts(canvas, summary, centre);
}

/// One part of a bar; whether its label had room inside.
fn part(
    canvas: &mut Canvas,
    (left, right): (f64, f64),
    centre: f64,
    shade: RGBColor,
    outline: RGBColor,
    label: &str,
) -> bool {
    let (from, to) = ((left + 2.0, centre - BAR / 2.0), ((right - 2.0).max(left + 4.0), centre + BAR / 2.0));
    canvas.fill(from, to, shade, 1.0);
    if to.0 - from.0 >= 9.0 {
        canvas.frame(from, to, outline);
    }
    let fits = Type::LABEL.width(label) + 20.0 <= right - left;
    if fits {
        let kind = Type { colour: legible_on(shade), ..Type::LABEL };
        canvas.text(((left + right) / 2.0, centre + 11.0), Anchor::Middle, kind, label);
    }
    fits
}

/// The labels of parts too narrow for them, together below the middle of these parts.
fn below(canvas: &mut Canvas, narrow: &[(f64, String)], centre: f64) {
    let [(first, _), ..] = narrow else { return };
    let last = narrow.last().map_or(*first, |(last, _)| *last);
    let text: Vec<&str> = narrow.iter().map(|(_, label)| label.as_str()).collect();
    let text = text.join(", ");
    let half = Type::SMALL.width(&text) / 2.0;
    let middle = f64::midpoint(*first, last).min(TO - half).max(FROM + half);
    canvas.text((middle, centre + BAR / 2.0 + 27.0), Anchor::Middle, Type::SMALL, &text);
}

/// The counts, in the order of the bar.
fn counts(canvas: &mut Canvas, summary: &SideSummary, centre: f64) {
    let shares = summary.tone_shares;
    let counts = [shares.n_negative, shares.n_neutral, shares.n_positive].map(words::thousands);
    canvas.text((RIGHT, centre + 9.0), Anchor::End, Type::TEXT, &counts.join(" · "));
}

fn amount(summary: &SideSummary) -> Vec<String> {
    if summary.n_sentences == 0 {
        return vec![String::from("no sentence")];
    }
    vec![counted(summary.n_sentences, "sentence"), format!("in {}", counted(summary.n_articles, "article"))]
}

fn description(report: &Report) -> String {
    let side = |summary: &SideSummary| {
        let parts = summary.tone_shares.fractions().map(percent);
        let label = report.label(summary.side);
        if summary.n_sentences == 0 {
            return format!("{label}: no sentence.");
        }
        let named: Vec<String> =
            parts.iter().zip(Scale::of(report).parts).map(|(part, name)| format!("{part} {name}")).collect();
        format!("{label}: {}, {}.", amount(summary).join(" "), named.join(", "))
    };
    report.summaries.iter().map(side).collect::<Vec<_>>().join(" ")
}
