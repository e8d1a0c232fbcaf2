//! A colour for each side, told apart without colour too: every line carries the name of its side.

use anstyle::{AnsiColor, Style};

use crate::{Profile, SideId};

/// The colours of the sides that are neither `press` nor `other`, in the order of the profile. Yellow and red come
/// late: one is hard to see on white, the other reads as an alarm.
const COLOURS: [AnsiColor; 6] = [
    AnsiColor::Blue,
    AnsiColor::Magenta,
    AnsiColor::Green,
    AnsiColor::Cyan,
    AnsiColor::Yellow,
    AnsiColor::Red,
];

/// For what explains and is not the article.
pub(super) const ASIDE: Style = Style::new().dimmed();

/// For headings.
pub(super) const HEADING: Style = Style::new().bold();

/// The style of a side: the press is plain, people on no side are cyan.
pub(super) fn style(side: SideId, profile: &Profile) -> Style {
    if side == profile.press() {
        return Style::new();
    }
    let colour =
        if side == profile.other() { AnsiColor::Cyan } else { COLOURS[usize::from(side.0) % COLOURS.len()] };
    Style::new().fg_color(Some(colour.into()))
}
