//! How much an SPSS file claims to be is asked before its reader sets that much aside.

use std::io::{self, Cursor, Read, Seek, SeekFrom};

use bytes::Bytes;

use crate::diagnostic::{Diagnostic, Place};
use crate::msg;
use crate::study::Limits;

/// The file, which is asked what its blocks claim to unpack to before their reader sets that much aside. Its second jump to
/// a place of its own is to the list of blocks; the first is to the beginning.
pub(super) struct Guarded {
    bytes: Cursor<Bytes>,
    jumps: usize,
    most: u64,
}

/// What stands in the error of [`Guarded`].
pub(super) const TOO_MUCH: &str = "unpacks to more than it may";

impl Guarded {
    /// A file of which no more than so many bytes may be unpacked.
    pub(super) fn new(bytes: Bytes, most: u64) -> Self {
        Self { bytes: Cursor::new(bytes), jumps: 0, most }
    }

    /// What the list of blocks at an offset sums to: behind 20 bytes the number of blocks, then 24 bytes for each, its
    /// unpacked size in the middle.
    fn claimed(&self, list: u64) -> u64 {
        let bytes = usize::try_from(list).ok().and_then(|at| self.bytes.get_ref().get(at..)).unwrap_or_default();
        let number = |at: usize| Some(i32::from_le_bytes(*bytes.get(at..at + 4)?.first_chunk()?));
        let blocks = number(20).and_then(|blocks| usize::try_from(blocks).ok()).unwrap_or(0);
        let sizes = (0..blocks).map_while(|block| number(24 + 24 * block + 16));
        sizes.map(|size| u64::try_from(size).unwrap_or(u64::MAX)).fold(0, u64::saturating_add)
    }
}

impl Read for Guarded {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.bytes.read(buffer)
    }
}

impl Seek for Guarded {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        if let SeekFrom::Start(at) = to {
            self.jumps += 1;
            if self.jumps == 2 && self.claimed(at) > self.most {
                return Err(io::Error::other(TOO_MUCH));
            }
        }
        self.bytes.seek(to)
    }
}

/// The bytes of a slot: a number, or eight bytes of a text.
pub(super) const SLOT: usize = 8;

/// Where the variable records stand, which follow the header; each is a slot of a case. Their reader sets room aside for a
/// thousand cases and more.
pub(super) fn records(bytes: &[u8]) -> Vec<usize> {
    const HEADER: usize = 176;
    const RECORD: usize = 32;
    const VARIABLE: u32 = 2;
    let number = |at: usize| number(bytes, at);
    let (mut at, mut records) = (HEADER, Vec::new());
    while number(at) == Some(VARIABLE) {
        records.push(at);
        let missing = number(at + 12).map_or(0, |count| (count as i32).unsigned_abs() as usize);
        let label = match number(at + 8) {
            Some(1) => number(at + RECORD).map_or(0, |length| (length as usize).next_multiple_of(4) + 4),
            _ => 0,
        };
        at = at.saturating_add(RECORD + label + SLOT * missing);
    }
    records
}

/// Four bytes of a file as a number, in the order of bytes that its header tells.
fn number(bytes: &[u8], at: usize) -> Option<u32> {
    const LAYOUT: usize = 64;
    let four = |at: usize| bytes.get(at..at.checked_add(4)?)?.first_chunk().copied();
    let little = four(LAYOUT).is_some_and(|four| matches!(u32::from_le_bytes(four), 2 | 3));
    four(at).map(|four| if little { u32::from_le_bytes(four) } else { u32::from_be_bytes(four) })
}

/// The file with every number shown as a number: dates and times come as seconds.
pub(super) fn with_bare_numbers(bytes: &[u8]) -> Vec<u8> {
    /// Where a record says how a value is printed: decimals, width, kind and nothing, from the lowest byte.
    const PRINT: usize = 16;
    const WIDTH_AND_NUMBER: u32 = 5 << 16 | 8 << 8;
    let mut bare = bytes.to_vec();
    for at in records(bytes) {
        let is_number = number(bytes, at + 4) == Some(0);
        let little = number(bytes, at).is_some_and(|two| two.to_le_bytes() == bytes[at..at + 4]);
        if let Some(print) = bare.get_mut(at + PRINT..at + PRINT + 4).filter(|_| is_number) {
            let four = WIDTH_AND_NUMBER;
            print.copy_from_slice(&if little { four.to_le_bytes() } else { four.to_be_bytes() });
        }
    }
    bare
}

/// The length of a case in the header, in units of 8 bytes: as much is set aside for it.
pub(super) fn check_case(bytes: &[u8], name: &str, limits: &Limits) -> Result<(), Diagnostic> {
    const LENGTH: std::ops::Range<usize> = 68..72;
    let Some(four) = bytes.get(LENGTH).and_then(|four| four.first_chunk()) else { return Ok(()) };
    let little = i32::from_le_bytes(*four).unsigned_abs();
    let length = u64::from(little.min(i32::from_be_bytes(*four).unsigned_abs())) * 8;
    if length > limits.unpacked_mb.saturating_mul(Limits::MEGABYTE) {
        return Err(too_large(name, limits));
    }
    Ok(())
}

pub(super) fn too_large(name: &str, limits: &Limits) -> Diagnostic {
    let found = msg!("spss-unpacks-to-more", megabytes = limits.unpacked_mb);
    Limits::exceeded(Place::file(name), found, limits.unpacked_mb, msg!("unit-megabytes"), "unpacked_mb")
}
