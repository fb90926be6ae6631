//! The value axes of a bubble chart on its drawing.

use super::CLEARANCE;
use crate::render::axis::Axis;

/// Small bubbles crowd where both axes begin; their letters find a place around them.
const ROOM_AT_ZERO: f64 = 4.2;

/// A value axis on the drawing.
#[derive(Clone, Debug)]
pub(super) struct Scale {
    pub(super) axis: Axis,
    pub(super) zero: f64,
    per_unit: f64,
}

impl Scale {
    /// Fits values with their radii between two edges: zero moves in as far as bubbles reach below it, and by as much as a letter
    /// beside the smallest needs; the frame ends where the last bubble does.
    pub(super) fn fit(axis: Axis, values: &[(f64, f64)], from: f64, to: f64) -> Self {
        let length = (to - from).abs();
        let last = values.iter().map(|(value, _)| *value).fold(0.0, f64::max);
        let last = if last > 0.0 { last } else { axis.end };
        let (mut before, mut after) = (ROOM_AT_ZERO, CLEARANCE);
        // What is set aside depends on the scale and the scale on it; a few rounds settle both.
        for _ in 0..12 {
            let per_unit = (length - before - after) / last;
            let reach_before = values.iter().map(|(value, radius)| radius - value * per_unit);
            before = (reach_before.fold(0.0, f64::max) + CLEARANCE).max(ROOM_AT_ZERO);
            let reach_after = values.iter().map(|(value, radius)| radius - (last - value) * per_unit);
            after = reach_after.fold(0.0, f64::max) + CLEARANCE;
        }
        let direction = (to - from).signum();
        let per_unit = (length - before - after) / last;
        let end = last + after / per_unit;
        Self { zero: from + direction * before, per_unit: direction * per_unit, axis: axis.up_to(end) }
    }

    pub(super) fn at(&self, value: f64) -> f64 {
        self.zero + value * self.per_unit
    }
}
