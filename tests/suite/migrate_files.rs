//! The files that a migration changes: workbooks come back byte for byte, and a program that is killed while files take their places
//! leaves something that the next command finishes.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::Command;

use rust_xlsxwriter::{Format, Workbook};
use sha2::{Digest, Sha256};

use crate::migrate::{changes, copy, copy_of_2024, migrate, ok, wrong};
use crate::support::files;

/// The parts of an archive.
fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a workbook");
    (0..archive.len())
        .map(|at| {
            let mut part = archive.by_index(at).expect("a part");
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).expect("a part");
            (part.name().expect("a name").into_owned(), bytes)
        })
        .collect()
}

/// Texts of which a program makes shared ones, numbers, a format, and a column that is no code.
fn workbook() -> Vec<u8> {
    let rows = [
        ("R-1-1", "1a; 2b"),
        ("R-1-2", "2a"),
        ("R-2-1", "11"),
        ("R-2-2", "1 ;1b"),
        ("R-3-1", "2b"),
        ("R-3-2", "Ingen"),
    ];
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let bold = Format::new().set_bold();
    for (column, head) in ["Insats", "Åtgärd", "Anmärkning"].iter().enumerate() {
        sheet.write_with_format(0, column as u16, *head, &bold).expect("a cell");
    }
    for (row, (id, code)) in (1..).zip(rows) {
        sheet.write(row, 0, id).expect("a cell");
        match code.parse::<u32>() {
            Ok(number) => sheet.write_with_format(row, 1, number, &bold).expect("a cell"),
            Err(_) => sheet.write_with_format(row, 1, code, &bold).expect("a cell"),
        };
        sheet.write(row, 2, "1a & <2b>").expect("a cell");
    }
    book.save_to_buffer().expect("a workbook")
}

/// The case with its final sheet in a workbook.
fn with_workbook(bytes: &[u8]) -> tempfile::TempDir {
    let folder = copy();
    let at = |name: &str| folder.path().join(name);
    fs::remove_file(at("koder.csv")).expect("a sheet");
    fs::remove_file(at("koder.csv.lock")).expect("a lock");
    fs::write(at("koder.xlsx"), bytes).expect("a workbook");
    let declared = fs::read_to_string(at("study.toml")).expect("declarations");
    fs::write(at("study.toml"), declared.replace("koder.csv", "koder.xlsx")).expect("declarations");
    folder
}

const THERE: &str = "[[rename]]\nsystem = \"s\"\ncode = \"11\"\nto = \"1m\"\n[[rename]]\nsystem = \"s\"\ncode = \"1a\"\nto = \"11\"\n[[move]]\nsystem = \"s\"\ncode = \"2b\"\nunder = \"1\"\nto = \"1a\"\n";
const BACK: &str = "[[rename]]\nsystem = \"s\"\ncode = \"1m\"\nto = \"11\"\n[[rename]]\nsystem = \"s\"\ncode = \"11\"\nto = \"1a\"\n[[move]]\nsystem = \"s\"\ncode = \"1a\"\nunder = \"2\"\nto = \"2b\"\n";

/// 11 is a number, 1a a shared text: each is the other's id for a while.
#[test]
fn a_workbook_that_a_program_wrote_comes_back_byte_for_byte() {
    let before = workbook();
    let folder = with_workbook(&before);
    let read = || fs::read(folder.path().join("koder.xlsx")).expect("a workbook");
    ok(migrate(folder.path(), &format!("version = \"2\"\n{THERE}"), None, true));
    let there = read();
    assert_ne!(there, before);
    let sheet = String::from_utf8(parts(&there)["xl/worksheets/sheet1.xml"].clone()).expect("a sheet");
    assert!(!sheet.contains("xml:space") && sheet.contains("1m"), "{sheet}");
    ok(migrate(folder.path(), &format!("version = \"1\"\n{BACK}"), None, true));
    for (name, bytes) in parts(&before) {
        assert_eq!(String::from_utf8_lossy(&parts(&read())[&name]), String::from_utf8_lossy(&bytes), "{name}");
    }
    assert!(read() == before, "the parts are the same, and packed otherwise");
}

/// The workbook of 2024 with 8 421 coded cells.
#[test]
fn the_workbook_of_2024_has_the_same_parts_again() {
    let folder = copy_of_2024();
    let study = folder.path().join("input/lagesrapport-2024");
    let read = || fs::read(study.join("kodning/kodning-slutlig.xlsx")).expect("a workbook");
    let (before, book) = (read(), fs::read(folder.path().join("codebook/psykisk-halsa.json")).expect("a codebook"));
    let map = |version: &str, from: &str, to: &str| {
        format!("version = \"{version}\"\n[[rename]]\nsystem = \"implementation\"\ncode = \"{from}\"\nto = \"{to}\"\n")
    };
    let version: serde_json::Value = serde_json::from_slice(&book).expect("JSON");
    ok(migrate(&study, &map("2x", "G1.5", "G1.50"), None, true));
    assert_ne!(parts(&read()), parts(&before));
    ok(migrate(&study, &map(version["version"].as_str().expect("a version"), "G1.50", "G1.5"), None, true));
    assert!(parts(&read()) == parts(&before));
}

/// The files as a program leaves them that was killed after so many of them: the list of all, the first with their new bytes and old
/// ones as `.bak`, the others beside their places.
fn kill(
    folder: &Path,
    before: &BTreeMap<String, Vec<u8>>,
    done: &BTreeMap<String, Vec<u8>>,
    names: &[String],
    after: usize,
) {
    let hash = |bytes: &[u8]| Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let entries = names.iter().map(|name| {
        let old = before.get(name).map(|bytes| hash(bytes));
        serde_json::json!({ "path": name, "old": old, "new": hash(&done[name]) })
    });
    let list = serde_json::json!({ "insats unfinished": 1, "files": entries.collect::<Vec<_>>() });
    fs::write(folder.join(".insats-unfinished"), list.to_string()).expect("a list");
    for (at, name) in names.iter().enumerate() {
        let (path, beside) = (folder.join(name), folder.join(format!(".{name}.insats-new")));
        if at < after {
            fs::rename(&path, folder.join(format!("{name}.bak"))).expect("a copy");
            fs::write(path, &done[name]).expect("a file");
        } else {
            fs::write(beside, &done[name]).expect("a file");
        }
    }
}

fn check(folder: &Path) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_insats"))
        .arg("check")
        .arg(folder)
        .args(["--messages", "en"])
        .output()
        .expect("the program");
    (output.status.code(), String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned())
}

#[test]
fn a_migration_that_is_killed_is_finished_by_the_next_command() {
    let whole = copy();
    let before = files(whole.path());
    let summary = ok(migrate(whole.path(), &changes(), None, true));
    let done = files(whole.path());
    let names: Vec<String> = summary.files.iter().map(|(name, _)| name.clone()).collect();
    assert!(names.len() >= 5 && !done.contains_key(".insats-unfinished"), "{names:?}");
    for after in 0..=names.len() {
        let folder = copy();
        fs::write(folder.path().join("map.toml"), changes()).expect("a map");
        kill(folder.path(), &before, &done, &names, after);
        let (code, told) = check(folder.path());
        assert_eq!(code, Some(1), "{after}: {told}");
        assert!(
            told.contains("was interrupted, and has been finished now") && told.contains("codebook.json"),
            "{told}"
        );
        assert_eq!(files(folder.path()), done, "{after}");
        assert_eq!(check(folder.path()).0, Some(0), "{after}");
    }
    // What was to be put in place is gone: the old ones are put back.
    let folder = copy();
    kill(folder.path(), &before, &done, &names, 2);
    for name in &names[2..] {
        fs::remove_file(folder.path().join(format!(".{name}.insats-new"))).expect("a file");
    }
    let (code, told) = check(folder.path());
    assert!(code == Some(1) && told.contains("has been taken back now"), "{told}");
    assert_eq!(files(folder.path()), before);
    // Somebody was quicker: nothing is touched, by any command.
    let folder = copy();
    kill(folder.path(), &before, &done, &names, 2);
    fs::write(folder.path().join("codebook.json"), "{}").expect("a codebook");
    let left = files(folder.path());
    let (code, told) = check(folder.path());
    assert!(code == Some(1) && told.contains("somebody has changed some of them since: codebook.json"), "{told}");
    assert_eq!(files(folder.path()), left);
}

/// An item shows the subcodes of 2, which becomes a subcode: that is told of the new files, and nothing of files that nobody reads.
#[test]
fn a_migration_that_fails_tells_why_and_nothing_else() {
    let folder = copy();
    let before = files(folder.path());
    let map = "version = \"2\"\n[[move]]\nsystem = \"s\"\ncode = \"2\"\nunder = \"1\"\n[[move]]\nsystem = \"s\"\ncode = \"2a\"\nunder = \"1\"\n[[move]]\nsystem = \"s\"\ncode = \"2b\"\nunder = \"1\"\n";
    let told = wrong(migrate(folder.path(), map, None, true));
    assert!(told.contains("by the new codebook: ") && told.contains("report.toml"), "{told}");
    assert!(!told.contains("not read") && !told.contains("notice:"), "{told}");
    let mut after = files(folder.path());
    after.remove("map.toml");
    assert_eq!(after, before);
}
