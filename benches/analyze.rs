//! Speed of the whole analysis on news, and on one line of each kind that could take more than linear time.
//!
//! `cargo bench --bench analyze -- linear` prints the kinds at three lengths: ten times the text must take ten times
//! the time. Megabytes a second stand below each median.

use std::fs;
use std::path::Path;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use slantwise::{Document, Profile, analyze};

fn main() {
    divan::main();
}

/// The articles of a folder, each a document; no folder, none.
fn articles(folder: &Path) -> Vec<Document> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    let text = |path: &_| fs::read_to_string(path).ok();
    let is_text = |path: &&std::path::PathBuf| path.extension().is_some_and(|extension| extension == "txt");
    paths.iter().filter(is_text).filter_map(text).map(|text| Document::new("article", text)).collect()
}

/// News of many papers where it lies beside the project, else the labelled articles.
fn news() -> Vec<Document> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let papers = articles(&root.join("../shared/eval/polnear/docs"));
    if papers.is_empty() { articles(&root.join("tests/gold")) } else { papers }
}

/// All articles, one after the other, on one core.
#[divan::bench(sample_count = 3)]
fn all_articles(bencher: Bencher) {
    let documents = news();
    let n_bytes: usize = documents.iter().map(|document| document.text.len()).sum();
    let analyze_all =
        || documents.iter().map(|one| analyze(one, Profile::inspection()).passages.len()).sum::<usize>();
    bencher.counter(BytesCount::new(n_bytes)).bench(analyze_all);
}

/// Kinds of line, each with the piece that is repeated.
const KINDS: [(&str, &str); 30] = [
    ("sentence", "Cllr Jane Smith said the council had “let down” children. "),
    ("speakers", "“We know,” said Cllr A B. She added: “We do.” Ofsted said no. "),
    ("opening marks", "“"),
    ("straight marks", "\""),
    ("spaced marks", "\" "),
    ("single marks", "‘a "),
    ("words in marks", "“a” "),
    ("unclosed words", " “a"),
    ("apostrophes", "inspectors' "),
    ("capitals", "Jane Smith "),
    ("initials", "J. R. Hartley "),
    ("names and commas", "Jane Smith, "),
    ("joined names", "Jane Smith and John Brown, "),
    ("roles", "leader of the Labour group, "),
    ("said", "said "),
    ("said that", "said that "),
    ("she said", "she said "),
    ("according to", "according to "),
    ("brackets", "("),
    ("commas", ", "),
    ("colons", "a: "),
    ("dashes", "a – "),
    ("lines", "a\n"),
    ("paragraphs in marks", "“We know it.\n"),
    ("paragraphs closed", "“We know it.”\n"),
    ("cross-heads", "‘We know it’\n\nIt rained, and then it rained again all day.\n\n"),
    ("praised by", "staff were praised by Jane Smith and "),
    ("she", "She was there. "),
    ("the council", "The council said it was late. The watchdog did not. "),
    ("bullets", "• Ofsted said “a”\n"),
];

fn repeated(kind: &str, n_bytes: usize) -> String {
    if kind == "long quotation" {
        return format!("Jane Smith said: “{}”", "we know it is so, ".repeat(n_bytes / 18));
    }
    if kind == "sentences of a quotation" {
        return format!("“{}", "We know it is so. ".repeat(n_bytes / 18));
    }
    if kind == "new names" {
        return (0..n_bytes / 28).map(|n| format!("Cllr {} Y{} said no. ", name(n), name(n))).collect();
    }
    let piece = KINDS.iter().find(|(name, _)| *name == kind).map_or("", |(_, piece)| piece);
    piece.repeat(n_bytes / piece.len().max(1))
}

/// A name of its own for each number.
fn name(n: usize) -> String {
    let letter = |place: u32| char::from(b'a' + u8::try_from(n / 26_usize.pow(place) % 26).unwrap_or(0));
    format!("X{}", (0..5).map(letter).collect::<String>())
}

fn kinds() -> impl Iterator<Item = &'static str> {
    KINDS.iter().map(|(kind, _)| *kind).chain(["long quotation", "sentences of a quotation", "new names"])
}

/// Time of one kind at one length.
#[divan::bench(args = kinds(), consts = [10_000, 100_000, 1_000_000], sample_count = 1, sample_size = 1)]
fn linear<const N: usize>(bencher: Bencher, kind: &str) {
    let document = Document::new("line", repeated(kind, N));
    bencher
        .counter(BytesCount::new(document.text.len()))
        .bench(|| analyze(black_box(&document), Profile::inspection()));
}
