//! What one side says over all articles: how much, in which tone, and what weakens the figures.

use super::observation::{SideSample, estimate};
use crate::statistics::{self, Estimate, MIN_VALUES};
use crate::{Analysis, Profile, SideId};

/// A score from here on counts as positive, from the negative of it on as negative (Hutto & Gilbert 2014).
pub(crate) const POSITIVE_FROM: f64 = 0.05;

/// How many sentences are negative, neutral and positive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shares {
    /// Sentences with a score of −0.05 or less.
    pub n_negative: usize,
    /// Sentences between the two.
    pub n_neutral: usize,
    /// Sentences with a score of 0.05 or more.
    pub n_positive: usize,
}

/// The sign of a score, by the usual bounds (Hutto & Gilbert 2014).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    Negative,
    Neutral,
    Positive,
}

impl Sign {
    pub(crate) fn of(score: f64) -> Self {
        match score {
            score if score >= POSITIVE_FROM => Self::Positive,
            score if score <= -POSITIVE_FROM => Self::Negative,
            _ => Self::Neutral,
        }
    }
}

impl Shares {
    fn of(articles: &[Vec<f64>]) -> Self {
        let mut shares = Self::default();
        for value in articles.iter().flatten() {
            match Sign::of(*value) {
                Sign::Negative => shares.n_negative += 1,
                Sign::Neutral => shares.n_neutral += 1,
                Sign::Positive => shares.n_positive += 1,
            }
        }
        shares
    }

    /// Shares of negative, neutral and positive sentences, 0 to 1; all 0 without a sentence.
    #[must_use]
    pub fn fractions(&self) -> [f64; 3] {
        let counts = [self.n_negative, self.n_neutral, self.n_positive];
        let total = counts.iter().sum::<usize>().max(1);
        counts.map(|count| statistics::count(count) / statistics::count(total))
    }
}

/// All that one side says.
#[derive(Clone, Debug, PartialEq)]
pub struct SideSummary {
    /// The side.
    pub side: SideId,
    /// Passages counted.
    pub n_sentences: usize,
    /// Articles in which the side speaks.
    pub n_articles: usize,
    /// Words scored.
    pub n_words: usize,
    /// Different names; 0 where nobody is named.
    pub n_speakers: usize,
    /// Sentences whose side is a default for want of evidence.
    pub n_low_confidence: usize,
    /// Mean tone; none for a silent side.
    pub tone: Option<Estimate>,
    /// Mean VADER compound; none for a silent side.
    pub compound: Option<Estimate>,
    /// Sentences by the sign of their tone.
    pub tone_shares: Shares,
    /// Sentences by the sign of their compound.
    pub compound_shares: Shares,
    /// What weakens the figures, in a few words; empty when nothing does.
    pub note: String,
}

pub(super) fn summary(sample: &SideSample, analyses: &[Analysis]) -> SideSummary {
    let mut names: Vec<&str> = sample.speakers.iter().map(String::as_str).collect();
    names.sort_unstable();
    names.dedup();
    SideSummary {
        side: sample.side,
        n_sentences: sample.n_sentences(),
        n_articles: sample.n_articles(),
        n_words: sample.n_words,
        n_speakers: names.len(),
        n_low_confidence: sample.n_low_confidence,
        tone: estimate(&sample.tone),
        compound: estimate(&sample.compound),
        tone_shares: Shares::of(&sample.tone),
        compound_shares: Shares::of(&sample.compound),
        note: note(sample, &names, analyses),
    }
}

fn note(sample: &SideSample, names: &[&str], analyses: &[Analysis]) -> String {
    let n = sample.n_sentences();
    let mut parts = Vec::new();
    match n {
        0 => parts.push(String::from("no sentence")),
        n if n < MIN_VALUES => parts.push(String::from("too few sentences for an interval")),
        _ => {}
    }
    parts.extend(largest_article(sample, analyses));
    if let [name] = names
        && n > 1
        && sample.speakers.len() == n
    {
        parts.push(format!("all by one speaker, {name}"));
    }
    if 2 * sample.n_low_confidence > n {
        parts.push(format!(
            "{} of {n} sentences are on this side by default, for want of evidence",
            sample.n_low_confidence
        ));
    }
    parts.join("; ")
}

/// The article that holds more than half of a side's sentences, when the side speaks in several.
fn largest_article(sample: &SideSample, analyses: &[Analysis]) -> Option<String> {
    let n = sample.n_sentences();
    let place = sample.tone.iter().position(|values| 2 * values.len() > n)?;
    let id = &analyses.get(place)?.document.id;
    (sample.n_articles() > 1)
        .then(|| format!("{} of {n} sentences stand in one article, `{id}`", sample.tone[place].len()))
}

/// The notes of all sides that speak, and who is silent.
pub(super) fn notes(summaries: &[SideSummary], profile: &Profile) -> Vec<String> {
    let name = |summary: &SideSummary| profile.side_name(summary.side).to_owned();
    let silent: Vec<String> = summaries.iter().filter(|summary| summary.n_sentences == 0).map(name).collect();
    let mut notes = Vec::new();
    if !silent.is_empty() {
        notes.push(format!("No sentence of: {}.", silent.join(", ")));
    }
    let weak = summaries.iter().filter(|summary| summary.n_sentences > 0 && !summary.note.is_empty());
    notes.extend(weak.map(|summary| format!("{}: {}.", capitalised(&name(summary)), summary.note)));
    notes
}

/// The word with a capital at its start.
pub(crate) fn capitalised(word: &str) -> String {
    let mut characters = word.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
