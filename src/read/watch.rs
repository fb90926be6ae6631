//! Whether a study's files stayed as they were while they were read.
//!
//! A file is read once, so its rows fit together; but a file that somebody saves while a run goes on may have been read
//! half, or before the correction that was meant to count. Then nothing is written. What is watched is also what no output
//! may take the place of.

use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::study::Study;

/// Size and time of the last change; `None` where there is no file.
type Stamp = Option<(u64, Option<SystemTime>)>;

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
        study.uses().iter().for_each(|file| self.add(&file.name, &study.path(&file.name)));
    }

    /// Remembers what another watch does, its names after the folder `at`.
    pub fn add_all(&mut self, at: &Path, other: Self) {
        let named = |(name, path, stamp)| (at.join::<String>(name).display().to_string(), path, stamp);
        self.seen.extend(other.seen.into_iter().map(named));
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
        self.seen.iter().filter(|(_, path, before)| stamp(path) != *before).map(|(name, ..)| name.clone()).collect()
    }
}

fn stamp(path: &Path) -> Stamp {
    let of = |metadata: Metadata| (metadata.len(), metadata.modified().ok());
    std::fs::metadata(path).ok().map(of)
}
