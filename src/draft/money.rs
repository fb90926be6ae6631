//! Which columns hold money. Codes, years, ids and numbers of people are numbers, too, and never money: a column taken for
//! it wrongly would make every sum wrong.

use super::table::Table;
use super::words;
use crate::money::{Amount, Currency, Denomination};
use crate::read::amount::{NoAmount, Said, amount_as, said};
use crate::read::{Cell, tidy};
use crate::register::{self, Level};
use crate::study::MoneyForm;

/// The amount in a cell, in whatever currency it says that it is; a bare number counts so much.
pub fn amount(cell: &Cell, unit: i64) -> Result<Option<Amount>, NoAmount> {
    match amount_as(cell, &MoneyForm::of(unit)) {
        Err(NoAmount::Currency(currency)) => {
            let denomination = Denomination { currency, decimals: 0 };
            amount_as(cell, &MoneyForm { denomination, ..MoneyForm::of(unit) })
        }
        read => read,
    }
}

/// The currency of a column of amounts: its name says it, or its cells; kronor where neither does.
pub fn currency(table: &Table<'_>, column: usize) -> Currency {
    let named = match said(&table.names[column], Currency::Sek) {
        Some(Said::Money(_, currency)) => currency,
        _ => None,
    };
    let of_cell = |cell: &Cell| match amount_as(cell, &MoneyForm::of(1)) {
        Err(NoAmount::Currency(currency)) => Some(currency),
        _ => None,
    };
    named.or_else(|| table.filled(column).iter().find_map(|filled| of_cell(filled.cell))).unwrap_or_default()
}

/// Whether a column holds amounts: nearly all its cells can be read as such, and neither its name nor its cells say that
/// they are something else.
pub fn is_money(table: &Table<'_>, column: usize) -> bool {
    let cells = table.filled(column);
    let read = cells.iter().filter(|filled| matches!(amount(filled.cell, 1), Ok(Some(_)))).count();
    !cells.is_empty() && read * 10 >= cells.len() * 9 && !counts_other(table, column)
}

/// Whether amounts are of the size of funds; marks and answers are small numbers.
pub fn is_large(table: &Table<'_>, column: usize) -> bool {
    let large = |cell| matches!(amount(cell, 1), Ok(Some(kr)) if kr.to_string().len() > 3);
    table.filled(column).iter().any(|filled| large(filled.cell))
}

/// What the bare numbers of a column count: its name says it, or what stands above the table, or the sheet's or file's name.
pub fn unit(table: &Table<'_>, column: usize, names: &str) -> &'static str {
    let above = (0..table.header_row).filter_map(|row| table.grid.rows.get(row));
    let above: Vec<String> = above.flat_map(|row| row.filled().map(|(_, cell)| cell.text())).collect();
    let said = [table.names[column].as_str(), names].into_iter().chain(above.iter().map(String::as_str));
    said.map(words::unit_of).find(|unit| *unit != "kr").filter(|_| !says_kronor(&table.names[column])).unwrap_or("kr")
}

/// Whether a name says that its numbers are kronor.
fn says_kronor(name: &str) -> bool {
    words::unit_of(name) == "kr" && ["kr.", "kronor.", "sek."].iter().any(|stem| words::has(name, stem))
}

/// The kronor of a unit.
pub fn kronor_of(unit: &str) -> i64 {
    Currency::Sek.units().iter().find(|(word, _)| *word == unit).map_or(1, |(_, kronor)| *kronor)
}

/// Whether the numbers of a column are codes, years, ids, or count something else than money.
pub fn counts_other(table: &Table<'_>, column: usize) -> bool {
    let name = &table.names[column];
    let named = words::names_money(name);
    let other = || words::names_other_number(name) || are_years(table, column) || is_running(table, column);
    has_leading_zeros(table, column) || are_own_codes(table, column) || !named && other()
}

/// `0180`, `03`: amounts have no zero in front.
fn has_leading_zeros(table: &Table<'_>, column: usize) -> bool {
    table.values(column).any(|text| {
        text.len() > 1
            && text.starts_with('0')
            && text.bytes().all(|b| b.is_ascii_digit())
            && text.bytes().any(|b| b != b'0')
    })
}

fn are_years(table: &Table<'_>, column: usize) -> bool {
    table.share(column, |text| text.len() == 4 && text.parse::<u16>().is_ok_and(|year| (1900..=2100).contains(&year)))
        >= 1.0
}

/// Whether rows are numbered from 1, or 0.
fn is_running(table: &Table<'_>, column: usize) -> bool {
    let numbers: Vec<u64> = table.values(column).filter_map(|text| text.parse().ok()).collect();
    let all = numbers.len() == table.filled(column).len();
    let from_start = numbers.first().is_some_and(|first| *first <= 1);
    all && from_start && numbers.len() > 1 && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1)
}

/// Whether most cells are the register's code of the recipient that stands in the same row.
fn are_own_codes(table: &Table<'_>, column: usize) -> bool {
    const LONGEST: usize = 4;
    const FIRST: usize = 5;
    let digits = |text: &str| text.len() <= LONGEST && text.bytes().all(|b| b.is_ascii_digit());
    let found = |level: Level, text: &str| register::find(level, text).map(|recipient| &recipient.code);
    let known = |text: &str| table.levels.iter().copied().any(|level| found(level, text).is_some());
    // Rows are gone through only where the cells are codes at all.
    if table.share(column, |text| digits(text) && known(text)) <= 0.5 {
        return false;
    }
    let has_names = |other: &usize| table.values(*other).take(FIRST).any(|text| !digits(text) && known(text));
    let names: Vec<usize> = (0..table.names.len()).filter(|other| *other != column).filter(has_names).collect();
    let is_own = |row: &&usize| {
        let code = tidy(table.cell(**row, column));
        let of = |name: &str| {
            table.levels.iter().copied().any(|l| found(l, name).is_some() && found(l, name) == found(l, &code))
        };
        names.iter().any(|other| of(&tidy(table.cell(**row, *other))))
    };
    table.rows.iter().filter(is_own).count() * 2 > table.filled(column).len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Cell, Grid};

    fn grid(rows: &[&[&str]]) -> Grid {
        let rows = rows.iter().map(|row| row.iter().map(|text| Cell::of_text(text)).collect()).collect();
        Grid { file: "x.csv".into(), rows, ..Grid::default() }
    }

    #[test]
    fn codes_years_and_numbers_of_people_are_no_money() {
        let grid = grid(&[
            &["Kommun", "Uppgift", "Lkf", "Budgetår", "Nr", "Invånare", "Konto", "Återbetalt"],
            &["Ale", "1440", "1440", "2024", "1", "32446", "4010", "17000"],
            &["Tjörn", "1419", "1419", "2024", "2", "16290", "4020", "1419"],
            &["Upplands Väsby", "0114", "114", "2024", "3", "50600", "4030", "2024"],
        ]);
        let table = Table::all(&grid).pop().expect("a table");
        let money: Vec<&str> =
            table.columns().filter(|c| is_money(&table, *c)).map(|c| table.names[c].as_str()).collect();
        assert_eq!(money, ["Återbetalt"]);
    }
}
