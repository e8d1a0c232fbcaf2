//! Runs the cases of `tests/cases/layout.txt`: the format is told at the top of that file.

use slantwise::{Kind, Profile, blocks};

/// A page as pasted, and the lines that its blocks must give.
struct Case<'t> {
    name: &'t str,
    page: String,
    expected: Vec<String>,
}

fn cases(file: &str) -> Vec<Case<'_>> {
    let bodies = file.split("\n=== ").skip(1);
    let case = |body| {
        let (name, rest): (_, &str) = str::split_once(body, '\n').expect("a case has a page");
        let (page, expected) = rest.split_once("\n---\n").expect("a case has a line `---`");
        let lines = expected.lines().map(str::trim_end).filter(|line| !line.is_empty());
        Case { name, page: unescaped(page), expected: lines.map(String::from).collect() }
    };
    bodies.map(case).collect()
}

/// Replaces `\u{a0}`, `\r` and `\t` by the characters that they stand for.
fn unescaped(page: &str) -> String {
    let mut parts = page.split("\\u{");
    let mut text = String::from(parts.next().unwrap_or_default());
    for part in parts {
        let (code, rest) = part.split_once('}').expect("an escape ends with a brace");
        let number = u32::from_str_radix(code, 16).expect("an escape is hexadecimal");
        text.push(char::from_u32(number).expect("an escape is a character"));
        text.push_str(rest);
    }
    text.replace("\\r", "\r").replace("\\t", "\t")
}

/// The blocks of a page, one line each, as the cases write them.
fn found(page: &str) -> Vec<String> {
    let line = |block: &slantwise::Block| {
        let words: Vec<&str> = block.span.of(page).split_whitespace().collect();
        let kind = if block.kind == Kind::Body && block.list_item { "item" } else { block.kind.name() };
        format!("{kind}| {}", words.join(" "))
    };
    blocks(page, Profile::inspection()).iter().map(line).collect()
}

#[test]
fn the_cases_give_what_they_expect() {
    let cases = cases(include_str!("cases/layout.txt"));
    assert!(cases.len() >= 10, "the cases are read");
    let mut n_failed = 0;
    for case in cases {
        let found = found(&case.page);
        if found == case.expected {
            continue;
        }
        n_failed += 1;
        println!("=== {}", case.name);
        for line in found.iter().filter(|line| !case.expected.contains(line)) {
            println!("  found    {line}");
        }
        for line in case.expected.iter().filter(|line| !found.contains(line)) {
            println!("  expected {line}");
        }
    }
    assert_eq!(n_failed, 0, "cases failed; see above");
}
