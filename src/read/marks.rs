//! Marks by which exports say that an option was ticked, that it was not, or that the question was not shown.

use super::grid::Cell;
use super::spelling::tidy;

/// Marks that say an option was ticked, in lower case.
const TICKED: [&str; 18] = [
    "x", "×", "1", "ja", "yes", "y", "valt", "vald", "true", "sant", "sann", "markerad", "checked", "selected", "✓",
    "✔", "☑", "☒",
];
/// Marks that say it was not.
const NOT_TICKED: [&str; 17] = [
    "0",
    "nej",
    "no",
    "n",
    "ej valt",
    "ej vald",
    "false",
    "falskt",
    "falsk",
    "ej markerad",
    "unchecked",
    "not selected",
    "-",
    "–",
    "—",
    "☐",
    NOT_SHOWN,
];
/// What a tool writes where a question was not shown to a respondent.
const NOT_SHOWN: &str = "n/a";

/// Whether a text is a mark that says that an option was ticked, or that it was not; `None`: it is no mark.
pub fn mark(text: &str) -> Option<bool> {
    let text = text.trim().to_lowercase();
    let (yes, no) = (TICKED.contains(&text.as_str()), NOT_TICKED.contains(&text.as_str()));
    (yes || no).then_some(yes)
}

/// Whether a cell says that its option was ticked.
pub(crate) fn is_ticked(cell: &Cell) -> bool {
    if cell.is_blank() {
        return false;
    }
    let text = tidy(cell);
    !text.is_empty() && mark(&text) != Some(false)
}

/// Whether a text says that the question was not shown.
pub(crate) fn is_not_shown(text: &str) -> bool {
    text.trim().eq_ignore_ascii_case(NOT_SHOWN)
}
