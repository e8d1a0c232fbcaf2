//! Which passages count, and whose they are.

use unicode_segmentation::UnicodeSegmentation;

use crate::statistics::{self, Estimate, Interval};
use crate::{Analysis, Confidence, Kind, Passage, Profile, SideId};

/// All that one side says, article after article.
pub(super) struct SideSample {
    pub(super) side: SideId,
    /// Tones of each article of the input, empty where the side is silent.
    pub(super) tone: Vec<Vec<f64>>,
    /// Compounds of each article of the input, likewise.
    pub(super) compound: Vec<Vec<f64>>,
    pub(super) n_words: usize,
    pub(super) n_low_confidence: usize,
    /// Names, with repetitions.
    pub(super) speakers: Vec<String>,
}

impl SideSample {
    pub(super) fn n_sentences(&self) -> usize {
        self.tone.iter().map(Vec::len).sum()
    }

    pub(super) fn n_articles(&self) -> usize {
        self.tone.iter().filter(|values| !values.is_empty()).count()
    }

    fn add(&mut self, article: usize, passage: &Passage, analysis: &Analysis) {
        let (tone, compound) = scores(passage);
        self.tone[article].push(tone);
        self.compound[article].push(compound);
        self.n_words += n_words(passage, analysis);
        self.n_low_confidence += usize::from(passage.confidence == Confidence::Low);
        let speaker = passage.speaker.and_then(|place| analysis.speakers.get(place));
        self.speakers.extend(speaker.map(|speaker| speaker.name.trim().to_owned()));
    }
}

/// The observations of each side of the profile.
pub(super) fn collect(analyses: &[Analysis], profile: &Profile, include_titles: bool) -> Vec<SideSample> {
    let places = (0..=u8::MAX).zip(&profile.sides);
    let mut samples: Vec<SideSample> = places
        .map(|(place, _)| SideSample {
            side: SideId(place),
            tone: vec![Vec::new(); analyses.len()],
            compound: vec![Vec::new(); analyses.len()],
            n_words: 0,
            n_low_confidence: 0,
            speakers: Vec::new(),
        })
        .collect();
    for (article, analysis) in analyses.iter().enumerate() {
        for passage in counted(analysis, include_titles) {
            if let Some(sample) = samples.get_mut(usize::from(passage.side.0)) {
                sample.add(article, passage, analysis);
            }
        }
    }
    samples
}

/// The passages that count: running text with words to score and scores that are numbers.
pub(crate) fn counted(analysis: &Analysis, include_titles: bool) -> impl Iterator<Item = &Passage> {
    analysis.passages.iter().filter(move |passage| {
        let kind = passage.kind == Kind::Body || (include_titles && passage.kind == Kind::Title);
        let scored = passage.tone.is_finite() && passage.scores.compound.is_finite();
        kind && scored && passage.content.iter().any(|piece| has_words(piece.of(&analysis.document.text)))
    })
}

/// Tone and compound, within −1 and 1 whatever the scorer: a mean must stay on its scale.
pub(super) fn scores(passage: &Passage) -> (f64, f64) {
    (passage.tone.clamp(-1.0, 1.0), passage.scores.compound.clamp(-1.0, 1.0))
}

/// The mean of scores, its interval kept on their scale.
pub(super) fn estimate(articles: &[Vec<f64>]) -> Option<Estimate> {
    let estimate = statistics::mean(articles)?;
    Some(Estimate { interval: clamped(estimate.interval, 1.0), ..estimate })
}

/// An interval cut at both ends of a scale, beyond which no figure can lie.
pub(super) fn clamped(interval: Option<Interval>, most: f64) -> Option<Interval> {
    interval.map(|(low, high)| (low.max(-most), high.min(most)))
}

fn has_words(piece: &str) -> bool {
    piece.chars().any(|character| !character.is_whitespace())
}

/// Words of the scored content, by the word bounds of Unicode.
pub(crate) fn n_words(passage: &Passage, analysis: &Analysis) -> usize {
    let text = &analysis.document.text;
    passage.content.iter().map(|piece| piece.of(text).unicode_words().count()).sum()
}
