//! Rows of a table that count: those that say one of certain texts in a column.

use super::decode::{Declared, Section};
use crate::diagnostic::{Diagnostic, shown};
use crate::msg;

/// A column, and the texts one of which a row must have there to be read.
#[derive(Clone, Debug)]
pub struct Only {
    /// The column.
    pub column: Declared<String>,
    /// The texts; a blank one means a blank cell.
    pub texts: Vec<Declared<String>>,
}

/// Reads `only`, a table of columns and texts.
pub(super) fn decode_only(section: &Section<'_>) -> Vec<Only> {
    let mut all = Vec::new();
    for (column, texts) in section.pairs_of_lists("only") {
        match texts.first() {
            Some(first) => {
                let column = Declared { value: column, place: first.place.clone() };
                all.push(Only { column, texts });
            }
            None => {
                section.report(Diagnostic::error(section.place(), msg!("only-without-texts", column = shown(&column))))
            }
        }
    }
    all
}
