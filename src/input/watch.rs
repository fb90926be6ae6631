//! Whether a study's files stayed as they were while they were read.
//!
//! A file is read once, so its rows fit together; but a file that somebody saves while a run goes on may have been read
//! half, or before the correction that was meant to count. Then nothing is written.

use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

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
        if self.seen.iter().all(|(seen, ..)| seen != name) {
            self.seen.push((name.to_owned(), path.to_owned(), stamp(path)));
        }
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
