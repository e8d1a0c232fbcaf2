//! Who is the source of a cue verb in the active voice: its subject, the words after it, or the source before.

use super::verb::written_before;
use super::{Claim, LONGEST_VERB_GROUP, Source};
use crate::attribution::line::Line;
use crate::attribution::phrase::{Phrase, main_subject, phrase_starting_at, subject_before};
use crate::english::Class;
use crate::english::cue::{CueClass, CueMatch, Cues, Form};

/// The source of a verb in the active voice.
pub(super) fn active_source(
    line: &Line,
    cues: &Cues,
    place: usize,
    cue_to: usize,
    cue: CueMatch<'_>,
    earlier: &[Claim],
) -> Option<Phrase> {
    if cue.form == Form::Gerund {
        return gerund_source(line, place, earlier);
    }
    if line.lower(place.wrapping_sub(1)) == "to"
        && let Some(written) = written_before(line, place)
    {
        return subject_before(line, written).filter(|phrase| is_speaker_like(line, *phrase));
    }
    if let Some(phrase) = inverted_source(line, place, cue_to, cue) {
        return Some(phrase);
    }
    let ambiguous = cues.is_ambiguous(line.lower(place));
    let subject = subject_before(line, place).filter(|phrase| is_speaker_like(line, *phrase));
    let series = earlier
        .last()
        .is_some_and(|claim| subject.is_some_and(|subject| is_series(line, claim, subject, place)));
    if let Some(phrase) = subject.filter(|_| !series) {
        return (!ambiguous || is_plain_speaker(line, phrase)).then_some(phrase);
    }
    let past_or_third = matches!(cue.form, Form::Past | Form::Third);
    if ambiguous || !past_or_third || !series && !is_coordinated(line, place) {
        return None;
    }
    let speaks = matches!(cue.classes[0], CueClass::Say | CueClass::Tell | CueClass::Ask | CueClass::Judge);
    last_source(earlier).or_else(|| {
        main_subject(line).filter(|phrase| speaks && phrase.to < place && is_speaker_like(line, *phrase))
    })
}

/// "…,” said Coun Ashdown", and at the end of a headline "…, say inspectors".
fn inverted_source(line: &Line, place: usize, cue_to: usize, cue: CueMatch<'_>) -> Option<Phrase> {
    let speaks =
        [CueClass::Say, CueClass::Utter, CueClass::Tell, CueClass::Ask].iter().any(|class| cue.is(*class));
    let phrase = phrase_starting_at(line, cue_to)?;
    let fits = is_speaker_like(line, phrase) || line.lower(phrase.from) == "the";
    let Some(before) = place.checked_sub(1) else {
        return (fits && cue.is(CueClass::Say) && line.lower(phrase.described_to) == ":").then_some(phrase);
    };
    let quote = line.is_quoted(before) || before > 0 && line.is_quoted(before - 1) && !line.is_word(before);
    (fits && speaks && (quote || closes_clause(line, place, phrase, cue))).then_some(phrase)
}

/// "…, say inspectors" at the end of a headline, "This, argued Cllr Brown, was …": a tag after a comma.
fn closes_clause(line: &Line, place: usize, phrase: Phrase, cue: CueMatch<'_>) -> bool {
    let after_comma = place > 1 && line.is_comma(place - 1) && cue.is(CueClass::Say);
    let clause = line.has_verb(0, place);
    let short = phrase.to - phrase.from <= 4;
    let ends = clause && short && phrase.to + 1 >= line.len();
    let inserted =
        line.is_capital(phrase.to - 1) && line.is_comma(phrase.described_to) && cue.form == Form::Past;
    after_comma && (ends || inserted)
}

/// "Regrets the tone, points out that …": the phrase before the verb is the object of the verb before.
fn is_series(line: &Line, earlier: &Claim, subject: Phrase, place: usize) -> bool {
    let comma = line.is_comma(place - 1) && subject.to + 1 == place;
    comma && earlier.cue.1 <= subject.from && line.is_all_words(earlier.cue.1, subject.from)
}

/// Whether "and", a comma or a quotation stands before the verb group.
fn is_coordinated(line: &Line, place: usize) -> bool {
    let mut before = place;
    let floor = place.saturating_sub(LONGEST_VERB_GROUP);
    while before > floor
        && (line.is(before - 1, Class::ADVERB | Class::AUXILIARY) || line.lower(before - 1).ends_with("ly"))
    {
        before -= 1;
    }
    before > 0 && (matches!(line.lower(before - 1), "and" | "but" | "," | "or") || line.is_quoted(before - 1))
}

/// The source of the claim before, when words name it.
fn last_source(earlier: &[Claim]) -> Option<Phrase> {
    match earlier.last()?.source {
        Source::Phrase(phrase) => Some(phrase),
        Source::Unnamed => None,
    }
}

/// "…, adding that", "warning that", "has written to tell": the source of the claim before, else the subject of the sentence.
fn gerund_source(line: &Line, place: usize, earlier: &[Claim]) -> Option<Phrase> {
    let before = place.checked_sub(1)?;
    let hangs = line.is_comma(before)
        || line.is_quoted(before)
        || line.is_dash(before)
        || matches!(line.lower(before), "and" | "but" | "while" | "before" | "after" | "by" | "then")
        || line.is(before, Class::ADVERB);
    if !hangs && !object_before(line, place) {
        return None;
    }
    last_source(earlier).or_else(|| main_subject(line).filter(|phrase| is_speaker_like(line, *phrase)))
}

/// "Has written to the secretary asking her": the participle follows the object of a letter.
fn object_before(line: &Line, place: usize) -> bool {
    line.lower(place) == "asking" && line.is_word(place - 1)
}

/// Whether a phrase can name a source at all.
fn is_speaker_like(line: &Line, phrase: Phrase) -> bool {
    let pronoun = phrase.to == phrase.from + 1 && line.is(phrase.from, Class::PRONOUN);
    let named = (phrase.from..phrase.to).any(|place| {
        line.is_capital(place)
            && (place != line.start() || !line.is(place, Class::DETERMINER | Class::PREPOSITION))
    });
    let noun = (phrase.from..phrase.to).any(|place| line.is(place, Class::SPEAKING));
    let number = (phrase.from..phrase.to).any(|place| line.lower(place).ends_with("year-old"));
    pronoun || named || noun || number
}

/// A speaker who cannot be mistaken: a pronoun, a name, or a determiner with a noun for people or bodies.
pub(super) fn is_plain_speaker(line: &Line, phrase: Phrase) -> bool {
    let last = phrase.to - 1;
    line.is(phrase.from, Class::PRONOUN)
        || line.is_capital(last)
        || line.is(last, Class::SPEAKING)
        || (phrase.from..phrase.to).any(|place| {
            line.is(place, Class::PERSON_NOUN) || line.is_capital(place) && place != line.start()
        })
}
