//! The sides next to each other in a few lines of at most 80 columns.

use std::fmt::Write;

use super::palette::{ASIDE, HEADING, style};
use super::wrap::{clip, wrap};
use crate::statistics::Estimate;
use crate::{Profile, Report, SideSummary};

/// Widths of the columns after the name of the side.
const NAME: usize = 10;
const ESTIMATE: usize = 20;
const SHARES: usize = 11;

/// Columns of a terminal that nobody has widened.
const WIDTH: usize = 80;

/// Steps of the bar on each side of zero.
const STEPS: usize = 5;

/// Prints the sides of a report as a table, with the notes that its figures need.
#[must_use]
pub fn summary(report: &Report, profile: &Profile) -> String {
    let mut out = String::new();
    let _ = writeln!(
        out,
        "{HEADING}{:NAME$} sentences  articles  {:ESTIMATE$}  {:>SHARES$}  -1 tone  +1{HEADING:#}",
        "side", "mean tone", "- / o / + %"
    );
    for row in &report.summaries {
        write_row(&mut out, report, row, profile);
    }
    for note in explanations(report) {
        for line in wrap(&note, WIDTH) {
            let _ = write!(out, "\n{ASIDE}{line}{ASIDE:#}");
        }
    }
    out.push('\n');
    out
}

fn write_row(out: &mut String, report: &Report, row: &SideSummary, profile: &Profile) {
    let colour = style(row.side, profile);
    let name = clip(report.label(row.side), NAME);
    let (n_sentences, n_articles) = (row.n_sentences, row.n_articles);
    let tone = estimate(row.tone);
    let (shares, bar) = (shares(row), row.tone.map_or_else(String::new, |tone| bar(tone.mean)));
    let _ = writeln!(
        out,
        "{colour}{name:NAME$}{colour:#} {n_sentences:>9}  {n_articles:>8}  {tone:>ESTIMATE$}  \
         {shares:>SHARES$}  {colour}{bar}{colour:#}"
    );
}

/// `-0.12 [-0.30, +0.05]`; only the mean where there is no interval, and a dash where there is no mean.
fn estimate(estimate: Option<Estimate>) -> String {
    let Some(estimate) = estimate else {
        return format!("{:>5}{:15}", "–", "");
    };
    // The mean keeps its place above one with an interval.
    let interval = estimate
        .interval
        .map_or_else(|| format!("{:15}", ""), |(low, high)| format!(" [{}, {}]", signed(low), signed(high)));
    format!("{}{interval}", signed(estimate.mean))
}

/// Two decimals with a sign, but none before a zero.
fn signed(number: f64) -> String {
    let digits = format!("{number:+.2}");
    if digits.ends_with("0.00") { " 0.00".into() } else { digits }
}

/// Shares of negative, neutral and positive tone, in percent.
fn shares(row: &SideSummary) -> String {
    if row.n_sentences == 0 {
        return "–".into();
    }
    let [negative, neutral, positive] = row.tone_shares.fractions().map(|share| share * 100.0);
    format!("{negative:.0} {neutral:>3.0} {positive:>3.0}")
}

/// The mean as a bar from zero, to the left or to the right.
fn bar(mean: f64) -> String {
    let halves = (mean.abs().min(1.0) * 2.0 * STEPS as f64).round() as usize;
    let (full, half) = (halves / 2, halves % 2);
    let (full_bar, empty) = ("█".repeat(full), "·".repeat(STEPS - full - half));
    let other_side = "·".repeat(STEPS);
    if mean < 0.0 {
        format!("{empty}{}{full_bar}│{other_side}", "▐".repeat(half))
    } else {
        format!("{other_side}│{full_bar}{}{empty}", "▌".repeat(half))
    }
}

/// How to read the table, and what its figures do not carry.
fn explanations(report: &Report) -> Vec<String> {
    let estimates = report.summaries.iter().filter_map(|row| row.tone);
    let mut kinds: Vec<_> =
        estimates.filter(|estimate| estimate.interval.is_some()).map(|it| it.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let kinds: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
    let intervals = if kinds.is_empty() {
        "No side has enough sentences for an interval.".to_owned()
    } else {
        format!("In brackets: 95% interval, {}.", kinds.join(" or "))
    };
    let scale = "Tone runs from -1 (unfavourable to the inspected service) to 1 (favourable); - / o / +: \
                 unfavourable, neutral and favourable sentences, in per cent.";
    let mut lines = vec![format!("{scale} {intervals}")];
    lines.extend(report.notes.iter().cloned());
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_grows_from_the_middle() {
        assert_eq!(bar(0.0), "·····│·····");
        assert_eq!(bar(0.29), "·····│█▌···");
        assert_eq!(bar(-0.5), "··▐██│·····");
        assert_eq!(bar(-1.0), "█████│·····");
    }
}
