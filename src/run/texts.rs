//! The study's private folder: texts that were coded are kept there, and what is given out to people.

use std::path::{Path, PathBuf};

use super::Failure;
use super::job::Job;
use crate::decisions::KeptTexts;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::output::{GivenOut, Single, Target, give_out};
use crate::study::{PRIVATE_FOLDER, Study, TEXTS_FILE};

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

impl Job<'_> {
    /// Puts files into the study's private folder, by their names there, which are known from then on as given out to people:
    /// `forget` erases them as long as nobody has written into them. Says where old ones are kept.
    pub(super) fn put_private(
        mut self,
        study: &Study,
        files: Vec<(&str, Single, Vec<u8>)>,
    ) -> Result<Vec<PathBuf>, Failure> {
        self.stop_on_errors()?;
        let folder = study.path(PRIVATE_FOLDER);
        for (name, _, bytes) in &files {
            give_out(&folder, name, bytes)?;
        }
        let (name, ignore) = IGNORE;
        let ignored = folder.join(name);
        let mut all: Vec<(Single, Vec<u8>)> = Vec::new();
        if !ignored.exists() {
            all.push((self.claim(Target::from(&ignored))?, ignore.into()));
        }
        all.extend(files.into_iter().map(|(_, single, bytes)| (single.private(), bytes)));
        self.put(all)
    }
}

/// Knows a file of the private folder by what it holds now: all of it has been taken back. One that stands elsewhere is none of
/// ours.
pub(super) fn taken_back(study: &Study, path: &Path) -> Result<(), Failure> {
    let folder = study.path(PRIVATE_FOLDER);
    let (Ok(folder), Ok(path)) = (folder.canonicalize(), path.canonicalize()) else { return Ok(()) };
    let Ok(name) = path.strip_prefix(&folder) else { return Ok(()) };
    let name = name.to_string_lossy().replace('\\', "/");
    if let (true, Ok(bytes)) = (GivenOut::load(&folder).has(&name), std::fs::read(&path)) {
        give_out(&folder, &name, &bytes)?;
    }
    Ok(())
}
