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
    let domain = rules.domains.get(situation.domain).map_or("", |domain| domain.id.as_str());
    let hits = rules.rule_terms.first_hits(who.words, &rules.parties);
    let of_group = |group: usize| hits.iter().find(|(known, _)| *known == group).map(|(_, hit)| *hit);
    rules.rules.iter().enumerate().find_map(|(n, rule)| {
        let hit = of_group(2 * n).filter(|_| of_group(2 * n + 1).is_none())?;
        let here = rule.domains.is_empty() || rule.domains.iter().any(|id| id == domain);
        here.then_some((rule, hit))
    })
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
    let is_head = |hit: &Hit| ends(hit) && !depends(hit);
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
    let party = rules.parties.first(who.words);
    let office = rules.politicians.hits(who.words, &rules.parties).next();
    if office.is_none() && (party.is_none() || has_part) {
        return None;
    }
    let (council, opposition, other) = (rules.id("council"), rules.id("opposition"), rules.id("other"));
    let parliament = who.words.iter().any(|word| matches!(word.as_ref(), "mp" | "mps" | "parliament"));
    let domain = rules.domains.get(situation.domain).map_or("", |domain| domain.id.as_str());
    let has_politics = matches!(domain, "council" | "housing" | "fire");
    let Some(party) = party else {
        if office.is_some_and(|hit| who.words[hit.start].as_ref().starts_with("spokes")) {
            return None;
        }
        let office = office.map(|hit| phrase(who, hit)).unwrap_or_default();
        let leads = matches!(office.as_str(), "leader" | "members" | "member" | "chair");
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
