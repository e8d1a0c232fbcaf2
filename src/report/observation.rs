//! Which passages count, and whose they are.

use unicode_segmentation::UnicodeSegmentation;

use super::Place;
use crate::statistics::{self, Estimate, Interval};
use crate::{Analysis, Confidence, Kind, Passage, Profile, SideId};

/// All that one side says, article after article.
pub(super) struct SideSample {
    pub(super) side: SideId,
    /// Tones of each article of the input, empty where the side is silent.
    pub(super) tone: Vec<Vec<f64>>,
    /// Compounds of each article of the input, likewise.
    pub(super) compound: Vec<Vec<f64>>,
    /// How many sentences each turn of the side has, article after article: a turn is what one speaker says in a row.
    turns: Vec<Vec<usize>>,
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

    /// The means of the turns of each article, of the side's values in the order in which they were added. Sentences of a
    /// turn resemble one another, and a tone takes a share of those beside it, so turns are what can be exchanged.
    pub(super) fn by_turn(&self, values: &[Vec<f64>]) -> Vec<Vec<f64>> {
        let of_article = |(values, turns): (&Vec<f64>, &Vec<usize>)| {
            let mut rest = values.as_slice();
            let mut mean = |n: &usize| {
                let (turn, after) = rest.split_at(*n);
                rest = after;
                turn.iter().sum::<f64>() / statistics::count(*n)
            };
            turns.iter().map(&mut mean).collect()
        };
        values.iter().zip(&self.turns).map(of_article).collect()
    }

    fn add(&mut self, article: usize, passage: &Passage, goes_on: bool, analysis: &Analysis) {
        match self.turns[article].last_mut().filter(|_| goes_on) {
            Some(n) => *n += 1,
            None => self.turns[article].push(1),
        }
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
            turns: vec![Vec::new(); analyses.len()],
            n_words: 0,
            n_low_confidence: 0,
            speakers: Vec::new(),
        })
        .collect();
    for (article, analysis) in analyses.iter().enumerate() {
        let mut before = None;
        for passage in counted(analysis, include_titles) {
            let voice = passage.speaker.map(|speaker| (passage.side, speaker));
            let goes_on = voice.is_some() && voice == before;
            before = voice;
            if let Some(sample) = samples.get_mut(usize::from(passage.side.0)) {
                sample.add(article, passage, goes_on, analysis);
            }
        }
    }
    samples
}

/// The passages that count: running text with words to score and scores that are numbers.
pub(crate) fn counted(analysis: &Analysis, include_titles: bool) -> impl Iterator<Item = &Passage> {
    analysis.passages.iter().filter(move |passage| counts(passage, analysis, include_titles))
}

fn counts(passage: &Passage, analysis: &Analysis, include_titles: bool) -> bool {
    let kind = passage.kind == Kind::Body || (include_titles && passage.kind == Kind::Title);
    let scored = passage.tone.is_finite() && passage.scores.compound.is_finite();
    kind && scored && passage.content.iter().any(|piece| has_words(piece.of(&analysis.document.text)))
}

/// The passages that count, of all articles, with their places.
pub(crate) fn counted_places(
    analyses: &[Analysis],
    include_titles: bool,
) -> impl Iterator<Item = (Place, &Passage)> {
    analyses.iter().enumerate().flat_map(move |(article, analysis)| {
        let counts = move |passage: &Passage| counts(passage, analysis, include_titles);
        let numbered = analysis.passages.iter().enumerate().filter(move |(_, passage)| counts(passage));
        numbered.map(move |(passage, found)| (Place { article, passage }, found))
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
