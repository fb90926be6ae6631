//! Answers on a scale as stacked bars, from much to little, the count in each part.

use plotters::style::RGBColor;

use super::axis::Axis;
use super::canvas::{Align, Canvas, Mark, Rect, Type, filled, stroked};
use super::flow::flow;
use super::font;
use super::paper::Paper;
use super::rows::Names;
use super::scale::{self, Scale};
use super::style::{BODY, INK, PAPER, POINT, WIDTH, answer_colours, ink_on};
use crate::report::{Likert, LikertItem};
use crate::wording::{Language, NO_BREAK};

const LABELS: f64 = 56.0;
const BAR: f64 = 6.0;
const BETWEEN_ITEMS: f64 = 3.4;
const LEGEND_LINE: f64 = 5.2;
const LEGEND_WIDTH: f64 = WIDTH - 4.0;
/// A colour's square and the space to its answer.
const SWATCH: f64 = 4.0;
const BETWEEN_ANSWERS: f64 = 3.5;
/// A part narrower than this beyond its text holds no count.
const PADDING: f64 = 0.8;

/// The label of an item, with its base where not all items have the same.
fn name(chart: &Likert, item: &LikertItem, language: Language) -> String {
    let same = chart.items.iter().all(|other| other.base == item.base);
    let base = if same { String::new() } else { format!(" (n{NO_BREAK}={NO_BREAK}{})", language.count(item.base)) };
    format!("{}{base}", item.label)
}

fn names(paper: Paper) -> Names {
    Names::new(paper, LABELS)
}

fn slot(paper: Paper, name: &str) -> f64 {
    names(paper).slot(name, paper.to_touch(BAR), BETWEEN_ITEMS)
}

/// Where each answer of the legend stands, left edge and line: all in one line where they fit, else in two halves; on narrow
/// paper in as many as it takes.
fn legend(paper: Paper, chart: &Likert) -> Vec<(f64, usize, Vec<String>)> {
    if paper.is_narrow() {
        let answers = chart.answers.iter().map(String::as_str);
        let all = flow(paper, answers, paper.width() - 4.0, (SWATCH, BETWEEN_ANSWERS));
        return all.into_iter().map(|entry| (entry.left, entry.line, entry.lines)).collect();
    }
    let widths: Vec<f64> =
        chart.answers.iter().map(|a| SWATCH + font::width(a, BODY, false) + BETWEEN_ANSWERS).collect();
    let fits = widths.iter().sum::<f64>() - BETWEEN_ANSWERS <= LEGEND_WIDTH;
    let per_line = if fits { widths.len() } else { widths.len().div_ceil(2) };
    let column = |index: usize| index % per_line;
    let edge = |index: usize| {
        let before = (0..column(index)).map(|c| {
            let same = (0..widths.len()).filter(|i| column(*i) == c);
            same.map(|i| widths[i]).fold(0.0, f64::max)
        });
        before.sum::<f64>()
    };
    let line = |index: usize| vec![chart.answers[index].clone()];
    (0..widths.len()).map(|index| (edge(index), index / per_line, line(index))).collect()
}

fn legend_height(paper: Paper, chart: &Likert) -> f64 {
    let lines = legend(paper, chart).last().map_or(0, |(_, line, lines)| line + lines.len());
    lines as f64 * LEGEND_LINE + 1.8
}

/// The height of a chart in millimetres.
pub(super) fn height(paper: Paper, chart: &Likert, language: Language) -> f64 {
    let slots = chart.items.iter().map(|item| slot(paper, &name(chart, item, language)));
    legend_height(paper, chart) + slots.sum::<f64>() + scale::HEIGHT
}

/// Draws a chart in a frame.
pub(super) fn draw(canvas: &Canvas<'_>, frame: &Rect, chart: &Likert, language: Language) {
    let paper = canvas.paper;
    let plot = Rect {
        left: frame.left + names(paper).beside(),
        top: frame.top + legend_height(paper, chart),
        right: frame.right - 3.0,
        bottom: frame.bottom - scale::HEIGHT,
    };
    let most = chart.items.iter().map(|item| item.base).max().unwrap_or(0) as f64;
    let axis = Axis::new(most, paper.either(5, 3), true);
    // The whole width is everyone who answered; round ticks beyond that would stand for nobody.
    let scale = plot.width() / most.max(1.0);
    let counts = chart.items.iter().flat_map(|item| item.counts.iter().filter(|count| **count > 0));
    let hidden = |count: &usize| !holds(paper, &language.count(*count), *count as f64 * scale);
    let has_lines = counts.into_iter().any(hidden);
    let within = axis.ticks.iter().copied().filter(|tick| *tick <= most);
    let ticks: Vec<f64> = if has_lines { within.collect() } else { vec![0.0, most] };
    let below = Scale { ticks: &ticks, decimals: 0, name: &chart.axis, right: plot.right, has_lines };
    below.draw(canvas, &plot, |number| plot.left + number * scale, language);
    let mut top = plot.top;
    for (index, item) in chart.items.iter().enumerate() {
        let name = name(chart, item, language);
        let height = slot(paper, &name);
        let middle = names(paper).write(canvas, &name, (frame.left, top), (height, paper.to_touch(BAR)));
        draw_item(canvas, &plot, chart, index, middle, scale, language);
        top += height;
    }
    draw_legend(canvas, frame, chart);
}

fn draw_item(
    canvas: &Canvas<'_>,
    plot: &Rect,
    chart: &Likert,
    index: usize,
    middle: f64,
    scale: f64,
    language: Language,
) {
    let item = &chart.items[index];
    let half = canvas.paper.to_touch(BAR) / 2.0;
    let colours = answer_colours(item.counts.len().max(chart.answers.len()));
    let mut left = plot.left;
    for (answer, count) in item.counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        let right = left + *count as f64 * scale;
        let part = Rect { left, top: middle - half, right, bottom: middle + half };
        let title = chart.mark_title(index, answer, language);
        canvas.mark(&Mark { class: "mark", row: chart.row(index, answer), title: &title, data: &[] }, || {
            draw_part(canvas, &part, colours[answer], &language.count(*count));
        });
        left = right;
    }
}

/// Whether a count fits in a part of such a width.
fn holds(paper: Paper, count: &str, width: f64) -> bool {
    paper.text(count, BODY, false) + PADDING <= width
}

/// A part of a bar, with its count where that fits.
fn draw_part(canvas: &Canvas<'_>, part: &Rect, colour: RGBColor, count: &str) {
    canvas.rect(part, filled(colour, 1.0));
    canvas.line((part.right, part.top), (part.right, part.bottom), stroked(PAPER, 0.3));
    if holds(canvas.paper, count, part.width()) {
        let baseline = f64::midpoint(part.top, part.bottom) + font::CAPITALS * BODY * POINT / 2.0;
        let look = Type { size: BODY, bold: false, color: ink_on(colour), align: Align::Middle };
        canvas.text(count, f64::midpoint(part.left, part.right), baseline, look);
    }
}

fn draw_legend(canvas: &Canvas<'_>, frame: &Rect, chart: &Likert) {
    let look = Type { size: BODY, bold: false, color: INK, align: Align::Left };
    let capital = font::CAPITALS * BODY * POINT;
    for ((left, line, lines), colour) in
        legend(canvas.paper, chart).into_iter().zip(answer_colours(chart.answers.len()))
    {
        let (x, top) = (frame.left + left, frame.top + line as f64 * LEGEND_LINE);
        canvas.rect(&Rect { left: x, top, right: x + 3.0, bottom: top + 3.0 }, filled(colour, 1.0));
        for (at, text) in lines.iter().enumerate() {
            canvas.text(text, x + SWATCH, top + 1.5 + capital / 2.0 + at as f64 * LEGEND_LINE, look);
        }
    }
}
