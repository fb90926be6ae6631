//! Parquet files: the first row of the sheet holds the columns' names.

use arrow::array::Array;
use arrow::datatypes::DataType;
use arrow::util::display::{ArrayFormatter, FormatOptions};
use bytes::Bytes;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

use super::grid::{Builder, Cell, Full, Grid};
use super::shield::shielded;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;
use crate::study::Limits;
use crate::wording::{Arg, library_says};

/// The one sheet of a Parquet file.
pub(super) fn read(bytes: Vec<u8>, name: &str, limits: &Limits) -> Result<Grid, Diagnostics> {
    let damaged = || damaged(name, msg!("parts-contradict"));
    shielded(|| decode(bytes, name, limits)).unwrap_or_else(|| Err(damaged())).map_err(Diagnostics::from)
}

fn decode(bytes: Vec<u8>, name: &str, limits: &Limits) -> Result<Grid, Diagnostic> {
    let fault = |error: &dyn std::fmt::Display| fault(name, &error.to_string());
    let full = |full: Full| full.message(Place::file(name), limits);
    let builder = ParquetRecordBatchReaderBuilder::try_new(Bytes::from(bytes)).map_err(|error| fault(&error))?;
    check_claims(builder.metadata(), name, limits)?;
    let mut grid = Builder::keeping(limits);
    let schema = builder.schema().clone();
    for (column, field) in schema.fields().iter().enumerate() {
        if field.data_type().is_nested() {
            let message = msg!("parquet-column-of-lists", column = shown(field.name()));
            return Err(Diagnostic::error(Place::file(name), message));
        }
        grid.put(0, column, Cell::of_text(field.name())).map_err(full)?;
    }
    let mut row = 1;
    for batch in builder.build().map_err(|error| fault(&error))? {
        let batch = batch.map_err(|error| fault(&error))?;
        for (column, values) in batch.columns().iter().enumerate() {
            let options = FormatOptions::default();
            let written = ArrayFormatter::try_new(values.as_ref(), &options).map_err(|error| fault(&error))?;
            for index in (0..values.len()).filter(|index| values.is_valid(*index)) {
                let text = written.value(index).try_to_string().map_err(|error| fault(&error))?;
                grid.put(row + index, column, cell(values.data_type(), text)).map_err(full)?;
            }
        }
        row += batch.num_rows();
    }
    Ok(grid.grid(name, None))
}

/// What the file says of its own size, before anything is unpacked.
fn check_claims(
    metadata: &parquet::file::metadata::ParquetMetaData,
    name: &str,
    limits: &Limits,
) -> Result<(), Diagnostic> {
    let place = || Place::file(name);
    let rows = u64::try_from(metadata.file_metadata().num_rows()).unwrap_or(u64::MAX);
    let columns = metadata.file_metadata().schema_descr().num_columns() as u64;
    if columns > limits.columns {
        let found = msg!("file-has-columns", columns = columns);
        return Err(Limits::exceeded(place(), found, limits.columns, msg!("unit-columns"), "columns"));
    }
    let cells = rows.saturating_mul(columns);
    if cells > limits.cells {
        let found = msg!("file-claims-cells", cells = cells);
        return Err(Limits::exceeded(place(), found, limits.cells, msg!("unit-cells"), "cells"));
    }
    let unpacked: u64 = metadata
        .row_groups()
        .iter()
        .map(|group| u64::try_from(group.total_byte_size()).unwrap_or(u64::MAX))
        .fold(0, u64::saturating_add);
    if unpacked > limits.unpacked_mb.saturating_mul(Limits::MEGABYTE) {
        let found = msg!("file-unpacks-to", megabytes = unpacked.div_ceil(Limits::MEGABYTE));
        return Err(Limits::exceeded(place(), found, limits.unpacked_mb, msg!("unit-megabytes"), "unpacked_mb"));
    }
    Ok(())
}

fn cell(kind: &DataType, text: String) -> Cell {
    let kind = if let DataType::Dictionary(_, values) = kind { values } else { kind };
    if *kind == DataType::Boolean {
        return Cell::Flag(text == "true");
    }
    // Whole numbers beyond what a floating number holds exactly stay as they are written.
    let number = if kind.is_numeric() { text.parse::<f64>().ok() } else { None };
    match number.filter(|number| !kind.is_integer() || number.to_string() == text) {
        Some(number) if number.is_nan() => Cell::Blank,
        Some(number) => Cell::Number(number),
        None => Cell::of_text(text.strip_suffix("T00:00:00").unwrap_or(&text)),
    }
}

fn fault(name: &str, error: &str) -> Diagnostic {
    let compressed = ["ZSTD", "GZIP", "BROTLI", "LZ4", "zstd", "flate2", "brotli", "lz4"];
    match compressed.iter().find(|method| error.contains(**method)) {
        Some(method) => {
            let method = method.to_uppercase().replace("FLATE2", "GZIP");
            Diagnostic::error(Place::file(name), msg!("parquet-compressed", method))
        }
        None => damaged(name, library_says(error)),
    }
}

fn damaged(name: &str, reason: impl Into<Arg>) -> Diagnostic {
    Diagnostic::error(Place::file(name), msg!("parquet-damaged", reason))
}
