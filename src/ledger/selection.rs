//! What can be asked of the ledger.

use super::{AreaId, CodeId, QuestionId};
use crate::codebook::Domain;
use crate::coding::State;

/// What a cell of a figure or table counts. The area may be [`AreaId::ALL`].
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
    /// The area whose interventions are meant; `None` for answers, whose question has an area.
    pub fn area(self) -> Option<AreaId> {
        match self {
            Self::Area(area) | Self::Code(area, ..) | Self::Without(area, ..) | Self::WithoutSubcode(area, ..) => {
                Some(area)
            }
            Self::Answer(..) => None,
        }
    }

    /// The domain whose codes are meant; `None` where none are.
    pub fn domain(self) -> Option<Domain> {
        match self {
            Self::Code(_, domain, _) | Self::Without(_, domain, _) | Self::WithoutSubcode(_, domain, _) => Some(domain),
            Self::Area(_) | Self::Answer(..) => None,
        }
    }

    /// The same in another area.
    pub fn in_area(self, area: AreaId) -> Self {
        match self {
            Self::Area(_) => Self::Area(area),
            Self::Code(_, domain, code) => Self::Code(area, domain, code),
            Self::Without(_, domain, state) => Self::Without(area, domain, state),
            Self::WithoutSubcode(_, domain, main) => Self::WithoutSubcode(area, domain, main),
            Self::Answer(..) => self,
        }
    }
}
