//! How the cells of an xlsx workbook look.

use std::collections::BTreeSet;
use std::io::BufReader;

use calamine::{NumberFormat as Code, Style};
use memchr::memmem;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{Area, Looks, NumberFormat, Seen, SheetLooks};
use crate::read::package::{Package, Relation, attribute, for_each_element};

/// What a style says that matters.
struct StyleLook {
    format: Option<u32>,
    struck: bool,
}

/// The styles and texts of a workbook, as far as they matter.
#[derive(Default)]
pub(in crate::read) struct Styles {
    styles: Vec<StyleLook>,
    seen: Seen,
    /// Positions of shared texts that are struck through.
    struck: BTreeSet<usize>,
    sheets: Vec<(String, String)>,
}

impl Styles {
    /// Reads what the sheets of a workbook share.
    pub(in crate::read) fn read(package: &mut Package<'_>) -> Self {
        let Some(document) = package.document() else { return Self::default() };
        let relations = package.relations(&document.target);
        let mut struck = BTreeSet::new();
        if let Some(texts) = relations.iter().find(|relation| relation.kind == "sharedStrings") {
            struck = struck_texts(&package.part(&texts.target).unwrap_or_default());
        }
        let mut sheets = Vec::new();
        for_each_element(&package.part(&document.target).unwrap_or_default(), &mut |element| {
            let (Some(name), Some(id)) = (attribute(element, "name"), attribute(element, "id")) else { return };
            let target = relations.iter().find(|relation| relation.id == id);
            if element.local_name().as_ref() == "sheet" {
                sheets.extend(target.map(|relation| (name, relation.target.clone())));
            }
        });
        Self { struck, sheets, ..Self::default() }
    }

    /// Takes the styles over from the reader of values.
    pub(in crate::read) fn take(&mut self, styles: &[Style]) {
        if !self.styles.is_empty() {
            return;
        }
        for style in styles {
            let format = style.number_format.as_ref().filter(|code| !is_local(code));
            let format = format.and_then(|code| NumberFormat::of(&code.format_code));
            let position = format.map(|format| self.seen.position(format));
            let struck = style.font.as_ref().is_some_and(|font| font.has_strikethrough());
            self.styles.push(StyleLook { format: position, struck });
        }
    }

    /// A format by its position.
    pub(in crate::read) fn format(&self, position: u32) -> Option<&NumberFormat> {
        self.seen.formats.get(position as usize)
    }

    /// Reads how a sheet's cells look.
    pub(in crate::read) fn sheet(&self, package: &mut Package<'_>, name: &str) -> SheetLooks {
        let mut sheet = SheetLooks::default();
        let Some((_, path)) = self.sheets.iter().find(|(known, _)| known == name) else { return sheet };
        if let Some(part) = package.reader(path) {
            let mut pass = Pass { styles: self, sheet: &mut sheet, row: 0, column: 0, cell: (0, 0), shared: false };
            pass.read(Reader::from_reader(BufReader::new(part)));
        }
        for relation in package.relations(path) {
            beside(package, &relation, &mut sheet.looks);
        }
        sheet.settled()
    }
}

/// Formats that stand for the currency of whoever opens the file.
fn is_local(code: &Code) -> bool {
    matches!(code.format_id, Some(5..=8 | 37..=44))
        && code.format_code.contains(['$', '('])
        && !code.format_code.contains("[$")
}

/// Tables with a total row, and comments.
fn beside(package: &mut Package<'_>, relation: &Relation, looks: &mut Looks) {
    let part = |package: &mut Package<'_>| package.part(&relation.target).unwrap_or_default();
    match relation.kind.as_str() {
        "table" => for_each_element(&part(package), &mut |element| match element.local_name().as_ref() {
            "table" => {
                let total = attribute(element, "totalsRowCount").is_some_and(|count| count != "0");
                let area = attribute(element, "ref").and_then(|area| parsed(&area));
                looks.totals.extend(area.filter(|_| total).map(|area| area.bottom));
            }
            "filterColumn" => looks.filtered = true,
            _ => {}
        }),
        "comments" => for_each_element(&part(package), &mut |element| {
            if element.local_name().as_ref() == "comment" {
                let area = attribute(element, "ref").and_then(|cell| parsed(&cell));
                looks.comment(area.map(|area| area.top), area.map(|area| area.left));
            }
        }),
        _ => {}
    }
}

/// The shared texts in which something is struck through.
fn struck_texts(part: &[u8]) -> BTreeSet<usize> {
    let mut struck = BTreeSet::new();
    if memmem::find(part, b"strike").is_none() {
        return struck;
    }
    let mut next = 0;
    for_each_element(part, &mut |element| match element.local_name().as_ref() {
        "si" => next += 1,
        "strike" if is_on(element) => {
            struck.insert(next - 1);
        }
        _ => {}
    });
    struck
}

/// Whether a property that may be switched off is on.
fn is_on(element: &BytesStart<'_>) -> bool {
    attribute(element, "val").is_none_or(|value| !matches!(value.as_str(), "0" | "false" | "off"))
}

/// One pass over a sheet's part.
struct Pass<'a> {
    styles: &'a Styles,
    sheet: &'a mut SheetLooks,
    /// Where the next row and cell stand that do not say it themselves.
    row: u32,
    column: u32,
    cell: (u32, u32),
    /// Whether the cell's value is the position of a shared text.
    shared: bool,
}

impl Pass<'_> {
    fn read(&mut self, mut reader: Reader<impl std::io::BufRead>) {
        reader.config_mut().check_end_names = false;
        let mut buffer = Vec::new();
        let mut in_value = false;
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer) {
                Ok(Event::Start(element)) => {
                    in_value = element.local_name().as_ref() == "v";
                    self.begin(&element);
                }
                Ok(Event::Empty(element)) => {
                    self.begin(&element);
                    if element.local_name().as_ref() == "row" {
                        self.row += 1;
                    }
                }
                Ok(Event::Text(text)) if in_value && self.shared => {
                    let position = text.trim().parse().ok();
                    if position.is_some_and(|position: usize| self.styles.struck.contains(&position)) {
                        self.sheet.looks.struck.push(self.cell.0, self.cell.1, ());
                    }
                }
                Ok(Event::End(element)) => {
                    in_value = false;
                    if element.local_name().as_ref() == "row" {
                        self.row = self.row.saturating_add(1);
                    }
                }
                Ok(Event::Eof) | Err(_) => return,
                Ok(_) => {}
            }
        }
    }

    fn begin(&mut self, element: &BytesStart<'_>) {
        match element.local_name().as_ref() {
            "c" => self.cell(element),
            "row" => {
                let number = attribute(element, "r").and_then(|number| number.parse::<u32>().ok());
                self.row = number.map_or(self.row, |number| number.saturating_sub(1));
                self.column = 0;
                if is_hidden(element, "ht") {
                    self.sheet.looks.hidden_rows.push(self.row, self.row);
                }
            }
            "col" if is_hidden(element, "width") => {
                let [first, last] = ["min", "max"].map(|name| attribute(element, name).and_then(|n| n.parse().ok()));
                if let (Some(first @ 1_u32..), Some(last @ 1_u32..)) = (first, last) {
                    self.sheet.looks.hidden_columns.push(first - 1, last - 1);
                }
            }
            "mergeCell" => {
                if let Some(area) = attribute(element, "ref").and_then(|area| parsed(&area)) {
                    self.sheet.looks.merge(area);
                }
            }
            "filterColumn" => self.sheet.looks.filtered = true,
            // Of a text that stands in the cell itself.
            "strike" if is_on(element) => self.sheet.looks.struck.push(self.cell.0, self.cell.1, ()),
            _ => {}
        }
    }

    fn cell(&mut self, element: &BytesStart<'_>) {
        let (mut style, mut kind) = (None, false);
        for attribute in element.attributes().with_checks(false).flatten() {
            let value: &str = attribute.value.as_ref();
            match attribute.key.as_ref() {
                "r" => {
                    if let Some((row, column)) = position(value) {
                        (self.row, self.column) = (row, column);
                    }
                }
                "s" => style = value.parse::<usize>().ok(),
                "t" => kind = value == "s",
                _ => {}
            }
        }
        self.cell = (self.row, self.column);
        self.shared = kind && !self.styles.struck.is_empty();
        self.column = self.column.saturating_add(1);
        // A cell without a style has the first one.
        let Some(look) = self.styles.styles.get(style.unwrap_or(0)) else { return };
        self.sheet.put(self.cell.0, self.cell.1, look.format, look.struck);
    }
}

/// Whether a row or column is hidden: it says so, or has no extent.
fn is_hidden(element: &BytesStart<'_>, extent: &str) -> bool {
    let mut hidden = false;
    for attribute in element.attributes().with_checks(false).flatten() {
        let value: &str = attribute.value.as_ref();
        let name = attribute.key.as_ref();
        hidden |= match name {
            "hidden" => matches!(value, "1" | "true" | "on"),
            name => name == extent && value.parse() == Ok(0.0_f64),
        };
    }
    hidden
}

/// An area as `A1:B2`, or a single cell.
fn parsed(area: &str) -> Option<Area> {
    let (first, last) = area.split_once(':').unwrap_or((area, area));
    let ((top, left), (bottom, right)) = (position(first)?, position(last)?);
    Some(Area { left, top, bottom, right })
}

/// Row and column of a cell as `AB12`, counted from 0.
fn position(cell: &str) -> Option<(u32, u32)> {
    let (mut row, mut column) = (0_u32, 0_u32);
    for byte in cell.bytes().filter(|byte| *byte != b'$') {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' if row == 0 => {
                let letter = u32::from(byte.to_ascii_uppercase() - b'A') + 1;
                column = column.checked_mul(26)?.checked_add(letter)?;
            }
            b'0'..=b'9' => row = row.checked_mul(10)?.checked_add(u32::from(byte - b'0'))?,
            _ => return None,
        }
    }
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}
