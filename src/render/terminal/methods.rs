//! The methods paragraph, as wide as the terminal.

use std::fmt::Write;

use super::palette::HEADING;
use super::wrap::wrap;
use crate::Methods;

/// The paragraph, and below it the references.
#[must_use]
pub fn methods(methods: &Methods, width: usize) -> String {
    let mut out = format!("{HEADING}Methods{HEADING:#}\n");
    for line in wrap(&methods.paragraph, width) {
        let _ = writeln!(out, "{line}");
    }
    if !methods.references.is_empty() {
        let _ = writeln!(out, "\n{HEADING}References{HEADING:#}");
    }
    for reference in &methods.references {
        for (place, line) in wrap(reference, width.saturating_sub(2)).iter().enumerate() {
            let _ = writeln!(out, "{}{line}", if place > 0 { "  " } else { "" });
        }
    }
    out
}
