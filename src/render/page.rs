//! An article as the tables see it: character offsets, and words in place of indices.

use unicode_segmentation::UnicodeSegmentation;

use crate::{Analysis, CharacterIndex, Passage, Profile, SideId, Span};

/// One analysis with what is needed to print it.
pub(super) struct Page<'a> {
    pub(super) analysis: &'a Analysis,
    pub(super) text: &'a str,
    pub(super) profile: &'a Profile,
    index: CharacterIndex,
}

impl<'a> Page<'a> {
    pub(super) fn new(analysis: &'a Analysis, profile: &'a Profile) -> Self {
        let text = analysis.document.text.as_str();
        Self { analysis, text, profile, index: CharacterIndex::new(text) }
    }

    /// Start and end in characters, the end exclusive.
    pub(super) fn characters(&self, span: Span) -> [usize; 2] {
        [span.start, span.end].map(|offset| self.index.character(self.text, offset))
    }

    /// The place of a passage's block, from 0.
    pub(super) fn block(&self, passage: &Passage) -> usize {
        let sentence = self.analysis.sentences.get(passage.sentence);
        sentence.map_or(0, |sentence| sentence.block)
    }

    /// The words of a span that may be missing.
    pub(super) fn words(&self, span: Option<Span>) -> &'a str {
        span.map_or("", |span| span.of(self.text))
    }

    /// The name of a speaker who may be unknown.
    pub(super) fn speaker(&self, speaker: Option<usize>) -> &'a str {
        speaker
            .and_then(|speaker| self.analysis.speakers.get(speaker))
            .map_or("", |speaker| speaker.name.as_str())
    }

    /// The side as the tables print it.
    pub(super) fn side(&self, side: SideId) -> &'a str {
        self.profile.side_name(side)
    }
}

/// Words by the word bounds of Unicode, as the report counts them.
pub(super) fn n_words(text: &str) -> usize {
    text.unicode_words().count()
}
