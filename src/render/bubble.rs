//! Bubble charts: funds to the right, interventions upwards, area for funds once more.
//!
//! First everything is laid out as plain geometry, which tests can look at; then it is drawn.

mod drawing;
mod hollow;
mod joints;
mod key;
mod legend;
mod scale;
pub(super) mod whiskers;

use std::collections::BTreeSet;

use super::axis::Axis;
use super::canvas::Rect;
use super::labels::{Label, place};
use super::paper::Paper;
use super::places::{Name, Scene};
use super::plane::{Circle, Line};
use crate::report::{Bubble, Dot};
use crate::wording::Language;
use hollow::{AT_EDGE, looks};
use key::Below;
use legend::Legend;
use scale::Scale;

use drawing::draw_hollow;
pub(super) use drawing::{draw, height, totals};
pub use hollow::Look;
pub use joints::Joint;
pub use legend::Size;
pub use whiskers::Whiskers;

/// The height of the frame in millimetres.
const PLOT_HEIGHT: f64 = 92.5;
/// The radius of the largest bubble.
const LARGEST: f64 = 11.0;
/// Space between a bubble and the frame.
const CLEARANCE: f64 = 0.6;
const LEFT_MARGIN: f64 = 11.0;
/// Half of the last tick's number stands beyond the frame.
const RIGHT_MARGIN: f64 = 1.0;
const BOTTOM_MARGIN: f64 = 9.5;
/// Above the frame, where the axis of numbers is named.
const HEAD: f64 = 7.0;

/// From the words above the frame to it.
const ABOVE_FRAME: f64 = 2.2;

/// A bubble in its place, in millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// Position among what the chart shows ([`Bubble::dots`]): its marks, then what has no code.
    pub mark: usize,
    /// How it is drawn.
    pub look: Look,
    /// Centre.
    pub x: f64,
    /// Centre.
    pub y: f64,
    /// Radius; its square is proportional to the funds, but for what is at the edge.
    pub radius: f64,
}

impl Placed {
    /// Whether it is at the edge because it is beyond the axes.
    fn is_at_edge(&self) -> bool {
        self.look.beyond() != [false; 2]
    }
}

/// A bubble chart laid out.
#[derive(Clone, Debug)]
pub struct BubbleLayout {
    /// The frame that every bubble and label lies in.
    pub plot: Rect,
    /// What the chart shows.
    pub dots: Vec<Dot>,
    /// The bubbles, largest first: small ones are drawn over large ones.
    pub bubbles: Vec<Placed>,
    /// The labels of bubbles: the name of each, or a letter of the key.
    pub labels: Vec<Label>,
    /// The bubbles for whose label there is no place, among the dots: they are listed below the chart.
    pub unnamed: Vec<usize>,
    /// The intervals of estimated numbers, in the order of the bubbles.
    pub whiskers: Vec<Whiskers>,
    /// Lines between the bubbles of a code, from one domain to the next.
    pub joints: Vec<Joint>,
    /// What the letters stand for, in their order.
    pub key: Vec<(String, String)>,
    legend: Legend,
    below: Below,
    x: Scale,
    y: Scale,
}

impl BubbleLayout {
    /// The sizes that the legend shows, the largest first.
    pub fn sizes(&self) -> &[Size] {
        self.legend.sizes()
    }
}

/// Lays a chart out in a frame of wide paper, from its top; how far down it reaches is the layout's to say.
pub fn layout(chart: &Bubble, frame: &Rect, language: Language) -> BubbleLayout {
    layout_on(Paper::Wide, chart, frame, language)
}

/// The same on a paper.
pub(super) fn layout_on(paper: Paper, chart: &Bubble, frame: &Rect, language: Language) -> BubbleLayout {
    let dots = chart.dots(language);
    let looks = looks(chart, &dots);
    let sized: Vec<f64> = dots.iter().zip(&looks).map(|(dot, look)| sized_by(dot, *look, chart.unit())).collect();
    let most_funds = sized.iter().copied().fold(0.0, f64::max);
    let legend = Legend::new(chart, &looks, most_funds, frame, language);
    let top = frame.top + legend.height;
    let (left, right) = (frame.left + LEFT_MARGIN, frame.right - RIGHT_MARGIN);
    let plot = Rect { left, top, right, bottom: top + PLOT_HEIGHT };
    let radius = |at: usize| match looks[at] {
        Look::Beyond { .. } => AT_EDGE,
        _ if most_funds > 0.0 => LARGEST * (sized[at] / most_funds).sqrt(),
        _ => 0.0,
    };
    let radii: Vec<f64> = (0..dots.len()).map(radius).collect();
    let (x, y) = scales((&dots, &looks, &radii), chart.unit(), &plot);
    let bubbles = placed((&dots, &looks, &radii), chart.unit(), (&x, &y), &plot);
    let circles: Vec<_> = bubbles.iter().map(|b| Circle { x: b.x, y: b.y, radius: b.radius }).collect();
    let joined = |labels: &[Rect]| match chart.joined {
        true => joints::joints(chart, (&bubbles, &circles), labels, &plot),
        false => Vec::new(),
    };
    let joints = joined(&[]);
    let axes = [[(x.zero, plot.top), (x.zero, plot.bottom)], [(plot.left, y.zero), (plot.right, y.zero)]];
    let whiskers = whiskers::of(&dots, chart.unit(), &bubbles, (&x, &y));
    let lines: Vec<Line> = whiskers.iter().flat_map(|own| own.lines.iter().copied()).collect();
    let in_the_way: Vec<Vec<Line>> = joints.iter().map(Joint::lines).collect();
    let closed: Vec<bool> = bubbles.iter().map(Placed::is_at_edge).collect();
    let scene =
        Scene { circles: &circles, closed: &closed, joints: &in_the_way, whiskers: &lines, axes: &axes, frame: &plot };
    let names: Vec<String> = dots.iter().map(|dot| chart.name_of(dot, language)).collect();
    // What has no code is told in bold letters: a reader is to see it first.
    let shown = |bubble: &Placed| Name { text: &names[bubble.mark], bold: dots[bubble.mark].is_without_code };
    let shown: Vec<_> = bubbles.iter().map(shown).collect();
    let codes: BTreeSet<_> = dots.iter().map(|dot| &dot.code).collect();
    let mut labels = place(&scene, &shown, (&key::widest(codes.len()), paper.small()));
    let key = key::letter(&dots, &names, &bubbles, &mut labels);
    let beside: Vec<Rect> = labels.iter().filter(|label| !label.inside).map(|label| label.rect).collect();
    let joints = joined(&beside);
    let is_named = |at: &usize| labels.iter().any(|label| bubbles[label.bubble].mark == *at);
    let unnamed: Vec<usize> = (0..dots.len()).filter(|at| !is_named(at)).collect();
    let below = Below::new(chart, &dots, (&key, &unnamed), (frame, &plot), (paper, language));
    BubbleLayout { plot, dots, bubbles, labels, unnamed, whiskers, joints, key, legend, below, x, y }
}

/// The funds that a bubble's size shows: none at the edge.
fn sized_by(dot: &Dot, look: Look, unit: i64) -> f64 {
    if matches!(look, Look::Beyond { .. }) { 0.0 } else { dot.funds.in_unit(unit) }
}

/// Funds and number of a dot, as the axes have them.
fn values(dot: &Dot, unit: i64) -> [f64; 2] {
    [dot.funds.in_unit(unit), dot.interventions as f64]
}

/// The axes, which hold every bubble that is not beyond them and the ends of intervals with the strokes there. What is beyond
/// stands in a strip of its own.
fn scales((dots, looks, radii): (&[Dot], &[Look], &[f64]), unit: i64, plot: &Rect) -> (Scale, Scale) {
    let of_axis = |axis: usize| {
        let mut values_and_radii = Vec::new();
        let mut strip = 0.0;
        for ((dot, look), radius) in dots.iter().zip(looks).zip(radii) {
            if look.beyond()[axis] {
                strip = 2.0 * AT_EDGE + CLEARANCE;
                continue;
            }
            values_and_radii.push((values(dot, unit)[axis], *radius));
            let ends = whiskers::ends(dot.estimated.as_ref(), unit)[axis];
            let ends = ends.filter(|_| *look == Look::Filled || *look == Look::Hollow);
            values_and_radii.extend(ends.into_iter().flatten().map(|end| (end, whiskers::CAP)));
        }
        let farthest = values_and_radii.iter().map(|(value, _)| *value).fold(0.0, f64::max);
        (values_and_radii, farthest, strip)
    };
    let (across, farthest, strip) = of_axis(0);
    let x = Scale::fit(Axis::new(farthest, 6, false), &across, plot.left, plot.right - strip);
    let (upward, most, strip) = of_axis(1);
    let y = Scale::fit(Axis::new(most, 6, true), &upward, plot.bottom, plot.top + strip);
    (x, y)
}

/// The bubbles in their places, the largest first. At the edge, one that would lie over another moves inwards.
fn placed(
    (dots, looks, radii): (&[Dot], &[Look], &[f64]),
    unit: i64,
    (x, y): (&Scale, &Scale),
    plot: &Rect,
) -> Vec<Placed> {
    let mut bubbles: Vec<Placed> = Vec::new();
    for (mark, ((dot, look), radius)) in dots.iter().zip(looks).zip(radii).enumerate() {
        let ([funds, number], [right, up]) = (values(dot, unit), look.beyond());
        let mut own = Placed { mark, look: *look, x: x.at(funds), y: y.at(number), radius: *radius };
        own.x = if right { plot.right - CLEARANCE - AT_EDGE } else { own.x };
        own.y = if up { plot.top + CLEARANCE + AT_EDGE } else { own.y };
        let meets = |own: &Placed, other: &Placed| {
            other.is_at_edge() && (other.x - own.x).hypot(other.y - own.y) < 2.0 * AT_EDGE
        };
        while right | up && bubbles.iter().any(|other| meets(&own, other)) {
            if right { own.x -= AT_EDGE } else { own.y += AT_EDGE }
        }
        bubbles.push(own);
    }
    bubbles.sort_by(|a, b| b.radius.total_cmp(&a.radius).then(a.mark.cmp(&b.mark)));
    bubbles
}
