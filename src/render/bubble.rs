//! Bubble charts: funds to the right, interventions upwards, area for funds once more.
//!
//! First everything is laid out as plain geometry, which tests can look at; then it is drawn.

mod drawing;
pub(super) mod whiskers;

use std::collections::BTreeSet;

use super::axis::Axis;
use super::canvas::Rect;
use super::labels::{Label, place};
use super::places::Scene;
use super::plane::{Circle, Line};
use crate::report::{Bubble, BubbleMark};

pub(super) use drawing::{draw, height, totals};
pub use whiskers::Whiskers;

/// The chart's height in millimetres, without its key.
const HEIGHT: f64 = 121.0;
/// The radius of the largest bubble.
const LARGEST: f64 = 11.0;
/// Space between a bubble and the frame.
const CLEARANCE: f64 = 0.6;
const LEGEND_HEIGHT: f64 = 12.0;
const LEFT_MARGIN: f64 = 11.0;
/// Half of the last tick's number stands beyond the frame.
const RIGHT_MARGIN: f64 = 1.0;
const BOTTOM_MARGIN: f64 = 9.5;
const TOP_OF_PLOT: f64 = LEGEND_HEIGHT + 7.0;

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
    /// Every bubble's label: its name, or a number of the key.
    pub labels: Vec<Label>,
    /// The intervals of estimated numbers, in the order of the bubbles.
    pub whiskers: Vec<Whiskers>,
    /// Lines between the bubbles of a code, from one domain to the next.
    pub joints: Vec<[(f64, f64); 2]>,
    /// What the numbers stand for, in their order.
    pub key: Vec<(usize, String)>,
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
    /// Fits values with their radii between two edges: zero moves in as far as bubbles reach below it, and the frame ends
    /// where the last bubble does.
    fn fit(axis: Axis, values: &[(f64, f64)], from: f64, to: f64) -> Self {
        let length = (to - from).abs();
        let last = values.iter().map(|(value, _)| *value).fold(0.0, f64::max);
        let last = if last > 0.0 { last } else { axis.end };
        let (mut before, mut after) = (CLEARANCE, CLEARANCE);
        // What is set aside depends on the scale and the scale on it; a few rounds settle both.
        for _ in 0..12 {
            let per_unit = (length - before - after) / last;
            let reach_before = values.iter().map(|(value, radius)| radius - value * per_unit);
            before = reach_before.fold(0.0, f64::max) + CLEARANCE;
            let reach_after = values.iter().map(|(value, radius)| radius - (last - value) * per_unit);
            after = reach_after.fold(0.0, f64::max) + CLEARANCE;
        }
        let direction = (to - from).signum();
        let per_unit = (length - before - after) / last;
        let end = last + after / per_unit;
        Self { zero: from + direction * before, per_unit: direction * per_unit, axis: axis.up_to(end) }
    }

    fn at(&self, value: f64) -> f64 {
        self.zero + value * self.per_unit
    }
}

/// Lays a chart out in a frame, from its top; how far down it reaches is the layout's to say.
pub fn layout(chart: &Bubble, frame: &Rect) -> BubbleLayout {
    let plot = Rect {
        left: frame.left + LEFT_MARGIN,
        top: frame.top + TOP_OF_PLOT,
        right: frame.right - RIGHT_MARGIN,
        bottom: frame.top + HEIGHT - BOTTOM_MARGIN,
    };
    let unit = chart.unit();
    let values: Vec<(f64, f64)> = chart.marks.iter().map(|m| (m.funds.in_unit(unit), m.interventions as f64)).collect();
    let most_funds = values.iter().map(|v| v.0).fold(0.0, f64::max);
    let radius = |funds: f64| if most_funds > 0.0 { LARGEST * (funds / most_funds).sqrt() } else { 0.0 };
    // The axes hold the ends of intervals, too, and the strokes there.
    let ends = chart.marks.iter().map(|mark| whiskers::ends(mark.estimated.as_ref(), unit));
    let [of_funds, of_numbers]: [Vec<_>; 2] = {
        let (funds, numbers): (Vec<_>, Vec<_>) = ends.map(<[_; 2]>::into).unzip();
        [funds, numbers].map(|ends| ends.into_iter().flatten().flatten().map(|end| (end, whiskers::CAP)).collect())
    };
    let across: Vec<_> = values.iter().map(|(funds, _)| (*funds, radius(*funds))).chain(of_funds).collect();
    let upward: Vec<_> = values.iter().map(|(funds, count)| (*count, radius(*funds))).chain(of_numbers).collect();
    let [farthest, most] = [&across, &upward].map(|all| all.iter().map(|(value, _)| *value).fold(0.0, f64::max));
    let x = Scale::fit(Axis::new(farthest, 6, false), &across, plot.left, plot.right);
    let y = Scale::fit(Axis::new(most, 6, true), &upward, plot.bottom, plot.top);
    let mut bubbles: Vec<Placed> = values
        .iter()
        .enumerate()
        .map(|(mark, (funds, count))| Placed { mark, x: x.at(*funds), y: y.at(*count), radius: radius(*funds) })
        .collect();
    bubbles.sort_by(|a, b| b.radius.total_cmp(&a.radius).then(a.mark.cmp(&b.mark)));
    let circles: Vec<_> = bubbles.iter().map(|b| Circle { x: b.x, y: b.y, radius: b.radius }).collect();
    let names: Vec<_> = bubbles.iter().map(|b| chart.marks[b.mark].label.as_str()).collect();
    let joints = if chart.joined { joints(chart, &bubbles) } else { Vec::new() };
    let codes: BTreeSet<_> = chart.marks.iter().map(|mark| &mark.code).collect();
    let widest = if codes.len() > 9 { "88" } else { "8" };
    let axes = [[(x.zero, plot.top), (x.zero, plot.bottom)], [(plot.left, y.zero), (plot.right, y.zero)]];
    let whiskers = whiskers::of(chart, &bubbles, (&x, &y));
    let lines: Vec<Line> = whiskers.iter().flat_map(|own| own.lines.iter().copied()).collect();
    let scene = Scene { circles: &circles, joints: &joints, whiskers: &lines, axes: &axes, frame: &plot };
    let mut labels = place(&scene, &names, widest);
    let key = number(chart, &bubbles, &mut labels);
    BubbleLayout { plot, bubbles, labels, whiskers, joints, key, x, y }
}

/// From the edge of every bubble to the edge of the same code's bubble in the next domain, where they stand apart.
fn joints(chart: &Bubble, bubbles: &[Placed]) -> Vec<Line> {
    let mark = |bubble: &Placed| &chart.marks[bubble.mark];
    let follows = |a: &BubbleMark, b: &BubbleMark| a.code == b.code && a.series + 1 == b.series;
    let pairs = bubbles.iter().flat_map(|from| bubbles.iter().map(move |to| (from, to)));
    let pairs = pairs.filter(|(from, to)| follows(mark(from), mark(to)));
    let joint = |(from, to): (&Placed, &Placed)| {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let length = dx.hypot(dy);
        let (start, end) = (from.radius / length, 1.0 - to.radius / length);
        (start < end).then(|| [start, end].map(|share| (from.x + dx * share, from.y + dy * share)))
    };
    pairs.filter_map(joint).collect()
}

/// Numbers the codes of which a bubble has no name beside it, in the order of the codebook, and returns their key. Both
/// bubbles of a code have the same number; their colours tell them apart.
fn number(chart: &Bubble, bubbles: &[Placed], labels: &mut [Label]) -> Vec<(usize, String)> {
    let mark = |label: &Label| &chart.marks[bubbles[label.bubble].mark];
    let wanted = |code: &str| labels.iter().any(|label| label.numbered && mark(label).code == code);
    let mut codes: Vec<&BubbleMark> = Vec::new();
    for one in &chart.marks {
        if codes.iter().all(|earlier| earlier.code != one.code) && wanted(&one.code) {
            codes.push(one);
        }
    }
    // The order of the codebook holds within a domain; a code that only a later domain has comes where its id belongs.
    codes.sort_by(|a, b| a.code.len().cmp(&b.code.len()).then_with(|| a.code.cmp(&b.code)));
    for label in labels.iter_mut().filter(|label| label.numbered) {
        let code = &chart.marks[bubbles[label.bubble].mark].code;
        let number = codes.iter().position(|one| one.code == *code).map_or(0, |index| index + 1);
        label.lines = vec![number.to_string()];
    }
    codes.iter().enumerate().map(|(index, one)| (index + 1, one.label.clone())).collect()
}
