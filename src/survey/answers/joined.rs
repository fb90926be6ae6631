//! Several answers that stand joined in one cell, or in the cells of several mentions.

use super::{Answering, Reader, Response, column_of};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::msg;
use crate::read::marks::is_not_shown;
use crate::read::tidy;
use crate::survey::contact;
use crate::survey::known::Known;
use crate::survey::options::ColumnsByBlock;
use crate::survey::seen::Seen;
use crate::survey::splitter::{Splitter, other_separator};
use crate::wording::{Arg, alphabetical};

impl Reader<'_> {
    /// The answers that stand in a row's cells, numbers with a key as what they mean.
    pub(super) fn parts(&self, at: &Answering, by_number: &ColumnsByBlock, splitter: &Splitter<'_>) -> Vec<String> {
        let columns = by_number.get(&at.number).into_iter().flatten().flatten();
        let parts_of = |column: &usize| {
            let meaning = |part: String| self.key.meaning(*column, &part).cloned().unwrap_or(part);
            let parts = splitter.parts(&self.columns.grid.cell(at.row, *column).text());
            parts.into_iter().map(meaning).collect::<Vec<_>>()
        };
        columns.flat_map(parts_of).collect()
    }

    /// Masks contact data in answers that become options, and tells of them.
    pub(super) fn mask(
        &self,
        question: &str,
        cells: &mut [Vec<String>],
        by_number: &ColumnsByBlock,
        messages: &mut Diagnostics,
    ) {
        let mut found: Vec<Place> = Vec::new();
        for (at, parts) in self.rows.iter().zip(cells) {
            for part in parts {
                let masked = contact::answer(part).into_owned();
                if masked != *part {
                    let columns: Vec<usize> =
                        by_number.get(&at.number).into_iter().flatten().flatten().copied().collect();
                    let column = self.column_with(part, at.row, &columns).or_else(|| columns.first().copied());
                    found.extend(column.map(|column| self.place(at.row, column)));
                    *part = masked;
                }
            }
        }
        contact::report_answers(question, &found, messages);
    }

    pub(super) fn joined(
        &self,
        (at, parts): (usize, &[String]),
        by_number: &ColumnsByBlock,
        (separator, other): (&str, Option<usize>),
        options: &Known<'_>,
        seen: &mut Seen,
        messages: &mut Diagnostics,
    ) -> Response {
        let answering = self.rows.get(at).and_then(|row| Some((row.row, column_of(by_number, row)?)));
        let Some((row, column)) = answering else { return Response::Ticked(Box::default()) };
        let at_number = self.rows.get(at).and_then(|row| row.number);
        if let [only] = parts
            && is_not_shown(only)
        {
            seen.not_shown.push(self.place(row, column));
            seen.nothing_shown.insert(at);
            return Response::Ticked(Box::default());
        }
        let mut ticked = Vec::new();
        let columns = by_number.get(&at_number).into_iter().flatten().flatten().copied();
        let columns: Vec<usize> = columns.collect();
        for part in parts {
            let column = self.column_with(part, row, &columns).unwrap_or(column);
            // A key that knows other values of the column knows this one, too, or it is wrong.
            let labels = self.key.labels(column).filter(|_| part.parse::<f64>().is_ok());
            let foreign = labels.is_some_and(|mut labels| !labels.any(|label| label == part));
            match options.position(part).filter(|_| !foreign) {
                Some(position) => ticked.push(position as u32),
                None if other.is_some() && !foreign => {
                    seen.texts.push(self.place(row, column));
                    ticked.extend(other.map(|other| other as u32));
                }
                None => {
                    let action: Arg = match other_separator(part, |part| options.position(part).is_some()) {
                        Some(sign) => msg!("joined-by-other", sign = shown(&sign.to_string())).into(),
                        None if foreign => msg!("value-without-label").into(),
                        None => did_you_mean(part, options.names.iter().map(String::as_str)),
                    };
                    let message = msg!("option-unknown", option = shown(part), separator = shown(separator), action);
                    messages.push(Diagnostic::error(self.place(row, column), message));
                }
            }
        }
        ticked.sort_unstable();
        ticked.dedup();
        Response::Ticked(ticked.into())
    }

    /// Of several columns the one in which an answer stands.
    fn column_with(&self, part: &str, row: usize, columns: &[usize]) -> Option<usize> {
        let holds = |column: &&usize| tidy(self.columns.grid.cell(row, **column)).contains(part);
        columns.iter().find(holds).copied()
    }
}

/// The options that occur, in Swedish alphabetical order, so that the order of rows does not matter.
pub(super) fn occurring(cells: &[Vec<String>]) -> Vec<String> {
    let mut options: Vec<String> = cells.iter().flatten().filter(|part| !is_not_shown(part)).cloned().collect();
    options.sort_by_cached_key(|o| (alphabetical(o), o.clone()));
    options.dedup_by_key(|o| o.to_lowercase());
    options
}
