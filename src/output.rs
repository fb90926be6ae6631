//! The output folder as one transaction, and its manifest.
//!
//! A run writes into a hidden folder beside its target and then exchanges the two in one step, so that whoever looks at
//! the target sees the old run or the new one, never a mixture, even when the run is killed. What a killed run leaves
//! beside the target is removed by the next.

use std::fs::{self, File};
use std::io;
use std::path::{Component, Path, PathBuf};

/// The name of the manifest inside an output folder.
pub const MANIFEST: &str = "manifest.json";

/// A file of an output folder: its path inside, with `/`, and its bytes.
pub type OutputFile = (String, Vec<u8>);

/// Why an output folder could not be written.
#[derive(Debug)]
pub enum OutputError {
    /// The target holds something that no run of ours wrote.
    NotOurs(PathBuf),
    /// Another run is writing to the same target.
    Busy(PathBuf),
    /// The target, or what stands beside it under our name, is a symbolic link to somewhere else.
    Link(PathBuf),
    /// The machine refused.
    Io {
        /// What was tried.
        what: String,
        /// The machine's reason.
        error: io::Error,
    },
}

impl std::fmt::Display for OutputError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotOurs(path) => write!(
                f,
                "{} exists and was not written by insats; choose another folder with --out, or move it away",
                path.display()
            ),
            Self::Busy(path) => write!(f, "another run is writing to {}; wait until it is done", path.display()),
            Self::Link(path) => write!(
                f,
                "{} is a symbolic link; nothing is written through links. Give the folder itself with --out, or remove the link",
                path.display()
            ),
            Self::Io { what, error } => write!(f, "{what}: {error}"),
        }
    }
}

impl std::error::Error for OutputError {}

/// An output folder that is being written.
pub struct Transaction {
    target: PathBuf,
    staging: PathBuf,
    lock: PathBuf,
    _locked: File,
}

impl Transaction {
    /// Begins to write a folder.
    ///
    /// # Errors
    /// [`OutputError`] where the target is not ours, another run writes to it, or the machine refuses.
    pub fn begin(target: &Path) -> Result<Self, OutputError> {
        check_ours(target)?;
        let name =
            target.file_name().ok_or_else(|| OutputError::NotOurs(target.to_owned()))?.to_string_lossy().into_owned();
        let parent = match target.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
            _ => PathBuf::from("."),
        };
        fs::create_dir_all(&parent).map_err(at("create", &parent))?;
        let lock = parent.join(format!(".{name}.insats-lock"));
        let locked = take_lock(&lock, target)?;
        // What a killed run left is only touched by who holds the lock.
        restore(&parent.join(format!(".{name}.insats-old")), target)?;
        let staging = parent.join(format!(".{name}.insats-new"));
        remove(&staging)?;
        // Looked at once more: an old folder may have been put back.
        check_ours(target)?;
        fs::create_dir(&staging).map_err(at("create", &staging))?;
        Ok(Self { target: target.to_owned(), staging, lock, _locked: locked })
    }

    /// Writes one file.
    ///
    /// # Errors
    /// [`OutputError::Io`] where the machine refuses.
    pub fn write(&self, file: &OutputFile) -> Result<(), OutputError> {
        let (name, bytes) = file;
        let path = self.staging.join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(at("create", folder))?;
        }
        fs::write(&path, bytes).map_err(at("write", &path))
    }

    /// Puts the folder in place.
    ///
    /// # Errors
    /// [`OutputError::Io`] where the machine refuses; the old folder then stays.
    pub fn commit(self) -> Result<(), OutputError> {
        check_ours(&self.target)?;
        if self.target.exists() {
            exchange(&self.staging, &self.target).map_err(at("replace", &self.target))?;
            remove(&self.staging)
        } else {
            fs::rename(&self.staging, &self.target).map_err(at("create", &self.target))
        }
    }
}

impl Drop for Transaction {
    /// Leaves nothing beside the target; what cannot be removed now, the next run removes.
    fn drop(&mut self) {
        let _ = remove(&self.staging);
        let _ = fs::remove_file(&self.lock);
    }
}

/// Takes the lock; it goes away with the run that holds it, however that ends.
fn take_lock(lock: &Path, target: &Path) -> Result<File, OutputError> {
    const TRIES: usize = 100;
    for _ in 0..TRIES {
        let file = open_lock(lock)?;
        if file.try_lock().is_err() {
            return Err(OutputError::Busy(target.to_owned()));
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
        Err(error) => Err(at("create", lock)(error.into())),
    }
}

#[cfg(not(unix))]
fn open_lock(lock: &Path) -> Result<File, OutputError> {
    File::options().create(true).write(true).truncate(false).open(lock).map_err(at("create", lock))
}

#[cfg(unix)]
fn is_same(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let id = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
    matches!((file.metadata().map(id), fs::symlink_metadata(path).map(id)), (Ok(open), Ok(there)) if open == there)
}

#[cfg(not(unix))]
fn is_same(_: &File, path: &Path) -> bool {
    path.exists()
}

/// Where two renames stand for one exchange, a run that is killed between them leaves the old folder aside: it is put back.
fn restore(aside: &Path, target: &Path) -> Result<(), OutputError> {
    if !aside.exists() {
        return Ok(());
    }
    if target.exists() { remove(aside) } else { fs::rename(aside, target).map_err(at("restore", target)) }
}

fn at(what: &str, path: &Path) -> impl FnOnce(io::Error) -> OutputError {
    let what = format!("cannot {what} {}", path.display());
    move |error| OutputError::Io { what, error }
}

/// A target may be absent, an empty folder, or a folder with our manifest.
fn check_ours(target: &Path) -> Result<(), OutputError> {
    if target.is_symlink() {
        return Err(OutputError::Link(target.to_owned()));
    }
    let named = matches!(target.components().next_back(), Some(Component::Normal(_)));
    let ours = match fs::read_dir(target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => true,
        Err(_) => false,
        Ok(mut entries) => entries.next().is_none() || is_our_manifest(&target.join(MANIFEST)),
    };
    if named && ours { Ok(()) } else { Err(OutputError::NotOurs(target.to_owned())) }
}

fn is_our_manifest(path: &Path) -> bool {
    let Ok(text) = fs::read_to_string(path) else { return false };
    serde_json::from_str::<serde_json::Value>(&text).is_ok_and(|m| m["program"]["name"] == env!("CARGO_PKG_NAME"))
}

fn remove(folder: &Path) -> Result<(), OutputError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(at("remove", folder)(error)),
        _ => Ok(()),
    }
}

/// Exchanges two folders in one step.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
fn exchange(new: &Path, old: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    match renameat_with(CWD, new, CWD, old, RenameFlags::EXCHANGE) {
        // Some file systems cannot; two renames leave a moment without a folder, but never a mixture.
        Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS | rustix::io::Errno::NOTSUP) => two_renames(new, old),
        result => Ok(result?),
    }
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
fn exchange(new: &Path, old: &Path) -> io::Result<()> {
    two_renames(new, old)
}

fn two_renames(new: &Path, old: &Path) -> io::Result<()> {
    // `.out.insats-new` becomes `.out.insats-old`, which `restore` knows.
    let aside = new.with_extension("insats-old");
    fs::rename(old, &aside)?;
    match fs::rename(new, old) {
        Ok(()) => fs::rename(&aside, new),
        Err(error) => {
            fs::rename(&aside, old)?;
            Err(error)
        }
    }
}
