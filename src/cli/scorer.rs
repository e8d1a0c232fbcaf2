//! The choice of an engine of sentiment, and analyses made with it on all cores.

use clap::ValueEnum;
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use slantwise::input::Loaded;
use slantwise::vader::{self, Reading};
use slantwise::{Analysis, CompareOptions, Profile, analyze};

use super::progress::Progress;

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
            Self::VaderSentiment => "phrases and fitted words (compound: vader_sentiment 0.1.1)".to_owned(),
        }
    }

    /// The engine itself.
    pub(crate) const fn engine(self) -> vader::Scorer {
        match self {
            Self::Vader => vader::Scorer::Vader,
            Self::VaderSentiment => vader::Scorer::VaderSentimentCrate,
        }
    }
}

/// Analyses every article, in the order of the input.
pub(crate) fn analyze_all(
    loaded: &[Loaded],
    profile: &Profile,
    scorer: Scorer,
    progress: &Progress,
) -> Vec<Analysis> {
    let one = |article: &Loaded| {
        let mut analysis = analyze(&article.document, profile);
        if scorer != Scorer::Vader {
            rescore(&mut analysis, profile, scorer.engine());
        }
        progress.read();
        analysis
    };
    loaded.par_iter().map(one).collect()
}

/// Puts the scores of another engine in the place of VADER's; tone is not VADER's and stays.
fn rescore(analysis: &mut Analysis, profile: &Profile, engine: vader::Scorer) {
    analysis.scorer = engine;
    let text = analysis.document.text.as_str();
    for passage in &mut analysis.passages {
        let content = passage.content_text(text);
        passage.scores = engine.score(&content, &profile.vader, Reading::Typographic);
    }
}
