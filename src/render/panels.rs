//! Small multiples: a panel per code over the years, all on one scale. A year without a value is a gap, and so is the way to a year that
//! cannot be compared.

use super::axis::Axis;
use super::canvas::{Align, Canvas, Mark, Rect, Type, block_height, filled, stroked};
use super::font;
use super::paper::Paper;
use super::style::{AXIS, BODY, GREY_INK, GRID, INK, PAPER, POINT, SERIES, SMALL};
use crate::report::years::{Measure, Years, YearsDrawing};
use crate::wording::Language;

const ACROSS: usize = 4;
const NARROW_ACROSS: usize = 2;
/// For the numbers of the axis, left of the first panel.
const AXIS_WIDTH: f64 = 10.0;
const PLOT: f64 = 20.0;
/// Above the plot, for the value of its highest dot.
const HEADROOM: f64 = 4.6;
/// Below the plot, for the years.
const FOOT: f64 = 5.0;
const BELOW: f64 = 4.0;
const BETWEEN: f64 = 3.0;
/// The name of the axis, above all panels.
const HEAD: f64 = 6.0;
const DOT: f64 = 1.1;
const CAPITAL: f64 = font::CAPITALS * SMALL * POINT;

/// Where panels stand.
struct Grid {
    /// How many stand beside one another.
    across: usize,
    width: f64,
    names: Vec<Vec<String>>,
    /// The tops of the rows of panels, from the top of the chart, and the lines of the longest name in each.
    rows: Vec<(f64, usize)>,
    height: f64,
}

impl Grid {
    fn new(paper: Paper, chart: &Years) -> Self {
        let most = paper.either(ACROSS, NARROW_ACROSS);
        let across = most.min(chart.rows.len()).max(1);
        let width = (paper.width() - 4.0 - AXIS_WIDTH) / most as f64;
        let name = |label: &String| paper.wrap(label, BODY, width - BETWEEN);
        let names: Vec<Vec<String>> = chart.rows.iter().map(|row| name(&row.label)).collect();
        let (mut rows, mut top) = (Vec::new(), HEAD);
        for row in names.chunks(across) {
            let lines = row.iter().map(Vec::len).max().unwrap_or(0);
            rows.push((top, lines));
            top += block_height(lines, BODY) + HEADROOM + PLOT + FOOT + BELOW;
        }
        Self { across: most, width, names, rows, height: top - BELOW }
    }

    /// The plot of a panel in a frame, and where its name begins.
    fn plot(&self, frame: &Rect, panel: usize) -> (Rect, f64) {
        let (top, lines) = self.rows[panel / self.across];
        let left = frame.left + AXIS_WIDTH + self.width * (panel % self.across) as f64;
        let name = frame.top + top;
        let plot = name + block_height(lines, BODY) + HEADROOM;
        (Rect { left, top: plot, right: left + self.width - BETWEEN, bottom: plot + PLOT }, name)
    }
}

/// The height of a chart in millimetres.
pub(super) fn height(paper: Paper, chart: &Years) -> f64 {
    Grid::new(paper, chart).height
}

/// Draws a chart in a frame.
pub(super) fn draw(canvas: &Canvas<'_>, frame: &Rect, chart: &Years, language: Language) {
    let grid = Grid::new(canvas.paper, chart);
    let cells = (0..chart.rows.len()).flat_map(|row| (0..chart.years.len()).map(move |year| (row, year)));
    let values = cells.filter_map(|(row, year)| chart.value(row, year));
    let largest = values.map(|value| chart.in_unit(value, language)).fold(0.0, f64::max);
    let axis = Axis::new(largest, 4, chart.measure == Measure::Number);
    let look = |color, align| Type { size: BODY, bold: false, color, align };
    canvas.text(&chart.axis, frame.left, frame.top + CAPITAL, look(GREY_INK, Align::Left));
    for panel in 0..chart.rows.len() {
        let (plot, name) = grid.plot(frame, panel);
        canvas.lines(&grid.names[panel], plot.left, name, look(INK, Align::Left));
        let own = Panel { chart, row: panel, plot, scale: PLOT / axis.end, language };
        draw_axis(canvas, &plot, &axis, (panel % grid.across == 0, !own.says_all(canvas.paper)), language);
        own.draw(canvas);
    }
}

/// The scale at the left of the first panel, and lines through a panel some value of which does not stand at its dot.
fn draw_axis(canvas: &Canvas<'_>, plot: &Rect, axis: &Axis, (is_first, has_lines): (bool, bool), language: Language) {
    let look = Type { size: canvas.paper.small(), bold: false, color: GREY_INK, align: Align::Right };
    let y = |tick: f64| plot.bottom - tick / axis.end * plot.height();
    let lines = axis.ticks.iter().filter(|tick| has_lines && **tick > 0.0);
    canvas.grid(lines.map(|tick| [plot.left, plot.right].map(|x| (x, y(*tick)))), stroked(GRID, 0.2));
    canvas.line((plot.left, plot.bottom), (plot.right, plot.bottom), stroked(AXIS, 0.2));
    if is_first && !has_lines {
        let ticks = axis.ticks.iter().map(|tick| [plot.left - 0.9, plot.left].map(|x| (x, y(*tick))));
        canvas.grid(ticks, stroked(AXIS, 0.2));
    }
    for tick in axis.ticks.iter().filter(|_| is_first) {
        canvas.text(&language.decimal(*tick, axis.decimals), plot.left - 1.4, y(*tick) + CAPITAL / 2.0, look);
    }
}

/// One code.
struct Panel<'c> {
    chart: &'c Years,
    row: usize,
    plot: Rect,
    scale: f64,
    language: Language,
}

impl Panel<'_> {
    fn slot(&self) -> f64 {
        self.plot.width() / self.chart.years.len() as f64
    }

    fn x(&self, year: usize) -> f64 {
        self.plot.left + self.slot() * (year as f64 + 0.5)
    }

    fn y(&self, year: usize) -> Option<f64> {
        let value = self.chart.value(self.row, year)?;
        Some(self.plot.bottom - self.chart.in_unit(value, self.language) * self.scale)
    }

    fn text(&self, year: usize) -> String {
        self.chart.written(self.row, year, self.language)
    }

    /// Whether every year's text has room in its slot; else the first and the last year have theirs.
    fn has_room(&self, width: f64, year: usize) -> bool {
        width + 0.6 <= self.slot() || year == 0 || year + 1 == self.chart.years.len()
    }

    /// Whether every value stands at its dot.
    fn says_all(&self, paper: Paper) -> bool {
        let has_room = |year: usize| self.has_room(paper.text(&self.text(year), paper.small(), false), year);
        (0..self.chart.years.len()).all(|year| has_room(year) || self.y(year).is_none())
    }

    fn draw(&self, canvas: &Canvas<'_>) {
        let years = self.chart.years.len();
        for year in 1..years {
            self.way(canvas, year);
        }
        for year in 0..years {
            self.year(canvas, year);
            self.value(canvas, year);
        }
    }

    /// From the year before to a year: a line where both can be compared, a dashed upright where something broke.
    fn way(&self, canvas: &Canvas<'_>, year: usize) {
        let comparable = &self.chart.comparable;
        if comparable[year - 1] != comparable[year] {
            let x = self.plot.left + self.slot() * year as f64;
            let dashes = (0..7).map(|dash| self.plot.top + PLOT / 7.0 * f64::from(dash));
            canvas.grid(dashes.map(|top| [(x, top), (x, top + PLOT / 14.0)]), stroked(GREY_INK, 0.25));
        } else if comparable[year]
            && let (Some(before), Some(own)) = (self.y(year - 1), self.y(year))
        {
            canvas.line((self.x(year - 1), before), (self.x(year), own), stroked(SERIES[0], 0.5));
        }
    }

    fn year(&self, canvas: &Canvas<'_>, year: usize) {
        let look = Type { size: canvas.paper.small(), bold: false, color: GREY_INK, align: Align::Middle };
        let name = self.chart.years[year].to_string();
        if self.has_room(canvas.paper.text(&name, canvas.paper.small(), false), year) {
            canvas.text(&name, self.x(year), self.plot.bottom + 1.4 + CAPITAL, look);
        }
    }

    /// A dot with its value above; a dash where there is none.
    fn value(&self, canvas: &Canvas<'_>, year: usize) {
        let look = Type { size: canvas.paper.small(), bold: false, color: INK, align: Align::Middle };
        let text = self.text(year);
        let title = self.chart.mark_title(self.row, std::iter::once(year), self.language);
        let row = self.chart.row(YearsDrawing::Series, self.row, year);
        canvas.mark(&Mark { class: "mark", row, title: &title, data: &[] }, || {
            let top = self.y(year).map_or(self.plot.bottom, |y| y - DOT);
            if let Some(y) = self.y(year) {
                let style = if self.chart.comparable[year] { filled(SERIES[0], 1.0) } else { filled(PAPER, 1.0) };
                canvas.circle(self.x(year), y, DOT, style);
                if !self.chart.comparable[year] {
                    canvas.circle(self.x(year), y, DOT, stroked(SERIES[0], 0.4));
                }
            }
            if self.has_room(canvas.paper.text(&text, canvas.paper.small(), false), year) {
                canvas.halo(|| canvas.text(&text, self.x(year), top - 0.9, look));
            }
        });
    }
}
