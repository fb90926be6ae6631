//! What is known of a domain: the machine's frozen codes of every intervention in the frame, and people's where they read it.

use crate::codebook::Domain;
use crate::ledger::{AreaId, CodeId, InterventionId};
use crate::money::Amount;

/// A domain's interventions that could be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// The domain.
    pub domain: Domain,
    /// The strata of all draws; those that have no row here have no units.
    pub strata: Vec<Stratum>,
    /// The interventions, in an order that does not depend on what people coded.
    pub rows: Vec<Row>,
}

/// Interventions that had the same chance of being drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stratum {
    /// The area.
    pub area: AreaId,
    /// How many rows it has.
    pub units: usize,
    /// How many of them are in the sample.
    pub sampled: usize,
}

/// An intervention in the frame of a domain.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The intervention.
    pub intervention: InterventionId,
    /// Its stratum, by its place among the strata of the frame.
    pub stratum: usize,
    /// Its funds as they count; zero in a study without funds.
    pub funds: Amount,
    /// Whether it is in the sample.
    pub sampled: bool,
    /// The machine's frozen codes, subcodes and the main codes that they imply.
    pub machine: Vec<CodeId>,
    /// What people say, the same way; `None` where nobody has read it. Known for all in the sample once it is read, and for
    /// some others, too. Empty where no code fits.
    pub people: Option<Vec<CodeId>>,
    /// What the rules give, frozen.
    pub rules: Vec<CodeId>,
    /// What the model suggests, frozen: code, probability, whether it was accepted.
    pub suggested: Vec<(CodeId, f64, bool)>,
}

impl Frame {
    /// How many rows a sampled row stands for.
    pub fn weight(&self, row: &Row) -> f64 {
        self.strata.get(row.stratum).map_or(0.0, |stratum| stratum.units as f64 / stratum.sampled.max(1) as f64)
    }
}
