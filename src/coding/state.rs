//! In what state a coding is: coded, coded as none, not coded yet, or unsettled.

use std::sync::LazyLock;

use super::{Codings, agreed};
use crate::codebook::{Domain, states};
use crate::msg;
use crate::study::CodesFrom;
use crate::wording::Text;

/// What is known of the codes of an intervention, or of an answer to an open question, in a domain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// It has at least one code.
    Coded,
    /// Somebody decided that no code fits.
    None,
    /// Nobody has decided yet.
    NotCoded,
    /// Coders differ, and nobody has decided between them.
    Unsettled,
}

impl State {
    /// The word for all that has no code, whatever the reason.
    pub const UNCODED: &'static str = states::UNCODED;
    /// The states without a code, in the order in which they are told.
    pub const WITHOUT_CODE: [Self; 3] = [Self::None, Self::NotCoded, Self::Unsettled];
    /// Those in which somebody has yet to decide.
    pub const GAPS: [Self; 2] = [Self::NotCoded, Self::Unsettled];

    /// The word that data files and claims have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Coded => states::CODED,
            Self::None => states::NONE,
            Self::NotCoded => states::NOT_CODED,
            Self::Unsettled => states::UNSETTLED,
        }
    }

    /// Whether a word means the state: its own, or the one for all without a code.
    pub fn is_called(self, word: &str) -> bool {
        self.word() == word || (self != Self::Coded && word == Self::UNCODED)
    }

    /// What readers see where a code would stand.
    pub fn label(self) -> &'static Text {
        static LABELS: LazyLock<[Text; 4]> = LazyLock::new(|| {
            [
                Text::worded(|| msg!("state-coded")),
                Text::worded(|| msg!("state-none")),
                Text::worded(|| msg!("state-not-coded")),
                Text::worded(|| msg!("state-unsettled")),
            ]
        });
        &LABELS[self as usize]
    }
}

impl Codings {
    /// The state of a unit in a domain.
    pub fn state(&self, unit: &str, domain: Domain) -> State {
        match self.of(unit, domain).len() {
            1.. => State::Coded,
            _ if self.is_none(unit, domain) => State::None,
            _ if self.is_unsettled(unit, domain) => State::Unsettled,
            _ => State::NotCoded,
        }
    }

    /// Whether somebody decided that no code fits a unit in a domain.
    fn is_none(&self, unit: &str, domain: Domain) -> bool {
        let said = self.finals.said(unit, domain);
        let said = said.or_else(|| agreed(&self.coders, unit, domain));
        self.choice != Some(CodesFrom::Rules) && said.is_some_and(<[String]>::is_empty)
    }

    /// Whether coders gave a unit different codes in a domain, and no final sheet has decided.
    fn is_unsettled(&self, unit: &str, domain: Domain) -> bool {
        let mut said = self.coders.values().filter(|s| s.uses(domain)).filter_map(|s| s.said(unit, domain));
        let first = said.next();
        self.choice != Some(CodesFrom::Rules)
            && (self.finals.is_unsettled(unit, domain)
                || self.finals.said(unit, domain).is_none() && said.any(|codes| Some(codes) != first))
    }
}
