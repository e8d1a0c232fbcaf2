//! Where the article is on the page: its blocks, each a title, running text or furniture.

use crate::{Profile, Span};

/// What a block of the page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Running text, bullets and pull quotes.
    Body,
    /// Headline, standfirst, cross-head.
    Title,
    /// What is not the article: navigation, captions, bylines, dates, adverts, prompts.
    Furniture,
}

impl Kind {
    /// The word that the tables print.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Title => "title",
            Self::Furniture => "furniture",
        }
    }
}

/// A paragraph, list item, heading or line of furniture. Blocks are ordered and disjoint and miss only
/// white space. A block may hold line breaks where its lines plainly continue one another (hard-wrapped text).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its place in the text, without white space at the ends.
    pub span: Span,
    /// Title, body or furniture.
    pub kind: Kind,
    /// Whether it is an item of a list (its bullet or number is inside the span).
    pub list_item: bool,
    /// Why the kind was chosen, in a few words ("caption label", "first line of the text").
    pub reason: &'static str,
}

/// Cuts a text into its blocks.
#[must_use]
pub fn blocks(text: &str, profile: &Profile) -> Vec<Block> {
    let _ = profile;
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trimmed(text);
        start += line.len();
        if !span.is_empty() {
            blocks.push(Block {
                span,
                kind: Kind::Body,
                list_item: false,
                reason: "a line",
            });
        }
    }
    blocks
}
