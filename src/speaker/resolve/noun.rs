//! Nouns for a source: "the commissioner", "the 31-year-old", "the pair".

use super::{Resolver, head};
use crate::attribution::{Line, Phrase, main_subject};
use crate::english::Class;
use crate::speaker::roster::EntityKind;

/// The last sentence of an opening in which somebody may be told of before being named.
const LAST_OF_OPENING: usize = 40;
/// How many sentences later the name comes at the latest.
const NAMED_SOON: usize = 4;
/// How many tokens ", who did not want to be named," has.
const LONGEST_ANONYMITY: usize = 10;
/// How many sentences back the person may have been named for whom an epithet stands.
const EPITHET_REACH: usize = 3;

impl Resolver<'_> {
    pub(super) fn noun(&mut self, number: usize, phrase: Phrase) -> Option<usize> {
        let line = &self.lines[number];
        let head = head(line, phrase);
        if matches!(line.lower(head), "pair" | "two" | "duo") {
            return self.recent.speaker;
        }
        if let Some(age) =
            line.lower(head).strip_suffix("-year-old").filter(|_| line.lower(phrase.from) == "the")
        {
            return self.aged(age).or(self.recent.speaker);
        }
        if let Some(id) = self.inspectorate_by_noun(phrase, line) {
            self.roster.see(id, number);
            return Some(id);
        }
        if line.is(phrase.from, Class::DETERMINER)
            && !line.is_quoted(phrase.from)
            && !is_anonymous(line, phrase)
            && let Some(id) = self.described_as(line, phrase, head)
        {
            self.roster.describe(id, line, phrase.from, phrase.to);
            return Some(id);
        }
        if line.is(head, Class::DOCUMENT_NOUN) {
            return self.document(number, phrase, head);
        }
        if let Some(id) = self.somebody_known(number, phrase, head) {
            return Some(id);
        }
        if self.side_of(&line.words(phrase.from, phrase.to)) == self.profile.side("inspector")
            || self.is_misspelt_inspectorate(line, phrase)
        {
            return self.inspector(number, phrase, head);
        }
        if line.lower(phrase.from) == "the"
            && !line.is(head, Class::SPEAKING)
            && !line.is_capital(head)
            && !is_plural(line, head)
        {
            return self.recent_person();
        }
        let aged = line.lower(head).ends_with("-year-old");
        if !line.is(head, Class::SPEAKING) && !line.is_capital(head) && !is_plural(line, head) && !aged {
            return None;
        }
        self.body(number, phrase, head)
    }

    /// "The regulator", where the article names the Regulator of Social Housing.
    fn inspectorate_by_noun(&self, phrase: Phrase, line: &Line) -> Option<usize> {
        let bare = phrase.to == phrase.from + 2 && line.lower(phrase.from) == "the";
        if bare { self.inspectorate_called(line, phrase.from + 1) } else { None }
    }

    /// Somebody whom the article names elsewhere: "his group", "the Conservative", "a mum", "the mother of two".
    fn somebody_known(&mut self, number: usize, phrase: Phrase, head: usize) -> Option<usize> {
        let line = &self.lines[number];
        // "His group wants": what a politician's own group wants, he wants.
        if matches!(line.lower(phrase.from), "his" | "her") && matches!(line.lower(head), "group" | "party") {
            return self.pronoun(number, phrase.from);
        }
        // "The Conservative", of the councillor of that party.
        let member = line.lower(phrase.from) == "the"
            && phrase.to == phrase.from + 2
            && line.is(head, Class::PARTY)
            && !is_plural(line, head);
        if member
            && let Some(id) = self.described_exactly(&[line.lower(head)]).or_else(|| self.recent_person())
        {
            self.roster.describe(id, line, head, head + 1);
            return Some(id);
        }
        if let Some(id) = self.named_soon(number, phrase, head) {
            return Some(id);
        }
        let id = self.epithet(number, phrase, head).filter(|_| !is_anonymous(line, phrase))?;
        self.roster.describe(id, line, phrase.from, phrase.to);
        Some(id)
    }

    /// "The 31-year-old": the person of that age, else the one who was named last.
    fn aged(&self, age: &str) -> Option<usize> {
        let aged = self.roster.index.described_by(age).iter().min().copied();
        aged.or_else(|| self.recent_person())
    }

    /// The person who was named last, the last speaker first.
    fn recent_person(&self) -> Option<usize> {
        let is_person = |id: &usize| self.roster.entities[*id].kind == EntityKind::Person;
        let near = self.recent.before.is_none_or(|before| self.recent.line >= before);
        if let Some(id) = self.recent.speaker.filter(|id| near && is_person(id)) {
            return Some(id);
        }
        self.roster.index.latest().next().filter(|(seen, _)| *seen > 0).map(|(_, id)| id)
    }

    /// "A mum has told of her grief. Ann Reed, 31, …": in the opening, somebody who is named a few sentences later.
    fn named_soon(&self, number: usize, phrase: Phrase, head: usize) -> Option<usize> {
        let line = &self.lines[number];
        let indefinite = matches!(line.lower(phrase.from), "a" | "an")
            && line.is(head, Class::PERSON_NOUN)
            && !is_plural(line, head)
            && !line.lower(head).starts_with("spokes");
        if !indefinite
            || number > LAST_OF_OPENING
            || self.roster.index.latest().next().is_some_and(|(seen, _)| seen > 0)
        {
            return None;
        }
        let told = self.told_side(&line.words(phrase.from, phrase.to));
        let gender = line.class(head);
        let next = self.roster.first_person?;
        let entity = &self.roster.entities[next];
        let clash =
            |one: Class, other: Class| gender.is(one) && entity.gender.is(other) && !entity.gender.is(one);
        let fits = entity.first > number
            && entity.first <= number + NAMED_SOON
            && !clash(Class::MASCULINE, Class::FEMININE)
            && !clash(Class::FEMININE, Class::MASCULINE)
            && self.told_side(&entity.described).is_none_or(|side| told.is_none_or(|told| told == side));
        fits.then_some(next)
    }

    /// "The mother of two", "the retired vet": new words for the person whom the last sentences are about, unless
    /// they would be on another side.
    fn epithet(&self, number: usize, phrase: Phrase, head: usize) -> Option<usize> {
        let line = &self.lines[number];
        let person = line.lower(phrase.from) == "the"
            && line.is(head, Class::PERSON_NOUN)
            && !line.is_capital(head)
            && !is_plural(line, head)
            && !line.lower(head).starts_with("spokes");
        let unnamed = |id: &usize| {
            let entity = &self.roster.entities[*id];
            entity.kind == EntityKind::Body && entity.may_be_person()
        };
        let speaker = self.recent.speaker.filter(unnamed).or_else(|| self.recent_person());
        let recent = speaker.filter(|_| person)?;
        let entity = &self.roster.entities[recent];
        let near = entity.last_seen + EPITHET_REACH > number;
        let words = line.words(phrase.from, phrase.to);
        let gender = line.class(head);
        let clash =
            |one: Class, other: Class| gender.is(one) && entity.gender.is(other) && !entity.gender.is(one);
        let clashes = clash(Class::MASCULINE, Class::FEMININE) || clash(Class::FEMININE, Class::MASCULINE);
        let told = self.told_side(&words);
        let known = self.told_side(&entity.described);
        let just_spoke = entity.last_seen == number;
        let watchdog = told == self.profile.side("inspector");
        let unknown = known.is_none() && !watchdog && (told == Some(self.profile.other()) || just_spoke);
        let same = told.is_none() || told == known || unknown;
        (near && same && !clashes).then_some(recent)
    }

    /// "The commissioner": the person who was described so.
    fn described_as(&self, line: &Line, phrase: Phrase, head: usize) -> Option<usize> {
        if !line.is(head, Class::PERSON_NOUN)
            || is_plural(line, head)
            || matches!(line.lower(phrase.from), "a" | "an" | "one" | "another")
        {
            return None;
        }
        let content: Vec<&str> = (phrase.from..phrase.to)
            .filter(|&place| {
                line.is_word(place)
                    && !line.is(place, Class::DETERMINER | Class::PREPOSITION)
                    && line.lower(place) != "'s"
            })
            .map(|place| line.lower(place))
            .collect();
        let index = &self.roster.index;
        if content.is_empty() {
            return index.latest().next().map(|(_, id)| id);
        }
        let exact = self.described_exactly(&content);
        // "The Labour MP said", of the MP who has just spoken.
        let word = line.lower(head);
        let just_named = || {
            let latest = index.latest().next().map(|(_, id)| id)?;
            let entity = &self.roster.entities[latest];
            let near = self.recent.before.is_some_and(|before| entity.last_seen > before);
            let fits = line.lower(phrase.from) == "the" && entity.described.iter().any(|known| known == word);
            (near && fits).then_some(latest)
        };
        exact.or_else(just_named)
    }

    /// The person whose descriptions hold all these words; of several, the one who was named last.
    pub(super) fn described_exactly(&self, content: &[&str]) -> Option<usize> {
        let index = &self.roster.index;
        let rarest = content.iter().map(|word| index.described_by(word)).min_by_key(|ids| ids.len())?;
        let described = |id: &usize| {
            let known = &self.roster.entities[*id].described;
            content.iter().all(|word| known.iter().any(|known| known == word))
        };
        self.roster.latest(rarest.iter().copied().filter(described))
    }

    /// "Councillor Marsh grew up in care. The cabinet member does not dispute it": the role is that of the person
    /// whom the sentence before is about.
    pub(crate) fn learn_role(&mut self, number: usize, phrase: Phrase, id: usize) {
        let line = &self.lines[number];
        let role = line.lower(phrase.from) == "the"
            && line.is(head(line, phrase), Class::PERSON_NOUN)
            && !is_plural(line, head(line, phrase));
        let Some(before) =
            self.recent.before.filter(|_| role && self.roster.entities[id].kind == EntityKind::Body)
        else {
            return;
        };
        let subject = main_subject(&self.lines[before]);
        let person = subject.and_then(|subject| self.person_in(&self.lines[before], subject));
        let person = person.and_then(|name| self.roster.find_person(&self.lines[before], name));
        let told = self.told_side(&line.words(phrase.from, phrase.to));
        let fits = |id: &usize| {
            let known = self.told_side(&self.roster.entities[*id].described);
            told.is_none() || known.is_none() || told == known
        };
        if let Some(person) = person.filter(fits) {
            self.roster.describe(person, line, phrase.from, phrase.to);
        }
    }
}

/// "The former detective, who did not want to be named": nobody whom the article names.
fn is_anonymous(line: &Line, phrase: Phrase) -> bool {
    let clause = phrase.to..line.len().min(phrase.to + LONGEST_ANONYMITY);
    clause
        .into_iter()
        .any(|place| matches!(line.lower(place), "named" | "identified" | "anonymous" | "anonymity"))
}

/// A plural by its form; enough to tell "inspectors" from "an inspector".
pub(super) fn is_plural(line: &Line, place: usize) -> bool {
    let word = line.lower(place);
    word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") || line.is(place, Class::PLURAL)
}
