//! Files that belong together are put in their places all or none, also where a program is killed in the middle: a list of them
//! stands in the folder of the study meanwhile, and whoever works with the study next finishes, or puts back what was there.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::beside::{self, Beside};
use super::single::{Single, Target, keep};
use super::{Doing, OutputError, at};
use crate::read::hex;

/// The list of files that are being put in place.
pub const UNFINISHED: &str = ".insats-unfinished";

/// The list.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    #[serde(rename = "insats unfinished")]
    format: u32,
    files: Vec<Entry>,
}

/// A file of it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// Its path: from the folder of the study, or whole.
    path: PathBuf,
    /// The SHA-256 of what stood there; `None` where nothing did.
    old: Option<String>,
    /// The SHA-256 of what is to stand there.
    new: String,
}

/// What became of files that a killed program left half in place.
#[derive(Debug, PartialEq, Eq)]
pub enum Half {
    /// All have their new versions now.
    Finished(Vec<String>),
    /// All are again what they were.
    PutBack(Vec<String>),
    /// Neither can be done: somebody has changed these.
    Stuck(Vec<String>),
}

/// Puts files in their places that belong together, all or none; says where those are that stood there.
///
/// # Errors
/// As [`Single::commit_all`].
pub fn put_together(files: Vec<Single>, home: &Path) -> Result<Vec<PathBuf>, OutputError> {
    put(files, home, |_| false)
}

/// The same; `is_killed` says after how many files the program is gone.
fn put(files: Vec<Single>, home: &Path, is_killed: impl Fn(usize) -> bool) -> Result<Vec<PathBuf>, OutputError> {
    let home = std::path::absolute(home).unwrap_or_else(|_| home.to_owned());
    let entry = |single: &Single| {
        let path = std::path::absolute(single.path()).unwrap_or_else(|_| single.path().to_owned());
        let new = hash(single.staging()).ok_or_else(|| OutputError::NoFile(single.staging().to_owned()))?;
        let path = path.strip_prefix(&home).map(Path::to_owned).unwrap_or(path);
        Ok(Entry { path, old: hash(single.path()), new })
    };
    let files_of_list = files.iter().map(entry).collect::<Result<Vec<_>, OutputError>>()?;
    let list = serde_json::to_vec_pretty(&List { format: 1, files: files_of_list }).unwrap_or_default();
    let path = home.join(UNFINISHED);
    let begun = Single::begin(Target { path: &path, force: true })?.without_old();
    begun.write(&list)?;
    begun.commit()?;
    // Whoever else finds the list must not take us for gone.
    let _held = Beside::claim(&path)?;
    let (mut done, mut kept) = (Vec::new(), Vec::new());
    for (at, single) in files.into_iter().enumerate() {
        if is_killed(at) {
            return Ok(kept);
        }
        let path = single.path().to_owned();
        match single.commit() {
            Ok(old) => {
                kept.extend(old.clone());
                done.push((path, old));
            }
            Err(error) => {
                super::single::take_back_all(&done);
                beside::remove(&home.join(UNFINISHED))?;
                return Err(error);
            }
        }
    }
    if !is_killed(done.len()) {
        beside::remove(&home.join(UNFINISHED))?;
    }
    Ok(kept)
}

/// Finishes what a killed program left half done in the folder of a study, or puts back what was there; `None` where there is
/// nothing.
///
/// # Errors
/// [`OutputError`] where somebody is still at it, or the machine refuses.
pub fn finish(home: &Path) -> Result<Option<Half>, OutputError> {
    let path = home.join(UNFINISHED);
    if !path.is_file() {
        return Ok(None);
    }
    let _held = Beside::claim(&path)?;
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        // Whoever was at it has just ended.
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(at(Doing::Restore, &path)(error)),
    };
    let Ok(List { format: 1, files }) = serde_json::from_slice(&bytes) else {
        return Ok(Some(Half::Stuck(vec![UNFINISHED.to_owned()])));
    };
    let names: Vec<String> = files.iter().map(|entry| entry.path.display().to_string()).collect();
    let files: Vec<(PathBuf, Entry)> = files.into_iter().map(|entry| (home.join(&entry.path), entry)).collect();
    let is_new = |(at, entry): &(PathBuf, Entry)| hash(at).as_ref() == Some(&entry.new);
    let is_old = |(at, entry): &(PathBuf, Entry)| hash(at) == entry.old;
    let staged = |(at, entry): &(PathBuf, Entry)| {
        let [new, ..] = beside::names(at)?;
        (hash(&new).as_ref() == Some(&entry.new)).then_some(new)
    };
    let old = |(at, entry): &(PathBuf, Entry)| match &entry.old {
        Some(old) => backups(at).into_iter().find(|kept| hash(kept).as_ref() == Some(old)).map(Some),
        None => Some(None),
    };
    let half = if files.iter().all(|file| is_new(file) || is_old(file) && staged(file).is_some()) {
        for file in files.iter().filter(|file| !is_new(file)) {
            let Some(new) = staged(file) else { continue };
            if file.1.old.is_some() && old(file).is_none() {
                keep(&file.0)?;
            }
            fs::rename(&new, &file.0).map_err(at(Doing::Write, &file.0))?;
        }
        Half::Finished(names)
    } else if files.iter().all(|file| is_old(file) || is_new(file) && old(file).is_some()) {
        for file in files.iter().filter(|file| !is_old(file)) {
            match old(file).flatten() {
                Some(kept) => fs::rename(&kept, &file.0).map_err(at(Doing::Restore, &file.0))?,
                None => beside::remove(&file.0)?,
            }
        }
        Half::PutBack(names)
    } else {
        let known = |file: &&(PathBuf, Entry)| !is_new(file) && !is_old(file);
        let changed: Vec<String> = files.iter().filter(known).map(|(_, own)| own.path.display().to_string()).collect();
        return Ok(Some(Half::Stuck(if changed.is_empty() { names } else { changed })));
    };
    // What is left beside the files goes away with the claim.
    files.iter().for_each(|(at, _)| drop(Beside::claim(at)));
    beside::remove(&path)?;
    Ok(Some(half))
}

/// The `.bak` files of a file.
fn backups(path: &Path) -> Vec<PathBuf> {
    let own = format!("{}.bak", path.file_name().unwrap_or_default().to_string_lossy());
    let there = path.parent().and_then(|folder| fs::read_dir(folder).ok()).into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> =
        there.filter(|entry| entry.file_name().to_string_lossy().starts_with(&own)).map(|entry| entry.path()).collect();
    found.sort();
    found
}

/// The SHA-256 of a file; `None` where none is there.
fn hash(path: &Path) -> Option<String> {
    fs::read(path).ok().map(|bytes| hex(&Sha256::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::io;

    use super::*;

    type Files = BTreeMap<String, String>;

    const NAMES: [&str; 4] = ["codebook.json", "a.csv", "a.csv.lock", "decisions/new.jsonl"];

    fn all(folder: &Path) -> Files {
        let found = super::super::given_out::files_in(folder);
        found.into_iter().filter_map(|(name, path)| Some((name, fs::read_to_string(path).ok()?))).collect()
    }

    /// A folder in which a program was killed after so many of four files, the last of which is new.
    fn killed(after: usize) -> io::Result<tempfile::TempDir> {
        let folder = tempfile::tempdir()?;
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("decisions"))?;
        for name in &NAMES[..3] {
            fs::write(at(name), format!("old {name}"))?;
        }
        let mut files = Vec::new();
        for name in NAMES {
            let single = Single::begin(Target { path: &at(name), force: true }).map_err(io::Error::other)?;
            single.write(format!("new {name}").as_bytes()).map_err(io::Error::other)?;
            files.push(single);
        }
        put(files, folder.path(), |done| done == after).map_err(io::Error::other)?;
        // Who is killed clears nothing away.
        for name in &NAMES[after.min(4)..] {
            let [staging, _, lock] = beside::names(&at(name)).unwrap_or_default();
            fs::write(staging, format!("new {name}"))?;
            fs::write(lock, "")?;
        }
        Ok(folder)
    }

    fn names() -> Vec<String> {
        NAMES.map(str::to_owned).to_vec()
    }

    #[test]
    fn what_is_killed_after_any_file_is_finished_by_the_next() -> io::Result<()> {
        let whole = all(killed(9)?.path());
        assert!(whole.keys().all(|name| !name.starts_with('.')), "{whole:?}");
        for after in 0..=4 {
            let folder = killed(after)?;
            assert!(folder.path().join(UNFINISHED).exists(), "{after}");
            let half = finish(folder.path()).map_err(io::Error::other)?;
            assert_eq!(half, Some(Half::Finished(names())), "{after}");
            assert_eq!(all(folder.path()), whole, "{after}");
            assert_eq!(finish(folder.path()).map_err(io::Error::other)?, None);
        }
        Ok(())
    }

    #[test]
    fn what_cannot_be_finished_is_put_back() -> io::Result<()> {
        let old: Files = NAMES[..3].iter().map(|name| ((*name).to_owned(), format!("old {name}"))).collect();
        for after in 0..4 {
            let folder = killed(after)?;
            for name in &NAMES[after..] {
                let [staging, ..] = beside::names(&folder.path().join(name)).unwrap_or_default();
                fs::remove_file(staging)?;
            }
            let half = finish(folder.path()).map_err(io::Error::other)?;
            assert_eq!(half, Some(Half::PutBack(names())), "{after}");
            assert_eq!(all(folder.path()), old, "{after}");
        }
        Ok(())
    }

    #[test]
    fn nothing_is_touched_where_somebody_changed_a_file_since() -> io::Result<()> {
        let folder = killed(2)?;
        fs::write(folder.path().join("a.csv"), "somebody's")?;
        let before = all(folder.path());
        let half = finish(folder.path()).map_err(io::Error::other)?;
        assert_eq!(half, Some(Half::Stuck(vec!["a.csv".to_owned()])));
        let mut after = all(folder.path());
        after.retain(|name, _| before.contains_key(name));
        assert_eq!(after, before);
        Ok(())
    }

    #[test]
    fn who_is_still_at_it_is_left_alone() -> io::Result<()> {
        let folder = killed(2)?;
        let _held = Beside::claim(&folder.path().join(UNFINISHED)).map_err(io::Error::other)?;
        assert!(matches!(finish(folder.path()), Err(OutputError::Busy(_))));
        Ok(())
    }
}
