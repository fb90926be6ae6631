//! Cross tables: how many interventions, or respondents, have both of two things, or their funds; as a table or with colours.

mod build;
mod declare;
mod side;
mod words;

pub use build::{Cell, Crossed};
pub use declare::{CodeLevel, CrossItem, Measure, ShareOf, Side, Way};
pub use side::{Value, Values};

pub(super) use build::{build, check, percent, together};
pub(super) use declare::{decode, decode_areas_together, decode_measure};
pub(super) use words::{base_of, of_areas, outside, sentences};
