//! Declared names that become names of files: on every system, and each a file of its own.

use unicode_normalization::UnicodeNormalization;

use crate::msg;
use crate::wording::{Arg, Message};

/// The longest name of a file, in bytes, that all common file systems take.
const LONGEST: usize = 255;

/// Names that Windows keeps for devices, whatever ending follows; COM and LPT are followed by a digit.
const DEVICES: [&str; 4] = ["CON", "PRN", "AUX", "NUL"];
const NUMBERED: [&str; 2] = ["COM", "LPT"];

/// Why `name`, with what stands before and after it, cannot be a file's name everywhere; `what` is whose name it is, and says
/// in its part `todo` what to do.
pub fn unfit(name: &str, before: &str, after: &str, what: Message) -> Option<Message> {
    let todo = Arg::Part(Box::new(what.clone()), "todo");
    if before.is_empty() && is_device(name) {
        return Some(msg!("file-name-of-device", what, todo));
    }
    let most = LONGEST.saturating_sub(before.len() + after.len());
    if name.len() <= most {
        return None;
    }
    Some(msg!("file-name-too-long", what, bytes = name.len().to_string(), most = most.to_string(), todo))
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

    fn unfit(name: &str, before: &str, after: &str) -> Option<Message> {
        super::unfit(name, before, after, msg!("allocation-name", allocation = name))
    }

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
