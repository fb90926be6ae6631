//! What the report prints, against what comes out.

use super::table::{Table, Value};
use super::{Item, Material, Percent, account};
use crate::diagnostic::{Diagnostic, Diagnostics, did_you_mean_in_english, shown};
use crate::exact::Exact;
use crate::read::{Cell, number::number};
use crate::survey::PrintedNumber;
use crate::wording::{Language, list};

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
    let missing = |what: &str, wrong: &str, known: Vec<&str>| {
        Diagnostic::error(printed.place.clone(), format!("there is no {what} {}", shown(wrong)))
            .expected("an item of report.toml, the key of one of its rows and the id of one of its columns")
            .action(did_you_mean_in_english(wrong, known))
    };
    let Some(item) = items.iter().find(|item| item.id == printed.item) else {
        return Err(missing("item", &printed.item, items.iter().map(|item| item.id.as_str()).collect()));
    };
    let table = &item.table;
    if !table.keys.contains(&printed.row) {
        return Err(missing("row", &printed.row, table.keys.iter().map(String::as_str).collect()));
    }
    match table.cell(&printed.row, &printed.column) {
        Some(value) => Ok((table, value)),
        None => Err(missing("column", &printed.column, table.columns.iter().map(|c| c.id.as_str()).collect())),
    }
}

/// Whether a value is what is printed, whatever spaces, signs of unit and forms of the minus stand there.
fn same(value: &Value, printed: &str) -> bool {
    let exact = |printed: &str| number(&Cell::Text(printed.trim_end_matches(" kr").to_owned())).ok().flatten();
    match value {
        Value::Missing => matches!(printed, "" | "-" | "–"),
        Value::Integer(integer) => exact(printed) == Some(Exact::whole(*integer)),
        Value::Amount(amount) => exact(printed) == Some(Exact::from(*amount)),
        Value::Percent(percent) => plain(printed) == percent.plain(),
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
    let (item, stated) = (&printed.item, shown(&printed.value));
    let (label, column) = (shown(&label), shown(column));
    let who: Vec<String> = account::counted(material, item, &printed.row, &printed.column)
        .unwrap_or_default()
        .into_iter()
        .map(str::to_owned)
        .collect();
    let who = |language| if who.is_empty() { String::new() } else { format!(": {}", list(language, &who)) };
    let found = format!(
        "{item} prints {stated} for {label}, {column}; {} comes out{}",
        told(value, Language::English),
        who(Language::English)
    );
    let called = match super::number(item, Language::Swedish) {
        number if number.is_empty() => item.clone(),
        number => number,
    };
    let swedish = format!(
        "{} har {stated} för {label}, {column}; uträknat blir det {}{}",
        called,
        told(value, Language::Swedish),
        who(Language::Swedish)
    );
    Diagnostic::notice(printed.place.clone(), found)
        .expected("the same number")
        .action("one of the two is wrong: look for a misprint, or for a row that is missing")
        .in_swedish(
            swedish,
            "samma tal",
            "det ena av talen är fel: leta efter ett tryckfel, eller efter en rad som saknas",
        )
}

/// A value in a message; numbers are written as in all messages.
fn told(value: &Value, language: Language) -> String {
    match value {
        Value::Missing => language.pick("ingenting", "nothing").to_owned(),
        Value::Integer(number) => Language::Swedish.integer(*number),
        Value::Amount(amount) => amount.spaced(),
        Value::Percent(percent) => Percent::text(*percent, Language::Swedish),
        Value::Number(number) => number.to_string(),
        Value::Flag(flag) => flag.to_string(),
        word => word.word().unwrap_or_default().into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Amount;

    #[test]
    fn printed_numbers_are_compared_as_numbers() {
        let share = |scaled, decimals, below| Value::Percent(Percent { scaled, decimals, below });
        assert!(same(&Value::Amount(Amount::from_ore(5_777_964_200)), "57 779 642"));
        assert!(same(&Value::Integer(288_000_000), "288 000 000 kr"));
        assert!(same(&share(83, 0, false), "83 %"));
        assert!(same(&share(1, 0, true), "<1 %"));
        assert!(same(&share(-35, 0, false), "\u{2212}35 %"));
        assert!(same(&share(999, 1, false), "99,9"));
        assert!(same(&Value::Missing, ""));
        assert!(!same(&Value::Missing, "0"));
        assert!(!same(&share(1, 0, false), "<1 %"));
    }
}
