//! Appositions: what stands between commas, dashes or brackets beside a name and describes it.

use super::line::Line;
use super::phrase::{is_name_start, phrase_ending_at};
use crate::english::Class;

/// How many tokens an apposition may have.
const LONGEST_APPOSITION: usize = 32;

/// How many words a role may have that stands before a name.
const LONGEST_ROLE: usize = 8;
/// How many words a name may have, its title included.
const LONGEST_NAME: usize = 6;

/// From the end of a subject back over what stands between commas, dashes or brackets:
/// (end of the core phrase, end of the description).
pub(super) fn skip_appositions(line: &Line, end: usize) -> (usize, usize) {
    let mut core_end = end;
    for _ in 0..4 {
        let Some(close) = core_end.checked_sub(1).filter(|&close| closes_apposition(line, close)) else {
            break;
        };
        match apposition_start(line, close) {
            Some(open) if open > 0 => {
                core_end = if line.is_comma(open) || line.is_dash(open) { open + 1 } else { open }
            }
            _ => {
                core_end = close;
                break;
            }
        }
    }
    while core_end > 0 && (line.is_comma(core_end - 1) || line.is_dash(core_end - 1)) {
        core_end -= 1;
    }
    (core_end, end)
}

/// The end of the apposition after a phrase: ", leader of the Conservative group."
pub(crate) fn apposition_after(line: &Line, to: usize) -> usize {
    let mut end = to;
    if line.lower(end) == "(" {
        end = (end..(end + 8).min(line.len()))
            .find(|&place| line.lower(place) == ")")
            .map_or(end, |close| close + 1);
    }
    for _ in 0..2 {
        if !(line.is_comma(end) || line.is_dash(end)) || line.is_quoted(end) {
            break;
        }
        let stop = (end + 1..(end + LONGEST_APPOSITION).min(line.len()))
            .find(|&place| {
                line.is_quoted(place)
                    || line.is_comma(place)
                    || line.is_dash(place)
                    || matches!(line.lower(place), "." | ":" | ";" | "“" | "\"")
            })
            .unwrap_or_else(|| (end + LONGEST_APPOSITION).min(line.len()));
        if !looks_parenthetical(line, end + 1, stop) {
            break;
        }
        end = stop;
    }
    end
}

/// "The Mayor of Kelder, | Maxine Tasker": the role that stands before the name, apart by a comma.
pub(super) fn role_before_comma(line: &Line, from: usize) -> Option<usize> {
    if from < 2 || !line.is_comma(from - 1) || line.is_quoted(from - 2) || !line.is_capital(from) {
        return None;
    }
    let role = phrase_ending_at(line, from - 1)?;
    let has_role = (role.from..role.to).any(|place| line.is(place, Class::PERSON_NOUN | Class::HONORIFIC));
    has_role.then_some(role.from)
}

/// "…,” ward sister | Ann Reed said": all words between the quotation and the name are her role.
pub(super) fn role_after_quotation(line: &Line, name: usize) -> Option<usize> {
    let quoted = (name.saturating_sub(LONGEST_ROLE)..name).rev().find(|&place| line.is_quoted(place))?;
    let role = quoted + 1..name;
    let plain = |place| line.is_word(place) && !line.is(place, Class::CONJUNCTION | Class::PRONOUN);
    (is_name_run(line, name) && line.is_capital(name) && role.clone().all(plain))
        .then_some(role.start)
        .filter(|&from| !line.has_verb(from, name))
}

/// "The council leader, | Rob Dunn": the name that stands after a role, apart by a comma, and ends what it is part of.
pub(super) fn apposed_name(line: &Line, from: usize, to: usize) -> Option<(usize, usize)> {
    let named =
        (from..to).any(|place| line.is_capital(place) && place + 1 == to || is_name_start(line, place));
    let role = (from..to).any(|place| line.is(place, Class::PERSON_NOUN));
    if named || !role || !line.is_comma(to) || !is_name_run(line, to + 1) {
        return None;
    }
    let end = (to + 1..(to + 1 + LONGEST_NAME).min(line.len())).find(|&place| !line.is_capital(place))?;
    let ends = matches!(line.lower(end), "," | "." | ":" | "who" | "(") || line.is_dash(end);
    (ends && !line.is_quoted(to + 1)).then_some((to + 1, end))
}

fn closes_apposition(line: &Line, close: usize) -> bool {
    !line.is_quoted(close) && (line.lower(close) == ")" || line.is_comma(close) || line.is_dash(close))
}

/// Where the apposition that ends with the mark at `close` opens; none when the words before the mark are the
/// subject itself.
fn apposition_start(line: &Line, close: usize) -> Option<usize> {
    let floor = close.saturating_sub(LONGEST_APPOSITION);
    let back = |found: &dyn Fn(usize) -> bool| {
        (floor..close).rev().find(|&place| found(place) && !line.is_quoted(place))
    };
    if line.lower(close) == ")" {
        return back(&|place| line.lower(place) == "(");
    }
    if line.is_dash(close) {
        return back(&|place| line.is_dash(place));
    }
    // A relative clause may hold commas of its own: "who, until May, led the group".
    let mut open = back(&|place| line.is_comma(place))?;
    for _ in 0..3 {
        if looks_parenthetical(line, open + 1, close) {
            return Some(open);
        }
        if is_name_run(line, open + 1) {
            return None;
        }
        open = (floor..open).rev().find(|&place| line.is_comma(place) && !line.is_quoted(place))?;
    }
    None
}

/// Whether a name stands at `from`: an honorific or given name, or two capitalised words.
fn is_name_run(line: &Line, from: usize) -> bool {
    is_name_start(line, from) || line.is_capital(from) && line.is_capital(from + 1)
}

/// Whether the words between two commas describe what stands before them.
fn looks_parenthetical(line: &Line, from: usize, to: usize) -> bool {
    let first = line.lower(from);
    if to <= from || line.is_quoted(from) {
        return false;
    }
    let relative = matches!(first, "who" | "which" | "whose" | "whom" | "where");
    let begins_clause =
        line.lower(from + 1) == "that" || line.is(from + 1, Class::DETERMINER | Class::PRONOUN);
    let finite = line.is(from, Class::VERB) && !line.is_capital(from);
    let verb = line.is(from, Class::AUXILIARY) || line.is(from, Class::CUE) && (begins_clause || finite);
    if verb && !line.is(from, Class::DETERMINER | Class::PERSON_NOUN) {
        return false;
    }
    // "A charity | that takes referrals": a verb may stand in a relative clause, nowhere else.
    let main_clause =
        (from + 1..to).take_while(|&place| !matches!(line.lower(place), "who" | "which" | "that" | "whose"));
    if !relative
        && main_clause.into_iter().any(|place| line.is(place, Class::VERB) && !line.is_capital(place))
    {
        return false;
    }
    let role = !is_name_start(line, from) && (from..to).any(|place| line.is(place, Class::PERSON_NOUN));
    let plain = !line.is_capital(from)
        && !line.is(from, Class::PRONOUN | Class::FIRST_PERSON | Class::AUXILIARY)
        && !matches!(
            first,
            "and" | "but" | "or" | "because" | "although" | "though" | "while" | "so" | "that"
        );
    relative || line.is_number(from) || plain || role
}
