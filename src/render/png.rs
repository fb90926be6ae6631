//! SVG as PNG, by the same glyph outlines on every machine.

use std::sync::{Arc, Mutex};

use resvg::tiny_skia::{ColorU8, FilterQuality, IntSize, Pixmap, PixmapPaint, Transform};
use resvg::usvg::roxmltree::Document;
use resvg::usvg::{Group, ImageKind, Indent, Node, Options, Tree, WriteOptions, fontdb};

use super::font;
use super::palette::{Palette, Runs};
use super::style::TYPEFACE;

/// Dots per inch at the drawing's own size.
const RESOLUTION: f32 = 300.0;
/// The unit in which SVG measures: 96 to the inch.
const SVG_RESOLUTION: f32 = 96.0;

/// The typeface of all words.
const FAMILY: &str = "Liberation Sans";

/// Turns drawings into pictures; holds the typeface, so make one and share it.
pub struct Rasteriser {
    options: Options<'static>,
    /// The memory of pictures that are done, for the next: new memory costs more than what is drawn on it.
    spare: Mutex<Vec<Vec<u8>>>,
}

impl Default for Rasteriser {
    fn default() -> Self {
        let mut fonts = fontdb::Database::new();
        fonts.load_font_data(font::REGULAR.to_vec());
        fonts.load_font_data(font::BOLD.to_vec());
        // A drawing of somebody else may ask for any typeface; its words must not be missing.
        fonts.set_serif_family(FAMILY);
        fonts.set_sans_serif_family(FAMILY);
        fonts.set_monospace_family(FAMILY);
        let options = Options { font_family: FAMILY.to_owned(), fontdb: Arc::new(fonts), ..Options::default() };
        Self { options, spare: Mutex::default() }
    }
}

impl Rasteriser {
    /// A drawing of somebody else as lines and areas, its words included: the same on every machine, and nothing but what is seen.
    /// Empty where the drawing cannot be read, which has been told when it was.
    pub(super) fn still(&self, svg: &str) -> String {
        let options = WriteOptions { coordinates_precision: 3, indent: Indent::None, ..WriteOptions::default() };
        let written = |tree: Tree| in_short(&tree.to_string(&options));
        Tree::from_str(svg, &self.options).map(written).unwrap_or_default()
    }

    /// The same with its words as words, in the typeface of all figures or one of the same widths: small, for a page that has the picture
    /// as lines and areas besides.
    pub(super) fn still_in_words(&self, svg: &str) -> String {
        let options = WriteOptions {
            coordinates_precision: 3,
            preserve_text: true,
            indent: Indent::None,
            ..WriteOptions::default()
        };
        let written = |tree: Tree| in_short(&tree.to_string(&options));
        let stated = format!("font-family=\"{FAMILY}\"");
        let any = format!("font-family=\"{TYPEFACE}\"");
        Tree::from_str(svg, &self.options).map(written).unwrap_or_default().replace(&stated, &any)
    }

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
        let mut picture = self.white(width, height).ok_or("the drawing has no size")?;
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
        pixels(tree.root(), scale, &mut picture);
        let encoded = encode(&picture, &texts(&document)).map_err(|error| error.to_string());
        if let Ok(mut spare) = self.spare.lock() {
            spare.push(picture.take());
        }
        encoded
    }

    /// A white picture: the last row and column of pixels may be covered in part only.
    fn white(&self, width: u32, height: u32) -> Option<Pixmap> {
        let size = IntSize::from_wh(width, height)?;
        let mut pixels = self.spare.lock().ok().and_then(|mut spare| spare.pop()).unwrap_or_default();
        pixels.clear();
        pixels.resize(usize::try_from(width).ok()?.checked_mul(height as usize)?.checked_mul(4)?, u8::MAX);
        Pixmap::from_vec(pixels, size)
    }
}

/// A drawing whose paths are written with as few signs as can be: words as areas have many points.
fn in_short(svg: &str) -> String {
    const PATH: &str = " d=\"";
    let mut pieces = svg.split(PATH);
    let mut all = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (path, rest) = piece.split_once('"').unwrap_or((piece, ""));
        all.push_str(PATH);
        let mut follows_number = false;
        for part in path.split_whitespace() {
            let is_number = part.starts_with(|c: char| c.is_ascii_digit() || c == '-');
            if is_number && follows_number && !part.starts_with('-') {
                all.push(' ');
            }
            match part.strip_prefix("-0.") {
                Some(fraction) => all.extend(["-.", fraction]),
                None => all.push_str(part.strip_prefix('0').filter(|rest| rest.starts_with('.')).unwrap_or(part)),
            }
            follows_number = is_number;
        }
        all.push('"');
        all.push_str(rest);
    }
    all
}

/// Lays the pictures of pixels over a drawing: the renderer draws lines, areas and words.
fn pixels(group: &Group, scale: f32, onto: &mut Pixmap) {
    for node in group.children() {
        match node {
            Node::Group(group) => pixels(group, scale, onto),
            Node::Image(image) => {
                let ImageKind::PNG(bytes) = image.kind() else { continue };
                let Some(own) = decoded(bytes) else { continue };
                let place = image.abs_transform().post_scale(scale, scale);
                let paint = PixmapPaint { quality: FilterQuality::Bicubic, ..PixmapPaint::default() };
                onto.draw_pixmap(0, 0, own.as_ref(), &paint, place, None);
            }
            Node::Path(_) | Node::Text(_) => {}
        }
    }
}

fn decoded(bytes: &[u8]) -> Option<Pixmap> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::normalize_to_color8() | png::Transformations::ALPHA);
    let mut reader = decoder.read_info().ok()?;
    let mut data = vec![0; reader.output_buffer_size()?];
    let frame = reader.next_frame(&mut data).ok()?;
    let mut picture = Pixmap::new(frame.width, frame.height)?;
    let samples = frame.color_type.samples();
    for (pixel, own) in picture.pixels_mut().iter_mut().zip(data.chunks_exact(samples)) {
        let (red, green, blue, alpha) = match own {
            [grey, alpha] => (*grey, *grey, *grey, *alpha),
            [red, green, blue, alpha] => (*red, *green, *blue, *alpha),
            _ => continue,
        };
        *pixel = ColorU8::from_rgba(red, green, blue, alpha).premultiply();
    }
    Some(picture)
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
    let runs: Runs = runs.map(|r| ([r[0].red(), r[0].green(), r[0].blue()], r.len() as u32)).collect();
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
            runs.colours().concat()
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
    fn paths_are_written_in_short() {
        let long = "<path d=\"M 0.5 -0.25 Q 10 0 1.5 2 L 3 0.75 Z\" fill=\"none\"/><path d=\"M 0 0\"/>";
        assert_eq!(in_short(long), "<path d=\"M.5-.25Q10 0 1.5 2L3 .75Z\" fill=\"none\"/><path d=\"M0 0\"/>");
    }

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
