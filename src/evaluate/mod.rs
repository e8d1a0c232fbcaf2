//! How well an analysis agrees with labels given by people: segmentation, kind, side, speaker, mode, tone.
//!
//! Every labelled unit is set against the passage that covers most of its characters; a unit that no passage
//! covers counts as furniture in the press voice. The definitions of the figures stand at the fields of
//! [`Evaluation`], those of the labels in `tests/gold/README.md`.

mod article;
mod gold;
mod measures;

use std::collections::BTreeSet;
use std::fmt;

pub use gold::GoldUnit;

use crate::{Analysis, Profile};
use article::Tally;
use measures::{Counts, accuracy, kappa, pearson, sign};

/// What a label says something about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aspect {
    /// Whose voice it is.
    Side,
    /// Body, title or furniture.
    Kind,
    /// The name of who speaks.
    Speaker,
    /// Direct, mixed, indirect or none.
    Mode,
    /// Favourable, neutral or unfavourable.
    Tone,
    /// Where the unit begins and ends.
    Segment,
    /// Where quotations begin and end.
    Quotes,
}

impl Aspect {
    /// All of them, in the order of the command line's help.
    pub const ALL: [Self; 7] =
        [Self::Side, Self::Kind, Self::Speaker, Self::Mode, Self::Tone, Self::Segment, Self::Quotes];

    /// The word on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Side => "side",
            Self::Kind => "kind",
            Self::Speaker => "speaker",
            Self::Mode => "mode",
            Self::Tone => "tone",
            Self::Segment => "segment",
            Self::Quotes => "quotes",
        }
    }
}

/// One place where the analysis and the labels differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What they differ on.
    pub aspect: Aspect,
    /// The id of the article.
    pub document: String,
    /// Where the unit or quotation starts, in characters from 0.
    pub offset: usize,
    /// What people said; empty for a quotation that they did not mark.
    pub expected: String,
    /// What the analysis says; empty where it says nothing.
    pub found: String,
    /// The words of the unit or quotation.
    pub text: String,
}

/// Agreement of analyses with labels. Shares, precision, recall and F1 run from 0 to 1; where nothing was there to
/// be counted they are 0. Tone and kind are judged per unit, each unit with the same weight.
#[derive(Clone, Debug, Default, PartialEq)]
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
    /// - `tone_r` and `compound_r`: Pearson's r with the valence, −1 to 1; `…_sign_accuracy` and
    ///   `…_sign_kappa` (Cohen 1960): negative, neutral, positive, where less than 0.05 is neutral.
    pub figures: Vec<(String, f64)>,
    /// Every difference, by article and place.
    pub differences: Vec<Difference>,
}

impl Evaluation {
    /// The figure of this name.
    #[must_use]
    pub fn figure(&self, name: &str) -> Option<f64> {
        let found = self.figures.iter().find(|(known, _)| known == name);
        found.map(|(_, figure)| *figure)
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
        for (name, figure) in &self.figures {
            writeln!(f, "{name:24} {figure:.4}")?;
        }
        Ok(())
    }
}

/// Sets analyses against the labels that people gave to the same articles.
#[must_use]
pub fn evaluate(labelled: &[(Analysis, Vec<GoldUnit>)], profile: &Profile) -> Evaluation {
    let mut tally = Tally::default();
    for (analysis, gold) in labelled {
        tally.add(analysis, gold, profile);
    }
    Evaluation {
        documents: labelled.len(),
        units: tally.kinds.len(),
        scored_units: tally.sides.len(),
        figures: figures(&tally),
        differences: tally.differences,
    }
}

fn figures(tally: &Tally) -> Vec<(String, f64)> {
    let mut figures = Vec::new();
    let mut add = |name: &str, figure: f64| figures.push((name.to_owned(), figure));
    add("segmentation_f1", tally.segments.f1());
    add("kind_accuracy", accuracy(&tally.kinds));
    add("furniture_precision", tally.furniture.precision());
    add("furniture_recall", tally.furniture.recall());
    add("furniture_f1", tally.furniture.f1());
    add("side_accuracy", accuracy(&tally.sides));
    let sides = side_f1s(&tally.sides);
    add("side_macro_f1", measures::mean(sides.iter().map(|(_, f1)| *f1)));
    for (side, f1) in &sides {
        add(&format!("side_f1_{side}"), *f1);
    }
    add("speaker_accuracy", measures::mean(tally.speakers.iter().map(|same| f64::from(u8::from(*same)))));
    add("mode_accuracy", accuracy(&tally.modes));
    add("quote_precision", tally.quotes.precision());
    add("quote_recall", tally.quotes.recall());
    add("quote_f1", tally.quotes.f1());
    for (name, scores) in [("tone", &tally.tones), ("compound", &tally.compounds)] {
        let signs: Vec<(i8, i8)> =
            scores.iter().map(|(score, valence)| (sign(*score), sign(*valence))).collect();
        add(&format!("{name}_r"), pearson(scores));
        add(&format!("{name}_sign_accuracy"), accuracy(&signs));
        add(&format!("{name}_sign_kappa"), kappa(&signs));
    }
    figures
}

/// F1 of each side that the labels name, by name.
fn side_f1s(pairs: &[(String, String)]) -> Vec<(&str, f64)> {
    let sides: BTreeSet<&str> = pairs.iter().map(|(_, gold)| gold.as_str()).collect();
    let f1 = |side: &str| {
        let counts = Counts {
            right: pairs.iter().filter(|(found, gold)| found == side && gold == side).count(),
            found: pairs.iter().filter(|(found, _)| found == side).count(),
            expected: pairs.iter().filter(|(_, gold)| gold == side).count(),
        };
        counts.f1()
    };
    sides.into_iter().map(|side| (side, f1(side))).collect()
}

#[cfg(test)]
mod tests;
