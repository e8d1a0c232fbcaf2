//! What an article says of somebody beside the name: role before it, apposition after it, "who chairs", "its leader".

use super::name::Name;
use super::roster::{Roster, contains};
use crate::attribution::{Line, apposition_after, main_subject, phrase_ending_at};
use crate::english::Class;

/// How far after a name ", as cabinet member," may begin, in words.
const AS_ROLE_REACH: usize = 12;
/// How many words after "is", "was" or "became" describe somebody.
const COPULA_WORDS: usize = 10;
/// How many words are kept of the body whose role it is, what describes it included.
const MOST_OWNER_WORDS: usize = 14;
/// How many words of a role are kept: "its finance spokesman".
const MOST_ROLE_WORDS: usize = 8;
/// How far before a name "owned by" may begin, in words.
const HOLDING_REACH: usize = 4;

impl Roster {
    /// Adds what stands around a name: role before it, apposition after it, "is the director of".
    pub(super) fn describe_in_place(
        &mut self,
        id: usize,
        line: &Line,
        sentence_before: Option<&Line>,
        before: usize,
        name: Name,
    ) {
        let lead =
            if before >= 2 && line.is_comma(before - 1) { role_before(line, before - 1) } else { None };
        for (from, to) in lead.map(|from| (from, before - 1)).into_iter().chain([(before, name.from)]) {
            if matches!(line.lower(from), "its" | "their") {
                self.add_description(id, &role_of_owner(line, sentence_before, from, to));
            } else {
                self.describe(id, line, from, to);
            }
        }
        let after = apposition_after(line, name.to);
        self.describe(id, line, name.to, after);
        // "She has two sons and, as cabinet member for children, 640 others."
        let as_role = (after..line.len().min(after + AS_ROLE_REACH)).find(|&place| {
            line.lower(place) == "as"
                && line.is_comma(place.wrapping_sub(1))
                && !line.is_quoted(place)
                && (place + 1..place + 4).any(|noun| line.is(noun, Class::PERSON_NOUN))
        });
        if let Some(place) = as_role {
            let stop = line.len().min(place + COPULA_WORDS);
            let end = (place + 1..stop).find(|&end| !line.is_word(end)).unwrap_or(stop);
            self.describe(id, line, place + 1, end);
        }
        if let Some(role) = holding_before(line, before.min(name.from)) {
            self.add_description(id, role);
        }
        let copula = (after..(after + 4).min(line.len()))
            .take_while(|&place| {
                line.is(place, Class::AUXILIARY | Class::ADVERB)
                    || matches!(line.lower(place), "became" | "who" | "," | "appointed")
            })
            .last();
        if let Some(copula) = copula.filter(|&place| {
            matches!(line.lower(place), "is" | "was" | "been" | "became" | "be" | "appointed")
        }) {
            let end = (copula + 1..(copula + 1 + COPULA_WORDS).min(line.len()))
                .find(|&place| !line.is_word(place) || line.is(place, Class::AUXILIARY))
                .unwrap_or((copula + 1 + COPULA_WORDS).min(line.len()));
            if (copula + 1..end).take(5).any(|place| line.is(place, Class::PERSON_NOUN)) {
                self.describe(id, line, copula + 1, end);
            }
        }
    }

    /// Adds a description to an entity.
    pub(crate) fn describe(&mut self, id: usize, line: &Line, from: usize, to: usize) {
        let words = as_roles(line.words(from, to));
        let entity = &mut self.entities[id];
        if words.is_empty() || contains(&entity.described, &words) {
            return;
        }
        if !entity.gender.is(Class::MASCULINE | Class::FEMININE) {
            let told = (from..to.min(line.len()))
                .map(|place| line.class(place))
                .find(|class| class.is(Class::MASCULINE | Class::FEMININE));
            entity.gender = told.filter(|class| class.is(Class::PERSON_NOUN)).unwrap_or(entity.gender);
        }
        self.add_description(id, &words);
    }
}

/// "Owned since 1997 by Neville Chaloner", "chaired by Ann Reed": what the words before a name say of its holder.
fn holding_before(line: &Line, name: usize) -> Option<&'static [&'static str]> {
    let by =
        name.checked_sub(1).filter(|&by| matches!(line.lower(by), "by" | "to") && !line.is_quoted(by))?;
    let verb = (by.saturating_sub(HOLDING_REACH)..by).rev().take_while(|&place| line.is_word(place));
    verb.into_iter().find_map(|place| match (line.lower(place), line.lower(by)) {
        ("owned" | "founded", "by") | ("belongs" | "belonged", "to") => Some(&["owner"] as &[_]),
        ("managed" | "run", "by") => Some(&["manager"]),
        ("chaired", "by") => Some(&["chair"]),
        _ => None,
    })
}

/// "Its leader", with the party or body whose it is: the one before in the sentence, else the subject of the sentence
/// before. Nothing when there is none.
pub(super) fn role_of_owner<'l>(
    line: &'l Line,
    sentence_before: Option<&'l Line>,
    pronoun: usize,
    to: usize,
) -> Vec<&'l str> {
    let owns = |place: &usize| {
        line.is(*place, Class::BODY_NOUN | Class::PARTY | Class::PROPER_BODY) && !line.is_quoted(*place)
    };
    let here = (0..pronoun).rev().find(owns).and_then(|noun| phrase_ending_at(line, noun + 1));
    let owner = match (here, sentence_before) {
        (Some(owner), _) => line.words(owner.from, owner.to),
        (None, Some(before)) => main_subject(before)
            .filter(|owner| {
                let owns = |place| before.is(place, Class::SPEAKING | Class::PARTY | Class::PROPER_BODY);
                let named = |place| before.is_capital(place) && place != before.start();
                (owner.from..owner.to).any(|place| owns(place) || named(place))
            })
            .map(|owner| before.words(owner.from, owner.described_to.min(owner.from + MOST_OWNER_WORDS)))
            .unwrap_or_default(),
        (None, None) => Vec::new(),
    };
    // "Haven Steps lost its funding. Its chief executive": of a body that nothing else tells of, not of the council.
    let known = here.is_some()
        || sentence_before.is_some_and(|before| {
            let body = |place| before.is(place, Class::PARTY | Class::BODY_NOUN | Class::PROPER_BODY);
            main_subject(before).is_some_and(|subject| (subject.from..subject.described_to).any(body))
        });
    let any_body = to <= pronoun + 3 && line.is(to - 1, Class::HEAD_OF_BODY);
    if owner.is_empty() || !known && any_body {
        return owner;
    }
    [owner, vec!["'s"], line.words(pronoun + 1, to.min(pronoun + MOST_ROLE_WORDS))].concat()
}

/// "Who chairs the fire authority" tells the same as "chair of the fire authority".
fn as_roles(words: Vec<&str>) -> Vec<&str> {
    let mut roles = Vec::with_capacity(words.len());
    for (place, &word) in words.iter().enumerate() {
        let noun = match word {
            "chairs" => "chair",
            "leads" => "leader",
            "heads" => "head",
            _ => "",
        };
        let next = words.get(place + 1).copied().unwrap_or_default();
        let is_verb = !noun.is_empty() && place > 0 && !matches!(next, "on" | "" | "for" | "from");
        if is_verb {
            roles.extend([noun, "of"]);
        } else {
            roles.push(word);
        }
    }
    roles
}

/// The role that ends before a comma in front of a name ("The MP for Castlewick, Rupert Daintry").
pub(super) fn role_before(line: &Line, comma: usize) -> Option<usize> {
    let phrase = phrase_ending_at(line, comma)?;
    (phrase.from..phrase.to).any(|place| line.is(place, Class::PERSON_NOUN)).then_some(phrase.from)
}
