//! Bounds on what is read, so that a hostile or broken file is refused with a message instead of filling the memory.
//!
//! Every bound is far above what a survey export needs, is stated in the message that it causes, and can be raised under
//! `[limits]` in `study.toml`.

use super::decode::Section;
use crate::diagnostic::{Diagnostic, Place};
use crate::msg;
use crate::wording::Arg;

/// The bounds. The defaults hold where a study says nothing, and for files that belong to no study.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The size of a file, in megabytes.
    pub file_mb: u64,
    /// What a workbook or a compressed SPSS or Parquet file may unpack to, in megabytes.
    pub unpacked_mb: u64,
    /// Cells of a sheet or text file, blank ones included.
    pub cells: u64,
    /// Columns of a sheet or text file.
    pub columns: u64,
    /// Characters in one cell.
    pub characters: u64,
    /// Characters of one text of the report, its phrases filled in.
    pub text: u64,
    /// The size of a picture's file, in megabytes.
    pub picture_mb: u64,
    /// Pixels of a picture.
    pub pixels: u64,
    /// Files and folders outside the study's own that it may use, as paths from there.
    pub outside: Vec<String>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_mb: 256,
            unpacked_mb: 256,
            cells: 40_000_000,
            columns: 8_000,
            characters: 1_000_000,
            text: 100_000,
            picture_mb: 10,
            pixels: 40_000_000,
            outside: Vec::new(),
        }
    }
}

impl Limits {
    /// Bytes in a megabyte, as files are measured.
    pub const MEGABYTE: u64 = 1_000_000;

    /// The message for something beyond a bound: what was found, the bound with its unit, and the key that raises it.
    pub fn exceeded(
        place: Place,
        found: impl Into<Arg>,
        most: u64,
        unit: impl Into<Arg>,
        key: &'static str,
    ) -> Diagnostic {
        Diagnostic::error(place, msg!("limit-exceeded", found, most = most, unit, key))
    }
}

/// Reads `[limits]`.
pub(super) fn decode_limits(section: &Section<'_>) -> Option<Limits> {
    const MOST: i64 = 1_000_000_000_000;
    let mut limits = Limits::default();
    let keys: [(&'static str, &mut u64); 8] = [
        ("file_mb", &mut limits.file_mb),
        ("unpacked_mb", &mut limits.unpacked_mb),
        ("cells", &mut limits.cells),
        ("columns", &mut limits.columns),
        ("characters", &mut limits.characters),
        ("text", &mut limits.text),
        ("picture_mb", &mut limits.picture_mb),
        ("pixels", &mut limits.pixels),
    ];
    for (key, limit) in keys {
        if let Some(number) = section.integer(key, 1..=MOST) {
            *limit = number.unsigned_abs();
        }
    }
    limits.outside = section.texts("outside");
    Some(limits)
}
