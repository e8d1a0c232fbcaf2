//! The roster: everybody whom an article names, with the words that describe them.

use std::cell::Cell;

use super::index::Index;
use super::name::{Name, person_name};
use crate::attribution::{Line, apposition_after, phrase_ending_at};
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
}

/// How many words after "is", "was" or "became" describe somebody.
const COPULA_WORDS: usize = 10;
/// How many descriptions of one entity are kept, the first: what is said later adds nothing to its side.
const MOST_DESCRIPTIONS: usize = 40;

impl Entity {
    /// Whether "he" or "she" can stand for the entity: a person, somebody without a name, or one of whom the article
    /// gives a single name and nothing else.
    pub(crate) fn may_be_person(&self) -> bool {
        let single = self.key.len() == 1
            && self.name.chars().any(char::is_lowercase)
            && self.name.starts_with(char::is_uppercase);
        self.kind == EntityKind::Person || !self.plural && (self.gender.is(Class::PERSON_NOUN) || single)
    }
}

impl Roster {
    /// Reads all sentences for names of people.
    pub(crate) fn read(text: &str, lines: &[Line]) -> Self {
        let mut roster = Self::default();
        for (number, line) in lines.iter().enumerate() {
            let mut place = 0;
            while place < line.len() {
                if !line.is_capital(place) || line.shouts() && !line.is(place, Class::HONORIFIC) {
                    place += 1;
                    continue;
                }
                let end = run_end(line, place);
                place = roster.read_run(text, line, number, place, end);
            }
        }
        roster.forget_sightings();
        roster
    }

    /// One run of capitalised words; returns where to go on.
    fn read_run(&mut self, text: &str, line: &Line, number: usize, from: usize, end: usize) -> usize {
        let phrase = phrase_ending_at(line, end);
        let before = phrase.map_or(from, |phrase| phrase.from.min(from));
        if let Some(name) = person_name(line, before, end).filter(|name| name.from >= from) {
            let known = name.to - name.from == 1 && self.find_person(line, name).is_some();
            let introduced = from >= 2 && line.is_comma(from - 1) && role_before(line, from - 1).is_some();
            if name.certain || known || introduced {
                let id = self.person(text, line, number, name);
                self.describe_in_place(id, line, before, name);
            }
        }
        end
    }

    /// Adds what stands around a name: role before it, apposition after it, "is the director of".
    fn describe_in_place(&mut self, id: usize, line: &Line, before: usize, name: Name) {
        let lead =
            if before >= 2 && line.is_comma(before - 1) { role_before(line, before - 1) } else { None };
        if let Some(from) = lead {
            self.describe(id, line, from, before - 1);
        }
        self.describe(id, line, before, name.from);
        let after = apposition_after(line, name.to);
        self.describe(id, line, name.to, after);
        let copula = (after..(after + 4).min(line.len()))
            .take_while(|&place| {
                line.is(place, Class::AUXILIARY | Class::ADVERB)
                    || matches!(line.lower(place), "became" | "who" | "," | "appointed")
            })
            .last();
        if let Some(copula) = copula.filter(|&place| {
            matches!(line.lower(place), "is" | "was" | "been" | "became" | "be" | "appointed")
        }) {
            let end = (copula + 1..(copula + 1 + COPULA_WORDS).min(line.len()))
                .find(|&place| !line.is_word(place) || line.is(place, Class::AUXILIARY))
                .unwrap_or((copula + 1 + COPULA_WORDS).min(line.len()));
            if (copula + 1..end).take(5).any(|place| line.is(place, Class::PERSON_NOUN)) {
                self.describe(id, line, copula + 1, end);
            }
        }
    }

    /// Adds a description to an entity.
    pub(crate) fn describe(&mut self, id: usize, line: &Line, from: usize, to: usize) {
        let words = line.words(from, to);
        let entity = &mut self.entities[id];
        if words.is_empty() || contains(&entity.described, &words) {
            return;
        }
        if !entity.gender.is(Class::MASCULINE | Class::FEMININE) {
            let told = (from..to.min(line.len()))
                .map(|place| line.class(place))
                .find(|class| class.is(Class::MASCULINE | Class::FEMININE));
            entity.gender = told.filter(|class| class.is(Class::PERSON_NOUN)).unwrap_or(entity.gender);
        }
        self.add_description(id, &words);
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
            side: Cell::default(),
        })
    }
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(ToString::to_string).collect()
}

/// The role that ends before a comma in front of a name ("The MP for Castlewick, Rupert Daintry").
fn role_before(line: &Line, comma: usize) -> Option<usize> {
    let phrase = phrase_ending_at(line, comma)?;
    (phrase.from..phrase.to).any(|place| line.is(place, Class::PERSON_NOUN)).then_some(phrase.from)
}

fn run_end(line: &Line, from: usize) -> usize {
    let mut end = from + 1;
    while line.is_capital(end)
        || (line.is_capital(end + 1)
            && matches!(line.lower(end), "de" | "van" | "von" | "der" | "al" | "bin" | "ap" | "la"))
    {
        end += 1;
    }
    end
}

/// The words of a name as the article prints them.
pub(super) fn printed(text: &str, line: &Line, from: usize, to: usize) -> String {
    let span = line.tokens.span(from, to);
    one_line(span.of(text))
}

fn contains(words: &[String], part: &[&str]) -> bool {
    words.windows(part.len()).any(|window| window == part)
}

fn genders_agree(one: Class, other: Class) -> bool {
    let only = |told: Class, gender: Class, opposite: Class| told.is(gender) && !told.is(opposite);
    let clash = |gender, opposite| only(one, gender, opposite) && other.is(opposite);
    !clash(Class::MASCULINE, Class::FEMININE) && !clash(Class::FEMININE, Class::MASCULINE)
}

/// Whether two names may be of one person: one is the surname or the given name of the other, or both have the same
/// surname and given names that agree, a slip of one letter allowed.
fn is_same_person(known: &[String], key: &[&str]) -> bool {
    let (Some(known_last), Some(last)) = (known.last(), key.last()) else {
        return false;
    };
    let (known_first, first) = (known[0].as_str(), key[0]);
    let (known_last, last) = (known_last.as_str(), *last);
    match (known.len(), key.len()) {
        (_, 1) => last == known_last || first == known_first,
        (1, _) => known_last == last || known_first == first,
        _ => {
            let surnames = known_last == last || is_slip(known_last, last);
            let given = known_first == first || is_slip(known_first, first) || is_initial(known_first, first);
            surnames && given
        }
    }
}

fn is_initial(one: &str, other: &str) -> bool {
    (one.chars().count() == 1 || other.chars().count() == 1) && one.chars().next() == other.chars().next()
}

/// Whether two words of five letters or more differ by one letter added, lost, changed or two swapped.
pub(crate) fn is_slip(one: &str, other: &str) -> bool {
    // A letter has four bytes at most.
    if one.len().abs_diff(other.len()) > 4 {
        return false;
    }
    let letters = |word: &str| word.chars().take(5).count();
    is_letter_off(one, other) && letters(one) == 5 && letters(other) == 5
}

/// Whether two words differ by one letter added, lost, changed or two swapped, or not at all.
fn is_letter_off(one: &str, other: &str) -> bool {
    let head: usize =
        one.chars().zip(other.chars()).take_while(|(x, y)| x == y).map(|(x, _)| x.len_utf8()).sum();
    let (one, other) = (&one[head..], &other[head..]);
    let tail: usize = one
        .chars()
        .rev()
        .zip(other.chars().rev())
        .take_while(|(x, y)| x == y)
        .map(|(x, _)| x.len_utf8())
        .sum();
    let (mut one, mut other) = (one[..one.len() - tail].chars(), other[..other.len() - tail].chars());
    let (a, b) = ([one.next(), one.next(), one.next()], [other.next(), other.next(), other.next()]);
    a[1].is_none() && b[1].is_none() || a[2].is_none() && b[2].is_none() && a[0] == b[1] && a[1] == b[0]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_one_letter_in_a_long_word() {
        assert!(
            is_slip("ofsted", "osfted") && is_slip("ofsted", "ofstead") && is_slip("wakefield", "wakefied")
        );
        assert!(!is_slip("anna", "anne") && !is_slip("ofsted", "ofsitd"));
    }
}
