//! Words for domains, by which coding sheets are recognised: those of the logic of change, and themes across it.

use super::Field;
use super::{field_points, has};

/// A domain that headers of coding sheets may speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Domain {
    /// What was done.
    Activity,
    /// What it led to: services or products.
    Output,
    /// What one wanted to achieve.
    Goal,
    /// Which changes were achieved.
    Effect,
    /// A theme across the others.
    Theme,
}

impl Domain {
    /// All, in the order of the logic of change.
    pub const ALL: [Self; 5] = [Self::Activity, Self::Output, Self::Goal, Self::Effect, Self::Theme];

    /// The word that codebooks use for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Activity => "activity",
            Self::Output => "output",
            Self::Goal => "goal",
            Self::Effect => "effect",
            Self::Theme => "theme",
        }
    }

    /// Whether a header speaks of it.
    pub fn is_in(self, name: &str) -> bool {
        let field = match self {
            Self::Activity => Field::Activity,
            Self::Output => Field::Output,
            Self::Goal => Field::Goal,
            Self::Effect => Field::Effect,
            Self::Theme => return has(name, "tema") || has(name, "theme"),
        };
        field_points(name, field) > 0
    }
}
