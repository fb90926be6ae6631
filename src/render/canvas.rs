//! A drawing in millimetres: a thin layer over plotters that measures and sets text in the compiled-in typeface.

use std::convert::Infallible;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, Drawable, PathElement, PointCollection, Rectangle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontStyle, IntoFont, RGBAColor, RGBColor, ShapeStyle, TextStyle};
use plotters_backend::{BackendCoord, DrawingErrorKind};

use super::font;
use super::paper::Paper;
use super::plane::{Curve, Line};
use super::style::{LEADING, POINT};
use super::svg::SvgBackend;

/// A rectangle, in millimetres from the upper left corner of the drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
}

impl Rect {
    /// Width.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// Height.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Whether two rectangles share any area.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// Whether the other lies wholly inside.
    pub fn contains(&self, other: &Self) -> bool {
        self.left <= other.left && self.top <= other.top && self.right >= other.right && self.bottom >= other.bottom
    }

    /// Whether a circle reaches into the rectangle.
    pub fn meets_circle(&self, x: f64, y: f64, radius: f64) -> bool {
        let (dx, dy) = (x - x.clamp(self.left, self.right), y - y.clamp(self.top, self.bottom));
        dx * dx + dy * dy < radius * radius
    }

    /// Whether the rectangle lies wholly inside a circle.
    pub fn inside_circle(&self, x: f64, y: f64, radius: f64) -> bool {
        let dx = (x - self.left).abs().max((self.right - x).abs());
        let dy = (y - self.top).abs().max((self.bottom - y).abs());
        dx * dx + dy * dy <= radius * radius
    }
}

/// Where a text's position lies in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Middle,
    Right,
}

/// How a text looks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Type {
    /// In points.
    pub size: f64,
    pub bold: bool,
    pub color: RGBColor,
    pub align: Align,
}

/// What stands for one row of the figure's table, so that a page can attach to it.
pub(super) struct Mark<'t> {
    /// `mark`, or `label` for text that stands apart from its mark.
    pub class: &'static str,
    /// Position among the table's rows.
    pub row: usize,
    /// What it shows, in words; empty for what needs none.
    pub title: &'t str,
    /// Further `data-` attributes.
    pub data: &'t [(&'static str, &'t str)],
}

/// What plotters has no word for: the beginning or the end of a group, and shapes that it would draw as several.
enum Own<'m> {
    Mark(&'m Mark<'m>),
    Joints,
    Halo,
    End,
    Disc { center: BackendCoord, radius: i32, style: (RGBAColor, ShapeStyle) },
    Lines { ends: &'m [[BackendCoord; 2]], style: ShapeStyle },
    Curves { points: &'m [[BackendCoord; 4]], style: ShapeStyle },
    Hollow { outline: &'m Outline, style: ShapeStyle },
}

/// The outline of a mark without a fill.
pub(super) enum Outline {
    Circle { center: BackendCoord, radius: i32 },
    Polygon(Vec<BackendCoord>),
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Own<'_> {
    type Point = BackendCoord;
    type IntoIter = std::iter::Empty<BackendCoord>;

    fn point_iter(self) -> Self::IntoIter {
        std::iter::empty()
    }
}

impl<'s> Drawable<SvgBackend<'s>> for Own<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        _: I,
        backend: &mut SvgBackend<'s>,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        match self {
            Own::Mark(mark) => backend.open(mark),
            Own::Joints => backend.open_joints(),
            Own::Halo => backend.open_halo(),
            Own::End => backend.close(),
            Own::Disc { center, radius, style: (fill, edge) } => backend.disc(*center, *radius, fill, edge),
            Own::Lines { ends, style } => backend.lines(ends, style),
            Own::Curves { points, style } => backend.curves(points, style),
            Own::Hollow { outline, style } => backend.hollow(outline, style),
        }
        Ok(())
    }
}

/// A drawing that is being made.
pub(super) struct Canvas<'a> {
    /// What it is made on.
    pub(super) paper: Paper,
    area: DrawingArea<SvgBackend<'a>, Shift>,
}

impl<'a> Canvas<'a> {
    /// A drawing so many millimetres high; its marks are written to the string.
    pub(super) fn new(marks: &'a mut String, paper: Paper, height: f64) -> Self {
        Self::of_size(marks, paper, (paper.width(), height))
    }

    /// A drawing of a width of its own.
    pub(super) fn of_size(marks: &'a mut String, paper: Paper, (width, height): (f64, f64)) -> Self {
        let size = (micrometres(width).unsigned_abs(), micrometres(height).unsigned_abs());
        Self { paper, area: SvgBackend::new(marks, size).into_drawing_area() }
    }

    pub(super) fn circle(&self, x: f64, y: f64, radius: f64, style: ShapeStyle) {
        // The backend writes to memory and cannot fail; the same holds for every mark below.
        let _ = self.area.draw(&Circle::new((micrometres(x), micrometres(y)), micrometres(radius), style));
    }

    pub(super) fn rect(&self, rect: &Rect, style: ShapeStyle) {
        let corners = [(rect.left, rect.top), (rect.right, rect.bottom)].map(|(x, y)| (micrometres(x), micrometres(y)));
        let _ = self.area.draw(&Rectangle::new(corners, style));
    }

    /// A circle with an opaque edge around a translucent inside of the same colour.
    pub(super) fn disc(&self, x: f64, y: f64, radius: f64, color: RGBColor, opacity: f64, edge: f64) {
        let style = (color.mix(opacity), stroked(color, edge));
        let center = (micrometres(x), micrometres(y));
        let _ = self.area.draw(&Own::Disc { center, radius: micrometres(radius), style });
    }

    /// A circle with a dashed edge and no fill.
    pub(super) fn hollow_circle(&self, x: f64, y: f64, radius: f64, style: ShapeStyle) {
        let outline = Outline::Circle { center: (micrometres(x), micrometres(y)), radius: micrometres(radius) };
        let _ = self.area.draw(&Own::Hollow { outline: &outline, style });
    }

    /// An area with a dashed edge and no fill.
    pub(super) fn hollow_polygon(&self, corners: &[(f64, f64)], style: ShapeStyle) {
        let corners = corners.iter().map(|(x, y)| (micrometres(*x), micrometres(*y)));
        let _ = self.area.draw(&Own::Hollow { outline: &Outline::Polygon(corners.collect()), style });
    }

    /// Dotted curves of one look, as one shape: what only joins marks shows no course of its own.
    pub(super) fn dotted(&self, curves: impl IntoIterator<Item = Curve>, style: ShapeStyle) {
        let points = |curve: Curve| curve.map(|(x, y)| (micrometres(x), micrometres(y)));
        let points: Vec<_> = curves.into_iter().map(points).collect();
        if !points.is_empty() {
            let _ = self.area.draw(&Own::Curves { points: &points, style });
        }
    }

    /// Lines of one look, as one shape: a page of many figures has less to read.
    pub(super) fn grid(&self, lines: impl IntoIterator<Item = Line>, style: ShapeStyle) {
        let ends = |line: Line| line.map(|(x, y)| (micrometres(x), micrometres(y)));
        let ends: Vec<_> = lines.into_iter().map(ends).collect();
        if !ends.is_empty() {
            let _ = self.area.draw(&Own::Lines { ends: &ends, style });
        }
    }

    pub(super) fn line(&self, from: (f64, f64), to: (f64, f64), style: ShapeStyle) {
        let ends = [from, to].map(|(x, y)| (micrometres(x), micrometres(y)));
        let _ = self.area.draw(&PathElement::new(ends, style));
    }

    /// Everything that `draw` draws, as one mark.
    pub(super) fn mark(&self, mark: &Mark<'_>, draw: impl FnOnce()) {
        let _ = self.area.draw(&Own::Mark(mark));
        draw();
        let _ = self.area.draw(&Own::End);
    }

    /// The lines that `draw` draws between marks, as a group that a page can leave out when it shows fewer marks.
    pub(super) fn joints(&self, draw: impl FnOnce()) {
        let _ = self.area.draw(&Own::Joints);
        draw();
        let _ = self.area.draw(&Own::End);
    }

    /// Text that `draw` draws, with a little paper around the letters, so that lines behind do not touch them.
    pub(super) fn halo(&self, draw: impl FnOnce()) {
        let _ = self.area.draw(&Own::Halo);
        draw();
        let _ = self.area.draw(&Own::End);
    }

    /// One line of text; `y` is its baseline.
    pub(super) fn text(&self, text: &str, x: f64, y: f64, look: Type) {
        let horizontal = match look.align {
            Align::Left => HPos::Left,
            Align::Middle => HPos::Center,
            Align::Right => HPos::Right,
        };
        let size = look.size * POINT * 1000.0;
        let font = ("Liberation Sans", size).into_font();
        let font = if look.bold { font.style(FontStyle::Bold) } else { font };
        let style = TextStyle::from(font).color(&look.color).pos(Pos::new(horizontal, VPos::Bottom));
        let _ = self.area.draw_text(text, &style, (micrometres(x), micrometres(y)));
    }

    /// Lines of text below one another, the first with its capitals at `top`.
    pub(super) fn lines(&self, lines: &[String], x: f64, top: f64, look: Type) {
        for (index, line) in lines.iter().enumerate() {
            self.text(line, x, top + baseline(look.size, index), look);
        }
    }
}

/// The distance from the top of a block's capitals to the baseline of one of its lines.
fn baseline(size: f64, line: usize) -> f64 {
    (font::CAPITALS + LEADING * line as f64) * size * POINT
}

/// The height of so many lines, from the first's capitals to the last's descenders.
pub(super) fn block_height(lines: usize, size: f64) -> f64 {
    if lines == 0 { 0.0 } else { baseline(size, lines - 1) + font::DESCENDERS * size * POINT }
}

pub(super) fn micrometres(millimetres: f64) -> i32 {
    (millimetres * 1000.0).round() as i32
}

/// A filled shape.
pub(super) fn filled(color: RGBColor, opacity: f64) -> ShapeStyle {
    ShapeStyle { color: RGBAColor(color.0, color.1, color.2, opacity), filled: true, stroke_width: 0 }
}

/// An outline or line, its width in millimetres.
pub(super) fn stroked(color: RGBColor, width: f64) -> ShapeStyle {
    ShapeStyle { color: color.to_rgba(), filled: false, stroke_width: micrometres(width).unsigned_abs() }
}
