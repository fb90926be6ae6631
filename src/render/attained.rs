//! Attainment as stacked bars to the base: the same, something else, nothing; what is attained most first.

use plotters::style::RGBColor;

use super::axis::Axis;
use super::canvas::{Align, Canvas, Mark, Rect, Type, block_height, filled, stroked};
use super::flow::{self, Entry, flow};
use super::font;
use super::paper::Paper;
use super::rows::Names;
use super::scale::{self, Scale};
use super::style::{ATTAINED, AXIS, BODY, GREY_INK, INK, PAPER, POINT, ink_on};
use crate::report::{Attained, AttainedRow};
use crate::wording::Language;

const LABELS: f64 = 48.0;
const VALUES: f64 = 29.0;
const BAR: f64 = 5.2;
const BETWEEN: f64 = 2.6;
const LEGEND_LINE: f64 = 5.2;
const SWATCH: f64 = 4.0;
const BETWEEN_PARTS: f64 = 4.0;
/// A part narrower than this beyond its text holds no number.
const PADDING: f64 = 1.0;

fn names(paper: Paper) -> Names {
    Names::new(paper, LABELS)
}

fn slot(paper: Paper, row: &AttainedRow) -> f64 {
    names(paper).slot(&row.label, paper.to_touch(BAR), BETWEEN)
}

fn legend(paper: Paper, chart: &Attained) -> Vec<Entry> {
    let names = chart.parts.iter().map(|(_, name)| name.as_str());
    flow(paper, names, paper.width() - 4.0, (SWATCH, BETWEEN_PARTS))
}

/// What stands over the values to the right.
fn head(paper: Paper, chart: &Attained, language: Language) -> Vec<String> {
    paper.wrap(&chart.head(language), BODY, VALUES - 2.0)
}

/// How wide the values to the right are with the space before them.
fn values(paper: Paper, chart: &Attained, language: Language) -> f64 {
    let width = |row| paper.text(&chart.of_base_in_short(row, language), BODY, false) + 2.0;
    chart.rows.iter().map(width).fold(paper.either(VALUES, 0.0), f64::max)
}

fn above(paper: Paper, chart: &Attained, language: Language) -> f64 {
    let lines = flow::lines(&legend(paper, chart));
    lines as f64 * LEGEND_LINE + 1.2 + block_height(head(paper, chart, language).len(), BODY) + 1.0
}

/// The height of a chart in millimetres.
pub(super) fn height(paper: Paper, chart: &Attained, language: Language) -> f64 {
    above(paper, chart, language) + chart.rows.iter().map(|row| slot(paper, row)).sum::<f64>() + scale::HEIGHT
}

/// How long a bar is that stands for everything: a hundred, or the number of the base.
fn reach(chart: &Attained, row: &AttainedRow) -> f64 {
    if chart.shares { 100.0 } else { chart.in_unit(&row.base) }
}

/// Draws a chart in a frame.
pub(super) fn draw(canvas: &Canvas<'_>, frame: &Rect, chart: &Attained, language: Language) {
    let paper = canvas.paper;
    let plot = Rect {
        left: frame.left + names(paper).beside(),
        top: frame.top + above(paper, chart, language),
        right: frame.right - values(paper, chart, language),
        bottom: frame.bottom - scale::HEIGHT,
    };
    let most = chart.rows.iter().map(|row| reach(chart, row)).fold(0.0, f64::max);
    let axis = Axis::new(most, paper.either(5, 3), !chart.is_of_funds() || chart.shares);
    let scale = plot.width() / most.max(f64::MIN_POSITIVE);
    let parts = chart.rows.iter().flat_map(|row| (0..row.cells.len()).map(move |part| (row, part)));
    let has_lines = parts
        .map(|(row, part)| (chart.written(row, part, language), part_width(chart, row, part, scale)))
        .any(|(text, width)| width > 0.0 && !holds(paper, &text, width));
    let within = axis.ticks.iter().copied().filter(|tick| *tick <= most * (1.0 + 1e-9));
    let is_round = chart.shares || !chart.is_of_funds();
    let ticks: Vec<f64> = if is_round && !has_lines { vec![0.0, most] } else { within.collect() };
    let (decimals, name) = (axis.decimals, &chart.axis(language));
    let below = Scale { ticks: &ticks, decimals, name, right: plot.right, has_lines };
    below.draw(canvas, &plot, |number| plot.left + number * scale, language);
    let grey = Type { size: BODY, bold: false, color: GREY_INK, align: Align::Left };
    let head = head(paper, chart, language);
    // On narrow paper the head is wider than the values below it, and ends with them.
    let (x, align) = paper.either((plot.right + 2.0, Align::Left), (frame.right, Align::Right));
    canvas.lines(&head, x, plot.top - 1.0 - block_height(head.len(), BODY), Type { align, ..grey });
    let mut top = plot.top;
    for (at, row) in chart.rows.iter().enumerate() {
        let height = slot(paper, row);
        let middle = names(paper).write(canvas, &row.label, (frame.left, top), (height, paper.to_touch(BAR)));
        draw_row(canvas, (&plot, middle, scale), chart, at, language);
        top += height;
    }
    draw_legend(canvas, frame, chart);
}

fn draw_row(
    canvas: &Canvas<'_>,
    (plot, middle, scale): (&Rect, f64, f64),
    chart: &Attained,
    at: usize,
    language: Language,
) {
    let row = &chart.rows[at];
    let half = canvas.paper.to_touch(BAR) / 2.0;
    let baseline = middle + font::CAPITALS * BODY * POINT / 2.0;
    let mut left = plot.left;
    for part in 0..row.cells.len() {
        let width = part_width(chart, row, part, scale);
        if width <= 0.0 {
            continue;
        }
        let right = left + width;
        let bar = Rect { left, top: middle - half, right, bottom: middle + half };
        let title = chart.mark_title(at, part, language);
        canvas.mark(&Mark { class: "mark", row: chart.row(at, part), title: &title, data: &[] }, || {
            let colour = chart.colour(part);
            draw_part(canvas, &bar, colour);
            let text = chart.written(row, part, language);
            if holds(canvas.paper, &text, bar.width()) {
                let look = Type { size: BODY, bold: false, color: ink_on(colour), align: Align::Middle };
                canvas.text(&text, f64::midpoint(bar.left, bar.right), baseline, look);
            }
        });
        left = right;
    }
    let look = Type { size: BODY, bold: false, color: INK, align: Align::Left };
    canvas.text(&chart.of_base_in_short(row, language), plot.right + 2.0, baseline, look);
}

fn part_width(chart: &Attained, row: &AttainedRow, part: usize, scale: f64) -> f64 {
    chart.share(row, part).map_or(0.0, |share| share.approximate()) * reach(chart, row) * scale
}

/// Whether a number fits in a part of such a width.
fn holds(paper: Paper, text: &str, width: f64) -> bool {
    paper.text(text, BODY, false) + PADDING <= width
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
    for (part, Entry { left, line, lines }) in legend(canvas.paper, chart).into_iter().enumerate() {
        let (x, top) = (frame.left + left, frame.top + line as f64 * LEGEND_LINE);
        draw_part(canvas, &Rect { left: x, top, right: x + 3.0, bottom: top + 3.0 }, chart.colour(part));
        for (at, text) in lines.iter().enumerate() {
            canvas.text(text, x + SWATCH, top + 1.5 + capital / 2.0 + at as f64 * LEGEND_LINE, look);
        }
    }
}

impl Attained {
    /// The colour of a part, the same in every chart.
    fn colour(&self, part: usize) -> RGBColor {
        self.parts.get(part).map_or(PAPER, |(own, _)| ATTAINED[own.place()])
    }
}
