//! A single file: written beside its place and put in whole; what stood there stays as `.bak`.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::beside::Beside;
use super::{Doing, OutputError, at};

/// Where a file is to be written, and whether it may take the place of one that is there.
#[derive(Clone, Copy, Debug)]
pub struct Target<'a> {
    /// Its path.
    pub path: &'a Path,
    /// Whether a file that is there may be replaced; it stays as `.bak`.
    pub force: bool,
}

impl<'a> From<&'a Path> for Target<'a> {
    fn from(path: &'a Path) -> Self {
        Self { path, force: false }
    }
}

impl<'a> From<&'a PathBuf> for Target<'a> {
    fn from(path: &'a PathBuf) -> Self {
        path.as_path().into()
    }
}

/// A file that is being written.
pub struct Single {
    path: PathBuf,
    force: bool,
    /// Whether only its owner may read it.
    private: bool,
    /// Whether what stood there stays as `.bak`.
    keeps_old: bool,
    beside: Beside,
}

impl Single {
    /// Begins to write a file.
    ///
    /// # Errors
    /// [`OutputError`] where a file is there that may not be replaced, another run writes it, or the machine refuses.
    pub fn begin(target: Target<'_>) -> Result<Self, OutputError> {
        check(target)?;
        let beside = Beside::claim(target.path)?;
        Ok(Self { path: target.path.to_owned(), force: target.force, private: false, keeps_old: true, beside })
    }

    /// One that only its owner may read, where the system knows owners.
    pub fn private(self) -> Self {
        Self { private: true, ..self }
    }

    /// One that holds what stood there, too: no second copy of that stays.
    pub fn without_old(self) -> Self {
        Self { keeps_old: false, ..self }
    }

    /// Writes the bytes beside the file's place, with the permissions of the file that stands there.
    ///
    /// # Errors
    /// [`OutputError::Io`] where the machine refuses.
    pub fn write(&self, bytes: &[u8]) -> Result<(), OutputError> {
        let staging = &self.beside.staging;
        let mut file = new_file(self.private).open(staging).map_err(at(Doing::Create, staging))?;
        let written = file.write_all(bytes).and_then(|()| match self.path.metadata() {
            Ok(old) => file.set_permissions(old.permissions()),
            Err(_) => Ok(()),
        });
        written.and_then(|()| file.sync_all()).map_err(at(Doing::Write, &self.path))
    }

    /// Its place.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where the file stands until it is put in its place.
    pub fn staging(&self) -> &Path {
        &self.beside.staging
    }

    /// Puts files in their places, all or none; says where those are that stood there.
    ///
    /// # Errors
    /// As [`Self::commit`]; what was put in place is taken back then.
    pub fn commit_all(files: Vec<Self>) -> Result<Vec<PathBuf>, OutputError> {
        let mut done: Vec<(PathBuf, Option<PathBuf>)> = Vec::new();
        for single in files {
            let path = single.path.clone();
            match single.commit() {
                Ok(kept) => done.push((path, kept)),
                Err(error) => {
                    take_back_all(&done);
                    return Err(error);
                }
            }
        }
        Ok(done.into_iter().filter_map(|(_, kept)| kept).collect())
    }

    /// Puts the file in its place; says where the one is that stood there.
    ///
    /// # Errors
    /// [`OutputError`]; the old file then stands where it stood.
    pub fn commit(self) -> Result<Option<PathBuf>, OutputError> {
        check(Target { path: &self.path, force: self.force })?;
        let is_there = self.path.exists();
        let kept = if is_there && self.keeps_old { Some(keep(&self.path)?) } else { None };
        let staging = &self.beside.staging;
        let put = if is_there { fs::rename(staging, &self.path) } else { put_new(staging, &self.path) };
        if let Err(error) = put {
            // The old file stands under both its names; one is enough.
            kept.iter().for_each(|kept| drop(fs::remove_file(kept)));
            return Err(match error.kind() {
                io::ErrorKind::AlreadyExists => OutputError::Exists(self.path.clone()),
                _ => at(Doing::Write, &self.path)(error),
            });
        }
        self.beside.settle();
        Ok(kept)
    }
}

#[cfg(unix)]
fn new_file(private: bool) -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    if private {
        options.mode(0o600);
    }
    options
}

#[cfg(not(unix))]
fn new_file(_: bool) -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    options
}

/// Puts back what stood in several places, the last first.
pub(super) fn take_back_all(done: &[(PathBuf, Option<PathBuf>)]) {
    done.iter().rev().for_each(|(path, kept)| take_back(path, kept.as_deref()));
}

/// Puts back what stood there. Whatever cannot be put back stays as `.bak`.
fn take_back(path: &Path, kept: Option<&Path>) {
    let _ = match kept {
        Some(kept) => fs::rename(kept, path),
        None => fs::remove_file(path),
    };
}

/// A file may be written where nothing is, or, if it is wished, a file that is not write-protected.
fn check(Target { path, force }: Target<'_>) -> Result<(), OutputError> {
    let Ok(there) = path.symlink_metadata() else { return Ok(()) };
    if there.is_symlink() {
        return Err(OutputError::Link(path.to_owned()));
    }
    if !there.is_file() {
        return Err(OutputError::NoFile(path.to_owned()));
    }
    if !force {
        return Err(OutputError::Exists(path.to_owned()));
    }
    if there.permissions().readonly() {
        return Err(OutputError::Protected(path.to_owned()));
    }
    Ok(())
}

/// Gives an old file a second name, the first of `.bak`, `.bak.2`, … that is free.
pub(super) fn keep(path: &Path) -> Result<PathBuf, OutputError> {
    let mut number = 1;
    loop {
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(if number == 1 { ".bak".to_owned() } else { format!(".bak.{number}") });
        let kept = path.with_file_name(name);
        let named = match fs::hard_link(path, &kept) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
            // Not all file systems let a file have two names.
            Err(_) => copy_new(path, &kept),
            named => named,
        };
        match named {
            Ok(()) => return Ok(kept),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
            Err(error) => return Err(at(Doing::Keep, &kept)(error)),
        }
    }
}

/// Copies a file to where none is.
fn copy_new(from: &Path, to: &Path) -> io::Result<()> {
    let mut copy = OpenOptions::new().write(true).create_new(true).open(to)?;
    let copied = fs::File::open(from).and_then(|mut old| io::copy(&mut old, &mut copy)).and_then(|_| copy.sync_all());
    if copied.is_err() {
        let _ = fs::remove_file(to);
    }
    copied
}

/// Puts a file where none is; one that came there in the meantime stays.
fn put_new(staging: &Path, path: &Path) -> io::Result<()> {
    match fs::hard_link(staging, path) {
        // The first name goes away with what stands beside the file.
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        Err(_) if path.symlink_metadata().is_ok() => Err(io::ErrorKind::AlreadyExists.into()),
        Err(_) => fs::rename(staging, path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_files_are_put_in_place_or_none() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let at = |name: &str| folder.path().join(name);
        fs::write(at("a"), "old")?;
        let begin = |name: &str, force| {
            let single = Single::begin(Target { path: &at(name), force }).map_err(io::Error::other)?;
            single.write(b"new").map_err(io::Error::other)?;
            Ok::<_, io::Error>(single)
        };
        let files = vec![begin("a", true)?, begin("b", false)?, begin("c", false)?];
        // Somebody puts a file where the last is to stand.
        fs::write(at("c"), "theirs")?;
        assert!(matches!(Single::commit_all(files), Err(OutputError::Exists(_))));
        let stands = |name: &str| fs::read_to_string(at(name)).ok();
        assert_eq!([stands("a"), stands("b"), stands("c")].map(Option::unwrap_or_default), ["old", "", "theirs"]);
        assert!(!at("a.bak").exists());
        let kept = Single::commit_all(vec![begin("a", true)?, begin("b", false)?]).map_err(io::Error::other)?;
        assert_eq!((kept, stands("a"), stands("b")), (vec![at("a.bak")], Some("new".into()), Some("new".into())));
        assert_eq!(fs::read_dir(folder.path())?.count(), 4, "something is left beside");
        Ok(())
    }
}
