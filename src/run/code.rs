//! The recipe of `insats code`: what the codebook's rules say of every intervention, and what people should look at first.

use std::path::{Path, PathBuf};

use super::findings::Findings;
use super::job::Job;
use super::{Failure, Options, Stage};
use crate::codebook::Domain;
use crate::coding::blind::Blind;
use crate::coding::review::{Coded, totals};
use crate::learning::Suggester;
use crate::learning::reading::answers;
use crate::learning::work_list::WorkList;
use crate::money::Amount;
use crate::report::data;
use crate::study::{CodesFrom, Money};
use crate::survey::Unit;

/// What the rules coded.
#[derive(Debug)]
pub struct CodeSummary {
    /// By domain with rules: interventions coded, interventions without a code, funds of those.
    pub domains: Vec<(Domain, usize, usize, Amount)>,
    /// How funds count; `None` in a study without funds.
    pub money: Option<Money>,
    /// How many answers are to be looked at.
    pub review: usize,
    /// How many more are out with coders to be read without suggestions.
    pub blind: usize,
    /// The output folder.
    pub folder: PathBuf,
}

/// Codes a study by rules and writes `data/codings.csv` and `data/review.csv`; what a declared model suggests is in the latter, too.
///
/// # Errors
/// [`Failure`]: nothing has been written then; also where the codebook has no rules.
pub fn code(folder: &Path, options: &Options, progress: &(dyn Fn(Stage) + Sync)) -> Result<CodeSummary, Failure> {
    let mut job = Job::new(options.clone(), progress);
    let findings = job.find(folder, Some(CodesFrom::Rules))?;
    let Findings { study, book, input, codings, weighting, .. } = &findings;
    let coded = Coded { study, book, input, codings, weighting };
    let model = job.model(&findings, None)?;
    let suggester = model.as_ref().map(|model| Suggester::new(model, book));
    let units: Vec<&Unit> = input.units().collect();
    let answers = suggester.as_ref().map(|suggester| answers(suggester, &units, &codings.rules)).unwrap_or_default();
    let list = WorkList::new(&coded, &answers);
    let language = job.language(&findings);
    let blind = Blind::unread(book, input, codings);
    let tables =
        [data::codings(input.units(), codings, &blind, language), data::review::work_list(&coded, &list, language)];
    let folder = job.outcome(&findings, "-code")?.tables("data/", &tables)?;
    Ok(CodeSummary { domains: totals(&coded), money: study.money, review: list.work.len(), blind: list.blind, folder })
}
