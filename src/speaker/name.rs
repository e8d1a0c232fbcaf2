//! Finds the name of a person in a noun phrase, apart from titles, roles and parties.

use crate::attribution::Line;
use crate::english::Class;

/// The name of a person: tokens of the name itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) from: usize,
    pub(super) to: usize,
    /// The classes of honorific, given name and nouns that tell the gender.
    pub(super) gender: Class,
    /// Whether an honorific, a given name or a role says that this is a person.
    pub(super) certain: bool,
}

/// The last person's name in the tokens `from..to`.
pub(super) fn person_name(line: &Line, from: usize, to: usize) -> Option<Name> {
    let mut end = to;
    while end > from {
        let (run_from, run_to) = last_run(line, from, end)?;
        if let Some(name) = name_in_run(line, from, run_from, run_to) {
            return Some(name);
        }
        end = run_from;
    }
    None
}

/// The last stretch of capitalised words, with initials and particles ("de", "van") inside.
fn last_run(line: &Line, from: usize, end: usize) -> Option<(usize, usize)> {
    let to = (from..end).rev().find(|&place| line.is_capital(place))? + 1;
    let mut start = to - 1;
    while start > from {
        let before = start - 1;
        let particle = line.is(before, Class::PARTICLE | Class::RARE_PARTICLE)
            && before > from
            && line.is_capital(before - 1);
        if line.is_capital(before) || particle {
            start = before;
        } else {
            break;
        }
    }
    Some((start, to))
}

fn name_in_run(line: &Line, from: usize, run_from: usize, run_to: usize) -> Option<Name> {
    let mut to = run_to;
    while to > run_from && line.is(to - 1, Class::POSTNOMINAL) && to > run_from + 1 {
        to -= 1;
    }
    // "Norbury MP Sally Tennant": the name begins after the last word of a role.
    let is_office = |place: &usize| {
        let noun =
            line.is(*place, Class::PERSON_NOUN) && !line.is(*place, Class::GIVEN_NAME | Class::HONORIFIC);
        line.is(*place, Class::POSTNOMINAL) || noun
    };
    let mut start =
        (run_from..to.saturating_sub(1)).rev().find(is_office).map_or(run_from, |office| office + 1);
    let mut honorific = Class::default();
    while start < to {
        if line.is(start, Class::HONORIFIC) && !is_given_name_here(line, start, to) {
            honorific = honorific | line.class(start);
            start += 1;
        } else if start + 1 < to
            && (is_role(line, start) || line.acronym(start) || is_compound(line.lower(start)))
        {
            start += 1;
        } else {
            break;
        }
    }
    let n_words = to - start;
    let after_preposition = start > from && line.is(start - 1, Class::PREPOSITION);
    let role_before = !after_preposition && has_role_before(line, from, start);
    let given = line.is(start, Class::GIVEN_NAME);
    let body = (start..to)
        .any(|place| line.is(place, Class::BODY_NOUN | Class::DOCUMENT_NOUN) || is_role(line, place));
    let titled = honorific != Class::default();
    let aged = is_age_after(line, to);
    let certain = aged
        || titled && n_words >= 1
        || given && (n_words >= 2 || role_before)
        || n_words >= 2 && role_before;
    let possible = aged || n_words >= 2 || given || role_before && n_words == 1;
    if is_place(line, start, to, titled) {
        return None;
    }
    if n_words == 0 || n_words > 4 || !possible && !titled || body && !titled && !given {
        return None;
    }
    if is_initials_only(line, start, to) || (!titled && is_acronym(line, start, to)) {
        return None;
    }
    // "DCC Ross" is a surname, though Ross may be a given name.
    let surname = n_words == 1 && (titled || start > run_from);
    let gender = if honorific.is(Class::MASCULINE | Class::FEMININE) || surname {
        honorific
    } else {
        line.class(start)
    };
    Some(Name { from: start, to, gender, certain })
}

/// "Queen Adelaide Hospital", "Grace Academy", "the Queen Adelaide"; but "Jane House", "the Rev Ann Reed".
fn is_place(line: &Line, start: usize, to: usize, titled: bool) -> bool {
    let n_words = to - start;
    let surname = line.is(to.saturating_sub(1), Class::SURNAME);
    let body = n_words >= 1 && line.is(to - 1, Class::BODY_NOUN) && (n_words > 1 || titled) && !surname;
    let royal = matches!(line.lower(start.wrapping_sub(1)), "queen" | "king" | "prince" | "princess");
    body || royal && line.lower(start.wrapping_sub(2)) == "the"
}

/// "Mum-of-two Shelley Knox", "ex-leader John Brown".
fn is_compound(word: &str) -> bool {
    word.contains("-of-") || word.starts_with("ex-")
}

/// Whether a role stands before a name with no verb between: "the schools minister | to move Hollins Lane" has one.
fn has_role_before(line: &Line, from: usize, start: usize) -> bool {
    let role = (from..start).rev().find(|&place| line.is(place, Class::PERSON_NOUN | Class::HONORIFIC));
    role.is_some_and(|role| {
        !(role + 1..start).any(|place| {
            line.lower(place) == "to" || line.is(place, Class::VERB | Class::CUE) && !line.is_capital(place)
        })
    })
}

/// "Dean", "Grace", "May" may be names; an honorific that is also a given name is one when a surname follows it and
/// no honorific stands before.
fn is_given_name_here(line: &Line, place: usize, to: usize) -> bool {
    line.is(place, Class::GIVEN_NAME) && place + 1 < to
}

fn is_role(line: &Line, place: usize) -> bool {
    let word = line.lower(place);
    let given = line.is(place, Class::GIVEN_NAME);
    !given
        && (line.is(
            place,
            Class::PERSON_NOUN
                | Class::BODY_NOUN
                | Class::DOCUMENT_NOUN
                | Class::HONORIFIC
                | Class::PREPOSITION
                | Class::CONJUNCTION
                | Class::DETERMINER
                | Class::ADVERB
                | Class::ROLE_WORD
                | Class::POSTNOMINAL
                | Class::PARTY
                | Class::PROPER_BODY,
        ) || word == "liberal"
            || word == "lib")
}

fn is_initials_only(line: &Line, from: usize, to: usize) -> bool {
    (from..to).all(|place| line.lower(place).chars().count() <= 1)
}

/// "BBC" or "NHS England": letters all in capitals are no name of a person when they stand first.
fn is_acronym(line: &Line, from: usize, to: usize) -> bool {
    to - from >= 1 && line.acronym(from)
}

/// ", 17," or "(17)" after a name.
fn is_age_after(line: &Line, to: usize) -> bool {
    matches!(line.lower(to), "," | "(") && line.is_number(to + 1) && matches!(line.lower(to + 2), "," | ")")
}
