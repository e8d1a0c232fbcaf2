//! What `evaluate` and `agree` print for a paper or a further program: figures, and the places where labels differ.

use serde::Serialize;

use super::cell::{Decimal, Words};
use super::table;
use crate::{Agreement, Calibration, Confusion, Difference, Evaluation, Figure};

#[derive(Default, Serialize)]
struct Row<'a> {
    table: &'static str,
    figure: Words<'a>,
    value: Decimal<4>,
    n: usize,
    of: Words<'a>,
}

/// Prints all figures of an evaluation, one a row.
#[must_use]
pub fn evaluation(evaluation: &Evaluation) -> Vec<u8> {
    let figures = evaluation.figures.iter().map(figure);
    let calibration = evaluation.calibration.iter().map(calibration);
    table(figures.chain(calibration).chain(confusion(&evaluation.confusion, "units labelled so")))
}

/// Prints all figures of two coders, one a row.
#[must_use]
pub fn agreement(agreement: &Agreement) -> Vec<u8> {
    let figures = agreement.figures.iter().map(figure);
    table(figures.chain(confusion(&agreement.confusion, "units of this side of the first coder")))
}

fn figure(figure: &Figure) -> Row<'_> {
    Row {
        table: "figures",
        figure: figure.name.as_str().into(),
        value: figure.value.into(),
        n: figure.n,
        of: figure.of.into(),
    }
}

fn calibration(row: &Calibration) -> Row<'_> {
    Row {
        table: "calibration",
        figure: format!("{}_{}", row.voice(), row.confidence.name()).into(),
        value: row.share().into(),
        n: row.n,
        of: "units".into(),
    }
}

/// How many units of each side were taken for each side.
fn confusion<'a>(confusion: &'a Confusion, of: &'static str) -> impl Iterator<Item = Row<'a>> {
    confusion.rows().flat_map(move |(side, counts)| {
        let n = counts.iter().sum();
        confusion.sides.iter().zip(counts).map(move |(found, count)| Row {
            table: "confusion",
            figure: format!("{side}_as_{found}").into(),
            value: crate::statistics::count(*count).into(),
            n,
            of: of.into(),
        })
    })
}

#[derive(Default, Serialize)]
struct DifferenceRow<'a> {
    document: Words<'a>,
    start: usize,
    end: usize,
    aspect: &'static str,
    expected: Words<'a>,
    found: Words<'a>,
    confidence: &'static str,
    evidence: Words<'a>,
    text: Words<'a>,
}

/// Prints the places where labels differ, one a row.
#[must_use]
pub fn differences(differences: &[&Difference]) -> Vec<u8> {
    table(differences.iter().map(|difference| DifferenceRow {
        document: difference.document.as_str().into(),
        start: difference.start,
        end: difference.end,
        aspect: difference.aspect.name(),
        expected: difference.expected.as_str().into(),
        found: difference.found.as_str().into(),
        confidence: difference.confidence.map_or("", crate::Confidence::name),
        evidence: difference.evidence.as_str().into(),
        text: difference.text.as_str().into(),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Profile, evaluate};

    #[test]
    fn a_figure_that_nothing_carries_is_an_empty_cell() {
        let table = evaluation(&evaluate(&[], Profile::inspection()));
        let table = String::from_utf8(table).unwrap();
        assert!(table.starts_with("table,figure,value,n,of\nfigures,segmentation_f1,,0,labelled units\n"));
        assert!(table.contains("\ncalibration,attributed_high,,0,units\n"), "{table}");
        assert!(table.contains("\nconfusion,council_as_press,0.0000,0,units labelled so\n"), "{table}");
    }

    #[test]
    fn the_documentation_explains_every_figure() {
        const FIGURES: &str = include_str!("../../../docs/evaluation.md");
        let profile = Profile::inspection();
        let (evaluation, agreement) = (evaluate(&[], profile), crate::agreement(&[], profile));
        for figure in evaluation.figures.iter().chain(&agreement.figures) {
            assert!(FIGURES.contains(&format!("`{}`", figure.name)), "{}", figure.name);
        }
    }
}
