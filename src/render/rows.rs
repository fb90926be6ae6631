//! The names of a chart's rows: in a column beside them, and above them on narrow paper.

use super::canvas::{Align, Canvas, Type, block_height};
use super::font;
use super::paper::Paper;
use super::style::{BODY, INK, POINT};

/// From the column of names to the rows, and what of the column names keep free.
const TO_ROWS: f64 = 2.0;
const FREE: f64 = 3.0;
/// From a name to what stands below it, and more space between rows where names stand between them.
const TO_MARKS: f64 = 0.9;
const MORE_BETWEEN: f64 = 1.4;
/// Free paper at both sides of a drawing.
const BORDERS: f64 = 4.0;

/// How names stand.
#[derive(Clone, Copy)]
pub(super) struct Names {
    paper: Paper,
    column: f64,
}

impl Names {
    /// Names in a column of a width, where there is room for one.
    pub(super) fn new(paper: Paper, column: f64) -> Self {
        Self { paper, column }
    }

    /// From the edge of the frame to the rows.
    pub(super) fn beside(&self) -> f64 {
        self.paper.either(self.column, 0.0)
    }

    fn lines(&self, name: &str) -> Vec<String> {
        let (beside, above) = (self.column - FREE, self.paper.width() - BORDERS);
        self.paper.wrap(name, BODY, self.paper.either(beside, above))
    }

    /// How high a row is: its name, marks so high, and the space to the next.
    pub(super) fn slot(&self, name: &str, marks: f64, between: f64) -> f64 {
        let name = block_height(self.lines(name).len(), BODY);
        self.paper.either(name.max(marks) + between, name + TO_MARKS + marks + between + MORE_BETWEEN)
    }

    /// Writes the name of a row from `top` on that is so high, and returns the middle of its marks.
    pub(super) fn write(&self, canvas: &Canvas<'_>, name: &str, (left, top): (f64, f64), slot: (f64, f64)) -> f64 {
        let (height, marks) = slot;
        let lines = self.lines(name);
        let look = |align| Type { size: BODY, bold: false, color: INK, align };
        let block = block_height(lines.len(), BODY);
        if self.paper.is_narrow() {
            // The lines of the axis do not touch it.
            canvas.halo(|| canvas.lines(&lines, left, top, look(Align::Left)));
            return top + block + TO_MARKS + marks / 2.0;
        }
        let middle = top + height / 2.0;
        let text_top = middle - (block - font::DESCENDERS * BODY * POINT) / 2.0;
        canvas.lines(&lines, left + self.column - TO_ROWS, text_top, look(Align::Right));
        middle
    }
}
