//! The subject of a sentence: its first noun phrase that is not part of an opener such as "Asked about the report,".

use super::line::Line;
use super::phrase::{Phrase, after_adverbial, phrase_starting_at};
use crate::english::Class;

/// How many commas an opener may hold.
const MOST_COMMAS: usize = 6;
/// How many tokens after a sentence's first tell whether it opens with a time ("Hours later,").
const LONGEST_TIME: usize = 4;

/// The first noun phrase of the sentence that can be its subject, past an opener that ends with a comma.
pub(crate) fn main_subject(line: &Line) -> Option<Phrase> {
    *line.subject.get_or_init(|| first_subject(line))
}

fn first_subject(line: &Line) -> Option<Phrase> {
    let mut start = line.start();
    while line.is(start, Class::CONJUNCTION | Class::ADVERB)
        && !line.is(start, Class::DETERMINER | Class::PRONOUN)
        && !is_subordinating(line.lower(start))
    {
        start += 1;
        if line.is_comma(start) {
            start += 1;
        }
    }
    if line.lower(start) == "for" {
        start += 1;
    } else if line.is(start, Class::PREPOSITION) && !is_subordinating(line.lower(start)) {
        start = without_comma(line, start)
            .or_else(|| past_opener(line, start))
            .or_else(|| past_comma(line, start))?;
    } else if is_subordinating(line.lower(start))
        || opens_with_participle(line, start)
        || opens_with_time(line, start)
    {
        start = past_opener(line, start).unwrap_or(start);
    }
    if line.is_quoted(start) { None } else { phrase_starting_at(line, start) }
}

/// "As the vote was read out, the leader", "After she resigned, members".
fn is_subordinating(word: &str) -> bool {
    matches!(
        word,
        "as" | "after" | "although" | "because" | "before" | "if" | "once" | "since" | "though" | "unless"
    ) || matches!(word, "until" | "when" | "while" | "whilst")
}

/// "Asked about the report, Mrs Reed", "Speaking after the vote, he": a participle that stands for no name.
fn opens_with_participle(line: &Line, start: usize) -> bool {
    let word = line.lower(start);
    let participle = word.ends_with("ing") || line.is(start, Class::CUE) && word.ends_with("ed");
    participle && !line.is_capital(start + 1) && !line.is(start + 1, Class::SPEAKING | Class::AUXILIARY)
        || word == "asked"
}

/// "Hours later, the trust", "Two years ago, she", "Here in Kelder, leaders".
fn opens_with_time(line: &Line, start: usize) -> bool {
    matches!(line.lower(start), "here" | "there" | "last" | "earlier" | "later")
        || (start..start + LONGEST_TIME).any(|place| matches!(line.lower(place), "ago" | "later"))
}

/// The first place after a comma where a noun phrase with its verb begins.
fn past_opener(line: &Line, start: usize) -> Option<usize> {
    let commas = (start..line.len()).filter(|&place| line.is_comma(place) && !line.is_quoted(place));
    commas.map(|comma| comma + 1).take(MOST_COMMAS).find(|&place| begins_clause(line, place))
}

/// "On Wednesday the ombudsman weighed in": the subject after an adverbial that no comma ends.
fn without_comma(line: &Line, start: usize) -> Option<usize> {
    let stop = Class::AUXILIARY | Class::VERB | Class::CUE;
    let verb = (start + 1..line.len())
        .take_while(|&place| !line.is_comma(place) && !line.is_quoted(place))
        .find(|&place| line.is(place, stop) && !line.is_capital(place))?;
    let subject = after_adverbial(line, start, verb);
    (subject < verb).then_some(subject)
}

/// The place after the first comma.
fn past_comma(line: &Line, start: usize) -> Option<usize> {
    (start..line.len()).find(|&place| line.is_comma(place) && !line.is_quoted(place)).map(|comma| comma + 1)
}

/// Whether a noun phrase stands at `place` and its verb after it.
fn begins_clause(line: &Line, place: usize) -> bool {
    if line.is_quoted(place) || line.is(place, Class::PREPOSITION | Class::CONJUNCTION | Class::AUXILIARY) {
        return false;
    }
    phrase_starting_at(line, place).is_some_and(|phrase| {
        let verb = phrase.described_to.max(phrase.to);
        let verb = verb + usize::from(line.is_comma(verb)) + usize::from(line.is(verb, Class::ADVERB));
        line.is(verb, Class::VERB | Class::AUXILIARY | Class::CUE) || line.lower(verb).ends_with("ed")
    })
}
