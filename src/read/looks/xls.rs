//! How the cells of a workbook of Excel until 2003 look: records of its stream ([MS-XLS] 2.4).

use std::collections::BTreeMap;

use super::{Area, NumberFormat, Seen, SheetLooks};

const BEGIN: u16 = 0x0809;
const END: u16 = 0x000A;
const FONT: u16 = 0x0031;
const FORMAT: u16 = 0x041E;
const STYLE: u16 = 0x00E0;
const SHEET: u16 = 0x0085;
const ROW: u16 = 0x0208;
const COLUMNS: u16 = 0x007D;
const MERGED: u16 = 0x00E5;
const NOTE: u16 = 0x001C;
const FILTERED: u16 = 0x009B;
const SEVERAL_NUMBERS: u16 = 0x00BD;
/// Formula, number, text, truth, shared text, number in a short form.
const CELLS: [u16; 6] = [0x0006, 0x0203, 0x0204, 0x0205, 0x00FD, 0x027E];

/// What the sheets share.
#[derive(Default)]
struct Styles {
    struck_fonts: Vec<bool>,
    codes: BTreeMap<u16, String>,
    /// For every style the position of its format, and whether its font is struck through.
    styles: Vec<(Option<u32>, bool)>,
    seen: Seen,
}

/// Reads how the cells of all sheets look, from the stream of a workbook of Excel 97 or later.
pub(in crate::read) fn read(stream: &[u8]) -> Seen {
    let mut styles = Styles::default();
    let mut sheets = Vec::new();
    for (kind, data) in records(stream) {
        match kind {
            FONT => styles.struck_fonts.push(two(data, 2).is_some_and(|flags| flags & 0x0008 != 0)),
            FORMAT => styles.codes.extend(two(data, 0).zip(text(data.get(2..).unwrap_or_default(), true))),
            STYLE => styles.style(data),
            SHEET => sheets.extend(four(data, 0).zip(text(data.get(6..).unwrap_or_default(), false))),
            END => break,
            _ => {}
        }
    }
    for (begin, name) in sheets {
        let content = stream.get(begin as usize..).unwrap_or_default();
        let sheet = styles.sheet(content);
        styles.seen.sheets.insert(name, sheet);
    }
    styles.seen
}

/// Whether a stream is of Excel 97 or later, whose texts are Unicode whatever code page it names.
pub(in crate::read) fn is_unicode(stream: &[u8]) -> bool {
    const VERSION: u16 = 0x0600;
    records(stream).next().is_some_and(|(kind, data)| kind == BEGIN && two(data, 0) == Some(VERSION))
}

/// The records of a stream.
fn records(mut rest: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    std::iter::from_fn(move || {
        let (head, behind) = rest.split_first_chunk::<4>()?;
        let (kind, length) = (two(head, 0)?, usize::from(two(head, 2)?));
        let (data, next) = behind.split_at_checked(length)?;
        rest = next;
        Some((kind, data))
    })
}

fn two(data: &[u8], at: usize) -> Option<u16> {
    data.get(at..at + 2)?.first_chunk().map(|two| u16::from_le_bytes(*two))
}

fn four(data: &[u8], at: usize) -> Option<u32> {
    data.get(at..at + 4)?.first_chunk().map(|four| u32::from_le_bytes(*four))
}

/// A text with its length before it, in two bytes or one.
fn text(data: &[u8], long: bool) -> Option<String> {
    let (length, behind) = if long { (two(data, 0)?, 2) } else { (u16::from(*data.first()?), 1) };
    let (flags, signs) = (*data.get(behind)?, data.get(behind + 1..)?);
    let length = usize::from(length);
    if flags & 1 == 0 {
        return Some(signs.iter().take(length).map(|byte| char::from(*byte)).collect());
    }
    let units: Vec<u16> = signs.chunks_exact(2).take(length).filter_map(|unit| two(unit, 0)).collect();
    Some(String::from_utf16_lossy(&units))
}

impl Styles {
    fn style(&mut self, data: &[u8]) {
        let (font, format) = (two(data, 0).unwrap_or(0), two(data, 2).unwrap_or(0));
        // There is no font of the number 4.
        let font = usize::from(if font > 4 { font - 1 } else { font });
        let struck = self.struck_fonts.get(font).copied().unwrap_or(false);
        let code = super::code_of(format, &self.codes);
        let format = code.and_then(NumberFormat::of).map(|format| self.seen.position(format));
        self.styles.push((format, struck));
    }

    fn sheet(&self, content: &[u8]) -> SheetLooks {
        let mut sheet = SheetLooks::default();
        let mut depth = 0_u32;
        for (kind, data) in records(content) {
            match kind {
                BEGIN => depth += 1,
                END if depth <= 1 => break,
                END => depth -= 1,
                // Charts within a sheet have records of their own.
                _ if depth > 1 => {}
                kind => self.record(kind, data, &mut sheet),
            }
        }
        sheet.settled()
    }

    fn record(&self, kind: u16, data: &[u8], sheet: &mut SheetLooks) {
        let at = |at: usize| two(data, at).map(u32::from);
        match kind {
            ROW if at(12).is_some_and(|flags| flags & 0x20 != 0) => {
                sheet.looks.hidden_rows.push(at(0).unwrap_or(0), at(0).unwrap_or(0));
            }
            COLUMNS if at(8).is_some_and(|flags| flags & 1 != 0) => {
                sheet.looks.hidden_columns.push(at(0).unwrap_or(0), at(2).unwrap_or(0));
            }
            FILTERED => sheet.looks.filtered = true,
            NOTE => sheet.looks.comment(at(0), at(2)),
            MERGED => {
                for area in data.get(2..).unwrap_or_default().chunks_exact(8) {
                    let [top, bottom, left, right] = [0, 2, 4, 6].map(|at| two(area, at).map_or(0, u32::from));
                    sheet.looks.merge(Area { left, top, bottom, right });
                }
            }
            SEVERAL_NUMBERS => {
                let numbers = data.get(4..data.len().saturating_sub(2)).unwrap_or_default();
                for (number, column) in numbers.chunks_exact(6).zip(at(2).unwrap_or(0)..) {
                    self.cell(at(0), Some(column), two(number, 0), sheet);
                }
            }
            kind if CELLS.contains(&kind) => self.cell(at(0), at(2), two(data, 4), sheet),
            _ => {}
        }
    }

    fn cell(&self, row: Option<u32>, column: Option<u32>, style: Option<u16>, sheet: &mut SheetLooks) {
        let (Some(row), Some(column), Some(style)) = (row, column, style) else { return };
        let Some((format, struck)) = self.styles.get(usize::from(style)) else { return };
        sheet.put(row, column, *format, *struck);
    }
}
