//! `insats`: from a year's survey exports to the figures, tables and data of an evaluation report.
//!
//! Data flow one way, room by room: `study` says what there is, `read` turns its files into grids, `survey` those into
//! respondents, interventions and answers, `coding` attaches codes, `weighting`
//! divides the requisitioned funds, `ledger` counts, `report` chooses and orders, `render` turns items into bytes,
//! `output` puts the folder in place. `run` is the recipe. `ARCHITECTURE.md` tells why.

pub mod claims;
pub mod codebook;
pub mod coding;
pub mod diagnostic;
pub mod draft;
pub mod exact;
pub mod grant;
pub mod learning;
pub mod ledger;
pub mod manuscript;
pub mod mask;
pub mod money;
pub mod output;
pub mod peek;
pub mod read;
pub mod register;
pub mod render;
pub mod report;
pub mod run;
pub mod signs;
pub mod spelling;
pub mod study;
pub mod survey;
pub mod weighting;
pub mod wording;
