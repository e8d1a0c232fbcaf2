//! Who is the source of a cue verb in the active voice: its subject, the words after it, or the source before.

use super::verb::written_before;
use super::{Claim, LONGEST_VERB_GROUP, Source};
use crate::attribution::line::Line;
use crate::attribution::phrase::{Phrase, phrase_starting_at, subject_before};
use crate::attribution::subject::main_subject;
use crate::english::Class;
use crate::english::cue::{CueClass, CueMatch, Cues, Form};

/// How many claims back the one is looked for that reports the last.
const MOST_NESTED: usize = 8;

/// How many words may hang on a subject before its verb.
const LONGEST_ATTACHMENT: usize = 24;

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
        return gerund_source(line, place, cue, earlier);
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
    let speaks = cue.is(CueClass::Say) || cue.is(CueClass::Utter) || cue.is(CueClass::Ask);
    let plain = !ambiguous && matches!(cue.classes[0], CueClass::Say | CueClass::Tell);
    let near = subject_before(line, place).map(|near| agreeing(line, cue.form, near));
    let long =
        long_subject(line, place).filter(|long| plain && near.is_none_or(|near| near.from > long.from));
    let subject = long.or(near).filter(|phrase| {
        is_speaker_like(line, *phrase)
            || speaks && follows_quotation(line, phrase.described_from)
            || plain && is_whole_subject(line, *phrase)
    });
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
    last_source(earlier, cue).or_else(|| {
        main_subject(line).filter(|phrase| speaks && phrase.to < place && is_speaker_like(line, *phrase))
    })
}

/// "…,” said Coun Ashdown", and at the end of a headline "…, say inspectors".
fn inverted_source(line: &Line, place: usize, cue_to: usize, cue: CueMatch<'_>) -> Option<Phrase> {
    let speaks =
        [CueClass::Say, CueClass::Utter, CueClass::Tell, CueClass::Ask].iter().any(|class| cue.is(*class));
    let phrase = phrase_starting_at(line, cue_to)?;
    let fits = is_speaker_like(line, phrase) || line.lower(phrase.from) == "the";
    if place == 0 {
        return (fits && cue.is(CueClass::Say) && line.lower(phrase.described_to) == ":").then_some(phrase);
    }
    let quote = follows_quotation(line, place);
    // "…,” read one": beside its quotation a cue makes anything a speaker.
    let finds = cue.is(CueClass::Find) && cue.form == Form::Third;
    ((speaks && quote) || (speaks || finds) && fits && closes_clause(line, place, phrase, cue))
        .then_some(phrase)
}

/// "The owner of a home that takes in residents says": a plural does not go with "says", the subject of the sentence does.
fn agreeing(line: &Line, form: Form, near: Phrase) -> Phrase {
    let is_plural = |phrase: Phrase| {
        let last = line.lower(phrase.to - 1);
        last.ends_with('s')
            && !last.ends_with("ss")
            && line.is(phrase.to - 1, Class::PERSON_NOUN)
            && phrase.to == near.to
    };
    let main = main_subject(line).filter(|main| {
        main.to < near.from
            && line.is(main.from, Class::DETERMINER)
            && is_plain_speaker(line, *main)
            && !is_plural(*main)
    });
    // "The woman who runs the home said", but not "the report that the council said was late".
    let relative = main.is_some_and(|main| {
        matches!(line.lower(main.to), "who" | "that" | "which")
            && near.from > main.to + 1
            && line.is_all_words(main.to, near.from)
            && !line.is(near.from, Class::PRONOUN)
    });
    main.filter(|_| relative || form == Form::Third && is_plural(near)).unwrap_or(near)
}

/// "Half said", "others say": with a verb of saying, a number of people that begins a clause.
fn is_whole_subject(line: &Line, phrase: Phrase) -> bool {
    let from = phrase.described_from;
    let begins = from == 0
        || from == line.start()
        || !line.is_word(from - 1)
        || matches!(line.lower(from - 1), "and" | "but" | "that");
    begins && (phrase.from..phrase.to).all(|place| line.is(place, Class::QUANTITY))
}

/// "Sources close to the board say", "A statement posted on Monday said": the subject of the sentence, when no other verb
/// stands between it and this one.
pub(super) fn long_subject(line: &Line, verb: usize) -> Option<Phrase> {
    let subject =
        main_subject(line).filter(|subject| subject.to < verb && is_plain_speaker(line, *subject))?;
    let to = (subject.from..subject.to).rev().find(|&place| line.is(place, Class::SPEAKING))? + 1;
    let participle = ["ed", "ing"].iter().any(|end| line.lower(subject.to).ends_with(end));
    let from = subject.to + usize::from(participle);
    let group = (from..verb).rev().find(|&place| !line.is(place, Class::AUXILIARY | Class::ADVERB))? + 1;
    let between = from..group.min(from + LONGEST_ATTACHMENT);
    let joined = between.clone().all(|place| line.is_word(place) && !line.is(place, Class::CONJUNCTION));
    (joined
        && between.end == group
        && !line.has_verb(between.start, between.end)
        && participle | line.is(from, Class::PREPOSITION) | is_attached(line, from))
    .then_some(Phrase { to, described_to: group, ..subject })
}

/// "Close to", "familiar with": an adjective that hangs on the noun before it.
fn is_attached(line: &Line, place: usize) -> bool {
    line.is(place + 1, Class::PREPOSITION)
        && !line.is_capital(place)
        && !line.is(place, Class::VERB | Class::CUE)
}

/// Whether a quotation ends before `place`, with or without a mark after it.
pub(super) fn follows_quotation(line: &Line, place: usize) -> bool {
    place > 0
        && (line.is_quoted(place - 1)
            || place > 1
                && line.is_quoted(place - 2)
                && (line.is_comma(place - 1) || line.is_dash(place - 1) || line.lower(place - 1) == ":"))
}

/// "…, say inspectors" at the end of a headline, "This, argued Cllr Brown, was …": a tag after a comma.
fn closes_clause(line: &Line, place: usize, phrase: Phrase, cue: CueMatch<'_>) -> bool {
    let after_comma =
        place > 1 && line.is_comma(place - 1) && (cue.is(CueClass::Say) || cue.is(CueClass::Find));
    let clause = line.has_verb(0, place) || line.n_words(0, place, true) > 0;
    let short = phrase.to - phrase.from <= 4;
    let ends = clause && short && phrase.to + 1 >= line.len();
    let inserted =
        line.is_capital(phrase.to - 1) && line.is_comma(phrase.described_to) && cue.form == Form::Past;
    // "Tenants were failed, says the regulator in a report out today": no verb follows the source.
    let last = clause
        && cue.is(CueClass::Say)
        && is_plain_speaker(line, phrase)
        && cue.form == Form::Third
        && !line.has_verb(phrase.to, line.len());
    after_comma && (ends || inserted || last)
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

/// The source of the claim before, when words name it; "said she welcomed the plan and added": of a verb of saying, the
/// claim that reports the one before.
fn last_source(earlier: &[Claim], cue: CueMatch<'_>) -> Option<Phrase> {
    let last = earlier.last()?;
    let reports = |outer: &&Claim| {
        outer.class == CueClass::Say
            && outer.reports
            && outer
                .content
                .iter()
                .any(|&(from, to)| from >= outer.cue.1 && from <= last.cue.0 && last.cue.1 <= to)
    };
    let outer = earlier.iter().rev().skip(1).take(MOST_NESTED).find(reports);
    match outer.filter(|_| cue.is(CueClass::Say)).unwrap_or(last).source {
        Source::Phrase(phrase) => Some(phrase),
        Source::Unnamed => None,
    }
}

/// "…, adding that", "warning that", "has written to tell": the source of the claim before, else the subject of the sentence.
fn gerund_source(line: &Line, place: usize, cue: CueMatch<'_>, earlier: &[Claim]) -> Option<Phrase> {
    let before = place.checked_sub(1)?;
    let hangs = line.is_comma(before)
        || line.is_quoted(before)
        || line.is_dash(before)
        || matches!(line.lower(before), "and" | "but" | "while" | "before" | "after" | "by" | "then")
        || line.is(before, Class::ADVERB);
    if !hangs && !object_before(line, place) {
        return None;
    }
    last_source(earlier, cue).or_else(|| main_subject(line).filter(|phrase| is_speaker_like(line, *phrase)))
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
