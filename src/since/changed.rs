//! Figures, tables and claims that say something else.

use std::collections::BTreeSet;

use serde::Serialize;

use super::cause::Cause;

/// What became of a figure or table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ItemBecame {
    /// It has other numbers.
    Moved,
    /// It was not in the report.
    New,
    /// It is not in the report any more.
    Gone,
}

/// A figure or table that says something else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChangedItem {
    /// Its id.
    pub item: String,
    /// What readers call it.
    pub name: String,
    /// What became of it.
    pub became: ItemBecame,
    /// The cells that say something else, those with most funds first.
    pub cells: Vec<ChangedCell>,
}

/// A cell that says something else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChangedCell {
    /// What its row is called.
    pub row: String,
    /// The id of its column.
    pub column: String,
    /// What it said; empty where there was none.
    pub before: String,
    /// What it says; empty where there is none.
    pub now: String,
    /// What moved what it counts; where that is not known, what may have.
    pub causes: BTreeSet<Cause>,
}

/// What came of a claim.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Came {
    /// `holds`, `fails`, `open` or `undecided`.
    pub outcome: String,
    /// What is stated.
    pub stated: String,
    /// What is computed.
    pub computed: String,
}

/// A claim that came out otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChangedClaim {
    /// Its id.
    pub claim: String,
    /// Its area; empty for all.
    pub area: String,
    /// What came of it then; nothing where it is new.
    pub before: Option<Came>,
    /// What comes of it; nothing where it is gone.
    pub now: Option<Came>,
    /// What moved what it speaks of; where that is not known, what may have.
    pub causes: BTreeSet<Cause>,
}
