//! One at a time: `insats sheet` and `insats collect` read the log of decisions and write what follows from it, so that two of them
//! at once would give out the same answers twice, or take the same codes; `insats forget` erases what they write.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use super::Failure;
use crate::diagnostic::{Diagnostic, Place};
use crate::msg;
use crate::output::hold;
use crate::study::{PRIVATE_FOLDER, STUDY_FILE};

/// The file whose lock says that one of them is running, in the study's private folder.
const LOCK: &str = "sheets.lock";

/// The lock, for as long as it lives.
#[derive(Debug)]
pub(super) struct Alone {
    held: File,
    private: PathBuf,
}

/// Takes the lock; `None` where the folder is no study, which is told elsewhere.
pub(super) fn alone(folder: &Path) -> Result<Option<Alone>, Failure> {
    if !folder.join(STUDY_FILE).is_file() {
        return Ok(None);
    }
    let private = folder.join(PRIVATE_FOLDER);
    match hold(&private.join(LOCK))? {
        Some(held) => Ok(Some(Alone { held, private })),
        None => {
            let place = Place::file(format!("{PRIVATE_FOLDER}/{LOCK}"));
            Err(Diagnostic::error(place, msg!("sheet-running-already")).into())
        }
    }
}

impl Drop for Alone {
    /// Neither the file nor a folder for it alone stays.
    fn drop(&mut self) {
        // What cannot be removed does no harm; a folder that holds more is not removed.
        let _ = fs::remove_file(self.private.join(LOCK));
        let _ = fs::remove_dir(&self.private);
        // Closing the file is not enough: a program that is just being started has a copy of it for a moment.
        let _ = self.held.unlock();
    }
}
