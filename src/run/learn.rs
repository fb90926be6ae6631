//! The recipe of `insats learn`: final codes of one or more studies → a model file.

use std::path::PathBuf;

use super::evaluate::groups;
use super::job::{FileJob, commit_files};
use super::{Failure, Findings, Stage, fault, find, stop_on_errors};
use crate::codebook::Codebook;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::learning::{Material, Model, train};
use crate::output::Target;
use crate::read::Watch;
use crate::study::{CodesFrom, Role, STUDY_FILE};

/// What was learned, and where it is.
#[derive(Debug)]
pub struct LearnSummary {
    /// The model.
    pub model: Model,
    /// Its file.
    pub file: PathBuf,
    /// The file's size in bytes.
    pub size: usize,
    /// Where the model is kept that stood there.
    pub kept: Option<PathBuf>,
}

/// The promise where none is asked for: of a hundred accepted codings ninety-five are right.
pub const PROMISE: f64 = 0.95;

/// Learns from studies and writes the model file.
///
/// # Errors
/// [`Failure`]: nothing has been written then; also where a study has no final sheet, or another codebook than the first.
pub fn learn<'t>(
    folders: &[PathBuf],
    out: impl Into<Target<'t>>,
    promise: f64,
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<LearnSummary, Failure> {
    let target = out.into();
    let mut messages = Diagnostics::new();
    let mut watch = Watch::default();
    let mut learned: Option<(Codebook, Material)> = None;
    for folder in folders {
        let mut findings = find(folder, Some(CodesFrom::Final), progress, &mut messages)?;
        findings.codings.read_rules(&findings.book, &findings.input).map_err(fault)?;
        let unseen = groups(&findings, &mut messages);
        let finals = findings.codings.finals.take().unwrap_or_default();
        watch.add_all(folder, read(&mut findings));
        let (book, material) = learned.get_or_insert_with(|| (findings.book.clone(), Material::new(&findings.book)));
        if *book != findings.book {
            messages.push(other_codebook(book, &findings.book, &findings.study.name));
            continue;
        }
        material.add(&findings.study.name, &findings.input, &findings.codings, &finals, &unseen);
    }
    stop_on_errors(messages)?;
    let Some((book, material)) = learned else { return Err(fault("no study was given")) };
    if material.systems.iter().all(|system| !system.examples.iter().any(|e| e.labels.contains(&true))) {
        let nothing = Diagnostic::error(Place::file(STUDY_FILE), "there is nothing to learn from");
        let mut messages = Diagnostics::new();
        messages.push(nothing.expected("interventions with texts and final codes"));
        return Err(Failure::Input(messages));
    }
    // Learning takes its time: what cannot be written is said before.
    let job = FileJob::begin(&watch, target)?;
    progress(Stage::Learning);
    let model = train::learn(&material, &book, promise);
    let text = model.to_json().map_err(fault)?;
    progress(Stage::Writing);
    let kept = commit_files(&watch, vec![(job, text.as_bytes())])?.into_iter().next();
    Ok(LearnSummary { model, file: target.path.to_owned(), size: text.len(), kept })
}

/// The files that were read: a model that the study declares is not among them, so that it can be made anew.
fn read(findings: &mut Findings) -> Watch {
    let study = &findings.study;
    if let Some(model) = &study.model {
        if study.uses().iter().all(|file| file.role == Role::Model || file.name != model.value) {
            findings.watch.forget(&model.value);
        }
    }
    std::mem::take(&mut findings.watch)
}

fn other_codebook(first: &Codebook, other: &Codebook, study: &str) -> Diagnostic {
    let name = |book: &Codebook| format!("{} {}", shown(&book.id), shown(&book.version));
    let found = match name(first) == name(other) {
        true => format!("{study} has another codebook of the same name and version, {}", name(other)),
        false => format!("{study} has the codebook {}", name(other)),
    };
    Diagnostic::error(Place::file(STUDY_FILE), found)
        .expected(format!("{}, as the first study", name(first)))
        .action("learn from studies of one codebook")
}
