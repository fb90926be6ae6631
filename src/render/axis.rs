//! Round axes.

/// An axis with zero on it: round ticks up to one at or beyond the largest value.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Axis {
    /// The first tick: zero, unless there are values below.
    pub start: f64,
    /// The last tick.
    pub end: f64,
    /// All ticks, the smallest first.
    pub ticks: Vec<f64>,
    /// How many decimals the ticks need.
    pub decimals: usize,
}

impl Axis {
    /// An axis for values up to `largest` with about `wanted` ticks; of whole numbers only where `whole`.
    pub(super) fn new(largest: f64, wanted: u32, whole: bool) -> Self {
        let largest = if largest > 0.0 { largest } else { 1.0 };
        let step = round_step(largest / f64::from(wanted)).max(if whole { 1.0 } else { 0.0 });
        let count = (largest / step - 1e-9).ceil().max(1.0) as u32;
        let decimals = if step < 1.0 { (-step.log10()).ceil() as usize } else { 0 };
        let ticks = (0..=count).map(|tick| step * f64::from(tick)).collect();
        Self { start: 0.0, end: step * f64::from(count), ticks, decimals }
    }

    /// An axis for values from `least`, which may be below zero, up to `largest`.
    pub(super) fn around(least: f64, largest: f64, wanted: u32) -> Self {
        let axis = Self::new(largest.max(-least), wanted, false);
        if least >= 0.0 {
            return axis;
        }
        let step = axis.ticks.get(1).copied().unwrap_or(axis.end);
        let steps = |value: f64| (value / step - 1e-9).ceil().max(0.0) as i32;
        let ticks: Vec<f64> = (-steps(-least)..=steps(largest)).map(|tick| step * f64::from(tick)).collect();
        let (start, end) = (step * f64::from(-steps(-least)), step * f64::from(steps(largest)));
        Self { start, end, ticks, decimals: axis.decimals }
    }

    /// The axis without the ticks beyond where a frame ends.
    pub(super) fn up_to(mut self, end: f64) -> Self {
        self.ticks.retain(|tick| *tick <= end * (1.0 + 1e-9));
        self.end = end;
        self
    }
}

/// The smallest of 1, 2, 5 times a power of ten that is at least as large.
fn round_step(step: f64) -> f64 {
    let power = 10_f64.powf(step.log10().floor());
    [1.0, 2.0, 5.0, 10.0].into_iter().map(|m| m * power).find(|round| *round >= step * (1.0 - 1e-9)).unwrap_or(step)
}

/// The largest of 1, 2, 5 times a power of ten that is at most as large.
pub(super) fn round_below(value: f64) -> f64 {
    let power = 10_f64.powf(value.log10().floor());
    [5.0, 2.0, 1.0].into_iter().map(|m| m * power).find(|round| *round <= value * (1.0 + 1e-9)).unwrap_or(value)
}

/// A round amount that is at least as large, and by less than a half.
pub(super) fn round_up(value: f64) -> f64 {
    let power = 10_f64.powf(value.log10().floor());
    let steps = [1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0];
    steps.into_iter().map(|m| m * power).find(|round| *round >= value * (1.0 - 1e-9)).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_reach_the_largest_value() {
        // 407.8 in about six: 67.97 each, so steps of 100 up to 500.
        assert_eq!(Axis::new(407.8, 6, false).ticks, [0.0, 100.0, 200.0, 300.0, 400.0, 500.0]);
        assert_eq!(Axis::new(100.0, 5, true).end, 100.0);
        assert_eq!(Axis::new(2.0, 6, true).ticks, [0.0, 1.0, 2.0]);
        assert_eq!(Axis::new(0.9, 6, false).decimals, 1);
        assert_eq!(Axis::new(0.0, 6, true).end, 1.0);
    }

    #[test]
    fn values_below_zero_have_ticks_of_their_own() {
        // -3 to 8: the larger side has 8 in about five, so steps of 2.
        assert_eq!(Axis::around(-3.0, 8.0, 5).ticks, [-4.0, -2.0, 0.0, 2.0, 4.0, 6.0, 8.0]);
        let below = Axis::around(-8.0, 0.0, 5);
        assert_eq!((below.start, below.end), (-8.0, 0.0));
        assert_eq!(Axis::around(0.0, 8.0, 5), Axis::new(8.0, 5, false));
    }

    #[test]
    fn reference_sizes_are_round() {
        assert_eq!(round_below(101.9), 100.0);
        assert_eq!(round_below(49.0), 20.0);
        assert_eq!(round_below(0.6), 0.5);
        assert_eq!([342.5, 73.1, 16.9, 100.0, 6.2].map(round_up), [400.0, 80.0, 20.0, 100.0, 8.0]);
    }
}
