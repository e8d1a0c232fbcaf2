//! The sides next to each other: what the tables and charts print. Nothing is rounded here.

mod aspect;
mod contrast;
mod finding;
mod frame;
mod methods;
mod mixed;
mod observation;
mod outlet;
mod references;
mod side;
mod speaker;
#[cfg(test)]
pub(crate) mod synthetic;
mod tested;
#[cfg(test)]
mod tests;
mod word;

use crate::framing::{Code, CodeId, Framework};
use crate::{Analysis, Profile, Side, SideId};

pub(crate) use observation::{counted, counted_places, n_words};
pub(crate) use side::{Sign, capitalised};

pub use aspect::{AspectSummary, Presence};
pub use contrast::{Contrast, Effect};
pub use finding::{Finding, Voice};
pub use frame::FrameSummary;
pub use methods::Methods;
pub use outlet::OutletSummary;
pub use side::{Shares, SideSummary};
pub use speaker::SpeakerSummary;
pub use tested::Tested;
pub use word::WordSummary;

/// Where a passage stands in a [`Report`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Index into [`Report::analyses`].
    pub article: usize,
    /// Index into the passages of the article.
    pub passage: usize,
}

/// All analyses with the figures that compare the sides.
#[derive(Clone, Debug)]
pub struct Report {
    /// The sides of the profile, in the order of tables and charts.
    pub sides: Vec<Side>,
    /// The frames and aspects of the profile, by their numbers.
    pub codes: Vec<Code>,
    /// The frameworks of the profile, by their places.
    pub frameworks: Vec<Framework>,
    /// The articles, in the order of the input.
    pub analyses: Vec<Analysis>,
    /// One for each of [`Self::sides`], silent sides too.
    pub summaries: Vec<SideSummary>,
    /// Each pair of sides once, in the order of the sides.
    pub contrasts: Vec<Contrast>,
    /// Each speaker once over all articles, by side, who says most first.
    pub speakers: Vec<SpeakerSummary>,
    /// Each aspect of the frameworks that the articles are read by, side by side.
    pub aspects: Vec<AspectSummary>,
    /// Each frame, side by side.
    pub frames: Vec<FrameSummary>,
    /// The aspects that are spoken on, with the sentences of each side; the strongest contrasts first.
    pub findings: Vec<Finding>,
    /// The words that each side prefers, the most distinctive first.
    pub words: Vec<WordSummary>,
    /// Each outlet that a study names, side by side.
    pub outlets: Vec<OutletSummary>,
    /// What a reader must know before the figures are quoted, in sentences.
    pub notes: Vec<String>,
    /// How the figures were made.
    pub method: Method,
    /// The same as a paragraph for a paper, with its references.
    pub methods: Methods,
}

/// How the figures of a report were made: what captions and methods paragraphs print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Method {
    /// What scored the sentences.
    pub scorer: String,
    /// Name of the profile.
    pub profile: String,
    /// SHA-256 of the profile's files, in hexadecimal.
    pub digest: String,
    /// Seed of what is drawn at random.
    pub seed: u64,
    /// Whether headlines and cross-heads were counted.
    pub include_titles: bool,
    /// Articles read.
    pub n_articles: usize,
    /// Sentences counted. A sentence with several voices counts once for each.
    pub n_sentences: usize,
}

/// What a user can choose about a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompareOptions {
    /// Seed of what is drawn at random.
    pub seed: u64,
    /// Whether headlines and cross-heads count as well.
    pub include_titles: bool,
    /// What scored the sentences, as captions print it.
    pub scorer: String,
}

impl Default for CompareOptions {
    fn default() -> Self {
        let scorer = String::from("phrases and fitted words (compound: VADER 3.3.2)");
        Self { seed: 1, include_titles: false, scorer }
    }
}

impl Report {
    /// The words for a side in charts and tables for people; empty for an id outside the profile.
    #[must_use]
    pub fn label(&self, side: SideId) -> &str {
        self.sides.get(usize::from(side.0)).map_or("", |side| side.label.as_str())
    }

    /// A frame or an aspect.
    #[must_use]
    pub fn code(&self, code: CodeId) -> &Code {
        &self.codes[usize::from(code.0)]
    }

    /// The row of the first passage of each article in `sentences.csv`, from 0.
    pub(crate) fn first_rows(&self) -> Vec<usize> {
        let lengths = self.analyses.iter().map(|analysis| analysis.passages.len());
        lengths.scan(0, |next, length| Some(std::mem::replace(next, *next + length))).collect()
    }

    /// The comparison of two sides, `a` first in the profile.
    #[must_use]
    pub fn contrast(&self, a: SideId, b: SideId) -> Option<&Contrast> {
        self.contrasts.iter().find(|contrast| contrast.a == a && contrast.b == b)
    }
}

/// Sets the sides of all articles next to each other, with the choices of [`CompareOptions::default`].
#[must_use]
pub fn compare(analyses: Vec<Analysis>, profile: &Profile) -> Report {
    compare_with(analyses, profile, &CompareOptions::default())
}

/// Sets the sides of all articles next to each other.
///
/// A passage of running text counts as one observation. Titles (unless they are let in), furniture and passages
/// without a word to score never count.
#[must_use]
pub fn compare_with(analyses: Vec<Analysis>, profile: &Profile, options: &CompareOptions) -> Report {
    let samples = observation::collect(&analyses, profile, options.include_titles);
    let summaries: Vec<SideSummary> = samples.iter().map(|sample| side::summary(sample, &analyses)).collect();
    let contrasts = contrast::all(&samples, profile, options.seed);
    let speakers = speaker::summaries(&analyses, options.include_titles);
    let aspects = aspect::summaries(&analyses, profile, options.include_titles);
    let frames = frame::summaries(&analyses, profile, options.include_titles);
    let outlets = outlet::summaries(&analyses, profile, options.include_titles);
    let words = word::summaries(&analyses, profile, options.include_titles);
    let findings = finding::findings(&aspects, &analyses, profile);
    let notes =
        side::notes(&summaries, profile).into_iter().chain(contrast::notes(&contrasts, profile)).collect();
    let method = Method {
        scorer: options.scorer.clone(),
        profile: profile.name.clone(),
        digest: profile.digest().to_owned(),
        seed: options.seed,
        include_titles: options.include_titles,
        n_articles: analyses.len(),
        n_sentences: summaries.iter().map(|summary| summary.n_sentences).sum(),
    };
    let mut report = Report {
        sides: profile.sides.clone(),
        codes: profile.framing.codes().to_vec(),
        frameworks: profile.framing.frameworks().to_vec(),
        analyses,
        summaries,
        contrasts,
        speakers,
        aspects,
        frames,
        findings,
        words,
        outlets,
        notes,
        method,
        methods: Methods::default(),
    };
    mixed::refuse(&mut report);
    report.methods = methods::methods(&report);
    report
}
