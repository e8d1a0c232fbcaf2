//! A drawing surface in half pixels, with the letters of Noto Sans measured to the unit.

use std::ops::Range;
use std::sync::LazyLock;

use plotters::backend::{DrawingBackend, SVGBackend};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{
    Color, FontDesc, FontFamily, FontStyle, RGBAColor, RGBColor, ShapeStyle, TextStyle, register_font,
};

use crate::Place;

pub(super) const FONT: &str = "Noto Sans";

/// Near black, for text and the zero line: 16:1 on white.
pub(super) const INK: RGBColor = RGBColor(0x1F, 0x1F, 0x1F);
/// For what explains: 7:1 on white.
pub(super) const GREY: RGBColor = RGBColor(0x55, 0x55, 0x55);
/// For lines that guide the eye and mean nothing.
pub(super) const FAINT: RGBColor = RGBColor(0xDD, 0xDD, 0xDD);

/// Plotters has a table of fonts of its own, for the whole process.
static REGISTERED: LazyLock<bool> = LazyLock::new(|| {
    let normal = register_font(FONT, FontStyle::Normal, notosans::REGULAR_TTF).is_ok();
    normal && register_font(FONT, FontStyle::Bold, notosans::BOLD_TTF).is_ok()
});

/// A size in units, and a weight.
#[derive(Clone, Copy, Debug)]
pub(super) struct Type {
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) colour: RGBColor,
}

impl Type {
    pub(super) const TITLE: Self = Self { size: 42.0, bold: true, colour: INK };
    pub(super) const SUBTITLE: Self = Self { size: 27.0, bold: false, colour: GREY };
    pub(super) const LABEL: Self = Self { size: 30.0, bold: true, colour: INK };
    pub(super) const TEXT: Self = Self { size: 25.0, bold: false, colour: INK };
    pub(super) const SMALL: Self = Self { size: 23.0, bold: false, colour: GREY };

    /// Made in one go: a font that changes its weight later keeps the letter widths of the old one.
    fn font(self, size: f64) -> FontDesc<'static> {
        let style = if self.bold { FontStyle::Bold } else { FontStyle::Normal };
        FontDesc::new(FontFamily::Name(FONT), size, style)
    }

    /// The width of a line in units.
    pub(super) fn width(self, text: &str) -> f64 {
        // ab_glyph takes a size as the height from ascender to descender, which is 1.362 em in Noto Sans.
        // Measured at 1,000 units to the em, because the answer is a whole number.
        if !*REGISTERED {
            return 0.0;
        }
        let font = self.font(1362.0);
        let extent = font.layout_box(text);
        extent.map_or(0.0, |((left, _), (right, _))| f64::from(right - left) * self.size / 1000.0)
    }

    /// The text, or as much of its start as fits, with an ellipsis.
    pub(super) fn cut(self, text: &str, width: f64) -> String {
        if self.width(text) <= width {
            return text.to_owned();
        }
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).take(400).collect();
        let shortened = |end: usize| format!("{}…", text[..end].trim_end());
        let fitting = ends.partition_point(|end| self.width(&shortened(*end)) <= width);
        shortened(ends.get(fitting.saturating_sub(1)).copied().unwrap_or(0))
    }

    /// Lines of whole words, about equally long, for titles; no more than `most`; what is left over is cut with an ellipsis.
    /// A no-break space holds words together.
    pub(super) fn balanced(self, text: &str, width: f64, most: usize) -> Vec<String> {
        let lines = self.filled(text, width, most);
        // The narrowest column that needs no further line leaves no word alone on the last one.
        let narrower =
            (40..100_u32).map(|percent| self.filled(text, width * f64::from(percent) / 100.0, most + 1));
        let even = narrower.into_iter().find(|narrow| narrow.len() <= lines.len());
        let whole = lines.last().is_none_or(|line| self.width(line) <= width);
        let lines = even.filter(|_| whole && lines.len() > 1).unwrap_or(lines);
        lines.iter().map(|line| self.cut(line, width)).collect()
    }

    /// Lines of whole words, as full as can be, for what is read closely.
    pub(super) fn wrapped(self, text: &str, width: f64, most: usize) -> Vec<String> {
        self.filled(text, width, most).iter().map(|line| self.cut(line, width)).collect()
    }

    /// Lines filled one after the other; the last of `most` takes one word too many, so that its cut shows.
    fn filled(self, text: &str, width: f64, most: usize) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
            let is_last = lines.len() == most;
            match lines.last_mut() {
                Some(line) if !is_last && self.width(&format!("{line} {word}")) > width => {
                    lines.push(word.to_owned());
                }
                Some(line) if self.width(line) <= width => *line = format!("{line} {word}"),
                Some(_) => break,
                None => lines.push(word.to_owned()),
            }
        }
        lines
    }
}

/// Where a text is held.
#[derive(Clone, Copy, Debug)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// What is drawn on; all places in units from the top left.
pub(super) struct Canvas<'a> {
    backend: SVGBackend<'a>,
    n_elements: usize,
    widths: Vec<f64>,
    marks: Vec<Mark>,
}

/// Elements of a drawing that stand for sentences.
pub(super) struct Mark {
    /// By their places among all elements.
    pub(super) elements: Range<usize>,
    /// The sentences.
    pub(super) places: Vec<Place>,
}

/// A drawing with what its SVG does not say.
pub(super) struct Drawing {
    /// A whole SVG file with text as text, an element a line (three for a text).
    pub(super) svg: String,
    /// The widths of its texts, in their order.
    pub(super) widths: Vec<f64>,
    /// In the order of their elements.
    pub(super) marks: Vec<Mark>,
}

/// Draws into an SVG of this size.
pub(super) fn draw(width: f64, height: f64, paint: impl FnOnce(&mut Canvas)) -> Drawing {
    LazyLock::force(&REGISTERED);
    let mut svg = String::new();
    let backend = SVGBackend::with_string(&mut svg, (unsigned(width), unsigned(height)));
    let mut canvas = Canvas { backend, n_elements: 0, widths: Vec::new(), marks: Vec::new() };
    canvas.fill((0.0, 0.0), (width, height), RGBColor(0xFF, 0xFF, 0xFF), 1.0);
    paint(&mut canvas);
    canvas.backend.present().ok();
    let (widths, marks) = (std::mem::take(&mut canvas.widths), std::mem::take(&mut canvas.marks));
    drop(canvas);
    Drawing { svg, widths, marks }
}

// Writing into a string cannot fail, so what the drawing calls return is dropped.
impl Canvas<'_> {
    /// How many elements have been drawn.
    pub(super) fn n_elements(&self) -> usize {
        self.n_elements
    }

    /// What `paint` draws stands for these sentences.
    pub(super) fn mark(&mut self, places: &[Place], paint: impl FnOnce(&mut Self)) {
        let start = self.n_elements;
        paint(self);
        self.marks.push(Mark { elements: start..self.n_elements, places: places.to_vec() });
    }

    /// Writes one line with its baseline at `at`.
    pub(super) fn text(&mut self, at: (f64, f64), anchor: Anchor, kind: Type, text: &str) {
        let hold = match anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        // The backend divides sizes by 1.24 and sets the baseline 0.76 em below the top.
        let style =
            TextStyle::from(kind.font(kind.size * 1.24)).color(&kind.colour).pos(Pos::new(hold, VPos::Top));
        let top = (at.0, at.1 - 0.76 * kind.size);
        self.n_elements += 1;
        self.widths.push(kind.width(text));
        self.backend.draw_text(text, &style, place(top)).ok();
    }

    /// A filled rectangle between two corners.
    pub(super) fn fill(&mut self, from: (f64, f64), to: (f64, f64), colour: RGBColor, opacity: f64) {
        self.n_elements += 1;
        self.backend.draw_rect(place(from), place(to), &colour.mix(opacity), true).ok();
    }

    /// The outline of a rectangle, its stroke inside the corners.
    pub(super) fn frame(&mut self, from: (f64, f64), to: (f64, f64), colour: RGBColor) {
        let (left, top, right, bottom) = (from.0 + 1.5, from.1 + 1.5, to.0 - 1.5, to.1 - 1.5);
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top), (right, top)];
        self.path(&corners, colour, 3);
    }

    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), colour: RGBColor, width: u32) {
        self.n_elements += 1;
        self.backend.draw_line(place(from), place(to), &stroke(colour, width)).ok();
    }

    pub(super) fn path(&mut self, corners: &[(f64, f64)], colour: RGBColor, width: u32) {
        self.n_elements += 1;
        self.backend.draw_path(corners.iter().map(|at| place(*at)), &stroke(colour, width)).ok();
    }

    pub(super) fn polygon(&mut self, corners: &[(f64, f64)], colour: RGBColor) {
        self.n_elements += 1;
        self.backend.fill_polygon(corners.iter().map(|at| place(*at)), &colour).ok();
    }

    pub(super) fn disc(&mut self, at: (f64, f64), radius: f64, colour: RGBColor) {
        self.n_elements += 1;
        self.backend.draw_circle(place(at), unsigned(radius), &ShapeStyle::from(&colour).filled(), true).ok();
    }

    pub(super) fn ring(&mut self, at: (f64, f64), radius: f64, colour: RGBColor, width: u32) {
        self.n_elements += 1;
        self.backend.draw_circle(place(at), unsigned(radius), &stroke(colour, width), false).ok();
    }
}

fn stroke(colour: RGBColor, width: u32) -> ShapeStyle {
    ShapeStyle { color: RGBAColor(colour.0, colour.1, colour.2, 1.0), filled: false, stroke_width: width }
}

#[expect(clippy::cast_possible_truncation, reason = "a drawing is some thousands of units wide and high")]
fn place(at: (f64, f64)) -> (i32, i32) {
    (at.0.round() as i32, at.1.round() as i32)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes are positive and small")]
fn unsigned(size: f64) -> u32 {
    size.round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_measured_as_the_font_has_it() {
        // Noto Sans Regular advances: n 618, i 258 thousandths of an em.
        assert!((Type::TEXT.width("ni") - 25.0 * 0.876).abs() < 0.05, "{}", Type::TEXT.width("ni"));
        // Noto Sans Bold: n 657, i 305.
        assert!((Type::LABEL.width("ni") - 30.0 * 0.962).abs() < 0.05, "{}", Type::LABEL.width("ni"));
    }

    #[test]
    fn long_names_are_cut_with_an_ellipsis() {
        let name = "Łucja Παπαδοπούλου 🙂 of the Association of Directors".repeat(20);
        let cut = Type::TEXT.cut(&name, 200.0);
        assert!(cut.ends_with('…') && cut.starts_with("Łucja") && Type::TEXT.width(&cut) <= 200.0, "{cut}");
        assert_eq!(Type::TEXT.cut("short", 200.0), "short");
    }

    #[test]
    fn long_titles_are_wrapped_and_end_in_an_ellipsis() {
        let lines = Type::TITLE.balanced(&"many words ".repeat(60), 800.0, 3);
        assert_eq!(lines.len(), 3);
        assert!(lines[2].ends_with('…') && lines.iter().all(|line| Type::TITLE.width(line) <= 800.0));
        assert!(Type::TITLE.balanced("", 800.0, 3).is_empty());
    }
}
