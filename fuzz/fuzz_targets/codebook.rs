//! Any text as a codebook: read, or refused with a place; what is read can be written and read again.

#![no_main]

use insats::codebook::Codebook;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match Codebook::parse(text, "codebook.json") {
        Ok(book) => {
            let written = book.to_json().unwrap_or_default();
            assert!(Codebook::parse(&written, "codebook.json").is_ok());
        }
        Err(messages) => assert!(messages.has_errors()),
    }
});
