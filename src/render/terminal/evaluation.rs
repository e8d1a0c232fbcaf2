//! The figures of an evaluation, and the places where labels differ, in lines of at most 80 columns.

use std::fmt::Write;

use super::palette::{ASIDE, HEADING};
use super::wrap::{clip, wrap};
use crate::{Agreement, Aspect, Calibration, Confidence, Confusion, Difference, Evaluation, Figure};

/// Columns of a terminal that nobody has widened.
const WIDTH: usize = 80;

/// Columns of the name of a figure, and of a row of a table.
const NAME: usize = 42;
const ROW: usize = 20;

/// Characters of a unit that are shown.
const EXCERPT: usize = 300;

/// Figures in words.
const NAMES: [(&str, &str); 38] = [
    ("segmentation_f1", "bounds of sentences, F1"),
    ("kind_accuracy", "running text, title or furniture, accuracy"),
    ("furniture_precision", "furniture, precision"),
    ("furniture_recall", "furniture, recall"),
    ("furniture_f1", "furniture, F1"),
    ("side_accuracy", "side, accuracy"),
    ("side_macro_f1", "side, mean F1 over the sides"),
    ("speaker_accuracy", "speaker, accuracy"),
    ("mode_accuracy", "direct, mixed, indirect or none, accuracy"),
    ("quote_precision", "bounds of quotations, precision"),
    ("quote_recall", "bounds of quotations, recall"),
    ("quote_f1", "bounds of quotations, F1"),
    ("tone_r", "tone against valence, Pearson's r"),
    ("tone_sign_accuracy", "sign of the tone, accuracy"),
    ("tone_sign_kappa", "sign of the tone, Cohen's kappa"),
    ("tone_sign_alpha", "sign of the tone, Krippendorff's alpha"),
    ("compound_r", "compound against valence, Pearson's r"),
    ("compound_sign_accuracy", "sign of the compound, accuracy"),
    ("compound_sign_kappa", "sign of the compound, Cohen's kappa"),
    ("compound_sign_alpha", "sign of the compound, Krippendorff's alpha"),
    ("kind_agreement", "running text, title or furniture, share"),
    ("kind_kappa", "running text, title or furniture, kappa"),
    ("kind_alpha", "running text, title or furniture, alpha"),
    ("side_agreement", "side, share"),
    ("side_kappa", "side, kappa"),
    ("side_alpha", "side, alpha"),
    ("side_accepted_agreement", "side, share with accepted ones"),
    ("mode_agreement", "direct, mixed, indirect or none, share"),
    ("mode_kappa", "direct, mixed, indirect or none, kappa"),
    ("mode_alpha", "direct, mixed, indirect or none, alpha"),
    ("speaker_agreement", "speaker, share"),
    ("valence_r", "valence, Pearson's r"),
    ("valence_alpha", "valence, alpha"),
    ("valence_sign_agreement", "sign of the valence, share"),
    ("valence_sign_kappa", "sign of the valence, kappa"),
    ("valence_sign_alpha", "sign of the valence, alpha"),
    ("attributed", "given to somebody"),
    ("press", "given to the press"),
];

/// Prints the figures of an evaluation, each with its n, then how sure and how wrong the sides are.
#[must_use]
pub fn evaluation(evaluation: &Evaluation) -> String {
    let mut out = String::new();
    let (articles, units) = (evaluation.documents, evaluation.units);
    let _ = writeln!(
        out,
        "{articles} labelled {}, {units} units, {} of them in titles and running text.\n",
        if articles == 1 { "article" } else { "articles" },
        evaluation.scored_units
    );
    write_figures(&mut out, &evaluation.figures);
    write_calibration(&mut out, &evaluation.calibration);
    write_confusion(&mut out, &evaluation.confusion, "labelled / found");
    aside(&mut out, EXPLANATION);
    out
}

const EXPLANATION: &str = "An accepted side counts as the labelled one. n: what a figure was counted over; – where \
                           there was nothing to count.";

/// Prints how far two coders agree.
#[must_use]
pub fn agreement(agreement: &Agreement) -> String {
    let mut out = String::new();
    let (articles, units) = (agreement.documents, agreement.units);
    let _ = writeln!(
        out,
        "{articles} {} and {units} units labelled by both.\n",
        if articles == 1 { "article" } else { "articles" }
    );
    write_figures(&mut out, &agreement.figures);
    write_confusion(&mut out, &agreement.confusion, "first / second");
    aside(
        &mut out,
        "Share: of units with the same label. Kappa (Cohen 1960) and alpha (Krippendorff 2011) take away what chance \
         would give; – where there was nothing to count, or for alpha only one label.",
    );
    out
}

fn write_figures(out: &mut String, figures: &[Figure]) {
    let _ = writeln!(out, "{HEADING}{:NAME$}  value      n  of{HEADING:#}", "figure");
    for figure in figures {
        let value = figure.value.map_or_else(|| "–".to_owned(), |value| format!("{value:.4}"));
        let _ = writeln!(out, "{:NAME$}{value:>7} {:>6}  {}", words(&figure.name), figure.n, figure.of);
    }
}

/// A figure in words.
fn words(name: &str) -> String {
    if let Some(side) = name.strip_prefix("side_f1_") {
        return clip(&format!("side {side}, F1"), NAME);
    }
    let known = NAMES.iter().find(|(known, _)| *known == name);
    known.map_or_else(|| clip(name, NAME), |(_, words)| (*words).to_owned())
}

fn write_calibration(out: &mut String, rows: &[Calibration]) {
    let _ = write!(out, "\n{HEADING}{:ROW$}", "side right, share");
    for confidence in [Confidence::High, Confidence::Medium, Confidence::Low] {
        let _ = write!(out, "  {:>16}", format!("{} confidence", confidence.name()));
    }
    let _ = writeln!(out, "{HEADING:#}");
    for voice in rows.chunks(3) {
        let name = voice.first().map_or("", Calibration::voice);
        let _ = write!(out, "{:ROW$}", words(name));
        for cell in voice {
            let share = cell.share().map_or_else(|| "–".to_owned(), |share| format!("{share:.4}"));
            let _ = write!(out, "  {share:>8} {:>7}", format!("of {}", cell.n));
        }
        out.push('\n');
    }
}

fn write_confusion(out: &mut String, confusion: &Confusion, corner: &str) {
    let _ = write!(out, "\n{HEADING}{corner:ROW$}");
    for side in &confusion.sides {
        let _ = write!(out, " {:>10}", clip(side, 10));
    }
    let _ = writeln!(out, "{HEADING:#}");
    for (side, counts) in confusion.rows() {
        let _ = write!(out, "{:ROW$}", clip(side, ROW));
        for count in counts {
            let _ = write!(out, " {count:>10}");
        }
        out.push('\n');
    }
}

fn aside(out: &mut String, words: &str) {
    out.push('\n');
    for line in wrap(words, WIDTH) {
        let _ = writeln!(out, "{ASIDE}{line}{ASIDE:#}");
    }
}

/// Whose answers differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// The program's, from the labels.
    Program,
    /// The second coder's, from the first.
    Coder,
}

/// Prints the places where labels differ: what and where, the words, and why the program said so.
#[must_use]
pub fn differences(differences: &[&Difference], against: Against, width: usize) -> String {
    let mut out = String::new();
    for difference in differences {
        write_difference(&mut out, difference, against, width.max(40));
    }
    let n = differences.len();
    let _ = writeln!(out, "{n} {}", if n == 1 { "difference" } else { "differences" });
    out
}

fn write_difference(out: &mut String, difference: &Difference, against: Against, width: usize) {
    let Difference { document, start, end, confidence, .. } = difference;
    let sure =
        confidence.map_or_else(String::new, |confidence| format!(" ({} confidence)", confidence.name()));
    let head = format!("{document} {start}-{end}: {}{sure}", answers(difference, against));
    for line in wrap(&head, width) {
        let _ = writeln!(out, "{HEADING}{line}{HEADING:#}");
    }
    let words: Vec<&str> = difference.text.split_whitespace().collect();
    for line in wrap(&clip(&words.join(" "), EXCERPT), width - 2) {
        let _ = writeln!(out, "  {line}");
    }
    for (n, line) in wrap(&difference.evidence, width - 4).into_iter().enumerate() {
        let mark = if n == 0 { "└" } else { " " };
        let _ = writeln!(out, "  {ASIDE}{mark} {line}{ASIDE:#}");
    }
    out.push('\n');
}

fn answers(difference: &Difference, against: Against) -> String {
    let Difference { aspect, expected, found, .. } = difference;
    let name = aspect.name();
    match (against, aspect, expected.as_str(), found.as_str()) {
        (_, Aspect::Quotes, _, "") => "a quotation that was not found".to_owned(),
        (_, Aspect::Quotes, "", _) => "no quotation by the labels".to_owned(),
        (Against::Coder, ..) => format!("{name} {expected} by the first, {found} by the second"),
        (_, Aspect::Confidence, ..) => format!("side {expected}, not {found}"),
        (_, _, _, "") => format!("{name} {expected}, none found"),
        _ => format!("{name} {expected}, not {found}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Profile, evaluate};

    fn difference(aspect: Aspect, expected: &str, found: &str) -> Difference {
        Difference {
            aspect,
            document: "echo".into(),
            start: 3,
            end: 12,
            expected: expected.into(),
            found: found.into(),
            evidence: "reported; “said”".into(),
            confidence: Some(Confidence::High),
            text: "He said\nso.".into(),
        }
    }

    #[test]
    fn every_figure_has_words_and_no_line_is_too_wide() {
        let evaluation = evaluate(&[], Profile::inspection());
        let printed = anstream::adapter::strip_str(&super::evaluation(&evaluation)).to_string();
        assert!(printed.lines().all(|line| line.chars().count() <= WIDTH), "{printed}");
        for figure in &evaluation.figures {
            assert_ne!(words(&figure.name), figure.name);
        }
    }

    #[test]
    fn a_difference_says_what_where_and_why() {
        let found = difference(Aspect::Side, "council", "press");
        let printed = differences(&[&found], Against::Program, 80);
        let printed = anstream::adapter::strip_str(&printed).to_string();
        let expected = "echo 3-12: side council, not press (high confidence)\n  He said so.\n  \
                        └ reported; “said”\n\n1 difference\n";
        assert_eq!(printed, expected);
    }

    #[test]
    fn a_missing_answer_is_put_in_words() {
        let missed = difference(Aspect::Quotes, "a quotation", "");
        assert_eq!(answers(&missed, Against::Program), "a quotation that was not found");
        let extra = difference(Aspect::Quotes, "", "a quotation");
        assert_eq!(answers(&extra, Against::Program), "no quotation by the labels");
        let nobody = difference(Aspect::Speaker, "Ann Hill", "");
        assert_eq!(answers(&nobody, Against::Program), "speaker Ann Hill, none found");
    }
}
