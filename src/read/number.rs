//! Numbers that are no amounts of money: populations, shares, and the declared numbers of other years.
//!
//! Read are `1 234`, `12,5`, `12.5` and `83 %`, exactly. A point is a decimal sign only where one or two digits follow,
//! as in amounts of money; `1.234` is refused.

use std::sync::LazyLock;

use regex::Regex;

use super::amount::times_of_unit;
use super::grid::Cell;
use super::looks::Shown;
use super::spelling::plain;
use crate::exact::Exact;

/// A cell that cannot be read as a number with certainty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoNumber;

/// Why a cell is no number of what is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCount {
    /// It cannot be read with certainty.
    Unreadable,
    /// Its comma or point may stand before decimals or between thousands.
    Sign,
    /// It is below zero.
    Negative,
}

/// A number of what is counted, as pupils, in a column whose decimal sign the study may declare; without that, a comma or point
/// before three digits may be either.
///
/// # Errors
/// [`NoCount`] where the cell cannot be read with certainty, or is below zero.
pub fn count(cell: &Cell, decimal: Option<char>) -> Result<Option<Exact>, NoCount> {
    if decimal.is_none() && has_doubtful_sign(cell) {
        return Err(NoCount::Sign);
    }
    match number_as(cell, decimal) {
        Ok(Some(value)) if value < Exact::ZERO => Err(NoCount::Negative),
        Ok(value) => Ok(value),
        Err(NoNumber) => Err(NoCount::Unreadable),
    }
}

/// Whether a text is as `1,300` or `1.300`: thousands in one language, decimals in another.
fn has_doubtful_sign(cell: &Cell) -> bool {
    const GROUP: usize = 3;
    let Cell::Text(text) = cell else { return false };
    let text = plain(text);
    let Some((whole, rest)) = text.split_once([',', '.']) else { return false };
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    is_digits(whole) && whole.len() <= GROUP && !whole.starts_with('0') && is_digits(rest) && rest.len() == GROUP
}

/// The number in a cell; `None` for a blank one.
///
/// # Errors
/// [`NoNumber`] where the cell cannot be read with certainty.
pub fn number(cell: &Cell) -> Result<Option<Exact>, NoNumber> {
    match cell {
        Cell::Blank => Ok(None),
        Cell::Text(_) if cell.is_blank() => Ok(None),
        Cell::Text(text) => of_text(text).map(Some).ok_or(NoNumber),
        Cell::Number(number) => of_decimals(&number.to_string()).map(Some).ok_or(NoNumber),
        Cell::Shown(shown) => of_shown(shown).map(Some).ok_or(NoNumber),
        Cell::Flag(_) | Cell::Fault(_) | Cell::Uncalculated => Err(NoNumber),
    }
}

/// The same in a column whose decimal sign the study declares: the other sign can only stand between thousands.
///
/// # Errors
/// [`NoNumber`] where the cell cannot be read with certainty.
pub fn number_as(cell: &Cell, decimal: Option<char>) -> Result<Option<Exact>, NoNumber> {
    let (Cell::Text(text), Some(decimal)) = (cell, decimal) else { return number(cell) };
    let other = if decimal == ',' { '.' } else { ',' };
    let (whole, part) = text.split_once(decimal).map_or((text.as_str(), None), |(whole, part)| (whole, Some(part)));
    // Spaces between the thousands are read as they are elsewhere.
    let text = whole.replace(other, " ") + &part.map_or_else(String::new, |part| format!(",{part}"));
    number(&Cell::Text(text))
}

/// Whether a cell says that its number is a share of a hundred.
pub fn is_percent(cell: &Cell) -> bool {
    match cell {
        Cell::Shown(shown) => shown.is_percent(),
        Cell::Text(text) => text.trim_end().ends_with('%'),
        _ => false,
    }
}

/// A number with a format: in percent where that says so. What counts something is its number; thousands are not one.
fn of_shown(shown: &Shown) -> Option<Exact> {
    if shown.is_hidden() || shown.scale() > 1 {
        return of_decimals(&shown.number.to_string());
    }
    let unit = shown.unit()?.to_lowercase();
    let counts = unit.is_empty() || shown.is_percent() || times_of_unit(&unit).is_some_and(|factor| factor == 1);
    let word = unit.chars().all(|sign| sign.is_alphabetic() || sign.is_whitespace() || sign == '.');
    let multiple = ["tus", "milj", "mdr", "mkr", "k", "m", "t", "kkr"].iter().any(|begin| match begin.len() {
        1 => unit == *begin,
        _ => unit.starts_with(begin),
    });
    (counts || (word && !multiple && times_of_unit(&unit).is_none())).then(|| of_decimals(&shown.digits()))?
}

fn of_text(text: &str) -> Option<Exact> {
    static FORM: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(
            r"(?x)^ (?P<minus>[-−])? \s*
            (?: (?P<plain>[0-9]+) | (?P<spaced>[0-9]{1,3}(?:\s[0-9]{3})+) )
            (?: ,(?P<comma>[0-9]+) | \.(?P<point>[0-9]{1,2}) )? \s* %? $",
        )
        .ok()
    });
    let text = plain(text);
    let found = FORM.as_ref().and_then(|form| form.captures(&text))?;
    let digits: String = found.name("plain").or(found.name("spaced"))?.as_str().split_whitespace().collect();
    let decimals = found.name("comma").or(found.name("point")).map_or("", |d| d.as_str());
    let minus = if found.name("minus").is_some() { "-" } else { "" };
    of_decimals(&format!("{minus}{digits}.{decimals}"))
}

/// Digits with a decimal point, as programs write them.
fn of_decimals(text: &str) -> Option<Exact> {
    const MOST_DIGITS: usize = 15;
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    if whole.len() > MOST_DIGITS || decimals.len() > MOST_DIGITS {
        return None;
    }
    let digits: i128 = format!("{whole}{decimals}").parse().ok()?;
    Exact::fraction(digits, 10_i128.pow(u32::try_from(decimals.len()).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(numerator: i128, denominator: i128) -> Result<Option<Exact>, NoNumber> {
        Ok(Exact::fraction(numerator, denominator))
    }

    #[test]
    fn numbers_are_read_exactly() {
        let cases = [
            ("10 587 140", (10_587_140, 1)),
            ("2471773", (2_471_773, 1)),
            ("12,5", (25, 2)),
            ("12.5 %", (25, 2)),
            ("83\u{a0}%", (83, 1)),
            ("−35 %", (-35, 1)),
            ("0", (0, 1)),
        ];
        for (text, (numerator, denominator)) in cases {
            assert_eq!(number(&Cell::Text(text.to_owned())), of(numerator, denominator), "{text:?}");
        }
        assert_eq!(number(&Cell::Number(0.1)), of(1, 10));
        assert_eq!(number(&Cell::Blank), Ok(None));
    }

    #[test]
    fn a_declared_sign_stands_before_decimals() {
        let read = |text: &str, decimal| number_as(&Cell::Text(text.to_owned()), Some(decimal));
        assert_eq!(read("1.234", '.'), of(1_234, 1_000));
        assert_eq!(read("1.234", ','), of(1_234, 1));
        assert_eq!(read("1,234.5 %", '.'), of(12_345, 10));
        assert_eq!(read("12,5", ','), of(25, 2));
        assert_eq!(read("12,5", '.'), Err(NoNumber));
        assert_eq!(read("0.5", ','), Err(NoNumber));
    }

    #[test]
    fn what_is_counted_is_clear_and_not_below_zero() {
        let read = |text: &str, decimal| count(&Cell::Text(text.to_owned()), decimal);
        let whole = |number| Ok(Some(Exact::whole(number)));
        assert_eq!(read("1 300", None), whole(1_300));
        assert_eq!(read("1,300", None), Err(NoCount::Sign));
        assert_eq!(read("1.300", None), Err(NoCount::Sign));
        assert_eq!(read("1,300", Some('.')), whole(1_300));
        assert_eq!(read("1,300", Some(',')), Ok(Exact::fraction(13, 10)));
        assert_eq!(read("0,125", None), Ok(Exact::fraction(1, 8)));
        assert_eq!(read("300,5", None), Ok(Exact::fraction(601, 2)));
        assert_eq!(read("-300", None), Err(NoCount::Negative));
        assert_eq!(count(&Cell::Number(-300.0), None), Err(NoCount::Negative));
        assert_eq!(read("ca 300", None), Err(NoCount::Unreadable));
        assert_eq!(read("", None), Ok(None));
    }

    #[test]
    fn what_is_uncertain_is_refused() {
        for text in ["1.234", "ca 5", "5–6", "<1 %", "1e3", "12 34", "½"] {
            assert_eq!(number(&Cell::Text(text.to_owned())), Err(NoNumber), "{text:?}");
        }
        assert_eq!(number(&Cell::Number(f64::NAN)), Err(NoNumber));
    }
}
