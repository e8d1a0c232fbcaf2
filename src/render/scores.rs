//! The four scores as the reference prints them.

use crate::vader::Scores;

/// A line of `neg`, `neu`, `pos`, `compound`, each as Python prints a float (`0.0`, `0.254`), between tabs.
#[must_use]
pub fn tsv(scores: Scores) -> String {
    let Scores { neg, neu, pos, compound } = scores.rounded();
    format!("{neg:?}\t{neu:?}\t{pos:?}\t{compound:?}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_are_printed_as_python_prints_them() {
        let scores = Scores { neg: 0.0, neu: 0.254_4, pos: 0.7456, compound: 0.831_600_1 };
        assert_eq!(tsv(scores), "0.0\t0.254\t0.746\t0.8316\n");
    }
}
