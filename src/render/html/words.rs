//! What the page's script says; the page's own words stand where they are used.

use std::collections::BTreeMap;

use crate::wording::Language;

/// The words of the script by their keys.
pub(super) fn of_script(language: Language) -> BTreeMap<&'static str, &'static str> {
    WORDS.iter().map(|(key, swedish, english)| (*key, language.pick(swedish, english))).collect()
}

/// Key, Swedish, English. `{…}` is filled in by the script.
const WORDS: [(&str, &str, &str); 13] = [
    ("downloads", "Ladda ner", "Download"),
    ("csv", "Ladda ner data (CSV)", "Download data (CSV)"),
    ("svg", "Ladda ner figuren (SVG)", "Download figure (SVG)"),
    ("id", "Id", "Id"),
    ("title", "Insats", "Intervention"),
    ("recipient", "Mottagare", "Recipient"),
    ("weighted", "Viktade medel (kr)", "Weighted funds (SEK)"),
    ("untitled", "(utan namn)", "(no title)"),
    (
        "shown",
        "Visar {figures} av {all_figures} figurer och {tables} av {all_tables} tabeller.",
        "Showing {figures} of {all_figures} figures and {tables} of {all_tables} tables.",
    ),
    (
        "all_shown",
        "Visar alla {all_figures} figurer och {all_tables} tabeller.",
        "Showing all {all_figures} figures and {all_tables} tables.",
    ),
    ("sorted_up", "Sorterad efter {column}, stigande.", "Sorted by {column}, ascending."),
    ("sorted_down", "Sorterad efter {column}, fallande.", "Sorted by {column}, descending."),
    ("sorted_as_printed", "I rapportens ordning.", "In the order of the report."),
];
