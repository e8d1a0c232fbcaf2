//! Compares how each side frames the same report.
//!
//! slantwise reads news articles about an inspection, cuts them into sentences, finds whose voice each sentence
//! carries, scores sentiment with VADER and sets the sides next to each other. The library is two calls:
//! [`analyze`] reads one article, [`compare`] sets the analyses next to each other.
#![warn(clippy::print_stdout, clippy::print_stderr)]

mod analysis;
mod attribution;
mod document;
mod english;
mod error;
mod evaluate;
pub mod framing;
pub mod input;
mod layout;
mod lexicons;
mod one_line;
pub mod output;
mod phrase;
pub mod profile;
mod quotation;
pub mod render;
mod report;
mod segment;
mod side;
mod span;
mod speaker;
pub mod statistics;
mod token;
pub mod tone;
pub mod vader;

pub use analysis::{Analysis, Attribution, Confidence, Mode, Passage, Quotation, Sentence, Speaker, analyze};
pub use document::{Briefing, Document};
pub use error::Error;
pub use evaluate::{
    Agreement, Aspect, Calibration, CodedTwice, Confusion, Difference, Evaluation, Figure, GoldUnit, Labels,
    agreement, evaluate,
};
pub use layout::{Block, Furniture, Kind, blocks};
pub use profile::Profile;
pub use report::{
    AspectSummary, CompareOptions, Contrast, Effect, Finding, FrameSummary, Method, Methods, OutletSummary,
    Place, Presence, Report, Shares, SideSummary, SpeakerSummary, Tested, Voice, WordSummary, compare,
    compare_with,
};
pub use segment::{Abbreviations, sentences};
pub use side::{Side, SideId};
pub use span::{CharacterIndex, Span};

/// The examples of the README are compiled.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
