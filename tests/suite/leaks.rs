//! Nothing of what a respondent wrote beyond what is asked for, and no contact data, reaches any output or message.

use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::{Command, Output};

use crate::support::{files, project};

/// Stands in every cell of the contact columns and of those that no key names.
const MARKER: &str = "MARKE-hemligt";

fn run(study: &Path, out: &Path, command: &str) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_insats"));
    program.arg(command).arg(study);
    if command == "run" {
        program.arg("--out").arg(out).args(["--formats", "svg,csv,txt,xlsx,parquet"]);
    }
    program.output().expect("the program")
}

/// The study of `tests/formats` with its export; `row` is put behind the others.
fn study(folder: &Path, header: &str, row: &str) {
    fs::create_dir_all(folder).expect("a folder");
    for name in ["codebook.json", "medel.csv", "report.toml"] {
        fs::copy(project("tests/formats").join(name), folder.join(name)).expect("a file");
    }
    let declared = fs::read_to_string(project("tests/formats/study.toml")).expect("study.toml");
    let declared = declared.replace("texts_in_output = true\n", "");
    fs::write(folder.join("study.toml"), declared.replace("{file}", "svar.csv").replace("{keys}", ""))
        .expect("study.toml");
    let more = "Kontaktperson;E-post;Telefon;Övrigt att säga;Namn på den som svarat";
    let marks = (0..5).map(|n| format!("{MARKER}-{n}")).collect::<Vec<_>>().join(";");
    let lines = [
        format!("{header};{more}"),
        format!("101;Region Uppsala;{MARKER} i aktivitet;450000;;;Ja;X;;Utbildning;{marks}"),
        format!("102;VGR;{MARKER} i aktivitet;2500000;;;Nej;;X;Utbildning;{marks}"),
        format!("{row};{marks}"),
    ];
    fs::write(folder.join("svar.csv"), lines.join("\n") + "\n").expect("the export");
}

const HEADER: &str = "Id;Region;Insats 1: Vad gjordes?;Insats 1: Kronor;Insats 2: Vad gjordes?;Insats 2: Kronor;Samverkan?;Målgrupp: Barn;Målgrupp: Unga;Stöd";

fn check(name: &str, bytes: &[u8]) {
    let found = bytes.windows(MARKER.len()).any(|window| window == MARKER.as_bytes());
    assert!(!found, "the marker is in {name}");
    // Workbooks are archives; what stands in them is packed.
    if bytes.starts_with(b"PK") {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
        for index in 0..archive.len() {
            let mut part = archive.by_index(index).expect("a part");
            let mut content = Vec::new();
            part.read_to_end(&mut content).expect("a part");
            check(name, &content);
        }
    }
}

fn check_all(folder: &Path, output: &Output) {
    check("standard output", &output.stdout);
    check("standard error", &output.stderr);
    if folder.join("out").exists() {
        let written = files(&folder.join("out"));
        assert!(written.len() > 10, "only {} files were written", written.len());
        written.iter().for_each(|(name, bytes)| check(name, bytes));
    }
}

#[test]
fn markers_reach_no_output() {
    let folder = tempfile::tempdir().expect("a folder");
    study(&folder.path().join("studie"), HEADER, ";;;;;;;;;");
    fs::write(
        folder.path().join("studie/svar.csv"),
        // The third row of the template has no respondent.
        fs::read_to_string(folder.path().join("studie/svar.csv"))
            .expect("the export")
            .lines()
            .take(3)
            .collect::<Vec<_>>()
            .join("\n"),
    )
    .expect("the export");
    let output = run(&folder.path().join("studie"), &folder.path().join("out"), "run");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    check_all(folder.path(), &output);
    let output = run(&folder.path().join("studie"), &folder.path().join("out"), "check");
    check_all(folder.path(), &output);
}

#[test]
fn markers_reach_no_message() {
    // Everything that can be wrong with a row and a header, each with the markers beside it.
    let rows = [
        "103;Okänd region;x;5;;;Ja;X;;Utbildning",
        ";Region Skåne;x;5;;;Ja;X;;Utbildning",
        "101;Region Skåne;x;5;;;Ja;X;;Utbildning",
        "103;VGR;x;5;;;Ja;X;;Utbildning",
        "103;Region Skåne;x;fem kronor;;;Ja;X;;Utbildning",
        "103;Region Skåne;x;5;;;Kanske;X;;Utbildning",
        "103;Region Skåne;x;5;;;Ja;Delvis;;Utbildning",
        "103;Region Skåne;x;5;;;Ja;X;;Utbildningar",
        "103;Region Skåne;#N/A;5;;;Ja;X;;Utbildning",
        "103;Region Skåne;x;5",
        "103;Region Skåne;\"x;5",
    ];
    let headers = [
        HEADER.replace("Insats 1: Kronor", "Insats 1: Belopp"),
        HEADER.replace("Region;", "Landsting;"),
        HEADER.replace("Samverkan?", "Samverkan"),
        HEADER.replace("Målgrupp: ", "Målgrupper: "),
        HEADER.replace("Id;", "Nummer;"),
        HEADER.replace("Stöd", "Region"),
    ];
    let cases =
        rows.iter().map(|row| (HEADER, *row)).chain(headers.iter().map(|header| (header.as_str(), ";;;;;;;;;")));
    for (header, row) in cases {
        for command in ["run", "check"] {
            let folder = tempfile::tempdir().expect("a folder");
            study(&folder.path().join("studie"), header, row);
            let output = run(&folder.path().join("studie"), &folder.path().join("out"), command);
            assert_eq!(output.status.code(), Some(1), "{header}\n{row}\n{}", String::from_utf8_lossy(&output.stderr));
            check_all(folder.path(), &output);
        }
    }
}
