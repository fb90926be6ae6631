//! One binary for all integration tests.
//!
//! `cases` runs the miniature studies of `tests/cases`; `lagesrapport` holds the shipped study against the published
//! report; the others hold what must be true whatever the data.

// A test may stop at what it did not expect.
#![allow(clippy::expect_used)]

mod agreement;
mod cases;
mod codebook;
mod command;
mod geometry;
mod lagesrapport;
mod learning;
mod output;
mod properties;
mod rules;
mod support;
