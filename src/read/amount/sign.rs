//! Whether a point or comma stands before decimals or between thousands.

use super::NoAmount;
use crate::money::Currency;
use crate::study::MoneyForm;

/// The digits before and after the decimal sign of a number without its unit.
///
/// A space or an apostrophe can only stand between thousands, and so can a sign that is there several times. Of a point and a
/// comma the last is the decimal sign. A lone point before three digits stands between thousands where kronor are counted,
/// which have no third decimal, and may be either where thousands or millions are; a lone comma is Swedish for decimals, but
/// kronor with three of them are no Swedish amount. A column is read in one way: where a point stands before decimals in another
/// of its cells, a lone one before three digits may, too. What the study declares comes before all that.
pub(super) fn parts(number: &str, unit: i64, form: &MoneyForm) -> Result<(String, String), NoAmount> {
    let last = number.rfind(['.', ',']);
    let sign = last.and_then(|at| number[at..].chars().next());
    let (Some(at), Some(sign)) = (last, sign) else { return whole(number, &[]).map(|digits| (digits, String::new())) };
    let (before, after) = (&number[..at], &number[at + 1..]);
    let other = if sign == '.' { ',' } else { '.' };
    let is_decimals = !after.is_empty() && after.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(declared) = form.decimal {
        if declared != sign {
            // It stands between thousands, or the declaration does not hold.
            return whole(number, &[sign]).map(|digits| (digits, String::new())).map_err(|_| NoAmount::Sign);
        }
        let digits = whole(before, &[other]).ok().filter(|_| is_decimals).ok_or(NoAmount::Sign)?;
        return Ok((digits, after.to_owned()));
    }
    // In other currencies `1,250.50` is as usual as `1.250,50`, and neither can be mistaken.
    let is_abroad = form.currency() != Currency::Sek;
    let is_group = is_decimals && after.len() == 3;
    let alone = !before.contains([sign, other, ' ', '\'', '\u{2019}']);
    if before.contains(sign) {
        // Several commas are no Swedish number, though one in English.
        let digits = whole(number, &[sign])?;
        return if sign == '.' || is_abroad { Ok((digits, String::new())) } else { Err(NoAmount::Sign) };
    }
    if is_group && alone && before.len() <= 3 && !before.starts_with('0') && sign == '.' {
        return match &form.point {
            _ if unit != 1 => Err(NoAmount::Sign),
            Some(place) => Err(NoAmount::Mixed(place.clone())),
            None => Ok((format!("{before}{after}"), String::new())),
        };
    }
    if before.contains(other) && sign == '.' && !is_abroad {
        return Err(NoAmount::Sign);
    }
    let digits = whole(before, if is_abroad { &['.', ','] } else { &['.'] })?;
    if !is_decimals {
        return Err(NoAmount::Uncertain);
    }
    if unit == 1 && after.len() > 2 && (after.len() == 3 || after[2..].bytes().any(|digit| digit != b'0')) {
        return Err(if after.len() == 3 { NoAmount::Sign } else { NoAmount::Uncertain });
    }
    Ok((digits, after.to_owned()))
}

/// The digits of a whole number: all in a row, or in groups of three with one kind of sign between them.
fn whole(text: &str, between: &[char]) -> Result<String, NoAmount> {
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if is_digits(text) {
        return if text.len() > 1 && text.starts_with('0') && text.bytes().any(|digit| digit != b'0') {
            Err(NoAmount::Code)
        } else {
            Ok(text.to_owned())
        };
    }
    let signs = [' ', '\'', '\u{2019}'].iter().chain(between);
    let groups = signs.filter(|sign| text.contains(**sign)).map(|sign| text.split(*sign).collect::<Vec<_>>());
    let well = |groups: &Vec<&str>| {
        let mut sizes = groups.iter().enumerate().map(|(index, part)| (index, part.len()));
        groups.iter().all(|part| is_digits(part))
            && sizes.all(|(index, size)| if index == 0 { size <= 3 } else { size == 3 })
    };
    groups.into_iter().find(well).map(|groups| groups.concat()).ok_or(NoAmount::Uncertain)
}
