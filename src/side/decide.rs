//! Gives a speaker a side from the words that describe the speaker, and says which words decided.

use super::terms::Hit;
use super::{Rule, SideId, SideRules, Situation};
use crate::Confidence;
use crate::one_line::one_line;

/// Who is to be given a side.
#[derive(Debug)]
pub(crate) struct Described<'a, W> {
    /// The words of the name and of every description, in look-up form; descriptions are apart by "|".
    pub(crate) words: &'a [W],
    /// A person has a name of their own; everybody else is a body, a group or a noun.
    pub(crate) is_person: bool,
}

impl<W> Clone for Described<'_, W> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<W> Copy for Described<'_, W> {}

/// A side with the words that decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decision {
    pub(crate) side: SideId,
    pub(crate) evidence: String,
    pub(crate) confidence: Confidence,
}

/// The side of a speaker.
pub(crate) fn decide<W: AsRef<str>>(
    who: Described<'_, W>,
    situation: &Situation,
    rules: &SideRules,
) -> Decision {
    let fitting = fitting(who, situation, rules);
    let other = rules.id("other");
    if let Some((rule, hit)) = fitting.filter(|(rule, _)| rule.firm) {
        return decided(rules, rule.side, &phrase(who, hit), Confidence::High);
    }
    if let Some(decision) =
        inspected_body(who, situation, rules).or_else(|| by_party(who, fitting.is_some(), situation, rules))
    {
        return decision;
    }
    match fitting {
        Some((rule, hit)) => decided(rules, rule.side, &phrase(who, hit), Confidence::High),
        None => Decision {
            side: other,
            evidence: "no role, body or party is told".into(),
            confidence: Confidence::Low,
        },
    }
}

fn decided(rules: &SideRules, side: SideId, evidence: &str, confidence: Confidence) -> Decision {
    let evidence = format!("{evidence} → {}", rules.sides[usize::from(side.0)].id);
    Decision { side, evidence, confidence }
}

/// The words of a hit, as in the article but in lower case.
fn phrase<W: AsRef<str>>(who: Described<'_, W>, hit: Hit) -> String {
    let words: Vec<&str> = who.words[hit.start..hit.end].iter().map(AsRef::as_ref).collect();
    one_line(&words.join(" ").replace(" 's", "'s"))
}

/// The first rule of this kind of body that has a term among the words and no exception.
fn fitting<'r, W: AsRef<str>>(
    who: Described<'_, W>,
    situation: &Situation,
    rules: &'r SideRules,
) -> Option<(&'r Rule, Hit)> {
    let domain = situation.domain_id(rules);
    let other = rules.id("other");
    let counts = |group: usize, hit: Hit| {
        let role = group.is_multiple_of(2) && rules.rules[group / 2].side != other;
        !role || !is_past(who.words, hit, rules)
    };
    let hits = rules.rule_terms.hits_in_parts(who.words, &rules.parties, counts);
    let in_part = |part: usize, group: usize| {
        hits.iter().find(|(known, of, _)| *known == part && *of == group).map(|(.., hit)| *hit)
    };
    let n_parts = hits.iter().map(|(part, ..)| part + 1).max().unwrap_or(0);
    rules.rules.iter().enumerate().find_map(|(n, rule)| {
        // An exception counts in the description in which it stands: "director of homes | who came from a union".
        let fits = |part| in_part(part, 2 * n).filter(|_| in_part(part, 2 * n + 1).is_none());
        let hit = (0..n_parts).find_map(fits)?;
        let here = rule.domains.is_empty() || rule.domains.iter().any(|id| id == domain);
        here.then_some((rule, hit))
    })
}

/// How far before a party a word may stand that makes it a former one, in words.
const PARTY_REACH: usize = 2;
/// How far from a role a word may stand that makes it one of the past, in words.
const PAST_REACH: usize = 5;

/// "The former cabinet member", "who was leader of the council until May".
fn is_past<W: AsRef<str>>(words: &[W], hit: Hit, rules: &SideRules) -> bool {
    let told = |word: &W, list: &[String]| list.iter().any(|past| past == word.as_ref());
    let same = |word: &&W| !matches!(word.as_ref(), "|" | "who" | "which" | "now" | "and");
    let past = &rules.past_roles;
    let before = words[..hit.start].iter().rev().take_while(same).take(PAST_REACH);
    let after = words[hit.end..].iter().take_while(same).take(PAST_REACH);
    before.into_iter().any(|word| told(word, &past.before))
        || after.into_iter().any(|word| told(word, &past.after))
}

/// A body that is the inspected one, by the noun that its name ends with.
fn inspected_body<W: AsRef<str>>(
    who: Described<'_, W>,
    situation: &Situation,
    rules: &SideRules,
) -> Option<Decision> {
    if who.is_person {
        return None;
    }
    let domain = rules.domains.get(situation.domain)?;
    let ends =
        |hit: &Hit| who.words.get(hit.end).is_none_or(|next| matches!(next.as_ref(), "'s" | "|" | "of"));
    // "The association of social workers": what stands after "of" is not the head.
    let depends = |hit: &Hit| {
        let before = hit.start.checked_sub(1).map_or("", |before| who.words[before].as_ref());
        matches!(before, "of" | "for" | "from" | "by" | "with")
    };
    let is_head = |hit: &Hit| ends(hit) && !depends(hit) && !is_past(who.words, *hit, rules);
    let hit = domain.body.hits(who.words, &rules.parties).find(is_head)?;
    Some(decided(rules, rules.id("council"), &phrase(who, hit), Confidence::High))
}

/// A politician, by party set against the administration.
///
/// A party alone decides nothing about somebody who has another part in the story (`has_part`).
fn by_party<W: AsRef<str>>(
    who: Described<'_, W>,
    has_part: bool,
    situation: &Situation,
    rules: &SideRules,
) -> Option<Decision> {
    // "Who left Labour for the Greens": the party of now.
    let left = |start: &usize| {
        let before = &who.words[start.saturating_sub(PARTY_REACH)..*start];
        let told = |word: &W| {
            rules.past_roles.before.iter().chain(&rules.past_roles.left).any(|past| past == word.as_ref())
        };
        before.iter().any(told)
    };
    let of_now =
        |start: usize| rules.parties.at(who.words, start).filter(|_| !left(&start)).map(|(party, _)| party);
    let party = (0..who.words.len()).find_map(of_now).or_else(|| rules.parties.first(who.words));
    let office = rules.politicians.hits(who.words, &rules.parties).next();
    if office.is_none() && (party.is_none() || has_part) {
        return None;
    }
    let (council, opposition, other) = (rules.id("council"), rules.id("opposition"), rules.id("other"));
    let parliament = who.words.iter().any(|word| matches!(word.as_ref(), "mp" | "mps" | "parliament"));
    let has_politics = rules.domains.get(situation.domain).is_some_and(|domain| domain.politics);
    let Some(party) = party else {
        // "Chair" alone may be that of anything: who has another part in the story has that one.
        let is_weak = |hit: Hit| {
            let word = who.words[hit.start].as_ref();
            word.starts_with("spokes")
                || has_part && matches!(word, "leader" | "members" | "member" | "chair")
        };
        if office.is_some_and(is_weak) {
            return None;
        }
        let office_hit = office;
        let office = office.map(|hit| phrase(who, hit)).unwrap_or_default();
        let past = office_hit.is_some_and(|hit| is_past(who.words, hit, rules));
        let leads = !past && matches!(office.as_str(), "leader" | "members" | "member" | "chair");
        return Some(match (has_politics, parliament, leads) {
            (false, _, _) => decided(rules, other, &office, Confidence::Medium),
            (true, false, true) => decided(rules, council, &office, Confidence::Low),
            (true, _, _) => decided(rules, opposition, &format!("{office}, party not told"), Confidence::Low),
        });
    };
    let name = rules.parties.name(party);
    let runs: Vec<&str> = situation.administration.iter().map(|party| rules.parties.name(*party)).collect();
    Some(if !has_politics {
        decided(rules, other, &format!("{name} politician"), Confidence::Medium)
    } else if runs.is_empty() {
        decided(
            rules,
            opposition,
            &format!("{name}; the article does not say who runs the body"),
            Confidence::Low,
        )
    } else if !situation.administration.contains(&party) {
        decided(rules, opposition, &format!("{name}; {} runs the body", runs.join(" and ")), Confidence::High)
    } else if parliament {
        decided(rules, other, &format!("{name} MP, of the ruling party"), Confidence::Low)
    } else {
        decided(rules, council, &format!("{name}, which runs the body"), Confidence::Medium)
    })
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;
    use crate::Profile;

    #[track_caller]
    fn check(description: &str, is_person: bool, administration: &str, expected: &str) {
        let rules = &Profile::inspection().side_rules;
        let administration = rules.parties.named(administration).into_iter().collect();
        let situation = Situation { domain: 0, administration };
        let decision = decide(Described { words: &words(description), is_person }, &situation, rules);
        assert_eq!(
            rules.sides[usize::from(decision.side.0)].id,
            expected,
            "{description}: {}",
            decision.evidence
        );
    }

    #[test]
    fn office_holders_speak_for_the_council() {
        check("the cabinet member for children's services", true, "", "council");
        check("leader of Ellerby County Council", true, "", "council");
        check("interim director of children's services", true, "Labour", "council");
        check("a spokesman for the council", false, "", "council");
        check("the authority", false, "", "council");
    }

    #[test]
    fn the_opposition_is_named_or_follows_from_the_party() {
        check("leader of the Conservative opposition", true, "Labour", "opposition");
        check("leader of the Labour group", true, "Conservative", "opposition");
        check("Labour MP", true, "Conservative", "opposition");
        check("Labour councillor for Northgate", true, "Labour", "council");
        check("shadow cabinet member for children", true, "", "opposition");
        check("councillor", true, "", "opposition");
    }

    #[test]
    fn inspectors_and_others_are_known_by_their_body() {
        check("lead inspector", true, "", "inspector");
        check("the watchdog", false, "", "inspector");
        check("unison", false, "", "other");
        check("a mother of three", true, "", "other");
        check("the department for education", false, "", "other");
        check("former social worker", true, "", "other");
    }
}
