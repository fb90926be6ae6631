//! Cells, rows and columns of the report's items.

use super::scope::Stop;
use super::syntax::Named;
use super::texts::{key, position};
use super::token::Mistake;
use crate::diagnostic::{did_you_mean, shown};
use crate::exact::Exact;
use crate::msg;
use crate::read::{self, Cell};
use crate::report::{Kind, Table, Value};
use crate::wording::Language;

/// What a condition on rows calls the row itself, by its key or first text.
pub const ROW: &str = "row";

/// The position of a column, by its id or, failing that, its head.
///
/// # Errors
/// A name that no column has.
pub fn column(table: &Table, name: &Named) -> Result<usize, Stop> {
    if name.text == ROW && table.column(ROW).is_none() {
        return Ok(table.columns.iter().position(|c| c.kind == Kind::Text).unwrap_or(0));
    }
    let heads: Vec<&str> = table.columns.iter().map(|c| c.label.as_str()).collect();
    table.column(&name.text).or_else(|| position(&name.text, &heads)).ok_or_else(|| {
        let suggestion = did_you_mean(&name.text, table.columns.iter().map(|c| c.id.as_str()));
        let (column, item) = (shown(&name.text), &table.name);
        Mistake::new(name.span, msg!("assertion-column-unknown", column, item, suggestion)).into()
    })
}

/// The key of a row that sums up the others, and is none of them.
const TOTAL: &str = "total";

/// The rows of a table without one that sums them up.
pub fn rows(table: &Table) -> impl Iterator<Item = usize> {
    (0..table.rows.len()).filter(|row| table.keys.get(*row).is_none_or(|key| key != TOTAL))
}

/// The row whose key is the only one given, or in which a text cell equals each of those given.
///
/// # Errors
/// None or several such rows.
pub fn row(table: &Table, keys: &[Named]) -> Result<usize, Stop> {
    if let [only] = keys
        && let Some(row) = table.keys.iter().position(|key| *key == only.text)
    {
        return Ok(row);
    }
    let mut rows: Vec<usize> = (0..table.rows.len()).collect();
    for wanted in keys {
        let (is, texts) = (key(&wanted.text), |row: &usize| table.rows[*row].iter().filter_map(text));
        let beginning = is.strip_suffix('…').map(str::trim_end);
        let matches = |cell: String| beginning.map_or(key(&cell) == is, |b| key(&cell).starts_with(b));
        let left: Vec<usize> = rows.iter().copied().filter(|row| texts(row).any(matches)).collect();
        if left.is_empty() {
            let known: Vec<String> = rows.iter().flat_map(texts).collect();
            let suggestion = did_you_mean(&wanted.text, known.iter().map(String::as_str));
            let message = msg!("assertion-row-unknown", row = shown(&wanted.text), item = &table.name, suggestion);
            return Err(Mistake::new(wanted.span, message).into());
        }
        rows = left;
    }
    match rows.as_slice() {
        [row] => Ok(*row),
        several => {
            let span = keys.last().map(|k| k.span).unwrap_or_default();
            Err(Mistake::new(span, msg!("several-rows-meant", count = several.len(), item = &table.name)).into())
        }
    }
}

/// The number in a cell.
///
/// # Errors
/// A cell that is empty, or holds no number.
pub fn number(table: &Table, row: usize, column: usize, name: &Named) -> Result<Exact, Stop> {
    let value = table.rows.get(row).and_then(|r| r.get(column)).unwrap_or(&Value::Missing);
    let of_numbers = table.columns.get(column).is_some_and(|own| own.kind == Kind::Number);
    let exact = match value {
        Value::Integer(number) => Some(Exact::whole(*number)),
        Value::Amount(amount) => Exact::fraction(amount.ore().into(), 100),
        // The shortest decimal number that stands for the same value.
        Value::Number(number) => Exact::decimal(&number.to_string()),
        Value::Flag(flag) => Some(Exact::count(usize::from(*flag))),
        Value::Percent(percent) if percent.is_bound() => {
            let (row, column) = (label(table, row), &name.text);
            let message =
                msg!("share-only-bounded", item = &table.name, share = percent.number(Language::English), row, column);
            return Err(Stop::Unknown(message));
        }
        Value::Percent(percent) => {
            // Hundredths, as `83 %` is written in assertions.
            10_i128.checked_pow(percent.decimals + 2).and_then(|scale| Exact::fraction(percent.scaled.into(), scale))
        }
        Value::Missing => return Err(without_value(table, row, name)),
        // As somebody writes that there is none.
        Value::Text(text) if of_numbers && ["-", "–", "—"].contains(&text.as_str()) => {
            return Err(without_value(table, row, name));
        }
        Value::Text(text) if of_numbers => {
            let unread =
                || Mistake::new(name.span, msg!("cell-of-no-number", cell = shown(text), column = shown(&name.text)));
            return Ok(written(text).ok_or_else(unread)?);
        }
        _ => None,
    };
    exact.ok_or_else(|| Mistake::new(name.span, msg!("column-of-texts", column = shown(&name.text))).into())
}

fn without_value(table: &Table, row: usize, name: &Named) -> Stop {
    let (row, column) = (label(table, row), &name.text);
    Stop::Unknown(msg!("cell-without-value", item = &table.name, row, column))
}

/// The number in a cell of a table that somebody made, where every number stands as it was written; hundredths of a percentage.
fn written(text: &str) -> Option<Exact> {
    let cell = Cell::Text(text.to_owned());
    let number = read::number::number(&cell).ok().flatten()?;
    if read::number::is_percent(&cell) { number.over(Exact::whole(100)) } else { Some(number) }
}

/// Whether the text of a column is any of the values; where the column holds numbers, whether it equals that of any of
/// the columns that the values name.
///
/// # Errors
/// [`Stop`].
pub fn text_is(table: &Table, at: usize, name: &Named, values: &[Named]) -> Result<bool, Stop> {
    if let Some(row_key) = table.keys.get(at).filter(|_| name.text == ROW)
        && values.iter().any(|value| value.text == *row_key)
    {
        return Ok(true);
    }
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

/// What a row is called: its first text, or its key.
pub fn label(table: &Table, row: usize) -> String {
    let first = table.rows.get(row).and_then(|cells| cells.iter().find_map(text));
    first.or_else(|| table.keys.get(row).cloned()).unwrap_or_else(|| (row + 1).to_string())
}

fn text(value: &Value) -> Option<String> {
    value.word().filter(|word| !word.is_empty()).map(std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::token::Span;
    use crate::report::{Bound, Column, Percent};

    fn named(text: &str) -> Named {
        Named { text: text.to_owned(), span: Span::default() }
    }

    fn grants() -> Table {
        let columns =
            [("year", Kind::Text), ("region", Kind::Text), ("used_kr", Kind::Money), ("granted_kr", Kind::Money)];
        let mut table = Table::new("tabell-01", columns.map(|(id, kind)| Column::plain(id, kind)).to_vec());
        for (year, region, used, granted) in [
            ("2023", "Region Skåne", Some(5), 7),
            ("2024", "Region Skåne", Some(8), 8),
            ("2024", "Region Dalarna", None, 3),
        ] {
            let used = used.map_or(Value::Missing, Value::Integer);
            table.rows.push(vec![year.into(), region.into(), used, Value::Integer(granted)]);
        }
        table
    }

    #[test]
    fn a_row_is_found_by_all_its_texts() {
        let table = grants();
        assert_eq!(row(&table, &[named("region skåne"), named("2024")]), Ok(1));
        assert_eq!(row(&table, &[named("Region D…")]), Ok(2));
        let several = row(&table, &[named("Region Skåne")]);
        assert!(
            matches!(several, Err(Stop::Wrong(ref mistake)) if mistake.to_string().contains("2 rows")),
            "{several:?}"
        );
        let none = row(&table, &[named("Region Dalarne")]);
        assert!(
            matches!(none, Err(Stop::Wrong(ref mistake)) if mistake.to_string().contains("Region Dalarna")),
            "{none:?}"
        );
    }

    #[test]
    fn a_row_is_found_by_its_key_and_a_total_is_no_row() {
        let mut table = grants();
        table.keys = ["12-2023", "12-2024", "total"].map(str::to_owned).to_vec();
        assert_eq!(row(&table, &[named("12-2024")]), Ok(1));
        assert_eq!(row(&table, &[named("total")]), Ok(2));
        assert_eq!(rows(&table).collect::<Vec<_>>(), [0, 1]);
        assert_eq!(text_is(&table, 0, &named("row"), &[named("12-2023")]), Ok(true));
        assert_eq!(text_is(&table, 1, &named("row"), &[named("12-2023")]), Ok(false));
    }

    #[test]
    fn printed_shares_are_hundredths() {
        let mut table = Table::new("tabell-01", vec![Column::plain("share_pct", Kind::Percent)]);
        let shares = [(83, 0, Bound::Rounded), (999, 1, Bound::Rounded), (1, 0, Bound::Below), (100, 0, Bound::Above)];
        for (scaled, decimals, bound) in shares {
            table.rows.push(vec![Value::Percent(Percent { scaled, decimals, bound })]);
        }
        let share = |row| number(&table, row, 0, &named("share_pct"));
        // 83 %, 99.9 %, and <1 % and >99 %, which are no numbers.
        assert_eq!((share(0).ok(), share(1).ok()), (Exact::fraction(83, 100), Exact::fraction(999, 1000)));
        assert!(matches!((share(2), share(3)), (Err(Stop::Unknown(_)), Err(Stop::Unknown(_)))));
    }

    #[test]
    fn an_empty_cell_is_unknown_and_a_text_no_number() {
        let table = grants();
        assert_eq!(number(&table, 0, 2, &named("used_kr")), Ok(Exact::whole(5)));
        assert!(matches!(number(&table, 2, 2, &named("used_kr")), Err(Stop::Unknown(_))));
        assert!(matches!(number(&table, 0, 1, &named("region")), Err(Stop::Wrong(_))));
        // Equal columns: granted is what was used.
        assert_eq!(text_is(&table, 1, &named("used_kr"), &[named("granted_kr")]), Ok(true));
        assert_eq!(text_is(&table, 0, &named("used_kr"), &[named("granted_kr")]), Ok(false));
    }
}
