//! Bubble charts: funds to the right, interventions upwards, area for funds once more.
//!
//! First everything is laid out as plain geometry, which tests can look at; then it is drawn.

use super::axis::{Axis, round_below};
use super::canvas::{Align, Canvas, Mark, Rect, Type, filled, stroked};
use super::labels::{Circle, Label, place};
use super::style::{AXIS, BODY, BUBBLE_OPACITY, GREY_INK, GRID, INK, POINT, SERIES, SERIES_INK};
use super::{font, style};
use crate::report::Bubble;
use crate::wording::Language;

/// The chart's height in millimetres.
pub(super) const HEIGHT: f64 = 121.0;
/// The radius of the largest bubble.
const LARGEST: f64 = 10.0;
/// Space between a bubble and the frame.
const CLEARANCE: f64 = 0.6;
const LEGEND_HEIGHT: f64 = 15.0;
const LEFT_MARGIN: f64 = 11.0;
/// Half of the last tick's number stands beyond the frame.
const RIGHT_MARGIN: f64 = 2.5;
const BOTTOM_MARGIN: f64 = 11.0;
const TOP_OF_PLOT: f64 = LEGEND_HEIGHT + 6.5;

/// A bubble in its place, in millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// Position among the chart's marks.
    pub mark: usize,
    /// Centre.
    pub x: f64,
    /// Centre.
    pub y: f64,
    /// Radius; its square is proportional to the funds.
    pub radius: f64,
}

/// A bubble chart laid out.
#[derive(Clone, Debug)]
pub struct BubbleLayout {
    /// The frame that every bubble and label lies in.
    pub plot: Rect,
    /// The bubbles, largest first: small ones are drawn over large ones.
    pub bubbles: Vec<Placed>,
    /// The labels that found a place.
    pub labels: Vec<Label>,
    x: Scale,
    y: Scale,
}

/// A value axis on the drawing.
#[derive(Clone, Debug)]
struct Scale {
    axis: Axis,
    zero: f64,
    per_unit: f64,
}

impl Scale {
    /// Fits values with their radii between two edges: zero and the end move in as far as bubbles reach beyond them.
    fn fit(axis: Axis, values: &[(f64, f64)], from: f64, to: f64) -> Self {
        let length = (to - from).abs();
        let (mut before, mut after) = (CLEARANCE, CLEARANCE);
        for _ in 0..12 {
            let per_unit = (length - before - after) / axis.end;
            let reach_before = values.iter().map(|(value, radius)| radius - value * per_unit);
            before = reach_before.fold(0.0, f64::max) + CLEARANCE;
            let reach_after = values.iter().map(|(value, radius)| radius - (axis.end - value) * per_unit);
            after = reach_after.fold(0.0, f64::max) + CLEARANCE;
        }
        let direction = (to - from).signum();
        Self { zero: from + direction * before, per_unit: direction * (length - before - after) / axis.end, axis }
    }

    fn at(&self, value: f64) -> f64 {
        self.zero + value * self.per_unit
    }
}

/// Lays a chart out in a frame.
pub fn layout(chart: &Bubble, frame: &Rect) -> BubbleLayout {
    let plot = Rect {
        left: frame.left + LEFT_MARGIN,
        top: frame.top + TOP_OF_PLOT,
        right: frame.right - RIGHT_MARGIN,
        bottom: frame.bottom - BOTTOM_MARGIN,
    };
    let values: Vec<(f64, f64)> = chart.marks.iter().map(|m| (m.weighted.millions(), m.interventions as f64)).collect();
    let most_funds = values.iter().map(|v| v.0).fold(0.0, f64::max);
    let radius = |funds: f64| if most_funds > 0.0 { LARGEST * (funds / most_funds).sqrt() } else { 0.0 };
    let across: Vec<_> = values.iter().map(|(funds, _)| (*funds, radius(*funds))).collect();
    let upward: Vec<_> = values.iter().map(|(funds, count)| (*count, radius(*funds))).collect();
    let most = values.iter().map(|v| v.1).fold(0.0, f64::max);
    let x = Scale::fit(Axis::new(most_funds, 6, false), &across, plot.left, plot.right);
    let y = Scale::fit(Axis::new(most, 6, true), &upward, plot.bottom, plot.top);
    let mut bubbles: Vec<Placed> = values
        .iter()
        .enumerate()
        .map(|(mark, (funds, count))| Placed { mark, x: x.at(*funds), y: y.at(*count), radius: radius(*funds) })
        .collect();
    bubbles.sort_by(|a, b| b.radius.total_cmp(&a.radius).then(a.mark.cmp(&b.mark)));
    let circles: Vec<_> = bubbles.iter().map(|b| Circle { x: b.x, y: b.y, radius: b.radius }).collect();
    let texts: Vec<_> = bubbles.iter().map(|b| chart.marks[b.mark].label.as_str()).collect();
    let order: Vec<usize> = (0..bubbles.len()).collect();
    let labels = place(&circles, &texts, &order, &plot);
    BubbleLayout { plot, bubbles, labels, x, y }
}

/// Draws a chart in a frame.
pub(super) fn draw(canvas: &Canvas<'_>, frame: &Rect, chart: &Bubble, language: Language) {
    let layout = layout(chart, frame);
    draw_axes(canvas, frame, &layout, language);
    for bubble in &layout.bubbles {
        let mark = &chart.marks[bubble.mark];
        let colour = SERIES[mark.series % SERIES.len()];
        let title = chart.mark_title(bubble.mark, language);
        let domain = chart.domains.get(mark.series).map_or("", |(domain, _)| domain.word());
        let data = [("domain", domain), ("code", mark.code.as_str())];
        canvas.mark(&Mark { class: "mark", row: chart.row(bubble.mark), title: &title, data: &data }, || {
            canvas.circle(bubble.x, bubble.y, bubble.radius, filled(colour, BUBBLE_OPACITY));
            canvas.circle(bubble.x, bubble.y, bubble.radius, stroked(colour, 0.3));
        });
    }
    for label in &layout.labels {
        if let Some([from, to]) = label.leader {
            canvas.line(from, to, stroked(AXIS, 0.15));
        }
        let bubble = &layout.bubbles[label.bubble];
        let color = SERIES_INK[chart.marks[bubble.mark].series % SERIES_INK.len()];
        // Lines end, or begin, at their bubble.
        let (x, align) = if label.rect.right <= bubble.x {
            (label.rect.right, Align::Right)
        } else if label.rect.left >= bubble.x {
            (label.rect.left, Align::Left)
        } else {
            (f64::midpoint(label.rect.left, label.rect.right), Align::Middle)
        };
        canvas.lines(&label.lines, x, label.rect.top, Type { size: BODY, bold: false, color, align });
    }
    draw_legend(canvas, frame, chart, language);
}

fn draw_axes(canvas: &Canvas<'_>, frame: &Rect, layout: &BubbleLayout, language: Language) {
    let plot = &layout.plot;
    let number = |axis: &Axis, tick: f64| language.decimal(tick, axis.decimals);
    let look = |align| Type { size: BODY, bold: false, color: GREY_INK, align };
    let capital = font::CAPITALS * BODY * POINT;
    for tick in &layout.x.axis.ticks {
        let x = layout.x.at(*tick);
        let colour = if *tick == 0.0 { AXIS } else { GRID };
        canvas.line((x, plot.top), (x, plot.bottom), stroked(colour, 0.2));
        canvas.text(&number(&layout.x.axis, *tick), x, plot.bottom + 1.3 + capital, look(Align::Middle));
    }
    for tick in &layout.y.axis.ticks {
        let y = layout.y.at(*tick);
        let colour = if *tick == 0.0 { AXIS } else { GRID };
        canvas.line((plot.left, y), (plot.right, y), stroked(colour, 0.2));
        canvas.text(&number(&layout.y.axis, *tick), plot.left - 1.2, y + capital / 2.0, look(Align::Right));
    }
    canvas.rect(plot, stroked(GRID, 0.2));
    let funds = language.pick("Använda medel (miljoner kronor)", "Funds used (millions of kronor)");
    canvas.text(funds, plot.right, frame.bottom - 1.5, look(Align::Right));
    let count = language.pick("Antal insatser", "Number of interventions");
    canvas.text(count, frame.left, plot.top - 2.2, look(Align::Left));
}

/// The domains' colours to the left, reference sizes to the right.
fn draw_legend(canvas: &Canvas<'_>, frame: &Rect, chart: &Bubble, language: Language) {
    let middle = frame.top + LEGEND_HEIGHT / 2.0;
    let look = Type { size: BODY, bold: false, color: INK, align: Align::Left };
    let baseline = middle + font::CAPITALS * BODY * POINT / 2.0;
    let mut x = frame.left + 1.8;
    for (series, (_, name)) in chart.domains.iter().enumerate() {
        let colour = SERIES[series % SERIES.len()];
        canvas.circle(x, middle, 1.6, filled(colour, BUBBLE_OPACITY));
        canvas.circle(x, middle, 1.6, stroked(colour, 0.3));
        canvas.text(name, x + 2.8, baseline, look);
        x += 2.8 + font::width(name, BODY, false) + 6.0;
    }
    let most_funds = chart.marks.iter().map(|m| m.weighted.millions()).fold(0.0, f64::max);
    if most_funds <= 0.0 {
        return;
    }
    let mut right = frame.right - RIGHT_MARGIN;
    for share in [0.02, 0.12, 0.5] {
        let funds = round_below(most_funds * share);
        let decimals = if funds < 1.0 { (-funds.log10()).ceil() as usize } else { 0 };
        let text = language.in_millions(funds, decimals);
        let radius = LARGEST * (funds / most_funds).sqrt();
        right -= font::width(&text, BODY, false);
        canvas.text(&text, right, baseline, look);
        right -= 1.2 + radius;
        canvas.circle(right, middle, radius, stroked(style::GREY_INK, 0.25));
        right -= radius + 4.5;
    }
}
