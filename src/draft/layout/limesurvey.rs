//! LimeSurvey: one header row, of codes or of words, with options and items in brackets.
//!
//! By codes a column is called `mal`, `mal[SQ001]`, `mal[other]`, `mal[SQ001comment]`; by words `Målgrupp [Barn]`, and by both
//! `mal[SQ001]. Målgrupp [Barn]`. Answers are codes (`A1`, `Y`, `-oth-`) or words (`Ja`, `N/A` where a question was not shown).

use super::{Layout, SEARCH, row_where, row_with};
use crate::read::Grid;
use crate::study::Header;
use crate::survey::code;

/// Exports of LimeSurvey as CSV or Excel.
pub(super) struct LimeSurvey;

/// Columns of which two are always there unless somebody has chosen others.
const SIGNS: [&str; 16] = [
    "submitdate",
    "lastpage",
    "startlanguage",
    "seed",
    "datestamp",
    "refurl",
    "startdate",
    "datesubmitted",
    "datestarted",
    "datelastaction",
    "referrerurl",
    "datuminskickat",
    "senastesida",
    "startspråk",
    "frö",
    "datumsenasteåtgärd",
];

impl Layout for LimeSurvey {
    fn tool(&self) -> &'static str {
        "LimeSurvey"
    }

    fn header(&self, grid: &Grid) -> Option<(usize, Header)> {
        let coded = |names: &[String]| names.iter().filter(|name| code(name).is_some()).count() * 10 > names.len() * 9;
        if let Some(row) = row_where(grid, |names| names.len() > 2 && coded(names)) {
            return Some((row, Header { coded: true, ..Header::of(1) }));
        }
        let row = row_with(grid, &SIGNS, 2).or_else(|| {
            let parts = |row: &usize| grid.rows[*row].filled().filter(|(_, cell)| is_part(&cell.text())).count();
            (0..grid.rows.len().min(SEARCH)).find(|row| parts(row) >= 3)
        });
        row.map(|row| (row, Header::of(1)))
    }

    fn records(&self) -> &'static [&'static str] {
        &SIGNS
    }

    fn is_remark(&self, name: &str) -> bool {
        let end = name.to_lowercase();
        ["comment]", "[kommentar]"].iter().any(|sign| end.ends_with(sign))
    }
}

/// Whether a column is called by a question's code and a part's: `mal[SQ001]`.
fn is_part(name: &str) -> bool {
    let part = name.split_once("[SQ").and_then(|(_, part)| part.split_once(']'));
    part.is_some_and(|(digits, _)| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
}
