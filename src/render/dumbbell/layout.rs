//! Where the rows, panels and words of a dumbbell chart stand.

use super::legend::{Legend, legend};
use super::panel::Panel;
use crate::render::bubble::whiskers;
use crate::render::canvas::{Rect, block_height};
use crate::render::font;
use crate::render::paper::Paper;
use crate::render::style::{BODY, POINT};
use crate::report::{Bubble, DumbbellRow};
use crate::wording::Language;

/// How wide names are at most, beside the panels.
const NAMES: f64 = 50.0;
/// From the names to the panels.
pub(super) const TO_PANELS: f64 = 3.5;
/// A row of one line, and the space to the next.
const ROW: f64 = 4.6;
const BETWEEN: f64 = 2.0;
/// Space above what has no code.
const ABOVE_WITHOUT: f64 = 1.6;
const BETWEEN_PANELS: f64 = 6.0;
/// How far from the middle of a row the interval of an estimated number is drawn: above it for the first domain, below for the second.
pub(super) const WHISKER: f64 = 2.1;
pub(super) const CAPITAL: f64 = font::CAPITALS * BODY * POINT;

/// A chart laid out in a frame.
pub(in crate::render) struct Layout<'c> {
    pub(super) chart: &'c Bubble,
    pub(super) frame: Rect,
    pub(super) legend: Legend,
    /// How wide the names are, beside the panels.
    pub(super) names: f64,
    pub(super) names_above: bool,
    pub(super) panels: Vec<Panel>,
    pub(super) rows: Vec<Laid>,
    /// Where the first row begins and the last one ends.
    pub(super) top: f64,
    pub(super) bottom: f64,
}

/// A row in its place.
pub(super) struct Laid {
    pub(super) row: DumbbellRow,
    /// Its name.
    pub(super) lines: Vec<String>,
    pub(super) top: f64,
    /// Where its dots are.
    pub(super) middle: f64,
    /// How high the line with the dots is.
    pub(super) line: f64,
}

impl Layout<'_> {
    /// The height of the chart in millimetres.
    pub(in crate::render) fn height(&self) -> f64 {
        self.bottom - self.frame.top
    }
}

/// Lays a chart out in a frame, from its top; how far down it reaches is the layout's to say.
pub(in crate::render) fn layout<'c>(paper: Paper, chart: &'c Bubble, frame: &Rect, language: Language) -> Layout<'c> {
    let names_above = paper.is_narrow();
    let widest = if names_above { frame.width() } else { NAMES };
    let rows = chart.ranked(language);
    let names: Vec<Vec<String>> = rows.iter().map(|row| paper.wrap(&row.label, BODY, widest)).collect();
    let wide = names.iter().flatten().map(|line| paper.text(line, BODY, false)).fold(0.0, f64::max);
    let beside = if names_above { 0.0 } else { wide + TO_PANELS };
    let panels = panels(paper, (chart, &rows), (frame.left + beside, frame.right), language);
    let legend = legend(paper, chart, &rows, frame, language);
    let heads = panels.iter().map(|panel| block_height(panel.head.len(), BODY)).fold(0.0, f64::max);
    let top = frame.top + legend.height + heads + 1.6;
    let mut rows: Vec<Laid> = rows.into_iter().zip(names).map(|(row, lines)| laid(row, lines)).collect();
    let bottom = place(&mut rows, top, names_above);
    Layout { chart, frame: *frame, legend, names: beside, names_above, panels, rows, top, bottom }
}

/// A row that has no place yet.
fn laid(row: DumbbellRow, lines: Vec<String>) -> Laid {
    let is_estimated = row.dots.iter().any(|dot| dot.estimated.is_some());
    let line = if is_estimated { ROW.max(2.0 * (WHISKER + whiskers::CAP)) } else { ROW };
    Laid { row, lines, top: 0.0, middle: 0.0, line }
}

/// Places rows below one another and returns where the last one ends.
fn place(rows: &mut [Laid], top: f64, names_above: bool) -> f64 {
    let mut next = top;
    let mut was_coded = false;
    for laid in rows {
        if laid.row.is_without_code && was_coded {
            next += ABOVE_WITHOUT;
        }
        was_coded = !laid.row.is_without_code;
        let name = block_height(laid.lines.len(), BODY);
        let (before, height) = if names_above { (name + 0.6, laid.line) } else { (0.0, laid.line.max(name)) };
        laid.top = next + BETWEEN / 2.0;
        laid.middle = laid.top + before + height / 2.0;
        next += before + height + BETWEEN;
    }
    next
}

fn panels(
    paper: Paper,
    material: (&Bubble, &[DumbbellRow]),
    (left, right): (f64, f64),
    language: Language,
) -> Vec<Panel> {
    let measures: &[bool] = if material.0.has_funds { &[false, true] } else { &[false] };
    let many = measures.len() as f64;
    let width = (right - left - BETWEEN_PANELS * (many - 1.0)) / many;
    let edges = |at: usize| {
        let own = left + (width + BETWEEN_PANELS) * at as f64;
        (own, own + width)
    };
    let panel = |(at, of_funds): (usize, &bool)| Panel::new(paper, material, *of_funds, edges(at), language);
    measures.iter().enumerate().map(panel).collect()
}
