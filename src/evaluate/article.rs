//! One article set against its labels.

use std::collections::{BTreeMap, BTreeSet};

use super::gold::GoldUnit;
use super::measures::{Counts, sign};
use super::{Aspect, Difference};
use crate::{Analysis, CharacterIndex, Passage, Profile, Span};

/// What the figures are counted from: pairs are (found, labelled).
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub(super) segments: Counts,
    pub(super) furniture: Counts,
    pub(super) quotes: Counts,
    pub(super) kinds: Vec<(String, String)>,
    pub(super) sides: Vec<(String, String)>,
    pub(super) modes: Vec<(String, String)>,
    pub(super) speakers: Vec<bool>,
    pub(super) tones: Vec<(f64, f64)>,
    pub(super) compounds: Vec<(f64, f64)>,
    pub(super) differences: Vec<Difference>,
}

/// First and last letter or digit of a unit, in characters.
type Bounds = (usize, usize);

/// An article with its passages in characters, as the tables print them.
struct Article<'a> {
    analysis: &'a Analysis,
    profile: &'a Profile,
    characters: Vec<char>,
    /// The places of the passages.
    places: Vec<(usize, usize)>,
}

impl Tally {
    pub(super) fn add(&mut self, analysis: &Analysis, gold: &[GoldUnit], profile: &Profile) {
        let article = Article::new(analysis, profile);
        self.add_segments(&article, gold);
        for unit in gold {
            self.add_unit(&article, unit);
        }
        self.add_quotes(&article, gold);
    }

    fn add_segments(&mut self, article: &Article, gold: &[GoldUnit]) {
        let mut found: BTreeMap<Bounds, usize> = BTreeMap::new();
        for bounds in article.places.iter().filter_map(|place| article.bounds(*place)) {
            *found.entry(bounds).or_default() += 1;
        }
        self.segments.found += found.values().sum::<usize>();
        for unit in gold {
            let Some(bounds) = article.bounds((unit.start, unit.end)) else {
                continue;
            };
            self.segments.expected += 1;
            if found.contains_key(&bounds) {
                self.segments.right += 1;
            } else {
                self.note(Aspect::Segment, article, unit, "a unit", "other bounds");
            }
        }
    }

    fn add_unit(&mut self, article: &Article, unit: &GoldUnit) {
        let best = article.best(unit);
        let kind = best.map_or("furniture", |passage| passage.kind.name());
        self.kinds.push((kind.to_owned(), unit.kind.clone()));
        if kind != unit.kind {
            self.note(Aspect::Kind, article, unit, &unit.kind, kind);
        }
        let (found, expected) = (kind == "furniture", unit.is_furniture());
        self.furniture.right += usize::from(found && expected);
        self.furniture.found += usize::from(found);
        self.furniture.expected += usize::from(expected);
        if !expected {
            self.add_voice(article, unit, best);
            self.add_tone(article, unit, best);
        }
    }

    fn add_voice(&mut self, article: &Article, unit: &GoldUnit, best: Option<&Passage>) {
        let side = best.map_or("press", |passage| article.profile.side_name(passage.side));
        let right = side == unit.side || unit.accept.iter().any(|accepted| accepted == side);
        let counted = if right { unit.side.as_str() } else { side };
        self.sides.push((counted.to_owned(), unit.side.clone()));
        if !right {
            self.note(Aspect::Side, article, unit, &unit.side, side);
        }
        let mode = best.map_or("none", |passage| passage.mode.name());
        self.modes.push((mode.to_owned(), unit.mode.clone()));
        if mode != unit.mode {
            self.note(Aspect::Mode, article, unit, &unit.mode, mode);
        }
        if !unit.speaker.is_empty() {
            let speaker = best.map_or("", |passage| article.speaker(passage));
            let same = same_speaker(speaker, &unit.speaker);
            self.speakers.push(same);
            if !same {
                self.note(Aspect::Speaker, article, unit, &unit.speaker, speaker);
            }
        }
    }

    fn add_tone(&mut self, article: &Article, unit: &GoldUnit, best: Option<&Passage>) {
        let tone = best.map_or(0.0, |passage| as_printed(passage.tone));
        let compound = best.map_or(0.0, |passage| as_printed(passage.scores.compound));
        self.tones.push((tone, unit.valence));
        self.compounds.push((compound, unit.valence));
        if sign(tone) != sign(unit.valence) {
            let expected = format!("{:+}", unit.valence);
            self.note(Aspect::Tone, article, unit, &expected, &format!("{tone:+.2}"));
        }
    }

    /// A quotation that runs over several units may be one row or several, so rows are cut where units end.
    fn add_quotes(&mut self, article: &Article, gold: &[GoldUnit]) {
        let expected: BTreeSet<(usize, usize)> =
            gold.iter().flat_map(|unit| unit.quotes.iter().copied()).collect();
        let mut found = BTreeSet::new();
        for (start, end) in article.quotations() {
            let pieces = gold.iter().map(|unit| (start.max(unit.start), end.min(unit.end)));
            found.extend(pieces.filter(|(from, to)| *to > from + 1));
        }
        self.quotes.expected += expected.len();
        self.quotes.found += found.len();
        for place in expected {
            let near =
                |other: &&(usize, usize)| place.0.abs_diff(other.0) <= 2 && place.1.abs_diff(other.1) <= 2;
            if let Some(hit) = found.iter().find(near).copied() {
                found.remove(&hit);
                self.quotes.right += 1;
            } else {
                let difference = article.quote_difference(place, "a quotation", "");
                self.differences.push(difference);
            }
        }
        let extra = found.into_iter().map(|place| article.quote_difference(place, "", "a quotation"));
        self.differences.extend(extra);
    }

    fn note(&mut self, aspect: Aspect, article: &Article, unit: &GoldUnit, expected: &str, found: &str) {
        self.differences.push(Difference {
            aspect,
            document: article.analysis.document.id.clone(),
            offset: unit.start,
            expected: expected.to_owned(),
            found: found.to_owned(),
            text: unit.text.clone(),
        });
    }
}

impl<'a> Article<'a> {
    fn new(analysis: &'a Analysis, profile: &'a Profile) -> Self {
        let spans = analysis.passages.iter().map(|passage| passage.span);
        Self {
            analysis,
            profile,
            characters: analysis.document.text.chars().collect(),
            places: in_characters(&analysis.document.text, spans),
        }
    }

    fn quotations(&self) -> Vec<(usize, usize)> {
        let spans = self.analysis.quotations.iter().map(|quotation| quotation.span);
        in_characters(&self.analysis.document.text, spans)
    }

    fn bounds(&self, (start, end): (usize, usize)) -> Option<Bounds> {
        let end = end.min(self.characters.len());
        let solid = |at: &usize| self.characters[*at].is_alphanumeric();
        Some(((start..end).find(solid)?, (start..end).rev().find(solid)?))
    }

    /// The passage that covers most characters of the unit, the first of equals.
    fn best(&self, unit: &GoldUnit) -> Option<&'a Passage> {
        let overlap = |(start, end): (usize, usize)| end.min(unit.end).saturating_sub(start.max(unit.start));
        let mut best = (0, None);
        for (place, passage) in self.places.iter().zip(&self.analysis.passages) {
            if overlap(*place) > best.0 {
                best = (overlap(*place), Some(passage));
            }
        }
        best.1
    }

    fn speaker(&self, passage: &Passage) -> &'a str {
        let speaker = passage.speaker.and_then(|speaker| self.analysis.speakers.get(speaker));
        speaker.map_or("", |speaker| speaker.name.as_str())
    }

    fn quote_difference(&self, (start, end): (usize, usize), expected: &str, found: &str) -> Difference {
        Difference {
            aspect: Aspect::Quotes,
            document: self.analysis.document.id.clone(),
            offset: start,
            expected: expected.to_owned(),
            found: found.to_owned(),
            text: self.characters.get(start..end).map(String::from_iter).unwrap_or_default(),
        }
    }
}

fn in_characters(text: &str, spans: impl Iterator<Item = Span>) -> Vec<(usize, usize)> {
    let index = CharacterIndex::new(text);
    let character = |offset| index.character(text, offset);
    spans.map(|span| (character(span.start), character(span.end))).collect()
}

/// A score with the four decimals that the tables print.
fn as_printed(score: f64) -> f64 {
    format!("{score:.4}").parse().unwrap_or(score)
}

/// Words of a name that say nothing of who it is.
const TITLES: [&str; 20] = [
    "the",
    "a",
    "an",
    "of",
    "and",
    "for",
    "cllr",
    "coun",
    "councillor",
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "s",
    "",
];

/// Whether two names share the last name, or one has the other's last word.
fn same_speaker(found: &str, expected: &str) -> bool {
    let (found, expected) = (name_words(found), name_words(expected));
    match (found.last(), expected.last()) {
        (Some(last), Some(wanted)) => expected.contains(last) || found.contains(wanted),
        _ => false,
    }
}

fn name_words(name: &str) -> Vec<String> {
    let plain = name.to_lowercase().replace("’s", "").replace("'s", "");
    let words = plain.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !TITLES.contains(word)).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_last_name_or_head_word_is_enough() {
        assert!(same_speaker("Cllr McDermott", "Sarah McDermott"));
        assert!(same_speaker("Ofsted’s inspectors", "Ofsted"));
        assert!(!same_speaker("Sarah Hale", "Sarah McDermott"));
        assert!(!same_speaker("", "Ofsted"));
    }
}
