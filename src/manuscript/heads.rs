//! What a number in a cell counts, where the head of its column says so.

use super::text::CellPlace;
use crate::claims::numbers::{Figure, Kind, Value};
use crate::exact::Exact;

/// Words in heads of columns, what one unit is as a fraction, and what it counts.
const UNITS: [(&str, i128, i128, Kind); 14] = [
    ("miljarder kronor", 1_000_000_000, 1, Kind::Money),
    ("miljoner kronor", 1_000_000, 1, Kind::Money),
    ("million kronor", 1_000_000, 1, Kind::Money),
    ("mnkr", 1_000_000, 1, Kind::Money),
    ("mkr", 1_000_000, 1, Kind::Money),
    ("tusen kronor", 1_000, 1, Kind::Money),
    ("tkr", 1_000, 1, Kind::Money),
    ("kronor", 1, 1, Kind::Money),
    ("(kr)", 1, 1, Kind::Money),
    ("procent", 1, 100, Kind::Share),
    ("percent", 1, 100, Kind::Share),
    ("%", 1, 100, Kind::Share),
    ("andel", 1, 100, Kind::Share),
    ("share", 1, 100, Kind::Share),
];

/// Whether the head of a column, in small letters, says that it counts things.
fn counts(head: &str) -> bool {
    let mut words = head.split(|c: char| !c.is_alphanumeric());
    words.any(|word| ["antal", "antalet", "number", "count"].contains(&word))
}

/// Gives a number that stands without a unit the one of its column, or else of its row or its table.
pub(super) fn with_unit(figure: &mut Figure, cell: &CellPlace) {
    let Value::Number(number) = figure.value else { return };
    if figure.kind != Kind::Count {
        return;
    }
    let of = |text: &str| {
        let text = text.to_lowercase().replace('\u{a0}', " ");
        let counts = counts(&text);
        UNITS.iter().filter(|(.., kind)| !counts || *kind == Kind::Money).find(|(word, ..)| text.contains(word))
    };
    // A column that counts has no unit of its table, but may have one of its row.
    let caption = if counts(&cell.column.to_lowercase()) { "" } else { &cell.caption };
    let Some((_, times, over, kind)) = [cell.column.as_str(), &cell.row, caption].into_iter().find_map(of) else {
        return;
    };
    if let Some(value) = Exact::fraction(*times, *over).and_then(|unit| number.times(unit)) {
        figure.value = Value::Number(value);
        figure.kind = *kind;
    }
}
