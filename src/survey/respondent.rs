//! Who answered.

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
