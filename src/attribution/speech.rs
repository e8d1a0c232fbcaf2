//! Which words in quotation marks are speech, and which quotation goes on where.

use super::claim::{Claim, Construction};
use super::line::Line;
use crate::Span;
use crate::english::Class;
use crate::quotation::Stretch;

/// Quotations that run over several paragraphs, and who speaks in each.
#[derive(Clone, Debug, Default)]
pub(super) struct Chains {
    /// For each stretch, the first stretch of its chain.
    first: Vec<usize>,
    speaker: Vec<Option<usize>>,
    /// The words that name the speaker.
    mention: Vec<Option<Span>>,
}

impl Chains {
    pub(super) fn new(stretches: &[Stretch]) -> Self {
        let mut first: Vec<usize> = Vec::with_capacity(stretches.len());
        for (id, stretch) in stretches.iter().enumerate() {
            let chain = if stretch.continues && id > 0 { first[id - 1] } else { id };
            first.push(chain);
        }
        Self { speaker: vec![None; first.len()], mention: vec![None; first.len()], first }
    }

    /// Who speaks in the chain of a stretch.
    pub(super) fn speaker(&self, stretch: usize) -> Option<usize> {
        self.speaker[self.first[stretch]]
    }

    /// The words that name who speaks in the chain of a stretch.
    pub(super) fn mention(&self, stretch: usize) -> Option<Span> {
        self.mention[self.first[stretch]]
    }

    /// Whether two stretches are of one chain.
    pub(super) fn same(&self, one: usize, other: usize) -> bool {
        self.first[one] == self.first[other]
    }

    /// Gives all quotations of a sentence to a speaker with the words that name it, unless they have one.
    pub(super) fn give(&mut self, line: &Line, stretches: &[Stretch], speaker: usize, mention: Option<Span>) {
        for &id in &line.stretches {
            let first = self.first[id];
            if self.speaker[first].is_none() && !is_term(line, &stretches[id]) {
                self.speaker[first] = Some(speaker);
                self.mention[first] = mention;
            }
        }
    }
}

/// A title ("Every Door, Every Day"), or a term that the press marks off ("the “local partnership”").
pub(super) fn is_term(line: &Line, stretch: &Stretch) -> bool {
    let from = line.tokens.at_or_after(stretch.inner.start);
    let to = line.tokens.at_or_after(stretch.inner.end);
    let words = || (from..to).filter(|&place| line.is_word(place));
    let n_words = words().count();
    if n_words == 0 {
        return true;
    }
    let before = from.saturating_sub(2);
    let named = from >= 2
        && (line.is(before, Class::NAMING)
            || line.lower(before) == "," && line.is(before.wrapping_sub(1), Class::NAMING));
    let n_small = words()
        .filter(|&p| {
            !line.is_capital(p)
                && !line.is(p, Class::PREPOSITION | Class::CONJUNCTION | Class::DETERMINER)
                && !line.is_number(p)
                && line.lower(p) != "'s"
        })
        .count();
    let capitals = words().filter(|&place| line.is_capital(place)).count();
    let titled = n_words >= 3 && n_small == 0 && capitals >= 2;
    let ends_clause = line.lower(to.saturating_sub(1)).chars().all(|c| ",.!?".contains(c));
    named && capitals > 0 && !ends_clause
        || titled && !ends_clause
        || from > 2 && is_marked_noun(line, before, to, n_words)
}

/// One or two words after a determiner that the sentence needs as its noun or adjective: `an ‘inadequate’ rating`.
fn is_marked_noun(line: &Line, before: usize, to: usize, n_words: usize) -> bool {
    let after = to + 1;
    let determiner = matches!(
        line.lower(before),
        "the" | "a" | "an" | "its" | "their" | "this" | "that" | "so-called" | "'s"
    );
    determiner
        && n_words <= 2
        && line.is_word(after)
        && !line.is(after, Class::PREPOSITION)
        && !line.is_quoted(after)
        || determiner && n_words <= 2 && n_words > 0 && line.lower(before) == "'s" && line.is_word(after)
}

/// Marks that only hold a word at arm's length: up to three words after a determiner.
pub(super) fn is_scare(line: &Line, stretch: &Stretch) -> bool {
    let from = line.tokens.at_or_after(stretch.inner.start);
    let to = line.tokens.at_or_after(stretch.inner.end);
    let determined = from >= 2 && (line.is(from - 2, Class::DETERMINER) || line.lower(from - 2) == "'s");
    line.n_words(from, to, true) <= 3 && determined
}

/// Whether a quotation stands by itself beside its tag, rather than as a part of the reporting sentence.
pub(super) fn is_free_standing(line: &Line, stretch: &Stretch, claim: &Claim) -> bool {
    let from = line.tokens.at_or_after(stretch.outer.start);
    let to = line.tokens.at_or_after(stretch.outer.end);
    let n_words = line.n_words(from, to, true);
    if from == line.start() || from == 0 {
        let last = (from..to).rev().find(|&place| !is_mark_of_quotation(line.lower(place)));
        let closed = last.is_some_and(|place| !line.is_word(place));
        let tag_next = to >= line.len()
            || line.is_comma(to)
            || line.is_dash(to)
            || claim.cue.0 <= to + 4 && claim.cue.0 >= to;
        return tag_next
            && (closed || line.is_comma(to) || line.is_dash(to) || stretch.outer.end > line.span.end);
    }
    let before = line.lower(from - 1);
    let between = claim.cue.1..from;
    let reported = line.has_verb(between.start, between.end) && claim.construction == Construction::Active;
    let long = between.len() > 12;
    let first = line.tokens.at_or_after(stretch.inner.start);
    match before {
        ":" => !(reported && claim.cue.1 < from) || between.len() <= 2,
        "," => n_words >= 2 && !(reported || long) || claim.cue.0 > from,
        _ => line.is_capital(first) && n_words >= 4 && claim.cue.1 == from,
    }
}

fn is_mark_of_quotation(mark: &str) -> bool {
    matches!(mark, "\"" | "”" | "“" | "'" | "’" | "‘" | "»" | "«")
}
