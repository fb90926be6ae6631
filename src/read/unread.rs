//! Data files in a study's folder that no key names: a coding sheet or a list of repayments that was left out by mistake
//! changes numbers without a trace.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::format::is_data_file;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown_whole};
use crate::study::{STUDY_FILE, Study};

/// So many are named.
const LISTED: usize = 6;

/// Tells of data files beside `study.toml`, and beside other files that the study uses, that it does not use.
pub fn report_unread(study: &Study, messages: &mut Diagnostics) {
    let used: BTreeSet<_> = study.uses().iter().filter_map(|one| study.path(&one.name).canonicalize().ok()).collect();
    let home = study.path("");
    // Files elsewhere may belong to other studies.
    let folders: BTreeSet<&Path> = used.iter().filter_map(|file| file.parent()).collect();
    let Ok(home) = home.canonicalize() else { return };
    let folders = folders.into_iter().filter(|folder| folder.starts_with(&home));
    let entries = folders.filter_map(|folder| fs::read_dir(folder).ok()).flatten().flatten();
    let unread = entries
        .map(|entry| entry.path())
        .filter(|path| path.is_file() && is_data_file(path) && path.extension() != Some("txt".as_ref()));
    let unread = unread.filter(|path| path.canonicalize().is_ok_and(|path| !used.contains(&path)));
    let mut names: Vec<String> =
        unread.filter_map(|path| Some(path.strip_prefix(&home).ok()?.to_string_lossy().replace('\\', "/"))).collect();
    names.sort();
    if names.is_empty() {
        return;
    }
    let mut listed: Vec<String> = names.iter().take(LISTED).map(|name| shown_whole(name)).collect();
    if names.len() > LISTED {
        listed.push("…".to_owned());
    }
    let (count, listed) = (names.len(), listed.join(", "));
    let (files, filer) = if count == 1 { ("data file is", "datafil") } else { ("data files are", "datafiler") };
    messages.push(
        Diagnostic::notice(
            Place::file(STUDY_FILE),
            format!("{count} {files} in the study's folder, and no key names: {listed}"),
        )
        .action("declare what belongs to the study, as coding sheets and repayments; move the rest elsewhere")
        .in_swedish(
            format!("{count} {filer} i undersökningens mapp läses inte: {listed}"),
            "",
            "deklarera det som hör till undersökningen, som kodningar och återbetalningar; flytta resten",
        ),
    );
}
