//! A ranked dumbbell chart: a row per code with a hollow dot for a year, a filled one for this year, and a line between; the change
//! stands in a column of its own, so that its direction needs no colour.

use super::axis::Axis;
use super::canvas::{Align, Canvas, Mark, Rect, Type, block_height, filled, stroked};
use super::flow::{self, Entry, flow};
use super::font;
use super::paper::Paper;
use super::rows::Names;
use super::scale::{self, Scale};
use super::style::{AXIS, BODY, GREY_INK, GRID, INK, PAPER, POINT, SERIES};
use crate::msg;
use crate::report::years::{Measure, Years, YearsDrawing};
use crate::wording::Language;

const LABELS: f64 = 60.0;
/// The column of changes.
const CHANGES: f64 = 23.0;
/// A row of one line.
const ROW: f64 = 4.6;
const BETWEEN: f64 = 2.2;
const LEGEND: f64 = 4.4;
const LEGEND_LINE: f64 = 5.0;
/// A hollow dot is wider, so that it is seen around a filled one in the same place.
const HOLLOW: f64 = 1.5;
const FILLED: f64 = 1.25;
const TO_VALUE: f64 = 1.0;
/// From one dash to the next.
const DASH: f64 = 1.6;
const CAPITAL: f64 = font::CAPITALS * BODY * POINT;

fn names(paper: Paper) -> Names {
    Names::new(paper, LABELS)
}

fn slot(paper: Paper, label: &str) -> f64 {
    names(paper).slot(label, ROW, BETWEEN)
}

/// The head of the column of changes, in lines.
fn head(paper: Paper, chart: &Years, language: Language) -> Vec<String> {
    let head = match chart.measure {
        Measure::Share | Measure::ShareOfFunds => msg!("years-change-in-points"),
        Measure::Funds => msg!("years-change-in", unit = chart.currency().in_unit(chart.unit)),
        Measure::Number => msg!("years-change"),
    };
    paper.wrap(&head.text(language), BODY, CHANGES - 2.0)
}

/// The years, beside the names of rows or above everything.
fn legend(paper: Paper, chart: &Years, language: Language) -> Vec<Entry> {
    let names = ends(chart).map(|year| chart.year_with_base(year, language));
    let width = paper.width() - 4.0 - paper.either(LABELS, 0.0);
    flow(paper, names.iter().map(String::as_str), width, (2.0 * HOLLOW + 1.2, 5.0))
}

/// Where the head of the changes begins, and what all heads take.
fn head_height(paper: Paper, chart: &Years, language: Language) -> (f64, f64) {
    let head = block_height(head(paper, chart, language).len(), BODY);
    if !paper.is_narrow() {
        return (0.0, LEGEND.max(head) + 2.4);
    }
    let legend = flow::lines(&legend(paper, chart, language)) as f64 * LEGEND_LINE + 1.0;
    (legend, legend + head + 2.4)
}

/// The height of a chart in millimetres.
pub(super) fn height(paper: Paper, chart: &Years, language: Language) -> f64 {
    let rows = chart.rows.iter().map(|row| slot(paper, &row.label));
    head_height(paper, chart, language).1 + rows.sum::<f64>() + scale::HEIGHT
}

/// How wide the column of changes is; on narrow paper its head may lie over the plot's right end.
fn changes(paper: Paper, chart: &Years, language: Language) -> f64 {
    let own = (0..chart.rows.len()).map(|row| chart.change_written(row, language));
    let own = own.map(|text| paper.text(&text, BODY, false) + 2.0).fold(0.0, f64::max);
    paper.either(CHANGES, own)
}

/// Where values lie.
struct Plane {
    plot: Rect,
    scale: f64,
}

impl Plane {
    fn x(&self, value: f64) -> f64 {
        self.plot.left + value * self.scale
    }
}

/// The years that are compared.
fn ends(chart: &Years) -> [usize; 2] {
    [0, chart.years.len() - 1]
}

/// Draws a chart in a frame.
pub(super) fn draw(canvas: &Canvas<'_>, frame: &Rect, chart: &Years, language: Language) {
    let paper = canvas.paper;
    let cells = || (0..chart.rows.len()).flat_map(|row| ends(chart).map(|year| (row, year)));
    let values = cells().filter_map(|(row, year)| chart.value(row, year));
    let largest = values.map(|value| chart.in_unit(value, language)).fold(0.0, f64::max);
    let axis = Axis::new(largest, paper.either(5, 3), chart.measure == Measure::Number);
    let texts = cells().map(|(row, year)| chart.written(row, year, language));
    let beside = texts.map(|text| paper.text(&text, BODY, false)).fold(0.0, f64::max) + HOLLOW + TO_VALUE;
    let plot = Rect {
        left: frame.left + names(paper).beside() + beside,
        top: frame.top + head_height(paper, chart, language).1,
        right: frame.right - changes(paper, chart, language) - beside,
        bottom: frame.bottom - scale::HEIGHT,
    };
    let plane = Plane { scale: plot.width() / axis.end, plot };
    draw_axis(canvas, &plane, &axis, chart, language);
    draw_heads(canvas, frame, chart, language);
    let mut top = plane.plot.top;
    for row in 0..chart.rows.len() {
        let label = &chart.rows[row].label;
        let height = slot(paper, label);
        let middle = names(paper).write(canvas, label, (frame.left, top), (height, ROW));
        // A line leads from each name to its dots.
        canvas.line((plane.plot.left, middle), (plane.plot.right, middle), stroked(GRID, 0.2));
        if paper.is_narrow() {
            let zero = [middle - ROW / 2.0, middle + ROW / 2.0].map(|y| (plane.plot.left, y));
            canvas.line(zero[0], zero[1], stroked(AXIS, 0.2));
        }
        draw_row(canvas, (frame, &plane), chart, row, middle, language);
        top += height;
    }
}

fn draw_axis(canvas: &Canvas<'_>, plane: &Plane, axis: &Axis, chart: &Years, language: Language) {
    let Rect { left, top, right, bottom } = plane.plot;
    let (ticks, decimals) = (&axis.ticks, axis.decimals);
    let below = Scale { ticks, decimals, name: &chart.axis, right, has_lines: false };
    below.draw(canvas, &plane.plot, |number| plane.x(number), language);
    // Not through names, where they stand above the dots.
    if !canvas.paper.is_narrow() {
        canvas.line((left, top), (left, bottom), stroked(AXIS, 0.2));
    }
}

/// The legend of both years, and the head of the column of changes.
fn draw_heads(canvas: &Canvas<'_>, frame: &Rect, chart: &Years, language: Language) {
    let look = |color, align| Type { size: BODY, bold: false, color, align };
    let paper = canvas.paper;
    let y = frame.top + 1.8;
    for (year, Entry { left, line, lines }) in ends(chart).into_iter().zip(legend(paper, chart, language)) {
        let (x, y) = (frame.left + names(paper).beside() + left, y + line as f64 * LEGEND_LINE);
        dot(canvas, (x + HOLLOW, y), year == 0);
        for (at, text) in lines.iter().enumerate() {
            let baseline = y + CAPITAL / 2.0 + at as f64 * LEGEND_LINE;
            canvas.text(text, x + 2.0 * HOLLOW + 1.2, baseline, look(INK, Align::Left));
        }
    }
    let top = y + head_height(paper, chart, language).0 - CAPITAL / 2.0;
    canvas.lines(&head(paper, chart, language), frame.right, top, look(GREY_INK, Align::Right));
}

fn dot(canvas: &Canvas<'_>, (x, y): (f64, f64), is_hollow: bool) {
    if is_hollow {
        canvas.circle(x, y, HOLLOW, filled(PAPER, 1.0));
        canvas.circle(x, y, HOLLOW, stroked(SERIES[0], 0.4));
    } else {
        canvas.circle(x, y, FILLED, filled(SERIES[0], 1.0));
    }
}

fn draw_row(
    canvas: &Canvas<'_>,
    (frame, plane): (&Rect, &Plane),
    chart: &Years,
    row: usize,
    middle: f64,
    language: Language,
) {
    let look = |color, align| Type { size: BODY, bold: false, color, align };
    let at = ends(chart).map(|year| chart.value(row, year).map(|value| plane.x(chart.in_unit(value, language))));
    let change = chart.change_written(row, language);
    let title = chart.mark_title(row, ends(chart).into_iter(), language) + "; " + &change;
    let baseline = middle + CAPITAL / 2.0;
    let mark = Mark { class: "mark", row: chart.row(YearsDrawing::Change, row, 0), title: &title, data: &[] };
    canvas.mark(&mark, || {
        if let [Some(then), Some(now)] = at {
            let ends = [(then, middle), (now, middle)];
            match chart.is_comparable() {
                true => canvas.line(ends[0], ends[1], stroked(SERIES[0], 0.5)),
                false => dashed(canvas, ends),
            }
        }
        for (year, x) in ends(chart).into_iter().zip(at) {
            x.into_iter().for_each(|x| dot(canvas, (x, middle), year == 0));
        }
    });
    // Beside the mark, not in it: its name has the same numbers in another order.
    let texts = ends(chart).map(|year| chart.written(row, year, language));
    let reach = HOLLOW + TO_VALUE;
    let drawn = at.into_iter().flatten().fold((f64::MAX, f64::MIN), |(a, b), x| (a.min(x), b.max(x)));
    for (end, x, align) in beside(at, [&texts[0], &texts[1]], (drawn.0 - reach, drawn.1 + reach)) {
        canvas.halo(|| canvas.text(&texts[end], x, baseline, look(INK, align)));
    }
    canvas.text(&change, frame.right, baseline, look(INK, Align::Right));
}

/// Between years that cannot be compared, as in a series.
pub(super) fn dashed(canvas: &Canvas<'_>, [from, to]: [(f64, f64); 2]) {
    let (across, down) = (to.0 - from.0, to.1 - from.1);
    let count = (across.hypot(down) / DASH).ceil().max(1.0);
    let at = |part: f64| (from.0 + across * part / count, from.1 + down * part / count);
    let dashes = (0..count as u32).map(f64::from).map(|dash| [at(dash), at(dash + 0.5)]);
    canvas.grid(dashes, stroked(GREY_INK, 0.25));
}

/// Which of two dots has its value on which side of what is drawn of both: on those that look away from each other; where both
/// values are written the same, that of the second stands for both.
pub(super) fn beside(at: [Option<f64>; 2], texts: [&str; 2], (left, right): (f64, f64)) -> Vec<(usize, f64, Align)> {
    let [one, other] = [0, 1].map(|end| [(end, left, Align::Right), (end, right, Align::Left)]);
    match at {
        [Some(_), Some(_)] if texts[0] == texts[1] => vec![other[1]],
        [Some(a), Some(b)] if a <= b => vec![one[0], other[1]],
        [Some(_), Some(_)] => vec![other[0], one[1]],
        [Some(_), None] => vec![one[1]],
        [None, Some(_)] => vec![other[1]],
        [None, None] => Vec::new(),
    }
}
