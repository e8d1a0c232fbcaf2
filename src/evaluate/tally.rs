//! Counts, unit by unit, where an analysis and the labels agree.

use std::collections::{BTreeMap, BTreeSet};

use super::article::{Article, Bounds, Place};
use super::aspect::{Aspect, Difference};
use super::figure::Calibration;
use super::gold::{GoldUnit, Labels};
use super::measures::{Counts, sign};
use super::name::same_speaker;
use crate::{Analysis, Confidence, Passage, Profile};

/// What the figures are counted from: pairs are (found, labelled).
#[derive(Debug)]
pub(super) struct Tally {
    pub(super) n_units: usize,
    pub(super) n_scored: usize,
    pub(super) segments: Counts,
    pub(super) furniture: Counts,
    pub(super) quotes: Counts,
    pub(super) kinds: Vec<(String, String)>,
    pub(super) sides: Vec<(String, String)>,
    pub(super) modes: Vec<(String, String)>,
    pub(super) speakers: Vec<bool>,
    pub(super) tones: Vec<(f64, f64)>,
    pub(super) compounds: Vec<(f64, f64)>,
    pub(super) calibration: [Calibration; 6],
    pub(super) differences: Vec<Difference>,
}

impl Tally {
    pub(super) fn new() -> Self {
        Self {
            n_units: 0,
            n_scored: 0,
            segments: Counts::default(),
            furniture: Counts::default(),
            quotes: Counts::default(),
            kinds: Vec::new(),
            sides: Vec::new(),
            modes: Vec::new(),
            speakers: Vec::new(),
            tones: Vec::new(),
            compounds: Vec::new(),
            calibration: Calibration::rows(),
            differences: Vec::new(),
        }
    }

    pub(super) fn add(&mut self, analysis: &Analysis, labels: &Labels, profile: &Profile) {
        let article = Article::new(analysis, profile);
        if labels.codes(Aspect::Segment) {
            self.add_segments(&article, &labels.units);
        }
        for unit in &labels.units {
            self.add_unit(&article, unit);
        }
        if labels.codes(Aspect::Quotes) {
            self.add_quotes(&article, &labels.units);
        }
    }

    fn add_segments(&mut self, article: &Article, gold: &[GoldUnit]) {
        let mut found: BTreeMap<Bounds, usize> = BTreeMap::new();
        for bounds in article.places.iter().filter_map(|place| article.bounds(*place)) {
            *found.entry(bounds).or_default() += 1;
        }
        self.segments.found += found.values().sum::<usize>();
        for unit in gold {
            let Some(bounds) = article.bounds(unit.place()) else {
                continue;
            };
            self.segments.expected += 1;
            if found.contains_key(&bounds) {
                self.segments.right += 1;
            } else {
                let found = article.best_place(unit).map_or_else(String::new, range);
                let answers = (range(unit.place()), found);
                self.note(Aspect::Segment, article, unit, article.best(unit), (&answers.0, &answers.1));
            }
        }
    }

    fn add_unit(&mut self, article: &Article, unit: &GoldUnit) {
        self.n_units += 1;
        let best = article.best(unit);
        if !unit.kind.is_empty() {
            self.add_kind(article, unit, best);
        }
        if !unit.is_furniture() {
            self.n_scored += 1;
            self.add_side(article, unit, best);
            self.add_voice(article, unit, best);
            self.add_tone(article, unit, best);
        }
    }

    fn add_kind(&mut self, article: &Article, unit: &GoldUnit, best: Option<&Passage>) {
        let kind = best.map_or("furniture", |passage| passage.kind.name());
        self.kinds.push((kind.to_owned(), unit.kind.clone()));
        if kind != unit.kind {
            self.note(Aspect::Kind, article, unit, best, (&unit.kind, kind));
        }
        let (found, expected) = (kind == "furniture", unit.is_furniture());
        self.furniture.right += usize::from(found && expected);
        self.furniture.found += usize::from(found);
        self.furniture.expected += usize::from(expected);
    }

    fn add_side(&mut self, article: &Article, unit: &GoldUnit, best: Option<&Passage>) {
        if unit.side.is_empty() {
            return;
        }
        let side = best.map_or("press", |passage| article.profile.side_name(passage.side));
        let right = side == unit.side || unit.accept.iter().any(|accepted| accepted == side);
        let counted = if right { unit.side.as_str() } else { side };
        self.sides.push((counted.to_owned(), unit.side.clone()));
        if let Some(passage) = best {
            self.calibrate(passage, right, article.profile);
        }
        if right {
            return;
        }
        self.note(Aspect::Side, article, unit, best, (&unit.side, side));
        if best.is_some_and(|passage| passage.confidence == Confidence::High) {
            self.note(Aspect::Confidence, article, unit, best, (&unit.side, side));
        }
    }

    fn calibrate(&mut self, passage: &Passage, right: bool, profile: &Profile) {
        let attributed = passage.side != profile.press();
        let is_row =
            |row: &&mut Calibration| row.attributed == attributed && row.confidence == passage.confidence;
        if let Some(row) = self.calibration.iter_mut().find(is_row) {
            row.n += 1;
            row.right += usize::from(right);
        }
    }

    fn add_voice(&mut self, article: &Article, unit: &GoldUnit, best: Option<&Passage>) {
        let mode = best.map_or("none", |passage| passage.mode.name());
        if !unit.mode.is_empty() {
            self.modes.push((mode.to_owned(), unit.mode.clone()));
            if mode != unit.mode {
                self.note(Aspect::Mode, article, unit, best, (&unit.mode, mode));
            }
        }
        if !unit.speaker.is_empty() {
            let speaker = best.map_or("", |passage| article.speaker(passage));
            let same = same_speaker(speaker, &unit.speaker);
            self.speakers.push(same);
            if !same {
                self.note(Aspect::Speaker, article, unit, best, (&unit.speaker, speaker));
            }
        }
    }

    fn add_tone(&mut self, article: &Article, unit: &GoldUnit, best: Option<&Passage>) {
        let Some(valence) = unit.valence else {
            return;
        };
        let tone = best.map_or(0.0, |passage| as_printed(passage.tone));
        let compound = best.map_or(0.0, |passage| as_printed(passage.scores.compound));
        self.tones.push((tone, valence));
        self.compounds.push((compound, valence));
        if sign(tone) != sign(valence) {
            let (expected, found) = (format!("{valence:+}"), format!("{tone:+.2}"));
            self.note(Aspect::Tone, article, unit, best, (&expected, &found));
        }
    }

    /// A quotation that runs over several units may be one row or several, so rows are cut where units end.
    fn add_quotes(&mut self, article: &Article, gold: &[GoldUnit]) {
        let expected: BTreeSet<Place> = gold.iter().flat_map(|unit| unit.quotes.iter().copied()).collect();
        let mut found = BTreeSet::new();
        for (start, end) in article.quotations() {
            let first = gold.partition_point(|unit| unit.end <= start);
            let inside = gold[first..].iter().take_while(|unit| unit.start < end);
            let pieces = inside.map(|unit| (start.max(unit.start), end.min(unit.end)));
            found.extend(pieces.filter(|(from, to)| *to > from + 1));
        }
        self.quotes.expected += expected.len();
        self.quotes.found += found.len();
        for place in expected {
            let nearest = (place.0.saturating_sub(2), 0)..=(place.0 + 2, usize::MAX);
            let near = |other: &&Place| place.1.abs_diff(other.1) <= 2;
            if let Some(hit) = found.range(nearest).find(near).copied() {
                found.remove(&hit);
                self.quotes.right += 1;
            } else {
                self.differences.push(quote_difference(article, place, ("a quotation", "")));
            }
        }
        let extra = found.into_iter().map(|place| quote_difference(article, place, ("", "a quotation")));
        self.differences.extend(extra);
    }

    /// Notes that people said the first of `answers` and the program the second.
    fn note(
        &mut self,
        aspect: Aspect,
        article: &Article,
        unit: &GoldUnit,
        best: Option<&Passage>,
        answers: (&str, &str),
    ) {
        let mut difference = difference(aspect, article, unit.place(), best, answers);
        difference.text.clone_from(&unit.text);
        self.differences.push(difference);
    }
}

fn quote_difference(article: &Article, place: Place, answers: (&str, &str)) -> Difference {
    difference(Aspect::Quotes, article, place, article.passage_at(place.0), answers)
}

fn difference(
    aspect: Aspect,
    article: &Article,
    place: Place,
    best: Option<&Passage>,
    (expected, found): (&str, &str),
) -> Difference {
    Difference {
        aspect,
        document: article.analysis.document.id.clone(),
        start: place.0,
        end: place.1,
        expected: expected.to_owned(),
        found: found.to_owned(),
        evidence: best.map_or_else(String::new, |passage| passage.evidence.clone()),
        confidence: best.map(|passage| passage.confidence),
        text: article.words(place),
    }
}

fn range((start, end): Place) -> String {
    format!("{start}-{end}")
}

/// A score with the four decimals that the tables print.
fn as_printed(score: f64) -> f64 {
    format!("{score:.4}").parse().unwrap_or(score)
}
