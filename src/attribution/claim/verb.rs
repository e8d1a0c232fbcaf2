//! Cue verbs: which words are used as one here, and which hand something over.

use super::content::content;
use super::passive::passive;
use super::source::{active_source, long_subject};
use super::{Claim, Construction, LONGEST_VERB_GROUP, Source, is_subordinate};
use crate::attribution::line::Line;
use crate::english::Class;
use crate::english::cue::{CueClass, CueMatch, Cues, Form};

/// A cue verb at `place`, with its source.
pub(super) fn verb(
    line: &Line,
    cues: &Cues,
    place: usize,
    cue: CueMatch<'_>,
    earlier: &[Claim],
) -> Option<Claim> {
    if !is_verb(line, cues, place, cue) {
        return None;
    }
    let cue_to = place + cue.n_tokens;
    let past = matches!(cue.form, Form::Past | Form::Participle);
    if past && let Some(claim) = passive(line, place, cue_to, cue) {
        return claim;
    }
    if cue.form == Form::Participle && !has_have(line, place) {
        return None;
    }
    let source = active_source(line, cues, place, cue_to, cue, earlier)?;
    let (content, reports) = content(line, source, (place, cue_to), cue);
    let class = if cue.is(CueClass::Say) && reports { CueClass::Say } else { cue.classes[0] };
    let quotes = content.iter().any(|&(from, to)| line.n_words(from, to, true) > 0);
    let relative = cue.form != Form::Gerund && source.to <= place && is_relative(line, place);
    let claim = Claim {
        source: Source::Phrase(source),
        cue: (place, cue_to),
        class,
        construction: Construction::Active,
        content,
        subordinate: is_subordinate(line, source.from, class),
        main: !relative,
        reports: reports
            || class == CueClass::Notice
                && (quotes && !line.is(place, Class::GRADING) || names_judged(line, place, cue_to)),
    };
    let dropped = is_negated(line, place, cue)
        || !quotes && is_asked(line, source.from)
        || relative && !quotes && hangs_idly(line, &claim)
        || lacks_content(line, cues, &claim, cue);
    (!dropped).then_some(claim)
}

/// "Residents who would like to know", "the email they wanted": a relative clause that hands over nobody's view.
fn hangs_idly(line: &Line, claim: &Claim) -> bool {
    let wish = line.is(claim.cue.0, Class::WISH);
    !claim.reports && !matches!(claim.class, CueClass::Say | CueClass::Tell)
        || claim.class == CueClass::Think && wish
}

/// "Called it a disgrace", "called the report devastating": a judgement, not a meeting that is called.
fn names_judged(line: &Line, place: usize, cue_to: usize) -> bool {
    let judged = line.is(cue_to, Class::IT) || matches!(line.lower(cue_to), "this" | "them" | "him");
    let document = line.is(cue_to, Class::DETERMINER) && line.is(cue_to + 1, Class::DOCUMENT_NOUN);
    line.lower(place).starts_with("call") && (judged || document)
}

/// Whether the word is used as a verb here: no refusal, no name, no noun of the same form.
fn is_verb(line: &Line, cues: &Cues, place: usize, cue: CueMatch<'_>) -> bool {
    let named = line.is_capital(place) && place != line.start() && !line.title_case;
    let base = cue.form != Form::Base
        || may_be_base(line, place) && !is_after_being(line, place)
        || !cues.is_ambiguous(line.lower(place)) && has_plural_subject(line, place);
    let fragment = !line.is_quoted(place) || matches!(cue.form, Form::Past | Form::Third);
    // "Foster carer records were": a noun, as an auxiliary follows.
    let noun = cues.is_ambiguous(line.lower(place))
        && line.is(place + cue.n_tokens, Class::AUXILIARY)
        && cue.form != Form::Gerund;
    // "Mrs Reed’s remarks": what somebody has is no verb.
    let owned = line.lower(place.wrapping_sub(1)) == "'s" && matches!(cue.form, Form::Base | Form::Third);
    !is_refused(line, cues, place) && !named && base && fragment && !noun && !owned
}

/// "Did not say" reports nothing; "did not believe" does.
fn is_negated(line: &Line, place: usize, cue: CueMatch<'_>) -> bool {
    let says = cue.is(CueClass::Say) || cue.is(CueClass::Tell) || cue.classes[0] == CueClass::Utter;
    says && !cue.is(CueClass::Think) && negated_before(line, place)
}

/// "What Ofsted said", "what did the inspectors find?": nothing is handed to the reader yet.
fn is_asked(line: &Line, from: usize) -> bool {
    let after_question_word = from > 0 && matches!(line.lower(from - 1), "what" | "how" | "why" | "whatever");
    let question = line.lower(line.len() - 1) == "?"
        && matches!(line.lower(line.start()), "what" | "how" | "why" | "who" | "where" | "when");
    after_question_word || question
}

/// Whether a verb that must have a clause, a quotation or an object stands without it.
fn lacks_content(line: &Line, cues: &Cues, claim: &Claim, cue: CueMatch<'_>) -> bool {
    let said: usize = claim
        .content
        .iter()
        .map(|&(from, to)| line.n_words(from, to, true) + line.n_words(from, to, false))
        .sum();
    match claim.class {
        CueClass::Say => !claim.reports && cues.needs_clause(line.lower(claim.cue.0)),
        CueClass::Think => {
            let inserted = line.is_comma(claim.cue.1) && line.is(claim.cue.1 + 1, Class::ADVERB);
            said < 2 || !claim.reports && !inserted && !line.is_word(claim.cue.1)
        }
        CueClass::Utter => {
            let quotes = claim.content.iter().any(|&(from, to)| line.n_words(from, to, true) > 0);
            let that = matches!(line.lower(claim.cue.1), "that" | ":");
            !(that || cue.is(CueClass::Say) || quotes && claim.reports)
        }
        _ => false,
    }
}

/// A base form needs "did" or "would" before it, or a plural subject.
fn may_be_base(line: &Line, place: usize) -> bool {
    let mut before = place;
    let floor = place.saturating_sub(LONGEST_VERB_GROUP);
    while before > floor
        && (line.is(before - 1, Class::ADVERB | Class::NEGATION) || line.lower(before - 1).ends_with("ly"))
    {
        before -= 1;
    }
    let Some(before) = before.checked_sub(1) else { return false };
    let word = line.lower(before);
    let plural = word.ends_with('s') && !word.ends_with("ss") && word != "'s" && word.len() > 2;
    word != "'s" && line.is(before, Class::AUXILIARY | Class::THEY | Class::FIRST_PERSON)
        || word == "to"
        || plural
        || word == "who"
        || line.is(before, Class::PLURAL)
        || line.is_capital(before) && line.lower(before.wrapping_sub(2)) == "and"
        || line.is_comma(before)
        || line.lower(before) == ")"
        || line.is_quoted(before)
}

/// "Sources close to the board say".
fn has_plural_subject(line: &Line, place: usize) -> bool {
    let is_plural = |place| line.is(place, Class::SPEAKING) && line.lower(place).ends_with('s');
    long_subject(line, place).is_some_and(|subject| (subject.from..subject.to).any(is_plural))
}

/// "Be back", "is welcome": no verb, though it looks like one.
fn is_after_being(line: &Line, place: usize) -> bool {
    place > 0 && line.is(place - 1, Class::PASSIVE)
}

/// "Has written to the county to tell it": the infinitive goes with the letter. The place of "written".
pub(super) fn written_before(line: &Line, place: usize) -> Option<usize> {
    line.last_letter_before(place)
}

/// "Declined to comment", "approached to say": nothing was said.
fn is_refused(line: &Line, cues: &Cues, place: usize) -> bool {
    let infinitive = line.lower(place.wrapping_sub(1)) == "to";
    let prospective = (place.saturating_sub(4)..place).any(|back| {
        matches!(line.lower(back), "expected" | "set" | "due" | "on" | "likely" | "had" | "have" | "has")
    });
    let refused = (place.saturating_sub(3)..place)
        .any(|back| cues.is_refusal(line.lower(back)) && line.lower(back + 1) == "to");
    let set_phrase = place == 1 && line.lower(0) == "that" && line.is_comma(2);
    infinitive && !prospective && written_before(line, place).is_none() || refused || set_phrase
}

fn has_have(line: &Line, place: usize) -> bool {
    (place.saturating_sub(4)..place)
        .any(|back| matches!(line.lower(back), "has" | "have" | "had" | "'ve" | "having"))
}

/// "Families who said", "a charge they rejected": the clause hangs on the noun before it.
fn is_relative(line: &Line, verb: usize) -> bool {
    let mut start = verb;
    let floor = verb.saturating_sub(LONGEST_VERB_GROUP);
    while start > floor && line.is(start - 1, Class::AUXILIARY | Class::ADVERB) {
        start -= 1;
    }
    let Some(before) = start.checked_sub(1) else { return false };
    let pronoun = line.is(before, Class::PRONOUN) && before > 0;
    let hangs = || {
        let noun = before - 1;
        line.is_word(noun)
            && !line.is_quoted(noun)
            && !line.is(
                noun,
                Class::CONJUNCTION | Class::ADVERB | Class::AUXILIARY | Class::PREPOSITION | Class::VERB,
            )
    };
    matches!(line.lower(before), "who" | "which" | "that") || pronoun && hangs()
}

/// Whether "not" or "never" stands in the verb group that ends at `verb`.
fn negated_before(line: &Line, verb: usize) -> bool {
    (verb.saturating_sub(LONGEST_VERB_GROUP)..verb)
        .rev()
        .take_while(|&place| line.is(place, Class::AUXILIARY | Class::ADVERB | Class::NEGATION))
        .any(|place| line.is(place, Class::NEGATION))
}
