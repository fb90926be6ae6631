//! Google Forms: one header row of the questions' words, behind the time of the answer; items of a grid in brackets.
//!
//! Several answers stand in one cell, joined by a comma and a space, also where options hold commas; so does what people wrote
//! under "other". There is no id: the time tells answers apart.

use super::{Answers, Layout, folded, row_where};
use crate::read::Grid;
use crate::study::Header;

/// Answers of Google Forms, from its sheet or as CSV.
pub(super) struct GoogleForms;

/// The first column.
const TIME: [&str; 2] = ["tidstämpel", "timestamp"];

impl Layout for GoogleForms {
    fn tool(&self) -> &'static str {
        "Google Forms"
    }

    fn header(&self, grid: &Grid) -> Option<(usize, Header)> {
        let begins = |names: &[String]| names.first().is_some_and(|name| TIME.contains(&folded(name).as_str()));
        row_where(grid, begins).map(|row| (row, Header::of(1)))
    }

    fn answers(&self) -> Answers {
        Answers::Joined(&[";", ","])
    }

    fn may_ask_again(&self) -> bool {
        true
    }

    fn records(&self) -> &'static [&'static str] {
        &TIME
    }

    fn ids(&self) -> &'static [&'static str] {
        &TIME
    }

    fn has_own_words(&self) -> bool {
        true
    }
}
