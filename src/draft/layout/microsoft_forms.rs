//! Microsoft Forms: one header row of the questions' words, behind id, times, e-mail and name.
//!
//! Several answers stand in one cell, each followed by `;`, also the last; so does what people wrote under "other". The
//! statements of a Likert question are columns under their own words alone.

use super::{Answers, Layout, row_with};
use crate::read::Grid;
use crate::study::Header;

/// Answers of Microsoft Forms, as its workbook has them.
pub(super) struct MicrosoftForms;

/// When somebody began and ended, of which every export has both.
const TIMES: [&str; 5] = ["starttime", "completiontime", "starttid", "slutförandetid", "sluttid"];

impl Layout for MicrosoftForms {
    fn tool(&self) -> &'static str {
        "Microsoft Forms"
    }

    fn header(&self, grid: &Grid) -> Option<(usize, Header)> {
        row_with(grid, &TIMES, 2).map(|row| (row, Header::of(1)))
    }

    fn answers(&self) -> Answers {
        Answers::Ended(";")
    }

    fn may_ask_again(&self) -> bool {
        true
    }

    fn records(&self) -> &'static [&'static str] {
        &[
            "starttime",
            "completiontime",
            "starttid",
            "slutförandetid",
            "sluttid",
            "lastmodifiedtime",
            "tidpunktförsenasteändring",
            "totalpoints",
            "quizfeedback",
            "gradepostedtime",
        ]
    }

    fn ids(&self) -> &'static [&'static str] {
        &["id"]
    }

    fn has_own_words(&self) -> bool {
        true
    }
}
