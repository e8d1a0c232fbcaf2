//! Whose voice each passage carries.

use crate::{Analysis, Confidence, Mode, Passage, Profile, vader};

/// The passages of an article.
pub(crate) fn passages(analysis: &Analysis, profile: &Profile) -> Vec<Passage> {
    let passage = |(sentence, place): (usize, &crate::Sentence)| Passage {
        sentence,
        part: 0,
        span: place.span,
        kind: analysis.blocks[place.block].kind,
        side: profile.press(),
        speaker: None,
        mode: Mode::None,
        cue: None,
        evidence: String::from("no source"),
        confidence: Confidence::Medium,
        content: vec![place.span],
        scores: vader::Scores::default(),
        tone: 0.0,
    };
    analysis.sentences.iter().enumerate().map(passage).collect()
}
