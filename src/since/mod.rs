//! What has changed since a run: in number and funds, by cause, as far as the run's folder can prove; and which figures and claims
//! moved because of which.
//!
//! The state of then is built again from the folder's data files (`folder`, `before`), that of now from what was read (`now`). Both
//! have the same layers (`state`), which are exchanged one after the other in a fixed order (`exchange`): what changes with a layer is
//! its cause's part, so the parts sum to the whole. What the folder cannot prove stands under another cause, and is told (`note`).

mod before;
mod cause;
mod changed;
mod claims;
mod difference;
mod exchange;
mod folder;
mod items;
mod note;
mod now;
mod state;
mod tables;

pub use cause::{Became, Cause, ChangedFile};
pub use changed::{Came, ChangedCell, ChangedClaim, ChangedItem, ItemBecame};
pub use difference::{AreaRow, CodeRow, Difference, Row};
pub use folder::Folder;
pub use note::Note;
pub use now::Now;
pub use state::Count;
pub use tables::tables;

use crate::claims::Checked;
use crate::ledger::Ledger;
use crate::read::Watch;
use crate::report::Item;

impl Difference {
    /// Adds the figures, tables and claims that say something else.
    ///
    /// # Errors
    /// Those of the csv library, which writing to memory never meets.
    pub fn with_report(
        mut self,
        now: Now<'_>,
        (items, ledger, claims): (&[Item], &Ledger, &[Checked<'_>]),
        folder: &Folder,
        watch: &mut Watch,
    ) -> Result<Self, csv::Error> {
        items::compare(&mut self, (items, ledger), folder, watch)?;
        claims::compare(&mut self, (claims, now.book), folder, watch);
        Ok(self)
    }
}
