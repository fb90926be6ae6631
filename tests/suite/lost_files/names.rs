//! Names that become files' names; and that `check` finds what a run finds.

use std::fs;

use insats::diagnostic::Severity;
use insats::run::{Failure, check};

use super::world::{World, said};
use crate::support::{UNDRAWN, project, run_into};

#[test]
fn ids_of_allocations_are_names_of_files() {
    let world = World::new();
    let toml = world.at("ar/studie/study.toml");
    let text = fs::read_to_string(&toml).expect("study.toml");
    let part = "rounding = \"half-up\"\npart = [{ id = \"lika\", pot = 90, each = 30 }]\n";
    // "allocation-" and ".csv" are 15 of 255 bytes, and å is two.
    let long = "å".repeat(121);
    let more = format!("\n[[allocation]]\nid = \"EGEN\"\n{part}\n[[allocation]]\nid = \"{long}\"\n{part}");
    fs::write(&toml, text.replace("\n[limits]", &format!("{more}\n[limits]"))).expect("study.toml");
    let output = world.insats(&["allocate", "ar/studie"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said(&output).contains("the allocations \"egen\" and \"EGEN\" differ in capitals only"),
        "{}",
        said(&output)
    );
    assert!(said(&output).contains("is too long for a file's name: 242 bytes"), "{}", said(&output));
    assert!(said(&output).contains("at most 240 bytes"), "{}", said(&output));
}

/// What stops a run is what `check` calls errors, in every case and in the shipped studies.
#[test]
fn check_finds_what_a_run_finds() {
    let mut studies: Vec<_> =
        fs::read_dir(project("tests/cases")).expect("cases").flatten().map(|e| e.path()).collect();
    studies.extend(crate::support::studies());
    studies.retain(|path| path.is_dir());
    assert!(studies.len() > 80, "only {} studies were found", studies.len());
    for study in studies {
        let out = tempfile::tempdir().expect("a folder");
        let formats = if study.starts_with(project("input")) { &[][..] } else { &UNDRAWN };
        let found = match run_into(&study, &out.path().join("out"), formats) {
            Ok(summary) => summary.notices,
            Err(Failure::Input(messages)) => messages.sorted().into_iter().cloned().collect(),
            Err(other) => panic!("{}: {other:?}", study.display()),
        };
        let checked = check(&study, &|_| {}).messages;
        let lines =
            |all: Vec<&insats::diagnostic::Diagnostic>| all.iter().map(|m| format!("{m}\n")).collect::<String>();
        assert_eq!(lines(checked.sorted()), lines(found.iter().collect()), "{}", study.display());
        let errors = found.iter().filter(|m| m.severity == Severity::Error).count();
        assert_eq!(checked.count(Severity::Error), errors, "{}", study.display());
    }
}

/// A claim about an area that does not exist used to pass.
#[test]
fn a_claim_of_an_unknown_area_does_not_pass_check() {
    let world = World::new();
    let claims = world.at("ar/studie/claims.csv");
    let text = fs::read_to_string(&claims).expect("claims");
    fs::write(&claims, text.replace("P-1,all", "P-1,bu-regon")).expect("claims");
    let output = world.insats(&["check", "ar/studie"]);
    assert_eq!(output.status.code(), Some(1));
    let shown = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        shown.contains("\"bu-regon\" is no area of the study") && shown.contains("did you mean \"bu-region\"?"),
        "{shown}"
    );
}
