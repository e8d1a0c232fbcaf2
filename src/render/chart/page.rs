//! What all charts share: title, subtitle and caption around the picture, and the columns of the rows.

use super::Chart;
use super::canvas::{Anchor, Canvas, FAINT, Type, draw};
use super::flatten::flattened;
use super::picture::picture;
use super::words;
use crate::Report;

/// Width of all charts in units; half as many pixels.
pub(super) const WIDTH: f64 = 1800.0;
/// White space at the edges.
pub(super) const MARGIN: f64 = 56.0;
/// Where the pictures begin, right of the labels of the rows.
pub(super) const LEFT: f64 = 400.0;
/// Where the right edge of text is.
pub(super) const RIGHT: f64 = WIDTH - MARGIN;

const TITLE_LINE: f64 = 54.0;
const SUBTITLE_LINE: f64 = 38.0;
const CAPTION_LINE: f64 = 33.0;

/// The words around a picture.
pub(super) struct Page {
    pub(super) name: String,
    pub(super) title: String,
    pub(super) subtitle: String,
    pub(super) description: String,
    pub(super) caption: String,
}

impl Page {
    /// The chart, with a picture of this height painted by `paint`, which is told where its top is.
    pub(super) fn chart(self, report: &Report, height: f64, paint: impl FnOnce(&mut Canvas, f64)) -> Chart {
        let text_width = RIGHT - MARGIN;
        let title = Type::TITLE.balanced(&words::printable(&self.title), text_width, 3);
        let subtitle = Type::SUBTITLE.balanced(&words::printable(&self.subtitle), text_width, 3);
        let caption = Type::SMALL.wrapped(&words::printable(&self.caption), text_width, 8);
        let title_end = MARGIN + lines(&title) * TITLE_LINE;
        let top = title_end + 6.0 + lines(&subtitle) * SUBTITLE_LINE + 30.0;
        let caption_top = top + height + 34.0;
        let total = caption_top + 24.0 + lines(&caption) * CAPTION_LINE + MARGIN / 2.0;
        let mut elements = 0..0;
        let drawing = draw(WIDTH, total, |canvas| {
            write(canvas, &title, MARGIN - 14.0, TITLE_LINE, Type::TITLE);
            write(canvas, &subtitle, title_end - 4.0, SUBTITLE_LINE, Type::SUBTITLE);
            elements.start = canvas.n_elements();
            paint(canvas, top);
            elements.end = canvas.n_elements();
            canvas.line((MARGIN, caption_top), (RIGHT, caption_top), FAINT, 2);
            write(canvas, &caption, caption_top + 8.0, CAPTION_LINE, Type::SMALL);
        });
        let svg = flattened(&drawing.svg, &self.name, &self.title, &self.description);
        let picture = picture(&drawing, elements, (top, height), &self, report);
        let Self { name, title, subtitle, description, caption } = self;
        Chart { name, article: None, title, subtitle, description, caption, svg, picture }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
fn lines(text: &[String]) -> f64 {
    text.len() as f64
}

/// Lines below `top`, one after the other.
fn write(canvas: &mut Canvas, text: &[String], top: f64, line: f64, kind: Type) {
    let mut baseline = top;
    for words in text {
        baseline += line;
        canvas.text((MARGIN, baseline), Anchor::Start, kind, words);
    }
}

/// The label at the left of a row: the side, and in a second line how much it says.
pub(super) fn row_label(canvas: &mut Canvas, centre: f64, label: &str, amount: &[String]) {
    let width = LEFT - MARGIN - 76.0;
    let label = Type::LABEL.cut(&words::printable(label), width);
    let top = centre - 15.0 * lines(amount) + 8.0;
    canvas.text((MARGIN + 44.0, top), Anchor::Start, Type::LABEL, &label);
    let mut baseline = top;
    for line in amount {
        baseline += 32.0;
        canvas.text((MARGIN + 44.0, baseline), Anchor::Start, Type::SMALL, line);
    }
}

/// The baseline of the label that [`row_label`] writes for so many lines.
pub(super) fn label_middle(centre: f64, n_lines: f64) -> f64 {
    centre - 15.0 * n_lines - 2.0
}
