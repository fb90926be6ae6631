//! Examples: texts that have a code already.

use serde::Serialize;

use super::Review;
use super::slot::Slot;
use crate::codebook::Domain;

/// So many are shown of a code.
const MOST: usize = 5;

/// Texts that have a code.
#[derive(Debug, Serialize)]
pub struct Examples {
    /// The coder's own first.
    pub examples: Vec<Example>,
}

/// A text that has a code.
#[derive(Debug, Serialize)]
pub struct Example {
    id: String,
    text: String,
}

impl Review {
    /// Texts that have a code: the coder's own first, and none that the coder has yet to code.
    pub fn examples(&self, domain: Domain, code: &str) -> Examples {
        let has = |slot: &&Slot| {
            let said = self.stands(slot);
            slot.read.is_some() && said.is_some_and(|said| said.codes.iter().any(|own| own == code))
        };
        let in_domain = || self.slots.iter().filter(|slot| slot.domain == domain).filter(has);
        let own = in_domain().filter(|slot| self.own(slot).is_some());
        let others = in_domain().filter(|slot| self.own(slot).is_none());
        let example = |slot: &Slot| Example { id: self.units[slot.unit].unit.id.to_string(), text: self.text(slot) };
        Examples { examples: own.chain(others).take(MOST).map(example).collect() }
    }
}
