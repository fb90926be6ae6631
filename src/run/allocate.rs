//! The recipe of `insats allocate`: how a study's pots are distributed.

use std::path::{Path, PathBuf};

use super::job::{Made, csv_files};
use super::{Failure, Options, Stage, find, stop_on_errors};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::grant::Allocation;
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
    let mut messages = Diagnostics::new();
    let findings = find(folder, options.codes, progress, &mut messages)?;
    let notices = stop_on_errors(messages)?;
    let language = options.language.unwrap_or(findings.study.language);
    if findings.grant.allocations.is_empty() {
        let message = Diagnostic::error(Place::file(STUDY_FILE), "the study distributes nothing")
            .expected("an [[allocation]] with its pots")
            .action("declare how the funds are distributed");
        return Err(Failure::Input(message.into()));
    }
    let job = findings.begin(options, "-allocation")?;
    progress(Stage::Writing);
    let table = |allocation: &Allocation| (allocation.clone(), data::allocation(allocation, language));
    let allocations: Vec<_> = findings.grant.allocations.iter().map(table).collect();
    let told = data::notices(&notices, Language::English);
    let files = csv_files("", allocations.iter().map(|(_, table)| table).chain([&told]))?;
    let made = Made { language, formats: &[Format::Csv], notices: &notices, items: &[] };
    let folder = job.commit(files, &made)?;
    Ok(AllocationSummary { allocations, language, notices, folder })
}
