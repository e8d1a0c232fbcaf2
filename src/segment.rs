//! Cuts a block of text into sentences.

use unicode_segmentation::UnicodeSegmentation;

use crate::{Profile, Span};

/// The sentences of the block `span` of `text`: ordered, disjoint, missing only white space, each without
/// white space at its ends.
#[must_use]
pub fn sentences(text: &str, span: Span, profile: &Profile) -> Vec<Span> {
    let _ = profile;
    let block = span.of(text);
    block
        .split_sentence_bound_indices()
        .map(|(at, words)| Span::new(span.start + at, span.start + at + words.len()).trimmed(text))
        .filter(|sentence| !sentence.is_empty())
        .collect()
}
