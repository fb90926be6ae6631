//! What can be asked of the ledger.

use super::{AreaId, CodeId, QuestionId};
use crate::codebook::Domain;
use crate::coding::State;

/// What a cell of a figure or table counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Selection {
    /// The interventions of an area.
    Area(AreaId),
    /// Those with a code in a domain, or with a subcode of it.
    Code(AreaId, Domain, CodeId),
    /// Those in a state without a code in a domain that describes every intervention.
    Without(AreaId, Domain, State),
    /// Those with a main code and none of its subcodes.
    WithoutSubcode(AreaId, Domain, CodeId),
    /// Those who gave an answer: the positions of option or item, and of the answer, where the question has any.
    Answer(QuestionId, Option<u32>, Option<u32>),
}

impl Selection {
    /// The domain whose codes decide what is selected.
    pub fn domain(self) -> Option<Domain> {
        match self {
            Self::Code(_, domain, _) | Self::Without(_, domain, _) | Self::WithoutSubcode(_, domain, _) => Some(domain),
            Self::Area(_) | Self::Answer(..) => None,
        }
    }
}
