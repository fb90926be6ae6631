//! ODK Central: one header row of variables, a file of its own for each repeat.
//!
//! Groups are joined by `-`. `select_multiple` stands joined by spaces, and, where it was asked for, as a column of 1 and 0 per option
//! behind `/`. `KEY` names a row, and `PARENT_KEY` says of a repeat to which it belongs.

use super::{Answers, Layout, Repeats, has_longer, row_with};
use crate::read::Grid;
use crate::study::Header;

/// The files of an export of ODK Central.
pub(super) struct Odk;

impl Layout for Odk {
    fn tool(&self) -> &'static str {
        "ODK Central"
    }

    fn header(&self, grid: &Grid) -> Option<(usize, Header)> {
        let repeats = || row_with(grid, &["parentkey", "key"], 2);
        row_with(grid, &["submissiondate", "key"], 2).or_else(repeats).map(|row| (row, Header::of(1)))
    }

    fn answers(&self) -> Answers {
        Answers::Spaced
    }

    fn ticks(&self) -> &'static [&'static str] {
        &["1", "0"]
    }

    fn records(&self) -> &'static [&'static str] {
        &[
            "submissiondate",
            "metainstanceid",
            "metainstancename",
            "key",
            "parentkey",
            "submitterid",
            "submittername",
            "attachmentspresent",
            "attachmentsexpected",
            "reviewstate",
            "deviceid",
            "edits",
            "formversion",
        ]
    }

    fn joints(&self) -> &'static [super::Joint] {
        &[("/", "")]
    }

    fn ids(&self) -> &'static [&'static str] {
        &["key"]
    }

    fn repeats(&self) -> Option<Repeats> {
        Some(Repeats { parent: &["parentkey"], own: &["key"] })
    }

    fn is_summary(&self, name: &str, all: &[&str]) -> bool {
        has_longer(name, "/", all)
    }
}
