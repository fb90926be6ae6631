//! Whether a column that no key names holds amounts: its cells, their size beside the declared ones, and what its name says.

use super::blocks::says_nothing;
use super::columns::Columns;
use crate::money::{Amount, Kronor};
use crate::read::amount::amount_as;
use crate::study::MoneyForm;

/// The amounts above zero of a column's rows; `None` where a cell holds anything else than an amount, a nought or a dash.
pub(super) fn amounts(
    columns: &Columns<'_>,
    column: usize,
    rows: impl Iterator<Item = usize>,
    form: &MoneyForm,
) -> Option<Vec<Amount>> {
    let cells = rows.map(|row| columns.grid.cell(row, column)).filter(|cell| !says_nothing(cell));
    let all: Option<Vec<Amount>> = cells.map(|cell| amount_as(cell, form).ok().flatten()).collect();
    all.map(|all| all.into_iter().filter(|amount| *amount > Amount::default()).collect())
}

/// The amount in the middle.
pub(super) fn median(amounts: &[Amount]) -> Option<Amount> {
    let mut sorted = amounts.to_vec();
    sorted.sort_unstable();
    sorted.get(sorted.len() / 2).copied()
}

/// Whether numbers under a name are probably amounts beside others of a typical size: neither counts nor codes, dates or years,
/// and not of quite another size: at most `smaller` times smaller.
pub(super) fn is_money(name: &str, amounts: &[Amount], typical: Amount, smaller: i64) -> bool {
    /// So many times larger than the typical amount.
    const LARGER: i64 = 100;
    let Some(middle) = median(amounts) else { return false };
    let is_near =
        middle.ore().saturating_mul(smaller) >= typical.ore() && middle.ore() <= typical.ore().saturating_mul(LARGER);
    is_near && !counts_something_else(name) && !are_codes(amounts)
}

/// Whether a name speaks of people, time, codes or parts of a hundred.
pub(super) fn counts_something_else(name: &str) -> bool {
    const WORDS: [&str; 22] = [
        "antal",
        "antalet",
        "id",
        "kod",
        "dnr",
        "tid",
        "time",
        "timmar",
        "sekunder",
        "minuter",
        "dagar",
        "datum",
        "date",
        "år",
        "seed",
        "procent",
        "andel",
        "%",
        "telefon",
        "deltagare",
        "population",
        "code",
    ];
    const STEMS: [&str; 13] = [
        "invånar",
        "folkmängd",
        "befolkning",
        "organisationsn",
        "orgn",
        "diarien",
        "ärenden",
        "löpn",
        "postn",
        "personn",
        "tidpunkt",
        "tidst",
        "årsarbet",
    ];
    let lower = name.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric() && c != '%').filter(|word| !word.is_empty()).collect();
    // A number that is named behind it, as in "Insats nr två", is that of a block.
    let is_numbered = |word: &&&str| ["nr", "nummer", "kod"].iter().any(|end| word.ends_with(end));
    let of_word = |word: &&str| WORDS.contains(word) || STEMS.iter().any(|stem| word.starts_with(stem));
    words.iter().any(of_word) || words.last().filter(is_numbered).is_some()
}

/// Whether all numbers are organisation numbers, dates, years, or serial numbers within a narrow range.
pub(super) fn are_codes(amounts: &[Amount]) -> bool {
    let whole: Option<Vec<Kronor>> = amounts.iter().map(|amount| amount.whole()).collect();
    let Some(whole) = whole.filter(|whole| !whole.is_empty()) else { return false };
    let all = |is: fn(Kronor) -> bool| whole.iter().all(|kronor| is(*kronor));
    all(is_organisation_number) || all(is_date) || all(is_year) || is_series(&whole)
}

/// Whether a number is a Swedish organisation number: ten digits, the third at least 2, the last a check digit.
pub(super) fn is_organisation_number(kronor: Kronor) -> bool {
    let digits: Vec<u32> = kronor.0.to_string().chars().filter_map(|c| c.to_digit(10)).collect();
    if digits.len() != 10 || digits[2] < 2 {
        return false;
    }
    let doubled = |(place, digit): (usize, &u32)| match digit * if place % 2 == 0 { 2 } else { 1 } {
        sum @ 10.. => sum - 9,
        sum => sum,
    };
    digits.iter().enumerate().map(doubled).sum::<u32>() % 10 == 0
}

/// Whether a number reads as a date, as 20241231.
pub(super) fn is_date(kronor: Kronor) -> bool {
    let (year, month, day) = (kronor.0 / 10_000, kronor.0 / 100 % 100, kronor.0 % 100);
    (1990..=2039).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day)
}

/// Whether at least three different numbers lie within a hundredth of each other, as serial numbers and dates of spreadsheets.
fn is_series(whole: &[Kronor]) -> bool {
    let mut sorted = whole.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    let (Some(first), Some(last)) = (sorted.first(), sorted.last()) else { return false };
    sorted.len() == whole.len() && whole.len() >= 3 && last.0 - first.0 <= first.0 / 100
}

/// Whether so many kronor look like a year; round ones are amounts often enough.
pub fn is_year(kronor: Kronor) -> bool {
    (2011..=2039).contains(&kronor.0) && kronor.0 % 10 != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kronor(all: &[i64]) -> Vec<Amount> {
        all.iter().filter_map(|kronor| Amount::from_kronor(*kronor)).collect()
    }

    #[test]
    fn amounts_are_told_from_counts_codes_and_dates() {
        let typical = Amount::from_ore(2_500_000 * 100);
        let money = |name: &str, all: &[i64]| is_money(name, &kronor(all), typical, 200);
        assert!(money("Tillägg", &[50_000, 100_000, 25_000]));
        assert!(money("Reviderat belopp", &[2_400_000]));
        assert!(money("Andra insatsen", &[450_000, 300_000]));
        assert!(!money("Folkmängd 2024", &[300_000, 400_000, 1_300_000]));
        assert!(!money("Antal nådda", &[30_000, 40_000]));
        assert!(!money("Anställda", &[300, 400]));
        assert!(!money("Registrerad", &[20_240_131, 20_240_301]));
        // The organisation numbers of the regions of Uppsala and Skåne.
        assert!(!money("Mottagarens", &[2_321_000_024, 2_321_000_255]));
        assert!(!money("Löp", &[100_001, 100_002, 100_007]));
        assert!(!money("Avser", &[2_024, 2_023]));
    }

    #[test]
    fn organisation_numbers_have_a_check_digit() {
        assert!(is_organisation_number(Kronor(2_321_000_016)));
        assert!(is_organisation_number(Kronor(2_120_000_142)));
        assert!(!is_organisation_number(Kronor(2_321_000_017)));
        assert!(!is_organisation_number(Kronor(1_250_000)));
    }
}
