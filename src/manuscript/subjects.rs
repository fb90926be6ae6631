//! What the texts of a study speak of, and the figures and tables that they may show.

use crate::claims::{Tally, Totalled};
use crate::wording::Language;

/// What the texts of a study speak of, by which claims and sentences are told apart.
#[derive(Clone, Debug, Default)]
pub struct Subjects {
    /// The areas: id, title, and whom its survey asked.
    pub areas: Vec<(String, String, String)>,
    /// Families of things of which a sentence speaks of one: the domains, or those who answer. Each thing by its words.
    pub families: Vec<Vec<String>>,
    /// The study's year.
    pub year: i64,
    /// The figures and tables of its report.
    pub items: Vec<ReportItem>,
    /// What its data say, breakdown by breakdown.
    pub tallies: Vec<Tally>,
    /// What they say of areas, levels and all.
    pub totals: Vec<Totalled>,
    /// The language that numbers are written in.
    pub language: Language,
}

/// A figure or table of the report, as a manuscript may show it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportItem {
    /// Its number, as `Figur 2`.
    pub number: String,
    /// Its title.
    pub title: String,
    /// The areas that it shows; none where it is of all, or none in particular.
    pub areas: Vec<String>,
    /// Its kind, where items of it are told apart by what they show.
    pub kind: String,
    /// Its question, or its domains.
    pub asked: Vec<String>,
    /// What stands with it: its explanation and its note.
    pub texts: String,
    /// The heads of its columns, and whether they hold numbers.
    pub heads: Vec<(String, bool)>,
    /// Its rows, as readers see them.
    pub rows: Vec<Vec<String>>,
}
