//! Cells of an .xlsx workbook changed in place, in the sheet's own part. Formats, comments, other sheets and all other parts are
//! copied as they are.

mod cell;

use std::collections::BTreeMap;

use roxmltree::Document;

use super::edit::Edits;
use super::file;
use super::format::Wanted;
use super::grid::Grid;
use super::package::{Package, attribute, for_each_element};
use crate::diagnostic::column_letters;
use crate::study::{Limits, Reading};
use cell::{Kinds, Shared};

/// New values by sheet, row and column; a workbook's only sheet has no name.
pub type SheetEdits = BTreeMap<Option<String>, Edits>;

/// The bytes of a workbook with other values in some cells, which are read again: nothing else may have changed. `None` where
/// that cannot be done.
pub fn with_cells(bytes: &[u8], name: &str, limits: &Limits, edits: &SheetEdits) -> Option<Vec<u8>> {
    // A number with a format may read otherwise than its digits.
    [true, false].into_iter().find_map(|numbers| {
        let new = edited(bytes, limits, edits, numbers)?;
        is_right(bytes, &new, name, limits, edits).then_some(new)
    })
}

fn edited(bytes: &[u8], limits: &Limits, edits: &SheetEdits, numbers: bool) -> Option<Vec<u8>> {
    let mut package = Package::open(bytes, limits.unpacked_mb.saturating_mul(Limits::MEGABYTE))?;
    let document = package.document()?.target;
    let relations = package.relations(&document);
    let table = relations.into_iter().find(|relation| relation.kind == "sharedStrings");
    let table = table.and_then(|relation| String::from_utf8(package.part(&relation.target)?).ok());
    let shared = table.and_then(|table| Shared::read(&table)).unwrap_or_default();
    let mut parts = BTreeMap::new();
    for (sheet, edits) in edits {
        let path = part_of(&mut package, sheet.as_deref())?;
        let text = String::from_utf8(package.part(&path)?).ok()?;
        let kinds = Kinds { shared: &shared, numbers };
        parts.insert(path, changed(&text, edits, kinds)?.into_bytes());
    }
    package.with_parts(parts)
}

/// The part of a sheet; of a workbook with one sheet that is shown, no name is needed.
fn part_of(package: &mut Package<'_>, sheet: Option<&str>) -> Option<String> {
    let document = package.document()?;
    let mut sheets: Vec<(String, String)> = Vec::new();
    let list = package.part(&document.target)?;
    for_each_element(&list, &mut |element| {
        let is_shown = attribute(element, "state").is_none_or(|state| state == "visible");
        if element.local_name().as_ref() == "sheet" && (is_shown || sheet.is_some()) {
            let [name, id] = ["name", "id"].map(|key| attribute(element, key).unwrap_or_default());
            sheets.push((name, id));
        }
    });
    let id = match sheet {
        Some(name) => sheets.into_iter().find(|(own, _)| own == name)?.1,
        None => <[_; 1]>::try_from(sheets).ok()?.into_iter().next()?.1,
    };
    package.relations(&document.target).into_iter().find(|relation| relation.id == id).map(|relation| relation.target)
}

/// The text of a sheet's part with other values in some cells.
fn changed(text: &str, edits: &Edits, kinds: Kinds<'_>) -> Option<String> {
    let document = Document::parse(text).ok()?;
    let mut wanted: BTreeMap<String, &str> = BTreeMap::new();
    for ((row, column), value) in edits {
        wanted.insert(format!("{}{}", column_letters(*column), row + 1), value);
    }
    let (mut new, mut at) = (String::with_capacity(text.len()), 0);
    for cell in
        document.descendants().filter(|node| node.has_tag_name((node.tag_name().namespace().unwrap_or(""), "c")))
    {
        let Some(value) = cell.attribute("r").and_then(|place| wanted.remove(place)) else { continue };
        let span = cell.range();
        new += &text[at..span.start];
        new += &kinds.written(&cell, &text[span.clone()], value)?;
        at = span.end;
    }
    wanted.is_empty().then(|| new + &text[at..])
}

/// Whether all visible sheets say what they said, but for the edits.
fn is_right(old: &[u8], new: &[u8], name: &str, limits: &Limits, edits: &SheetEdits) -> bool {
    let grids = |bytes: &[u8]| {
        file::read(bytes.to_vec(), name, &Reading::default(), limits, &Wanted::Visible).ok()?.into_visible().ok()
    };
    let (Some(old), Some(new)) = (grids(old), grids(new)) else { return false };
    let own = |grid: &Grid| {
        edits.get(&grid.sheet.as_deref().map(str::to_owned)).or_else(|| edits.get(&None).filter(|_| old.len() == 1))
    };
    old.len() == new.len()
        && old.iter().zip(&new).all(|(before, after)| {
            let edits = own(before);
            before.rows.len() == after.rows.len()
                && (0..before.rows.len()).all(|row| {
                    let width = before.rows[row].len().max(after.rows[row].len());
                    (0..width).all(|column| {
                        let wanted = edits.and_then(|edits| edits.get(&(row, column)));
                        let is = after.own(row, column).text();
                        wanted.map_or_else(|| before.own(row, column).text() == is, |wanted| *wanted == is)
                    })
                })
        })
}
