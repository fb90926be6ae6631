//! Lines between the bubbles of a code: from edge to edge, around other bubbles where there is a way, and below them where there
//! is none.

use super::Placed;
use crate::render::canvas::Rect;
use crate::render::plane::{
    Circle, Curve, Line, comes_near, cross_each_other, crosses, curve_at, flattened, grow, part_of,
};
use crate::report::Bubble;

/// How far the two points that a curve is drawn towards are from the straight line, in lengths of it.
const BENDS: [f64; 11] = [0.0, 0.08, -0.08, 0.16, -0.16, 0.26, -0.26, 0.38, -0.38, 0.52, -0.52];
/// A line this near to a bubble seems to touch it.
const NEAR: f64 = 0.8;
/// What is no farther from a bubble touches it.
const TOUCHES: f64 = 0.03;
/// So many points of a curve are looked at when curves are compared, and when the chosen one is cut.
const COMPARED: usize = 48;
const CUT: usize = 512;
/// In so many straight lines it is seen whether two curves meet, and whether one runs through a label.
const MEETING: usize = 8;
const THROUGH: usize = 24;
/// What is shorter is not drawn.
const SHORTEST: f64 = 0.2;

mod cost {
    /// Any part that lies below another bubble, and a millimetre of it.
    pub(super) const BELOW: f64 = 1000.0;
    pub(super) const HIDDEN: f64 = 100.0;
    /// A millimetre that seems to touch one.
    pub(super) const NEAR: f64 = 2.0;
    pub(super) const CROSSED: f64 = 5.0;
    /// A label that it runs through.
    pub(super) const THROUGH_LABEL: f64 = 8.0;
    /// How far the two ends are bent, and by how much they are bent apart.
    pub(super) const BENT: f64 = 15.0;
    pub(super) const UNEVEN: f64 = 10.0;
}

/// A line between two bubbles of a code.
#[derive(Clone, Debug, PartialEq)]
pub struct Joint {
    /// Positions among the layout's bubbles.
    pub ends: [usize; 2],
    /// From edge to edge.
    pub whole: Curve,
    /// What is drawn of it: all but what lies below other bubbles.
    pub seen: Vec<Curve>,
}

impl Joint {
    /// What is drawn, in straight lines.
    pub(super) fn lines(&self) -> Vec<Line> {
        self.seen.iter().flat_map(|curve| flattened(curve, 8)).collect()
    }
}

/// From every bubble to the same code's bubble in the next domain, where they stand apart. Labels are avoided where they have a place.
pub(super) fn joints(
    chart: &Bubble,
    (bubbles, circles): (&[Placed], &[Circle]),
    labels: &[Rect],
    plot: &Rect,
) -> Vec<Joint> {
    let mark = |bubble: &Placed| chart.marks.get(bubble.mark);
    let follows = |from: &Placed, to: &Placed| mark(from).zip(mark(to)).is_some_and(|(a, b)| a.is_followed_by(b));
    let pairs = (0..bubbles.len()).flat_map(|from| (0..bubbles.len()).map(move |to| [from, to]));
    let (mut joints, mut laid) = (Vec::new(), Vec::new());
    for ends in pairs.filter(|[from, to]| follows(&bubbles[*from], &bubbles[*to])) {
        let Some(whole) = Way { circles, ends, plot, labels, others: &laid }.best() else { continue };
        let seen = seen(&whole, circles, ends);
        joints.push(Joint { ends, whole, seen });
        laid.push(flattened(&whole, MEETING).collect());
    }
    joints
}

/// A way to be found between two circles.
struct Way<'a> {
    circles: &'a [Circle],
    ends: [usize; 2],
    plot: &'a Rect,
    labels: &'a [Rect],
    /// The ways found before, in straight lines.
    others: &'a [Vec<Line>],
}

impl Way<'_> {
    /// The best of all curves; `None` where the two circles touch.
    fn best(&self) -> Option<Curve> {
        let pairs = BENDS.into_iter().flat_map(|one| BENDS.into_iter().map(move |other| [one, other]));
        let own = |[one, other]: [f64; 2]| cost::BENT * (one.abs() + other.abs()) + cost::UNEVEN * (one - other).abs();
        let mut bends: Vec<(f64, [f64; 2])> = pairs.map(|bends| (own(bends), bends)).collect();
        bends.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut best: Option<(f64, Curve)> = None;
        for (own, bends) in bends {
            if best.as_ref().is_some_and(|(least, _)| *least <= own) {
                break;
            }
            let Some(curve) = self.curve(bends) else { continue };
            let dearest = best.as_ref().map_or(f64::INFINITY, |(least, _)| *least - own);
            let cost = own + self.cost(&curve, dearest);
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, curve));
            }
        }
        best.map(|(_, curve)| curve)
    }

    /// A curve from edge to edge; `None` where it would leave the frame or run through its own circles. The straight line never does.
    fn curve(&self, bends: [f64; 2]) -> Option<Curve> {
        let [from, to] = self.ends.map(|at| &self.circles[at]);
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let length = dx.hypot(dy);
        let gap = length - from.radius - to.radius;
        if gap <= 0.0 {
            return None;
        }
        let towards = |along: f64, bend: f64| {
            let share = (from.radius + gap * along) / length;
            (from.x + dx * share - dy * bend, from.y + dy * share + dx * bend)
        };
        let (first, second) = (towards(1.0 / 3.0, bends[0]), towards(2.0 / 3.0, bends[1]));
        let curve = [from.towards(first), first, second, to.towards(second)];
        let is_good = |point: (f64, f64)| {
            let Rect { left, top, right, bottom } = *self.plot;
            let inside = point.0 > left && point.0 < right && point.1 > top && point.1 < bottom;
            inside && !from.holds(point, 1e-6) && !to.holds(point, 1e-6)
        };
        (bends == [0.0; 2] || points(&curve, COMPARED).all(is_good)).then_some(curve)
    }

    /// What a curve costs without its bends; without end as soon as that is more than the dearest that is of use.
    fn cost(&self, curve: &Curve, dearest: f64) -> f64 {
        let mut cost = 0.0;
        let mut is_hidden = false;
        let space = bounds(curve);
        let others = within(&space, NEAR, self.circles, self.ends);
        for piece in flattened(curve, COMPARED) {
            let meets = |gap: f64| others.iter().any(|c| comes_near(&piece, (c.x, c.y), c.radius + gap));
            if meets(NEAR) {
                let touches = meets(TOUCHES);
                is_hidden |= touches;
                let length = (piece[1].0 - piece[0].0).hypot(piece[1].1 - piece[0].1);
                cost += length * if touches { cost::HIDDEN } else { cost::NEAR };
            }
            if cost > dearest {
                return f64::INFINITY;
            }
        }
        let own: Vec<Line> = flattened(curve, MEETING).collect();
        let meets = |other: &&Vec<Line>| other.iter().any(|line| own.iter().any(|own| cross_each_other(own, line)));
        let crossed = cost::CROSSED * self.others.iter().filter(meets).count() as f64;
        let fine: Vec<Line> = flattened(curve, THROUGH).collect();
        let is_on = |label: &&Rect| space.overlaps(label) && fine.iter().any(|line| crosses(line, label));
        let labels = cost::THROUGH_LABEL * self.labels.iter().filter(is_on).count() as f64;
        cost + crossed + labels + if is_hidden { cost::BELOW } else { 0.0 }
    }
}

/// The circles that come so near to a space, without the two that a curve ends at: what is farther off needs no look at every piece.
fn within(space: &Rect, near: f64, circles: &[Circle], ends: [usize; 2]) -> Vec<Circle> {
    let others = circles.iter().enumerate().filter(|(at, _)| !ends.contains(at)).map(|(_, circle)| circle);
    others.filter(|circle| circle.gap_to(space) < near).copied().collect()
}

/// A space that a curve does not leave: that of its four points, and what rounding may add.
fn bounds(curve: &Curve) -> Rect {
    let [first, rest @ ..] = curve;
    let of_first = Rect { left: first.0, top: first.1, right: first.0, bottom: first.1 };
    let all = rest.iter().fold(of_first, |all, (x, y)| Rect {
        left: all.left.min(*x),
        top: all.top.min(*y),
        right: all.right.max(*x),
        bottom: all.bottom.max(*y),
    });
    grow(&all, 1e-6)
}

/// So many points of a curve, its ends included.
fn points(curve: &Curve, many: usize) -> impl Iterator<Item = (f64, f64)> {
    (0..=many).map(move |at| curve_at(curve, at as f64 / many as f64))
}

/// The parts of a curve that lie outside of all other circles.
fn seen(curve: &Curve, circles: &[Circle], ends: [usize; 2]) -> Vec<Curve> {
    let others = within(&bounds(curve), 0.0, circles, ends);
    let is_free = |share: f64| {
        let point = curve_at(curve, share);
        others.iter().all(|circle| circle.gap_from(point) >= 0.0)
    };
    let shares: Vec<f64> = (0..=CUT).map(|at| at as f64 / CUT as f64).collect();
    let free: Vec<bool> = shares.iter().map(|share| is_free(*share)).collect();
    if free.iter().all(|free| *free) {
        return vec![*curve];
    }
    let mut parts = Vec::new();
    let mut begun = free[0].then_some(0.0);
    for at in 1..=CUT {
        match (free[at], begun) {
            (true, None) => begun = Some(edge(&is_free, shares[at], shares[at - 1])),
            (false, Some(from)) => {
                parts.push([from, edge(&is_free, shares[at - 1], shares[at])]);
                begun = None;
            }
            _ => {}
        }
    }
    parts.extend(begun.map(|from| [from, 1.0]));
    let curves = parts.into_iter().map(|[from, to]| part_of(curve, from, to));
    curves.filter(|[from, _, _, to]| (to.0 - from.0).hypot(to.1 - from.1) >= SHORTEST).collect()
}

/// Where what is free ends, between a place that is and one that is not.
fn edge(is_free: &impl Fn(f64) -> bool, mut free: f64, mut not: f64) -> f64 {
    for _ in 0..24 {
        let middle = f64::midpoint(free, not);
        if is_free(middle) { free = middle } else { not = middle }
    }
    free
}
