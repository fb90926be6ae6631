//! The recipe of `insats code`: what the codebook's rules say of every intervention, and what people should look at first.

use std::path::{Path, PathBuf};

use super::findings::Findings;
use super::job::Job;
use super::{Failure, Options, Stage};
use crate::codebook::Domain;
use crate::coding::review::{Coded, review, totals, uncoded};
use crate::money::Amount;
use crate::report::data;
use crate::study::{CodesFrom, Money};

/// What the rules coded.
#[derive(Debug)]
pub struct CodeSummary {
    /// By domain with rules: interventions coded, interventions without a code, funds of those.
    pub domains: Vec<(Domain, usize, usize, Amount)>,
    /// How funds count; `None` in a study without funds.
    pub money: Option<Money>,
    /// How many rows the review list has.
    pub review: usize,
    /// The output folder.
    pub folder: PathBuf,
}

/// Codes a study by rules and writes `data/codings.csv`, `data/uncoded.csv` and `data/review.csv`.
///
/// # Errors
/// [`Failure`]: nothing has been written then; also where the codebook has no rules.
pub fn code(folder: &Path, options: &Options, progress: &(dyn Fn(Stage) + Sync)) -> Result<CodeSummary, Failure> {
    let mut job = Job::new(options.clone(), progress);
    let findings = job.find(folder, Some(CodesFrom::Rules))?;
    let Findings { study, book, input, codings, weighting, .. } = &findings;
    let coded = Coded { study, book, input, codings, weighting };
    let review = review(&coded);
    let language = job.language(&findings);
    let tables = [
        data::codings(input.units(), codings, language),
        data::review::concerns("uncoded", &uncoded(&coded), study.money, language),
        data::review::concerns("review", &review, study.money, language),
    ];
    let folder = job.outcome(&findings, "-code")?.tables("data/", &tables)?;
    Ok(CodeSummary { domains: totals(&coded), money: study.money, review: review.len(), folder })
}
