//! What the keys of `frames.toml` and `aspects.toml` cannot tell: phrases that never fire, codes that stand there twice,
//! patterns without terms; and their examples.

use std::collections::BTreeMap;

use toml::de::DeTable;

use super::super::problem::Findings;
use super::tree::{ids_are_distinct, tables_of, text_of, texts_of};
use crate::Profile;
use crate::framing::{self, CodeId};
use crate::phrase::pattern::flaw;

/// Lists of phrases in a table.
const LISTS: [&str; 4] = ["words", "verbs", "nouns", "adjectives"];

/// Checks `frames.toml`.
pub(super) fn frames(file: &DeTable<'_>, findings: &mut Findings) {
    codes(file, "frame", findings);
}

/// Checks `aspects.toml`.
pub(super) fn aspects(file: &DeTable<'_>, findings: &mut Findings) {
    ids_are_distinct(file, "framework", findings);
    for (framework, span) in tables_of(file, "framework") {
        if tables_of(framework, "aspect").next().is_none() {
            findings.add(span, "the framework has no aspect; add some, or take it out");
        }
        codes(framework, "aspect", findings);
        phrases(framework, "signals", findings);
    }
}

fn codes(file: &DeTable<'_>, key: &str, findings: &mut Findings) {
    ids_are_distinct(file, key, findings);
    for (code, span) in tables_of(file, key) {
        let patterns: Vec<_> = tables_of(code, "pattern").collect();
        if patterns.is_empty() && text_of(code, "same-as").is_none() {
            findings.add(span, format!("the {key} has no pattern; add one, or take it out"));
        }
        lists(code, "except", findings);
        for (pattern, span) in patterns {
            LISTS.iter().for_each(|list| phrases(pattern, list, findings));
            lists(pattern, "with", findings);
            lists(pattern, "without", findings);
            let has_terms =
                LISTS.iter().chain(&["tone", "detect"]).any(|list| !texts_of(pattern, list).is_empty());
            if !has_terms {
                findings.add(span, "the pattern has no term; add some, or take it out");
            }
        }
    }
}

fn lists(table: &DeTable<'_>, key: &str, findings: &mut Findings) {
    if let Some(lists) = table.get(key).and_then(|lists| lists.get_ref().as_table()) {
        LISTS.iter().for_each(|list| phrases(lists, list, findings));
    }
}

/// Each phrase can be met, and stands in its list once.
fn phrases(table: &DeTable<'_>, key: &str, findings: &mut Findings) {
    let mut seen = BTreeMap::new();
    for (phrase, span) in texts_of(table, key) {
        if let Some(flaw) = flaw(phrase) {
            findings.add(span, flaw);
        } else if let Some(line) = seen.insert(phrase, findings.line(span.start)) {
            findings.add(span, format!("`{phrase}` stands on line {line} too; take one out"));
        }
    }
}

/// Looks for each frame in its examples; returns how many there are.
pub(super) fn run_frames(file: &DeTable<'_>, profile: &Profile, findings: &mut Findings) -> usize {
    let lexicon = &profile.framing;
    let code = |id: &str| lexicon.frames().find(|(_, code)| code.id == id).map(|(id, _)| id);
    run(file, "frame", None, code, profile, findings)
}

/// Looks for each aspect in its examples; returns how many there are.
pub(super) fn run_aspects(file: &DeTable<'_>, profile: &Profile, findings: &mut Findings) -> usize {
    let lexicon = &profile.framing;
    let mut n_examples = 0;
    for (framework, _) in tables_of(file, "framework") {
        let id = text_of(framework, "id").map_or("", |(id, _)| id);
        let place = lexicon.frameworks().iter().position(|known| known.id == id);
        let code = |id: &str| lexicon.aspects(place?).find(|(_, code)| code.id == id).map(|(id, _)| id);
        n_examples += run(framework, "aspect", place, code, profile, findings);
    }
    n_examples
}

fn run(
    file: &DeTable<'_>,
    key: &str,
    framework: Option<usize>,
    code: impl Fn(&str) -> Option<CodeId>,
    profile: &Profile,
    findings: &mut Findings,
) -> usize {
    let mut n_examples = 0;
    for (table, _) in tables_of(file, key) {
        let Some((id, code)) = text_of(table, "id").and_then(|(id, _)| Some((id, code(id)?))) else {
            continue;
        };
        for (examples, is_met) in [("example", true), ("counter-example", false)] {
            for (text, span) in tables_of(table, examples).filter_map(|(example, _)| text_of(example, "text"))
            {
                n_examples += 1;
                let hits = framing::find_alone(text, profile, framework);
                let words: Vec<String> = hits
                    .iter()
                    .filter(|hit| hit.code == code)
                    .map(|hit| format!("`{}`", hit.span.of(text)))
                    .collect();
                match (is_met, words.is_empty()) {
                    (true, true) => {
                        findings.add(span, format!("`{id}` is not met in its example; add a term for it"));
                    }
                    (false, false) => findings.add(
                        span,
                        format!(
                            "`{id}` is met in its counter-example by {}; change the pattern",
                            words.join(", ")
                        ),
                    ),
                    _ => {}
                }
            }
        }
    }
    n_examples
}
