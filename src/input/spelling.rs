//! Spellings that mean the same: kinds of space and composed letters made one before texts are compared.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::grid::Cell;

/// A name with its kinds of space made one, in NFC.
pub fn plain(name: &str) -> String {
    let composed = composed(name);
    // Control characters, and the first bytes of all kinds of space beyond ASCII.
    let may_be_space = |byte: u8| byte < b' ' || matches!(byte, 0xc2 | 0xe1..=0xe3);
    if composed.bytes().any(may_be_space) || composed.contains("  ") {
        composed.split_whitespace().collect::<Vec<_>>().join(" ")
    } else {
        composed.trim().to_owned()
    }
}

/// A text in NFC. Every character before U+0300 is composed; their bytes are seen at a glance, and only the others, as dashes
/// and quotation marks, are looked up.
pub fn composed(text: &str) -> Cow<'_, str> {
    const FIRST_MARK: u8 = 0xcc;
    const GLANCE: usize = 64;
    let glances = (0..).step_by(GLANCE).zip(text.as_bytes().chunks(GLANCE));
    let glances = glances.filter(|(_, bytes)| bytes.iter().fold(0, |most, byte| most.max(*byte)) >= FIRST_MARK);
    let starts = glances.flat_map(|(from, bytes)| (from..).zip(bytes)).filter(|(_, byte)| **byte >= FIRST_MARK);
    let others = starts.filter_map(|(at, _): (usize, _)| text[at..].chars().next());
    if is_nfc_quick(others) == IsNormalized::Yes { text.into() } else { text.nfc().collect::<String>().into() }
}

/// A cell's text, its kinds of space made one.
pub fn tidy(cell: &Cell) -> String {
    plain(&cell.text())
}
