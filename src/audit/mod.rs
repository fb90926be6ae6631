//! Audit samples: a random sample of what rests on rules or suggestions, coded by people, and what it says of all.
//!
//! `design` divides interventions into strata and says how many of each are read; `frame` is what is known of a domain once
//! people have read the sample. From it come numbers with intervals (`estimate`, for every code `estimates`), how good rules
//! and suggestions are (`precision`), and the thresholds at which a promise holds (`promise`).

mod decides;
pub mod design;
pub mod frame;

pub use decides::decides;
pub use frame::{Frame, Row, Stratum};
