//! The recipe of `insats status`: how far a study has come, while answers go on arriving and people code.

use std::path::{Path, PathBuf};

use super::job::Job;
use super::standing::{LeftToReaders, audit_standing};
use super::{Failure, Options, Stage, fault};
use crate::audit::Standing;
use crate::coding::reworded::Reworded;
use crate::coding::status::{Coded, Status};
use crate::diagnostic::{Diagnostics, Severity};
use crate::output::Target;
use crate::report::data;
use crate::study::{Money, WeightingScope};
use crate::survey::Input;
use crate::weighting::Weighting;

/// How many answers that wait for a decision are shown.
const REWORDED: usize = 5;

/// How far a study has come, and where its work lists are.
#[derive(Debug)]
pub struct StatusSummary {
    /// What there is to tell.
    pub status: Status,
    /// How far an audit is read, where one was drawn.
    pub audit: Option<Standing>,
    /// The first answers that wait for a decision, with what they say: for a terminal, and for no file.
    pub reworded: Vec<Reworded>,
    /// The work lists that were written; none where no folder was asked for.
    pub written: Vec<PathBuf>,
    /// Where files are kept that stood there.
    pub kept: Vec<PathBuf>,
}

/// Tells how far a study has come; what is wrong in its data does not stop it where that need not be. Work lists are written into
/// a folder where one is asked for.
///
/// # Errors
/// [`Failure`]: the study cannot be read, or the work lists cannot be written.
pub fn status(
    folder: &Path,
    lists: Option<Target<'_>>,
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<StatusSummary, Failure> {
    let mut job = Job::new(Options::default(), progress);
    let study = job.declared(folder)?;
    let (book, input, mut codings) = job.coded_so_far(&study)?;
    let choice = codings.choose(None, &study);
    codings.settle_silently(choice, &book, &input).map_err(fault)?;
    let mut of_codes = Diagnostics::new();
    codings.report_gaps(choice, &book, &input, &mut of_codes);
    let weighting = weighted(&input, study.money);
    // They are told by check; a status goes on.
    let (mut errors, mut audit) = (std::mem::take(&mut job.messages).count(Severity::Error), None);
    match audit_standing(&study, &book, &input, &codings, &weighting) {
        Ok(own) => audit = own,
        Err(messages) => errors += messages.count(Severity::Error),
    }
    let coded = Coded { study: &study, book: &book, input: &input, codings: &codings, weighting: &weighting };
    let mut status = coded.status(errors, of_codes.count(Severity::Error));
    LeftToReaders::new(audit.as_ref(), &book, &input).leave_out(&mut status.to_code, |own| (&own.id, own.domain));
    let reworded = coded.reworded(&status, REWORDED);
    let Some(folder) = lists else {
        return job.answer(StatusSummary { status, audit, reworded, written: Vec::new(), kept: Vec::new() });
    };
    let (written, kept) = job.put_tables(&data::status::lists(&status), folder)?;
    Ok(StatusSummary { status, audit, reworded, written, kept })
}

/// The funds that count; as reported, as long as something stops the weighting.
pub(super) fn weighted(input: &Input, money: Option<Money>) -> Weighting {
    let mut messages = Diagnostics::new();
    let weighting = Weighting::new(input, money, &mut messages);
    if !messages.has_errors() {
        return weighting;
    }
    let reported = money.map(|money| Money { weighting: WeightingScope::None, ..money });
    Weighting::new(input, reported, &mut Diagnostics::new())
}
