//! Workbooks: what formats, merged cells, hidden and struck rows say about values; what a package may look like.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;

use insats::run::{Failure, Summary};
use insats::wording::Language;
use rust_xlsxwriter::{Format, Note, Table, TableColumn, TableFunction, Workbook, Worksheet};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::support::{UNDRAWN, rows, run_into, shown, write_study};

const STUDY: &str = r#"title = "T"
year = 2025
codebook = "codebook.json"
[complete]
requires = ["activity", "funds"]
placeholders = ["-"]
[[requisitions]]
file = "medel.csv"
level = "region"
code = "Kod"
areas = { Belopp = "psykiatri" }
[[survey]]
area = "psykiatri"
level = "region"
file = "{file}"
respondent = { id = "Id", name = "Region" }
[survey.intervention]
activity = "Vad {n}"
funds = "Kronor {n}"
{keys}
"#;

const REGIONS: [(&str, &str); 3] = [("01", "Region Stockholm"), ("03", "Region Uppsala"), ("12", "Region Skåne")];

/// A sheet of three respondents with an intervention each, of 1 000, 2 000 and 3 000 kronor.
fn respondents(sheet: &mut Worksheet) {
    for (column, name) in (0..).zip(["Id", "Region", "Vad 1", "Kronor 1"]) {
        sheet.write(0, column, name).expect("a cell");
    }
    for (row, (_, region)) in (1..).zip(REGIONS) {
        sheet.write(row, 0, format!("R-{row}")).expect("a cell");
        sheet.write(row, 1, region).expect("a cell");
        sheet.write(row, 2, "Utbildning").expect("a cell");
        sheet.write(row, 3, row * 1_000).expect("a cell");
    }
}

/// Runs the study with a workbook.
fn run_bytes(folder: &Path, file: &str, bytes: &[u8], keys: &str) -> Result<Summary, Failure> {
    let study = folder.join("studie");
    let funds = REGIONS.iter().map(|(code, _)| format!("{code};1000000\n")).collect::<String>();
    let (funds, declared) = (format!("Kod;Belopp\n{funds}"), STUDY.replace("{file}", file).replace("{keys}", keys));
    let report = "source = \"Källa: T.\"\n";
    let texts = [("report.toml", report), ("medel.csv", &funds), ("study.toml", &declared)];
    let files = texts.iter().map(|(name, text)| (*name, text.as_bytes())).chain([(file, bytes)]);
    write_study(&study, ("tests/formats/codebook.json", "codebook.json"), files);
    run_into(&study, &folder.join("out"), &UNDRAWN)
}

/// The reported kronor by intervention, and all notices; or the messages that stop the run.
fn read(book: &mut Workbook, keys: &str) -> Result<(Vec<(String, String)>, String), String> {
    read_bytes("svar.xlsx", &book.save_to_buffer().expect("a workbook"), keys)
}

fn read_bytes(file: &str, bytes: &[u8], keys: &str) -> Result<(Vec<(String, String)>, String), String> {
    let folder = tempfile::tempdir().expect("a folder");
    match run_bytes(folder.path(), file, bytes, keys) {
        Ok(summary) => {
            let funds = rows(&folder.path().join("out/data/interventions.csv"));
            let funds = funds.iter().map(|row| (row["intervention_id"].clone(), row["reported_kr"].clone())).collect();
            assert!(
                summary.notices.iter().all(|notice| notice.told(Language::Swedish) != notice.told(Language::English)),
                "{:?}",
                summary.notices
            );
            Ok((funds, summary.notices.iter().map(|notice| format!("{notice}\n")).collect()))
        }
        Err(Failure::Input(messages)) => Err(shown(&messages)),
        Err(other) => panic!("{other:?}"),
    }
}

/// A workbook whose first respondent's amount has a format.
fn with_format(number: f64, format: &str) -> Workbook {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    respondents(sheet);
    sheet.write_with_format(1, 3, number, &Format::new().set_num_format(format)).expect("a cell");
    book
}

#[test]
fn the_unit_of_a_number_format_is_read_or_refused() {
    // What the cell shows, in kronor; worked out by hand.
    let read_as = [
        (450.0, "# ##0 \"tkr\"", "450000"),
        (1.25, "0.00\\ \"mnkr\"", "1250000"),
        (450.0, "#,##0\\ [$kr-41D]", "450"),
        (450.0, "_-* #,##0.00\\ \"kr\"_-;\\-* #,##0.00\\ \"kr\"_-;_-* \"-\"??\\ \"kr\"_-;_-@_-", "450"),
        (0.0, "_-* #,##0.00\\ \"kr\"_-;\\-* #,##0.00\\ \"kr\"_-;_-* \"-\"??\\ \"kr\"_-;_-@_-", "0"),
        (450_000.0, "#,##0,", "450000"),
        (450_000.0, "#,##0,\" tkr\"", "450000"),
        (1_250_000.0, "0.00,,\" mnkr\"", "1250000"),
        (450.0, "#,##0.00", "450"),
        (450.0, "000000", "450"),
        (450.0, ";;;", "450"),
        (2_500_000.0, "[>=1000000]0.0,,\" mnkr\";0\" kr\"", "2500000"),
    ];
    for (number, format, expected) in read_as {
        let (funds, _) = read(&mut with_format(number, format), "").unwrap_or_else(|said| panic!("{format}: {said}"));
        assert_eq!(funds[0], ("R-1-1".to_owned(), expected.to_owned()), "{number} as {format}");
    }
    let refused = [
        (0.5, "0%"),
        (450.0, "#,##0 [$€-2]"),
        (450.0, "\"ca \"#,##0"),
        (450.0, "0\" st\""),
        (450_000.0, "#,##0,\" kr\""),
        (450.0, "\"se bilaga\""),
        (450.0, "yyyy-mm-dd"),
        (1.5, "[h]:mm"),
    ];
    for (number, format) in refused {
        let said = read(&mut with_format(number, format), "").expect_err(format);
        assert!(said.contains("cell D2") && said.contains("used funds of R-1-1"), "{format}: {said}");
    }
}

#[test]
fn rows_and_columns_that_nobody_sees_are_told() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    respondents(sheet);
    sheet.set_row_hidden(2).expect("a row");
    sheet.set_column_hidden(2).expect("a column");
    let struck = Format::new().set_font_strikethrough();
    sheet.write_with_format(3, 2, "Utbildning", &struck).expect("a cell");
    sheet.write(1, 9, "beside").expect("a cell");
    sheet.insert_note(1, 3, &Note::new("Stämmer ej")).expect("a note");
    let (funds, notices) = read(&mut book, "").expect("a run");
    assert_eq!(funds.len(), 3);
    for said in [
        "a row that is read is hidden: 3",
        "hidden columns are read: C \"",
        "struck through: 4",
        "have comments (1): D2",
    ] {
        assert!(notices.contains(said), "{said} is not told:\n{notices}");
    }
    assert!(!notices.contains("Stämmer"), "{notices}");
}

#[test]
fn what_is_not_read_is_not_told() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    respondents(sheet);
    sheet.write(1, 9, "Egna anteckningar").expect("a cell");
    sheet.write_with_format(2, 9, "ej", &Format::new().set_font_strikethrough()).expect("a cell");
    sheet.set_row_hidden(9).expect("a row");
    sheet.set_column_hidden(9).expect("a column");
    sheet.merge_range(1, 6, 3, 7, "beside", &Format::new()).expect("a range");
    let (_, notices) = read(&mut book, "").expect("a run");
    assert!(!["hidden", "merged", "struck"].iter().any(|word| notices.contains(word)), "{notices}");
}

#[test]
fn a_sheet_with_the_same_columns_is_told() {
    for (hidden, keys, told) in [(true, "", "the hidden sheet \"Rätt\""), (false, "", "the sheet \"Rätt\"")] {
        let mut book = Workbook::new();
        respondents(book.add_worksheet().set_name("Gammal").expect("a name"));
        respondents(book.add_worksheet().set_name("Rätt").expect("a name").set_hidden(hidden));
        let bytes = book.save_to_buffer().expect("a workbook");
        let folder = tempfile::tempdir().expect("a folder");
        let _ = run_bytes(folder.path(), "svar.xlsx", &bytes, keys);
        let study = folder.path().join("studie");
        let declared = STUDY.replace("{file}", "svar.xlsx\"\nsheet = \"Gammal").replace("{keys}", keys);
        fs::write(study.join("study.toml"), declared).expect("study.toml");
        let summary = match run_into(&study, &folder.path().join("out2"), &UNDRAWN) {
            Ok(summary) => summary,
            Err(Failure::Input(messages)) => panic!("{}", shown(&messages)),
            Err(other) => panic!("{other:?}"),
        };
        let notices: String = summary.notices.iter().map(|notice| format!("{notice}\n")).collect();
        assert!(notices.contains(told) && notices.contains("3 rows, this one 3"), "{notices}");
    }
}

#[test]
fn data_in_hidden_sheets_beside_a_blank_one_are_asked_for() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Blad1").expect("a name");
    respondents(book.add_worksheet().set_name("Svar").expect("a name").set_hidden(true));
    let told = read(&mut book, "").expect_err("no data");
    assert!(told.contains("the sheet \"Blad1\" is blank, and the others are hidden: \"Svar\""), "{told}");
}

/// A hidden sheet that is shorter is an old version, unless it is about others: R-7 stands nowhere else.
#[test]
fn a_short_hidden_sheet_of_other_respondents_is_told() {
    let with = |id: &str, region: &str| {
        let mut book = Workbook::new();
        respondents(book.add_worksheet().set_name("Svar").expect("a name"));
        let hidden = book.add_worksheet().set_name("Sena svar").expect("a name").set_hidden(true);
        for (column, text) in (0..).zip(["Id", "Region", "Vad 1", "Kronor 1"]) {
            hidden.write(0, column, text).expect("a cell");
        }
        for (column, text) in (0..).zip([id, region, "Utbildning", "5 000"]) {
            hidden.write(1, column, text).expect("a cell");
        }
        let folder = tempfile::tempdir().expect("a folder");
        let bytes = book.save_to_buffer().expect("a workbook");
        let summary = run_bytes(folder.path(), "svar.xlsx", &bytes, "").unwrap_or_else(|failure| panic!("{failure:?}"));
        summary.notices.iter().map(|notice| format!("{notice}\n")).collect::<String>()
    };
    let told = with("R-7", "Region Dalarna");
    assert!(
        told.contains("the hidden sheet \"Sena svar\" has the same columns and 1 row, this one 3")
            && told.contains("rows of others than here: 1"),
        "{told}"
    );
    let told = with("R-1", "Region Stockholm");
    assert!(!told.contains("Sena svar"), "{told}");
}

#[test]
fn a_logical_value_is_no_amount_and_is_quoted_as_people_see_it() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    respondents(sheet);
    sheet.write(1, 3, true).expect("a cell");
    let said = read(&mut book, "").expect_err("no amount");
    assert!(said.contains("cell D2") && said.contains("\"TRUE (SANT)\" cannot be read as the used funds"), "{said}");
}

#[test]
fn an_amount_in_merged_cells_is_never_counted_several_times() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    respondents(sheet);
    let plain = Format::new();
    sheet.merge_range(1, 3, 2, 3, "", &plain).expect("a range");
    sheet.write(1, 3, 500_000).expect("a cell");
    sheet.write_blank(2, 3, &plain).expect("a cell");
    let said = read(&mut book, "").expect_err("an amount of two regions");
    assert!(said.contains("cell D2") && said.contains("merged over 2 rows (D2:D3)"), "{said}");
    // Whatever is wrong with a cell, its place says that it is merged.
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    respondents(sheet);
    sheet.merge_range(1, 1, 2, 1, "Region Ingenstans", &plain).expect("a range");
    let said = read(&mut book, "").expect_err("a region that does not exist");
    assert!(said.contains("cell B2 (in the merged cells B2:B3)"), "{said}");
    // A text that is merged holds for both.
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    respondents(sheet);
    sheet.merge_range(1, 2, 2, 2, "Utbildning", &plain).expect("a range");
    let (funds, notices) = read(&mut book, "").expect("a run");
    assert_eq!(funds.len(), 3);
    assert!(notices.contains("merged cells were read as if each of their rows had the value: C2:C3"), "{notices}");
}

#[test]
fn the_total_row_of_a_table_is_no_respondent() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    respondents(sheet);
    let columns = ["Id", "Region", "Vad 1"].map(|name| TableColumn::new().set_header(name)).into_iter();
    let sum = TableColumn::new().set_header("Kronor 1").set_total_function(TableFunction::Sum);
    let table = Table::new().set_columns(&columns.chain([sum]).collect::<Vec<_>>()).set_total_row(true);
    sheet.add_table(0, 0, 4, 3, &table).expect("a table");
    let (funds, notices) = read(&mut book, "").expect("a run");
    assert_eq!(funds.len(), 3);
    assert!(notices.contains("the total row of a table is not counted: row 5"), "{notices}");
}

/// An archive with its parts renamed and changed.
fn changed(bytes: &[u8], change: impl Fn(&str, String) -> (String, String)) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut content = String::new();
        part.read_to_string(&mut content).expect("text");
        let (name, content) = change(&name, content);
        out.start_file(name, SimpleFileOptions::default()).expect("a part");
        out.write_all(content.as_bytes()).expect("a part");
    }
    out.finish().expect("an archive").into_inner()
}

/// A row dragged to no height is not said to be hidden; nobody sees it either.
#[test]
fn a_row_without_height_is_told() {
    let mut book = Workbook::new();
    respondents(book.add_worksheet());
    let bytes = book.save_to_buffer().expect("a workbook");
    let with_height = |height: &str| {
        let row = format!("<row r=\"3\" ht=\"{height}\" customHeight=\"1\"");
        changed(&bytes, |name, content| (name.to_owned(), content.replace("<row r=\"3\"", &row)))
    };
    for height in ["0", "0.0"] {
        let (funds, notices) = read_bytes("svar.xlsx", &with_height(height), "").expect("a run");
        assert_eq!(funds[1], ("R-2-1".to_owned(), "2000".to_owned()));
        assert!(notices.contains("a row that is read is hidden: 3"), "{height}: {notices}");
    }
    let (_, notices) = read_bytes("svar.xlsx", &with_height("15"), "").expect("a run");
    assert!(!notices.contains("hidden"), "{notices}");
}

#[test]
fn a_package_may_be_laid_out_in_any_way() {
    let mut book = Workbook::new();
    respondents(book.add_worksheet());
    let bytes = book.save_to_buffer().expect("a workbook");
    let (usual, _) = read_bytes("svar.xlsx", &bytes, "").expect("a run");
    let moved = |text: &str, from: &str, to: &str| text.replace(from, to);
    let ways: [(&str, Vec<u8>); 5] = [
        ("backslashes", changed(&bytes, |name, content| (name.replace('/', "\\"), content))),
        (
            "another folder",
            changed(&bytes, |name, content| (moved(name, "xl/", "bok/"), content.replace("xl/", "bok/"))),
        ),
        (
            "absolute targets",
            changed(&bytes, |name, content| {
                let rels = name.ends_with("workbook.xml.rels");
                (name.to_owned(), if rels { content.replace("Target=\"", "Target=\"/xl/") } else { content })
            }),
        ),
        (
            "sheets beside the folder",
            changed(&bytes, |name, content| {
                let rels = name.ends_with("workbook.xml.rels");
                let content = if rels { content.replace("\"worksheets/", "\"../blad/") } else { content };
                (moved(name, "xl/worksheets/", "blad/"), content)
            }),
        ),
        (
            "strict namespaces",
            changed(&bytes, |name, content| {
                let content = content.replace(
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                    "http://purl.oclc.org/ooxml/officeDocument/relationships",
                );
                (
                    name.to_owned(),
                    content.replace(
                        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                        "http://purl.oclc.org/ooxml/spreadsheetml/main",
                    ),
                )
            }),
        ),
    ];
    for (way, bytes) in ways {
        let (funds, _) = read_bytes("svar.xlsx", &bytes, "").unwrap_or_else(|said| panic!("{way}: {said}"));
        assert_eq!(funds, usual, "{way}");
    }
}

#[test]
fn what_an_archive_is_stands_in_its_relationships() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    respondents(sheet);
    sheet.write(1, 2, "Mall: word/document.xml, opendocument.text").expect("a cell");
    let bytes = book.save_to_buffer().expect("a workbook");
    // Stored, so that the text stands in the file as it is; and with a document among its parts.
    let mut archive = ZipArchive::new(Cursor::new(&bytes)).expect("an archive");
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a part");
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("a part");
        out.start_file(part.name().expect("a name"), stored).expect("a part");
        out.write_all(&content).expect("a part");
    }
    out.start_file("xl/embeddings/word/document.xml", stored).expect("a part");
    let bytes = out.finish().expect("an archive").into_inner();
    let (funds, _) = read_bytes("svar.xlsx", &bytes, "").expect("a run");
    assert_eq!(funds.len(), 3);
}

#[test]
fn a_nul_in_a_cell_is_refused() {
    let mut book = Workbook::new();
    respondents(book.add_worksheet());
    let bytes = book.save_to_buffer().expect("a workbook");
    let bytes = changed(&bytes, |name, content| (name.to_owned(), content.replace("Utbildning", "Utbild&#0;ning")));
    let said = read_bytes("svar.xlsx", &bytes, "").expect_err("a NUL");
    assert!(said.contains("NUL") || said.contains("damaged"), "{said}");
}
