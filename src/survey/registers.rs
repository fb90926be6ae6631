//! The registers that a study declares, read from their files before anything is looked up in them.

use std::collections::BTreeMap;

use super::columns::Columns;
use super::key::Key;
use super::recipients::Naming;
use super::register_numbers::{read_number, report_decimals};
use super::totals::{is_declared_total, looks_like_total, report_unused, total_message, undeclared_total};
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::exact::Exact;
use crate::mask::is_personal;
use crate::msg;
use crate::read::{Files, tidy};
use crate::register::{Level, Row, recipients, same_code};
use crate::study::{Register, Study};
use crate::wording::first_of;

/// Reads the registers of a study and of the studies that it names. `false` where one could not be read: whoever stands in
/// it would be told as unknown.
pub fn read_registers(study: &Study, files: &Files, messages: &mut Diagnostics) -> bool {
    let of_others = study.companions.iter().flat_map(|(_, other)| &other.registers);
    for register in study.registers.iter().chain(of_others) {
        if let Some(rows) = read(register, files, messages) {
            register.level.fill(rows);
            report_shared_names(register, messages);
        }
    }
    let of_others = study.companions.iter().flat_map(|(_, other)| &other.registers);
    study.registers.iter().chain(of_others).all(|register| register.level.is_filled())
}

/// The columns of a register.
struct Found {
    code: usize,
    name: usize,
    others: Vec<usize>,
    numbers: Vec<usize>,
    parent: Option<usize>,
}

impl Found {
    /// `None` where a declared column is not there, which is reported.
    fn new(declared: &Register, columns: &Columns<'_>, messages: &mut Diagnostics) -> Option<Self> {
        let mut column = |name| columns.column_of_names(name, messages);
        let (code, name) = (column(&declared.code), column(&declared.name));
        let others: Vec<Option<usize>> = declared.other_names.iter().map(&mut column).collect();
        let numbers: Vec<Option<usize>> = declared.numbers.iter().map(&mut column).collect();
        let parent = declared.parent.as_ref().map(&mut column);
        let [others, numbers]: [Option<Vec<usize>>; 2] = [others, numbers].map(|all| all.into_iter().collect());
        let parent = parent.map_or(Some(None), |found| found.map(Some));
        Some(Self { code: code?, name: name?, others: others?, numbers: numbers?, parent: parent? })
    }

    /// The columns in which the label of a total may stand.
    fn labels(&self) -> [usize; 2] {
        [self.code, self.name]
    }
}

fn read(declared: &Register, files: &Files, messages: &mut Diagnostics) -> Option<Vec<Row>> {
    let grid = files.sheet(&declared.file, declared.sheet.as_deref(), messages)?;
    let wanted: Vec<_> =
        [&declared.code, &declared.name].into_iter().chain(&declared.other_names).chain(&declared.numbers).collect();
    let columns = Columns::simple(&grid, &wanted, messages)?;
    let found = Found::new(declared, &columns, messages)?;
    let key = Key::default();
    let above = found.parent.zip(declared.level.part_of());
    let above = above.map(|(column, level)| Above {
        column,
        level,
        naming: Naming::of_either((&columns, &key), column, &[level]),
    });
    let mut rows: Vec<Row> = Vec::new();
    let mut codes: BTreeMap<String, usize> = BTreeMap::new();
    for at in columns.rows().filter(|row| !is_declared_total(&grid, *row, &found.labels(), &declared.totals)) {
        let Some(row) = read_row(declared, &columns, (&found, above.as_ref()), at, messages) else { continue };
        match codes.entry(same_code(&row.code)) {
            std::collections::btree_map::Entry::Occupied(earlier) => {
                let earlier = columns.grid.place(*earlier.get(), found.code);
                let message = msg!("register-code-twice", code = shown(&row.code), earlier);
                messages.push(Diagnostic::error(columns.grid.place(at, found.code), message));
            }
            std::collections::btree_map::Entry::Vacant(new) => {
                new.insert(at);
                rows.push(row);
            }
        }
    }
    report_unused(&[&columns], &declared.totals, messages);
    found.numbers.iter().for_each(|column| report_decimals(declared, &columns, (*column, &found.labels()), messages));
    if rows.is_empty() {
        messages.push(Diagnostic::error(grid.whole(), msg!("register-empty", register = shown(declared.level.word()))));
        return None;
    }
    Some(rows)
}

/// The column that says to whom a recipient belongs.
struct Above<'t> {
    column: usize,
    level: Level,
    naming: Naming<'t>,
}

/// One recipient; what is missing or cannot be read is reported.
fn read_row(
    declared: &Register,
    columns: &Columns<'_>,
    (found, above): (&Found, Option<&Above<'_>>),
    row: usize,
    messages: &mut Diagnostics,
) -> Option<Row> {
    let grid = columns.grid;
    let text = |column: usize| tidy(grid.cell(row, column));
    let (code, name) = (text(found.code), text(found.name));
    if let Some(label) = undeclared_total(grid, row, &found.labels()) {
        let place = grid.place(row, found.name);
        if !is_named_like_total(&code, &name) {
            messages.push(total_message(&label, place));
            return None;
        }
        messages.push(Diagnostic::warning(place, msg!("register-name-like-total", label = shown(&label))));
    }
    for (column, written) in [(found.code, &code), (found.name, &name)] {
        if written.is_empty() {
            let message = msg!("register-cell-blank", column = shown(columns.name(column)));
            messages.push(Diagnostic::error(grid.place(row, column), message));
        }
    }
    if code.is_empty() || name.is_empty() {
        return None;
    }
    if is_personal(&code) {
        let message = msg!("register-code-personal", name = shown(&name));
        messages.push(Diagnostic::error(grid.place(row, found.code), message));
        return None;
    }
    let numbers = found.numbers.iter().map(|column| read_number(grid, (row, *column), declared.decimal, messages));
    let numbers: Vec<Option<Exact>> = numbers.collect();
    let parent = above.and_then(|above| {
        if text(above.column).is_empty() {
            let message = msg!("register-cell-blank", column = shown(columns.name(above.column)));
            messages.push(Diagnostic::error(grid.place(row, above.column), message));
            return None;
        }
        above.naming.recipient(row, above.level, messages)
    });
    let spellings = found.others.iter().map(|column| text(*column)).filter(|other| !other.is_empty()).collect();
    Some(Row { code, name, spellings, numbers, parent })
}

/// Whether a row that reads as a total is a recipient: `Summa Summarum` with a code of its own; `Summa` with one is a total.
fn is_named_like_total(code: &str, name: &str) -> bool {
    !code.is_empty() && !looks_like_total(code) && looks_like_total(name) && name.contains(' ')
}

/// Tells of names that several have: they can be told apart by their codes alone.
fn report_shared_names(register: &Register, messages: &mut Diagnostics) {
    const NAMED: usize = 3;
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    recipients(register.level).iter().for_each(|one| *names.entry(&one.name).or_default() += 1);
    let shared: Vec<&str> = names.into_iter().filter(|(_, count)| *count > 1).map(|(name, _)| name).collect();
    if !shared.is_empty() {
        let (count, names) = (shared.len(), first_of(shared.into_iter().map(shown), NAMED, ", "));
        let message = msg!("register-names-shared", count, names);
        messages.push(Diagnostic::notice(register.place.clone(), message));
    }
}
