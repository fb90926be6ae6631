//! A study read and counted, for programs that use the library; no command of its own.

use std::path::Path;

use super::findings::Findings;
use super::job::Job;
use super::{Failure, Options, Stage};
use crate::codebook::Codebook;
use crate::diagnostic::Diagnostic;
use crate::ledger::Ledger;
use crate::study::{CodesFrom, Study};

/// A study that was read, coded, weighted and counted.
#[derive(Debug)]
pub struct Counted {
    /// The declarations.
    pub study: Study,
    /// The codebook; empty where the study has none.
    pub book: Codebook,
    /// What counts where: interventions, respondents, and whole weighted kronor.
    pub ledger: Ledger,
    /// Warnings and notices, worst first.
    pub notices: Vec<Diagnostic>,
}

/// Reads a study as `insats run` does, up to counting, and writes nothing. `codes` says which codes count, as `--codes` does;
/// `None` as the study says. `progress` hears of every stage as it begins.
///
/// # Errors
/// [`Failure::Input`] with all that is wrong with the study; [`Failure::Changed`] where a file was changed while it was read.
pub fn count(folder: &Path, codes: Option<CodesFrom>, progress: &(dyn Fn(Stage) + Sync)) -> Result<Counted, Failure> {
    let mut job = Job::new(Options::default(), progress);
    let Findings { study, book, ledger, .. } = job.find(folder, codes)?;
    let notices = job.messages.sorted().into_iter().cloned().collect();
    job.answer(Counted { study, book, ledger, notices })
}
