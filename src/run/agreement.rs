//! The recipe of `insats agreement`: how far a study's coders agree, and what they have to settle.

use std::path::{Path, PathBuf};

use super::findings::Findings;
use super::job::Job;
use super::{Failure, Options, Stage};
use crate::coding::agreement::{self, Agreement};
use crate::diagnostic::{Diagnostic, Place};
use crate::msg;
use crate::report::data;
use crate::study::STUDY_FILE;

/// How many resamples an interval rests on.
const RESAMPLES: u64 = 1000;

/// What was measured, and where it is.
#[derive(Debug)]
pub struct AgreementSummary {
    /// All numbers and differences.
    pub agreement: Agreement,
    /// The output folder.
    pub folder: PathBuf,
}

/// Measures a study's coders and writes `agreement.csv`, `disagreements.csv` and `adjudication.csv`.
///
/// # Errors
/// [`Failure`]: nothing has been written then; also where the study has fewer than two coders' sheets.
pub fn agreement(
    folder: &Path,
    options: &Options,
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<AgreementSummary, Failure> {
    let mut job = Job::new(options.clone(), progress);
    let findings = job.find(folder, options.codes)?;
    let Findings { study, book, input, codings, weighting, .. } = &findings;
    progress(Stage::Agreement);
    let Some(agreement) = agreement::agreement(book, codings, weighting, RESAMPLES) else {
        return Err(Diagnostic::error(Place::file(STUDY_FILE), msg!("fewer-than-two-coders")).into());
    };
    if agreement.units.values().all(Vec::is_empty) {
        return Err(Diagnostic::error(Place::file(STUDY_FILE), msg!("nothing-coded-twice")).into());
    }
    let mut tables = vec![
        data::agreement::agreement(&agreement, book, study.currency(), job.language(&findings)),
        data::agreement::disagreements(&agreement, weighting),
    ];
    tables.extend(data::agreement::adjudication(&agreement, book, study, codings, input));
    let folder = job.outcome(&findings, "-agreement")?.tables("", &tables)?;
    Ok(AgreementSummary { agreement, folder })
}
