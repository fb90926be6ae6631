//! Putting a new folder in the place of an old one.
//!
//! Linux and macOS exchange two folders in one step. Elsewhere, and on file systems that cannot, two renames stand for it: the
//! old one goes aside, the new one takes its place. What is refused half-way is taken back; what cannot be taken back stands
//! aside, and the next run puts it back.

use std::io::{self, ErrorKind};
use std::path::Path;

use super::{Doing, OutputError, at};

/// Exchanges two folders in one step.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
pub(super) fn exchange(new: &Path, old: &Path) -> Result<(), OutputError> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    match renameat_with(CWD, new, CWD, old, RenameFlags::EXCHANGE) {
        // Some file systems cannot; two renames leave a moment without a folder, but never a mixture.
        Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS | rustix::io::Errno::NOTSUP) => {
            two_renames(new, old, |from, to| std::fs::rename(from, to))
        }
        result => result.map_err(|error| at(Doing::Replace, old)(error.into())),
    }
}

/// Exchanges two folders by renaming them.
#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
pub(super) fn exchange(new: &Path, old: &Path) -> Result<(), OutputError> {
    two_renames(new, old, |from, to| std::fs::rename(from, to))
}

/// `.out.insats-new` takes the place of `out`, which stands as `.out.insats-old` meanwhile: `restore` knows that name.
fn two_renames(new: &Path, old: &Path, rename: impl Fn(&Path, &Path) -> io::Result<()>) -> Result<(), OutputError> {
    let aside = new.with_extension("insats-old");
    rename(old, &aside).map_err(|error| refused(old, error))?;
    let Err(error) = rename(new, old) else {
        // The new folder is in place. If the old one cannot be moved on, the next run clears it away.
        let _ = rename(&aside, new);
        return Ok(());
    };
    match rename(&aside, old) {
        Ok(()) => Err(refused(old, error)),
        Err(_) => Err(OutputError::Aside { folder: old.to_owned(), aside, error }),
    }
}

/// Windows lets nobody rename a folder while a program has a file in it open: access is denied, or sharing (32) or a lock (33)
/// is violated.
fn refused(folder: &Path, error: io::Error) -> OutputError {
    let held =
        error.kind() == ErrorKind::PermissionDenied || (cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33)));
    match held {
        true => OutputError::Held { folder: folder.to_owned(), error },
        false => at(Doing::Replace, folder)(error),
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::fs;

    use super::*;
    use crate::wording::Language;

    /// Two folders, `out` with "old" and `.out.insats-new` with "new".
    fn folders() -> io::Result<tempfile::TempDir> {
        let folder = tempfile::tempdir()?;
        for (name, text) in [("out", "old"), (".out.insats-new", "new")] {
            fs::create_dir(folder.path().join(name))?;
            fs::write(folder.path().join(name).join("file"), text)?;
        }
        Ok(folder)
    }

    /// Exchanges them where the renames with these numbers are refused, as Windows does while a file is open.
    fn refusing(folder: &Path, numbers: &[usize]) -> Result<(), OutputError> {
        let count = Cell::new(0);
        two_renames(&folder.join(".out.insats-new"), &folder.join("out"), |from, to| {
            count.set(count.get() + 1);
            if numbers.contains(&count.get()) { Err(ErrorKind::PermissionDenied.into()) } else { fs::rename(from, to) }
        })
    }

    fn stands(folder: &Path, name: &str) -> Option<String> {
        fs::read_to_string(folder.join(name).join("file")).ok()
    }

    #[test]
    fn the_old_folder_stays_where_a_rename_is_refused() -> io::Result<()> {
        for refused in [1, 2] {
            let folder = folders()?;
            let error = refusing(folder.path(), &[refused]).err();
            assert!(matches!(error, Some(OutputError::Held { .. })), "{error:?}");
            assert_eq!(stands(folder.path(), "out").as_deref(), Some("old"));
            assert_eq!(stands(folder.path(), ".out.insats-new").as_deref(), Some("new"));
        }
        Ok(())
    }

    #[test]
    fn an_old_folder_that_cannot_be_put_back_is_told_and_stands_aside() -> io::Result<()> {
        let folder = folders()?;
        let error = refusing(folder.path(), &[2, 3]).err();
        let told = error.map(|error| error.message().text(Language::English)).unwrap_or_default();
        assert!(told.contains(".out.insats-old"), "{told}");
        assert_eq!(stands(folder.path(), ".out.insats-old").as_deref(), Some("old"));
        super::super::restore(&folder.path().join(".out.insats-old"), &folder.path().join("out")).ok();
        assert_eq!(stands(folder.path(), "out").as_deref(), Some("old"));
        Ok(())
    }

    #[test]
    fn a_new_folder_in_place_is_a_success_whatever_becomes_of_the_old_one() -> io::Result<()> {
        for refused in [&[][..], &[3]] {
            let folder = folders()?;
            assert!(refusing(folder.path(), refused).is_ok());
            assert_eq!(stands(folder.path(), "out").as_deref(), Some("new"));
        }
        Ok(())
    }
}
