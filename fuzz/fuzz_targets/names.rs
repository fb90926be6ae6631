//! Any text as a recipient's name: a recipient of that level, or a message on one line.

#![no_main]

use insats::register::{Level, resolve};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|written: &str| {
    for (_, level) in Level::WORDS {
        match resolve(level, written) {
            Ok(found) => assert_eq!(found.level, level),
            Err(unresolved) => assert!(!unresolved.to_string().chars().any(char::is_control)),
        }
    }
});
