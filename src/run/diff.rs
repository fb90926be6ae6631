//! The recipe of `insats diff`: what has changed since a run, by cause.

use std::path::{Path, PathBuf};

use super::findings::Findings;
use super::job::Job;
use super::manifest;
use super::{Failure, Options, Stage, fault};
use crate::output::{OutputError, Target};
use crate::since::{Difference, Folder, Now, tables};
use crate::wording::Language;

/// What has changed since a run, and where the tables are.
#[derive(Debug)]
pub struct DiffSummary {
    /// What there is to tell.
    pub difference: Difference,
    /// The tables that were written; none where no folder was asked for.
    pub written: Vec<PathBuf>,
    /// Where files are kept that stood there.
    pub kept: Vec<PathBuf>,
}

/// Compares a study with the output folder of an earlier run. Tables are written into a folder where one is asked for, never into
/// that of the run.
///
/// # Errors
/// [`Failure`]: the study or the folder cannot be read, or the tables cannot be written.
pub fn diff(
    study: &Path,
    since: &Path,
    out: Option<Target<'_>>,
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<DiffSummary, Failure> {
    let mut job = Job::new(Options::default(), progress);
    // What waits for a code is a part of what has changed.
    job.drafts = true;
    let declared = job.declared(study)?;
    let folder = Folder::open(since, &declared, &mut job.watch).map_err(Failure::Input)?;
    if let Some(target) = out {
        spare(target.path, since)?;
    }
    let findings = job.find_years(study, None)?;
    // What is compared with texts of then is said in their language.
    let language = folder.language().unwrap_or_else(|| job.language(&findings));
    let difference = compared(&mut job, &findings, &folder, language)?;
    let Some(target) = out else {
        return job.answer(DiffSummary { difference, written: Vec::new(), kept: Vec::new() });
    };
    let (written, kept) = job.put_tables(&tables(&difference), target)?;
    Ok(DiffSummary { difference, written, kept })
}

fn compared(
    job: &mut Job<'_>,
    findings: &Findings,
    folder: &Folder,
    language: Language,
) -> Result<Difference, Failure> {
    let Findings { study, book, input, codings, ledger, .. } = findings;
    let now = Now { study, book, input, codings };
    let made_from = manifest::made_from(findings);
    let inputs = made_from.inputs.iter().map(|(file, sha256)| (file.as_str(), sha256.as_str()));
    let difference = Difference::new(now, folder, inputs, &mut job.watch);
    let mut items = job.items(&findings.material(&findings.pairs(), language));
    (job.progress)(Stage::Claims);
    let claims = job.check_claims(findings, &mut items, language);
    difference.with_report(now, (&items, ledger, &claims), folder, &mut job.watch).map_err(fault)
}

/// Refuses to write into the folder that is compared with.
fn spare(target: &Path, since: &Path) -> Result<(), Failure> {
    let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    // What does not exist yet has no real path; its nearest folder that exists has.
    let real = |path: &Path| absolute(path).ancestors().find_map(|folder| folder.canonicalize().ok());
    let inside = real(target).zip(real(since)).is_some_and(|(target, since)| target.starts_with(since));
    match inside {
        true => Err(OutputError::Input { target: target.to_owned(), inputs: vec![since.display().to_string()] }.into()),
        false => Ok(()),
    }
}
