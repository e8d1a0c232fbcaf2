//! The explanation of a score: a table for people, a JSON value for programs.

use std::fmt::Write;

use serde_json::{Value, json};

use crate::vader::{ALPHA, Ledger, LedgerWord, Scores, Total};
use crate::{CharacterIndex, Span};

/// The ledger as a table for a terminal: each word with what changed it, then the sum, step by step.
///
/// `text` is the text that was scored.
#[must_use]
pub fn ledger_text(ledger: &Ledger, text: &str) -> String {
    let mut out = String::new();
    words(&mut out, ledger, text);
    sum(&mut out, &ledger.total);
    compound(&mut out, &ledger.total, ledger.scores);
    shares(&mut out, &ledger.total, ledger.scores);
    out
}

/// The ledger as a JSON value: the fields of [`Ledger`], each `start` and `end` in characters of `text`, and the
/// scores once more as the reference rounds them (`rounded`).
#[must_use]
pub fn ledger_json(ledger: &Ledger, text: &str) -> Value {
    let Ok(mut value) = serde_json::to_value(ledger) else {
        return Value::Null;
    };
    let index = CharacterIndex::new(text);
    for (place, word) in ledger.words.iter().enumerate() {
        let Span { start, end } = word.span;
        let (start, end) = (index.character(text, start), index.character(text, end));
        value["words"][place]["span"] = json!({ "start": start, "end": end });
    }
    value["rounded"] = json!(ledger.scores.rounded());
    value
}

/// The widest word that keeps its column.
const WIDEST: usize = 24;

fn words(out: &mut String, ledger: &Ledger, text: &str) {
    let shown: Vec<String> = ledger.words.iter().map(|word| shown(word, text)).collect();
    let width = shown.iter().map(|word| word.chars().count()).max().unwrap_or(0).clamp(4, WIDEST);
    let Total { n_words, .. } = ledger.total;
    if shown.is_empty() {
        line(out, &format!("No word of this text has a rating ({}).", counted(n_words, "word")));
        return;
    }
    line(out, &format!("{:<width$}  {:>8}  why", "word", "counts"));
    for (word, shown) in ledger.words.iter().zip(&shown) {
        line(out, &format!("{shown:<width$}  {:>8}  rating in the word list", signed(word.base)));
        for adjustment in &word.adjustments {
            line(out, &format!("{:<width$}  {:>8}  {}", "", signed(adjustment.amount), adjustment.reason()));
        }
        if !word.adjustments.is_empty() {
            line(out, &format!("{:<width$}  {:>8}  together", "", format!("= {}", signed(word.valence))));
        }
    }
    let n_others = n_words - ledger.words.len();
    line(out, &format!("The other {} count 0.", counted(n_others, "word")));
}

/// The word as it stands in the text; of an emoji, the word of its name too.
fn shown(word: &LedgerWord, text: &str) -> String {
    let in_text: String = word.span.of(text).chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if in_text.chars().any(char::is_alphanumeric) || in_text == word.word {
        in_text
    } else {
        format!("{in_text} {}", word.word)
    }
}

fn sum(out: &mut String, total: &Total) {
    line(out, "");
    line(out, &format!("Sum of all words        {:>9}", signed(total.sum)));
    if total.emphasis > 0.0 && total.sum != 0.0 {
        let marks = format!(
            "{} and {}",
            counted(total.n_exclamations, "exclamation mark"),
            counted(total.n_questions, "question mark")
        );
        let added = total.emphasised - total.sum;
        line(out, &format!("Added for ! and ?       {:>9}  {marks}", signed(added)));
        line(out, &format!("Sum with the marks      {:>9}", signed(total.emphasised)));
    }
}

fn compound(out: &mut String, total: &Total, scores: Scores) {
    let sum = total.emphasised;
    let rounded = scores.rounded().compound;
    line(out, "");
    line(out, "The compound score brings the sum between -1 and 1:");
    line(out, &format!("  compound = sum / √(sum² + {ALPHA})"));
    line(out, &format!("           = {sum:.4} / √({:.4} + {ALPHA})", sum * sum));
    line(out, &format!("           = {sum:.4} / {:.4}", (sum * sum + ALPHA).sqrt()));
    line(out, &format!("           = {rounded:.4}  ({})", verdict(rounded)));
}

fn shares(out: &mut String, total: &Total, scores: Scores) {
    let Scores { neg, neu, pos, .. } = scores.rounded();
    line(out, "");
    line(out, "How the weight is shared (a neutral word weighs 1, a rated one 1 more than its count):");
    for (name, weight, share) in [
        ("negative", format!("{:.4}", total.negative), neg),
        ("neutral", total.n_neutral.to_string(), neu),
        ("positive", format!("{:.4}", total.positive), pos),
    ] {
        line(out, &format!("  {name:<8}  {weight:>9} of {:.4} = {share:.3}", total.weight()));
    }
}

/// The usual bounds (Hutto & Gilbert 2014).
pub(super) fn verdict(compound: f64) -> &'static str {
    if compound >= 0.05 {
        "positive: 0.05 or more"
    } else if compound <= -0.05 {
        "negative: -0.05 or less"
    } else {
        "neutral: between -0.05 and 0.05"
    }
}

/// Up to four digits, at least one, always with a sign unless 0.
pub(super) fn signed(number: f64) -> String {
    let digits = format!("{number:+.4}");
    let digits = digits.trim_end_matches('0');
    let digits = if digits.ends_with('.') { format!("{digits}0") } else { digits.to_owned() };
    if digits == "+0.0" || digits == "-0.0" { "0.0".to_owned() } else { digits }
}

fn counted(n: usize, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") }
}

pub(super) fn line(out: &mut String, words: &str) {
    // Writing into a string cannot fail.
    let _ = writeln!(out, "{}", words.trim_end());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vader::{Lexicon, Reading, explain};

    fn ledger(text: &str) -> Ledger {
        explain(text, Lexicon::published(), Reading::Typographic)
    }

    #[test]
    fn each_word_shows_what_changed_it_and_the_sum_follows() {
        let text = "“They didn’t help,” she said. 😊";
        let table = ledger_text(&ledger(text), text);
        let expected = "\
word         counts  why
help           +1.7  rating in the word list
             -2.958  negated by 'didn’t', the word before
           = -1.258  together
😊 smiling      +2.0  rating in the word list
😊 smiling      +2.0  rating in the word list
The other 7 words count 0.

Sum of all words           +2.742

The compound score brings the sum between -1 and 1:
  compound = sum / √(sum² + 15)
           = 2.7420 / √(7.5186 + 15)
           = 2.7420 / 4.7454
           = 0.5778  (positive: 0.05 or more)
";
        assert!(table.starts_with(expected), "{table}");
    }

    #[test]
    fn spans_in_json_count_characters() {
        let text = "“Terrible,” she said.";
        let value = ledger_json(&ledger(text), text);
        assert_eq!(value["words"][0]["span"], json!({ "start": 1, "end": 9 }));
        assert_eq!(value["rounded"]["compound"], json!(-0.4767));
    }

    #[test]
    fn a_text_without_rated_words_says_so() {
        for (text, said) in [("", "(0 words)"), ("Inspectors came.", "(2 words)")] {
            let table = ledger_text(&ledger(text), text);
            assert!(table.starts_with(&format!("No word of this text has a rating {said}.\n")), "{table}");
        }
    }

    #[test]
    fn amounts_show_their_sign() {
        for (number, expected) in [(1.0, "+1.0"), (-0.293, "-0.293"), (-0.00001, "0.0"), (10.0, "+10.0")] {
            assert_eq!(signed(number), expected);
        }
    }
}
