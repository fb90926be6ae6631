//! The recipe of `init`: from a folder of exports to a draft of its declarations.

use std::path::{Path, PathBuf};

use super::job::Job;
use super::{Failure, Options};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::draft::{Draft, Earlier, EarlierCodebook, data_files, draft};
use crate::msg;
use crate::output::Target;
use crate::schema::{self, Declared};
use crate::study::{STUDY_FILE, Study};
use crate::wording::Language;

/// What `init` did.
#[derive(Debug)]
pub struct Initialised {
    /// The draft.
    pub draft: Draft,
    /// The files that were written.
    pub written: Vec<PathBuf>,
    /// Where the files are kept that stood there.
    pub kept: Vec<PathBuf>,
    /// What could not be opened.
    pub messages: Diagnostics,
}

/// Drafts `study.toml` and `report.toml` for a folder, with their schemas beside them; files that are there stay, unless
/// `force` is set. Comments of a new study are in the language given; those that are carried over, in the study's own.
///
/// # Errors
/// [`Failure`]: nothing has been written then.
pub fn init(folder: &Path, from: Option<&Path>, force: bool, language: Language) -> Result<Initialised, Failure> {
    if !folder.is_dir() {
        let place = Place::file(folder.display().to_string());
        return Err(Diagnostic::error(place, msg!("init-folder-missing")).into());
    }
    let mut job = Job::new(Options::default(), &|_| ());
    let earlier = from.map(|from| read_earlier(from, &mut job)).transpose()?;
    data_files(folder).iter().for_each(|file| job.watch.add(file, &folder.join(file)));
    let mut messages = Diagnostics::new();
    let mut draft = draft(folder, earlier.as_ref(), language, &mut messages);
    if earlier.is_none() && !draft.recognised {
        return Err(nothing_recognised(folder, &draft, messages).into());
    }
    draft.study = schema::with_directive(Declared::Study, &draft.study);
    draft.report = schema::with_directive(Declared::Report, &draft.report);
    let schemas = schemas(folder, &draft.study);
    let mut files = vec![(STUDY_FILE.to_owned(), draft.study.as_str()), ("report.toml".to_owned(), &draft.report)];
    files.extend(schemas.iter().map(|(name, text)| ((*name).to_owned(), text.as_str())));
    files.extend(draft.codebook.as_ref().map(|(name, text)| (name.clone(), text.as_str())));
    let mut there = Diagnostics::new();
    for (name, _) in files.iter().filter(|(name, _)| !force && folder.join(name).symlink_metadata().is_ok()) {
        there.push(Diagnostic::error(Place::file(name), msg!("init-file-is-there")));
    }
    if there.has_errors() {
        return Err(there.into());
    }
    let written: Vec<PathBuf> = files.iter().map(|(name, _)| folder.join(name)).collect();
    let texts = files.iter().map(|(_, text)| text.as_bytes());
    let claimed = written.iter().zip(texts).map(|(path, text)| Ok((job.claim(Target { path, force })?, text)));
    let claimed = claimed.collect::<Result<Vec<_>, Failure>>()?;
    let kept = job.put(claimed)?;
    Ok(Initialised { written, kept, messages, draft })
}

/// The schemas that are not there as they are, in the language of the study.
fn schemas(folder: &Path, study: &str) -> Vec<(&'static str, String)> {
    let table = study.parse::<toml::Table>().unwrap_or_default();
    let word = table.get("language").and_then(toml::Value::as_str);
    let language = Language::WORDS.iter().find(|(known, _)| Some(*known) == word).map(|(_, language)| *language);
    let all = Declared::WORDS.map(|(_, declared)| (declared.file(), declared.schema(language.unwrap_or_default())));
    let is_new = |(name, text): &(&str, String)| std::fs::read_to_string(folder.join(name)).ok().as_ref() != Some(text);
    all.into_iter().filter(is_new).collect()
}

/// Why there is nothing to draft: every file with its reason, beside what could not be opened.
fn nothing_recognised(folder: &Path, draft: &Draft, mut messages: Diagnostics) -> Diagnostics {
    for file in &draft.unknown {
        messages.push(Diagnostic::error(Place::file(&file.file), msg!("nothing-recognised", doubt = &file.why)));
    }
    if !messages.has_errors() {
        let place = Place::file(folder.display().to_string());
        messages.push(Diagnostic::error(place, msg!("folder-without-data")));
    }
    messages
}

/// The declarations of an earlier study. It must load, but for its data files: they may be elsewhere by now.
fn read_earlier(folder: &Path, job: &mut Job<'_>) -> Result<Earlier, Diagnostics> {
    let mut text = |name: &str| {
        let path = folder.join(name);
        job.watch(&path);
        std::fs::read_to_string(&path).map_err(|error| {
            let place = Place::file(folder.join(name).display().to_string());
            let message = msg!("earlier-study-unreadable", error = &error);
            Diagnostics::from(Diagnostic::error(place, message))
        })
    };
    let study = schema::without_directive(text(STUDY_FILE)?);
    let table = study.parse::<toml::Table>().unwrap_or_default();
    let year = table.get("year").and_then(toml::Value::as_integer).unwrap_or_default();
    let report = match Study::load(folder) {
        Ok(study) => study.report.value,
        Err(_) => "report.toml".to_owned(),
    };
    let path = table.get("codebook").and_then(toml::Value::as_str).unwrap_or_default().to_owned();
    let codebook = text(&path).ok().map(|text| EarlierCodebook { path, text });
    Ok(Earlier { study, report: schema::without_directive(text(&report)?), year, codebook })
}
