//! `insats`: from a year's survey exports to the figures, tables and data of an evaluation report.
//!
//! Data flow one way, room by room: `study` says what there is, `read` turns its files into grids, `survey` those into
//! respondents, interventions and answers, `coding` attaches codes, `weighting`
//! divides the requisitioned funds, `ledger` counts, `report` chooses and orders, `render` turns items into bytes,
//! `output` puts the folder in place. `run` is the recipe. `ARCHITECTURE.md` tells why.
//!
//! # As a library
//!
//! [`run`](mod@run) has a function for every command. [`run::count()`] reads, codes, weights and counts a study without
//! writing anything; what it gives is asked through the [`ledger`]:
//!
//! ```
//! use insats::ledger::Selection;
//!
//! let counted = insats::run::count("tests/cases/readme-min-studie".as_ref(), None, &|_| {})?;
//! // The README's example: 450 000 of 1 650 000 reported kronor, of 2 000 000 that were paid.
//! let activity = counted.book.domain("activity").expect("a domain of the codebook");
//! let (interventions, kronor) = counted.ledger.of_code("psykiatri", activity, "G5.1");
//! assert_eq!((interventions, kronor.to_string().as_str()), (1, "545455"));
//!
//! let area = counted.ledger.area_id("psykiatri").expect("the area of the study");
//! let all = counted.ledger.counted(Selection::Area(area));
//! assert_eq!((all.number, all.funds.to_string().as_str()), (3, "4000000"));
//! # Ok::<(), insats::run::Failure>(())
//! ```
//!
//! Every error implements [`std::error::Error`]. [`run::Failure::Input`] holds all messages at once, each with its place;
//! as text they are what the console shows:
//!
//! ```
//! use insats::run::{Failure, count};
//!
//! match count("tests/cases/error-columns".as_ref(), None, &|_| {}) {
//!     Err(Failure::Input(messages)) => assert!(messages.to_string().starts_with("error: ")),
//!     other => panic!("{other:?}"),
//! }
//! ```
//!
//! Money is [`money::Kronor`] (whole, weighted) or [`money::Amount`] (reported, in hundredths); shares and factors are exact
//! fractions ([`exact::Exact`]) until they are printed. `examples/codes.rs` prints a table of codes.

pub mod audit;
pub mod claims;
pub mod codebook;
pub mod coding;
pub mod compare;
pub mod day;
pub mod decisions;
pub mod diagnostic;
pub mod draft;
pub mod exact;
pub mod grant;
pub(crate) mod interned;
pub mod learning;
pub mod ledger;
pub mod manuscript;
pub mod mask;
pub mod migration;
pub mod money;
pub mod output;
pub mod peek;
pub mod read;
pub mod register;
pub mod render;
pub mod report;
pub mod reviewing;
pub mod run;
pub mod schema;
pub mod sheets;
pub mod signs;
pub mod since;
pub mod spelling;
pub mod study;
pub mod survey;
pub mod weighting;
pub mod wording;
pub mod workbench;
