//! Claims without a verb that reports: "according to", nouns such as "their line was", adjectives such as "proud that".

use super::content::{LONGEST_TAG, pieces, resumed};
use super::source::is_plain_speaker;
use super::{Claim, Construction, Source, is_subordinate};
use crate::attribution::line::Line;
use crate::attribution::phrase::{Phrase, phrase_ending_at, phrase_starting_at, subject_before};
use crate::english::Class;
use crate::english::cue::{CueClass, Cues};

/// "According to the report", "in her view".
pub(super) fn according(line: &Line, cues: &Cues, place: usize) -> Option<Claim> {
    if !line.is(place, Class::SOURCE_PHRASE) {
        return None;
    }
    let (phrase, cue_to) = cues.phrases.iter().find_map(|(before, after)| {
        let from = place + line.tokens.matches(place, before)?;
        if after.is_empty() {
            return Some((phrase_starting_at(line, from)?, from));
        }
        let close =
            (from + 1..(from + 7).min(line.len())).find(|&to| line.tokens.matches(to, after).is_some())?;
        let possessive = usize::from(line.lower(close - 1) == "'s");
        let to = close - possessive;
        // "In a judgement" is nobody's.
        let owned = possessive == 1 || matches!(line.lower(close - 1), "his" | "her" | "its" | "their");
        (to > from && owned).then_some((Phrase { from, to, described_from: from, described_to: to }, from))
    })?;
    let phrase = author(line, phrase).unwrap_or(phrase);
    let source_to = phrase.described_to.max(phrase.to);
    let mut after = source_to;
    while after < line.len()
        && (line.is_comma(after) || line.lower(after) == "view" || line.lower(after) == "'s")
    {
        after += 1;
    }
    let rest = if place > line.start() { resumed(line, place, source_to) } else { past_source(line, after) };
    Some(Claim {
        source: Source::Phrase(phrase),
        cue: (place, cue_to),
        class: CueClass::Say,
        construction: Construction::According,
        content: pieces(&[(0, place), (rest, line.len())]),
        subordinate: false,
        main: true,
        reports: true,
    })
}

/// How many words may stand between a document and who wrote it.
const LONGEST_ORIGIN: usize = 8;

/// "According to a report published on Monday by | the Audit Office": who wrote a document that is new to the reader.
fn author(line: &Line, document: Phrase) -> Option<Phrase> {
    let new = matches!(line.lower(document.from), "a" | "an" | "another")
        && line.is(document.to - 1, Class::DOCUMENT_NOUN);
    let by = (document.to..(document.to + LONGEST_ORIGIN).min(line.len()))
        .take_while(|&place| line.is_word(place) && !line.is_quoted(place))
        .find(|&place| line.lower(place) == "by")?;
    let author = phrase_starting_at(line, by + 1).filter(|_| new)?;
    Some(Phrase { described_from: document.from, ..author })
}

/// Where what is said begins after a source that opens the sentence: past the comma that closes it.
fn past_source(line: &Line, after: usize) -> usize {
    if after > 0 && line.is_comma(after - 1) {
        return after;
    }
    let mut tag = after..line.len().min(after + LONGEST_TAG);
    let comma = tag.find(|&place| line.is_comma(place) && !line.is_quoted(place));
    comma.filter(|&comma| !line.has_verb(after, comma)).map_or(after, |comma| comma + 1)
}

/// "The council’s line was that …", "there was praise for": reporting nouns.
pub(super) fn noun(line: &Line, place: usize) -> Option<Claim> {
    if line.is(place, Class::PRAISE) && is_existential(line, place) {
        return Some(Claim {
            source: Source::Unnamed,
            cue: (place, place + 1),
            class: CueClass::Judge,
            construction: Construction::Agentless,
            content: pieces(&[(0, place), (place + 1, line.len())]),
            subordinate: false,
            main: true,
            reports: false,
        });
    }
    if !line.is(place, Class::STANCE) || place < 2 {
        return None;
    }
    let be = (place + 1..(place + 12).min(line.len()))
        .find(|&be| matches!(line.lower(be), "was" | "is" | "were"))?;
    if line.lower(be + 1) != "that" && line.lower(be + 1) != ":" && !line.is_quoted(be + 1) {
        return None;
    }
    let owner = (0..place).rev().take(3).find(|&back| {
        line.lower(back) == "'s" || matches!(line.lower(back), "his" | "her" | "their" | "its")
    })?;
    let source = if line.lower(owner) == "'s" {
        phrase_ending_at(line, owner)?
    } else {
        Phrase { from: owner, to: owner + 1, described_from: owner, described_to: owner + 1 }
    };
    Some(Claim {
        source: Source::Phrase(source),
        cue: (place, be + 1),
        class: CueClass::Say,
        construction: Construction::Active,
        content: pieces(&[(be + 2, line.len())]),
        subordinate: false,
        main: true,
        reports: true,
    })
}

/// "The trust is proud that", "inspectors were struck by": what somebody holds, as an adjective.
pub(super) fn adjective(line: &Line, place: usize) -> Option<Claim> {
    if !line.is(place, Class::FEELING) {
        return None;
    }
    let be =
        (0..place).rev().find(|&back| !line.is(back, Class::ADVERB) && !line.lower(back).ends_with("ly"))?;
    let follows = matches!(
        line.lower(place + 1),
        "that" | "about" | "by" | "of" | "with" | "at" | "to" | "over" | "how"
    );
    if !follows || !line.is(be, Class::PASSIVE) || line.lower(be).starts_with("be") || line.is_quoted(be) {
        return None;
    }
    let source = subject_before(line, be).filter(|phrase| is_plain_speaker(line, *phrase))?;
    Some(Claim {
        source: Source::Phrase(source),
        cue: (place, place + 1),
        class: CueClass::Think,
        construction: Construction::Active,
        content: pieces(&[(place + 2, line.len())]),
        subordinate: is_subordinate(line, source.from, CueClass::Think),
        main: true,
        reports: line.lower(place + 1) == "that",
    })
}

/// "There is a paragraph of praise for", "came in for criticism": praise is a stance only where it is said to be there.
fn is_existential(line: &Line, place: usize) -> bool {
    let from = place.saturating_sub(7);
    (from..place).any(|back| line.lower(back) == "there" && line.is(back + 1, Class::AUXILIARY))
        || (from..place).any(|back| line.tokens.matches(back, "in for").is_some())
}
