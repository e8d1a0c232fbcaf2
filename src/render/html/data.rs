//! The tables inside the page, packed: what the script looks up, and what a reader takes away as CSV.

use std::io::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use maud::{Markup, html};

/// A table of more bytes does not travel inside the page.
const MAX_BYTES: usize = 48 << 20;

/// The tables that the page carries.
pub(super) fn inside<'a>(tables: &[(&'a str, &'a [u8])]) -> Vec<(&'a str, &'a [u8])> {
    tables.iter().copied().filter(|(_, bytes)| bytes.len() <= MAX_BYTES).collect()
}

/// A table for the script, gzipped.
pub(super) fn block(name: &str, bytes: &[u8]) -> Markup {
    html! { script type="text/plain" data-table=(name) { (STANDARD.encode(packed(bytes))) } }
}

/// Without a time stamp: the same bytes every time.
fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    // Writing into a vector cannot fail.
    encoder.write_all(bytes).ok();
    encoder.finish().unwrap_or_default()
}

/// What each table holds, in the words of the data dictionary.
const CONTENTS: [(&str, &str); 12] = [
    ("sentences.csv", "each sentence with its voice, evidence and scores"),
    ("quotations.csv", "each quotation with its cue and source"),
    ("speakers.csv", "who says how much, in which tone"),
    ("sides.csv", "each side, with means and intervals"),
    ("contrasts.csv", "each pair of sides, with effect sizes and tests"),
    ("aspects.csv", "what each side says on each judgement area, and where it is silent"),
    ("findings.csv", "the same finding in several voices"),
    ("frames.csv", "how often each side uses each frame"),
    ("framing.csv", "the words behind each frame and aspect"),
    ("outlets.csv", "how much room each outlet gives to each side"),
    ("words.csv", "the words that set one side apart"),
    ("ledger.csv", "each word and phrase behind the scores"),
];

/// A button for each table.
pub(super) fn section(tables: &[(&str, &[u8])]) -> Markup {
    let says = |name: &str| CONTENTS.iter().find(|(table, _)| *table == name).map_or("", |(_, says)| says);
    html! {
        section #data aria-labelledby="data-title" {
            h2 #data-title { "The data" }
            p.lead {
                "The tables behind this page are inside it. Every figure can be traced to a sentence, every sentence to its "
                "speaker and its words."
            }
            ul.downloads {
                @for (name, _) in inside(tables) {
                    li { button type="button" data-csv=(name) { (name) } " " span { (says(name)) } }
                }
                @for (name, _) in tables.iter().filter(|(_, bytes)| bytes.len() > MAX_BYTES) {
                    li { (name) ": " (says(name)) "; too large to travel inside, it stands beside this page" }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn what_is_packed_comes_out_again() {
        let table = "a,b\n1,“x”\n".repeat(50);
        let mut out = String::new();
        flate2::read::GzDecoder::new(&packed(table.as_bytes())[..]).read_to_string(&mut out).unwrap();
        assert_eq!(out, table);
    }
}
