//! Whether everything in an output folder was written by insats and is as it was written: only that is replaced.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Component, Path};

use rayon::prelude::*;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{Doing, MANIFEST, OutputError, at};
use crate::read::hex;

/// What systems leave in folders that somebody has looked at; nobody misses it.
const LEFT_BY_SYSTEMS: [&str; 4] = [".DS_Store", "Thumbs.db", "desktop.ini", ".directory"];

/// A target may be absent, an empty folder, or a folder with our manifest and nothing but what the manifest names.
pub(super) fn check(target: &Path) -> Result<(), OutputError> {
    if target.is_symlink() {
        return Err(OutputError::Link(target.to_owned()));
    }
    let not_ours = || Err(OutputError::NotOurs(target.to_owned()));
    if !matches!(target.components().next_back(), Some(Component::Normal(_))) {
        return not_ours();
    }
    match fs::read_dir(target).map(Iterator::count) {
        Ok(0) => return Ok(()),
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(_) => return not_ours(),
    }
    let Some(manifest) = our_manifest(&target.join(MANIFEST)) else { return not_ours() };
    let mut files = Vec::new();
    list(target, "", &mut files).map_err(at(Doing::List, target))?;
    let written = Written::by(&manifest);
    let mut files: Vec<String> =
        files.into_par_iter().filter(|name| !written.explains(name, &target.join(name))).collect();
    files.sort();
    let folder = target.to_owned();
    let marks: Vec<String> = files.iter().filter(|name| marks_open(name)).cloned().collect();
    if !marks.is_empty() {
        return Err(OutputError::Open { folder, marks });
    }
    if files.is_empty() { Ok(()) } else { Err(OutputError::Foreign { folder, files }) }
}

/// Whether a program keeps this file beside one that somebody has open: Word and Excel `~$pport.docx`, LibreOffice
/// `.~lock.rapport.docx#`.
fn marks_open(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or(name);
    last.starts_with("~$") || (last.starts_with(".~lock.") && last.ends_with('#'))
}

fn our_manifest(path: &Path) -> Option<Value> {
    let manifest: Value = serde_json::from_str(&fs::read_to_string(path).ok()?).ok()?;
    (manifest["program"]["name"] == env!("CARGO_PKG_NAME")).then_some(manifest)
}

/// Every file below a folder, with `/`; links, which are not followed, and folders in which nothing stands, too: we write
/// neither, so somebody else has put them there.
fn list(folder: &Path, below: &str, files: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{below}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            let (below, before) = (format!("{name}/"), files.len());
            list(&entry.path(), &below, files)?;
            if files.len() == before {
                files.push(below);
            }
        } else {
            files.push(name);
        }
    }
    Ok(())
}

/// What a manifest says was written.
enum Written<'m> {
    /// Every file with its SHA-256.
    Listed(BTreeMap<&'m str, &'m str>),
    /// By a version whose manifests did not list files: known by their names.
    Unlisted,
}

impl<'m> Written<'m> {
    fn by(manifest: &'m Value) -> Self {
        let Some(outputs) = manifest["outputs"].as_array() else { return Self::Unlisted };
        let pair = |entry: &'m Value| Some((entry["file"].as_str()?, entry["sha256"].as_str()?));
        Self::Listed(outputs.iter().filter_map(pair).collect())
    }

    /// Whether a file is one of ours, and nobody has changed it.
    fn explains(&self, name: &str, path: &Path) -> bool {
        let last = name.rsplit('/').next().unwrap_or(name);
        if name == MANIFEST || LEFT_BY_SYSTEMS.contains(&last) {
            return true;
        }
        let is_file = path.symlink_metadata().is_ok_and(|metadata| metadata.is_file());
        match self {
            Self::Listed(files) => {
                let same = |sha256: &&str| sha256_of(path).is_ok_and(|found| found == **sha256);
                is_file && files.get(name).is_some_and(same)
            }
            Self::Unlisted => is_file && is_usual(name),
        }
    }
}

/// The SHA-256 of a file, which is not held whole: data files are large.
fn sha256_of(path: &Path) -> io::Result<String> {
    let (mut file, mut hash, mut piece) = (File::open(path)?, Sha256::new(), vec![0; 1 << 16]);
    loop {
        match file.read(&mut piece)? {
            0 => return Ok(hex(&hash.finalize())),
            length => hash.update(&piece[..length]),
        }
    }
}

/// Whether earlier versions wrote files of this name.
fn is_usual(name: &str) -> bool {
    const ENDINGS: [&str; 6] = ["csv", "parquet", "svg", "png", "txt", "xlsx"];
    const ALONE: [&str; 14] = [
        "rapport.html",
        "rapport.docx",
        "agreement.csv",
        "disagreements.csv",
        "adjudication.csv",
        "evaluation.csv",
        "confusion.csv",
        "patterns.csv",
        "missed.csv",
        "learning.csv",
        "learning-codes.csv",
        "reliability.csv",
        "automatic.csv",
        "notices.csv",
    ];
    match name.split_once('/') {
        Some(("data" | "figures" | "tables", file)) => {
            file.rsplit_once('.').is_some_and(|(stem, ending)| !stem.contains('/') && ENDINGS.contains(&ending))
        }
        Some(_) => false,
        None => ALONE.contains(&name) || (name.starts_with("allocation-") && name.ends_with(".csv")),
    }
}
