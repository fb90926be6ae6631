//! The recipe of `insats forget`: texts that a study has kept are erased, and what was given out to people.

use std::path::{Path, PathBuf};

use super::Failure;
use super::accept::{LIST, is_unfilled};
use super::alone::alone;
use super::texts::IGNORE;
use crate::decisions::KeptTexts;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::msg;
use crate::output::{GIVEN_OUT, GivenOut, erase, files_in};
use crate::study::{PRIVATE_FOLDER, STUDY_FILE, TEXTS_FILE};

/// What was forgotten.
#[derive(Debug)]
pub struct ForgetSummary {
    /// How many texts.
    pub texts: usize,
    /// The files that were erased.
    pub files: Vec<PathBuf>,
    /// What else stands in the private folder, and stays: the program did not write it there.
    pub others: Vec<PathBuf>,
}

/// Erases the texts that a study has kept, and what the program wrote into the private folder for people to fill in. Locks and
/// everything else stay; also where something is wrong in the study. What somebody has written into and not given back stops it,
/// unless `all` is to go.
///
/// # Errors
/// [`Failure`]: there is no study, a file has been written into (nothing has been erased then), or the machine refuses; something may
/// have been erased then.
pub fn forget(folder: &Path, all: bool) -> Result<ForgetSummary, Failure> {
    let declared = folder.join(STUDY_FILE);
    if let Err(error) = std::fs::metadata(&declared) {
        let place = Place::file(declared.display().to_string());
        return Err(Diagnostic::error(place, msg!("declarations-unreadable", reason = &error)).into());
    }
    let _alone = alone(folder)?;
    let path = folder.join(TEXTS_FILE);
    let bytes = std::fs::read(&path).unwrap_or_default();
    // What is wrong in it goes away with it.
    let texts = KeptTexts::parse(&bytes, &mut Diagnostics::new()).len();
    let private = folder.join(PRIVATE_FOLDER);
    let given = GivenOut::load(&private);
    // An earlier version kept no list of what it gave out.
    let is_ours = |name: &str| given.has(name) || name == LIST || name.starts_with(&format!("{LIST}.bak"));
    // A lock holds no texts.
    let own = |name: &str| [GIVEN_OUT, IGNORE.0].contains(&name) || name.ends_with(".lock");
    let (ours, others): (Vec<_>, Vec<_>) = files_in(&private)
        .into_iter()
        .filter(|(name, at)| !own(name) && !is_of(&path, at))
        .partition(|(name, _)| is_ours(name));
    let is_given_back = |(name, at): &(String, PathBuf)| {
        std::fs::read(at).is_ok_and(|bytes| given.is_as_known(name, &bytes)) || (name == LIST && is_unfilled(at))
    };
    let filled: Vec<&(String, PathBuf)> = ours.iter().filter(|file| !all && !is_given_back(file)).collect();
    if !filled.is_empty() {
        let mut wrong = Diagnostics::new();
        for (name, _) in filled {
            let place = Place::file(format!("{PRIVATE_FOLDER}/{name}"));
            wrong.push(Diagnostic::error(place, msg!("private-file-filled-in")));
        }
        return Err(wrong.into());
    }
    let mut files = erase(&path)?;
    for (_, at) in ours {
        if at.symlink_metadata().is_ok() {
            files.extend(erase(&at)?);
        }
    }
    if given.has_any() {
        erase(&private.join(GIVEN_OUT))?;
    }
    Ok(ForgetSummary { texts, files, others: others.into_iter().map(|(_, at)| at).collect() })
}

/// Whether a file is another, or a copy of it that stands beside it.
fn is_of(file: &Path, at: &Path) -> bool {
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    at.parent() == file.parent()
        && name(at).strip_prefix(&name(file)).is_some_and(|rest| rest.is_empty() || rest.starts_with(".bak"))
}
