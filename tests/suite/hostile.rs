//! What must be true of any input at all, one function for each way in. The fuzz targets in `fuzz/` call them with inputs
//! that libFuzzer invents; `fuzz` calls them with the inputs that are kept in `tests/fuzz`.

use std::io::{Cursor, Write};
use std::path::Path;
use std::sync::OnceLock;

use insats::codebook::Codebook;
use insats::diagnostic::Diagnostics;
use insats::read::amount::amount;
use insats::read::{Cell, Row, Wanted, read};
use insats::register::{Level, resolve};
use insats::study::{Limits, Reading, Study};
use insats::wording::Language;

/// Lets panics of foreign readers go on to the shield that turns them into messages; all others stop the fuzzer, whose own
/// hook would stop at both.
#[allow(dead_code)]
pub fn pass_over_shielded_panics() {
    let stop = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if !insats::read::is_reading() {
            stop(panic);
        }
    }));
}

/// Limits that a fuzzer reaches.
fn limits() -> Limits {
    Limits { file_mb: 1, unpacked_mb: 4, cells: 200_000, columns: 500, characters: 10_000, ..Limits::default() }
}

/// Messages are on one line, have a place, and hold nothing that a terminal obeys.
fn check(messages: &Diagnostics) {
    for message in messages.sorted() {
        let [found, expected, action] = message.told(Language::English);
        assert!(!found.is_empty());
        for text in [&message.place.to_string(), &found, &expected, &action] {
            assert!(!text.chars().any(char::is_control), "{text:?}");
        }
    }
}

/// An amount is read, blank or refused, and is never more than the largest.
pub fn amounts(bytes: &[u8]) {
    let Some((unit, rest)) = bytes.split_first() else { return };
    let unit = [1, 1_000, 1_000_000][usize::from(*unit) % 3];
    let number = rest.first_chunk().map(|eight| Cell::Number(f64::from_le_bytes(*eight)));
    let text = std::str::from_utf8(rest).ok().map(|text| Cell::Text(text.to_owned()));
    for cell in number.into_iter().chain(text) {
        if let Ok(Some(read)) = amount(&cell, unit) {
            assert!((0..=100_000_000_000_000).contains(&read.ore()), "{cell:?}");
        }
    }
}

/// A name is a recipient of the level asked for, or there is a message.
pub fn names(bytes: &[u8]) {
    let Ok(written) = std::str::from_utf8(bytes) else { return };
    for level in Level::built_in() {
        match resolve(level, written) {
            Ok(found) => assert_eq!(found.level, level),
            Err(unresolved) => assert!(!unresolved.to_string().chars().any(char::is_control)),
        }
    }
}

/// A codebook is read, and then can be written and read again, or is refused.
pub fn codebook(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    match Codebook::parse(text, "codebook.json") {
        Ok(book) => {
            let written = book.to_json().expect("what was read can be written");
            assert!(Codebook::parse(&written, "codebook.json").is_ok());
        }
        Err(messages) => {
            assert!(messages.has_errors());
            check(&messages);
        }
    }
}

/// A study's declarations are taken or refused.
pub fn study(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Err(messages) = Study::parse(shipped_folder(), text.to_owned()) {
        assert!(messages.has_errors());
        check(&messages);
    }
}

/// A report's declarations are taken or refused.
pub fn report(bytes: &[u8]) {
    static STUDY: OnceLock<Option<Study>> = OnceLock::new();
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let study = STUDY.get_or_init(|| Study::load(shipped_folder()).ok());
    let Some(study) = study else { panic!("the shipped study cannot be read") };
    let mut messages = Diagnostics::new();
    insats::report::parse(study, None, text.to_owned(), &mut messages);
    check(&messages);
}

/// A text is a table within the limits, every row of it as wide as the others below the header, or refused.
pub fn csv(bytes: &[u8]) {
    table(bytes, "enkat.csv");
}

/// An SPSS file is a table within the limits, or refused.
pub fn sav(bytes: &[u8]) {
    table(bytes, "enkat.sav");
}

/// A workbook is read within the limits, or refused. Fuzzers find no valid archives: unless the input is one, its parts
/// are put into one, parted by NUL bytes.
pub fn xlsx(bytes: &[u8]) {
    if bytes.starts_with(b"PK") {
        table(bytes, "enkat.xlsx");
    } else if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        table(bytes, "enkat.xls");
    } else {
        table(&archive(bytes), "enkat.xlsx");
    }
}

fn table(bytes: &[u8], name: &str) {
    let limits = limits();
    match read(bytes.to_vec(), name, &Reading::default(), &limits, &Wanted::All) {
        Err(messages) => {
            assert!(messages.has_errors());
            check(&messages);
        }
        Ok(content) => {
            for sheet in &content.sheets {
                match content.grid(&sheet.name) {
                    None => panic!("a sheet was left out"),
                    Some(Err(messages)) => check(&messages),
                    Some(Ok(grid)) => {
                        let cells: usize = grid.rows.iter().map(Row::len).sum();
                        assert!(cells as u64 <= limits.cells);
                        assert!(grid.lines.as_ref().is_none_or(|lines| lines.len() == grid.rows.len()));
                    }
                }
            }
        }
    }
}

/// The parts of a minimal workbook; a fuzzer's parts stand for the first of them.
const PARTS: [(&str, &str); 6] = [
    ("xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet>"),
    ("xl/sharedStrings.xml", "<sst/>"),
    ("xl/styles.xml", "<styleSheet/>"),
    (
        "xl/workbook.xml",
        r#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#,
    ),
    (
        "_rels/.rels",
        r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
];

fn archive(bytes: &[u8]) -> Vec<u8> {
    let mut parts = bytes.split(|byte| *byte == 0);
    let mut book = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, usual) in PARTS {
        book.start_file(name, stored).expect("a part");
        let part = parts.next().filter(|part| !part.is_empty()).unwrap_or(usual.as_bytes());
        book.write_all(part).expect("its bytes");
    }
    book.finish().expect("an archive").into_inner()
}

fn shipped_folder() -> &'static Path {
    static FOLDER: OnceLock<std::path::PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let own = Path::new(env!("CARGO_MANIFEST_DIR"));
        let found = [own, &own.join("..")].map(|root| root.join("input/lagesrapport-2024"));
        found.into_iter().find(|folder| folder.is_dir()).unwrap_or_default()
    })
}
