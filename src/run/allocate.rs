//! The recipe of `insats allocate`: how a study's pots are distributed.

use std::path::{Path, PathBuf};

use super::{Failure, Options, Stage, fault, find, manifest, stop_on_errors};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::grant::Allocation;
use crate::output::{MANIFEST, Transaction};
use crate::render;
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
pub fn run_allocate(
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
    let name = format!("{}-allocation", findings.study.name);
    let target = options.out.clone().unwrap_or_else(|| Path::new("output").join(name));
    let transaction = Transaction::begin(&target)?;
    progress(Stage::Writing);
    let mut allocations = Vec::new();
    for allocation in &findings.grant.allocations {
        let table = data::allocation(allocation, language);
        transaction.write(&(format!("{}.csv", table.name), render::csv(&table).map_err(fault)?))?;
        allocations.push((allocation.clone(), table));
    }
    transaction
        .write(&("notices.csv".to_owned(), render::csv(&data::notices(&notices, Language::English)).map_err(fault)?))?;
    let provenance = manifest::provenance(&findings);
    let manifest = manifest::manifest(&findings, language, &[render::Format::Csv], &notices, &provenance, &[]);
    transaction.write(&(MANIFEST.to_owned(), manifest.map_err(fault)?))?;
    transaction.commit()?;
    Ok(AllocationSummary { allocations, language, notices, folder: target })
}
