//! Texts that were coded are kept in the study's private folder, and forgotten.

use std::path::{Path, PathBuf};

use super::Failure;
use super::job::Job;
use crate::decisions::KeptTexts;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::msg;
use crate::output::{Single, Target, erase};
use crate::study::{PRIVATE_FOLDER, STUDY_FILE, Study, TEXTS_FILE};

/// By which version control leaves the private folder alone.
pub(super) const IGNORE: (&str, &str) = (".gitignore", "*\n");

/// Texts that are to be kept.
pub(super) struct Keeping {
    /// The files to write, with what is to stand in them; none where nothing is new.
    pub files: Vec<(Single, Vec<u8>)>,
    /// How many texts were kept nowhere before.
    pub new: usize,
    /// What is wrong with the file that is there.
    pub told: Vec<Diagnostic>,
}

impl Job<'_> {
    /// Claims the files in which a study keeps texts, for what `keep` adds to those that are there.
    pub(super) fn keep_texts(&mut self, study: &Study, keep: impl FnOnce(&mut KeptTexts)) -> Result<Keeping, Failure> {
        self.watch.forget(TEXTS_FILE);
        // Claimed before it is read: nobody else adds to it in the meantime.
        let single = self.claim(Target { path: &study.path(TEXTS_FILE), force: true })?.private();
        let mut messages = Diagnostics::new();
        let mut texts = KeptTexts::load(study, &mut messages);
        let before = texts.len();
        keep(&mut texts);
        let told = messages.sorted().into_iter().cloned().collect();
        let new = texts.len() - before;
        if new == 0 || !texts.is_ours() {
            return Ok(Keeping { files: Vec::new(), new: 0, told });
        }
        let single = if texts.is_whole() { single.without_old() } else { single };
        let mut files = Vec::new();
        let (name, ignore) = IGNORE;
        let path = study.path(PRIVATE_FOLDER).join(name);
        if !path.exists() {
            files.push((self.claim(Target::from(&path))?, ignore.into()));
        }
        files.push((single, texts.to_text().into_bytes()));
        Ok(Keeping { files, new, told })
    }
}

/// What was forgotten.
#[derive(Debug)]
pub struct ForgetSummary {
    /// How many texts.
    pub texts: usize,
    /// The files that were erased.
    pub files: Vec<PathBuf>,
    /// What else stands in the private folder, and stays: a list to decide from has wordings, too.
    pub others: Vec<PathBuf>,
}

/// Erases the texts that a study has kept. Locks and everything else stay; also where something is wrong in the study.
///
/// # Errors
/// [`Failure`]: there is no study, or the machine refuses; something may have been erased then.
pub fn forget(folder: &Path) -> Result<ForgetSummary, Failure> {
    let declared = folder.join(STUDY_FILE);
    if let Err(error) = std::fs::metadata(&declared) {
        let place = Place::file(declared.display().to_string());
        return Err(Diagnostic::error(place, msg!("declarations-unreadable", reason = &error)).into());
    }
    let path = folder.join(TEXTS_FILE);
    let bytes = std::fs::read(&path).unwrap_or_default();
    // What is wrong in it goes away with it.
    let texts = KeptTexts::parse(&bytes, &mut Diagnostics::new()).len();
    let files = erase(&path)?;
    let there = std::fs::read_dir(folder.join(PRIVATE_FOLDER)).into_iter().flatten().flatten();
    let mut others: Vec<PathBuf> =
        there.filter(|entry| entry.file_name() != IGNORE.0).map(|entry| entry.path()).collect();
    others.sort();
    Ok(ForgetSummary { texts, files, others })
}
