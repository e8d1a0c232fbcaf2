//! Claims: the places of a sentence that hand words, a finding or a view to a source.
//!
//! What it does: every cue verb outside quotation marks is read with its subject ("inspectors found"), its subject
//! after it ("…,” said Coun Ashdown"), its agent ("was praised by") or without one ("were found to be"); phrases
//! such as "according to" name a source too.
//! What it will not find: sources that are only implied, and reporting nouns ("his view that").

mod content;
mod passive;
mod phrase;
mod source;
mod verb;

use super::line::Line;
use super::phrase::Phrase;
use crate::english::Class;
use crate::english::cue::{CueClass, Cues};
use phrase::{according, adjective, noun};
use verb::verb;

/// Who is claimed to speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// These words.
    Phrase(Phrase),
    /// Nobody is named, as in "staff were praised": the report that the passage is on.
    Unnamed,
}

/// How the cue goes with its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Construction {
    /// "Inspectors found", "said Coun Ashdown".
    Active,
    /// "praised by inspectors".
    Agent,
    /// "were found to be".
    Agentless,
    /// "according to the report".
    According,
    /// "Cllr Osei: “…”", "The report lists four things:".
    Colon,
}

/// One source with its cue and content; ranges are of tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Claim {
    pub(crate) source: Source,
    pub(crate) cue: (usize, usize),
    pub(crate) class: CueClass,
    pub(crate) construction: Construction,
    pub(crate) content: Vec<(usize, usize)>,
    /// Whether the clause hangs on another ("since the council was rated …").
    pub(crate) subordinate: bool,
    /// Whether the cue is the verb of its clause, not a participle that describes a noun ("rated good by Ofsted").
    pub(crate) main: bool,
    /// Whether a clause with "that", a colon or a quotation follows the cue.
    pub(crate) reports: bool,
}

/// How many tokens a verb with its auxiliaries and adverbs may have: many more than any that is printed.
pub(super) const LONGEST_VERB_GROUP: usize = 200;

/// All claims of a sentence, in order, none inside the content of another.
pub(crate) fn claims(line: &Line, cues: &Cues) -> Vec<Claim> {
    let mut claims: Vec<Claim> = Vec::new();
    let mut place = 0;
    let opens = Class::CUE | Class::SOURCE_PHRASE | Class::STANCE | Class::PRAISE | Class::FEELING;
    while place < line.len() {
        if !line.is(place, opens) || line.is_quoted(place) && !opens_fragment(line, place) {
            place += 1;
            continue;
        }
        let found = according(line, cues, place)
            .or_else(|| noun(line, place))
            .or_else(|| adjective(line, place))
            .or_else(|| {
                let cue = if line.is(place, Class::CUE) { cues.at(&line.tokens, place) } else { None }?;
                verb(line, cues, place, cue, &claims)
            });
        match found {
            Some(claim) => {
                // What stands inside the name of a source is no cue: "according to a report published by".
                let named = match claim.source {
                    Source::Phrase(phrase) if claim.construction == Construction::According => phrase.to,
                    _ => 0,
                };
                place = claim.cue.1.max(place + 1).max(named);
                claims.push(claim);
            }
            None => place += 1,
        }
    }
    share_out(line, &mut claims);
    outermost(line, claims)
}

/// "Said the plan was late and added that it cost too much": what is said ends where the same source goes on to say more.
fn share_out(line: &Line, claims: &mut [Claim]) {
    for later in 1..claims.len() {
        let (source, cue) = (claims[later].source, claims[later].cue.0);
        let earlier = &mut claims[later - 1];
        let mut end = cue;
        while end > earlier.cue.1 && is_joint(line, end - 1) {
            end -= 1;
        }
        let coordinated = end < cue && earlier.source == source && matches!(source, Source::Phrase(_));
        if let Some(piece) =
            earlier.content.iter_mut().find(|piece| coordinated && piece.0 < end && cue < piece.1)
        {
            piece.1 = end;
        }
    }
}

/// What stands between two verbs of one subject: ", and then", ", before".
fn is_joint(line: &Line, place: usize) -> bool {
    !line.is_quoted(place)
        && (line.is_comma(place)
            || line.is(place, Class::ADVERB | Class::AUXILIARY)
            || matches!(line.lower(place), "and" | "but" | "before" | "while" | "then"))
}

/// The leader “welcomes the report”: the cue may be the first word in the marks.
fn opens_fragment(line: &Line, place: usize) -> bool {
    place > 1
        && !line.is_word(place - 1)
        && line.is_quoted(place - 1)
        && !line.is_quoted(place - 2)
        && !line.is_capital(place)
}

/// Drops claims that stand inside what another source is reported to say; "…, while the Greens demanded" is no part.
fn outermost(line: &Line, claims: Vec<Claim>) -> Vec<Claim> {
    let mut kept: Vec<Claim> = Vec::with_capacity(claims.len());
    for claim in claims {
        let from = match claim.source {
            Source::Phrase(phrase) => phrase.described_from.min(claim.cue.0),
            Source::Unnamed => claim.cue.0,
        };
        let inside = kept.last().is_some_and(|outer| {
            let same = outer.source == claim.source;
            let forward = outer
                .content
                .iter()
                .any(|&(start, end)| start <= from && claim.cue.0 < end && start >= outer.cue.1);
            let reporting = outer.reports && outer.class != CueClass::Judge
                || outer.construction == Construction::According;
            reporting && forward && !same && !starts_new_clause(line, from)
        });
        if !inside {
            kept.push(claim);
        }
    }
    kept
}

/// Whether a new main clause starts at `from`: after a semicolon, "while", or a comma with "but" or "and".
pub(super) fn starts_new_clause(line: &Line, from: usize) -> bool {
    let Some(before) = from.checked_sub(1) else {
        return true;
    };
    match line.lower(before) {
        ";" | "while" | "whereas" => true,
        "but" | "and" | "however" | "although" | "though" => {
            before > 0 && (line.is_comma(before - 1) || line.is_quoted(before - 1))
                || line.lower(before) == "but"
        }
        _ => false,
    }
}

/// Whether the clause of token `place` hangs on a conjunction of time or a relative pronoun.
fn is_subordinate(line: &Line, place: usize, class: CueClass) -> bool {
    (place.saturating_sub(12)..place)
        .rev()
        .take_while(|&back| line.is_word(back) && !line.is_quoted(back))
        .any(|back| match line.lower(back) {
            "since" | "after" | "when" | "before" | "until" | "once" | "if" | "unless" | "where" => true,
            "what" | "how" | "whether" | "because" => class == CueClass::Think,
            _ => false,
        })
}
