//! The output folder as one transaction, and its manifest; single files likewise (`single`), and several that belong
//! together (`together`); files that are only added to (`append`); what was given out to people (`given_out`).
//!
//! A run writes into a hidden folder beside its target and then exchanges the two in one step, so that whoever looks at
//! the target sees the old run or the new one, never a mixture, even when the run is killed. What a killed run leaves
//! beside the target (`beside`) is removed by the next. Nothing that the command reads is ever in the way (`inputs`), and
//! nothing is replaced but what insats wrote itself (`ours`).

mod append;
mod beside;
mod erase;
mod exchange;
mod given_out;
mod hold;
mod inputs;
mod ours;
mod pieces;
mod single;
mod together;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub use append::append;
pub use erase::erase;
pub use given_out::{GIVEN_OUT, GivenOut, files_in, give_out};
pub use hold::hold;
pub use inputs::endangered;
pub use pieces::Pieces;
pub use single::{Single, Target};
pub use together::{Half, UNFINISHED, finish, put_together};

use sha2::{Digest, Sha256};

use crate::diagnostic::printable;
use crate::msg;
use crate::read::hex;
use crate::wording::{Arg, Message, joined};
use beside::{Beside, remove};

/// The name of the manifest inside an output folder.
pub const MANIFEST: &str = "manifest.json";

/// A file of an output folder: its path inside, with `/`, and what is to stand in it.
pub type OutputFile = (String, Content);

/// What is to stand in a file of an output folder.
#[derive(Debug)]
pub enum Content {
    /// Bytes that are still to be written.
    Bytes(Vec<u8>),
    /// It was written piece by piece ([`Transaction::pieces`]); the SHA-256 of what was.
    Written(String),
}

impl From<Vec<u8>> for Content {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(bytes)
    }
}

impl Content {
    /// The SHA-256 of the file.
    pub fn sha256(&self) -> String {
        match self {
            Self::Bytes(bytes) => hex(&Sha256::digest(bytes)),
            Self::Written(sha256) => sha256.clone(),
        }
    }
}

/// Why an output folder could not be written.
#[derive(Debug)]
pub enum OutputError {
    /// The target holds something that no run of ours wrote.
    NotOurs(PathBuf),
    /// The folder holds files that insats did not write, or that were changed since.
    Foreign {
        /// The folder.
        folder: PathBuf,
        /// The files, from the folder.
        files: Vec<String>,
    },
    /// A program has marked files of the folder as open.
    Open {
        /// The folder.
        folder: PathBuf,
        /// The marks, from the folder.
        marks: Vec<String>,
    },
    /// The system lets nobody rename the folder, as Windows does while a file in it is open.
    Held {
        /// The folder.
        folder: PathBuf,
        /// The machine's reason.
        error: io::Error,
    },
    /// The new folder could not be put in place, nor the old one back.
    Aside {
        /// The folder.
        folder: PathBuf,
        /// Where the old one stands.
        aside: PathBuf,
        /// The machine's reason.
        error: io::Error,
    },
    /// What would be written takes the place of what the command reads.
    Input {
        /// The place.
        target: PathBuf,
        /// The files that are read, as messages call them.
        inputs: Vec<String>,
    },
    /// A file is there already.
    Exists(PathBuf),
    /// What is there is no file.
    NoFile(PathBuf),
    /// A file is there that nobody may write to.
    Protected(PathBuf),
    /// Another run is writing to the same target.
    Busy(PathBuf),
    /// The target, or what stands beside it under our name, is a symbolic link to somewhere else.
    Link(PathBuf),
    /// The machine refused.
    Io {
        /// What was tried.
        what: Message,
        /// The machine's reason.
        error: io::Error,
    },
}

impl OutputError {
    /// What cannot be written, why, and what to do.
    pub fn message(&self) -> Message {
        let shown = |path: &Path| path.display().to_string();
        match self {
            Self::NotOurs(folder) => msg!("output-not-ours", folder = shown(folder)),
            Self::Foreign { folder, files } => msg!("output-foreign", folder = shown(folder), files = listed(files)),
            Self::Open { folder, marks } => msg!("output-open", folder = shown(folder), marks = listed(marks)),
            Self::Held { folder, error } => msg!("output-held", folder = shown(folder), reason = error),
            Self::Aside { folder, aside, error } => {
                msg!("output-aside", folder = shown(folder), aside = shown(aside), reason = error)
            }
            Self::Input { target, inputs } => msg!("output-is-input", target = shown(target), inputs = listed(inputs)),
            Self::Exists(file) => msg!("output-exists", file = shown(file)),
            Self::NoFile(file) => msg!("output-no-file", file = shown(file)),
            Self::Protected(file) => msg!("output-protected", file = shown(file)),
            Self::Busy(target) => msg!("output-busy", target = shown(target)),
            Self::Link(target) => msg!("output-link", target = shown(target)),
            Self::Io { what, error } => msg!("output-refused", what, reason = error),
        }
    }
}

impl std::fmt::Display for OutputError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.message().fmt(f)
    }
}

impl std::error::Error for OutputError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { error, .. } | Self::Held { error, .. } | Self::Aside { error, .. } => Some(error),
            _ => None,
        }
    }
}

/// At most so many names, and how many more there are.
fn listed(names: &[String]) -> Arg {
    const MOST: usize = 5;
    let shown = names.iter().take(MOST).map(|name| Arg::from(printable(name).into_owned()));
    let more = (names.len() > MOST).then(|| msg!("and-more", count = names.len() - MOST).into());
    joined(shown.chain(more), ", ")
}

/// What writing a folder or file touches: the target, and what stands beside it while it is written.
pub fn touched(target: &Path) -> Vec<PathBuf> {
    std::iter::once(target.to_owned()).chain(beside::names(target).into_iter().flatten()).collect()
}

/// An output folder that is being written.
pub struct Transaction {
    target: PathBuf,
    beside: Beside,
}

impl Transaction {
    /// Begins to write a folder.
    ///
    /// # Errors
    /// [`OutputError`] where the target is not ours, another run writes to it, or the machine refuses.
    pub fn begin(target: &Path) -> Result<Self, OutputError> {
        // Of a link with a slash behind it, a system sees what it leads to.
        let target = &target.components().collect::<PathBuf>();
        if target.is_symlink() {
            return Err(OutputError::Link(target.clone()));
        }
        let beside = Beside::claim(target)?;
        // What a killed run left is only touched by who holds the lock.
        restore(&beside.aside, target)?;
        ours::check(target)?;
        let staging = &beside.staging;
        fs::create_dir(staging).map_err(at(Doing::Create, staging))?;
        if let Ok(old) = target.metadata() {
            fs::set_permissions(staging, old.permissions()).map_err(at(Doing::Create, staging))?;
        }
        Ok(Self { target: target.to_owned(), beside })
    }

    /// Writes one file, unless that was done piece by piece.
    ///
    /// # Errors
    /// [`OutputError::Io`] where the machine refuses.
    pub fn write(&self, file: &OutputFile) -> Result<(), OutputError> {
        let (name, Content::Bytes(bytes)) = file else { return Ok(()) };
        let path = self.place(name)?;
        fs::write(&path, bytes).map_err(at(Doing::Write, &path))
    }

    /// Begins a file that is written piece by piece, because it is too long to be held whole.
    ///
    /// # Errors
    /// [`OutputError::Io`] where the machine refuses.
    pub fn pieces(&self, name: &str) -> Result<Pieces, OutputError> {
        Pieces::begin(name, self.place(name)?)
    }

    /// Where a file is written, in a folder that is there.
    fn place(&self, name: &str) -> Result<PathBuf, OutputError> {
        let path = self.beside.staging.join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(at(Doing::Create, folder))?;
        }
        Ok(path)
    }

    /// Puts the folder in place.
    ///
    /// # Errors
    /// [`OutputError`] where the machine refuses, or somebody has put a file into the old folder; it then stays.
    pub fn commit(self) -> Result<(), OutputError> {
        ours::check(&self.target)?;
        let staging = &self.beside.staging;
        if self.target.exists() {
            exchange::exchange(staging, &self.target)?;
            remove(staging)
        } else {
            fs::rename(staging, &self.target).map_err(at(Doing::Create, &self.target))
        }
    }
}

/// Where two renames stand for one exchange, a run that is killed between them leaves the old folder aside: it is put back.
fn restore(aside: &Path, target: &Path) -> Result<(), OutputError> {
    if !aside.exists() {
        return Ok(());
    }
    if target.exists() { remove(aside) } else { fs::rename(aside, target).map_err(at(Doing::Restore, target)) }
}

/// What is tried with a file or folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Doing {
    Create,
    Write,
    Replace,
    Keep,
    List,
    Remove,
    Lock,
    Restore,
}

/// The error for what the machine refused to do with a path.
fn at(doing: Doing, path: &Path) -> impl FnOnce(io::Error) -> OutputError {
    let path = path.display().to_string();
    let what = match doing {
        Doing::Create => msg!("cannot-create", path),
        Doing::Write => msg!("cannot-write", path),
        Doing::Replace => msg!("cannot-replace", path),
        Doing::Keep => msg!("cannot-keep", path),
        Doing::List => msg!("cannot-look-through", path),
        Doing::Remove => msg!("cannot-remove", path),
        Doing::Lock => msg!("cannot-lock", path),
        Doing::Restore => msg!("cannot-restore", path),
    };
    move |error| OutputError::Io { what, error }
}
