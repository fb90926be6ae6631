//! Qualtrics: three header rows, of which the last holds the ids for importing as JSON.
//!
//! The first row has short codes (`Q5`, `1_Q5` in a loop), the second the words. Options stand behind the question
//! (`… - Selected Choice - Barn`), items of a matrix, too (`… - Region`); what people wrote under an option ends in ` - Text`.

use super::{Layout, SEARCH};
use crate::read::Grid;
use crate::study::Header;

/// Exports of Qualtrics as CSV, TSV or Excel.
pub(super) struct Qualtrics;

/// How the cells of the third row begin.
const IMPORT: &str = "{\"ImportId\"";

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
        let last = (0..grid.rows.len().min(SEARCH)).find(is_import)?;
        let first = last.checked_sub(2)?;
        Some((first, Header { keep: vec![2], ..Header::of(3) }))
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
