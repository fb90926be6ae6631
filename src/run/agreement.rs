//! The recipe of `insats agreement`: how far a study's coders agree, and what they have to settle.

use std::path::{Path, PathBuf};

use super::findings::Findings;
use super::job::Job;
use super::{Failure, Options, Stage};
use crate::coding::agreement::{self, Agreement};
use crate::diagnostic::{Diagnostic, Place};
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
    let Findings { study, book, codings, weighting, .. } = &findings;
    progress(Stage::Agreement);
    let Some(agreement) = agreement::agreement(book, codings, weighting, RESAMPLES) else {
        let message = Diagnostic::error(Place::file(STUDY_FILE), "the study has fewer than two coders' sheets")
            .expected("a [[coding]] with role = \"coder\" for each coder")
            .action("declare the coders' sheets");
        return Err(message.into());
    };
    if agreement.interventions.is_empty() {
        let message = Diagnostic::error(Place::file(STUDY_FILE), "no intervention is coded by two coders")
            .expected("interventions that stand in two coders' sheets or more")
            .action("look whether the sheets are for the same interventions, and whether their ids are spelt alike");
        return Err(message.into());
    }
    let tables = [
        data::agreement::agreement(&agreement, book, job.language(&findings)),
        data::agreement::disagreements(&agreement, weighting),
        data::agreement::adjudication(&agreement, study, codings),
    ];
    let folder = job.outcome(&findings, "-agreement")?.tables("", &tables)?;
    Ok(AgreementSummary { agreement, folder })
}
