//! Shades for shares: one hue in classes, dark enough to differ and never between light and dark, where no text reads.

use plotters::style::RGBColor;

use crate::render::chart::look::tinted;
use crate::render::chart::words::number;

/// No side has this hue.
pub(super) const HUE: RGBColor = RGBColor(0x4A, 0x3B, 0x78);

/// How much of the hue each class takes; on each either ink or white has a contrast of 4.5 and more.
const DEPTHS: [f64; 5] = [0.14, 0.32, 0.5, 0.78, 1.0];

/// Classes of equal width from zero on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ramp {
    /// In per cent.
    width: usize,
}

impl Ramp {
    /// Five classes that reach this share, each of a round width.
    pub(super) fn up_to(most: f64) -> Self {
        let reaches = |width: &usize| number(width * DEPTHS.len()) >= (most * 100.0).min(100.0);
        Self { width: [2, 5, 10, 15, 20].into_iter().find(reaches).unwrap_or(20) }
    }

    /// White for nothing.
    pub(super) fn shade(self, share: f64) -> RGBColor {
        if share <= 0.0 {
            return RGBColor(0xFF, 0xFF, 0xFF);
        }
        let above = |n: &usize| share * 100.0 <= number(self.width * (n + 1)) + 1e-9;
        let class = (0..DEPTHS.len()).find(above).unwrap_or(DEPTHS.len() - 1);
        tinted(HUE, DEPTHS[class])
    }

    /// Each class with its bounds in words.
    pub(super) fn legend(self) -> Vec<(RGBColor, String)> {
        let class = |(n, depth): (usize, &f64)| {
            let to = self.width * (n + 1);
            let words = if n == 0 { format!("up to {to}%") } else { format!("{}–{to}%", to - self.width) };
            (tinted(HUE, *depth), words)
        };
        DEPTHS.iter().enumerate().map(class).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::chart::look::{contrast, legible_on};

    #[test]
    fn text_on_every_class_can_be_read() {
        for (shade, label) in Ramp::up_to(1.0).legend() {
            let found = contrast(shade, legible_on(shade));
            assert!(found >= 4.5, "{label}: {found}");
        }
    }

    #[test]
    fn classes_are_round_and_reach_the_greatest_share() {
        assert_eq!(
            [0.0, 0.1, 0.11, 0.38, 0.51, 1.0].map(|most| Ramp::up_to(most).width),
            [2, 2, 5, 10, 15, 20]
        );
        let ramp = Ramp::up_to(0.5);
        assert_eq!((ramp.shade(0.1), ramp.shade(0.5)), (tinted(HUE, DEPTHS[0]), HUE));
        assert_eq!(ramp.shade(0.0), RGBColor(255, 255, 255));
    }
}
