//! Amounts, as people type them.
//!
//! Read are `1 250 000` with any kind of space, `1.250.000`, `1'250'000`, `125 000,00`, `1 250 000 kr`, `450 tkr`, `1,2 mnkr`,
//! `tkr 450`, and in a study in euro `1 250,50 €`, `EUR 1,250.50`, `450 t€`. What is in another currency than the study's, and what cannot be read with certainty (`ca 300 000`, `80–90 tkr`, `1,234`) is refused: a correction has to say what
//! it means, or the key `decimal` which sign stands before decimals.

mod coin;
mod heading;
mod sign;
mod token;
mod unit;
mod words;

use std::sync::LazyLock;

use regex::Regex;

use super::grid::Cell;
use super::looks::Shown;
use super::spelling::plain;
use crate::diagnostic::Place;
use crate::money::{Amount, Currency};
use crate::msg;
use crate::study::MoneyForm;
use crate::wording::{Arg, Message};
pub use heading::{of_lines, said};
use sign::parts;
pub use unit::Unit;
pub use words::Said;

/// Amounts above this are no amounts of a grant; the bound keeps every sum far from overflow.
const LARGEST: i128 = 1_000_000_000_000;

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
    /// Its point or comma may stand before decimals or between thousands.
    Sign,
    /// Its point may stand before decimals as in the cell at a place, or between thousands.
    Mixed(Place),
    /// It begins with a zero, as codes and telephone numbers do.
    Code,
    /// The number format of its cell shows something else than an amount of money.
    Format,
    /// It is in another currency than the study.
    Currency(Currency),
}

impl NoAmount {
    /// What was expected instead.
    pub fn expected(&self) -> Message {
        match self {
            Self::Uncertain => msg!("wanted-amount", thousands = Arg::unit(1_000), millions = Arg::unit(1_000_000)),
            Self::Negative => msg!("wanted-amount-of-0-or-more"),
            Self::TooLarge => msg!("wanted-amount-of-a-grant", currency = Arg::currency()),
            Self::Sign => msg!("wanted-amount-with-clear-sign"),
            Self::Mixed(place) => msg!("wanted-amount-with-one-sign", place),
            Self::Code => msg!("wanted-amount-without-leading-zero"),
            Self::Format => msg!("wanted-amount-by-format", currency = Arg::currency()),
            Self::Currency(other) => {
                let (read, code) = (other.in_unit(1), other.code());
                msg!("wanted-amount-in-currency", currency = Arg::currency(), read, code)
            }
            Self::Scientific => msg!("wanted-all-digits"),
        }
    }
}

/// The amount in a cell; a bare number counts `unit` kronor. `None` for a blank cell.
///
/// # Errors
/// [`NoAmount`] where the cell cannot be read with certainty.
pub fn amount(cell: &Cell, unit: i64) -> Result<Option<Amount>, NoAmount> {
    amount_as(cell, &MoneyForm::of(unit))
}

/// The amount in a cell of a column that the study says something of.
///
/// # Errors
/// [`NoAmount`] where the cell cannot be read with certainty.
pub fn amount_as(cell: &Cell, form: &MoneyForm) -> Result<Option<Amount>, NoAmount> {
    match cell {
        Cell::Blank => Ok(None),
        Cell::Number(number) => of_number(*number, form.unit).map(Some),
        Cell::Text(_) if cell.is_blank() => Ok(None),
        Cell::Shown(shown) => of_shown(shown, form).map(Some),
        Cell::Text(text) => of_text(text, form).map(Some),
        Cell::Flag(_) | Cell::Fault(_) | Cell::Uncalculated => Err(NoAmount::Uncertain),
    }
}

/// A numeric cell with a format. Its unit counts as one that is written beside the number; a number shown in thousands is
/// what is stored, unless the unit makes it another.
fn of_shown(shown: &Shown, form: &MoneyForm) -> Result<Amount, NoAmount> {
    let unit = form.unit;
    if shown.is_hidden() {
        return of_number(shown.number, unit);
    }
    let word = shown.unit().ok_or(NoAmount::Format)?;
    let said = match word {
        "" => None,
        word => Some(times(Unit::of(word, form.currency()).ok_or(NoAmount::Format)?, form)?),
    };
    match (shown.scale(), said) {
        (1, said) => of_number(shown.number, said.unwrap_or(unit)),
        (scale, Some(said)) if said == scale => of_number(shown.number, 1),
        (scale, None) if unit == scale || unit == 1 => of_number(shown.number, 1),
        _ => Err(NoAmount::Format),
    }
}

/// How much a unit is, as people write it behind an amount in any currency; `None` where it is none.
pub fn times_of_unit(word: &str) -> Option<i64> {
    Unit::of(word, Currency::default()).map(|unit| unit.times)
}

/// How much a unit is in the study's own currency.
fn times(unit: Unit, form: &MoneyForm) -> Result<i64, NoAmount> {
    match unit.currency.filter(|currency| *currency != form.currency()) {
        Some(other) => Err(NoAmount::Currency(other)),
        None => Ok(unit.times),
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
    if number > LARGEST as f64 {
        return Err(NoAmount::TooLarge);
    }
    let shortest = number.to_string();
    let (whole, decimals) = shortest.split_once('.').unwrap_or((&shortest, ""));
    scaled(whole, decimals, unit, true)
}

/// Whether a point stands before the decimals of a cell, in the unit of bare numbers.
pub fn has_decimal_point(cell: &Cell, form: &MoneyForm) -> bool {
    let Cell::Text(text) = cell else { return false };
    let is_last = |number: &str| number.rfind('.') > number.rfind(',');
    text.contains('.')
        && written(text, form)
            .is_ok_and(|own| own.unit == form.unit && !own.decimals.is_empty() && is_last(&own.number))
}

/// An amount as a text has it.
struct Written {
    /// The number without its unit, and its digits before and after the decimal sign.
    number: String,
    whole: String,
    decimals: String,
    /// How much one is.
    unit: i64,
}

fn of_text(text: &str, form: &MoneyForm) -> Result<Amount, NoAmount> {
    let written = written(text, form)?;
    scaled(&written.whole, &written.decimals, written.unit, false)
}

fn written(text: &str, form: &MoneyForm) -> Result<Written, NoAmount> {
    static SHAPE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(
            r"(?x)^ (?: (?P<before>[\p{L}€£$]+)\.?\ ? )? (?P<minus>[-−–])? \ ?
            (?P<number>[0-9](?:[0-9.,'\x{2019}\ ]*[0-9])?) (?P<dash>,-)? \ ?
            (?P<after> :- | [\p{L}€£$]+\.? (?:\ [\p{L}€£$]+\.?){0,2} )? $",
        )
        .ok()
    });
    // Two amounts may stand on two lines.
    let is_break = |c: char| matches!(c, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    if text.trim().contains(is_break) {
        return Err(NoAmount::Uncertain);
    }
    let plain = plain(text).to_lowercase();
    let Some(found) = SHAPE.as_ref().and_then(|shape| shape.captures(&plain)) else {
        return Err(if is_scientific(&plain) { NoAmount::Scientific } else { NoAmount::Uncertain });
    };
    let known = |word: regex::Match<'_>| Unit::of(word.as_str(), form.currency());
    let unit = match (found.name("before"), found.name("after")) {
        (Some(_), Some(_)) => return Err(NoAmount::Uncertain),
        (Some(word), None) => Some(known(word).filter(|unit| unit.short).ok_or(NoAmount::Uncertain)?),
        (None, Some(word)) => Some(known(word).ok_or(NoAmount::Uncertain)?),
        (None, None) => None,
    };
    if found.name("minus").is_some() {
        return Err(NoAmount::Negative);
    }
    let unit = unit.map_or(Ok(form.unit), |unit| times(unit, form))?;
    let number = found.name("number").map_or("", |number| number.as_str());
    let (whole, decimals) = parts(number, unit, form)?;
    if found.name("dash").is_some() && !decimals.is_empty() {
        return Err(NoAmount::Uncertain);
    }
    Ok(Written { number: number.to_owned(), whole, decimals, unit })
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
    if kronor > LARGEST {
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
    if ore > LARGEST * 100 {
        return Err(NoAmount::TooLarge);
    }
    i64::try_from(ore).map(Amount::from_ore).map_err(|_| NoAmount::TooLarge)
}

#[cfg(test)]
mod tests;
