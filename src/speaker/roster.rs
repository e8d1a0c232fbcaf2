//! The roster: everybody whom an article names, with the words that describe them.

use std::cell::Cell;

use rustc_hash::FxHashSet;

use super::description::role_before;
use super::index::Index;
use super::name::{Name, person_name};
use super::same::{genders_agree, is_same_person};
use crate::attribution::{Line, phrase_ending_at};
use crate::english::Class;
use crate::one_line::one_line;
use crate::side::SideId;

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EntityKind {
    /// Somebody with a name.
    Person,
    /// An organisation, a group, or somebody without a name.
    Body,
}

/// Somebody or a body.
#[derive(Clone, Debug)]
pub(crate) struct Entity {
    pub(crate) kind: EntityKind,
    /// The fullest form in the article.
    pub(crate) name: String,
    /// The words of the name in look-up form.
    pub(crate) key: Vec<String>,
    /// Masculine, feminine, or neither known.
    pub(crate) gender: Class,
    /// Words that describe the entity; descriptions are apart by "|".
    pub(crate) described: Vec<String>,
    /// More than one, as "inspectors" or "Labour councillors".
    pub(crate) plural: bool,
    /// One more than the number of the sentence in which it was named last; 0 while the reader has not met it.
    pub(crate) last_seen: usize,
    n_descriptions: usize,
    /// The sentence that names the entity first.
    pub(crate) first: usize,
    /// The side that these descriptions give, once somebody asked for it.
    pub(crate) side: Cell<Option<SideId>>,
}

/// The roster of one article.
#[derive(Clone, Debug, Default)]
pub(crate) struct Roster {
    pub(crate) entities: Vec<Entity>,
    /// The inspectorate that "the watchdog" stands for.
    pub(crate) inspectorate: Option<usize>,
    /// All inspectorates that the article names: their place in the profile, and the entity.
    pub(crate) inspectorates: Vec<(usize, usize)>,
    pub(super) index: Index,
    /// Whom the article names first.
    pub(crate) first_person: Option<usize>,
    /// Words that stand alone where a surname does: "Farrow has been listening".
    surnames: FxHashSet<String>,
}

/// How many descriptions of one entity are kept, the first: what is said later adds nothing to its side.
const MOST_DESCRIPTIONS: usize = 40;

impl Entity {
    /// Whether "he" or "she" can stand for the entity: a person, somebody without a name, or one of whom the article
    /// gives a single name and nothing else.
    pub(crate) fn may_be_person(&self) -> bool {
        let single = self.key.len() == 1
            && self.name.chars().any(char::is_lowercase)
            && self.name.chars().filter(|letter| letter.is_uppercase()).count() == 1
            && self.name.starts_with(char::is_uppercase);
        self.kind == EntityKind::Person || !self.plural && (self.gender.is(Class::PERSON_NOUN) || single)
    }
}

impl Roster {
    /// Reads all sentences for names of people.
    pub(crate) fn read(text: &str, lines: &[Line]) -> Self {
        let mut roster = Self { surnames: surnames(lines), ..Self::default() };
        for (number, line) in lines.iter().enumerate() {
            let mut place = 0;
            while place < line.len() {
                if !line.is_capital(place) || line.shouts() && !line.is(place, Class::HONORIFIC) {
                    place += 1;
                    continue;
                }
                let end = run_end(line, place);
                place = roster.read_run(text, lines, number, place, end);
            }
        }
        roster.forget_sightings();
        roster.first_person = (!roster.entities.is_empty()).then_some(0);
        roster
    }

    /// One run of capitalised words; returns where to go on.
    fn read_run(&mut self, text: &str, lines: &[Line], number: usize, from: usize, end: usize) -> usize {
        let line = &lines[number];
        let phrase = phrase_ending_at(line, end);
        let before = phrase.map_or(from, |phrase| phrase.from.min(from));
        if let Some(name) = person_name(line, before, end).filter(|name| name.from >= from) {
            let known = name.to - name.from == 1 && self.find_person(line, name).is_some();
            let introduced = from >= 2 && line.is_comma(from - 1) && role_before(line, from - 1).is_some();
            let alone = name.to - name.from == 1 && end == from + 1 && is_given_name_alone(line, from);
            let spoken_of = name.to - name.from == 2 && self.surnames.contains(line.lower(name.to - 1));
            if name.certain || known || introduced || alone || spoken_of {
                let id = self.person(text, line, number, name);
                let sentence_before = number.checked_sub(1).map(|number| &lines[number]);
                self.describe_in_place(id, line, sentence_before, before, name);
            }
        }
        end
    }

    /// Adds words that describe an entity, unless it has enough of them.
    pub(super) fn add_description(&mut self, id: usize, words: &[&str]) {
        let entity = &mut self.entities[id];
        if entity.n_descriptions >= MOST_DESCRIPTIONS {
            return;
        }
        entity.n_descriptions += 1;
        entity.described.extend(words.iter().map(ToString::to_string));
        entity.described.push("|".to_string());
        entity.side.take();
        if entity.kind == EntityKind::Person {
            self.index.describe(id, words);
        }
    }

    /// Puts other descriptions in the place of those of a body.
    pub(super) fn describe_anew(&mut self, id: usize, described: Vec<String>) {
        let entity = &mut self.entities[id];
        entity.described = described;
        entity.side.take();
    }

    /// Notes that an entity was named in sentence `number`.
    pub(super) fn see(&mut self, id: usize, number: usize) {
        let entity = &mut self.entities[id];
        let before = std::mem::replace(&mut entity.last_seen, number + 1);
        if entity.kind == EntityKind::Person {
            self.index.see(id, before, number + 1);
        }
    }

    /// The reader has met nobody yet.
    pub(super) fn forget_sightings(&mut self) {
        for (id, entity) in self.entities.iter_mut().enumerate() {
            let before = std::mem::take(&mut entity.last_seen);
            if entity.kind == EntityKind::Person {
                self.index.see(id, before, 0);
            }
        }
    }

    /// Of these, the one that was named last; the later one of two that were named in one sentence.
    pub(super) fn latest(&self, ids: impl Iterator<Item = usize>) -> Option<usize> {
        ids.max_by_key(|&id| (self.entities[id].last_seen, id))
    }

    /// The person of that name, new if need be.
    pub(super) fn person(&mut self, text: &str, line: &Line, number: usize, name: Name) -> usize {
        let key = line.words(name.from, name.to);
        if let Some(id) = self.find_person(line, name) {
            let entity = &mut self.entities[id];
            if key.len() > entity.key.len() {
                self.index.remove(id, entity);
                entity.name = printed(text, line, name.from, name.to);
                entity.key = owned(&key);
                self.index.add(id, entity);
            }
            if !entity.gender.is(Class::MASCULINE | Class::FEMININE) {
                entity.gender = name.gender;
            }
            self.see(id, number);
            return id;
        }
        self.add(Entity {
            kind: EntityKind::Person,
            name: printed(text, line, name.from, name.to),
            key: owned(&key),
            gender: name.gender,
            described: Vec::new(),
            plural: false,
            last_seen: number + 1,
            n_descriptions: 0,
            first: number,
            side: Cell::default(),
        })
    }

    fn add(&mut self, entity: Entity) -> usize {
        let id = self.entities.len();
        self.index.add(id, &entity);
        self.entities.push(entity);
        id
    }

    /// A person known by this name: the same words, the surname, or the given name; the latest when there are several.
    pub(super) fn find_person(&self, line: &Line, name: Name) -> Option<usize> {
        let key = line.words(name.from, name.to);
        let fits = |id: &usize| {
            let entity = &self.entities[*id];
            is_same_person(&entity.key, &key) && genders_agree(entity.gender, name.gender)
        };
        self.latest(self.index.namesakes(&key).filter(fits))
    }

    /// The body or group of that name, new if need be.
    pub(super) fn body(&mut self, name: &str, key: &[&str], plural: bool, number: usize) -> usize {
        let same = |id: &&usize| self.entities[**id].key == key;
        if let Some(&id) = self.index.with_key(key).iter().find(same) {
            self.see(id, number);
            return id;
        }
        let key = owned(key);
        self.add(Entity {
            kind: EntityKind::Body,
            name: name.to_string(),
            described: key.clone(),
            key,
            gender: Class::default(),
            plural,
            last_seen: number + 1,
            n_descriptions: 0,
            first: number,
            side: Cell::default(),
        })
    }
}

/// Capitalised words without a meaning of their own that a verb or "'s" follows, inside a sentence or at its start.
fn surnames(lines: &[Line]) -> FxHashSet<String> {
    let (mut found, mut others) = (FxHashSet::default(), FxHashSet::default());
    for line in lines.iter().filter(|line| !line.shouts() && !line.title_case) {
        for place in (0..line.len()).filter(|&place| line.is_capital(place)) {
            let plain = !line.is(place, Class::MEANING) && !line.is_capital(place + 1);
            let before = place.checked_sub(1);
            if plain && before.is_some_and(|before| line.is(before, Class::DETERMINER)) {
                // "The Lantern has": the paper, not a person.
                others.insert(line.lower(place).to_string());
            }
            let alone = before.is_none_or(|before| {
                !line.is_capital(before) && !line.is(before, Class::PREPOSITION | Class::DETERMINER)
            });
            if plain && alone && line.is(place + 1, Class::AUXILIARY | Class::VERB | Class::CUE) {
                found.insert(line.lower(place).to_string());
            }
        }
    }
    found.retain(|word| !others.contains(word));
    found
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(ToString::to_string).collect()
}

/// The end of the run of capitalised words that begins at `from`.
pub(super) fn run_end(line: &Line, from: usize) -> usize {
    let mut end = from + 1;
    while line.is_capital(end) || (line.is_capital(end + 1) && line.is(end, Class::PARTICLE)) {
        end += 1;
    }
    end
}

/// The words of a name as the article prints them.
pub(super) fn printed(text: &str, line: &Line, from: usize, to: usize) -> String {
    let span = line.tokens.span(from, to);
    one_line(span.of(text))
}

/// "Kayla was 16", "Tyrone, whose name we have changed": somebody of whom the article gives the first name only.
fn is_given_name_alone(line: &Line, place: usize) -> bool {
    let other = Class::AUXILIARY | Class::VERB | Class::HONORIFIC | Class::ADVERB | Class::PREPOSITION;
    if !line.is(place, Class::GIVEN_NAME) || line.is(place, other) || place > 0 && line.is_capital(place - 1)
    {
        return false;
    }
    let next = line.lower(place + 1);
    let described =
        matches!(line.lower(place + 2), "who" | "whose" | "not" | "now" | "then" | "a" | "an" | "aged");
    line.is(place + 1, Class::AUXILIARY | Class::VERB | Class::CUE) && !line.is_capital(place + 1)
        || next == "'s"
        || line.is_comma(place + 1) && described
}

pub(super) fn contains(words: &[String], part: &[&str]) -> bool {
    words.windows(part.len()).any(|window| window == part)
}
