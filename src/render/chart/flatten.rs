//! One drawing for every machine: letters become outlines, and the outlines are painted as they are.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, Indent, Options, Tree, WriteOptions, fontdb};

use super::canvas::FONT;

/// A drawing is made at twice the size at which it is shown, because the backend knows whole units only.
const UNITS_PER_PIXEL: f32 = 2.0;

/// Neither side of a picture may exceed this many pixels.
const MAX_PIXELS: f32 = 16_000.0;

/// Only the two faces that come with the program: what the machine has installed must not matter.
static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    fonts.load_font_data(notosans::REGULAR_TTF.to_vec());
    fonts.load_font_data(notosans::BOLD_TTF.to_vec());
    fonts.set_sans_serif_family(FONT);
    Arc::new(fonts)
});

/// The drawing with outlines for letters, a title and a description for those who do not see it.
pub(super) fn flattened(drawing: &str, name: &str, title: &str, description: &str) -> String {
    let options = Options { fontdb: Arc::clone(&FONTS), font_family: FONT.into(), ..Options::default() };
    let Ok(tree) = Tree::from_str(drawing, &options) else {
        return drawing.to_owned();
    };
    let writing = WriteOptions { coordinates_precision: 1, indent: Indent::None, ..WriteOptions::default() };
    let flat = super::path_data::compacted(&tree.to_string(&writing));
    let body = flat.find('>').map_or("", |end| &flat[end + 1..]);
    let (width, height) = (tree.size().width(), tree.size().height());
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
         width=\"{}\" height=\"{}\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
         aria-labelledby=\"{name}-title {name}-description\">\n<title id=\"{name}-title\">{}</title>\n\
         <desc id=\"{name}-description\">{}</desc>\n{body}",
        width / UNITS_PER_PIXEL,
        height / UNITS_PER_PIXEL,
        escaped(title),
        escaped(description),
    )
}

/// Paints a chart at twice its size in pixels, fit for print and for sharp screens; none when `svg` is no drawing.
#[must_use]
pub fn png(svg: &str) -> Option<Vec<u8>> {
    let tree = Tree::from_str(svg, &usvg::Options::default()).ok()?;
    let size = tree.size();
    let scale = UNITS_PER_PIXEL.min(MAX_PIXELS / size.width().max(size.height()));
    let mut picture = Pixmap::new(pixels(size.width() * scale), pixels(size.height() * scale))?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
    picture.encode_png().ok()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and MAX_PIXELS")]
fn pixels(length: f32) -> u32 {
    length.ceil() as u32
}

/// Text inside an element. Control characters have no place in XML.
pub(super) fn escaped(text: &str) -> String {
    let clean = super::words::printable(text);
    clean.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
