//! The recipe of `init`: from a folder of exports to a draft of its declarations.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::Failure;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::draft::{Draft, Earlier, draft};
use crate::study::{STUDY_FILE, Study};

/// What `init` did.
#[derive(Debug)]
pub struct Initialised {
    /// The draft.
    pub draft: Draft,
    /// The files that were written.
    pub written: Vec<PathBuf>,
    /// What could not be opened.
    pub messages: Diagnostics,
}

/// Drafts `study.toml` and `report.toml` for a folder; files that are there stay, unless `force` is set.
///
/// # Errors
/// [`Failure`]: nothing has been written then.
pub fn init(folder: &Path, from: Option<&Path>, force: bool) -> Result<Initialised, Failure> {
    if !folder.is_dir() {
        let place = Place::file(folder.display().to_string());
        let message = Diagnostic::error(place, "there is no such folder").expected("a folder with the year's exports");
        return Err(Failure::Input(message.into()));
    }
    let earlier = from.map(read_earlier).transpose().map_err(Failure::Input)?;
    let mut messages = Diagnostics::new();
    let draft = draft(folder, earlier.as_ref(), &mut messages);
    let mut files = vec![(STUDY_FILE.to_owned(), draft.study.as_str()), ("report.toml".to_owned(), &draft.report)];
    files.extend(draft.codebook.as_ref().map(|(name, text)| (name.clone(), *text)));
    let mut there = Diagnostics::new();
    for (name, _) in files.iter().filter(|(name, _)| !force && folder.join(name).symlink_metadata().is_ok()) {
        there.push(
            Diagnostic::error(Place::file(name), "the file is there already, and is not overwritten")
                .action("remove or rename it, or give --force"),
        );
    }
    if there.has_errors() {
        return Err(Failure::Input(there));
    }
    let mut written = Vec::new();
    for (name, text) in files {
        let path = folder.join(&name);
        write(&path, text, force)
            .map_err(|error| Failure::Fault(format!("{} cannot be written: {error}", shown(&name))))?;
        written.push(path);
    }
    Ok(Initialised { draft, written, messages })
}

fn write(path: &Path, text: &str, force: bool) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true);
    if force {
        options.create(true).truncate(true)
    } else {
        options.create_new(true)
    };
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// The declarations of an earlier study. It must load, but for its data files: they may be elsewhere by now.
fn read_earlier(folder: &Path) -> Result<Earlier, Diagnostics> {
    let text = |name: &str| {
        std::fs::read_to_string(folder.join(name)).map_err(|error| {
            let place = Place::file(folder.join(name).display().to_string());
            Diagnostics::from(
                Diagnostic::error(place, format!("the earlier study cannot be read: {error}"))
                    .expected("the folder of a study that insats run reads"),
            )
        })
    };
    let study = text(STUDY_FILE)?;
    let table = study.parse::<toml::Table>().unwrap_or_default();
    let year = table.get("year").and_then(toml::Value::as_integer).unwrap_or_default();
    let report = match Study::load(folder) {
        Ok(study) => study.report.value,
        Err(_) => "report.toml".to_owned(),
    };
    Ok(Earlier { study, report: text(&report)?, year })
}
