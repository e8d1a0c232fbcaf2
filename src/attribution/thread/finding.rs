//! Findings that go on without a cue: “Inspectors found delays. Records were brief.”

use super::{Thread, Voice, voice};
use crate::attribution::line::Line;
use crate::attribution::subject::main_subject;
use crate::english::Class;
use crate::{Confidence, Mode};

/// How many words "there was a young woman" has.
const LONGEST_MEETING: usize = 6;
/// How many sentences findings go on for after the one that names the report.
const LONGEST_RUN: usize = 5;

impl Thread<'_, '_> {
    /// A plain sentence in the past tense on nobody by name, soon after a finding of the report: the report's too.
    ///
    /// Not the background that a journalist puts in: that has names, years, days or the present tense.
    pub(super) fn finding_goes_on(&mut self, number: usize, line: &Line) -> Option<Voice> {
        let goes_on = self.in_report(number) && self.findings < LONGEST_RUN && tells_a_finding(line);
        if !goes_on {
            return None;
        }
        self.findings += 1;
        Some(voice(
            self.reporter(),
            Mode::Indirect,
            "goes on with the findings of the report",
            Confidence::Low,
        ))
    }
}

fn tells_a_finding(line: &Line) -> bool {
    let plain = |place: usize| {
        let named =
            line.is_capital(place) && place != line.start() && !line.acronym(place) && !is_place(line, place);
        let year = line.is_number(place) && line.lower(place).len() == 4;
        !line.is_quoted(place)
            && !named
            && !year
            && !line.is(place, Class::FIRST_PERSON | Class::HE | Class::SHE)
    };
    if line.len() == 0 || line.is_question() || !(0..line.len()).all(plain) {
        return false;
    }
    let apposition = main_subject(line).map_or(0, |subject| subject.described_to);
    // "There was a young woman by the window": the journalist tells whom they met.
    let meets = line.lower(line.start()) == "there"
        && (line.start()..line.len()).take(LONGEST_MEETING).any(|place| {
            matches!(line.lower(place), "a" | "an")
                && (place + 1..place + 4).any(|noun| line.is(noun, Class::PERSON_NOUN))
        });
    let own = (0..line.len()).any(|place| matches!(line.lower(place), "our" | "us"));
    if meets || own {
        return false;
    }
    let verb = (apposition..line.len()).find(|&place| line.is(place, Class::AUXILIARY | Class::FINDING_PAST));
    let past = verb.is_some_and(|verb| line.is(verb, Class::FINDING_PAST));
    let graded = (0..line.len())
        .any(|place| line.lower(place) == "requires" && line.lower(place + 1) == "improvement");
    (past || graded) && !is_on_the_process(line)
}

/// "In Calderwick", "for Parkinson’s disease": a name after a preposition that is nobody's, and no day or month.
fn is_place(line: &Line, place: usize) -> bool {
    let other = Class::GIVEN_NAME | Class::HONORIFIC | Class::PARTY | Class::SPEAKING | Class::PROPER_BODY;
    line.is(place.wrapping_sub(1), Class::PREPOSITION)
        && !line.is(place, other)
        && !line.is(place, Class::CALENDAR)
}

/// Sentences on the inspection, the report or what happened after it, and those that point back.
fn is_on_the_process(line: &Line) -> bool {
    let start = line.start();
    let points_back =
        matches!(line.lower(start), "this" | "that" | "these" | "those" | "and" | "but" | "then");
    if points_back && line.lower(start + 1) != "who" {
        return true;
    }
    let Some(subject) = main_subject(line) else {
        return true;
    };
    (subject.from..subject.to).any(|place| {
        line.is(place, Class::DOCUMENT_NOUN | Class::PROPER_BODY | Class::INSPECTORATE | Class::PROCESS)
    })
}
