//! Speed of the whole analysis on news, and on one giant line of each kind that could take more than linear time.
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
const KINDS: [(&str, &str); 58] = [
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
    ("bullets in a line", "• a "),
    ("list in a line", "1) a "),
    ("nested marks", "“a ‘b’ c” "),
    ("broken encoding", "â€œitâ€™s fineâ€\u{9d} "),
    ("tags after commas", "one two, say inspectors four "),
    ("tags", "“We know,” she said, “and we do,” he added. "),
    ("adverbs", "really "),
    ("of the", "of the "),
    ("parties", "Labour Conservative Liberal Democrat "),
    ("rulers", "Labour-led council, "),
    ("titles in capitals", "COUNCIL SAYS NO "),
    ("abbreviations", "Mr. Dr. St. e.g. i.e. "),
    ("ellipses", "a … "),
    ("full stops", "."),
    ("hyphens", "-"),
    ("bars", "a | "),
    ("questions", "Is it? "),
    ("digits", "1"),
    ("numbers", "12 "),
    ("addresses", "https://www.example.org/a?b=c "),
    ("clock times", "19:04 "),
    ("one word", "a"),
    ("no-break spaces", "a\u{a0}"),
    ("carriage returns", "a\r\n\r\n"),
    ("emoji", "😀 a "),
    ("right to left", "שלום עולם. "),
    ("furniture", "Most Read\nShare this\nSign up to our newsletter\n"),
    (
        "wrapped",
        "Inspectors have told ministers that a jail where five men died in a year is\namong the worst of all, ",
    ),
];

/// Kinds of which each piece is new, or one piece is a giant.
const MADE: [&str; 10] = [
    "long quotation",
    "sentences of a quotation",
    "new names",
    "one surname",
    "one given name",
    "new names in one sentence",
    "new bodies",
    "new titles",
    "giant name",
    "giant subject",
];

fn text_of(kind: &str, n_bytes: usize) -> String {
    let giant = || "x".repeat(n_bytes / 2);
    match kind {
        "long quotation" => format!("Jane Smith said: “{}”", "we know it is so, ".repeat(n_bytes / 18)),
        "sentences of a quotation" => format!("“{}", "We know it is so. ".repeat(n_bytes / 18)),
        "new names" => numbered(n_bytes / 28, |name| format!("Cllr {name} Y{name} said no. ")),
        "one surname" => numbered(n_bytes / 27, |name| format!("Cllr {name} Smith said no. ")),
        "one given name" => numbered(n_bytes / 26, |name| format!("Cllr Jane {name} said no. ")),
        "new names in one sentence" => numbered(n_bytes / 16, |name| format!("Cllr {name} and ")),
        "new bodies" => numbered(n_bytes / 31, |name| format!("{name} Borough Council said no. ")),
        "new titles" => {
            numbered(n_bytes / 50, |name| format!("On {name}: ‘no {name}’\n\nIt said: “No {name}.”\n\n"))
        }
        "giant name" => format!("Cllr X{} said no. {}", giant(), "She said so. ".repeat(n_bytes / 26)),
        "giant subject" => {
            format!("X{} said that it was{}", giant(), ", adding that it was".repeat(n_bytes / 40))
        }
        _ => {
            let piece = KINDS.iter().find(|(name, _)| *name == kind).map_or("", |(_, piece)| piece);
            piece.repeat(n_bytes / piece.len().max(1))
        }
    }
}

/// So many pieces, each with a name of its own.
fn numbered(n_pieces: usize, piece: impl Fn(&str) -> String) -> String {
    (0..n_pieces).map(|n| piece(&name(n))).collect()
}

/// A name of its own for each number.
fn name(n: usize) -> String {
    let letter = |place: u32| char::from(b'a' + u8::try_from(n / 26_usize.pow(place) % 26).unwrap_or(0));
    format!("X{}", (0..5).map(letter).collect::<String>())
}

fn kinds() -> impl Iterator<Item = &'static str> {
    KINDS.iter().map(|(kind, _)| *kind).chain(MADE)
}

/// Time of one kind at one length.
#[divan::bench(args = kinds(), consts = [100_000, 1_000_000, 10_000_000], sample_count = 1, sample_size = 1)]
fn linear<const N: usize>(bencher: Bencher, kind: &str) {
    let document = Document::new("line", text_of(kind, N));
    bencher
        .counter(BytesCount::new(document.text.len()))
        .bench(|| analyze(black_box(&document), Profile::inspection()));
}
