//! Which recipient a row names: by a column of codes, one of names, or both; and as a list of labels says of what stands there.

mod side;

use super::columns::Columns;
use super::key::Key;
use super::totals::{looks_like_total, total_message, undeclared_total};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::msg;
use crate::read::{Grid, tidy};
use crate::register::{Level, Meant, Recipient};
use side::Side;

/// The columns by which the rows of a table name recipients.
pub(super) struct Naming<'t> {
    grid: &'t Grid,
    code: Option<Side<'t>>,
    name: Option<Side<'t>>,
}

impl<'t> Naming<'t> {
    /// By a column of codes, one of names, or both, which must then agree.
    pub(super) fn new(
        table: (&Columns<'t>, &'t Key),
        code: Option<usize>,
        name: Option<usize>,
        levels: &[Level],
    ) -> Self {
        let side = |column: Option<usize>, meant| column.map(|column| Side::new(table, (column, meant), levels));
        Self { grid: table.0.grid, code: side(code, Meant::Code), name: side(name, Meant::Name) }
    }

    /// By a column that holds names or codes.
    pub(super) fn of_either(table: (&Columns<'t>, &'t Key), column: usize, levels: &[Level]) -> Self {
        let side = Side::new(table, (column, Meant::NameOrCode), levels);
        Self { grid: table.0.grid, code: None, name: Some(side) }
    }

    /// The recipient of a row; what cannot be told is reported.
    pub(super) fn recipient(&self, row: usize, level: Level, messages: &mut Diagnostics) -> Option<Recipient> {
        let by_code = self.code.as_ref().and_then(|side| self.of_side(side, row, level, messages));
        let by_name = self.name.as_ref().and_then(|side| self.of_side(side, row, level, messages));
        let column = self.name.as_ref().or(self.code.as_ref()).map_or(0, |side| side.column);
        let place = || self.grid.place(row, column);
        match (by_code, by_name) {
            (Some(Ok(a)), Some(Ok(b))) if a != b => {
                let message = msg!("code-and-name-differ", code = &a.name, name = &b.name);
                messages.push(Diagnostic::error(place(), message));
                None
            }
            (Some(Ok(found)), Some(Ok(_)) | None) | (None, Some(Ok(found))) => Some(found.clone()),
            (Some(Err(())), _) | (_, Some(Err(()))) => None,
            (None, None) => {
                messages.push(match undeclared_total(self.grid, row, &[]) {
                    Some(label) => total_message(&label, place()),
                    None => Diagnostic::error(place(), msg!("recipient-missing", one = level.nouns().one.clone())),
                });
                None
            }
        }
    }

    /// Whether a row names a recipient of one of these levels.
    pub(super) fn is_recipient(&self, row: usize, levels: &[Level]) -> bool {
        let mut texts = self.code.iter().chain(&self.name).map(|side| (side, tidy(self.grid.cell(row, side.column))));
        texts.any(|(side, text)| levels.iter().any(|level| side.is_known(&text, *level)))
    }

    /// Whom a column names; `None` where its cell is blank, an error where it has been reported.
    fn of_side(
        &self,
        side: &Side<'_>,
        row: usize,
        level: Level,
        messages: &mut Diagnostics,
    ) -> Option<Result<&'static Recipient, ()>> {
        let written = tidy(self.grid.cell(row, side.column));
        if written.is_empty() {
            return None;
        }
        let place = self.grid.place(row, side.column);
        Some(match side.find(&written, level) {
            Ok((recipient, told)) => {
                messages.push_all(told.map(|message| Diagnostic::warning(place, message)).as_ref());
                Ok(recipient)
            }
            Err(_) if looks_like_total(&written) => {
                messages.push(total_message(&written, place));
                Err(())
            }
            Err(message) => {
                messages.push(Diagnostic::error(place, message));
                Err(())
            }
        })
    }
}
