//! Tables as Parquet, for statistics programs; amounts in kronor, with öre as decimals.

use polars::frame::DataFrame;
use polars::prelude::{Column as Series, NamedFrom, ParquetWriter, PolarsResult};

use crate::report::{Kind, Table, Value};

/// A table as Parquet, its column ids as names.
///
/// # Errors
/// Those of polars.
pub fn parquet(table: &Table) -> PolarsResult<Vec<u8>> {
    let columns = table.columns.iter().enumerate().map(|(index, column)| {
        let values: Vec<&Value> = table.rows.iter().filter_map(|row| row.get(index)).collect();
        series(&column.id, column.kind, &values)
    });
    let mut frame = DataFrame::new(table.rows.len(), columns.collect())?;
    let mut bytes = Vec::new();
    ParquetWriter::new(&mut bytes).set_parallel(false).finish(&mut frame)?;
    Ok(bytes)
}

fn series(name: &str, kind: Kind, values: &[&Value]) -> Series {
    let series = match kind {
        Kind::Text => polars::prelude::Series::new(name.into(), values.iter().map(|v| text(v)).collect::<Vec<_>>()),
        Kind::Flag => polars::prelude::Series::new(name.into(), values.iter().map(|v| flag(v)).collect::<Vec<_>>()),
        Kind::Integer => {
            polars::prelude::Series::new(name.into(), values.iter().map(|v| integer(v)).collect::<Vec<_>>())
        }
        Kind::Kronor | Kind::Number => {
            polars::prelude::Series::new(name.into(), values.iter().map(|v| number(v)).collect::<Vec<_>>())
        }
    };
    series.into()
}

fn text(value: &Value) -> Option<&str> {
    if let Value::Text(text) = value { Some(text) } else { None }
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
        Value::Missing | Value::Text(_) | Value::Flag(_) => None,
    }
}
