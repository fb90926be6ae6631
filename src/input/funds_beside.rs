//! Amounts beside the declared ones in a list of funds: repaid or corrected sums that no key names.

use super::amount::amount_as;
use super::columns::Columns;
use super::spelling::plain;
use crate::diagnostic::{Diagnostic, Diagnostics, shown_whole};
use crate::money::Amount;
use crate::study::MoneyForm;

/// Beginnings of words for what changes a paid amount.
const CHANGES: [&str; 8] = ["återbet", "återkrav", "återför", "repaid", "rättat", "rättad", "korriger", "justerat"];

/// Warns of filled columns of amounts that no key names and whose names speak of repaid or corrected sums, or go on where a
/// declared name ends, as `Belopp 2` beside `Belopp`.
pub(super) fn report(columns: &Columns<'_>, declared: &[&str], money: &MoneyForm, messages: &mut Diagnostics) {
    let declared: Vec<String> = declared.iter().map(|name| plain(name).to_lowercase()).collect();
    for (column, name) in columns.names().iter().enumerate() {
        let own = plain(name).to_lowercase();
        if own.is_empty() || declared.contains(&own) || !speaks_of_change(&own, &declared) {
            continue;
        }
        let amounts = columns.rows().filter_map(|row| amount_as(columns.grid.cell(row, column), money).ok().flatten());
        let amounts: Vec<Amount> = amounts.filter(|amount| *amount > Amount::default()).collect();
        if amounts.is_empty() {
            continue;
        }
        let (name, count) = (shown_whole(name), amounts.len());
        let sum = amounts.into_iter().sum::<Amount>().spaced();
        messages.push(
            Diagnostic::warning(
                columns.header_place(column),
                format!("no key names the column {name}: {sum} kr in {count} filled cells are not read"),
            )
            .expected("keys for the columns that change what was paid out")
            .action("declare it, as repaid = \"…\" or in [repayments], or leave it out on purpose in a copy of the list")
            .in_swedish(
                format!("ingen nyckel namnger kolumnen {name}: {sum} kr i {count} ifyllda celler läses inte"),
                "nycklar för de kolumner som ändrar det utbetalda",
                "deklarera den, med repaid = \"…\" eller i [repayments], eller utelämna den avsiktligt i en kopia av listan",
            ),
        );
    }
}

fn speaks_of_change(name: &str, declared: &[String]) -> bool {
    let goes_on =
        |known: &String| name.strip_prefix(known.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphabetic));
    name.split(|c: char| !c.is_alphanumeric()).any(|word| CHANGES.iter().any(|stem| word.starts_with(stem)))
        || declared.iter().any(goes_on)
}
