//! Swedish amounts, as people type them.
//!
//! Read are `1 250 000` with any kind of space, `1.250.000`, `125 000,00`, `1 250 000 kr`, `450 tkr`, `1,2 mnkr`. What
//! cannot be read with certainty (`ca 300 000`, `80–90 tkr`, `1,234`) is refused: a correction has to say what it means.

use std::sync::LazyLock;

use regex::Regex;

use super::grid::Cell;
use super::spelling::plain;
use crate::money::Amount;

/// Amounts above this many kronor are no amounts of a grant; the bound keeps every sum far from overflow.
const LARGEST_KRONOR: i128 = 1_000_000_000_000;

/// Why a cell is no amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoAmount {
    /// It cannot be read with certainty.
    Uncertain,
    /// It is below zero.
    Negative,
    /// It is larger than any grant.
    TooLarge,
    /// It is written in scientific notation, which drops digits.
    Scientific,
}

impl NoAmount {
    /// What was expected instead.
    pub fn expected(&self) -> &'static str {
        match self {
            Self::Uncertain => "one amount, as 1 250 000, 125 000,00, 450 tkr or 1,2 mnkr",
            Self::Negative => "an amount of 0 or more",
            Self::TooLarge => "an amount of at most 1 000 000 000 000 kronor",
            Self::Scientific => "all digits of the amount; in scientific notation some may have been dropped",
        }
    }
}

/// The amount in a cell; a bare number counts `unit` kronor. `None` for a blank cell.
///
/// # Errors
/// [`NoAmount`] where the cell cannot be read with certainty.
pub fn amount(cell: &Cell, unit: i64) -> Result<Option<Amount>, NoAmount> {
    match cell {
        Cell::Blank => Ok(None),
        Cell::Number(number) => of_number(*number, unit).map(Some),
        Cell::Text(_) if cell.is_blank() => Ok(None),
        Cell::Text(text) => of_text(text, unit).map(Some),
        Cell::Flag(_) | Cell::Fault(_) | Cell::Uncalculated => Err(NoAmount::Uncertain),
    }
}

/// A numeric cell: its shortest decimal form is what the spreadsheet shows; formulas may leave more decimals than öre,
/// which are rounded half up.
fn of_number(number: f64, unit: i64) -> Result<Amount, NoAmount> {
    if !number.is_finite() {
        return Err(NoAmount::Uncertain);
    }
    if number < 0.0 {
        return Err(NoAmount::Negative);
    }
    if number > LARGEST_KRONOR as f64 {
        return Err(NoAmount::TooLarge);
    }
    let shortest = number.to_string();
    let (whole, decimals) = shortest.split_once('.').unwrap_or((&shortest, ""));
    scaled(whole, decimals, unit, true)
}

fn of_text(text: &str, unit: i64) -> Result<Amount, NoAmount> {
    static FORM: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(
            r"(?x)^ (?P<minus>[-−])? \s*
            (?: (?P<plain>[0-9]+) | (?P<spaced>[0-9]{1,3}(?:\s[0-9]{3})+) | (?P<dotted>[0-9]{1,3}(?:\.[0-9]{3})+) )
            (?: ,(?P<comma>[0-9]+|-) | \.(?P<point>[0-9]{1,2}) )? \s*
            (?P<unit>kr\.?|kronor|sek|:-|tkr\.?|ksek|tusen(?:\s(?:kr|kronor))?|mnkr\.?|mkr\.?|msek|miljoner(?:\s(?:kr|kronor))?)? $",
        )
        .ok()
    });
    let plain = plain(text).to_lowercase();
    let Some(found) = FORM.as_ref().and_then(|form| form.captures(&plain)) else {
        return Err(if is_scientific(&plain) { NoAmount::Scientific } else { NoAmount::Uncertain });
    };
    if found.name("minus").is_some() {
        return Err(NoAmount::Negative);
    }
    let unit = match found.name("unit").map(|u| u.as_str().trim_end_matches('.')) {
        None => unit,
        Some("kr" | "kronor" | "sek" | ":-") => 1,
        Some(word) if word.starts_with('m') => 1_000_000,
        Some(_) => 1_000,
    };
    let decimals = found.name("comma").or(found.name("point")).map_or("", |d| d.as_str()).trim_matches('-');
    let dotted = found.name("dotted").map(|d| d.as_str());
    // "1.250 tkr" may be one and a quarter or twelve hundred and fifty; "1,234" kronor is no Swedish number at all.
    let ambiguous_dot = unit > 1 && dotted.is_some_and(|d| d.matches('.').count() == 1) && decimals.is_empty();
    let ambiguous_comma = unit == 1 && decimals.len() > 2;
    if ambiguous_dot || ambiguous_comma {
        return Err(NoAmount::Uncertain);
    }
    let digits = dotted.or(found.name("plain").or(found.name("spaced")).map(|d| d.as_str())).unwrap_or_default();
    let whole: String = digits.chars().filter(char::is_ascii_digit).collect();
    scaled(&whole, decimals, unit, false)
}

/// Whether an amount looks as `1,25e+06` does.
fn is_scientific(text: &str) -> bool {
    let Some((number, exponent)) = text.split_once('e') else { return false };
    let exponent = exponent.trim_start_matches(['+', '-']);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(exponent) && digits(&number.replacen([',', '.'], "", 1))
}

/// Digits before and after the decimal sign, times the unit, in öre.
fn scaled(whole: &str, decimals: &str, unit: i64, round: bool) -> Result<Amount, NoAmount> {
    const MOST_DIGITS: usize = 18;
    if whole.len() > MOST_DIGITS || decimals.len() > MOST_DIGITS {
        return Err(if whole.len() > MOST_DIGITS { NoAmount::TooLarge } else { NoAmount::Uncertain });
    }
    let kronor: i128 = whole.trim_start_matches('0').parse().unwrap_or(0);
    if kronor > LARGEST_KRONOR {
        return Err(NoAmount::TooLarge);
    }
    // At most 12 digits before the sign and 18 behind it: together with the unit they may still be too many.
    let decimals = decimals.trim_end_matches('0');
    let digits: i128 = format!("{kronor}{decimals}").parse().map_err(|_| NoAmount::Uncertain)?;
    let divisor = 10_i128.pow(decimals.len() as u32);
    let times = digits.checked_mul(i128::from(unit) * 100).ok_or(NoAmount::Uncertain)?;
    let (ore, rest) = (times / divisor, times % divisor);
    if rest != 0 && !round {
        return Err(NoAmount::Uncertain);
    }
    let ore = ore + i128::from(rest * 2 >= divisor);
    if ore > LARGEST_KRONOR * 100 {
        return Err(NoAmount::TooLarge);
    }
    i64::try_from(ore).map(Amount::from_ore).map_err(|_| NoAmount::TooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kronor(text: &str, unit: i64) -> String {
        match amount(&Cell::Text(text.to_owned()), unit) {
            Ok(Some(amount)) => amount.to_string(),
            Ok(None) => "blank".to_owned(),
            Err(error) => format!("{error:?}"),
        }
    }

    #[test]
    fn swedish_amounts_are_read() {
        let cases = [
            ("1 250 000", "1250000"),
            ("1\u{a0}250\u{a0}000", "1250000"),
            ("1\u{2009}250\u{202f}000 kr", "1250000"),
            ("1.250.000", "1250000"),
            ("99.999", "99999"),
            ("125 000,00", "125000"),
            ("125000,50", "125000.50"),
            ("125000.5", "125000.50"),
            ("1.250.000,25 kr", "1250000.25"),
            ("450 tkr", "450000"),
            ("450 Tkr.", "450000"),
            ("1,2 mnkr", "1200000"),
            ("0,85 miljoner kronor", "850000"),
            ("1,250 tkr", "1250"),
            ("5 000:-", "5000"),
            ("500,-", "500"),
            ("0", "0"),
            (" 7 ", "7"),
            ("  ", "blank"),
        ];
        for (text, expected) in cases {
            assert_eq!(kronor(text, 1), expected, "{text:?}");
        }
    }

    #[test]
    fn what_is_uncertain_is_refused() {
        let cases = [
            "ca 300 000",
            "80–90 tkr",
            "21 700 (prel.)",
            "drygt 15 060",
            "1,234",
            "1.250 tkr",
            "12 34",
            "1 2500",
            "tolv tusen",
            "10 000 eller 12 000",
            "1.25.000",
            "#REF!",
            "0,000000001 mnkr",
            "½ mnkr",
            "100 euro",
        ];
        for text in cases {
            assert_eq!(kronor(text, 1), "Uncertain", "{text:?}");
        }
        assert_eq!(kronor("1e6", 1), "Scientific");
        assert_eq!(kronor("1,25E+06", 1), "Scientific");
        assert_eq!(kronor("1e6 kr", 1), "Uncertain");
        assert_eq!(kronor("-5", 1), "Negative");
        assert_eq!(kronor("\u{2212}5 000", 1), "Negative");
        assert_eq!(kronor("99999999999999999999", 1), "TooLarge");
        assert_eq!(kronor("2 000 000 000 000", 1), "TooLarge");
        // More digits than any whole number of the program has, found by fuzzing.
        assert_eq!(kronor("94444444444444,444444444444444444 mnkr", 1), "TooLarge");
        assert_eq!(kronor("999999999999,000000000000000001 mnkr", 1), "Uncertain");
        assert_eq!(kronor("1,000000000000000001 mnkr", 1), "Uncertain");
        assert_eq!(kronor("000000000001,500000000000000000 tkr", 1), "1500");
    }

    #[test]
    fn the_declared_unit_counts_bare_numbers_only() {
        assert_eq!(kronor("12,5", 1_000), "12500");
        assert_eq!(kronor("12,5 kr", 1_000), "12.50");
        assert_eq!(amount(&Cell::Number(3936.703), 1_000), Ok(Some(Amount::from_ore(393_670_300))));
    }

    #[test]
    fn formulas_may_leave_more_than_ore() {
        assert_eq!(amount(&Cell::Number(1000.0 / 3.0), 1), Ok(Some(Amount::from_ore(33_333))));
        assert_eq!(amount(&Cell::Number(0.1 + 0.2), 1), Ok(Some(Amount::from_ore(30))));
        assert_eq!(amount(&Cell::Number(f64::NAN), 1), Err(NoAmount::Uncertain));
        assert_eq!(amount(&Cell::Number(1e300), 1), Err(NoAmount::TooLarge));
        assert_eq!(amount(&Cell::Number(-0.01), 1), Err(NoAmount::Negative));
    }
}
