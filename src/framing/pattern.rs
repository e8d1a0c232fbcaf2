//! Which of the terms that were found make hits: their conditions, exceptions and overlaps.

use std::ops::Range;

use super::Hit;
use super::file::Within;
use super::lexicon::{CodeId, Lexicon};
use super::matches::{Found, Matches};
use super::rules::Role;
use crate::phrase::words::{Bound, Word};

/// The hits of a text, by code, then by place.
pub(super) fn hits(matches: &mut Matches, lexicon: &Lexicon, framework: Option<usize>) -> Vec<Hit> {
    let aspects = framework
        .and_then(|place| lexicon.frameworks.get(place))
        .map_or(0..0, |framework| framework.codes.clone());
    let is_asked = |code: CodeId| lexicon.is_frame(code) || aspects.contains(&usize::from(code.0));
    // Exceptions come first, then the roles of each kind by the number of their pattern.
    matches.found.sort_unstable();
    let (words, found) = (&matches.words, &matches.found);
    let mut terms: Vec<(CodeId, Found)> = Vec::new();
    for one in of_kind(found, Role::Term(0), Role::Term(u32::MAX)) {
        let Role::Term(number) = one.role else { continue };
        let pattern = &lexicon.patterns[number as usize];
        let reach = Reach { words, term: one, within: pattern.within };
        if is_asked(pattern.code)
            && (!pattern.needs_other || reach.holds(of_kind(found, Role::With(number), Role::With(number))))
            && !reach.holds(of_kind(found, Role::Without(number), Role::Without(number)))
            && !is_excepted(one, of_kind(found, Role::Except(pattern.code), Role::Except(pattern.code)))
        {
            terms.push((pattern.code, *one));
        }
    }
    let found = longest(terms).into_iter().filter_map(|(code, term)| {
        let Role::Term(pattern) = term.role else { return None };
        Some(Hit { code, span: matches.span(term.start, term.end), pattern })
    });
    found.collect()
}

/// The roles from one to another, of sorted ones.
fn of_kind(found: &[Found], from: Role, to: Role) -> &[Found] {
    let first = found.partition_point(|one| one.role < from);
    let last = found.partition_point(|one| one.role <= to);
    &found[first..last]
}

/// More words than any phrase covers, its gap included: what starts further away does not reach a term.
const LONGEST_PHRASE: u32 = 16;

/// A longer phrase around the term, or the same, takes it out.
fn is_excepted(term: &Found, exceptions: &[Found]) -> bool {
    let first = exceptions.partition_point(|longer| longer.start + LONGEST_PHRASE < term.start);
    let near = exceptions[first..].iter().take_while(|longer| longer.start <= term.start);
    near.into_iter().any(|longer| term.end <= longer.end)
}

/// Of terms of one code that overlap, the longest stays; of equally long ones the first.
fn longest(mut terms: Vec<(CodeId, Found)>) -> Vec<(CodeId, Found)> {
    terms.sort_by_key(|(code, term)| (*code, term.start, u32::MAX - term.end, term.role));
    let mut kept: Vec<(CodeId, Found)> = Vec::new();
    for (code, term) in terms {
        match kept.last_mut().filter(|(known, last)| *known == code && term.start < last.end) {
            Some((_, last)) if term.end - term.start > last.end - last.start => *last = term,
            Some(_) => {}
            None => kept.push((code, term)),
        }
    }
    kept
}

/// How near other phrases are looked for.
struct Reach<'a> {
    words: &'a [Word],
    term: &'a Found,
    within: Within,
}

impl Reach<'_> {
    /// Whether one of these phrases, which are in order, stands within reach and not inside the term itself. Where the
    /// nearest is in another clause, so are those beyond it.
    fn holds(&self, others: &[Found]) -> bool {
        let split = others.partition_point(|other| other.start < self.term.start);
        let (before, after) = others.split_at(split);
        let is_apart = |other: &&Found| other.start < self.term.start || self.term.end < other.end;
        let is_near = |other: &Found| self.within == Within::Passage || self.is_one_clause(other);
        before.iter().next_back().is_some_and(is_near) || after.iter().find(is_apart).is_some_and(is_near)
    }

    fn is_one_clause(&self, other: &Found) -> bool {
        let (first, last) =
            if other.start < self.term.start { (other, self.term) } else { (self.term, other) };
        let between: Range<usize> = first.end as usize..last.start as usize + 1;
        self.words.get(between).is_none_or(|between| between.iter().all(|word| word.bound < Bound::Clause))
    }
}
