//! Whether a study's files stayed as they were while they were read.
//!
//! A file is read once, so its rows fit together; but a file that somebody saves while a run goes on may have been read
//! half, or before the correction that was meant to count. Then nothing is written. What is watched is also what no output
//! may take the place of.

use std::fs::Metadata;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use sha2::{Digest, Sha256};

use crate::study::Study;

/// How a file looked.
#[derive(Debug, PartialEq, Eq)]
enum Stamp {
    /// There was none.
    Missing,
    /// Size and time of the last change.
    Whole(u64, Option<SystemTime>),
    /// The same with the SHA-256: where that stays, the file was touched, and is no other.
    Content(u64, Option<SystemTime>, [u8; 32]),
    /// Size and SHA-256 of what was read of a file that is only ever added to: what is added later changes nothing.
    Beginning(usize, [u8; 32]),
}

/// What files looked like before they were read.
#[derive(Debug, Default)]
pub struct Watch {
    seen: Vec<(String, PathBuf, Stamp)>,
}

impl Watch {
    /// Remembers how a file looks now; `name` is what messages call it.
    pub fn add(&mut self, name: &str, path: &Path) {
        if self.seen.iter().all(|(seen, at, _)| seen != name || at != path) {
            self.seen.push((name.to_owned(), path.to_owned(), stamp(path)));
        }
    }

    /// Remembers every file that a study names, also through the other studies that it names.
    pub fn add_study(&mut self, study: &Study) {
        let appended: Vec<&str> = study.decisions.iter().map(|file| file.name.as_str()).collect();
        let uses = study.uses();
        let others = uses.iter().filter(|file| !appended.contains(&&*file.name));
        others.for_each(|file| self.add(&file.name, &study.path(&file.name)));
        for file in &study.decisions {
            let stamp = Stamp::Beginning(file.bytes.len(), Sha256::digest(&file.bytes).into());
            // It is read again where a study is, and counts as it was then.
            self.forget(&file.name);
            self.seen.push((file.name.clone(), study.path(&file.name), stamp));
        }
    }

    /// Remembers what another watch does, its names after the folder `at`.
    pub fn add_all(&mut self, at: &Path, other: Self) {
        let named = |(name, path, stamp)| (at.join::<String>(name).display().to_string(), path, stamp);
        self.seen.extend(other.seen.into_iter().map(named));
    }

    /// From now on a file that was only touched, or saved as it was, has not changed. All files are read for it: this is for what
    /// goes on for long.
    pub fn by_content(&mut self) {
        for (_, path, seen) in &mut self.seen {
            let Stamp::Whole(length, time) = *seen else { continue };
            let Ok(content) = std::fs::read(&*path) else { continue };
            // What was changed since it was read is told as changed.
            if stamp(path) == *seen {
                *seen = Stamp::Content(length, time, Sha256::digest(content).into());
            }
        }
    }

    /// Forgets a file that is not read after all.
    pub fn forget(&mut self, name: &str) {
        self.seen.retain(|(seen, ..)| seen != name);
    }

    /// The files, by name, in the order in which they were added.
    pub fn files(&self) -> impl Iterator<Item = (&str, &Path)> {
        self.seen.iter().map(|(name, path, _)| (name.as_str(), path.as_path()))
    }

    /// The files that look otherwise now, in the order in which they were added.
    pub fn changed(&self) -> Vec<String> {
        let is_other = |path: &Path, before: &Stamp| match before {
            Stamp::Beginning(length, hash) => !begins_with(path, *length, hash),
            Stamp::Content(length, time, hash) => {
                let now = stamp(path);
                let is_as_long = matches!(now, Stamp::Whole(now, _) if now == *length);
                now != Stamp::Whole(*length, *time) && !(is_as_long && begins_with(path, *length as usize, hash))
            }
            before => stamp(path) != *before,
        };
        self.seen.iter().filter(|(_, path, before)| is_other(path, before)).map(|(name, ..)| name.clone()).collect()
    }
}

fn stamp(path: &Path) -> Stamp {
    let of = |metadata: Metadata| Stamp::Whole(metadata.len(), metadata.modified().ok());
    std::fs::metadata(path).map_or(Stamp::Missing, of)
}

/// Whether a file still begins with what was read of it.
fn begins_with(path: &Path, length: usize, hash: &[u8; 32]) -> bool {
    let Ok(file) = std::fs::File::open(path) else { return false };
    let mut beginning = Vec::with_capacity(length);
    let read = file.take(length as u64).read_to_end(&mut beginning);
    read.is_ok() && beginning.len() == length && Sha256::digest(&beginning)[..] == hash[..]
}
