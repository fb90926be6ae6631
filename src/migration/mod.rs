//! A codebook over time: from a map of changes to the new codebook, to coding sheets, declarations and claims that say the new
//! codes, and to the proof that nothing else moved.
//!
//! `map` is the file, `fate` what becomes of codings, `plan` what it means for a codebook, `book` the codebook that comes of it,
//! `arrived` whether that is one that is already there.
//! `cell`, `sheets`, `claims` and `report` carry what stands in other files over, `compare` holds the migrated study against the
//! old one, `lists` are the tables of that.

mod arrived;
mod book;
mod cell;
mod claims;
pub mod compare;
mod fate;
mod lists;
mod lock;
mod map;
mod plan;
mod report;
mod sheets;
#[cfg(test)]
mod testing;

pub use claims::recoded as recoded_claims;
pub use fate::Fate;
pub use lists::lists;
pub use lock::recoded as recoded_lock;
pub use map::Map;
pub use plan::Plan;
pub use report::recoded as recoded_report;
pub use sheets::{Open, Recoded, recoded as recoded_sheets};
