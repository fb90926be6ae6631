//! Cross tables in colours: the darker a cell, the more there is, with the number in every cell, and what rows and columns have in
//! all beside them.

use std::ops::Range;

use super::canvas::{Align, Canvas, Mark, Rect, Type, block_height, filled, stroked};
use super::font;
use super::paper::Paper;
use super::rows::Names;
use super::style::{AXIS, BODY, GREY_INK, INK, POINT, heat_colour, ink_on};
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
/// Where names stand above: from a name to its cells, and below these; and from a block of columns to the next.
const TO_CELLS: f64 = 0.9;
const BELOW_CELLS: f64 = 1.8;
const BETWEEN_BLOCKS: f64 = 4.0;
const LEGEND: f64 = 8.0;
/// A scale of colours, in steps.
const STEPS: u32 = 20;
const STEP: f64 = 1.6;

/// What short heads stand for, in lines.
type Key = Vec<(String, Vec<String>)>;

/// Where everything stands.
pub(super) struct Layout {
    paper: Paper,
    /// Width of a column.
    cell: f64,
    /// The columns that stand beside one another; on narrow paper the others follow below.
    blocks: Vec<Range<usize>>,
    /// Height of a block.
    block: f64,
    /// What the colours measure, in lines of its own on narrow paper.
    scale: Vec<String>,
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
pub(super) fn layout(paper: Paper, chart: &Crossed, frame: &Rect, language: Language) -> Layout {
    let columns = chart.columns.all.len().max(1);
    let names = Names::new(paper, LABELS);
    let beside = if chart.columns.total { TO_TOTAL + TOTAL } else { 0.0 };
    let room = frame.width() - names.beside() - beside;
    let blocks = blocks(columns, paper.either(columns, (room / widest_number(paper, chart, language)) as usize));
    let most = blocks.iter().map(Range::len).max().unwrap_or(1);
    let cell = (room / most as f64).min(WIDEST_CELL);
    let wrapped = |text: &str| paper.wrap(text, BODY, cell - 1.0);
    let fits = |lines: &Vec<String>| {
        lines.len() <= HEAD_LINES && lines.iter().all(|line| paper.text(line, BODY, false) <= cell - 0.8)
    };
    let full: Vec<Vec<String>> = chart.columns.all.iter().map(|value| wrapped(&value.label)).collect();
    let (heads, key) = if full.iter().all(fits) { (full, Vec::new()) } else { short(paper, chart, frame) };
    let total = if chart.columns.total { total(paper, chart, language).len() } else { 0 };
    let lines = heads.iter().map(Vec::len).chain([total]).max().unwrap_or(1).max(1);
    let head = block_height(1, BODY) + 1.6 + block_height(lines, BODY) + 1.2;
    let head = head + paper.either(0.0, block_height(1, BODY) + 1.6);
    let cell_height = paper.to_touch(CELL);
    let label = |text: &str| {
        let lines = paper.wrap(text, BODY, paper.either(LABELS - 2.5, frame.width()));
        let name = block_height(lines.len(), BODY);
        (lines, paper.either((name + 1.2).max(cell_height), name + TO_CELLS + cell_height + BELOW_CELLS))
    };
    let mut rows: Vec<_> = chart.rows.all.iter().map(|value| label(&value.label)).collect();
    rows.extend(chart.rows.total.then(|| label(&chart.total_of_rows(language))));
    let grid = rows.iter().map(|(_, height)| height + BETWEEN).sum::<f64>() + TO_TOTAL;
    let scale = if paper.is_narrow() { paper.wrap(&chart.scale(language), BODY, frame.width()) } else { Vec::new() };
    let block = head + grid + paper.either(0.0, BETWEEN_BLOCKS);
    let height = block * blocks.len() as f64 + scale.len() as f64 * KEY_LINE + LEGEND + key_height(paper, &key);
    Layout { paper, cell, blocks, block, scale, heads, key, head, rows, height }
}

/// What stands over the numbers that rows have in all.
fn total(paper: Paper, chart: &Crossed, language: Language) -> Vec<String> {
    paper.wrap(&chart.total_of_columns(language), BODY, TOTAL)
}

/// How wide a column must be for its numbers.
fn widest_number(paper: Paper, chart: &Crossed, language: Language) -> f64 {
    let (rows, columns) = chart.size();
    let cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
    let widths = cells.map(|(row, column)| paper.text(&chart.written(row, column, language), BODY, false));
    widths.fold(0.0, f64::max) + BETWEEN + 0.6
}

/// So many columns in blocks of at most so many, all of about the same size.
fn blocks(columns: usize, most: usize) -> Vec<Range<usize>> {
    let count = columns.div_ceil(most.max(1));
    (0..count).map(|block| block * columns / count..(block + 1) * columns / count).collect()
}

/// Short heads: the ids of codes, and letters for everything else; and what they stand for.
fn short(paper: Paper, chart: &Crossed, frame: &Rect) -> (Vec<Vec<String>>, Key) {
    let mut letters = ('A'..='Z').map(String::from);
    let mut name = |value: &crate::report::CrossValue| match chart.columns.domain {
        Some(_) if !value.rest => value.id.clone(),
        _ => letters.next().unwrap_or_default(),
    };
    let names: Vec<String> = chart.columns.all.iter().map(&mut name).collect();
    let widest = names.iter().map(|name| paper.text(name, BODY, true)).fold(0.0, f64::max) + 1.6;
    let lines = |label: &str| paper.wrap(label, BODY, frame.width() / key_columns(paper) as f64 - widest - 3.0);
    let key = names.iter().cloned().zip(chart.columns.all.iter().map(|value| lines(&value.label)));
    let key = key.collect();
    (names.into_iter().map(|name| vec![name]).collect(), key)
}

/// In so many columns stands the key.
fn key_columns(paper: Paper) -> usize {
    paper.either(2, 1)
}

/// Where each entry of the key stands, by column and line.
fn key_places(paper: Paper, key: &[(String, Vec<String>)]) -> Vec<(usize, usize)> {
    let all: usize = key.iter().map(|(_, lines)| lines.len()).sum();
    let mut places = Vec::new();
    let (mut column, mut line, mut seen) = (0, 0, 0);
    for (_, lines) in key {
        if column + 1 < key_columns(paper) && 2 * seen >= all {
            (column, line) = (1, 0);
        }
        places.push((column, line));
        line += lines.len();
        seen += lines.len();
    }
    places
}

fn key_height(paper: Paper, key: &[(String, Vec<String>)]) -> f64 {
    let ends = key_places(paper, key).into_iter().zip(key).map(|((_, line), (_, lines))| line + lines.len());
    ends.max().map_or(0.0, |lines| lines as f64 * KEY_LINE + 2.0)
}

/// Draws a chart in a frame.
pub(super) fn draw(canvas: &Canvas<'_>, frame: &Rect, chart: &Crossed, layout: &Layout, language: Language) {
    let mut top = frame.top;
    for columns in &layout.blocks {
        draw_block(canvas, &Rect { top, ..*frame }, chart, layout, columns.clone(), language);
        top += layout.block;
    }
    let left = frame.left + Names::new(layout.paper, LABELS).beside();
    let grey = Type { size: BODY, bold: false, color: GREY_INK, align: Align::Left };
    canvas.lines(&layout.scale, left, top, grey);
    top += layout.scale.len() as f64 * KEY_LINE;
    draw_legend(canvas, (left, top + 2.4), chart, layout, language);
    draw_key(canvas, (frame, top + LEGEND), layout);
}

/// Columns that stand beside one another, after the last of all what rows have in all.
fn draw_block(
    canvas: &Canvas<'_>,
    frame: &Rect,
    chart: &Crossed,
    layout: &Layout,
    block: Range<usize>,
    language: Language,
) {
    let paper = layout.paper;
    let left = frame.left + Names::new(paper, LABELS).beside();
    let (rows, columns) = chart.size();
    let with_total = chart.columns.total && block.end == columns;
    let edge = |column: usize| {
        let after = if column == columns { TO_TOTAL } else { 0.0 };
        left + (column - block.start) as f64 * layout.cell + after
    };
    draw_heads(canvas, frame, chart, layout, (&block, &edge), language);
    let largest = chart.largest();
    let capital = font::CAPITALS * BODY * POINT;
    let mut top = frame.top + layout.head;
    for (row, (lines, height)) in layout.rows.iter().enumerate() {
        if row == rows {
            top += TO_TOTAL;
        }
        let name = block_height(lines.len(), BODY);
        let look = |align| Type { size: BODY, bold: false, color: INK, align };
        let (cell_top, cell_height) = if paper.is_narrow() {
            canvas.lines(lines, left, top, look(Align::Left));
            (top + name + TO_CELLS, paper.to_touch(CELL))
        } else {
            let text_top = top + height / 2.0 - (name - font::DESCENDERS * BODY * POINT) / 2.0;
            canvas.lines(lines, left - 2.0, text_top, look(Align::Right));
            (top, *height)
        };
        let middle = cell_top + cell_height / 2.0;
        for column in block.start..block.end + usize::from(with_total) {
            let inside = row < rows && column < columns;
            let width = if column == columns { TOTAL } else { layout.cell - BETWEEN };
            let cell =
                Rect { left: edge(column), top: cell_top, right: edge(column) + width, bottom: cell_top + cell_height };
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
                let size = if paper.text(&text, BODY, false) > cell.width() { paper.small() } else { BODY };
                let look = Type { size, bold: false, color, align: Align::Middle };
                canvas.text(&text, f64::midpoint(cell.left, cell.right), middle + capital / 2.0, look);
            });
        }
        top += height + BETWEEN;
    }
    let right = if with_total { edge(columns) + TOTAL } else { left + block.len() as f64 * layout.cell };
    let line = top - layout.rows.last().map_or(0.0, |(_, height)| height + BETWEEN) - TO_TOTAL / 2.0 - BETWEEN / 2.0;
    if chart.rows.total {
        canvas.line((left, line), (right, line), stroked(AXIS, 0.2));
    }
}

fn draw_heads(
    canvas: &Canvas<'_>,
    frame: &Rect,
    chart: &Crossed,
    layout: &Layout,
    (block, edge): (&Range<usize>, &dyn Fn(usize) -> f64),
    language: Language,
) {
    let paper = layout.paper;
    let columns = chart.columns.all.len();
    let grey = |align| Type { size: BODY, bold: false, color: GREY_INK, align };
    let capital = font::CAPITALS * BODY * POINT;
    let beside = Names::new(paper, LABELS).beside();
    canvas.text(&chart.columns.label, frame.left + beside, frame.top + capital, grey(Align::Left));
    let bottom = frame.top + layout.head - 1.2;
    let last = bottom - font::DESCENDERS * BODY * POINT;
    // What rows are stands over their names.
    let (x, align) = paper.either((frame.left + LABELS - 2.0, Align::Right), (frame.left, Align::Left));
    canvas.text(&chart.rows.label, x, last, grey(align));
    let bottom = bottom - paper.either(0.0, block_height(1, BODY) + 1.6);
    for (column, lines) in layout.heads.iter().enumerate().filter(|(column, _)| block.contains(column)) {
        let middle = edge(column) + (layout.cell - BETWEEN) / 2.0;
        let look = Type { size: BODY, bold: !layout.key.is_empty(), color: INK, align: Align::Middle };
        canvas.lines(lines, middle, bottom - block_height(lines.len(), BODY), look);
    }
    if chart.columns.total && block.end == columns {
        let total = total(paper, chart, language);
        let look = Type { size: BODY, bold: false, color: INK, align: Align::Middle };
        canvas.lines(&total, edge(columns) + TOTAL / 2.0, bottom - block_height(total.len(), BODY), look);
    }
}

/// The scale of colours, from nothing to the largest number.
fn draw_legend(canvas: &Canvas<'_>, (left, top): (f64, f64), chart: &Crossed, layout: &Layout, language: Language) {
    let paper = layout.paper;
    let look = |align| Type { size: BODY, bold: false, color: GREY_INK, align };
    let baseline = top + 1.5 + font::CAPITALS * BODY * POINT / 2.0;
    let (least, most) = chart.ends(language);
    let mut begin = left;
    if layout.scale.is_empty() {
        let scale = chart.scale(language);
        canvas.text(&scale, left, baseline, look(Align::Left));
        begin += paper.text(&scale, BODY, false) + 3.0;
    }
    let from = begin + paper.text(&least, BODY, false) + 1.4;
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
    let widest = layout.key.iter().map(|(name, _)| layout.paper.text(name, BODY, true)).fold(0.0, f64::max) + 1.6;
    let capital = font::CAPITALS * BODY * POINT;
    for ((column, line), (name, lines)) in key_places(layout.paper, &layout.key).into_iter().zip(&layout.key) {
        let left = frame.left + column as f64 * frame.width() / 2.0;
        let baseline = |at: usize| top + capital + (line + at) as f64 * KEY_LINE;
        canvas.text(name, left, baseline(0), bold);
        for (at, text) in lines.iter().enumerate() {
            canvas.text(text, left + widest, baseline(at), plain);
        }
    }
}
