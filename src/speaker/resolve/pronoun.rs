//! Pronouns: whom "she", "it" and "they" stand for, from who spoke and was named before.

use super::Resolver;
use crate::attribution::{Line, Phrase, main_subject, phrase_ending_at};
use crate::english::Class;
use crate::speaker::roster::EntityKind;

/// How far back a pronoun looks for a person who was named, in sentences.
const PRONOUN_REACH: usize = 12;
/// How many tokens after a pronoun a noun may stand that the pronoun cannot be.
const NAMED_LATER_REACH: usize = 40;
/// How many pronouns of a sentence are looked at.
const MOST_PRONOUNS: usize = 4;
/// How many words of a predicate may tell somebody's role.
const MOST_PREDICATE_WORDS: usize = 12;
/// How many capitalised words of a sentence, or people of the last sentences, a pronoun looks at: more than any
/// sentence has that is no list.
const MOST_NAMES: usize = 200;

impl Resolver<'_> {
    pub(super) fn pronoun(&self, number: usize, place: usize) -> Option<usize> {
        let line = &self.lines[number];
        let word = line.lower(place);
        if line.is(place, Class::HE | Class::SHE) || matches!(word, "his" | "her") {
            let masculine = line.is(place, Class::HE) || word == "his";
            let gender = if masculine { Class::MASCULINE } else { Class::FEMININE };
            return self.person_of(gender, number, line);
        }
        if line.is(place, Class::IT)
            && let Some((_, id)) = self.recent.letter.filter(|(told, _)| self.recent.before == Some(*told))
        {
            return Some(id);
        }
        let other = |id: &usize| !self.is_named_later(line, place, *id);
        let speaker = self.recent.topic.filter(other).or(self.recent.speaker.filter(other));
        let is_body = |id: &usize| self.roster.entities[*id].kind == EntityKind::Body;
        let is_people = |id: &usize| {
            let entity = &self.roster.entities[*id];
            entity.plural && entity.gender.is(Class::PERSON_NOUN)
        };
        if (line.is(place, Class::IT) || word == "its")
            && let Some(id) = self.body_before(line, place)
        {
            return Some(id);
        }
        if line.is(place, Class::IT) || word == "its" {
            let thing = |id: &usize| is_body(id) && !is_people(id);
            let body = self.recent.body.filter(|id| thing(id) && other(id));
            let report = self.recent_inspector().or(self.roster.inspectorate).or(self.recent.inspector);
            return speaker.filter(thing).or(body).or(report);
        }
        let is_group = |id: &usize| self.roster.entities[*id].plural || is_body(id);
        speaker.filter(is_group).or(self.recent.group).or(speaker)
    }

    /// "It said the council had failed": the pronoun is not the council, which its own clause names.
    fn is_named_later(&self, line: &Line, place: usize, id: usize) -> bool {
        let entity = &self.roster.entities[id];
        if entity.kind != EntityKind::Body {
            return false;
        }
        let names = |noun: usize| entity.key.iter().any(|word| word == line.lower(noun));
        // "The council, it says, has failed": nor is it the subject into whose clause it is put.
        let host = main_subject(line).filter(|host| host.to + 1 == place && line.is_comma(host.to));
        if host.is_some_and(|host| names(host.to - 1)) {
            return true;
        }
        let end = line.len().min(place + NAMED_LATER_REACH);
        (place + 2..end).any(|at| line.lower(at - 1) == "the" && !line.is_quoted(at) && names(at))
    }

    /// "The dispatcher no longer works for the trust, it confirmed": the body named earlier in the sentence.
    fn body_before(&self, line: &Line, place: usize) -> Option<usize> {
        let noun = line.last_body_before(place).filter(|&noun| !line.is_quoted(noun))?;
        if main_subject(line).is_some_and(|host| host.to == noun + 1 && host.to + 1 == place) {
            return None;
        }
        let phrase = phrase_ending_at(line, noun + 1)?;
        let bare = phrase.to == phrase.from + 2 && line.lower(phrase.from) == "the";
        if bare && self.side_of(&line.words(phrase.from, phrase.to)) == self.profile.side("inspector") {
            return self.recent_inspector().or(self.roster.inspectorate);
        }
        bare.then(|| self.proper_body(line, noun)).flatten()
    }

    /// "He" or "she": the last speaker, unless the sentence before, in the article's own voice, names another who fits.
    pub(super) fn person_of(&self, gender: Class, number: usize, line: &Line) -> Option<usize> {
        let fitting = |id: &usize| {
            let entity = &self.roster.entities[*id];
            entity.kind == EntityKind::Person
                && !entity.plural
                && (entity.gender.is(gender) || !entity.gender.is(Class::MASCULINE | Class::FEMININE))
        };
        let unnamed = |id: &usize| {
            let entity = &self.roster.entities[*id];
            let told = entity.gender.is(Class::MASCULINE | Class::FEMININE);
            entity.kind == EntityKind::Body
                && !entity.plural
                && (entity.gender.is(gender) || !told && entity.may_be_person())
        };
        if let Some(id) = self.recent.headed.filter(fitting) {
            return Some(id);
        }
        let speaker = self.recent.speaker.filter(|id| fitting(id) || unnamed(id));
        let spoke_just_before = self.recent.before.is_none_or(|before| self.recent.line >= before);
        if let Some(id) = speaker.filter(|_| spoke_just_before) {
            return Some(id);
        }
        let before = self.recent.before.map(|before| &self.lines[before]);
        let named_before = before.and_then(|before| {
            before
                .names()
                .iter()
                .take(MOST_NAMES)
                .filter_map(|&place| self.named_at(before, place))
                .find(fitting)
        });
        let named_here = || {
            let names = line.names().iter().rev().take(MOST_NAMES);
            names.filter_map(|&place| self.named_at(line, place)).find(fitting)
        };
        let latest = self.roster.index.latest().take(MOST_NAMES);
        let near = latest
            .take_while(|(seen, _)| *seen > 0 && seen + PRONOUN_REACH > number)
            .map(|(_, id)| id)
            .find(fitting);
        // Somebody named since the last speech, as in a cross-head, comes before the last speaker.
        let named_since = near.filter(|&id| {
            speaker.is_none_or(|speaker| {
                self.roster.entities[id].last_seen > self.roster.entities[speaker].last_seen
            })
        });
        named_before.or_else(named_here).or(named_since).or(speaker)
    }

    /// "She has been in charge of children’s services since May": the predicate describes whom the pronoun stands for.
    pub(crate) fn describe_by_pronoun(&mut self, number: usize, subject: Phrase) {
        let line = &self.lines[number];
        let holds = |verb: usize| {
            let word = line.lower(verb);
            line.is(verb, Class::HOLDING)
                || word == "took" && matches!(line.lower(verb + 1), "on" | "over")
                || word == "sits" && matches!(line.lower(verb + 1), "in" | "on")
        };
        let pronouns = (0..line.len())
            .filter(|&place| line.is(place, Class::HE | Class::SHE) && !line.is_quoted(place))
            .take(MOST_PRONOUNS);
        for pronoun in pronouns {
            let verb = pronoun + 1;
            if !(holds(verb) || pronoun == subject.from && line.is(verb, Class::AUXILIARY)) {
                continue;
            }
            let stop = line.len().min(verb + MOST_PREDICATE_WORDS);
            let end =
                (verb + 1..stop).find(|&place| !line.is_word(place) || line.is_quoted(place)).unwrap_or(stop);
            let role = self.told_side(&line.words(verb, end)).is_some();
            if let Some(id) = self.pronoun(number, pronoun).filter(|_| role) {
                self.roster.describe(id, line, pronoun, end);
            }
        }
    }

    /// The person whose surname stands at `place`.
    fn named_at(&self, line: &Line, place: usize) -> Option<usize> {
        self.roster.latest(self.roster.index.with_surname(line.lower(place)).iter().copied())
    }
}
