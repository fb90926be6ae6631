//! Names of sheets: at most 31 characters, without those that references use, each once whatever the case of its letters.

use std::collections::BTreeSet;

/// The longest name of a sheet, in the units that Excel counts (UTF-16).
const LONGEST: usize = 31;

/// The names that have been taken.
pub(super) struct SheetNames {
    taken: BTreeSet<String>,
}

impl SheetNames {
    /// None but the first sheet's, and that which Excel keeps for itself.
    pub(super) fn new(first: &str) -> Self {
        Self { taken: [first.to_lowercase(), "history".to_owned()].into() }
    }

    /// A free name as near as possible to the one that is wanted.
    pub(super) fn take(&mut self, wanted: &str) -> String {
        let allowed = |c: char| if "[]:*?/\\'".contains(c) || c.is_control() { ' ' } else { c };
        let spaces = |c: char| if c == crate::wording::NO_BREAK { ' ' } else { c };
        let wanted: String = wanted.chars().map(allowed).map(spaces).collect();
        let wanted = if wanted.trim().is_empty() { "–" } else { wanted.trim() };
        for number in 1.. {
            let ending = if number == 1 { String::new() } else { format!(" ({number})") };
            let name = format!("{}{ending}", shortened(wanted, LONGEST - ending.len()));
            if self.taken.insert(name.to_lowercase()) {
                return name;
            }
        }
        wanted.to_owned()
    }
}

/// The beginning of a text, of so many UTF-16 units at most.
pub(super) fn shortened(text: &str, most: usize) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > most
    });
    end.map_or(text, |(end, _)| &text[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_that_excel_takes() {
        let mut names = SheetNames::new("Läs mig");
        assert_eq!(names.take("Figur\u{a0}2"), "Figur 2");
        assert_eq!(names.take("FIGUR 2"), "FIGUR 2 (2)");
        assert_eq!(names.take("läs mig"), "läs mig (2)");
        assert_eq!(names.take("History"), "History (2)");
        assert_eq!(names.take("a/b:c'"), "a b c");
        assert_eq!(names.take(&"x".repeat(40)), "x".repeat(31));
        assert_eq!(names.take(&"x".repeat(41)), format!("{} (2)", "x".repeat(27)));
        // An emoji is two units.
        assert_eq!(names.take(&"😀".repeat(20)), "😀".repeat(15));
    }
}
