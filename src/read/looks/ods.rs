//! How the cells of an OpenDocument workbook look.
//!
//! A style names how its numbers are written in elements of its own; they are put into the words of a number format, so that
//! one reading serves all workbooks.

use std::collections::{BTreeMap, BTreeSet};
use std::io::BufReader;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{Area, NumberFormat, Seen, SheetLooks};
use crate::read::package::{Package, attribute};

/// How numbers are written by one style: a format's code, and the styles that hold under a condition.
#[derive(Default)]
struct Numbers {
    code: String,
    maps: Vec<(String, String)>,
}

/// A cell's style.
#[derive(Clone, Default)]
struct CellStyle {
    numbers: Option<String>,
    parent: Option<String>,
    struck: bool,
}

/// The pass over a workbook's parts.
#[derive(Default)]
struct Pass {
    numbers: BTreeMap<String, Numbers>,
    styles: BTreeMap<String, CellStyle>,
    /// The styles that are being read.
    writing: Option<String>,
    styling: Option<String>,
    /// The text that is being read belongs into a format's code.
    literal: bool,
    /// Formats by their code.
    known: BTreeMap<String, Option<u32>>,
    seen: Seen,
    name: Option<String>,
    sheet: SheetLooks,
    /// By column, the style of cells that name none.
    defaults: Vec<(u32, Option<String>)>,
    columns: u32,
    row: u32,
    row_repeated: u32,
    column: u32,
    cell_repeated: u32,
}

/// Reads how the cells of all sheets look.
pub(in crate::read) fn read(package: &mut Package<'_>) -> Seen {
    let mut pass = Pass::default();
    for path in ["styles.xml", "content.xml"] {
        if let Some(part) = package.reader(path) {
            pass.read(Reader::from_reader(BufReader::new(part)));
        }
    }
    pass.seen
}

impl Pass {
    fn read(&mut self, mut reader: Reader<impl std::io::BufRead>) {
        reader.config_mut().expand_empty_elements = true;
        reader.config_mut().check_end_names = false;
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer) {
                Ok(Event::Start(element)) => self.begin(&element),
                Ok(Event::End(element)) => self.end(element.name().as_ref()),
                Ok(Event::Text(text)) if self.literal => {
                    let text = text.to_string();
                    self.quote(&text);
                }
                Ok(Event::Eof) | Err(_) => return,
                Ok(_) => {}
            }
        }
    }

    fn begin(&mut self, element: &BytesStart<'_>) {
        match element.name().as_ref() {
            "number:number-style" | "number:percentage-style" | "number:currency-style" => {
                self.writing = attribute(element, "name");
                self.numbers.extend(self.writing.clone().map(|name| (name, Numbers::default())));
            }
            "number:number" => self.digits(element),
            "number:text" | "number:currency-symbol" => self.literal = self.writing.is_some(),
            "style:map" => {
                let map = attribute(element, "condition").zip(attribute(element, "apply-style-name"));
                let numbers = self.writing.as_ref().and_then(|name| self.numbers.get_mut(name));
                numbers.into_iter().for_each(|numbers| numbers.maps.extend(map.clone()));
            }
            "style:style" => {
                self.styling = attribute(element, "name");
                let [numbers, parent] = ["data-style-name", "parent-style-name"].map(|name| attribute(element, name));
                let style = CellStyle { numbers, parent, struck: false };
                self.styles.extend(self.styling.clone().map(|name| (name, style)));
            }
            "style:text-properties" => {
                let struck = ["text-line-through-style", "text-line-through-type"]
                    .iter()
                    .any(|name| attribute(element, name).is_some_and(|kind| kind != "none"));
                let style = self.styling.as_ref().and_then(|name| self.styles.get_mut(name));
                style.into_iter().for_each(|style| style.struck |= struck);
            }
            _ => self.begin_in_table(element),
        }
    }

    fn begin_in_table(&mut self, element: &BytesStart<'_>) {
        match element.name().as_ref() {
            "table:table" => {
                self.name = attribute(element, "name");
                (self.row, self.columns) = (0, 0);
                self.defaults.clear();
                self.sheet = SheetLooks::default();
            }
            "table:table-column" => {
                let repeated = count(element, "number-columns-repeated");
                if is_hidden(element) {
                    let last = self.columns.saturating_add(repeated - 1);
                    self.sheet.looks.hidden_columns.push(self.columns, last);
                }
                self.columns = self.columns.saturating_add(repeated);
                self.defaults.push((self.columns, attribute(element, "default-cell-style-name")));
            }
            "table:table-row" => {
                self.column = 0;
                self.row_repeated = count(element, "number-rows-repeated");
                if is_hidden(element) {
                    let last = self.row.saturating_add(self.row_repeated - 1);
                    self.sheet.looks.hidden_rows.push(self.row, last);
                    self.sheet.looks.filtered |= attribute(element, "visibility").as_deref() == Some("filter");
                }
            }
            "table:table-cell" | "table:covered-table-cell" => self.begin_cell(element),
            "office:annotation" => self.sheet.looks.comment(Some(self.row), Some(self.column)),
            "text:span" | "text:p" if self.name.is_some() => {
                let style = attribute(element, "style-name");
                if style.is_some_and(|style| self.is_struck(&style)) {
                    self.sheet.looks.struck.push(self.row, self.column, ());
                }
            }
            _ => {}
        }
    }

    fn begin_cell(&mut self, element: &BytesStart<'_>) {
        let [down, across] = ["number-rows-spanned", "number-columns-spanned"].map(|name| count(element, name));
        self.cell_repeated = count(element, "number-columns-repeated");
        let (bottom, right) = (self.row.saturating_add(down - 1), self.column.saturating_add(across - 1));
        self.sheet.looks.merge(Area { left: self.column, top: self.row, bottom, right });
        let Some(kind) = attribute(element, "value-type") else { return };
        let style = attribute(element, "style-name").or_else(|| self.default_style());
        let format = match kind.as_str() {
            "float" | "percentage" | "currency" => self.format(style.as_deref(), &kind, attribute(element, "currency")),
            _ => None,
        };
        let struck = style.is_some_and(|style| self.is_struck(&style));
        const MOST_COLUMNS: u32 = 20_000;
        let last = self.row.saturating_add(self.row_repeated.saturating_sub(1));
        for column in self.column..self.column.saturating_add(self.cell_repeated.min(MOST_COLUMNS)) {
            if let Some(format) = format {
                self.sheet.formats.push_rows(self.row, last, column, format);
            }
            if struck {
                self.sheet.looks.struck.push_rows(self.row, last, column, ());
            }
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "number:number-style" | "number:percentage-style" | "number:currency-style" => self.writing = None,
            "number:text" | "number:currency-symbol" => self.literal = false,
            "style:style" => self.styling = None,
            "table:table-cell" | "table:covered-table-cell" => {
                self.column = self.column.saturating_add(self.cell_repeated.max(1));
            }
            "table:table-row" => self.row = self.row.saturating_add(self.row_repeated),
            "table:table" => {
                let sheet = std::mem::take(&mut self.sheet).settled();
                self.seen.sheets.extend(self.name.take().map(|name| (name, sheet)));
            }
            _ => {}
        }
    }

    /// The digits of a format.
    fn digits(&mut self, element: &BytesStart<'_>) {
        let Some(numbers) = self.writing.as_ref().and_then(|name| self.numbers.get_mut(name)) else { return };
        let number = |name: &str| attribute(element, name).and_then(|text| text.parse::<f64>().ok());
        let (whole, decimals) = (number("min-integer-digits"), number("decimal-places"));
        let grouped = attribute(element, "grouping").as_deref() == Some("true");
        const MOST_DIGITS: f64 = 20.0;
        let padded = whole.filter(|digits| decimals == Some(0.0) && !grouped && *digits > 1.0);
        let digits = padded.map_or(1, |digits| digits.min(MOST_DIGITS) as usize);
        numbers.code += &if padded.is_some() { "0".repeat(digits) } else { "#".to_owned() };
        numbers.code += match number("display-factor").unwrap_or(1.0) {
            factor if factor >= 1e6 => ",,",
            factor if factor >= 1e3 => ",",
            _ => "",
        };
    }

    /// A text of a format. A percent sign multiplies, as it does there.
    fn quote(&mut self, text: &str) {
        let Some(numbers) = self.writing.as_ref().and_then(|name| self.numbers.get_mut(name)) else { return };
        for sign in text.chars().filter(|sign| *sign != '"') {
            numbers.code += &if sign == '%' { "%".to_owned() } else { format!("\"{sign}\"") };
        }
    }

    fn default_style(&self) -> Option<String> {
        let fits = self.defaults.iter().find(|(behind, _)| self.column < *behind);
        fits.and_then(|(_, style)| style.clone())
    }

    /// Follows a style and its parents until one says something.
    fn inherited<T>(&self, style: &str, says: impl Fn(&CellStyle) -> Option<T>) -> Option<T> {
        let (mut name, mut passed) = (style.to_owned(), BTreeSet::new());
        while passed.insert(name.clone()) {
            let style = self.styles.get(&name)?;
            if let Some(said) = says(style) {
                return Some(said);
            }
            name = style.parent.clone()?;
        }
        None
    }

    fn is_struck(&self, style: &str) -> bool {
        self.inherited(style, |style| style.struck.then_some(())).is_some()
    }

    /// The position of a cell's format among those of the workbook.
    fn format(&mut self, style: Option<&str>, kind: &str, currency: Option<String>) -> Option<u32> {
        let numbers = style.and_then(|style| self.inherited(style, |style| style.numbers.clone()));
        let own = numbers.and_then(|name| self.code(&name));
        let code = own.unwrap_or_else(|| match (kind, currency.as_deref()) {
            ("percentage", _) => "#%".to_owned(),
            ("currency", Some(currency)) => format!("#\" {}\"", currency.replace('"', "")),
            _ => String::new(),
        });
        if let Some(known) = self.known.get(&code) {
            return *known;
        }
        let format = NumberFormat::of(&code).map(|format| self.seen.position(format));
        self.known.insert(code, format);
        format
    }

    /// The code of a style, with those that hold under a condition before it.
    fn code(&self, name: &str) -> Option<String> {
        let numbers = self.numbers.get(name).filter(|numbers| !numbers.code.is_empty())?;
        let mut code = String::new();
        for (condition, mapped) in &numbers.maps {
            let bound = condition.trim().trim_start_matches("value()").replace("!=", "<>");
            if let Some(mapped) = self.numbers.get(mapped) {
                code += &format!("[{bound}]{};", mapped.code);
            }
        }
        Some(code + &numbers.code)
    }
}

fn is_hidden(element: &BytesStart<'_>) -> bool {
    attribute(element, "visibility").is_some_and(|kind| matches!(kind.as_str(), "collapse" | "filter"))
}

/// A number of repetitions, at least one.
fn count(element: &BytesStart<'_>, name: &str) -> u32 {
    attribute(element, name).map_or(1, |text| text.trim().parse().unwrap_or(1)).clamp(1, 1 << 20)
}
