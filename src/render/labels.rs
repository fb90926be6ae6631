//! Labels beside bubbles: searched for, not hoped for.
//!
//! Every bubble, the largest first, tries its label inside itself, then around it at growing distances and in several
//! wrappings. A label may touch no other label, no bubble but its own, no leader and not the frame; the cheapest place
//! that is free is taken. A small bubble that finds none nearby goes without: its numbers are in the figure's data and
//! text alternative.

use super::canvas::{Rect, block_height};
use super::font;
use super::style::{BODY, LEADING, POINT};

/// The widths, in millimetres, that a label is wrapped to.
const WIDTHS: [f64; 4] = [60.0, 44.0, 34.0, 25.0];
/// Distances from the edge of the bubble, in millimetres.
const DISTANCES: [f64; 8] = [0.7, 2.0, 4.0, 7.0, 11.0, 16.0, 22.0, 30.0];
/// Directions, in sixteenths of a turn, right first.
const DIRECTIONS: [u32; 16] = [0, 8, 12, 4, 1, 15, 7, 9, 2, 14, 6, 10, 3, 13, 5, 11];
/// A label nearer than this needs no leader.
const NEAR: f64 = 1.5;
/// Free space around a label.
const MARGIN: f64 = 0.5;
/// Bubbles of a smaller radius look for a label only nearby.
const SMALL_BUBBLE: f64 = 2.0;
const NEARBY: f64 = 7.0;

/// A circle that wants a label.
#[derive(Clone, Copy, Debug)]
pub(super) struct Circle {
    pub x: f64,
    pub y: f64,
    pub radius: f64,
}

/// A label that found its place.
#[derive(Clone, Debug)]
pub struct Label {
    /// Position of its bubble among those given.
    pub bubble: usize,
    /// Its lines.
    pub lines: Vec<String>,
    /// The space it takes.
    pub rect: Rect,
    /// From the bubble's edge to the label, where it stands apart.
    pub leader: Option<[(f64, f64); 2]>,
}

/// Finds places for the labels of circles within a frame; `order` says who goes first.
pub(super) fn place(circles: &[Circle], texts: &[&str], order: &[usize], frame: &Rect) -> Vec<Label> {
    let mut labels: Vec<Label> = Vec::new();
    for index in order.iter().copied() {
        let wrappings = wrappings(texts[index]);
        let best = wrappings
            .iter()
            .enumerate()
            .flat_map(|(width, lines)| candidates(index, &circles[index], lines, width))
            .filter(|(_, label)| is_free(label, circles, &labels, frame))
            .map(|(cost, label)| (cost + confusion(&label, circles), label))
            .min_by(|a, b| a.0.total_cmp(&b.0));
        labels.extend(best.map(|(_, label)| label));
    }
    labels
}

/// The label in its different wrappings, widest first, each only once.
fn wrappings(text: &str) -> Vec<Vec<String>> {
    let mut all: Vec<Vec<String>> = WIDTHS.iter().map(|width| font::wrap(text, BODY, false, *width)).collect();
    all.dedup();
    all
}

fn size_of(lines: &[String]) -> (f64, f64) {
    let width = lines.iter().map(|line| font::width(line, BODY, false)).fold(0.0, f64::max);
    (width, block_height(lines.len(), BODY))
}

/// All places for a label with their costs.
fn candidates(bubble: usize, circle: &Circle, lines: &[String], wrapping: usize) -> Vec<(f64, Label)> {
    /// Narrow labels are harder to read.
    const COST_OF_WRAPPING: f64 = 0.6;
    const COST_OF_DIRECTION: f64 = 0.08;
    const COST_OF_LEADER: f64 = 1.0;
    let (width, height) = size_of(lines);
    let label = |rect: Rect, leader| Label { bubble, lines: lines.to_vec(), rect, leader };
    let mut all = Vec::new();
    let inside = around(circle.x, circle.y, width, height);
    if inside.inside_circle(circle.x, circle.y, circle.radius - MARGIN) {
        all.push((0.0, label(inside, None)));
    }
    let farthest = if circle.radius < SMALL_BUBBLE { NEARBY } else { f64::INFINITY };
    for distance in DISTANCES.into_iter().filter(|d| *d <= farthest) {
        for (preference, direction) in DIRECTIONS.into_iter().enumerate() {
            let (sin, cos) = (f64::from(direction) * std::f64::consts::TAU / 16.0).sin_cos();
            let reach = circle.radius + distance;
            let (x, y) = (circle.x + cos * reach, circle.y + sin * reach);
            let rect = around(x + width / 2.0 * side(cos), y + height / 2.0 * side(sin), width, height);
            let apart = distance > NEAR;
            let leader = apart.then(|| leader(circle, &rect));
            let cost = 0.5
                + distance
                + COST_OF_WRAPPING * wrapping as f64
                + COST_OF_DIRECTION * preference as f64
                + if apart { COST_OF_LEADER } else { 0.0 };
            all.push((cost, label(rect, leader)));
        }
    }
    all
}

/// How far a label is shifted to one side: wholly where the direction points there, half-way straight above or below.
fn side(part: f64) -> f64 {
    (part * 1.5).clamp(-1.0, 1.0)
}

fn around(x: f64, y: f64, width: f64, height: f64) -> Rect {
    Rect { left: x - width / 2.0, top: y - height / 2.0, right: x + width / 2.0, bottom: y + height / 2.0 }
}

/// From the circle's edge to the label's edge, each the nearest to the other.
fn leader(circle: &Circle, rect: &Rect) -> [(f64, f64); 2] {
    let middle = rect.top + BODY * POINT * LEADING / 2.0;
    let (x, y) = if circle.x < rect.left || circle.x > rect.right {
        (circle.x.clamp(rect.left, rect.right), circle.y.clamp(rect.top.min(middle), rect.bottom))
    } else {
        (circle.x, circle.y.clamp(rect.top, rect.bottom))
    };
    let (dx, dy) = (x - circle.x, y - circle.y);
    let length = dx.hypot(dy).max(f64::EPSILON);
    let edge = (circle.x + dx / length * circle.radius, circle.y + dy / length * circle.radius);
    let gap = 0.3 / length;
    [edge, (x - dx * gap, y - dy * gap)]
}

/// What it costs to stand near another bubble, which a reader might take for the label's own.
fn confusion(label: &Label, circles: &[Circle]) -> f64 {
    const UNMISTAKABLE: f64 = 2.5;
    let others = circles.iter().enumerate().filter(|(index, _)| *index != label.bubble);
    let gaps = others.map(|(_, c)| {
        let (dx, dy) =
            (c.x - c.x.clamp(label.rect.left, label.rect.right), c.y - c.y.clamp(label.rect.top, label.rect.bottom));
        dx.hypot(dy) - c.radius
    });
    gaps.map(|gap| (UNMISTAKABLE - gap).max(0.0)).sum()
}

fn is_free(label: &Label, circles: &[Circle], placed: &[Label], frame: &Rect) -> bool {
    let grown = grow(&label.rect, MARGIN);
    if !frame.contains(&grown) {
        return false;
    }
    let inside_own = |c: &Circle| label.rect.inside_circle(c.x, c.y, c.radius);
    let meets = circles.iter().enumerate().any(|(index, c)| {
        let own_and_inside = index == label.bubble && inside_own(c);
        !own_and_inside && grow(&label.rect, 0.3).meets_circle(c.x, c.y, c.radius)
    });
    let overlaps = placed.iter().any(|other| {
        grown.overlaps(&other.rect)
            || other.leader.is_some_and(|line| crosses(&line, &grown))
            || label.leader.is_some_and(|line| crosses(&line, &grow(&other.rect, 0.2)))
            || matches!((label.leader, other.leader), (Some(a), Some(b)) if cross_each_other(&a, &b))
    });
    // A leader over another bubble's middle would point at the wrong one.
    let misleading = label.leader.is_some_and(|line| {
        circles
            .iter()
            .enumerate()
            .any(|(index, c)| index != label.bubble && distance_to(&line, (c.x, c.y)) < c.radius * 0.5)
    });
    !meets && !overlaps && !misleading
}

fn grow(rect: &Rect, by: f64) -> Rect {
    Rect { left: rect.left - by, top: rect.top - by, right: rect.right + by, bottom: rect.bottom + by }
}

/// Whether a line runs through a rectangle (Liang–Barsky clipping).
fn crosses(line: &[(f64, f64); 2], rect: &Rect) -> bool {
    let [(x0, y0), (x1, y1)] = *line;
    let (dx, dy) = (x1 - x0, y1 - y0);
    let (mut from, mut to) = (0.0_f64, 1.0_f64);
    for (p, q) in [(-dx, x0 - rect.left), (dx, rect.right - x0), (-dy, y0 - rect.top), (dy, rect.bottom - y0)] {
        if p == 0.0 {
            if q < 0.0 {
                return false;
            }
        } else if p < 0.0 {
            from = from.max(q / p);
        } else {
            to = to.min(q / p);
        }
    }
    from <= to
}

fn cross_each_other(a: &[(f64, f64); 2], b: &[(f64, f64); 2]) -> bool {
    let turn = |p: (f64, f64), q: (f64, f64), r: (f64, f64)| (q.0 - p.0) * (r.1 - p.1) - (q.1 - p.1) * (r.0 - p.0);
    turn(a[0], a[1], b[0]) * turn(a[0], a[1], b[1]) < 0.0 && turn(b[0], b[1], a[0]) * turn(b[0], b[1], a[1]) < 0.0
}

fn distance_to(line: &[(f64, f64); 2], (x, y): (f64, f64)) -> f64 {
    let [(x0, y0), (x1, y1)] = *line;
    let (dx, dy) = (x1 - x0, y1 - y0);
    let length = dx * dx + dy * dy;
    let at = if length == 0.0 { 0.0 } else { (((x - x0) * dx + (y - y0) * dy) / length).clamp(0.0, 1.0) };
    (x - x0 - at * dx).hypot(y - y0 - at * dy)
}
