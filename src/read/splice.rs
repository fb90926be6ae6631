//! Parts of a zip archive exchanged in its bytes: the headers, descriptors and packed bytes of all other parts stay where they are, as
//! they are.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// What stands in a record of the central directory before its name, and where.
const RECORD: usize = 46;
/// The same in the header of a part.
const HEADER: usize = 30;
const END: usize = 22;

/// A part as the central directory has it.
struct Part {
    /// Where its record begins in the archive.
    record: usize,
    name: String,
    /// Where its header begins.
    at: usize,
    packed: usize,
    is_stored: bool,
    /// Whether its sizes stand behind it.
    has_descriptor: bool,
}

/// The archive with other content in some parts, by their names; `None` for one that is not laid out as programs lay them out.
pub(super) fn with_parts(archive: &[u8], new: &[(String, Vec<u8>)]) -> Option<Vec<u8>> {
    let end = (0..=archive.len().checked_sub(END)?).rev().find(|at| archive[*at..].starts_with(b"PK\x05\x06"))?;
    let directory = number(archive, end + 16, 4)?;
    let mut parts = parts(archive, directory, number(archive, end + 10, 2)?)?;
    let last = parts.last().map_or(directory, |part| part.record);
    if last + RECORD > end || parts.iter().any(|part| part.at >= directory) {
        return None;
    }
    let mut records = archive[directory..end].to_vec();
    parts.sort_by_key(|part| part.at);
    let ends = parts.iter().skip(1).map(|part| part.at).chain([directory]).collect::<Vec<_>>();
    let mut all = archive[..parts.first()?.at].to_vec();
    let mut exchanged = 0;
    for (part, end) in parts.iter().zip(ends) {
        let record = part.record - directory;
        put(&mut records, record + 42, 4, all.len())?;
        let Some((_, content)) = new.iter().find(|(name, _)| *name == part.name) else {
            all.extend_from_slice(archive.get(part.at..end)?);
            continue;
        };
        exchanged += 1;
        let Packed { bytes, crc } = packed(content, part.is_stored)?;
        let sizes = [(0, crc), (4, bytes.len()), (8, content.len())];
        for (at, value) in sizes {
            put(&mut records, record + 16 + at, 4, value)?;
        }
        all.extend(part.with(archive.get(part.at..end)?, &bytes, sizes)?);
    }
    let start = all.len();
    all.extend_from_slice(&records);
    all.extend_from_slice(&archive[end..]);
    let at = start + records.len() + 16;
    put(&mut all, at, 4, start)?;
    (exchanged == new.len()).then_some(all)
}

impl Part {
    /// What stands of the part in the archive, with other bytes.
    fn with(&self, span: &[u8], bytes: &[u8], sizes: [(usize, usize); 3]) -> Option<Vec<u8>> {
        let head = HEADER + number(span, 26, 2)? + number(span, 28, 2)?;
        let (mut header, mut rest) = (span.get(..head)?.to_vec(), span.get(head + self.packed..)?.to_vec());
        let (into, at) = match (self.has_descriptor, rest.len()) {
            (false, 0) => (&mut header, 14),
            (true, 16) if rest.starts_with(b"PK\x07\x08") => (&mut rest, 4),
            (true, 12) => (&mut rest, 0),
            _ => return None,
        };
        for (own, value) in sizes {
            put(into, at + own, 4, value)?;
        }
        Some([header.as_slice(), bytes, &rest].concat())
    }
}

/// The records of the central directory.
fn parts(archive: &[u8], directory: usize, count: usize) -> Option<Vec<Part>> {
    let (mut parts, mut at) = (Vec::new(), directory);
    for _ in 0..count {
        let record = archive.get(at..)?;
        let (packed, unpacked) = (number(record, 20, 4)?, number(record, 24, 4)?);
        let is_long = [packed, unpacked, number(record, 42, 4)?].contains(&(u32::MAX as usize));
        if !record.starts_with(b"PK\x01\x02") || is_long {
            return None;
        }
        let lengths = [28, 30, 32].map(|at| number(record, at, 2));
        let [Some(name), Some(extra), Some(comment)] = lengths else { return None };
        let method = number(record, 10, 2)?;
        parts.push(Part {
            record: at,
            name: String::from_utf8(record.get(RECORD..RECORD + name)?.to_vec()).ok()?,
            at: number(record, 42, 4)?,
            packed,
            is_stored: method == 0,
            has_descriptor: number(record, 8, 2)? & 8 != 0,
        });
        at += RECORD + name + extra + comment;
    }
    Some(parts)
}

struct Packed {
    bytes: Vec<u8>,
    crc: usize,
}

/// Content as it is packed by who writes workbooks here.
fn packed(content: &[u8], stored: bool) -> Option<Packed> {
    let method = if stored { CompressionMethod::Stored } else { CompressionMethod::Deflated };
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("x", SimpleFileOptions::default().compression_method(method)).ok()?;
    writer.write_all(content).ok()?;
    let mut archive = ZipArchive::new(writer.finish().ok()?).ok()?;
    let mut part = archive.by_index_raw(0).ok()?;
    let (mut bytes, crc) = (Vec::new(), part.crc32() as usize);
    part.read_to_end(&mut bytes).ok()?;
    Some(Packed { bytes, crc })
}

/// A number of so many bytes, the smallest first.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(length)?)?;
    Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
}

/// Writes one; `None` where it does not fit.
fn put(bytes: &mut [u8], at: usize, length: usize, value: usize) -> Option<()> {
    let written = u64::try_from(value).ok()?.to_le_bytes();
    if written[length..].iter().any(|byte| *byte != 0) {
        return None;
    }
    bytes.get_mut(at..at.checked_add(length)?)?.copy_from_slice(&written[..length]);
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn archive(streamed: bool, contents: [&str; 3]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let options = SimpleFileOptions::default().unix_permissions(0o600);
        let fill = |writer: &mut dyn FnMut(&str, &str)| {
            ["a.xml", "b/ö.xml", "c.xml"].iter().zip(contents).for_each(|(name, content)| writer(name, content));
        };
        if streamed {
            let mut writer = ZipWriter::new_stream(&mut bytes);
            fill(&mut |name, content| {
                let _ = writer.start_file(name, options).map(|()| writer.write_all(content.as_bytes()));
            });
            let _ = writer.finish();
        } else {
            let mut writer = ZipWriter::new(Cursor::new(&mut bytes));
            fill(&mut |name, content| {
                let _ = writer.start_file(name, options).map(|()| writer.write_all(content.as_bytes()));
            });
            let _ = writer.finish();
        }
        bytes
    }

    #[test]
    fn an_archive_with_another_part_is_the_one_that_would_have_been_written() {
        let long = "x".repeat(70_000);
        for streamed in [false, true] {
            let before = archive(streamed, ["ett", &long, "tre"]);
            for other in ["", "två", &"y".repeat(200_000)] {
                let after = archive(streamed, ["ett", other, "tre"]);
                let new = [("b/ö.xml".to_owned(), other.as_bytes().to_vec())];
                assert!(with_parts(&before, &new) == Some(after.clone()), "{streamed} {}", other.len());
                let back = [("b/ö.xml".to_owned(), long.as_bytes().to_vec())];
                assert!(with_parts(&after, &back) == Some(before.clone()), "{streamed} {}", other.len());
            }
        }
    }

    #[test]
    fn what_is_laid_out_otherwise_is_left_alone() {
        let whole = archive(true, ["ett", "två", "tre"]);
        let new = [("a.xml".to_owned(), b"1".to_vec())];
        assert!(with_parts(&whole, &[("d.xml".to_owned(), Vec::new())]).is_none());
        for cut in 0..whole.len() {
            assert!(with_parts(&whole[..cut], &new).is_none(), "{cut}");
        }
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 0xff;
            // Nothing that is damaged makes it panic.
            let _ = with_parts(&damaged, &new);
        }
    }
}
