//! SurveyMonkey: two header rows, of which the first has the questions and the second their options or items.
//!
//! A column per option holds the option's own text where it was ticked. The column of a single answer is called `Response`, of a
//! free text `Open-Ended Response`; what people wrote under "other" has a column beside, and then the answer is blank.

use super::{Layout, row_with};
use crate::read::Grid;
use crate::study::Header;

/// All responses of SurveyMonkey, as CSV or Excel.
pub(super) struct SurveyMonkey;

/// What stands under a question with one answer, and under one with a text, behind the sign that joins the header rows.
const ENDS: [&str; 2] = [" / Response", " / Open-Ended Response"];

impl Layout for SurveyMonkey {
    fn tool(&self) -> &'static str {
        "SurveyMonkey"
    }

    fn header(&self, grid: &Grid) -> Option<(usize, Header)> {
        row_with(grid, &["respondentid", "collectorid"], 2).map(|row| (row, Header::of(2)))
    }

    fn asks_in_first_row(&self) -> bool {
        true
    }

    fn records(&self) -> &'static [&'static str] {
        &["collectorid", "startdate", "enddate", "ipaddress", "customdata1", "datecreated", "datemodified"]
    }

    fn ids(&self) -> &'static [&'static str] {
        &["respondentid"]
    }

    fn question<'n>(&self, name: &'n str) -> &'n str {
        ENDS.iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name)
    }

    fn single(&self) -> Option<&'static str> {
        Some("Response")
    }

    fn is_remark(&self, name: &str) -> bool {
        name.ends_with(ENDS[1])
    }
}
