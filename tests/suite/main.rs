//! One binary for all integration tests but the miniature studies of `tests/cases`, which `tests/harness` runs.
//!
//! `lagesrapport` holds the shipped study against the published
//! report, `lagesrapport_2023` that of the year before against expected results, `foreningsbidrag` a programme of another
//! kind; the others hold what must be true whatever the data.

// A test may stop at what it did not expect, and say that it skipped something.
#![allow(clippy::expect_used, clippy::print_stdout)]

mod accept;
mod agreement;
mod allocations;
mod architecture;
mod audit_blind;
mod audit_numbers;
mod audit_odd;
mod audits;
mod browser;
mod changed_sheets;
mod check;
mod claims;
mod codebook;
mod coded;
mod command;
mod currencies;
mod draft;
mod drafted;
mod edited_codebook;
mod estimated;
mod expected;
mod faults;
mod foreningsbidrag;
mod formats;
mod funds;
mod fuzz;
mod geometry;
mod grant_claims;
mod grants;
mod guesses;
mod guide;
mod hostile;
mod kept;
mod lagesrapport;
mod lagesrapport_2023;
mod leaks;
mod learning;
mod ledger;
mod library;
mod lost_files;
mod manuscript;
mod measured;
mod messy;
mod migrate;
mod migrate_files;
mod newcomers;
mod office;
mod open;
mod output;
mod page;
mod peek;
mod persons;
mod planted;
mod properties;
mod qdc;
mod reference;
mod refusals;
mod review;
mod review_blind;
mod review_files;
mod rules;
mod safe;
mod schema;
mod served;
mod sheets;
mod silent_grants;
mod since;
mod single;
mod spss;
mod status;
mod support;
mod surveys;
mod texts;
mod told;
mod waiting;
mod waves;
mod wording;
mod workbench_page;
mod workbooks;
