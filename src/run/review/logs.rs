//! The files of decisions while somebody codes. What was read and written of each is held against what stands there now, so that
//! nothing is lost without a word when a program that synchronises folders puts another file in its place, or somebody breaks one.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, Metadata};
use std::io::ErrorKind;
use std::path::Path;
use std::time::SystemTime;

use crate::decisions::Log;
use crate::decisions::log::{LineId, cut};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::msg;
use crate::output::{OutputError, append};
use crate::study::{Appended, DECISIONS, Study};

/// The files of decisions, as they were read and written.
pub(super) struct Logs {
    /// The coder's own.
    own: String,
    files: BTreeMap<String, Known>,
    /// How many own lines were gone and were written again.
    put_back: usize,
}

/// What is known of a file.
#[derive(Default)]
struct Known {
    /// What was read and written of it.
    bytes: Vec<u8>,
    /// Its size and the time of its last change when it was read; nothing where it is to be read again.
    stamp: Option<(u64, Option<SystemTime>)>,
    /// How many lines that were read are not there any more.
    gone: usize,
    /// What cannot be read.
    wrong: Vec<Diagnostic>,
}

impl Logs {
    /// As a study was read.
    pub fn new(study: &Study, own: &str) -> Self {
        let known = |file: &Appended| (file.name.clone(), Known { bytes: file.bytes.to_vec(), ..Known::default() });
        Self { own: own.to_owned(), files: study.decisions.iter().map(known).collect(), put_back: 0 }
    }

    /// Reads what looks otherwise than before: the lines that can be read of it.
    pub fn news(&mut self, study: &Study, log: &Log) -> Log {
        let mut arrived = Vec::new();
        for name in names(study).into_iter().chain(self.files.keys().cloned()).collect::<BTreeSet<_>>() {
            let path = study.path(&name);
            let known = self.files.entry(name.clone()).or_default();
            let stamp = stamp(&path);
            if known.stamp == Some(stamp) {
                continue;
            }
            let bytes = match fs::read(&path) {
                Ok(bytes) => bytes,
                Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
                // It is read the next time.
                Err(_) => continue,
            };
            known.stamp = Some(stamp);
            known.gone = gone(&known.bytes, &bytes, log).len();
            if known.bytes == bytes {
                continue;
            }
            if known.gone == 0 {
                known.bytes.clone_from(&bytes);
            }
            arrived.push(Appended { name, bytes: bytes.into() });
        }
        let mut messages = Diagnostics::new();
        let news = Log::read(&arrived, &mut messages);
        let messages = messages.errors_only();
        for file in arrived {
            let wrong = messages.sorted().into_iter().filter(|wrong| *wrong.place.file == file.name).cloned();
            self.files.entry(file.name.clone()).or_default().wrong = wrong.collect();
        }
        news
    }

    /// Whether own lines are gone.
    pub fn lacks_own(&self) -> bool {
        self.files.get(&self.own).is_some_and(|own| own.gone > 0)
    }

    /// Adds lines to the coder's own file, behind those of before that are gone, which are written again.
    pub fn append(&mut self, study: &Study, log: &Log, lines: &[String]) -> Result<(), OutputError> {
        let known = self.files.entry(self.own.clone()).or_default();
        let written = RefCell::new((String::new(), 0, false));
        let before = |there: &[u8]| {
            let gone = gone(&known.bytes, there, log);
            let before = gone.iter().fold(cut(there), |before, line| before + line + "\n");
            written.replace((before.clone(), gone.len(), there == known.bytes));
            before
        };
        append(&study.path(&self.own), before, lines)?;
        let (before, put_back, is_as_known) = written.into_inner();
        // What somebody else wrote in between is read the next time.
        known.stamp = None;
        known.gone = 0;
        let before = if is_as_known { before } else { "\n".to_owned() };
        let new = lines.iter().fold(before, |new, line| new + line + "\n");
        known.bytes.extend_from_slice(new.as_bytes());
        self.put_back += put_back;
        Ok(())
    }

    /// The lines of the coder's own file, the first first.
    pub fn own(&self) -> impl DoubleEndedIterator<Item = LineId> {
        let own = self.files.get(&self.own).map(|own| lines(&own.bytes)).unwrap_or_default();
        own.into_iter().map(LineId::of)
    }

    /// What somebody has to know of the files.
    pub fn told(&self) -> Vec<Diagnostic> {
        let mut told = Vec::new();
        if self.put_back > 0 {
            let message = msg!("review-lines-put-back", count = self.put_back);
            told.push(Diagnostic::warning(Place::file(&self.own), message));
        }
        for (name, known) in &self.files {
            told.extend(known.wrong.iter().cloned());
            if known.gone > 0 {
                told.push(Diagnostic::error(Place::file(name), msg!("review-lines-gone", count = known.gone)));
            }
        }
        told
    }
}

fn stamp(path: &Path) -> (u64, Option<SystemTime>) {
    let of = |metadata: Metadata| (metadata.len(), metadata.modified().ok());
    fs::metadata(path).map(of).unwrap_or_default()
}

/// The lines of the log that a file had and has no more.
fn gone<'k>(known: &'k [u8], there: &[u8], log: &Log) -> Vec<&'k str> {
    if there.starts_with(known) {
        return Vec::new();
    }
    let there: BTreeSet<LineId> = lines(there).into_iter().map(LineId::of).collect();
    let is_gone = |line: &&str| {
        let id = LineId::of(line);
        log.line(id).is_some() && !there.contains(&id)
    };
    lines(known).into_iter().filter(is_gone).collect()
}

fn lines(bytes: &[u8]) -> Vec<&str> {
    let text = |line| Some(std::str::from_utf8(line).ok()?.trim_end_matches('\r').trim_start_matches('\u{feff}'));
    bytes.split(|byte| *byte == b'\n').filter_map(text).collect()
}

/// The files of decisions that there are.
fn names(study: &Study) -> Vec<String> {
    let entries = fs::read_dir(study.path(DECISIONS)).into_iter().flatten().flatten();
    let of = |entry: fs::DirEntry| {
        let name = entry.file_name().into_string().ok()?;
        let is_log = name.ends_with(".jsonl") && !name.starts_with('.') && entry.path().is_file();
        is_log.then(|| format!("{DECISIONS}/{name}"))
    };
    entries.filter_map(of).collect()
}
