//! The files of a folder that hold data, opened; what cannot be opened is told and left.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::survey::Guess;
use crate::codebook::Codebook;
use crate::diagnostic::{Diagnostics, shown};
use crate::msg;
use crate::read::{Grid, Wanted, is_data_file, open};
use crate::study::{Limits, PRIVATE_FOLDER, Reading};
use crate::wording::joined;

/// How deep below the study folder files are looked for.
const DEPTH: usize = 2;

/// A file and its sheets.
pub struct Source {
    /// The path from the study folder, with `/`.
    pub file: String,
    /// Its sheets.
    pub sheets: Vec<Grid>,
}

impl Source {
    /// The file's name without folder and ending.
    pub fn stem(&self) -> &str {
        stem(&self.file)
    }
}

/// A file's name without folder and ending.
pub fn stem(file: &str) -> &str {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The data files of a folder by their paths from there, with `/`, in the order of their names.
pub fn data_files(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    list(folder, "", DEPTH, &mut names);
    names.sort();
    names
}

/// Every data file of a folder, in the order of their names, several opened at a time.
pub fn sources(folder: &Path, messages: &mut Diagnostics) -> Vec<Source> {
    let names = data_files(folder);
    let opened: Vec<_> = names.par_iter().map(|file| (file, visible_sheets(&folder.join(file), file))).collect();
    let mut all = Vec::new();
    for (file, result) in opened {
        match result {
            Ok(sheets) => all.push(Source { file: file.clone(), sheets }),
            Err(of_file) => messages.extend(of_file),
        }
    }
    all
}

/// The sheets that are not hidden: hidden ones are used only where a study names them.
fn visible_sheets(path: &Path, file: &str) -> Result<Vec<Grid>, Diagnostics> {
    let content = open(path, file, &Reading::default(), &Limits::default(), &Wanted::Visible)?;
    content.into_visible()
}

fn list(folder: &Path, below: &str, depth: usize, names: &mut Vec<String>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        // Hidden files, and what a spreadsheet program leaves beside an open workbook, are no data.
        if name.starts_with(['.', '~']) {
            continue;
        }
        let (path, inside) = (entry.path(), format!("{below}{name}"));
        let is_link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
        // Nothing that is kept for oneself is an export.
        let is_private = name == PRIVATE_FOLDER && path.join(".gitignore").is_file();
        if path.is_dir() && depth > 1 && !is_link && !is_private {
            list(&path, &format!("{inside}/"), depth - 1, names);
        } else if path.is_file() && is_data_file(&path) {
            names.push(inside);
        }
    }
}

/// A codebook near the study folder: in it, or in a folder `codebook` or `kodbok` up to three folders above. Where several lie
/// side by side, the first by name, in doubt.
pub fn codebook_near(folder: &Path) -> Option<(Guess<String>, Codebook)> {
    const ABOVE: usize = 4;
    let here = std::iter::once(String::new());
    let above = (0..ABOVE).flat_map(|levels| {
        let up = "../".repeat(levels);
        ["codebook/", "kodbok/"].map(|name| format!("{up}{name}"))
    });
    here.chain(above).find_map(|at| {
        let mut paths: Vec<PathBuf> =
            std::fs::read_dir(folder.join(&at)).ok()?.flatten().map(|entry| entry.path()).collect();
        paths.retain(|path| path.extension().is_some_and(|e| e == "json"));
        paths.sort();
        let loaded = |path: &PathBuf| {
            let name = path.file_name()?.to_string_lossy().into_owned();
            Some((name, Codebook::load(path, "codebook").ok()?))
        };
        let mut found = paths.iter().filter_map(loaded);
        let (first, codebook) = found.next()?;
        let value = format!("{at}{first}");
        let names = found.map(|(name, _)| name);
        let others: Vec<String> = names.map(|name| shown(&name)).collect();
        let doubt = (!others.is_empty()).then(|| msg!("unsure-codebooks", others = joined(others, ", ")));
        Some((Guess { value, doubt }, codebook))
    })
}
