//! Intervals beside estimated numbers, in tables and sentences.

use super::table::{Column, ENDS, Kind, Table, Value};
use crate::ledger::{Estimated, Interval, Ledger};
use crate::money::{Amount, Currency};
use crate::msg;
use crate::wording::Language;

/// Adds the columns of lower and upper ends beside every column of estimated numbers, and beside their funds. Where nothing is
/// estimated the table stays as it is; where an interval was refused the ends are missing.
pub(super) fn add(table: &mut Table, ledger: &Ledger, language: Language, money: impl Fn(Amount) -> Value) {
    let estimated = |row: usize, column: usize| ledger.estimated(table.selection(row, column)?);
    let rows = 0..table.rows.len();
    let has_ends = |column: &usize| rows.clone().any(|row| estimated(row, *column).is_some());
    let wanted: Vec<usize> = (0..table.columns.len()).filter(has_ends).collect();
    let ends: Vec<Vec<[Value; 2]>> = wanted
        .iter()
        .map(|column| {
            let of_funds = table.columns[*column].kind == Kind::Money;
            rows.clone().map(|row| ends(estimated(row, *column), of_funds, &money)).collect()
        })
        .collect();
    // From the right, so that places to the left stay.
    for (column, ends) in wanted.into_iter().zip(ends).rev() {
        insert(table, column + 1, ends, language);
    }
}

/// The ends of an interval as a table has them.
fn ends(estimated: Option<&Estimated>, of_funds: bool, money: &impl Fn(Amount) -> Value) -> [Value; 2] {
    let Some(own) = estimated else { return [Value::Missing, Value::Missing] };
    let of_number = |interval: Interval<usize>| [interval.low, interval.high].map(Value::from);
    let of_amount = |interval: Interval<Amount>| [interval.low, interval.high].map(money);
    let found = if of_funds { own.amounts.map(of_amount) } else { own.numbers.map(of_number) };
    found.unwrap_or([Value::Missing, Value::Missing])
}

/// Inserts two columns of ends at a place.
fn insert(table: &mut Table, at: usize, ends: Vec<[Value; 2]>, language: Language) {
    let Some(number) = table.columns.get(at - 1).cloned() else { return };
    let label = |end: &str| match end == ENDS[0] {
        true => msg!("report-interval-low", column = &number.label).text(language),
        false => msg!("report-interval-high", column = &number.label).text(language),
    };
    let columns = ENDS.map(|end| Column { id: format!("{}_{end}", number.id), label: label(end), ..number.clone() });
    table.columns.splice(at..at, columns);
    for (row, ends) in table.rows.iter_mut().zip(ends) {
        row.splice(at..at, ends);
    }
    let moved = std::mem::take(&mut table.counts).into_iter().map(|((row, column), count)| {
        let column = if column >= at { column + ENDS.len() } else { column };
        ((row, column), count)
    });
    table.counts = moved.collect();
}

/// A text about an estimated number with its interval behind it: `24 insatser, intervall 18–31`; the text alone where the number
/// is counted.
pub(super) fn with_numbers(text: String, estimated: Option<&Estimated>, language: Language) -> String {
    let ends = |own: &Estimated| own.numbers.map(|ends| [ends.low, ends.high].map(|end| language.count(end)));
    with(text, estimated.map(ends), language)
}

/// The same about its funds.
pub(super) fn with_funds(
    text: String,
    estimated: Option<&Estimated>,
    (language, currency): (Language, Currency),
) -> String {
    let ends = |own: &Estimated| own.amounts.map(|ends| [ends.low, ends.high].map(|end| language.funds(end, currency)));
    with(text, estimated.map(ends), language)
}

/// A text with the ends of an interval: `None` where there is none because the number is counted, or because it was refused.
pub(super) fn with(text: String, ends: Option<Option<[String; 2]>>, language: Language) -> String {
    match ends {
        None => text,
        Some(None) => msg!("value-without-interval", value = text).text(language),
        Some(Some([low, high])) if low == high => text,
        Some(Some([low, high])) => msg!("value-with-interval", value = text, low, high).text(language),
    }
}
