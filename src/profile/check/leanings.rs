//! `leanings.tsv`: rows that cannot be read, and words that can never be met.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::problem::Findings;
use crate::tone::leaning;

/// Rows that cannot be read.
pub(super) fn refusals(text: &str, findings: &mut Findings) {
    for (place, line) in rows(text) {
        if let Err(message) = leaning::row(line) {
            findings.add(place, message);
        }
    }
}

/// Words that are listed twice or can never be met.
pub(super) fn flaws(text: &str, findings: &mut Findings) {
    let mut seen = BTreeMap::new();
    for (place, line) in rows(text) {
        let Ok(leaning) = leaning::row(line) else {
            continue;
        };
        let words = leaning.words.to_string();
        if words.split(' ').count() > 2 || words.chars().any(char::is_uppercase) {
            let message = format!("`{words}` is never met: write one word or two in small letters");
            findings.add(place.clone(), message);
        }
        if let Some(line) = seen.insert(words.clone(), findings.line(place.start)) {
            findings.add(place, format!("`{words}` stands in line {line} already; take one of them out"));
        }
    }
}

/// Each row with its place in the file.
fn rows(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut start = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let place = start..start + line.len();
        start += line.len();
        leaning::is_row(line.trim_end()).then_some((place, line.trim_end()))
    })
}
