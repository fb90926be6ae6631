//! The recipe of `insats allocate`: how a study's pots are distributed.

use std::path::{Path, PathBuf};

use super::job::{Job, csv_files};
use super::{Failure, Options, Stage};
use crate::diagnostic::{Diagnostic, Place};
use crate::grant::Allocation;
use crate::msg;
use crate::render::Format;
use crate::report::{Table, data};
use crate::study::STUDY_FILE;
use crate::wording::Language;

/// What was distributed, and where it is written.
#[derive(Debug)]
pub struct AllocationSummary {
    /// Every allocation with its table, in the order of the study.
    pub allocations: Vec<(Allocation, Table)>,
    /// The language of the tables.
    pub language: Language,
    /// Warnings and notices, worst first.
    pub notices: Vec<Diagnostic>,
    /// The output folder.
    pub folder: PathBuf,
}

/// Distributes a study's pots and writes `allocation-<id>.csv` for each allocation.
///
/// # Errors
/// [`Failure`]: nothing has been written then; also where the study distributes nothing.
pub fn allocate(
    folder: &Path,
    options: &Options,
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<AllocationSummary, Failure> {
    let mut job = Job::new(options.clone(), progress);
    let findings = job.find(folder, options.codes)?;
    if findings.grant.allocations.is_empty() {
        return Err(Diagnostic::error(Place::file(STUDY_FILE), msg!("nothing-to-allocate")).into());
    }
    let outcome = job.outcome(&findings, "-allocation")?;
    let language = outcome.language;
    let table = |allocation: &Allocation| (allocation.clone(), data::allocation(allocation, language));
    let allocations: Vec<_> = findings.grant.allocations.iter().map(table).collect();
    let told = data::notices(&outcome.notices, language);
    let files = csv_files("", allocations.iter().map(|(_, table)| table).chain([&told]))?;
    let (folder, notices) = outcome.commit(files, &[Format::Csv], &[])?;
    Ok(AllocationSummary { allocations, language, notices, folder })
}
