//! Whatever people wrote, in every file that is written and on the console: no formula, nothing that a terminal obeys.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use calamine::{Data, Reader};

use crate::support::{files, project};

/// How a text begins that a spreadsheet takes for a formula, or for one after it was saved and opened again.
const BEGINNINGS: [&str; 10] = ["=", "+", "-", "@", "\t=", "\r=", " =", "\u{a0}+", "＝", "\n-"];

/// What the texts go on with; it stands in the outputs that show texts.
const REST: &str = "HYPERLINK(1)";

/// A study of one region per beginning: texts, ids and answers begin so.
fn study(folder: &Path) -> PathBuf {
    let study = folder.join("studie");
    fs::create_dir_all(&study).expect("a folder");
    fs::copy(project("tests/formats/codebook.json"), study.join("codebook.json")).expect("a file");
    let report = fs::read_to_string(project("tests/formats/report.toml")).expect("report.toml");
    let targets = "\n[[item]]\nid = \"figur-2\"\nkind = \"bars\"\narea = \"psykiatri\"\nquestion = \"malgrupp\"\ntitle = \"=HYPERLINK(1)\"\nnote = \"{answered}\"\n";
    fs::write(study.join("report.toml"), report + targets).expect("a file");
    let declared = fs::read_to_string(project("tests/formats/study.toml")).expect("study.toml");
    let declared = declared.replace("{file}", "svar.csv").replace("{keys}", "");
    let answer = format!("{}{REST}", BEGINNINGS[0]);
    let declared = declared.replace("[\"Ja\", \"Nej\"]", &format!("[\"{answer}\", \"Nej\"]"));
    fs::write(study.join("study.toml"), declared).expect("study.toml");
    let regions = insats::register::recipients(insats::register::Level::region());
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_path(study.join("svar.csv")).expect("a file");
    let target = format!("Målgrupp: {}{REST}", BEGINNINGS[3]);
    let header =
        ["Id", "Region", "Insats 1: Vad gjordes?", "Insats 1: Kronor", "Samverkan?", "Målgrupp: Barn", &target, "Stöd"];
    writer.write_record(header).expect("a row");
    let mut funds = String::from("Kod;Belopp\n");
    for (number, beginning) in BEGINNINGS.iter().enumerate() {
        let text = format!("{beginning}{REST} av insatsen");
        // Ids are tidied where they are read, so that they begin with the sign itself.
        let id = format!("{}{REST}{number}", beginning.trim());
        let given = if number % 2 == 0 { answer.as_str() } else { "Nej" };
        let row = [&id, &regions[number].name, &text, "1000", given, "X", "X", "Utbildning"];
        writer.write_record(row).expect("a row");
        funds += &format!("{};1000\n", regions[number].code);
    }
    writer.flush().expect("room");
    fs::write(study.join("medel.csv"), funds).expect("a file");
    study
}

fn program(arguments: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_insats")).args(arguments).current_dir(folder).output().expect("the program")
}

/// Whether a spreadsheet takes a field of a CSV file for a formula.
fn is_formula(field: &str) -> bool {
    let bare = field.trim_start_matches([' ', '\u{a0}', '\u{feff}']);
    bare.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) && field.parse::<f64>().is_err()
}

/// Rules that find a word of every text, and a final code that differs from them: so that all commands have something to say.
fn add_codes(study: &Path) {
    let book = fs::read_to_string(study.join("codebook.json")).expect("the codebook");
    let label = "\"label\": { \"sv\": \"Bemanning\"";
    assert!(book.contains(label), "{book}");
    let with_rules = book.replace(label, &format!("\"rules\": [{{ \"any\": [\"insatsen\"] }}], {label}"));
    fs::write(study.join("codebook.json"), with_rules).expect("a file");
    let mut declared = fs::read_to_string(study.join("study.toml")).expect("study.toml");
    // Not every intervention has a row in the sheet.
    declared.insert_str(0, "draft = true\n");
    declared += "\n[[coding]]\nrole = \"final\"\nfile = \"koder.csv\"\nintervention = \"Insats\"\ndomains = { activity = \"Aktivitet\" }\n";
    fs::write(study.join("study.toml"), declared).expect("study.toml");
    let codes = format!("Insats;Aktivitet\n\"{}{REST}0-1\";G1.1\n", BEGINNINGS[0].trim());
    fs::write(study.join("koder.csv"), codes).expect("a file");
}

#[test]
fn no_text_becomes_a_formula_in_any_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let study = study(folder.path());
    add_codes(&study);
    let study = study.to_string_lossy().into_owned();
    for (command, more) in
        [("run", &["--formats", "svg,csv,txt,xlsx,html,docx"][..]), ("code", &[]), ("evaluate", &["--details"])]
    {
        let out = folder.path().join(command).to_string_lossy().into_owned();
        let output = program(&[&[command, &study, "--out", &out], more].concat(), folder.path());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{command}: {said}");
    }
    let (mut disarmed, mut tables) = (0, 0);
    for (name, bytes) in
        files(folder.path()).iter().filter(|(name, _)| name.ends_with(".csv") && !name.starts_with("studie/"))
    {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes.as_slice());
        tables += 1;
        for record in reader.records() {
            for field in record.expect("a row").iter() {
                assert!(!is_formula(field), "{name}: {field:?}");
                disarmed += usize::from(field.starts_with('\'') && is_formula(&field[1..]));
            }
        }
    }
    assert!(tables >= 8, "only {tables} tables were written");
    assert!(disarmed >= 2 * BEGINNINGS.len(), "only {disarmed} texts were met");
}

#[test]
fn workbooks_hold_such_texts_as_texts() {
    let folder = tempfile::tempdir().expect("a folder");
    let study = study(folder.path()).to_string_lossy().into_owned();
    let out = folder.path().join("out").to_string_lossy().into_owned();
    let output = program(&["run", &study, "--out", &out, "--formats", "xlsx"], folder.path());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let path = folder.path().join("out/tables/tables.xlsx");
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(&path).expect("a workbook");
    let mut met = 0;
    for name in book.sheet_names() {
        let formulas = book.worksheet_formula(&name).expect("a sheet");
        assert!(formulas.used_cells().all(|(_, _, formula)| formula.is_empty()), "{name} has a formula");
        for (_, _, cell) in book.worksheet_range(&name).expect("a sheet").used_cells() {
            met += usize::from(matches!(cell, Data::String(text) if text.contains(REST)));
        }
    }
    assert!(met >= 2, "the texts are not in the workbook");
}

/// What a terminal would obey, or what would turn what it shows.
fn is_obeyed(sign: char) -> bool {
    (sign.is_control() && sign != '\n')
        || matches!(sign, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[test]
fn the_console_obeys_nothing_that_stands_in_a_file() {
    // Colours, the title of the window, the bell, a cleared line, text from right to left.
    const HOSTILE: &str = "\u{1b}[31mröd\u{1b}]0;titel\u{7}\u{8}\u{9b}2J\u{202e}moc";
    let folder = tempfile::tempdir().expect("a folder");
    let study = study(folder.path());
    let export = fs::read_to_string(study.join("svar.csv")).expect("the export");
    let changes: [(&str, String); 6] = [
        ("Region;", format!("{HOSTILE};")),
        ("1000;", format!("{HOSTILE};")),
        ("X;X;", format!("{HOSTILE};X;")),
        ("Utbildning", HOSTILE.to_owned()),
        (";Nej;", format!(";{HOSTILE};")),
        ("Region Uppsala", HOSTILE.to_owned()),
    ];
    let path = study.to_string_lossy().into_owned();
    let mut met = 0;
    for (from, to) in changes {
        assert!(export.contains(from), "{from}");
        fs::write(study.join("svar.csv"), export.replace(from, &to)).expect("the export");
        let file = study.join("svar.csv").to_string_lossy().into_owned();
        let draft = folder.path().join("utkast");
        fs::create_dir_all(&draft).expect("a folder");
        fs::copy(&file, draft.join("svar.csv")).expect("a copy");
        let drafted = draft.to_string_lossy().into_owned();
        for arguments in [
            &["run", &path, "--out", "ut", "--formats", "csv"][..],
            &["check", &path],
            &["check", &path, "--format", "json"],
            &["peek", &file],
            &["peek", &file, "--csv"],
            &["init", &drafted, "--force"],
            &["init", &drafted, "--from", &path, "--force"],
            &["explain", &path, "psykiatri"],
        ] {
            let output = program(arguments, folder.path());
            for (stream, bytes) in [("output", &output.stdout), ("errors", &output.stderr)] {
                let text = String::from_utf8_lossy(bytes);
                // What is asked for as CSV is data for programs, not a message; only there may a text stand as it is.
                let data = arguments.contains(&"--csv") && stream == "output";
                let found = text.chars().find(|sign| is_obeyed(*sign));
                assert!(data || found.is_none(), "{arguments:?}, {stream}: {found:?} in\n{text}");
                met += usize::from(text.contains("\\u{1b}[31m") || text.contains("röd"));
            }
        }
        let declared = fs::read_to_string(draft.join("study.toml")).expect("a draft");
        assert!(!declared.chars().any(|sign| sign.is_control() && sign != '\n'), "{declared:?}");
    }
    assert!(met >= 6, "the texts were met in {met} streams only");
}
