//! `NAME.coding.csv`: the table that a coder filled, as whatever spreadsheet saved it.
//!
//! Commas, semicolons or tabs, any quoting, line end and encoding: a spreadsheet chooses these by the language of
//! its user. An empty cell says that the coder did not judge; a row without any label is left out.

use std::collections::BTreeSet;

use csv::StringRecord;

use super::Read;
use super::check::Target;
use super::quoted::Sentence;
use crate::Error;
use crate::evaluate::{Aspect, GoldUnit, Labels};
use crate::render::csv::SHEET_COLUMNS;

/// Which cell of a row stands in which column.
struct Columns(Vec<usize>);

/// One row: its cells by name.
struct Row<'a> {
    columns: &'a Columns,
    cells: &'a StringRecord,
    line: usize,
}

/// The columns that a coder fills.
const LABELS: [&str; 7] = ["kind", "side", "accept", "mode", "speaker", "quotes", "valence"];

/// The labels of a coding sheet.
pub(super) fn read(target: &Target, written: &str) -> Result<Read, Error> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(written))
        .flexible(true)
        .from_reader(written.as_bytes());
    let headers = reader.headers().map_err(|error| target.error(1, error.to_string()))?;
    let columns = Columns::find(target, headers)?;
    let (mut units, mut n_blank) = (Vec::new(), 0);
    for record in reader.records() {
        let cells = record.map_err(|error| {
            let line = error.position().map_or(1, csv::Position::line);
            target.error(usize::try_from(line).unwrap_or(1), error.to_string())
        })?;
        let line = cells.position().map_or(1, csv::Position::line);
        let row = Row { columns: &columns, cells: &cells, line: usize::try_from(line).unwrap_or(1) };
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let unit = row.unit(target)?;
        if LABELS.iter().all(|column| row.cell(column).is_empty()) {
            n_blank += 1;
        } else {
            units.push((row.line, unit));
        }
    }
    let units = target.in_order(units)?;
    let notices = notices(&units);
    Ok(Read { labels: Labels { uncoded: uncoded(&units), units }, n_blank, notices })
}

/// The sign between cells: the one with which the first line names the columns.
fn delimiter(written: &str) -> u8 {
    let header = written.lines().next().unwrap_or_default();
    let n = |sign: char| header.matches(sign).count();
    [',', ';', '\t'].into_iter().max_by_key(|sign| (n(*sign), *sign == ',')).map_or(b',', |sign| sign as u8)
}

/// The bounds of units are the program's own, and a sheet without any quotation does not code them.
fn uncoded(units: &[GoldUnit]) -> Vec<Aspect> {
    let has_quotes = units.iter().any(|unit| !unit.quotes.is_empty());
    let quotes = (!has_quotes).then_some(Aspect::Quotes);
    std::iter::once(Aspect::Segment).chain(quotes).collect()
}

/// What looks like a slip: a label that some rows have and others lack.
fn notices(units: &[GoldUnit]) -> Vec<String> {
    let voiced: Vec<&GoldUnit> = units.iter().filter(|unit| !unit.is_furniture()).collect();
    let lacking = |column: &str, is_empty: fn(&GoldUnit) -> bool| {
        let n = voiced.iter().filter(|unit| is_empty(unit)).count();
        let rows = if n == 1 { "row has" } else { "rows have" };
        let is_used = units.iter().any(|unit| !is_empty(unit));
        (n > 0 && is_used).then(|| format!("{n} filled {rows} no {column}, which is left out of its figures"))
    };
    let kind = lacking("kind", |unit| unit.kind.is_empty());
    let side = lacking("side", |unit| unit.side.is_empty());
    let mode = lacking("mode", |unit| unit.mode.is_empty());
    [kind, side, mode].into_iter().flatten().collect()
}

impl Columns {
    fn find(target: &Target, headers: &StringRecord) -> Result<Self, Error> {
        let place = |column: &&str| {
            headers.iter().position(|header| header.trim().eq_ignore_ascii_case(column)).ok_or_else(|| {
                let all = SHEET_COLUMNS.join(", ");
                target.error(1, format!("there is no column `{column}`, expected the columns {all}"))
            })
        };
        Ok(Self(SHEET_COLUMNS.iter().map(place).collect::<Result<_, _>>()?))
    }
}

impl Row<'_> {
    /// A cell without white space around it and without the apostrophe that keeps a spreadsheet from running it.
    fn cell(&self, column: &str) -> &str {
        let place = SHEET_COLUMNS.iter().position(|known| *known == column);
        let cell = place.and_then(|place| self.cells.get(self.columns.0[place])).unwrap_or_default().trim();
        cell.strip_prefix('\'').unwrap_or(cell).trim()
    }

    /// A cell that holds a word of a closed list, which a spreadsheet may have given a capital.
    fn word(&self, column: &str) -> String {
        self.cell(column).to_lowercase()
    }

    fn unit(&self, target: &Target) -> Result<GoldUnit, Error> {
        let place = (self.offset(target, "start")?, self.offset(target, "end")?);
        let there = target.slice(self.line, place)?;
        if !is_same(there, self.cell("text")) {
            return Err(target.other_words(self.line, there, self.cell("text")));
        }
        Ok(GoldUnit {
            start: place.0,
            end: place.1,
            text: there.iter().collect(),
            kind: self.kind(target)?,
            side: self.side(target)?,
            accept: self.accept(target)?,
            mode: self.mode(target)?,
            speaker: self.cell("speaker").to_owned(),
            quotes: self.quotes(target, there, place.0)?,
            valence: self.valence(target)?,
        })
    }

    fn offset(&self, target: &Target, column: &str) -> Result<usize, Error> {
        let cell = self.cell(column);
        cell.parse().map_err(|_| {
            let expected = "expected the number of a character, as the sheet came";
            target.error(self.line, format!("`{column}` is `{cell}`, {expected}"))
        })
    }

    fn kind(&self, target: &Target) -> Result<String, Error> {
        let word = self.word("kind");
        if !word.is_empty() {
            target.kind(self.line, &word)?;
        }
        Ok(word)
    }

    fn side(&self, target: &Target) -> Result<String, Error> {
        let word = self.word("side");
        if !word.is_empty() {
            target.side(self.line, "side", &word)?;
        }
        Ok(word)
    }

    fn accept(&self, target: &Target) -> Result<Vec<String>, Error> {
        let cell = self.word("accept");
        let words = cell.split(|sign: char| sign.is_whitespace() || "|,;/".contains(sign));
        let words: BTreeSet<&str> = words.filter(|word| !word.is_empty()).collect();
        let one = |word: &str| target.side(self.line, "accept", word).map(|()| word.to_owned());
        words.into_iter().map(one).collect()
    }

    fn mode(&self, target: &Target) -> Result<String, Error> {
        let word = self.word("mode");
        if !word.is_empty() {
            target.mode(self.line, &word)?;
        }
        Ok(word)
    }

    fn quotes(&self, target: &Target, there: &[char], start: usize) -> Result<Vec<(usize, usize)>, Error> {
        let cell = self.cell("quotes");
        if cell.is_empty() {
            return Ok(Vec::new());
        }
        let found = Sentence::new(there).locate(cell).map_err(|words| {
            let advice = "copy the quoted words as they stand there, ` | ` between two quotations";
            target.error(self.line, format!("`quotes`: {words:?} is not in the sentence: {advice}"))
        })?;
        Ok(found.into_iter().map(|(from, to)| (start + from, start + to)).collect())
    }

    /// `-1`, `+1`, `0,5`, with whatever sign a spreadsheet makes of a minus.
    fn valence(&self, target: &Target) -> Result<Option<f64>, Error> {
        let cell = self.cell("valence");
        if cell.is_empty() {
            return Ok(None);
        }
        let plain = cell.replace(['−', '–'], "-").replace(',', ".");
        let valence: f64 = plain.parse().map_err(|_| {
            target.error(self.line, format!("`valence` is `{cell}`, expected a number from -2 to 2"))
        })?;
        target.valence(self.line, valence)?;
        Ok(Some(valence))
    }
}

/// Whether a cell still holds the words of the article. Letters and digits of ASCII are compared: marks, dashes,
/// accents and spaces do not survive every spreadsheet.
fn is_same(there: &[char], cell: &str) -> bool {
    if there.len() <= LONGEST_DATE && there.iter().any(char::is_ascii_digit) {
        return true;
    }
    let solid = |character: &char| character.is_ascii_alphanumeric();
    there.iter().copied().filter(solid).eq(cell.chars().filter(solid))
}

/// Characters of the longest date or number that a spreadsheet writes anew in its own way ("Wednesday 12 June 2025").
const LONGEST_DATE: usize = 24;
