//! Faults that people make, planted in copies of the shipped study and of the README's, and whether each is answered.
//!
//! The nine kinds are those by which a wrong number could reach print. A plant records the file and the places, or the
//! name where there is no place; one message that the unchanged study does not give must hold the file and one of them.
//! The sequence of random numbers is fixed, so that every run plants the same faults.

mod columns;
mod contact;
mod declared;
mod drafts;
mod edit;
mod nothing;
mod rows;
mod sheets;
mod signs;
mod values;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use insats::run::check;
use rayon::prelude::*;

use crate::support::{copy_folder, project};
use edit::Random;

/// The study that a fault is planted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Base {
    /// The shipped study of 2024.
    Shipped,
    /// The small study of the README.
    Small,
    /// The same, its answers in a workbook.
    Book,
}

/// What was planted: the file, and what a message about it may name: cell, line or name.
struct Planted {
    file: String,
    places: Vec<String>,
}

/// What was planted, in short.
fn at(file: &str, places: impl IntoIterator<Item = impl Into<String>>) -> Planted {
    Planted { file: file.to_owned(), places: places.into_iter().map(Into::into).collect() }
}

/// How a fault is answered.
enum Answer {
    /// By a message of `check`.
    Message(fn(&Path, &mut Random) -> Planted),
    /// In another way; what is wrong is said.
    Otherwise(fn(&Path, &mut Random) -> Result<(), String>),
}

/// One fault.
struct Fault {
    /// The kind, 1 to 9.
    kind: u8,
    name: &'static str,
    base: Base,
    answer: Answer,
}

/// A fault that a message of `check` answers.
fn told(kind: u8, name: &'static str, base: Base, plant: fn(&Path, &mut Random) -> Planted) -> Fault {
    Fault { kind, name, base, answer: Answer::Message(plant) }
}

/// A fault that is answered in another way.
fn shown(kind: u8, name: &'static str, base: Base, plant: fn(&Path, &mut Random) -> Result<(), String>) -> Fault {
    Fault { kind, name, base, answer: Answer::Otherwise(plant) }
}

/// Lays out a copy of a study, with the codebook where the study looks for it.
fn lay_out(base: Base, root: &Path) -> PathBuf {
    let study = root.join("input/study");
    let from = if base == Base::Shipped { "input/lagesrapport-2024" } else { "tests/cases/readme-min-studie" };
    copy_folder(&project(from), &study);
    fs::create_dir_all(root.join("codebook")).expect("a folder");
    fs::copy(project("codebook/psykisk-halsa.json"), root.join("codebook/psykisk-halsa.json")).expect("the codebook");
    if base != Base::Shipped {
        fs::remove_dir_all(study.join("expected")).expect("what the case expects");
        edit::text(&study.join("study.toml"), |text| text.replace("../../../codebook", "../../codebook"));
    }
    if base == Base::Book {
        values::into_workbook(&study);
    }
    study
}

/// Everything that `check` says of a study, each message whole.
fn messages(study: &Path) -> Vec<String> {
    check(study, &|_| {}).messages.sorted().iter().map(ToString::to_string).collect()
}

/// Whether a text holds a name as a whole: `line 4` is not in `line 42`.
fn holds(text: &str, name: &str) -> bool {
    // An escaped sign stands inside a word.
    let is_part = |c: Option<char>| !name.starts_with('\\') && c.is_some_and(char::is_alphanumeric);
    text.match_indices(name).any(|(start, found)| {
        let end = start + found.len();
        !is_part(text[..start].chars().next_back()) && !is_part(text[end..].chars().next())
    })
}

/// What `check` says of the studies before a fault is planted.
fn unplanted() -> BTreeMap<Base, Vec<String>> {
    let of = |base: Base| {
        let folder = tempfile::tempdir().expect("a temporary folder");
        (base, messages(&lay_out(base, folder.path())))
    };
    [Base::Shipped, Base::Small, Base::Book].map(of).into()
}

/// What is wrong with the answer to a fault; `None` where it is answered.
fn unanswered(fault: &Fault, seed: u64, before: &[String]) -> Option<String> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let study = lay_out(fault.base, folder.path());
    let mut random = Random(seed);
    match fault.answer {
        Answer::Otherwise(plant) => plant(&study, &mut random).err(),
        Answer::Message(plant) => {
            let planted = plant(&study, &mut random);
            let new: Vec<_> = messages(&study).into_iter().filter(|message| !before.contains(message)).collect();
            let answers = |message: &String| {
                message.contains(&planted.file) && planted.places.iter().any(|place| holds(message, place))
            };
            let said = || new.iter().take(4).map(String::as_str).collect::<Vec<_>>().join("\n");
            let answered = new.iter().any(answers);
            (!answered).then(|| format!("{} at {:?}; said was\n{}", planted.file, planted.places, said()))
        }
    }
}

#[test]
fn every_planted_fault_is_answered() {
    let faults: Vec<Fault> = [
        columns::faults(),
        values::faults(),
        drafts::faults(),
        declared::faults(),
        sheets::faults(),
        rows::faults(),
        signs::faults(),
        nothing::faults(),
        contact::faults(),
    ]
    .into_iter()
    .flatten()
    .collect();
    assert!(faults.len() >= 60, "only {} faults", faults.len());
    assert!((1..=9).all(|kind| faults.iter().any(|fault| fault.kind == kind)));
    let before = unplanted();
    let ask = |(number, fault): (usize, &Fault)| {
        // A fault that cannot be planted, or that panics, is told with the others.
        let asked = || unanswered(fault, 2024 + number as u64, &before[&fault.base]);
        let complaint = std::panic::catch_unwind(asked).unwrap_or_else(|_| Some("a panic, see above".to_owned()));
        complaint.map(|complaint| format!("--- kind {}, {}: {complaint}", fault.kind, fault.name))
    };
    let left: Vec<String> = faults.par_iter().enumerate().filter_map(ask).collect();
    assert!(left.is_empty(), "{} of {} are not answered\n{}", left.len(), faults.len(), left.join("\n"));
}
