//! What can be asked of the ledger.

use super::{AreaId, Areas, CodeId, Criterion, QuestionId};
use crate::codebook::Domain;
use crate::coding::State;
use crate::study::Per;

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
    /// The interventions, or the respondents, of some areas that meet two conditions. They are counted by the codes that are known,
    /// also where codes are estimated.
    Both(Areas, Per, [Criterion; 2]),
}

impl Selection {
    /// The area whose interventions are meant; `None` for answers, whose question has an area, and for two conditions, which have areas
    /// of their own.
    pub fn area(self) -> Option<AreaId> {
        match self {
            Self::Area(area) | Self::Code(area, ..) | Self::Without(area, ..) | Self::WithoutSubcode(area, ..) => {
                Some(area)
            }
            Self::Answer(..) | Self::Both(..) => None,
        }
    }

    /// The domains whose codes are meant.
    pub fn domains(self) -> Vec<Domain> {
        match self {
            Self::Code(_, domain, _) | Self::Without(_, domain, _) | Self::WithoutSubcode(_, domain, _) => vec![domain],
            Self::Area(_) | Self::Answer(..) => Vec::new(),
            Self::Both(_, _, pair) => pair.into_iter().flat_map(Criterion::domains).collect(),
        }
    }

    /// The same in another area.
    pub fn in_area(self, area: AreaId) -> Self {
        match self {
            Self::Area(_) => Self::Area(area),
            Self::Code(_, domain, code) => Self::Code(area, domain, code),
            Self::Without(_, domain, state) => Self::Without(area, domain, state),
            Self::WithoutSubcode(_, domain, main) => Self::WithoutSubcode(area, domain, main),
            Self::Answer(..) | Self::Both(..) => self,
        }
    }
}
