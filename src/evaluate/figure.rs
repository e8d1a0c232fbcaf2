//! What an evaluation says in numbers, each with what it was counted over.

use crate::Confidence;

/// One number of an evaluation.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Its name, as programs know it (`side_accuracy`).
    pub name: String,
    /// The number: 0 to 1, correlations, kappas and alphas −1 to 1. None where there was nothing to count.
    pub value: Option<f64>,
    /// How many things it was counted over.
    pub n: usize,
    /// What these things are ("units").
    pub of: &'static str,
}

/// How often the side is right where the program claims to be so sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calibration {
    /// Whether the program gave the unit to somebody; otherwise to the press.
    pub attributed: bool,
    /// What the program claims.
    pub confidence: Confidence,
    /// Units whose side is right.
    pub right: usize,
    /// All units of this row.
    pub n: usize,
}

impl Calibration {
    /// The rows of the table, each still empty.
    pub(super) fn rows() -> [Self; 6] {
        let row = |attributed, confidence| Self { attributed, confidence, right: 0, n: 0 };
        let (high, medium, low) = (Confidence::High, Confidence::Medium, Confidence::Low);
        [
            row(true, high),
            row(true, medium),
            row(true, low),
            row(false, high),
            row(false, medium),
            row(false, low),
        ]
    }

    /// Share of right sides, 0 to 1; none without units.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        (self.n > 0).then(|| crate::statistics::count(self.right) / crate::statistics::count(self.n))
    }

    /// `attributed` or `press`.
    #[must_use]
    pub const fn voice(&self) -> &'static str {
        if self.attributed { "attributed" } else { "press" }
    }
}

/// How often each side was taken for each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Confusion {
    /// The ids of the sides, in the order of the profile.
    pub sides: Vec<String>,
    /// `counts[labelled][found]`, by the places in `sides`. An accepted answer counts as the label.
    pub counts: Vec<Vec<usize>>,
}

impl Confusion {
    /// Counts pairs (found, labelled). A word that is no side of the profile is left out.
    pub(super) fn of<'a>(sides: Vec<String>, pairs: impl Iterator<Item = (&'a String, &'a String)>) -> Self {
        let mut counts = vec![vec![0; sides.len()]; sides.len()];
        let place = |side: &String| sides.iter().position(|known| known == side);
        for (found, labelled) in pairs {
            if let (Some(found), Some(labelled)) = (place(found), place(labelled)) {
                counts[labelled][found] += 1;
            }
        }
        Self { sides, counts }
    }

    /// Each side with its row: how often it was taken for each side.
    pub fn rows(&self) -> impl Iterator<Item = (&str, &[usize])> {
        self.sides.iter().map(String::as_str).zip(self.counts.iter().map(Vec::as_slice))
    }
}
