//! Why something that a coder asks for is not done.

use super::super::Failure;
use crate::msg;
use crate::wording::{Language, Message, joined};

/// Why something is not done.
#[derive(Debug)]
pub enum Refusal {
    /// What was asked for cannot be.
    Wrong(Message),
    /// There is no such thing.
    Missing(Message),
    /// Something is another than what was shown.
    Changed(Message),
    /// The machine refuses, or it is a fault of ours.
    Failed(Failure),
}

impl Refusal {
    /// Why, in a language.
    pub fn text(&self, language: Language) -> String {
        match self {
            Self::Wrong(message) | Self::Missing(message) | Self::Changed(message) => message.text(language),
            Self::Failed(failure) => failure.text(language),
        }
    }
}

/// What the machine refuses, or somebody else has made impossible.
impl From<Failure> for Refusal {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Changed(files) => Self::Changed(msg!("review-files-changed", files = joined(files, ", "))),
            other => Self::Failed(other),
        }
    }
}
