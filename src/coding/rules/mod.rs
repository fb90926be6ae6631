//! The dictionary coder: the codebook's rules over the texts, each code with the evidence for it.
//!
//! `lexicon` knows which patterns a word serves, `scan` finds all patterns of a text at once, `compile` knows which rule each
//! pattern serves, `judge` weighs what was found in one text, `study` codes a whole study.

mod compile;
mod judge;
mod lexicon;
#[cfg(test)]
mod plain;
pub mod scan;
mod study;
mod uses;

pub use compile::Rulebook;
pub use judge::{Doubt, Found, Reader, Reading};
pub use study::{DomainReading, RuleCode, RuleCodings, Sighting, Span, text};
