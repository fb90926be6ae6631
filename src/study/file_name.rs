//! Declared names that become names of files: on every system, and each a file of its own.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// The longest name of a file, in bytes, that all common file systems take.
const LONGEST: usize = 255;

/// Names that Windows keeps for devices, whatever ending follows; COM and LPT are followed by a digit.
const DEVICES: [&str; 4] = ["CON", "PRN", "AUX", "NUL"];
const NUMBERED: [&str; 2] = ["COM", "LPT"];

/// Why `name`, with what stands before and after it, cannot be a file's name everywhere: what was found and what is expected.
pub fn unfit(name: &str, before: &str, after: &str) -> Option<(String, Cow<'static, str>)> {
    if before.is_empty() && is_device(name) {
        let expected = "another name: some systems keep CON, PRN, AUX, NUL, COM1 to COM9 and LPT1 to LPT9 for devices";
        return Some(("is no name for a file".to_owned(), expected.into()));
    }
    let most = LONGEST.saturating_sub(before.len() + after.len());
    if name.len() > most {
        let found = format!("is too long for a file's name: {} bytes", name.len());
        return Some((found, format!("at most {most} bytes; letters beyond a to z take two or more").into()));
    }
    None
}

fn is_device(name: &str) -> bool {
    let name = name.to_uppercase();
    let digit = |rest: &str| matches!(rest.chars().collect::<Vec<_>>()[..], ['0'..='9' | '¹' | '²' | '³']);
    DEVICES.contains(&name.as_str()) || NUMBERED.iter().any(|device| name.strip_prefix(device).is_some_and(digit))
}

/// What is the same for names that are one file where a system takes capitals for small letters, or composes letters.
pub fn as_file(name: &str) -> String {
    name.nfc().collect::<String>().to_uppercase().to_lowercase().nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_devices_and_long_names_are_unfit() {
        for name in ["CON", "con", "Nul", "aux", "PRN", "com1", "LPT9", "COM¹", "lpt0"] {
            assert!(unfit(name, "", ".csv").is_some(), "{name}");
        }
        for name in ["figur-02", "CON1", "COM", "COM10", "console", "nul-2", "å"] {
            assert!(unfit(name, "", ".csv").is_none(), "{name}");
        }
        // 255 bytes in all: 251 and ".csv"; å is two.
        assert!(unfit(&"a".repeat(251), "", ".csv").is_none());
        assert!(unfit(&"a".repeat(252), "", ".csv").is_some());
        assert!(unfit(&"å".repeat(126), "", ".csv").is_some());
        assert!(unfit("CON", "allocation-", ".csv").is_none());
    }

    #[test]
    fn names_that_systems_do_not_tell_apart_are_one_file() {
        for (one, other) in
            [("Figur-1", "figur-1"), ("ÅÄÖ", "åäö"), ("a\u{30a}", "å"), ("A\u{30a}", "å"), ("ß", "SS"), ("ς", "σ")]
        {
            assert_eq!(as_file(one), as_file(other), "{one} {other}");
        }
        assert_ne!(as_file("figur-1"), as_file("figur_1"));
        assert_ne!(as_file("o"), as_file("ö"));
    }
}
