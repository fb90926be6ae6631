//! A sheet as a table: where its header is, how many rows it has, what stands in each column.

mod finished;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::block::block_columns;
use super::form::{Asked, FormOfTool};
use super::label_list::{Labels, LabelsDraft};
use super::layout::{self, Joint, Layout};
use super::programme::Programme;
use crate::read::{Cell, Grid, plain, tidy};
use crate::register::Level;
use crate::study::Header;
use crate::survey::{join_header, looks_like_contact, may_be_persons, number};

pub use finished::Finished;
use finished::finished;

/// How far down a header is looked for.
const HEADER_SEARCH: usize = 50;

/// A sheet with its header found.
pub struct Table<'a> {
    /// The sheet.
    pub grid: &'a Grid,
    /// The row in which the header begins.
    pub header_row: usize,
    /// The header rows.
    pub header: Header,
    /// The layout of the survey tool that wrote it, where one was recognised.
    pub layout: Option<&'static dyn Layout>,
    /// The columns' names.
    pub names: Vec<String>,
    /// The rows below the header that are not blank, and, where a tool puts several parts into one sheet, of this part.
    pub rows: Vec<usize>,
    /// The column that says so, and what it says.
    pub only: Option<(String, String)>,
    /// The columns that say which answers were sent in and count; the others are not among the rows.
    pub finished: Vec<Finished>,
    /// The list that gave the columns their names, and what their values mean by it.
    pub labels: Option<(LabelsDraft, Labels)>,
    /// The form that it has the answers of, where that lies beside it.
    pub form: Option<Arc<FormOfTool>>,
    /// The registers in which recipients are looked up.
    pub levels: Vec<Level>,
    /// What its header may speak of.
    pub programme: Programme,
    /// By column, the cells below the header that are not blank, from the top.
    filled: Vec<Vec<Filled<'a>>>,
    /// By column, whether it holds contact data.
    contacts: Vec<bool>,
    /// By column, whether it may hold names of persons; nothing of it is written.
    doubted: Vec<bool>,
}

/// A cell in which something stands.
pub struct Filled<'a> {
    /// The cell.
    pub cell: &'a Cell,
    /// Its text, its kinds of space made one.
    pub text: String,
}

/// The row in which a sheet's header begins, and its rows: as a survey tool writes it, or where it stands over at least two
/// columns.
pub fn find_header(grid: &Grid) -> Option<(usize, Header, Option<&'static dyn Layout>)> {
    match layout::of(grid) {
        Some((layout, row, header)) => Some((row, header, Some(layout))),
        None => of_no_tool(grid).map(|(row, rows)| (row, Header::of(rows), None)),
    }
}

/// The row in which the header of no known tool begins, and how many rows it has.
fn of_no_tool(grid: &Grid) -> Option<(usize, usize)> {
    let filled = |row: usize| grid.rows.get(row).map_or(0, |r| r.filled().count());
    let width = (0..grid.rows.len().min(HEADER_SEARCH)).map(filled).max()?;
    let texts = |row: usize| grid.rows[row].filled().all(|(_, cell)| matches!(cell, Cell::Text(_)));
    let may_be_header = |row: &usize| {
        let count = filled(*row);
        count >= 2 && texts(*row) && (count * 2 >= width || is_over_options(grid, *row))
    };
    let row = (0..grid.rows.len().min(HEADER_SEARCH)).find(may_be_header)?;
    Some((row, if is_over_options(grid, row) { 2 } else { 1 }))
}

impl<'a> Table<'a> {
    /// The table of a sheet, where there is a header over at least two columns and a row below it; or its tables, where a tool
    /// puts the parts of a questionnaire below each other.
    pub fn all(grid: &'a Grid) -> Vec<Self> {
        let Some((header_row, header, layout)) = find_header(grid) else { return Vec::new() };
        let header = numbered(grid, header_row, header);
        let may_ask_again = layout.is_some_and(Layout::may_ask_again);
        let header = if may_ask_again { asked_again(grid, header_row, header) } else { header };
        let names = join_header(grid, header_row, &header);
        let below = header_row + header.rows..grid.rows.len();
        let mut rows: Vec<usize> = below.filter(|row| !grid.rows[*row].is_blank()).collect();
        drop_footers(grid, &mut rows);
        let of = |names: Vec<String>, rows: Vec<usize>, only| {
            let found = Self::of_rows(grid, (header_row, header.clone(), layout), names, rows);
            Self { only, ..found.only_finished() }
        };
        let parts = layout.map(|layout| parts(grid, layout, &names, &rows)).unwrap_or_default();
        match parts.is_empty() {
            _ if rows.is_empty() => Vec::new(),
            true => vec![of(names, rows, None)],
            false => parts.into_iter().map(|part| of(part.names, part.rows, Some(part.only))).collect(),
        }
    }

    fn of_rows(
        grid: &'a Grid,
        (header_row, header, layout): (usize, Header, Option<&'static dyn Layout>),
        names: Vec<String>,
        rows: Vec<usize>,
    ) -> Self {
        let mut filled: Vec<Vec<Filled<'a>>> = Vec::new();
        for (column, cell) in rows.iter().flat_map(|row| grid.rows[*row].filled()) {
            if filled.len() <= column {
                filled.resize_with(column + 1, Vec::new);
            }
            filled[column].push(Filled { cell, text: tidy(cell) });
        }
        let cells = |column: usize| filled.get(column).into_iter().flatten().map(|filled: &Filled<'_>| &filled.text);
        let contacts: Vec<bool> =
            names.iter().enumerate().map(|(column, name)| looks_like_contact(name, cells(column))).collect();
        let of_persons = |column: usize, name: &String| !contacts[column] && may_be_persons(name, cells(column));
        let doubted = names.iter().enumerate().map(|(column, name)| of_persons(column, name)).collect();
        let levels = Level::built_in().to_vec();
        let (labels, form, only, finished, programme) = (None, None, None, Vec::new(), Programme::default());
        Self {
            finished,
            programme,
            grid,
            header_row,
            header,
            layout,
            names,
            rows,
            only,
            labels,
            form,
            levels,
            filled,
            contacts,
            doubted,
        }
    }

    /// The table without the rows of answers that were only begun or do not count.
    fn only_finished(mut self) -> Self {
        while let Some(found) = finished(&self) {
            let mut all = std::mem::take(&mut self.finished);
            if found.left > 0 {
                let header = (self.header_row, self.header.clone(), self.layout);
                self = Self::of_rows(self.grid, header, self.names.clone(), found.rows(&self));
            }
            all.push(found);
            self.finished = all;
        }
        self
    }

    /// The names of the columns that say which answers count, with what they say.
    pub fn named_finished(&self) -> Vec<(String, Finished)> {
        self.finished.iter().map(|own| (self.names[own.column].clone(), own.clone())).collect()
    }

    /// The table without its last rows that a test tells of, and those rows.
    pub fn without_last(&self, is_one: impl Fn(usize) -> bool) -> (Self, Vec<usize>) {
        let kept = self.rows.iter().rposition(|row| !is_one(*row)).map_or(0, |last| last + 1);
        let (rows, last) = self.rows.split_at(kept);
        let header = (self.header_row, self.header.clone(), self.layout);
        (Self::of_rows(self.grid, header, self.names.clone(), rows.to_vec()), last.to_vec())
    }

    /// Gives columns the names that a list of labels has for them. What holds contact data by its code does so still.
    pub fn rename(&mut self, names: Vec<String>, list: LabelsDraft, meanings: Labels) {
        let cells = |column: usize| self.filled.get(column).into_iter().flatten().map(|filled| &filled.text);
        let named = |column: usize, name: &String| self.contacts[column] || looks_like_contact(name, cells(column));
        let contacts: Vec<bool> = names.iter().enumerate().map(|(column, name)| named(column, name)).collect();
        let of_persons = |column: usize, name: &String| !contacts[column] && may_be_persons(name, cells(column));
        self.doubted = names.iter().enumerate().map(|(column, name)| of_persons(column, name)).collect();
        self.contacts = contacts;
        self.names = names;
        self.labels = Some((list, meanings));
    }

    /// The columns that have a name, without those of contact data, and without those that say what was sent in.
    pub fn columns(&self) -> impl Iterator<Item = usize> + '_ {
        let says_what_was_sent = |column: &usize| self.finished.iter().any(|finished| finished.column == *column);
        let is_none = move |column: &usize| {
            self.names[*column].is_empty()
                || self.contacts[*column]
                || self.doubted[*column]
                || says_what_was_sent(column)
        };
        (0..self.names.len()).filter(move |column| !is_none(column))
    }

    /// The columns of contact data.
    pub fn contact_columns(&self) -> impl Iterator<Item = &str> {
        let named = self.names.iter().zip(&self.contacts);
        named.filter(|(name, contact)| **contact && !name.is_empty()).map(|(name, _)| name.as_str())
    }

    /// The columns that may hold names of persons.
    pub fn doubted_columns(&self) -> impl Iterator<Item = &str> {
        let named = self.names.iter().zip(&self.doubted);
        named.filter(|(name, doubted)| **doubted && !name.is_empty()).map(|(name, _)| name.as_str())
    }

    /// What stands around an option in the names of the tool that wrote it, beside what stands there in most exports.
    pub fn joints(&self) -> &'static [Joint] {
        self.layout.map_or(&[], Layout::joints)
    }

    /// A question's own words, without what the tool puts behind them, and without the groups of the form before them.
    pub fn question<'n>(&self, name: &'n str) -> &'n str {
        let Some(layout) = self.layout else { return name };
        let name = layout.question(name);
        let shares = |at: usize| {
            let others = self.names.iter().filter(|other| !other.starts_with(name));
            others.filter(|other| other.starts_with(&name[..=at])).count() > 0
        };
        let group = name.rfind('/').filter(|at| layout.has_groups() && shares(*at));
        group.map_or(name, |at| &name[at + 1..])
    }

    /// The question over a column, where the tool has the questions in a header row of their own.
    pub fn asked(&self, column: usize) -> Option<String> {
        self.layout.filter(|layout| layout.asks_in_first_row())?;
        let over = (0..=column).rev().map(|column| plain(&self.grid.own(self.header_row, column).text()));
        let text = over.into_iter().find(|text| !text.is_empty())?;
        let number = number(&text).filter(|_| self.header.numbered).unwrap_or(0);
        Some(text[number..].to_owned())
    }

    /// Whether nearly all columns are named by codes, which say little of what they hold: then its answers are codes, too.
    pub fn is_by_codes(&self) -> bool {
        let names = || self.names.iter().filter(|name| !name.is_empty() && !layout::names_record(name));
        let is_code = |name: &&String| name.is_ascii() && !name.contains(' ');
        names().filter(is_code).count() * 10 > names().count() * 9
    }

    /// The question of the form beside it to which a name belongs.
    pub fn asked_in_form(&self, name: &str) -> Option<&Asked> {
        self.form.as_ref()?.asked(name)
    }

    /// What a value of a column means, as the form beside it says.
    pub fn meaning(&self, column: usize, value: &str) -> Option<String> {
        self.asked_in_form(self.names.get(column)?)?.meaning(value).map(str::to_owned)
    }

    /// The column that the tool has under one of some names, the first of them that is there.
    pub fn column_of_tool(&self, names: &[&str]) -> Option<usize> {
        let named = self.columns().filter_map(|column| Some((layout::position(names, &self.names[column])?, column)));
        named.min().map(|(_, column)| column)
    }

    /// The column of a name.
    pub fn column(&self, name: &str) -> Option<usize> {
        let wanted = plain(name);
        self.names.iter().position(|n| *n == wanted)
    }

    /// A cell.
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        self.grid.cell(row, column)
    }

    /// A column's cells that are not blank, from the top.
    pub fn filled(&self, column: usize) -> &[Filled<'a>] {
        self.filled.get(column).map_or(&[], Vec::as_slice)
    }

    /// The texts of a column's cells that are not blank, from the top.
    pub fn values(&self, column: usize) -> impl Iterator<Item = &str> {
        self.filled(column).iter().map(|filled| filled.text.as_str())
    }

    /// The different texts of a column, at most so many; `None` where there are more.
    pub fn distinct(&self, column: usize, most: usize) -> Option<BTreeSet<&str>> {
        let mut found = BTreeSet::new();
        for value in self.values(column) {
            found.insert(value);
            if found.len() > most {
                return None;
            }
        }
        Some(found)
    }

    /// The share of a column's filled cells of which something is true; 0 where all are blank.
    pub fn share(&self, column: usize, is: impl Fn(&str) -> bool) -> f64 {
        let (mut all, mut so) = (0_usize, 0_usize);
        for value in self.values(column) {
            all += 1;
            so += usize::from(is(value));
        }
        if all == 0 { 0.0 } else { so as f64 / all as f64 }
    }
}

/// A header in which a number before every question is passed over, where blocks are only seen so: `6. Insats 1: Medel` and
/// `9. Insats 2: Medel`.
fn numbered(grid: &Grid, row: usize, header: Header) -> Header {
    const FEWEST: usize = 3;
    let names = join_header(grid, row, &header);
    let filled = names.iter().filter(|name| !name.is_empty()).count();
    let with = names.iter().filter(|name| number(name).is_some()).count();
    if with < FEWEST || with * 2 < filled {
        return header;
    }
    let bare = Header { numbered: true, ..header.clone() };
    let without = join_header(grid, row, &bare);
    let different: BTreeSet<&String> = without.iter().filter(|name| !name.is_empty()).collect();
    // Blocks, and the words that options share, are only seen without numbers.
    let is_needed = has_blocks(&without) || with == filled;
    if different.len() == filled && !has_blocks(&names) && is_needed { bare } else { header }
}

/// A header in which questions that come again have a number, where blocks are only seen so.
fn asked_again(grid: &Grid, row: usize, header: Header) -> Header {
    let again = Header { asked_again: true, ..header.clone() };
    let is_needed = !has_blocks(&join_header(grid, row, &header)) && has_blocks(&join_header(grid, row, &again));
    if is_needed { again } else { header }
}

/// Whether names stand in numbered blocks.
fn has_blocks(names: &[String]) -> bool {
    let named: Vec<(usize, &str)> = names.iter().map(String::as_str).enumerate().collect();
    !block_columns(&named).is_empty()
}

/// A part of a sheet: rows that say the same in a column.
struct Part {
    names: Vec<String>,
    rows: Vec<usize>,
    only: (String, String),
}

/// The parts of a sheet, where its tool says of every row to which it belongs: none where all belong to one. A column that is
/// blank in a part and not in another has no name there.
fn parts(grid: &Grid, layout: &dyn Layout, names: &[String], rows: &[usize]) -> Vec<Part> {
    let kind = names.iter().position(|name| layout::position(layout.kinds(), name).is_some());
    let Some(kind) = kind else { return Vec::new() };
    let mut by_text: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    rows.iter().for_each(|row| by_text.entry(tidy(grid.cell(*row, kind))).or_default().push(*row));
    if by_text.len() < 2 {
        return Vec::new();
    }
    let is_filled = |rows: &[usize], column: usize| rows.iter().any(|row| !grid.cell(*row, column).is_blank());
    let of = |(text, own): (String, Vec<usize>)| {
        let belongs = |column: usize| column != kind && (is_filled(&own, column) || !is_filled(rows, column));
        let named = names.iter().enumerate();
        let names_here =
            named.map(|(column, name)| if belongs(column) { name.clone() } else { String::new() }).collect();
        Part { names: names_here, only: (names[kind].clone(), text), rows: own }
    };
    by_text.into_iter().map(of).collect()
}

/// Takes rows off the end that have a note in one cell under a table of several columns.
fn drop_footers(grid: &Grid, rows: &mut Vec<usize>) {
    const SEVERAL: usize = 3;
    let filled = |row: &usize| grid.rows[*row].filled().count();
    let is_table = rows.iter().any(|row| filled(row) >= SEVERAL);
    while is_table && rows.last().is_some_and(|row| filled(row) == 1) {
        rows.pop();
    }
}

/// Whether a row is the first of two header rows: questions merged over options, under which the second row has texts.
fn is_over_options(grid: &Grid, row: usize) -> bool {
    let (Some(over), Some(under)) = (grid.rows.get(row), grid.rows.get(row + 1)) else { return false };
    let Some((first, _)) = over.filled().next() else { return false };
    // The column of ids has nothing in the second row, but something in the third.
    let ids = grid.cell(row + 1, first).is_blank() && !grid.cell(row + 2, first).is_blank();
    let gap = |column: usize| grid.cell(row, column).is_blank();
    let options = (0..under.len()).filter(|c| !grid.cell(row + 1, *c).is_blank()).count();
    let texts = under.filled().all(|(_, cell)| matches!(cell, Cell::Text(_)));
    let fills_gaps = (first..under.len()).filter(|c| gap(*c)).all(|c| !grid.cell(row + 1, c).is_blank());
    ids && texts && options > 0 && fills_gaps && (first..under.len()).any(gap)
}
