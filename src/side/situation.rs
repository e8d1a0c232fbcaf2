//! What an article is about: which kind of body is inspected, and which party runs it.

use super::SideRules;
use super::terms::Hit;
use crate::Briefing;

/// The domain and the administration of one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Situation {
    /// Index into the domains of the profile.
    pub(super) domain: usize,
    /// Parties that run the body.
    pub(super) administration: Vec<usize>,
}

/// How much more a word weighs in the title and the opening than later on.
const OPENING_WEIGHT: usize = 3;

/// How far from a phrase on a coalition its other partners stand, in words: "a coalition of Labour and the Greens".
const COALITION_REACH: usize = 4;

/// Words after which an administration is one of the past, when they follow within four words.
const UNTIL: [&str; 2] = ["until", "till"];

/// Finds the situation from the words of the article's sentences, in order; the first `n_opening` sentences are its
/// title and opening.
pub(crate) fn situation<W: AsRef<str>>(
    sentences: impl Iterator<Item = Vec<W>>,
    n_opening: usize,
    briefing: &Briefing,
    rules: &SideRules,
) -> Situation {
    let told: Vec<usize> =
        briefing.administration.iter().filter_map(|name| rules.parties.named(name)).collect();
    let mut counts = vec![0; rules.domains.len()];
    let mut ruling = Ruling::default();
    for (place, words) in sentences.enumerate() {
        let weight = if place < n_opening { OPENING_WEIGHT } else { 1 };
        for (count, n_hits) in counts.iter_mut().zip(rules.signals.counts(&words, &rules.parties)) {
            *count += weight * n_hits;
        }
        if told.is_empty() {
            ruling.read(&words, rules);
        }
    }
    // The domain with most hits; the first one of the profile when none has any.
    let most = counts.iter().copied().max().unwrap_or(0);
    let domain = counts.iter().position(|n| *n == most).unwrap_or(0);
    Situation { domain, administration: if told.is_empty() { ruling.parties() } else { told } }
}

/// Which parties the article says run the body, and how often.
#[derive(Default)]
struct Ruling {
    counts: Vec<(usize, usize)>,
    /// Partners in a coalition.
    partners: Vec<usize>,
}

impl Ruling {
    /// Reads one sentence.
    fn read<W: AsRef<str>>(&mut self, sentence: &[W], rules: &SideRules) {
        let opens = |word: &W| {
            let word = word.as_ref();
            if word.contains('-') {
                word.split('-').any(|part| rules.parties.opens(part))
            } else {
                rules.parties.opens(word)
            }
        };
        // Every phrase for an administration names a party.
        if !sentence.iter().any(opens) {
            return;
        }
        let words: Vec<&str> = sentence.iter().flat_map(|word| word.as_ref().split('-')).collect();
        for hit in rules.administration.hits(&words, &rules.parties) {
            let Some(party) = hit.party.filter(|_| !is_past(&words, hit, rules)) else {
                continue;
            };
            self.add(party);
            if words[hit.start..hit.end].iter().any(|word| rules.joint.iter().any(|joint| joint == word)) {
                let near =
                    hit.start.saturating_sub(COALITION_REACH)..(hit.end + COALITION_REACH).min(words.len());
                let mut start = near.start;
                while start < near.end {
                    let named = rules.parties.at(&words, start);
                    start += named.map_or(1, |(_, n_words)| n_words);
                    if let Some((partner, _)) =
                        named.filter(|(partner, _)| *partner != party && !self.partners.contains(partner))
                    {
                        self.partners.push(partner);
                    }
                }
            }
        }
    }

    fn add(&mut self, party: usize) {
        match self.counts.iter_mut().find(|(known, _)| *known == party) {
            Some((_, n)) => *n += 1,
            None => self.counts.push((party, 1)),
        }
    }

    /// The parties named most often, then their partners.
    fn parties(mut self) -> Vec<usize> {
        let most = self.counts.iter().map(|(_, n)| *n).max().unwrap_or(0);
        let mut parties: Vec<usize> =
            self.counts.into_iter().filter(|(_, n)| *n == most).map(|(party, _)| party).collect();
        self.partners.retain(|partner| !parties.contains(partner));
        parties.extend(self.partners);
        parties
    }
}

fn is_past(words: &[&str], hit: Hit, rules: &SideRules) -> bool {
    let before = &words[hit.start.saturating_sub(2)..hit.start];
    let after = &words[hit.end..words.len().min(hit.end + 4)];
    before.iter().any(|word| rules.past.iter().any(|past| past == word))
        || after.iter().any(|word| UNTIL.contains(word))
}

impl Situation {
    /// The kind of body that is inspected; empty where the profile knows none.
    pub(crate) fn domain_id<'r>(&self, rules: &'r SideRules) -> &'r str {
        rules.domains.get(self.domain).map_or("", |domain| domain.id.as_str())
    }

    /// Adds the parties of speakers who hold an office of the administration, where the article did not say more.
    pub(crate) fn learn<'a>(&mut self, described: impl Iterator<Item = &'a [String]>, rules: &SideRules) {
        if !self.administration.is_empty() {
            return;
        }
        for words in described {
            let mut offices = rules.ruling_roles.hits(words, &rules.parties);
            let holds = offices.any(|hit| {
                let before = &words[hit.start.saturating_sub(2)..hit.start];
                !before.iter().any(|word| {
                    rules.past.contains(word) || word.contains("shadow") || word.contains("opposition")
                })
            });
            if let Some(party) =
                rules.parties.first(words).filter(|party| holds && !self.administration.contains(party))
            {
                self.administration.push(party);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;
    use crate::Profile;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let rules = &Profile::inspection().side_rules;
        let found = situation([words(text)].into_iter(), 1, &Briefing::default(), rules).administration;
        let names: Vec<&str> = found.iter().map(|party| rules.parties.name(*party)).collect();
        assert_eq!(names, expected, "{text}");
    }

    #[test]
    fn the_article_says_who_runs_the_council() {
        check("the Labour-run borough council has been handed the lowest grade", &["Labour"]);
        check("the ruling Conservatives said no", &["Conservative"]);
        check("the Liberal Democrat-led authority", &["Liberal Democrat"]);
        check("when the former Labour administration fell", &[]);
        check("the Liberal Democrat-Green coalition", &["Green", "Liberal Democrat"]);
        check("a Labour councillor said so", &[]);
    }

    #[test]
    fn the_domain_is_the_body_that_is_talked_of_most() {
        let rules = &Profile::inspection().side_rules;
        let id = |text: &str| {
            let found = situation([words(text)].into_iter(), 1, &Briefing::default(), rules);
            rules.domains[found.domain].id.clone()
        };
        assert_eq!(
            id("Inspectors found prisoners at the jail locked up all day, the governor said"),
            "prison"
        );
        assert_eq!(id("The council's children's services were inspected"), "council");
        assert_eq!(id("The hospital let down its patients on every ward"), "health");
    }
}
