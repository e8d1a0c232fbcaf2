//! Cue verbs in the passive voice, with the agent or without one: "was praised by", "were found to be".

use super::content::pieces;
use super::{Claim, Construction, LONGEST_VERB_GROUP, Source, is_subordinate};
use crate::attribution::line::Line;
use crate::attribution::phrase::phrase_starting_at;
use crate::english::Class;
use crate::english::cue::{CueClass, CueMatch};

/// The passive voice: `Some(None)` when it is one but names no source that counts.
pub(super) fn passive(line: &Line, place: usize, cue_to: usize, cue: CueMatch<'_>) -> Option<Option<Claim>> {
    let before = (place.saturating_sub(LONGEST_VERB_GROUP)..place).rev().find(|&back| {
        !(line.is(back, Class::ADVERB | Class::NEGATION) || line.lower(back).ends_with("ly"))
    })?;
    let is_passive =
        line.is(before, Class::PASSIVE) && !line.is_quoted(before) || line.lower(before) == "being";
    let agent_next = line.lower(cue_to) == "by";
    let judges = cue.is(CueClass::Find) || cue.is(CueClass::Judge);
    let next = line.lower(cue_to);
    let to_be = next == "to" && matches!(line.lower(cue_to + 1), "be" | "have");
    let told_to = next == "to"
        && (cue.is(CueClass::Tell)
            || matches!(line.lower(place), "urged" | "ordered" | "instructed" | "warned"));
    let reduced =
        !is_passive && (agent_next || told_to || judges && (to_be || matches!(next, "as" | "for" | "over")));
    if !is_passive && !reduced {
        return None;
    }
    if reduced && (subject_is_pronoun(line, place) || agent_next && line.is(cue_to + 1, Class::MEANS)) {
        return None;
    }
    let make = |source, construction, to| Claim {
        source,
        cue: (place, to),
        class: cue.classes[0],
        construction,
        content: pieces(&[(0, place), (to, line.len())]),
        subordinate: is_subordinate(line, place, cue.classes[0]),
        main: is_passive,
        reports: false,
    };
    let by =
        (cue_to..(cue_to + 14).min(line.len())).find(|&by| line.lower(by) == "by" && !line.is_quoted(by));
    let by = by.filter(|&by| {
        !(cue_to..by)
            .any(|place| matches!(line.lower(place), "," | ";" | "that" | "and" | "but" | "after" | "for"))
    });
    if let Some(phrase) = by.and_then(|by| phrase_starting_at(line, by + 1)) {
        return Some(Some(make(Source::Phrase(phrase), Construction::Agent, cue_to)));
    }
    let said_to = cue.is(CueClass::Say)
        && line.lower(place) == "said"
        && line.lower(cue_to) == "to"
        && matches!(line.lower(before), "was" | "were" | "is" | "are");
    // "He had been found a room", "no money was found".
    let given = line.lower(place) == "found" && matches!(next, "," | "." | "a" | "an" | "the" | "for" | "");
    let judged = judges && !cue.is(CueClass::Think) && !given;
    let impersonal = line.lower(before.wrapping_sub(1));
    let by_impersonal = matches!(impersonal, "there" | "to" | "be")
        || impersonal == "it" && matches!(next, "that" | "to" | "." | "," | "");
    if (said_to || judged && !line.is(place, Class::VAGUE_JUDGEMENT)) && !by_impersonal && !reduced
        || (reduced && !agent_next)
    {
        return Some(Some(make(Source::Unnamed, Construction::Agentless, cue_to)));
    }
    Some(None)
}

fn subject_is_pronoun(line: &Line, place: usize) -> bool {
    place > 0 && line.is(place - 1, Class::PRONOUN)
}
