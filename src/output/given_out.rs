//! What the program wrote into a folder for people to fill in or to read: known by name and SHA-256, so that it can be erased as
//! long as nobody has written into it, or when what they wrote was taken back.
//!
//! The list is plain text, as `sha256sum` writes it, and is only added to.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::{OutputError, append};
use crate::read::hex;

/// The name of the list, in the folder.
pub const GIVEN_OUT: &str = ".given-out";

/// The files of a folder that the program wrote or took back, by name, each with the hashes of what it held then.
#[derive(Debug, Default)]
pub struct GivenOut {
    hashes: BTreeMap<String, BTreeSet<String>>,
}

/// Keeps what a file holds that is given out, or that was taken back; `name` is its path from the folder, with `/`.
///
/// # Errors
/// [`OutputError`] where the machine refuses.
pub fn give_out(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), OutputError> {
    let before = |there: &[u8]| if there.is_empty() || there.ends_with(b"\n") { "" } else { "\n" }.to_owned();
    append(&folder.join(GIVEN_OUT), before, &[format!("{}  {name}", hex(&Sha256::digest(bytes)))])
}

impl GivenOut {
    /// The list of a folder; empty where there is none.
    pub fn load(folder: &Path) -> Self {
        let text = fs::read(folder.join(GIVEN_OUT)).unwrap_or_default();
        let mut given = Self::default();
        for (hash, name) in String::from_utf8_lossy(&text).lines().filter_map(|line| line.split_once("  ")) {
            given.hashes.entry(without_bak(name).to_owned()).or_default().insert(hash.to_owned());
        }
        given
    }

    /// Whether anything is known of the folder.
    pub fn has_any(&self) -> bool {
        !self.hashes.is_empty()
    }

    /// Whether the program wrote a file of that name, or keeps it under such a name as `.bak`.
    pub fn has(&self, name: &str) -> bool {
        self.hashes.contains_key(without_bak(name))
    }

    /// Whether a file holds what was given out, or what was taken back.
    pub fn is_as_known(&self, name: &str, bytes: &[u8]) -> bool {
        let known = self.hashes.get(without_bak(name));
        known.is_some_and(|known| known.contains(&hex(&Sha256::digest(bytes))))
    }
}

/// The files of a folder and those below it, by their paths from it, sorted; links are not followed.
pub fn files_in(folder: &Path) -> Vec<(String, PathBuf)> {
    let (mut found, mut left) = (Vec::new(), vec![(String::new(), folder.to_owned())]);
    while let Some((before, folder)) = left.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let name = format!("{before}{}", entry.file_name().to_string_lossy());
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => left.push((name + "/", entry.path())),
                _ => found.push((name, entry.path())),
            }
        }
    }
    found.sort();
    found
}

/// The name of a file that is kept as `.bak`, `.bak.2`, ….
fn without_bak(name: &str) -> &str {
    name.split_once(".bak").map_or(name, |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_known_until_somebody_writes_into_it() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        give_out(folder.path(), "anna.csv", b"id;code\n1;\n")?;
        give_out(folder.path(), "blad/bo.csv", b"x")?;
        let given = GivenOut::load(folder.path());
        assert!(
            given.has("anna.csv") && given.has("anna.csv.bak.2") && given.has("blad/bo.csv") && !given.has("bo.csv")
        );
        assert!(
            given.is_as_known("anna.csv.bak", b"id;code\n1;\n") && !given.is_as_known("anna.csv", b"id;code\n1;A\n")
        );
        give_out(folder.path(), "anna.csv", b"id;code\n1;A\n")?;
        assert!(GivenOut::load(folder.path()).is_as_known("anna.csv", b"id;code\n1;A\n"));
        // As sha256sum writes it.
        let text = fs::read_to_string(folder.path().join(GIVEN_OUT))?;
        let hash = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";
        assert_eq!(text.lines().nth(1), Some(&*format!("{hash}  blad/bo.csv")));
        Ok(())
    }
}
