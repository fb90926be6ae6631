//! REDCap: one header row, of variables or of labels; the rows of a repeating instrument stand below their record's own.
//!
//! A row is a record where the column of the instrument is blank, and else an instance of that instrument, in which only its fields are
//! filled. Options have a column each: `mal___1`, or `Mål (choice=Barn)`, with 1 and 0 or Checked and Unchecked.

use super::{Layout, Repeats, folded, row_where};
use crate::read::Grid;
use crate::study::Header;

/// Records of REDCap as CSV.
pub(super) struct Redcap;

/// The column that says of which repeating instrument a row is.
const INSTRUMENT: [&str; 2] = ["redcaprepeatinstrument", "repeatinstrument"];

/// What stands between a question and an option.
const OPTION: [&str; 2] = ["___", " (choice="];

impl Layout for Redcap {
    fn tool(&self) -> &'static str {
        "REDCap"
    }

    fn header(&self, grid: &Grid) -> Option<(usize, Header)> {
        let is_header = |names: &[String]| {
            let repeats = names.iter().any(|name| INSTRUMENT.contains(&folded(name).as_str()));
            let options = || names.iter().any(|name| OPTION.iter().any(|sign| name.contains(sign)));
            let completes = || names.iter().any(|name| name.ends_with("_complete") || name == "Complete?");
            repeats || options() && completes()
        };
        row_where(grid, is_header).map(|row| (row, Header::of(1)))
    }

    fn ticks(&self) -> &'static [&'static str] {
        &["1", "0", "Checked", "Unchecked"]
    }

    fn records(&self) -> &'static [&'static str] {
        &[
            "redcapeventname",
            "eventname",
            "redcaprepeatinstrument",
            "repeatinstrument",
            "redcaprepeatinstance",
            "repeatinstance",
            "redcapsurveyidentifier",
            "redcapdataaccessgroup",
            "dataaccessgroup",
        ]
    }

    fn joints(&self) -> &'static [super::Joint] {
        &[("___", ""), (" (choice=", ")")]
    }

    fn ids(&self) -> &'static [&'static str] {
        &["recordid"]
    }

    fn kinds(&self) -> &'static [&'static str] {
        &INSTRUMENT
    }

    fn repeats(&self) -> Option<Repeats> {
        Some(Repeats { parent: &["recordid"], own: &["redcaprepeatinstance", "repeatinstance"] })
    }

    fn is_remark(&self, name: &str) -> bool {
        name.ends_with("_complete") || name == "Complete?"
    }
}
