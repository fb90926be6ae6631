//! Units that stand in a header, as `Belopp (tkr)`: they must be those that the study declares.

use super::columns::Columns;
use crate::diagnostic::{Diagnostic, Diagnostics, Spot, shown};
use crate::msg;
use crate::read::amount::amount_as;
use crate::study::MoneyForm;
use crate::wording::{Arg, Message};

/// What a header says that its numbers count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    /// So many kronor.
    Kronor(i64),
    Percent,
}

/// Warns where headers say another unit than `form`, and bare numbers stand under them; one message for all `columns`.
pub(super) fn check_header_unit(
    columns: &Columns<'_>,
    found: impl IntoIterator<Item = usize>,
    form: &MoneyForm,
    section: impl Into<Arg>,
    messages: &mut Diagnostics,
) {
    let other = |column: &usize| {
        let said = said(columns.name(*column)).filter(|said| *said != Said::Kronor(form.unit))?;
        has_bare_numbers(columns, *column, form).then_some((*column, said))
    };
    let all: Vec<(usize, Said)> = found.into_iter().filter_map(|column| other(&column)).collect();
    let Some((first, said)) = all.first().copied() else { return };
    let (header, more, read) = (shown(columns.name(first)), all.len() - 1, unit_in_words(form.unit));
    let section: Arg = match form.place.spot {
        Spot::Line(line) => msg!("section-on-line", section, file = &*form.place.file, line = line.to_string()).into(),
        _ => section.into(),
    };
    let message = match said {
        Said::Kronor(unit) => {
            let (says, unit) = (unit_in_words(unit), MoneyForm::word_of(unit));
            msg!("header-of-other-unit", header, says, read, more, section, unit)
        }
        Said::Percent => msg!("header-of-percent", header, read, more, section),
    };
    messages.push(Diagnostic::warning(columns.header_place(first), message));
}

/// A unit of kronor in words.
fn unit_in_words(kronor: i64) -> Message {
    match kronor {
        1 => msg!("kronor"),
        1_000 => msg!("thousands-of-kronor"),
        _ => msg!("millions-of-kronor"),
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
fn said(header: &str) -> Option<Said> {
    const SHORT: usize = 40;
    let lower = header.to_lowercase();
    let bracketed = lower.split(['(', '[']).skip(1).filter_map(|part| part.split([')', ']']).next());
    let last = lower.rsplit([',', ':']).next().filter(|part| part.chars().count() <= SHORT);
    let whole = (lower.chars().count() <= SHORT).then_some(lower.as_str());
    bracketed.chain(last).chain(whole).find_map(of_words)
}

/// The unit of a few words; a number before a word, as in "av 300 miljoner", makes it a part of the sentence.
fn of_words(text: &str) -> Option<Said> {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric() && c != '%').filter(|w| !w.is_empty()).collect();
    let counted = |index: &usize| *index == 0 || !words[*index - 1].bytes().any(|byte| byte.is_ascii_digit());
    let has = |wanted: &[&str]| (0..words.len()).filter(counted).any(|index| wanted.contains(&words[index]));
    let thousands = has(&["tkr", "ksek", "kkr", "tusen", "tusental", "tusentals"]);
    let millions = has(&["mnkr", "mkr", "msek", "milj", "miljon", "miljoner"]);
    match (thousands, millions) {
        (true, false) => Some(Said::Kronor(1_000)),
        (false, true) => Some(Said::Kronor(1_000_000)),
        (true, true) => None,
        (false, false) if has(&["kr", "kronor", "sek"]) => Some(Said::Kronor(1)),
        (false, false) if has(&["%", "procent", "procentandel"]) => Some(Said::Percent),
        (false, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_say_their_unit() {
        let cases = [
            ("Belopp (tkr)", Some(Said::Kronor(1_000))),
            ("Rekvirerat, mnkr", Some(Said::Kronor(1_000_000))),
            ("kr i tusental", Some(Said::Kronor(1_000))),
            ("Belopp i tusen kronor", Some(Said::Kronor(1_000))),
            ("Insats 1: Kronor", Some(Said::Kronor(1))),
            ("Använda medel (kr)", Some(Said::Kronor(1))),
            ("Andel av medlen (%)", Some(Said::Percent)),
            ("Hur mycket av de 300 miljonerna har ni använt (kr)?", Some(Said::Kronor(1))),
            ("Medel av 300 miljoner", None),
            ("Använda medel", None),
            ("Barn och unga", None),
        ];
        for (header, expected) in cases {
            assert_eq!(said(header), expected, "{header}");
        }
    }
}
