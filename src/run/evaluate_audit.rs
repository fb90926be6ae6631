//! The recipe of `insats audit --evaluate`: how good rules and suggestions are this year, from which probability suggestions may be accepted,
//! and what follows for every number.

use std::path::{Path, PathBuf};

use super::estimated::{promises, report};
use super::findings::Findings;
use super::job::Job;
use super::standing::none_drawn;
use super::{Failure, Options, Stage};
use crate::audit::precision::{Precision, precision};
use crate::audit::promise::Promise;
use crate::audit::{Frame, Standing, estimates, main_codes};
use crate::codebook::Domain;
use crate::learning::declared::declared;
use crate::report::data;
use crate::study::{CodesFrom, Money};

/// What a sample says.
#[derive(Debug)]
pub struct AuditEvaluation {
    /// The sample.
    pub standing: Standing,
    /// How funds count; `None` in a study without funds.
    pub money: Option<Money>,
    /// By domain, how good rules and accepted suggestions are: all main codes together first.
    pub precision: Vec<(Domain, Vec<Precision>)>,
    /// By domain, what suggestions can promise; nothing where the study has no model.
    pub promises: Vec<(Domain, Promise)>,
    /// Whether the study declares the model that was audited: by another nothing is accepted from these thresholds.
    pub is_of_model: bool,
    /// The output folder.
    pub folder: PathBuf,
}

/// Evaluates an audit that is wholly read, and writes `precision.csv`, `thresholds.csv`, `curve.csv` and `estimates.csv`.
///
/// # Errors
/// [`Failure`]: nothing has been written then; also where nothing was drawn, or the sample is not wholly read.
pub fn evaluate_audit(
    folder: &Path,
    options: &Options,
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<AuditEvaluation, Failure> {
    let mut job = Job::new(options.clone(), progress);
    // What coders differ on beside the sample is no matter of the audit.
    job.drafts = true;
    let findings = job.find(folder, Some(CodesFrom::Best))?;
    let Findings { study, book, input, codings, weighting, ledger, audit, .. } = &findings;
    let audit = audit.as_ref().ok_or_else(none_drawn)?;
    let joined = audit.join(input, codings, weighting);
    let standing = joined.standing();
    report(&standing, false, &mut job.messages);
    job.stop_on_errors()?;
    progress(Stage::Agreement);
    let frames = joined.frames(book);
    let of_frame = |own: &Frame| (own.domain, precision(own, &main_codes(book, own.domain)));
    let precision: Vec<(Domain, Vec<Precision>)> = frames.iter().map(of_frame).collect();
    let promises = promises(&joined, book);
    let model = declared(study, book).transpose()?;
    let is_of_model = model.is_some_and(|model| joined.audit().model() == Some(model.checksum.as_str()));
    let tables = [
        data::audit::precision(&precision, book),
        data::audit::thresholds(&promises),
        data::audit::curve(&promises),
        data::audit::estimates(&estimates(&frames, ledger), ledger, study.money),
    ];
    let folder = job.outcome(&findings, "-audit")?.tables("", &tables)?;
    Ok(AuditEvaluation { standing, money: study.money, precision, promises, is_of_model, folder })
}
