//! The recipe of `insats learn`: final codes of one or more studies → a model file.

use std::path::{Path, PathBuf};

use super::findings::Findings;
use super::job::Job;
use super::{Failure, Options, Stage, fault};
use crate::codebook::Codebook;
use crate::coding::held_back::held_back;
use crate::diagnostic::{Diagnostic, Place, shown};
use crate::learning::{Material, Model, train};
use crate::msg;
use crate::output::Target;
use crate::render;
use crate::report::data;
use crate::study::{CodesFrom, Role, STUDY_FILE};

/// What was learned, and where it is.
#[derive(Debug)]
pub struct LearnSummary {
    /// The model.
    pub model: Model,
    /// Its codebook.
    pub book: Codebook,
    /// Its file.
    pub file: PathBuf,
    /// The file's size in bytes.
    pub size: usize,
    /// The file of predictions, where one was asked for.
    pub predictions: Option<PathBuf>,
    /// Where what stood there is kept.
    pub kept: Vec<PathBuf>,
}

/// The promise where none is asked for: of a hundred accepted codings ninety-five are right.
pub const PROMISE: f64 = 0.95;

/// Learns from studies and writes the model file; where a file is named for them, also the predictions that its quality was
/// measured on.
///
/// # Errors
/// [`Failure`]: nothing has been written then; also where a study has no final sheet, or another codebook than the first.
pub fn learn<'t>(
    folders: &[PathBuf],
    out: impl Into<Target<'t>>,
    predictions: Option<&Path>,
    promise: f64,
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<LearnSummary, Failure> {
    let target = out.into();
    let mut job = Job::new(Options::default(), progress);
    let mut learned: Option<(Codebook, Material)> = None;
    for folder in folders {
        let mut findings = job.find_coded(folder)?;
        findings.codings.read_rules(&findings.book, &findings.input).map_err(fault)?;
        let unseen = held_back(
            &findings.study,
            &findings.book,
            &findings.files,
            &findings.input,
            &findings.codings,
            &mut job.messages,
        );
        let finals = std::mem::take(&mut findings.codings.finals);
        let (book, material) = learned.get_or_insert_with(|| (findings.book.clone(), Material::new(&findings.book)));
        if *book != findings.book {
            job.messages.push(other_codebook(book, &findings.book, &findings.study.name));
            continue;
        }
        material.add(&findings.study.name, &findings.input, &findings.codings, &finals, &unseen);
    }
    job.stop_on_errors()?;
    let has_codes = |material: &Material| {
        material.systems.iter().flat_map(|system| &system.examples).any(|example| example.labels.contains(&true))
    };
    let Some((book, material)) = learned.filter(|(_, material)| has_codes(material)) else {
        return Err(Diagnostic::error(Place::file(STUDY_FILE), msg!("nothing-to-learn-from")).into());
    };
    // Learning takes its time: what cannot be written is said before.
    let claimed = std::iter::once(target.path).chain(predictions);
    let claimed: Vec<_> = claimed.map(|path| job.claim(Target { path, ..target })).collect::<Result<_, _>>()?;
    progress(Stage::Learning);
    let learned = train::learn(&material, &book, promise);
    let text = learned.model.to_json().map_err(fault)?;
    let table = render::csv(&data::predictions::predictions(&learned.predictions)).map_err(fault)?;
    progress(Stage::Writing);
    let size = text.len();
    let kept = job.put(claimed.into_iter().zip([text.into_bytes(), table]).collect())?;
    let (file, predictions) = (target.path.to_owned(), predictions.map(Path::to_owned));
    Ok(LearnSummary { model: learned.model, book, file, size, predictions, kept })
}

impl Job<'_> {
    /// Finds one of several studies: its files are watched under the names that they have from here. A model that it declares
    /// is not among them, so that it can be made anew.
    fn find_coded(&mut self, folder: &Path) -> Result<Findings, Failure> {
        let others = std::mem::take(&mut self.watch);
        // One learns from what has been coded.
        self.drafts = true;
        let findings = self.find(folder, Some(CodesFrom::Final))?;
        let mut own = std::mem::replace(&mut self.watch, others);
        if let Some(model) = &findings.study.model
            && findings.study.uses().iter().all(|file| file.role == Role::Model || file.name != model.value)
        {
            own.forget(&model.value);
        }
        self.watch.add_all(folder, own);
        Ok(findings)
    }
}

fn other_codebook(first: &Codebook, other: &Codebook, study: &str) -> Diagnostic {
    let name = |book: &Codebook| format!("{} {}", shown(&book.id), shown(&book.version));
    let (first, codebook) = (name(first), name(other));
    let message = match first == codebook {
        true => msg!("another-codebook-of-same-name", study, codebook, first),
        false => msg!("another-codebook", study, codebook, first),
    };
    Diagnostic::error(Place::file(STUDY_FILE), message)
}
