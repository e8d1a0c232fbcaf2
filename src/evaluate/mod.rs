//! How well an analysis agrees with labels given by people: segmentation, kind, side, speaker, mode, tone.
//!
//! Every labelled unit is set against the passage that covers most of its characters; a unit that no passage
//! covers counts as furniture in the press voice. The definitions of the figures stand at the fields of
//! [`Evaluation`], those of the labels in `tests/gold/README.md`.

mod agreement;
mod article;
mod aspect;
mod figure;
mod gold;
mod measures;
mod name;
mod tally;

use std::collections::BTreeSet;
use std::fmt;

use agreement::alpha_of_grades;
pub use agreement::{Agreement, CodedTwice, agreement};
pub use aspect::{Aspect, Difference};
pub use figure::{Calibration, Confusion, Figure};
pub use gold::{GoldUnit, Labels};

use crate::statistics::cohens_kappa;
use crate::{Analysis, Profile};
use measures::{Counts, accuracy, pearson, sign};
use tally::Tally;

/// Agreement of analyses with labels. Shares, precision, recall and F1 run from 0 to 1. Tone and kind are judged per unit, each unit with the same weight.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    /// Labelled articles.
    pub documents: usize,
    /// Labelled units.
    pub units: usize,
    /// Units that are not furniture: those on which sides, modes and tone are compared.
    pub scored_units: usize,
    /// The shares, by name, in the order in which they are printed:
    ///
    /// - `segmentation_f1`: a unit counts where a passage has the same first and last letter or digit;
    /// - `kind_accuracy`; `furniture_precision`, `furniture_recall`, `furniture_f1`;
    /// - `side_accuracy`: the side or one that the annotator would also accept; `side_macro_f1` and
    ///   `side_f1_…` of each side that the labels name, an accepted answer counting as the label;
    /// - `speaker_accuracy`: of units with a speaker, the answer shares the last name (of a body, the head word);
    /// - `mode_accuracy`;
    /// - `quote_precision`, `quote_recall`, `quote_f1`: both ends within two characters;
    /// - `tone_r` and `compound_r`: Pearson's r with the valence, −1 to 1; `…_sign_accuracy`, `…_sign_kappa` (Cohen
    ///   1960) and `…_sign_alpha` (Krippendorff, ordinal): negative, neutral, positive, where less than 0.05 is
    ///   neutral.
    pub figures: Vec<Figure>,
    /// How often the side is right, by what the program claims: who is given a voice first, then the press, from
    /// high to low. Units that no passage covers are left out.
    pub calibration: Vec<Calibration>,
    /// Which side was taken for which.
    pub confusion: Confusion,
    /// Every difference, by article and place.
    pub differences: Vec<Difference>,
}

impl Evaluation {
    /// The figure of this name; none where there was nothing to count.
    #[must_use]
    pub fn figure(&self, name: &str) -> Option<f64> {
        self.figures.iter().find(|figure| figure.name == name).and_then(|figure| figure.value)
    }

    /// The differences on one aspect, by article and place.
    pub fn errors(&self, aspect: Aspect) -> impl Iterator<Item = &Difference> {
        self.differences.iter().filter(move |difference| difference.aspect == aspect)
    }
}

impl fmt::Display for Evaluation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts =
            [("documents", self.documents), ("units", self.units), ("scored_units", self.scored_units)];
        for (name, count) in counts {
            writeln!(f, "{name:24} {count}")?;
        }
        for Figure { name, value, .. } in &self.figures {
            let value = value.map_or_else(|| "–".to_owned(), |value| format!("{value:.4}"));
            writeln!(f, "{name:24} {value}")?;
        }
        Ok(())
    }
}

/// Sets analyses against the labels that people gave to the same articles.
#[must_use]
pub fn evaluate(labelled: &[(Analysis, Labels)], profile: &Profile) -> Evaluation {
    let mut tally = Tally::new();
    for (analysis, labels) in labelled {
        tally.add(analysis, labels, profile);
    }
    let sides = profile.sides.iter().map(|side| side.id.clone()).collect();
    Evaluation {
        documents: labelled.len(),
        units: tally.n_units,
        scored_units: tally.n_scored,
        figures: figures(&tally),
        calibration: tally.calibration.to_vec(),
        confusion: Confusion::of(sides, tally.sides.iter().map(|(found, labelled)| (found, labelled))),
        differences: tally.differences,
    }
}

/// Figures in the making.
#[derive(Default)]
struct Figures(Vec<Figure>);

impl Figures {
    fn add(&mut self, name: &str, value: f64, n: usize, of: &'static str) {
        self.0.push(Figure { name: name.to_owned(), value: (n > 0).then_some(value), n, of });
    }

    fn add_counts(&mut self, name: &str, counts: Counts, [found, labelled]: [&'static str; 2]) {
        self.add(&format!("{name}_precision"), counts.precision(), counts.found, found);
        self.add(&format!("{name}_recall"), counts.recall(), counts.expected, labelled);
        self.add(&format!("{name}_f1"), counts.f1(), counts.expected, labelled);
    }

    fn add_sides(&mut self, pairs: &[(String, String)]) {
        self.add("side_accuracy", accuracy(pairs), pairs.len(), "units");
        let sides = side_counts(pairs);
        let macro_f1 = measures::mean(sides.iter().map(|(_, counts)| counts.f1()));
        self.add("side_macro_f1", macro_f1, sides.len(), "sides");
        for (side, counts) in sides {
            self.add(&format!("side_f1_{side}"), counts.f1(), counts.expected, "units of the side");
        }
    }

    fn add_tone(&mut self, name: &str, scores: &[(f64, f64)]) {
        let signs: Vec<(i8, i8)> =
            scores.iter().map(|(score, valence)| (sign(*score), sign(*valence))).collect();
        let (n, of) = (scores.len(), "units with a valence");
        self.add(&format!("{name}_r"), pearson(scores), n, of);
        self.add(&format!("{name}_sign_accuracy"), accuracy(&signs), n, of);
        self.add(&format!("{name}_sign_kappa"), cohens_kappa(&signs).unwrap_or_default(), n, of);
        self.add_alpha(&format!("{name}_sign"), alpha_of_grades(&signs), n, of);
    }
}

fn figures(tally: &Tally) -> Vec<Figure> {
    let mut figures = Figures::default();
    figures.add("segmentation_f1", tally.segments.f1(), tally.segments.expected, "labelled units");
    figures.add("kind_accuracy", accuracy(&tally.kinds), tally.kinds.len(), "units");
    figures.add_counts("furniture", tally.furniture, ["found as furniture", "units of furniture"]);
    figures.add_sides(&tally.sides);
    let same = tally.speakers.iter().map(|same| f64::from(u8::from(*same)));
    figures.add("speaker_accuracy", measures::mean(same), tally.speakers.len(), "units with a speaker");
    figures.add("mode_accuracy", accuracy(&tally.modes), tally.modes.len(), "units");
    figures.add_counts("quote", tally.quotes, ["quotations found", "labelled quotations"]);
    figures.add_tone("tone", &tally.tones);
    figures.add_tone("compound", &tally.compounds);
    figures.0
}

/// What was found of each side that the labels name, by name.
fn side_counts(pairs: &[(String, String)]) -> Vec<(&str, Counts)> {
    let sides: BTreeSet<&str> = pairs.iter().map(|(_, gold)| gold.as_str()).collect();
    let counts = |side: &str| Counts {
        right: pairs.iter().filter(|(found, gold)| found == side && gold == side).count(),
        found: pairs.iter().filter(|(found, _)| found == side).count(),
        expected: pairs.iter().filter(|(_, gold)| gold == side).count(),
    };
    sides.into_iter().map(|side| (side, counts(side))).collect()
}

#[cfg(test)]
mod tests;
