//! How a side looks on the page: hue, pattern of the underline and shape, so that nothing rests on colour alone.

use maud::{Markup, html};

use super::plain::plain;
use crate::{Report, SideId};

/// The classes of a side: hue and pattern as on the charts, where the fifth side has the first hue again with another shape.
pub(super) fn classes(report: &Report, side: SideId) -> String {
    let place = usize::from(side.0);
    if report.sides.get(place).is_some_and(|side| side.id == "press") {
        return String::from("hp pp");
    }
    format!("h{} p{}", place % 4, (place + place / 4) % 4)
}

/// The mark of a side.
pub(super) fn swatch(report: &Report, side: SideId) -> Markup {
    let classes = classes(report, side);
    let pattern = classes.split(' ').nth(1).unwrap_or_default();
    html! {
        svg class={ "swatch " (classes) } viewBox="0 0 24 24" aria-hidden="true" {
            @match pattern {
                "p0" => { circle cx="12" cy="12" r="10" {} }
                "p1" => { rect x="3" y="3" width="18" height="18" {} }
                "p2" => { polygon points="12,1 23,21 1,21" {} }
                "p3" => { polygon points="12,0 24,12 12,24 0,12" {} }
                _ => { circle.ring cx="12" cy="12" r="8.5" {} }
            }
        }
    }
}

/// Mark and label.
pub(super) fn named(report: &Report, side: SideId) -> Markup {
    html! { (swatch(report, side)) " " (plain(report.label(side))) }
}

/// The word for a side in attributes.
pub(super) fn id(report: &Report, side: SideId) -> &str {
    report.sides.get(usize::from(side.0)).map_or("", |side| side.id.as_str())
}
