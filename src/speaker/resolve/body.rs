//! Bodies: the inspectorates, councils and parties of an article, and the documents that speak for them.

use super::Resolver;
use super::noun::is_plural;
use crate::Confidence;
use crate::attribution::{Line, Phrase, apposition_after};
use crate::english::Class;
use crate::layout::{Block, Kind};
use crate::side::{Described, SideId, decide};
use crate::speaker::roster::{EntityKind, printed};
use crate::speaker::same::is_slip;

/// How many words the name of a body may have: more than any has.
const LONGEST_NAME: usize = 60;
/// How many parties are remembered, the latest.
const MOST_PARTIES: usize = 200;

impl Resolver<'_> {
    /// Names the inspectorate and the bodies of the article before it is read, so that "the watchdog" and "the
    /// council" can stand for them.
    pub(crate) fn name_bodies(&mut self, blocks: &[Block]) {
        let inspectorates = &self.profile.side_rules.inspectorates;
        let mut counts: Vec<(usize, usize, String)> = Vec::new();
        for (number, line) in self.lines.iter().enumerate() {
            if blocks[line.block].kind == Kind::Furniture {
                continue;
            }
            let openers = (0..line.len()).filter(|&start| line.is(start, Class::INSPECTORATE));
            for start in openers.filter(|&start| line.is_word(start)) {
                let words = line.words(start, start + LONGEST_NAME);
                let Some((place, n_words)) = inspectorates.at(&words, 0) else { continue };
                let spelling = inspectorates.spelling(place, &words[..n_words]);
                match counts.iter_mut().find(|(known, ..)| *known == place) {
                    Some((_, n, longest)) => {
                        *n += 1;
                        if spelling.len() > longest.len() {
                            *longest = spelling.to_string();
                        }
                    }
                    None => counts.push((place, 1, spelling.to_string())),
                }
            }
            self.name_proper_bodies(number, line);
            self.name_bodies_for(number, line);
        }
        let most = counts.iter().map(|(_, n, _)| *n).max().unwrap_or(0);
        for (place, n, name) in counts {
            let key = crate::side::words(&name);
            let key: Vec<&str> = key.iter().map(String::as_str).collect();
            let id = self.roster.body(&name, &key, true, 0);
            self.roster.inspectorates.push((place, id));
            if n == most {
                self.roster.inspectorate.get_or_insert(id);
            }
        }
        self.roster.forget_sightings();
    }

    /// "Department for Education", "Royal College of Nursing": a noun for a body with what it is for.
    fn name_bodies_for(&mut self, number: usize, line: &Line) {
        let joins = |place: usize| {
            let next = if matches!(line.lower(place + 1), "the") { place + 2 } else { place + 1 };
            let joined = matches!(line.lower(place), "for" | "of" | "and") && line.is_capital(next);
            joined.then_some(next)
        };
        for noun in
            (0..line.len()).filter(|&place| line.is(place, Class::BODY_NOUN) && line.is_capital(place))
        {
            if line.lower(noun + 1) == "and" || line.shouts() || line.title_case {
                continue;
            }
            let Some(mut last) = joins(noun + 1) else { continue };
            let ceiling = noun + LONGEST_NAME;
            while last < ceiling {
                match joins(last + 1) {
                    Some(next) => last = next,
                    None if line.is_capital(last + 1) => last += 1,
                    None => break,
                }
            }
            let name = printed(self.text, line, noun, last + 1);
            self.roster.body(&name, &line.words(noun, last + 1), false, number);
        }
    }

    /// Runs of capitalised words that end in a noun for a body: "Ellerby Borough Council".
    fn name_proper_bodies(&mut self, number: usize, line: &Line) {
        for last in
            (1..line.len()).filter(|&place| line.is(place, Class::BODY_NOUN) && line.is_capital(place))
        {
            let mut from = last;
            let floor = last.saturating_sub(LONGEST_NAME);
            while from > floor
                && !line.shouts()
                && (line.is_capital(from - 1)
                    || line.lower(from - 1) == "'s" && from > 1 && line.is_capital(from - 2))
            {
                from -= 1;
            }
            while from < last && line.is(from, Class::DETERMINER | Class::PREPOSITION | Class::CONJUNCTION) {
                from += 1;
            }
            if from < last && !line.is_capital(last + 1) {
                let name = printed(self.text, line, from, last + 1);
                let id = self.roster.body(&name, &line.words(from, last + 1), true, number);
                // "The Beacon Trust, | the charity which runs | nine schools".
                let apposition = apposition_after(line, last + 1);
                let runs = (last + 1..apposition).find(|&place| {
                    matches!(line.lower(place), "which" | "that")
                        && matches!(line.lower(place + 1), "runs" | "owns" | "operates" | "manages")
                });
                if let Some(which) = runs {
                    self.roster.describe(id, line, which, which + 2);
                }
            }
        }
    }

    /// The inspectorate itself for "inspectors" and "the watchdog"; somebody of their own for "an Ofsted spokesman".
    pub(super) fn inspector(&mut self, number: usize, phrase: Phrase, head: usize) -> Option<usize> {
        let line = &self.lines[number];
        let word = line.lower(head);
        let somebody = line.is(head, Class::PERSON_NOUN)
            && !is_plural(line, head)
            && !matches!(word, "regulator" | "ombudsman" | "watchdog" | "staff");
        if somebody {
            return self.body(number, phrase, head);
        }
        let words = line.words(phrase.from, phrase.to);
        let inspectorates = &self.profile.side_rules.inspectorates;
        let named =
            (0..words.len()).find_map(|start| inspectorates.at(&words, start)).map(|(place, _)| place);
        let known =
            named.and_then(|named| self.roster.inspectorates.iter().find(|(place, _)| *place == named));
        let id = known
            .map(|(_, id)| *id)
            .or_else(|| self.inspectorate_called(line, head))
            .or_else(|| self.recent_inspector())
            .or(self.roster.inspectorate);
        match id {
            Some(id) => {
                self.roster.see(id, number);
                Some(id)
            }
            None => self.body(number, phrase, head),
        }
    }

    /// Of several inspectorates, the one whose name has this noun: "the ombudsman", "the regulator".
    pub(super) fn inspectorate_called(&self, line: &Line, place: usize) -> Option<usize> {
        if is_plural(line, place) {
            return None;
        }
        let noun = line.lower(place);
        let has_noun = |id: &usize| self.roster.entities[*id].key.iter().any(|word| word == noun);
        self.roster.inspectorates.iter().map(|(_, id)| *id).find(has_noun)
    }

    /// The inspectorate that was named last.
    pub(crate) fn recent_inspector(&self) -> Option<usize> {
        let seen = |id: &usize| self.roster.entities[*id].last_seen;
        self.roster.inspectorates.iter().map(|(_, id)| *id).filter(|id| seen(id) > 0).max_by_key(seen)
    }

    pub(super) fn is_misspelt_inspectorate(&self, line: &Line, phrase: Phrase) -> bool {
        let Some(id) = self.roster.inspectorate else {
            return false;
        };
        let key = &self.roster.entities[id].key;
        key.len() == 1
            && (phrase.from..phrase.to)
                .any(|place| line.is_capital(place) && is_slip(line.lower(place), &key[0]))
    }

    pub(super) fn body(&mut self, number: usize, phrase: Phrase, head: usize) -> Option<usize> {
        let line = &self.lines[number];
        let (from, to) = without_determiner(line, phrase);
        if from >= to {
            return None;
        }
        let bare = to == from + 1 && (!line.is_capital(from) || line.is(phrase.from, Class::DETERMINER));
        let inspected = bare
            && !line.is(head, Class::PERSON_NOUN)
            && self.side_of(&line.words(phrase.from, phrase.to)) == self.profile.side("council");
        let short = to == from + 1 && line.is_capital(from) && !line.is(from, Class::SPEAKING | Class::PARTY);
        let proper = bare
            .then(|| self.proper_body(line, from))
            .flatten()
            .or_else(|| short.then(|| self.short_name(line.lower(from))).flatten());
        if let Some(id) = proper.or_else(|| inspected.then(|| self.inspected_body()).flatten()) {
            self.roster.see(id, number);
            return Some(id);
        }
        if bare
            && line.lower(from) == "party"
            && let Some(id) = self.speakers_party(number).or_else(|| self.recent_party())
        {
            return Some(id);
        }
        let plural = is_plural(line, head) || line.is(head, Class::BODY_NOUN);
        let name = printed(self.text, line, from, to);
        let id = self.roster.body(&name, &line.words(from, to), plural, number);
        self.roster.describe(id, line, phrase.from, phrase.to);
        // Of what a body does only the verb counts: "which runs the home", not whom "Unison, which represents …" serves.
        let relative =
            (phrase.to..phrase.to + 2).find(|&place| matches!(line.lower(place), "which" | "who" | "whose"));
        match relative {
            Some(start) => self.roster.describe(id, line, start, start + 2),
            None => self.roster.describe(id, line, phrase.to, phrase.described_to),
        }
        if !self.roster.entities[id].gender.is(Class::MASCULINE | Class::FEMININE) {
            self.roster.entities[id].gender = line.class(head);
        }
        if to == from + 1 && line.lower(head).starts_with("spokes") {
            self.describe_by_body(id);
        }
        Some(id)
    }

    /// "A spokesman said": for the body that spoke last, else for the inspected one.
    fn describe_by_body(&mut self, id: usize) {
        let speaks_for =
            self.recent.body.filter(|&body| body != id && Some(body) != self.roster.inspectorate);
        let body = match speaks_for {
            Some(body) => self.roster.entities[body].key.clone(),
            None => vec!["the".to_string(), "council".to_string()],
        };
        let words: Vec<&str> =
            ["spokesperson", "for"].into_iter().chain(body.iter().map(String::as_str)).collect();
        self.roster.add_description(id, &words);
    }

    /// "The party", of the politician who has just spoken.
    fn speakers_party(&mut self, number: usize) -> Option<usize> {
        let parties = &self.profile.side_rules.parties;
        let speaker = &self.roster.entities[self.recent.speaker?];
        let party = parties.first(&speaker.described).filter(|_| speaker.kind == EntityKind::Person)?;
        let name = parties.name(party);
        let key = crate::side::words(name);
        let key: Vec<&str> = key.iter().map(String::as_str).collect();
        Some(self.roster.body(name, &key, true, number))
    }

    /// The party that was named last.
    fn recent_party(&self) -> Option<usize> {
        let mut parties = self.parties.borrow_mut();
        let (n_asked, known) = &mut *parties;
        for (id, entity) in self.roster.entities.iter().enumerate().skip(*n_asked) {
            let names = &self.profile.side_rules.parties;
            if entity.kind == EntityKind::Body && names.first(&entity.key).is_some() {
                known.push_back(id);
            }
        }
        *n_asked = self.roster.entities.len();
        known.drain(..known.len().saturating_sub(MOST_PARTIES));
        self.roster.latest(known.iter().copied())
    }

    /// "Ascendant" for the Ascendant Learning Partnership: the body whose name begins with this word.
    fn short_name(&self, word: &str) -> Option<usize> {
        let proper = |id: &usize| {
            let entity = &self.roster.entities[*id];
            entity.key.len() > 1 && entity.name.starts_with(char::is_uppercase)
        };
        self.roster.index.with_opener(word).iter().copied().find(proper)
    }

    /// The body with a proper name that "the council" or "the authority" stands for, by its last word.
    pub(super) fn proper_body(&self, line: &Line, place: usize) -> Option<usize> {
        let word = line.lower(place);
        let proper = |id: &usize| {
            let entity = &self.roster.entities[*id];
            entity.key.len() > 1 && entity.name.starts_with(char::is_uppercase)
        };
        let last_is =
            |word: &str| self.roster.latest(self.roster.index.with_noun(word).iter().copied().filter(proper));
        last_is(word).or_else(|| self.spelt_out(word)).or_else(|| {
            if line.is(place, Class::COUNCIL_NOUN) {
                let plain = || self.roster.index.with_noun("council").iter().min().copied();
                last_is("council").or_else(plain)
            } else {
                None
            }
        })
    }

    /// The first body with a proper name that is the inspected one: whom "the force" or "the company" stands for.
    pub(crate) fn inspected_body(&self) -> Option<usize> {
        let (n_asked, known) = self.inspected.get();
        let found = known.or_else(|| {
            (n_asked..self.roster.entities.len()).find(|&id| {
                let entity = &self.roster.entities[id];
                entity.kind == EntityKind::Body
                    && entity.key.len() > 1
                    && entity
                        .name
                        .split(' ')
                        .all(|word| !word.starts_with(char::is_lowercase) || word.len() <= 3)
                    && !entity
                        .key
                        .last()
                        .is_some_and(|last| last.starts_with("service") || last == "department")
                    && self.side_of(&entity.key) == self.profile.side("council")
            })
        });
        self.inspected.set((self.roster.entities.len(), found));
        found
    }

    /// The body whose initials a short form is: "MOJ" for the Ministry of Justice.
    fn spelt_out(&self, short: &str) -> Option<usize> {
        if short.len() >= 3 { self.roster.index.with_initials(short) } else { None }
    }

    /// Whether the sentence speaks of "the regulator", "inspectors", "the watchdog".
    pub(crate) fn is_inspecting(&self, line: &Line) -> bool {
        let side = self.profile.side("inspector");
        (0..line.len()).any(|place| {
            line.is(place, Class::SPEAKING)
                && !line.is_quoted(place)
                && self.side_of(&[line.lower(place)]) == side
        })
    }

    /// The side that words put a person on, where they say so for certain.
    pub(crate) fn told_side<W: AsRef<str>>(&self, words: &[W]) -> Option<SideId> {
        let decision =
            decide(Described { words, is_person: true }, &self.situation, &self.profile.side_rules);
        (decision.confidence == Confidence::High).then_some(decision.side)
    }

    /// The side that words alone give, for a body.
    pub(crate) fn side_of<W: AsRef<str>>(&self, words: &[W]) -> Option<SideId> {
        let described = Described { words, is_person: false };
        Some(decide(described, &self.situation, &self.profile.side_rules).side)
    }
}

pub(super) fn without_determiner(line: &Line, phrase: Phrase) -> (usize, usize) {
    let mut from = phrase.from;
    while from < phrase.to
        && matches!(
            line.lower(from),
            "the" | "a" | "an" | "our" | "its" | "their" | "his" | "her" | "this" | "that"
        )
    {
        from += 1;
    }
    let to = (from..phrase.to).find(|&place| line.lower(place) == "(").unwrap_or(phrase.to);
    (from, to)
}
