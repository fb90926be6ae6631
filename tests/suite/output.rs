//! The output folder is whole at every moment.

use std::fs;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use insats::output::{Content, OutputError, OutputFile, Transaction};
use insats::render::Format;

use crate::support::{files, project, run_into};

const STUDY: &str = "input/lagesrapport-2024";

fn manifest_file(text: &str) -> OutputFile {
    let manifest = format!("{{\"program\":{{\"name\":\"insats\"}},\"x\":\"{text}\"}}");
    ("manifest.json".to_owned(), manifest.into_bytes().into())
}

/// What is written piece by piece stands in the file as one, with the hash of the whole: that of "abc", from FIPS 180-4.
#[test]
fn a_long_file_is_written_piece_by_piece() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("out");
    let transaction = Transaction::begin(&target).expect("a transaction");
    let mut pieces = transaction.pieces("data/long.csv").expect("a file");
    pieces.add(b"a").and_then(|()| pieces.add(b"bc")).expect("both pieces");
    let file = pieces.end();
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert!(matches!(&file.1, Content::Written(sha256) if sha256 == abc), "{:?}", file.1);
    // What is told of it writes nothing more.
    transaction.write(&file).expect("a file that is there");
    transaction.commit().expect("a commit");
    assert_eq!(fs::read(target.join("data/long.csv")).expect("the file"), b"abc");
}

#[test]
fn a_transaction_that_is_given_up_leaves_the_old_folder_and_nothing_else() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("out");
    let first = Transaction::begin(&target).expect("a transaction");
    first.write(&manifest_file("old")).expect("a file");
    first.commit().expect("a commit");
    let before = files(&target);

    let second = Transaction::begin(&target).expect("a transaction");
    second.write(&manifest_file("new")).expect("a file");
    assert!(matches!(Transaction::begin(&target), Err(OutputError::Busy(_))), "two runs at once");
    drop(second);

    assert_eq!(files(&target), before);
    let left: Vec<_> = fs::read_dir(folder.path()).expect("a folder").flatten().map(|e| e.file_name()).collect();
    assert_eq!(left, ["out"], "something was left behind");
}

#[test]
fn a_folder_that_is_not_ours_is_never_replaced() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("thesis.docx"), "years of work").expect("a file");
    let result = run_into(&project(STUDY), folder.path(), &[Format::Csv]);
    assert!(matches!(result, Err(insats::run::Failure::Output(OutputError::NotOurs(_)))));
    assert_eq!(files(folder.path()).len(), 1);
}

#[test]
fn two_runs_give_the_same_bytes() {
    let folder = tempfile::tempdir().expect("a folder");
    let all = Format::WORDS.map(|(_, format)| format);
    let [one, other] = ["one", "other"].map(|name| folder.path().join(name));
    run_into(&project(STUDY), &one, &all).expect("a run");
    run_into(&project(STUDY), &other, &all).expect("a run");
    let (one, other) = (files(&one), files(&other));
    assert!(one.keys().eq(other.keys()));
    for (name, bytes) in &one {
        assert!(bytes == &other[name], "{name} differs");
    }
    // 53 figures in four formats, a picture without numbers in three, 15 tables, two texts and the workbook, the page, the Word documents,
    // the data files and the claims among them, the manifest.
    let data = one.keys().filter(|name| name.starts_with("data/")).count();
    assert_eq!(one.len(), 53 * 4 + 3 + 15 + 2 + 1 + 1 + 2 + data + 1);
}

#[test]
fn a_run_that_is_killed_leaves_the_previous_output_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("out");
    run_into(&project(STUDY), &target, &[Format::Csv]).expect("a run");
    let old = files(&target);
    for moment in 0..12 {
        let mut child = Command::new(env!("CARGO_BIN_EXE_insats"))
            .arg("run")
            .arg(project(STUDY))
            .args(["--quiet", "--formats", "csv,txt,svg", "--out"])
            .arg(&target)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program");
        sleep(Duration::from_millis(moment * 60));
        let _ = child.kill();
        let done = child.wait().expect("an end").success();
        let now = files(&target);
        if !done && now != old {
            // Killed after the exchange: then the new folder is whole.
            assert!(now.contains_key("figures/figur-34.svg") && now.contains_key("manifest.json"));
        }
    }
    run_into(&project(STUDY), &target, &[Format::Csv]).expect("a run");
    assert_eq!(files(&target), old);
    let left: Vec<_> = fs::read_dir(folder.path()).expect("a folder").flatten().map(|e| e.file_name()).collect();
    assert_eq!(left, ["out"], "the next run clears what a killed one left");
}
