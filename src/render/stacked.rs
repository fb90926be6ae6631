//! Horizontal bars of accounts, a part per column: used and unspent funds, or shares of a whole, by recipient.

use plotters::style::RGBColor;

use super::axis::Axis;
use super::canvas::{Align, Canvas, Rect, Type, block_height, filled, stroked};
use super::font;
use super::series::{axis_label, colours, draw_legend, in_unit, legend_height, written};
use super::style::{AXIS, BODY, GREY_INK, GRID, INK, PAPER, POINT, WIDTH, ink_on};
use crate::exact::Exact;
use crate::report::account::{Filled, Holds};
use crate::wording::Language;

const LABELS: f64 = 50.0;
const BAR: f64 = 4.2;
const BETWEEN: f64 = 2.0;
const AXIS_HEIGHT: f64 = 10.5;
/// Room for the sum at the end of the longest bar.
const SUM: f64 = 12.0;
/// A part narrower than this beyond its text holds no number.
const PADDING: f64 = 1.2;

fn lines(label: &str) -> Vec<String> {
    font::wrap(label, BODY, false, LABELS - 3.0)
}

fn slot(label: &str) -> f64 {
    block_height(lines(label).len(), BODY).max(BAR) + BETWEEN
}

fn legend_of(chart: &Filled) -> f64 {
    legend_height(&chart.columns, WIDTH - 4.0)
}

/// The height of a chart in millimetres.
pub(super) fn height(chart: &Filled) -> f64 {
    legend_of(chart) + chart.rows.iter().map(|row| slot(&row.label)).sum::<f64>() + AXIS_HEIGHT
}

/// The numbers of a row, those that are missing or not above zero left out, with their columns.
fn parts(chart: &Filled, row: usize) -> Vec<(usize, Exact)> {
    let value = |column: usize| chart.columns[column].cells[row].value.filter(|value| *value > Exact::ZERO);
    (0..chart.columns.len()).filter_map(|column| Some((column, value(column)?))).collect()
}

fn sum(chart: &Filled, row: usize) -> Exact {
    Exact::sum(parts(chart, row).into_iter().map(|(_, value)| value)).unwrap_or(Exact::ZERO)
}

/// Draws a chart in a frame.
pub(super) fn draw(canvas: &Canvas<'_>, frame: &Rect, chart: &Filled, language: Language) {
    let plot = Rect {
        left: frame.left + LABELS,
        top: frame.top + legend_of(chart),
        right: frame.right - 3.0,
        bottom: frame.bottom - AXIS_HEIGHT,
    };
    let shares = matches!(chart.columns.first().map(|c| c.holds), Some(Holds::Percent { .. }));
    let largest = (0..chart.rows.len()).map(|row| in_unit(chart, sum(chart, row))).fold(0.0, f64::max);
    let axis = Axis::new(largest, 6, false);
    let room = if shares { 0.0 } else { SUM };
    let scale = (plot.width() - room) / axis.end;
    draw_axis(canvas, &plot, &axis, scale, axis_label(chart, language), language);
    let colours = colours(&chart.columns);
    let mut top = plot.top;
    for (row, own) in chart.rows.iter().enumerate() {
        let middle = top + slot(&own.label) / 2.0;
        draw_row(canvas, &plot, chart, row, (middle, scale), &colours, language);
        top += slot(&own.label);
    }
    canvas.line((plot.left, plot.top), (plot.left, plot.bottom), stroked(AXIS, 0.2));
    draw_legend(canvas, frame, &chart.columns, &colours);
}

fn draw_axis(canvas: &Canvas<'_>, plot: &Rect, axis: &Axis, scale: f64, label: &str, language: Language) {
    let look = |align| Type { size: BODY, bold: false, color: GREY_INK, align };
    let capital = font::CAPITALS * BODY * POINT;
    for tick in &axis.ticks {
        let x = plot.left + tick * scale;
        canvas.line((x, plot.top), (x, plot.bottom), stroked(GRID, 0.2));
        canvas.text(&language.decimal(*tick, axis.decimals), x, plot.bottom + 1.3 + capital, look(Align::Middle));
    }
    canvas.text(label, plot.left + axis.end * scale, plot.bottom + AXIS_HEIGHT - 1.5, look(Align::Right));
}

fn draw_row(
    canvas: &Canvas<'_>,
    plot: &Rect,
    chart: &Filled,
    row: usize,
    (middle, scale): (f64, f64),
    colours: &[RGBColor],
    language: Language,
) {
    let capital = font::CAPITALS * BODY * POINT;
    let look = |align, color| Type { size: BODY, bold: false, color, align };
    let label = lines(&chart.rows[row].label);
    let text_top = middle - (block_height(label.len(), BODY) - font::DESCENDERS * BODY * POINT) / 2.0;
    canvas.lines(&label, plot.left - 2.0, text_top, look(Align::Right, INK));
    let parts = parts(chart, row);
    let shares = matches!(chart.columns.first().map(|c| c.holds), Some(Holds::Percent { .. }));
    let mut left = plot.left;
    for (column, value) in &parts {
        let right = left + in_unit(chart, *value) * scale;
        let part = Rect { left, top: middle - BAR / 2.0, right, bottom: middle + BAR / 2.0 };
        canvas.rect(&part, filled(colours[*column], 1.0));
        let text = written(chart, *value, language);
        // A bar of one part has its number at its end; shares have no sum there.
        if (parts.len() > 1 || shares) && font::width(&text, BODY, false) + PADDING <= part.width() {
            let x = f64::midpoint(left, right);
            canvas.text(&text, x, middle + capital / 2.0, look(Align::Middle, ink_on(colours[*column])));
        }
        left = right;
        if parts.len() > 1 {
            canvas.line((right, part.top), (right, part.bottom), stroked(PAPER, 0.2));
        }
    }
    let known = chart.columns.iter().any(|column| column.cells[row].value.is_some());
    if known && !shares {
        let text = written(chart, sum(chart, row), language);
        canvas.text(&text, left + 1.2, middle + capital / 2.0, look(Align::Left, INK));
    }
}
