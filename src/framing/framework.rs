//! The frameworks that inspectorates judge by, and which of them an article is about.
//!
//! Judgement areas change: Ofsted judged children's services by the single inspection framework until 2017 and by ILACS
//! since. An article is read by the framework of its kind of service that was in force on its date; where several are,
//! by the one whose words it uses most. Without a date it is read by the newest.

use std::ops::Range;

use toml::Spanned;

use super::file::FrameworkFile;
use super::lexicon::Lexicon;
use super::matches::Matches;
use super::rules::Role;

/// What an inspectorate judges by.
#[derive(Clone, Debug)]
pub struct Framework {
    /// "ofsted-ilacs".
    pub id: String,
    /// What people read.
    pub name: String,
    /// Who inspects by it.
    pub inspectorate: String,
    /// The publication that sets the judgement areas.
    pub literature: String,
    /// First day in force, `YYYY-MM-DD`.
    pub from: Option<String>,
    /// Last day in force.
    pub until: Option<String>,
    /// Ids of the domains of `sides.toml`.
    pub domains: Vec<String>,
    /// Its aspects, by their places in the lexicon.
    pub(super) codes: Range<usize>,
}

/// The framework by which an article is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// Index into [`Lexicon::frameworks`].
    pub framework: usize,
    /// Why this one, for people.
    pub evidence: String,
}

/// Where something is wrong, and what.
type Complaint<'a> = (&'a Spanned<String>, String);

impl Framework {
    pub(super) fn new(file: &FrameworkFile, codes: Range<usize>) -> Result<Self, Complaint<'_>> {
        for day in [&file.from, &file.until].into_iter().flatten() {
            if !is_day(day.get_ref()) {
                return Err((day, format!("`{}` is no day; write it as \"2018-01-31\"", day.get_ref())));
            }
        }
        let day = |day: &Option<Spanned<String>>| day.as_ref().map(|day| day.get_ref().clone());
        Ok(Self {
            id: file.id.get_ref().clone(),
            name: file.name.clone(),
            inspectorate: file.inspectorate.clone(),
            literature: file.literature.clone(),
            from: day(&file.from),
            until: day(&file.until),
            domains: file.domains.iter().map(|domain| domain.get_ref().clone()).collect(),
            codes,
        })
    }

    /// Whether it was in force; without a date, whether it still is.
    fn is_in_force(&self, date: Option<&str>) -> bool {
        let Some(date) = date else {
            return self.until.is_none();
        };
        self.from.as_deref().is_none_or(|from| from <= date)
            && self.until.as_deref().is_none_or(|until| date <= until)
    }
}

/// `YYYY-MM-DD`, which sorts as it dates.
fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    lengths == [4, 2, 2] && parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The framework of an article on this domain, from its date and words.
pub(crate) fn applied(text: &str, domain: &str, date: Option<&str>, lexicon: &Lexicon) -> Option<Applied> {
    let fits = |framework: &Framework| {
        framework.is_in_force(date) && framework.domains.iter().any(|known| known == domain)
    };
    let candidates: Vec<usize> =
        (0..lexicon.frameworks.len()).filter(|place| fits(&lexicon.frameworks[*place])).collect();
    let signals = if candidates.len() > 1 { signals(text, lexicon) } else { Vec::new() };
    let n_signals = |place: &usize| signals.get(*place).copied().unwrap_or_default();
    let most = candidates.iter().map(n_signals).max()?;
    let framework = *candidates.iter().find(|place| n_signals(place) == most)?;
    Some(Applied { framework, evidence: evidence(&lexicon.frameworks[framework], domain, date, most) })
}

/// How many signals of each framework the text holds.
fn signals(text: &str, lexicon: &Lexicon) -> Vec<usize> {
    let mut matches = Matches::default();
    matches.read(text, lexicon.signals());
    let mut counts = vec![0; lexicon.frameworks.len()];
    for found in &matches.found {
        if let Role::Signal(framework) = found.role {
            counts[framework as usize] += 1;
        }
    }
    counts
}

fn evidence(framework: &Framework, domain: &str, date: Option<&str>, n_signals: usize) -> String {
    let force = match (date, framework.from.as_deref(), framework.until.as_deref()) {
        (None, Some(from), _) => format!("no date given, in force since {from}"),
        (None, None, _) => "no date given".to_owned(),
        (Some(date), _, _) => format!("in force on {date}"),
    };
    let words = if n_signals > 0 { format!("; {n_signals} of its words") } else { String::new() };
    format!("domain {domain}; {force}{words}")
}
