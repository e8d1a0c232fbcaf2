//! An analysed article in characters, as labels count, and which passage a labelled unit falls on.

use super::gold::GoldUnit;
use crate::{Analysis, CharacterIndex, Passage, Profile, Span};

/// A start and an end in characters, the end exclusive.
pub(super) type Place = (usize, usize);

/// First and last letter or digit of a unit, in characters.
pub(super) type Bounds = (usize, usize);

/// An article with its passages in characters, as the tables print them.
pub(super) struct Article<'a> {
    pub(super) analysis: &'a Analysis,
    pub(super) profile: &'a Profile,
    characters: Vec<char>,
    /// The places of the passages, in their order; they do not overlap.
    pub(super) places: Vec<Place>,
}

impl<'a> Article<'a> {
    pub(super) fn new(analysis: &'a Analysis, profile: &'a Profile) -> Self {
        let spans = analysis.passages.iter().map(|passage| passage.span);
        Self {
            analysis,
            profile,
            characters: analysis.document.text.chars().collect(),
            places: in_characters(&analysis.document.text, spans),
        }
    }

    pub(super) fn quotations(&self) -> Vec<Place> {
        let spans = self.analysis.quotations.iter().map(|quotation| quotation.span);
        in_characters(&self.analysis.document.text, spans)
    }

    pub(super) fn bounds(&self, (start, end): Place) -> Option<Bounds> {
        let end = end.min(self.characters.len());
        let solid = |at: &usize| self.characters[*at].is_alphanumeric();
        Some(((start..end).find(solid)?, (start..end).rev().find(solid)?))
    }

    /// The passage that covers most characters of the unit, the first of equals.
    pub(super) fn best(&self, unit: &GoldUnit) -> Option<&'a Passage> {
        self.best_at(unit).and_then(|at| self.analysis.passages.get(at))
    }

    /// The place of that passage.
    pub(super) fn best_place(&self, unit: &GoldUnit) -> Option<Place> {
        self.best_at(unit).map(|at| self.places[at])
    }

    fn best_at(&self, unit: &GoldUnit) -> Option<usize> {
        let first = self.places.partition_point(|(_, end)| *end <= unit.start);
        let mut best = (0, None);
        for (at, place) in self.places.iter().enumerate().skip(first) {
            if place.0 >= unit.end {
                break;
            }
            let overlap = place.1.min(unit.end).saturating_sub(place.0.max(unit.start));
            if overlap > best.0 {
                best = (overlap, Some(at));
            }
        }
        best.1
    }

    /// The passage in which a place starts.
    pub(super) fn passage_at(&self, start: usize) -> Option<&'a Passage> {
        let at = self.places.partition_point(|(_, end)| *end <= start);
        self.analysis.passages.get(at).filter(|_| self.places[at].0 <= start)
    }

    pub(super) fn speaker(&self, passage: &Passage) -> &'a str {
        let speaker = passage.speaker.and_then(|speaker| self.analysis.speakers.get(speaker));
        speaker.map_or("", |speaker| speaker.name.as_str())
    }

    pub(super) fn words(&self, (start, end): Place) -> String {
        self.characters.get(start..end).map(String::from_iter).unwrap_or_default()
    }
}

fn in_characters(text: &str, spans: impl Iterator<Item = Span>) -> Vec<Place> {
    let index = CharacterIndex::new(text);
    let character = |offset| index.character(text, offset);
    spans.map(|span| (character(span.start), character(span.end))).collect()
}
