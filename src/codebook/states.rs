//! The words that data files and claims have where a code could stand. No code may be called so.

/// It has at least one code.
pub const CODED: &str = "coded";
/// Somebody decided that no code fits.
pub const NONE: &str = "none";
/// Nobody has decided yet.
pub const NOT_CODED: &str = "not-coded";
/// Coders differ.
pub const UNSETTLED: &str = "unsettled";
/// It has no code, whatever the reason.
pub const UNCODED: &str = "uncoded";
/// All of them.
pub const STATES: [&str; 5] = [CODED, NONE, NOT_CODED, UNSETTLED, UNCODED];
