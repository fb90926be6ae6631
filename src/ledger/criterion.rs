//! What interventions, or respondents, are known by: one condition each, of which several can be asked for together.

use std::collections::BTreeSet;

use super::{AreaId, CodeId, QuestionId, RecipientId};
use crate::codebook::Domain;
use crate::coding::State;
use crate::interned::{Interned, Known};

/// One thing that interventions, or respondents, are known by. A respondent's answer and recipient hold for its interventions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Criterion {
    /// All of them.
    Any,
    /// Those of an area.
    Area(AreaId),
    /// Those of a recipient.
    Recipient(RecipientId),
    /// Those with a code in a domain, or with a subcode of it.
    Code(Domain, CodeId),
    /// Those with a main code and none of its subcodes.
    OnlyMain(Domain, CodeId),
    /// Those with codes in a domain, but not this one.
    Besides(Domain, CodeId),
    /// Those in a state without a code; in a domain that describes only some, [`State::None`] is all that have none.
    Without(Domain, State),
    /// Those who gave an answer: the positions of option or item, and of the answer, where the question has any.
    Answer(QuestionId, Option<u32>, Option<u32>),
    /// Those of whom an answer to a question is known: everyone who was asked where options are ticked, for a blank says no, and
    /// otherwise everyone who answered.
    Replied(QuestionId),
    /// Those that meet any of several.
    AnyOf(Criteria),
    /// Those that meet none of several.
    NoneOf(Criteria),
}

/// Several conditions, kept once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Criteria(Interned<Vec<Criterion>>);

impl Criteria {
    /// Some conditions.
    pub fn new(all: impl IntoIterator<Item = Criterion>) -> Self {
        static KNOWN: Known<Vec<Criterion>> = Known::new(BTreeSet::new());
        Self(Interned::new(&KNOWN, all.into_iter().collect()))
    }

    /// Each of them.
    pub fn iter(self) -> impl Iterator<Item = Criterion> {
        self.0.get().iter().copied()
    }
}

impl Criterion {
    /// The domains whose codes are meant.
    pub fn domains(self) -> Vec<Domain> {
        match self {
            Self::Code(domain, _) | Self::OnlyMain(domain, _) | Self::Besides(domain, _) | Self::Without(domain, _) => {
                vec![domain]
            }
            Self::AnyOf(all) | Self::NoneOf(all) => all.iter().flat_map(Self::domains).collect(),
            Self::Any | Self::Area(_) | Self::Recipient(_) | Self::Answer(..) | Self::Replied(_) => Vec::new(),
        }
    }
}

/// Areas that are counted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Areas(Interned<Vec<AreaId>>);

impl Areas {
    /// Some areas, each once, in the order of the study.
    pub fn new(all: impl IntoIterator<Item = AreaId>) -> Self {
        static KNOWN: Known<Vec<AreaId>> = Known::new(BTreeSet::new());
        let all: BTreeSet<AreaId> = all.into_iter().collect();
        Self(Interned::new(&KNOWN, all.into_iter().collect()))
    }

    /// Each of them.
    pub fn iter(self) -> impl Iterator<Item = AreaId> {
        self.0.get().iter().copied()
    }
}
