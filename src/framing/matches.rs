//! All phrases of a text, those that overlap too: a word may speak of two aspects and carry a frame.

use super::file::Construction;
use super::lexicon::Lexicon;
use super::rules::{Role, Rules};
use super::{money, passive};
use crate::Span;
use crate::phrase::words::{self, Bound, Word};
use crate::phrase::{LONGEST_GAP, Meaning, Node, WordTable};
use crate::tone::Counted;

/// A phrase that was found, by the places of its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Found {
    pub(super) role: Role,
    /// First word.
    pub(super) start: u32,
    /// After the last word.
    pub(super) end: u32,
}

/// What stands in a text.
#[derive(Debug, Default)]
pub(super) struct Matches {
    pub(super) words: Vec<Word>,
    /// One for each role of each phrase.
    pub(super) found: Vec<Found>,
    phrases: Vec<(u32, u32, u32)>,
}

impl Matches {
    /// Finds every phrase of the lexicon.
    pub(super) fn read(&mut self, text: &str, rules: &Rules) {
        words::read(text, &rules.table, &mut self.words);
        self.phrases.clear();
        let mut search =
            Search { words: &self.words, table: &rules.table, start: 0, phrases: &mut self.phrases };
        for (start, word) in self.words.iter().enumerate().filter(|(_, word)| word.traits.starts()) {
            search.start = start;
            search.offer(word.traits.alone(), start + 1);
            let next =
                self.words.get(start + 1).filter(|next| next.bound != Bound::Break).map(|next| next.id);
            if let Some(root) = rules.table.root(word.traits, next) {
                search.follow(root, start + 1);
            }
        }
        self.found.clear();
        for (number, start, end) in &self.phrases {
            let role = |role: &Role| Found { role: *role, start: *start, end: *end };
            self.found.extend(rules.roles[*number as usize].iter().map(role));
        }
    }

    /// Adds phrases of `tone.toml` that still count at least half of what their category says: "not slow" is no delay.
    /// The words of `cue` were not there when they were counted.
    pub(super) fn add_counted(&mut self, counted: &[Counted], cue: Option<Span>, lexicon: &Lexicon) {
        let (first, after) = cue.map_or((usize::MAX, usize::MAX), |cue| {
            let before = |end: usize| self.words.partition_point(|word| word.span.start < end);
            (before(cue.start), before(cue.end))
        });
        let first = u32::try_from(first).unwrap_or(u32::MAX);
        let n_cue = u32::try_from(after).unwrap_or(u32::MAX) - first;
        let moved = |word: u32| if word >= first { word + n_cue } else { word };
        let still_counts =
            |phrase: &&Counted| phrase.value * phrase.rating.signum() >= phrase.rating.abs() / 2.0;
        for phrase in counted.iter().filter(still_counts) {
            let patterns = lexicon.by_category.get(phrase.category).filter(|_| phrase.rating != 0.0);
            let (start, end) = (moved(phrase.start), moved(phrase.end - 1) + 1);
            let found = |pattern: &u32| Found { role: Role::Term(*pattern), start, end };
            self.found.extend(patterns.into_iter().flatten().map(found));
        }
    }

    /// Adds constructions.
    pub(super) fn add_detected(&mut self, text: &str, lexicon: &Lexicon) {
        for (number, construction) in lexicon.constructions() {
            let places = match construction {
                Construction::AgentlessPassive => passive::agentless(text, &self.words),
                Construction::Money => money::sums(text, &self.words),
            };
            let found = |(start, end)| Found { role: Role::Term(number), start, end };
            self.found.extend(places.into_iter().map(found));
        }
    }

    /// The bytes of words from `start` to `end`.
    pub(super) fn span(&self, start: u32, end: u32) -> Span {
        let first = self.words.get(start as usize).map_or(0, |word| word.span.start);
        let last = (end as usize).checked_sub(1).and_then(|last| self.words.get(last));
        Span::new(first, last.map_or(first, |word| word.span.end))
    }
}

struct Search<'a> {
    words: &'a [Word],
    table: &'a WordTable,
    start: usize,
    phrases: &'a mut Vec<(u32, u32, u32)>,
}

impl<'a> Search<'a> {
    /// `place` is the word after those that led to `node`.
    fn follow(&mut self, node: &'a Node, place: usize) {
        self.offer(node.meanings(), place);
        if let Some(next) = self.table.step(self.words, node, place) {
            self.follow(next, place + 1);
        }
        let Some(after) = self.table.after_gap(node) else {
            return;
        };
        for first in place..=place + LONGEST_GAP {
            if self.words.get(first).is_none_or(|word| word.bound == Bound::Break) {
                return;
            }
            if let Some(next) = self.table.step(self.words, after, first) {
                return self.follow(next, first + 1);
            }
        }
    }

    /// The node that the word at `place` leads to. A phrase does not run over the end of a clause.
    fn offer(&mut self, meanings: impl Iterator<Item = Meaning>, end: usize) {
        let short = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
        for meaning in meanings {
            if let Meaning::Phrase(number) = meaning {
                self.phrases.push((number, short(self.start), short(end)));
            }
        }
    }
}
