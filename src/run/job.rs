//! A command is a job: find, work, outcome, commit.
//!
//! The job holds what every command must not forget: the watch over all files that are read, the messages, the output as one
//! transaction, and its manifest. It ends in one of three ways: an [`Outcome`] becomes a folder, [`Job::put`] writes single
//! files, [`Job::answer`] writes nothing. Each is refused where something is wrong or a file was changed since it was read.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::findings::Findings;
use super::manifest::{self, Made};
use super::{Failure, Options, Stage, fault};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::output::{
    Content, MANIFEST, OutputError, OutputFile, Pieces, Single, Target, Transaction, endangered, put_together, touched,
};
use crate::read::Watch;
use crate::render::{self, CsvReader, Format};
use crate::report::{Item, Table};
use crate::study::{Appended, CsvForm};
use crate::wording::Language;

/// A command from its beginning until it has an outcome.
#[must_use = "a job ends in an outcome, in files, or in an answer"]
pub(super) struct Job<'p> {
    options: Options,
    /// Hears of every stage as it begins.
    pub progress: &'p (dyn Fn(Stage) + Sync),
    /// The files that are read, as they were before.
    pub watch: Watch,
    /// What there is to say so far.
    pub messages: Diagnostics,
    /// Whether the command works with the codes that there are, though some are missing.
    pub drafts: bool,
    /// Files that are read in place of those that the study names.
    pub instead: BTreeMap<String, PathBuf>,
    /// A file of decisions that is read though it is not in place yet.
    pub decided: Option<Appended>,
}

/// What a command has found, from when it claims its output folder until that is in place.
#[must_use = "an outcome is committed"]
pub(super) struct Outcome<'f, 'p> {
    findings: &'f Findings,
    progress: &'p (dyn Fn(Stage) + Sync),
    watch: Watch,
    target: PathBuf,
    transaction: Transaction,
    /// The language of the files.
    pub language: Language,
    /// Whom CSV files are for: programs, but where a run was asked for others.
    csv: CsvForm,
    /// Warnings and notices, worst first.
    pub notices: Vec<Diagnostic>,
}

impl<'p> Job<'p> {
    /// Begins a command.
    pub(super) fn new(options: Options, progress: &'p (dyn Fn(Stage) + Sync)) -> Self {
        Self {
            options,
            progress,
            watch: Watch::default(),
            messages: Diagnostics::new(),
            drafts: false,
            instead: BTreeMap::new(),
            decided: None,
        }
    }

    /// Watches a file that was given on the command line, and says what messages call it.
    pub(super) fn watch(&mut self, path: &Path) -> String {
        let name = path.display().to_string();
        self.watch.add(&name, path);
        name
    }

    /// The language of what is written: the one that was asked for, else the study's.
    pub(super) fn language(&self, findings: &Findings) -> Language {
        self.options.language.unwrap_or(findings.study.language)
    }

    /// Stops where something is wrong so far, before work that rests on it.
    pub(super) fn stop_on_errors(&mut self) -> Result<(), Failure> {
        if self.messages.has_errors() { Err(std::mem::take(&mut self.messages).into()) } else { Ok(()) }
    }

    /// Claims the output folder: the one that was asked for, or `output/<study>` with an ending.
    pub(super) fn outcome<'f>(self, findings: &'f Findings, ending: &str) -> Result<Outcome<'f, 'p>, Failure> {
        let language = self.language(findings);
        let notices = stop_on_errors(self.messages)?;
        let own = || Path::new("output").join(format!("{}{ending}", findings.study.name));
        let target = self.options.out.unwrap_or_else(own);
        spare(&self.watch, &target)?;
        let transaction = Transaction::begin(&target)?;
        let (progress, watch, csv) = (self.progress, self.watch, CsvForm::Programs);
        Ok(Outcome { findings, progress, watch, target, transaction, language, csv, notices })
    }

    /// The end of a command that writes nothing.
    pub(super) fn answer<T>(self, answer: T) -> Result<T, Failure> {
        stop_on_errors(self.messages)?;
        unchanged(&self.watch).map(|()| answer)
    }

    /// Claims a single file.
    pub(super) fn claim(&self, target: Target<'_>) -> Result<Single, Failure> {
        spare(&self.watch, target.path)?;
        Ok(Single::begin(target)?)
    }

    /// Writes tables into a folder as CSV files, and leaves alone what else stands there; says where they are, and where old ones
    /// are kept.
    pub(super) fn put_tables(
        self,
        tables: &[Table],
        folder: Target<'_>,
    ) -> Result<(Vec<PathBuf>, Vec<PathBuf>), Failure> {
        let (mut written, mut claimed, mut texts) = (Vec::new(), Vec::new(), Vec::new());
        for (name, content) in csv_files("", tables)? {
            let Content::Bytes(bytes) = content else { continue };
            let path = folder.path.join(name);
            claimed.push(self.claim(Target { path: &path, ..folder })?);
            written.push(path);
            texts.push(bytes);
        }
        let kept = self.put(claimed.into_iter().zip(texts.iter().map(Vec::as_slice)).collect())?;
        Ok((written, kept))
    }

    /// Writes single files, then puts all in place; says where old ones are kept.
    pub(super) fn put(self, files: Vec<(Single, impl AsRef<[u8]>)>) -> Result<Vec<PathBuf>, Failure> {
        stop_on_errors(self.messages)?;
        files.iter().try_for_each(|(single, bytes)| single.write(bytes.as_ref()))?;
        unchanged(&self.watch)?;
        Ok(Single::commit_all(files.into_iter().map(|(single, _)| single).collect())?)
    }

    /// Writes new versions of files that are read beside their places, without putting them there.
    pub(super) fn stage(&self, path: &Path, bytes: &[u8]) -> Result<Single, Failure> {
        let single = Single::begin(Target { path, force: true })?;
        single.write(bytes)?;
        Ok(single)
    }

    /// Puts files in place that were written before, all or none; says where old ones are kept. Files of a study that has its `home`
    /// belong together, also where the program is killed meanwhile.
    pub(super) fn put_staged(self, staged: Vec<Single>, home: Option<&Path>) -> Result<Vec<PathBuf>, Failure> {
        stop_on_errors(self.messages)?;
        unchanged(&self.watch)?;
        Ok(match home {
            Some(home) => put_together(staged, home)?,
            None => Single::commit_all(staged)?,
        })
    }
}

impl Outcome<'_, '_> {
    /// Says whom its CSV files are for.
    pub(super) fn with_csv_for(mut self, csv: CsvForm) -> Self {
        self.csv = csv;
        self
    }

    /// Writes tables as CSV files, and nothing else.
    pub(super) fn tables(self, folder: &str, tables: &[Table]) -> Result<PathBuf, Failure> {
        let files = csv_files(folder, tables)?;
        self.commit(files, &[Format::Csv], &[]).map(|(folder, _)| folder)
    }

    /// Begins a file that is too long to be held whole.
    pub(super) fn pieces(&self, name: &str) -> Result<Pieces, Failure> {
        Ok(self.transaction.pieces(name)?)
    }

    /// Writes the files with their manifest and puts the folder in place; gives it with the notices.
    pub(super) fn commit(
        self,
        mut files: Vec<OutputFile>,
        formats: &[Format],
        items: &[&Item],
    ) -> Result<(PathBuf, Vec<Diagnostic>), Failure> {
        use rayon::prelude::*;
        (self.progress)(Stage::Writing);
        let made = Made { language: self.language, formats, csv: self.csv, notices: &self.notices, items };
        let manifest = manifest::manifest(self.findings, &made, &files).map_err(fault)?;
        files.push((MANIFEST.to_owned(), manifest.into()));
        files.par_iter().try_for_each(|file| self.transaction.write(file))?;
        unchanged(&self.watch)?;
        self.transaction.commit()?;
        Ok((self.target, self.notices))
    }
}

/// The messages that do not stop a command, or the failure of those that do.
fn stop_on_errors(messages: Diagnostics) -> Result<Vec<Diagnostic>, Failure> {
    if messages.has_errors() {
        return Err(messages.into());
    }
    Ok(messages.sorted().into_iter().cloned().collect())
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

/// Tables as CSV files for programs in a folder, with `/`, or at the top.
pub(super) fn csv_files<'t>(
    folder: &str,
    tables: impl IntoIterator<Item = &'t Table>,
) -> Result<Vec<OutputFile>, Failure> {
    tables.into_iter().map(|table| csv_file(folder, table, CsvReader::Programs)).collect()
}

/// A table as a CSV file for somebody.
pub(super) fn csv_file(folder: &str, table: &Table, reader: CsvReader<'_>) -> Result<OutputFile, Failure> {
    Ok((format!("{folder}{}.csv", table.name), render::csv_for(table, reader).map_err(fault)?.into()))
}
