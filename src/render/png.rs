//! SVG as PNG, by the same glyph outlines on every machine.

use std::sync::Arc;

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::roxmltree::Document;
use resvg::usvg::{Options, Tree, fontdb};

use super::font;
use super::palette::{Colour, Palette};

/// Dots per inch at the drawing's own size.
const RESOLUTION: f32 = 300.0;
/// The unit in which SVG measures: 96 to the inch.
const SVG_RESOLUTION: f32 = 96.0;

/// Turns drawings into pictures; holds the typeface, so make one and share it.
pub struct Rasteriser {
    options: Options<'static>,
}

impl Default for Rasteriser {
    fn default() -> Self {
        let mut fonts = fontdb::Database::new();
        fonts.load_font_data(font::REGULAR.to_vec());
        fonts.load_font_data(font::BOLD.to_vec());
        let options =
            Options { font_family: "Liberation Sans".to_owned(), fontdb: Arc::new(fonts), ..Options::default() };
        Self { options }
    }
}

impl Rasteriser {
    /// A drawing as PNG at 300 dots per inch, with the drawing's title and description as text.
    ///
    /// # Errors
    /// What is wrong with the drawing, in the words of the library; drawings of ours have nothing wrong.
    pub fn png(&self, svg: &str) -> Result<Vec<u8>, String> {
        let document = Document::parse(svg).map_err(|error| error.to_string())?;
        let tree = Tree::from_xmltree(&document, &self.options).map_err(|error| error.to_string())?;
        let scale = RESOLUTION / SVG_RESOLUTION;
        let size = tree.size();
        let (width, height) = ((size.width() * scale).ceil() as u32, (size.height() * scale).ceil() as u32);
        let mut picture = Pixmap::new(width, height).ok_or("the drawing has no size")?;
        // The last row and column of pixels may be covered in part only.
        picture.fill(Color::WHITE);
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
        encode(&picture, &texts(&document)).map_err(|error| error.to_string())
    }
}

/// The title and description of a drawing, by the keywords that the PNG specification has for them, and its provenance.
fn texts(document: &Document<'_>) -> Vec<(&'static str, String)> {
    let child = |element: &str| {
        let mut children = document.root_element().children();
        children.find(|child| child.has_tag_name(("http://www.w3.org/2000/svg", element)))
    };
    let text = |element: &str| child(element)?.text().map(str::to_owned);
    let provenance = child("metadata").and_then(|metadata| metadata.first_element_child()?.text().map(str::to_owned));
    [("Title", text("title")), ("Description", text("desc")), ("Provenance", provenance)]
        .into_iter()
        .filter_map(|(keyword, text)| Some((keyword, text?)))
        .collect()
}

/// The paper is opaque, so the alpha channel is left out; few colours are written as a palette, at a fourth of the size.
fn encode(picture: &Pixmap, texts: &[(&'static str, String)]) -> Result<Vec<u8>, png::EncodingError> {
    let runs = picture.pixels().chunk_by(|a, b| a == b);
    let runs: Vec<(Colour, usize)> = runs.map(|r| ([r[0].red(), r[0].green(), r[0].blue()], r.len())).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, picture.width(), picture.height());
    // Large even areas: repetition is found without help from filters.
    encoder.set_deflate_compression(png::DeflateCompression::Level(3));
    encoder.set_filter(png::Filter::NoFilter);
    let per_metre = (RESOLUTION / 0.0254).round() as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: per_metre, yppu: per_metre, unit: png::Unit::Meter }));
    let data = match Palette::of(&runs) {
        Some(palette) => {
            encoder.set_color(png::ColorType::Indexed);
            encoder.set_palette(palette.colours.concat());
            palette.indices
        }
        None => {
            encoder.set_color(png::ColorType::Rgb);
            runs.iter().flat_map(|(colour, length)| colour.repeat(*length)).collect()
        }
    };
    for (keyword, text) in texts {
        encoder.add_itxt_chunk((*keyword).to_owned(), text.clone())?;
    }
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&data)?;
    writer.finish()?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    #[test]
    fn a_picture_carries_title_description_and_resolution() {
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"25.4mm\" height=\"12.7mm\" viewBox=\"0 0 2 1\">\
                   <title>Ökad &amp; jämlik</title><desc>Vård\u{a0}och omsorg</desc><metadata><p>Konstruerat</p></metadata></svg>";
        let bytes = Rasteriser::default().png(svg).expect("a picture");
        let reader = png::Decoder::new(Cursor::new(bytes)).read_info().expect("a PNG");
        let info = reader.info();
        // An inch at 300 dots per inch; 300 / 0.0254 = 11811 dots per metre.
        assert_eq!((info.width, info.height, info.pixel_dims.map(|dims| dims.xppu)), (300, 150, Some(11811)));
        let texts = info.utf8_text.iter().map(|chunk| (chunk.keyword.clone(), chunk.get_text().expect("text")));
        let expected =
            [("Title", "Ökad & jämlik"), ("Description", "Vård\u{a0}och omsorg"), ("Provenance", "Konstruerat")];
        assert!(texts.eq(expected.map(|(keyword, text)| (keyword.to_owned(), text.to_owned()))));
    }
}
