//! A file of an output folder that is written piece by piece.

use std::fs::File;
use std::io::Write;
use std::path::PathBuf;

use sha2::{Digest, Sha256};

use super::{Content, Doing, OutputError, OutputFile, at};
use crate::read::hex;

/// A file that is being written piece by piece, and hashed as it is written.
pub struct Pieces {
    name: String,
    path: PathBuf,
    file: File,
    hash: Sha256,
}

impl Pieces {
    /// Begins a file: its name in the output folder, and where it is written.
    pub(super) fn begin(name: &str, path: PathBuf) -> Result<Self, OutputError> {
        let file = File::create(&path).map_err(at(Doing::Write, &path))?;
        Ok(Self { name: name.to_owned(), path, file, hash: Sha256::new() })
    }

    /// Writes the next piece.
    ///
    /// # Errors
    /// [`OutputError::Io`] where the machine refuses.
    pub fn add(&mut self, piece: &[u8]) -> Result<(), OutputError> {
        self.hash.update(piece);
        self.file.write_all(piece).map_err(at(Doing::Write, &self.path))
    }

    /// The file, when all is written.
    pub fn end(self) -> OutputFile {
        (self.name, Content::Written(hex(&self.hash.finalize())))
    }
}
