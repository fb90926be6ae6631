//! What is printed arrives whole, or the exit code says that it did not.

use std::fs::File;
use std::process::Stdio;

use super::world::World;

const PRINTING: [&[&str]; 20] = [
    &["peek", "ar/studie/slutlig.csv"],
    &["peek", "ar/studie/slutlig.csv", "--csv"],
    &["check", "ar/studie"],
    &["check", "ar/studie", "--format", "json"],
    &["check", "modell"],
    &["verify", "ar/studie"],
    &["explain", "ar/studie", "B-1-1"],
    &["codebook", "check", "kodbok/kodbok.json"],
    &["claims", "draft", "ar/studie"],
    &["claims", "draft", "ar/studie", "--out", "utkast.csv", "--force"],
    &["run", "ar/studie", "--out", "ut", "--formats", "csv"],
    &["agreement", "ar/studie", "--out", "ut"],
    &["code", "ar/studie", "--out", "ut"],
    &["evaluate", "ar/studie", "--out", "ut"],
    &["suggest", "ar/studie", "--out", "ut"],
    &["allocate", "ar/studie", "--out", "ut"],
    &["learn", "ar/studie", "--out", "ny.json", "--force"],
    &["--help"],
    &["run", "--help"],
    &["--version"],
];

#[cfg(target_os = "linux")]
#[test]
fn what_could_not_be_printed_is_exit_code_2() {
    let world = World::new();
    let full = || Stdio::from(File::options().write(true).open("/dev/full").expect("/dev/full"));
    for arguments in PRINTING {
        let output = world.command(arguments).stdout(full()).output().expect("the program");
        let said = super::world::said(&output);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(said.contains("the output could not be written whole: the disk is full"), "{arguments:?}: {said}");
    }
    let init = world.command(&["init", "ar/studie", "--force"]).stdout(full()).output().expect("the program");
    assert_eq!(init.status.code(), Some(2));
}

/// As `| head` does.
#[test]
fn a_reader_that_has_gone_is_no_fault() {
    let world = World::new();
    for arguments in PRINTING {
        let mut child =
            world.command(arguments).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the program");
        drop(child.stdout.take());
        let code = child.wait().expect("an end").code();
        let expected = if arguments == ["check", "modell"] { 1 } else { 0 };
        assert_eq!(code, Some(expected), "{arguments:?}");
    }
}
