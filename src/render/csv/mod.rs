//! The tables: RFC 4180, UTF-8, a header row, one row per observation.
//!
//! Each table is a private row struct: its field names are the header, and `output/README.md` says what they mean.

mod aspects;
mod cell;
mod coding;
mod contrasts;
mod evaluation;
mod findings;
mod frames;
mod framing;
mod ledger;
mod outlets;
mod quotations;
mod sentences;
mod sides;
mod speakers;
mod words;

use serde::Serialize;

pub use aspects::aspects;
pub use coding::{SHEET_COLUMNS, SheetOptions, codes, coding_sheet};
pub use contrasts::contrasts;
pub use evaluation::{agreement, differences, evaluation};
pub use findings::findings;
pub use frames::frames;
pub use framing::framing;
pub use ledger::ledger;
pub use outlets::outlets;
pub use quotations::quotations;
pub use sentences::sentences;
pub use sides::sides;
pub use speakers::speakers;
pub use words::words;

/// Prints rows below their header, which is there when no row is.
fn table<Row: Serialize + Default>(rows: impl IntoIterator<Item = Row>) -> Vec<u8> {
    table_with(rows, b',')
}

/// The same with another sign between cells.
fn table_with<Row: Serialize + Default>(rows: impl IntoIterator<Item = Row>, delimiter: u8) -> Vec<u8> {
    let mut bytes = header::<Row>(delimiter);
    let mut writer =
        csv::WriterBuilder::new().has_headers(false).delimiter(delimiter).from_writer(&mut bytes);
    for row in rows {
        writer.serialize(row).expect("a flat row is written to memory");
    }
    writer.flush().expect("memory can be written");
    drop(writer);
    bytes
}

/// The header row of a table.
fn header<Row: Serialize + Default>(delimiter: u8) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
    writer.serialize(Row::default()).expect("a flat row is written to memory");
    let mut bytes = writer.into_inner().expect("memory can be written");
    let end = bytes.iter().position(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    bytes.truncate(end);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Profile, compare};

    const DICTIONARY: &str = include_str!("../../../output/README.md");

    /// The columns that a section of the data dictionary explains, in order.
    fn explained(table: &str) -> Vec<&str> {
        let (_, section) = DICTIONARY.split_once(&format!("\n## `{table}`\n")).expect(table);
        let section = section.split("\n## ").next().unwrap_or_default();
        let rows = section.lines().filter_map(|line| line.strip_prefix("| `"));
        rows.filter_map(|row| row.split('`').next()).collect()
    }

    #[test]
    fn the_data_dictionary_explains_each_column_in_its_order() {
        let profile = Profile::inspection();
        let report = compare(Vec::new(), profile);
        for (name, table) in [
            ("sentences.csv", sentences(&report, profile)),
            ("quotations.csv", quotations(&report, profile)),
            ("speakers.csv", speakers(&report, profile)),
            ("sides.csv", sides(&report, profile)),
            ("contrasts.csv", contrasts(&report, profile)),
            ("ledger.csv", ledger(&report, profile)),
        ] {
            let table = String::from_utf8(table).unwrap();
            let header = table.lines().next().unwrap_or_default();
            assert_eq!(header, explained(name).join(","), "{name}");
        }
    }
}
