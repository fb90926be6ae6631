#![no_main]

#[path = "../../tests/suite/hostile.rs"]
#[allow(dead_code)]
mod hostile;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hostile::names(bytes));
