//! `ledger.csv`: each rated word and phrase of each passage, with the rules that changed it.

use serde::Serialize;

use super::cell::{Decimal, Words};
use super::table;
use crate::analysis::in_document;
use crate::render::page::Page;
use crate::tone::{self, Term};
use crate::vader::{self, Adjustment, LedgerWord, Reading};
use crate::{Passage, Profile, Report, Span};

#[derive(Default, Serialize)]
struct Row<'a> {
    document: Words<'a>,
    sentence: usize,
    part: usize,
    start: usize,
    end: usize,
    score: &'static str,
    word: Words<'a>,
    base: Decimal<4>,
    rules: Words<'a>,
    adjustments: Words<'a>,
    valence: Decimal<6>,
    emphasis: Decimal<4>,
    contribution: Decimal<6>,
    phrase: Words<'a>,
    category: Words<'a>,
    replaced: Words<'a>,
    note: Words<'a>,
}

/// Prints `ledger.csv`.
#[must_use]
pub fn ledger(report: &Report, profile: &Profile) -> Vec<u8> {
    table(report.analyses.iter().flat_map(|analysis| {
        let page = Page::new(analysis, profile);
        let of_passage = move |passage| {
            let mut rows = compound(&page, passage, profile);
            rows.extend(tone(&page, passage, profile));
            rows
        };
        analysis.passages.iter().flat_map(of_passage)
    }))
}

/// The words behind `compound`.
fn compound<'a>(page: &Page<'a>, passage: &Passage, profile: &Profile) -> Vec<Row<'a>> {
    let content = passage.content_text(page.text);
    let ledger = vader::explain(&content, &profile.vader, Reading::Typographic);
    let factor = ledger.total.factor();
    let row = |word: &LedgerWord| Row {
        word: in_document(word.span, &passage.content).of(page.text).into(),
        base: word.base.into(),
        rules: listed(&word.adjustments, Adjustment::reason),
        adjustments: listed(&word.adjustments, amount),
        valence: word.valence.into(),
        emphasis: ledger.total.emphasis.into(),
        contribution: (word.valence * factor).into(),
        ..of_passage("compound", page, passage, in_document(word.span, &passage.content))
    };
    ledger.words.iter().map(row).collect()
}

/// The phrases behind `tone`, and what stands around the passage.
fn tone<'a>(page: &Page<'a>, passage: &Passage, profile: &Profile) -> Vec<Row<'a>> {
    let content = passage.content_text(page.text);
    let ledger = tone::explain_in_turn(&content, passage.tone_around, &profile.tone, &profile.vader);
    let row = |term: &Term| {
        let place = in_document(term.span, &passage.content);
        Row {
            word: place.of(page.text).into(),
            base: term.rating.into(),
            rules: listed(&term.changes, |change| change.reason.clone()),
            adjustments: listed(&term.changes, |change| format!("{} {:.6}", change.operator, change.amount)),
            valence: term.value.into(),
            contribution: term.part.into(),
            phrase: term.phrase.clone().into(),
            category: term.category.clone().into(),
            replaced: listed(&term.replaced, |word| format!("{} {:+.1}", word.word, word.valence)),
            note: term.note.clone().into(),
            ..of_passage("tone", page, passage, place)
        }
    };
    let mut rows: Vec<Row<'a>> = ledger.terms.iter().map(row).collect();
    for (category, valence, contribution, note) in [
        (
            "around",
            ledger.around,
            ledger.around_part(),
            "what the same voice says in the sentences beside this one",
        ),
        ("doubt", ledger.doubt, ledger.doubt_part(), "so little tells nothing, so it is taken off"),
    ] {
        if valence != 0.0 {
            rows.push(Row {
                valence: valence.into(),
                contribution: contribution.into(),
                category: category.into(),
                note: note.into(),
                ..of_passage("tone", page, passage, passage.span)
            });
        }
    }
    rows
}

/// The columns that say where a row belongs.
fn of_passage<'a>(score: &'static str, page: &Page<'a>, passage: &Passage, place: Span) -> Row<'a> {
    let [start, end] = page.characters(place);
    Row {
        document: page.analysis.document.id.as_str().into(),
        sentence: passage.sentence + 1,
        part: passage.part + 1,
        start,
        end,
        score,
        ..Row::default()
    }
}

/// `negated -5.091200`: the rule by its id, and what it added.
fn amount(adjustment: &Adjustment) -> String {
    let rule = serde_json::to_value(adjustment.rule).unwrap_or_default();
    format!("{} {:.6}", rule.as_str().unwrap_or_default(), adjustment.amount)
}

/// The entries in their order.
fn listed<'a, T>(items: &[T], entry: impl Fn(&T) -> String) -> Words<'a> {
    let entries: Vec<String> = items.iter().map(entry).collect();
    entries.join("; ").into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::example;

    #[test]
    fn each_rated_word_has_its_place_in_the_document() {
        let table = ledger(&example::report(), Profile::inspection());
        let table = String::from_utf8(table).unwrap();
        let compound: Vec<&str> = table.lines().filter(|row| row.contains(",compound,")).collect();
        assert_eq!(
            compound,
            [
                "zoe,2,1,23,27,compound,well,1.1000,,,1.100000,0.0000,0.224537,,,,",
                "zoe,2,1,53,59,compound,better,1.9000,,,1.900000,0.0000,0.387836,,,,"
            ]
        );
        let tone = table.lines().find(|row| row.starts_with("zoe,2,1,19,27,tone,did well,1.5000,")).unwrap();
        assert!(tone.ends_with(",do well,strength,well +1.1,done well"), "{tone}");
    }

    #[test]
    fn a_word_of_the_content_is_found_in_the_document() {
        let text = "“Very good,” she said, “and kind.”";
        let pieces = ["“Very good,”", "“and kind.”"].map(|piece| {
            let start = text.find(piece).unwrap();
            Span::new(start, start + piece.len())
        });
        let content = "“Very good,” “and kind.”";
        for word in ["Very", "good", "kind"] {
            let start = content.find(word).unwrap();
            let span = in_document(Span::new(start, start + word.len()), &pieces);
            assert_eq!(span.of(text), word);
        }
    }
}
