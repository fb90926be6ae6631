//! Draws a bubble chart that has been laid out.

use plotters::style::RGBColor;

use super::{ABOVE_FRAME, BOTTOM_MARGIN, BubbleLayout, Look, PLOT_HEIGHT};
use crate::msg;
use crate::render::axis::Axis;
use crate::render::canvas::{Align, Canvas, Mark, Rect, Type, filled, stroked};
use crate::render::font;
use crate::render::hatch::hatching_in_circle;
use crate::render::labels::Label;
use crate::render::plane::{Circle, crosses, flattened};
use crate::render::style::{AXIS, BODY, BUBBLE_OPACITY, GREY_INK, GRID, INK, JOINT, PAPER, POINT, SERIES, SERIES_INK};
use crate::report::{Bubble, interventions};
use crate::wording::{Language, around};

/// The width of a bubble's edge.
pub(super) const EDGE: f64 = 0.3;
/// The width of the line of an interval.
const WHISKER: f64 = 0.25;
/// The width of the line between two bubbles of a code.
pub(super) const JOINT_WIDTH: f64 = 0.45;
/// So many straight pieces of a curve are held against a label.
const PIECES: usize = 48;
/// The width of a dashed edge.
const DASHED: f64 = 0.5;
/// The width of the lines within it.
const HATCHED: f64 = 0.2;

/// The height of a chart with what stands below it, in millimetres.
pub(in crate::render) fn height(layout: &BubbleLayout) -> f64 {
    layout.legend.height + PLOT_HEIGHT + BOTTOM_MARGIN + layout.below.height()
}

/// Draws a chart in a frame; the layout is that of the same frame.
pub(in crate::render) fn draw(
    canvas: &Canvas<'_>,
    frame: &Rect,
    chart: &Bubble,
    layout: &BubbleLayout,
    language: Language,
) {
    let chart_frame = Rect { bottom: layout.plot.bottom + BOTTOM_MARGIN, ..*frame };
    draw_axes(canvas, &chart_frame, chart, layout, language);
    if !layout.joints.is_empty() {
        let seen = layout.joints.iter().flat_map(|joint| joint.seen.iter().copied());
        canvas.joints(|| canvas.dotted(seen, stroked(JOINT, JOINT_WIDTH)));
    }
    for bubble in &layout.bubbles {
        let dot = &layout.dots[bubble.mark];
        let title = chart.bubble_title(dot, language);
        let domain = chart.domains.get(dot.series).map_or("", |(domain, _)| domain.word());
        let data = [("domain", domain), ("code", dot.code.as_str())];
        canvas.mark(&Mark { class: "mark", row: dot.row, title: &title, data: &data }, || match bubble.look {
            Look::Filled => {
                let colour = SERIES[dot.series % SERIES.len()];
                canvas.disc(bubble.x, bubble.y, bubble.radius, colour, BUBBLE_OPACITY, EDGE);
            }
            look => {
                let colour = SERIES[dot.series % SERIES.len()];
                draw_hollow(canvas, (bubble.x, bubble.y), bubble.radius, look, colour);
            }
        });
    }
    // Above all bubbles, so that none hides what a number may be.
    for own in &layout.whiskers {
        let dot = &layout.dots[layout.bubbles[own.bubble].mark];
        let colour = SERIES_INK[dot.series % SERIES_INK.len()];
        let group = Mark { class: "whisker", row: dot.row, title: "", data: &[] };
        canvas.mark(&group, || canvas.grid(own.lines.iter().chain(&own.caps).copied(), stroked(colour, WHISKER)));
    }
    for label in &layout.labels {
        let dot = &layout.dots[layout.bubbles[label.bubble].mark];
        let group = Mark { class: "label", row: dot.row, title: "", data: &[] };
        canvas.mark(&group, || draw_label(canvas, layout, dot.series, label));
    }
    layout.legend.draw(canvas);
    draw_totals(canvas, layout, chart, language);
    layout.below.draw(canvas, chart_frame.bottom, layout);
}

/// A mark of what has no code: a hatched circle, or at the edge a triangle that points out of the frame.
pub(super) fn draw_hollow(canvas: &Canvas<'_>, (x, y): (f64, f64), radius: f64, look: Look, colour: RGBColor) {
    let edge = stroked(colour, DASHED);
    let direction: f64 = match look.beyond() {
        [false, false] => {
            canvas.grid(hatching_in_circle(&Circle { x, y, radius }), stroked(colour, HATCHED));
            return canvas.hollow_circle(x, y, radius, edge);
        }
        [true, false] => 0.0,
        [false, true] => -90.0,
        [true, true] => -45.0,
    };
    let corner = |turn: f64| {
        let (sin, cos) = (direction + turn).to_radians().sin_cos();
        (x + radius * cos, y + radius * sin)
    };
    canvas.hollow_polygon(&[0.0, 135.0, -135.0].map(corner), edge);
}

fn draw_label(canvas: &Canvas<'_>, layout: &BubbleLayout, series: usize, label: &Label) {
    let bubble = &layout.bubbles[label.bubble];
    if let Some([from, to]) = label.leader {
        canvas.line(from, to, stroked(GREY_INK, 0.15));
    }
    let color = if label.inside { INK } else { SERIES_INK[series % SERIES_INK.len()] };
    // Lines end, or begin, at their bubble.
    let (x, align) = if label.rect.right <= bubble.x {
        (label.rect.right, Align::Right)
    } else if label.rect.left >= bubble.x {
        (label.rect.left, Align::Left)
    } else {
        (f64::midpoint(label.rect.left, label.rect.right), Align::Middle)
    };
    let size = if label.lettered { canvas.paper.small() } else { BODY };
    let look = Type { size, bold: label.bold, color, align };
    let write = || {
        for (line, baseline) in label.lines.iter().zip(&label.baselines) {
            canvas.text(line, x, *baseline, look);
        }
    };
    // A line seen between two words may be read as a dash, and before a letter as a minus.
    let joints = || layout.joints.iter().flat_map(|joint| &joint.seen).flat_map(|curve| flattened(curve, PIECES));
    if !label.inside && joints().any(|line| crosses(&line, &label.rect)) {
        canvas.rect(&label.rect, filled(PAPER, 1.0));
    }
    let is_crossed = || layout.whiskers.iter().flat_map(|own| &own.lines).any(|line| crosses(line, &label.rect));
    if label.inside && bubble.look == Look::Filled && !is_crossed() { write() } else { canvas.halo(write) }
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
    canvas.text(&count, frame.left, plot.top - ABOVE_FRAME, look(Align::Left));
}

/// The area's totals above the frame.
fn draw_totals(canvas: &Canvas<'_>, layout: &BubbleLayout, chart: &Bubble, language: Language) {
    let (x, baseline, align) = layout.legend.totals;
    canvas.text(&totals(chart, language), x, baseline, Type { size: BODY, bold: false, color: GREY_INK, align });
}

/// The interventions and funds of the whole area.
pub(in crate::render) fn totals(chart: &Bubble, language: Language) -> String {
    let interventions = interventions(chart.interventions, language);
    let funds = chart.has_funds.then(|| language.funds(chart.funds, chart.currency));
    msg!("totals-of-area", interventions, funds = around(", ", funds, "")).text(language)
}
