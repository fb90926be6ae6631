//! Hostile input is refused with a message, in half a gigabyte of memory, and nothing is written.
//!
//! The files are made here, because they are too large, or too deep, to lie beside the tests.

use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::support::project;

/// What refusing may take, in kilobytes of address space; a program takes less memory than that.
const MOST_KILOBYTES: u32 = 512 * 1024;

const MEGABYTE: usize = 1_000_000;

/// The study of `tests/formats` in a folder of its own, with a file in place of its export.
struct Study {
    folder: tempfile::TempDir,
}

impl Study {
    fn new(file: &str, bytes: &[u8]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let study = Self { folder };
        fs::create_dir(study.path()).expect("a folder");
        let base = project("tests/formats");
        for name in ["codebook.json", "medel.csv", "report.toml"] {
            fs::copy(base.join(name), study.path().join(name)).expect("a file");
        }
        let declared = fs::read_to_string(base.join("study.toml")).expect("study.toml");
        study.put("study.toml", declared.replace("{file}", file).replace("{keys}", "").as_bytes());
        study.put(file, bytes);
        study
    }

    /// The study with an export that is read, to be spoilt elsewhere.
    fn sound() -> Self {
        Self::new("komma.csv", &fs::read(project("tests/formats/files/komma.csv")).expect("the export"))
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("studie")
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        fs::write(self.path().join(name), bytes).expect("a file");
    }

    fn change(&self, name: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path().join(name)).expect("a file");
        assert!(text.contains(from), "{name} has no {from}");
        self.put(name, text.replace(from, to).as_bytes());
    }

    /// Runs the program with as little memory as refusing may take, where the system can bound it.
    fn run(&self) -> Output {
        let program = env!("CARGO_BIN_EXE_insats");
        let out = self.folder.path().join("out");
        let mut command = if cfg!(target_os = "linux") {
            let mut shell = Command::new("sh");
            shell.args(["-c", &format!("ulimit -v {MOST_KILOBYTES}; exec \"$0\" \"$@\""), program]);
            shell
        } else {
            Command::new(program)
        };
        command.arg("run").arg(self.path()).arg("--out").arg(&out).args(["--formats", "csv", "--threads", "2"]);
        command.output().expect("the program")
    }

    /// Runs the study, which must be refused with these words and leave nothing.
    fn refuses(&self, words: &[&str]) {
        let output = self.run();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{said}");
        for word in words {
            assert!(said.contains(word), "{word:?} is missing in\n{said}");
        }
        let left: Vec<_> =
            fs::read_dir(self.folder.path()).expect("a folder").flatten().map(|e| e.file_name()).collect();
        assert_eq!(left, ["studie"], "something was written");
    }
}

/// The name of a part, and what it holds: bytes, each so many times.
type Part<'a> = (&'a str, &'a [(&'a [u8], usize)]);

/// An archive of parts, each the same bytes so many times over.
fn archive(parts: &[Part<'_>]) -> Vec<u8> {
    let mut book = ZipWriter::new(Cursor::new(Vec::new()));
    let deflated =
        SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).compression_level(Some(1));
    for (name, stretches) in parts {
        book.start_file(*name, deflated).expect("a part");
        for (bytes, times) in *stretches {
            for _ in 0..*times {
                book.write_all(bytes).expect("room");
            }
        }
    }
    book.finish().expect("an archive").into_inner()
}

const WORKBOOK: (&str, &[(&[u8], usize)]) = (
    "xl/workbook.xml",
    &[(
        br#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Svar" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
        1,
    )],
);
/// Where the workbook is.
const PACKAGE: (&str, &[(&[u8], usize)]) = (
    "_rels/.rels",
    &[(
        br#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        1,
    )],
);
const RELATIONS: (&str, &[(&[u8], usize)]) = (
    "xl/_rels/workbook.xml.rels",
    &[(
        br#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
        1,
    )],
);

#[test]
fn a_zip_bomb() {
    let blank = vec![b' '; MEGABYTE];
    let sheet: &[(&[u8], usize)] = &[(b"<worksheet><sheetData>", 1), (&blank, 300), (b"</sheetData></worksheet>", 1)];
    let bomb = archive(&[PACKAGE, WORKBOOK, RELATIONS, ("xl/worksheets/sheet1.xml", sheet)]);
    assert!(bomb.len() < 4 * MEGABYTE);
    Study::new("bomb.xlsx", &bomb).refuses(&["unpacks to", "at most 256 megabytes", "unpacked_mb under [limits]"]);
    Study::new("bomb.ods", &bomb).refuses(&["bomb.ods"]);
}

#[test]
fn a_zip_bomb_that_lies_about_its_size() {
    let cell = b"<c><v>1</v></c>".repeat(MEGABYTE / 15);
    let sheet: &[(&[u8], usize)] = &[(b"<worksheet><sheetData><row>", 1), (&cell, 300)];
    let mut bomb = archive(&[PACKAGE, WORKBOOK, RELATIONS, ("xl/worksheets/sheet1.xml", sheet)]);
    // Sizes stand at 24 of an entry of the central directory, which its signature begins.
    let size = u32::try_from(b"<worksheet><sheetData><row>".len() + 300 * cell.len()).expect("a size").to_le_bytes();
    let mut changed = 0;
    for at in 0..bomb.len() - 46 {
        if bomb[at..].starts_with(b"PK\x01\x02") && bomb[at + 24..at + 28] == size {
            bomb[at + 24..at + 28].copy_from_slice(&1000_u32.to_le_bytes());
            changed += 1;
        }
    }
    assert_eq!(changed, 1);
    Study::new("bomb.xlsx", &bomb).refuses(&["larger than its declared uncompressed size"]);
}

#[test]
fn a_cell_of_a_hundred_megabytes() {
    let long = vec![b'x'; MEGABYTE];
    let csv = [b"Id;Region\r\n101;".as_slice(), &long.repeat(100), b"\r\n"].concat();
    Study::new("lang.csv", &csv).refuses(&[
        "line 2, column B",
        "100,000,000 characters",
        "at most 1,000,000 characters",
    ]);
    drop(csv);
    let quoted = [b"Id;Region\r\n101;\"".as_slice(), &long.repeat(100), b"\"\r\n"].concat();
    Study::new("lang.csv", &quoted).refuses(&["100,000,000 characters"]);
    drop(quoted);
    let sheet: &[(&[u8], usize)] = &[
        (b"<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>", 1),
        (&long, 100),
        (b"</t></is></c></row></sheetData></worksheet>", 1),
    ];
    let book = archive(&[PACKAGE, WORKBOOK, RELATIONS, ("xl/worksheets/sheet1.xml", sheet)]);
    Study::new("lang.xlsx", &book).refuses(&["more than 1,000,000 characters", "characters under [limits]"]);
}

#[test]
fn a_cell_of_many_pieces() {
    let pieces =
        b"<r><t>xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx</t></r>"
            .repeat(1000);
    let strings: &[(&[u8], usize)] = &[(b"<sst><si>", 1), (&pieces, 100), (b"</si></sst>", 1)];
    let sheet: &[(&[u8], usize)] =
        &[(b"<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData></worksheet>", 1)];
    let relations: (&str, &[(&[u8], usize)]) = (
        "xl/_rels/workbook.xml.rels",
        &[(
            br#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#,
            1,
        )],
    );
    let parts = [PACKAGE, WORKBOOK, relations, ("xl/worksheets/sheet1.xml", sheet), ("xl/sharedStrings.xml", strings)];
    Study::new("bitar.xlsx", &archive(&parts)).refuses(&["cell A1", "characters under [limits]"]);
}

#[test]
fn cells_that_are_only_claimed() {
    // One byte of text, repeated over a whole sheet, and four thousand million spaces in a cell.
    let ods = |rows: &str| {
        let head = br#"<office:document-content><office:body><office:spreadsheet><table:table table:name="Svar">"#;
        let tail = b"</table:table></office:spreadsheet></office:body></office:document-content>";
        let content: &[(&[u8], usize)] = &[(head, 1), (rows.as_bytes(), 1), (tail, 1)];
        let mimetype: &[(&[u8], usize)] = &[(b"application/vnd.oasis.opendocument.spreadsheet", 1)];
        archive(&[("mimetype", mimetype), ("content.xml", content)])
    };
    let wide = r#"<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="string" table:number-columns-repeated="7000"><text:p>x</text:p></table:table-cell></table:table-row>"#;
    Study::new("bred.ods", &ods(wide)).refuses(&[
        "sheet \"Svar\"",
        "claims 7,340,032,000 cells",
        "at most 40,000,000 cells",
    ]);
    let spaces = r#"<table:table-row><table:table-cell office:value-type="string"><text:p><text:s text:c="4000000000"/></text:p></table:table-cell></table:table-row>"#;
    Study::new("rymd.ods", &ods(spaces)).refuses(&["more than 1,000,000 characters"]);
    let many = [b"1;2;3;4;5;6;".repeat(1_000).as_slice(), b"7\n"].concat().repeat(7_000);
    Study::new("tom.csv", &many).refuses(&["the file has 42,007,000 cells", "at most 40,000,000 cells"]);
}

#[test]
fn a_limit_can_be_raised_and_lowered() {
    let study = Study::sound();
    study.change("study.toml", "[[requisitions]]", "[limits]\ncolumns = 10\n\n[[requisitions]]");
    study.refuses(&[
        "line 1",
        "the row has 11 columns",
        "at most 10 columns",
        "raise columns under [limits] in study.toml",
    ]);
    study.change("study.toml", "columns = 10", "colums = 11");
    study.refuses(&["did you mean \"columns\"?"]);
    study.change("study.toml", "colums = 11", "columns = 11");
    assert_eq!(study.run().status.code(), Some(0));
}

#[test]
fn declarations_without_bottom() {
    let study = Study::sound();
    let deep = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    study.put("codebook.json", deep(100_000).as_bytes());
    study.refuses(&["codebook.json, line 1"]);
    let nested = format!("{{\"id\": {}1{}}}", "{\"a\":".repeat(100_000), "}".repeat(100_000));
    study.put("codebook.json", nested.as_bytes());
    study.refuses(&["codebook.json, line 1"]);

    let study = Study::sound();
    study.put("report.toml", format!("source = {}", deep(100_000)).as_bytes());
    study.refuses(&["report.toml, line 1"]);
    study.put("study.toml", format!("title = {}", deep(100_000)).as_bytes());
    study.refuses(&["study.toml, line 1"]);
}

#[test]
fn phrases_that_multiply() {
    // Each of eight phrases holds the next one twenty times: 20^8 in all.
    let study = Study::sound();
    let mut report = fs::read_to_string(study.path().join("report.toml")).expect("report.toml");
    report = report.replace("{answered}", "{p1}") + "\n[phrase]\n";
    for number in 1..8 {
        let _ = writeln!(report, "p{number} = \"{}\"", format!("{{p{}}}", number + 1).repeat(20));
    }
    report += "p8 = \"x\"\n";
    study.put("report.toml", report.as_bytes());
    study.refuses(&["a text grows too long", "at most 100,000 characters", "raise text under [limits]"]);
}

#[test]
fn paths_that_leave_the_study() {
    let study = Study::sound();
    fs::write(study.folder.path().join("medel.csv"), "Kod;Belopp\n03;1\n14;1\n").expect("a file");
    let refuses = |path: &str| {
        let output = study.run();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains("lies outside the study's folder") && said.contains(path), "{said}");
        assert!(!study.folder.path().join("out").exists());
    };
    study.change("study.toml", "file = \"medel.csv\"", "file = \"../medel.csv\"");
    refuses("../medel.csv");
    // Whether a file exists outside is not told, either.
    study.change("study.toml", "../medel.csv", "../saknas.csv");
    refuses("../saknas.csv");
    study.change("study.toml", "../saknas.csv", "/etc/hostname");
    refuses("/etc/hostname");
    study.change("study.toml", "/etc/hostname", "djup/../../medel.csv");
    refuses("djup/../../medel.csv");
    study.change("study.toml", "djup/../../medel.csv", "../medel.csv");
    study.change("study.toml", "[[requisitions]]", "[limits]\noutside = [\"../medel.csv\"]\n\n[[requisitions]]");
    let output = study.run();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}

#[cfg(unix)]
#[test]
fn links_that_leave_the_study() {
    let study = Study::sound();
    let outside = study.folder.path().join("annat.csv");
    fs::write(&outside, "Kod;Belopp\n03;1\n14;1\n").expect("a file");
    fs::remove_file(study.path().join("medel.csv")).expect("a file");
    std::os::unix::fs::symlink(&outside, study.path().join("medel.csv")).expect("a link");
    let output = study.run();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("\"medel.csv\" lies outside the study's folder"));
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_links() {
    let study = Study::sound();
    let elsewhere = study.folder.path().join("annanstans");
    fs::create_dir(&elsewhere).expect("a folder");
    std::os::unix::fs::symlink(&elsewhere, study.folder.path().join("out")).expect("a link");
    let output = study.run();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("is a symbolic link"));
    assert_eq!(fs::read_dir(&elsewhere).expect("a folder").count(), 0);

    // A link that waits where the lock will be.
    fs::remove_file(study.folder.path().join("out")).expect("a link");
    let precious = elsewhere.join("avhandling.docx");
    fs::write(&precious, "years of work").expect("a file");
    std::os::unix::fs::symlink(&precious, study.folder.path().join(".out.insats-lock")).expect("a link");
    assert_eq!(study.run().status.code(), Some(2));
    assert_eq!(fs::read(&precious).expect("a file"), b"years of work");
    fs::remove_file(study.folder.path().join(".out.insats-lock")).expect("a link");

    // One inside an old output folder, and one where the new one is prepared.
    assert_eq!(study.run().status.code(), Some(0));
    std::os::unix::fs::symlink(&elsewhere, study.folder.path().join("out/data/länk")).expect("a link");
    std::os::unix::fs::symlink(&elsewhere, study.folder.path().join(".out.insats-new")).expect("a link");
    let output = study.run();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("data/länk"), "{output:?}");
    fs::remove_file(study.folder.path().join("out/data/länk")).expect("a link");
    assert_eq!(study.run().status.code(), Some(0));
    assert_eq!(fs::read(&precious).expect("a file"), b"years of work");
    assert!(is_folder(&study.folder.path().join("out")));
}

fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_dir())
}
