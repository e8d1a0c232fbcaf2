//! What a profile holds, for programs.

use crate::profile::Outline;

/// The outline as one object, with a line feed after it.
#[must_use]
pub fn profile(outline: &Outline) -> String {
    let mut printed = serde_json::to_string_pretty(outline).expect("plain structs are valid JSON");
    printed.push('\n');
    printed
}
