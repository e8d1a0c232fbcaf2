//! How a side looks: a hue of the Government Analysis Function and a shape, so that no side rests on colour alone.

use plotters::style::RGBColor;

use super::canvas::{Canvas, INK};
use crate::{Report, SideId};

/// The categorical palette of the Government Analysis Function, in the order that its duo (blue, orange) asks for.
const HUES: [RGBColor; 4] = [
    RGBColor(0x12, 0x43, 0x6D),
    RGBColor(0xF4, 0x6A, 0x25),
    RGBColor(0x28, 0xA1, 0x97),
    RGBColor(0x80, 0x16, 0x50),
];

/// The article's own voice stands back.
const PRESS: RGBColor = RGBColor(0x6F, 0x6F, 0x6F);

const WHITE: RGBColor = RGBColor(0xFF, 0xFF, 0xFF);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Disc,
    Square,
    Triangle,
    Diamond,
    Ring,
}

/// Hue and shape of a side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Look {
    pub(super) colour: RGBColor,
    shape: Shape,
}

impl Look {
    pub(super) fn of(report: &Report, side: SideId) -> Self {
        let place = usize::from(side.0);
        if report.sides.get(place).is_some_and(|side| side.id == "press") {
            return Self { colour: PRESS, shape: Shape::Ring };
        }
        let shape = [Shape::Disc, Shape::Square, Shape::Triangle, Shape::Diamond][(place + place / 4) % 4];
        Self { colour: HUES[place % HUES.len()], shape }
    }

    /// The shape with a thin white edge, so that it stands off from lines and bands below it.
    pub(super) fn mark_on_white(self, canvas: &mut Canvas, at: (f64, f64), radius: f64) {
        let white = Self { colour: WHITE, ..self };
        match self.shape {
            Shape::Ring => canvas.disc(at, radius, WHITE),
            _ => white.mark(canvas, at, radius + 3.0),
        }
        self.mark(canvas, at, radius);
    }

    /// The outline of the shape on a white ground, for what is less than the filled one.
    pub(super) fn hollow(self, canvas: &mut Canvas, at: (f64, f64), radius: f64) {
        match self.shape {
            Shape::Disc | Shape::Ring => {
                canvas.disc(at, radius, WHITE);
                canvas.ring(at, radius - 1.5, self.colour, 3);
            }
            _ => {
                self.mark(canvas, at, radius + 1.0);
                // The centre of a triangle's inner edge lies lower than its own.
                let inner = if self.shape == Shape::Triangle { (at.0, at.1 + 0.6) } else { at };
                Self { colour: WHITE, ..self }.mark(canvas, inner, radius - 3.0);
            }
        }
    }

    /// Draws the shape about its centre; all shapes cover about the same ground as a disc of this radius.
    pub(super) fn mark(self, canvas: &mut Canvas, at: (f64, f64), radius: f64) {
        let (x, y) = at;
        let corner = |dx: f64, dy: f64| (x + dx * radius, y + dy * radius);
        match self.shape {
            Shape::Disc => canvas.disc(at, radius, self.colour),
            Shape::Ring => canvas.ring(at, radius - 1.5, self.colour, 3),
            Shape::Square => canvas.fill(corner(-0.88, -0.88), corner(0.88, 0.88), self.colour, 1.0),
            Shape::Triangle => {
                canvas.polygon(&[corner(0.0, -1.2), corner(1.15, 0.9), corner(-1.15, 0.9)], self.colour);
            }
            Shape::Diamond => {
                canvas.polygon(
                    &[corner(0.0, -1.25), corner(1.25, 0.0), corner(0.0, 1.25), corner(-1.25, 0.0)],
                    self.colour,
                );
            }
        }
    }
}

/// A colour thinned with white; `depth` 1 leaves it as it is, 0 leaves white.
pub(super) fn tinted(colour: RGBColor, depth: f64) -> RGBColor {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between two bytes lies a byte"
    )]
    let part = |part: u8| (255.0 - (255.0 - f64::from(part)) * depth).round() as u8;
    RGBColor(part(colour.0), part(colour.1), part(colour.2))
}

/// Ink or white, whichever reads better on the colour.
pub(super) fn legible_on(colour: RGBColor) -> RGBColor {
    let white = RGBColor(0xFF, 0xFF, 0xFF);
    if contrast(colour, white) > contrast(colour, INK) { white } else { INK }
}

/// The colour, darkened as far as text on white needs it.
pub(super) fn readable(colour: RGBColor) -> RGBColor {
    let darker = |step: u8| {
        let part = |part: u8| u8::try_from(u32::from(part) * u32::from(20 - step) / 20).unwrap_or(part);
        RGBColor(part(colour.0), part(colour.1), part(colour.2))
    };
    (0..=20).map(darker).find(|colour| contrast(*colour, WHITE) >= 4.5).unwrap_or(INK)
}

/// Contrast ratio of two colours, 1 to 21 (WCAG 2.2).
pub(super) fn contrast(a: RGBColor, b: RGBColor) -> f64 {
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    (a / b).max(b / a)
}

/// Relative luminance, 0 to 1 (WCAG 2.2).
fn luminance(colour: RGBColor) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(colour.0) + 0.7152 * linear(colour.1) + 0.0722 * linear(colour.2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::chart::canvas::GREY;

    #[test]
    fn every_hue_stands_out_from_white() {
        for colour in HUES.into_iter().chain([PRESS]) {
            assert!(contrast(readable(colour), WHITE) >= 4.5);
            assert!(contrast(colour, WHITE) >= 3.0, "{colour:?} {}", contrast(colour, WHITE));
        }
        assert!(contrast(GREY, WHITE) >= 7.0 && contrast(INK, WHITE) >= 16.0);
    }

    #[test]
    fn text_on_every_shade_can_be_read() {
        for colour in HUES.into_iter().chain([PRESS]) {
            for depth in [1.0, 0.5, 0.13] {
                let shade = tinted(colour, depth);
                assert!(contrast(shade, legible_on(shade)) >= 4.5, "{colour:?} {depth}");
            }
        }
    }

    #[test]
    fn sides_differ_in_shape_and_hue() {
        let report = crate::compare(Vec::new(), crate::Profile::inspection());
        let looks: Vec<Look> = (0..5).map(|place| Look::of(&report, SideId(place))).collect();
        for (place, look) in looks.iter().enumerate() {
            assert!(
                looks[..place].iter().all(|other| other.shape != look.shape && other.colour != look.colour)
            );
        }
    }
}
