//! The dictionary coder: the codebook's rules over the texts, each code with the evidence for it.
//!
//! `lexicon` knows which patterns a word serves, `scan` finds all patterns of a text at once; `compile` readies the rules, with
//! what each pattern serves (`uses`); `judge` says what the rules say of one text: `hits` lays out what serves rules that
//! may fire, `negation` takes off what is negated, `weigh` adds up the rest; `study` codes a whole study. `picked` has the
//! loops without branches that all of these use. `plain` reads the rules once more, slowly and plainly, for the tests.

mod compile;
mod hits;
mod judge;
mod lexicon;
mod negation;
mod picked;
#[cfg(test)]
mod plain;
pub mod scan;
mod study;
mod uses;
mod weigh;

pub use compile::Rulebook;
pub use judge::{Doubt, Found, Reader, Reading};
pub use study::{DomainReading, RuleCode, RuleCodings, Sighting, Span, text};
