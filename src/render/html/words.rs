//! What the page's script says; the page's own words stand where they are used.

use std::collections::BTreeMap;

use crate::msg;
use crate::wording::{Language, Say};

/// The words of the script by their keys, with the blanks around them.
pub(super) fn of_script(language: Language) -> BTreeMap<&'static str, String> {
    WORDS.iter().map(|(key, word)| (*key, word().lines(language))).collect()
}

/// Keys of the script and their messages. `{…}` in them is filled in by the script.
const WORDS: [(&str, Say); 45] = [
    ("downloads", || msg!("script-downloads")),
    ("download", || msg!("script-download")),
    ("csv", || msg!("script-csv")),
    ("svg", || msg!("script-svg")),
    ("csv_excel", || msg!("script-csv-excel")),
    ("png", || msg!("script-png")),
    ("of_files", || msg!("script-of-files")),
    ("png_failed", || msg!("script-png-failed")),
    ("cite", || msg!("script-cite")),
    ("link", || msg!("script-link")),
    ("citation", || msg!("script-citation")),
    ("copy_link", || msg!("script-copy-link")),
    ("copy_citation", || msg!("script-copy-citation")),
    ("copied", || msg!("script-copied")),
    ("marked", || msg!("script-marked")),
    ("fetched", || msg!("script-fetched")),
    ("cell", || msg!("script-cell")),
    ("scope_area", || msg!("script-scope-area")),
    ("scope_domain", || msg!("script-scope-domain")),
    ("scope_both", || msg!("script-scope-both")),
    ("found", || msg!("script-found")),
    ("found_one", || msg!("script-found-one")),
    ("found_none", || msg!("script-found-none")),
    ("hits_items", || msg!("script-hits-items")),
    ("hits_codes", || msg!("script-hits-codes")),
    ("hits_notes", || msg!("script-hits-notes")),
    ("hits_appendices", || msg!("script-hits-appendices")),
    ("hits_rows", || msg!("script-hits-rows")),
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
