//! Zip archives, as xlsx, xlsb and ods workbooks are: measured before they are read.
//!
//! A few kilobytes can unpack to gigabytes, and what an archive says of its own size can be a lie. So the parts that hold
//! cells are unpacked once, to nowhere, counting; only what stays within the limits reaches the reader of workbooks.

use std::io::{Cursor, Read};

use memchr::memmem;
use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

use crate::diagnostic::{Diagnostic, Place};
use crate::msg;
use crate::study::Limits;
use crate::wording::{Arg, library_says};

/// More parts than a workbook with a thousand sheets and their drawings has.
const MOST_PARTS: usize = 20_000;

/// Measures an archive.
///
/// # Errors
/// One message where it is damaged, locked with a password, or beyond the limits.
pub(super) fn measure(bytes: &[u8], file: &str, limits: &Limits) -> Result<(), Diagnostic> {
    // The list of an archive's parts stands at its end.
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged(file, msg!("archive-cut-short")))?;
    if archive.len() > MOST_PARTS {
        return Err(damaged(file, msg!("archive-of-many-parts", parts = archive.len().to_string())));
    }
    if has_encrypted_parts(&mut archive) {
        return Err(locked(file));
    }
    let most = limits.unpacked_mb.saturating_mul(Limits::MEGABYTE);
    let mut claimed = 0_u64;
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(|error| damaged(file, library_says(error)))?;
        if part.encrypted() {
            return Err(locked(file));
        }
        claimed = claimed.saturating_add(if holds_cells(&part) { part.size() } else { 0 });
    }
    if claimed > most {
        return Err(too_large(file, claimed, limits));
    }
    let mut meter = Meter { left: most, longest: longest_run(limits) };
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => locked(file),
            error => damaged(file, library_says(error)),
        })?;
        if !holds_cells(&part) {
            continue;
        }
        let markup = name_of(&part).ends_with(".xml");
        match meter.unpack(part, markup) {
            Ok(()) => {}
            Err(Beyond::Size) => return Err(too_large(file, most + 1, limits)),
            Err(Beyond::Run) => return Err(too_long(file, limits)),
            Err(Beyond::Damaged(error)) => return Err(damaged(file, library_says(error))),
        }
    }
    Ok(())
}

fn name_of(part: &ZipFile<'_, impl Read>) -> String {
    part.name().map(|name| name.to_lowercase()).unwrap_or_default()
}

/// OpenDocument locks its parts one by one and says so in its list of parts.
fn has_encrypted_parts(archive: &mut ZipArchive<Cursor<&[u8]>>) -> bool {
    const LIST: &str = "META-INF/manifest.xml";
    const LONGEST_LIST: u64 = 1_000_000;
    let mut list = Vec::new();
    let read = archive.by_name(LIST).map(|part| part.take(LONGEST_LIST).read_to_end(&mut list));
    matches!(read, Ok(Ok(_))) && memmem::find(&list, b"encryption-data").is_some()
}

/// Pictures and the like are never unpacked.
fn holds_cells(part: &ZipFile<'_, impl Read>) -> bool {
    let name = name_of(part);
    [".xml", ".rels", ".bin"].iter().any(|ending| name.ends_with(ending))
}

/// The longest stretch of a part between two angle brackets: a cell's text with its characters written out at length, and
/// in any case what the formulas and styles of ordinary workbooks need.
fn longest_run(limits: &Limits) -> u64 {
    const ESCAPED: u64 = 6;
    const LEAST: u64 = 1_000_000;
    limits.characters.saturating_mul(ESCAPED).max(LEAST)
}

enum Beyond {
    Size,
    Run,
    Damaged(std::io::Error),
}

struct Meter {
    left: u64,
    longest: u64,
}

impl Meter {
    fn unpack(&mut self, mut part: impl Read, markup: bool) -> Result<(), Beyond> {
        let mut buffer = vec![0; 1 << 16];
        let mut run = 0_u64;
        loop {
            let read = match part.read(&mut buffer) {
                Ok(0) => return Ok(()),
                Ok(read) => read,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(Beyond::Damaged(error)),
            };
            self.left = self.left.checked_sub(read as u64).ok_or(Beyond::Size)?;
            let chunk = &buffer[..read];
            if !markup {
                continue;
            }
            // A run within one chunk is always short enough; what counts is how long it is since the last bracket.
            let bracket = |byte: &u8| matches!(byte, b'<' | b'>');
            match (chunk.iter().position(bracket), chunk.iter().rposition(bracket)) {
                (Some(first), Some(last)) => {
                    if run + first as u64 > self.longest {
                        return Err(Beyond::Run);
                    }
                    run = (read - last) as u64;
                }
                _ => run += read as u64,
            }
            if run > self.longest {
                return Err(Beyond::Run);
            }
        }
    }
}

/// The message for a workbook with a password.
pub(super) fn locked(file: &str) -> Diagnostic {
    Diagnostic::error(Place::file(file), msg!("workbook-locked"))
}

/// The message for a workbook that cannot be read.
pub(super) fn damaged(file: &str, reason: impl Into<Arg>) -> Diagnostic {
    Diagnostic::error(Place::file(file), msg!("workbook-damaged", reason))
}

fn too_large(file: &str, bytes: u64, limits: &Limits) -> Diagnostic {
    let found = msg!("workbook-unpacks-to-more", megabytes = bytes.div_ceil(Limits::MEGABYTE));
    Limits::exceeded(Place::file(file), found, limits.unpacked_mb, msg!("unit-megabytes"), "unpacked_mb")
}

fn too_long(file: &str, limits: &Limits) -> Diagnostic {
    let found = msg!("cell-too-long", most = limits.characters);
    Limits::exceeded(Place::file(file), found, limits.characters, msg!("unit-characters-in-cell"), "characters")
}
