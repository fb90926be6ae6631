//! How the cells of an xlsb workbook look: records of its parts ([MS-XLSB] 2.4).

use std::collections::BTreeMap;

use super::{Area, NumberFormat, Seen, SheetLooks};
use crate::read::compact::{FULL, ROW, record};
use crate::read::package::Package;

const FONT: u32 = 43;
const FORMAT: u32 = 44;
const STYLE: u32 = 47;
const COLUMNS: u32 = 60;
const SHEET: u32 = 156;
const FILTERED: u32 = 163;
const MERGED: u32 = 176;
const STYLES_BEGIN: u32 = 617;
const STYLES_END: u32 = 618;

/// Reads how the cells of all sheets look; their cells are written out in full.
pub(in crate::read) fn read(package: &mut Package<'_>) -> Seen {
    let mut seen = Seen::default();
    let Some(document) = package.document() else { return seen };
    let relations = package.relations(&document.target);
    let shared = relations.iter().find(|relation| relation.kind == "styles");
    let styles = shared.and_then(|relation| package.part(&relation.target)).unwrap_or_default();
    let styles = styles_of(&styles, &mut seen);
    for (kind, data) in records(&package.part(&document.target).unwrap_or_default()) {
        let Some((id, behind)) = (kind == SHEET).then(|| text(data.get(8..)?)).flatten() else { continue };
        let name = data.get(8 + behind..).and_then(text).map(|(name, _)| name);
        let target = relations.iter().find(|relation| relation.id == id);
        if let (Some(name), Some(target)) = (name, target) {
            let part = package.part(&target.target).unwrap_or_default();
            seen.sheets.insert(name, sheet(&part, &styles));
        }
    }
    seen
}

fn records(mut rest: &[u8]) -> impl Iterator<Item = (u32, &[u8])> {
    std::iter::from_fn(move || record(&mut rest))
}

fn two(data: &[u8], at: usize) -> Option<u16> {
    data.get(at..at + 2)?.first_chunk().map(|two| u16::from_le_bytes(*two))
}

fn four(data: &[u8], at: usize) -> Option<u32> {
    data.get(at..at + 4)?.first_chunk().map(|four| u32::from_le_bytes(*four))
}

/// A text with its length before it, and how many bytes both take.
fn text(data: &[u8]) -> Option<(String, usize)> {
    let length = four(data, 0)? as usize;
    let end = length.checked_mul(2)?.checked_add(4)?;
    let units: Vec<u16> = data.get(4..end)?.chunks_exact(2).filter_map(|unit| two(unit, 0)).collect();
    Some((String::from_utf16_lossy(&units), end))
}

/// For every style the position of its format, and whether its font is struck through.
fn styles_of(part: &[u8], seen: &mut Seen) -> Vec<(Option<u32>, bool)> {
    let (mut fonts, mut codes, mut styles) = (Vec::new(), BTreeMap::new(), Vec::new());
    let mut of_cells = false;
    for (kind, data) in records(part) {
        match kind {
            FONT => fonts.push(two(data, 2).is_some_and(|flags| flags & 0x0008 != 0)),
            FORMAT => codes.extend(two(data, 0).zip(data.get(2..).and_then(text).map(|(code, _)| code))),
            STYLES_BEGIN => of_cells = true,
            STYLES_END => of_cells = false,
            STYLE if of_cells => {
                let (format, font) = (two(data, 2).unwrap_or(0), two(data, 4).unwrap_or(0));
                let code = super::code_of(format, &codes);
                let format = code.and_then(NumberFormat::of).map(|format| seen.position(format));
                styles.push((format, fonts.get(usize::from(font)).copied().unwrap_or(false)));
            }
            _ => {}
        }
    }
    styles
}

fn sheet(part: &[u8], styles: &[(Option<u32>, bool)]) -> SheetLooks {
    let mut sheet = SheetLooks::default();
    let mut row = 0;
    for (kind, data) in records(part) {
        let at = |at: usize| four(data, at).unwrap_or(0);
        match kind {
            ROW => {
                row = at(0);
                if data.get(11).is_some_and(|flags| flags & 0x10 != 0) {
                    sheet.looks.hidden_rows.push(row, row);
                }
            }
            COLUMNS if data.get(16).is_some_and(|flags| flags & 1 != 0) => {
                sheet.looks.hidden_columns.push(at(0), at(4));
            }
            FILTERED => sheet.looks.filtered = true,
            MERGED => sheet.looks.merge(Area { top: at(0), bottom: at(4), left: at(8), right: at(12) }),
            kind if FULL.contains(&kind) => {
                let style = styles.get((at(4) & 0x00FF_FFFF) as usize);
                style.into_iter().for_each(|(format, struck)| sheet.put(row, at(0), *format, *struck));
            }
            _ => {}
        }
    }
    sheet.settled()
}
