//! What a user meets at the command line: exit codes, help, silence.

use std::process::{Command, Output};

use crate::support::{copy_folder, project};

fn insats(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_insats")).args(arguments).output().expect("the program")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn wrong_use_is_exit_code_2() {
    assert_eq!(insats(&[]).status.code(), Some(2));
    assert_eq!(insats(&["rnu"]).status.code(), Some(2));
    let output = insats(&["run", "input/lagesrapport-2024", "--formats", "svg,gif"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("expected one of svg, png, csv, txt, html, xlsx, docx, parquet"));
}

#[test]
fn help_has_examples() {
    let output = insats(&["run", "--help"]);
    assert!(output.status.success());
    assert!(text(&output.stdout).contains("insats run input/lagesrapport-2024 --out"));
}

#[test]
fn a_folder_without_a_study_is_exit_code_1() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = insats(&["run", &folder.path().to_string_lossy()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("a folder that holds study.toml"));
}

#[test]
fn a_good_run_is_silent_when_asked_and_sums_up_when_not() {
    let folder = tempfile::tempdir().expect("a folder");
    let study = folder.path().join("input/lagesrapport-2024");
    copy_folder(&project("input/lagesrapport-2024"), &study);
    std::fs::create_dir_all(folder.path().join("codebook")).expect("a folder");
    let book = project("codebook/psykisk-halsa.json");
    std::fs::copy(book, folder.path().join("codebook/psykisk-halsa.json")).expect("the codebook");
    let (study, out) = (study.to_string_lossy().into_owned(), folder.path().join("out").to_string_lossy().into_owned());

    let quiet = insats(&["run", &study, "--out", &out, "--formats", "csv", "--quiet", "--threads", "1"]);
    assert_eq!(
        (quiet.status.code(), text(&quiet.stdout), text(&quiet.stderr)),
        (Some(0), String::new(), String::new())
    );

    let english = insats(&["run", &study, "--out", &out, "--formats", "csv,txt", "--language", "en"]);
    assert_eq!(english.status.code(), Some(0), "{}", text(&english.stderr));
    let summary = text(&english.stdout);
    assert!(summary.contains("bu-region") && summary.contains("54 figures and 15 tables"), "{summary}");
    let figure = std::fs::read_to_string(folder.path().join("out/figures/figur-02.txt")).expect("figure 2");
    assert!(figure.contains("Strengthened staffing and resources"), "{figure}");
}
