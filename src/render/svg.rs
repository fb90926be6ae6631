//! A plotters backend that writes compact SVG.
//!
//! plotters' own SVG backend works in whole pixels and has no place for a title or description. This one takes whole
//! micrometres, so that areas are exact to a fraction of a percent, writes millimetres, and leaves text as text.

use std::convert::Infallible;
use std::fmt::Write as _;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

use super::canvas::{Mark, Outline};
use super::style::{BODY, INK, PAPER, POINT};
use plotters::style::{Color as _, RGBAColor, ShapeStyle};

/// How long dashes and the gaps between them are, in millimetres.
const DASHES: &str = "1 0.7";
/// Dots and the gaps between them.
const DOTS: &str = "0.02 0.88";
/// The same along the short sides of a polygon.
const SHORT_DASHES: &str = "0.6 0.45";

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// Writes the marks of a drawing of so many micrometres to a string.
pub(super) struct SvgBackend<'a> {
    marks: &'a mut String,
    size: (u32, u32),
}

impl<'a> SvgBackend<'a> {
    pub(super) fn new(marks: &'a mut String, size: (u32, u32)) -> Self {
        Self { marks, size }
    }

    /// Begins the group of a mark.
    pub(super) fn open(&mut self, mark: &Mark<'_>) {
        let data = mark.data.iter().map(|(name, value)| format!(" data-{name}=\"{}\"", escape(value)));
        let data: String = data.collect();
        let _ = writeln!(self.marks, "<g class=\"{}\" data-row=\"{}\"{data}>", mark.class, mark.row);
        if !mark.title.is_empty() {
            let _ = writeln!(self.marks, "<title>{}</title>", escape(mark.title));
        }
    }

    /// Begins the group of the lines between marks.
    pub(super) fn open_joints(&mut self) {
        self.marks.push_str("<g class=\"joints\">\n");
    }

    /// Begins a group of text with paper around its letters.
    pub(super) fn open_halo(&mut self) {
        let _ = writeln!(self.marks, "<g{}>", halo());
    }

    /// Ends a group.
    pub(super) fn close(&mut self) {
        self.marks.push_str("</g>\n");
    }

    /// A circle, filled and with an edge.
    pub(super) fn disc(&mut self, center: BackendCoord, radius: i32, fill: &RGBAColor, edge: &ShapeStyle) {
        let [x, y, radius] = [center.0, center.1, radius].map(millimetres);
        let edge = paint(edge, false).replacen("fill=\"none\"", &paint(fill, true), 1);
        self.element("circle", &format!("cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" {edge}"));
    }

    /// Lines, each from one point to another.
    pub(super) fn lines(&mut self, ends: &[[BackendCoord; 2]], style: &ShapeStyle) {
        let line = |[from, to]: &[BackendCoord; 2]| format!("M{}L{}", points([*from]), points([*to]));
        let path: String = ends.iter().map(line).collect();
        self.element("path", &format!("d=\"{path}\" {}", paint(style, false)));
    }

    /// Dotted curves, each from the first point to the last, drawn towards the two between.
    pub(super) fn curves(&mut self, curves: &[[BackendCoord; 4]], style: &ShapeStyle) {
        let curve = |[from, first, second, to]: &[BackendCoord; 4]| {
            format!("M{}C{}", points([*from]), points([*first, *second, *to]))
        };
        let path: String = curves.iter().map(curve).collect();
        let dots = format!("stroke-linecap=\"round\" stroke-dasharray=\"{DOTS}\"");
        self.element("path", &format!("d=\"{path}\" {} {dots}", paint(style, false)));
    }

    /// An outline in dashes. Its inside is there for a pointer to rest on.
    pub(super) fn hollow(&mut self, outline: &Outline, edge: &ShapeStyle) {
        let inside = format!("fill=\"{}\" fill-opacity=\"0\"", hex(PAPER.to_backend_color()));
        let edge = paint(edge, false).replacen("fill=\"none\"", &inside, 1);
        match outline {
            Outline::Circle { center, radius } => {
                let [x, y, radius] = [center.0, center.1, *radius].map(millimetres);
                self.element(
                    "circle",
                    &format!("cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" {edge} stroke-dasharray=\"{DASHES}\""),
                );
            }
            Outline::Polygon(corners) => {
                let corners = points(corners.iter().copied());
                self.element("polygon", &format!("points=\"{corners}\" {edge} stroke-dasharray=\"{SHORT_DASHES}\""));
            }
        }
    }

    fn element(&mut self, name: &str, attributes: &str) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.marks, "<{name} {attributes}/>");
    }
}

/// Micrometres as millimetres without needless zeros.
pub(super) fn millimetres(micrometres: i32) -> String {
    let text = format!("{:.3}", f64::from(micrometres) / 1000.0);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn hex(color: BackendColor) -> String {
    let (r, g, b) = color.rgb;
    format!("#{r:02x}{g:02x}{b:02x}")
}

fn paint(style: &impl BackendStyle, fill: bool) -> String {
    let color = style.color();
    let opacity = |name: &str| if color.alpha < 1.0 { format!(" {name}=\"{}\"", color.alpha) } else { String::new() };
    if fill {
        format!("fill=\"{}\"{}", hex(color), opacity("fill-opacity"))
    } else {
        let width = millimetres(i32::try_from(style.stroke_width()).unwrap_or(i32::MAX));
        format!("fill=\"none\" stroke=\"{}\"{} stroke-width=\"{width}\"", hex(color), opacity("stroke-opacity"))
    }
}

fn points(path: impl IntoIterator<Item = BackendCoord>) -> String {
    let points: Vec<_> = path.into_iter().map(|(x, y)| format!("{},{}", millimetres(x), millimetres(y))).collect();
    points.join(" ")
}

/// Paper around letters.
fn halo() -> String {
    let paper = hex(PAPER.to_backend_color());
    format!(" paint-order=\"stroke\" stroke=\"{paper}\" stroke-width=\"0.6\" stroke-linejoin=\"round\"")
}

/// How most text of a drawing looks.
pub(super) fn usual_text() -> String {
    let size = millimetres(super::canvas::micrometres(BODY * POINT));
    format!(" font-size=\"{size}\" fill=\"{}\"", hex(INK.to_backend_color()))
}

/// Elements for a root that has the looks of usual text, in a page whose style has that of halos: a page holds many drawings.
pub(super) fn with_usual_text(elements: &str) -> String {
    let usual = usual_text();
    let looks = usual.split_inclusive('"').collect::<Vec<_>>();
    let looks = looks.chunks(2).map(<[_]>::concat);
    looks.fold(elements.replace(&halo(), " class=\"halo\""), |elements, look| elements.replace(&look, ""))
}

/// Elements without what the same marks say elsewhere in a page: their names and codes.
pub(super) fn without_names(elements: &str) -> String {
    [("<title>", "</title>\n"), (" data-code=\"", "\"")].into_iter().fold(
        elements.to_owned(),
        |elements, (from, to)| {
            let mut pieces = elements.split(from);
            let first = pieces.next().unwrap_or_default().to_owned();
            pieces.fold(first, |all, piece| all + piece.split_once(to).map_or(piece, |(_, rest)| rest))
        },
    )
}

/// What the data of a drawing are, as metadata in the term that Dublin Core has for it; nothing where nothing is said.
pub(super) fn provenance(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let (namespace, text) = ("http://purl.org/dc/terms/", escape(text));
    format!("<metadata><dcterms:provenance xmlns:dcterms=\"{namespace}\">{text}</dcterms:provenance></metadata>\n")
}

/// Text as XML may hold it: escaped, without control characters.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' | '\t' => escaped.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => escaped.push(c),
        }
    }
    escaped
}

impl DrawingBackend for SvgBackend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        let at = format!("x=\"{}\" y=\"{}\" width=\"0.001\" height=\"0.001\"", millimetres(x), millimetres(y));
        self.element("rect", &format!("{at} fill=\"{}\"", hex(color)));
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.element("polyline", &format!("points=\"{}\" {}", points(path), paint(style, false)));
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, style: &S, fill: bool) -> Drawn {
        let (width, height) = (millimetres(b.0 - a.0), millimetres(b.1 - a.1));
        let at = format!("x=\"{}\" y=\"{}\" width=\"{width}\" height=\"{height}\"", millimetres(a.0), millimetres(a.1));
        self.element("rect", &format!("{at} {}", paint(style, fill)));
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        let radius = millimetres(i32::try_from(radius).unwrap_or(i32::MAX));
        let at = format!("cx=\"{}\" cy=\"{}\" r=\"{radius}\"", millimetres(center.0), millimetres(center.1));
        self.element("circle", &format!("{at} {}", paint(style, fill)));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, vertices: I, style: &S) -> Drawn {
        self.element("polygon", &format!("points=\"{}\" {}", points(vertices), paint(style, true)));
        Ok(())
    }

    /// The position is that of the baseline.
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Drawn {
        let anchor = match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Center => " text-anchor=\"middle\"",
            HPos::Right => " text-anchor=\"end\"",
        };
        let weight = if matches!(style.style(), FontStyle::Bold) { " font-weight=\"bold\"" } else { "" };
        let size = millimetres(style.size().round() as i32);
        let at = format!("x=\"{}\" y=\"{}\" font-size=\"{size}\"{weight}{anchor}", millimetres(x), millimetres(y));
        let _ = writeln!(self.marks, "<text {at} fill=\"{}\">{}</text>", hex(style.color()), escape(text));
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let points = style.size() / 1000.0 / super::style::POINT;
        let width = super::font::width(text, points, matches!(style.style(), FontStyle::Bold));
        Ok(((width * 1000.0) as u32, style.size() as u32))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_break_out_of_its_element() {
        assert_eq!(escape("a<b> & \"c\"\u{7}\nd"), "a&lt;b&gt; &amp; &quot;c&quot; d");
    }

    #[test]
    fn names_of_marks_are_left_out() {
        let marks = "<g class=\"mark\" data-row=\"1\" data-code=\"G1\">\n<title>Ett</title>\n<circle/>\n</g>\n";
        let bare = "<g class=\"mark\" data-row=\"1\">\n<circle/>\n</g>\n";
        assert_eq!(without_names(&marks.repeat(2)), bare.repeat(2));
    }

    #[test]
    fn micrometres_are_written_as_millimetres() {
        assert_eq!(millimetres(160_000), "160");
        assert_eq!(millimetres(-1_050), "-1.05");
        assert_eq!(millimetres(1), "0.001");
        assert_eq!(millimetres(0), "0");
    }
}
