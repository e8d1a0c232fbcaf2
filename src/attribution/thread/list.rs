//! Lists: who speaks in the items that a line with a colon leads into.

use super::{Resolved, Thread, Voice, voice};
use crate::attribution::line::Line;
use crate::attribution::speech::is_term;
use crate::attribution::subject::main_subject;
use crate::english::Class;
use crate::{Confidence, Mode};

impl Thread<'_, '_> {
    pub(super) fn is_item(&self, line: &Line) -> bool {
        let block = &self.blocks[line.block];
        let last = line.len().checked_sub(1).map_or("", |last| line.lower(last));
        block.list_item || !matches!(last, "." | "!" | "?") && line.n_words(0, line.len(), false) <= 30
    }

    pub(super) fn in_list(&self, line: &Line) -> Option<Voice> {
        let new_lead = line.ends_with_colon() && !self.blocks[line.block].list_item;
        let speaker = self.lead.filter(|_| self.is_item(line) && !new_lead)?;
        let quotes = line.stretches.iter().any(|&id| !is_term(line, &self.stretches[id]));
        let mode = if quotes { Mode::Mixed } else { Mode::Indirect };
        Some(voice(Some(speaker), mode, "item of a list that was led into", Confidence::Medium))
    }

    /// Who speaks in the list that a sentence with a colon at its end leads into.
    pub(super) fn lead_of(&mut self, number: usize, line: &Line, claims: &[Resolved]) -> Option<usize> {
        if !line.ends_with_colon() {
            return None;
        }
        if let Some(claim) = claims.last() {
            return claim.speaker;
        }
        if line.lower(line.start()) == "our" && self.sender.is_some() {
            return self.sender;
        }
        let subject = main_subject(line).and_then(|phrase| self.resolve(number, phrase));
        let tells = (0..line.len()).any(|place| line.is(place, Class::DOCUMENT_NOUN | Class::LISTED));
        let person = subject.filter(|&id| self.is_person(id));
        if person.is_none() && (orders(line) || self.is_vague(subject)) && self.is_on_report(number, line) {
            return self.reporter();
        }
        person.or(subject.filter(|_| !tells)).or_else(|| if tells { self.reporter() } else { None })
    }

    /// Whether a subject is nobody of whom the article tells a part ("Those who answered:").
    fn is_vague(&self, subject: Option<usize>) -> bool {
        let other = self.resolver.profile.other();
        subject.is_none_or(|id| {
            let entity = &self.resolver.roster.entities[id];
            !entity.name.starts_with(char::is_uppercase)
                && self.resolver.side_of(&entity.described) == Some(other)
        })
    }

    fn is_on_report(&self, number: usize, line: &Line) -> bool {
        let names = (0..line.len()).any(|place| line.is(place, Class::INSPECTORATE));
        names || self.resolver.is_inspecting(line) || self.in_report(number)
    }
}

/// "The council must now:", "The landlord was told to:": a list of what somebody else demands.
fn orders(line: &Line) -> bool {
    (0..line.len()).any(|place| {
        let told = line.is(place, Class::DEMAND);
        let that = line.lower(place) == "told"
            && line.lower(place + 1) == "that"
            && line.is(place.wrapping_sub(1), Class::PASSIVE);
        line.lower(place) == "must" || told && line.lower(place + 1) == "to" || that
    })
}
