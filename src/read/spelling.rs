//! Cells as they are compared.

use super::grid::Cell;
pub use crate::spelling::{alike, composed, plain};

/// A cell's text, its kinds of space made one.
pub fn tidy(cell: &Cell) -> String {
    plain(&cell.text())
}
