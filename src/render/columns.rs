//! Upright columns of accounts over years (or whatever the rows are), and lines over them; a missing year is a gap.

use plotters::style::RGBColor;

use super::axis::Axis;
use super::canvas::{Align, Canvas, Mark, Rect, Type, block_height, filled, stroked};
use super::font;
use super::paper::Paper;
use super::series::{colours, draw_legend, in_unit, legend_height, written};
use super::style::{AXIS, BODY, GREY_INK, GRID, INK, PAPER, POINT, SMALL};
use crate::report::account::Filled;
use crate::wording::Language;

/// The height of a number beside a mark.
const CAPITAL: f64 = font::CAPITALS * SMALL * POINT;
const PLOT: f64 = 68.0;
const AXIS_WIDTH: f64 = 12.0;
const HEAD: f64 = 6.0;
/// The space above and below the names of the rows.
const FOOT: f64 = 3.0;
/// Half the height of a line's point, with the paper around it.
const POINT_SIZE: f64 = 1.4;
/// Paper around a number on a line.
const PLATE: f64 = 0.5;
/// Room for the number of a column that leads below zero.
const BELOW: f64 = 3.6;
/// The part of a row's width that its columns take.
const FILLED: f64 = 0.72;

/// The names of the rows in lines that fit beside one another.
fn names(paper: Paper, chart: &Filled) -> Vec<Vec<String>> {
    let width = (paper.width() - 4.0 - AXIS_WIDTH) / chart.rows.len().max(1) as f64;
    chart.rows.iter().map(|row| paper.wrap(&row.label, BODY, width - 1.0)).collect()
}

/// Whether the names of the rows have room beside one another; else the chart has its rows below one another.
pub(super) fn fits(paper: Paper, chart: &Filled) -> bool {
    let width = (paper.width() - 4.0 - AXIS_WIDTH) / chart.rows.len().max(1) as f64;
    names(paper, chart).iter().flatten().all(|line| paper.text(line, BODY, false) <= width)
}

fn most_lines(paper: Paper, chart: &Filled) -> usize {
    names(paper, chart).iter().map(Vec::len).max().unwrap_or(0)
}

fn foot(paper: Paper, chart: &Filled) -> f64 {
    FOOT + block_height(most_lines(paper, chart), BODY)
        + if values(chart).any(|value| value < 0.0) { BELOW } else { 0.0 }
}

/// All numbers in the unit of the axis.
fn values(chart: &Filled) -> impl Iterator<Item = f64> + '_ {
    let cells = chart.columns.iter().flat_map(|column| &column.cells);
    cells.filter_map(|cell| cell.value).map(|value| in_unit(chart, value))
}

/// The height of a chart in millimetres.
pub(super) fn height(paper: Paper, chart: &Filled) -> f64 {
    legend_height(paper, &chart.columns) + HEAD + PLOT + foot(paper, chart)
}

/// Where numbers stand on paper.
struct Plane {
    plot: Rect,
    /// The height of the zero line.
    zero: f64,
    /// Millimetres per unit.
    scale: f64,
    /// The width of a row.
    width: f64,
}

impl Plane {
    fn y(&self, number: f64) -> f64 {
        self.zero - number * self.scale
    }

    fn middle(&self, row: usize) -> f64 {
        self.plot.left + self.width * (row as f64 + 0.5)
    }
}

/// Draws a chart in a frame. Columns of numbers below zero lead down from the zero line.
pub(super) fn draw(canvas: &Canvas<'_>, frame: &Rect, chart: &Filled, language: Language) {
    let paper = canvas.paper;
    let plot = Rect {
        left: frame.left + AXIS_WIDTH,
        top: frame.top + legend_height(paper, &chart.columns) + HEAD,
        right: frame.right - 2.0,
        bottom: frame.bottom - foot(paper, chart),
    };
    let axis = Axis::around(values(chart).fold(0.0, f64::min), values(chart).fold(0.0, f64::max), 5);
    let scale = plot.height() / (axis.end - axis.start);
    let plane = Plane {
        zero: plot.bottom + axis.start * scale,
        scale,
        width: plot.width() / chart.rows.len().max(1) as f64,
        plot,
    };
    let look = |align| Type { size: BODY, bold: false, color: GREY_INK, align };
    let numbers = Numbers::new(paper, chart, &plane, language);
    draw_axis(canvas, &plane, &axis, !numbers.all_stand, language);
    canvas.text(&chart.axis(language), frame.left, plane.plot.top - 3.0, look(Align::Left));
    let colours = colours(&chart.columns);
    let names_top = plane.plot.bottom + foot(paper, chart) - block_height(most_lines(paper, chart), BODY) - FOOT + 1.6;
    for (row, name) in names(paper, chart).iter().enumerate() {
        draw_columns(canvas, &plane, chart, row, (&colours, &numbers), language);
        canvas.lines(name, plane.middle(row), names_top, Type { color: INK, ..look(Align::Middle) });
    }
    canvas.line((plane.plot.left, plane.zero), (plane.plot.right, plane.zero), stroked(AXIS, 0.2));
    for column in (0..chart.columns.len()).filter(|column| chart.columns[*column].line) {
        draw_line(canvas, &plane, chart, column, (colours[column], &numbers), language);
    }
    draw_legend(canvas, frame, &chart.columns, &colours);
}

/// The scale, with lines through the plot where some number stands nowhere else.
fn draw_axis(canvas: &Canvas<'_>, plane: &Plane, axis: &Axis, has_lines: bool, language: Language) {
    let look = Type { size: BODY, bold: false, color: GREY_INK, align: Align::Right };
    let capital = font::CAPITALS * BODY * POINT;
    for tick in &axis.ticks {
        let (left, right, y) = (plane.plot.left, plane.plot.right, plane.y(*tick));
        match has_lines {
            true => canvas.line((left, y), (right, y), stroked(GRID, 0.2)),
            false => canvas.line((left - 0.9, y), (left, y), stroked(AXIS, 0.2)),
        }
        canvas.text(&language.decimal(*tick, axis.decimals), left - 1.6, y + capital / 2.0, look);
    }
}

/// Where a number of a line stands; `None` where it is missing.
fn point(chart: &Filled, plane: &Plane, column: usize, row: usize) -> Option<(f64, f64)> {
    let value = chart.columns[column].cells.get(row)?.value?;
    Some((plane.middle(row), plane.y(in_unit(chart, value))))
}

/// The room of every point of a line.
fn points<'a>(chart: &'a Filled, plane: &'a Plane) -> impl Iterator<Item = Rect> + 'a {
    let lines = (0..chart.columns.len()).filter(|column| chart.columns[*column].line);
    lines
        .flat_map(move |column| (0..chart.rows.len()).filter_map(move |row| point(chart, plane, column, row)))
        .map(|(x, y)| Rect { left: x - POINT_SIZE, top: y - POINT_SIZE, right: x + POINT_SIZE, bottom: y + POINT_SIZE })
}

/// A column of a row, its number's text, and where the number would stand.
fn column_at(
    paper: Paper,
    chart: &Filled,
    plane: &Plane,
    (row, column): (usize, usize),
    language: Language,
) -> Option<(Rect, Rect)> {
    let value = chart.columns[column].cells.get(row)?.value?;
    let bars: Vec<usize> = bars(chart).collect();
    let place = bars.iter().position(|own| *own == column)?;
    let width = plane.width * FILLED / bars.len() as f64;
    let gap = width * 0.06;
    let left = plane.middle(row) + width * (place as f64 - bars.len() as f64 / 2.0);
    let end = plane.y(in_unit(chart, value));
    let bar =
        Rect { left: left + gap, top: end.min(plane.zero), right: left + width - gap, bottom: end.max(plane.zero) };
    let baseline = if end > plane.zero { end + 0.8 + CAPITAL } else { end - 0.8 };
    Some((bar, number_at(paper, &written(chart, value, language), left + width / 2.0, baseline)))
}

/// The columns that are no lines.
fn bars(chart: &Filled) -> impl Iterator<Item = usize> + '_ {
    (0..chart.columns.len()).filter(|column| !chart.columns[*column].line)
}

/// Where numbers stand: they keep away from the points of lines, and from one another.
struct Numbers {
    /// By column and row; `None` where there is no number, or no room for it.
    places: Vec<Vec<Option<Rect>>>,
    /// Whether every number has room.
    all_stand: bool,
}

impl Numbers {
    fn new(paper: Paper, chart: &Filled, plane: &Plane, language: Language) -> Self {
        let mut taken: Vec<Rect> = points(chart, plane).collect();
        let mut places = vec![vec![None; chart.rows.len()]; chart.columns.len()];
        let width = plane.width * FILLED / bars(chart).count().max(1) as f64;
        let mut all_stand = true;
        let mut put = |(row, column): (usize, usize), wanted: &[Rect]| {
            let free = wanted.iter().find(|place| !taken.iter().any(|other| other.overlaps(place))).copied();
            all_stand &= free.is_some();
            taken.extend(free);
            places[column][row] = free;
        };
        for (row, column) in (0..chart.rows.len()).flat_map(|row| bars(chart).map(move |column| (row, column))) {
            if let Some((_, number)) = column_at(paper, chart, plane, (row, column), language) {
                let wanted = [number];
                put((row, column), if number.width() <= width { &wanted } else { &[] });
            }
        }
        let lines = (0..chart.columns.len()).filter(|column| chart.columns[*column].line);
        for (column, row) in lines.flat_map(|column| (0..chart.rows.len()).map(move |row| (column, row))) {
            let cell = chart.columns[column].cells.get(row).and_then(|cell| cell.value);
            if let (Some((x, y)), Some(value)) = (point(chart, plane, column, row), cell) {
                let text = written(chart, value, language);
                let beside = POINT_SIZE + 1.0 + paper.text(&text, paper.small(), false) / 2.0;
                let wanted = [(x, y - 2.3), (x, y + 2.3 + CAPITAL), (x + beside, y - 1.0), (x - beside, y - 1.0)];
                put((row, column), &wanted.map(|(middle, baseline)| number_at(paper, &text, middle, baseline)));
            }
        }
        Self { places, all_stand }
    }
}

/// The columns of a row, each with its number at its end unless something else stands there.
fn draw_columns(
    canvas: &Canvas<'_>,
    plane: &Plane,
    chart: &Filled,
    row: usize,
    (colours, numbers): (&[RGBColor], &Numbers),
    language: Language,
) {
    for column in bars(chart) {
        let Some((bar, _)) = column_at(canvas.paper, chart, plane, (row, column), language) else { continue };
        let Some(value) = chart.columns[column].cells[row].value else { continue };
        let title = chart.mark_title(row, column, language);
        canvas.mark(&Mark { class: "mark", row: chart.row(row), title: &title, data: &[] }, || {
            canvas.rect(&bar, filled(colours[column], 1.0));
            if let Some(number) = numbers.places[column][row] {
                let look = Type { size: canvas.paper.small(), bold: false, color: INK, align: Align::Middle };
                let middle = f64::midpoint(number.left, number.right);
                canvas.text(&written(chart, value, language), middle, number.bottom, look);
            }
        });
    }
}

/// The room of a number around a middle, on a baseline.
fn number_at(paper: Paper, text: &str, middle: f64, baseline: f64) -> Rect {
    let half = paper.text(text, paper.small(), false) / 2.0;
    Rect { left: middle - half, top: baseline - CAPITAL, right: middle + half, bottom: baseline }
}

/// A line through the middles of the rows with its numbers; it is broken where a number is missing.
fn draw_line(
    canvas: &Canvas<'_>,
    plane: &Plane,
    chart: &Filled,
    column: usize,
    (colour, numbers): (RGBColor, &Numbers),
    language: Language,
) {
    let cells = &chart.columns[column].cells;
    let point = |row: usize| point(chart, plane, column, row);
    // Paper around the line keeps it apart from the columns that it crosses.
    for (ink, width) in [(PAPER, 1.5), (colour, 0.7)] {
        canvas.joints(|| {
            for row in 0..cells.len() {
                if let Some((from, to)) = point(row).zip(point(row + 1)) {
                    canvas.line(from, to, stroked(ink, width));
                }
            }
        });
    }
    for (row, cell) in cells.iter().enumerate() {
        let (Some((x, y)), Some(value)) = (point(row), cell.value) else { continue };
        let title = chart.mark_title(row, column, language);
        canvas.mark(&Mark { class: "mark", row: chart.row(row), title: &title, data: &[] }, || {
            canvas.circle(x, y, POINT_SIZE, filled(PAPER, 1.0));
            canvas.circle(x, y, 1.0, filled(colour, 1.0));
            if let Some(number) = numbers.places[column][row] {
                draw_on_plate(canvas, &written(chart, value, language), &number);
            }
        });
    }
}

/// A number on a plate of paper, for it may stand half on a column.
fn draw_on_plate(canvas: &Canvas<'_>, text: &str, number: &Rect) {
    let plate = Rect {
        left: number.left - PLATE,
        top: number.top - PLATE,
        right: number.right + PLATE,
        bottom: number.bottom + PLATE,
    };
    canvas.rect(&plate, filled(PAPER, 1.0));
    let look = Type { size: canvas.paper.small(), bold: false, color: INK, align: Align::Middle };
    canvas.text(text, f64::midpoint(number.left, number.right), number.bottom, look);
}

#[cfg(test)]
mod tests {
    use super::super::series::{amounts, marks};
    use super::super::style::WIDTH;
    use super::*;

    #[test]
    fn columns_below_zero_lead_down_and_every_point_of_a_line_has_its_number() {
        let chart = amounts(&[("Kvar", false, &[2_000_000, -1_000_000]), ("Anslag", true, &[3_000_000, 3_000_000])]);
        let mut drawing = String::new();
        let frame = Rect { left: 0.0, top: 0.0, right: WIDTH, bottom: height(Paper::Wide, &chart) };
        draw(&Canvas::new(&mut drawing, Paper::Wide, height(Paper::Wide, &chart)), &frame, &chart, Language::Swedish);
        let marks = marks(&drawing);
        let titles: Vec<&str> = marks.iter().map(|mark| mark.title.as_str()).collect();
        let below = "B. Kvar: \u{2212}1\u{a0}000\u{a0}000\u{a0}kr";
        assert_eq!(titles[..2], ["A. Kvar: 2\u{a0}000\u{a0}000\u{a0}kr", below]);
        // The column above ends where the one below begins: on the zero line; the one above is twice as high.
        let (above, below) = (marks[0].rects[0], marks[1].rects[0]);
        assert!((above.bottom - below.top).abs() < 0.01, "{above:?} and {below:?}");
        assert!((above.height() - 2.0 * below.height()).abs() < 0.01);
        let of_line: Vec<&str> = marks[2..].iter().map(|mark| mark.text.as_str()).collect();
        assert_eq!(of_line, ["3,0", "3,0"]);
        assert_eq!(marks.iter().map(|mark| mark.row).collect::<Vec<_>>(), [0, 1, 0, 1]);
    }
}
