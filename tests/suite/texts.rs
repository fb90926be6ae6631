//! Delimited texts and what cannot be seen: stray quotation marks, headers, invisible signs, look-alikes.

use std::fs;
use std::process::Command;

use insats::run::Failure;

use crate::support::{UNDRAWN, copy_folder, project, rows, run_into, run_ok, shown};

/// What the study of invisible signs says when parts of its export are other ones; its codebook goes with it.
fn refused(file: &str, changes: &[(&str, &str)]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let study = folder.path().join("tests/cases/invisible-signs");
    copy_folder(&project("tests/cases/invisible-signs"), &study);
    copy_folder(&project("codebook"), &folder.path().join("codebook"));
    let path = study.join(file);
    let mut text = fs::read_to_string(&path).expect("a text");
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    fs::write(&path, text).expect("a file");
    match run_into(&study, &folder.path().join("out"), &UNDRAWN) {
        Err(Failure::Input(messages)) => shown(&messages),
        Err(other) => panic!("{other:?}"),
        Ok(_) => String::new(),
    }
}

#[test]
fn what_differs_by_invisible_signs_alone_gets_the_same_codes() {
    let (folder, _) = run_ok(&project("tests/cases/invisible-signs"), &UNDRAWN);
    let codes = rows(&folder.path().join("out/data/codes.csv"));
    let of_activity: Vec<_> = codes.iter().filter(|row| row["domain"] == "activity").collect();
    assert!(!of_activity.is_empty() && of_activity.iter().all(|row| row["interventions"] == "6"), "{of_activity:?}");
}

#[test]
fn a_look_alike_is_named_and_the_nearest_offered() {
    // А Cyrillic a in an answer, a name and a header; Arabic and full-width digits in amounts.
    let said = refused("svar.csv", &[("\"Ja\",\"Utbildning i suicidprevention\"", "\"J\u{430}\",\"x y\"")]);
    assert!(
        said.contains(r#""J\u{430}" is no answer"#)
            && said.contains(r#"did you mean "Ja"? \u{430} only looks like "a""#),
        "{said}"
    );
    let said = refused("svar.csv", &[("Region Uppsala", "Region Upps\u{430}la")]);
    assert!(
        said.contains(r#""Region Upps\u{430}la" is no region"#) && said.contains("the nearest is \"Region Uppsala\""),
        "{said}"
    );
    for digits in ["٥٠٠٠٠٠", "５０００００"] {
        let said = refused("svar.csv", &[("500000", digits)]);
        assert!(said.contains("cannot be read as the used funds of 1-1") && said.contains(r"\u{"), "{said}");
    }
    let said = refused("svar.csv", &[("Respondent-ID", "Resp\u{43e}ndent-ID")]);
    assert!(said.contains(r#"did you mean "Resp\u{43e}ndent-ID"?"#), "{said}");
}

#[test]
fn ids_that_differ_by_invisible_signs_alone_are_the_same_id() {
    let said = refused("svar.csv", &[("\"2\",\"Region Sk", "\"1\u{200b}\",\"Region Sk")]);
    assert!(said.contains("the respondent \"1\" stands twice"), "{said}");
}

#[test]
fn a_cell_of_invisible_signs_is_blank() {
    // The id is missing, not an id of its own; the activity is, and with it the intervention.
    let said = refused("svar.csv", &[("\"2\",\"Region Sk", "\"\u{200b}\u{ad}\",\"Region Sk")]);
    assert!(said.contains("a respondent without an id"), "{said}");
}

/// What `peek` says of a text.
fn peek(text: &str, arguments: &[&str]) -> (String, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("fil.csv");
    fs::write(&file, text).expect("a file");
    let mut command = Command::new(env!("CARGO_BIN_EXE_insats"));
    let output = command.arg("peek").arg(&file).args(arguments).output().expect("the program");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr))
}

#[test]
fn numbers_with_a_sign_stay_as_they_are_and_formulas_are_disarmed() {
    let text = "a;b\nx;-5\ny;-1 250,50\nz;+7\nw;=1+1\nv;+tel\nu;-cmd\nt;@x\n";
    let (csv, _) = peek(text, &["--csv"]);
    assert_eq!(csv, "a,b\nx,-5\ny,\"-1 250,50\"\nz,+7\nw,'=1+1\nv,'+tel\nu,'-cmd\nt,'@x\n");
}

#[test]
fn a_mark_that_is_never_closed_is_a_letter_and_told() {
    let later = "Nr,Date,Sum,Text\n1,2017-07-14,5,\"a\n2,2017-07-15,6,c\n3,2017-07-16,7,d\n";
    let given = "\",,,\nNr,Date,Sum,Text\n1,2017-07-14,5,a\n2,2017-07-15,6,c\n3,2017-07-16,7,d\n";
    for (text, line, first) in [(later, 2, "1,2017-07-14,5,\"\"\"a\"\n"), (given, 1, "1,2017-07-14,5,a\n")] {
        for flags in [&["--quote", "\""][..], &[]] {
            let (told, _) = peek(text, flags);
            assert!(
                told.contains(&format!("fil.csv, line {line}: a quotation mark opens a text that is never closed")),
                "{told}"
            );
            let (csv, _) = peek(text, &[flags, &["--csv"]].concat());
            assert!(csv.contains(first) && csv.ends_with("2,2017-07-15,6,c\n3,2017-07-16,7,d\n"), "{csv}");
        }
    }
}

#[test]
fn a_mark_whose_closing_mark_closes_nothing_is_a_letter() {
    let rows = |second: &str| {
        format!("id,sort,note,amount\n1,gul,\"good, fine\",5\n{second}\n3,röd,\"ok, so\",9\n4,vit,\"a, b\",11\n")
    };
    let (csv, _) = peek(&rows("2,\"blå,\"bad, worse\",7"), &["--csv"]);
    assert!(csv.contains("2,\"\"\"blå\",\"bad, worse\",7\n"), "{csv}");
    let (told, _) = peek(&rows("2,\"blå,\"bad, worse\",7"), &[]);
    assert!(told.contains("fil.csv, line 3: a quotation mark closes no text"), "{told}");
    let (csv, _) = peek(&rows("2,blå,\"\"bad, worse\",7"), &["--csv"]);
    assert!(csv.starts_with("id,sort,note,amount\n") && csv.contains("2,blå,\"\"\"bad, worse\",7\n"), "{csv}");
    let (csv, _) = peek("\"id,sort,note,amount\n1,gul,\"good, fine\",5\n2,blå,\"bad, worse\",7\n", &["--csv"]);
    assert!(csv.contains("1,gul,\"good, fine\",5\n2,blå,\"bad, worse\",7\n"), "{csv}");
}

#[test]
fn a_row_that_is_too_long_gives_no_column_to_all() {
    let text = "id,sort,amount\n1,gul,5\n2,blå,7,extra\n3,röd,9\n4,vit,11\n";
    let (csv, said) = peek(text, &["--csv"]);
    assert!(csv.starts_with("id,sort,amount\n1,gul,5\n2,blå,7\n"), "{csv}");
    assert!(said.contains("beyond the last column"), "{said}");
    let (told, _) = peek(text, &[]);
    assert!(told.contains("fil.csv, line 3: the row has 4 columns, most have 3"), "{told}");
    // A file without such a row is read whole.
    let (csv, _) = peek("id,sort\n1,gul,5\n2,blå,7\n3,röd,9\n", &["--csv"]);
    assert!(csv.contains("1,gul,5\n"), "{csv}");
}

#[test]
fn a_header_with_another_delimiter_is_the_header_where_the_user_says_so() {
    let text = "id sort note amount\n1,gul,good,5\n2,blå,bad,7\n3,röd,ok,9\n";
    let (csv, _) = peek(text, &["--header-rows", "1", "--csv"]);
    assert_eq!(csv, "id,sort,note,amount\n1,gul,good,5\n2,blå,bad,7\n3,röd,ok,9\n");
    let (told, _) = peek(text, &["--header-rows", "1"]);
    assert!(
        told.contains("fil.csv, line 1: the header is parted by space") && told.contains("Table      3 rows"),
        "{told}"
    );
}

#[test]
fn a_blank_behind_every_delimiter_is_no_part_of_the_values() {
    let (csv, _) = peek("a, b, c\n1, x, 2.5\n2, \"y, z\", 3.5\n3, w, 4.5\n", &["--csv"]);
    assert_eq!(csv, "a,b,c\n1,x,2.5\n2,\"y, z\",3.5\n3,w,4.5\n");
}

#[test]
fn a_nearly_empty_row_below_the_header_cuts_nothing_off() {
    // The first respondent left the second block empty; the rows are as wide as they are filled.
    let folder = tempfile::tempdir().expect("a folder");
    let full = ["S", "Region", "Utbildning", "cirka 1 mnkr", "Mottagning", "x"];
    for short in [[4, 6, 4, 6, 4, 4], [1, 6, 6, 6, 6, 6], [2, 4, 4, 4, 4, 1], [6, 4, 4, 4, 4, 2]] {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        let header =
            ["Respondent-ID", "Region", "Insats 1: Vad?", "Insats 1: Kronor", "Insats 2: Vad?", "Insats 2: Kronor"];
        for (row, cells) in std::iter::once(&6).chain(&short).enumerate() {
            let texts = if row == 0 { header } else { full };
            for (column, text) in texts.iter().take(*cells).enumerate() {
                sheet.write_string(row as u32, column as u16, *text).expect("a cell");
            }
        }
        let file = folder.path().join("fil.xlsx");
        book.save(&file).expect("a workbook");
        let output = Command::new(env!("CARGO_BIN_EXE_insats")).arg("peek").arg(&file).output().expect("the program");
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(
            told.contains("Table      6 rows, 6 columns") && told.contains("Header     1 row, line 1"),
            "{short:?}\n{told}"
        );
    }
}

#[test]
fn peek_tells_what_cannot_be_seen_with_the_first_place() {
    let text =
        "Id;Svar\u{200b};Text\n1;J\u{430};f\u{f6}r\u{ad}skola\n2;Ja;bra\n3;J\u{430};f\u{f6}r\u{ad}skola\n4;ж\u{61};x\n";
    let (told, _) = peek(text, &[]);
    for expected in [
        r"fil.csv, line 1, column B: the cell has signs that nobody sees (\u{200b})",
        "fil.csv, line 2, column B: the cell has letters that only look like others (\\u{430} for \"a\"); so has 1 more",
        r"fil.csv, line 2, column C: the cell has signs that nobody sees (\u{ad}); so has 1 more",
        "fil.csv, line 5, column B: the cell has letters of several scripts in one word",
    ] {
        assert!(told.contains(expected), "{expected}\n{told}");
    }
}

#[test]
fn data_files_hold_no_signs_that_a_terminal_obeys() {
    let folder = tempfile::tempdir().expect("a folder");
    let study = folder.path().join("tests/cases/invisible-signs");
    copy_folder(&project("tests/cases/invisible-signs"), &study);
    copy_folder(&project("codebook"), &folder.path().join("codebook"));
    let path = study.join("svar.csv");
    let text = fs::read_to_string(&path).expect("a text");
    fs::write(&path, text.replace("Barn och unga", "Barn\u{1b}[31m och\u{202e} unga")).expect("a file");
    let out = folder.path().join("out");
    run_into(&study, &out, &UNDRAWN).unwrap_or_else(|error| panic!("{error:?}"));
    let mut met = 0;
    for (name, bytes) in crate::support::files(&out) {
        let text = String::from_utf8_lossy(&bytes);
        if [".csv", ".txt", ".json"].iter().any(|end| name.ends_with(end)) {
            met += usize::from(text.contains("Barn[31m och unga"));
            assert!(!text.contains(['\u{1b}', '\u{202e}']), "{name}");
        }
        if name.ends_with(".parquet") {
            assert!(!bytes.windows(3).any(|three| three == "\u{202e}".as_bytes()), "{name}");
        }
    }
    assert!(met > 0, "the text stands nowhere");
}

#[test]
fn a_run_tells_of_marks_that_close_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let study = folder.path().join("tests/cases/invisible-signs");
    copy_folder(&project("tests/cases/invisible-signs"), &study);
    copy_folder(&project("codebook"), &folder.path().join("codebook"));
    let path = study.join("svar.csv");
    let text = fs::read_to_string(&path).expect("a text");
    fs::write(&path, text.replace("\"Utbildning i suicid-prevention\"", "\"Utbildning \"i\" suicid-prevention\""))
        .expect("a file");
    let summary = run_into(&study, &folder.path().join("out"), &UNDRAWN).unwrap_or_else(|error| panic!("{error:?}"));
    let told: Vec<String> = summary.notices.iter().map(|notice| notice.to_string()).collect();
    let expected = "svar.csv, line 6\n    found     quotation marks that no mark closes before a delimiter are read as letters, in 1 row";
    assert!(told.iter().any(|notice| notice.contains(expected)), "{told:?}");
}
