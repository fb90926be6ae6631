//! Units that stand in a header, as `Belopp (tkr)`, or in a line above the table: they must be those that the study declares.

use super::columns::Columns;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Spot, shown};
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
    let (header, more, read) = (shown(columns.name(first)), all.len() - 1, unit_in_words(form.unit));
    let message = match said {
        Said::Kronor(unit) => {
            let (says, unit) = (unit_in_words(unit), MoneyForm::word_of(unit));
            msg!("header-of-other-unit", header, says, read, more, section, unit)
        }
        Said::Percent => msg!("header-of-percent", header, read, more, section),
    };
    messages.push(Diagnostic::warning(columns.header_place(first), message));
}

/// A warning where a line above the table says another unit, and bare numbers stand under headers that say none.
fn of_title(columns: &Columns<'_>, found: &[usize], form: &MoneyForm, section: Arg) -> Option<Diagnostic> {
    let is_open = |column: &&usize| said(columns.name(**column)).is_none() && has_bare_numbers(columns, **column, form);
    let count = found.iter().filter(is_open).count();
    let of_line = |(place, title): (Place, String)| Some((place, unit_of_title(&title)?, title));
    let (place, kronor, title) = columns.titles().filter_map(of_line).last()?;
    if count == 0 || kronor == form.unit {
        return None;
    }
    let (says, read, unit) = (unit_in_words(kronor), unit_in_words(form.unit), MoneyForm::word_of(kronor));
    let title = shown(&title);
    Some(Diagnostic::warning(place, msg!("title-of-other-unit", title, says, read, columns = count, section, unit)))
}

/// The unit that a line above a table says, in one of its short sentences.
fn unit_of_title(title: &str) -> Option<i64> {
    let kronor = |sentence: &str| match said(sentence)? {
        Said::Kronor(unit) => Some(unit),
        Said::Percent => None,
    };
    title.split(". ").filter_map(kronor).last()
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
            assert_eq!(unit_of_title(title), expected, "{title}");
        }
    }
}
