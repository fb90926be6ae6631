//! Attainment as stacked bars to the base: the same, something else, nothing; what is attained most first.

use plotters::style::RGBColor;

use super::axis::Axis;
use super::canvas::{Align, Canvas, Mark, Rect, Type, block_height, filled, stroked};
use super::font;
use super::style::{ATTAINED, AXIS, BODY, GREY_INK, GRID, INK, PAPER, POINT, ink_on};
use crate::report::{Attained, AttainedRow};
use crate::wording::Language;

const LABELS: f64 = 48.0;
const VALUES: f64 = 29.0;
const BAR: f64 = 5.2;
const BETWEEN: f64 = 2.6;
const LEGEND_LINE: f64 = 5.2;
const SWATCH: f64 = 4.0;
const BETWEEN_PARTS: f64 = 4.0;
const AXIS_HEIGHT: f64 = 10.5;
/// A part narrower than this beyond its text holds no number.
const PADDING: f64 = 1.0;

fn lines(row: &AttainedRow) -> Vec<String> {
    font::wrap(&row.label, BODY, false, LABELS - 3.0)
}

fn slot(row: &AttainedRow) -> f64 {
    block_height(lines(row).len(), BODY).max(BAR) + BETWEEN
}

/// Where each part of the legend stands: left edge and line.
fn legend(chart: &Attained) -> Vec<(f64, usize)> {
    let (mut places, mut left, mut line) = (Vec::new(), 0.0, 0);
    for (_, name) in &chart.parts {
        let width = SWATCH + font::width(name, BODY, false);
        if left > 0.0 && left + width > super::style::WIDTH - 4.0 {
            (left, line) = (0.0, line + 1);
        }
        places.push((left, line));
        left += width + BETWEEN_PARTS;
    }
    places
}

/// What stands over the values to the right.
fn head(chart: &Attained, language: Language) -> Vec<String> {
    font::wrap(&chart.head(language), BODY, false, VALUES - 2.0)
}

/// How wide the values to the right are with the space before them.
fn values(chart: &Attained, language: Language) -> f64 {
    let width = |row| font::width(&chart.of_base_in_short(row, language), BODY, false) + 2.0;
    chart.rows.iter().map(width).fold(VALUES, f64::max)
}

fn above(chart: &Attained, language: Language) -> f64 {
    let lines = legend(chart).last().map_or(0, |(_, line)| line + 1);
    lines as f64 * LEGEND_LINE + 1.2 + block_height(head(chart, language).len(), BODY) + 1.0
}

/// The height of a chart in millimetres.
pub(super) fn height(chart: &Attained, language: Language) -> f64 {
    above(chart, language) + chart.rows.iter().map(slot).sum::<f64>() + AXIS_HEIGHT
}

/// How long a bar is that stands for everything: a hundred, or the number of the base.
fn reach(chart: &Attained, row: &AttainedRow) -> f64 {
    if chart.shares { 100.0 } else { chart.in_unit(&row.base) }
}

/// Draws a chart in a frame.
pub(super) fn draw(canvas: &Canvas<'_>, frame: &Rect, chart: &Attained, language: Language) {
    let plot = Rect {
        left: frame.left + LABELS,
        top: frame.top + above(chart, language),
        right: frame.right - values(chart, language),
        bottom: frame.bottom - AXIS_HEIGHT,
    };
    let most = chart.rows.iter().map(|row| reach(chart, row)).fold(0.0, f64::max);
    let axis = Axis::new(most, 5, !chart.is_of_funds() || chart.shares);
    let scale = plot.width() / most.max(f64::MIN_POSITIVE);
    draw_axis(canvas, &plot, &axis, (scale, chart), language);
    let grey = Type { size: BODY, bold: false, color: GREY_INK, align: Align::Left };
    let head = head(chart, language);
    canvas.lines(&head, plot.right + 2.0, plot.top - 1.0 - block_height(head.len(), BODY), grey);
    let mut top = plot.top;
    for (at, row) in chart.rows.iter().enumerate() {
        draw_row(canvas, (&plot, top + slot(row) / 2.0, scale), chart, at, language);
        top += slot(row);
    }
    draw_legend(canvas, frame, chart);
}

fn draw_axis(canvas: &Canvas<'_>, plot: &Rect, axis: &Axis, (scale, chart): (f64, &Attained), language: Language) {
    let look = |align| Type { size: BODY, bold: false, color: GREY_INK, align };
    let capital = font::CAPITALS * BODY * POINT;
    let within: Vec<f64> =
        axis.ticks.iter().copied().filter(|tick| plot.left + tick * scale <= plot.right + 0.01).collect();
    let upright = |tick: &f64| [plot.top, plot.bottom].map(|y| (plot.left + tick * scale, y));
    canvas.grid(within.iter().map(upright), stroked(GRID, 0.2));
    for tick in within {
        let text = language.decimal(tick, axis.decimals);
        canvas.text(&text, plot.left + tick * scale, plot.bottom + 1.3 + capital, look(Align::Middle));
    }
    canvas.text(&chart.axis(language), plot.right, plot.bottom + AXIS_HEIGHT - 1.5, look(Align::Right));
}

fn draw_row(
    canvas: &Canvas<'_>,
    (plot, middle, scale): (&Rect, f64, f64),
    chart: &Attained,
    at: usize,
    language: Language,
) {
    let row = &chart.rows[at];
    let lines = lines(row);
    let text_top = middle - (block_height(lines.len(), BODY) - font::DESCENDERS * BODY * POINT) / 2.0;
    canvas.lines(&lines, plot.left - 2.0, text_top, Type { size: BODY, bold: false, color: INK, align: Align::Right });
    let baseline = middle + font::CAPITALS * BODY * POINT / 2.0;
    let mut left = plot.left;
    for part in 0..row.cells.len() {
        let share = chart.share(row, part).map_or(0.0, |share| share.approximate());
        if share <= 0.0 {
            continue;
        }
        let right = left + share * reach(chart, row) * scale;
        let bar = Rect { left, top: middle - BAR / 2.0, right, bottom: middle + BAR / 2.0 };
        let title = chart.mark_title(at, part, language);
        canvas.mark(&Mark { class: "mark", row: chart.row(at, part), title: &title, data: &[] }, || {
            let colour = chart.colour(part);
            draw_part(canvas, &bar, colour);
            let text = chart.written(row, part, language);
            if font::width(&text, BODY, false) + PADDING <= bar.width() {
                let look = Type { size: BODY, bold: false, color: ink_on(colour), align: Align::Middle };
                canvas.text(&text, f64::midpoint(bar.left, bar.right), baseline, look);
            }
        });
        left = right;
    }
    let look = Type { size: BODY, bold: false, color: INK, align: Align::Left };
    canvas.text(&chart.of_base_in_short(row, language), plot.right + 2.0, baseline, look);
}

/// A part of a bar; one of the colour of paper has an edge.
fn draw_part(canvas: &Canvas<'_>, part: &Rect, colour: RGBColor) {
    canvas.rect(part, filled(colour, 1.0));
    if colour == PAPER {
        let inner =
            Rect { left: part.left + 0.1, top: part.top + 0.1, right: part.right - 0.1, bottom: part.bottom - 0.1 };
        canvas.rect(&inner, stroked(AXIS, 0.2));
    } else {
        canvas.line((part.right, part.top), (part.right, part.bottom), stroked(PAPER, 0.3));
    }
}

fn draw_legend(canvas: &Canvas<'_>, frame: &Rect, chart: &Attained) {
    let look = Type { size: BODY, bold: false, color: INK, align: Align::Left };
    let capital = font::CAPITALS * BODY * POINT;
    for (part, ((left, line), (_, name))) in legend(chart).into_iter().zip(&chart.parts).enumerate() {
        let (x, top) = (frame.left + left, frame.top + line as f64 * LEGEND_LINE);
        draw_part(canvas, &Rect { left: x, top, right: x + 3.0, bottom: top + 3.0 }, chart.colour(part));
        canvas.text(name, x + SWATCH, top + 1.5 + capital / 2.0, look);
    }
}

impl Attained {
    /// The colour of a part, the same in every chart.
    fn colour(&self, part: usize) -> RGBColor {
        self.parts.get(part).map_or(PAPER, |(own, _)| ATTAINED[own.place()])
    }
}
