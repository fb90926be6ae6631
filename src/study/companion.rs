//! Other studies that a study names: of earlier years, or with the distribution that its requisitions come from.

use std::path::Path;

use super::decode::Declared;
use super::grant_check::check_allocated;
use super::paths::lies_outside;
use super::{STUDY_FILE, Study};
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::msg;

impl Study {
    /// Loads the other studies that this one names.
    pub(super) fn load_companions(&mut self, messages: &mut Diagnostics) {
        let mut paths: Vec<Declared<String>> = self.named_studies().cloned().collect();
        paths.sort_by(|a, b| a.value.cmp(&b.value));
        paths.dedup_by(|a, b| a.value == b.value);
        for path in paths {
            let at = path.value.trim_end_matches('/');
            if !self.may_use(&self.path(at)) {
                messages.push(lies_outside(&path));
                continue;
            }
            match Self::load_as(&self.path(at), &format!("{at}/{STUDY_FILE}")) {
                Ok(mut study) => {
                    study.rebase(&self.folder, at);
                    self.companions.push((path.value, study));
                }
                Err(of_study) => messages.extend(of_study),
            }
        }
    }

    /// The folders of other studies, where they are named.
    pub(super) fn named_studies(&self) -> impl Iterator<Item = &Declared<String>> {
        let missing: Vec<&str> = self.missing_earlier().map(|earlier| earlier.study.value.as_str()).collect();
        let earlier = self.earlier.iter().map(|earlier| &earlier.study);
        let earlier = earlier.filter(move |study| !missing.contains(&study.value.as_str()));
        earlier.chain(self.allocated.iter().filter_map(|allocated| allocated.source.study.as_ref()))
    }

    /// What is wrong with the folder of another study: it is this one, or holds none.
    pub(super) fn check_named_study(&self, path: &Declared<String>) -> Option<Diagnostic> {
        let other = self.path(&path.value);
        if !other.join(STUDY_FILE).is_file() {
            let message = msg!("companion-missing", folder = shown(&path.value));
            return Some(Diagnostic::error(path.place.clone(), message));
        }
        let same = std::fs::canonicalize(&other).ok() == std::fs::canonicalize(&self.folder).ok();
        same.then(|| Diagnostic::error(path.place.clone(), msg!("companion-is-itself", folder = shown(&path.value))))
    }

    /// Names the files as they are reached from another study's folder.
    fn rebase(&mut self, folder: &Path, at: &str) {
        let accounts = self.accounts.iter_mut().map(|account| &mut account.file);
        let registers = self.registers.iter_mut().map(|register| &mut register.file);
        let declared = self.declared.iter_mut().map(|declared| &mut declared.file);
        for file in accounts.chain(declared).chain(registers) {
            file.value = format!("{at}/{}", file.value);
        }
        // What it prints is compared when it is run itself.
        self.printed.clear();
        folder.clone_into(&mut self.folder);
    }

    /// Checks what is taken from other studies, once they are loaded.
    pub(super) fn check_companions(&self, messages: &mut Diagnostics) {
        for (path, companion) in &self.companions {
            check_allocated(self, companion, Some(path), messages);
        }
    }
}
