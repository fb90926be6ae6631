//! Rows among respondents that a person would not count: totals, footers, tests.

use super::columns::Columns;
use super::contact::is_contact;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;
use crate::read::number::number;
use crate::read::{Cell, tidy};
use crate::register::{self, Level};
use crate::wording::{first_of, joined};

/// A row that is no respondent.
pub(super) enum Stray {
    /// The header again.
    Header(Place),
    /// What looks like a total, with its label, or a footer.
    Row(Place, String),
}

impl Stray {
    /// Whether a row is no respondent but the header again, or a total or a footer that the study does not declare; `labels`
    /// are the columns that say who answered.
    pub(super) fn of(columns: &Columns<'_>, row: usize, labels: &[usize], level: Level) -> Option<Self> {
        const FEW: usize = 2;
        let grid = columns.grid;
        if columns.repeats_header(row) {
            return Some(Self::Header(grid.place(row, labels.first().copied().unwrap_or_default())));
        }
        let texts: Vec<String> = labels.iter().map(|c| tidy(grid.cell(row, *c))).filter(|t| !t.is_empty()).collect();
        let filled: Vec<(usize, &Cell)> = grid.rows.get(row).into_iter().flat_map(crate::read::Row::filled).collect();
        let is_recipient = |text: &String| register::find(level, text).is_some();
        // A name that the register has is a recipient's, as "Alla barn i byn".
        let totals = texts.iter().filter(|text| says_total(text) && !is_recipient(text)).count();
        let is_total = totals > 0 && (totals == texts.len() || filled.len() <= FEW);
        let is_footer = filled.len() <= FEW
            && (filled.len() == 1 || texts.len() < FEW)
            && !texts.iter().any(is_recipient)
            && filled.first().is_some_and(|(_, cell)| is_sentence(&tidy(cell)));
        let is_sum = texts.is_empty() && filled.len() > 1 && filled.iter().all(|(_, cell)| is_number(cell));
        if !(is_total || is_footer || is_sum) {
            return None;
        }
        let column = filled.first().map_or(0, |(column, _)| *column);
        let label = if is_total { texts.first().cloned().unwrap_or_default() } else { String::new() };
        Some(Self::Row(grid.place(row, column), label))
    }
}

/// Rows that look like totals or footers, and those that repeat the header, for one message each.
#[derive(Default)]
pub(super) struct Strays {
    rows: Vec<(Place, String)>,
    headers: Vec<Place>,
}

impl Strays {
    /// Takes down a row that is none of a respondent.
    pub(super) fn add(&mut self, stray: Stray) {
        match stray {
            Stray::Header(place) => self.headers.push(place),
            Stray::Row(place, label) => self.rows.push((place, label)),
        }
    }

    /// Tells of all of them at once.
    pub(super) fn report(&self, messages: &mut Diagnostics) {
        const NAMED: usize = 3;
        if let Some(place) = self.headers.first() {
            let message = msg!("header-again", count = self.headers.len());
            messages.push(Diagnostic::warning(place.clone(), message));
        }
        let Some((place, _)) = self.rows.first() else { return };
        let mut labels: Vec<String> = self.rows.iter().filter(|(_, l)| !l.is_empty()).map(|(_, l)| shown(l)).collect();
        labels.dedup();
        labels.truncate(NAMED);
        let example = labels.first().cloned().unwrap_or_else(|| "\"Summa\"".to_owned());
        let (count, named, labels) = (self.rows.len(), labels.len(), joined(labels, ", "));
        let message = msg!("rows-like-totals", count, named, labels, example);
        messages.push(Diagnostic::warning(place.clone(), message));
    }
}

/// Whether a label says that its row is a total.
fn says_total(text: &str) -> bool {
    const TOTALS: [&str; 17] = [
        "summa",
        "summor",
        "totalt",
        "total",
        "totalsumma",
        "delsumma",
        "sum",
        "samtliga",
        "riket",
        "medelvärde",
        "genomsnitt",
        "median",
        "antal",
        "alla",
        "hela",
        "average",
        "count",
    ];
    const LONGEST: usize = 4;
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.next().is_some_and(|first| TOTALS.contains(&first)) && words.count() < LONGEST
}

/// Whether a text is a line of prose and no id: it begins with a letter, and words or a colon follow.
fn is_sentence(text: &str) -> bool {
    const SIGNS: [char; 3] = ['*', '©', '('];
    let starts = text.chars().next().is_some_and(|c| c.is_alphabetic() || SIGNS.contains(&c));
    starts && (text.contains(' ') || text.contains(':')) || says_total(text)
}

fn is_number(cell: &Cell) -> bool {
    matches!(number(cell), Ok(Some(_)))
}

/// Whether a cell can say that it is a test, by its first letter: to tidy all cells would cost as much as to read them.
fn may_say_test(cell: &Cell) -> bool {
    const FIRST: [char; 4] = ['t', 'p', 'd', 'b'];
    let Cell::Text(text) = cell else { return false };
    text.chars().find(|c| c.is_alphanumeric()).is_some_and(|first| FIRST.contains(&first.to_ascii_lowercase()))
}

/// Whether a text is what people write when they try a form out.
pub(super) fn says_test(text: &str) -> bool {
    const TESTS: [&str; 12] = [
        "test",
        "tests",
        "testar",
        "testsvar",
        "testrad",
        "testing",
        "test svar",
        "test test",
        "provsvar",
        "detta är ett test",
        "bara ett test",
        "testperson",
    ];
    let lower = text.to_lowercase();
    TESTS.contains(&lower.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// Whether an id or a recipient's name says that it is a test, as in `TEST-1` or `Testkommun`.
pub(super) fn names_test(text: &str) -> bool {
    const KINDS: [&str; 5] = ["kommun", "region", "län", "svar", "person"];
    let lower = text.to_lowercase();
    let rest = lower.strip_prefix("test").map(|rest| rest.trim_start_matches(|c: char| !c.is_alphanumeric()));
    rest.is_some_and(|rest| {
        rest.is_empty()
            || rest.starts_with(|c: char| c.is_ascii_digit())
            || KINDS.iter().any(|kind| rest.starts_with(kind))
    })
}

/// The cell in which a row says that it is a test; contact data are not looked at.
pub(super) fn test_cell(columns: &Columns<'_>, row: usize, id: usize) -> Option<Place> {
    let says = |(column, cell): &(usize, &Cell)| {
        if !may_say_test(cell) {
            return false;
        }
        let text = tidy(cell);
        says_test(&text) || *column == id && names_test(&text)
    };
    let mut cells = columns.grid.rows.get(row).into_iter().flat_map(crate::read::Row::filled);
    cells
        .find(|cell| says(cell) && !is_contact(columns.name(cell.0)))
        .map(|(column, _)| columns.grid.place(row, column))
}

/// Tells of respondents that look like tests.
pub(super) fn report_tests(tests: &[(String, Place)], messages: &mut Diagnostics) {
    const NAMED: usize = 3;
    let Some((first, place)) = tests.first() else { return };
    let respondents = first_of(tests.iter().map(|(id, _)| shown(id)), NAMED, ", ");
    let message = msg!("respondents-like-tests", count = tests.len(), respondents, first = shown(first));
    messages.push(Diagnostic::notice(place.clone(), message));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_footers_and_tests_are_told_from_ids_and_names() {
        for text in ["Summa", "TOTALT", "Antal svar: 21", "Summa kr", "Total:"] {
            assert!(says_total(text), "{text}");
        }
        for text in ["Summerad", "R-1", "Region Halland", "Alla våra verksamheter i länet sammantaget"] {
            assert!(!says_total(text), "{text}");
        }
        for text in ["Källa: enkät 2025", "* Preliminära uppgifter", "Exporterad den 3 maj"] {
            assert!(is_sentence(text), "{text}");
        }
        for text in ["R-17", "2025-02-01 09.10.00", "17", "KUK-111"] {
            assert!(!is_sentence(text), "{text}");
        }
        assert!(says_test("TEST SVAR") && says_test("test.") && !says_test("Test av ny metod"));
        assert!(names_test("TEST-1") && names_test("Testkommun") && names_test("test") && !names_test("Testeboån"));
    }
}
