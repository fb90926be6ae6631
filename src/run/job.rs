//! How every command ends: what it read is as it was, and what it writes takes the place of nothing that it read.

use std::path::{Path, PathBuf};

use super::{Failure, Findings, Options, fault, manifest};
use crate::diagnostic::Diagnostic;
use crate::output::{MANIFEST, OutputError, OutputFile, Single, Target, Transaction, endangered, touched};
use crate::read::Watch;
use crate::render::{self, Format};
use crate::report::{Item, Table};
use crate::wording::Language;

/// An output folder, from when a command claims it until it is in place.
pub(super) struct Job<'f> {
    findings: &'f Findings,
    target: PathBuf,
    transaction: Transaction,
}

/// What a manifest says of how its files were made.
pub(super) struct Made<'m> {
    /// The language of the files.
    pub language: Language,
    /// Their formats.
    pub formats: &'m [Format],
    /// What was told.
    pub notices: &'m [Diagnostic],
    /// The report's items.
    pub items: &'m [&'m Item],
}

impl Findings {
    /// Claims the output folder: the one that was asked for, or `output/<study>` with an ending.
    pub(super) fn begin(&self, options: &Options, ending: &str) -> Result<Job<'_>, Failure> {
        let own = || Path::new("output").join(format!("{}{ending}", self.study.name));
        let target = options.out.clone().unwrap_or_else(own);
        spare(&self.watch, &target)?;
        Ok(Job { findings: self, transaction: Transaction::begin(&target)?, target })
    }

    /// The end of a command that writes nothing: its answer, unless somebody has changed a file since it was read.
    pub(super) fn answer<T>(&self, answer: T) -> Result<T, Failure> {
        unchanged(&self.watch).map(|()| answer)
    }
}

impl Job<'_> {
    /// Writes the files with their manifest and puts the folder in place, unless somebody has changed a file since it was
    /// read.
    pub(super) fn commit(self, mut files: Vec<OutputFile>, made: &Made<'_>) -> Result<PathBuf, Failure> {
        use rayon::prelude::*;
        let manifest = manifest::manifest(self.findings, made, &files).map_err(fault)?;
        files.push((MANIFEST.to_owned(), manifest));
        files.par_iter().try_for_each(|file| self.transaction.write(file))?;
        unchanged(&self.findings.watch)?;
        self.transaction.commit()?;
        Ok(self.target)
    }
}

/// A single file, from when a command claims it until it is in place.
pub(super) struct FileJob(Single);

impl FileJob {
    /// Claims a file.
    pub(super) fn begin(watch: &Watch, target: Target<'_>) -> Result<Self, Failure> {
        spare(watch, target.path)?;
        Ok(Self(Single::begin(target)?))
    }
}

/// Writes single files, then puts all in place, unless somebody has changed what was read; says where old ones are kept.
pub(super) fn commit_files(watch: &Watch, files: Vec<(FileJob, &[u8])>) -> Result<Vec<PathBuf>, Failure> {
    files.iter().try_for_each(|(FileJob(single), bytes)| single.write(bytes))?;
    unchanged(watch)?;
    let mut kept = Vec::new();
    for (FileJob(single), _) in files {
        kept.extend(single.commit()?);
    }
    Ok(kept)
}

/// Refuses a target in whose way something stands that is read.
fn spare(watch: &Watch, target: &Path) -> Result<(), OutputError> {
    let inputs = endangered(&touched(target), watch.files());
    if inputs.is_empty() {
        return Ok(());
    }
    Err(OutputError::Input { target: target.to_owned(), inputs: inputs.into_iter().map(str::to_owned).collect() })
}

/// Refuses to go on where somebody has changed a file since it was read.
pub(super) fn unchanged(watch: &Watch) -> Result<(), Failure> {
    let changed = watch.changed();
    if changed.is_empty() { Ok(()) } else { Err(Failure::Changed(changed)) }
}

/// Does work that rests on single files; fails where somebody has changed one of them in the meantime.
///
/// # Errors
/// As the work; or [`Failure::Changed`].
pub fn watched<T>(files: &[&Path], work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    let mut watch = Watch::default();
    files.iter().for_each(|path| watch.add(&path.display().to_string(), path));
    let done = work();
    unchanged(&watch).and(done)
}

/// Tables as CSV files in a folder, with `/`, or at the top.
pub(super) fn csv_files<'t>(
    folder: &str,
    tables: impl IntoIterator<Item = &'t Table>,
) -> Result<Vec<OutputFile>, Failure> {
    let file = |table: &Table| Ok((format!("{folder}{}.csv", table.name), render::csv(table).map_err(fault)?));
    tables.into_iter().map(file).collect()
}
