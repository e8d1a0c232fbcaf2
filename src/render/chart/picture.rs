//! The picture of a chart for a page: text stays text, and marks know the sentences that they stand for.

use std::fmt::Write;
use std::ops::Range;

use super::canvas::{Drawing, Mark};
use super::flatten::escaped;
use super::page::{MARGIN, Page, WIDTH};
use crate::render::html::MAX_STORIES;
use crate::{Place, Report};

/// The elements of the drawing in `elements`, which lie between `top` and `top + height`.
pub(super) fn picture(
    drawing: &Drawing,
    elements: Range<usize>,
    (top, height): (f64, f64),
    page: &Page,
    report: &Report,
) -> String {
    let first_rows = report.first_rows();
    let name = &page.name;
    let mut out = format!(
        "<svg viewBox=\"{MARGIN} {top} {} {height}\" role=\"group\" aria-labelledby=\"{name}-t {name}-d\">\
         <title id=\"{name}-t\">{}</title><desc id=\"{name}-d\">{}</desc>",
        WIDTH - 2.0 * MARGIN,
        escaped(&page.title),
        escaped(&page.description),
    );
    let mut widths = drawing.widths.iter();
    let on_page = |mark: &&Mark| mark.places.iter().any(|place| place.article < MAX_STORIES);
    let mut marks = drawing.marks.iter().filter(|mark| !mark.elements.is_empty()).filter(on_page).peekable();
    for (place, element) in split(&drawing.svg).enumerate() {
        let width = element.starts_with("<text").then(|| widths.next().copied().unwrap_or_default());
        if !elements.contains(&place) {
            continue;
        }
        if let Some(mark) = marks.peek().filter(|mark| mark.elements.start == place) {
            open(&mut out, mark, &first_rows);
        }
        push(&mut out, element, width);
        if marks.next_if(|mark| mark.elements.end == place + 1).is_some() {
            out.push_str("</a>");
        }
    }
    out.push_str("</svg>");
    out
}

/// The elements of a drawing as the backend writes them: a line each, three for a text.
fn split(svg: &str) -> impl Iterator<Item = &str> {
    let mut rest = svg.split_once('\n').map_or("", |(_, rest)| rest);
    std::iter::from_fn(move || {
        let end = if rest.starts_with("<text") { "</text>\n" } else { "/>\n" };
        let (element, after) = rest.split_at(rest.find(end)? + end.len());
        rest = after;
        Some(element)
    })
}

/// What stands for no sentence of the page is no link.
fn open(out: &mut String, mark: &Mark, first_rows: &[usize]) {
    let row = |place: &Place| first_rows[place.article] + place.passage;
    let on_page = mark.places.iter().filter(|place| place.article < MAX_STORIES);
    let rows: Vec<String> = on_page.map(|place| row(place).to_string()).collect();
    write!(out, "<a class=\"mark\" href=\"#s{}\" tabindex=\"-1\" data-s=\"{}\">", rows[0], rows.join(" "))
        .ok();
}

/// The element without what says nothing. A text keeps the width that it has in Noto Sans, whatever font the page has.
fn push(out: &mut String, element: &str, width: Option<f64>) {
    let mut short = element.replace(" opacity=\"1\"", "");
    for idle in [" stroke=\"none\"", " font-family=\"Noto Sans\"", " text-anchor=\"start\""] {
        short = short.replacen(idle, "", 1);
    }
    if short.starts_with("<circle") && !short.contains(" stroke=\"#") {
        short = short.replacen(" stroke-width=\"1\"", "", 1);
    }
    let short = short.replace(" \"/>", "\"/>").replace(">\n", ">").replace("\n<", "<");
    match width.filter(|width| *width > 0.0) {
        Some(width) => {
            let shown = short.replacen(
                "<text",
                &format!("<text textLength=\"{width:.0}\" lengthAdjust=\"spacingAndGlyphs\""),
                1,
            );
            out.push_str(&shown);
        }
        None => out.push_str(&short),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::chart::canvas::{Anchor, GREY, INK, Type};
    use crate::{Profile, compare};

    #[test]
    fn a_link_holds_its_mark_and_nothing_else() {
        let [name, title, subtitle, description, caption] =
            ["name", "Title", "Subtitle", "Description", "Caption"].map(String::from);
        let page = Page { name, title, subtitle, description, caption };
        let mut report = compare(Vec::new(), Profile::inspection());
        report.analyses = vec![crate::report::synthetic::article("a", &[(0, "A", 0.4), (1, "B", -0.4)])];
        let chart = page.chart(&report, 100.0, |canvas, top| {
            canvas.text((60.0, top + 20.0), Anchor::Start, Type::TEXT, "a < b");
            let sentence = [Place { article: 0, passage: 1 }];
            canvas.mark(&sentence, |canvas| canvas.disc((90.0, top + 50.0), 8.0, INK));
            canvas.mark(&[], |canvas| canvas.disc((120.0, top + 50.0), 8.0, GREY));
            canvas.line((60.0, top + 90.0), (200.0, top + 90.0), INK, 2);
        });
        let (before, rest) = chart.picture.split_once("<a ").unwrap();
        let (link, after) = rest.split_once("</a>").unwrap();
        assert!(before.contains(">a &lt; b</text>") && !before.contains(">Title</text>"), "{before}");
        assert!(
            link.starts_with("class=\"mark\" href=\"#s1\" tabindex=\"-1\" data-s=\"1\"><circle "),
            "{link}"
        );
        assert_eq!((link.matches('<').count(), after.matches("<a ").count()), (1, 0));
        assert!(after.starts_with("<circle ") && after.ends_with("/></svg>"), "{after}");
    }
}
