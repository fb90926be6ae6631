//! Files that say, by a lock of the machine's, that somebody is at work: it is gone with whoever held it, however they ended.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::ErrorKind;
use std::path::Path;

use super::{Doing, OutputError, at};

/// Takes the lock of a file, which is made where there is none; `None` where somebody else has it. It is held until the file is
/// closed. Where a file system knows no locks, nobody is kept out.
///
/// # Errors
/// [`OutputError`] where the machine refuses.
pub fn hold(path: &Path) -> Result<Option<File>, OutputError> {
    if path.is_symlink() {
        return Err(OutputError::Link(path.to_owned()));
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(at(Doing::Create, folder))?;
    }
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path).map_err(at(Doing::Write, path))?;
    match file.try_lock() {
        Ok(()) if is_still(path, &file) => Ok(Some(file)),
        // Whoever had it has removed it since this one was opened.
        Ok(()) => Ok(None),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => Ok(Some(file)),
        Err(TryLockError::Error(error)) => Err(at(Doing::Lock, path)(error)),
    }
}

/// Whether a file that was opened still stands at its path.
#[cfg(unix)]
fn is_still(path: &Path, file: &File) -> bool {
    use std::os::unix::fs::MetadataExt;
    let of = |meta: fs::Metadata| (meta.dev(), meta.ino());
    file.metadata().map(of).ok() == path.symlink_metadata().map(of).ok()
}

#[cfg(not(unix))]
fn is_still(_: &Path, _: &File) -> bool {
    true
}
