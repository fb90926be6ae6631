//! The recipe of `check`: everything that a run does up to drawing, and nothing is written.

use std::path::Path;

use super::findings::Weighed;
use super::job::{Job, unchanged};
use super::{Failure, Options, Stage, numbers};
use crate::coding::held_back::held_back;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::msg;
use crate::wording::library_says;

/// What a check found.
#[derive(Debug, Default)]
pub struct Checked {
    /// Everything there is to say, in no order.
    pub messages: Diagnostics,
    /// Surveys that could be read.
    pub surveys: usize,
    /// Respondents in them.
    pub respondents: usize,
    /// Interventions in them, complete or not.
    pub interventions: usize,
    /// Accounts of grants that could be read.
    pub accounts: usize,
    /// Recipients that returned them.
    pub returns: usize,
}

/// Checks a study. `progress` hears of every stage as it begins.
pub fn check(folder: &Path, progress: &(dyn Fn(Stage) + Sync)) -> Checked {
    let mut checked = Checked::default();
    let mut job = Job::new(Options::default(), progress);
    let weighed = job.weigh(folder, None);
    let done = weighed.and_then(|weighed| {
        let surveys = &weighed.input.surveys;
        checked.surveys = surveys.len();
        checked.respondents = surveys.iter().map(|s| s.respondents.len()).sum();
        checked.interventions = surveys.iter().map(|s| s.interventions.len()).sum();
        checked.accounts = weighed.grant.accounts.len();
        checked.returns = weighed.grant.accounts.iter().map(|account| account.returns.len()).sum();
        report(&mut job, weighed)
    });
    let mut messages = job.messages;
    match done {
        Ok(()) => {}
        Err(Failure::Input(of_stage)) => messages.extend(of_stage),
        Err(Failure::Changed(files)) => files.iter().for_each(|file| messages.push(changed(file))),
        Err(Failure::Output(error)) => {
            messages.push(Diagnostic::error(Place::default(), msg!("output-failed", error = error.message())));
        }
        Err(Failure::Fault(error)) => {
            messages
                .push(Diagnostic::error(Place::default(), msg!("check-stopped-by-fault", error = library_says(error))));
        }
    }
    Checked { messages, ..checked }
}

/// Fills in the report and decides the claims, as a run does.
fn report(job: &mut Job<'_>, weighed: Weighed) -> Result<(), Failure> {
    let mut findings = job.count(weighed)?;
    job.add_years(&mut findings)?;
    let pairs = findings.pairs();
    let material = findings.material(&pairs, findings.study.language);
    let mut items = job.items(&material);
    (job.progress)(Stage::Claims);
    job.check_claims(&findings, &mut items, material.language);
    job.messages.extend(numbers::unknown(&findings, &items, &pairs, material.language));
    // What is held back counts in no run, but whoever evaluates should not be the first to hear of it.
    held_back(&findings.study, &findings.book, &findings.files, &findings.input, &findings.codings, &mut job.messages);
    unchanged(&job.watch)
}

fn changed(file: &str) -> Diagnostic {
    Diagnostic::error(Place::file(file), msg!("file-changed-meanwhile"))
}
