//! A chart on the page: its words as text, its picture as drawn.

use maud::{Markup, PreEscaped, html};

use super::plain::plain;
use crate::render::chart::Chart;

/// Title, picture and caption; the title is left out where the page has said the same. A narrow screen scrolls the picture sideways rather than shrink its letters.
pub(super) fn figure(chart: &Chart, has_title: bool) -> Markup {
    html! {
        figure.chart id={ "chart-" (chart.name) } {
            div.heading {
                @if has_title { h3 { (plain(&chart.title)) } }
                p { (plain(&chart.subtitle)) }
            }
            div.scroll role="region" tabindex="0" aria-label={ "Picture: " (plain(&chart.title)) } {
                (PreEscaped(&chart.picture))
            }
            figcaption { (plain(&chart.caption)) }
        }
    }
}
