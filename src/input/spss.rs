//! SPSS files: a column is named by its variable label, a labelled value is read as its label.

use std::io::Cursor;

use ambers::{SpssMetadata, Value};
use arrow::array::{Array, Float64Array, StringViewArray};
use arrow::util::display::array_value_to_string;

use super::grid::{Cell, Grid};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};

/// Whether the bytes begin as an SPSS system file does.
pub(super) fn is_spss(bytes: &[u8]) -> bool {
    bytes.starts_with(b"$FL2") || bytes.starts_with(b"$FL3")
}

/// The one sheet of an SPSS file: its first row holds the variable labels (the name where there is none).
pub(super) fn read(bytes: Vec<u8>, name: &str) -> Result<Grid, Diagnostics> {
    let (batch, metadata) =
        ambers::read_sav_from_reader(Cursor::new(bytes)).map_err(|error| damaged(name, &error.to_string()))?;
    if let Some(warning) = metadata.warnings.first() {
        return Err(damaged(name, warning));
    }
    let variables = &metadata.variable_names;
    let header = variables
        .iter()
        .map(|v| Cell::Text(metadata.label(v).filter(|l| !l.trim().is_empty()).unwrap_or(v).to_owned()));
    let mut rows = vec![header.collect::<Vec<_>>()];
    rows.extend((0..batch.num_rows()).map(|_| Vec::with_capacity(variables.len())));
    for (column, variable) in batch.columns().iter().zip(variables) {
        for (index, row) in rows.iter_mut().skip(1).enumerate() {
            row.push(cell(column.as_ref(), index, &metadata, variable));
        }
    }
    Ok(Grid { file: name.to_owned(), sheet: None, rows, lines: None })
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

fn damaged(name: &str, error: &str) -> Diagnostics {
    Diagnostic::error(Place::file(name), format!("the SPSS file is damaged ({error})"))
        .expected("an undamaged .sav or .zsav file")
        .action("export the file anew")
        .into()
}
