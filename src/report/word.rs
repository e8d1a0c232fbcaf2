//! The words that set one side's speech apart from that of all others (keyness).
//!
//! Words are ordered by weighted log-odds (Monroe, Colaresi & Quinn 2008) and come with G² (Dunning 1993), log ratio and
//! the number of articles they stand in, which is what a word that one article repeats gives away (Evert 2022). No
//! p-value: words cluster in articles, and such tests find differences between random halves of one set (Lijffijt et al.
//! 2016). What counts as a word: letters and digits by the word bounds of Unicode, in small letters; without words that
//! build sentences, without names of speakers, without attribution tags, and in speech only.

use std::collections::{BTreeMap, BTreeSet};

use unicode_segmentation::UnicodeSegmentation;

use super::Place;
use super::observation::counted_places;
use crate::statistics::{Cells, Prior, Variance, WordCounts, log_odds, log_ratio, signed_g2};
use crate::{Analysis, Mode, Passage, Profile, SideId};

/// A word that the speech of both sides holds less often than this is not listed: of such no share can be told.
const MIN_OCCURRENCES: usize = 3;

/// Besides words that build sentences: whom speech speaks to, and speech reported inside speech.
const ALSO_LEFT_OUT: [&str; 13] =
    ["added", "asked", "him", "me", "own", "said", "says", "them", "there", "told", "us", "very", "you"];

/// A word or a phrase of two words, of one side against all others.
#[derive(Clone, Debug, PartialEq)]
pub struct WordSummary {
    /// The side.
    pub side: SideId,
    /// The word in small letters, or two with a space.
    pub words: String,
    /// How often the side says it, how often all others do, and of how many words (or pairs) each.
    pub counts: WordCounts,
    /// How often each side says it, in the order of the profile.
    pub by_side: Vec<usize>,
    /// Difference of the log-odds; positive where the side prefers the word.
    pub log_odds: f64,
    /// The same in standard errors: the order of the list.
    pub z: f64,
    /// Signed log-likelihood over four cells.
    pub g2: f64,
    /// Binary logarithm of how many times as often the side says it.
    pub log_ratio: f64,
    /// Articles in which the side says it.
    pub n_articles: usize,
    /// Articles in which another side does.
    pub n_articles_others: usize,
    /// Where the side says it, at most twenty sentences.
    pub places: Vec<Place>,
}

/// So many sentences with a word are kept for a reader to look at.
pub(crate) const MAX_PLACES: usize = 20;

impl WordSummary {
    /// Whether it is a phrase of two words.
    #[must_use]
    pub fn is_phrase(&self) -> bool {
        self.words.contains(' ')
    }
}

/// What is counted of a word on one side.
#[derive(Clone, Default)]
struct Tally {
    n: usize,
    articles: BTreeSet<usize>,
    places: Vec<Place>,
}

/// All words, or all pairs, of all sides.
#[derive(Default)]
struct Counts {
    by_word: BTreeMap<String, BTreeMap<SideId, Tally>>,
    totals: BTreeMap<SideId, usize>,
}

/// For each side that speaks and is not the press: the words that it says more often than the others, the most
/// distinctive first; words before phrases.
pub(super) fn summaries(analyses: &[Analysis], profile: &Profile, include_titles: bool) -> Vec<WordSummary> {
    let (mut words, mut pairs) = (Counts::default(), Counts::default());
    let names: Vec<BTreeSet<String>> = analyses.iter().map(names).collect();
    let is_speech = |(_, passage): &(Place, &Passage)| passage.mode != Mode::None;
    for (place, passage) in counted_places(analyses, include_titles).filter(is_speech) {
        let text = &analyses[place.article].document.text;
        for piece in &passage.content {
            let mut before: Option<String> = None;
            for (gap, word) in tokens(piece.of(text)) {
                let lower = word.to_lowercase();
                let is_left_out = profile.english.is_stop_word(&lower)
                    || ALSO_LEFT_OUT.contains(&lower.as_str())
                    || lower.chars().all(|character| !character.is_alphabetic())
                    || (lower != word && names[place.article].contains(&lower));
                if is_left_out {
                    before = None;
                    continue;
                }
                if let Some(before) = before.filter(|_| !gap) {
                    pairs.add(format!("{before} {lower}"), passage.side, place);
                }
                words.add(lower.clone(), passage.side, place);
                before = Some(lower);
            }
        }
    }
    let sides = (0..=u8::MAX).map(SideId).zip(&profile.sides).map(|(side, _)| side);
    sides.flat_map(|side| [words.of(side, profile), pairs.of(side, profile)].concat()).collect()
}

/// The words of a text, each with whether a mark that ends a clause stands before it.
fn tokens(text: &str) -> impl Iterator<Item = (bool, &str)> {
    let mut gap = false;
    text.split_word_bounds().filter_map(move |piece| {
        if piece.chars().any(char::is_alphanumeric) {
            return Some((std::mem::take(&mut gap), piece));
        }
        gap |= !piece.chars().all(|mark| mark.is_whitespace() || matches!(mark, '-' | '’' | '\'' | '‘'));
        None
    })
}

/// The words of the names of those who speak.
fn names(analysis: &Analysis) -> BTreeSet<String> {
    let speakers = analysis.speakers.iter().flat_map(|speaker| speaker.name.unicode_words());
    speakers.map(str::to_lowercase).collect()
}

impl Counts {
    fn add(&mut self, words: String, side: SideId, place: Place) {
        *self.totals.entry(side).or_default() += 1;
        let tally = self.by_word.entry(words).or_default().entry(side).or_default();
        tally.n += 1;
        tally.articles.insert(place.article);
        if tally.places.len() < MAX_PLACES && tally.places.last() != Some(&place) {
            tally.places.push(place);
        }
    }

    /// The words that a side prefers.
    fn of(&self, side: SideId, profile: &Profile) -> Vec<WordSummary> {
        let target_total = self.totals.get(&side).copied().unwrap_or_default();
        let reference_total = self.totals.values().sum::<usize>() - target_total;
        let summary = |(words, tallies): (&String, &BTreeMap<SideId, Tally>)| {
            let own = tallies.get(&side)?;
            let others = || tallies.iter().filter(|(other, _)| **other != side).map(|(_, tally)| tally);
            let reference = others().map(|tally| tally.n).sum::<usize>();
            let counts = WordCounts { target: own.n, reference, target_total, reference_total };
            let weighted = log_odds(counts, Prior::default(), Variance::default())?;
            let articles: BTreeSet<usize> =
                others().flat_map(|tally| tally.articles.iter().copied()).collect();
            let n_of = |side| tallies.get(&side).map_or(0, |tally| tally.n);
            (own.n + reference >= MIN_OCCURRENCES && weighted.delta > 0.0).then_some(())?;
            Some(WordSummary {
                side,
                words: words.clone(),
                counts,
                by_side: (0..=u8::MAX).map(SideId).zip(&profile.sides).map(|(side, _)| n_of(side)).collect(),
                log_odds: weighted.delta,
                z: weighted.z,
                g2: signed_g2(counts, Cells::default())?,
                log_ratio: log_ratio(counts)?,
                n_articles: own.articles.len(),
                n_articles_others: articles.len(),
                places: own.places.clone(),
            })
        };
        let mut found: Vec<WordSummary> = self.by_word.iter().filter_map(summary).collect();
        found.sort_by(|a, b| b.z.total_cmp(&a.z).then_with(|| a.words.cmp(&b.words)));
        found
    }
}

#[cfg(test)]
mod tests {
    use crate::{Briefing, Document, Profile, Report, analyze, compare};

    fn report(texts: &[&str]) -> Report {
        let profile = Profile::inspection();
        let one = |text: &&str| {
            let briefing = Briefing { administration: vec![String::from("Labour")], ..Briefing::default() };
            analyze(&Document { briefing, ..Document::new("one", *text) }, profile)
        };
        compare(texts.iter().map(one).collect(), profile)
    }

    const TEXT: &str = "A council was told off.\n\n\
        Council leader Ann Vale said: \u{201c}We have a recovery plan. The recovery plan works, the recovery is real.\u{201d}\n\n\
        Conservative leader Bo Marsh said: \u{201c}Families waited. Families were told to wait, families wait still.\u{201d}\n";

    #[test]
    fn words_are_those_of_speech_that_a_side_prefers() {
        let report = report(&[TEXT]);
        let of = |side: &str| -> Vec<&str> {
            let side = Profile::inspection().side(side).unwrap();
            report.words.iter().filter(|row| row.side == side).map(|row| row.words.as_str()).collect()
        };
        assert_eq!(of("council"), ["recovery"]);
        assert_eq!(of("opposition"), ["families"]);
        let recovery = &report.words[0];
        assert_eq!((recovery.counts.target, recovery.counts.reference, recovery.n_articles), (3, 0, 1));
        assert!(
            recovery.z > 0.0
                && recovery.g2 > 0.0
                && recovery.log_ratio > 1.0
                && recovery.n_articles_others == 0
        );
    }

    #[test]
    fn two_words_side_by_side_are_a_phrase() {
        let report = report(&[TEXT, TEXT]);
        let phrase = report.words.iter().find(|row| row.is_phrase()).unwrap();
        assert_eq!((phrase.words.as_str(), phrase.counts.target, phrase.n_articles), ("recovery plan", 4, 2));
        assert!(report.words.iter().all(|row| !row.words.contains("vale") && row.words != "we"));
    }
}
