//! A manuscript against the claims: which numbers are declared, and which claims are still written.

mod numbers;

pub use numbers::{Figure, Value, figures, replace_number};
