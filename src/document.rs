//! An article as it was published, and what the user told us about it.

use crate::side::SideId;

/// One article: its text as decoded, never cleaned, so that every offset is true.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// File name without extension, or the id that the study or the JSON line gives.
    pub id: String,
    /// The text; every [`Span`](crate::Span) points into it.
    pub text: String,
    /// Who published it, where the study says so.
    pub outlet: Option<String>,
    /// When it was published (as the study gives it, `YYYY-MM-DD`).
    pub date: Option<String>,
    /// What the user knows about the article and the program need not find.
    pub briefing: Briefing,
}

/// What the user says about an article; it overrules whatever the article seems to say.
#[derive(Clone, Debug, Default)]
pub struct Briefing {
    /// Names with the side that the user gives them (`--speaker "NAME=SIDE"`).
    pub speakers: Vec<(String, SideId)>,
    /// The party or parties that run the inspected body (`--administration`).
    pub administration: Vec<String>,
    /// Whose voice the article's own voice is: a press release speaks for its sender (`--narrator`).
    pub narrator: Option<SideId>,
}

impl Document {
    /// A document of which nothing but its words is known.
    #[must_use]
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Self {
        Self { id: id.into(), text: text.into(), ..Self::default() }
    }
}
