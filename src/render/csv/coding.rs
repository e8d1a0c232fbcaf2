//! `NAME.coding.csv`: an empty sheet for a coder, a row for each sentence; and `codes.csv`, what may stand in it.
//!
//! Both start with a byte order mark, unlike all other tables: they are made to be opened in a spreadsheet, and
//! Excel reads UTF-8 only with one.

use serde::Serialize;

use super::cell::Words;
use super::table_with;
use crate::render::page::Page;
use crate::{Analysis, Kind, Mode, Passage, Profile, Sentence, Span};

/// The columns of a coding sheet, in their order.
pub const SHEET_COLUMNS: [&str; 11] =
    ["id", "start", "end", "text", "kind", "side", "accept", "mode", "speaker", "quotes", "valence"];

/// How a sheet is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SheetOptions {
    /// Semicolons between cells, as Excel expects where the comma is the decimal sign.
    pub semicolon: bool,
    /// With the labels of the program, to correct instead of to code. They sway the coder: agreement with a
    /// sheet that was filled in advance says little.
    pub prefilled: bool,
}

#[derive(Default, Serialize)]
struct Row<'a> {
    id: usize,
    start: usize,
    end: usize,
    text: Words<'a>,
    kind: &'static str,
    side: Words<'a>,
    accept: &'static str,
    mode: &'static str,
    speaker: Words<'a>,
    quotes: Words<'a>,
    valence: &'static str,
}

/// Prints the coding sheet of an article.
#[must_use]
pub fn coding_sheet(analysis: &Analysis, profile: &Profile, options: SheetOptions) -> Vec<u8> {
    let page = Page::new(analysis, profile);
    let mut passages = analysis.passages.iter().peekable();
    let row = |(n, sentence): (usize, &Sentence)| {
        let mut best: Option<&Passage> = None;
        while let Some(passage) = passages.next_if(|passage| passage.sentence <= n) {
            if best.is_none_or(|best| passage.span.len() > best.span.len()) {
                best = Some(passage);
            }
        }
        let row = empty(&page, n, sentence);
        match best {
            Some(best) if options.prefilled => filled(row, &page, sentence, best),
            _ => row,
        }
    };
    marked(table_with(analysis.sentences.iter().enumerate().map(row), separator(options.semicolon)))
}

/// White space becomes plain, so that a sentence of several lines stays one line of the sheet.
fn empty<'a>(page: &Page<'a>, n: usize, sentence: &Sentence) -> Row<'a> {
    let [start, end] = page.characters(sentence.span);
    Row { id: n + 1, start, end, text: one_line(sentence.span.of(page.text)).into(), ..Row::default() }
}

fn filled<'a>(row: Row<'a>, page: &Page<'a>, sentence: &Sentence, best: &Passage) -> Row<'a> {
    let is_furniture = best.kind == Kind::Furniture;
    let quoted: Vec<String> = if is_furniture { Vec::new() } else { quotations(page, sentence.span) };
    Row {
        kind: best.kind.name(),
        side: page.side(best.side).into(),
        mode: best.mode.name(),
        speaker: page.speaker(best.speaker).into(),
        quotes: quoted.join(" | ").into(),
        ..row
    }
}

/// The quotations of a sentence, cut at its ends.
fn quotations(page: &Page, sentence: Span) -> Vec<String> {
    let all = &page.analysis.quotations;
    let first = all.partition_point(|quotation| quotation.span.end <= sentence.start);
    let inside = all[first..].iter().map_while(|quotation| quotation.span.intersection(sentence));
    inside.map(|span| one_line(span.of(page.text))).collect()
}

fn one_line(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    words.join(" ")
}

#[derive(Default, Serialize)]
struct Code<'a> {
    column: &'static str,
    value: Words<'a>,
    meaning: Words<'a>,
}

/// Prints `codes.csv`: each value that may stand in a coding sheet, and what it means.
#[must_use]
pub fn codes(profile: &Profile, options: SheetOptions) -> Vec<u8> {
    let row = |column, value: &'static str, meaning: &'static str| Code {
        column,
        value: value.into(),
        meaning: meaning.into(),
    };
    let mut rows: Vec<Code> = KINDS.iter().map(|(kind, meaning)| row("kind", kind.name(), meaning)).collect();
    rows.extend(profile.sides.iter().map(|side| Code {
        column: "side",
        value: side.id.as_str().into(),
        meaning: side.description.as_str().into(),
    }));
    rows.push(row(
        "accept",
        "",
        "further sides that you would also accept, with a space between; mostly empty",
    ));
    rows.extend(MODES.iter().map(|(mode, meaning)| row("mode", mode.name(), meaning)));
    rows.extend(FREE.iter().map(|[column, value, meaning]| row(column, value, meaning)));
    marked(table_with(rows, separator(options.semicolon)))
}

const KINDS: [(Kind, &str); 3] = [
    (Kind::Body, "running text, bullets and pull quotes"),
    (Kind::Title, "headline, standfirst, cross-head"),
    (
        Kind::Furniture,
        "no part of the article: menus, captions, bylines, adverts; leave the rest of the row empty",
    ),
];

const MODES: [(Mode, &str); 4] = [
    (Mode::Direct, "all in quotation marks, apart from who says it"),
    (Mode::Mixed, "reported, with some words in quotation marks"),
    (Mode::Indirect, "reported, without quotation marks"),
    (Mode::None, "nobody's words but the article's own"),
];

const FREE: [[&str; 3]; 3] = [
    ["speaker", "", "who speaks: the fullest name in the article, without Cllr, Mr, Dr; empty for the press"],
    ["quotes", "", "the quoted words, copied from the text without their marks; a | between two quotations"],
    [
        "valence",
        "-2 to 2",
        "how the sentence makes the inspected service look: -2 very bad, 0 neutral, 2 very good",
    ],
];

const fn separator(semicolon: bool) -> u8 {
    if semicolon { b';' } else { b',' }
}

fn marked(table: Vec<u8>) -> Vec<u8> {
    ["\u{feff}".as_bytes(), &table].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::example;

    fn sheet(options: SheetOptions) -> String {
        String::from_utf8(coding_sheet(&example::analysis(), Profile::inspection(), options)).unwrap()
    }

    #[test]
    fn a_sheet_has_a_row_for_each_sentence_and_no_label() {
        let expected = "\u{feff}id,start,end,text,kind,side,accept,mode,speaker,quotes,valence\n\
                        1,0,13,– Zoë’s town.,,,,,,,\n\
                        2,15,61,\"“We did well,” she said, “and will do better.”\",,,,,,,\n";
        assert_eq!(sheet(SheetOptions::default()), expected);
    }

    #[test]
    fn a_prefilled_sheet_has_the_labels_of_the_program() {
        let sheet = sheet(SheetOptions { prefilled: true, semicolon: true });
        assert!(sheet.contains("\n1;0;13;– Zoë’s town.;body;press;;none;;;\n"), "{sheet}");
        assert!(sheet.ends_with(";body;council;;direct;Zoë Smith;We did well,;\n"), "{sheet}");
    }

    #[test]
    fn the_header_is_the_list_of_columns() {
        let sheet = sheet(SheetOptions::default());
        let header = sheet.lines().next().unwrap_or_default().trim_start_matches('\u{feff}');
        assert_eq!(header, SHEET_COLUMNS.join(","));
    }

    #[test]
    fn every_label_has_its_meaning() {
        let profile = Profile::inspection();
        let codes = String::from_utf8(codes(profile, SheetOptions::default())).unwrap();
        for column in ["kind", "side", "accept", "mode", "speaker", "quotes", "valence"] {
            assert!(codes.contains(&format!("\n{column},")), "{column}");
        }
        for side in &profile.sides {
            assert!(codes.contains(&format!("side,{},", side.id)), "{}", side.id);
        }
    }

    #[test]
    fn the_coding_book_explains_every_column_and_value() {
        const BOOK: &str = include_str!("../../../docs/coding.md");
        let words = SHEET_COLUMNS.iter().copied().chain(KINDS.iter().map(|(kind, _)| kind.name()));
        let words = words.chain(MODES.iter().map(|(mode, _)| mode.name()));
        let sides = Profile::inspection().sides.iter().map(|side| side.id.as_str());
        for word in words.chain(sides) {
            assert!(BOOK.contains(&format!("`{word}`")), "{word}");
        }
    }
}
