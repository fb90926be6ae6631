//! The recipe of `insats suggest`: what a model says of every intervention, what may be accepted, and what people should
//! read first.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::findings::Findings;
use super::job::Job;
use super::{Failure, Options, Stage};
use crate::codebook::Domain;
use crate::coding::blind::Blind;
use crate::coding::review::Coded;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::learning::declared::{declared, note_changed_rules};
use crate::learning::drift::{self, Drift};
use crate::learning::reading::{DomainSuggestions, answers, automatic};
use crate::learning::work_list::WorkList;
use crate::learning::{Model, Suggester};
use crate::msg;
use crate::report::data;
use crate::study::{CodesFrom, STUDY_FILE};
use crate::survey::Unit;

/// What was suggested, and where it is.
#[derive(Debug)]
pub struct SuggestSummary {
    /// By domain.
    pub domains: BTreeMap<Domain, DomainSuggestions>,
    /// Interventions in which no domain is left to read.
    pub automatic: usize,
    /// Interventions.
    pub interventions: usize,
    /// Minutes that a person needs for an intervention.
    pub minutes: f64,
    /// From which probability suggestions are accepted by an audit, in words; or that it is of another model.
    pub audited: Vec<Diagnostic>,
    /// Areas whose texts differ from what the model learned from, in words.
    pub drift: Vec<Diagnostic>,
    /// How many answers are out with coders to be read without suggestions, and not in the list.
    pub blind: usize,
    /// The output folder.
    pub folder: PathBuf,
}

impl SuggestSummary {
    /// The hours saved: each automatic answer saves its part of an intervention's minutes.
    pub fn hours(&self) -> f64 {
        let answers: usize = self.domains.values().map(|d| d.answers).sum();
        let automatic: usize = self.domains.values().map(|d| d.automatic).sum();
        self.minutes * self.interventions as f64 * automatic as f64 / answers.max(1) as f64 / 60.0
    }
}

/// Suggests codes and writes `data/suggestions.csv`, `data/review.csv` and `data/drift.csv`.
///
/// # Errors
/// [`Failure`]: nothing has been written then; also where there is no model, or one for another codebook.
pub fn suggest(
    folder: &Path,
    options: &Options,
    model: Option<&Path>,
    minutes: f64,
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<SuggestSummary, Failure> {
    let mut job = Job::new(options.clone(), progress);
    let findings = job.find(folder, Some(CodesFrom::Rules))?;
    let Findings { study, book, input, codings, weighting, .. } = &findings;
    let model = job.model(&findings, model)?.ok_or_else(no_model)?;
    note_changed_rules(&model, book, &mut job.messages);
    progress(Stage::Learning);
    let suggester = Suggester::new(&model, book);
    let included: Vec<&Unit> = input.units().collect();
    let mut answers = answers(&suggester, &included, &codings.rules);
    let mut told = Diagnostics::new();
    if let Some(own) = findings.thresholds.as_ref().filter(|own| own.fit(&model, &mut told)) {
        answers.iter_mut().for_each(|answer| own.decide(answer.domain, &mut answer.suggestions));
    }
    let audited: Vec<Diagnostic> = told.sorted().into_iter().cloned().collect();
    job.messages.extend(told);
    let drifts = drift::measure(&suggester, input, &codings.rules);
    let drift: Vec<Diagnostic> = drifts.iter().filter_map(Drift::warning).collect();
    job.messages.push_all(&drift);
    let coded = Coded { study, book, input, codings, weighting };
    let list = WorkList::new(&coded, &answers);
    let tables = [
        data::suggestions::suggestions(&answers, &Blind::unread(book, input, codings)),
        data::review::work_list(&coded, &list, job.language(&findings)),
        data::drift::drift(&drifts),
    ];
    let folder = job.outcome(&findings, "-suggestions")?.tables("data/", &tables)?;
    let (domains, automatic) = automatic(&answers);
    let (interventions, blind) = (included.len(), list.blind);
    Ok(SuggestSummary { domains, automatic, interventions, minutes, audited, drift, blind, folder })
}

impl Job<'_> {
    /// The model given on the command line, which is watched from now on, else the declared one; `None` where there is
    /// neither.
    pub(super) fn model(&mut self, findings: &Findings, given: Option<&Path>) -> Result<Option<Model>, Diagnostic> {
        match given {
            None => declared(&findings.study, &findings.book).transpose(),
            Some(path) => {
                let name = self.watch(path);
                Model::load(path, &name, &findings.book).map(Some)
            }
        }
    }
}

fn no_model() -> Diagnostic {
    Diagnostic::error(Place::file(STUDY_FILE), msg!("no-model-declared"))
}
