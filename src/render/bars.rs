//! Horizontal bars: options to the left, the value at the end of each bar.

use super::axis::Axis;
use super::canvas::{Align, Canvas, Mark, Rect, Type, filled, stroked};
use super::flow::{self, Entry, flow};
use super::font;
use super::paper::Paper;
use super::rows::Names;
use super::style::{AXIS, BODY, GREY_INK, GRID, INK, POINT, SERIES};
use crate::report::{Bars, BarsGroup};
use crate::wording::{Language, NO_BREAK};

const LABELS: f64 = 66.0;
const BAR: f64 = 4.6;
/// Above and below a bar, so that those of groups keep apart.
const EDGE: f64 = 0.3;
const BETWEEN_OPTIONS: f64 = 3.2;
const LEGEND: f64 = 7.0;
const LEGEND_LINE: f64 = 5.0;
const SWATCH: f64 = 4.2;
const BETWEEN_GROUPS: f64 = 6.0;
const AXIS_HEIGHT: f64 = 10.5;
/// From the end of a bar to its value.
const TO_VALUE: f64 = 1.2;

fn names(paper: Paper) -> Names {
    Names::new(paper, LABELS)
}

fn bar(paper: Paper) -> f64 {
    paper.to_touch(BAR - 2.0 * EDGE) + 2.0 * EDGE
}

fn bars(paper: Paper, chart: &Bars) -> f64 {
    bar(paper) * chart.groups.len() as f64
}

fn slot(paper: Paper, chart: &Bars, option: &str) -> f64 {
    names(paper).slot(option, bars(paper, chart), BETWEEN_OPTIONS)
}

fn legend(paper: Paper, chart: &Bars) -> Vec<Entry> {
    let name = |group: &BarsGroup| {
        let base = group.bases.iter().max().copied().unwrap_or(0);
        format!("{} (n{NO_BREAK}={NO_BREAK}{base})", group.label)
    };
    let names: Vec<String> = chart.groups.iter().filter(|_| chart.groups.len() > 1).map(name).collect();
    let width = paper.width() - 4.0 - names_beside(paper);
    flow(paper, names.iter().map(String::as_str), width, (SWATCH, BETWEEN_GROUPS))
}

fn names_beside(paper: Paper) -> f64 {
    names(paper).beside()
}

fn legend_height(paper: Paper, chart: &Bars) -> f64 {
    match flow::lines(&legend(paper, chart)) {
        0 => 0.0,
        lines => LEGEND + (lines - 1) as f64 * LEGEND_LINE,
    }
}

/// The height of a chart in millimetres.
pub(super) fn height(paper: Paper, chart: &Bars) -> f64 {
    let slots: f64 = chart.options.iter().map(|option| slot(paper, chart, option)).sum();
    legend_height(paper, chart) + slots + AXIS_HEIGHT
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
    let paper = canvas.paper;
    let plot = Rect {
        left: frame.left + names_beside(paper),
        top: frame.top + legend_height(paper, chart),
        right: frame.right - 1.0,
        bottom: frame.bottom - AXIS_HEIGHT,
    };
    let options = 0..chart.options.len();
    let values = chart.groups.iter().flat_map(|group| options.clone().map(|option| value(chart, group, option)));
    let axis = Axis::new(values.fold(0.0, f64::max), paper.either(6, 3), true);
    let texts =
        chart.groups.iter().flat_map(|group| options.clone().map(move |o| value_text(chart, group, o, language)));
    let widest = texts.map(|text| paper.text(&text, BODY, false)).fold(0.0, f64::max);
    let scale = (plot.width() - TO_VALUE - widest) / axis.end;
    draw_axis(canvas, &plot, &axis, scale, chart, language);
    let mut top = plot.top;
    for (index, option) in chart.options.iter().enumerate() {
        let height = slot(paper, chart, option);
        let middle = names(paper).write(canvas, option, (frame.left, top), (height, bars(paper, chart)));
        draw_option(canvas, &plot, chart, index, middle, scale, language);
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
    middle: f64,
    scale: f64,
    language: Language,
) {
    let look = |align| Type { size: BODY, bold: false, color: INK, align };
    let capital = font::CAPITALS * BODY * POINT;
    let height = bar(canvas.paper);
    let mut bar_top = middle - bars(canvas.paper, chart) / 2.0;
    for (series, group) in chart.groups.iter().enumerate() {
        let end = plot.left + value(chart, group, option) * scale;
        let bar = Rect { left: plot.left, top: bar_top + EDGE, right: end, bottom: bar_top + height - EDGE };
        let title = chart.mark_title(series, option, language);
        let text = value_text(chart, group, option, language);
        canvas.mark(&Mark { class: "mark", row: chart.row(series, option), title: &title, data: &[] }, || {
            canvas.rect(&bar, filled(SERIES[series % SERIES.len()], 1.0));
            canvas.text(&text, end + TO_VALUE, bar_top + height / 2.0 + capital / 2.0, look(Align::Left));
        });
        bar_top += height;
    }
}

fn draw_legend(canvas: &Canvas<'_>, frame: &Rect, chart: &Bars) {
    let look = Type { size: BODY, bold: false, color: INK, align: Align::Left };
    let capital = font::CAPITALS * BODY * POINT;
    for (series, Entry { left, line, lines }) in legend(canvas.paper, chart).iter().enumerate() {
        let x = frame.left + names_beside(canvas.paper) + left;
        let top = frame.top + *line as f64 * LEGEND_LINE;
        let mark = Rect { left: x, top, right: x + 3.0, bottom: top + 3.0 };
        canvas.rect(&mark, filled(SERIES[series % SERIES.len()], 1.0));
        for (at, text) in lines.iter().enumerate() {
            canvas.text(text, x + SWATCH, top + 1.5 + capital / 2.0 + at as f64 * LEGEND_LINE, look);
        }
    }
}
