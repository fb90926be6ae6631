//! Native tables: the head repeated on every page, numbers to the right, columns as wide as what they hold.

use super::page::twips;
use super::short::short;
use super::styles::CELL_SIZE;
use super::styles::id;
use super::template::Styles;
use super::xml::Xml;
use crate::render::font;
use crate::report::Table;
use crate::report::document::Names;

/// How much room text takes: space beside that of a cell, both sides together, in millimetres, and how wide letters are beside ours.
#[derive(Clone, Copy)]
struct Room {
    margins: f64,
    letters: f64,
}

/// In a table of our own style.
const OURS: Room = Room { margins: 3.0, letters: 1.0 };

/// In a style that somebody else has made: cells of Word have 3.8 millimetres, and text in tables has nine or ten points.
const OTHERS: Room = Room { margins: 4.4, letters: 1.16 };

/// About how many lines a head may take.
const HEAD_LINES: f64 = 2.4;

/// A table of at most so many rows is not divided between pages.
const MOST_KEPT: usize = 25;

/// What stands right after a table: it keeps to the page of its note or source, not to that of a new heading.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    Note,
    Other,
}

/// A table of texts that are ready to be read.
pub(super) struct Cells {
    /// The head, and whether the column's cells stand to the right.
    pub head: Vec<(String, bool)>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
    /// What stands below where these are not all rows.
    pub more: Option<String>,
}

impl Cells {
    /// A table's cells as readers see them, without columns that are empty from top to bottom.
    pub(super) fn of(table: &Table, names: &Names) -> Self {
        let (columns, rows) = names.cells(table);
        let head = columns.into_iter().map(|column| (column.label.clone(), column.is_number())).collect();
        Self { head, rows, more: names.more_rows(table.rows.len()) }
    }

    /// The widths of the columns in a table of so many millimetres: numbers get what they need, texts share the rest by
    /// their length.
    fn widths(&self, whole: f64, room: Room) -> Vec<f64> {
        let measured: Vec<(f64, f64)> = (0..self.head.len()).map(|column| self.measure(column, room)).collect();
        let least: f64 = measured.iter().map(|(least, _)| least).sum();
        let wanted: f64 = measured.iter().map(|(least, most)| most - least).sum();
        let free = whole - least;
        if wanted <= 0.0 || free <= 0.0 {
            // Nothing to share out, or too little room: everything in proportion.
            return measured.iter().map(|(least, _)| least * whole / least.max(1.0)).map(|w| w.min(whole)).collect();
        }
        let share = (free / wanted).min(1.0);
        let mut widths: Vec<f64> = measured.iter().map(|(least, most)| least + (most - least) * share).collect();
        // What is left over goes to the longest text; a table of numbers alone is as wide as it must be.
        let left = whole - widths.iter().sum::<f64>();
        let texts = (0..widths.len()).filter(|column| !self.head[*column].1);
        if let Some(longest) = texts.max_by(|a, b| measured[*a].1.total_cmp(&measured[*b].1)) {
            widths[longest] += left;
        }
        widths
    }

    /// The least width of a column (its longest word; for numbers the longest of them), and that which it needs to have
    /// every cell on one line.
    fn measure(&self, column: usize, room: Room) -> (f64, f64) {
        let (head, number) = &self.head[column];
        let Room { margins, letters } = room;
        let size = CELL_SIZE * letters;
        let line = |text: &str| font::width(text, size, false);
        let longest_word = |text: &str, bold| {
            font::wrap(text, size, bold, 0.0).iter().map(|word| font::width(word, size, bold)).fold(0.0, f64::max)
        };
        // A head of many words takes no more lines than it must.
        let of_head = longest_word(head, true).max(font::width(head, size, true) / HEAD_LINES);
        let cells = self.rows.iter().map(|row| row[column].as_str());
        let most = cells.clone().map(line).fold(of_head, f64::max) + margins;
        let least =
            if *number { most } else { cells.map(|cell| longest_word(cell, false)).fold(of_head, f64::max) + margins };
        (least, most)
    }
}

/// What a table is for readers who cannot see it, and where it stands.
pub(super) struct Shown<'a> {
    /// Its width, in millimetres.
    pub whole: f64,
    pub next: Next,
    pub title: &'a str,
    pub description: &'a str,
}

/// Writes a table, and below it that it has more rows where it has.
pub(super) fn write(x: &mut Xml, cells: &Cells, shown: &Shown<'_>, styles: &Styles) {
    let widths = cells.widths(shown.whole, if styles.is_own() { OURS } else { OTHERS });
    let last = cells.rows.len().saturating_sub(1);
    let kept = |row: usize| cells.rows.len() <= MOST_KEPT && (row < last || shown.next == Next::Note);
    x.element("w:tbl", &[], |x| {
        x.element("w:tblPr", &[], |x| {
            x.leaf("w:tblStyle", &[("w:val", &styles.of(id::TABLE))]);
            x.leaf("w:tblW", &[("w:w", &twips(widths.iter().sum())), ("w:type", &"dxa")]);
            x.leaf("w:tblLayout", &[("w:type", &"fixed")]);
            x.leaf("w:tblLook", &[("w:val", &"0420"), ("w:firstRow", &1), ("w:noVBand", &1)]);
            x.leaf("w:tblCaption", &[("w:val", &short(shown.title))]);
            x.leaf("w:tblDescription", &[("w:val", &short(shown.description))]);
        });
        x.element("w:tblGrid", &[], |x| {
            widths.iter().for_each(|width| x.leaf("w:gridCol", &[("w:w", &twips(*width))]));
        });
        let head =
            cells.head.iter().map(|(text, number)| (text, if *number { id::NUMBER_HEAD } else { id::CELL_HEAD }));
        row(x, true, head.map(|(text, role)| (text, styles.of(role))).zip(&widths));
        for (index, texts) in cells.rows.iter().enumerate() {
            let [text, number] = if kept(index) { [id::CELL_KEPT, id::NUMBER_KEPT] } else { [id::CELL, id::NUMBER] };
            let roles = cells.head.iter().map(|(_, is_number)| styles.of(if *is_number { number } else { text }));
            row(x, false, texts.iter().zip(roles).zip(&widths));
        }
    });
    if let Some(more) = &cells.more {
        super::field::paragraph(x, styles.of(id::NOTE), |x| super::field::run(x, more));
    }
}

fn row<'a>(x: &mut Xml, head: bool, cells: impl Iterator<Item = ((&'a String, &'a str), &'a f64)>) {
    x.element("w:tr", &[], |x| {
        x.element("w:trPr", &[], |x| {
            x.leaf("w:cantSplit", &[]);
            if head {
                x.leaf("w:tblHeader", &[]);
            }
        });
        for ((text, style), width) in cells {
            x.element("w:tc", &[], |x| {
                x.element("w:tcPr", &[], |x| x.leaf("w:tcW", &[("w:w", &twips(*width)), ("w:type", &"dxa")]));
                super::field::paragraph(x, style, |x| super::field::run(x, text));
            });
        }
    });
}
