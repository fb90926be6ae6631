//! What a user is told of how the cells look that a study reads: one message of a kind for a sheet.

use std::collections::BTreeSet;

use super::super::grid::{Cell, Grid};
use super::super::spelling::{plain, tidy};
use super::{Area, Looks};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Spot, column_letters, shown, spaced};
use crate::read::amount::kronor_of_unit;

/// What is read of a sheet.
pub(crate) struct Read<'a> {
    /// The sheet.
    pub(crate) grid: &'a Grid,
    /// The columns that the study uses.
    pub(crate) columns: &'a BTreeSet<usize>,
    /// The first row of the header.
    pub(crate) header: usize,
    /// The first row below it.
    pub(crate) first: usize,
    /// Names of rows that are totals.
    pub(crate) totals: &'a [String],
}

impl Read<'_> {
    /// Tells how what is read looks.
    pub(crate) fn tell(&self, messages: &mut Diagnostics) {
        self.formats(messages);
        let Some(looks) = self.grid.looks.as_deref() else { return };
        let rows: Vec<usize> = (self.first..self.grid.rows.len()).filter(|row| self.is_read(*row)).collect();
        self.hidden(looks, &rows, messages);
        self.struck(looks, &rows, messages);
        self.merged(looks, &rows, messages);
        self.comments(looks, messages);
        self.totals(looks, messages);
        self.siblings(looks, rows.len(), messages);
    }

    /// Whether a used cell of a row says anything, and the row is no total.
    fn is_read(&self, row: usize) -> bool {
        let used = self.columns.iter().map(|column| self.grid.own(row, *column));
        used.clone().any(|cell| !cell.is_blank()) && !self.is_total(row)
    }

    fn is_total(&self, row: usize) -> bool {
        let is = |column: &usize| {
            let text = tidy(self.grid.own(row, *column));
            self.totals.iter().any(|total| plain(total) == text)
        };
        !self.totals.is_empty() && self.columns.iter().any(is)
    }

    fn notice(&self, found: String, swedish: String, action: [&str; 2], messages: &mut Diagnostics) {
        self.notice_at(self.grid.whole(), found, swedish, action, messages);
    }

    fn notice_at(&self, place: Place, found: String, swedish: String, action: [&str; 2], messages: &mut Diagnostics) {
        let [english, in_swedish] = action;
        messages.push(Diagnostic::notice(place, found).action(english).in_swedish(swedish, "", in_swedish));
    }

    /// The first of some rows, at the first column that is read.
    fn row_place(&self, rows: &[usize]) -> Place {
        match rows.first() {
            Some(row) => self.grid.place(*row, self.columns.first().copied().unwrap_or_default()),
            None => self.grid.whole(),
        }
    }

    fn hidden(&self, looks: &Looks, rows: &[usize], messages: &mut Diagnostics) {
        let hidden: Vec<usize> = rows.iter().copied().filter(|row| looks.hidden_rows.contains(*row)).collect();
        if !hidden.is_empty() {
            let filter = if looks.filtered { (" by a filter", " av ett filter") } else { ("", "") };
            let list = row_list(&hidden);
            let (found, swedish) = match hidden.len() {
                1 => (format!("a row that is read is hidden{}: {list}", filter.0), {
                    format!("en rad som läses är dold{}: {list}", filter.1)
                }),
                many => {
                    let many = spaced(many as u64);
                    let found = format!("{many} rows that are read are hidden{}: {list}", filter.0);
                    (found, format!("{many} rader som läses är dolda{}: {list}", filter.1))
                }
            };
            self.notice_at(self.row_place(&hidden), found, swedish, SHOULD_NOT_COUNT, messages);
        }
        let filled = |column: usize| rows.iter().any(|row| !self.grid.own(*row, column).is_blank());
        let columns = self.columns.iter().copied();
        let columns: Vec<usize> =
            columns.filter(|column| looks.hidden_columns.contains(*column) && filled(*column)).collect();
        if !columns.is_empty() {
            let list = listed(columns.iter().map(|column| column_letters(*column)));
            let found = format!("hidden columns are read: {list}");
            self.notice(found, format!("dolda kolumner läses: {list}"), LOOK_AT_COLUMNS, messages);
        }
    }

    fn struck(&self, looks: &Looks, rows: &[usize], messages: &mut Diagnostics) {
        if looks.struck.is_empty() {
            return;
        }
        let struck = |row: usize| {
            let is =
                |column: &usize| looks.struck.get(row, *column).is_some() && !self.grid.own(row, *column).is_blank();
            self.columns.iter().any(is)
        };
        let rows: Vec<usize> = rows.iter().copied().filter(|row| struck(*row)).collect();
        if rows.is_empty() {
            return;
        }
        let list = row_list(&rows);
        let (found, swedish) = match rows.len() {
            1 => (
                format!("a row that is read has text that is struck through: {list}"),
                format!("en rad som läses har genomstruken text: {list}"),
            ),
            many => {
                let many = spaced(many as u64);
                let found = format!("{many} rows that are read have text that is struck through: {list}");
                (found, format!("{many} rader som läses har genomstruken text: {list}"))
            }
        };
        self.notice_at(self.row_place(&rows), found, swedish, SHOULD_NOT_COUNT, messages);
    }

    fn merged(&self, looks: &Looks, rows: &[usize], messages: &mut Diagnostics) {
        let below = looks.merged().iter().filter(|area| area.top as usize >= self.first);
        let filled = below.filter(|area| !self.grid.own(area.top as usize, area.left as usize).is_blank());
        let (mut down, mut across) = (Vec::new(), Vec::new());
        for area in filled {
            let (top, bottom) = (area.top as usize, area.bottom as usize);
            let within = rows.partition_point(|row| *row <= bottom) - rows.partition_point(|row| *row < top);
            if within > 1 && self.columns.contains(&(area.left as usize)) {
                down.push(area);
            }
            let covered =
                self.columns.range(area.left as usize + 1..=(area.right as usize).max(area.left as usize + 1));
            if within > 0 && area.right > area.left && covered.count() > 0 {
                across.push(area);
            }
        }
        if !down.is_empty() {
            let list = listed(down.iter().map(|area| area.to_string()));
            let found = format!("merged cells were read as if each of their rows had the value: {list}");
            let swedish = format!("sammanfogade celler har lästs som om varje rad hade värdet: {list}");
            let action = ["look whether that is what they mean", "se efter om det är vad de betyder"];
            self.notice(found, swedish, action, messages);
        }
        if !across.is_empty() {
            let list = listed(across.iter().map(|area| area.to_string()));
            let found =
                format!("cells are merged over several columns, and their value counts for the first only: {list}");
            let swedish =
                format!("celler är sammanfogade över flera kolumner, och värdet räknas bara i den första: {list}");
            messages.push(
                Diagnostic::warning(self.grid.whole(), found)
                    .expected("a cell for each column")
                    .action("split the cells in a copy of the file, and fill in what holds for each")
                    .in_swedish(
                        swedish,
                        "en cell för varje kolumn",
                        "dela cellerna i en kopia av filen och fyll i vad som gäller för var och en",
                    ),
            );
        }
    }

    fn comments(&self, looks: &Looks, messages: &mut Diagnostics) {
        let read = |(row, column): &&(u32, u32)| {
            *row as usize >= self.first && self.columns.contains(&(*column as usize)) && self.is_read(*row as usize)
        };
        let cells: Vec<String> =
            looks.comments.iter().filter(read).map(|(row, column)| cell_name(*row, *column)).collect();
        if cells.is_empty() {
            return;
        }
        let (many, list) = (spaced(cells.len() as u64), listed(cells.into_iter()));
        let action = [
            "look whether one says that a value does not hold; comments are not read",
            "se efter om någon säger att ett värde inte gäller; kommentarer läses inte",
        ];
        let found = format!("cells that are read have comments ({many}): {list}");
        self.notice(found, format!("celler som läses har kommentarer ({many}): {list}"), action, messages);
    }

    fn totals(&self, looks: &Looks, messages: &mut Diagnostics) {
        let read = |row: &usize| *row >= self.first && self.is_read(*row);
        let rows: Vec<usize> = looks.totals.iter().map(|row| *row as usize).filter(read).collect();
        if !rows.is_empty() {
            let list = row_list(&rows);
            let found = format!("the total row of a table is not read: {list}");
            let swedish = format!("en tabells summarad läses inte: {list}");
            let action = ["look whether it is a total", "se efter om det är en summa"];
            self.notice(found, swedish, action, messages);
        }
    }

    fn siblings(&self, looks: &Looks, own: usize, messages: &mut Diagnostics) {
        let names = self.columns.iter().map(|column| tidy(self.grid.own(self.header, *column)));
        let header: BTreeSet<String> = names.filter(|name| !name.is_empty()).collect();
        if header.len() < 2 {
            return;
        }
        let ids = || -> BTreeSet<String> {
            let id = self.columns.first().copied().unwrap_or_default();
            (self.first..self.grid.rows.len()).map(|row| tidy(self.grid.own(row, id))).collect()
        };
        for sibling in looks.siblings.iter() {
            let Some(rows) = sibling.rows_below(&header, self.first - self.header) else { continue };
            let hidden = sibling.sheet.hidden;
            // An old version is short and of the same respondents.
            let others = match hidden && rows < own {
                true => sibling.rows_of_others(&header, self.first - self.header, &ids()),
                false => 0,
            };
            if rows == 0 || (hidden && rows < own && others == 0) {
                continue;
            }
            let (name, own, one) = (shown(&sibling.sheet.name), spaced(own as u64), rows == 1);
            let rows = spaced(rows as u64);
            let (noun, noun_swedish) = if one { ("row", "rad") } else { ("rows", "rader") };
            let word = if hidden { ("hidden sheet", "dolda bladet") } else { ("sheet", "bladet") };
            let found =
                format!("the {} {name} has the same columns and {rows} {noun}, this one {own}; it is not read", word.0);
            let swedish = format!(
                "{} {name} har samma kolumner och {rows} {noun_swedish}, det här {own}; det läses inte",
                word.1
            );
            let swedish = format!("{}{swedish}", if hidden { "det " } else { "" });
            let (found, swedish) = match others {
                0 => (found, swedish),
                others => (
                    format!("{found}; rows of others than here: {others}"),
                    format!("{swedish}; rader om andra än här: {others}"),
                ),
            };
            let action = [
                "look which one holds, and name it with the key \"sheet\"",
                "se efter vilket som gäller, och ange det med nyckeln \"sheet\"",
            ];
            self.notice(found, swedish, action, messages);
        }
    }

    /// Numbers whose format decides how many kronor they are, or hides them.
    fn formats(&self, messages: &mut Diagnostics) {
        let (mut units, mut words): (Cells, BTreeSet<String>) = (Cells::default(), BTreeSet::new());
        let (mut scaled, mut hidden) = (Cells::default(), Cells::default());
        for (number, row) in self.grid.rows.iter().enumerate().skip(self.first) {
            for (column, cell) in row.filled() {
                let Cell::Shown(shown) = cell else { continue };
                if !self.columns.contains(&column) {
                    continue;
                }
                let unit = shown.unit().unwrap_or_default();
                if shown.is_hidden() {
                    hidden.add(number, column);
                } else if shown.scale() > 1 {
                    scaled.add(number, column);
                } else if kronor_of_unit(unit).is_some_and(|factor| factor > 1) {
                    units.add(number, column);
                    words.insert(unit.to_owned());
                }
            }
        }
        let look = ["look whether that is what the cells mean", "se efter om det är vad cellerna betyder"];
        if let Some((count, first, place)) = units.told(self.grid) {
            let words = words.iter().map(|word| shown(word)).collect::<Vec<_>>().join(", ");
            let found = format!(
                "the number format says the unit {words}, which was read with the number; cells: {count}, first {first}"
            );
            let swedish =
                format!("talformatet anger enheten {words}, som har lästs med talet; celler: {count}, först {first}");
            self.notice_at(place, found, swedish, look, messages);
        }
        if let Some((count, first, place)) = scaled.told(self.grid) {
            let found = format!(
                "the number format shows numbers in thousands or millions; what is stored was read; cells: {count}, first {first}"
            );
            let swedish = format!(
                "talformatet visar tal i tusental eller miljoner; det lagrade talet har lästs; celler: {count}, först {first}"
            );
            self.notice_at(place, found, swedish, look, messages);
        }
        if let Some((count, first, place)) = hidden.told(self.grid) {
            let found = format!("the number format hides numbers that are read; cells: {count}, first {first}");
            let swedish = format!("talformatet döljer tal som läses; celler: {count}, först {first}");
            self.notice_at(place, found, swedish, SHOULD_NOT_COUNT, messages);
        }
    }
}

const SHOULD_NOT_COUNT: [&str; 2] =
    ["what should not count goes away in a copy of the file", "det som inte ska räknas tas bort i en kopia av filen"];
const LOOK_AT_COLUMNS: [&str; 2] = ["look whether they are the right ones", "se efter om det är de rätta"];

/// Cells of a kind: how many, and the first.
#[derive(Default)]
struct Cells {
    count: u64,
    first: Option<(usize, usize)>,
}

impl Cells {
    fn add(&mut self, row: usize, column: usize) {
        self.count += 1;
        self.first.get_or_insert((row, column));
    }

    fn told(&self, grid: &Grid) -> Option<(String, String, Place)> {
        let (row, column) = self.first?;
        Some((spaced(self.count), cell_name(row as u32, column as u32), grid.place(row, column)))
    }
}

fn cell_name(row: u32, column: u32) -> String {
    format!("{}{}", column_letters(column as usize), u64::from(row) + 1)
}

impl std::fmt::Display for Area {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", cell_name(self.top, self.left), cell_name(self.bottom, self.right))
    }
}

/// Names one after the other; of many only the first.
fn listed(names: impl Iterator<Item = String>) -> String {
    const LONGEST: usize = 12;
    let mut names: Vec<String> = names.collect();
    if names.len() > LONGEST {
        names.truncate(LONGEST);
        names.push("…".to_owned());
    }
    names.join(", ")
}

/// Rows as `3, 5–7`, counted from 1.
fn row_list(rows: &[usize]) -> String {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for row in rows {
        match spans.last_mut() {
            Some((_, last)) if *last + 1 == *row => *last = *row,
            _ => spans.push((*row, *row)),
        }
    }
    listed(spans.into_iter().map(|(first, last)| match last - first {
        0 => (first + 1).to_string(),
        _ => format!("{}–{}", first + 1, last + 1),
    }))
}

/// An amount in merged cells of several rows, each of which may count it: the message, at the first of them.
pub(crate) fn shared_amount(grid: &Grid, row: usize, column: usize) -> Option<Diagnostic> {
    let area = grid.merged_at(row, column)?;
    let (top, bottom) = (area.top as usize, area.bottom as usize);
    let rows = (top..=bottom).filter(|row| grid.rows.get(*row).is_some_and(|row| !row.is_blank())).count();
    if rows < 2 || grid.own(top, column).is_blank() {
        return None;
    }
    let place = Place { spot: Spot::cell(top, column), ..grid.whole() };
    let found =
        format!("{} stands in cells that are merged over {rows} rows ({area})", shown(&grid.own(top, column).text()));
    Some(
        Diagnostic::error(place, found)
            .expected("a number for each row; nobody can tell how much of it each has")
            .action("ask how much each has, split the cells in a copy of the file, and fill in what was confirmed"),
    )
}
