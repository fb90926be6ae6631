//! What a run needs beside its target: a lock, and a place where the new stands until it takes the place of the old.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::{Doing, OutputError, at};

/// The names beside a target, and the lock, which goes away with the run that holds it, however that ends.
pub(super) struct Beside {
    /// Where the new is written.
    pub staging: PathBuf,
    /// Where the old stands for a moment on file systems that cannot exchange two folders.
    pub aside: PathBuf,
    /// The folder of all of them.
    pub parent: PathBuf,
    lock: PathBuf,
    _locked: File,
    /// Dropped last, when nothing of ours stands in them any more.
    _made: Made,
}

impl Beside {
    /// Locks a target, and clears away what a killed run left where the new is written.
    pub fn claim(target: &Path) -> Result<Self, OutputError> {
        let [staging, aside, lock] = names(target).ok_or_else(|| OutputError::NotOurs(target.to_owned()))?;
        let parent = parent(target);
        let made = Made::up_to(&parent);
        fs::create_dir_all(&parent).map_err(at(Doing::Create, &parent))?;
        let locked = take_lock(&lock, target)?;
        let beside = Self { staging, aside, parent, lock, _locked: locked, _made: made };
        remove(&beside.staging)?;
        Ok(beside)
    }

    /// Makes sure that the folder remembers a new name even if the machine stops; not all file systems can.
    pub fn settle(&self) {
        if cfg!(unix) {
            let _ = File::open(&self.parent).and_then(|folder| folder.sync_all());
        }
    }
}

impl Drop for Beside {
    /// Leaves nothing beside the target; what cannot be removed now, the next run removes.
    fn drop(&mut self) {
        let _ = remove(&self.staging);
        let _ = fs::remove_file(&self.lock);
    }
}

/// Folders that were not there before, the innermost first; what stays empty is removed again.
struct Made(Vec<PathBuf>);

impl Made {
    fn up_to(folder: &Path) -> Self {
        let missing = folder.ancestors().take_while(|at| !at.as_os_str().is_empty() && at.symlink_metadata().is_err());
        Self(missing.map(Path::to_owned).collect())
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        // A folder with something in it is not removed.
        let _ = self.0.iter().try_for_each(fs::remove_dir);
    }
}

/// Where the new, the old and the lock of a target stand.
pub(super) fn names(target: &Path) -> Option<[PathBuf; 3]> {
    let name = target.file_name()?.to_string_lossy().into_owned();
    Some(["new", "old", "lock"].map(|what| parent(target).join(format!(".{name}.insats-{what}"))))
}

fn parent(target: &Path) -> PathBuf {
    match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Removes a file or a folder, if it is there.
pub(super) fn remove(path: &Path) -> Result<(), OutputError> {
    let removed = match path.symlink_metadata() {
        Ok(metadata) if metadata.is_dir() => fs::remove_dir_all(path),
        Ok(_) => fs::remove_file(path),
        Err(error) => Err(error),
    };
    match removed {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(at(Doing::Remove, path)(error)),
        _ => Ok(()),
    }
}

fn take_lock(lock: &Path, target: &Path) -> Result<File, OutputError> {
    const TRIES: usize = 100;
    for _ in 0..TRIES {
        let file = open_lock(lock)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(OutputError::Busy(target.to_owned())),
            Err(TryLockError::Error(error)) => return Err(at(Doing::Lock, lock)(error)),
        }
        // A run that has just ended may have removed the file between our opening and locking it; then another run can
        // make and lock a new one.
        if is_same(&file, lock) {
            return Ok(file);
        }
    }
    Err(OutputError::Busy(target.to_owned()))
}

#[cfg(unix)]
fn open_lock(lock: &Path) -> Result<File, OutputError> {
    use rustix::fs::{CWD, Mode, OFlags, openat};
    let flags = OFlags::CREATE | OFlags::RDWR | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    match openat(CWD, lock, flags, Mode::RUSR | Mode::WUSR) {
        Ok(file) => Ok(File::from(file)),
        Err(rustix::io::Errno::LOOP) => Err(OutputError::Link(lock.to_owned())),
        Err(error) => Err(at(Doing::Create, lock)(error.into())),
    }
}

#[cfg(not(unix))]
fn open_lock(lock: &Path) -> Result<File, OutputError> {
    File::options().create(true).write(true).truncate(false).open(lock).map_err(at(Doing::Create, lock))
}

#[cfg(unix)]
pub(super) fn is_same(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let id = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
    matches!((file.metadata().map(id), fs::symlink_metadata(path).map(id)), (Ok(open), Ok(there)) if open == there)
}

#[cfg(not(unix))]
pub(super) fn is_same(_: &File, path: &Path) -> bool {
    path.exists()
}
