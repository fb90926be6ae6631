//! Upright columns of accounts over years (or whatever the rows are), and lines over them; a missing year is a gap.

use plotters::style::RGBColor;

use super::axis::Axis;
use super::canvas::{Align, Canvas, Rect, Type, block_height, filled, stroked};
use super::font;
use super::series::{axis_label, colours, draw_legend, in_unit, legend_height, written};
use super::style::{AXIS, BODY, GREY_INK, GRID, INK, POINT, SMALL, WIDTH};
use crate::report::account::{Filled, FilledColumn};
use crate::wording::Language;

const PLOT: f64 = 68.0;
const AXIS_WIDTH: f64 = 12.0;
const HEAD: f64 = 6.0;
/// The space above and below the names of the rows.
const FOOT: f64 = 3.0;
/// The part of a row's width that its columns take.
const FILLED: f64 = 0.72;

fn legend_of(chart: &Filled) -> f64 {
    legend_height(&chart.columns, WIDTH - 4.0)
}

/// The names of the rows in lines that fit beside one another.
fn names(chart: &Filled) -> Vec<Vec<String>> {
    let width = (WIDTH - 4.0 - AXIS_WIDTH) / chart.rows.len().max(1) as f64;
    chart.rows.iter().map(|row| font::wrap(&row.label, BODY, false, width - 1.0)).collect()
}

fn foot(chart: &Filled) -> f64 {
    FOOT + block_height(names(chart).iter().map(Vec::len).max().unwrap_or(0), BODY)
}

/// The height of a chart in millimetres.
pub(super) fn height(chart: &Filled) -> f64 {
    legend_of(chart) + HEAD + PLOT + foot(chart)
}

/// Draws a chart in a frame.
pub(super) fn draw(canvas: &Canvas<'_>, frame: &Rect, chart: &Filled, language: Language) {
    let plot = Rect {
        left: frame.left + AXIS_WIDTH,
        top: frame.top + legend_of(chart) + HEAD,
        right: frame.right - 2.0,
        bottom: frame.bottom - foot(chart),
    };
    let values = chart.columns.iter().flat_map(|column| &column.cells).filter_map(|cell| cell.value);
    let axis = Axis::new(values.map(|value| in_unit(chart, value)).fold(0.0, f64::max), 5, false);
    let scale = plot.height() / axis.end;
    let look = |align| Type { size: BODY, bold: false, color: GREY_INK, align };
    let capital = font::CAPITALS * BODY * POINT;
    for tick in &axis.ticks {
        let y = plot.bottom - tick * scale;
        canvas.line((plot.left, y), (plot.right, y), stroked(GRID, 0.2));
        canvas.text(&language.decimal(*tick, axis.decimals), plot.left - 1.6, y + capital / 2.0, look(Align::Right));
    }
    canvas.text(axis_label(chart, language), frame.left, plot.top - 3.0, look(Align::Left));
    let colours = colours(&chart.columns);
    let width = plot.width() / chart.rows.len().max(1) as f64;
    let bars: Vec<usize> = (0..chart.columns.len()).filter(|at| !chart.columns[*at].line).collect();
    for (row, name) in names(chart).iter().enumerate() {
        let middle = plot.left + width * (row as f64 + 0.5);
        let bar = width * FILLED / bars.len().max(1) as f64;
        for (place, column) in bars.iter().enumerate() {
            let left = middle + bar * (place as f64 - bars.len() as f64 / 2.0);
            draw_bar(canvas, &plot, chart, (*column, row), (left, bar, scale), colours[*column], language);
        }
        canvas.lines(name, middle, plot.bottom + 1.6, Type { color: INK, ..look(Align::Middle) });
    }
    canvas.line((plot.left, plot.bottom), (plot.right, plot.bottom), stroked(AXIS, 0.2));
    for (column, colour) in chart.columns.iter().zip(&colours).filter(|(column, _)| column.line) {
        draw_line(canvas, &plot, chart, column, (width, scale), *colour);
    }
    draw_legend(canvas, frame, &chart.columns, &colours);
}

/// One column with its number above it.
fn draw_bar(
    canvas: &Canvas<'_>,
    plot: &Rect,
    chart: &Filled,
    (column, row): (usize, usize),
    (left, width, scale): (f64, f64, f64),
    colour: RGBColor,
    language: Language,
) {
    let Some(value) = chart.columns[column].cells[row].value else { return };
    let top = plot.bottom - in_unit(chart, value).max(0.0) * scale;
    let gap = width * 0.06;
    let bar = Rect { left: left + gap, top, right: left + width - gap, bottom: plot.bottom };
    canvas.rect(&bar, filled(colour, 1.0));
    let text = written(chart, value, language);
    if font::width(&text, SMALL, false) <= width {
        let look = Type { size: SMALL, bold: false, color: INK, align: Align::Middle };
        canvas.text(&text, left + width / 2.0, top - 0.8, look);
    }
}

/// A line through the middles of the rows; it is broken where a number is missing.
fn draw_line(
    canvas: &Canvas<'_>,
    plot: &Rect,
    chart: &Filled,
    column: &FilledColumn,
    (width, scale): (f64, f64),
    colour: RGBColor,
) {
    let point = |row: usize| {
        let value = column.cells.get(row)?.value?;
        Some((plot.left + width * (row as f64 + 0.5), plot.bottom - in_unit(chart, value).max(0.0) * scale))
    };
    for row in 0..column.cells.len() {
        let Some(from) = point(row) else { continue };
        if let Some(to) = point(row + 1) {
            canvas.line(from, to, stroked(colour, 0.7));
        }
        canvas.circle(from.0, from.1, 1.0, filled(colour, 1.0));
    }
}
