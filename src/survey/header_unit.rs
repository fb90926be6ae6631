//! Units that stand in a header, as `Belopp (tkr)`, or in a line above or below the table: they must be those that the study
//! declares.

use super::columns::Columns;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Spot, shown};
use crate::msg;
use crate::read::amount::{Said, amount_as, has_decimal_point, of_lines, said};
use crate::read::{Cell, tidy};
use crate::study::MoneyForm;
use crate::wording::Arg;

/// How amounts in columns are meant that are read in one way: a point before decimals in any cell is known in all.
pub(super) fn in_columns(columns: &Columns<'_>, found: &[usize], form: &MoneyForm) -> MoneyForm {
    let cells = || columns.rows().flat_map(|row| found.iter().map(move |column| (row, *column)));
    let has_point = |(row, column): &(usize, usize)| has_decimal_point(columns.grid.cell(*row, *column), form);
    let point = if form.decimal.is_none() { cells().find(has_point) } else { None };
    MoneyForm { point: point.map(|(row, column)| columns.grid.place(row, column)), ..form.clone() }
}

/// Warns where headers, or lines beside the table, say another unit than `form`, and bare numbers stand under them; one message
/// for all `columns`. A header in another currency is an error.
pub(super) fn check_header_unit(
    columns: &Columns<'_>,
    found: impl IntoIterator<Item = usize>,
    form: &MoneyForm,
    section: impl Into<Arg>,
    messages: &mut Diagnostics,
) {
    let section: Arg = match form.place.spot {
        Spot::Line(line) => msg!("section-on-line", section, file = &*form.place.file, line = line.to_string()).into(),
        _ => section.into(),
    };
    let bare: Vec<usize> = found.into_iter().filter(|column| has_bare_numbers(columns, *column, form)).collect();
    let of_header = |column: &usize| said(columns.name(*column), form.currency()).map(|said| (*column, said));
    let headers: Vec<(usize, Said)> = bare.iter().filter_map(of_header).collect();
    let mut others = headers.iter().filter(|(_, said)| !is_of(said, form));
    if let Some((first, said)) = others.next() {
        messages.push(header_message(columns, *first, said, form, (section, others.count())));
        return;
    }
    // A header that says a multiple is nearer than a line.
    let says_multiple = |(_, said): &&(usize, Said)| matches!(said, Said::Money(times, _) if *times > 1);
    let open = bare.len() - headers.iter().filter(says_multiple).count();
    let told = |line: &Line| !is_of(&line.said, form) && line.concerned(form, open, bare.len()) > 0;
    let above = columns.titles().filter_map(|(place, text)| Line::new(place, text, true, form)).last();
    if let Some(line) = above.filter(told).or_else(|| notes(columns, form).find(told)) {
        let concerned = line.concerned(form, open, bare.len());
        messages.push(line.message(form, section, concerned));
    }
}

/// Whether it is what the study declares.
fn is_of(said: &Said, form: &MoneyForm) -> bool {
    match said {
        Said::Money(unit, currency) => {
            *unit == form.unit && currency.is_none_or(|currency| currency == form.currency())
        }
        _ => false,
    }
}

/// What is said, in words.
fn in_words(said: &Said, form: &MoneyForm) -> Arg {
    match said {
        Said::Money(unit, currency) => currency.unwrap_or(form.currency()).in_unit(*unit).into(),
        Said::Hundredths(word) => shown(word).into(),
        Said::Foreign(code) => shown(code).into(),
        Said::Several(codes) => shown(&codes.join("/")).into(),
        Said::Percent => "%".into(),
    }
}

fn header_message(
    columns: &Columns<'_>,
    column: usize,
    said: &Said,
    form: &MoneyForm,
    (section, more): (Arg, usize),
) -> Diagnostic {
    let (header, place) = (shown(columns.name(column)), columns.header_place(column));
    let (says, read) = (in_words(said, form), form.currency().in_unit(form.unit));
    match said {
        Said::Money(_, Some(other)) if *other != form.currency() => {
            Diagnostic::error(place, msg!("header-of-other-currency", header, says, read, code = other.code()))
        }
        Said::Money(unit, _) if !form.word_of(*unit).is_empty() => {
            let unit = form.word_of(*unit);
            Diagnostic::warning(place, msg!("header-of-other-unit", header, says, read, more, section, unit))
        }
        Said::Percent => Diagnostic::warning(place, msg!("header-of-percent", header, read, more, section)),
        Said::Foreign(_) => Diagnostic::error(place, msg!("header-of-other-money", header, says, read, more)),
        _ => Diagnostic::warning(place, msg!("header-of-other-money", header, says, read, more)),
    }
}

/// A line above or below a table that says what its amounts are in.
struct Line {
    place: Place,
    text: String,
    is_above: bool,
    said: Said,
}

impl Line {
    fn new(place: Place, text: String, is_above: bool, form: &MoneyForm) -> Option<Self> {
        let said = of_lines(&text, form.currency())?;
        Some(Self { place, text, is_above, said })
    }

    /// Of so many columns of bare numbers whose headers say no multiple, and of so many in all, how many it is about.
    fn concerned(&self, form: &MoneyForm, open: usize, all: usize) -> usize {
        match self.said {
            Said::Money(_, currency) if currency.is_none_or(|currency| currency == form.currency()) => open,
            _ => all,
        }
    }

    fn message(self, form: &MoneyForm, section: Arg, concerned: usize) -> Diagnostic {
        let (line, side) = (shown(&self.text), if self.is_above { "above" } else { "below" });
        let (says, read) = (in_words(&self.said, form), form.currency().in_unit(form.unit));
        let unit = match self.said {
            Said::Money(unit, currency) if currency.is_none_or(|currency| currency == form.currency()) => {
                form.word_of(unit)
            }
            _ => "",
        };
        let told = if unit.is_empty() {
            msg!("line-of-other-money", line, side, says, read, columns = concerned)
        } else {
            msg!("line-of-other-unit", line, side, says, read, columns = concerned, section, unit)
        };
        Diagnostic::warning(self.place, told)
    }
}

/// The lines below the header in which a single text speaks of amounts.
fn notes(columns: &Columns<'_>, form: &MoneyForm) -> impl Iterator<Item = Line> {
    const SPEAKS: [&str; 10] =
        ["belopp", "amount", "summor", "summa", "sums", "siffror", "figures", "unit", "enhet", "valuta"];
    let grid = columns.grid;
    let speaks = |text: &str| {
        let lower = text.to_lowercase();
        lower.split(|c: char| !c.is_alphabetic()).any(|word| SPEAKS.iter().any(|stem| word.starts_with(stem)))
    };
    let single = move |row: usize| {
        let mut filled = grid.rows.get(row)?.filled();
        let (column, cell) = filled.next().filter(|(_, cell)| matches!(cell, Cell::Text(_)))?;
        filled.next().is_none().then(|| (grid.place(row, column), tidy(cell)))
    };
    let rows = columns.first_row..grid.rows.len();
    let said = move |(place, text): (Place, String)| Line::new(place, text, false, form);
    rows.filter_map(single).filter(move |(_, text)| speaks(text)).filter_map(said)
}

/// Whether a column has numbers without a unit of their own, other than 0.
fn has_bare_numbers(columns: &Columns<'_>, column: usize, form: &MoneyForm) -> bool {
    let read = |row: usize, unit: i64| {
        amount_as(columns.grid.cell(row, column), &MoneyForm { unit, ..form.clone() }).ok().flatten()
    };
    columns.rows().any(|row| read(row, 1) != read(row, 1_000))
}
