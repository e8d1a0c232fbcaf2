//! What the keys of `sides.toml` cannot tell: sides and domains that nobody defines, terms that never fit.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::super::problem::Findings;
use super::nearest::nearest;
use super::tree::{Told, tables_of, text_of, texts, texts_of};
use crate::side::words;

/// The sides that the rules of the program speak of; the last two stand last.
const NEEDED: [&str; 5] = ["council", "opposition", "inspector", "other", "press"];

/// More sides than a chart can tell apart by hue and shape.
const MOST_SIDES: usize = 17;

/// The sides themselves: a profile without these is not loaded.
pub(super) fn sides(file: &DeTable<'_>, findings: &mut Findings) {
    let defined: Vec<Told> = ids(file, "side");
    let line_one = 0..0;
    let place = defined.first().map_or(line_one, |(_, span)| span.clone());
    for id in NEEDED.iter().filter(|id| defined.iter().all(|(other, _)| other != *id)) {
        let message =
            format!("there is no side `{id}`, which the program needs; add it, its label may be any");
        findings.add(place.clone(), message);
    }
    let last: Vec<&str> = defined.iter().rev().map(|(id, _)| *id).take(2).collect();
    if last != ["press", "other"] {
        findings
            .add(place.clone(), "`other` and `press` are not the last sides; put them last, in this order");
    }
    if defined.len() > MOST_SIDES {
        findings.add(place, format!("there are more than {MOST_SIDES} sides; join some"));
    }
    distinct(&defined, "side", findings);
    for (rule, _) in tables_of(file, "rule") {
        text_of(rule, "side").into_iter().for_each(|side| is_defined(side, &defined, "side", findings));
    }
}

/// All else.
pub(super) fn check(file: &DeTable<'_>, findings: &mut Findings) {
    let domains = ids(file, "domain");
    distinct(&domains, "domain", findings);
    for (rule, _) in tables_of(file, "rule") {
        for domain in texts_of(rule, "domains") {
            is_defined(domain, &domains, "domain", findings);
        }
        for list in ["terms", "unless"] {
            terms(&texts_of(rule, list), findings);
        }
    }
    for (key, value) in file {
        match value.get_ref() {
            DeValue::Table(table) => table.values().for_each(|list| terms(&texts(list), findings)),
            _ if key.get_ref() == "domain" => tables_of(file, "domain").for_each(|(domain, _)| {
                ["signals", "body"].into_iter().for_each(|list| terms(&texts_of(domain, list), findings));
            }),
            _ => {}
        }
    }
}

fn ids<'a>(file: &'a DeTable<'_>, key: &str) -> Vec<Told<'a>> {
    tables_of(file, key).filter_map(|(table, _)| text_of(table, "id")).collect()
}

fn distinct(ids: &[Told<'_>], what: &str, findings: &mut Findings) {
    let mut first: BTreeMap<&str, &Range<usize>> = BTreeMap::new();
    for (id, span) in ids {
        if let Some(before) = first.get(id) {
            let line = findings.line(before.start);
            findings.add(span.clone(), format!("the {what} `{id}` stands on line {line} too; rename one"));
        } else {
            first.insert(id, span);
        }
    }
}

fn is_defined((id, span): Told<'_>, defined: &[Told<'_>], what: &str, findings: &mut Findings) {
    let known = || defined.iter().map(|(id, _)| *id);
    if known().any(|known| known == id) {
        return;
    }
    let remedy = nearest(id, known()).map_or_else(
        || format!("choose from {}, or define it", known().collect::<Vec<_>>().join(", ")),
        |near| format!("did you mean `{near}`?"),
    );
    findings.add(span, format!("unknown {what} `{id}`; {remedy}"));
}

/// Terms that fit no words, and terms that a list has twice.
fn terms(list: &[Told<'_>], findings: &mut Findings) {
    let mut seen = BTreeSet::new();
    for (term, span) in list {
        let words = words(term);
        let has_odd = |word: &String| {
            let inside = word.strip_suffix('*').unwrap_or(word);
            let inside = inside.strip_prefix('*').unwrap_or(inside);
            inside.contains('*') || (word.contains(['{', '}']) && word != "{party}")
        };
        let message = if words.iter().all(|word| word == "..") {
            "has no word; take it out"
        } else if words.iter().any(has_odd) {
            "is never met; write `*` at the start or end of a word, `{party}` for a party"
        } else if words.last().is_some_and(|word| word == "..") {
            "has `..` at its end, where it stands for nothing; take it out"
        } else if !seen.insert(words) {
            "stands twice in this list; take one out"
        } else {
            continue;
        };
        findings.add(span.clone(), format!("`{term}` {message}"));
    }
}
