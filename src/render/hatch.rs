//! Hatching: what has no code is drawn, and looks like no code.

use std::f64::consts::FRAC_1_SQRT_2;

use super::canvas::Rect;
use super::plane::{Circle, Line};

/// From one line to the next.
const STEP: f64 = 1.6;

/// The same in a circle, across the lines: it lies over other marks, which stay seen.
const STEP_IN_CIRCLE: f64 = 1.6;

/// Lines of the same slant in a circle, none of them through its middle.
pub(super) fn hatching_in_circle(circle: &Circle) -> Vec<Line> {
    let many = (circle.radius / STEP_IN_CIRCLE - 0.5).max(-1.0).floor() as i64;
    let line = |at: i64| {
        let off = STEP_IN_CIRCLE * (at as f64 + 0.5);
        let half = (circle.radius.powi(2) - off.powi(2)).max(0.0).sqrt();
        let place = |along: f64| {
            let (x, y) = ((off + along) * FRAC_1_SQRT_2, (off - along) * FRAC_1_SQRT_2);
            (circle.x + x, circle.y + y)
        };
        [place(half), place(-half)]
    };
    (-many - 1..=many).map(line).collect()
}

/// Slanting lines over an area, cut at its edges.
pub(super) fn hatching(area: &Rect) -> Vec<Line> {
    let (width, height) = (area.width(), area.height());
    let many = ((width + height) / STEP) as usize;
    let line = |at: usize| {
        // How far to the right of the area's left edge the line meets its upper one.
        let x = STEP * at as f64;
        let upper = if x > width { (area.right, area.top + x - width) } else { (area.left + x, area.top) };
        let lower = if x < height { (area.left, area.top + x) } else { (area.left + x - height, area.bottom) };
        [upper, lower]
    };
    (1..=many).map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_in_a_circle_run_from_edge_to_edge_and_slant_as_in_bars() {
        // 2.4 and 0.8 to either side of the middle of a circle of 3 mm; the next would be 4 mm off.
        let circle = Circle { x: 10.0, y: 20.0, radius: 3.0 };
        let lines = hatching_in_circle(&circle);
        assert_eq!(lines.len(), 4);
        for [from, to] in lines {
            assert!(circle.gap_from(from).abs() < 1e-9 && circle.gap_from(to).abs() < 1e-9);
            assert!(((from.0 - to.0) + (from.1 - to.1)).abs() < 1e-9, "as far across as upwards");
        }
        assert!(hatching_in_circle(&Circle { radius: 0.5, ..circle }).is_empty());
    }
}
