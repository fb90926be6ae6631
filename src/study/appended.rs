//! Files that are only ever added to, as they were when the study was read.
//!
//! People go on deciding while a run works. A run counts what was there when it began; lines that were added since change nothing
//! of what it read, so its files are kept as they were and watched by their beginning.

use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

use super::Study;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;

/// The folder of decisions, in a study's own.
pub const DECISIONS: &str = "decisions";
/// What the names of its files end in.
const ENDING: &str = ".jsonl";

/// A file that is only ever added to, as it was.
#[derive(Clone, Debug)]
pub struct Appended {
    /// Its path from the study's folder.
    pub name: String,
    /// What stood in it.
    pub bytes: Arc<[u8]>,
}

impl Study {
    /// Reads the files of decisions, in the order of their names.
    pub(super) fn read_decisions(&mut self, messages: &mut Diagnostics) {
        let folder = self.path(DECISIONS);
        let names = match names(&folder) {
            Ok(names) => names,
            Err(error) => {
                if error.kind() != ErrorKind::NotFound {
                    messages.push(Diagnostic::error(Place::file(DECISIONS), msg!("file-unreadable", reason = &error)));
                }
                return;
            }
        };
        for name in names {
            if !name.ends_with(ENDING) {
                let place = Place::file(format!("{DECISIONS}/{name}"));
                self.told.push(Diagnostic::notice(place, msg!("decisions-file-unread", ending = ENDING)));
                continue;
            }
            let path = folder.join(&name);
            let name = format!("{DECISIONS}/{name}");
            if !self.may_use(&path) {
                messages.push(Diagnostic::error(Place::file(&name), msg!("file-outside", file = shown(&name))));
                continue;
            }
            match std::fs::read(&path) {
                Ok(bytes) => {
                    if bytes.trim_ascii().is_empty() {
                        self.told.push(Diagnostic::notice(Place::file(&name), msg!("decisions-file-empty")));
                    }
                    self.decisions.push(Appended { name, bytes: bytes.into() });
                }
                Err(error) => {
                    messages.push(Diagnostic::error(Place::file(&name), msg!("file-unreadable", reason = &error)));
                }
            }
        }
    }
}

/// The names of the files in the folder of decisions, sorted; hidden ones are other programs'.
fn names(folder: &Path) -> std::io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !name.starts_with('.') && entry.path().is_file() {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}
