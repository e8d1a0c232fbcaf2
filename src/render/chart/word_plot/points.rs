//! The words of two sides with their counts, and which of them set a side apart.

use std::collections::BTreeMap;

use crate::render::chart::words;
use crate::statistics::{Prior, Variance, WordCounts, log_odds};
use crate::{Place, Report, SideId};

/// More words than these are not tried: they would find no room.
const MAX_WORDS: usize = 500;
/// So many words of each side are marked, if it says them so many times as often as the other.
const MAX_MARKED: usize = 10;
const MARKED_FROM: f64 = 2.0;
/// A word that both sides together say less often is not shown.
const MIN_OCCURRENCES: usize = 3;

/// A word, by two sides.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Point {
    pub(super) word: String,
    /// How often each says it.
    pub(super) n: [usize; 2],
    /// In a thousand words.
    pub(super) rates: [f64; 2],
    /// Log-odds in standard errors, positive where the first side prefers it (Monroe, Colaresi & Quinn 2008).
    pub(super) z: f64,
    /// The side that it sets apart, 0 or 1.
    pub(super) marked: Option<usize>,
    /// Sentences of the side of which the word is typical that hold it, at most twenty.
    pub(super) places: Vec<Place>,
}

/// What two sides say.
pub(super) struct Found {
    /// The most distinctive first.
    pub(super) points: Vec<Point>,
    /// How many there are, those left out included.
    pub(super) n_words: usize,
    /// Words of speech of each side.
    pub(super) totals: [usize; 2],
}

/// The words of two sides; none where a side has no list.
pub(super) fn points(report: &Report, sides: [SideId; 2]) -> Option<Found> {
    let rows = || report.words.iter().filter(|row| !row.is_phrase());
    let total = |side: SideId| rows().find(|row| row.side == side).map(|row| row.counts.target_total);
    let totals = [total(sides[0])?, total(sides[1])?];
    // Each word that is said often enough is preferred by some side, so all lists together hold all words.
    let counts: BTreeMap<&str, [usize; 2]> = rows()
        .map(|row| {
            let n = |side: SideId| row.by_side.get(usize::from(side.0)).copied().unwrap_or_default();
            (row.words.as_str(), sides.map(n))
        })
        .collect();
    let mut points: Vec<Point> = counts.into_iter().filter_map(|(word, n)| point(word, n, totals)).collect();
    points.sort_by(|a, b| b.z.abs().total_cmp(&a.z.abs()));
    let n_words = points.len();
    points.truncate(MAX_WORDS);
    let listed: BTreeMap<(&str, SideId), &[Place]> =
        rows().map(|row| ((row.words.as_str(), row.side), row.places.as_slice())).collect();
    for point in &mut points {
        // A word that neither prefers against all others is in the list of a third side.
        let prefers = sides[usize::from(point.z < 0.0)];
        let places = listed.get(&(point.word.as_str(), prefers)).copied();
        point.places = places.unwrap_or_default().to_vec();
    }
    for side in [0, 1] {
        let own = points.iter_mut().filter(|point| point.rates[side] >= MARKED_FROM * point.rates[1 - side]);
        own.take(MAX_MARKED).for_each(|point| point.marked = Some(side));
    }
    Some(Found { points, n_words, totals })
}

fn point(word: &str, n: [usize; 2], totals: [usize; 2]) -> Option<Point> {
    let counts =
        WordCounts { target: n[0], reference: n[1], target_total: totals[0], reference_total: totals[1] };
    let odds = log_odds(counts, Prior::default(), Variance::default())?;
    let rate = |side: usize| 1000.0 * words::number(n[side]) / words::number(totals[side].max(1));
    let word = words::shortened(word, 24);
    (n[0] + n[1] >= MIN_OCCURRENCES).then(|| Point {
        word,
        n,
        rates: [rate(0), rate(1)],
        z: odds.z,
        marked: None,
        places: Vec::new(),
    })
}
