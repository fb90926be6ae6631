//! The recipe of `insats learn`: final codes of one or more studies → a model file.

use std::path::{Path, PathBuf};

use super::evaluate::groups;
use super::{Failure, Stage, fault, find, stop_on_errors};
use crate::codebook::Codebook;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::learning::{Material, Model, train};
use crate::output::OutputError;
use crate::study::{CodesFrom, STUDY_FILE};

/// What was learned, and where it is.
#[derive(Debug)]
pub struct LearnSummary {
    /// The model.
    pub model: Model,
    /// Its file.
    pub file: PathBuf,
    /// The file's size in bytes.
    pub size: usize,
}

/// The promise where none is asked for: of a hundred accepted codings ninety-five are right.
pub const PROMISE: f64 = 0.95;

/// Learns from studies and writes the model file.
///
/// # Errors
/// [`Failure`]: nothing has been written then; also where a study has no final sheet, or another codebook than the first.
pub fn run_learn(
    folders: &[PathBuf],
    out: &Path,
    promise: f64,
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<LearnSummary, Failure> {
    let mut messages = Diagnostics::new();
    let mut learned: Option<(Codebook, Material)> = None;
    for folder in folders {
        let mut findings = find(folder, Some(CodesFrom::Final), progress, &mut messages)?;
        findings.codings.read_rules(&findings.book, &findings.input).map_err(fault)?;
        let unseen = groups(&findings, &mut messages);
        let finals = findings.codings.finals.take().unwrap_or_default();
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
    progress(Stage::Learning);
    let model = train::learn(&material, &book, promise);
    let text = model.to_json().map_err(fault)?;
    progress(Stage::Writing);
    write(out, text.as_bytes())?;
    Ok(LearnSummary { model, file: out.to_owned(), size: text.len() })
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

/// Writes a file in one step: whoever reads it sees the old one or the new one.
fn write(path: &Path, bytes: &[u8]) -> Result<(), OutputError> {
    let error = |error| OutputError::Io { what: format!("{} cannot be written", path.display()), error };
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(error)?;
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    let part = path.with_file_name(name);
    let written = std::fs::write(&part, bytes).and_then(|()| std::fs::rename(&part, path));
    if written.is_err() {
        // What is left of it helps nobody; that it cannot be removed, either, adds nothing to the first error.
        let _ = std::fs::remove_file(&part);
    }
    written.map_err(error)
}
