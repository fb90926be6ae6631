//! Names of sheets: at most 31 characters, without those that references use, each once whatever the case of its letters.
//! Names of tables and numbers for formulas: letters, digits and underscores, nothing that could be a cell.

use std::collections::BTreeSet;

/// The longest name of a sheet, in the units that Excel counts (UTF-16).
const LONGEST: usize = 31;

/// The longest head of an Excel table's column, and a length that a name may have whatever comes behind it.
const LONGEST_HEAD: usize = 255;
const LONGEST_RANGE: usize = 200;

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

/// Names that formulas know tables and numbers by.
pub(super) struct RangeNames {
    sheet: String,
    taken: BTreeSet<String>,
    cells: Vec<(String, String)>,
}

impl RangeNames {
    /// None yet; numbers will stand in the sheet of this name.
    pub(super) fn new(sheet: &str) -> Self {
        Self { sheet: sheet.to_owned(), taken: BTreeSet::new(), cells: Vec::new() }
    }

    /// A free name as near as possible to the one that is wanted.
    pub(super) fn take(&mut self, wanted: &str) -> String {
        let parts = wanted.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
        let joined = parts.collect::<Vec<_>>().join("_");
        let first = if could_be_other(&joined) { "_" } else { "" };
        for number in 1.. {
            let ending = if number == 1 { String::new() } else { format!("_{number}") };
            let name = format!("{first}{}{ending}", shortened(&joined, LONGEST_RANGE));
            if self.taken.insert(name.to_lowercase()) {
                return name;
            }
        }
        joined
    }

    /// Names a number's cell, and gives its name.
    pub(super) fn cell(&mut self, wanted: &str, row: u32, column: u16) -> String {
        let name = self.take(wanted);
        let cell = rust_xlsxwriter::utility::row_col_to_cell_absolute(row, column);
        self.cells.push((name.clone(), format!("='{}'!{cell}", self.sheet)));
        name
    }

    /// The named cells, with what they refer to.
    pub(super) fn cells(&self) -> &[(String, String)] {
        &self.cells
    }
}

/// Whether a name could be a cell (`AB12`, `R1C1`, `R`), a truth value or a number.
fn could_be_other(name: &str) -> bool {
    let is_reference = !name.contains('_') && (name.len() < 2 || name.ends_with(|c: char| c.is_numeric()));
    let is_word = ["true", "false"].contains(&name.to_lowercase().as_str());
    is_reference || is_word || name.starts_with(|c: char| c.is_numeric())
}

/// A text as the library writes it into other parts than cells, where it does not mark what XML cannot hold.
pub(super) fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() || ('\u{FFFE}'..='\u{FFFF}').contains(&c) { ' ' } else { c }).collect()
}

/// Heads of an Excel table: none is empty or as another, whatever the case of its letters.
pub(super) fn heads<'a>(labels: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let mut head = |label: &str| {
        let label = plain(label);
        let label = if label.trim().is_empty() { "–" } else { &label };
        for number in 1.. {
            let ending = if number == 1 { String::new() } else { format!(" ({number})") };
            let head = format!("{}{ending}", shortened(label, LONGEST_HEAD - ending.len()));
            if taken.insert(head.to_lowercase()) {
                return head;
            }
        }
        label.to_owned()
    };
    labels.map(&mut head).collect()
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

    #[test]
    fn names_of_ranges_are_no_cells() {
        let mut names = RangeNames::new("Läs mig");
        assert_eq!(names.take("Figur 2"), "Figur_2");
        assert_eq!(names.take("figur 2"), "figur_2_2");
        assert_eq!(names.take("Bilaga 3, tabell 1"), "Bilaga_3_tabell_1");
        assert_eq!(names.take("Områden (2)"), "Områden_2");
        for odd in ["AB12", "R1C1", "r", "2024", "sant? 7", "TRUE", "–", ""] {
            let name = names.take(odd);
            assert!(name.starts_with('_') || name.contains('_'), "{odd}: {name}");
        }
        assert_eq!(names.cell("insatser", 6, 1), "insatser");
        assert_eq!(names.cells(), [("insatser".to_owned(), "='Läs mig'!$B$7".to_owned())]);
    }

    #[test]
    fn heads_of_tables_are_each_others_like_nowhere() {
        let long = "x".repeat(300);
        let heads = heads(["Antal", "antal", "", "\u{7} ", &long, &long].into_iter());
        assert_eq!(heads[..4], ["Antal", "antal (2)", "–", "– (2)"]);
        assert_eq!((heads[4].len(), heads[5].len()), (255, 255));
        assert!(heads[5].ends_with("x (2)"));
    }
}
