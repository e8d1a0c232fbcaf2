//! Looks into a TOML file that may be wrong in places: what is not as expected counts as not there.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::super::problem::Findings;

/// A word of the file with its place.
pub(super) type Told<'a> = (&'a str, Range<usize>);

/// A text, or the texts of a list.
pub(super) fn texts<'a>(value: &'a Spanned<DeValue<'_>>) -> Vec<Told<'a>> {
    match value.get_ref() {
        DeValue::String(text) => vec![(text.as_ref(), value.span())],
        DeValue::Array(items) => {
            items.iter().filter_map(|item| Some((item.get_ref().as_str()?, item.span()))).collect()
        }
        _ => Vec::new(),
    }
}

/// The texts behind a key.
pub(super) fn texts_of<'a>(table: &'a DeTable<'_>, key: &str) -> Vec<Told<'a>> {
    table.get(key).map(texts).unwrap_or_default()
}

/// The text behind a key.
pub(super) fn text_of<'a>(table: &'a DeTable<'_>, key: &str) -> Option<Told<'a>> {
    texts_of(table, key).into_iter().next()
}

/// The tables behind `[[key]]`, each with its place.
pub(super) fn tables_of<'a, 'i>(
    table: &'a DeTable<'i>,
    key: &str,
) -> impl Iterator<Item = (&'a DeTable<'i>, Range<usize>)> + use<'a, 'i> {
    let items = table.get(key).and_then(|value| value.get_ref().as_array());
    items
        .into_iter()
        .flat_map(|items| items.iter())
        .filter_map(|item| Some((item.get_ref().as_table()?, item.span())))
}

/// A number, whole or not.
pub(super) fn number(value: &DeValue<'_>) -> Option<f64> {
    match value {
        DeValue::Integer(number) if number.radix() == 10 => number.as_str().parse().ok(),
        DeValue::Float(number) => number.as_str().parse().ok(),
        _ => None,
    }
}

/// The number behind a key.
pub(super) fn number_of(table: &DeTable<'_>, key: &str) -> Option<f64> {
    table.get(key).and_then(|value| number(value.get_ref()))
}

/// Tells of each id that another table behind the same key has.
pub(super) fn ids_are_distinct(file: &DeTable<'_>, key: &str, findings: &mut Findings) {
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    for (id, span) in tables_of(file, key).filter_map(|(table, _)| text_of(table, "id")) {
        let line = findings.line(span.start);
        match first.get(id) {
            Some(other) => {
                findings.add(span, format!("the id `{id}` stands on line {other} too; rename one"));
            }
            None => drop(first.insert(id, line)),
        }
    }
}
