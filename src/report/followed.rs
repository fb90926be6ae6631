//! What is declared of items that follow answers and funds: who answered, and how sensitive funds are.

use super::area_group::AreaGroup;
use crate::codebook::Domain;
use crate::diagnostic::Diagnostic;
use crate::msg;
use crate::study::Section;

/// Where a class of size can begin.
const SIZES: std::ops::RangeInclusive<i64> = 1..=1_000_000_000;

/// What is shown of who answered.
#[derive(Clone, Debug)]
pub struct ResponseItem {
    /// The areas.
    pub areas: Vec<AreaGroup>,
    /// What makes a row.
    pub by: ResponseBy,
    /// Where classes of size begin, ascending.
    pub sizes: Vec<i64>,
    /// Whether it is drawn as bars.
    pub chart: bool,
}

/// What makes a row of a table of who answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResponseBy {
    /// An area.
    Area,
    /// A level.
    Level,
    /// Whom recipients belong to.
    PartOf,
    /// A class of size.
    Size,
}

impl ResponseBy {
    const WORDS: [(&'static str, Self); 4] =
        [("area", Self::Area), ("level", Self::Level), ("part_of", Self::PartOf), ("size", Self::Size)];
}

impl ResponseItem {
    /// Reads what is special to the kind.
    pub(super) fn decode(section: &Section<'_>, areas: Vec<AreaGroup>) -> Self {
        let by = section.word("by", &ResponseBy::WORDS).unwrap_or(ResponseBy::Area);
        let sizes = section.integers("sizes", SIZES);
        let chart = section.flag("chart").unwrap_or(false);
        let wrong = |message| section.report(Diagnostic::error(section.place(), message));
        // A list of other numbers has been told.
        if by == ResponseBy::Size && (!section.has("sizes") || section.is_empty_list("sizes")) {
            wrong(msg!("response-without-sizes"));
        }
        if !sizes.is_sorted_by(|one, other| one < other) {
            wrong(msg!("response-sizes-unsorted"));
        }
        Self { areas, by, sizes, chart }
    }
}

/// So many rows can be asked for.
const MOST: i64 = 1_000;

/// What is shown of how sensitive funds are.
#[derive(Clone, Debug)]
pub struct SensitivityItem {
    /// The areas.
    pub areas: Vec<AreaGroup>,
    /// The domains.
    pub domains: Vec<Domain>,
    /// How many rows are shown, those that move the most first; all in the order of the codebook where nothing is said.
    pub most: Option<usize>,
}

impl SensitivityItem {
    /// Reads what is special to the kind.
    pub(super) fn decode(section: &Section<'_>, areas: Vec<AreaGroup>, domains: Vec<Domain>) -> Self {
        let most = section.integer("most", 1..=MOST).and_then(|most| usize::try_from(most).ok());
        Self { areas, domains, most }
    }
}
