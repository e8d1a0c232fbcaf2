//! Finds whom a source stands for: a name, a pronoun, a noun such as "the watchdog".

mod body;
mod document;
mod noun;
mod pronoun;

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use super::description::role_of_owner;
use super::name::{Name, person_name};
use super::roster::{EntityKind, Roster, run_end};
use crate::Profile;
use crate::attribution::{Line, Phrase, phrase_starting_at};
use crate::english::Class;
use crate::side::Situation;

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
    /// Who wrote the letter or statement that a sentence in the article's own voice tells of, with that sentence.
    pub(crate) letter: Option<(usize, usize)>,
    /// The last speaker of the inspectorate.
    pub(crate) inspector: Option<usize>,
    /// The person whom a cross-head named since the last speech.
    pub(crate) headed: Option<usize>,
    /// Somebody without a name who was met since the last person was: "a young woman by the window".
    pub(crate) stranger: Option<(usize, Phrase)>,
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

    /// Notes that `id` speaks in sentence `number`.
    pub(crate) fn speaks(&mut self, id: usize, number: usize) {
        self.recent.speaker = Some(id);
        self.recent.line = number;
        self.recent.headed = None;
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
        for noun in (1..line.len()).filter(|&place| line.is(place, Class::PERSON_NOUN)) {
            if line.lower(noun - 1) == "the"
                && !line.is_quoted(noun)
                && let Some(id) = self.described_exactly(&[line.lower(noun)])
            {
                self.roster.see(id, number);
            }
        }
        for &place in line.names() {
            for id in self.roster.index.with_surname(line.lower(place)).to_vec() {
                self.roster.see(id, number);
            }
        }
    }

    /// "A letter signed by the headteacher, Rupert Glaze": notes whose words "it says" in the next sentence are.
    pub(crate) fn notice_letter(&mut self, number: usize) {
        let line = &self.lines[number];
        let letter = (1..line.len()).find(|&place| {
            line.is(place, Class::DOCUMENT_NOUN)
                && !line.is_quoted(place)
                && matches!(line.lower(place - 1), "a" | "an" | "open" | "joint" | "short" | "long")
        });
        let Some(letter) = letter else { return };
        let by = (letter + 1..line.len().min(letter + LETTER_REACH))
            .take_while(|&place| line.is_word(place))
            .find(|&place| matches!(line.lower(place), "by" | "from"));
        let author = by.and_then(|by| phrase_starting_at(line, by + 1));
        if let Some(id) = author.and_then(|author| self.resolve(number, author)) {
            self.recent.letter = Some((number, id));
        }
    }

    /// Notes whom a cross-head is about, where it names one person.
    pub(crate) fn notice_title(&mut self, number: usize) {
        self.notice(number);
        let line = &self.lines[number];
        let mut named =
            line.names().iter().flat_map(|&place| self.roster.index.with_surname(line.lower(place)));
        self.recent.headed = named.next().copied().filter(|first| named.all(|id| id == first));
    }

    /// Whom the phrase in sentence `number` stands for; none when nobody fits or when it can be no source.
    pub(crate) fn resolve(&mut self, number: usize, phrase: Phrase) -> Option<usize> {
        let line = &self.lines[number];
        if phrase.to == phrase.from + 1
            && (line.is(phrase.from, Class::PRONOUN) || is_possessive(line.lower(phrase.from)))
        {
            let known = self.pronoun(number, phrase.from);
            return self.stranger(number, phrase.from, known).or(known);
        }
        if (phrase.from..phrase.to).any(|place| line.is(place, Class::FIRST_PERSON))
            || line.is(phrase.from, Class::NOBODY)
        {
            return None;
        }
        if let Some(id) = self.joint(number, phrase) {
            return Some(id);
        }
        if let Some(name) = self.person_in(line, phrase) {
            let id = self.roster.person(self.text, line, number, name);
            if !self.describe_by_group(id, number, phrase) {
                self.roster.describe(id, line, phrase.described_from, name.from);
            }
            self.roster.describe(id, line, name.to, phrase.described_to);
            return Some(id);
        }
        self.noun(number, phrase)
    }

    /// "Their leader", "its chief executive": describes somebody by the party or body that is the subject before.
    /// Returns whether that says all that the words before the name say.
    fn describe_by_group(&mut self, id: usize, number: usize, phrase: Phrase) -> bool {
        let line = &self.lines[number];
        let owned = (phrase.described_from..phrase.described_to).find(|&place| {
            matches!(line.lower(place), "their" | "its")
                && (place + 1..place + 4).any(|next| line.is(next, Class::PERSON_NOUN))
        });
        let Some(pronoun) = owned else {
            return false;
        };
        let before = self.recent.before.map(|before| &self.lines[before]);
        let words = role_of_owner(line, before, pronoun, phrase.described_to);
        let told = !words.is_empty() && pronoun == phrase.described_from;
        if !words.is_empty() {
            self.roster.add_description(id, &words);
        }
        let parties = &self.profile.side_rules.parties;
        let last = line.last_party(parties).or_else(|| before?.last_party(parties));
        if let Some(party) = last.filter(|_| !self.roster.entities[id].described.is_empty()) {
            let words = crate::side::words(parties.name(party));
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            self.roster.add_description(id, &words);
        }
        told
    }

    /// "She", of somebody without a name who was met after everybody whom the pronoun could stand for.
    fn stranger(&mut self, number: usize, place: usize, known: Option<usize>) -> Option<usize> {
        let line = &self.lines[number];
        let (met, phrase) = self.recent.stranger?;
        let masculine = line.is(place, Class::HE) || line.lower(place) == "his";
        let feminine = line.is(place, Class::SHE) || line.lower(place) == "her";
        if !masculine && !feminine || met + STRANGER_REACH < number {
            return None;
        }
        let noun = &self.lines[met];
        let class = noun.class(phrase.to - 1);
        let told = class.is(Class::MASCULINE | Class::FEMININE);
        let fits = !told || class.is(if masculine { Class::MASCULINE } else { Class::FEMININE });
        let older = known.is_none_or(|id| self.roster.entities[id].last_seen <= met);
        if !fits || !older {
            return None;
        }
        self.body(met, phrase, phrase.to - 1)
    }

    /// Notes somebody without a name in a sentence of the article's own voice.
    pub(crate) fn meet(&mut self, number: usize) {
        let line = &self.lines[number];
        let pronoun = (0..line.len()).any(|place| line.is(place, Class::HE | Class::SHE));
        let named =
            line.names().iter().any(|&place| !self.roster.index.with_surname(line.lower(place)).is_empty());
        if pronoun || named {
            return;
        }
        let met = (0..line.len()).find_map(|from| {
            let article = matches!(line.lower(from), "a" | "an" | "another")
                && !line.is_quoted(from)
                && !line.is_comma(from.wrapping_sub(1));
            let noun = (from + 1..from + 4)
                .take(usize::from(article) * 3)
                .find(|&place| !line.is_word(place) || line.is(place, Class::PERSON_NOUN))?;
            let alone = line.is(noun, Class::PERSON_NOUN)
                && !line.is_capital(noun)
                && !line.is(noun + 1, Class::SPEAKING)
                && !noun::is_plural(line, noun);
            alone.then_some(Phrase { from, to: noun + 1, described_from: from, described_to: noun + 1 })
        });
        if let Some(phrase) = met {
            self.recent.stranger = Some((number, phrase));
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
            let role = line.is(head, Class::PERSON_NOUN | Class::PARTY) && line.is_comma(phrase.to);
            let named = role && line.is_capital(phrase.to + 1) && !line.is_quoted(phrase.to + 1);
            let end = if named { run_end(line, phrase.to + 1) } else { phrase.described_to };
            person_name(line, phrase.to, end).filter(|name| role && name.from <= phrase.to + 3)
        };
        let bracket = (phrase.from..phrase.to).find(|&place| line.lower(place) == "(");
        let name = person_name(line, phrase.from, bracket.unwrap_or(phrase.to))
            .or_else(|| self.surname(line, phrase))
            .or_else(after_role)
            .or_else(|| self.before_apposition(line, phrase))
            .or_else(|| after_relative(line, phrase, head))?;
        let inside = name.from < phrase.to;
        let title = (head + 1..name.from).rev().take_while(|&place| line.is(place, Class::HONORIFIC)).count();
        let after_preposition = inside
            && name.from > head + title
            && line.is(head, Class::SPEAKING)
            && line.is(name.from - title - 1, Class::PREPOSITION | Class::DETERMINER);
        let possessive =
            inside && line.lower(name.to) == "'s" && line.is(head, Class::PERSON_NOUN | Class::BODY_NOUN);
        let doubtful = !name.certain && self.roster.find_person(line, name).is_none();
        let definite = line.is(name.from.wrapping_sub(1), Class::DETERMINER);
        let short = name.to - name.from == 1 && !line.is(name.from, Class::GIVEN_NAME);
        (!after_preposition && !possessive && !(doubtful && (definite || short))).then_some(name)
    }

    /// "Ian Hill, the chief fire officer, who told": the name before a role that stands in apposition.
    fn before_apposition(&self, line: &Line, phrase: Phrase) -> Option<Name> {
        let comma =
            phrase.from.checked_sub(1).filter(|&comma| line.is_comma(comma) && !line.is_quoted(comma))?;
        let role = line.is(phrase.from, Class::DETERMINER);
        let from =
            (comma.saturating_sub(4)..comma).rev().take_while(|&place| line.is_capital(place)).last()?;
        let name = person_name(line, from, comma).filter(|name| role && name.to == comma)?;
        (name.certain || self.roster.find_person(line, name).is_some()).then_some(name)
    }

    /// A surname alone, of somebody whom the article has named: "Fenn admitted".
    fn surname(&self, line: &Line, phrase: Phrase) -> Option<Name> {
        let place = phrase.to - 1;
        let name = Name { from: place, to: phrase.to, gender: Class::default(), certain: true };
        let alone = phrase.from == place || line.is(place - 1, Class::HONORIFIC | Class::PERSON_NOUN);
        (alone && line.is_capital(place) && self.roster.find_person(line, name).is_some()).then_some(name)
    }
}

/// How many tokens a relative clause between a role and a name has.
const LONGEST_RELATIVE: usize = 8;
/// How many words after "a letter" its author may stand.
const LETTER_REACH: usize = 8;
/// How far back a pronoun looks for somebody without a name, in sentences.
const STRANGER_REACH: usize = 3;

/// "Said the woman who called it, Carly Stannard": the name after a relative clause.
fn after_relative(line: &Line, phrase: Phrase, head: usize) -> Option<Name> {
    if !line.is(head, Class::PERSON_NOUN) || line.lower(phrase.to) != "who" {
        return None;
    }
    let comma =
        (phrase.to..line.len().min(phrase.to + LONGEST_RELATIVE)).find(|&place| line.is_comma(place))?;
    let named = line.is_capital(comma + 1) && !line.is_quoted(comma + 1);
    let end = if named { run_end(line, comma + 1) } else { return None };
    person_name(line, comma + 1, end)
        .filter(|name| name.to == end && (end >= line.len() || !line.is_word(end)))
}

/// The head noun of a phrase: the last word before its first preposition.
fn head(line: &Line, phrase: Phrase) -> usize {
    let end = (phrase.from + 1..phrase.to)
        .find(|&place| {
            let participle = line.lower(place).ends_with("ing") && line.is(place - 1, Class::SPEAKING);
            line.is(place, Class::PREPOSITION) || line.lower(place) == "(" || participle
        })
        .unwrap_or(phrase.to);
    (phrase.from..end)
        .rev()
        .find(|&place| line.is_word(place) && line.lower(place) != "'s")
        .unwrap_or(phrase.from)
}

fn is_possessive(word: &str) -> bool {
    matches!(word, "his" | "her" | "their" | "its")
}
