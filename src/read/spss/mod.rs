//! SPSS files: a column is named by its variable label, a labelled value is read as its label; what the file declares
//! missing is blank.

mod guard;
mod scale;
mod sets;
mod variable;

use std::collections::BTreeMap;
use std::io::ErrorKind;

use ambers::error::SpssError;
use ambers::{Scanner, SpssMetadata};
use arrow::array::{Array, Float64Array, RecordBatch};
use bytes::Bytes;

use self::guard::{Guarded, SLOT, TOO_MUCH, check_case, records, too_large, with_bare_numbers};
use self::sets::Gathered;
use self::variable::Variable;
use super::grid::{Builder, Cell, Full, Grid};
use super::said::{AnswerSet, Said};
use super::shield::shielded;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Spot};
use crate::msg;
use crate::study::Limits;
use crate::wording::{Arg, library_says};

/// How many cases are unpacked at a time, at most.
const CASES: usize = 4096;

/// How many bytes of cases are unpacked at a time, unless a single case has more.
const BYTES: usize = 32 << 20;

/// By column, the values that have a label, and what it says.
pub type ValueLabels = BTreeMap<usize, Vec<(String, Arg)>>;

/// The one sheet of an SPSS file: its first row holds the variable labels (the name where there is none).
pub(super) fn read(bytes: Vec<u8>, name: &str, limits: &Limits) -> Result<(Grid, ValueLabels), Diagnostics> {
    let damaged = || damaged(name, msg!("parts-contradict"));
    shielded(|| decode(bytes, name, limits)).unwrap_or_else(|| Err(damaged())).map_err(Diagnostics::from)
}

fn decode(bytes: Vec<u8>, name: &str, limits: &Limits) -> Result<(Grid, ValueLabels), Diagnostic> {
    check_case(&bytes, name, limits)?;
    let mut cases = Cases::open(Bytes::from(bytes), name, limits)?;
    let metadata = cases.scanner.metadata().clone();
    let columns = metadata.variable_names.len() as u64;
    if columns > limits.columns {
        let found = msg!("spss-of-variables", variables = columns);
        return Err(Limits::exceeded(Place::file(name), found, limits.columns, msg!("unit-columns"), "columns"));
    }
    let mut variables = sets::variables(&metadata);
    let sets = sets::declared(&metadata, &variables);
    let grid = fill(&mut cases, &mut variables, &sets)?;
    let mut said = said(&variables, sets, name);
    said.of_sheet = sets::remarks(&metadata, &variables, name);
    check_warnings(cases.scanner.metadata(), name, &mut said)?;
    let labelled = variables.iter().enumerate().filter(|(_, variable)| variable.has_labels());
    let labels = labelled.map(|(column, variable)| (column, variable.labels())).collect();
    Ok((Grid { said: Some(Box::new(said)), ..grid.grid(name, None) }, labels))
}

/// The names of the columns, and the cells; behind them a column for each set.
fn fill(cases: &mut Cases<'_>, variables: &mut [Variable], sets: &[AnswerSet]) -> Result<Builder, Diagnostic> {
    let (name, limits) = (cases.name, cases.limits);
    let full = |full: Full| full.message(Place::file(name), limits);
    let mut grid = Builder::keeping(limits);
    let titles = variables.iter().map(|variable| &variable.title).chain(sets.iter().map(|set| &set.label));
    for (column, title) in titles.enumerate() {
        grid.put(0, column, Cell::Text(title.clone())).map_err(full)?;
    }
    let mut gathered = Gathered::default();
    let mut row = 1;
    while let Some((batch, seconds)) = cases.next()? {
        for (column, (values, variable)) in batch.columns().iter().zip(variables.iter_mut()).enumerate() {
            let seconds = seconds.as_ref().and_then(|batch| batch.column_by_name(&variable.name));
            let seconds = seconds.and_then(|column| column.as_any().downcast_ref::<Float64Array>());
            for index in 0..batch.num_rows() {
                let seconds = seconds.filter(|all| all.is_valid(index)).map(|all| all.value(index));
                let cell = variable.cell(values.as_ref(), index, seconds);
                gathered.take(sets, variable, column, row + index, &cell);
                grid.put(row + index, column, cell).map_err(full)?;
            }
        }
        for (row, column, cell) in gathered.cells() {
            grid.put(row, column, cell).map_err(full)?;
        }
        row += batch.num_rows();
    }
    Ok(grid)
}

/// What is told of the columns that are used.
fn said(variables: &[Variable], sets: Vec<AnswerSet>, name: &str) -> Said {
    let mut said = Said::default();
    let mut swapped = scale::swapped(variables, |column| Place { spot: Spot::cell(0, column), ..Place::file(name) });
    for (column, variable) in variables.iter().enumerate() {
        let place = Place { spot: Spot::cell(0, column), ..Place::file(name) };
        let mut remarks = variable.remarks(&place);
        remarks.extend(swapped.remove(&column));
        let mentions = sets.iter().filter(|set| !set.ticked && set.columns.contains(&column));
        remarks.extend(mentions.map(|set| sets::of_mention(set, variable, &place)));
        if !remarks.is_empty() {
            said.of_column.insert(column, remarks);
        }
    }
    said.sets = sets;
    said
}

/// The cases of a file, and beside them the seconds of its dates and times, where it has any: what is no date is known by
/// its seconds alone.
struct Cases<'a> {
    scanner: Scanner<Guarded>,
    seconds: Option<Scanner<Guarded>>,
    name: &'a str,
    limits: &'a Limits,
}

impl<'a> Cases<'a> {
    fn open(bytes: Bytes, name: &'a str, limits: &'a Limits) -> Result<Self, Diagnostic> {
        let most = limits.unpacked_mb.saturating_mul(Limits::MEGABYTE);
        let case = records(&bytes).len().saturating_mul(SLOT);
        if case as u64 > most {
            return Err(too_large(name, limits));
        }
        let at_a_time = (BYTES / case.max(SLOT)).clamp(1, CASES);
        let fault = |error| fault(&error, name, limits);
        let open = |bytes: Bytes| Scanner::open(Guarded::new(bytes, most), at_a_time).map_err(fault);
        let scanner = open(bytes.clone())?;
        let types = &scanner.metadata().arrow_data_types;
        let dates: Vec<&str> = types.iter().filter(|(_, kind)| is_date(kind)).map(|(name, _)| name.as_str()).collect();
        let mut seconds = None;
        if !dates.is_empty() {
            let mut bare = open(Bytes::from(with_bare_numbers(&bytes)))?;
            bare.select(&dates).map_err(fault)?;
            seconds = Some(bare);
        }
        Ok(Self { scanner, seconds, name, limits })
    }

    fn next(&mut self) -> Result<Option<(RecordBatch, Option<RecordBatch>)>, Diagnostic> {
        let fault = |error| fault(&error, self.name, self.limits);
        let Some(batch) = self.scanner.next_batch().map_err(fault)? else { return Ok(None) };
        let seconds = match &mut self.seconds {
            Some(seconds) => seconds.next_batch().map_err(fault)?,
            None => None,
        };
        Ok(Some((batch, seconds)))
    }
}

fn is_date(kind: &str) -> bool {
    ["Date", "Timestamp", "Duration"].iter().any(|date| kind.starts_with(date))
}

/// Only what was said while reading is known at the end, as that cases are missing. Some programs leave the length of a case
/// in the header blank, or wrong: the variables tell it. Dates that are none are told with their column.
fn check_warnings(metadata: &SpssMetadata, name: &str, said: &mut Said) -> Result<(), Diagnostic> {
    for warning in &metadata.warnings {
        let of_header = warning.starts_with("header declares") && warning.contains("values per row");
        if of_header {
            said.of_sheet.push(Diagnostic::notice(Place::file(name), msg!("spss-header-of-other-length")));
        } else if !warning.starts_with("header does not declare") && !warning.contains("date/time values") {
            return Err(damaged(name, library_says(warning)));
        }
    }
    Ok(())
}

fn fault(error: &SpssError, name: &str, limits: &Limits) -> Diagnostic {
    match error {
        error if error.to_string().contains(TOO_MUCH) => too_large(name, limits),
        SpssError::TruncatedFile { .. } => damaged(name, msg!("file-ends-early")),
        SpssError::Io(error) if error.kind() == ErrorKind::UnexpectedEof => damaged(name, msg!("file-ends-early")),
        error => damaged(name, library_says(error.to_string())),
    }
}

fn damaged(name: &str, reason: impl Into<Arg>) -> Diagnostic {
    Diagnostic::error(Place::file(name), msg!("spss-damaged", reason))
}
