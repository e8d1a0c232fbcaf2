//! What a profile holds, as people read it.

use std::fmt::Write;

use super::palette::{ASIDE, HEADING};
use super::wrap::{clip, wrap};
use crate::framing::CodeOutline;
use crate::profile::{BuiltIn, Outline};
use crate::tone::{CategoryOutline, OperatorOutline};

/// Columns for an id.
const ID: usize = 14;
/// Columns before the words of a category: its id and three counts.
const COUNTS: usize = ID + 24;
/// Columns for the id of a frame or an aspect.
const CODE: usize = 26;
/// Fewer columns would break words to pieces.
const NARROWEST: usize = 60;

/// A paragraph for each built-in profile.
#[must_use]
pub fn profiles(built_in: &[BuiltIn], width: usize) -> String {
    let mut out = String::new();
    for one in built_in {
        let outline = one.profile.outline();
        let counts = format!(
            "{}: {} sides, {} phrases in {} categories, {} operators",
            one.description,
            outline.sides.len(),
            outline.phrases,
            outline.categories.len(),
            outline.operators.len()
        );
        row(&mut out, &format!("{:ID$}", one.name), ID, &counts, width);
    }
    out
}

/// Files, sides, categories and operators of a profile.
#[must_use]
pub fn profile(outline: &Outline, width: usize) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{HEADING}{}{HEADING:#}", clip(&outline.name, width));
    let _ = writeln!(out, "{ASIDE}sha256 {}{ASIDE:#}", outline.sha256);
    for file in &outline.files {
        let from =
            file.path.as_ref().map_or_else(|| "built in".to_owned(), |path| path.display().to_string());
        row(&mut out, &cell(&file.name), ID, &from, width);
    }
    heading(&mut out, "Sides");
    for side in &outline.sides {
        row(&mut out, &cell(&side.id), ID, &side.description, width);
    }
    let _ = writeln!(out, "{ASIDE}{} rules put a speaker on a side{ASIDE:#}", outline.side_rules);
    heading(&mut out, &format!("Phrases: {} in {} categories", outline.phrases, outline.categories.len()));
    let _ = writeln!(out, "{ASIDE}{:ID$}{:>7}{:>7}{:>7}   say{ASIDE:#}", "", "+", "0", "-");
    outline.categories.iter().for_each(|category| write_category(&mut out, category, width));
    heading(&mut out, "Operators: what they make of favourable and unfavourable phrases near them");
    let _ = writeln!(out, "{ASIDE}{:ID$}{:>7}{:>7}{:>7}   say{ASIDE:#}", "", "words", "of +", "of -");
    outline.operators.iter().for_each(|operator| write_operator(&mut out, operator, width));
    heading(&mut out, &format!("Frames: how things are put ({})", outline.frames.len()));
    outline.frames.iter().for_each(|frame| write_code(&mut out, frame, width));
    for framework in &outline.frameworks {
        let force = match (&framework.from, &framework.until) {
            (Some(from), None) => format!(", since {from}"),
            (None, Some(until)) => format!(", until {until}"),
            (Some(from), Some(until)) => format!(", {from} to {until}"),
            (None, None) => String::new(),
        };
        heading(&mut out, &clip(&format!("Aspects of {}: {}{force}", framework.id, framework.name), width));
        framework.aspects.iter().for_each(|aspect| write_code(&mut out, aspect, width));
    }
    for warning in &outline.warnings {
        heading(&mut out, "Left out");
        row(&mut out, "", 0, warning, width);
    }
    out
}

fn heading(out: &mut String, words: &str) {
    let _ = writeln!(out, "\n{HEADING}{words}{HEADING:#}");
}

fn write_category(out: &mut String, category: &CategoryOutline, width: usize) {
    let (plus, zero, minus) = (category.favourable, category.neutral, category.unfavourable);
    let counts = format!("{}{plus:>7}{zero:>7}{minus:>7}   ", cell(&category.id));
    row(out, &counts, COUNTS, &category.note, width);
}

fn write_code(out: &mut String, code: &CodeOutline, width: usize) {
    let construct = code.construct.map_or_else(String::new, |construct| format!(" ({construct})"));
    let words = format!("{}{construct}", code.definition);
    row(out, &format!("{:CODE$}{:>5}   ", clip(&code.id, CODE - 1), code.terms), CODE + 8, &words, width);
}

fn write_operator(out: &mut String, operator: &OperatorOutline, width: usize) {
    let (plus, minus) = (factor(operator.favourable), factor(operator.unfavourable));
    let counts = format!("{}{:>7}{plus:>7}{minus:>7}   ", cell(&operator.id), operator.phrases);
    row(out, &counts, COUNTS, &operator.note.replace("{words}", "…"), width);
}

/// An id in its column; a longer one takes what it needs.
fn cell(id: &str) -> String {
    format!("{:width$} ", clip(id, 40), width = ID - 1)
}

fn factor(factor: f64) -> String {
    format!("×{factor}")
}

/// What stands first, then words that are broken into lines below one another.
fn row(out: &mut String, first: &str, indent: usize, words: &str, width: usize) {
    let lines = wrap(words, width.max(NARROWEST).saturating_sub(indent));
    let _ = writeln!(out, "{first}{}", lines.first().map_or("", String::as_str));
    for line in lines.iter().skip(1) {
        let _ = writeln!(out, "{:indent$}{line}", "");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Profile;
    use crate::profile::built_in;

    #[test]
    fn a_profile_is_told_in_lines_that_fit() {
        let printed = profile(&Profile::inspection().outline(), 80);
        assert!(printed.contains("sides.toml    built in"), "{printed}");
        assert!(printed.contains("the article's own voice"), "{printed}");
        let plain = anstream::adapter::strip_str(&printed).to_string();
        assert!(plain.lines().all(|line| line.chars().count() <= 80), "{plain}");
    }

    #[test]
    fn each_built_in_profile_has_a_line() {
        assert!(profiles(&built_in(), 100).starts_with("inspection    Inspections of public services"));
    }
}
