//! Figures over years: how a code or answer has changed from one year to this one, and series over any number of years.
//!
//! `declare` reads what an item says, `build` asks the pairs of years for it, `table` holds its numbers, `note` says what they rest on
//! and leave out, `words` what a reader would see.

mod build;
mod declare;
mod measure;
mod note;
mod table;
mod words;

pub use build::{Years, YearsRow};
pub use declare::{Order, Subject, YearsDrawing, YearsItem};
pub use measure::Measure;

pub(super) use build::{Meant, areas, build, pairs};
pub(super) use declare::{YEARS, decode, earlier_years};
pub(super) use note::{answered, broken, gone, left_out, missing, reason, sentences, title};
