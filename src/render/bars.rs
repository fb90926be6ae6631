//! Horizontal bars: options to the left, the value at the end of each bar.

use super::axis::Axis;
use super::canvas::{Align, Canvas, Mark, Rect, Type, block_height, filled, stroked};
use super::font;
use super::style::{AXIS, BODY, GREY_INK, GRID, INK, POINT, SERIES};
use crate::report::{Bars, BarsGroup};
use crate::wording::{Language, NO_BREAK};

const LABELS: f64 = 66.0;
const BAR: f64 = 4.6;
const BETWEEN_OPTIONS: f64 = 3.2;
const LEGEND: f64 = 7.0;
const AXIS_HEIGHT: f64 = 10.5;
/// From the end of a bar to its value.
const TO_VALUE: f64 = 1.2;

fn option_lines(option: &str) -> Vec<String> {
    font::wrap(option, BODY, false, LABELS - 3.0)
}

fn slot(option: &str, groups: usize) -> f64 {
    block_height(option_lines(option).len(), BODY).max(BAR * groups as f64) + BETWEEN_OPTIONS
}

fn legend_height(chart: &Bars) -> f64 {
    if chart.groups.len() > 1 { LEGEND } else { 0.0 }
}

/// The height of a chart in millimetres.
pub(super) fn height(chart: &Bars) -> f64 {
    let slots: f64 = chart.options.iter().map(|option| slot(option, chart.groups.len())).sum();
    legend_height(chart) + slots + AXIS_HEIGHT
}

/// What a bar's length stands for.
fn value(chart: &Bars, group: &BarsGroup, option: usize) -> f64 {
    let (count, base) = (group.counts[option] as f64, group.bases[option] as f64);
    match (chart.shares, base > 0.0) {
        (false, _) => count,
        (true, true) => 100.0 * count / base,
        (true, false) => 0.0,
    }
}

fn value_text(chart: &Bars, group: &BarsGroup, option: usize, language: Language) -> String {
    let (number, base) = (group.counts[option], group.bases[option]);
    // Where options were put to different numbers of respondents, every bar says its own base.
    let same = group.bases.iter().all(|other| *other == base);
    let count = if same { language.count(number) } else { language.count_of(number, base) };
    match language.percent(group.counts[option], group.bases[option]).filter(|_| chart.shares) {
        Some(share) => format!("{share}{NO_BREAK}({count})"),
        // A share of nobody is no zero.
        None if chart.shares && base == 0 => "–".to_owned(),
        None => count,
    }
}

/// Draws a chart in a frame.
pub(super) fn draw(canvas: &Canvas<'_>, frame: &Rect, chart: &Bars, language: Language) {
    let plot = Rect {
        left: frame.left + LABELS,
        top: frame.top + legend_height(chart),
        right: frame.right - 1.0,
        bottom: frame.bottom - AXIS_HEIGHT,
    };
    let options = 0..chart.options.len();
    let values = chart.groups.iter().flat_map(|group| options.clone().map(|option| value(chart, group, option)));
    let axis = Axis::new(values.fold(0.0, f64::max), 6, true);
    let texts =
        chart.groups.iter().flat_map(|group| options.clone().map(move |o| value_text(chart, group, o, language)));
    let widest = texts.map(|text| font::width(&text, BODY, false)).fold(0.0, f64::max);
    let scale = (plot.width() - TO_VALUE - widest) / axis.end;
    draw_axis(canvas, &plot, &axis, scale, chart, language);
    let mut top = plot.top;
    for (index, option) in chart.options.iter().enumerate() {
        let height = slot(option, chart.groups.len());
        draw_option(canvas, &plot, chart, index, (top, height), scale, language);
        top += height;
    }
    canvas.line((plot.left, plot.top), (plot.left, plot.bottom), stroked(AXIS, 0.2));
    if chart.groups.len() > 1 {
        draw_legend(canvas, frame, chart);
    }
}

fn draw_axis(canvas: &Canvas<'_>, plot: &Rect, axis: &Axis, scale: f64, chart: &Bars, language: Language) {
    let look = |align| Type { size: BODY, bold: false, color: GREY_INK, align };
    let capital = font::CAPITALS * BODY * POINT;
    let upright = |tick: &f64| [plot.top, plot.bottom].map(|y| (plot.left + tick * scale, y));
    canvas.grid(axis.ticks.iter().map(upright), stroked(GRID, 0.2));
    for tick in &axis.ticks {
        let x = plot.left + tick * scale;
        canvas.text(&language.decimal(*tick, 0), x, plot.bottom + 1.3 + capital, look(Align::Middle));
    }
    canvas.text(&chart.axis, plot.left + axis.end * scale, plot.bottom + AXIS_HEIGHT - 1.5, look(Align::Right));
}

fn draw_option(
    canvas: &Canvas<'_>,
    plot: &Rect,
    chart: &Bars,
    option: usize,
    (top, height): (f64, f64),
    scale: f64,
    language: Language,
) {
    let look = |align| Type { size: BODY, bold: false, color: INK, align };
    let capital = font::CAPITALS * BODY * POINT;
    let lines = option_lines(&chart.options[option]);
    let middle = top + height / 2.0;
    let text_top = middle - (block_height(lines.len(), BODY) - font::DESCENDERS * BODY * POINT) / 2.0;
    canvas.lines(&lines, plot.left - 2.0, text_top, look(Align::Right));
    let mut bar_top = middle - BAR * chart.groups.len() as f64 / 2.0;
    for (series, group) in chart.groups.iter().enumerate() {
        let end = plot.left + value(chart, group, option) * scale;
        let bar = Rect { left: plot.left, top: bar_top + 0.3, right: end, bottom: bar_top + BAR - 0.3 };
        let title = chart.mark_title(series, option, language);
        let text = value_text(chart, group, option, language);
        canvas.mark(&Mark { class: "mark", row: chart.row(series, option), title: &title, data: &[] }, || {
            canvas.rect(&bar, filled(SERIES[series % SERIES.len()], 1.0));
            canvas.text(&text, end + TO_VALUE, bar_top + BAR / 2.0 + capital / 2.0, look(Align::Left));
        });
        bar_top += BAR;
    }
}

fn draw_legend(canvas: &Canvas<'_>, frame: &Rect, chart: &Bars) {
    let look = Type { size: BODY, bold: false, color: INK, align: Align::Left };
    let capital = font::CAPITALS * BODY * POINT;
    let mut x = frame.left + LABELS;
    for (series, group) in chart.groups.iter().enumerate() {
        let base = group.bases.iter().max().copied().unwrap_or(0);
        let name = format!("{} (n{NO_BREAK}={NO_BREAK}{base})", group.label);
        let mark = Rect { left: x, top: frame.top, right: x + 3.0, bottom: frame.top + 3.0 };
        canvas.rect(&mark, filled(SERIES[series % SERIES.len()], 1.0));
        canvas.text(&name, x + 4.2, frame.top + 1.5 + capital / 2.0, look);
        x += 4.2 + font::width(&name, BODY, false) + 6.0;
    }
}
