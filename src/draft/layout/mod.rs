//! Layouts of survey tools: how each of them writes what people answered.
//!
//! A layout is a file of its own that answers questions about a sheet: is it yours, and where does its header stand; which columns
//! have you filled yourself; how do your names part a question from its option; which columns hold remarks beside an answer, or
//! sum others up; how do you tell respondents apart, and whose a repeated part is. Everything else is told from names and cells, as in an
//! export of no known tool: blocks, amounts, recipients,
//! questions. What marks a tick, and that `N/A` says that a question was not shown, is known to the readers of cells for
//! all tools alike (`read::mark`).
//!
//! To add one: a file here with a type that is a [`Layout`], its line in [`ALL`], a folder in `tests/cases` with an export in the tool's
//! shape and the draft that is expected of it, in `expected/study.toml` (its README says from which pages the shape was taken), and
//! the tool's line in `docs/reference/survey-tools.md`.
//! A sheet belongs to the first layout that recognises it, so that those with telling signs stand first.

mod google_forms;
mod kobo;
mod limesurvey;
mod microsoft_forms;
mod odk;
mod qualtrics;
mod redcap;
mod surveymonkey;

use crate::read::{Grid, plain};
use crate::spelling::folded;
use crate::study::Header;

/// How far down a header is looked for.
const SEARCH: usize = 50;

/// What stands between a question and an option, and behind the option.
pub type Joint = (&'static str, &'static str);

/// How several answers stand in one cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answers {
    /// Joined by one of some signs, which the cells tell.
    Joined(&'static [&'static str]),
    /// Joined by a sign with no space behind it: with a space it belongs to the answer.
    Tight(&'static str),
    /// Each followed by a sign, also the last.
    Ended(&'static str),
    /// Joined by spaces, which answers may hold, too.
    Spaced,
}

impl Answers {
    /// In an export of which no tool says it.
    pub const ANY: Self = Self::Joined(&["\n", ";", "|", ","]);
}

/// How a survey tool lays out its exports.
pub trait Layout: Sync {
    /// The tool's name, as its users write it.
    fn tool(&self) -> &'static str;

    /// Where the header of a sheet begins, how many rows it has, and which of them name the columns; `None` where the sheet is
    /// not as the tool writes it. Signs that only this tool leaves decide: see [`row_with`].
    fn header(&self, grid: &Grid) -> Option<(usize, Header)>;

    /// Names of columns that the tool fills itself (when, in which language, how far), as [`folded`]: they are no questions.
    /// They count in an export of which no tool was recognised, too.
    fn records(&self) -> &'static [&'static str];

    /// What stands before and behind an option in a column's name, beside what stands there in most exports.
    fn joints(&self) -> &'static [Joint] {
        &[]
    }

    /// What stands in the column of an option; none where it may be anything.
    fn ticks(&self) -> &'static [&'static str] {
        &[]
    }

    /// Whether the groups of a form stand before its questions, joined to them as questions are to their options.
    fn has_groups(&self) -> bool {
        false
    }

    /// Whether the first of two header rows has the questions and nothing else.
    fn asks_in_first_row(&self) -> bool {
        false
    }

    /// Whether a question that is asked once for each intervention stands under the same words each time.
    fn may_ask_again(&self) -> bool {
        false
    }

    /// How several answers stand in one cell.
    fn answers(&self) -> Answers {
        Answers::ANY
    }

    /// A question's own words, without what the tool puts behind them.
    fn question<'n>(&self, name: &'n str) -> &'n str {
        name
    }

    /// Whether a column holds what people wrote beside an answer, by its name: it is no option and no question.
    fn is_remark(&self, _name: &str) -> bool {
        false
    }

    /// Whether a column only sums up others, by its name and all names: as several answers joined beside a column for each.
    fn is_summary(&self, _name: &str, _all: &[&str]) -> bool {
        false
    }

    /// Names of the column that tells respondents apart, the best first, as [`folded`].
    fn ids(&self) -> &'static [&'static str] {
        &[]
    }

    /// How the rows of a repeated part name what they belong to, where they have tables of their own.
    fn repeats(&self) -> Option<Repeats> {
        None
    }

    /// Names of the column that says of which part a row is, blank for a respondent's own, as [`folded`].
    fn kinds(&self) -> &'static [&'static str] {
        &[]
    }

    /// What the column of a single answer is called, where others stand for its options.
    fn single(&self) -> Option<&'static str> {
        None
    }

    /// Whether what people write under "other" stands among the answers.
    fn has_own_words(&self) -> bool {
        false
    }
}

/// The columns of a repeated part, as [`folded`].
pub struct Repeats {
    /// What it belongs to.
    pub parent: &'static [&'static str],
    /// Its own number or key.
    pub own: &'static [&'static str],
}

/// All layouts, in the order in which they are tried.
static ALL: [&dyn Layout; 8] = [
    &qualtrics::Qualtrics,
    &surveymonkey::SurveyMonkey,
    &redcap::Redcap,
    &kobo::Kobo,
    &odk::Odk,
    &limesurvey::LimeSurvey,
    &microsoft_forms::MicrosoftForms,
    &google_forms::GoogleForms,
];

/// Columns that forms fill themselves, whichever tool it was.
const RECORDS: [&str; 7] = ["startat", "starttid", "sluttid", "tidstämpel", "timestamp", "datumstamp", "collectorid"];

/// The layout that a sheet has, and its header.
pub fn of(grid: &Grid) -> Option<(&'static dyn Layout, usize, Header)> {
    ALL.iter().find_map(|layout| layout.header(grid).map(|(row, header)| (*layout, row, header)))
}

/// Whether a name is one that a survey tool gives to what it records itself.
pub fn names_record(name: &str) -> bool {
    let name = folded(name);
    ALL.iter().flat_map(|layout| layout.records()).chain(&RECORDS).any(|record| *record == name)
}

/// Whether a name is one of several, as [`folded`], and which.
pub fn position(names: &[&str], name: &str) -> Option<usize> {
    let name = folded(name);
    names.iter().position(|own| *own == name)
}

/// Whether other names begin with a name and a sign.
fn has_longer(name: &str, sign: &str, all: &[&str]) -> bool {
    all.iter().any(|other| other.strip_prefix(name).is_some_and(|rest| rest.starts_with(sign)))
}

/// The first row whose texts are as a header's.
fn row_where(grid: &Grid, is: impl Fn(&[String]) -> bool) -> Option<usize> {
    (0..grid.rows.len().min(SEARCH)).find(|row| {
        let names: Vec<String> = grid.rows[*row].filled().map(|(_, cell)| plain(&cell.text())).collect();
        names.len() > 1 && is(&names)
    })
}

/// The first row in which at least so many of some names stand, as [`folded`].
fn row_with(grid: &Grid, names: &[&str], fewest: usize) -> Option<usize> {
    (0..grid.rows.len().min(SEARCH)).find(|row| has_names(grid, *row, names, fewest))
}

/// Whether at least so many of some names stand in a row, as [`folded`].
fn has_names(grid: &Grid, row: usize, names: &[&str], fewest: usize) -> bool {
    let filled = grid.rows.get(row).into_iter().flat_map(|row| row.filled());
    let texts: Vec<String> = filled.map(|(_, cell)| folded(&cell.text())).collect();
    names.iter().filter(|name| texts.iter().any(|text| text == *name)).count() >= fewest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Cell;

    /// The tool, the header rows and those that name the columns of a sheet.
    fn seen(rows: &[&str]) -> Option<(&'static str, usize, Vec<usize>)> {
        let cells = |row: &&str| row.split(';').map(Cell::of_text).collect();
        let grid = Grid { rows: rows.iter().map(cells).collect(), ..Grid::default() };
        of(&grid).map(|(layout, _, header)| (layout.tool(), header.rows, header.keep))
    }

    #[test]
    fn qualtrics_is_known_without_its_row_of_json_too() {
        let codes = "StartDate;EndDate;RecordedDate;ResponseId;UserLanguage;Q1";
        let words = "Start Date;End Date;Recorded Date;Response ID;User Language;Vilken region?";
        let json =
            r#"{"ImportId":"startDate"};{"ImportId":"endDate"};{"ImportId":"recordedDate"};{"ImportId":"_recordId"}"#;
        let data = "2026-02-03;2026-02-03;2026-02-03;R_1;SV;Region Skåne";
        assert_eq!(seen(&[codes, words, json, data]), Some(("Qualtrics", 3, vec![2])));
        assert_eq!(seen(&[codes, words, data]), Some(("Qualtrics", 2, vec![2])));
        assert_eq!(seen(&[words, data]), Some(("Qualtrics", 1, vec![])));
    }

    #[test]
    fn limesurvey_is_known_by_its_own_columns_or_by_parts() {
        let own = "Svars-ID;Datum inskickat;Senaste sida;Region";
        assert_eq!(seen(&[own, "1;2026-02-03;4;Region Skåne"]), Some(("LimeSurvey", 1, vec![])));
        let parts = "region;mal[SQ001];mal[SQ002];hur[SQ001];hur[SQ001comment]";
        assert_eq!(seen(&[parts, "Region Skåne;Y;;Y;"]), Some(("LimeSurvey", 1, vec![])));
        assert_eq!(seen(&["Id;Region;Datum;Stöd [Barn]", "1;Region Skåne;2026-02-03;Ja"]), None);
    }
}
