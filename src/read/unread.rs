//! Data files in a study's folder that no key names: a coding sheet or a list of repayments that was left out by mistake
//! changes numbers without a trace.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::format::is_data_file;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown_whole};
use crate::msg;
use crate::study::{PRIVATE_FOLDER, STUDY_FILE, Study};
use crate::wording::first_of;

/// So many are named.
const LISTED: usize = 6;

/// Tells of data files beside `study.toml`, and beside other files that the study uses, that it does not use.
pub fn report_unread(study: &Study, messages: &mut Diagnostics) {
    let home = study.path("");
    let uses = study.uses();
    // A file may be read in place of another, which is no stranger for that.
    let places = uses.iter().flat_map(|one| [study.path(&one.name), home.join(&*one.name)]);
    let used: BTreeSet<_> = places.filter_map(|path| path.canonicalize().ok()).collect();
    // Files elsewhere may belong to other studies.
    let folders: BTreeSet<&Path> = used.iter().filter_map(|file| file.parent()).collect();
    let Ok(home) = home.canonicalize() else { return };
    let private = home.join(PRIVATE_FOLDER);
    // What another study has it tells of itself.
    let of_others: Vec<_> =
        study.companions.iter().filter_map(|(path, _)| home.join(path).canonicalize().ok()).collect();
    let is_own = |folder: &Path| folder.starts_with(&home) && !of_others.iter().any(|other| folder.starts_with(other));
    let folders = folders.into_iter().filter(|folder| is_own(folder) && **folder != private);
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
    let listed = first_of(names.iter().map(|name| shown_whole(name)), LISTED, ", ");
    let message = msg!("data-files-unread", count = names.len(), files = listed);
    messages.push(Diagnostic::notice(Place::file(STUDY_FILE), message));
}
