//! Qualtrics: three header rows, of which the last holds the ids for importing as JSON.
//!
//! Where somebody has taken the last row out, or the last two, its own columns tell the tool.
//!
//! The first row has short codes (`Q5`, `1_Q5` in a loop), the second the words. Options stand behind the question
//! (`… - Selected Choice - Barn`), items of a matrix, too (`… - Region`); what people wrote under an option ends in ` - Text`.

use super::{Answers, Layout, SEARCH, has_names, row_with};
use crate::read::Grid;
use crate::study::Header;

/// Exports of Qualtrics as CSV, TSV or Excel.
pub(super) struct Qualtrics;

/// How the cells of the third row begin.
const IMPORT: &str = "{\"ImportId\"";

/// Columns of which three are always there unless somebody has taken them out.
const SIGNS: [&str; 6] =
    ["recordeddate", "distributionchannel", "userlanguage", "durationinseconds", "recipientemail", "responseid"];

/// What is put behind a question that has options with a text of their own.
const CHOICE: &str = " - Selected Choice";

impl Layout for Qualtrics {
    fn tool(&self) -> &'static str {
        "Qualtrics"
    }

    fn header(&self, grid: &Grid) -> Option<(usize, Header)> {
        let is_import = |row: &usize| {
            let mut cells = grid.rows[*row].filled().map(|(_, cell)| cell.text()).peekable();
            cells.peek().is_some() && cells.all(|text| text.trim_start().replace(' ', "").starts_with(IMPORT))
        };
        let import = (0..grid.rows.len().min(SEARCH)).find(is_import);
        if let Some(first) = import.and_then(|last| last.checked_sub(2)) {
            return Some((first, Header { keep: vec![2], ..Header::of(3) }));
        }
        // The row of JSON is often taken out by hand; codes and words of the tool's own columns are the same letters.
        let first = row_with(grid, &SIGNS, 3)?;
        let has_words = has_names(grid, first + 1, &SIGNS, 3);
        Some((first, if has_words { Header { keep: vec![2], ..Header::of(2) } } else { Header::of(1) }))
    }

    fn answers(&self) -> Answers {
        Answers::Tight(",")
    }

    fn joints(&self) -> &'static [super::Joint] {
        &[(" - Selected Choice - ", "")]
    }

    fn records(&self) -> &'static [&'static str] {
        &[
            "startdate",
            "enddate",
            "status",
            "progress",
            "finished",
            "recordeddate",
            "distributionchannel",
            "userlanguage",
            "durationinseconds",
            "responsetype",
            "externalreference",
            "externaldatareference",
            "locationlatitude",
            "locationlongitude",
            "qrecaptchascore",
            "qballotboxstuffing",
        ]
    }

    fn question<'n>(&self, name: &'n str) -> &'n str {
        name.strip_suffix(CHOICE).unwrap_or(name)
    }

    fn is_remark(&self, name: &str) -> bool {
        name.ends_with(" - Text")
    }
}
