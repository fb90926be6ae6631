//! Miniature studies: every folder of `tests/cases` is a study that an evaluator could open, and a test of its own name.
//!
//! A case holds `study.toml`, its files, a `README.md` that says what it shows and works its numbers out by hand, and
//! `expected/`:
//!
//! - `<name>.csv`, each equal to the file of that name in `data`, `tables` or `figures` of a run;
//! - `messages.txt`, the messages that stop the run, or, beside data, its warnings and notices;
//! - `study.toml` where the folder itself has none: what `insats init` drafts from the files, with which the case then runs;
//! - `since-<name>.csv`, where the case holds in `before/` the output folder of an earlier run: each equal to `<name>.csv` of
//!   `insats diff`;
//! - `explain.txt`, commands `$ insats explain . …` with all that each of them says.
//!
//! Whatever a case holds, since its own run nothing of it may have moved.
//!
//! `cargo test --test cases` runs all, `cargo test --test cases -- gotland` those with the word in their name. With
//! `INSATS_UPDATE=1` the files of `expected/` are replaced by what was found; `git diff` then shows what changed.
//! CONTRIBUTING.md says when to use it.

// A test may stop at what it did not expect, and say what it has written.
#![allow(clippy::expect_used, clippy::print_stderr)]

// The suite uses more of it.
#[allow(dead_code)]
#[path = "../suite/support.rs"]
mod support;

mod case;
mod explained;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use libtest_mimic::{Arguments, Failed, Trial};

use case::Case;
use support::project;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let update = std::env::var_os("INSATS_UPDATE").is_some_and(|value| !value.is_empty() && value != "0");
    let in_ci = std::env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false");
    if update && in_ci {
        eprintln!("INSATS_UPDATE is set in CI, where nobody looks at what it would write");
        return ExitCode::FAILURE;
    }
    let folders = folders();
    let enough = folders.len();
    let mut trials = vec![Trial::test("cases::are_found", move || are_enough(enough))];
    trials.extend(folders.into_iter().map(|folder| {
        let name = format!("cases::{}", name(&folder));
        Trial::test(name, move || Case { folder, update }.hold())
    }));
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// Every folder of `tests/cases`; one without a study fails as a case.
fn folders() -> Vec<PathBuf> {
    let entries = fs::read_dir(project("tests/cases")).expect("the cases");
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    folders.retain(|path| path.is_dir());
    folders.sort();
    folders
}

fn name(folder: &Path) -> String {
    folder.file_name().expect("a name").to_string_lossy().into_owned()
}

/// There were 81 cases when this was written.
fn are_enough(found: usize) -> Result<(), Failed> {
    if found < 80 { Err(format!("only {found} cases were found").into()) } else { Ok(()) }
}
