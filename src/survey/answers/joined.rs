//! Several answers that stand joined in one cell, or in the cells of several mentions.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rayon::prelude::*;

use super::{Answering, Reader, Response, column_of};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::msg;
use crate::read::marks::is_not_shown;
use crate::read::tidy;
use crate::survey::contact;
use crate::survey::known::Known;
use crate::survey::options::ColumnsByBlock;
use crate::survey::seen::Seen;
use crate::survey::splitter::{Kind, Splitter, other_separator};
use crate::wording::{Arg, alphabetical};

/// The cells of a question. Of a million answers few are different, so each kind of cell is taken apart once.
pub(super) struct Cells {
    pub(super) kinds: Vec<Kind>,
    /// By row, the kind of its cells.
    of_rows: Vec<u32>,
}

impl Cells {
    /// The cells of a reader's rows, taken apart.
    pub(super) fn new(reader: &Reader<'_>, by_number: &ColumnsByBlock, splitter: &Splitter<'_>) -> Self {
        let written = |at: &Answering| {
            let columns = by_number.get(&at.number).into_iter().flatten().flatten();
            columns.map(|column| (*column, reader.columns.grid.cell(at.row, *column).text())).collect::<Vec<_>>()
        };
        let written: Vec<_> = reader.rows.par_iter().map(written).collect();
        let mut known: HashMap<Vec<(usize, String)>, u32> = HashMap::new();
        let mut cells = Self { kinds: Vec::new(), of_rows: Vec::with_capacity(written.len()) };
        for own in written {
            let kinds = &mut cells.kinds;
            let kind = *known.entry(own).or_insert_with_key(|own| {
                kinds.push((reader.parts(own, splitter), 0));
                kinds.len() as u32 - 1
            });
            cells.kinds[kind as usize].1 += 1;
            cells.of_rows.push(kind);
        }
        cells
    }
}

impl Reader<'_> {
    /// What is ticked in the cells of every row.
    pub(super) fn all_joined(
        &self,
        cells: &Cells,
        by_number: &ColumnsByBlock,
        (separator, other): (&str, Option<usize>),
        options: &Known<'_>,
        seen: &mut Seen,
        messages: &mut Diagnostics,
    ) -> Vec<Response> {
        let plain: Vec<_> = cells.kinds.iter().map(|(parts, _)| plainly_ticked(parts, options)).collect();
        let read = |(at, kind): (usize, &u32)| match &plain[*kind as usize] {
            Some(ticked) => Response::Ticked(ticked.clone()),
            None => {
                let parts = &cells.kinds[*kind as usize].0;
                self.joined((at, parts), by_number, (separator, other), options, seen, messages)
            }
        };
        cells.of_rows.iter().enumerate().map(read).collect()
    }

    /// The answers that stand in a row's cells, numbers with a key as what they mean.
    fn parts(&self, cells: &[(usize, String)], splitter: &Splitter<'_>) -> Vec<String> {
        let parts_of = |(column, text): &(usize, String)| {
            let meaning = |part: String| self.key.meaning(*column, &part).cloned().unwrap_or(part);
            splitter.parts(text).into_iter().map(meaning).collect::<Vec<_>>()
        };
        cells.iter().flat_map(parts_of).collect()
    }

    /// Masks contact data in answers that become options, and tells of them.
    pub(super) fn mask(
        &self,
        question: &str,
        cells: &mut Cells,
        by_number: &ColumnsByBlock,
        messages: &mut Diagnostics,
    ) {
        let mut masked: BTreeMap<u32, Vec<String>> = BTreeMap::new();
        for (kind, (parts, _)) in (0..).zip(&mut cells.kinds) {
            for part in parts {
                let without = contact::answer(part).into_owned();
                if without != *part {
                    masked.entry(kind).or_default().push(std::mem::replace(part, without));
                }
            }
        }
        let place = |at: &Answering, part: &String| {
            let columns: Vec<usize> = by_number.get(&at.number).into_iter().flatten().flatten().copied().collect();
            let column = self.column_with(part, at.row, &columns).or_else(|| columns.first().copied());
            column.map(|column| self.place(at.row, column))
        };
        let rows = self.rows.iter().zip(&cells.of_rows).filter_map(|(at, kind)| Some((at, masked.get(kind)?)));
        let found: Vec<Place> = rows.flat_map(|(at, parts)| parts.iter().filter_map(move |p| place(at, p))).collect();
        contact::report_answers(question, &found, messages);
    }

    fn joined(
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

/// What is ticked, where every part is an option and none a number, which could be a value of a key.
fn plainly_ticked(parts: &[String], options: &Known<'_>) -> Option<Box<[u32]>> {
    let position =
        |part: &String| options.position(part).filter(|_| part.parse::<f64>().is_err() && !is_not_shown(part));
    let ticked: Option<BTreeSet<u32>> = parts.iter().map(|part| position(part).map(|at| at as u32)).collect();
    ticked.map(|ticked| ticked.into_iter().collect())
}

/// The options that occur, in Swedish alphabetical order, so that the order of rows does not matter.
pub(super) fn occurring(cells: &Cells) -> Vec<String> {
    let parts: BTreeSet<&String> = cells.kinds.iter().flat_map(|(parts, _)| parts).collect();
    let mut options: Vec<String> = parts.into_iter().filter(|part| !is_not_shown(part)).cloned().collect();
    options.sort_by_cached_key(|o| (alphabetical(o), o.clone()));
    options.dedup_by_key(|o| o.to_lowercase());
    options
}
