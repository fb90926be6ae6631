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

impl Circle {
    /// How far a rectangle is from the circle's edge; negative where it reaches inside.
    pub(super) fn gap_to(&self, rect: &Rect) -> f64 {
        let (dx, dy) = (self.x - self.x.clamp(rect.left, rect.right), self.y - self.y.clamp(rect.top, rect.bottom));
        dx.hypot(dy) - self.radius
    }

    /// Whether a point lies in the circle.
    pub(super) fn holds(&self, (x, y): (f64, f64)) -> bool {
        (x - self.x).hypot(y - self.y) < self.radius
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

/// The distance from a line to a point.
pub(super) fn distance_to(line: &Line, (x, y): (f64, f64)) -> f64 {
    let [(x0, y0), (x1, y1)] = *line;
    let (dx, dy) = (x1 - x0, y1 - y0);
    let length = dx * dx + dy * dy;
    let at = if length == 0.0 { 0.0 } else { (((x - x0) * dx + (y - y0) * dy) / length).clamp(0.0, 1.0) };
    (x - x0 - at * dx).hypot(y - y0 - at * dy)
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
    fn distances_are_to_the_nearest_point() {
        // 3-4-5: from the corner (2, 2) to (5, 6) it is 5, less the radius of 1.
        let circle = Circle { x: 5.0, y: 6.0, radius: 1.0 };
        assert!((circle.gap_to(&SQUARE) - 4.0).abs() < 1e-12);
        assert!((distance_to(&[(0.0, 0.0), (2.0, 2.0)], (5.0, 6.0)) - 5.0).abs() < 1e-12);
    }
}
