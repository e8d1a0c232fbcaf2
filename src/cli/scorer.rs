//! The engines of sentiment, and analyses made with them on all cores.

use clap::ValueEnum;
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use slantwise::input::Loaded;
use slantwise::vader::{self, Reading, Scores};
use slantwise::{Analysis, CompareOptions, Profile, analyze};
use vader_sentiment::SentimentIntensityAnalyzer;

/// The engine of the sentiment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Scorer {
    /// VADER as the Python reference computes it, word by word
    Vader,
    /// The crate `vader_sentiment` 0.1.1, for who needs its figures: it differs from the reference in almost half
    /// of all sentences, may differ between two runs, and shows no words
    VaderSentiment,
}

impl Scorer {
    /// The word of the command line.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Vader => "vader",
            Self::VaderSentiment => "vader-sentiment",
        }
    }

    /// The words of captions.
    pub(crate) fn label(self) -> String {
        match self {
            Self::Vader => CompareOptions::default().scorer,
            Self::VaderSentiment => "crate vader_sentiment 0.1.1".to_owned(),
        }
    }

    /// The scores of a text.
    pub(crate) fn scores(self, text: &str, profile: &Profile, reading: Reading) -> Scores {
        match self {
            Self::Vader => vader::score(text, &profile.vader, reading),
            Self::VaderSentiment => scores_of_crate(text),
        }
    }
}

/// Analyses every article, in the order of the input.
pub(crate) fn analyze_all(loaded: &[Loaded], profile: &Profile, scorer: Scorer) -> Vec<Analysis> {
    let one = |article: &Loaded| {
        let mut analysis = analyze(&article.document, profile);
        if scorer != Scorer::Vader {
            rescore(&mut analysis, profile, scorer);
        }
        analysis
    };
    loaded.par_iter().map(one).collect()
}

/// Puts the scores of another engine in the place of our own.
fn rescore(analysis: &mut Analysis, profile: &Profile, scorer: Scorer) {
    let text = analysis.document.text.as_str();
    for passage in &mut analysis.passages {
        passage.scores = scorer.scores(&passage.content_text(text), profile, Reading::Typographic);
        passage.tone = passage.scores.compound;
    }
}

fn scores_of_crate(text: &str) -> Scores {
    let engine = SentimentIntensityAnalyzer::new();
    let scores = engine.polarity_scores(text);
    let score = |name: &str| {
        scores
            .get(name)
            .copied()
            .filter(|score| score.is_finite())
            .unwrap_or(0.0)
    };
    Scores {
        neg: score("neg"),
        neu: score("neu"),
        pos: score("pos"),
        compound: score("compound"),
    }
}
