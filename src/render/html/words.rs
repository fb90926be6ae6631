//! What the page's script says; the page's own words stand where they are used.

use std::collections::BTreeMap;

use crate::wording::Language;

/// The words of the script by their keys.
pub(super) fn of_script(language: Language) -> BTreeMap<&'static str, &'static str> {
    WORDS.iter().map(|(key, swedish, english)| (*key, language.pick(swedish, english))).collect()
}

/// Key, Swedish, English. `{…}` is filled in by the script.
const WORDS: [(&str, &str, &str); 20] = [
    ("downloads", "Ladda ner", "Download"),
    ("csv", "Ladda ner data (CSV)", "Download data (CSV)"),
    ("svg", "Ladda ner figuren (SVG)", "Download figure (SVG)"),
    ("id", "Id", "Id"),
    ("title", "Insats", "Intervention"),
    ("recipient", "Mottagare", "Recipient"),
    ("weighted", "Viktade medel (kr)", "Weighted funds (SEK)"),
    ("untitled", "(utan namn)", "(no title)"),
    ("number", "Antal insatser", "Interventions"),
    ("showing", "Visar {shown}.", "Showing {shown}."),
    ("all", "alla {all} {things}", "all {all} {things}"),
    ("some", "{shown} av {all} {things}", "{shown} of {all} {things}"),
    ("and", " och ", " and "),
    ("figure", "figur", "figure"),
    ("figures", "figurer", "figures"),
    ("table", "tabell", "table"),
    ("tables", "tabeller", "tables"),
    ("sorted_up", "Sorterad efter {column}, stigande.", "Sorted by {column}, ascending."),
    ("sorted_down", "Sorterad efter {column}, fallande.", "Sorted by {column}, descending."),
    ("sorted_as_printed", "I rapportens ordning.", "In the order of the report."),
];
