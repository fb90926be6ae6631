//! Draws a bubble chart that has been laid out.

use super::{BubbleLayout, HEIGHT, LARGEST, LEGEND_HEIGHT, RIGHT_MARGIN};
use crate::money::Kronor;
use crate::msg;
use crate::render::axis::{Axis, round_below};
use crate::render::canvas::{Align, Canvas, Mark, Rect, Type, filled, stroked};
use crate::render::font;
use crate::render::labels::Label;
use crate::render::plane::crosses;
use crate::render::style::{
    AXIS, BODY, BUBBLE_OPACITY, GREY_INK, GRID, INK, JOINT, LEADING, POINT, SERIES, SERIES_INK, SMALL,
};
use crate::report::{Bubble, interventions};
use crate::wording::{Language, around};

/// The width of a bubble's edge.
const EDGE: f64 = 0.3;
/// The width of the line of an interval.
const WHISKER: f64 = 0.25;
/// Space above the key, and between its columns.
const KEY_GAP: f64 = 3.0;
const KEY_LINE: f64 = LEADING * SMALL * POINT;
/// From a number of the key to what it stands for.
const KEY_INDENT: f64 = 4.5;

/// The height of a chart with its key, in millimetres.
pub(in crate::render) fn height(layout: &BubbleLayout) -> f64 {
    let (_, rows) = key_columns(layout);
    if rows == 0 { HEIGHT } else { HEIGHT + KEY_GAP + KEY_LINE * rows as f64 }
}

/// Draws a chart in a frame; the layout is that of the same frame.
pub(in crate::render) fn draw(
    canvas: &Canvas<'_>,
    frame: &Rect,
    chart: &Bubble,
    layout: &BubbleLayout,
    language: Language,
) {
    let chart_frame = Rect { bottom: frame.top + HEIGHT, ..*frame };
    draw_axes(canvas, &chart_frame, chart, layout, language);
    if !layout.joints.is_empty() {
        canvas.joints(|| canvas.grid(layout.joints.iter().copied(), stroked(JOINT, 0.4)));
    }
    for bubble in &layout.bubbles {
        let mark = &chart.marks[bubble.mark];
        let colour = SERIES[mark.series % SERIES.len()];
        let title = chart.mark_title(bubble.mark, language);
        let domain = chart.domains.get(mark.series).map_or("", |(domain, _)| domain.word());
        let data = [("domain", domain), ("code", mark.code.as_str())];
        canvas.mark(&Mark { class: "mark", row: chart.row(bubble.mark), title: &title, data: &data }, || {
            canvas.disc(bubble.x, bubble.y, bubble.radius, colour, BUBBLE_OPACITY, EDGE);
        });
    }
    // Above all bubbles, so that none hides what a number may be.
    for own in &layout.whiskers {
        let mark = layout.bubbles[own.bubble].mark;
        let colour = SERIES_INK[chart.marks[mark].series % SERIES_INK.len()];
        let group = Mark { class: "whisker", row: chart.row(mark), title: "", data: &[] };
        canvas.mark(&group, || canvas.grid(own.lines.iter().chain(&own.caps).copied(), stroked(colour, WHISKER)));
    }
    for label in &layout.labels {
        let mark = layout.bubbles[label.bubble].mark;
        let group = Mark { class: "label", row: chart.row(mark), title: "", data: &[] };
        canvas.mark(&group, || draw_label(canvas, layout, chart, label));
    }
    draw_legend(canvas, &chart_frame, chart, language);
    draw_totals(canvas, layout, chart, language);
    draw_key(canvas, &Rect { top: chart_frame.bottom + KEY_GAP, ..*frame }, layout);
}

fn draw_label(canvas: &Canvas<'_>, layout: &BubbleLayout, chart: &Bubble, label: &Label) {
    let bubble = &layout.bubbles[label.bubble];
    if let Some([from, to]) = label.leader {
        canvas.line(from, to, stroked(GREY_INK, 0.15));
        if (from.0 - bubble.x).hypot(from.1 - bubble.y) < bubble.radius - 0.05 {
            canvas.circle(from.0, from.1, 0.35, filled(GREY_INK, 1.0));
        }
    }
    let series = chart.marks[bubble.mark].series;
    let color = if label.inside { INK } else { SERIES_INK[series % SERIES_INK.len()] };
    // Lines end, or begin, at their bubble.
    let (x, align) = if label.rect.right <= bubble.x {
        (label.rect.right, Align::Right)
    } else if label.rect.left >= bubble.x {
        (label.rect.left, Align::Left)
    } else {
        (f64::midpoint(label.rect.left, label.rect.right), Align::Middle)
    };
    let size = if label.numbered { SMALL } else { BODY };
    let look = Type { size, bold: label.numbered, color, align };
    let write = || {
        for (line, baseline) in label.lines.iter().zip(&label.baselines) {
            canvas.text(line, x, *baseline, look);
        }
    };
    let is_crossed = || layout.whiskers.iter().flat_map(|own| &own.lines).any(|line| crosses(line, &label.rect));
    if label.inside && !is_crossed() { write() } else { canvas.halo(write) }
}

fn draw_axes(canvas: &Canvas<'_>, frame: &Rect, chart: &Bubble, layout: &BubbleLayout, language: Language) {
    let plot = &layout.plot;
    let number = |axis: &Axis, tick: f64| language.decimal(tick, axis.decimals);
    let look = |align| Type { size: BODY, bold: false, color: GREY_INK, align };
    let capital = font::CAPITALS * BODY * POINT;
    let upright = |x: f64| [(x, plot.top), (x, plot.bottom)];
    let level = |y: f64| [(plot.left, y), (plot.right, y)];
    let beyond_zero = |axis: &Axis| axis.ticks.clone().into_iter().filter(|tick| *tick != 0.0);
    let across = beyond_zero(&layout.x.axis).map(|tick| upright(layout.x.at(tick)));
    let along = beyond_zero(&layout.y.axis).map(|tick| level(layout.y.at(tick)));
    canvas.grid(across.chain(along), stroked(GRID, 0.2));
    canvas.grid([upright(layout.x.at(0.0)), level(layout.y.at(0.0))], stroked(AXIS, 0.2));
    for tick in &layout.x.axis.ticks {
        let text = number(&layout.x.axis, *tick);
        canvas.text(&text, layout.x.at(*tick), plot.bottom + 1.3 + capital, look(Align::Middle));
    }
    for tick in &layout.y.axis.ticks {
        let baseline = layout.y.at(*tick) + capital / 2.0;
        canvas.text(&number(&layout.y.axis, *tick), plot.left - 1.2, baseline, look(Align::Right));
    }
    canvas.rect(plot, stroked(GRID, 0.2));
    let funds = msg!("funds-axis", unit = chart.currency.in_unit(chart.unit())).text(language);
    canvas.text(&funds, plot.right, frame.bottom - 1.2, look(Align::Right));
    let count = msg!("report-number-of-interventions").text(language);
    canvas.text(&count, frame.left, plot.top - 2.2, look(Align::Left));
}

/// The area's totals, in the corner above the frame.
fn draw_totals(canvas: &Canvas<'_>, layout: &BubbleLayout, chart: &Bubble, language: Language) {
    let text = totals(chart, language);
    let look = Type { size: BODY, bold: false, color: GREY_INK, align: Align::Right };
    canvas.text(&text, layout.plot.right, layout.plot.top - 2.2, look);
}

/// The interventions and funds of the whole area.
pub(in crate::render) fn totals(chart: &Bubble, language: Language) -> String {
    let interventions = interventions(chart.interventions, language);
    let funds = chart.has_funds.then(|| language.funds(chart.funds, chart.currency));
    msg!("totals-of-area", interventions, funds = around(", ", funds, "")).text(language)
}

/// How many columns and rows the key has.
fn key_columns(layout: &BubbleLayout) -> (usize, usize) {
    let names = layout.key.iter().map(|(_, name)| KEY_INDENT + font::width(name, SMALL, false) + KEY_GAP);
    let widest = names.fold(1.0, f64::max);
    let columns = ((layout.plot.width() / widest) as usize).clamp(1, layout.key.len().max(1));
    let rows = layout.key.len().div_ceil(columns);
    (layout.key.len().div_ceil(rows.max(1)), rows)
}

/// What the numbers stand for, in columns.
fn draw_key(canvas: &Canvas<'_>, space: &Rect, layout: &BubbleLayout) {
    let (columns, rows) = key_columns(layout);
    let widest = layout.plot.width() / columns.max(1) as f64;
    let capital = font::CAPITALS * SMALL * POINT;
    for (index, (number, name)) in layout.key.iter().enumerate() {
        let x = layout.plot.left + widest * (index / rows) as f64;
        let baseline = space.top + capital + KEY_LINE * (index % rows) as f64;
        let look = |bold, color| Type { size: SMALL, bold, color, align: Align::Left };
        canvas.text(&number.to_string(), x, baseline, look(true, INK));
        canvas.text(name, x + KEY_INDENT, baseline, look(false, INK));
    }
}

/// The domains' colours to the left, reference sizes to the right.
fn draw_legend(canvas: &Canvas<'_>, frame: &Rect, chart: &Bubble, language: Language) {
    let middle = frame.top + LEGEND_HEIGHT / 2.0;
    let look = Type { size: BODY, bold: false, color: INK, align: Align::Left };
    let baseline = middle + font::CAPITALS * BODY * POINT / 2.0;
    let mut x = frame.left + 1.8;
    for (series, (_, name)) in chart.domains.iter().enumerate() {
        let colour = SERIES[series % SERIES.len()];
        canvas.disc(x, middle, 1.6, colour, BUBBLE_OPACITY, EDGE);
        canvas.text(name, x + 2.8, baseline, look);
        x += 2.8 + font::width(name, BODY, false) + 6.0;
    }
    let most_funds = chart.marks.iter().map(|m| m.funds.in_unit(chart.unit())).fold(0.0, f64::max);
    if most_funds <= 0.0 {
        return;
    }
    let mut right = frame.right - RIGHT_MARGIN;
    for share in [0.012, 0.06, 0.25] {
        let funds = round_below(most_funds * share);
        let text = reference_size(funds, chart, language);
        let radius = LARGEST * (funds / most_funds).sqrt();
        right -= font::width(&text, BODY, false);
        canvas.text(&text, right, baseline, look);
        right -= 1.2 + radius;
        canvas.circle(right, middle, radius, stroked(GREY_INK, 0.25));
        right -= radius + 4.5;
    }
}

/// What a reference size stands for: so many units of the axis.
fn reference_size(funds: f64, chart: &Bubble, language: Language) -> String {
    const MILLION: i64 = 1_000_000;
    match chart.unit() {
        MILLION => {
            let decimals = if funds < 1.0 { (-funds.log10()).ceil() as usize } else { 0 };
            language.in_millions(funds, decimals, chart.currency)
        }
        unit => language.amount(Kronor((funds * unit as f64).round() as i64).into(), chart.currency),
    }
}
