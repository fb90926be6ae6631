//! Where the rows, panels and words of a dumbbell chart stand.

use crate::msg;
use crate::render::bubble::{totals, whiskers};
use crate::render::canvas::{Rect, block_height};
use crate::render::font;
use crate::render::style::{BODY, POINT};
use crate::report::{Bubble, Dot, DumbbellRow};
use crate::wording::Language;

/// How wide names are at most, beside the panels.
const NAMES: f64 = 52.0;
/// In a frame narrower than this, names stand above their dots.
const NARROW: f64 = 110.0;
/// A row of one line, and the space to the next.
const ROW: f64 = 4.6;
const BETWEEN: f64 = 2.0;
/// Space above what has no code.
const ABOVE_WITHOUT: f64 = 1.6;
const BETWEEN_PANELS: f64 = 6.0;
const LEGEND_LINE: f64 = 5.0;
const BETWEEN_KEYS: f64 = 5.0;
/// How far from the middle of a row the interval of an estimated number is drawn: above it for the first domain, below for the second.
pub(super) const WHISKER: f64 = 2.1;
pub(super) const DISC: f64 = 1.25;
pub(super) const RING: f64 = 1.65;
pub(super) const TO_VALUE: f64 = 0.9;
pub(super) const CAPITAL: f64 = font::CAPITALS * BODY * POINT;

pub(in crate::render) fn dot_radius(series: usize) -> f64 {
    if series == 0 { DISC } else { RING }
}

/// A chart laid out in a frame.
pub(in crate::render) struct Layout<'c> {
    pub(super) chart: &'c Bubble,
    pub(super) frame: Rect,
    /// What the marks mean, each with its left edge and middle.
    pub(super) legend: Vec<(Key, (f64, f64))>,
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

/// What stands in the legend.
pub(super) enum Key {
    Domain(usize, String),
    Difference(String),
    Totals(String),
}

impl Key {
    /// From the left edge of a dot, or line, to its words.
    pub(super) const DOT: f64 = 2.0 * RING + 1.2;
    pub(super) const LINE: f64 = 7.5;

    fn width(&self) -> f64 {
        let (before, words) = match self {
            Self::Domain(_, words) => (Self::DOT, words),
            Self::Difference(words) => (Self::LINE, words),
            Self::Totals(words) => (0.0, words),
        };
        before + font::width(words, BODY, false)
    }
}

/// One of the two measures, on a scale of its own from zero on.
pub(super) struct Panel {
    is_of_funds: bool,
    pub(super) head: Vec<String>,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) zero: f64,
    scale: f64,
}

impl Panel {
    /// Fits the values of all rows with what is written beside them between two edges.
    fn new(layout: &Layout<'_>, is_of_funds: bool, (left, right): (f64, f64), language: Language) -> Self {
        let chart = layout.chart;
        let head = match is_of_funds {
            true => msg!("funds-axis", unit = chart.currency.in_unit(chart.unit())),
            false => msg!("report-number-of-interventions"),
        };
        let head = font::balanced(&head.text(language), BODY, false, right - left);
        let mut panel = Self { is_of_funds, head, left, right, zero: left, scale: 0.0 };
        let rows: Vec<_> = layout.rows.iter().map(|laid| panel.needed(layout, &laid.row, language)).collect();
        let largest = rows.iter().map(|(_, values)| values[1]).fold(0.0, f64::max);
        if largest <= 0.0 {
            panel.zero = left + rows.iter().map(|(beside, _)| beside[0]).fold(RING, f64::max);
            return panel;
        }
        let (mut before, mut after) = (RING, RING);
        // What is set aside depends on the scale and the scale on it; a few rounds settle both.
        for _ in 0..24 {
            panel.scale = ((right - left - before - after) / largest).max(0.0);
            let reach = |value: f64| value * panel.scale;
            before = rows.iter().map(|(beside, [low, _])| beside[0] - reach(*low)).fold(RING, f64::max);
            after = rows.iter().map(|(beside, [_, high])| beside[1] - reach(largest - high)).fold(RING, f64::max);
        }
        panel.zero = left + before;
        panel
    }

    /// How far what is written beside the dots of a row reaches to the left and right of its least and largest value.
    fn needed(&self, layout: &Layout<'_>, row: &DumbbellRow, language: Language) -> ([f64; 2], [f64; 2]) {
        let widths: Vec<f64> =
            row.dots.iter().map(|dot| font::width(&self.written(layout, dot, language), BODY, false)).collect();
        let widest = widths.iter().copied().fold(0.0, f64::max) + RING + TO_VALUE;
        let values = row.dots.iter().map(|dot| self.ends(layout, dot));
        let [low, high] = values.fold([f64::MAX, 0.0], |[low, high], ends| [low.min(ends[0]), high.max(ends[1])]);
        ([if widths.len() > 1 { widest } else { RING }, widest], [low, high])
    }

    /// Where the head begins: with the scale, where there is room.
    pub(super) fn head_left(&self) -> f64 {
        let wide = self.head.iter().map(|line| font::width(line, BODY, false)).fold(0.0, f64::max);
        if self.zero + wide <= self.right { self.zero } else { self.left }
    }

    fn value(&self, layout: &Layout<'_>, dot: &Dot) -> f64 {
        if self.is_of_funds { dot.funds.in_unit(layout.chart.unit()) } else { dot.interventions as f64 }
    }

    /// The ends of what a value may be, where it is estimated.
    fn estimated(&self, layout: &Layout<'_>, dot: &Dot) -> Option<[f64; 2]> {
        let [funds, number] = whiskers::ends(dot.estimated.as_ref(), layout.chart.unit());
        if self.is_of_funds { funds } else { number }
    }

    /// The least and the largest value that is drawn of a dot.
    fn ends(&self, layout: &Layout<'_>, dot: &Dot) -> [f64; 2] {
        let value = self.value(layout, dot);
        let [low, high] = self.estimated(layout, dot).unwrap_or([value; 2]);
        [low.min(value), high.max(value)]
    }

    fn at(&self, value: f64) -> f64 {
        self.zero + value * self.scale
    }

    pub(super) fn x(&self, layout: &Layout<'_>, dot: &Dot) -> f64 {
        self.at(self.value(layout, dot))
    }

    pub(super) fn interval(&self, layout: &Layout<'_>, dot: &Dot) -> Option<[f64; 2]> {
        Some(self.estimated(layout, dot)?.map(|end| self.at(end)))
    }

    /// From where to where the dots of a row and their intervals reach.
    pub(super) fn drawn(&self, layout: &Layout<'_>, row: &DumbbellRow) -> (f64, f64) {
        let ends = row.dots.iter().map(|dot| self.ends(layout, dot).map(|end| self.at(end)));
        ends.fold((f64::MAX, f64::MIN), |(left, right), ends| (left.min(ends[0] - RING), right.max(ends[1] + RING)))
    }

    /// A value as it stands beside its dot.
    pub(super) fn written(&self, layout: &Layout<'_>, dot: &Dot, language: Language) -> String {
        match self.is_of_funds {
            true => layout.chart.beside_dot(dot.funds, language),
            false => language.count(dot.interventions),
        }
    }
}

impl Layout<'_> {
    /// The height of the chart in millimetres.
    pub(in crate::render) fn height(&self) -> f64 {
        self.bottom - self.frame.top
    }
}

/// Lays a chart out in a frame, from its top; how far down it reaches is the layout's to say.
pub(in crate::render) fn layout<'c>(chart: &'c Bubble, frame: &Rect, language: Language) -> Layout<'c> {
    let names_above = frame.width() < NARROW;
    let widest = if names_above { frame.width() } else { NAMES - 2.0 };
    let mut lines = Vec::new();
    for row in chart.ranked(language) {
        lines.push((font::wrap(&row.label, BODY, false, widest), row));
    }
    let wide = lines.iter().flat_map(|(lines, _)| lines).map(|line| font::width(line, BODY, false)).fold(0.0, f64::max);
    let names = if names_above { 0.0 } else { wide + 2.0 };
    let (legend, legend_height) = legend(chart, &lines, frame, language);
    let mut layout = Layout {
        chart,
        frame: *frame,
        legend,
        names,
        names_above,
        panels: Vec::new(),
        rows: lines.into_iter().map(|(lines, row)| laid(row, lines)).collect(),
        top: 0.0,
        bottom: 0.0,
    };
    layout.panels = panels(&layout, language);
    let heads = layout.panels.iter().map(|panel| block_height(panel.head.len(), BODY)).fold(0.0, f64::max);
    layout.top = frame.top + legend_height + heads + 1.6;
    layout.bottom = place(&mut layout.rows, layout.top, names_above);
    layout
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

fn panels(layout: &Layout<'_>, language: Language) -> Vec<Panel> {
    let measures: &[bool] = if layout.chart.has_funds { &[false, true] } else { &[false] };
    let left = layout.frame.left + layout.names;
    let many = measures.len() as f64;
    let width = (layout.frame.right - left - BETWEEN_PANELS * (many - 1.0)) / many;
    let edges = |at: usize| {
        let own = left + (width + BETWEEN_PANELS) * at as f64;
        (own, own + width)
    };
    let panel = |(at, of_funds): (usize, &bool)| Panel::new(layout, *of_funds, edges(at), language);
    measures.iter().enumerate().map(panel).collect()
}

/// What the marks mean, and the totals of the area at the right: in as many lines as it takes.
fn legend(
    chart: &Bubble,
    rows: &[(Vec<String>, DumbbellRow)],
    frame: &Rect,
    language: Language,
) -> (Vec<(Key, (f64, f64))>, f64) {
    let mut keys: Vec<Key> = Vec::new();
    if chart.domains.len() > 1 {
        let names = chart.domains.iter().enumerate().map(|(series, (_, name))| Key::Domain(series, name.clone()));
        keys.extend(names);
    }
    if chart.joined && rows.iter().any(|(_, row)| row.dots.len() > 1) {
        keys.push(Key::Difference(msg!("dumbbell-difference").text(language)));
    }
    keys.push(Key::Totals(totals(chart, language)));
    let (mut x, mut line) = (frame.left, 0);
    let middle = |line: usize| frame.top + LEGEND_LINE * (line as f64 + 0.5);
    let mut placed = Vec::new();
    for key in keys {
        let width = key.width();
        if x > frame.left && x + width > frame.right {
            (x, line) = (frame.left, line + 1);
        }
        let left = match key {
            Key::Totals(_) if x > frame.left => frame.right - width,
            _ => x,
        };
        x += width + BETWEEN_KEYS;
        placed.push((key, (left, middle(line))));
    }
    (placed, LEGEND_LINE * (line + 1) as f64 + 1.0)
}
