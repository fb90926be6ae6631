//! The scale below horizontal bars and dots. Where every value stands beside its mark, ticks are enough; lines through the plot are
//! for values that have to be read from it.

use super::canvas::{Align, Canvas, Rect, Type, stroked};
use super::font;
use super::paper::BORDER;
use super::style::{AXIS, BODY, GREY_INK, GRID, POINT};
use crate::wording::Language;

/// The height of a scale with its name.
pub(super) const HEIGHT: f64 = 10.5;
/// How far a tick leads down.
const TICK: f64 = 0.9;

/// A scale.
pub(super) struct Scale<'s> {
    pub ticks: &'s [f64],
    pub decimals: usize,
    /// What it counts.
    pub name: &'s str,
    /// Where its name ends.
    pub right: f64,
    /// Whether some value does not stand beside its mark.
    pub has_lines: bool,
}

impl Scale<'_> {
    /// Draws the scale below a plot; `x` is where a number stands.
    pub(super) fn draw(&self, canvas: &Canvas<'_>, plot: &Rect, x: impl Fn(f64) -> f64, language: Language) {
        let look = |align| Type { size: BODY, bold: false, color: GREY_INK, align };
        let capital = font::CAPITALS * BODY * POINT;
        let (top, bottom, color) =
            if self.has_lines { (plot.top, plot.bottom, GRID) } else { (plot.bottom, plot.bottom + TICK, AXIS) };
        canvas.grid(self.ticks.iter().map(|tick| [top, bottom].map(|y| (x(*tick), y))), stroked(color, 0.2));
        for tick in self.ticks {
            let text = language.decimal(*tick, self.decimals);
            canvas.text(&text, x(*tick), plot.bottom + 1.5 + capital, look(Align::Middle));
        }
        // A name that is wider than what lies to the left of its end begins with the drawing.
        let is_wide = canvas.paper.text(self.name, BODY, false) > self.right - BORDER;
        let (at, align) = if is_wide { (BORDER, Align::Left) } else { (self.right, Align::Right) };
        canvas.text(self.name, at, plot.bottom + HEIGHT - 1.5, look(align));
    }
}
