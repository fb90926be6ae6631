//! Where newcomers got stuck: pages of output without an end, two errors of one cause, "none" beside what was found.

use std::fs;
use std::path::Path;
use std::process::Command;

use insats::output::{OutputError, OutputFile, Transaction};
use insats::run::{check, init};
use insats::wording::Language;
use rust_xlsxwriter::Workbook;

use crate::support::{copy_folder, files, project, shown};

fn said(arguments: &[&str]) -> String {
    let mut program = Command::new(env!("CARGO_BIN_EXE_insats"));
    let output = program.args(arguments).current_dir(project("")).env("LC_ALL", "C").output().expect("the program");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// A copy of the study of the README, with its declaration and a file changed.
fn changed(from: &str, to: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let study = folder.path().join("studie");
    copy_folder(&project("tests/cases/readme-min-studie"), &study);
    fs::copy(project("codebook/psykisk-halsa.json"), folder.path().join("codebook.json")).expect("a codebook");
    let text = fs::read_to_string(study.join("study.toml")).expect("a declaration");
    assert!(text.contains(from), "{text}");
    let text = text.replace(from, to).replace("../../../codebook/psykisk-halsa.json", "../codebook.json");
    fs::write(study.join("study.toml"), text).expect("a declaration");
    folder
}

#[test]
fn a_check_of_a_codebook_fits_on_a_screen_unless_all_is_asked_for() {
    let words = ["codebook", "check", "codebook/psykisk-halsa.json", "--study", "input/lagesrapport-2024"];
    let (short, long) = (said(&words), said(&[&words[..], &["--all"]].concat()));
    assert!(short.lines().count() <= 24, "{short}");
    assert!(short.lines().all(|line| line.chars().count() < 800), "{short}");
    assert!(
        short.contains("more like this: line ") && short.ends_with("--all shows every one, with all its patterns\n")
    );
    // A message is three lines, or two where nothing is expected.
    let notices = long.lines().filter(|line| line.starts_with("notice: ")).count();
    assert!(notices > 100 && long.lines().count() >= 2 * notices, "{notices}");
    assert!(!long.contains("--all"), "{long}");
}

#[test]
fn of_claims_that_no_sentence_carries_ten_are_named_unless_all_are_asked_for() {
    let words = ["verify", "input/lagesrapport-2024", "--text", "tests/manuscripts/utkast-2024.md"];
    let (short, long) = (said(&words), said(&[&words[..], &["--all"]].concat()));
    let last = short.lines().last().unwrap_or_default();
    let (named, more) = last.split_once(" and ").expect("ten and more");
    assert_eq!(named.split(", ").count(), 10, "{last}");
    assert!(more.ends_with(" more; --all names every one"), "{more}");
    let all = long.lines().last().unwrap_or_default();
    let rest: usize = more.split(' ').next().and_then(|count| count.parse().ok()).expect("a count");
    assert_eq!(all.split(", ").count(), 10 + rest, "{all}");
}

/// The row of a respondent stands twice, as when a late answer was exported again: one cause, one error.
#[test]
fn a_row_that_stands_twice_is_one_error() {
    let folder = changed("title = ", "title = ");
    let path = folder.path().join("studie/svar.csv");
    let text = fs::read_to_string(&path).expect("the answers");
    let row = text.lines().last().expect("a row").to_owned();
    fs::write(&path, format!("{text}{row}\n")).expect("the answers");
    let messages = check(&folder.path().join("studie"), &|_| {}).messages.errors_only();
    let told = shown(&messages);
    assert_eq!(messages.sorted().len(), 1, "{told}");
    assert!(told.contains("the respondent \"R-2\" stands twice"), "{told}");
}

#[test]
fn an_account_that_was_carried_over_is_named() {
    let earlier = project("input/primarvard-2025");
    let folder = tempfile::tempdir().expect("a folder");
    let files = ["aterrapporter.xlsx", "befolkning.csv", "andra-tal.csv", "tryckta-tal.csv", "claims.csv"];
    for name in files.iter().filter(|name| earlier.join(name).is_file()) {
        fs::copy(earlier.join(name), folder.path().join(name)).expect("a file");
    }
    let done = init(folder.path(), Some(&earlier), false, insats::wording::Language::Swedish).expect("a draft");
    assert_eq!(done.draft.surveys, [""; 0]);
    assert_eq!(done.draft.accounts, ["aterrapporter", "befolkning"]);
    let path = folder.path().display().to_string();
    let said = said(&["init", &path, "--from", "input/primarvard-2025", "--force"]);
    assert!(said.starts_with("Accounts: aterrapporter, befolkning\n"), "{said}");
}

/// A workbook with the final codes of the README's study on the sheets of these names; another sheet explains.
fn workbook(folder: &Path, names: &[&str]) {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Läs mig").and_then(|sheet| sheet.write(0, 0, "Kodat i maj")).expect("a sheet");
    for name in names {
        let sheet = book.add_worksheet().set_name(*name).expect("a sheet");
        let rows = [("Insats", "Aktivitet"), ("R-1-1", "G5.1"), ("R-1-2", "G1.7; G2.1"), ("R-2-1", "G4.4")];
        for (row, (id, code)) in (0..).zip(rows) {
            sheet.write(row, 0, id).and_then(|sheet| sheet.write(row, 1, code)).expect("a row");
        }
    }
    book.save(folder.join("studie/koder.xlsx")).expect("a workbook");
}

#[test]
fn the_sheet_of_codes_is_found_by_its_columns() {
    let folder = changed("koder.csv", "koder.xlsx");
    workbook(folder.path(), &["Koder"]);
    let told = shown(&check(&folder.path().join("studie"), &|_| {}).messages);
    assert!(!told.contains("error:"), "{told}");
    assert!(told.contains("the sheet \"Koder\" is read, for it alone has the declared columns; not read: \"Läs mig\""));
    workbook(folder.path(), &["Koder", "Koder maj"]);
    let messages = check(&folder.path().join("studie"), &|_| {}).messages;
    let told = shown(&messages);
    assert!(
        told.contains("several sheets of \"koder.xlsx\" have the declared columns: \"Koder\", \"Koder maj\""),
        "{told}"
    );
    assert!(messages.text(Language::Swedish).contains("flera blad i \"koder.xlsx\" har de angivna kolumnerna"));
}

/// Where a figure's cell is explained in Swedish, names begin in one column although sources are long and short.
#[test]
fn what_is_behind_a_cell_stands_in_columns() {
    let said = said(&["explain", "input/lagesrapport-2024", "figur-13", "goal", "R3", "--messages", "sv"]);
    let rows: Vec<&str> = said.lines().filter(|line| line.contains(" kr  ")).collect();
    assert!(rows.len() > 20, "{said}");
    let at = |row: &str| row.find("slutlig kodning").map(|byte| row[..byte].chars().count());
    let first = at(rows[0]);
    assert!(first.is_some() && rows.iter().all(|row| at(row) == first), "{said}");
}

/// Word marks a document that somebody has open by a file beside it: that is told, and nothing is lost.
#[test]
fn an_output_that_is_open_in_word_is_told_as_open() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("out");
    let manifest = || -> OutputFile {
        ("manifest.json".to_owned(), br#"{"program":{"name":"insats"},"outputs":[]}"#.to_vec().into())
    };
    let first = Transaction::begin(&target).expect("a transaction");
    first.write(&manifest()).expect("a file");
    first.commit().expect("a commit");
    for mark in ["~$pport.docx", ".~lock.rapport.docx#"] {
        fs::write(target.join(mark), "someone").expect("a mark");
        let before = files(&target);
        let error = Transaction::begin(&target).err().expect("an error");
        assert!(matches!(&error, OutputError::Open { marks, .. } if marks == &[mark]), "{error:?}");
        assert!(error.message().text(Language::Swedish).contains("är öppen i Word"), "{error}");
        assert_eq!(files(&target), before);
        fs::remove_file(target.join(mark)).expect("closed");
    }
}
