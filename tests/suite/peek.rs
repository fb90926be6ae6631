//! `insats peek`: files as they are published, and what is said of them.

use std::fs;
use std::process::Command;

fn peek(text: &[u8], arguments: &[&str]) -> (Option<i32>, String, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("fil.csv");
    fs::write(&file, text).expect("a file");
    let output = Command::new(env!("CARGO_BIN_EXE_insats"))
        .arg("peek")
        .arg(&file)
        .args(arguments)
        .output()
        .expect("the program");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn what_stands_around_a_table_is_told_and_left_out_of_the_csv() {
    let text = "Statistik över insatser\nUttag 2024\n\nLän|kr|text\nÖrebro|1,5|a, b; c\nUppsala|2,5|d, e; f\nKalmar|1\n\nKälla: SCB";
    let (code, shown, _) = peek(text.as_bytes(), &[]);
    assert_eq!(code, Some(0));
    for expected in [
        "Delimiter  \"|\"",
        "Header     1 row, line 4",
        "fil.csv, line 1: 2 lines above the table",
        "fil.csv, line 7: the row has 2 columns, most have 3",
        "fil.csv, line 9: 1 line below or between tables",
        "does not end in a line break",
    ] {
        assert!(shown.contains(expected), "{expected}\n{shown}");
    }
    let (_, csv, _) = peek(text.as_bytes(), &["--csv"]);
    assert_eq!(csv, "Län,kr,text\nÖrebro,\"1,5\",\"a, b; c\"\nUppsala,\"2,5\",\"d, e; f\"\nKalmar,1,\n");
}

#[test]
fn every_detection_can_be_overridden() {
    // MacRoman: ä is 8A, ö is 9A. Two lines above, quoted by $, escaped by !, parted by two signs.
    let text = b"x\ny\nL\x8an<>kr\n$a<>b$<>1\nc!<>d<>2\n";
    let flags = ["--encoding", "macroman", "--delimiter", "<>", "--quote", "$", "--escape", "!", "--skip", "2"];
    let (_, csv, errors) = peek(text, &[&flags[..], &["--csv"]].concat());
    assert_eq!(csv, "Län,kr\na<>b,1\nc<>d,2\n", "{errors}");
    let (_, csv, _) = peek(b"1;2\n3;4\n", &["--header-rows", "0", "--csv"]);
    assert_eq!(csv, "A,B\n1,2\n3,4\n");
    assert_eq!(peek(b"a;b\n", &["--quote", "ab"]).0, Some(2));
}

#[test]
fn contact_data_are_named_but_never_shown_and_formulas_are_disarmed() {
    let text = "Id;Namn;E-post;Kommentar\n1;a;hemlig@example.org;=1+1\n2;b;dold@example.org;x\n";
    let (_, shown, _) = peek(text.as_bytes(), &[]);
    assert!(shown.contains("E-post") && !shown.contains("example.org"), "{shown}");
    let (_, csv, errors) = peek(text.as_bytes(), &["--csv"]);
    assert_eq!(csv, "Id,Namn,Kommentar\n1,a,'=1+1\n2,b,x\n");
    assert!(errors.contains("1 contact column is left out"), "{errors}");
}

#[test]
fn several_tables_and_control_characters_are_told() {
    let text = "a;b\n1;2\n3;4\n5;6\n\nc;d;e\n1;2;\u{1b}[31m3\n4;5;6\n";
    let (_, shown, _) = peek(text.as_bytes(), &[]);
    assert!(shown.contains("the largest of 2 tables") && shown.contains("another table:"), "{shown}");
    assert!(!shown.contains('\u{1b}'), "a control character was printed");
}

#[test]
fn an_open_mark_is_told_and_the_rest_is_shown() {
    let (code, shown, _) = peek(b"a;b\n1;\"x\n2;y\n3;z\n", &[]);
    assert_eq!(code, Some(0));
    assert!(shown.contains("line 2: a quotation mark opens a text that is never closed"), "{shown}");
    assert!(shown.contains("3 rows, 2 columns"), "{shown}");
}

#[test]
fn what_is_no_table_is_refused() {
    let (code, _, errors) = peek(b"%PDF-1.4 ...", &[]);
    assert_eq!(code, Some(1));
    assert!(errors.contains("PDF"), "{errors}");
}

#[test]
fn the_value_labels_of_an_spss_file_are_shown() {
    // tests/formats/make.py gives the question of collaboration the labels 1 = Ja and 2 = Nej.
    let file = crate::support::project("tests/formats/files/spss.sav");
    let output = Command::new(env!("CARGO_BIN_EXE_insats")).arg("peek").arg(file).output().expect("the program");
    let shown = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(shown.contains("Value labels") && shown.contains("1 = Ja, 2 = Nej"), "{shown}");
    assert!(!shown.contains("MARKE"), "contact data are shown\n{shown}");
}
