//! The engine against scores that Python vaderSentiment 3.3.2 gave. No tolerance.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::{any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::strategy::Strategy;
use slantwise::vader::{Ledger, Lexicon, Reading, Scores, Scratch, explain, score, score_with};

const COMMITTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors");
const WHOLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/eval/vader");

/// A text and its scores as Python prints them.
struct Vector<'a> {
    printed: [&'a str; 4],
    text: &'a str,
}

/// The vectors of all files of a folder; only a line feed ends a line, since texts hold all other line ends.
fn vectors(file: &str) -> Vec<Vector<'_>> {
    let lines = file.split('\n').filter(|line| !line.is_empty() && !line.starts_with("# neg"));
    lines
        .filter_map(|line| {
            let columns: Vec<&str> = line.splitn(5, '\t').collect();
            let [neg, neu, pos, compound, text] = columns[..] else {
                return None;
            };
            Some(Vector { printed: [neg, neu, pos, compound], text })
        })
        .collect()
}

fn files(folder: &str) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let paths = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    let mut files: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|e| e == "tsv")).collect();
    files.sort();
    files
}

/// Three digits and four, as Python prints its rounded scores: `{:?}` of a rounded number is Python's `repr`.
fn printed(scores: Scores) -> [String; 4] {
    let Scores { neg, neu, pos, compound } = scores.rounded();
    [neg, neu, pos, compound].map(|number| format!("{number:?}"))
}

fn check(path: &Path) -> usize {
    let file = fs::read_to_string(path).expect("a vector file is UTF-8");
    let vectors = vectors(&file);
    let mut wrong = Vec::new();
    for vector in &vectors {
        let scores = printed(score(vector.text, Lexicon::published(), Reading::Strict));
        if scores != vector.printed {
            wrong.push(format!("{:?}: expected {:?}, found {scores:?}", vector.text, vector.printed));
        }
    }
    let first: Vec<&String> = wrong.iter().take(5).collect();
    assert!(wrong.is_empty(), "{}: {} of {} differ: {first:#?}", path.display(), wrong.len(), vectors.len());
    vectors.len()
}

#[test]
fn the_committed_vectors_are_met() {
    let n: usize = files(COMMITTED).iter().map(|path| check(path)).sum();
    assert!(n > 1_500, "only {n} vectors");
}

#[test]
fn the_whole_set_is_met() {
    let n: usize = files(WHOLE).iter().map(|path| check(path)).sum();
    if n == 0 {
        eprintln!("skipped: the whole set of vectors is not here");
    }
}

/// All vectors that are here: the whole set, or else the committed part of it.
fn all_files() -> Vec<String> {
    let whole = files(WHOLE);
    let paths = if whole.is_empty() { files(COMMITTED) } else { whole };
    paths.iter().map(|path| fs::read_to_string(path).expect("a vector file is UTF-8")).collect()
}

/// A text as a newspaper would set it. Dashes lose their spaces or keep them, by turns.
fn typeset(text: &str, n: usize) -> String {
    let dash = ["—", " – "][n % 2];
    let text = text.replace(" - ", dash).replace("...", "…").replace('\'', "’");
    let mut quoted = String::new();
    for (n, piece) in text.split('"').enumerate() {
        if n > 0 {
            quoted.push(if n % 2 == 1 { '“' } else { '”' });
        }
        quoted.push_str(piece);
    }
    quoted
}

#[test]
fn typographic_marks_score_as_their_plain_forms() {
    for file in all_files() {
        for (n, vector) in vectors(&file).iter().enumerate().filter(|(_, vector)| vector.text.is_ascii()) {
            let text = typeset(vector.text, n);
            let scores = score(&text, Lexicon::published(), Reading::Typographic);
            assert_eq!(printed(scores), vector.printed, "{text:?}");
        }
    }
}

#[test]
fn the_cases_that_newspapers_print_are_read_plainly() {
    for (text, plain) in [
        ("“Terrible,” she said.", "\"Terrible,\" she said."),
        ("We don’t like it.", "We don't like it."),
        ("It was good—really good", "It was good - really good"),
        ("It was good – really good", "It was good - really good"),
        ("a self‑help book", "a self-help book"),
        ("It got worse… much worse", "It got worse... much worse"),
        ("the good\u{a0}work of 2018–19", "the good work of 2018-19"),
        ("a won\u{ad}der\u{ad}ful day", "a wonderful day"),
        ("‘Bad’, «worse», „worst“", "'Bad', \"worse\", \"worst\""),
        ("Good—😊—good", "Good - 😊 - good"),
    ] {
        let typographic = score(text, Lexicon::published(), Reading::Typographic);
        assert_eq!(typographic, score(plain, Lexicon::published(), Reading::Strict), "{text:?}");
    }
}

#[test]
fn spans_point_at_the_words_of_the_given_text() {
    let text = "“Terrible,” she said—“we don’t like\u{a0}it”… 😊ok";
    let ledger = explain(text, Lexicon::published(), Reading::Typographic);
    let words: Vec<(&str, &str)> =
        ledger.words.iter().map(|word| (word.span.of(text), word.word.as_str())).collect();
    assert_eq!(words, [("Terrible", "terrible"), ("like", "like"), ("😊", "smiling"), ("😊", "smiling")]);
}

/// Valences follow from base and adjustments, the sum from the valences, the scores from the sum.
#[track_caller]
fn check_ledger(ledger: &Ledger) {
    let mut sum = 0.0;
    let (mut positive, mut negative) = (0.0, 0.0);
    for word in &ledger.words {
        let amounts: f64 = word.adjustments.iter().map(|adjustment| adjustment.amount).sum();
        assert!((word.base + amounts - word.valence).abs() < 1e-9, "{word:?}");
        sum += word.valence;
        positive += if word.valence > 0.0 { word.valence + 1.0 } else { 0.0 };
        negative += if word.valence < 0.0 { 1.0 - word.valence } else { 0.0 };
    }
    let total = &ledger.total;
    assert_eq!(total.sum, sum);
    let emphasised = if sum == 0.0 { sum } else { sum + total.emphasis * sum.signum() };
    assert!((ledger.scores.compound - emphasised / (emphasised * emphasised + 15.0).sqrt()).abs() < 1e-9);
    if positive > negative {
        positive += total.emphasis;
    } else if negative > positive {
        negative += total.emphasis;
    }
    assert!((total.positive - positive).abs() < 1e-9 && (total.negative - negative).abs() < 1e-9);
    let Scores { neg, neu, pos, .. } = ledger.scores;
    assert!(total.n_words == 0 || (neg + neu + pos - 1.0).abs() < 1e-9);
}

#[test]
fn every_ledger_of_the_vectors_adds_up() {
    for file in all_files() {
        for vector in vectors(&file) {
            let ledger = explain(vector.text, Lexicon::published(), Reading::Strict);
            check_ledger(&ledger);
            assert_eq!(printed(ledger.scores), vector.printed, "{:?}", vector.text);
        }
    }
}

#[test]
fn one_giant_line_takes_no_giant_time() {
    for piece in ["good but bad ", "x’", "😊", "not very ", "'", "a\u{85}", "—"] {
        let text = piece.repeat(200_000);
        let scores = score(&text, Lexicon::published(), Reading::Typographic);
        assert!(scores.compound.is_finite());
    }
}

/// Words that rules listen to, marks, and anything at all.
fn texts() -> impl Strategy<Value = String> {
    const PIECES: [&str; 32] = [
        "good", "BAD", "no", "not", "never", "so", "this", "without", "doubt", "least", "at", "very", "VERY",
        "kind", "of", "but", "the", "bomb", "hand", "isn’t", "don't", "😊", "🔛", "—", "“", "…", "\u{1c}",
        "\u{85}", "!", "?", ":)", "İK",
    ];
    let piece = prop_oneof![
        8 => (0..PIECES.len()).prop_map(|n| PIECES[n].to_owned()),
        1 => any::<String>(),
        1 => any::<char>().prop_map(String::from),
    ];
    let gap = prop_oneof![6 => " ", 1 => "", 1 => "\n"];
    proptest::collection::vec((piece, gap), 0..30)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(piece, gap)| [piece, gap]).collect())
}

proptest! {
    #[test]
    fn any_text_has_a_ledger_that_adds_up(text in texts()) {
        let mut scratch = Scratch::default();
        for reading in [Reading::Strict, Reading::Typographic] {
            let ledger = explain(&text, Lexicon::published(), reading);
            check_ledger(&ledger);
            prop_assert_eq!(ledger.scores, score(&text, Lexicon::published(), reading));
            prop_assert_eq!(ledger.scores, score_with(&mut scratch, &text, Lexicon::published(), reading));
            for word in &ledger.words {
                prop_assert!(!word.span.of(&text).is_empty(), "{:?}", word);
            }
        }
    }
}
