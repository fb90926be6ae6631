//! Tables and charts of accounts: rows are recipients, options or years; columns are fields, sums, counts and shares of
//! them. Everything is computed exactly and rounded when it is printed.

mod build;
mod column;
mod counted;
mod declare;
mod doubled;
mod filled;
mod missing;
mod words;

pub use declare::{AccountItem, ColumnDeclaration, ColumnSource, Drawing, Order, RowsDeclaration, ShareOf};
pub use filled::{Cell, Filled, FilledColumn, FilledRow, Holds};

pub(super) use build::fill;
pub(super) use counted::{counted, open};
pub(super) use declare::decode;
pub(super) use doubled::{report as report_doubled, shows_the_same};
pub(super) use missing::sentence as missing;
