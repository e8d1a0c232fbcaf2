//! Words in marks without a cue: who is named beside a colon or a dash, or whom the sentence is about.

use super::{Thread, Voice, starts_in, voice};
use crate::attribution::line::Line;
use crate::attribution::phrase::{after_dash, phrase_starting_at};
use crate::attribution::speech::{is_scare, is_term};
use crate::attribution::subject::main_subject;
use crate::english::Class;
use crate::{Confidence, Mode};

/// How many words in marks at the start of a sentence are a quotation, and no term.
const FEWEST_OF_A_QUOTATION: usize = 4;

/// How many tokens a name with role and party has before a colon.
const LONGEST_NAME: usize = 10;
/// How many words somebody says at least after a name and a colon.
const FEWEST_SPOKEN: usize = 3;

impl Thread<'_, '_> {
    /// "For Ellie, 15, the verdict was simple": who stands after an opening "for".
    pub(super) fn for_whom(&mut self, number: usize, line: &Line) -> Option<usize> {
        let subject = main_subject(line).filter(|_| line.lower(line.start()) == "for")?;
        self.resolve(number, subject)
    }

    /// "Cllr Osei: “We got this wrong.”"
    pub(super) fn colon(&mut self, number: usize, line: &Line) -> Option<Voice> {
        let colon = (1..line.len()).find(|&place| line.lower(place) == ":" && !line.is_quoted(place))?;
        if !line.is_quoted(colon + 1) {
            return self.name_and_colon(number, line, colon);
        }
        let subject = main_subject(line).filter(|phrase| phrase.to <= colon);
        let speaker = subject.and_then(|phrase| self.resolve(number, phrase));
        let report = || self.in_report(number).then(|| self.reporter()).flatten();
        let speaker = speaker.or_else(report)?;
        Some(voice(Some(speaker), Mode::Direct, "named before the colon", Confidence::Medium))
    }

    /// "Labour’s John Brown: This is the worst report yet.": a name alone before the colon, as in a live blog.
    fn name_and_colon(&mut self, number: usize, line: &Line, colon: usize) -> Option<Voice> {
        let subject = main_subject(line)
            .filter(|phrase| phrase.from == line.start() && phrase.described_to == colon)?;
        let short = colon - line.start() <= LONGEST_NAME && !line.has_verb(0, colon);
        let speaks = line.is_capital(colon + 1) && line.n_words(colon, line.len(), false) >= FEWEST_SPOKEN;
        let id = if short && speaks { self.resolve(number, subject)? } else { return None };
        self.is_person(id)
            .then(|| voice(Some(id), Mode::Indirect, "named before the colon", Confidence::Medium))
    }

    /// “We will put this right” – Ann Reed, council leader
    pub(super) fn dashed(&mut self, number: usize, line: &Line) -> Option<Voice> {
        let phrase = after_dash(line)?;
        let speaker = self.resolve(number, phrase)?;
        Some(voice(Some(speaker), Mode::Direct, "named after the dash", Confidence::High))
    }

    /// “I won’t defend it” – Ann Reed lays both hands on the table – “because I can’t.”
    pub(super) fn between_dashes(&mut self, number: usize, line: &Line) -> Option<Voice> {
        let open = (1..line.len()).find(|&place| line.is_dash(place) && !line.is_quoted(place))?;
        let close = (open + 2..line.len()).find(|&place| line.is_dash(place) && !line.is_quoted(place))?;
        let quoted_before = line.is_quoted(open - 1) && line.n_words(0, open, false) == 0;
        if !quoted_before || !line.is_quoted(close + 1) {
            return None;
        }
        let phrase = phrase_starting_at(line, open + 1)?;
        let speaker = self.resolve(number, phrase)?;
        Some(voice(
            Some(speaker),
            Mode::Direct,
            "named between the parts of the quotation",
            Confidence::Medium,
        ))
    }

    /// Fragments in marks with no cue, in a passage on the report.
    pub(super) fn fragments(&mut self, number: usize, line: &Line) -> Option<Voice> {
        let speech = line
            .stretches
            .iter()
            .map(|&id| &self.stretches[id])
            .filter(|stretch| !is_term(line, stretch) && !is_scare(line, stretch))
            .count();
        if speech == 0 {
            return None;
        }
        if let Some(speaker) = self.for_whom(number, line) {
            return Some(voice(
                Some(speaker),
                Mode::Mixed,
                "“for” + name, and words in marks",
                Confidence::Medium,
            ));
        }
        if let Some(person) = self.person_subject(number, line) {
            return Some(voice(
                Some(person),
                Mode::Mixed,
                "words in marks in a sentence on this person",
                Confidence::Low,
            ));
        }
        // A quotation is somebody's words, also where nobody is named.
        let first = line.stretches.first().map(|&id| self.stretches[id]);
        let opens = first.is_some_and(|stretch| starts_in(line, stretch))
            && line.n_words(0, line.len(), true) >= FEWEST_OF_A_QUOTATION
            && !self.ahead.is_tagged_later(number);
        // Nobody has spoken yet: the opening of the news hands over the words of the report.
        let opening = self.resolver.recent.speaker.is_none();
        if !opening && !self.in_report(number) {
            return opens.then(|| {
                voice(None, Mode::Direct, "a quotation of somebody who is not named", Confidence::Low)
            });
        }
        let speaker = self.reporter()?;
        Some(voice(Some(speaker), Mode::Mixed, "words in marks in a passage on the report", Confidence::Low))
    }

    /// The person, by name or pronoun, whom a sentence is about.
    fn person_subject(&mut self, number: usize, line: &Line) -> Option<usize> {
        let subject = main_subject(line)?;
        let pronoun = line.is(subject.from, Class::HE | Class::SHE);
        let named = (subject.from..subject.to)
            .any(|place| line.is_capital(place) && !line.is(place, Class::DETERMINER));
        let id = self.resolver.resolve(number, subject).filter(|_| pronoun || named)?;
        self.is_person(id).then_some(id)
    }
}
