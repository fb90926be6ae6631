//! The names of columns: header rows joined into one, or the columns' letters where there is no header.

mod asked_again;

use std::cmp::Reverse;

use regex::Regex;

use crate::diagnostic::column_letters;
use crate::read::{Grid, Row, plain};
use crate::study::{Declared, Header};

/// How far down a header is looked for below title lines.
pub(super) const SEARCH: usize = 50;

/// The row in which a header begins: the first that has `anchor`, below whatever title lines.
pub(super) fn header_row(grid: &Grid, header: &Header, anchor: &Declared<String>) -> Option<usize> {
    if header.is_absent() {
        return Some(0);
    }
    let wanted = plain(&anchor.value);
    let stands_in = |row: &usize| grid.rows[*row].filled().any(|(_, cell)| question(header, &cell.text()) == wanted);
    let is_named = |row: &usize| join_header(grid, *row, header).contains(&wanted);
    let rows = || 0..grid.rows.len().min(SEARCH);
    let first = rows().find(stands_in);
    if header.rows == 1 {
        return first;
    }
    // The anchor may stand in any of the header rows. Where it stands alone, the other columns tell what is wrong.
    rows().filter(stands_in).find(is_named).or_else(|| rows().find(is_named)).or(first)
}

/// The row in which most of the names stand that are wanted, where the anchor is not there: the columns that are missing are
/// told by their header then, all at once. `None` where none stands anywhere.
pub(super) fn likely_row(grid: &Grid, header: &Header, wanted: &[&Declared<String>]) -> Option<usize> {
    let forms: Vec<Regex> = wanted.iter().filter_map(|name| compile(&name.value)).collect();
    let found = |row: usize| {
        let names = join_header(grid, row, header);
        (forms.iter().filter(|form| names.iter().any(|name| form.is_match(name))).count(), row)
    };
    let best = (0..grid.rows.len().min(SEARCH)).map(found).max_by_key(|(count, row)| (*count, Reverse(*row)));
    best.filter(|(count, _)| *count > 0).map(|(_, row)| row)
}

/// A pattern as names have to match it.
pub(super) fn compile(pattern: &str) -> Option<Regex> {
    let literal = regex::escape(&plain(pattern));
    let form = literal.replacen(r"\{n\}", r"(?P<n>[0-9]{1,4})", 1).replacen(r"\{option\}", "(?P<option>.+)", 1);
    Regex::new(&format!("^{form}$")).ok()
}

/// The names of the columns of a header that begins in a row.
pub fn join_header(grid: &Grid, row: usize, header: &Header) -> Vec<String> {
    let below = if header.is_absent() { row..grid.rows.len() } else { row..row + header.rows };
    let width = below.filter_map(|r| grid.rows.get(r)).map(Row::len).max().unwrap_or(0);
    if header.is_absent() {
        return (0..width).map(column_letters).collect();
    }
    let rows: Vec<usize> = header.named_by().map(|named_by| row + named_by).collect();
    if let [row] = *rows {
        return told_apart(header, (0..width).map(|column| question(header, &grid.own(row, column).text())).collect());
    }
    let mut over = vec![String::new(); rows.len()];
    let mut names = Vec::with_capacity(width);
    for column in 0..width {
        let mut own: Vec<String> = rows.iter().map(|row| plain(&grid.own(*row, column).text())).collect();
        own.iter_mut().take(1).for_each(|first| *first = question(header, first));
        fill(&mut over, own);
        let parts: Vec<&str> = over.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        names.push(plain(&parts.join(&header.join)));
    }
    told_apart(header, names)
}

/// Names, those of questions that are asked again with a number, where the header says so.
fn told_apart(header: &Header, names: Vec<String>) -> Vec<String> {
    if header.asked_again { asked_again::with_numbers(names) } else { names }
}

/// A text of a header as a name: without the question's number or code, where names have one.
pub fn question(header: &Header, text: &str) -> String {
    let text = plain(text);
    let of_number = number(&text).filter(|_| header.numbered);
    match of_number.or_else(|| code(&text).filter(|_| header.coded)) {
        Some(length) => plain(&text[length..]),
        None => text,
    }
}

/// How long the code is with which a text begins, as `mal. ` or `mal[SQ001]. `, in bytes; `None` where it begins with none.
pub fn code(text: &str) -> Option<usize> {
    let (code, rest) = text.split_once(". ")?;
    let is_word = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    let mut parts = code.split('[');
    let begins = parts.next().is_some_and(|own| is_word(own) && own.starts_with(|c: char| c.is_ascii_alphabetic()));
    let is_code = begins && parts.all(|part| part.strip_suffix(']').is_some_and(is_word));
    (is_code && !rest.trim().is_empty()).then_some(code.len() + 2)
}

/// How long the number is with which a text begins, as `12. ` or `3) `, in bytes; `None` where it begins with none.
pub fn number(text: &str) -> Option<usize> {
    const MOST: usize = 3;
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text.get(digits..)?;
    let sign = rest.strip_prefix(['.', ')', ':'])?;
    let spaces = sign.len() - sign.trim_start().len();
    ((1..=MOST).contains(&digits) && spaces > 0 && !sign.trim().is_empty()).then_some(digits + 1 + spaces)
}

/// Puts a column's own texts in the place of those of the column before. A merged cell holds its text in its first column
/// only: a blank is filled from there where something stands under it, and nothing above it has changed.
fn fill(over: &mut [String], own: Vec<String>) {
    let last = own.iter().rposition(|text| !text.is_empty()).unwrap_or(0);
    let mut changed = false;
    for (row, text) in own.into_iter().enumerate() {
        changed |= !text.is_empty();
        if changed || row >= last {
            over[row] = text;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(columns: &[[&str; 3]]) -> Vec<Vec<String>> {
        let mut over = vec![String::new(); 3];
        let own = |column: &[&str; 3]| column.iter().map(|text| (*text).to_owned()).collect();
        let mut name = |column| {
            fill(&mut over, own(column));
            over.clone()
        };
        columns.iter().map(&mut name).collect()
    }

    #[test]
    fn a_number_before_a_question_is_one_with_a_sign_and_a_space() {
        fn found(text: &str) -> Option<&str> {
            number(text).map(|length| &text[length..])
        }
        let with = [("1. Region", "Region"), ("12) Hur?", "Hur?"), ("3:  Vad", "Vad")];
        assert!(with.into_iter().all(|(text, bare)| found(text) == Some(bare)));
        for text in ["2024", "1.5 mnkr", "1 Region", "2024. År", "1. ", ". Region", "Å. Region"] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn a_code_before_a_question_is_one_of_limesurvey() {
        fn found(text: &str) -> Option<&str> {
            code(text).map(|length| &text[length..])
        }
        let with = [("region. Vilken region?", "Vilken region?"), ("mal[SQ001]. Mål [Barn]", "Mål [Barn]")];
        assert!(with.into_iter().all(|(text, bare)| found(text) == Some(bare)));
        assert_eq!(found("hur[SQ001][SQ002]. Hur?"), Some("Hur?"));
        for text in ["mal[SQ001]", "Vad gjordes? Ev. mer", "3. Region", "mal[. Mål", "mal. ", "Åtgärd. Vilken?"] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    /// A merged over three columns, of which X is merged over two; B has nothing below it, C only in the third row.
    #[test]
    fn merged_cells_are_filled_to_the_right() {
        let columns = [
            ["A", "X", "1"],
            ["", "", "2"],
            ["", "Y", "1"],
            ["B", "", ""],
            ["", "", "3"],
            ["C", "", "1"],
            ["", "", ""],
        ];
        let expected = [
            ["A", "X", "1"],
            ["A", "X", "2"],
            ["A", "Y", "1"],
            ["B", "", ""],
            ["B", "", "3"],
            ["C", "", "1"],
            ["", "", ""],
        ];
        assert_eq!(names(&columns), expected);
    }
}
