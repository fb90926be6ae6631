//! A file that is erased, with what stands beside it.

use std::fs;
use std::path::{Path, PathBuf};

use super::beside::{Beside, remove};
use super::{Doing, OutputError, at};

/// Erases a file and the `.bak` files beside it; says which there were. What a killed run left of it goes away, too.
///
/// # Errors
/// [`OutputError`] where another run writes the file, it is a link to somewhere else, or the machine refuses.
pub fn erase(path: &Path) -> Result<Vec<PathBuf>, OutputError> {
    let beside = Beside::claim(path)?;
    let mut files = Vec::new();
    let own = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    for entry in fs::read_dir(&beside.parent).map_err(at(Doing::List, &beside.parent))? {
        let name = entry.map_err(at(Doing::List, &beside.parent))?.file_name().to_string_lossy().into_owned();
        if name == own || name.strip_prefix(&own).is_some_and(|rest| rest.starts_with(".bak")) {
            files.push(path.with_file_name(name));
        }
    }
    files.sort();
    // What a link leads to would stay.
    if let Some(link) = files.iter().find(|file| file.is_symlink()) {
        return Err(OutputError::Link(link.clone()));
    }
    files.iter().try_for_each(|file| remove(file))?;
    remove(&beside.aside)?;
    beside.settle();
    Ok(files)
}
