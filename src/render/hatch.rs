//! Hatching: what has no code is drawn, and looks like no code.

use super::canvas::Rect;
use super::plane::Line;

/// From one line to the next.
const STEP: f64 = 1.6;

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
