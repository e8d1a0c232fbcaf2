//! The four scores as the reference prints them.

use serde::Serialize;

use crate::vader::Scores;

/// Scores at the reference's rounding: three decimals, and four of `compound`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Rounded {
    /// Share of negative weight, 0 to 1.
    pub neg: f64,
    /// Share of neutral weight, 0 to 1.
    pub neu: f64,
    /// Share of positive weight, 0 to 1.
    pub pos: f64,
    /// Normalised sum, −1 to 1.
    pub compound: f64,
}

impl From<Scores> for Rounded {
    fn from(scores: Scores) -> Self {
        Self {
            neg: round(scores.neg, 3),
            neu: round(scores.neu, 3),
            pos: round(scores.pos, 3),
            compound: round(scores.compound, 4),
        }
    }
}

/// A line of `neg`, `neu`, `pos`, `compound`, each as Python prints a float (`0.0`, `0.254`), between tabs.
#[must_use]
pub fn tsv(scores: Scores) -> String {
    let Rounded {
        neg,
        neu,
        pos,
        compound,
    } = scores.into();
    format!("{neg:?}\t{neu:?}\t{pos:?}\t{compound:?}\n")
}

/// Rounds as Python's `round`: to the decimal nearest to the exact value of the float, ties to even. Printing
/// does just that, while multiplying, rounding and dividing would not (2.675 would become 2.68).
fn round(number: f64, decimals: usize) -> f64 {
    format!("{number:.decimals$}").parse().unwrap_or(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_are_printed_as_python_prints_them() {
        let scores = Scores {
            neg: 0.0,
            neu: 0.254_4,
            pos: 0.7456,
            compound: 0.831_600_1,
        };
        assert_eq!(tsv(scores), "0.0\t0.254\t0.746\t0.8316\n");
    }
}
