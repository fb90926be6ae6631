//! What the page's script says; the page's own words stand where they are used.

use std::collections::BTreeMap;

use crate::msg;
use crate::wording::{Language, Say};

/// The words of the script by their keys, with the blanks around them.
pub(super) fn of_script(language: Language) -> BTreeMap<&'static str, String> {
    WORDS.iter().map(|(key, word)| (*key, word().lines(language))).collect()
}

/// Keys of the script and their messages. `{…}` in them is filled in by the script.
const WORDS: [(&str, Say); 20] = [
    ("downloads", || msg!("script-downloads")),
    ("csv", || msg!("script-csv")),
    ("svg", || msg!("script-svg")),
    ("id", || msg!("script-id")),
    ("title", || msg!("script-title")),
    ("recipient", || msg!("script-recipient")),
    ("untitled", || msg!("script-untitled")),
    ("number", || msg!("script-number")),
    ("first", || msg!("script-first")),
    ("showing", || msg!("script-showing")),
    ("all", || msg!("script-all")),
    ("some", || msg!("script-some")),
    ("and", || msg!("script-and")),
    ("figure", || msg!("script-figure")),
    ("figures", || msg!("script-figures")),
    ("table", || msg!("script-table")),
    ("tables", || msg!("script-tables")),
    ("sorted_up", || msg!("script-sorted-up")),
    ("sorted_down", || msg!("script-sorted-down")),
    ("sorted_as_printed", || msg!("script-sorted-as-printed")),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_and_places_to_fill_in_stay() {
        let words = of_script(Language::Swedish);
        assert_eq!(words["and"], " och ");
        assert_eq!(words["some"], "{shown} av {all} {things}");
    }
}
