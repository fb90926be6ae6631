#![no_main]

#[path = "../../tests/suite/hostile.rs"]
#[allow(dead_code)]
mod hostile;

libfuzzer_sys::fuzz_target!(init: hostile::pass_over_shielded_panics(), |bytes: &[u8]| hostile::report(bytes));
