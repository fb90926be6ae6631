//! The files of an audit: which draws a study has. They are read where they are needed.

use std::io::ErrorKind;
use std::path::Path;

use super::Study;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;

/// The folder of audits, in a study's own.
pub const AUDIT: &str = "audit";
/// More draws than anybody makes.
pub const MOST_DRAWS: usize = 9_999;

/// The files of an audit.
#[derive(Clone, Debug, Default)]
pub struct AuditFiles {
    /// The number of the last draw; they go from 1 without a gap. One that is missing is told where it is read.
    pub draws: usize,
    /// The files that are there, from the study's folder.
    pub names: Vec<String>,
}

impl Study {
    /// Finds the files of draws.
    pub(super) fn find_audit(&mut self, messages: &mut Diagnostics) {
        let folder = self.path(AUDIT);
        // A draw would be written through it.
        if !self.may_use(&folder) {
            messages.push(Diagnostic::error(Place::file(AUDIT), msg!("file-outside", file = AUDIT)));
            return;
        }
        let names = match names(&folder) {
            Ok(names) => names,
            // A link that leads nowhere is there, and numbers must not change because what it led to is away.
            Err(error) if error.kind() == ErrorKind::NotFound && std::fs::symlink_metadata(&folder).is_err() => return,
            Err(error) => {
                messages.push(Diagnostic::error(Place::file(AUDIT), msg!("file-unreadable", reason = &error)));
                return;
            }
        };
        for name in names {
            let path = format!("{AUDIT}/{name}");
            match number(&name) {
                None => self.told.push(Diagnostic::notice(Place::file(path), msg!("audit-file-unread"))),
                Some(_) if !self.may_use(&self.path(&path)) => {
                    messages.push(Diagnostic::error(Place::file(&path), msg!("file-outside", file = shown(&path))));
                }
                Some(number) => {
                    self.audit.draws = self.audit.draws.max(number);
                    self.audit.names.push(path);
                }
            }
        }
    }
}

/// The names in the folder, sorted; hidden ones are other programs'.
fn names(folder: &Path) -> std::io::Result<Vec<String>> {
    let entries = std::fs::read_dir(folder)?.collect::<std::io::Result<Vec<_>>>()?;
    let names = entries.iter().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.filter(|name| !name.starts_with('.')).collect();
    names.sort();
    Ok(names)
}

/// The number of a draw's file.
fn number(name: &str) -> Option<usize> {
    let stem = name.strip_prefix("draw-")?;
    let number = stem.strip_suffix(".json").or_else(|| stem.strip_suffix(".csv"))?;
    number.parse().ok().filter(|own: &usize| (1..=MOST_DRAWS).contains(own) && own.to_string() == number)
}
