//! The workbench of a coder: a server on this machine alone, and the one page that it serves.
//!
//! It holds no knowledge of coding: what is asked and answered is the session's (`run/review`). It knows neither the
//! clock nor the machine's randomness; whoever starts it gives both.

mod page;
mod words;

pub use page::{SCRIPT, STYLE, markup};
pub use words::words;
