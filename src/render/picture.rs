//! A picture that somebody made, as part of a figure and in a page.

use super::base64::base64;
use super::canvas::Rect;
use super::png::Rasteriser;
use super::svg::{escape, millimetres};
use crate::read::{Picture, PictureForm};
use crate::report::Seen;

/// A picture taller than this, in millimetres, is made smaller, so that it keeps to a page with its words.
const TALLEST: f64 = 190.0;
/// One wider than this is as wide as the page, however wide that is.
const WIDE: f64 = 100.0;

/// Width and height in a figure of so many millimetres: its own, or smaller.
pub(super) fn size(seen: &Seen, width: f64) -> (f64, f64) {
    let picture = &seen.picture;
    let scale = (width / picture.width).min(TALLEST / picture.height).min(1.0);
    (picture.width * scale, picture.height * scale)
}

/// The picture with its upper left corner in that of a frame, as an SVG element.
pub(super) fn draw(seen: &Seen, frame: &Rect) -> String {
    let [open, close] = around(seen, frame);
    match &seen.picture.form {
        PictureForm::Drawing(text) => {
            let still = Rasteriser::default().still(text);
            // What the library writes begins with its own root, of the size of the drawing.
            let inside = still.split_once('>').map_or("", |(_, inside)| inside.trim_end().trim_end_matches("</svg>"));
            format!("{open}{}{close}", inside.trim())
        }
        PictureForm::Pixels(bytes) => format!("{open}data:image/png;base64,{}{close}", base64(bytes)),
    }
}

/// What that element has before the inside of a drawing, or the address of a picture of pixels, and after it.
pub(super) fn around(seen: &Seen, frame: &Rect) -> [String; 2] {
    let (width, height) = size(seen, frame.width());
    let [left, top, width, height] =
        [frame.left, frame.top, width, height].map(|l| millimetres(super::canvas::micrometres(l)));
    let place = format!("x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\"");
    match &seen.picture.form {
        PictureForm::Drawing(_) => {
            let [own_width, own_height] = [seen.picture.width, seen.picture.height].map(|l| l / 25.4 * 96.0);
            [format!("<svg {place} viewBox=\"0 0 {own_width} {own_height}\">"), "</svg>\n".to_owned()]
        }
        PictureForm::Pixels(_) => [format!("<image {place} href=\""), "\"/>\n".to_owned()],
    }
}

/// The picture in a page, with its words for who does not see it; in narrow windows the one that was made for them.
pub(super) fn html(seen: &Seen) -> String {
    let class = if seen.picture.width >= WIDE { " class=\"wide\"" } else { "" };
    let words = escape(&seen.words);
    let rasteriser = Rasteriser::default();
    let (address, size) = (address(&seen.picture, |text| rasteriser.still(text)), in_pixels(&seen.picture));
    let image = format!("<img{class} src=\"{address}\" {size} alt=\"{words}\">");
    let Some(narrow) = &seen.narrow else { return image };
    let (address, size) = (self::address(narrow, |text| rasteriser.still_in_words(text)), in_pixels(narrow));
    let source = format!("<source media=\"screen and (max-width: 47.99rem)\" srcset=\"{address}\" {size}>");
    format!("<picture>{source}{image}</picture>")
}

fn address(picture: &Picture, still: impl Fn(&str) -> String) -> String {
    let (kind, data) = match &picture.form {
        PictureForm::Drawing(text) => ("svg+xml", base64(still(text).as_bytes())),
        PictureForm::Pixels(bytes) => ("png", base64(bytes)),
    };
    format!("data:image/{kind};base64,{data}")
}

fn in_pixels(picture: &Picture) -> String {
    let [width, height] = [picture.width, picture.height].map(|length| (length / 25.4 * 96.0).round());
    format!("width=\"{width}\" height=\"{height}\"")
}
