//! What the keys of `tone.toml` cannot tell: phrases that never fire, contradict one another or stand there twice,
//! operators that do nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use toml::de::DeTable;

use super::super::problem::Findings;
use super::tree::{Told, ids_are_distinct, number_of, tables_of, text_of, texts, texts_of};
use crate::phrase::Forms;
use crate::phrase::pattern::flaw;

/// A phrase of a list.
struct Listed<'a> {
    phrase: &'a str,
    forms: Forms,
    span: Range<usize>,
    rating: f64,
}

/// Keys of lists, and how their phrases are inflected.
const LISTS: [(&str, Forms); 4] = [
    ("words", Forms::AsWritten),
    ("verbs", Forms::Verb),
    ("nouns", Forms::Noun),
    ("adjectives", Forms::Adjective),
];

/// The most operators that a phrase can tell apart.
const MOST_OPERATORS: usize = 128;

/// Checks all but keys.
pub(super) fn check(file: &DeTable<'_>, findings: &mut Findings) {
    ids_are_distinct(file, "category", findings);
    ids_are_distinct(file, "operator", findings);
    let categories: Vec<Listed> = tables_of(file, "category").flat_map(|(table, _)| rated(table)).collect();
    for (table, span) in tables_of(file, "category") {
        if rated(table).is_empty() {
            findings.add(span, "the category lists no phrase; add some, or take it out");
        }
    }
    phrases(&categories, findings);
    contradictions(&categories, findings);
    operators(file, findings);
    clause_openers(file, findings);
    for (import, span) in tables_of(file, "import") {
        if text_of(import, "source").is_none() {
            findings.add(span, "the import has no `source`; say whose list it is and where you have it from");
        }
    }
}

/// The phrases of a category, in the order in which they count: as lists are read.
fn rated<'a>(category: &'a DeTable<'_>) -> Vec<Listed<'a>> {
    let mut found = Vec::new();
    for (key, forms) in LISTS {
        let lists = category.get(key).and_then(|lists| lists.get_ref().as_table());
        for (rating, list) in lists.into_iter().flatten() {
            let rating = rating.get_ref().parse().unwrap_or_default();
            let listed = |(phrase, span): Told<'a>| Listed { phrase, forms, span, rating };
            found.extend(texts(list).into_iter().map(listed));
        }
    }
    found
}

/// The phrases of an operator.
fn of_operator<'a>(operator: &'a DeTable<'_>) -> Vec<Listed<'a>> {
    let lists = LISTS.iter().flat_map(|(key, forms)| {
        let listed = |(phrase, span): Told<'a>| Listed { phrase, forms: *forms, span, rating: 0.0 };
        texts_of(operator, key).into_iter().map(listed)
    });
    lists.collect()
}

/// Each phrase on its own, and against those before it. A word may stand among verbs and nouns, with the same rating.
fn phrases(listed: &[Listed<'_>], findings: &mut Findings) {
    let mut first: BTreeMap<&str, Vec<&Listed>> = BTreeMap::new();
    for one in listed {
        let is_inflected = one.forms != Forms::AsWritten;
        if let Some(flaw) = flaw(one.phrase) {
            findings.add(one.span.clone(), flaw);
        } else if is_inflected && one.phrase.contains('*') {
            let message = format!("`{}`: `*` stands for all endings; list it among `words`", one.phrase);
            findings.add(one.span.clone(), message);
        }
        let before = first.entry(one.phrase).or_default();
        let is_same = |before: &&&Listed| before.forms == one.forms || before.rating != one.rating;
        if let Some(other) = before.iter().find(is_same) {
            let line = findings.line(other.span.start);
            let message = format!("`{}` stands on line {line} too, which counts; take one out", one.phrase);
            findings.add(one.span.clone(), message);
        }
        before.push(one);
    }
}

/// Forms of two phrases that are the same, where one phrase is favourable and the other not.
fn contradictions(listed: &[Listed<'_>], findings: &mut Findings) {
    let mut first: BTreeMap<String, &Listed> = BTreeMap::new();
    for one in listed.iter().filter(|one| flaw(one.phrase).is_none()) {
        let mut against = None;
        for form in one.forms.of(one.phrase) {
            let before = first.entry(form.clone()).or_insert(one);
            if before.rating * one.rating < 0.0 && before.phrase != one.phrase {
                against = against.or(Some((form, *before)));
            }
        }
        if let Some((form, before)) = against {
            let line = findings.line(before.span.start);
            let message = format!(
                "`{form}` is a form of `{}` ({:+}) and of `{}` ({:+}) on line {line}, which counts; take one out",
                one.phrase, one.rating, before.phrase, before.rating
            );
            findings.add(one.span.clone(), message);
        }
    }
}

fn operators(file: &DeTable<'_>, findings: &mut Findings) {
    let all: Vec<Listed> = tables_of(file, "operator").flat_map(|(table, _)| of_operator(table)).collect();
    phrases(&all, findings);
    let known: BTreeSet<&str> = all.iter().map(|one| one.phrase).collect();
    for (n, (operator, span)) in tables_of(file, "operator").enumerate() {
        let own = of_operator(operator);
        if own.is_empty() {
            findings.add(span.clone(), "the operator lists no words; add some, or take it out");
        }
        if n == MOST_OPERATORS {
            findings.add(span.clone(), format!("there are more than {MOST_OPERATORS} operators; join some"));
        }
        let factor = |key| number_of(operator, key).unwrap_or(1.0);
        let changes = factor("favourable") != 1.0 || factor("unfavourable") != 1.0;
        let reach = |key| number_of(operator, key).unwrap_or_default();
        if changes && reach("ahead") == 0.0 && reach("behind") == 0.0 {
            let message = "the operator reaches no phrase; set `ahead` or `behind` to a number of words";
            findings.add(span, message);
        }
        for one in own.iter().filter(|one| !changes && !shields(one.phrase, &known)) {
            let message = format!(
                "`{}` does nothing: its operator multiplies by 1, and no other operator stands in these words; set \
                 `favourable` or `unfavourable`, or take it out",
                one.phrase
            );
            findings.add(one.span.clone(), message);
        }
    }
}

/// Whether a shorter operator stands in the phrase, which then does not count: "not" in "not only".
fn shields(phrase: &str, known: &BTreeSet<&str>) -> bool {
    let words: Vec<&str> = phrase.split(' ').collect();
    let parts = (0..words.len()).flat_map(|from| (from + 1..=words.len()).map(move |to| from..to));
    let mut shorter = parts.filter(|part| part.len() < words.len());
    shorter.any(|part| known.contains(words[part].join(" ").as_str()))
}

fn clause_openers(file: &DeTable<'_>, findings: &mut Findings) {
    let mut seen = BTreeSet::new();
    for (word, span) in texts_of(file, "clause_openers") {
        if let Some(flaw) = flaw(word) {
            findings.add(span, flaw);
        } else if word.contains([' ', '*']) {
            findings.add(
                span,
                format!("`{word}` opens no clause, since one plain word is looked for; write one word"),
            );
        } else if !seen.insert(word) {
            findings.add(span, format!("`{word}` opens a clause twice; take one out"));
        }
    }
}
