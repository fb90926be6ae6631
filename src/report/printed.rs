//! What the report prints, against what comes out.

use super::table::{Table, Value};
use super::{Item, Material, account};
use crate::diagnostic::{Diagnostic, Diagnostics, did_you_mean, shown};
use crate::exact::Exact;
use crate::msg;
use crate::read::{Cell, number::number};
use crate::survey::PrintedNumber;
use crate::wording::{Arg, Language, Message, Text, all_of};

/// Compares the printed numbers with the items: what differs is a notice, what does not exist an error.
pub fn compare(items: &[Item], material: &Material<'_>, messages: &mut Diagnostics) {
    for printed in &material.grant.printed {
        match find(items, printed) {
            Err(message) => messages.push(message),
            Ok((table, value)) if !same(value, &printed.value) => {
                messages.push(contradiction(table, value, printed, material));
            }
            Ok(_) => {}
        }
    }
}

fn find<'i>(items: &'i [Item], printed: &PrintedNumber) -> Result<(&'i Table, &'i Value), Diagnostic> {
    let missing = |message: Message| Diagnostic::error(printed.place.clone(), message);
    let Some(item) = items.iter().find(|item| item.id == printed.item) else {
        let suggestion = did_you_mean(&printed.item, items.iter().map(|item| item.id.as_str()));
        return Err(missing(msg!("printed-item-unknown", item = shown(&printed.item), suggestion)));
    };
    let table = &item.table;
    if !table.keys.contains(&printed.row) {
        let suggestion = did_you_mean(&printed.row, table.keys.iter().map(String::as_str));
        return Err(missing(msg!("printed-row-unknown", row = shown(&printed.row), suggestion)));
    }
    let Some(value) = table.cell(&printed.row, &printed.column) else {
        let suggestion = did_you_mean(&printed.column, table.columns.iter().map(|c| c.id.as_str()));
        return Err(missing(msg!("printed-column-unknown", column = shown(&printed.column), suggestion)));
    };
    Ok((table, value))
}

/// Whether a value is what is printed, whatever spaces, signs of unit and forms of the minus stand there.
fn same(value: &Value, printed: &str) -> bool {
    let exact = |printed: &str| number(&Cell::Text(printed.trim_end_matches(" kr").to_owned())).ok().flatten();
    match value {
        Value::Missing => matches!(printed, "" | "-" | "–"),
        Value::Integer(integer) => exact(printed) == Some(Exact::whole(*integer)),
        Value::Amount(amount) => exact(printed) == Some(Exact::from(*amount)),
        Value::Percent(percent) => [percent.plain(), percent.number(Language::English)].contains(&plain(printed)),
        Value::Number(number) => exact(printed).is_some_and(|printed| printed.approximate() == *number),
        Value::Flag(flag) => printed == flag.to_string(),
        word => word.word().is_some_and(|word| word == printed),
    }
}

/// A printed share without space and unit, with a decimal point.
fn plain(printed: &str) -> String {
    let kept = printed.chars().filter(|c| !c.is_whitespace() && *c != '%');
    kept.map(|c| match c {
        '\u{2212}' => '-',
        ',' => '.',
        c => c,
    })
    .collect()
}

fn contradiction(table: &Table, value: &Value, printed: &PrintedNumber, material: &Material<'_>) -> Diagnostic {
    let row = table.keys.iter().position(|key| *key == printed.row).and_then(|at| table.rows.get(at));
    let label = match row.and_then(|row| row.first()) {
        Some(Value::Text(label)) => label.clone(),
        _ => printed.row.clone(),
    };
    let column = table.column(&printed.column).map_or(printed.column.as_str(), |at| table.columns[at].label.as_str());
    let id = &printed.item;
    let called = match super::number(id, Language::Swedish) {
        number if number.is_empty() => id.clone(),
        number => number,
    };
    let item = &Text { sv: called, en: Some(id.clone()) };
    let (printed_value, row, column, computed) = (shown(&printed.value), shown(&label), shown(column), told(value));
    let who = account::counted(material, id, &printed.row, &printed.column).unwrap_or_default();
    let message = if who.is_empty() {
        msg!("printed-otherwise", item, printed = printed_value, row, column, computed)
    } else {
        msg!("printed-otherwise-of", item, printed = printed_value, row, column, computed, who = all_of(who))
    };
    Diagnostic::notice(printed.place.clone(), message)
}

/// A value in a message; numbers are written as in all messages.
fn told(value: &Value) -> Arg {
    let written = |write: &dyn Fn(Language) -> String| Arg::written(|language| language.in_message(&write(language)));
    match value {
        Value::Missing => msg!("printed-nothing").into(),
        Value::Integer(number) => written(&|language| language.integer(*number)),
        Value::Amount(amount) => written(&|language| language.bare_amount(*amount)),
        Value::Percent(percent) => written(&|language| percent.text(language)),
        Value::Number(number) => written(&|language| language.with_decimal_sign(&number.to_string())),
        Value::Flag(flag) => flag.to_string().into(),
        word => word.word().unwrap_or_default().into_owned().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Amount;
    use crate::report::{Bound, Percent};

    #[test]
    fn printed_numbers_are_compared_as_numbers() {
        let bounded = |scaled, decimals, bound| Value::Percent(Percent { scaled, decimals, bound });
        let share = |scaled, decimals| bounded(scaled, decimals, Bound::Rounded);
        assert!(same(&Value::Amount(Amount::from_ore(5_777_964_200)), "57 779 642"));
        assert!(same(&Value::Integer(288_000_000), "288 000 000 kr"));
        assert!(same(&share(83, 0), "83 %"));
        assert!(same(&bounded(1, 0, Bound::Below), "<1 %"));
        assert!(same(&share(-35, 0), "\u{2212}35 %"));
        assert!(same(&share(999, 1), "99,9"));
        assert!(same(&Value::Missing, ""));
        assert!(!same(&Value::Missing, "0"));
        assert!(!same(&share(1, 0), "<1 %"));
        // What is just below a hundred may be printed as rounding has it.
        assert!(same(&bounded(100, 0, Bound::Above), "100 %"));
        assert!(same(&bounded(100, 0, Bound::Above), ">99 %"));
        assert!(!same(&share(100, 0), ">99 %"));
    }
}
