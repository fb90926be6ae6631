//! The document's bytes: parts that are exchanged are packed anew, all others copied as they are packed.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::{Package, damaged};
use crate::diagnostic::{Diagnostic, Place};

impl Package {
    /// The document's bytes.
    ///
    /// # Errors
    /// A part that cannot be copied.
    pub fn write(mut self) -> Result<Vec<u8>, Diagnostic> {
        let file = Place::file(&self.file);
        let wrong = |error: zip::result::ZipError| Diagnostic::error(file.clone(), damaged(error));
        let mut package = ZipWriter::new(Cursor::new(Vec::new()));
        let mut new = std::mem::take(&mut self.exchanged);
        let deflated = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        let put = |package: &mut ZipWriter<_>, name: &str, bytes: &[u8]| {
            package.start_file(name, deflated).map_err(wrong)?;
            package.write_all(bytes).map_err(|error| wrong(error.into()))
        };
        for index in 0..self.archive.len() {
            let part = self.archive.by_index_raw(index).map_err(wrong)?;
            let name = part.name().map_err(wrong)?.into_owned();
            match new.remove(&name) {
                Some(bytes) => put(&mut package, &name, &bytes)?,
                None => package.raw_copy_file(part).map_err(wrong)?,
            }
        }
        new.iter().try_for_each(|(name, bytes)| put(&mut package, name, bytes))?;
        package.finish().map(Cursor::into_inner).map_err(wrong)
    }
}
