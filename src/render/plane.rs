//! Intersections and distances of lines, circles and rectangles in the plane.

use super::canvas::Rect;

/// A circle, in millimetres.
#[derive(Clone, Copy, Debug)]
pub(super) struct Circle {
    pub x: f64,
    pub y: f64,
    pub radius: f64,
}

/// A straight line between two points.
pub(super) type Line = [(f64, f64); 2];

/// A curve from the first point to the last, drawn towards the two between them: a cubic Bézier curve.
pub(super) type Curve = [(f64, f64); 4];

/// The points between neighbours, at a share of the way from each to the next.
fn between<const FEWER: usize>(points: &[(f64, f64)], share: f64) -> [(f64, f64); FEWER] {
    std::array::from_fn(|at| {
        let ((x0, y0), (x1, y1)) = (points[at], points[at + 1]);
        (x0 + (x1 - x0) * share, y0 + (y1 - y0) * share)
    })
}

/// The point of a curve at a share of its way.
pub(super) fn curve_at(curve: &Curve, share: f64) -> (f64, f64) {
    let [point] = between(&between::<2>(&between::<3>(curve, share), share), share);
    point
}

/// A curve up to a share of its way (de Casteljau).
fn up_to(curve: &Curve, share: f64) -> Curve {
    let first: [_; 3] = between(curve, share);
    let second: [_; 2] = between(&first, share);
    let [end] = between(&second, share);
    [curve[0], first[0], second[0], end]
}

/// The part of a curve between two shares of its way.
pub(super) fn part_of(curve: &Curve, start: f64, end: f64) -> Curve {
    let backwards = |[a, b, c, d]: Curve| [d, c, b, a];
    let until_end = up_to(curve, end);
    let left_out = if end > 0.0 { start / end } else { 0.0 };
    backwards(up_to(&backwards(until_end), 1.0 - left_out))
}

/// A curve as so many straight lines.
pub(super) fn flattened(curve: &Curve, many: usize) -> impl Iterator<Item = Line> {
    (0..many).map(move |at| [at, at + 1].map(|at| curve_at(curve, at as f64 / many as f64)))
}

impl Circle {
    /// How far a rectangle is from the circle's edge; negative where it reaches inside.
    pub(super) fn gap_to(&self, rect: &Rect) -> f64 {
        let (dx, dy) = (self.x - self.x.clamp(rect.left, rect.right), self.y - self.y.clamp(rect.top, rect.bottom));
        dx.hypot(dy) - self.radius
    }

    /// How far a point is from the circle's edge; negative inside.
    pub(super) fn gap_from(&self, (x, y): (f64, f64)) -> f64 {
        (x - self.x).hypot(y - self.y) - self.radius
    }

    /// Whether a point lies so far inside, or farther.
    pub(super) fn holds(&self, (x, y): (f64, f64), inside: f64) -> bool {
        let (dx, dy, most) = (x - self.x, y - self.y, self.radius - inside);
        most >= 0.0 && dx * dx + dy * dy <= most * most
    }

    /// The point of the edge that is nearest to another point.
    pub(super) fn towards(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let (dx, dy) = (x - self.x, y - self.y);
        let share = self.radius / dx.hypot(dy).max(f64::EPSILON);
        (self.x + dx * share, self.y + dy * share)
    }

    /// Whether the circle lies within another: whole, or but for an edge that nobody sees.
    pub(super) fn lies_in(&self, other: &Self) -> bool {
        const UNSEEN: f64 = 0.4;
        other.gap_from((self.x, self.y)) + self.radius <= UNSEEN && self.radius <= other.radius
    }
}

/// A rectangle of a size around a point.
pub(super) fn around(x: f64, y: f64, width: f64, height: f64) -> Rect {
    Rect { left: x - width / 2.0, top: y - height / 2.0, right: x + width / 2.0, bottom: y + height / 2.0 }
}

/// A rectangle with so much space on every side.
pub(super) fn grow(rect: &Rect, by: f64) -> Rect {
    Rect { left: rect.left - by, top: rect.top - by, right: rect.right + by, bottom: rect.bottom + by }
}

/// Whether a line runs through a rectangle (Liang–Barsky clipping).
pub(super) fn crosses(line: &Line, rect: &Rect) -> bool {
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

/// Whether two lines cross.
pub(super) fn cross_each_other(a: &Line, b: &Line) -> bool {
    let turn = |p: (f64, f64), q: (f64, f64), r: (f64, f64)| (q.0 - p.0) * (r.1 - p.1) - (q.1 - p.1) * (r.0 - p.0);
    turn(a[0], a[1], b[0]) * turn(a[0], a[1], b[1]) < 0.0 && turn(b[0], b[1], a[0]) * turn(b[0], b[1], a[1]) < 0.0
}

/// Whether a line comes nearer to a point than so far; without a root, for it is asked again and again.
pub(super) fn comes_near(line: &Line, (x, y): (f64, f64), far: f64) -> bool {
    let [(x0, y0), (x1, y1)] = *line;
    let (dx, dy) = (x1 - x0, y1 - y0);
    let length = dx * dx + dy * dy;
    let at = if length == 0.0 { 0.0 } else { (((x - x0) * dx + (y - y0) * dy) / length).clamp(0.0, 1.0) };
    let (dx, dy) = (x - x0 - at * dx, y - y0 - at * dy);
    dx * dx + dy * dy < far * far
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQUARE: Rect = Rect { left: 0.0, top: 0.0, right: 2.0, bottom: 2.0 };

    #[test]
    fn lines_cross_or_pass_by() {
        assert!(crosses(&[(-1.0, 1.0), (3.0, 1.0)], &SQUARE));
        assert!(!crosses(&[(-1.0, 1.0), (-0.1, 1.0)], &SQUARE));
        assert!(!crosses(&[(-1.0, 2.5), (3.0, 2.5)], &SQUARE));
        assert!(cross_each_other(&[(0.0, 0.0), (2.0, 2.0)], &[(0.0, 2.0), (2.0, 0.0)]));
        assert!(!cross_each_other(&[(0.0, 0.0), (2.0, 2.0)], &[(0.0, 1.0), (1.0, 2.0)]));
    }

    #[test]
    fn a_part_of_a_curve_lies_on_it() {
        // At a half: an eighth of the ends and three eighths of what is between, (0 + 3·0 + 3·8 + 8) / 8 across and
        // (0 + 3·8 + 3·8 + 0) / 8 upwards.
        let curve = [(0.0, 0.0), (0.0, 8.0), (8.0, 8.0), (8.0, 0.0)];
        assert_eq!(curve_at(&curve, 0.5), (4.0, 6.0));
        let part = part_of(&curve, 0.25, 0.75);
        let near = |a: (f64, f64), b: (f64, f64)| (a.0 - b.0).hypot(a.1 - b.1) < 1e-12;
        assert!(near(part[0], curve_at(&curve, 0.25)) && near(part[3], curve_at(&curve, 0.75)));
        assert!(near(curve_at(&part, 0.5), curve_at(&curve, 0.5)), "the middle of the part is that of the whole");
    }

    #[test]
    fn a_circle_lies_in_another_or_sticks_out() {
        let circle = |x: f64, radius: f64| Circle { x, y: 0.0, radius };
        assert!(circle(2.0, 1.0).lies_in(&circle(0.0, 3.0)));
        assert!(circle(2.3, 1.0).lies_in(&circle(0.0, 3.0)), "it sticks out by less than can be seen");
        assert!(!circle(2.5, 1.0).lies_in(&circle(0.0, 3.0)));
        assert!(!circle(0.0, 3.0).lies_in(&circle(2.0, 1.0)));
    }

    #[test]
    fn distances_are_to_the_nearest_point() {
        // 3-4-5: from the corner (2, 2) to (5, 6) it is 5, less the radius of 1.
        let circle = Circle { x: 5.0, y: 6.0, radius: 1.0 };
        assert!((circle.gap_to(&SQUARE) - 4.0).abs() < 1e-12);
        let line = [(0.0, 0.0), (2.0, 2.0)];
        assert!(comes_near(&line, (5.0, 6.0), 5.001) && !comes_near(&line, (5.0, 6.0), 4.999));
        // The middle (1, 1) is nearest to (0, 2), which is √2 away.
        assert!(comes_near(&line, (0.0, 2.0), 1.415) && !comes_near(&line, (0.0, 2.0), 1.414));
    }

    #[test]
    fn a_circle_holds_what_is_so_far_inside() {
        // (3, 4) is 5 from the middle, so 1 inside of a radius of 6.
        let circle = Circle { x: 0.0, y: 0.0, radius: 6.0 };
        assert!(circle.holds((3.0, 4.0), 0.999) && !circle.holds((3.0, 4.0), 1.001));
        assert!(!circle.holds((0.0, 0.0), 6.001), "no point is farther inside than the middle");
    }
}
