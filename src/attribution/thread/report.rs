//! The report as a speaker: whose finding a sentence without a name is, and how long a passage on the report goes on.

use super::{Source, Thread};
use crate::attribution::claim::Claim;
use crate::attribution::line::Line;
use crate::english::Class;
use crate::english::cue::CueClass;
use crate::speaker::EntityKind;

/// How long a passage on the report goes on without being named again, in sentences.
const REPORT_REACH: usize = 4;

impl Thread<'_, '_> {
    /// Whose judgement a passive without an agent is: the inspectorate's.
    pub(super) fn reporter(&self) -> Option<usize> {
        let recent = self.resolver.recent.speaker.filter(|&id| self.resolver.is_inspector(id));
        recent
            .filter(|&id| self.resolver.roster.entities[id].kind == EntityKind::Body)
            .or(self.resolver.roster.inspectorate)
            .or(self.resolver.recent.inspector)
    }

    /// Whether the report was quoted or named as speaker a few sentences ago, and nobody else since.
    pub(super) fn in_report(&self, number: usize) -> bool {
        self.report.is_some_and(|last| last + REPORT_REACH >= number)
    }

    /// "It found": the report that was named a few sentences ago, not the trust that the sentence before is about.
    pub(super) fn finder(&self, number: usize, line: &Line, claim: &Claim) -> Option<usize> {
        let Source::Phrase(phrase) = claim.source else {
            return None;
        };
        let spoke = self
            .resolver
            .recent
            .inspector
            .filter(|&id| self.resolver.roster.entities[id].kind == EntityKind::Body);
        let id = spoke.or_else(|| self.resolver.recent_inspector()).or(self.resolver.roster.inspectorate)?;
        let seen = self.resolver.roster.entities[id].last_seen;
        let finds = claim.class == CueClass::Find && line.is(phrase.from, Class::IT);
        (finds && seen > 0 && seen + REPORT_REACH > number).then_some(id)
    }
}

/// "29% of staff said", "one man in three says", "half of those asked reported": figures of a survey, not somebody's words.
pub(super) fn is_counted(line: &Line, claim: &Claim) -> bool {
    let Source::Phrase(phrase) = claim.source else {
        return false;
    };
    let quotes = claim.content.iter().any(|&(from, to)| line.n_words(from, to, true) > 0);
    let share = (phrase.from..phrase.to).any(|place| {
        let next = line.lower(place + 1);
        line.is(place, Class::SHARE)
            || line.is_number(place) && matches!(next, "in" | "%" | "per")
            || line.is(place, Class::QUANTITY) && next == "in"
    });
    let surveyed = matches!(line.lower(phrase.from), "those" | "respondents");
    let bare = surveyed || phrase.to == phrase.from + 1 && line.is(phrase.from, Class::QUANTITY);
    share && !quotes || bare
}
