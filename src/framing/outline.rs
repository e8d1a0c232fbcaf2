//! What the lists of frames and aspects hold, in figures.

use serde::Serialize;

use super::lexicon::{Code, CodeId, Lexicon};

/// A frame or an aspect, counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CodeOutline {
    /// "past-failure".
    pub id: String,
    /// What people read.
    pub name: String,
    /// What counts.
    pub definition: String,
    /// `published`, `adapted` or `ours`; nothing for aspects.
    pub construct: Option<&'static str>,
    /// Where it is from.
    pub literature: String,
    /// Phrases that make a hit, as they are written; those of `tone.toml` are not counted.
    pub terms: usize,
}

/// A framework with its aspects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FrameworkOutline {
    /// "ofsted-ilacs".
    pub id: String,
    /// What people read.
    pub name: String,
    /// Who inspects by it.
    pub inspectorate: String,
    /// First day in force.
    pub from: Option<String>,
    /// Last day in force.
    pub until: Option<String>,
    /// Its judgement areas.
    pub aspects: Vec<CodeOutline>,
}

impl Lexicon {
    /// The frames in the order of the file.
    #[must_use]
    pub fn outline_of_frames(&self) -> Vec<CodeOutline> {
        let counts = self.n_terms();
        self.frames().map(|code| outline(code, &counts)).collect()
    }

    /// The frameworks in the order of the file.
    #[must_use]
    pub fn outline_of_frameworks(&self) -> Vec<FrameworkOutline> {
        let counts = self.n_terms();
        let one = |(place, framework): (usize, &super::Framework)| FrameworkOutline {
            id: framework.id.clone(),
            name: framework.name.clone(),
            inspectorate: framework.inspectorate.clone(),
            from: framework.from.clone(),
            until: framework.until.clone(),
            aspects: self.aspects(place).map(|code| outline(code, &counts)).collect(),
        };
        self.frameworks().iter().enumerate().map(one).collect()
    }
}

fn outline((id, code): (CodeId, &Code), n_terms: &[usize]) -> CodeOutline {
    CodeOutline {
        id: code.id.clone(),
        name: code.name.clone(),
        definition: code.definition.clone(),
        construct: code.construct.map(super::Construct::name),
        literature: code.literature.clone(),
        terms: n_terms[usize::from(id.0)],
    }
}
