//! Figures and tables that say something else than the files of then.

use std::collections::{BTreeMap, BTreeSet};

use super::cause::Cause;
use super::changed::{ChangedCell, ChangedItem, ItemBecame};
use super::difference::{Difference, Part};
use super::folder::{Folder, Rows, amount};
use super::note::Note;
use crate::ledger::{Criterion, Ledger, Selection};
use crate::read::Watch;
use crate::render;
use crate::report::{Content, Item, Kind, Prose, Table};
use crate::signs::harmless;
use crate::study::Limits;

/// Between paragraphs of a text.
const BETWEEN: &str = "\n\n";

/// Compares the report's items with the files of then.
pub(super) fn compare(
    difference: &mut Difference,
    (items, ledger): (&[Item], &Ledger),
    folder: &Folder,
    watch: &mut Watch,
) -> Result<(), csv::Error> {
    let known: BTreeSet<&str> = folder.manifest.items.iter().map(String::as_str).collect();
    let mut unread = Vec::new();
    for item in items {
        let found = |became, cells| ChangedItem { item: item.id.clone(), name: item.name().to_owned(), became, cells };
        if !known.contains(item.id.as_str()) {
            difference.items.push(found(ItemBecame::New, Vec::new()));
            continue;
        }
        if let Content::Text(prose) = &item.content {
            match folder.text(&format!("{}/{}.txt", item.folder(), item.id), watch) {
                Ok(before) => {
                    let cells = paragraphs(difference, &before, prose);
                    difference.items.extend((!cells.is_empty()).then(|| found(ItemBecame::Moved, cells)));
                }
                Err(_) if prose.has_numbers() => unread.push(item.id.clone()),
                Err(_) => {}
            }
            continue;
        }
        if !item.has_table() {
            continue;
        }
        let kind = if item.is_figure() { "figures" } else { "tables" };
        // The ids of declared items are names of files.
        let Ok(before) = folder.table(&format!("{kind}/{}.csv", item.id), watch) else {
            unread.push(item.id.clone());
            continue;
        };
        let now = Rows::read(&render::csv(&item.table)?, Limits::default().cells).unwrap_or_default();
        let cells = cells(difference, ledger, item, (&before, &now));
        if !cells.is_empty() {
            difference.items.push(found(ItemBecame::Moved, cells));
        }
    }
    let gone = known.iter().filter(|id| items.iter().all(|item| item.id != **id));
    let gone = gone.map(|id| {
        let (item, name) = ((*id).to_owned(), (*id).to_owned());
        ChangedItem { item, name, became: ItemBecame::Gone, cells: Vec::new() }
    });
    difference.items.extend(gone);
    if !unread.is_empty() {
        difference.notes.push(Note::ItemsUnread(unread));
    }
    Ok(())
}

/// The paragraphs of a text that read otherwise, in which numbers may come of anything. What stands around them in the file, as notes
/// of a run, is compared with nothing.
fn paragraphs(difference: &Difference, before: &str, now: &Prose) -> Vec<ChangedCell> {
    let now = harmless(&now.plain().join(BETWEEN)).into_owned();
    let mut cells = Vec::new();
    for (at, (then, here)) in before.split(BETWEEN).skip(1).zip(now.split(BETWEEN)).enumerate() {
        if then.trim_end() != here.trim_end() {
            cells.push(ChangedCell {
                row: (at + 1).to_string(),
                column: "paragraph".to_owned(),
                before: then.to_owned(),
                now: here.to_owned(),
                causes: difference.causes_by_files(&Cause::OF_FILES),
            });
        }
    }
    cells
}

/// What a row is known by: its key, or its texts but for a code's label; and which of several alike it is.
type RowId = (Vec<String>, usize);

/// The columns that a row is known by.
fn identity(table: &Table) -> Vec<&str> {
    if !table.keys.is_empty() {
        return vec!["key"];
    }
    let has_code = table.column("code").is_some();
    let texts = table.columns.iter().filter(|column| column.kind == Kind::Text).map(|column| column.id.as_str());
    texts.filter(|id| !has_code || *id != "label").collect()
}

fn by_identity(rows: &Rows, identity: &[&str]) -> BTreeMap<RowId, usize> {
    let columns: Vec<Option<usize>> = identity.iter().map(|id| rows.column(id)).collect();
    let mut seen: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    let mut found = BTreeMap::new();
    for (at, row) in rows.rows.iter().enumerate() {
        let cell = |column: &Option<usize>| column.and_then(|at| row.get(at)).unwrap_or_default().to_owned();
        let id: Vec<String> = columns.iter().map(cell).collect();
        let nth = seen.entry(id.clone()).or_default();
        found.insert((id, *nth), at);
        *nth += 1;
    }
    found
}

fn cells(difference: &Difference, ledger: &Ledger, item: &Item, (before, now): (&Rows, &Rows)) -> Vec<ChangedCell> {
    let identity = identity(&item.table);
    let (then, here) = (by_identity(before, &identity), by_identity(now, &identity));
    let rows: BTreeSet<&RowId> = then.keys().chain(here.keys()).collect();
    let mut columns: Vec<&str> = now.head.iter().map(String::as_str).collect();
    columns.extend(before.head.iter().map(String::as_str).filter(|id| now.column(id).is_none()));
    columns.retain(|column| !identity.contains(column));
    let mut cells = Vec::new();
    for id in rows {
        let at = here.get(id).copied();
        for column in &columns {
            let cell = |rows: &Rows, at: Option<&usize>| -> String {
                let row = at.and_then(|at| rows.rows.get(*at));
                rows.column(column).and_then(|column| row?.get(column)).unwrap_or_default().to_owned()
            };
            let (before_cell, now_cell) = (cell(before, then.get(id)), cell(now, here.get(id)));
            // What a row that is new or gone is called is no number that moved.
            let is_text = item.table.column(column).is_some_and(|at| item.table.columns[at].kind == Kind::Text);
            if before_cell == now_cell || is_text && (at.is_none() || !then.contains_key(id)) {
                continue;
            }
            let named = if at.is_some() { (now, at) } else { (before, then.get(id).copied()) };
            cells.push(ChangedCell {
                row: called(&item.table, named),
                column: (*column).to_owned(),
                before: before_cell,
                now: now_cell,
                causes: causes(difference, ledger, item, at, column),
            });
        }
    }
    let is_money = |column: &str| {
        let own = item.table.columns.iter().find(|own| own.id == column);
        own.is_some_and(|own| own.kind == Kind::Money)
    };
    cells.sort_by_key(|cell| {
        let number = |text: &str| amount(text).unwrap_or_default().ore();
        let change = number(&cell.now).saturating_sub(number(&cell.before)).unsigned_abs();
        std::cmp::Reverse((is_money(&cell.column), change))
    });
    cells
}

/// What readers call a row: its label, or its texts.
fn called(table: &Table, (rows, at): (&Rows, Option<usize>)) -> String {
    let Some(row) = at.and_then(|at| rows.rows.get(at)) else { return String::new() };
    let has_label = table.column("label").is_some();
    let texts = table.columns.iter().filter(|column| column.kind == Kind::Text);
    let texts = texts.filter(|column| !has_label || column.id != "code");
    let texts = texts.filter_map(|column| row.get(rows.column(&column.id)?)).filter(|text| !text.is_empty());
    texts.collect::<Vec<_>>().join(", ")
}

/// What moved a cell, as far as it is known.
fn causes(difference: &Difference, ledger: &Ledger, item: &Item, row: Option<usize>, column: &str) -> BTreeSet<Cause> {
    let at = item.table.column(column);
    let (is_money, is_share) = match at.map(|at| item.table.columns[at].kind) {
        Some(Kind::Money) => (true, false),
        Some(Kind::Number | Kind::Percent) => (false, true),
        _ => (false, false),
    };
    let own = row.zip(at).and_then(|cell| item.table.counts.get(&cell));
    let of_row = item.table.counts.iter().filter(|((own, _), _)| Some(*own) == row).map(|(_, count)| count);
    let counts: Vec<_> = own.map_or_else(|| of_row.collect(), |own| vec![own]);
    let of = match (own, is_money) {
        (Some(_), _) => Part::Number,
        (None, true) => Part::Funds,
        (None, false) => Part::Any,
    };
    let mut causes: BTreeSet<Cause> =
        counts.iter().flat_map(|count| of_selection(difference, ledger, count.selection, of)).collect();
    if counts.is_empty() || is_share {
        causes.extend(item.areas.iter().flat_map(|area| difference.causes_of_area(area, of)));
    }
    // What was then, and the change since, is of no cell that counts.
    if own.is_none() && matches!(item.content, Content::Change(_) | Content::Series(_)) {
        causes.extend(difference.causes_by_files(&[Cause::Earlier]));
    }
    if causes.is_empty() {
        causes = difference.causes_by_files(&Cause::OF_FILES);
    }
    causes
}

fn of_selection(difference: &Difference, ledger: &Ledger, selection: Selection, of: Part) -> BTreeSet<Cause> {
    let area = |at: crate::ledger::AreaId| ledger.areas.get(at.at()).map_or("", |area| area.total.area.as_str());
    match selection {
        Selection::Area(own) => difference.causes_of_area(area(own), of),
        Selection::WithoutSubcode(own, domain, code) => {
            // A subcode may have come or gone.
            let code = ledger.code(domain, code).unwrap_or_default();
            difference.causes_of_code(area(own), domain.word(), code, Part::Any)
        }
        Selection::Code(own, domain, code) => {
            let code = ledger.code(domain, code).unwrap_or_default();
            difference.causes_of_code(area(own), domain.word(), code, of)
        }
        Selection::Without(own, domain, state) => difference.causes_of_code(area(own), domain.word(), state.word(), of),
        Selection::Both(areas, _, pair) => {
            areas.iter().flat_map(|at| of_pair(difference, ledger, (area(at), pair), of)).collect()
        }
        // Answers to questions are in no data file one by one: what their files say.
        Selection::Answer(question, ..) => {
            let open = ledger.questions.get(question.at()).is_some_and(|question| !question.sources.is_empty());
            let wanted = [Cause::Answers, Cause::Corrections, Cause::Declarations, Cause::Codes, Cause::Rules];
            difference.causes_by_files(&wanted[..if open { 5 } else { 3 }])
        }
    }
}

/// What moved the number of those that meet two conditions in an area.
fn of_pair(
    difference: &Difference,
    ledger: &Ledger,
    (area, pair): (&str, [Criterion; 2]),
    of: Part,
) -> BTreeSet<Cause> {
    let of_one = |criterion: Criterion| match criterion {
        Criterion::Code(domain, code) => {
            difference.causes_of_code(area, domain.word(), ledger.code(domain, code).unwrap_or_default(), of)
        }
        Criterion::Without(domain, state) => difference.causes_of_code(area, domain.word(), state.word(), of),
        Criterion::Any => BTreeSet::new(),
        _ => difference.causes_of_area(area, of),
    };
    let causes: BTreeSet<Cause> = pair.into_iter().flat_map(of_one).collect();
    if causes.is_empty() { difference.causes_of_area(area, of) } else { causes }
}
