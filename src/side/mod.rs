//! The sides of a story, and which side a speaker is on: by role, by body, by party set against who runs the body.

mod decide;
mod situation;
mod terms;

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::Error;
pub(crate) use decide::{Decision, Described, decide};
pub(crate) use situation::{Situation, situation};
use terms::Terms;
pub(crate) use terms::{Names, words};

/// A side of the profile, by its place in [`Profile::sides`](crate::Profile::sides).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SideId(pub u8);

/// A group that speakers speak for. Sides are data of the profile.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Side {
    /// The word in the tables: `council`, `opposition`, `inspector`, `other`, `press`.
    pub id: String,
    /// The words in charts and tables for people ("Council").
    pub label: String,
    /// What the side stands for, in one sentence.
    pub description: String,
}

/// The rules of a profile that give speakers their side (`sides.toml`), ready to match.
#[derive(Clone, Debug)]
pub(crate) struct SideRules {
    pub(crate) name: String,
    /// What the profile is for, in one sentence.
    pub(crate) description: String,
    pub(crate) sides: Vec<Side>,
    pub(crate) parties: Names,
    /// Inspectorates with their short forms.
    pub(crate) inspectorates: Names,
    /// "Labour-run", "ruling Labour": who runs the body.
    administration: Terms,
    past: Vec<String>,
    /// "Coalition": several parties run the body.
    joint: Vec<String>,
    past_roles: PastEntry,
    ruling_roles: Terms,
    domains: Vec<Domain>,
    /// What tells that an article is about a domain; groups in the order of `domains`.
    signals: Terms,
    rules: Vec<Rule>,
    /// Two groups for each rule: its terms, its exceptions.
    rule_terms: Terms,
    politicians: Terms,
}

/// A kind of inspected body.
#[derive(Clone, Debug)]
struct Domain {
    id: String,
    /// Whether politicians run the body, so that its critics in politics are the opposition.
    politics: bool,
    body: Terms,
}

/// Words that put a speaker on a side.
#[derive(Clone, Debug)]
struct Rule {
    side: SideId,
    /// Decides before the inspected body and the parties are looked at.
    firm: bool,
    domains: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: String,
    description: String,
    side: Vec<Side>,
    party: Vec<NamesEntry>,
    inspectorate: Vec<NamesEntry>,
    administration: AdministrationEntry,
    past_roles: PastEntry,
    domain: Vec<DomainEntry>,
    rule: Vec<RuleEntry>,
    politicians: TermList,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NamesEntry {
    names: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AdministrationEntry {
    runs: Vec<String>,
    terms: Vec<String>,
    past: Vec<String>,
    joint: Vec<String>,
    roles: Vec<String>,
}

/// Words that make a role one of the past.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PastEntry {
    before: Vec<String>,
    after: Vec<String>,
    left: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DomainEntry {
    id: String,
    #[expect(dead_code, reason = "the label is for readers of the profile")]
    label: String,
    #[serde(default)]
    politics: bool,
    signals: Vec<String>,
    body: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleEntry {
    side: String,
    #[expect(dead_code, reason = "the reason is for readers of the profile")]
    because: String,
    #[serde(default)]
    firm: bool,
    #[serde(default)]
    domains: Vec<String>,
    terms: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TermList {
    terms: Vec<String>,
}

impl SideRules {
    /// Reads `sides.toml`; `path` is for error messages.
    ///
    /// # Errors
    /// [`Error::Parse`] when it is not the TOML that is expected, or a rule names a side or domain that is not there.
    pub(crate) fn parse(path: &Path, text: &str) -> Result<Self, Error> {
        let file: File = toml::from_str(text).map_err(|error| Error::toml(path.into(), text, &error))?;
        let terms = file.rule.iter().flat_map(|entry| [entry.terms.as_slice(), &entry.unless]);
        let rule_terms = Terms::grouped(terms);
        let signals = Terms::grouped(file.domain.iter().map(|entry| entry.signals.as_slice()));
        let rules = file
            .rule
            .into_iter()
            .map(|entry| rule(entry, &file.side, (path, text)))
            .collect::<Result<_, _>>()?;
        let domain = |entry: DomainEntry| Domain {
            id: entry.id,
            politics: entry.politics,
            body: Terms::new(&entry.body),
        };
        let administration: Vec<String> =
            file.administration.runs.into_iter().chain(file.administration.terms).collect();
        Ok(Self {
            name: file.name,
            description: file.description,
            sides: file.side,
            parties: Names::new(file.party.into_iter().map(|party| party.names)),
            inspectorates: Names::new(file.inspectorate.into_iter().map(|body| body.names)),
            administration: Terms::new(&administration),
            past: file.administration.past,
            joint: file.administration.joint,
            past_roles: file.past_roles,
            ruling_roles: Terms::new(&file.administration.roles),
            domains: file.domain.into_iter().map(domain).collect(),
            signals,
            rules,
            rule_terms,
            politicians: Terms::new(&file.politicians.terms),
        })
    }

    /// How many rules there are.
    pub(crate) const fn n_rules(&self) -> usize {
        self.rules.len()
    }

    /// The side with this id; the last one when there is none, which [`Self::parse`] rules out for rules.
    fn id(&self, id: &str) -> SideId {
        side_id(&self.sides, id).unwrap_or(SideId(0))
    }
}

fn side_id(sides: &[Side], id: &str) -> Option<SideId> {
    sides.iter().position(|side| side.id == id).and_then(|place| u8::try_from(place).ok()).map(SideId)
}

fn rule(entry: RuleEntry, sides: &[Side], (path, text): (&Path, &str)) -> Result<Rule, Error> {
    let side = side_id(sides, &entry.side).ok_or_else(|| {
        let line =
            text.lines().position(|line| line.contains(&format!("side = \"{}\"", entry.side))).unwrap_or(0)
                + 1;
        let known: Vec<String> = sides.iter().map(|side| format!("`{}`", side.id)).collect();
        let message = format!("unknown side `{}`, expected one of {}", entry.side, known.join(", "));
        Error::Parse { path: path.into(), line, message }
    })?;
    Ok(Rule {
        side,
        firm: entry.firm || side != side_id(sides, "other").unwrap_or(side),
        domains: entry.domains,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_side_is_named_with_its_line() {
        let text = include_str!("../../lexicons/inspection/sides.toml").replacen(
            "side = \"inspector\"",
            "side = \"inspektor\"",
            1,
        );
        let message = SideRules::parse(Path::new("sides.toml"), &text).unwrap_err().to_string();
        assert!(
            message.contains("unknown side `inspektor`, expected one of `council`, `opposition`"),
            "{message}"
        );
    }
}
