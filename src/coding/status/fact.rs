//! What is known of an answer in a domain.

use crate::codebook::Domain;
use crate::coding::{Source, State};
use crate::decisions::Change;
use crate::money::Amount;
use crate::survey::Unit;

/// The word for answers of which no lock says anything.
pub const NOT_LOCKED: &str = "not-locked";

/// What is known of an answer in a domain.
pub(super) struct Fact<'a> {
    pub unit: &'a Unit,
    pub domain: Domain,
    pub state: Option<State>,
    pub change: Option<Change>,
    pub source: Option<Source>,
    pub coders: Vec<&'a str>,
    pub funds: Option<Amount>,
}

impl Fact<'_> {
    /// Whether somebody has to code it, or to decide.
    pub fn waits(&self) -> bool {
        self.change.is_some_and(Change::waits) || self.state.is_some_and(|state| State::GAPS.contains(&state))
    }

    /// The word for what became of it since it was coded.
    pub fn change_word(&self) -> &'static str {
        self.change.map_or(NOT_LOCKED, Change::word)
    }
}
