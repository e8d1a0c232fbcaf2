//! Finds the phrases and operators of a text: the longest first, none over another.

use crate::phrase::words::{Bound, Word};
use crate::phrase::{LONGEST_GAP, Meaning, Node, WordTable};

/// A pattern that was found: one stretch of words, or two with a gap between.
#[derive(Clone, Copy, Debug)]
pub(super) struct Match {
    /// Index of the phrase or operator.
    pub(super) number: u32,
    /// First word.
    pub(super) start: u32,
    /// After the last word.
    pub(super) end: u32,
    /// The gap, `start..start` where there is none.
    gap: (u32, u32),
}

impl Match {
    fn contiguous(number: u32, place: usize, n_words: u32) -> Self {
        let start = u32::try_from(place).unwrap_or(u32::MAX);
        Self { number, start, end: start.saturating_add(n_words), gap: (start, start) }
    }

    /// Words, those in the gap left out.
    pub(super) const fn n_words(self) -> u32 {
        self.end - self.start - (self.gap.1 - self.gap.0)
    }

    fn words(self) -> impl Iterator<Item = usize> {
        let own = self.start..self.end;
        own.filter(move |word| *word < self.gap.0 || self.gap.1 <= *word).map(|word| word as usize)
    }
}

/// What was found, in order.
#[derive(Debug, Default)]
pub(super) struct Matches {
    pub(super) phrases: Vec<Match>,
    pub(super) operators: Vec<Match>,
    /// Leanings: single words and pairs that are in no phrase, each where it stands first.
    pub(super) leanings: Vec<Match>,
    /// The length of the phrase that holds each word.
    covered: Vec<u32>,
    /// The text in which each leaning was met last.
    met: Vec<u32>,
    n_texts: u32,
}

impl Matches {
    /// Finds all patterns of `table` in `words`.
    pub(super) fn find(&mut self, words: &[Word], table: &WordTable) {
        self.phrases.clear();
        self.operators.clear();
        for (start, word) in words.iter().enumerate() {
            if !word.traits.starts() {
                continue;
            }
            let next = words.get(start + 1).filter(|next| next.bound != Bound::Break).map(|next| next.id);
            let mut search = Search { words, table, start, phrase: None, operator: None };
            for meaning in word.traits.alone() {
                search.offer(meaning, start + 1, (start, start));
            }
            if let Some(root) = table.root(word.traits, next) {
                search.follow(root, start + 1, (start, start));
            }
            if let Some(phrase) = search.phrase {
                self.phrases.push(phrase);
            }
            if let Some(operator) = search.operator {
                self.operators.push(operator);
            }
        }
        self.covered.clear();
        self.covered.resize(words.len(), 0);
        keep_longest(&mut self.phrases, &mut self.covered);
        self.find_leanings(words, table);
        self.settle_operators();
    }

    /// Words and pairs of words that have a leaning, if no phrase holds them. Each counts once a text.
    fn find_leanings(&mut self, words: &[Word], table: &WordTable) {
        self.leanings.clear();
        self.n_texts = self.n_texts.wrapping_add(1);
        self.met.resize(self.met.len().max(table.n_leanings()), 0);
        for (place, word) in words.iter().enumerate() {
            if self.covered[place] != 0 || !word.traits.leans() {
                continue;
            }
            let free = |next: &&Word| next.bound != Bound::Break && self.covered[place + 1] == 0;
            let next = words.get(place + 1).filter(free).filter(|_| word.traits.starts_pair());
            let pair = next.and_then(|next| table.leaning_of_pair(word.id, next.id));
            for (number, n_words) in [(word.traits.leaning(), 1), (pair, 2)] {
                if let Some(number) = number.filter(|&number| self.is_new(number)) {
                    self.leanings.push(Match::contiguous(number, place, n_words));
                }
            }
        }
    }

    /// Whether a leaning is met for the first time in this text.
    fn is_new(&mut self, number: u32) -> bool {
        std::mem::replace(&mut self.met[number as usize], self.n_texts) != self.n_texts
    }

    /// Drops operators that are part of a phrase or of a longer operator.
    fn settle_operators(&mut self) {
        let covered = &self.covered;
        let is_part = |found: &Match| found.words().all(|word| covered[word] > found.n_words());
        self.operators.retain(|found| !is_part(found));
        if self.operators.len() > 1 {
            self.covered.fill(0);
            keep_longest(&mut self.operators, &mut self.covered);
        }
    }
}

/// Keeps the longest of those that overlap, of equally long ones the first, in order.
fn keep_longest(found: &mut Vec<Match>, covered: &mut [u32]) {
    let overlaps = found.windows(2).any(|pair| pair[1].start < pair[0].end);
    if overlaps {
        found.sort_by_key(|one| (u32::MAX - one.n_words(), one.start));
    }
    found.retain(|one| {
        let free = one.words().all(|word| covered[word] == 0);
        if free {
            one.words().for_each(|word| covered[word] = one.n_words());
        }
        free
    });
    if overlaps {
        found.sort_by_key(|one| one.start);
    }
}

struct Search<'a> {
    words: &'a [Word],
    table: &'a WordTable,
    start: usize,
    phrase: Option<Match>,
    operator: Option<Match>,
}

impl<'a> Search<'a> {
    /// `place` is the word after those that led to `node`.
    fn follow(&mut self, node: &Node, place: usize, gap: (usize, usize)) {
        for meaning in node.meanings() {
            self.offer(meaning, place, gap);
        }
        if let Some(next) = self.table.step(self.words, node, place) {
            self.follow(next, place + 1, gap);
        }
        let Some(after) = self.table.after_gap(node) else {
            return;
        };
        for first in place..=place + LONGEST_GAP {
            if self.words.get(first).is_none_or(|word| word.bound == Bound::Break) {
                return;
            }
            if let Some(next) = self.table.step(self.words, after, first) {
                return self.follow(next, first + 1, (place, first));
            }
        }
    }

    /// The node that the word at `place` leads to. A phrase does not run over the end of a clause.
    fn offer(&mut self, meaning: Meaning, end: usize, gap: (usize, usize)) {
        let (slot, number) = match meaning {
            Meaning::Phrase(number) => (&mut self.phrase, number),
            Meaning::Operator(number) => (&mut self.operator, number),
        };
        let short = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
        let found =
            Match { number, start: short(self.start), end: short(end), gap: (short(gap.0), short(gap.1)) };
        if slot.is_none_or(|before| before.n_words() < found.n_words()) {
            *slot = Some(found);
        }
    }
}
