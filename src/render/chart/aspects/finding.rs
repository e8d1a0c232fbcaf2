//! What the title of the aspects says, and what the caption owns up to.

use super::{MIN_VALUES, Report, counted, signed};
use crate::render::chart::words::{self, Finding, capital, named};
use crate::{AspectSummary, Presence};

/// Two sides on one aspect.
type Pair<'a> = (&'a AspectSummary, &'a AspectSummary);

/// The aspect on which two sides lie farthest apart. It is the best of several, so it is named only where the 95%
/// intervals of both means do not touch, and only said of these articles.
pub(super) fn title(report: &Report, cells: &[AspectSummary]) -> String {
    let finding = words::finding(report);
    let Finding::Two(a, b, contrast, _) = finding else {
        return words::without_figures(&finding, report).unwrap_or_default();
    };
    let of = |cells: &'_ [AspectSummary], side| cells.iter().position(|cell| cell.side == side);
    let rows = cells.chunk_by(|a, b| a.aspect == b.aspect);
    let pairs: Vec<Pair> = rows
        .filter_map(|cells| Some((&cells[of(cells, contrast.a)?], &cells[of(cells, contrast.b)?])))
        .filter(|(a, b)| a.tone.is_some() && b.tone.is_some())
        .collect();
    let (a, b) = (named(a), named(b));
    if pairs.is_empty() {
        return capital(&format!(
            "{}, no aspect has {MIN_VALUES} sentences each of {a} and of {b}",
            place(report, cells)
        ));
    }
    let clear = pairs.into_iter().filter(is_clear);
    match clear.max_by(|x, y| gap(x).total_cmp(&gap(y))) {
        None => format!("On no aspect do {a} and {b} clearly differ in tone"),
        Some(pair) => capital(&format!(
            "{}, {a} and {b} are farthest apart on ‘{}’ ({}\u{a0}against\u{a0}{})",
            place(report, cells),
            words::shortened(&report.code(pair.0.aspect).name, 80),
            signed(mean(pair.0)),
            signed(mean(pair.1))
        )),
    }
}

/// Articles that are read by the framework.
fn n_articles(report: &Report, cells: &[AspectSummary]) -> usize {
    let framework = cells.first().map(|cell| cell.framework);
    let applied = report.analyses.iter().filter_map(|analysis| analysis.framework.as_ref());
    applied.filter(|applied| Some(applied.framework) == framework).count()
}

fn place(report: &Report, cells: &[AspectSummary]) -> String {
    match n_articles(report, cells) {
        n if n == report.method.n_articles => words::in_these(report),
        1 => String::from("in the one article read by this framework"),
        n => format!("in the {} articles read by this framework", words::thousands(n)),
    }
}

fn mean(cell: &AspectSummary) -> f64 {
    cell.tone.map_or(0.0, |tone| tone.mean)
}

fn gap((a, b): &Pair) -> f64 {
    (mean(a) - mean(b)).abs()
}

fn is_clear((a, b): &Pair) -> bool {
    let interval = |cell: &AspectSummary| cell.tone.and_then(|tone| tone.interval);
    interval(a).zip(interval(b)).is_some_and(|(a, b)| a.1 < b.0 || b.1 < a.0)
}

/// What was counted, what is left out, what marks mean.
pub(super) fn caption(report: &Report, cells: &[AspectSummary], n_left_out: usize) -> String {
    let Some(first) = cells.first() else { return String::new() };
    let mut sides: Vec<&AspectSummary> = cells.iter().filter(|cell| cell.aspect == first.aspect).collect();
    sides.dedup_by_key(|cell| cell.side);
    let n_sentences: usize = sides.iter().map(|cell| cell.n_side).sum();
    let mut parts = vec![
        format!(
            "n = {} in {} read by this framework; a sentence may be on several aspects, or on none.",
            counted(n_sentences, "sentence"),
            counted(n_articles(report, cells), "article")
        ),
        format!(
            "Filled marks: means of {MIN_VALUES} sentences or more, with 95% interval. Hollow marks: single sentences \
             of sides with fewer, the strongest quoted. Silent: speaks in these articles, but not on this aspect."
        ),
    ];
    let names = |is: fn(&Presence) -> bool| -> Vec<&AspectSummary> {
        cells.iter().filter(|cell| is(&cell.presence)).collect()
    };
    let mut unraised = names(|presence| *presence == Presence::Unraised);
    unraised.dedup_by_key(|cell| cell.aspect);
    let unraised: Vec<String> =
        unraised.iter().map(|cell| words::shortened(&report.code(cell.aspect).name, 60)).collect();
    parts.extend(listed("No sentence on:", &unraised, 6));
    let voiceless: Vec<String> = sides
        .iter()
        .filter(|cell| cell.n_side == 0)
        .map(|cell| words::shortened(report.label(cell.side), 40))
        .collect();
    parts.extend(listed("No voice in these articles:", &voiceless, 6));
    if n_left_out > 0 {
        parts.push(format!("Left out: {} with fewer sentences.", counted(n_left_out, "aspect")));
    }
    parts.push(words::origin(report));
    parts.join(" ")
}

/// `No sentence on: A; B.`, none for an empty list.
fn listed(head: &str, names: &[String], most: usize) -> Option<String> {
    let (shown, more) = names.split_at(names.len().min(most));
    let more = if more.is_empty() { String::new() } else { format!("; and {} more", more.len()) };
    (!shown.is_empty()).then(|| format!("{head} {}{more}.", shown.join("; ")))
}
