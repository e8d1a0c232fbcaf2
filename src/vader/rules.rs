//! What the words around a rated word do to its rating.
//!
//! The rules and their order are those of vaderSentiment 3.3.2, quirks included: see [`Rule`] for each.

use std::ops::RangeInclusive;

use super::Rule;
use super::lexicon::Lexicon;
use super::token::Token;
use super::traits::Traits;

/// What capitals add to the strength of a word (Hutto & Gilbert 2014).
const CAPITALS: f64 = 0.733;
/// What a negation makes of a rating (same source).
pub(super) const NEGATION: f64 = -0.74;
/// What "never so" and its like make of a rating (the reference's code).
const NEVER_SO: f64 = 1.25;
/// How much of a degree word is felt from one, two and three words before (the reference's code).
const FADING: [f64; 3] = [1.0, 0.95, 0.9];

/// Hears of each rated word and of each rule that changes it. Nobody listens when only the scores are wanted.
pub(super) trait Listener {
    /// Token `place` has rating `base`.
    fn rated(&mut self, place: usize, base: f64);
    /// The valence of token `place` changed by `amount` because of the tokens `cause`.
    fn changed(&mut self, place: usize, rule: Rule, amount: f64, cause: RangeInclusive<usize>);
}

impl Listener for () {
    fn rated(&mut self, _: usize, _: f64) {}
    fn changed(&mut self, _: usize, _: Rule, _: f64, _: RangeInclusive<usize>) {}
}

/// The valence of the rated token at `place`; `mixed` when some words are in capitals and some are not.
pub(super) fn valence<L: Listener>(
    lexicon: &Lexicon,
    tokens: &[Token],
    place: usize,
    mixed: bool,
    listener: &mut L,
) -> f64 {
    let base = lexicon.entry(tokens[place].id).valence;
    listener.rated(place, base);
    let mut weighing = Weighing { lexicon, tokens, place, mixed, base, valence: base, listener };
    weighing.weigh();
    weighing.valence
}

struct Weighing<'a, L> {
    lexicon: &'a Lexicon,
    tokens: &'a [Token],
    place: usize,
    mixed: bool,
    base: f64,
    valence: f64,
    listener: &'a mut L,
}

impl<L: Listener> Weighing<'_, L> {
    fn weigh(&mut self) {
        if self.own(Traits::DEGREE) {
            return self.set(0.0, Rule::DegreeWord, self.place..=self.place);
        }
        if self.own(Traits::KIND) && self.after(1, Traits::OF) {
            return self.set(0.0, Rule::KindOf, self.place..=self.place + 1);
        }
        self.no();
        self.capitals();
        for distance in 1..=self.place.min(3) {
            if !self.before(distance, Traits::RATED) {
                self.degree(distance);
                self.negation(distance);
                if distance == 3 {
                    self.phrases();
                }
            }
        }
        self.least();
    }

    /// "no" is a rated word itself, and a negation of a rated word that follows.
    fn no(&mut self) {
        if self.own(Traits::NO) && self.after(1, Traits::RATED) {
            self.set(0.0, Rule::NoBeforeRated, self.place + 1..=self.place + 1);
        }
        let distance = if self.before(1, Traits::NO) {
            1
        } else if self.before(2, Traits::NO) {
            2
        } else if self.before(3, Traits::NO) && self.before(1, Traits::OR_NOR) {
            3
        } else {
            return;
        };
        self.set(self.base * NEGATION, Rule::No, self.at(distance));
    }

    fn capitals(&mut self) {
        if self.mixed && self.own(Traits::CAPITALS) {
            let louder = if self.valence > 0.0 { CAPITALS } else { -CAPITALS };
            self.set(self.valence + louder, Rule::Capitals, self.place..=self.place);
        }
    }

    fn degree(&mut self, distance: usize) {
        if !self.before(distance, Traits::DEGREE) {
            return;
        }
        let degree = self.lexicon.entry(self.tokens[self.place - distance].id).degree;
        let mut amount = if self.valence < 0.0 { -degree } else { degree };
        let mut rule = if degree < 0.0 { Rule::Weakened } else { Rule::Strengthened };
        if self.mixed && self.before(distance, Traits::CAPITALS) {
            amount += if self.valence > 0.0 { CAPITALS } else { -CAPITALS };
            rule = Rule::LoudDegree;
        }
        self.set(self.valence + amount * FADING[distance - 1], rule, self.at(distance));
    }

    fn negation(&mut self, distance: usize) {
        let so = |nearer: usize| self.before(nearer, Traits::SO_THIS);
        let doubt = |nearer: usize| self.before(nearer, Traits::DOUBT);
        let never = self.before(distance, Traits::NEVER);
        let without = self.before(distance, Traits::WITHOUT);
        let (never_so, no_doubt) = match distance {
            1 => (false, false),
            2 => (never && so(1), without && doubt(1)),
            // The reference leaves out a pair of brackets: "so" or "this" right before the word is enough.
            _ => (never && so(2) || so(1), without && (doubt(2) || doubt(1))),
        };
        if never_so {
            let cause = if never { self.place - distance..=self.place - 1 } else { self.at(1) };
            self.set(self.valence * NEVER_SO, Rule::NeverSo, cause);
        } else if !no_doubt && self.before(distance, Traits::NEGATES) {
            self.set(self.valence * NEGATION, Rule::Negated, self.at(distance));
        }
    }

    /// Phrases with a rating of their own, then degree phrases. The first of the phrases that end at or before the
    /// word counts; phrases that start with the word overrule it.
    fn phrases(&mut self) {
        let place = self.place;
        let behind = [
            place - 1..=place,
            place - 2..=place,
            place - 2..=place - 1,
            place - 3..=place - 1,
            place - 3..=place - 2,
        ];
        let phrase = |range: &RangeInclusive<usize>| {
            self.ids(range)
                .and_then(|(ids, n)| self.lexicon.phrase(&ids[..n]))
                .map(|valence| (valence, range.clone()))
        };
        let found = behind.iter().find_map(phrase);
        let found = phrase(&(place..=place + 1)).or(found);
        let found = phrase(&(place..=place + 2)).or(found);
        if let Some((valence, range)) = found {
            self.set(valence, Rule::Phrase, range);
        }
        for range in [place - 3..=place - 1, place - 3..=place - 2, place - 2..=place - 1] {
            let degree = self.ids(&range).and_then(|(ids, n)| self.lexicon.degree_phrase(&ids[..n]));
            if let Some(degree) = degree {
                self.set(self.valence + degree, Rule::DegreePhrase, range);
            }
        }
    }

    fn least(&mut self) {
        let least = self.before(1, Traits::LEAST) && !self.before(1, Traits::RATED);
        if least && !self.before(2, Traits::AT_VERY) {
            self.set(self.valence * NEGATION, Rule::Least, self.at(1));
        }
    }

    fn set(&mut self, valence: f64, rule: Rule, cause: RangeInclusive<usize>) {
        self.listener.changed(self.place, rule, valence - self.valence, cause);
        self.valence = valence;
    }

    fn own(&self, traits: Traits) -> bool {
        self.tokens[self.place].traits.has(traits)
    }

    fn before(&self, distance: usize, traits: Traits) -> bool {
        let place = self.place.checked_sub(distance);
        place.is_some_and(|place| self.tokens[place].traits.has(traits))
    }

    fn after(&self, distance: usize, traits: Traits) -> bool {
        self.tokens.get(self.place + distance).is_some_and(|token| token.traits.has(traits))
    }

    const fn at(&self, distance: usize) -> RangeInclusive<usize> {
        self.place - distance..=self.place - distance
    }

    /// The entries of two or three neighbouring tokens, if each of them occurs in some phrase.
    fn ids(&self, range: &RangeInclusive<usize>) -> Option<([u32; 3], usize)> {
        let mut ids = [0; 3];
        let tokens = self.tokens.get(range.clone())?;
        for (id, token) in ids.iter_mut().zip(tokens) {
            if !token.traits.has(Traits::IN_PHRASE) {
                return None;
            }
            *id = token.id;
        }
        Some((ids, tokens.len()))
    }
}
