//! The workbench of a coder: a server on this machine alone, and the one page that it serves.
//!
//! It holds no knowledge of coding: what is asked and answered is the session's (`run/review`). It knows neither the
//! clock nor the machine's randomness; whoever starts it gives both.

mod api;
mod ended;
mod gate;
mod page;
mod server;
mod words;

pub use gate::Secrets;
pub use server::{Serving, serve};
