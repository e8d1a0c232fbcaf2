//! One article as a strip: who speaks where, in how favourable a tone, in quotation marks or not.

use super::Chart;
use super::canvas::{Anchor, Canvas, FAINT, GREY, INK, Type};
use super::look::Look;
use super::page::{LEFT, MARGIN, Page, RIGHT, label_middle, row_label};
use super::ribbon_cells::{Cell, Strip, strip};
use super::scale::Scale;
use super::words::{self, capital, counted, named, signed};
use crate::report::counted as passages;
use crate::{Analysis, Report, Side, SideId};

const LANE: f64 = 178.0;
const HEAD: f64 = 62.0;
const FOOT: f64 = 44.0;
/// How far a bar of tone 1 rises; names stand above.
const REACH: f64 = 56.0;
/// Half the strip that shows where somebody speaks, whatever the tone.
const HALF: f64 = 5.0;
/// Less room than this, in units, tells nothing of a name.
const SHORTEST_NAME: f64 = 110.0;
const FROM: f64 = LEFT;
const TO: f64 = RIGHT - 44.0;

/// Whether there is anything to draw.
pub(super) fn has_voices(analysis: &Analysis, report: &Report) -> bool {
    passages(analysis, report.method.include_titles).next().is_some()
}

pub(super) fn chart(report: &Report, article: usize, name: String) -> Chart {
    let analysis = &report.analyses[article];
    let strip = strip(article, report);
    let counts = counts(report, analysis);
    let unit = if strip.is_sliced {
        "the mean of a side’s sentences in a hundredth of the article:"
    } else {
        "one sentence, as wide as it is long:"
    };
    let page = Page {
        name,
        title: title(report, analysis, &counts),
        subtitle: format!(
            "The article from start to end. Each bar is {unit} {}",
            Scale::of(report).up_and_down
        ),
        description: description(report, &counts),
        caption: caption(report, analysis, &counts),
    };
    let height = HEAD + LANE * words::number(report.sides.len()) + FOOT;
    let chart = page.chart(report, height, |canvas, top| {
        legend(canvas, top);
        let mut centre = top + HEAD + LANE / 2.0;
        for (side, n) in (0..=u8::MAX).map(SideId).zip(counts) {
            lane(canvas, report, &strip, (side, n), centre);
            centre += LANE;
        }
        foot(canvas, &strip, top + height);
    });
    Chart { article: Some(article), ..chart }
}

/// Sentences of each side.
fn counts(report: &Report, analysis: &Analysis) -> Vec<usize> {
    let mut counts = vec![0; report.sides.len()];
    for passage in passages(analysis, report.method.include_titles) {
        if let Some(n) = counts.get_mut(usize::from(passage.side.0)) {
            *n += 1;
        }
    }
    counts
}

/// Who says most, and who is silent.
fn title(report: &Report, analysis: &Analysis, counts: &[usize]) -> String {
    let total: usize = counts.iter().sum();
    let mut sides: Vec<(&Side, usize)> = report.sides.iter().zip(counts.iter().copied()).collect();
    sides.retain(|(side, _)| side.id != "other" && side.id != "press");
    // A stable sort: sides that say as much stay in the order of the profile.
    sides.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    let spoken = |(side, n): &(&Side, usize)| match n {
        0 => format!("{} none", named(side)),
        n => format!("{} {n}", named(side)),
    };
    let article = words::shortened(&analysis.document.id, 40);
    match &sides[..] {
        [(side, n), rest @ ..] if *n > 0 => {
            let rest: String = rest.iter().map(|side| format!(", {}", spoken(side))).collect();
            capital(&format!(
                "{} has {n} of {} in ‘{article}’{rest}",
                named(side),
                counted(total, "sentence")
            ))
        }
        _ => format!("No side of the dispute speaks in ‘{article}’"),
    }
}

fn legend(canvas: &mut Canvas, top: f64) {
    let baseline = top + HEAD - 34.0;
    let mut x = FROM;
    for (quoted, text) in
        [(true, "words in quotation marks"), (false, "reported, or the article’s own words")]
    {
        bar(canvas, GREY, (x, baseline + 4.0), (x + 30.0, baseline - 22.0), quoted);
        canvas.text((x + 42.0, baseline), Anchor::Start, Type::TEXT, text);
        x += 42.0 + Type::TEXT.width(text) + 60.0;
    }
    canvas.text((RIGHT, baseline), Anchor::End, Type::TEXT, "tone");
}

/// Quoted words are solid, others an outline around a pale ground.
fn bar(canvas: &mut Canvas, colour: plotters::style::RGBColor, a: (f64, f64), b: (f64, f64), solid: bool) {
    let (from, to) = ((a.0, a.1.min(b.1)), (b.0, a.1.max(b.1)));
    if solid || to.0 - from.0 < 9.0 {
        canvas.fill(from, to, colour, 1.0);
    } else {
        canvas.fill(from, to, colour, 0.22);
        canvas.frame(from, to, colour);
    }
}

fn lane(canvas: &mut Canvas, report: &Report, strip: &Strip, (side, n): (SideId, usize), centre: f64) {
    let look = Look::of(report, side);
    canvas.line((MARGIN, centre - LANE / 2.0), (RIGHT, centre - LANE / 2.0), FAINT, 2);
    let amount = if n == 0 { String::from("no sentence") } else { counted(n, "sentence") };
    row_label(canvas, centre + 12.0, report.label(side), &[amount]);
    look.mark(canvas, (MARGIN + 16.0, label_middle(centre + 12.0, 1.0)), 13.0);
    // Bars hang about a line below the middle, because names stand above them.
    let zero = centre + 16.0;
    for tone in [-1.0, 0.0, 1.0] {
        let y = zero - tone * REACH;
        canvas.line((FROM, y), (TO, y), FAINT, if tone == 0.0 { 3 } else { 1 });
        let label = if tone == 0.0 { String::from("0") } else { signed(tone).replace(".00", "") };
        canvas.text((RIGHT, y + 8.0), Anchor::End, Type::SMALL, &label);
    }
    let cells: Vec<&Cell> = strip.cells.iter().filter(|cell| cell.side == side).collect();
    for cell in &cells {
        let (left, right) = (x_of(cell.from, strip), x_of(cell.to, strip));
        let right = (right - 3.0).max(left + 2.0);
        let end = zero - cell.tone * REACH;
        // Each bar holds the strip about zero, so that a neutral sentence shows too, and in whose words it is.
        let (top, bottom) = (end.min(zero - HALF), end.max(zero + HALF));
        canvas.mark(&cell.places, |canvas| {
            bar(canvas, look.colour, (left, top), (right, bottom), cell.quoted);
        });
    }
    names(canvas, &cells, strip, centre - LANE / 2.0 + 30.0);
}

fn x_of(word: usize, strip: &Strip) -> f64 {
    FROM + words::number(word) / words::number(strip.n_words.max(1)) * (TO - FROM)
}

/// The name of whoever takes the word, where it has room: the whole name, else the surname of a person, else the
/// beginning of the name, else nothing.
fn names(canvas: &mut Canvas, cells: &[&Cell], strip: &Strip, baseline: f64) {
    let kind = Type { colour: INK, ..Type::SMALL };
    let turns: Vec<(f64, &str)> =
        turns(cells).map(|cell| (x_of(cell.from, strip), cell.speaker.as_str())).collect();
    let mut free = FROM;
    for (place, (x, name)) in turns.iter().enumerate() {
        let next = turns.get(place + 1).map_or(RIGHT, |(next, _)| *next);
        let name = words::printable(name);
        // Two words are mostly a person; the last word of a body ("Trust") would name nobody.
        let surname = name.split_once(' ').map(|(_, last)| last).filter(|last| !last.contains(' '));
        // A name at the end of the article may stand further to the left, if nobody's name is there.
        let start = |text: &str| x.min(RIGHT - 44.0 - kind.width(text)).max(FROM);
        let end = next.max(*x + 60.0) - 14.0;
        let fits = |text: &&str| start(text) >= free && start(text) + kind.width(text) <= end;
        let cut = kind.cut(&name, end - *x);
        let cut = Some(cut.as_str()).filter(|cut| end - *x >= SHORTEST_NAME && fits(cut));
        if let Some(text) = [Some(name.as_str()), surname].into_iter().flatten().find(fits).or(cut) {
            canvas.text((start(text), baseline), Anchor::Start, kind, text);
            free = start(text) + kind.width(text) + 14.0;
        }
    }
}

/// The cells at which another speaker than the one named last begins.
fn turns<'a>(cells: &'a [&Cell]) -> impl Iterator<Item = &'a Cell> {
    let named: Vec<&Cell> = cells.iter().copied().filter(|cell| !cell.speaker.is_empty()).collect();
    let mut before = "";
    named.into_iter().filter(move |cell| std::mem::replace(&mut before, &cell.speaker) != cell.speaker)
}

fn foot(canvas: &mut Canvas, strip: &Strip, bottom: f64) {
    canvas.line((MARGIN, bottom - FOOT), (RIGHT, bottom - FOOT), FAINT, 2);
    canvas.text((FROM, bottom - 8.0), Anchor::Start, Type::SMALL, "start of the article");
    let end = format!("end, after {}", counted(strip.n_words, "word"));
    canvas.text((TO, bottom - 8.0), Anchor::End, Type::SMALL, &end);
}

fn caption(report: &Report, analysis: &Analysis, counts: &[usize]) -> String {
    let total = counted(counts.iter().sum(), "sentence");
    let headlines = if report.method.include_titles { "headlines counted" } else { "headlines left out" };
    let outlet = analysis.document.outlet.iter().chain(&analysis.document.date);
    let published: String = outlet.map(|part| format!(", {part}")).collect();
    format!(
        "Article: {}{published}; n = {total} ({headlines}). {}",
        words::shortened(&analysis.document.id, 80),
        words::origin(report)
    )
}

fn description(report: &Report, counts: &[usize]) -> String {
    let sides = report.sides.iter().zip(counts);
    sides
        .map(|(side, n)| format!("{}: {}.", side.label, counted(*n, "sentence")))
        .collect::<Vec<_>>()
        .join(" ")
}
