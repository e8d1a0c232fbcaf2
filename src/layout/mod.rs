//! Where the article is on the page: its blocks, each a title, running text or furniture.
//!
//! The page is cut into lines ([`lines`]), each line is looked at for what it shows by itself ([`look`]) and
//! for phrases that give furniture away ([`furniture`]); then [`page`] reads the lines in their order: what a
//! section heading opens, where the headline stands, what is left between and after the paragraphs.
//! Wherever the evidence is thin, a line is body: a missed link is a blemish, a lost quotation is an error.

mod appeal;
mod furniture;
mod lines;
mod look;
mod page;
mod phrases;
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(text: &str) -> Vec<Block> {
        blocks(text, Profile::inspection())
    }

    /// Ordered, disjoint, on character bounds, missing only white space.
    fn assert_covers(text: &str) {
        let mut end = 0;
        for block in found(text) {
            assert!(block.span.start >= end && !block.span.is_empty());
            assert!(text[end..block.span.start].trim().is_empty());
            assert_eq!(block.span, block.span.trimmed(text));
            end = block.span.end;
        }
        assert!(text[end..].trim().is_empty());
    }

    proptest! {
        #[test]
        fn blocks_miss_only_white_space(text in "(?s).{0,300}") {
            assert_covers(&text);
        }

        #[test]
        fn blocks_of_pages_miss_only_white_space(
            lines in proptest::collection::vec(
                prop_oneof![
                    Just("Image caption,"), Just("Most Read"), Just("Notes to Editors"), Just("19:04"), Just("•"), Just(""),
                    Just("\u{200b}"), Just("• Plans"), Just("It said:"), Just("He said: “We are sorry.” | “Very.” |"),
                    Just("Why?"), Just("By Jane Smith"), Just("Council says sorry to families"), Just("The leader said sorry again."),
                ],
                0..30,
            ),
            line_end in prop_oneof![Just("\n"), Just("\r\n"), Just("\r"), Just("\u{2028}"), Just("\n\u{a0}\n")],
        ) {
            assert_covers(&lines.join(line_end));
        }
    }

    #[test]
    fn nothing_gives_no_blocks() {
        assert!(found("").is_empty());
        assert!(found(" \n\u{a0}\t\r\n").is_empty());
    }

    #[test]
    fn every_block_has_a_reason() {
        assert!(
            found("Council sorry for failing children\nIt said so.\nENDS")
                .iter()
                .all(|block| !block.reason.is_empty())
        );
    }

    #[test]
    fn long_texts_are_read_in_linear_time() {
        for text in [
            "She said no. ".repeat(160_000),
            "x".repeat(2_000_000),
            "| ".repeat(1_000_000),
            "So. | ".repeat(100_000),
            "Council says sorry\n".repeat(200_000),
            "Most Read\nIs it?\n19:04\n".repeat(70_000),
            (0..200_000).map(|n| format!("Heading {n} of it\n")).collect(),
            format!("{}It said so.", "Local Echo\n".repeat(200_000)),
            format!("{}It said so.", "Council says sorry to its families\nx\n".repeat(100_000)),
            (0..100_000)
                .map(|n| format!("Heading {n} of all of them\nIs {n} it?\n"))
                .chain(["It said so.".into()])
                .collect(),
        ] {
            assert!(!found(&text).is_empty());
        }
    }
}
