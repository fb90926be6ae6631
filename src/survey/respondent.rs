//! Who answered, and whose a row is.

use std::sync::Arc;

use crate::diagnostic::Place;
use crate::register::Recipient;

/// Who answered.
#[derive(Clone, Debug)]
pub struct Respondent {
    /// Id in the export.
    pub id: Arc<str>,
    /// The region, county or municipality.
    pub recipient: Recipient,
    /// The cell of the id.
    pub place: Place,
    pub(super) row: usize,
}

/// The respondents of a survey.
pub(super) struct Respondents {
    /// In the order of their ids.
    pub(super) all: Vec<Respondent>,
    /// Ids of those whose recipient could not be told.
    pub(super) unresolved: Vec<String>,
    /// The rows of the table that are not totals or footers, each with whose it is.
    pub(super) rows: Vec<Link>,
}

/// A row of an intervention, and whose it is.
pub(super) struct Link {
    /// The row.
    pub(super) row: usize,
    /// Whose it is.
    pub(super) whose: Whose,
}

/// Whose an intervention is.
pub(super) enum Whose {
    /// A respondent's, by its position among them.
    Respondent(usize),
    /// That of a respondent who is set aside, by its id.
    SetAside(String),
    /// That of a respondent that `only` leaves out, by its id or name.
    LeftOut(String),
    /// Nobody's who could be told, which has been reported.
    Nobody,
}
