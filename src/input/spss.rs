//! SPSS files: a column is named by its variable label, a labelled value is read as its label.

use std::collections::BTreeMap;
use std::io::{self, Cursor, Read, Seek, SeekFrom};

use ambers::{Scanner, SpssMetadata, Value};
use arrow::array::{Array, Float64Array, StringViewArray};
use arrow::util::display::array_value_to_string;

use super::grid::{Builder, Cell, Full, Grid};
use super::shield::shielded;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, spaced};
use crate::study::Limits;

/// How many cases are unpacked at a time, at most.
const CASES: usize = 4096;

/// How many bytes of cases are unpacked at a time, unless a single case has more.
const BYTES: usize = 32 << 20;

/// The one sheet of an SPSS file: its first row holds the variable labels (the name where there is none).
pub(super) fn read(bytes: Vec<u8>, name: &str, limits: &Limits) -> Result<(Grid, ValueLabels), Diagnostics> {
    let damaged = || damaged(name, "its parts contradict each other");
    shielded(|| decode(bytes, name, limits)).unwrap_or_else(|| Err(damaged())).map_err(Diagnostics::from)
}

fn decode(bytes: Vec<u8>, name: &str, limits: &Limits) -> Result<(Grid, ValueLabels), Diagnostic> {
    check_case(&bytes, name, limits)?;
    let fault = |error: ambers::error::SpssError| match error.to_string() {
        error if error.contains(TOO_MUCH) => too_large(name, limits),
        error => damaged(name, &error),
    };
    let full = |full: Full| full.message(Place::file(name), limits);
    let most = limits.unpacked_mb.saturating_mul(Limits::MEGABYTE);
    let case = slots(&bytes).saturating_mul(SLOT);
    if case as u64 > most {
        return Err(too_large(name, limits));
    }
    let source = Guarded { bytes: Cursor::new(bytes), jumps: 0, most };
    let mut scanner = Scanner::open(source, (BYTES / case.max(SLOT)).clamp(1, CASES)).map_err(fault)?;
    let columns = scanner.metadata().variable_names.len() as u64;
    if columns > limits.columns {
        let found = format!("the file has {} variables", spaced(columns));
        return Err(Limits::exceeded(Place::file(name), found, limits.columns, "columns", "columns"));
    }
    let metadata = scanner.metadata().clone();
    let variables = &metadata.variable_names;
    let mut grid = Builder::keeping(limits);
    let mut labels = ValueLabels::new();
    for (column, variable) in variables.iter().enumerate() {
        let label = metadata.label(variable).filter(|label| !label.trim().is_empty()).unwrap_or(variable);
        grid.put(0, column, Cell::Text(label.to_owned())).map_err(full)?;
        let of_value = |(value, label): (&Value, &String)| (text_of(value), label.clone());
        labels.extend(metadata.value_labels(variable).map(|known| (column, known.iter().map(of_value).collect())));
    }
    let mut row = 1;
    while let Some(batch) = scanner.next_batch().map_err(fault)? {
        for (column, (values, variable)) in batch.columns().iter().zip(variables).enumerate() {
            for index in 0..batch.num_rows() {
                let cell = cell(values.as_ref(), index, &metadata, variable);
                grid.put(row + index, column, cell).map_err(full)?;
            }
        }
        row += batch.num_rows();
    }
    // Only what was said while reading is known at the end, as that cases are missing.
    match scanner.metadata().warnings.first() {
        Some(warning) => Err(damaged(name, warning)),
        None => Ok((grid.grid(name, None), labels)),
    }
}

/// By column, the values that have a label, and what it says.
pub type ValueLabels = BTreeMap<usize, Vec<(String, String)>>;

fn text_of(value: &Value) -> String {
    match value {
        Value::Numeric(number) => number.to_string(),
        Value::String(text) => text.trim_end().to_owned(),
    }
}

/// The file, which is asked what its blocks claim to unpack to before their reader sets that much aside. Its second jump to
/// a place of its own is to the list of blocks; the first is to the beginning.
struct Guarded {
    bytes: Cursor<Vec<u8>>,
    jumps: usize,
    most: u64,
}

/// What stands in the error of [`Guarded`].
const TOO_MUCH: &str = "unpacks to more than it may";

impl Guarded {
    /// What the list of blocks at an offset sums to: behind 20 bytes the number of blocks, then 24 bytes for each, its
    /// unpacked size in the middle.
    fn claimed(&self, list: u64) -> u64 {
        let bytes = usize::try_from(list).ok().and_then(|at| self.bytes.get_ref().get(at..)).unwrap_or_default();
        let number = |at: usize| Some(i32::from_le_bytes(*bytes.get(at..at + 4)?.first_chunk()?));
        let blocks = number(20).and_then(|blocks| usize::try_from(blocks).ok()).unwrap_or(0);
        let sizes = (0..blocks).map_while(|block| number(24 + 24 * block + 16));
        sizes.map(|size| u64::try_from(size).unwrap_or(u64::MAX)).fold(0, u64::saturating_add)
    }
}

impl Read for Guarded {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.bytes.read(buffer)
    }
}

impl Seek for Guarded {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        if let SeekFrom::Start(at) = to {
            self.jumps += 1;
            if self.jumps == 2 && self.claimed(at) > self.most {
                return Err(io::Error::other(TOO_MUCH));
            }
        }
        self.bytes.seek(to)
    }
}

/// The bytes of a slot: a number, or eight bytes of a text.
const SLOT: usize = 8;

/// How many slots a case has: as many as there are variable records, which follow the header. Their reader sets room aside
/// for a thousand cases and more.
fn slots(bytes: &[u8]) -> usize {
    const LAYOUT: usize = 64;
    const HEADER: usize = 176;
    const RECORD: usize = 32;
    const VARIABLE: u32 = 2;
    let four = |at: usize| bytes.get(at..at.checked_add(4)?)?.first_chunk().copied();
    let little = four(LAYOUT).is_some_and(|four| matches!(u32::from_le_bytes(four), 2 | 3));
    let number =
        |at: usize| four(at).map(|four| if little { u32::from_le_bytes(four) } else { u32::from_be_bytes(four) });
    let (mut at, mut slots) = (HEADER, 0);
    while number(at) == Some(VARIABLE) {
        slots += 1;
        let missing = number(at + 12).map_or(0, |count| (count as i32).unsigned_abs() as usize);
        let label = match number(at + 8) {
            Some(1) => number(at + RECORD).map_or(0, |length| (length as usize).next_multiple_of(4) + 4),
            _ => 0,
        };
        at = at.saturating_add(RECORD + label + SLOT * missing);
    }
    slots
}

/// The length of a case in the header, in units of 8 bytes: as much is set aside for it.
fn check_case(bytes: &[u8], name: &str, limits: &Limits) -> Result<(), Diagnostic> {
    const LENGTH: std::ops::Range<usize> = 68..72;
    let Some(four) = bytes.get(LENGTH).and_then(|four| four.first_chunk()) else { return Ok(()) };
    let little = i32::from_le_bytes(*four).unsigned_abs();
    let length = u64::from(little.min(i32::from_be_bytes(*four).unsigned_abs())) * 8;
    if length > limits.unpacked_mb.saturating_mul(Limits::MEGABYTE) {
        return Err(too_large(name, limits));
    }
    Ok(())
}

fn too_large(name: &str, limits: &Limits) -> Diagnostic {
    let found = format!("the file claims to unpack to more than {} megabytes", spaced(limits.unpacked_mb));
    Limits::exceeded(Place::file(name), found, limits.unpacked_mb, "megabytes", "unpacked_mb")
}

fn cell(column: &dyn Array, index: usize, metadata: &SpssMetadata, variable: &str) -> Cell {
    if column.is_null(index) {
        return Cell::Blank;
    }
    let label = |value: Value| metadata.value_labels(variable).and_then(|labels| labels.get(&value)).cloned();
    if let Some(numbers) = column.as_any().downcast_ref::<Float64Array>() {
        let number = numbers.value(index);
        return label(Value::Numeric(number)).map_or(Cell::Number(number), Cell::Text);
    }
    let text = match column.as_any().downcast_ref::<StringViewArray>() {
        Some(texts) => texts.value(index).trim_end().to_owned(),
        None => array_value_to_string(column, index).unwrap_or_default(),
    };
    if text.is_empty() {
        return Cell::Blank;
    }
    Cell::Text(label(Value::String(text.clone())).unwrap_or(text))
}

fn damaged(name: &str, error: &str) -> Diagnostic {
    Diagnostic::error(Place::file(name), format!("the SPSS file is damaged ({error})"))
        .expected("an undamaged .sav or .zsav file")
        .action("export the file anew")
}
