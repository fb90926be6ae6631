//! Any text and any number as an amount: read, blank or refused, never more than the largest.

#![no_main]

use insats::input::Cell;
use insats::input::amount::amount;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((unit, rest)) = bytes.split_first() else { return };
    let unit = [1, 1_000, 1_000_000][usize::from(*unit) % 3];
    let number = rest.first_chunk().map(|eight| Cell::Number(f64::from_le_bytes(*eight)));
    let text = std::str::from_utf8(rest).ok().map(|text| Cell::Text(text.to_owned()));
    for cell in number.into_iter().chain(text) {
        if let Ok(Some(read)) = amount(&cell, unit) {
            assert!((0..=100_000_000_000_000).contains(&read.ore()), "{cell:?}");
        }
    }
});
