//! The dictionary coder: the codebook's rules over the texts, each code with the evidence for it.
//!
//! `scan` finds all patterns at once, `compile` knows which rule each pattern serves, `judge` weighs what was found in
//! one text, `study` codes a whole study.

mod compile;
mod judge;
pub mod scan;
mod study;

pub use compile::Rulebook;
pub use judge::{Doubt, Found, Reading, Scratch};
pub use study::{DomainReading, RuleCode, RuleCodings, Sighting, Span, text};
