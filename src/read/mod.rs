//! From bytes to grids: what a file is and what its cells say, every cell with its place, nothing edited.
//!
//! This room owns how files are recognised and opened (`format`, `file`, `workbook`, `text`, `spss`, `parquet`) within limits
//! (`archive`, `legacy`, `opendocument` measure before a reader sees them; `compact` writes out short xlsb cells; `shield`,
//! `watch`), the dialect of text files, cells changed in place (`edit`, `edit_workbook`), what a file says beside its cells (`looks`, `said`), and how one cell is read as an
//! amount, a number or a mark. It knows no survey.

pub mod amount;
mod archive;
mod compact;
pub mod day;
pub mod dialect;
mod edit;
mod edit_workbook;
mod file;
mod format;
mod grid;
mod legacy;
pub(crate) mod looks;
pub(crate) mod marks;
pub mod number;
mod opendocument;
mod package;
mod parquet;
mod picture;
mod row;
mod said;
mod shield;
mod spelling;
mod splice;
mod spss;
mod text;
mod unread;
mod watch;
mod workbook;

pub use edit::{Delimited, Edits, Unfit};
pub use edit_workbook::{SheetEdits, with_cells};
pub use file::{Content, Files, hex, open, read};
pub(crate) use file::{bytes, too_large, unreadable};
pub use format::{Format, Wanted, is_data_file};
pub use grid::{Cell, Grid};
pub use looks::{Area, Looks, Shown, tell as tell_looks};
pub use marks::mark;
pub use picture::{Picture, PictureForm, picture};
pub use row::Row;
pub use said::{AnswerSet, Said};
pub use shield::is_reading;
pub use spelling::{alike, composed, plain, tidy};
pub use spss::ValueLabels;
pub use unread::report_unread;
pub use watch::Watch;
pub use workbook::SheetName;
