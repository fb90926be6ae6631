//! Tables as Parquet, for statistics programs; amounts in kronor, with öre as decimals.

use std::sync::Arc;

use arrow::array::{ArrayRef, BooleanArray, Float64Array, Int64Array, RecordBatch, StringArray};
use parquet::arrow::ArrowWriter;
use parquet::file::metadata::KeyValue;

use crate::report::{Kind, Table, Value};

/// A Parquet file that grows, a part of a table at a time; what the data are stands in its metadata.
pub struct ParquetWriter(ArrowWriter<Vec<u8>>);

impl ParquetWriter {
    /// Begins a file with the columns of a table, their ids as names.
    ///
    /// # Errors
    /// Those of the Parquet library, which writing a table to memory never meets.
    pub fn new(table: &Table, provenance: Option<&str>) -> parquet::errors::Result<Self> {
        let mut writer = ArrowWriter::try_new(Vec::new(), batch(table)?.schema(), None)?;
        if let Some(provenance) = provenance {
            writer.append_key_value_metadata(KeyValue::new("provenance".to_owned(), provenance.to_owned()));
        }
        Ok(Self(writer))
    }

    /// Adds the rows of a part.
    ///
    /// # Errors
    /// As [`ParquetWriter::new`].
    pub fn add(&mut self, part: &RecordBatch) -> parquet::errors::Result<()> {
        self.0.write(part)
    }

    /// The bytes, when all is written.
    ///
    /// # Errors
    /// As [`ParquetWriter::new`].
    pub fn end(self) -> parquet::errors::Result<Vec<u8>> {
        self.0.into_inner()
    }
}

/// The rows of a table by columns.
///
/// # Errors
/// As [`ParquetWriter::new`].
pub fn batch(table: &Table) -> parquet::errors::Result<RecordBatch> {
    let columns = table.columns.iter().enumerate().map(|(index, column)| {
        let values: Vec<&Value> = table.rows.iter().filter_map(|row| row.get(index)).collect();
        (column.id.as_str(), array(column.kind, &values), true)
    });
    Ok(RecordBatch::try_from_iter_with_nullable(columns)?)
}

fn array(kind: Kind, values: &[&Value]) -> ArrayRef {
    match kind {
        Kind::Percent => Arc::new(values.iter().map(|v| percent(v)).collect::<StringArray>()),
        Kind::Text => Arc::new(values.iter().map(|v| v.word()).collect::<StringArray>()),
        Kind::Flag => Arc::new(values.iter().map(|v| flag(v)).collect::<BooleanArray>()),
        Kind::Integer => Arc::new(values.iter().map(|v| integer(v)).collect::<Int64Array>()),
        Kind::Money | Kind::Number => Arc::new(values.iter().map(|v| number(v)).collect::<Float64Array>()),
    }
}

fn percent(value: &Value) -> Option<String> {
    if let Value::Percent(percent) = value { Some(percent.plain()) } else { None }
}

fn flag(value: &Value) -> Option<bool> {
    if let Value::Flag(flag) = value { Some(*flag) } else { None }
}

fn integer(value: &Value) -> Option<i64> {
    if let Value::Integer(number) = value { Some(*number) } else { None }
}

fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Integer(number) => Some(*number as f64),
        Value::Amount(amount) => Some(amount.ore() as f64 / 100.0),
        Value::Number(number) => Some(*number),
        _ => None,
    }
}
