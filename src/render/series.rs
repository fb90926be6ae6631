//! What charts of accounts share: colours, the unit of the axis, values as they are written beside marks, and the legend.

use plotters::style::RGBColor;

use super::canvas::{Align, Canvas, Rect, Type, filled, stroked};
use super::font;
use super::style::{BODY, INK, POINT, SCALE, SERIES};
use crate::exact::Exact;
use crate::report::account::{Filled, FilledColumn, Holds};
use crate::wording::Language;

/// The height of a line of the legend.
const LEGEND_LINE: f64 = 5.2;
/// A colour's square or line, and the space to its name.
const SWATCH: f64 = 4.4;
const BETWEEN: f64 = 5.0;

/// The colours of columns: two series or the four of a scale for bars, ink for lines.
pub(super) fn colours(columns: &[FilledColumn]) -> Vec<RGBColor> {
    let bars = columns.iter().filter(|column| !column.line).count();
    let palette: &[RGBColor] = if bars <= SERIES.len() { &SERIES } else { &SCALE };
    let mut next = palette.iter().cycle().copied();
    columns.iter().map(|column| if column.line { INK } else { next.next().unwrap_or(INK) }).collect()
}

/// A number in the unit of the axis: kronor in millions.
pub(super) fn in_unit(chart: &Filled, value: Exact) -> f64 {
    let millions = chart.columns.first().is_some_and(|column| column.holds == Holds::Money);
    value.approximate() / if millions { 1e6 } else { 1.0 }
}

/// A number as it is written beside a mark: millions with one decimal (two below 0,1), others without any.
pub(super) fn written(chart: &Filled, value: Exact, language: Language) -> String {
    let number = in_unit(chart, value);
    match chart.columns.first().map(|column| column.holds) {
        Some(Holds::Money) => language.decimal(number, if number.abs() < 0.1 && number != 0.0 { 2 } else { 1 }),
        _ => language.decimal(number, 0),
    }
}

/// What the axis counts.
pub(super) fn axis_label(chart: &Filled, language: Language) -> &'static str {
    match chart.columns.first().map(|column| column.holds) {
        Some(Holds::Money) => language.pick("Miljoner kronor", "Millions of kronor"),
        Some(Holds::Percent { .. }) => language.pick("Procent", "Percent"),
        _ => language.pick("Antal", "Number"),
    }
}

/// Where each name of the legend stands: left edge and line; as many in a line as fit.
fn places(columns: &[FilledColumn], width: f64) -> Vec<(f64, usize, Vec<String>)> {
    let (mut x, mut line) = (0.0, 0);
    let mut all = Vec::new();
    for column in columns {
        let lines = font::wrap(&column.label, BODY, false, width - SWATCH);
        let own = SWATCH + lines.iter().map(|l| font::width(l, BODY, false)).fold(0.0, f64::max) + BETWEEN;
        if x > 0.0 && x + own - BETWEEN > width {
            (x, line) = (0.0, line + 1);
        }
        let taken = lines.len();
        all.push((x, line, lines));
        if taken > 1 {
            (x, line) = (0.0, line + taken);
        } else {
            x += own;
        }
    }
    all
}

/// The height of the legend.
pub(super) fn legend_height(columns: &[FilledColumn], width: f64) -> f64 {
    let lines = places(columns, width).iter().map(|(_, line, lines)| line + lines.len()).max().unwrap_or(0);
    lines as f64 * LEGEND_LINE + 1.8
}

/// Draws the legend: a square for bars, a line for lines.
pub(super) fn draw_legend(canvas: &Canvas<'_>, frame: &Rect, columns: &[FilledColumn], colours: &[RGBColor]) {
    let look = Type { size: BODY, bold: false, color: INK, align: Align::Left };
    let capital = font::CAPITALS * BODY * POINT;
    for ((left, line, lines), (column, colour)) in
        places(columns, frame.width()).into_iter().zip(columns.iter().zip(colours))
    {
        let (x, top) = (frame.left + left, frame.top + line as f64 * LEGEND_LINE);
        if column.line {
            canvas.line((x, top + 1.5), (x + 3.2, top + 1.5), stroked(*colour, 0.7));
            canvas.circle(x + 1.6, top + 1.5, 0.8, filled(*colour, 1.0));
        } else {
            canvas.rect(&Rect { left: x, top, right: x + 3.0, bottom: top + 3.0 }, filled(*colour, 1.0));
        }
        for (at, text) in lines.iter().enumerate() {
            canvas.text(text, x + SWATCH, top + 1.5 + capital / 2.0 + at as f64 * LEGEND_LINE, look);
        }
    }
}
