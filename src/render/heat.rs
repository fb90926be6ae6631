//! Cross tables in colours: the darker a cell, the more there is, with the number in every cell, and what rows and columns have in
//! all beside them.

use super::canvas::{Align, Canvas, Mark, Rect, Type, block_height, filled, stroked};
use super::font;
use super::style::{AXIS, BODY, GREY_INK, INK, POINT, SMALL, heat_colour, ink_on};
use crate::report::Crossed;
use crate::wording::Language;

/// Room for the labels of rows, and for what a row has in all.
const LABELS: f64 = 46.0;
const TOTAL: f64 = 15.0;
const CELL: f64 = 5.6;
const WIDEST_CELL: f64 = 18.0;
/// Between cells, and between cells and totals.
const BETWEEN: f64 = 0.5;
const TO_TOTAL: f64 = 1.6;
/// More lines than this no head of a column takes.
const HEAD_LINES: usize = 4;
const KEY_LINE: f64 = 4.0;
const LEGEND: f64 = 8.0;
/// A scale of colours, in steps.
const STEPS: u32 = 20;
const STEP: f64 = 1.6;

/// What short heads stand for, in lines.
type Key = Vec<(String, Vec<String>)>;

/// Where everything stands.
pub(super) struct Layout {
    /// Width of a column.
    cell: f64,
    /// What stands over each column, in lines.
    heads: Vec<Vec<String>>,
    /// What short heads stand for; nothing where heads say it themselves.
    key: Key,
    /// Height of the heads with what they are.
    head: f64,
    /// The lines and height of every row, that of totals last.
    rows: Vec<(Vec<String>, f64)>,
    /// Height of the whole chart.
    pub(super) height: f64,
}

/// Places a chart in the width of a frame.
pub(super) fn layout(chart: &Crossed, frame: &Rect, language: Language) -> Layout {
    let columns = chart.columns.all.len().max(1) as f64;
    let beside = if chart.columns.total { TO_TOTAL + TOTAL } else { 0.0 };
    let cell = ((frame.width() - LABELS - beside) / columns).min(WIDEST_CELL);
    let wrapped = |text: &str| font::wrap(text, BODY, false, cell - 1.0);
    let fits = |lines: &Vec<String>| {
        lines.len() <= HEAD_LINES && lines.iter().all(|line| font::width(line, BODY, false) <= cell - 0.8)
    };
    let full: Vec<Vec<String>> = chart.columns.all.iter().map(|value| wrapped(&value.label)).collect();
    let (heads, key) = if full.iter().all(fits) { (full, Vec::new()) } else { short(chart, frame) };
    let lines = heads.iter().map(Vec::len).max().unwrap_or(1).max(1);
    let head = block_height(1, BODY) + 1.6 + block_height(lines, BODY) + 1.2;
    let label = |text: &str| {
        let lines = font::wrap(text, BODY, false, LABELS - 2.5);
        let height = (block_height(lines.len(), BODY) + 1.2).max(CELL);
        (lines, height)
    };
    let mut rows: Vec<_> = chart.rows.all.iter().map(|value| label(&value.label)).collect();
    rows.extend(chart.rows.total.then(|| label(&chart.total_of_rows(language))));
    let grid = rows.iter().map(|(_, height)| height + BETWEEN).sum::<f64>() + TO_TOTAL;
    let height = head + grid + LEGEND + key_height(&key);
    Layout { cell, heads, key, head, rows, height }
}

/// Short heads: the ids of codes, and letters for everything else; and what they stand for.
fn short(chart: &Crossed, frame: &Rect) -> (Vec<Vec<String>>, Key) {
    let mut letters = ('A'..='Z').map(String::from);
    let mut name = |value: &crate::report::CrossValue| match chart.columns.domain {
        Some(_) if !value.rest => value.id.clone(),
        _ => letters.next().unwrap_or_default(),
    };
    let names: Vec<String> = chart.columns.all.iter().map(&mut name).collect();
    let widest = names.iter().map(|name| font::width(name, BODY, true)).fold(0.0, f64::max) + 1.6;
    let lines = |label: &str| font::wrap(label, BODY, false, frame.width() / 2.0 - widest - 3.0);
    let key = names.iter().cloned().zip(chart.columns.all.iter().map(|value| lines(&value.label)));
    let key = key.collect();
    (names.into_iter().map(|name| vec![name]).collect(), key)
}

/// The key in two columns: where each entry stands, by column and line.
fn key_places(key: &[(String, Vec<String>)]) -> Vec<(usize, usize)> {
    let all: usize = key.iter().map(|(_, lines)| lines.len()).sum();
    let mut places = Vec::new();
    let (mut column, mut line, mut seen) = (0, 0, 0);
    for (_, lines) in key {
        if column == 0 && 2 * seen >= all {
            (column, line) = (1, 0);
        }
        places.push((column, line));
        line += lines.len();
        seen += lines.len();
    }
    places
}

fn key_height(key: &[(String, Vec<String>)]) -> f64 {
    let ends = key_places(key).into_iter().zip(key).map(|((_, line), (_, lines))| line + lines.len());
    ends.max().map_or(0.0, |lines| lines as f64 * KEY_LINE + 2.0)
}

/// Draws a chart in a frame.
pub(super) fn draw(canvas: &Canvas<'_>, frame: &Rect, chart: &Crossed, layout: &Layout, language: Language) {
    let left = frame.left + LABELS;
    let (rows, columns) = chart.size();
    let edge = |column: usize| match column == columns {
        true => left + columns as f64 * layout.cell + TO_TOTAL,
        false => left + column as f64 * layout.cell,
    };
    draw_heads(canvas, frame, chart, layout, &edge, language);
    let largest = chart.largest();
    let capital = font::CAPITALS * BODY * POINT;
    let mut top = frame.top + layout.head;
    for (row, (lines, height)) in layout.rows.iter().enumerate() {
        if row == rows {
            top += TO_TOTAL;
        }
        let middle = top + height / 2.0;
        let text_top = middle - (block_height(lines.len(), BODY) - font::DESCENDERS * BODY * POINT) / 2.0;
        canvas.lines(lines, left - 2.0, text_top, Type { size: BODY, bold: false, color: INK, align: Align::Right });
        for column in 0..columns + usize::from(chart.columns.total) {
            let inside = row < rows && column < columns;
            let width = if column == columns { TOTAL } else { layout.cell - BETWEEN };
            let cell = Rect { left: edge(column), top, right: edge(column) + width, bottom: top + height };
            let text = chart.written(row, column, language);
            let title = chart.mark_title(row, column, language);
            canvas.mark(&Mark { class: "mark", row: chart.row(row, column), title: &title, data: &[] }, || {
                let share = chart.size_of(row, column) / largest;
                let colour = heat_colour(share);
                if inside && chart.cell(row, column).is_some() {
                    canvas.rect(&cell, filled(colour, 1.0));
                }
                let color = match (inside, share > 0.0) {
                    (true, true) => ink_on(colour),
                    (true, false) => GREY_INK,
                    (false, _) => INK,
                };
                let size = if font::width(&text, BODY, false) > cell.width() { SMALL } else { BODY };
                let look = Type { size, bold: false, color, align: Align::Middle };
                canvas.text(&text, f64::midpoint(cell.left, cell.right), middle + capital / 2.0, look);
            });
        }
        top += height + BETWEEN;
    }
    let right = if chart.columns.total { edge(columns) + TOTAL } else { left + columns as f64 * layout.cell };
    let line = top - layout.rows.last().map_or(0.0, |(_, height)| height + BETWEEN) - TO_TOTAL / 2.0 - BETWEEN / 2.0;
    if chart.rows.total {
        canvas.line((left, line), (right, line), stroked(AXIS, 0.2));
    }
    draw_legend(canvas, (left, top + 2.4), chart, language);
    draw_key(canvas, (frame, top + LEGEND), layout);
}

fn draw_heads(
    canvas: &Canvas<'_>,
    frame: &Rect,
    chart: &Crossed,
    layout: &Layout,
    edge: &dyn Fn(usize) -> f64,
    language: Language,
) {
    let columns = chart.columns.all.len();
    let grey = |align| Type { size: BODY, bold: false, color: GREY_INK, align };
    let capital = font::CAPITALS * BODY * POINT;
    canvas.text(&chart.columns.label, frame.left + LABELS, frame.top + capital, grey(Align::Left));
    let bottom = frame.top + layout.head - 1.2;
    let last = bottom - font::DESCENDERS * BODY * POINT;
    canvas.text(&chart.rows.label, frame.left + LABELS - 2.0, last, grey(Align::Right));
    for (column, lines) in layout.heads.iter().enumerate() {
        let middle = edge(column) + (layout.cell - BETWEEN) / 2.0;
        let look = Type { size: BODY, bold: !layout.key.is_empty(), color: INK, align: Align::Middle };
        canvas.lines(lines, middle, bottom - block_height(lines.len(), BODY), look);
    }
    if chart.columns.total {
        let total = font::wrap(&chart.total_of_columns(language), BODY, false, TOTAL);
        let look = Type { size: BODY, bold: false, color: INK, align: Align::Middle };
        canvas.lines(&total, edge(columns) + TOTAL / 2.0, bottom - block_height(total.len(), BODY), look);
    }
}

/// The scale of colours, from nothing to the largest number.
fn draw_legend(canvas: &Canvas<'_>, (left, top): (f64, f64), chart: &Crossed, language: Language) {
    let look = |align| Type { size: BODY, bold: false, color: GREY_INK, align };
    let baseline = top + 1.5 + font::CAPITALS * BODY * POINT / 2.0;
    let (least, most) = chart.ends(language);
    let scale = chart.scale(language);
    let begin = left + font::width(&scale, BODY, false) + 3.0;
    canvas.text(&scale, left, baseline, look(Align::Left));
    let from = begin + font::width(&least, BODY, false) + 1.4;
    canvas.text(&least, begin, baseline, look(Align::Left));
    for step in 0..STEPS {
        let x = from + f64::from(step) * STEP;
        let share = f64::from(step) / f64::from(STEPS - 1);
        canvas.rect(&Rect { left: x, top, right: x + STEP + 0.05, bottom: top + 3.0 }, filled(heat_colour(share), 1.0));
    }
    let right = from + f64::from(STEPS) * STEP + 1.4;
    canvas.text(&most, right, baseline, look(Align::Left));
}

fn draw_key(canvas: &Canvas<'_>, (frame, top): (&Rect, f64), layout: &Layout) {
    let bold = Type { size: BODY, bold: true, color: INK, align: Align::Left };
    let plain = Type { bold: false, ..bold };
    let widest = layout.key.iter().map(|(name, _)| font::width(name, BODY, true)).fold(0.0, f64::max) + 1.6;
    let capital = font::CAPITALS * BODY * POINT;
    for ((column, line), (name, lines)) in key_places(&layout.key).into_iter().zip(&layout.key) {
        let left = frame.left + column as f64 * frame.width() / 2.0;
        let baseline = |at: usize| top + capital + (line + at) as f64 * KEY_LINE;
        canvas.text(name, left, baseline(0), bold);
        for (at, text) in lines.iter().enumerate() {
            canvas.text(text, left + widest, baseline(at), plain);
        }
    }
}
