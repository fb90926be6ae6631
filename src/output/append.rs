//! Files that are only ever added to. Nothing in them is replaced, and whoever is told that a line is there finds it there,
//! also after the machine has stopped.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::Path;

use super::beside::is_same;
use super::{Doing, OutputError, at};

/// Adds lines to a file, which is made where there is none. `before` says what has to stand between what is there and the
/// first of them. Others who add to the file wait meanwhile.
///
/// # Errors
/// [`OutputError`] where the machine refuses: the first lines may have been added then.
pub fn append(path: &Path, before: impl Fn(&[u8]) -> String, lines: &[String]) -> Result<(), OutputError> {
    const TRIES: usize = 5;
    if path.is_symlink() {
        return Err(OutputError::Link(path.to_owned()));
    }
    if let Some(folder) = path.parent() {
        make(folder)?;
    }
    for _ in 0..TRIES {
        let mut file =
            OpenOptions::new().read(true).append(true).create(true).open(path).map_err(at(Doing::Write, path))?;
        lock(&file).map_err(at(Doing::Lock, path))?;
        // A program that synchronises folders may have put another file in its place.
        if is_same(&file, path) {
            add(&mut file, &before, lines).map_err(at(Doing::Write, path))?;
            settle(path);
            if is_same(&file, path) {
                return Ok(());
            }
        }
    }
    Err(OutputError::Busy(path.to_owned()))
}

/// Waits until nobody else adds to the file. Not all file systems know locks; one line is then written at once nevertheless.
fn lock(file: &File) -> io::Result<()> {
    match file.lock() {
        Err(error) if error.kind() == ErrorKind::Unsupported => Ok(()),
        locked => locked,
    }
}

fn add(file: &mut File, before: impl Fn(&[u8]) -> String, lines: &[String]) -> io::Result<()> {
    let mut there = Vec::new();
    file.seek(SeekFrom::Start(0))?;
    file.read_to_end(&mut there)?;
    let before = before(&there);
    if !before.is_empty() {
        file.write_all(before.as_bytes())?;
    }
    for line in lines {
        file.write_all(format!("{line}\n").as_bytes())?;
    }
    file.sync_data()
}

/// Makes a folder, and makes sure that the one around it remembers.
fn make(folder: &Path) -> Result<(), OutputError> {
    if folder.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(folder).map_err(at(Doing::Create, folder))?;
    settle(folder);
    Ok(())
}

/// Makes sure that a folder remembers a new name even if the machine stops; not all file systems can.
fn settle(path: &Path) {
    if let (true, Some(folder)) = (cfg!(unix), path.parent()) {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}
