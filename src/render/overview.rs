//! Small multiples of a cross table: a chart for every column with a row for each value, its shares as bars from zero on one scale, and
//! every share at the end of its bar.

use super::canvas::{Align, Canvas, Mark, Rect, Type, block_height, filled, stroked};
use super::flow::{self, Entry, flow};
use super::font;
use super::paper::Paper;
use super::rows::Names;
use super::style::{AXIS, BODY, GREY_INK, INK, POINT, SERIES};
use crate::report::{CrossMeasure, Crossed};
use crate::wording::Language;

/// So many charts stand beside one another on wide paper.
const ACROSS: usize = 4;
/// Room for the names of rows.
const LABELS: f64 = 41.0;
const BAR: f64 = 2.3;
/// Bars begin beside the axis, not under it: a share of one percent is no wider than its line.
const BESIDE_AXIS: f64 = 0.15;
/// The width of a bar of nothing.
const LEAST: f64 = 0.1;
/// From the top of a bar to that of the next of its row, which its number needs.
const PITCH: f64 = 2.9;
const NARROW_PITCH: f64 = 3.4;
/// Between rows, between charts, and from a chart to those below.
const BETWEEN: f64 = 1.8;
const BETWEEN_CHARTS: f64 = 3.0;
const BELOW: f64 = 4.5;
/// From a bar to its number.
const TO_NUMBER: f64 = 0.8;
const TO_CHART: f64 = 1.2;
const NARROW_TO_CHART: f64 = 3.0;
/// From the name of a chart to what its shares are of.
const TO_BASE: f64 = 0.9;
const LEGEND_LINE: f64 = 5.2;
const SWATCH: f64 = 4.4;
const BETWEEN_NAMES: f64 = 5.0;

/// Where everything stands.
pub(super) struct Layout {
    paper: Paper,
    across: usize,
    /// Width of a chart's bars and numbers, and the longest bar.
    width: f64,
    longest: f64,
    /// The words over every chart, in lines: its name, and of how much its shares are.
    heads: Vec<[Vec<String>; 2]>,
    /// Where the bars of every row of charts begin, from the top.
    rows: Vec<f64>,
    legend: Vec<Entry>,
    pub(super) height: f64,
}

/// Places a chart.
pub(super) fn layout(paper: Paper, chart: &Crossed, language: Language) -> Layout {
    let columns = chart.columns.all.len();
    let across = paper.either(ACROSS, 1);
    let room = paper.width() - 4.0 - names(paper).beside();
    let width = (room - BETWEEN_CHARTS * (across - 1) as f64) / across as f64;
    let longest = (width - TO_NUMBER - widest_number(paper, chart, language) - BESIDE_AXIS).max(1.0);
    let head = |column: usize| {
        let base = chart.panel_base(column, language).join(paper.either("\n", ", "));
        let base = base.split('\n').flat_map(|line| paper.wrap(line, paper.small(), width)).collect();
        [paper.wrap_bold(&chart.columns.all[column].label, BODY, width), base]
    };
    let heads: Vec<[Vec<String>; 2]> = (0..columns).map(head).collect();
    let legend_names = chart.measures().into_iter().map(|measure| chart.measure_name(measure, language));
    let legend_names: Vec<String> = legend_names.collect();
    let legend = flow(paper, legend_names.iter().map(String::as_str), paper.width() - 4.0, (SWATCH, BETWEEN_NAMES));
    let mut top = flow::lines(&legend) as f64 * LEGEND_LINE + 2.0;
    let bars: f64 = (0..chart.rows.all.len()).map(|row| slot(paper, chart, row)).sum();
    let mut rows = Vec::new();
    for own in heads.chunks(across) {
        let head = own.iter().map(|head| head_height(paper, head)).fold(0.0, f64::max);
        rows.push(top + head + to_chart(paper));
        top += head + to_chart(paper) + bars + below(paper);
    }
    Layout { paper, across, width, longest, heads, rows, legend, height: top - below(paper) }
}

fn to_chart(paper: Paper) -> f64 {
    paper.either(TO_CHART, NARROW_TO_CHART)
}

fn below(paper: Paper) -> f64 {
    paper.either(BELOW, 2.0 * BELOW)
}

fn names(paper: Paper) -> Names {
    Names::new(paper, LABELS)
}

fn head_height(paper: Paper, [name, base]: &[Vec<String>; 2]) -> f64 {
    block_height(name.len(), BODY) + TO_BASE + block_height(base.len(), paper.small())
}

/// How high the bars of a row are together.
fn bars(paper: Paper, chart: &Crossed) -> f64 {
    paper.to_touch(paper.either(PITCH, NARROW_PITCH) * chart.measures().len() as f64)
}

fn slot(paper: Paper, chart: &Crossed, row: usize) -> f64 {
    names(paper).slot(&chart.rows.all[row].label, bars(paper, chart), BETWEEN)
}

fn widest_number(paper: Paper, chart: &Crossed, language: Language) -> f64 {
    let (rows, columns) = chart.size();
    let cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
    let written =
        |(row, column)| chart.measures().into_iter().map(move |own| chart.percent_written(row, column, own, language));
    cells.flat_map(written).map(|text| paper.text(&text, paper.small(), false)).fold(0.0, f64::max)
}

/// The longest share of all charts.
fn largest(chart: &Crossed) -> f64 {
    let (rows, columns) = chart.size();
    let cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
    let shares =
        cells.flat_map(|(row, column)| chart.measures().into_iter().map(move |own| chart.percent_of(row, column, own)));
    shares.fold(0.0, f64::max).max(f64::MIN_POSITIVE)
}

/// Draws a chart in a frame.
pub(super) fn draw(canvas: &Canvas<'_>, frame: &Rect, chart: &Crossed, layout: &Layout, language: Language) {
    draw_legend(canvas, frame, layout);
    let scale = layout.longest / largest(chart);
    for (at, head) in layout.heads.iter().enumerate() {
        let first = layout.rows[at / layout.across];
        let place = (at % layout.across) as f64;
        let left = frame.left + names(layout.paper).beside() + place * (layout.width + BETWEEN_CHARTS);
        // Heads end where the bars begin, however long they are.
        let above = first - to_chart(layout.paper) - head_height(layout.paper, head);
        draw_head(canvas, head, (left, frame.top + above));
        let own = Chart { chart, column: at, left, scale, names: place == 0.0, language };
        own.draw(canvas, frame, frame.top + first);
    }
}

fn draw_head(canvas: &Canvas<'_>, [name, base]: &[Vec<String>; 2], (left, top): (f64, f64)) {
    let look = |size, bold, color| Type { size, bold, color, align: Align::Left };
    canvas.lines(name, left, top, look(BODY, true, INK));
    let below = top + block_height(name.len(), BODY) + TO_BASE;
    canvas.lines(base, left, below, look(canvas.paper.small(), false, GREY_INK));
}

fn draw_legend(canvas: &Canvas<'_>, frame: &Rect, layout: &Layout) {
    let look = Type { size: BODY, bold: false, color: INK, align: Align::Left };
    let capital = font::CAPITALS * BODY * POINT;
    for (at, Entry { left, line, lines }) in layout.legend.iter().enumerate() {
        let (x, top) = (frame.left + left, frame.top + *line as f64 * LEGEND_LINE);
        canvas.rect(&Rect { left: x, top, right: x + 3.0, bottom: top + 3.0 }, filled(SERIES[at], 1.0));
        for (line, text) in lines.iter().enumerate() {
            canvas.text(text, x + SWATCH, top + 1.5 + capital / 2.0 + line as f64 * LEGEND_LINE, look);
        }
    }
}

/// One of the small charts.
struct Chart<'c> {
    chart: &'c Crossed,
    column: usize,
    left: f64,
    /// Millimetres to a percent.
    scale: f64,
    /// Whether names of rows stand beside it.
    names: bool,
    language: Language,
}

impl Chart<'_> {
    fn draw(&self, canvas: &Canvas<'_>, frame: &Rect, first: f64) {
        let paper = canvas.paper;
        let mut top = first;
        for row in 0..self.chart.rows.all.len() {
            let height = slot(paper, self.chart, row);
            let of_bars = bars(paper, self.chart);
            let middle = if self.names {
                names(paper).write(canvas, &self.chart.rows.all[row].label, (frame.left, top), (height, of_bars))
            } else {
                top + height / 2.0
            };
            self.row(canvas, row, middle - of_bars / 2.0);
            top += height;
        }
        if !paper.is_narrow() {
            canvas.line((self.left, first), (self.left, top), stroked(AXIS, 0.2));
        }
    }

    /// The bars of a row, with their numbers.
    fn row(&self, canvas: &Canvas<'_>, row: usize, top: f64) {
        let measures = self.chart.measures();
        let height = bars(canvas.paper, self.chart);
        let pitch = height / measures.len() as f64;
        // Where names stand above bars, the line would run through them.
        if canvas.paper.is_narrow() {
            canvas.line((self.left, top), (self.left, top + height), stroked(AXIS, 0.2));
        }
        let title = self.chart.panel_title(row, self.column, self.language);
        let at = self.chart.row(row, self.column);
        let middle = |place: usize| top + pitch * (place as f64 + 0.5);
        canvas.mark(&Mark { class: "mark", row: at, title: &title, data: &[] }, || {
            for (place, measure) in measures.iter().enumerate() {
                let right = self.right(row, *measure);
                // What is nothing lies under the axis, where a page still finds it.
                let begin = self.left + BESIDE_AXIS;
                let (left, right, colour) = match right > begin {
                    true => (begin, right, SERIES[place]),
                    false => (self.left, self.left + LEAST, AXIS),
                };
                let (top, bottom) = (middle(place) - BAR / 2.0, middle(place) + BAR / 2.0);
                canvas.rect(&Rect { left, top, right, bottom }, filled(colour, 1.0));
            }
        });
        // Two numbers in one mark would be a name that its words do not hold.
        canvas.mark(&Mark { class: "label", row: at, title: "", data: &[] }, || {
            for (place, measure) in measures.iter().enumerate() {
                self.number(canvas, (row, *measure), middle(place));
            }
        });
    }

    fn right(&self, row: usize, measure: CrossMeasure) -> f64 {
        self.left + BESIDE_AXIS + self.chart.percent_of(row, self.column, measure) * self.scale
    }

    fn number(&self, canvas: &Canvas<'_>, (row, measure): (usize, CrossMeasure), middle: f64) {
        let size = canvas.paper.small();
        let look = Type { size, bold: false, color: INK, align: Align::Left };
        let text = self.chart.percent_written(row, self.column, measure, self.language);
        let left = self.right(row, measure) + TO_NUMBER;
        canvas.text(&text, left, middle + font::CAPITALS * size * POINT / 2.0, look);
    }
}
