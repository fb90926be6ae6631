//! Where a study's files are: in its folder, or where `outside` lets it go; and what is told of those that are not there.

use std::path::{Component, Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

use super::{Declared, Study};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, nearest, shown};
use crate::msg;

impl Study {
    /// The files that the study itself names, each where it is named first.
    fn named_files(&self) -> Vec<&Declared<String>> {
        let mut seen = std::collections::BTreeSet::new();
        let named = self.uses().into_iter().filter_map(|one| one.named);
        named.filter(|file| seen.insert(file.value.as_str())).collect()
    }

    /// Warnings of paths that `outside` lists and that do not exist.
    pub(super) fn outside_of_nothing(&self, name: &str) -> Diagnostics {
        let mut told = Diagnostics::new();
        let is_told = |outside: &str| self.missing_earlier().any(|own| own.study.value == outside);
        let missing = self.limits.outside.iter().filter(|outside| !self.path(outside).exists());
        for outside in missing.filter(|outside| !is_told(outside)) {
            let message = msg!("outside-missing", path = shown(outside));
            told.push(Diagnostic::warning(Place::file(name), message));
        }
        told
    }

    /// Whether a path leads into the study's folder or to what `outside` lists, symbolic links followed.
    pub(super) fn may_use(&self, path: &Path) -> bool {
        let real = resolved(path);
        let allowed = self.limits.outside.iter().map(|outside| self.path(outside));
        std::iter::once(self.folder.clone()).chain(allowed).any(|folder| real.starts_with(resolved(&folder)))
    }

    pub(super) fn check_files(&self, messages: &mut Diagnostics) {
        // A name that is missing has been reported already.
        for file in self.named_files().into_iter().filter(|file| !file.value.is_empty()) {
            let path = self.path(&file.value);
            if !self.may_use(&path) {
                // Whether it exists is not told.
                messages.push(lies_outside(file));
                continue;
            }
            if path.is_file() {
                continue;
            }
            let parent = path.parent().unwrap_or(Path::new("."));
            let declared: Vec<PathBuf> = self.named_files().iter().map(|f| self.path(&f.value)).collect();
            let there = names_in(parent);
            let (used, free): (Vec<&str>, Vec<&str>) =
                there.iter().map(String::as_str).partition(|name| declared.contains(&parent.join(name)));
            let wrong = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
            // A file that is named elsewhere is meant there: `kodare-a.csv` is not `kodare-b.csv`, but `enkat.csv` is `enkät.csv`.
            let is_same = |name: &&str| without_marks(name) == without_marks(&wrong);
            let near = nearest(&wrong, free).or_else(|| used.into_iter().find(is_same));
            let todo = match near {
                // As the declaration would have it: in the folder that it names.
                Some(name) => {
                    let folder = file.value.rfind('/').map_or("", |end| &file.value[..=end]);
                    msg!("did-you-mean", name = shown(&format!("{folder}{name}")))
                }
                None => msg!("put-file-there"),
            };
            let message = msg!("file-missing", file = shown(&file.value), todo);
            messages.push(Diagnostic::error(file.place.clone(), message));
        }
    }
}

/// A path without `.`, `..` and symbolic links; of what does not exist, as far as it does.
pub(super) fn resolved(path: &Path) -> PathBuf {
    let mut real = PathBuf::from(if path.is_absolute() { "/" } else { "." }).canonicalize().unwrap_or_default();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                real.pop();
            }
            Component::CurDir => {}
            part => real.push(part),
        }
        real = real.canonicalize().unwrap_or(real);
    }
    real
}

pub(super) fn lies_outside(file: &Declared<String>) -> Diagnostic {
    Diagnostic::error(file.place.clone(), msg!("file-outside", file = shown(&file.value)))
}

/// A file's name as people compare it: its letters and digits, whatever is above them and between.
fn without_marks(name: &str) -> String {
    name.nfd().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

pub(super) fn names_in(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut names: Vec<_> = entries.flatten().map(|e| e.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
