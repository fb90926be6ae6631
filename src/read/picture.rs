//! Pictures that somebody drew or took: PNG and SVG, within limits, alone and still. Nothing of them reaches an output but what is
//! seen: a PNG loses what stands beside its pixels (who took it, where), and an SVG that could load or run something is refused.

use std::io::Cursor;
use std::path::Path;
use std::sync::Arc;

use resvg::usvg::{ImageHrefResolver, Options, Tree};
use roxmltree::{Document, Node, ParsingOptions};

use super::file::bytes;
use super::shield::shielded;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;
use crate::study::Limits;
use crate::wording::{Message, library_says};

/// A picture that may be shown.
#[derive(Clone, Debug)]
pub struct Picture {
    /// What it is made of.
    pub form: PictureForm,
    /// Its own width, in millimetres.
    pub width: f64,
    /// Its own height, in millimetres.
    pub height: f64,
}

/// What a picture is made of.
#[derive(Clone, Debug)]
pub enum PictureForm {
    /// A drawing: the text of an SVG file.
    Drawing(Arc<str>),
    /// Pixels: the bytes of a PNG file.
    Pixels(Arc<[u8]>),
}

/// Screens have so many pixels to the inch where nothing else is said, as in CSS.
const PER_INCH: f64 = 96.0;
const INCH: f64 = 25.4;
/// The namespace of drawings.
const SVG: &str = "http://www.w3.org/2000/svg";
/// What every PNG begins with.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
/// Elements that run, move, or show something that is no drawing.
const REFUSED: [&str; 12] = [
    "script",
    "foreignobject",
    "animate",
    "animatemotion",
    "animatetransform",
    "animatecolor",
    "set",
    "iframe",
    "object",
    "embed",
    "audio",
    "video",
];

/// Reads the picture in a file; `name` is what messages call it.
///
/// # Errors
/// Everything for which it cannot be shown.
pub fn picture(path: &Path, name: &str, limits: &Limits) -> Result<Picture, Diagnostics> {
    let most = Limits { file_mb: limits.picture_mb, ..limits.clone() };
    let content = bytes(path, name, &most).map_err(|wrong| match wrong.name() {
        "limit-exceeded" => {
            let found = msg!("picture-of-megabytes", most = limits.picture_mb);
            Limits::exceeded(Place::file(name), found, limits.picture_mb, msg!("unit-megabytes"), "picture_mb")
        }
        _ => wrong,
    })?;
    if content.starts_with(PNG) {
        return Ok(pixels(&content, name, limits)?);
    }
    match std::str::from_utf8(content.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&content)) {
        Ok(text) if text.trim_start().starts_with('<') => drawing(text, name),
        _ => Err(Diagnostic::error(Place::file(name), msg!("picture-of-other-kind")).into()),
    }
}

fn unreadable(name: &str, reason: impl std::fmt::Display) -> Diagnostic {
    Diagnostic::error(Place::file(name), msg!("picture-unreadable", reason = library_says(reason)))
}

/// What a library gives, or the message that it could not read the picture; where it panicked, too.
fn by_library<T, E: std::fmt::Display>(name: &str, read: impl FnOnce() -> Result<T, E>) -> Result<T, Diagnostic> {
    match shielded(read) {
        Some(read) => read.map_err(|error| unreadable(name, error)),
        None => Err(Diagnostic::error(Place::file(name), msg!("picture-damaged"))),
    }
}

/// A PNG as its pixels and nothing else.
fn pixels(content: &[u8], name: &str, limits: &Limits) -> Result<Picture, Diagnostic> {
    let most = usize::try_from(limits.pixels.saturating_mul(8)).unwrap_or(usize::MAX);
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(content), png::Limits { bytes: most });
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = by_library(name, || decoder.read_info())?;
    let (width, height) = (reader.info().width, reader.info().height);
    let per_metre = reader.info().pixel_dims.filter(|own| own.unit == png::Unit::Meter).map(|own| own.xppu);
    if u64::from(width) * u64::from(height) > limits.pixels {
        let found = msg!("picture-of-pixels", width = width.to_string(), height = height.to_string());
        return Err(Limits::exceeded(Place::file(name), found, limits.pixels, msg!("unit-pixels"), "pixels"));
    }
    let mut data = vec![0; reader.output_buffer_size().unwrap_or_default()];
    let frame = by_library(name, || reader.next_frame(&mut data))?;
    data.truncate(frame.buffer_size());
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, frame.width, frame.height);
    encoder.set_color(frame.color_type);
    encoder.set_depth(frame.bit_depth);
    let written = encoder.write_header().and_then(|mut writer| writer.write_image_data(&data));
    written.map_err(|error| unreadable(name, error))?;
    let length = |pixels: u32| match per_metre.filter(|own| *own > 0) {
        Some(per_metre) => f64::from(pixels) / f64::from(per_metre) * 1000.0,
        None => f64::from(pixels) / PER_INCH * INCH,
    };
    Ok(Picture { form: PictureForm::Pixels(bytes.into()), width: length(width), height: length(height) })
}

/// An SVG that stands alone and still.
fn drawing(text: &str, name: &str) -> Result<Picture, Diagnostics> {
    let xml = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, xml).map_err(|error| unreadable(name, error))?;
    let mut wrong = Diagnostics::new();
    for (node, message) in
        document.descendants().flat_map(|node| refused(&node).into_iter().map(move |message| (node, message)))
    {
        let line = document.text_pos_at(node.range().start).row as usize;
        wrong.push(Diagnostic::error(Place::line(name, line), message));
    }
    if wrong.has_errors() {
        return Err(wrong);
    }
    // Nothing is looked up for it, whatever has not been seen above.
    let resolver = ImageHrefResolver { resolve_data: Box::new(|_, _, _| None), resolve_string: Box::new(|_, _| None) };
    let options = Options { image_href_resolver: resolver, ..Options::default() };
    let tree = by_library(name, || Tree::from_xmltree(&document, &options))?;
    // Words count as seen: the fonts that draw them are not here.
    let has_words = document.descendants().any(|node| node.has_tag_name((SVG, "text")) && says(&node));
    if tree.root().children().is_empty() && !has_words {
        return Err(Diagnostic::error(Place::file(name), msg!("picture-empty")).into());
    }
    let size = tree.size();
    let length = |pixels: f32| f64::from(pixels) / PER_INCH * INCH;
    Ok(Picture { form: PictureForm::Drawing(text.into()), width: length(size.width()), height: length(size.height()) })
}

/// Whether anything stands in a part of a drawing.
fn says(node: &Node<'_, '_>) -> bool {
    node.descendants().filter_map(|own| own.text()).any(|text| !text.trim().is_empty())
}

/// What about a part of a drawing could load, run or move.
fn refused(node: &Node<'_, '_>) -> Vec<Message> {
    let mut wrong = Vec::new();
    if let Some(instruction) = node.pi() {
        wrong.push(msg!("svg-refers", what = shown(instruction.target)));
    }
    if !node.is_element() {
        return wrong;
    }
    let element = node.tag_name().name();
    if REFUSED.contains(&element.to_lowercase().as_str()) {
        wrong.push(msg!("svg-runs", what = shown(element)));
    }
    for attribute in node.attributes() {
        let (key, value) = (attribute.name().to_lowercase(), attribute.value().trim());
        if key.starts_with("on") {
            wrong.push(msg!("svg-runs", what = shown(attribute.name())));
        } else if ["href", "src", "base"].contains(&key.as_str()) && !value.starts_with('#') && key != "base"
            || key == "base" && !value.is_empty()
            || looks_up(value)
        {
            wrong.push(msg!("svg-refers", what = shown(value)));
        }
    }
    let is_style = element.eq_ignore_ascii_case("style");
    let styles = node.children().filter(|_| is_style).filter_map(|child| child.text());
    wrong.extend(styles.filter(|style| looks_up(style)).map(|style| msg!("svg-refers", what = shown(style.trim()))));
    wrong
}

/// Whether a style names something outside: `url(…)` of anything but a part of the drawing, `@import`. Escapes could hide either.
fn looks_up(style: &str) -> bool {
    let style = style.to_lowercase();
    let outside = |rest: &str| !rest.trim_start_matches([' ', '\t', '\n', '\r', '\'', '"']).starts_with('#');
    style.contains("@import")
        || style.split("url(").skip(1).any(outside)
        || style.contains('\\') && ["url", "import", "("].iter().any(|part| style.contains(part))
}
