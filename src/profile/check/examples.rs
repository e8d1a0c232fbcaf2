//! `[[example]]` in `tone.toml`: texts with the tone that they should have, so that a change which breaks one is seen.

use toml::de::DeTable;

use super::super::problem::Findings;
use super::tree::{tables_of, text_of};
use crate::tone;
use crate::vader;

/// From here on a tone is favourable; as far below 0 it is unfavourable (Hutto & Gilbert 2014 for VADER's scores).
const BOUND: f64 = 0.05;

/// Scores every example; returns how many there are.
pub(super) fn run(file: &DeTable<'_>, lexicon: &tone::Lexicon, findings: &mut Findings) -> usize {
    let mut n_examples = 0;
    for (example, _) in tables_of(file, "example") {
        let (Some((text, span)), Some((expected, _))) = (text_of(example, "text"), text_of(example, "tone"))
        else {
            continue;
        };
        n_examples += 1;
        let ledger = tone::explain(text, lexicon, vader::Lexicon::published());
        let found = name(ledger.tone);
        if found != expected {
            let message = format!(
                "the example is {found} ({:+.2}), not {expected}, by {}; change ratings, or what is expected",
                ledger.tone,
                terms(&ledger)
            );
            findings.add(span, message);
        }
    }
    n_examples
}

fn name(tone: f64) -> &'static str {
    match tone {
        _ if tone >= BOUND => "favourable",
        _ if tone <= -BOUND => "unfavourable",
        _ => "neutral",
    }
}

/// What made the tone.
fn terms(ledger: &tone::Ledger) -> String {
    let terms = ledger.terms.iter().filter(|term| term.rating != 0.0);
    let terms: Vec<String> = terms.map(|term| format!("`{}` {:+.2}", term.phrase, term.value)).collect();
    if terms.is_empty() { "no phrase".to_owned() } else { terms.join(", ") }
}
