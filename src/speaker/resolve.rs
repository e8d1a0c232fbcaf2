//! Finds whom a source stands for: a name, a pronoun, a noun such as "the watchdog".

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use super::name::{Name, person_name};
use super::roster::{EntityKind, Roster, is_slip, printed};
use crate::Profile;
use crate::attribution::{Line, Phrase, main_subject, phrase_ending_at};
use crate::english::Class;
use crate::layout::{Block, Kind};
use crate::side::{Described, SideId, Situation, decide};

/// Who spoke and was named lately, as the article is read from top to bottom.
#[derive(Clone, Debug, Default)]
pub(crate) struct Recent {
    /// The last speaker.
    pub(crate) speaker: Option<usize>,
    /// The sentence of the last speech.
    pub(crate) line: usize,
    /// The last speaker that "it" can stand for.
    pub(crate) body: Option<usize>,
    /// The last speakers that "they" can stand for.
    pub(crate) group: Option<usize>,
    /// The body that the sentence before, in the article's own voice, is about.
    pub(crate) topic: Option<usize>,
    /// The body sentence before the one that is read.
    pub(crate) before: Option<usize>,
}

/// Resolves the sources of one article.
pub(crate) struct Resolver<'a> {
    pub(crate) text: &'a str,
    pub(crate) lines: &'a [Line],
    pub(crate) profile: &'a Profile,
    pub(crate) roster: Roster,
    pub(crate) situation: Situation,
    pub(crate) recent: Recent,
    /// How many entities were asked whether they are the inspected body, and the first that is.
    inspected: Cell<(usize, Option<usize>)>,
    /// How many entities were asked whether they are parties, and the latest that are.
    parties: RefCell<(usize, VecDeque<usize>)>,
}

/// How far back a pronoun looks for a person who was named, in sentences.
const PRONOUN_REACH: usize = 4;
/// How many capitalised words of a sentence, or people of the last sentences, a pronoun looks at: more than any
/// sentence has that is no list.
const MOST_NAMES: usize = 200;
/// How many words the name of a body may have: more than any has.
const LONGEST_NAME: usize = 60;
/// How many parties are remembered, the latest.
const MOST_PARTIES: usize = 200;

impl<'a> Resolver<'a> {
    pub(crate) fn new(
        text: &'a str,
        lines: &'a [Line],
        profile: &'a Profile,
        roster: Roster,
        situation: Situation,
    ) -> Self {
        Self {
            text,
            lines,
            profile,
            roster,
            situation,
            recent: Recent::default(),
            inspected: Cell::default(),
            parties: RefCell::default(),
        }
    }

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
                self.roster.body(&name, &line.words(from, last + 1), true, number);
            }
        }
    }

    /// Notes that `id` speaks in sentence `number`.
    pub(crate) fn speaks(&mut self, id: usize, number: usize) {
        self.recent.speaker = Some(id);
        self.recent.line = number;
        self.roster.see(id, number);
        let entity = &self.roster.entities[id];
        if entity.kind == EntityKind::Body {
            self.recent.body = Some(id);
        }
        if entity.plural || entity.kind == EntityKind::Body {
            self.recent.group = Some(id);
        }
    }

    /// Notes the people named outside quotation marks in sentence `number`.
    pub(crate) fn notice(&mut self, number: usize) {
        let line = &self.lines[number];
        for &place in line.names() {
            for at in 0..self.roster.index.with_surname(line.lower(place)).len() {
                let id = self.roster.index.with_surname(line.lower(place))[at];
                self.roster.see(id, number);
            }
        }
    }

    /// Whom the phrase in sentence `number` stands for; none when nobody fits or when it can be no source.
    pub(crate) fn resolve(&mut self, number: usize, phrase: Phrase) -> Option<usize> {
        let line = &self.lines[number];
        if phrase.to == phrase.from + 1
            && (line.is(phrase.from, Class::PRONOUN) || is_possessive(line.lower(phrase.from)))
        {
            return self.pronoun(number, phrase.from);
        }
        if (phrase.from..phrase.to).any(|place| line.is(place, Class::FIRST_PERSON))
            || is_nobody(line.lower(phrase.from))
        {
            return None;
        }
        if let Some(id) = self.joint(number, phrase) {
            return Some(id);
        }
        if let Some(name) = self.person_in(line, phrase) {
            let id = self.roster.person(self.text, line, number, name);
            self.roster.describe(id, line, phrase.described_from, name.from);
            self.roster.describe(id, line, name.to, phrase.described_to);
            self.describe_by_group(id, number, phrase);
            return Some(id);
        }
        self.noun(number, phrase)
    }

    /// "Their leader", "its chief executive": of the party or body that is the subject before.
    fn describe_by_group(&mut self, id: usize, number: usize, phrase: Phrase) {
        let line = &self.lines[number];
        let owned = (phrase.described_from..phrase.described_to).any(|place| {
            matches!(line.lower(place), "their" | "its")
                && (place + 1..place + 4).any(|next| line.is(next, Class::PERSON_NOUN))
        });
        if !owned {
            return;
        }
        let here = main_subject(line).filter(|subject| subject.to <= phrase.described_from);
        let (line, owner) = match (here, self.recent.before) {
            (Some(subject), _) => (line, Some(subject)),
            (None, Some(before)) => (&self.lines[before], main_subject(&self.lines[before])),
            (None, None) => return,
        };
        if let Some(owner) = owner.filter(|owner| !line.is(owner.from, Class::PRONOUN)) {
            self.roster.describe(id, line, owner.from, owner.described_to);
        }
        let parties = &self.profile.side_rules.parties;
        let last = line.last_party(parties);
        if let Some(party) = last.filter(|_| !self.roster.entities[id].described.is_empty()) {
            let words = crate::side::words(parties.name(party));
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            self.roster.add_description(id, &words);
        }
    }

    /// "Mr Carrow and the chief constable, Sunita Rao": two who speak as one.
    fn joint(&mut self, number: usize, phrase: Phrase) -> Option<usize> {
        let line = &self.lines[number];
        let and = (phrase.described_from + 1..phrase.to).find(|&place| line.lower(place) == "and")?;
        let one = person_name(line, phrase.described_from, and)?;
        let other = person_name(line, and + 1, phrase.to)?;
        let known = |name: &Name| name.certain || self.roster.find_person(line, *name).is_some();
        if !known(&one) || !known(&other) || one.to != and && !line.is_comma(one.to) {
            return None;
        }
        let (one, other) = (
            self.roster.person(self.text, line, number, one),
            self.roster.person(self.text, line, number, other),
        );
        let (first, second) = (&self.roster.entities[one], &self.roster.entities[other]);
        let name = format!("{} and {}", first.name, second.name);
        let described = [first.described.clone(), second.described.clone()];
        let key = crate::side::words(&name);
        let key: Vec<&str> = key.iter().map(String::as_str).collect();
        let id = self.roster.body(&name, &key, true, number);
        self.roster.describe_anew(id, described.concat());
        Some(id)
    }

    /// The person named in a phrase, unless the name only belongs to what the head noun says
    /// ("a spokesman for Jane Smith").
    fn person_in(&self, line: &Line, phrase: Phrase) -> Option<Name> {
        let head = head(line, phrase);
        let after_role = || {
            let named = line.is(head, Class::PERSON_NOUN) && line.is_comma(phrase.to);
            person_name(line, phrase.to, phrase.described_to)
                .filter(|name| named && name.from <= phrase.to + 3)
        };
        let name = person_name(line, phrase.from, phrase.to)
            .or_else(|| self.surname(line, phrase))
            .or_else(after_role)?;
        let inside = name.from < phrase.to;
        let after_preposition = inside
            && name.from > head
            && line.is(head, Class::PERSON_NOUN)
            && line.is(name.from - 1, Class::PREPOSITION | Class::DETERMINER);
        let possessive =
            inside && line.lower(name.to) == "'s" && line.is(head, Class::PERSON_NOUN | Class::BODY_NOUN);
        let doubtful = !name.certain && self.roster.find_person(line, name).is_none();
        let definite = line.is(name.from.wrapping_sub(1), Class::DETERMINER);
        let short = name.to - name.from == 1 && !line.is(name.from, Class::GIVEN_NAME);
        (!after_preposition && !possessive && !(doubtful && (definite || short))).then_some(name)
    }

    /// A surname alone, of somebody whom the article has named: "Fenn admitted".
    fn surname(&self, line: &Line, phrase: Phrase) -> Option<Name> {
        let place = phrase.to - 1;
        let name = Name { from: place, to: phrase.to, gender: Class::default(), certain: true };
        let alone = phrase.from == place || line.is(place - 1, Class::HONORIFIC | Class::PERSON_NOUN);
        (alone && line.is_capital(place) && self.roster.find_person(line, name).is_some()).then_some(name)
    }

    fn pronoun(&self, number: usize, place: usize) -> Option<usize> {
        let line = &self.lines[number];
        let word = line.lower(place);
        if line.is(place, Class::HE | Class::SHE) || matches!(word, "his" | "her") {
            let masculine = line.is(place, Class::HE) || word == "his";
            let gender = if masculine { Class::MASCULINE } else { Class::FEMININE };
            return self.person_of(gender, number, line);
        }
        let speaker = self.recent.topic.or(self.recent.speaker);
        let is_body = |id: &usize| self.roster.entities[*id].kind == EntityKind::Body;
        if (line.is(place, Class::IT) || word == "its")
            && let Some(id) = self.body_before(line, place)
        {
            return Some(id);
        }
        if line.is(place, Class::IT) || word == "its" {
            return speaker.filter(is_body).or(self.recent.body).or(self.roster.inspectorate);
        }
        let is_group = |id: &usize| self.roster.entities[*id].plural || is_body(id);
        speaker.filter(is_group).or(self.recent.group).or(speaker)
    }

    /// "The dispatcher no longer works for the trust, it confirmed": the body named earlier in the sentence.
    fn body_before(&self, line: &Line, place: usize) -> Option<usize> {
        let noun = line.last_body_before(place)?;
        let phrase = phrase_ending_at(line, noun + 1)?;
        let bare = phrase.to == phrase.from + 2 && line.lower(phrase.from) == "the";
        bare.then(|| self.proper_body(line.lower(noun))).flatten()
    }

    /// "He" or "she": the last speaker, unless the sentence before, in the article's own voice, names another who fits.
    fn person_of(&self, gender: Class, number: usize, line: &Line) -> Option<usize> {
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
        let near =
            latest.take_while(|(seen, _)| seen + PRONOUN_REACH > number).map(|(_, id)| id).find(fitting);
        // Somebody named since the last speech, as in a cross-head, comes before the last speaker.
        let named_since = near.filter(|&id| {
            speaker.is_none_or(|speaker| {
                self.roster.entities[id].last_seen > self.roster.entities[speaker].last_seen
            })
        });
        named_before.or_else(named_here).or(named_since).or(speaker)
    }

    /// The person whose surname stands at `place`.
    fn named_at(&self, line: &Line, place: usize) -> Option<usize> {
        self.roster.latest(self.roster.index.with_surname(line.lower(place)).iter().copied())
    }

    fn noun(&mut self, number: usize, phrase: Phrase) -> Option<usize> {
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
        if line.is(phrase.from, Class::DETERMINER)
            && !line.is_quoted(phrase.from)
            && let Some(id) = self.described_as(line, phrase, head)
        {
            self.roster.describe(id, line, phrase.from, phrase.to);
            return Some(id);
        }
        if line.is(head, Class::DOCUMENT_NOUN) {
            return self.document(number, phrase, head);
        }
        if self.side_of(&line.words(phrase.from, phrase.to)) == self.profile.side("inspector")
            || self.is_misspelt_inspectorate(line, phrase)
        {
            return self.inspector(number, phrase, head);
        }
        if line.lower(phrase.from) == "the"
            && !line.is(head, Class::SPEAKING)
            && !line.is_capital(head)
            && !is_plural(line.lower(head))
        {
            return self.recent_person();
        }
        let aged = line.lower(head).ends_with("-year-old");
        if !line.is(head, Class::SPEAKING) && !line.is_capital(head) && !is_plural(line.lower(head)) && !aged
        {
            return None;
        }
        self.body(number, phrase, head)
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

    /// "The commissioner": the person who was described so.
    fn described_as(&self, line: &Line, phrase: Phrase, head: usize) -> Option<usize> {
        if !line.is(head, Class::PERSON_NOUN)
            || is_plural(line.lower(head))
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
        let Some(rarest) = content.iter().map(|word| index.described_by(word)).min_by_key(|ids| ids.len())
        else {
            return index.latest().next().map(|(_, id)| id);
        };
        let described = |id: &usize| {
            let known = &self.roster.entities[*id].described;
            content.iter().all(|word| known.iter().any(|known| known == word))
        };
        let exact = self.roster.latest(rarest.iter().copied().filter(described));
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

    /// "The report", "his letter", "a statement from the leader".
    fn document(&mut self, number: usize, phrase: Phrase, head: usize) -> Option<usize> {
        let line = &self.lines[number];
        let first = line.lower(phrase.from);
        if matches!(first, "his" | "her") {
            let gender = if first == "his" { Class::MASCULINE } else { Class::FEMININE };
            return self.person_of(gender, number, line);
        }
        if let Some(from) = (head..phrase.to).find(|&place| matches!(line.lower(place), "from" | "by")) {
            let author = Phrase {
                from: from + 1,
                to: phrase.to,
                described_from: from + 1,
                described_to: phrase.described_to,
            };
            return self.resolve(number, author);
        }
        if matches!(
            line.lower(head),
            "statement" | "email" | "release" | "post" | "tweet" | "message" | "response" | "reply"
        ) {
            let owner = self.owner(number, phrase, head);
            return owner.or(self.recent.speaker);
        }
        self.owner(number, phrase, head).or(self.roster.inspectorate).or_else(|| {
            let line = &self.lines[number];
            let key = without_determiner(line, phrase);
            let name = printed(self.text, line, key.0, key.1);
            Some(self.roster.body(&name, &line.words(key.0, key.1), false, number))
        })
    }

    /// Whose document it is, where the phrase says so: "Ofsted’s report", "the union’s letter".
    fn owner(&mut self, number: usize, phrase: Phrase, head: usize) -> Option<usize> {
        let line = &self.lines[number];
        let possessive = (phrase.from..head).rev().find(|&place| line.lower(place) == "'s")?;
        self.resolve(
            number,
            Phrase {
                from: phrase.from,
                to: possessive,
                described_from: phrase.from,
                described_to: possessive,
            },
        )
    }

    /// The inspectorate itself for "inspectors" and "the watchdog"; somebody of their own for "an Ofsted spokesman".
    fn inspector(&mut self, number: usize, phrase: Phrase, head: usize) -> Option<usize> {
        let line = &self.lines[number];
        let word = line.lower(head);
        let somebody = line.is(head, Class::PERSON_NOUN)
            && !is_plural(word)
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
        let id = known.map(|(_, id)| *id).or_else(|| self.recent_inspector()).or(self.roster.inspectorate);
        match id {
            Some(id) => {
                self.roster.see(id, number);
                Some(id)
            }
            None => self.body(number, phrase, head),
        }
    }

    /// The inspectorate that was named last.
    fn recent_inspector(&self) -> Option<usize> {
        let seen = |id: &usize| self.roster.entities[*id].last_seen;
        self.roster.inspectorates.iter().map(|(_, id)| *id).filter(|id| seen(id) > 0).max_by_key(seen)
    }

    fn is_misspelt_inspectorate(&self, line: &Line, phrase: Phrase) -> bool {
        let Some(id) = self.roster.inspectorate else {
            return false;
        };
        let key = &self.roster.entities[id].key;
        key.len() == 1
            && (phrase.from..phrase.to)
                .any(|place| line.is_capital(place) && is_slip(line.lower(place), &key[0]))
    }

    fn body(&mut self, number: usize, phrase: Phrase, head: usize) -> Option<usize> {
        let line = &self.lines[number];
        let (from, to) = without_determiner(line, phrase);
        if from >= to {
            return None;
        }
        let bare = to == from + 1 && (!line.is_capital(from) || line.is(phrase.from, Class::DETERMINER));
        let inspected =
            bare && self.side_of(&line.words(phrase.from, phrase.to)) == self.profile.side("council");
        let proper = bare.then(|| self.proper_body(line.lower(from))).flatten();
        if let Some(id) = proper.or_else(|| inspected.then(|| self.inspected_body()).flatten()) {
            self.roster.see(id, number);
            return Some(id);
        }
        if bare
            && line.lower(from) == "party"
            && let Some(id) = self.recent_party()
        {
            return Some(id);
        }
        let plural = is_plural(line.lower(head)) || line.is(head, Class::BODY_NOUN);
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

    /// "Councillor Marsh grew up in care. The cabinet member does not dispute it": the role is that of the person
    /// whom the sentence before is about.
    pub(crate) fn learn_role(&mut self, number: usize, phrase: Phrase, id: usize) {
        let line = &self.lines[number];
        let role = line.lower(phrase.from) == "the"
            && line.is(head(line, phrase), Class::PERSON_NOUN)
            && !is_plural(line.lower(head(line, phrase)));
        let Some(before) =
            self.recent.before.filter(|_| role && self.roster.entities[id].kind == EntityKind::Body)
        else {
            return;
        };
        let subject = main_subject(&self.lines[before]);
        let person = subject.and_then(|subject| self.person_in(&self.lines[before], subject));
        if let Some(person) = person.and_then(|name| self.roster.find_person(&self.lines[before], name)) {
            self.roster.describe(person, line, phrase.from, phrase.to);
        }
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

    /// The body with a proper name that "the council" or "the authority" stands for, by its last word.
    fn proper_body(&self, word: &str) -> Option<usize> {
        let proper = |id: &usize| {
            let entity = &self.roster.entities[*id];
            entity.key.len() > 1 && entity.name.starts_with(char::is_uppercase)
        };
        let last_is =
            |word: &str| self.roster.latest(self.roster.index.with_noun(word).iter().copied().filter(proper));
        last_is(word).or_else(|| self.spelt_out(word)).or_else(|| {
            if matches!(word, "authority" | "borough" | "county" | "city" | "unitary") {
                let plain = || self.roster.index.with_noun("council").iter().min().copied();
                last_is("council").or_else(plain)
            } else {
                None
            }
        })
    }

    /// The first body with a proper name that is the inspected one: whom "the force" or "the company" stands for.
    fn inspected_body(&self) -> Option<usize> {
        let (n_asked, known) = self.inspected.get();
        let found = known.or_else(|| {
            (n_asked..self.roster.entities.len()).find(|&id| {
                let entity = &self.roster.entities[id];
                entity.kind == EntityKind::Body
                    && entity.key.len() > 1
                    && entity.name.starts_with(char::is_uppercase)
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

    /// The side that words alone give, for a body.
    fn side_of<W: AsRef<str>>(&self, words: &[W]) -> Option<SideId> {
        let described = Described { words, is_person: false };
        Some(decide(described, &self.situation, &self.profile.side_rules).side)
    }
}

/// The head noun of a phrase: the last word before its first preposition.
fn head(line: &Line, phrase: Phrase) -> usize {
    let end = (phrase.from + 1..phrase.to)
        .find(|&place| line.is(place, Class::PREPOSITION) || line.lower(place) == "(")
        .unwrap_or(phrase.to);
    (phrase.from..end)
        .rev()
        .find(|&place| line.is_word(place) && line.lower(place) != "'s")
        .unwrap_or(phrase.from)
}

fn without_determiner(line: &Line, phrase: Phrase) -> (usize, usize) {
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

fn is_nobody(word: &str) -> bool {
    matches!(
        word,
        "nobody"
            | "no"
            | "none"
            | "anybody"
            | "anyone"
            | "everyone"
            | "everybody"
            | "what"
            | "there"
            | "nothing"
            | "who"
    )
}

/// A plural by its form; enough to tell "inspectors" from "an inspector".
fn is_plural(word: &str) -> bool {
    word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us")
        || matches!(word, "people" | "men" | "women" | "children" | "staff" | "spokespeople" | "police")
}

fn is_possessive(word: &str) -> bool {
    matches!(word, "his" | "her" | "their" | "its")
}
