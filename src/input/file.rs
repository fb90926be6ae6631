//! Opening files: what a file is, is seen from its bytes; each is read once, and hashed as it was read.

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::grid::Grid;
use super::{spss, text, workbook};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::study::{Declared, Study};

/// A file's sheets and its hash.
struct Content {
    sha256: String,
    sheets: Vec<Grid>,
}

/// Every data file of a study.
pub struct Files {
    contents: BTreeMap<String, Content>,
}

impl Files {
    /// Reads every data file that the study names, several at a time.
    pub fn read(study: &Study, messages: &mut Diagnostics) -> Self {
        let mut names: Vec<&str> = study.data_files().into_iter().map(|file| file.value.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        let read: Vec<_> = names.par_iter().map(|name| (*name, open(&study.path(name), name))).collect();
        let mut contents = BTreeMap::new();
        for (name, result) in read {
            match result {
                Ok(content) => {
                    contents.insert(name.to_owned(), content);
                }
                Err(of_file) => messages.extend(of_file),
            }
        }
        Self { contents }
    }

    /// Every file with its SHA-256, by name.
    pub fn hashes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.contents.iter().map(|(name, content)| (name.as_str(), content.sha256.as_str()))
    }

    /// A declared sheet; the only one of its file where none is declared. `None` where the file could not be read, or
    /// the sheet is not there, which is reported.
    pub fn sheet(&self, file: &Declared<String>, sheet: Option<&str>, messages: &mut Diagnostics) -> Option<&Grid> {
        let content = self.contents.get(&file.value)?;
        let names = || content.sheets.iter().filter_map(|g| g.sheet.as_deref());
        match sheet {
            None if content.sheets.len() == 1 => content.sheets.first(),
            None => {
                let list: Vec<_> = names().map(shown).collect();
                messages.push(
                    Diagnostic::error(
                        file.place.clone(),
                        format!("{} has several sheets: {}", shown(&file.value), list.join(", ")),
                    )
                    .action("say which with the key \"sheet\""),
                );
                None
            }
            Some(wanted) => {
                let found = content.sheets.iter().find(|g| g.sheet.as_deref() == Some(wanted));
                if found.is_none() {
                    messages.push(
                        Diagnostic::error(Place::file(&file.value), format!("there is no sheet {}", shown(wanted)))
                            .expected(format!("the sheet that study.toml names on line {}", line_of(&file.place)))
                            .action(did_you_mean(wanted, names())),
                    );
                }
                found
            }
        }
    }
}

fn line_of(place: &Place) -> String {
    match place.spot {
        crate::diagnostic::Spot::Line(line) => line.to_string(),
        _ => "?".to_owned(),
    }
}

fn open(path: &Path, name: &str) -> Result<Content, Diagnostics> {
    let bytes = std::fs::read(path)
        .map_err(|error| Diagnostic::error(Place::file(name), format!("the file cannot be read: {error}")))?;
    let sha256 = hex(&Sha256::digest(&bytes));
    let sheets = if spss::is_spss(&bytes) {
        vec![spss::read(bytes, name)?]
    } else if workbook::is_workbook(&bytes) {
        workbook::read(bytes, name)?
    } else {
        vec![text::read(&bytes, name)?]
    };
    Ok(Content { sha256, sheets })
}

/// Bytes as lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}
