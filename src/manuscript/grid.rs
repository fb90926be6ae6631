//! Tables of a Word document: of each cell its row and column, as a reader sees them.

use std::collections::BTreeMap;

use super::control::is_on;
use super::letters::{after, letters};
use super::space::Space;
use super::text::CellPlace;
use super::xml::{Id, Tree};

/// A cell.
struct Cell {
    id: Id,
    column: usize,
    text: String,
}

/// The cells of a table that hold a number and nothing else, each with what it is the number of. The caption is filled in later.
pub(super) fn numbers(tree: &Tree, table: Id) -> BTreeMap<Id, CellPlace> {
    let rows = rows(tree, table);
    let mut heads = 1;
    while heads < rows.len() && is_head(tree, rows[heads].0) && is_head(tree, rows[0].0) {
        heads += 1;
    }
    // A first row with numbers is no head.
    if rows
        .first()
        .is_some_and(|(_, cells)| cells.iter().skip(1).any(|cell| is_number(&cell.text) && !is_year(&cell.text)))
    {
        heads = 0;
    }
    let mut found = BTreeMap::new();
    for (_, cells) in rows.iter().skip(heads) {
        let labels = cells.iter().take_while(|cell| !is_number(&cell.text));
        let row = labels.map(|cell| cell.text.as_str()).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" – ");
        for cell in cells.iter().filter(|cell| is_number(&cell.text)) {
            let above = rows.iter().take(heads).filter_map(|(_, head)| {
                head.iter().rfind(|head| head.column <= cell.column).map(|head| head.text.as_str())
            });
            let column = above.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" – ");
            found.insert(cell.id, CellPlace { row: row.clone(), column, ..CellPlace::default() });
        }
    }
    found
}

fn is_head(tree: &Tree, row: Id) -> bool {
    tree.child(row, "trPr").is_some_and(|properties| is_on(tree, properties, "tblHeader"))
}

/// The rows of a table with their cells; controls and revisions around them do not count.
fn rows(tree: &Tree, table: Id) -> Vec<(Id, Vec<Cell>)> {
    let own = |id: &Id, name: &str, within: Id| {
        tree.word(*id) == name
            && tree.above(*id).find(|above| matches!(tree.word(*above), "tbl" | "tr")) == Some(within)
    };
    let mut rows: Vec<(Id, Vec<Cell>)> = Vec::new();
    for row in tree.inside(table).filter(|id| own(id, "tr", table)) {
        let mut column = 0;
        let mut cells: Vec<Cell> = Vec::new();
        for id in tree.inside(row).filter(|id| own(id, "tc", row)) {
            let properties = tree.child(id, "tcPr");
            let value = |name: &str| properties.and_then(|properties| tree.value(properties, name));
            let span = value("gridSpan").and_then(|span| span.parse::<usize>().ok()).unwrap_or(1);
            let merged = properties.and_then(|properties| tree.child(properties, "vMerge"));
            let goes_on =
                merged.is_some_and(|id| tree.attribute(id, Space::Word, "val").is_none_or(|value| value == "continue"));
            let above = rows.last().and_then(|(_, cells)| cells.iter().find(|cell| cell.column == column));
            let text = match above.filter(|_| goes_on) {
                Some(above) => above.text.clone(),
                None => one_line(&after(&letters(tree, id))),
            };
            cells.push(Cell { id, column, text });
            column += span;
        }
        rows.push((row, cells));
    }
    rows
}

/// One line of single spaces.
fn one_line(text: &str) -> String {
    let is_gap = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}');
    text.split(is_gap).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Words that stand in a cell beside its number.
const BESIDE: [&str; 16] = [
    "av",
    "of",
    "procent",
    "percent",
    "kronor",
    "kr",
    "tkr",
    "mnkr",
    "mkr",
    "miljoner",
    "miljarder",
    "tusen",
    "st",
    "ca",
    "euro",
    "million",
];

/// Whether a cell holds a number and nothing else.
pub(super) fn is_number(text: &str) -> bool {
    let is_word = |word: &str| word.chars().all(char::is_alphabetic);
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut has_digits = false;
    let fits = words.into_iter().all(|word| {
        let digits = word.chars().all(|c| c.is_ascii_digit());
        has_digits |= digits;
        digits || is_word(word) && BESIDE.contains(&word.to_lowercase().as_str())
    });
    fits && has_digits && text.chars().count() <= 40
}

fn is_year(text: &str) -> bool {
    text.trim().len() == 4 && text.trim().parse::<u32>().is_ok_and(|year| (1900..2100).contains(&year))
}
