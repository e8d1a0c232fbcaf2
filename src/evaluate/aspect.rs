//! What a label says something about, and the places where program and label differ.

use crate::Confidence;

/// What a label says something about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aspect {
    /// Whose voice it is.
    Side,
    /// Body, title or furniture.
    Kind,
    /// The name of who speaks.
    Speaker,
    /// Direct, mixed, indirect or none.
    Mode,
    /// Favourable, neutral or unfavourable.
    Tone,
    /// Where the unit begins and ends.
    Segment,
    /// Where quotations begin and end.
    Quotes,
    /// Whether a side that the program was sure of is right.
    Confidence,
}

impl Aspect {
    /// All of them, in the order of the command line's help.
    pub const ALL: [Self; 8] = [
        Self::Side,
        Self::Speaker,
        Self::Mode,
        Self::Quotes,
        Self::Segment,
        Self::Kind,
        Self::Confidence,
        Self::Tone,
    ];

    /// The word on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Side => "side",
            Self::Kind => "kind",
            Self::Speaker => "speaker",
            Self::Mode => "mode",
            Self::Tone => "tone",
            Self::Segment => "segment",
            Self::Quotes => "quotes",
            Self::Confidence => "confidence",
        }
    }
}

/// One place where the analysis and the labels differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What they differ on.
    pub aspect: Aspect,
    /// The id of the article.
    pub document: String,
    /// Where the unit or quotation starts, in characters from 0.
    pub start: usize,
    /// One past its last character.
    pub end: usize,
    /// What people said; empty for a quotation that they did not mark.
    pub expected: String,
    /// What the analysis says; empty where it says nothing.
    pub found: String,
    /// Why the analysis says so; empty where no passage covers the place.
    pub evidence: String,
    /// How sure it was of voice and side; none where no passage covers the place.
    pub confidence: Option<Confidence>,
    /// The words of the unit or quotation.
    pub text: String,
}
