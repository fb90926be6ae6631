//! Tables in a control: their cells, as they read with and without proposals.

use super::letters::{Letter, State, after, before, is_own, letters};
use super::xml::{Id, Tree};

/// How a document is read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum View {
    /// With this program's proposals taken back.
    Before,
    /// With them accepted.
    After,
}

impl View {
    /// The text of letters.
    pub(super) fn text(self, letters: &[Letter]) -> String {
        match self {
            Self::Before => before(letters),
            Self::After => after(letters),
        }
    }

    /// Whether something with a state is there.
    pub(super) fn has(self, state: State) -> bool {
        match state {
            State::Plain | State::Inserted => true,
            State::Deleted => false,
            State::OwnInserted => self == Self::After,
            State::OwnDeleted => self == Self::Before,
        }
    }
}

/// The first table inside an element that has rows, with its cells, row by row.
pub(super) fn table(tree: &Tree, inside: Id, view: View) -> Option<(Id, Vec<Vec<Id>>)> {
    let tables = tree.inside(inside).filter(|id| tree.word(*id) == "tbl");
    tables.map(|table| (table, rows(tree, table, view))).find(|(_, rows)| !rows.is_empty())
}

fn rows(tree: &Tree, table: Id, view: View) -> Vec<Vec<Id>> {
    let of = |id: Id, name: &str| tree.above(id).find(|above| tree.word(*above) == name);
    let inside = |outer: Id, name: &'static str, around: &'static str| {
        tree.inside(outer).filter(move |id| tree.word(*id) == name && of(*id, around) == Some(outer))
    };
    let is_there = |row: &Id| {
        let marks = tree.child(*row, "trPr").into_iter().flat_map(|properties| tree.children(properties));
        marks.filter(|id| matches!(tree.word(*id), "ins" | "del")).all(|id| {
            view.has(match (tree.word(id), is_own(tree, id)) {
                ("ins", true) => State::OwnInserted,
                ("ins", false) => State::Inserted,
                (_, true) => State::OwnDeleted,
                (_, false) => State::Deleted,
            })
        })
    };
    inside(table, "tr", "tbl").filter(is_there).map(|row| inside(row, "tc", "tr").collect()).collect()
}

/// The text of a cell, on one line.
pub(super) fn text(tree: &Tree, cell: Id, view: View) -> String {
    let text = view.text(&letters(tree, cell));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Between cells and rows of a table that is written as one text.
const CELL: &str = " ¦ ";
const ROW: &str = " ¶ ";

/// A table as one text.
pub(super) fn joined(cells: &[Vec<String>]) -> String {
    cells.iter().map(|row| row.join(CELL)).collect::<Vec<_>>().join(ROW)
}

/// The cells of a table that was written as one text.
pub(super) fn divided(text: &str) -> Vec<Vec<String>> {
    text.split(ROW).map(|row| row.split(CELL).map(str::to_owned).collect()).collect()
}

/// The texts of cells.
pub(super) fn texts(tree: &Tree, rows: &[Vec<Id>], view: View) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(|cell| text(tree, *cell, view)).collect()).collect()
}

/// Whether two tables have as many rows, and these as many cells.
pub(super) fn same_shape<A, B>(one: &[Vec<A>], other: &[Vec<B>]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.len() == other.len())
}
