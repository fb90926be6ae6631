//! Units that stand in a header, as `Belopp (tkr)`, or in a line above the table: they must be those that the study declares.

use std::collections::BTreeSet;

use super::columns::Columns;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Spot, shown};
use crate::money::Currency;
use crate::msg;
use crate::read::amount::{Unit, amount_as};
use crate::study::MoneyForm;
use crate::wording::{Arg, Message};

/// What a header says that its numbers count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    /// So much money, in a currency where it says one.
    Money(i64, Option<Currency>),
    Percent,
}

/// Warns where headers say another unit than `form`, and bare numbers stand under them; one message for all `columns`. Another
/// currency is an error.
pub(super) fn check_header_unit(
    columns: &Columns<'_>,
    found: impl IntoIterator<Item = usize>,
    form: &MoneyForm,
    section: impl Into<Arg>,
    messages: &mut Diagnostics,
) {
    let other = |column: &usize| {
        let said = said(columns.name(*column), form.currency()).filter(|said| !said.is(form))?;
        has_bare_numbers(columns, *column, form).then_some((*column, said))
    };
    let found: Vec<usize> = found.into_iter().collect();
    let all: Vec<(usize, Said)> = found.iter().filter_map(other).collect();
    let section: Arg = match form.place.spot {
        Spot::Line(line) => msg!("section-on-line", section, file = &*form.place.file, line = line.to_string()).into(),
        _ => section.into(),
    };
    let Some((first, said)) = all.first().copied() else {
        messages.push_all(of_title(columns, &found, form, section).as_ref());
        return;
    };
    let (header, more, read) = (shown(columns.name(first)), all.len() - 1, unit_in_words(form.unit, form));
    let place = columns.header_place(first);
    let told = match said {
        Said::Money(unit, Some(other)) if other != form.currency() => Diagnostic::error(
            place,
            msg!("header-of-other-currency", header, says = other.in_unit(unit), read, code = other.code()),
        ),
        Said::Money(unit, _) => {
            let (says, unit) = (unit_in_words(unit, form), form.word_of(unit));
            Diagnostic::warning(place, msg!("header-of-other-unit", header, says, read, more, section, unit))
        }
        Said::Percent => Diagnostic::warning(place, msg!("header-of-percent", header, read, more, section)),
    };
    messages.push(told);
}

/// A warning where a line above the table says another unit, and bare numbers stand under headers that say none.
fn of_title(columns: &Columns<'_>, found: &[usize], form: &MoneyForm, section: Arg) -> Option<Diagnostic> {
    let own = form.currency();
    let is_open =
        |column: &&usize| said(columns.name(**column), own).is_none() && has_bare_numbers(columns, **column, form);
    let count = found.iter().filter(is_open).count();
    let of_line = |(place, title): (Place, String)| Some((place, unit_of_title(&title, own)?, title));
    let (place, kronor, title) = columns.titles().filter_map(of_line).last()?;
    if count == 0 || kronor == form.unit {
        return None;
    }
    let (says, read, unit) = (unit_in_words(kronor, form), unit_in_words(form.unit, form), form.word_of(kronor));
    let title = shown(&title);
    Some(Diagnostic::warning(place, msg!("title-of-other-unit", title, says, read, columns = count, section, unit)))
}

/// The unit that a line above a table says, in one of its short sentences.
fn unit_of_title(title: &str, own: Currency) -> Option<i64> {
    let unit = |sentence: &str| match said(sentence, own)? {
        Said::Money(unit, currency) => Some(unit).filter(|_| currency.is_none_or(|currency| currency == own)),
        Said::Percent => None,
    };
    title.split(". ").filter_map(unit).last()
}

/// A unit of the study's currency in words.
fn unit_in_words(unit: i64, form: &MoneyForm) -> Message {
    form.currency().in_unit(unit)
}

impl Said {
    /// Whether it is what the study declares.
    fn is(self, form: &MoneyForm) -> bool {
        match self {
            Self::Money(unit, currency) => {
                unit == form.unit && currency.is_none_or(|currency| currency == form.currency())
            }
            Self::Percent => false,
        }
    }
}

/// Whether a column has numbers without a unit of their own, other than 0.
fn has_bare_numbers(columns: &Columns<'_>, column: usize, form: &MoneyForm) -> bool {
    let read = |row: usize, unit: i64| {
        amount_as(columns.grid.cell(row, column), &MoneyForm { unit, ..form.clone() }).ok().flatten()
    };
    columns.rows().any(|row| read(row, 1) != read(row, 1_000))
}

/// The unit that a header says: in brackets before all, else in what follows its last comma or colon, else anywhere in a
/// short one.
fn said(header: &str, own: Currency) -> Option<Said> {
    const SHORT: usize = 40;
    let lower = header.to_lowercase();
    let bracketed = lower.split(['(', '[']).skip(1).filter_map(|part| part.split([')', ']']).next());
    let last = lower.rsplit([',', ':']).next().filter(|part| part.chars().count() <= SHORT);
    let whole = (lower.chars().count() <= SHORT).then_some(lower.as_str());
    bracketed.chain(last).chain(whole).find_map(|text| of_words(text, own))
}

/// The unit of a few words; a number before a word, as in "av 300 miljoner", makes it a part of the sentence.
fn of_words(text: &str, own: Currency) -> Option<Said> {
    let is_sign = |c: char| matches!(c, '%' | '€' | '£' | '$');
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric() && !is_sign(c)).filter(|w| !w.is_empty()).collect();
    let counted = |index: &usize| *index == 0 || !words[*index - 1].bytes().any(|byte| byte.is_ascii_digit());
    let all = || (0..words.len()).filter(counted).map(|index| words[index]);
    let units: Vec<Unit> = all().filter_map(|word| Unit::of(plain_unit(word), own)).collect();
    let multiples: BTreeSet<i64> = units.iter().map(|unit| unit.times).filter(|times| *times > 1).collect();
    let currency = units.iter().find_map(|unit| unit.currency);
    match multiples.len() {
        0 if currency.is_some() => Some(Said::Money(1, currency)),
        0 if all().any(|word| ["%", "procent", "procentandel"].contains(&word)) => Some(Said::Percent),
        1 => multiples.first().map(|times| Said::Money(*times, currency)),
        _ => None,
    }
}

/// A word of headers as it stands beside amounts: `tusental` as `tusen`.
fn plain_unit(word: &str) -> &str {
    if matches!(word, "tusental" | "tusentals") { "tusen" } else { word }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_say_their_unit() {
        let cases = [
            ("Belopp (tkr)", Some(Said::Money(1_000, Some(Currency::Sek)))),
            ("Rekvirerat, mnkr", Some(Said::Money(1_000_000, Some(Currency::Sek)))),
            ("kr i tusental", Some(Said::Money(1_000, Some(Currency::Sek)))),
            ("Belopp i tusen kronor", Some(Said::Money(1_000, Some(Currency::Sek)))),
            ("Insats 1: Kronor", Some(Said::Money(1, Some(Currency::Sek)))),
            ("Använda medel (kr)", Some(Said::Money(1, Some(Currency::Sek)))),
            ("Andel av medlen (%)", Some(Said::Percent)),
            ("Hur mycket av de 300 miljonerna har ni använt (kr)?", Some(Said::Money(1, Some(Currency::Sek)))),
            ("Medel av 300 miljoner", None),
            ("Använda medel", None),
            ("Barn och unga", None),
        ];
        for (header, expected) in cases {
            assert_eq!(said(header, Currency::Sek), expected, "{header}");
        }
    }

    #[test]
    fn lines_above_a_table_say_its_unit() {
        for (title, expected) in [
            ("Uttag 2025-04-08. Belopp i tusental kronor.", Some(1_000)),
            ("Belopp i tkr", Some(1_000)),
            ("Rekvirerade medel 2024 (mnkr)", Some(1_000_000)),
            ("Uttag 2025-04-08. Belopp i kronor.", Some(1)),
            ("Utbetalda medel enligt överenskommelsen 2024", None),
            ("Utbetalt av 300 miljoner", None),
        ] {
            assert_eq!(unit_of_title(title, Currency::Sek), expected, "{title}");
        }
    }
}
