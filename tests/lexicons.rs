//! Our own word lists are sorted, so that a change shows as one line, and no list says a thing twice.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use std::collections::BTreeSet;
use std::fs;

use toml::Value;

/// Lists in which the order means nothing. The order of rules in `sides.toml` does, and so may that of its terms.
const SORTED: [&str; 4] =
    ["english/abbreviations.toml", "english/furniture.toml", "english/irregular.toml", "english/words.toml"];

/// In the others only doubles are looked for.
const IN_ANY_ORDER: [&str; 3] = ["english/cues.toml", "inspection/sides.toml", "inspection/tone.toml"];

fn table(file: &str) -> Value {
    let path = format!("{}/lexicons/{file}", env!("CARGO_MANIFEST_DIR"));
    Value::Table(fs::read_to_string(&path).unwrap().parse().expect(file))
}

/// Every list of words in a file, with the keys that lead to it. Names in one text count as a list too.
fn lists(keys: &str, value: &Value) -> Vec<(String, Vec<String>)> {
    let words = |values: &[Value]| -> Option<Vec<String>> {
        values.iter().map(|value| value.as_str().map(str::to_owned)).collect()
    };
    match value {
        Value::Table(table) => {
            table.iter().flat_map(|(key, value)| lists(&format!("{keys}.{key}"), value)).collect()
        }
        Value::Array(values) => match words(values) {
            Some(words) => vec![(keys.to_owned(), words)],
            None => {
                values.iter().zip(1..).flat_map(|(value, n)| lists(&format!("{keys}.{n}"), value)).collect()
            }
        },
        Value::String(text) if text.contains('\n') => {
            vec![(keys.to_owned(), text.split_whitespace().map(str::to_owned).collect())]
        }
        _ => Vec::new(),
    }
}

#[test]
fn lists_are_sorted() {
    let mut n_lists = 0;
    for file in SORTED {
        for (keys, words) in lists(file, &table(file)) {
            let misplaced = words.windows(2).find(|pair| pair[0] > pair[1]);
            assert!(misplaced.is_none(), "{keys}: {misplaced:?}");
            n_lists += 1;
        }
    }
    assert!(n_lists > 20, "only {n_lists} lists were read");
}

#[test]
fn no_list_says_a_thing_twice() {
    for file in SORTED.iter().chain(&IN_ANY_ORDER) {
        for (keys, words) in lists(file, &table(file)) {
            let mut seen = BTreeSet::new();
            let doubles: Vec<&String> = words.iter().filter(|word| !seen.insert(word.as_str())).collect();
            assert!(doubles.is_empty(), "{keys}: {doubles:?}");
        }
    }
}
