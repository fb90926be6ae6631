//! Files that are only ever added to. Nothing in them is replaced, and whoever is told that a line is there finds it there,
//! also after the machine has stopped.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::Path;

use super::beside::is_same;
use super::{Doing, OutputError, at};

/// Adds lines to a file, which is made where there is none, all of them or none. `before` says what has to stand between what
/// is there and the first of them. Others who add to the file wait meanwhile.
///
/// # Errors
/// [`OutputError`] where the machine refuses: nothing was added then, unless it refuses to take that back, too.
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
    let new = lines.iter().fold(before(&there), |new, line| new + line + "\n");
    // What is told as not added is not to count later: a full disk may have taken the beginning.
    file.write_all(new.as_bytes()).and_then(|()| file.sync_data()).inspect_err(|_| {
        let _ = take_back(file, there.len() as u64, new.as_bytes());
    })
}

/// Cuts a file off where it ended before, if nothing stands behind that but a beginning of what was to be added.
fn take_back(file: &mut File, end: u64, new: &[u8]) -> io::Result<()> {
    let mut added = Vec::new();
    file.seek(SeekFrom::Start(end))?;
    file.read_to_end(&mut added)?;
    if !added.is_empty() && new.starts_with(&added) {
        file.set_len(end)?;
        file.sync_data()?;
    }
    Ok(())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_added_in_part_is_taken_back_and_nothing_else() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("log");
        for (written, left) in
            [("a\nb", "a\n"), ("a\nb\nc\n", "a\n"), ("a\nx", "a\nx"), ("a\nb\nc\nd\n", "a\nb\nc\nd\n")]
        {
            fs::write(&path, written)?;
            let mut file = OpenOptions::new().read(true).append(true).open(&path)?;
            take_back(&mut file, 2, b"b\nc\n")?;
            assert_eq!(fs::read_to_string(&path)?, left, "{written}");
        }
        Ok(())
    }
}
