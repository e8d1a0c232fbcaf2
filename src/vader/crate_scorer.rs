//! The choice between this engine and the crate `vader_sentiment`, for who needs that crate's figures.

use std::panic::catch_unwind;
use std::sync::LazyLock;

use vader_sentiment::SentimentIntensityAnalyzer;

use super::{Lexicon, Reading, Scores, score};

/// Who scores.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scorer {
    /// This engine: equal to Python vaderSentiment 3.3.2.
    #[default]
    Vader,
    /// The crate `vader_sentiment` 0.1.1: other figures for about 45% of news sentences. It goes through its phrases
    /// in the order of a randomly seeded table, so a text with two of them may score otherwise in another run.
    VaderSentimentCrate,
}

static ANALYZER: LazyLock<SentimentIntensityAnalyzer<'static>> =
    LazyLock::new(SentimentIntensityAnalyzer::new);

impl Scorer {
    /// Scores a text. The crate has its own word list and reads marks strictly, so it looks at neither `lexicon` nor
    /// `reading`.
    #[must_use]
    pub fn score(self, text: &str, lexicon: &Lexicon, reading: Reading) -> Scores {
        match self {
            Self::Vader => score(text, lexicon, reading),
            Self::VaderSentimentCrate => crate_score(text),
        }
    }
}

/// The crate's figures; all 0 should it ever panic.
fn crate_score(text: &str) -> Scores {
    let scored = catch_unwind(|| {
        let scores = ANALYZER.polarity_scores(text);
        let number =
            |name: &str| scores.get(name).copied().filter(|score: &f64| score.is_finite()).unwrap_or(0.0);
        Scores { neg: number("neg"), neu: number("neu"), pos: number("pos"), compound: number("compound") }
    });
    scored.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_crate_gives_its_own_figures() {
        let compound = |scorer: Scorer, text| {
            scorer.score(text, Lexicon::published(), Reading::Strict).rounded().compound
        };
        assert_eq!(compound(Scorer::VaderSentimentCrate, "No."), -0.296);
        assert_eq!(compound(Scorer::Vader, "No."), 0.0);
        assert_eq!(compound(Scorer::VaderSentimentCrate, "The verdict was ok."), 0.4215);
    }

    proptest::proptest! {
        #[test]
        fn the_crate_survives_any_text(text in "(\\PC|[ \t\n'!?.,]|no |very |but |the bomb |İ|ß|ﬃ|good ){0,40}") {
            let scores = crate_score(&text);
            proptest::prop_assert!(scores.compound.abs() <= 1.0);
        }
    }
}
