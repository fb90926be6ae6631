//! Workbooks of Excel until 2003, measured before they are read: their reader sets memory aside for as many cells as the
//! file claims, and a damaged file can claim any number.
//!
//! Such a file is a small file system of sectors that are chained ([MS-CFB]); the stream `Workbook` in it is a sequence of
//! records with a type and a length ([MS-XLS]).

use super::archive::locked;
use crate::diagnostic::{Diagnostic, Place};
use crate::msg;
use crate::study::Limits;

/// What the format allows: 65 536 rows and 256 columns.
const MOST_ROWS: u32 = 65_536;
const MOST_COLUMNS: u32 = 256;

const HEADER: usize = 512;
const END_OF_CHAIN: u32 = 0xFFFF_FFFE;
const FILE_PASS: u16 = 0x002F;
const DIMENSIONS: u16 = 0x0200;

/// Looks through the records that claim room, and gives the stream of all records.
///
/// # Errors
/// One message where the file is damaged, locked, or claims more than the format or the limits allow.
pub(super) fn measure(bytes: &[u8], file: &str, limits: &Limits) -> Result<Vec<u8>, Diagnostic> {
    let Some(stream) = workbook_stream(bytes) else {
        return Err(Diagnostic::error(Place::file(file), msg!("xls-damaged")));
    };
    let mut rest = stream.as_slice();
    while let Some(([a, b, c, d], behind)) = rest.split_first_chunk::<4>() {
        let (kind, length) = (u16::from_le_bytes([*a, *b]), usize::from(u16::from_le_bytes([*c, *d])));
        let Some((data, next)) = behind.split_at_checked(length) else { break };
        match kind {
            FILE_PASS if data.iter().take(2).any(|byte| *byte != 0) => return Err(locked(file)),
            DIMENSIONS if data.len() >= 14 => check_dimensions(data, file, limits)?,
            _ => {}
        }
        rest = next;
    }
    Ok(stream)
}

fn check_dimensions(data: &[u8], file: &str, limits: &Limits) -> Result<(), Diagnostic> {
    let (first, last) = (number(data, 0).unwrap_or(0), number(data, 4).unwrap_or(0));
    let column = |at: usize| data.get(at..at + 2).map_or(0, |two| u32::from(u16::from_le_bytes([two[0], two[1]])));
    let (rows, columns) = (last.saturating_sub(first), column(10));
    let cells = u64::from(rows) * u64::from(columns);
    if last > MOST_ROWS || first > MOST_ROWS || columns > MOST_COLUMNS || cells > limits.cells {
        let found = msg!("xls-sheet-claims", cells = cells, rows = u64::from(rows));
        let most = limits.cells.min(u64::from(MOST_ROWS * MOST_COLUMNS));
        return Err(Limits::exceeded(Place::file(file), found, most, msg!("unit-cells"), "cells"));
    }
    Ok(())
}

/// The stream `Workbook`, or `Book` before Excel 97.
fn workbook_stream(bytes: &[u8]) -> Option<Vec<u8>> {
    let size = match bytes.get(30..32)? {
        [9, 0] => 512,
        [12, 0] => 4096,
        _ => return None,
    };
    let sectors = Sectors { bytes, size, table: table(bytes, size)? };
    let directory = sectors.chain(number(bytes, 48)?, usize::MAX)?;
    let entries: Vec<&[u8]> = directory.chunks_exact(128).collect();
    let root = entries.first()?;
    let named = |name: &str| entries.iter().find(|entry| is_named(entry, name));
    let entry = named("Workbook").or_else(|| named("Book"))?;
    let (start, length) = (number(entry, 116)?, number(entry, 120)? as usize);
    const SMALL: usize = 4096;
    if length >= SMALL {
        return sectors.chain(start, length);
    }
    // Small streams stand in sectors of 64 bytes within the root's stream.
    let within = sectors.chain(number(root, 116)?, number(root, 120)? as usize)?;
    let small = sectors.chain(number(bytes, 60)?, usize::MAX)?;
    let table = small.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]])).collect();
    Sectors { bytes: &[vec![0; HEADER], within].concat(), size: 64, table }.small_chain(start, length)
}

fn is_named(entry: &[u8], name: &str) -> bool {
    let wide: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
    entry.starts_with(&wide)
}

/// Which sector follows which: listed in sectors that the header lists, and more lists chained behind it.
fn table(bytes: &[u8], size: usize) -> Option<Vec<u32>> {
    let most = bytes.len() / size + 1;
    let mut listed: Vec<u32> = (0..109).filter_map(|index| number(bytes, 76 + 4 * index)).collect();
    let mut next = number(bytes, 68)?;
    for _ in 0..most {
        let Some(sector) = sector(bytes, size, next) else { break };
        listed.extend((0..size / 4 - 1).filter_map(|index| number(sector, 4 * index)));
        next = number(sector, size - 4)?;
    }
    let lists = listed.iter().filter_map(|id| sector(bytes, size, *id)).take(most);
    Some(lists.flat_map(|list| (0..size / 4).filter_map(|index| number(list, 4 * index))).collect())
}

struct Sectors<'a> {
    bytes: &'a [u8],
    size: usize,
    table: Vec<u32>,
}

impl Sectors<'_> {
    /// The sectors of a stream, one after the other, at most so many bytes; `None` where the chain leaves the file.
    fn chain(&self, start: u32, length: usize) -> Option<Vec<u8>> {
        self.follow(start, length, |id| sector(self.bytes, self.size, id))
    }

    fn small_chain(&self, start: u32, length: usize) -> Option<Vec<u8>> {
        let small = |id: u32| {
            let at = HEADER + id as usize * self.size;
            self.bytes.get(at..at + self.size)
        };
        self.follow(start, length, small)
    }

    fn follow<'b>(&self, start: u32, length: usize, read: impl Fn(u32) -> Option<&'b [u8]>) -> Option<Vec<u8>> {
        let mut stream = Vec::new();
        let mut next = start;
        while next != END_OF_CHAIN && stream.len() < length {
            // A chain that bites its own tail would go on for ever.
            if stream.len() > self.bytes.len() {
                return None;
            }
            stream.extend_from_slice(read(next)?);
            next = *self.table.get(next as usize)?;
        }
        stream.truncate(length);
        (length == usize::MAX || stream.len() == length).then_some(stream)
    }
}

/// A sector; the last one of a file may be cut short by a careless writer.
fn sector(bytes: &[u8], size: usize, id: u32) -> Option<&[u8]> {
    let at = (id as usize).checked_add(1)?.checked_mul(size)?;
    bytes.get(at..at.checked_add(size)?.min(bytes.len())).filter(|sector| !sector.is_empty())
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at.checked_add(4)?)?.first_chunk().map(|four| u32::from_le_bytes(*four))
}
