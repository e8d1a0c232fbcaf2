//! `ledger.csv`: each rated word of each passage, with the rules that changed it.

use serde::Serialize;

use super::cell::{Decimal, Words};
use super::table;
use crate::render::page::Page;
use crate::vader::{self, Adjustment, LedgerWord, Reading};
use crate::{Passage, Profile, Report, Span};

#[derive(Default, Serialize)]
struct Row<'a> {
    document: Words<'a>,
    sentence: usize,
    part: usize,
    start: usize,
    end: usize,
    word: Words<'a>,
    base: Decimal<4>,
    rules: Words<'a>,
    adjustments: Words<'a>,
    valence: Decimal<6>,
    emphasis: Decimal<4>,
}

/// Prints `ledger.csv`.
#[must_use]
pub fn ledger(report: &Report, profile: &Profile) -> Vec<u8> {
    table(report.analyses.iter().flat_map(|analysis| {
        let page = Page::new(analysis, profile);
        let of_passage = move |passage| rows(&page, passage, profile);
        analysis.passages.iter().flat_map(of_passage)
    }))
}

fn rows<'a>(page: &Page<'a>, passage: &Passage, profile: &Profile) -> Vec<Row<'a>> {
    let content = passage.content_text(page.text);
    let ledger = vader::explain(&content, &profile.vader, Reading::Typographic);
    let row = |word: &LedgerWord| {
        let span = in_document(word.span, &passage.content);
        let [start, end] = page.characters(span);
        Row {
            document: page.analysis.document.id.as_str().into(),
            sentence: passage.sentence + 1,
            part: passage.part + 1,
            start,
            end,
            word: span.of(page.text).into(),
            base: word.base.into(),
            rules: listed(word, Adjustment::reason),
            adjustments: listed(word, amount),
            valence: word.valence.into(),
            emphasis: ledger.total.emphasis.into(),
        }
    };
    ledger.words.iter().map(row).collect()
}

/// `negated -5.091200`: the rule by its id, and what it added.
fn amount(adjustment: &Adjustment) -> String {
    let rule = serde_json::to_value(adjustment.rule).unwrap_or_default();
    format!("{} {:.6}", rule.as_str().unwrap_or_default(), adjustment.amount)
}

/// One entry for each adjustment, in their order.
fn listed<'a>(word: &LedgerWord, entry: impl Fn(&Adjustment) -> String) -> Words<'a> {
    let entries: Vec<String> = word.adjustments.iter().map(entry).collect();
    entries.join("; ").into()
}

/// Where a stretch of the scored content stands in the document. The content is its pieces with a space between.
fn in_document(span: Span, pieces: &[Span]) -> Span {
    let mut before = 0;
    for piece in pieces {
        if span.start < before + piece.len() {
            let shifted = |offset: usize| (piece.start + offset.saturating_sub(before)).min(piece.end);
            return Span::new(shifted(span.start), shifted(span.end));
        }
        before += piece.len() + 1;
    }
    let end = pieces.last().map_or(0, |piece| piece.end);
    Span::new(end, end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::example;

    #[test]
    fn each_rated_word_has_its_place_in_the_document() {
        let table = ledger(&example::report(), Profile::inspection());
        let expected = "document,sentence,part,start,end,word,base,rules,adjustments,valence,emphasis\n\
                        zoe,2,1,23,27,well,1.1000,,,1.100000,0.0000\n\
                        zoe,2,1,53,59,better,1.9000,,,1.900000,0.0000\n";
        assert_eq!(String::from_utf8(table).unwrap(), expected);
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
