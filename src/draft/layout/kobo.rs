//! KoboToolbox: one header row, of variables or of labels; repeat groups have sheets of their own.
//!
//! `select_multiple` stands joined by spaces under the question, as a column of 1 and 0 per option behind `/`, or as both.
//! `_index` numbers the rows of a sheet, and `_parent_index` says of a repeat to which of them it belongs.

use super::{Answers, Layout, Repeats, has_longer, row_with};
use crate::read::Grid;
use crate::study::Header;

/// Exports of KoboToolbox as Excel.
pub(super) struct Kobo;

/// Columns of which a sheet of submissions has at least two.
const SUBMISSIONS: [&str; 5] = ["submissiontime", "validationstatus", "submittedby", "uuid", "index"];

impl Layout for Kobo {
    fn tool(&self) -> &'static str {
        "KoboToolbox"
    }

    fn header(&self, grid: &Grid) -> Option<(usize, Header)> {
        let repeats = || row_with(grid, &["parenttablename", "parentindex"], 2);
        row_with(grid, &SUBMISSIONS, 3).or_else(repeats).map(|row| (row, Header::of(1)))
    }

    fn answers(&self) -> Answers {
        Answers::Spaced
    }

    fn ticks(&self) -> &'static [&'static str] {
        &["1", "0"]
    }

    fn has_groups(&self) -> bool {
        true
    }

    fn records(&self) -> &'static [&'static str] {
        &[
            "start",
            "end",
            "today",
            "uuid",
            "submissiontime",
            "validationstatus",
            "submittedby",
            "index",
            "parenttablename",
            "parentindex",
            "version",
            "submissionid",
            "submissionuuid",
            "submissionsubmissiontime",
            "submissionvalidationstatus",
            "submissionstatus",
            "submissionnotes",
            "submissiontags",
            "submissionversion",
            "submissionsubmittedby",
        ]
    }

    fn joints(&self) -> &'static [super::Joint] {
        &[("/", "")]
    }

    fn ids(&self) -> &'static [&'static str] {
        &["index", "id"]
    }

    fn repeats(&self) -> Option<Repeats> {
        Some(Repeats { parent: &["parentindex"], own: &["index"] })
    }

    fn is_summary(&self, name: &str, all: &[&str]) -> bool {
        has_longer(name, "/", all)
    }
}
