//! The explanation of both scores side by side: what VADER counts for a word, and what the profile counts for a phrase.

use serde_json::{Value, json};

use super::ledger::{ledger_json, line, signed, verdict};
use super::terminal::wrap;
use crate::tone::{self, Term};
use crate::vader::{self, LedgerWord};
use crate::{CharacterIndex, Span};

/// Both ledgers of one text as a table for a terminal.
///
/// `text` is the text that was scored, `profile` the name of the profile whose phrases were looked for.
#[must_use]
pub fn both_text(vader: &vader::Ledger, tone: &tone::Ledger, text: &str, profile: &str) -> String {
    let mut out = String::new();
    line(&mut out, "VADER asks: how positive are the words? Each word has a rating, whatever it is about.");
    line(
        &mut out,
        "Tone asks: how good does this make the inspected service look? It looks for the phrases of",
    );
    line(
        &mut out,
        &format!(
            "the profile \u{201c}{profile}\u{201d} and for the words around them that change what they mean."
        ),
    );
    line(&mut out, "");
    let rows = rows(vader, tone);
    if rows.is_empty() && tone.terms.is_empty() {
        line(&mut out, "Neither list has a word of this text: both scores are 0, neutral.");
        return out;
    }
    let shown: Vec<String> = rows.iter().map(|row| row.words(text)).collect();
    let width = shown.iter().map(|words| words.chars().count()).max().unwrap_or(0).clamp(SHORTEST, WIDEST);
    line(&mut out, &format!("{:<width$}  {:>8}  {:>8}  why", "words", "VADER", "tone"));
    for (row, shown) in rows.iter().zip(&shown) {
        row.print(&mut out, shown, width);
    }
    leanings(&mut out, tone, width);
    sums(&mut out, vader, tone, width);
    out
}

/// Both ledgers as a JSON value: `vader` as [`ledger_json`] gives it, and `tone`, each `start` and `end` in characters.
#[must_use]
pub fn both_json(vader: &vader::Ledger, tone: &tone::Ledger, text: &str) -> Value {
    let index = CharacterIndex::new(text);
    let mut value = json!({ "vader": ledger_json(vader, text), "tone": tone });
    for (place, term) in tone.terms.iter().enumerate() {
        let [start, end] = [term.span.start, term.span.end].map(|offset| index.character(text, offset));
        value["tone"]["terms"][place]["span"] = json!({ "start": start, "end": end });
    }
    value
}

/// The column of words is at least as wide as what stands below it.
const SHORTEST: usize = 18;
/// The widest words that keep their column.
const WIDEST: usize = 28;
/// Columns of the explanation.
const WHY: usize = 62;

/// A phrase with the words in it that VADER rates, or such a word that is in no phrase.
struct Row<'a> {
    span: Span,
    term: Option<&'a Term>,
    words: Vec<&'a LedgerWord>,
}

/// All of both ledgers in the order of the text.
fn rows<'a>(vader: &'a vader::Ledger, tone: &'a tone::Ledger) -> Vec<Row<'a>> {
    let phrases = tone.terms.iter().filter(|term| !term.is_leaning());
    let mut rows: Vec<Row<'a>> =
        phrases.map(|term| Row { span: term.span, term: Some(term), words: Vec::new() }).collect();
    for word in &vader.words {
        let holds = |row: &&mut Row<'_>| row.term.is_some() && row.span.contains(word.span);
        match rows.iter_mut().find(holds) {
            Some(row) => row.words.push(word),
            None => rows.push(Row { span: word.span, term: None, words: vec![word] }),
        }
    }
    // A topic word that VADER does not rate either explains nothing.
    rows.retain(|row| !row.words.is_empty() || row.term.is_some_and(|term| term.rating != 0.0));
    rows.sort_by_key(|row| (row.span.start, row.span.end));
    rows
}

impl Row<'_> {
    fn words(&self, text: &str) -> String {
        wrap::clip(self.span.of(text), WIDEST)
    }

    fn print(&self, out: &mut String, shown: &str, width: usize) {
        let vader = if self.words.is_empty() {
            String::from("-")
        } else {
            signed(self.words.iter().map(|word| word.valence).sum())
        };
        let tone = self.term.map_or_else(|| String::from("-"), |term| signed(term.value));
        let reasons = self.reasons().iter().flat_map(|reason| wrap::wrap(reason, WHY)).collect();
        print_row(out, (shown, width), [&vader, &tone], reasons);
    }

    /// Why tone counts what it counts, then what VADER does.
    fn reasons(&self) -> Vec<String> {
        let mut reasons = Vec::new();
        match self.term {
            Some(term) if term.rating == 0.0 => reasons.push(format!("tone: {}", term.note)),
            Some(term) => {
                reasons.push(format!("tone: {} ({})", term.note, signed(term.rating)));
                for change in &term.changes {
                    reasons.push(format!("tone: {} ({})", change.reason, signed(change.amount)));
                }
            }
            None => reasons.push(String::from("tone: in no phrase of the profile")),
        }
        for word in &self.words {
            let changes: Vec<String> = word.adjustments.iter().map(vader::Adjustment::reason).collect();
            let changes =
                if changes.is_empty() { String::new() } else { format!("; {}", changes.join("; ")) };
            reasons.push(format!("VADER: '{}' is rated {}{changes}", word.word, signed(word.base)));
        }
        reasons
    }
}

/// Plain words with a small weight, together.
fn leanings(out: &mut String, tone: &tone::Ledger, width: usize) {
    let words: Vec<&Term> = tone.terms.iter().filter(|term| term.is_leaning()).collect();
    if words.is_empty() {
        return;
    }
    let listed: Vec<String> =
        words.iter().map(|term| format!("{} {}", term.phrase, signed(term.value))).collect();
    let why = format!(
        "tone: small weights of plain words, by how often they stood in unfavourable and favourable sentences: {}",
        listed.join(", ")
    );
    let sum = signed(words.iter().map(|term| term.value).sum());
    print_row(out, ("plain words", width), ["-", &sum], wrap::wrap(&why, WHY));
}

/// A row of words, what the two scores count, and why, over as many lines as that needs.
fn print_row(out: &mut String, (words, width): (&str, usize), [vader, tone]: [&str; 2], why: Vec<String>) {
    let mut why = why.into_iter();
    let first = why.next().unwrap_or_default();
    line(out, &format!("{words:<width$}  {vader:>8}  {tone:>8}  {first}"));
    for reason in why {
        line(out, &format!("{:<width$}  {:>8}  {:>8}  {reason}", "", "", ""));
    }
}

fn sums(out: &mut String, vader: &vader::Ledger, tone: &tone::Ledger, width: usize) {
    let (total, compound) = (&vader.total, vader.scores.rounded().compound);
    let rounded = |score: f64| format!("{score:+.4}");
    line(out, "");
    let mut sums = vec![("sum", signed(total.emphasised), signed(tone.sum))];
    if tone.doubt != 0.0 {
        sums.push(("too little to tell", "-".to_owned(), signed(tone.doubt)));
    }
    sums.push(("score", rounded(compound), rounded(tone.tone)));
    for (name, left, right) in sums {
        line(out, &format!("{name:<width$}  {left:>8}  {right:>8}"));
    }
    line(out, "");
    line(out, &format!("VADER calls this text {}.", verdict(compound)));
    line(out, &format!("Tone calls it {} to the service.", favour(tone.tone)));
    line(out, &format!("Each score is s / √(s² + c): for VADER s is the sum and c {},", vader::ALPHA));
    line(out, &format!("for tone s is the sum without what is too little to tell, and c {}.", tone.alpha));
}

/// The same bounds as for VADER.
fn favour(tone: f64) -> &'static str {
    if tone >= 0.05 {
        "favourable (0.05 or more)"
    } else if tone <= -0.05 {
        "unfavourable (-0.05 or less)"
    } else {
        "neutral (between -0.05 and 0.05)"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Profile;

    fn printed(text: &str) -> String {
        let profile = Profile::inspection();
        let vader = vader::explain(text, &profile.vader, vader::Reading::Typographic);
        let tone = tone::explain(text, &profile.tone, &profile.vader);
        both_text(&vader, &tone, text, &profile.name)
    }

    #[test]
    fn a_phrase_stands_in_one_row_with_the_words_that_it_replaces() {
        let table = printed("The service requires improvement.");
        assert!(table.contains("requires improvement"), "{table}");
        assert!(table.contains("VADER: 'improvement' is rated +2.0"), "{table}");
        assert!(table.contains("Tone calls it unfavourable"), "{table}");
    }

    #[test]
    fn a_text_without_listed_words_says_so() {
        assert!(printed("Zebras graze.").contains("Neither list"));
    }
}
