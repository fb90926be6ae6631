//! What a file is, seen from its bytes; and whether that is what its name says.

use std::collections::BTreeSet;
use std::path::Path;

use memchr::memmem;

use super::package::Package;
use super::workbook::SheetName;
use crate::diagnostic::{Diagnostic, Place};
use crate::msg;
use crate::wording::Message;

/// The formats that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Excel since 2007.
    Xlsx,
    /// Excel since 2007, binary.
    Xlsb,
    /// Excel until 2003.
    Xls,
    /// OpenDocument spreadsheet.
    Ods,
    /// SPSS, compressed or not.
    Spss,
    /// Parquet.
    Parquet,
    /// Delimited text.
    Text,
}

/// Endings of names, and what a file so named holds.
const ENDINGS: [(&str, Format); 13] = [
    ("xlsx", Format::Xlsx),
    ("xlsm", Format::Xlsx),
    ("xlsb", Format::Xlsb),
    ("xls", Format::Xls),
    ("ods", Format::Ods),
    ("sav", Format::Spss),
    ("zsav", Format::Spss),
    ("parquet", Format::Parquet),
    ("csv", Format::Text),
    ("tsv", Format::Text),
    ("tab", Format::Text),
    ("psv", Format::Text),
    ("txt", Format::Text),
];

/// Whether a file is data by its name. Hidden files, and what a spreadsheet program leaves beside an open workbook, are not.
pub fn is_data_file(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    !name.starts_with(['.', '~']) && ENDINGS.iter().any(|(known, _)| *known == ending)
}

/// What a file is that is no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Foreign {
    WebPage,
    Xml,
    Pdf,
    RichText,
    Gzip,
    SevenZip,
    Picture,
    WordDocument,
    TextDocument,
    Presentation,
    Archive,
}

/// How files begin that are no tables.
const FOREIGN: [(&[u8], Foreign); 9] = [
    (b"<!doctype html", Foreign::WebPage),
    (b"<html", Foreign::WebPage),
    (b"<table", Foreign::WebPage),
    (b"<?xml", Foreign::Xml),
    (b"%pdf", Foreign::Pdf),
    (b"{\\rtf", Foreign::RichText),
    (b"\x1f\x8b", Foreign::Gzip),
    (b"7z\xbc\xaf", Foreign::SevenZip),
    (b"\x89png", Foreign::Picture),
];

impl Foreign {
    /// What it is called.
    fn called(self) -> Message {
        match self {
            Self::WebPage => msg!("a-web-page"),
            Self::Xml => msg!("an-xml-text"),
            Self::Pdf => msg!("a-pdf-document"),
            Self::RichText => msg!("a-rich-text-document"),
            Self::Gzip => msg!("a-gzip-file"),
            Self::SevenZip => msg!("a-seven-zip-file"),
            Self::Picture => msg!("a-picture"),
            Self::WordDocument => msg!("a-word-document"),
            Self::TextDocument => msg!("a-text-document"),
            Self::Presentation => msg!("a-presentation"),
            Self::Archive => msg!("an-archive"),
        }
    }
}

impl Format {
    /// What a file of this format is called.
    pub fn called(self) -> Message {
        match self {
            Self::Xlsx => msg!("an-xlsx-workbook"),
            Self::Xlsb => msg!("an-xlsb-workbook"),
            Self::Xls => msg!("an-xls-workbook"),
            Self::Ods => msg!("an-ods-workbook"),
            Self::Spss => msg!("an-spss-file"),
            Self::Parquet => msg!("a-parquet-file"),
            Self::Text => msg!("a-delimited-text"),
        }
    }

    /// The usual ending of a name.
    fn ending(self) -> &'static str {
        if self == Self::Text {
            "csv"
        } else {
            ENDINGS.iter().find(|(_, f)| *f == self).map_or("", |(ending, _)| ending)
        }
    }

    /// What the bytes are.
    ///
    /// # Errors
    /// A message where they are something else than a table, or not what the name says.
    pub fn of(bytes: &[u8], file: &str) -> Result<Self, Diagnostic> {
        let found = recognised(bytes);
        let ending = file.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
        let named = ENDINGS.iter().find(|(known, _)| Some(*known) == ending.as_deref()).map(|(_, format)| *format);
        match (found, named) {
            (Ok(found), Some(named)) if found != named => {
                let (what, expected) = (found.called(), as_named(named));
                let message = msg!("file-of-other-format", what, expected, ending = found.ending());
                Err(Diagnostic::error(Place::file(file), message))
            }
            (Ok(found), _) => Ok(found),
            (Err(foreign), named) => {
                let expected = named.map_or_else(|| msg!("a-format-that-is-read"), as_named);
                let message = msg!("file-of-no-table", what = foreign.called(), expected);
                Err(Diagnostic::error(Place::file(file), message))
            }
        }
    }
}

/// What a file should be by its name.
fn as_named(named: Format) -> Message {
    msg!("as-its-name-says", what = named.called())
}

/// The format, or what else it is.
fn recognised(bytes: &[u8]) -> Result<Format, Foreign> {
    const ZIP: &[u8] = b"PK\x03\x04";
    const EMPTY_ZIP: &[u8] = b"PK\x05\x06";
    const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    if bytes.starts_with(ZIP) || bytes.starts_with(EMPTY_ZIP) {
        return of_archive(bytes);
    }
    if bytes.starts_with(OLE) {
        let holds = |name: &str| holds_utf16(bytes, name);
        // Excel locks workbooks of every kind by wrapping them; whoever reads it says so.
        return match () {
            () if holds("EncryptedPackage") => Ok(Format::Xlsx),
            () if holds("WordDocument") => Err(Foreign::WordDocument),
            () if holds("PowerPoint Document") => Err(Foreign::Presentation),
            () => Ok(Format::Xls),
        };
    }
    if bytes.starts_with(b"$FL2") || bytes.starts_with(b"$FL3") {
        return Ok(Format::Spss);
    }
    if bytes.starts_with(b"PAR1") {
        return Ok(Format::Parquet);
    }
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let begins = |start: &[u8]| text.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start));
    match FOREIGN.iter().find(|(start, _)| begins(start)) {
        Some((_, foreign)) => Err(*foreign),
        None => Ok(Format::Text),
    }
}

/// Workbooks are archives that say themselves what they are. Those that are too damaged to tell have parts of certain names,
/// which stand unpacked in the archive.
fn of_archive(bytes: &[u8]) -> Result<Format, Foreign> {
    const LONGEST_LIST: u64 = 1_000_000;
    if let Some(format) = Package::open(bytes, LONGEST_LIST).and_then(|mut package| package.format()) {
        return format;
    }
    let holds = |name: &str| memmem::find(bytes, name.as_bytes()).is_some();
    match () {
        () if holds("opendocument.spreadsheet") => Ok(Format::Ods),
        () if holds("word/document.xml") || holds("opendocument.text") => Err(Foreign::TextDocument),
        () if holds("ppt/presentation.xml") || holds("opendocument.presentation") => Err(Foreign::Presentation),
        () if holds("xl/workbook.bin") => Ok(Format::Xlsb),
        () if holds("xl/") => Ok(Format::Xlsx),
        () if holds("content.xml") => Ok(Format::Ods),
        () => Err(Foreign::Archive),
    }
}

/// Whether the names in an OLE file have this one; they are UTF-16.
fn holds_utf16(bytes: &[u8], name: &str) -> bool {
    let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    memmem::find(bytes, &wide).is_some()
}

/// Which sheets of a workbook are to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// All of them.
    All,
    /// Those that are not hidden.
    Visible,
    /// Those with these names, and those that are not hidden where `only` or `fitting` says so.
    Some {
        /// Whether somebody asks for the only sheet.
        only: bool,
        /// Whether somebody asks for the one whose columns fit.
        fitting: bool,
        /// The names that are asked for.
        named: BTreeSet<String>,
    },
}

impl Wanted {
    /// Nothing yet.
    pub fn none() -> Self {
        Self::Some { only: false, fitting: false, named: BTreeSet::new() }
    }

    /// Asks for a sheet, or for the only one.
    pub fn add(&mut self, sheet: Option<&str>) {
        if let Self::Some { only, named, .. } = self {
            match sheet {
                Some(name) => {
                    named.insert(name.to_owned());
                }
                None => *only = true,
            }
        }
    }

    /// Asks for the sheet whose columns fit.
    pub fn add_fitting(&mut self) {
        if let Self::Some { fitting, .. } = self {
            *fitting = true;
        }
    }

    /// The names of the sheets to read, in the order of the workbook.
    pub(super) fn of(&self, names: &[SheetName]) -> Vec<String> {
        let visible = || names.iter().filter(|sheet| !sheet.hidden);
        let wanted = |sheet: &&SheetName| match self {
            Self::All => true,
            Self::Visible => !sheet.hidden,
            Self::Some { only, fitting, named } => {
                named.contains(&sheet.name) || (!sheet.hidden && (*fitting || (*only && visible().count() == 1)))
            }
        };
        names.iter().filter(wanted).map(|sheet| sheet.name.clone()).collect()
    }
}
