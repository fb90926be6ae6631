//! Cells, rows and columns of the report's items.

use super::ratio::Ratio;
use super::scope::{Stop, key, position};
use super::syntax::Named;
use super::token::Mistake;
use crate::diagnostic::{did_you_mean, shown};
use crate::report::{Kind, Table, Value};

/// The position of a column, by its id or, failing that, its head.
///
/// # Errors
/// A name that no column has.
pub fn column(table: &Table, name: &Named) -> Result<usize, Stop> {
    if name.text == "row" && table.column("row").is_none() {
        return Ok(table.columns.iter().position(|c| c.kind == Kind::Text).unwrap_or(0));
    }
    let heads: Vec<&str> = table.columns.iter().map(|c| c.label.as_str()).collect();
    table.column(&name.text).or_else(|| position(&name.text, &heads)).ok_or_else(|| {
        let found = format!("{} is no column of {}", shown(&name.text), table.name);
        let known = table.columns.iter().map(|c| c.id.as_str());
        Mistake::new(name.span, found).action(did_you_mean(&name.text, known)).into()
    })
}

/// The row in which a text cell equals each of the keys.
///
/// # Errors
/// None or several such rows.
pub fn row(table: &Table, keys: &[Named]) -> Result<usize, Stop> {
    let mut rows: Vec<usize> = (0..table.rows.len()).collect();
    for wanted in keys {
        let (is, texts) = (key(&wanted.text), |row: &usize| table.rows[*row].iter().filter_map(text));
        let beginning = is.strip_suffix('…').map(str::trim_end);
        let matches = |cell: String| beginning.map_or(key(&cell) == is, |b| key(&cell).starts_with(b));
        let left: Vec<usize> = rows.iter().copied().filter(|row| texts(row).any(matches)).collect();
        if left.is_empty() {
            let known: Vec<String> = rows.iter().flat_map(texts).collect();
            let found = format!("{} stands in no row of {}", shown(&wanted.text), table.name);
            let action = did_you_mean(&wanted.text, known.iter().map(String::as_str));
            return Err(Mistake::new(wanted.span, found).action(action).into());
        }
        rows = left;
    }
    match rows.as_slice() {
        [row] => Ok(*row),
        _ => {
            let span = keys.last().map(|k| k.span).unwrap_or_default();
            let found = format!("{} rows of {} are meant", rows.len(), table.name);
            Err(Mistake::new(span, found).expected("texts that stand together in one row only").into())
        }
    }
}

/// The number in a cell.
///
/// # Errors
/// A cell that is empty, or holds no number.
pub fn number(table: &Table, row: usize, column: usize, name: &Named) -> Result<Ratio, Stop> {
    let value = table.rows.get(row).and_then(|r| r.get(column)).unwrap_or(&Value::Missing);
    let exact = match value {
        Value::Integer(number) => Some(Ratio::whole(*number)),
        Value::Amount(amount) => Ratio::new(amount.ore().into(), 100),
        // The shortest decimal number that stands for the same value.
        Value::Number(number) => Ratio::decimal(&number.to_string()),
        Value::Flag(flag) => Some(Ratio::count(usize::from(*flag))),
        Value::Missing => {
            let label = label(table, row);
            return Err(Stop::Unknown(format!("{} has no value for {} in {}", table.name, label, name.text)));
        }
        Value::Text(_) => None,
    };
    exact.ok_or_else(|| {
        Mistake::new(name.span, format!("{} holds texts, not numbers", shown(&name.text))).expected("a column of numbers").into()
    })
}

/// Whether the text of a column is any of the values; where the column holds numbers, whether it equals that of any of
/// the columns that the values name.
///
/// # Errors
/// [`Stop`].
pub fn text_is(table: &Table, at: usize, name: &Named, values: &[Named]) -> Result<bool, Stop> {
    let place = column(table, name)?;
    if table.columns.get(place).is_some_and(|c| c.kind == Kind::Text) {
        let cell = table.rows.get(at).and_then(|r| r.get(place)).and_then(text).map(|cell| vec![cell]);
        return Ok(cell.is_some_and(|cell| values.iter().any(|v| position(&v.text, &cell).is_some())));
    }
    let mine = number(table, at, place, name)?;
    for value in values {
        if number(table, at, column(table, value)?, value)? == mine {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What a row is called: its first text.
pub fn label(table: &Table, row: usize) -> String {
    table.rows.get(row).and_then(|cells| cells.iter().find_map(text)).unwrap_or_else(|| (row + 1).to_string())
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) if !text.is_empty() => Some(text.clone()),
        _ => None,
    }
}
