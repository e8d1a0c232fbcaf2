//! Where the article is on the page: its blocks, each a title, running text or furniture.
//!
//! The page is cut into lines ([`lines`]), each line is looked at for what it shows by itself ([`look`]) and
//! for phrases that give furniture away ([`furniture`]); then [`page`] reads the lines in their order: what a
//! section heading opens, where the headline stands, what is left between and after the paragraphs.
//! Wherever the evidence is thin, a line is body: a missed link is a blemish, a lost quotation is an error.

mod furniture;
mod lines;
mod look;
mod page;
mod reason;
mod shapes;
mod titles;

pub use furniture::Furniture;

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
    /// Why the kind was chosen, in a few words ("caption", "headline").
    pub reason: &'static str,
}

/// Cuts a text into its blocks.
#[must_use]
pub fn blocks(text: &str, profile: &Profile) -> Vec<Block> {
    let lines = lines::lines(text);
    let looks: Vec<look::Look> = lines.iter().map(|line| look::Look::new(text, *line)).collect();
    let labels = page::labels(&looks, &profile.furniture);
    lines
        .iter()
        .zip(&looks)
        .zip(labels)
        .map(|((line, look), label)| Block {
            span: line.span,
            kind: label.kind,
            list_item: look.list_item,
            reason: label.reason,
        })
        .collect()
}
