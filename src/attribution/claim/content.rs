//! What a claim hands over: the words after the cue, or those before its tag.

use super::source::follows_quotation;
use crate::attribution::line::Line;
use crate::attribution::phrase::{Phrase, phrase_starting_at};
use crate::english::Class;
use crate::english::cue::{CueClass, CueMatch, Form};

/// How many words may stand between a cue and its quotation, as in "said of the plan on Monday".
const LONGEST_ADVERBIAL: usize = 12;

/// How many words of a tag may stand after its cue, as in "said Ann Reed, who has led the board since May".
pub(super) const LONGEST_TAG: usize = 60;

/// What is said: after the cue, or before its tag when nothing that could be said follows.
pub(super) fn content(
    line: &Line,
    source: Phrase,
    cue: (usize, usize),
    class: CueMatch<'_>,
) -> (Vec<(usize, usize)>, bool) {
    let tag_from = source.described_from.min(source.from).min(cue.0);
    let tag_to = cue.1.max(if source.from >= cue.1 { source.described_to.max(source.to) } else { cue.1 });
    let mut after = tag_to;
    if class.is(CueClass::Tell)
        && source.from < cue.0
        && let Some(hearer) = phrase_starting_at(line, after).filter(|hearer| hearer.from == after)
    {
        after = hearer.to;
    }
    // "He felt, indeed, that": an adverb between commas.
    if line.is_comma(after) && line.is(after + 1, Class::ADVERB) && line.is_comma(after + 2) {
        after += 3;
    }
    after = past_adverbial(line, after);
    after = quotation_after(line, after).unwrap_or(after);
    let says_that = line.lower(after) == "that";
    let opens = says_that
        || matches!(line.lower(after), ":" | ",") && line.is_quoted(after + 1)
        || line.lower(after) == ":"
        || line.is_quoted(after);
    let start = if says_that || matches!(line.lower(after), ":" | ",") { after + 1 } else { after };
    // "…,” she said, adding that", "…,” said Ann Reed, who added": what stands before belongs to the verb before.
    let relative = (source.to.max(cue.0.saturating_sub(LONGEST_TAG))..cue.0)
        .any(|place| matches!(line.lower(place), "who" | "which"));
    let free = class.form != Form::Gerund && !relative;
    let quote_before = free && follows_quotation(line, tag_from);
    let set_off = tag_from > 0 && (line.is_comma(tag_from - 1) || line.is_dash(tag_from - 1));
    let n_before = line.n_words(0, tag_from, true) + line.n_words(0, tag_from, false);
    let inserted = set_off && n_before >= 2 && line.is_comma(tag_to) && !line.is_quoted(tag_to + 1);
    let said_before = quote_before && n_before > 0 || free && (inserted || set_off && n_before >= 3);
    let ends = after >= line.len()
        || !line.is_word(after) && !line.is_quoted(after) && !opens
        || line.is(after, Class::PREPOSITION | Class::ADVERB) && !says_that;
    let adverbial_before = line.is(line.start(), Class::PREPOSITION | Class::ADVERB | Class::CONJUNCTION)
        && !quote_before
        && line.n_words(0, tag_from, false) < 9
        && after < line.len()
        && (!ends || line.n_words(after, line.len(), true) > 0);
    let backward = said_before && (ends || quote_before && !opens) && !adverbial_before;
    if backward {
        return (pieces(&[(0, tag_from), (resumed(line, tag_from, after), line.len())]), true);
    }
    let stop = line.semicolon_after(start).unwrap_or(line.len());
    let from_start = if quote_before { (0, tag_from) } else { (0, 0) };
    // "Spoke of a “long road”".
    let of = matches!(line.lower(start), "of" | "about") && line.n_words(start, stop, true) > 0;
    (pieces(&[from_start, (start, stop)]), opens || of || is_clause(line, start) || quote_before)
}

/// "Said at the time that", "said jointly that": the place of "that"; else where it was.
fn past_adverbial(line: &Line, after: usize) -> usize {
    let adverbial = line.lower(after).ends_with("ly")
        || line.is(after, Class::PREPOSITION | Class::ADVERB)
        || line.is_capital(after);
    let is_verb = |place: usize| {
        let word = line.lower(place);
        line.is(place, Class::VERB)
            || line.is(place, Class::CUE) && word.ends_with("ing")
            || !line.is_capital(place) && word.ends_with("ed")
    };
    let that = (after..(after + LONGEST_ADVERBIAL).min(line.len()))
        .take_while(|&place| line.is_word(place) && !line.is_quoted(place) && !is_verb(place))
        .find(|&place| line.lower(place) == "that");
    that.filter(|_| adverbial).unwrap_or(after)
}

/// Where what is said goes on after a tag: at the next quotation when all before the tag stood in marks, else after a
/// comma, at a clause of its own; never at "on Tuesday", "who added" or "speaking in May".
pub(super) fn resumed(line: &Line, tag_from: usize, after: usize) -> usize {
    let end = line.len();
    let tag = after..end.min(after + LONGEST_TAG);
    let quoted = tag.clone().find(|&place| line.is_quoted(place));
    let quoted = quoted.filter(|&place| !line.is_word(place - 1)).unwrap_or(end);
    if line.n_words(0, tag_from, false) == 0 {
        return quoted;
    }
    let Some(comma) = tag.clone().find(|&place| line.is_comma(place) && !line.is_quoted(place)) else {
        return quoted;
    };
    let next = comma + 1;
    let hangs = line.lower(next).ends_with("ing")
        || matches!(
            line.lower(next),
            "who" | "which" | "as" | "while" | "when" | "after" | "before" | "where"
        );
    if hangs || !line.has_verb(next, end) { quoted } else { next }
}

/// "Said of the plan, “…”", "told the meeting on Monday: “…”": the comma or colon before the quotation, past words that
/// are no clause.
fn quotation_after(line: &Line, after: usize) -> Option<usize> {
    let adverbial = line.is(after, Class::PREPOSITION | Class::ADVERB) || line.lower(after).ends_with("ly");
    let mark = (after..(after + LONGEST_ADVERBIAL).min(line.len())).find(|&place| !line.is_word(place))?;
    let opens = matches!(line.lower(mark), "," | ":") && line.is_quoted(mark + 1) && !line.is_quoted(mark);
    (adverbial && opens && !line.has_verb(after, mark)).then_some(mark)
}

/// Whether a clause without "that" begins at `from`: a subject with an auxiliary or verb soon after it.
fn is_clause(line: &Line, from: usize) -> bool {
    // "They prefer", "she must": a pronoun begins a clause, whatever its verb.
    let pronoun = line.is(from, Class::PRONOUN) && line.is_word(from + 1);
    pronoun
        || line.is_word(from)
            && (from + 1..(from + 9).min(line.len()))
                .take_while(|&place| {
                    line.is_word(place) && !matches!(line.lower(place), "who" | "which" | "that" | "to")
                })
                .any(|place| line.is(place, Class::AUXILIARY | Class::VERB) && line.lower(place) != "'s")
}

pub(super) fn pieces(ranges: &[(usize, usize)]) -> Vec<(usize, usize)> {
    ranges.iter().copied().filter(|(from, to)| from < to).collect()
}
