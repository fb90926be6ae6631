//! The day by which a survey's answers are due.

use super::decode::{Declared, Section};
use crate::day::Day;
use crate::msg;

/// When answers were due, and the column that says when each came.
#[derive(Clone, Debug)]
pub struct Due {
    /// The last day.
    pub day: Day,
    /// The column.
    pub column: Declared<String>,
}

/// Reads `due`.
pub(super) fn decode_due(section: &Section<'_>) -> Option<Due> {
    let column = section.required_text("column", msg!("key-due-column"));
    let day = section.required_day("day", msg!("key-due-day"));
    Some(Due { day: day?, column: column? })
}
