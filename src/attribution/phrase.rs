//! Noun phrases beside a cue: the words that name who speaks, with the words that describe them.
//!
//! No parser: a phrase is read from the cue outwards over names, nouns, "of" and "for", past appositions between
//! commas, dashes and brackets, until something that cannot belong to it.

use super::apposition::{
    apposed_name, apposition_after, role_after_quotation, role_before_comma, skip_appositions,
};
use super::claim::LONGEST_VERB_GROUP;
use super::line::Line;
use crate::english::Class;

/// The words that name a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// First token of the name or noun phrase.
    pub(crate) from: usize,
    /// One past its last token.
    pub(crate) to: usize,
    /// First token of the words that describe it, apposition before it included.
    pub(crate) described_from: usize,
    /// One past the last token of the words that describe it, apposition after it included.
    pub(crate) described_to: usize,
}

impl Phrase {
    const fn plain(from: usize, to: usize) -> Self {
        Self { from, to, described_from: from, described_to: to }
    }
}

/// How many words tell what a role is for: "for children, young people and skills".
const LONGEST_COMPLEMENT: usize = 6;
/// How many tokens a noun phrase may have.
const LONGEST_PHRASE: usize = 18;

/// The subject that ends just before the verb group that ends at `verb`.
pub(crate) fn subject_before(line: &Line, verb: usize) -> Option<Phrase> {
    let end = verb_group_start(line, verb);
    if end == 0 {
        return None;
    }
    // "Reads the letter and says": what stands before "and" is an object of the verb before.
    if matches!(line.lower(end - 1), "and" | "but" | "or") {
        return None;
    }
    if matches!(line.lower(end - 1), "who" | "which" | "that") && !line.is_quoted(end - 1) {
        // "families who said": the relative pronoun stands for the phrase before it.
        let before = if end >= 2 && line.is_comma(end - 2) { end - 2 } else { end - 1 };
        return phrase_ending_at(line, before);
    }
    let (core_end, described_to) = skip_appositions(line, end);
    let phrase = phrase_ending_at(line, core_end)?;
    let described_from = role_before_comma(line, phrase.from)
        .or_else(|| role_after_quotation(line, phrase.from))
        .unwrap_or(phrase.from);
    Some(Phrase { described_from, described_to, ..phrase })
}

/// The first token of the verb group: auxiliaries, adverbs and "not" before the verb.
fn verb_group_start(line: &Line, verb: usize) -> usize {
    let mut start = verb;
    let floor = verb.saturating_sub(LONGEST_VERB_GROUP);
    while start > floor && !line.is_quoted(start - 1) {
        let before = start - 1;
        let adverb = line.is(before, Class::ADVERB)
            || (line.lower(before).ends_with("ly") && !line.is_capital(before));
        if adverb
            || line.is(before, Class::AUXILIARY)
            || matches!(line.lower(before), "to" | "expected" | "set" | "due")
        {
            start = before;
        } else if let Some(time) = time_before(line, start) {
            start = time;
        } else if line.is_comma(before) && start >= 2 && is_adverb_between_commas(line, before) {
            start = before - 2;
        } else {
            break;
        }
    }
    start
}

/// "The leader on Monday said", "the trust later Tuesday said": where a day before the verb begins.
fn time_before(line: &Line, end: usize) -> Option<usize> {
    let word = line.lower(end - 1);
    let weekday = word.ends_with("day") && line.is_capital(end - 1);
    let period = line.is(end - 1, Class::TIME) || matches!(word, "afternoon" | "evening");
    let from = end.checked_sub(2)?;
    let dated = matches!(line.lower(from), "on" | "last" | "this" | "late" | "early");
    let later = weekday && line.is(from, Class::ADVERB);
    if (weekday || period) && dated && from > 0 { Some(from) } else { later.then_some(end - 1) }
}

/// ", however," and ", too," do not separate a subject from its verb.
fn is_adverb_between_commas(line: &Line, comma: usize) -> bool {
    comma >= 3 && line.is_comma(comma - 2) && line.is(comma - 1, Class::ADVERB)
}

/// An honorific or given name begins the name of a person.
pub(super) fn is_name_start(line: &Line, place: usize) -> bool {
    line.is_capital(place)
        && (line.is(place, Class::GIVEN_NAME)
            || (line.is(place, Class::HONORIFIC) && line.is_capital(place + 1)))
}

/// The noun phrase that ends just before token `end`.
pub(crate) fn phrase_ending_at(line: &Line, end: usize) -> Option<Phrase> {
    let mut from = end;
    let floor = end.saturating_sub(LONGEST_PHRASE);
    while from > floor && continues_left(line, from, end) {
        from -= 1;
    }
    let from = trim_left(line, from, end);
    (from < end).then(|| Phrase::plain(from, end))
}

/// Whether the token before `from` belongs to the phrase `from..end`.
fn continues_left(line: &Line, from: usize, end: usize) -> bool {
    let before = from - 1;
    if line.is_quoted(before) {
        return false;
    }
    if from < end && line.is(from, Class::PRONOUN | Class::FIRST_PERSON) {
        return false;
    }
    if from == end && line.is(before, Class::PRONOUN | Class::FIRST_PERSON) {
        return true;
    }
    if !line.is_word(before) {
        return match line.lower(before) {
            ")" | "(" | "&" => from < end,
            "’" | "'" => true,
            "," => is_bracketed_party(line, before, end),
            _ => false,
        };
    }
    if line.is_capital(before) && !line.is(before, Class::CONJUNCTION | Class::AUXILIARY | Class::ADVERB) {
        return !starts_a_name(line, from) || is_part_of_name(line, before, from);
    }
    if line.lower(before) == "and" {
        return joins_names(line, before);
    }
    let stops = Class::AUXILIARY
        | Class::VERB
        | Class::CONJUNCTION
        | Class::ADVERB
        | Class::PRONOUN
        | Class::FIRST_PERSON;
    if line.is(before, stops) && !line.is(before, Class::DETERMINER) && line.lower(before) != "'s" {
        return false;
    }
    if starts_a_name(line, from) && !is_role_word(line, before) && !ends_role(line, before) {
        return false;
    }
    if line.is(from, Class::DETERMINER) && from < end {
        return line.is(before, Class::PREPOSITION) && attaches(line, before) || is_quantity(line, before);
    }
    true
}

/// "(Ind, Quayside)": a comma inside brackets that belong to the phrase.
fn is_bracketed_party(line: &Line, comma: usize, end: usize) -> bool {
    let open = (comma.saturating_sub(6)..comma).rev().find(|&place| line.lower(place) == "(");
    let close = (comma..end).find(|&place| line.lower(place) == ")");
    open.is_some() && close.is_some()
}

/// Whether a person's name begins at `from`, so that what stands before it must be a role or a title.
fn starts_a_name(line: &Line, from: usize) -> bool {
    is_name_start(line, from)
}

/// Names run on: "Sarah" before "Fenn", a title before a name, a party before a name.
fn is_part_of_name(line: &Line, before: usize, from: usize) -> bool {
    line.is(before, Class::HONORIFIC | Class::PERSON_NOUN | Class::BODY_NOUN | Class::GIVEN_NAME)
        || !line.is(from, Class::HONORIFIC)
}

/// Words that stand before a name as a role: "cabinet member", "children’s services", "Labour’s", "carer".
fn is_role_word(line: &Line, place: usize) -> bool {
    line.is(place, Class::PERSON_NOUN | Class::BODY_NOUN | Class::HONORIFIC | Class::BEFORE_NAME)
        || line.lower(place) == "'s"
}

/// "Cabinet member for homes and regeneration | Cllr Jo Lindley": what a role is for, in lower case.
fn ends_role(line: &Line, last: usize) -> bool {
    let plain = |place: &usize| {
        line.is_word(*place) && !line.is_capital(*place) && !line.is(*place, Class::VERB | Class::AUXILIARY)
    };
    let words = (last.saturating_sub(LONGEST_COMPLEMENT)..=last).rev().take_while(plain);
    words
        .into_iter()
        .any(|place| line.lower(place) == "for" && place > 0 && line.is(place - 1, Class::PERSON_NOUN))
}

/// "of" and "for" attach to the noun before them; at the start of a clause a preposition begins an adverbial.
fn attaches(line: &Line, preposition: usize) -> bool {
    matches!(line.lower(preposition), "of" | "for" | "at" | "from" | "in" | "on" | "to" | "with")
        && preposition > 0
        && line.is_word(preposition - 1)
        && !line.is(preposition - 1, Class::AUXILIARY | Class::VERB | Class::CONJUNCTION | Class::PREPOSITION)
}

fn is_quantity(line: &Line, place: usize) -> bool {
    matches!(line.lower(place), "all" | "both" | "of" | "half")
}

/// "and" between two who speak together.
fn joins_names(line: &Line, and: usize) -> bool {
    let before = and.wrapping_sub(1);
    line.is_capital(before) || line.is(before, Class::PERSON_NOUN | Class::BODY_NOUN | Class::FIELD)
}

/// Takes off what cannot begin a phrase; an adverbial before the subject goes too ("At the meeting | Cllr Smith").
fn trim_left(line: &Line, from: usize, end: usize) -> usize {
    let mut start = from;
    while start < end {
        let drop = !line.is_word(start)
            || (line.is(start, Class::CONJUNCTION | Class::ADVERB | Class::AUXILIARY)
                && !line.is(start, Class::DETERMINER | Class::PRONOUN))
            || matches!(line.lower(start), "'s" | "and" | "as" | "that")
            || is_loose_participle(line, start);
        // "Last month | inspectors", "This week the council".
        let time = matches!(line.lower(start), "last" | "this" | "next" | "earlier" | "late")
            && (line.is(start + 1, Class::TIME | Class::SEASON) || line.lower(start + 1).ends_with("day"))
            && start + 2 < end;
        if time {
            start += 2;
        } else if line.is(start, Class::PREPOSITION) && !line.is(start, Class::DETERMINER) {
            start = after_adverbial(line, start, end);
        } else if drop {
            start += 1;
        } else {
            break;
        }
    }
    start
}

/// "Is quoted in | the report, which": a participle that belongs to the verb before.
fn is_loose_participle(line: &Line, place: usize) -> bool {
    line.lower(place).ends_with("ed") && !line.is_capital(place) && line.is(place + 1, Class::PREPOSITION)
}

/// The start of the subject after "At the meeting" or "In their report": the next name or determiner after the
/// noun that the preposition takes; the last word alone when nothing marks the bound.
pub(super) fn after_adverbial(line: &Line, preposition: usize, end: usize) -> usize {
    let mut place = preposition + 1;
    if line.is(place, Class::DETERMINER) {
        place += 1;
    }
    place += 1;
    while place < end {
        let begins = line.is(place, Class::DETERMINER | Class::PRONOUN)
            || is_name_start(line, place)
            || (line.is_capital(place)
                && !line.is_capital(place - 1)
                && !line.is(place - 1, Class::PREPOSITION));
        if begins && !line.is(place - 1, Class::PREPOSITION) {
            return place;
        }
        place += 1;
    }
    if line.is(end - 1, Class::SPEAKING) && end > preposition + 2 { end - 1 } else { end }
}

/// The phrase that begins at `from`, as after "said" or "by" or "according to".
pub(crate) fn phrase_starting_at(line: &Line, from: usize) -> Option<Phrase> {
    let mut start = from;
    while start - from < LONGEST_VERB_GROUP
        && line.is(start, Class::ADVERB)
        && !line.is(start, Class::DETERMINER)
    {
        start += 1;
    }
    let mut to = start;
    while to < line.len() && to - start < LONGEST_PHRASE && continues_right(line, start, to) {
        to += 1;
    }
    while to > start
        && (!line.is_word(to - 1) && line.lower(to - 1) != ")"
            || line.is(to - 1, Class::PREPOSITION | Class::CONJUNCTION))
    {
        to -= 1;
    }
    if to == start {
        return None;
    }
    if let Some((from, to)) = apposed_name(line, start, to) {
        return Some(Phrase { from, to, described_from: start, described_to: apposition_after(line, to) });
    }
    Some(Phrase { from: start, to, described_from: start, described_to: apposition_after(line, to) })
}

/// “We will put this right” – Ann Reed, council leader: the name after a quotation and a dash.
pub(super) fn after_dash(line: &Line) -> Option<Phrase> {
    let dash = (1..line.len()).find(|&place| line.is_dash(place) && !line.is_quoted(place))?;
    let plain = !(dash..line.len())
        .any(|place| line.is(place, Class::VERB | Class::AUXILIARY) || line.is_quoted(place));
    let quoted = line.is_quoted(dash - 1) && line.n_words(0, dash, false) == 0;
    if quoted && plain { phrase_starting_at(line, dash + 1) } else { None }
}

fn continues_right(line: &Line, start: usize, to: usize) -> bool {
    if line.is_quoted(to) {
        return false;
    }
    if to > start && line.is(start, Class::PRONOUN) {
        return false;
    }
    if !line.is_word(to) {
        return match line.lower(to) {
            "(" => to > start && line.is_capital(to - 1),
            ")" => (start..to).any(|place| line.lower(place) == "("),
            "," => {
                is_bracketed_party(line, to, (to + 6).min(line.len()))
                    && (start..to).any(|p| line.lower(p) == "(")
            }
            "’" | "'" => true,
            _ => false,
        };
    }
    if line.lower(to) == "and" {
        return to > start
            && joins_names(line, to)
            && (line.is_capital(to + 1) || line.is(to + 1, Class::DETERMINER));
    }
    // "Ofsted lifts": the name of a body is followed by what it does, unless a noun for people follows.
    if to > start
        && line.is(to - 1, Class::PROPER_BODY)
        && !line.is(to, Class::SPEAKING)
        && !line.is_capital(to)
        && line.lower(to) != "'s"
    {
        return false;
    }
    // "Fenn bristled", "the leader convened": a past form after the name or noun that can speak is its verb.
    let can_speak = to > start && (line.is_capital(to - 1) || line.is(to - 1, Class::SPEAKING));
    if can_speak && line.lower(to).ends_with("ed") && !line.is_capital(to) {
        return false;
    }
    let named = (start..to).any(|place| is_name_start(line, place));
    if line.is(to, Class::PREPOSITION) {
        let attaches = matches!(line.lower(to), "of" | "for" | "at" | "from");
        return attaches && to > start && !named && !line.is_number(to + 1);
    }
    let stops = Class::AUXILIARY | Class::VERB | Class::CONJUNCTION | Class::ADVERB | Class::PRONOUN;
    if to > start
        && line.is(to, stops)
        && !line.is(to, Class::DETERMINER)
        && !line.is_capital(to)
        && line.lower(to) != "'s"
    {
        return false;
    }
    // A name does not go on in lower case: "said Coun Ashdown last night".
    !(named && !line.is_capital(to) && line.lower(to) != "'s" && to > start && line.is_capital(to - 1))
        || line.is(to, Class::PARTICLE | Class::RARE_PARTICLE)
}
