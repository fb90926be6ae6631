//! One case: a run of its study, held against what is expected.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use insats::run::{Failure, diff, init};
use insats::since::Note;
use insats::wording::Language;
use libtest_mimic::Failed;

use crate::explained::explained;
use crate::support::{UNDRAWN, copy_folder, run_into, shown};

const STUDY: &str = "study.toml";
const MESSAGES: &str = "messages.txt";
const EXPLAINED: &str = "explain.txt";
/// The output folder of an earlier run, and what the names of tables of what has changed since begin with.
const BEFORE: &str = "before";
const SINCE: &str = "since-";

/// A folder of `tests/cases`.
pub struct Case {
    /// The folder.
    pub folder: PathBuf,
    /// Whether to replace what is expected by what is found.
    pub update: bool,
}

impl Case {
    /// Runs the study in a folder of its own.
    ///
    /// # Errors
    /// Everything that differs.
    pub fn hold(&self) -> Result<(), Failed> {
        let drafted = !self.folder.join(STUDY).is_file() && self.folder.join("expected").join(STUDY).is_file();
        for needed in [STUDY, "README.md"] {
            if !(self.folder.join(needed).is_file() || drafted && needed == STUDY) {
                return Err(format!("{needed} is missing; nothing was compared or written").into());
            }
        }
        let place = tempfile::tempdir().expect("a temporary folder");
        let out = place.path().join("out");
        let (study, of_draft) = if drafted { self.drafted(place.path()) } else { (self.folder.clone(), None) };
        let mut problems = match run_into(&study, &out, &UNDRAWN) {
            Ok(summary) => {
                let notices: String =
                    summary.notices.iter().map(|n| format!("{}\n", n.clone().for_console(true))).collect();
                let mut problems = self.since(&out);
                problems.extend(self.written(&out));
                problems.extend(still(&study, &out));
                problems.extend(self.differs(MESSAGES, &notices));
                // Notices stand in the report, which is in Swedish by default.
                let untranslated = summary
                    .notices
                    .iter()
                    .filter(|notice| notice.told(Language::Swedish) == notice.told(Language::English));
                problems.extend(untranslated.map(|notice| format!("not told in Swedish: {}", notice)));
                problems
            }
            Err(Failure::Input(messages)) => self.stopped(&shown(&messages), &out),
            Err(other) => vec![other.to_string()],
        };
        problems.extend(of_draft);
        if problems.is_empty() { Ok(()) } else { Err(problems.join("\n").into()) }
    }

    /// What has changed since an earlier run, where the case has one, as tables in `since`.
    fn since(&self, out: &Path) -> Vec<String> {
        let before = self.folder.join(BEFORE);
        if !before.is_dir() {
            return Vec::new();
        }
        let failed = diff(&self.folder, &before, Some((&out.join("since")).into()), &|_| {}).err();
        failed.into_iter().map(|failure| failure.to_string()).collect()
    }

    /// A study whose declarations `init` drafts from its files, and how the draft differs from what is expected.
    fn drafted(&self, place: &Path) -> (PathBuf, Option<String>) {
        let study = place.join(self.folder.file_name().expect("a name"));
        copy_folder(&self.folder, &study);
        fs::remove_dir_all(study.join("expected")).expect("what is expected");
        let draft = init(&study, None, false, insats::wording::Language::Swedish).map(|done| done.draft.study);
        let draft = draft.unwrap_or_else(|failure| panic!("{failure}"));
        (study, self.differs(STUDY, &draft))
    }

    /// A run that came to its end: every expected file is compared, and there is at least one.
    fn written(&self, out: &Path) -> Vec<String> {
        let mut problems = Vec::new();
        let mut names = self.expected_names();
        names.remove(MESSAGES);
        names.remove(STUDY);
        if names.is_empty() {
            problems.push(
                "there are no expected data; make an empty expected/<name>.csv for each file that the case is to hold, \
                 and update"
                    .to_owned(),
            );
        }
        for name in names {
            if name == EXPLAINED {
                let commands = self.expected(&name);
                problems.extend(self.differs(&name, &explained(&self.folder, &commands)));
                continue;
            }
            let places = match name.strip_prefix(SINCE) {
                Some(table) => vec![out.join("since").join(table)],
                None => ["data", "tables", "figures", "texts"].map(|folder| out.join(folder).join(&name)).to_vec(),
            };
            match places.iter().find(|path| (name.ends_with(".csv") || name.ends_with(".txt")) && path.is_file()) {
                Some(path) => problems.extend(self.differs(&name, &fs::read_to_string(path).expect("a file"))),
                None => problems.push(format!("expected/{name} is compared with nothing: no run writes it")),
            }
        }
        problems
    }

    /// A run that was stopped: it wrote nothing, and said why.
    fn stopped(&self, messages: &str, out: &Path) -> Vec<String> {
        let mut problems: Vec<String> = self.differs(MESSAGES, messages).into_iter().collect();
        if out.exists() {
            problems.push("something was written".to_owned());
        }
        let others = self.expected_names().into_iter().filter(|name| ![MESSAGES, STUDY].contains(&name.as_str()));
        problems.extend(others.map(|name| format!("expected/{name} is compared with nothing: the run was stopped")));
        problems
    }

    fn expected_names(&self) -> BTreeSet<String> {
        let Ok(entries) = fs::read_dir(self.folder.join("expected")) else { return BTreeSet::new() };
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
    }

    /// What is expected; nothing where there is no such file.
    fn expected(&self, name: &str) -> String {
        let path = self.folder.join("expected").join(name);
        if path.is_file() { fs::read_to_string(path).expect("an expected file") } else { String::new() }
    }

    /// How a file differs from what is expected; an update replaces it instead.
    fn differs(&self, name: &str, found: &str) -> Option<String> {
        let expected = self.expected(name);
        let (found, expected) = (found.trim_end(), expected.trim_end());
        if found == expected {
            return None;
        }
        if self.update {
            self.replace(name, found);
            return None;
        }
        let mut pairs = found.lines().zip(expected.lines());
        let first =
            pairs.position(|(a, b)| a != b).unwrap_or_else(|| found.lines().count().min(expected.lines().count()));
        Some(format!("{name} differs from line {}\nexpected\n{expected}\nfound\n{found}", first + 1))
    }

    fn replace(&self, name: &str, found: &str) {
        let folder = self.folder.join("expected");
        fs::create_dir_all(&folder).expect("a folder");
        let path = folder.join(name);
        eprintln!("updated {}", path.display());
        if found.is_empty() {
            fs::remove_file(path).expect("a file to remove");
        } else {
            fs::write(path, format!("{found}\n")).expect("a file to write");
        }
    }
}

/// Since its own run nothing of a study has moved, and the run's folder proves all that there is.
fn still(study: &Path, out: &Path) -> Option<String> {
    let difference = match diff(study, out, None, &|_| {}) {
        Ok(summary) => summary.difference,
        Err(failure) => return Some(failure.to_string()),
    };
    // What is read blind stands in no file: its codes of now are taken for those of then.
    let proves = difference.notes.iter().all(|note| matches!(note, Note::NoInterventions | Note::ReadBlind(_)));
    let is_still = difference.is_nothing() && difference.files.is_empty() && proves;
    (!is_still).then(|| format!("something has moved since the case's own run: {difference:#?}"))
}
