//! The recipe of `insats evaluate`: the codebook's rules against the final sheet, and what a model adds.

use std::path::{Path, PathBuf};

use super::findings::Findings;
use super::job::{Job, csv_files};
use super::{Failure, Options, Stage};
use crate::coding::blind::{Blind, words};
use crate::coding::evaluation::{self, Evaluation, SEEN};
use crate::coding::held_back::held_back;
use crate::diagnostic::{Diagnostic, Place};
use crate::learning::calibration::wilson;
use crate::learning::evaluation::ModelEvaluation;
use crate::learning::quality::Bin;
use crate::msg;
use crate::output::OutputFile;
use crate::render::{Format, ReliabilityPoint, reliability_svg};
use crate::report::data;
use crate::study::{CodesFrom, STUDY_FILE};
use crate::wording::Language;

/// What was measured, and where it is.
#[derive(Debug)]
pub struct EvaluationSummary {
    /// All results.
    pub evaluation: Evaluation,
    /// How good the model is, where one is given or declared.
    pub model: Option<ModelEvaluation>,
    /// Whether the study lists answers that the rules' author has not seen.
    pub has_held_back: bool,
    /// Whether details were written.
    pub details: bool,
    /// The output folder.
    pub folder: PathBuf,
}

/// What is measured, and how much of it is written.
#[derive(Clone, Copy, Debug, Default)]
pub struct Measuring<'a> {
    /// A model beside the rules; the declared one where none is given.
    pub model: Option<&'a Path>,
    /// Whether what only authors of rules need is written, too.
    pub details: bool,
}

/// Measures the rules and writes `evaluation.csv`, with a model what it adds; with details `confusion.csv`, `patterns.csv`,
/// `missed.csv`, and of a model what it does code by code.
///
/// # Errors
/// [`Failure`]: nothing has been written then; also where the study has no final sheet.
pub fn evaluate(
    folder: &Path,
    options: &Options,
    Measuring { model, details }: Measuring<'_>,
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<EvaluationSummary, Failure> {
    let mut job = Job::new(options.clone(), progress);
    let findings = job.find(folder, Some(CodesFrom::Rules))?;
    let Findings { study, book, input, codings, .. } = &findings;
    let groups = held_back(study, book, &findings.files, input, codings, &mut job.messages);
    codings.report_unsettled(input, &mut job.messages);
    if codings.finals.is_empty() {
        job.messages.push(Diagnostic::error(Place::file(STUDY_FILE), msg!("no-final-sheet-to-measure")));
    }
    job.stop_on_errors()?;
    let finals = codings.finals.clone();
    progress(Stage::Agreement);
    let mut evaluation = evaluation::evaluate(book, input, codings, &finals, &groups);
    // That no rule codes a text would tell whoever reads the same blind.
    let blind = Blind::unread(book, input, codings);
    evaluation.missed.retain(|(domain, text), _| !words(text).is_some_and(|own| blind.has_words(*domain, own)));
    let model = job.model(&findings, model)?;
    let of_model = |model| ModelEvaluation::measure(model, study, book, input, &codings.rules, (&finals, &groups));
    let model = model.map(of_model);
    let texts = study.texts_in_output;
    let outcome = job.outcome(&findings, "-evaluation")?;
    let mut tables = vec![data::evaluation::evaluation(&evaluation)];
    if details {
        tables.extend([
            data::evaluation::confusion(&evaluation),
            data::evaluation::patterns(&evaluation),
            data::evaluation::missed(&evaluation, texts),
        ]);
        tables.extend(model.as_ref().map(data::model::learning_codes));
        tables.extend(model.as_ref().map(data::model::reliability));
    }
    let mut files = csv_files("", &tables)?;
    if let Some(model) = &model {
        files.extend(model_files(model, &findings, outcome.language)?);
    }
    let (folder, _) = outcome.commit(files, &[Format::Csv], &[])?;
    Ok(EvaluationSummary { evaluation, model, has_held_back: !groups.is_empty(), details, folder })
}

/// `learning.csv`, `automatic.csv` and a reliability diagram per domain.
fn model_files(
    evaluation: &ModelEvaluation,
    findings: &Findings,
    language: Language,
) -> Result<Vec<OutputFile>, Failure> {
    let tables = [data::model::learning(evaluation), data::model::automatic(evaluation)];
    let mut files = csv_files("", &tables)?;
    for (domain, quality) in &evaluation.domains {
        let of_bin = |bin: &Bin| ReliabilityPoint {
            probability: bin.mean,
            share: bin.right as f64 / bin.codings as f64,
            interval: wilson(bin.right, bin.codings),
            codings: bin.codings,
        };
        let points: Vec<_> = quality.reliability.iter().filter(|bin| bin.codings > 0).map(of_bin).collect();
        let label = domain.label(language);
        let id = format!("reliability-{domain}");
        let provenance = findings.study.provenance.as_ref().map_or("", |text| text.get(language));
        let svg = reliability_svg(&id, label, provenance, &points, language);
        files.push((format!("figures/{id}.svg"), svg.into_bytes().into()));
    }
    Ok(files)
}

impl EvaluationSummary {
    /// The groups of answers, all of them first.
    pub fn groups(&self) -> Vec<Option<String>> {
        let mut groups = vec![None];
        if self.has_held_back {
            let mut named: Vec<_> = self.evaluation.results.keys().filter_map(|s| s.group.clone()).collect();
            named.sort_by_key(|group| (group != SEEN, group.clone()));
            named.dedup();
            groups.extend(named.into_iter().map(Some));
        }
        groups
    }
}
