//! The output folder of an earlier run: its manifest, and the data files as far as they are what was written then. Paths in a
//! manifest are never followed: only files of known names are opened.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;
use crate::output::MANIFEST;
use crate::read::{Watch, bytes, hex};
use crate::study::{CsvForm, Limits, Study};
use crate::wording::{Language, library_says};

/// What of a manifest is asked for. Earlier versions did not write all of it.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Manifest {
    pub program: Program,
    pub study: Named,
    pub settings: Settings,
    #[serde(default)]
    pub codebook: Option<Book>,
    #[serde(default)]
    pub inputs: Vec<File>,
    #[serde(default)]
    pub set_aside: Option<Vec<Aside>>,
    #[serde(default)]
    pub items: Vec<String>,
    outputs: Vec<File>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Program {
    name: String,
    #[serde(default)]
    pub version: String,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Named {
    name: String,
    title: String,
    year: i64,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Settings {
    #[serde(default)]
    language: String,
    #[serde(default)]
    pub weighting_per: Option<String>,
    #[serde(default)]
    pub codes: String,
    #[serde(default)]
    pub decimals: Option<u32>,
    #[serde(default)]
    csv: Option<String>,
    #[serde(default)]
    pub complete: Option<Complete>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Complete {
    pub requires: Vec<String>,
    pub placeholders: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Book {
    #[serde(default)]
    pub main_codes: Option<BTreeMap<String, BTreeMap<String, String>>>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct File {
    pub file: String,
    pub sha256: String,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Aside {
    pub area: String,
    pub respondent: String,
}

/// An output folder.
pub struct Folder {
    path: PathBuf,
    limits: Limits,
    pub(super) manifest: Manifest,
}

/// Why a file says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unusable {
    /// It is not there, or was not written.
    Missing,
    /// Somebody has changed it since.
    Edited,
    /// It is no table of the kind.
    Unread,
}

impl Folder {
    /// Opens the output folder of a run of the study.
    ///
    /// # Errors
    /// It is no folder of a run, or of another study's.
    pub fn open(path: &Path, study: &Study, watch: &mut Watch) -> Result<Self, Diagnostics> {
        let name = path.display().to_string();
        let about = |message| Diagnostics::from(Diagnostic::error(Place::file(&name), message));
        if !path.is_dir() {
            return Err(about(msg!("since-no-folder")));
        }
        let file = path.join(MANIFEST);
        if !file.is_file() {
            return Err(about(msg!("since-no-manifest", manifest = MANIFEST)));
        }
        let shown_file = file.display().to_string();
        watch.add(&shown_file, &file);
        let content = bytes(&file, &shown_file, &study.limits)?;
        let damaged = |error: serde_json::Error| {
            Diagnostics::from(Diagnostic::error(
                Place::file(&shown_file),
                msg!("since-manifest-damaged", reason = library_says(error)),
            ))
        };
        let manifest: Manifest = serde_json::from_slice(&content).map_err(damaged)?;
        if manifest.program.name != env!("CARGO_PKG_NAME") {
            return Err(about(msg!("since-no-manifest", manifest = MANIFEST)));
        }
        let folder = Self { path: path.to_owned(), limits: study.limits.clone(), manifest };
        if !folder.is_of_a_run() {
            return Err(about(msg!("since-not-of-a-run")));
        }
        if folder.is_for_people() {
            return Err(about(msg!("since-for-people")));
        }
        if !folder.is_of(study) {
            let own = &folder.manifest.study;
            let (title, year) = (shown(&own.title), own.year.to_string());
            let now = shown(study.title.get(folder.language().unwrap_or(study.language)));
            return Err(about(msg!("since-other-study", title, year, now, now_year = study.year.to_string())));
        }
        Ok(folder)
    }

    /// Whether a study's: of the same year and the same folder. A copy elsewhere has its title, or a file of answers or codes that is
    /// still what it was.
    fn is_of(&self, study: &Study) -> bool {
        let own = &self.manifest.study;
        let titles = Language::WORDS.map(|(_, language)| study.title.get(language));
        let is_named = || own.name == study.name || titles.contains(&own.title.as_str());
        own.year == study.year && (is_named() || self.read_a_file_of(study))
    }

    fn read_a_file_of(&self, study: &Study) -> bool {
        let answers = study.surveys.iter().flat_map(|own| own.files()).map(|file| &file.value);
        let accounts = study.accounts.iter().map(|own| &own.file.value);
        let mut files = answers.chain(accounts).chain(study.codings.iter().map(|own| &own.file.value));
        files.any(|file| {
            let then = self.manifest.inputs.iter().find(|own| own.file == *file);
            let now = || bytes(&study.path(file), file, &study.limits).ok();
            then.is_some_and(|then| now().is_some_and(|now| hex(&Sha256::digest(&now)) == then.sha256))
        })
    }

    /// The language of its files.
    pub fn language(&self) -> Option<Language> {
        let word = &self.manifest.settings.language;
        Language::WORDS.into_iter().find(|(known, _)| known == word).map(|(_, language)| language)
    }

    /// Whether it is the outcome of `run`: others write no data of interventions or accounts.
    fn is_of_a_run(&self) -> bool {
        ["data/interventions.csv", "data/accounts.csv"].iter().any(|file| self.written(file).is_some())
    }

    /// Whether its data files were written for people: their heads and words are the report's.
    fn is_for_people(&self) -> bool {
        self.manifest.settings.csv.as_deref() == Some(CsvForm::ExcelSwedish.word())
    }

    pub(super) fn written(&self, file: &str) -> Option<&str> {
        let found = self.manifest.outputs.iter().find(|output| output.file == file);
        found.map(|output| output.sha256.as_str())
    }

    /// A table of a known name, if it is as it was written.
    pub(super) fn table(&self, file: &str, watch: &mut Watch) -> Result<Rows, Unusable> {
        Rows::read(&self.content(file, watch)?, self.limits.cells).ok_or(Unusable::Unread)
    }

    /// A text of a known name, if it is as it was written.
    pub(super) fn text(&self, file: &str, watch: &mut Watch) -> Result<String, Unusable> {
        String::from_utf8(self.content(file, watch)?).map_err(|_| Unusable::Unread)
    }

    fn content(&self, file: &str, watch: &mut Watch) -> Result<Vec<u8>, Unusable> {
        let sha256 = self.written(file).ok_or(Unusable::Missing)?;
        let path = self.path.join(file);
        if !path.symlink_metadata().is_ok_and(|metadata| metadata.is_file()) {
            return Err(Unusable::Missing);
        }
        let name = path.display().to_string();
        watch.add(&name, &path);
        let content = bytes(&path, &name, &self.limits).map_err(|_| Unusable::Unread)?;
        if hex(&Sha256::digest(&content)) != sha256 {
            return Err(Unusable::Edited);
        }
        Ok(content.to_vec())
    }
}

/// A table of an output folder.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    pub(super) head: Vec<String>,
    pub(super) rows: Vec<csv::StringRecord>,
}

impl Rows {
    /// Reads a table that [`csv`](crate::render::csv()) wrote; nothing where it is none, or has too many cells.
    pub(super) fn read(content: &[u8], most: u64) -> Option<Self> {
        let mut reader = csv::ReaderBuilder::new().from_reader(content);
        let head: Vec<String> = reader.headers().ok()?.iter().map(str::to_owned).collect();
        let mut rows = Vec::new();
        for row in reader.into_records() {
            rows.push(row.ok()?);
            if (rows.len() as u64).saturating_mul(head.len() as u64) > most {
                return None;
            }
        }
        Some(Self { head, rows })
    }

    /// The position of a column.
    pub(super) fn column(&self, id: &str) -> Option<usize> {
        self.head.iter().position(|own| own == id)
    }

    /// The positions of columns that must be there.
    pub(super) fn columns<const N: usize>(&self, ids: [&str; N]) -> Option<[usize; N]> {
        let found = ids.map(|id| self.column(id));
        found.iter().all(Option::is_some).then(|| found.map(Option::unwrap_or_default))
    }

    /// The column of an amount, with the unit that its name ends in.
    pub(super) fn money(&self, what: &str) -> Option<(usize, &str)> {
        let unit = |own: &'_ str| own.strip_prefix(what).and_then(|rest| rest.strip_prefix('_')).map(str::len);
        let (at, length) = self.head.iter().enumerate().find_map(|(at, own)| Some((at, unit(own)?)))?;
        Some((at, &self.head[at][self.head[at].len() - length..]))
    }
}

/// A text of a cell, without the apostrophe that keeps it from being a formula.
pub(super) fn text(cell: &str) -> &str {
    let rest = cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', ' ']));
    rest.unwrap_or(cell)
}

/// An amount as data files have it: whole, or with two decimals.
pub(super) fn amount(cell: &str) -> Option<crate::money::Amount> {
    const MOST: i64 = 1_000_000_000_000_000;
    let (whole, part) = cell.split_once('.').unwrap_or((cell, "00"));
    let ore: i64 = Some(part).filter(|part| part.len() == 2)?.parse().ok().filter(|ore| *ore >= 0)?;
    let is_negative = whole.starts_with('-');
    let kronor: i64 = whole.parse().ok().filter(|kronor| (-MOST..=MOST).contains(kronor))?;
    let ore = kronor.checked_mul(100)?.checked_add(if is_negative { -ore } else { ore })?;
    Some(crate::money::Amount::from_ore(ore))
}
