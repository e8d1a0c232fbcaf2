//! What a passage is about (aspects) and how it is put (frames), each with the words that decided.
//!
//! To frame is "to select some aspects of a perceived reality and make them more salient" (Entman 1993, Journal of
//! Communication 43(4):51-58). Aspects are the judgement areas of the inspection (`aspects.toml`), of the framework in
//! force when the article appeared (`framework`); frames are ways of putting things (`frames.toml`). Both are found by
//! patterns: phrases, with or without others beside them, categories of `tone.toml`, or a construction (`passive`).
//! The unit is the passage, not the story for which the generic frames of the literature were made.

mod file;
mod framework;
mod lexicon;
mod matches;
mod money;
mod outline;
mod passive;
mod pattern;
mod rules;
#[cfg(test)]
mod tests;

pub use file::Construct;
pub(crate) use framework::applied;
pub use framework::{Applied, Framework};
pub use lexicon::{Code, CodeId, Lexicon, Sources};
pub use outline::{CodeOutline, FrameworkOutline};

use crate::tone::{self, Counted};
use crate::{Profile, Span};
use matches::Matches;

/// A frame or an aspect in a passage, and the words that decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Which frame or aspect.
    pub code: CodeId,
    /// The words that decided, in the text in which they were looked for.
    pub span: Span,
    /// Which pattern of the lexicon found them.
    pub pattern: u32,
}

/// Buffers that are used again from text to text.
#[derive(Debug, Default)]
pub struct Scratch {
    matches: Matches,
}

/// Finds frames, and the aspects of a framework, in a text on its own.
#[must_use]
pub fn find_alone(text: &str, profile: &Profile, framework: Option<usize>) -> Vec<Hit> {
    let mut counted = Vec::new();
    tone::sum_counted(&mut tone::Scratch::default(), text, &profile.tone, &mut counted);
    find(&mut Scratch::default(), text, &counted, None, &profile.framing, framework)
}

/// Finds frames, and the aspects of a framework, in the words of one voice; by code, then by place.
///
/// `counted` are the phrases of `tone.toml` in the same words, with what they count; the words of `cue`, a part of the
/// text, were not read when they were counted. A frame that is met twice has two
/// hits; hits of one code do not overlap.
#[must_use]
pub fn find(
    scratch: &mut Scratch,
    text: &str,
    counted: &[Counted],
    cue: Option<Span>,
    lexicon: &Lexicon,
    framework: Option<usize>,
) -> Vec<Hit> {
    scratch.matches.read(text, lexicon.rules(framework));
    scratch.matches.add_counted(counted, cue, lexicon);
    scratch.matches.add_detected(text, lexicon);
    pattern::hits(&mut scratch.matches, lexicon, framework)
}
