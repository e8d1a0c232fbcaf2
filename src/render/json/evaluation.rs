//! What `evaluate` and `agree` print for programs.

use serde_json::{Map, Value, json};

use crate::input::Labelled;
use crate::{Agreement, Confusion, Difference, Evaluation, Figure, Profile};

/// An evaluation as an object: what made it, its figures, and what was labelled.
#[must_use]
pub fn evaluation(
    evaluation: &Evaluation,
    labelled: &[Labelled],
    profile: &Profile,
    notes: &[String],
) -> String {
    let calibration = evaluation.calibration.iter().map(|row| {
        json!({
            "voice": row.voice(), "confidence": row.confidence.name(),
            "right": row.right, "n": row.n, "share": row.share(),
        })
    });
    printed(&json!({
        "slantwise": env!("CARGO_PKG_VERSION"),
        "profile": { "name": profile.name, "sha256": profile.digest() },
        "documents": evaluation.documents,
        "units": evaluation.units,
        "scored_units": evaluation.scored_units,
        "figures": figures(&evaluation.figures),
        "calibration": calibration.collect::<Vec<_>>(),
        "confusion": confusion(&evaluation.confusion),
        "inputs": labelled.iter().map(input).collect::<Vec<_>>(),
        "notes": notes,
    }))
}

/// The agreement of two coders as an object.
#[must_use]
pub fn agreement(agreement: &Agreement, notes: &[String]) -> String {
    printed(&json!({
        "documents": agreement.documents,
        "units": agreement.units,
        "only_first": agreement.alone.0,
        "only_second": agreement.alone.1,
        "figures": figures(&agreement.figures),
        "confusion": confusion(&agreement.confusion),
        "notes": notes,
    }))
}

/// The places where labels differ, as an array.
#[must_use]
pub fn differences(differences: &[&Difference]) -> String {
    let object = |difference: &&Difference| {
        json!({
            "document": difference.document,
            "start": difference.start,
            "end": difference.end,
            "aspect": difference.aspect.name(),
            "expected": difference.expected,
            "found": difference.found,
            "confidence": difference.confidence.map(crate::Confidence::name),
            "evidence": difference.evidence,
            "text": difference.text,
        })
    };
    printed(&differences.iter().map(object).collect())
}

fn printed(value: &Value) -> String {
    format!("{value:#}\n")
}

/// Each figure by its name. Values are not rounded.
fn figures(figures: &[Figure]) -> Map<String, Value> {
    let figure = |figure: &Figure| {
        let value = json!({ "value": figure.value, "n": figure.n, "of": figure.of });
        (figure.name.clone(), value)
    };
    figures.iter().map(figure).collect()
}

/// Counts by labelled side, then by the side that it was taken for.
fn confusion(confusion: &Confusion) -> Map<String, Value> {
    let row = |(side, counts): (&str, &[usize])| {
        let counts = confusion.sides.iter().cloned().zip(counts.iter().map(|count| json!(count)));
        (side.to_owned(), Value::Object(counts.collect()))
    };
    confusion.rows().map(row).collect()
}

fn input(labelled: &Labelled) -> Value {
    json!({
        "document": labelled.article.document.id,
        "labels": labelled.source.display().to_string(),
        "article": labelled.article.source.display().to_string(),
        "sha256": labelled.article.sha256,
        "labelled": labelled.labels.units.len(),
        "blank": labelled.n_blank,
    })
}
