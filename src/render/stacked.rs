//! Horizontal bars of accounts, a part per column: used and unspent funds, or shares of a whole, by recipient.

use plotters::style::RGBColor;

use super::axis::Axis;
use super::canvas::{Align, Canvas, Mark, Rect, Type, filled, stroked};
use super::font;
use super::paper::Paper;
use super::rows::Names;
use super::scale::{self, Scale};
use super::series::{colours, draw_legend, in_unit, legend_height, written};
use super::style::{AXIS, BODY, INK, PAPER, POINT, ink_on};
use crate::exact::Exact;
use crate::report::account::{Filled, Holds};
use crate::wording::Language;

const LABELS: f64 = 50.0;
const BAR: f64 = 4.2;
const BETWEEN: f64 = 2.0;
/// Room for the sum at the end of the longest bar.
const SUM: f64 = 12.0;
/// A part narrower than this beyond its text holds no number.
const PADDING: f64 = 1.2;

fn names(paper: Paper) -> Names {
    Names::new(paper, LABELS)
}

fn slot(paper: Paper, label: &str) -> f64 {
    names(paper).slot(label, paper.to_touch(BAR), BETWEEN)
}

/// The height of a chart in millimetres.
pub(super) fn height(paper: Paper, chart: &Filled) -> f64 {
    let rows = chart.rows.iter().map(|row| slot(paper, &row.label));
    legend_height(paper, &chart.columns) + rows.sum::<f64>() + scale::HEIGHT
}

/// The numbers of a row that take room, with their columns.
fn parts(chart: &Filled, row: usize) -> Vec<(usize, Exact)> {
    let value = |column: usize| chart.columns[column].cells[row].value.filter(|value| *value != Exact::ZERO);
    (0..chart.columns.len()).filter_map(|column| Some((column, value(column)?))).collect()
}

fn sum(parts: impl IntoIterator<Item = (usize, Exact)>) -> Exact {
    Exact::sum(parts.into_iter().map(|(_, value)| value)).unwrap_or(Exact::ZERO)
}

/// How far a row reaches below zero and above it, in the unit of the axis.
fn reach(chart: &Filled, row: usize) -> (f64, f64) {
    let (below, above): (Vec<_>, Vec<_>) = parts(chart, row).into_iter().partition(|(_, value)| *value < Exact::ZERO);
    (in_unit(chart, sum(below)), in_unit(chart, sum(above)))
}

fn of_shares(chart: &Filled) -> bool {
    matches!(chart.columns.first().map(|column| column.holds), Some(Holds::Percent { .. }))
}

/// Where the number of a part stands.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Inside,
    /// The sum that stands at the end is its own.
    End,
    Nowhere,
}

/// Where the number of a part stands that is so wide, in a row of so many parts.
fn place(paper: Paper, text: &str, width: f64, (parts, shares): (usize, bool)) -> Place {
    let fits = paper.text(text, BODY, false) + PADDING <= width;
    match (parts, shares) {
        (..=1, false) => Place::End,
        _ if fits => Place::Inside,
        (..=1, true) => Place::End,
        _ => Place::Nowhere,
    }
}

/// Draws a chart in a frame. Amounts below zero lead to the left of the zero line. Shares run to a hundred, their whole; amounts have
/// no whole that is known, and run to the largest.
pub(super) fn draw(canvas: &Canvas<'_>, frame: &Rect, chart: &Filled, language: Language) {
    let paper = canvas.paper;
    let plot = Rect {
        left: frame.left + names(paper).beside(),
        top: frame.top + legend_height(paper, &chart.columns),
        right: frame.right - 3.0,
        bottom: frame.bottom - scale::HEIGHT,
    };
    let reaches = (0..chart.rows.len()).map(|row| reach(chart, row));
    let (least, largest) = reaches.fold((0.0, 0.0), |(low, high), (l, h)| (f64::min(low, l), f64::max(high, h)));
    let largest = if of_shares(chart) { largest.max(100.0) } else { largest };
    let axis = Axis::around(least, largest, paper.either(6, 3));
    let room = if of_shares(chart) { 0.0 } else { SUM };
    let scale = (plot.width() - room) / (axis.end - axis.start);
    let x = |number: f64| plot.left + (number - axis.start) * scale;
    let (ticks, decimals, name) = (&axis.ticks, axis.decimals, &chart.axis(language));
    let has_lines = (0..chart.rows.len()).any(|row| hides(paper, chart, (row, scale), language));
    let below = Scale { ticks, decimals, name, right: x(axis.end), has_lines };
    below.draw(canvas, &plot, x, language);
    let colours = colours(&chart.columns);
    let zero = plot.left - axis.start * scale;
    let mut top = plot.top;
    // Not through names, where they stand above the bars.
    let mut zeros = Vec::new();
    for (row, own) in chart.rows.iter().enumerate() {
        let height = slot(paper, &own.label);
        let middle = names(paper).write(canvas, &own.label, (frame.left, top), (height, paper.to_touch(BAR)));
        draw_row(canvas, chart, row, (zero, middle, scale), &colours, language);
        zeros.push((middle - paper.to_touch(BAR) / 2.0, middle + paper.to_touch(BAR) / 2.0));
        top += height;
    }
    let zeros = paper.either(vec![(plot.top, plot.bottom)], zeros);
    canvas.grid(zeros.into_iter().map(|(from, to)| [from, to].map(|y| (zero, y))), stroked(AXIS, 0.2));
    draw_legend(canvas, frame, &chart.columns, &colours);
}

/// Whether the number of some part of a row stands nowhere.
fn hides(paper: Paper, chart: &Filled, (row, scale): (usize, f64), language: Language) -> bool {
    let parts = parts(chart, row);
    let place = |value: Exact| {
        let width = (in_unit(chart, value) * scale).abs();
        place(paper, &written(chart, value, language), width, (parts.len(), of_shares(chart)))
    };
    parts.iter().any(|(_, value)| place(*value) == Place::Nowhere)
}

fn draw_row(
    canvas: &Canvas<'_>,
    chart: &Filled,
    row: usize,
    (zero, middle, scale): (f64, f64, f64),
    colours: &[RGBColor],
    language: Language,
) {
    let baseline = middle + font::CAPITALS * BODY * POINT / 2.0;
    let half = canvas.paper.to_touch(BAR) / 2.0;
    let parts = parts(chart, row);
    let shares = of_shares(chart);
    let (mut below, mut above) = (zero, zero);
    let mut own = Place::Nowhere;
    for (column, value) in &parts {
        let width = in_unit(chart, *value) * scale;
        let end = if width < 0.0 { &mut below } else { &mut above };
        let (from, to) = (*end, *end + width);
        *end = to;
        let part = Rect { left: from.min(to), top: middle - half, right: from.max(to), bottom: middle + half };
        let title = chart.mark_title(row, *column, language);
        canvas.mark(&Mark { class: "mark", row: chart.row(row), title: &title, data: &[] }, || {
            canvas.rect(&part, filled(colours[*column], 1.0));
            if parts.len() > 1 {
                canvas.line((to, part.top), (to, part.bottom), stroked(PAPER, 0.2));
            }
            let text = written(chart, *value, language);
            own = place(canvas.paper, &text, part.width(), (parts.len(), shares));
            if own == Place::Inside {
                let look = Type { size: BODY, bold: false, color: ink_on(colours[*column]), align: Align::Middle };
                canvas.text(&text, f64::midpoint(from, to), baseline, look);
            }
        });
    }
    let known = chart.columns.iter().any(|column| column.cells[row].value.is_some());
    // Shares have no sum of their own.
    if known && (!shares || parts.is_empty() || own == Place::End) {
        let text = written(chart, sum(parts), language);
        let look = Type { size: BODY, bold: false, color: INK, align: Align::Left };
        canvas.text(&text, above + 1.2, baseline, look);
    }
}

#[cfg(test)]
mod tests {
    use super::super::series::{amounts, marks};
    use super::super::style::WIDTH;
    use super::*;

    #[test]
    fn amounts_below_zero_lead_to_the_left_and_the_sum_is_net() {
        let chart = amounts(&[("Använt", false, &[4_000, 1_000]), ("Oanvänt", false, &[-1_000, 2_000])]);
        let mut drawing = String::new();
        let frame = Rect { left: 0.0, top: 0.0, right: WIDTH, bottom: height(Paper::Wide, &chart) };
        draw(&Canvas::new(&mut drawing, Paper::Wide, height(Paper::Wide, &chart)), &frame, &chart, Language::Swedish);
        let marks = marks(&drawing);
        assert_eq!(marks.len(), 4);
        // Row A: 4 000 to the right and 1 000 to the left of zero, a fourth as long. Row B: 2 000 after 1 000.
        let [used, less, first, second] = [0, 1, 2, 3].map(|at| marks[at].rects[0]);
        assert!((less.right - used.left).abs() < 0.01 && (used.width() - 4.0 * less.width()).abs() < 0.02);
        assert!((first.left - used.left).abs() < 0.01 && (second.left - first.right).abs() < 0.01);
        // Beside row A stands 4 000 - 1 000, in thousands.
        assert!(drawing.contains(">3,0<"), "{drawing}");
        assert!(drawing.contains(">Tusental kronor<"));
    }
}
