//! Cells of xlsb workbooks without their column.
//!
//! Some programs write cells that follow the one to their left in a short form, which leaves the column out ([MS-XLSB]
//! BrtShortBlank to BrtShortIsst). The reader of such workbooks passes over them without a word, so they are written out in
//! full before it sees them.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

pub(super) const ROW: u32 = 0;
/// Full cells, blank to shared text; formulas follow up to 11.
pub(super) const FULL: std::ops::RangeInclusive<u32> = 1..=11;
/// Short cells, in the order of the full ones.
const SHORT: std::ops::RangeInclusive<u32> = 12..=18;
const SHORT_BEHIND_FULL: u32 = 11;

/// The workbook with its short cells written out; `None` where it has none, or is too damaged to tell.
pub(super) fn expanded(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut book = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut any = false;
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).ok()?;
        let name = part.name().ok()?.into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).ok()?;
        if name.to_lowercase().starts_with("xl/worksheets/") && name.ends_with(".bin") {
            let (written, short) = write_out(&content)?;
            any |= short;
            content = written;
        }
        book.start_file(name, stored).ok()?;
        book.write_all(&content).ok()?;
    }
    any.then(|| book.finish().ok().map(Cursor::into_inner)).flatten()
}

/// The next record of a part: its kind and what stands in it.
pub(super) fn record<'a>(rest: &mut &'a [u8]) -> Option<(u32, &'a [u8])> {
    let kind = take_number(rest, 2)?;
    let length = take_number(rest, 4)? as usize;
    Some((kind, rest.split_off(..length)?))
}

/// A sheet with its short cells written out, and whether there were any.
fn write_out(mut rest: &[u8]) -> Option<(Vec<u8>, bool)> {
    let mut written = Vec::with_capacity(rest.len());
    let (mut next, mut any) = (0_u32, false);
    while !rest.is_empty() {
        let begin = rest;
        let (kind, data) = record(&mut rest)?;
        if SHORT.contains(&kind) {
            any = true;
            write_number(&mut written, kind - SHORT_BEHIND_FULL);
            write_number(&mut written, u32::try_from(data.len()).ok()?.checked_add(4)?);
            written.extend_from_slice(&next.to_le_bytes());
            written.extend_from_slice(data);
            next = next.checked_add(1)?;
            continue;
        }
        if kind == ROW {
            next = 0;
        } else if FULL.contains(&kind) {
            next = u32::from_le_bytes(*data.first_chunk()?).checked_add(1)?;
        }
        written.extend_from_slice(&begin[..begin.len() - rest.len()]);
    }
    Some((written, any))
}

/// A number of at most so many bytes of seven bits, the lowest first. A record's kind keeps the marks of its bytes, as the
/// format's description lists them, but all kinds of cells fit one byte.
fn take_number(rest: &mut &[u8], most: u32) -> Option<u32> {
    let mut number = 0;
    for place in 0..most {
        let (byte, behind) = rest.split_first()?;
        *rest = behind;
        number |= u32::from(byte & 0x7F) << (7 * place);
        if byte & 0x80 == 0 {
            break;
        }
    }
    Some(number)
}

fn write_number(written: &mut Vec<u8>, mut number: u32) {
    loop {
        let byte = (number & 0x7F) as u8;
        number >>= 7;
        if number == 0 {
            written.push(byte);
            return;
        }
        written.push(byte | 0x80);
    }
}
