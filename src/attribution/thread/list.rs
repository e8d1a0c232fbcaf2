//! Lists: who speaks in the items that a line with a colon leads into.

use super::{Resolved, Thread, Voice, voice};
use crate::attribution::line::Line;
use crate::attribution::speech::is_term;
use crate::attribution::subject::main_subject;
use crate::english::Class;
use crate::speaker::EntityKind;
use crate::{Confidence, Mode};

impl Thread<'_, '_> {
    pub(super) fn is_item(&self, line: &Line) -> bool {
        let block = &self.blocks[line.block];
        let last = line.len().checked_sub(1).map_or("", |last| line.lower(last));
        block.list_item || !matches!(last, "." | "!" | "?") && line.n_words(0, line.len(), false) <= 30
    }

    pub(super) fn in_list(&self, line: &Line) -> Option<Voice> {
        let speaker = self.lead.filter(|_| self.is_item(line))?;
        let quotes = line.stretches.iter().any(|&id| !is_term(line, &self.stretches[id]));
        let mode = if quotes { Mode::Mixed } else { Mode::Indirect };
        Some(voice(Some(speaker), mode, "item of a list that was led into", Confidence::High))
    }

    /// Who speaks in the list that a sentence with a colon at its end leads into.
    pub(super) fn lead_of(&mut self, number: usize, line: &Line, claims: &[Resolved]) -> Option<usize> {
        if !line.ends_with_colon() {
            return None;
        }
        if let Some(claim) = claims.last() {
            return claim.speaker;
        }
        let subject = main_subject(line).and_then(|phrase| self.resolve(number, phrase));
        let tells = (0..line.len()).any(|place| {
            line.is(place, Class::DOCUMENT_NOUN)
                || matches!(
                    line.lower(place),
                    "judgements"
                        | "judgments"
                        | "grades"
                        | "ratings"
                        | "recommendations"
                        | "areas"
                        | "strengths"
                        | "weaknesses"
                        | "concerns"
                        | "points"
                )
        });
        let person = subject.filter(|&id| self.resolver.roster.entities[id].kind == EntityKind::Person);
        person.or(subject.filter(|_| !tells)).or_else(|| if tells { self.reporter() } else { None })
    }
}
