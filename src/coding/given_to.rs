//! Columns beside the codes of a sheet that say, as a fingerprint, which text each was given to: the lock of sheets that the
//! program writes.

use std::collections::BTreeSet;

use crate::codebook::{Codebook, Domain, UnitKind};
use crate::decisions::{Fingerprint, Lock};
use crate::diagnostic::{Diagnostic, Diagnostics, shown, shown_whole};
use crate::msg;
use crate::read::{plain, tidy};
use crate::survey::{Columns, Unit};

/// What the name of such a column ends in, behind the word of its domain.
const ENDING: &str = "_read";
/// The column that names the codebook, beside them.
pub const CODEBOOK: &str = "codebook";
/// What stands where the answer was blank; a blank cell says nothing.
const BLANK: &str = "blank";

/// The name of a domain's column.
pub fn column(domain: Domain) -> String {
    format!("{domain}{ENDING}")
}

/// What stands in it for an answer.
pub fn written(unit: &Unit, domain: Domain) -> String {
    Fingerprint::of(unit, domain).map_or_else(|| BLANK.to_owned(), |read| read.to_string())
}

/// The column that names the codebook, among those that the study does not declare as something else.
pub fn codebook_column(columns: &Columns<'_>, declared: &BTreeSet<usize>) -> Option<usize> {
    let width = columns.grid.rows.get(columns.first_row.saturating_sub(1)).map_or(0, |row| row.len());
    let of_name = |ending: &str| {
        (0..width).find(|column| !declared.contains(column) && plain(columns.name(*column)).ends_with(ending))
    };
    // Beside no fingerprint the name is somebody else's.
    of_name(ENDING).and_then(|_| of_name(CODEBOOK)).filter(|column| plain(columns.name(*column)) == CODEBOOK)
}

/// The columns of a sheet.
pub(super) struct GivenTo {
    read: Vec<(Domain, usize)>,
    codebook: Option<usize>,
}

impl GivenTo {
    /// Finds them among names of columns, but for those that the study declares as something else.
    pub(super) fn find(
        columns: &Columns<'_>,
        names: &[String],
        declared: &BTreeSet<usize>,
        (book, kind): (&Codebook, UnitKind),
    ) -> Self {
        let free = || names.iter().enumerate().filter(|(column, _)| !declared.contains(column));
        let of = |domain| Some((domain, free().find(|(_, name)| plain(name) == column(domain))?.0));
        Self { read: book.domains_of(kind).filter_map(of).collect(), codebook: codebook_column(columns, declared) }
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.read.is_empty()
    }

    /// Whether anything stands in them in a row.
    pub(super) fn has(&self, columns: &Columns<'_>, row: usize) -> bool {
        self.read.iter().any(|(_, column)| !columns.grid.cell(row, *column).is_blank())
    }

    /// Takes what a row says of a unit into a lock; what is no fingerprint is reported.
    pub(super) fn keep(
        &self,
        columns: &Columns<'_>,
        row: usize,
        (sheet, id): (&str, &str),
        lock: &mut Lock,
        messages: &mut Diagnostics,
    ) {
        let codebook = self.codebook.map(|column| tidy(columns.grid.cell(row, column)));
        if let Some(codebook) = codebook.filter(|_| lock.codebook.is_empty()) {
            lock.codebook = codebook;
        }
        for (domain, column) in &self.read {
            let text = tidy(columns.grid.cell(row, *column));
            let read = match text.as_str() {
                "" => continue,
                BLANK => None,
                written => match written.parse() {
                    Ok(read) => Some(read),
                    Err(()) => {
                        let (value, column_name) = (shown(written), shown_whole(columns.name(*column)));
                        let message = msg!("fingerprint-unreadable", value, column = column_name);
                        messages.push(Diagnostic::error(columns.grid.place(row, *column), message));
                        continue;
                    }
                },
            };
            lock.keep(sheet, id, *domain, read);
        }
    }
}
