//! The whole report as a workbook: how to read it, then one sheet for every table, for every figure's data, and for every
//! appendix. Numbers are numbers, texts are texts: nothing that a respondent wrote is taken for a formula.

pub(super) mod codebook;
pub(super) mod fill_in;
mod guide;
mod names;
mod sheet;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::report::document::FrontTable;
use crate::report::{Document, Table};
use names::{RangeNames, SheetNames};
use sheet::{Looks, Sheet};

/// A report as a workbook.
///
/// # Errors
/// Those of the workbook library, which sheets of ours never meet.
pub fn xlsx(document: &Document) -> Result<Vec<u8>, XlsxError> {
    let sheets = sheets(document);
    let looks = Looks::new(document.language);
    let mut book = Workbook::new();
    // The library would write the time of day; two runs must give the same bytes.
    let fixed = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new().set_title(&document.title).set_creation_datetime(&fixed);
    book.set_properties(&properties.set_comment(&document.provenance));
    let mut ranges = RangeNames::new(&guide::name(document.language));
    guide::write(book.add_worksheet(), document, &sheets, (&looks, &mut ranges))?;
    for sheet in &sheets {
        sheet.write(book.add_worksheet(), &document.names, (&looks, &ranges.take(&sheet.name)))?;
    }
    for (name, cell) in ranges.cells() {
        book.define_name(name, cell)?;
    }
    book.save_to_buffer()
}

/// Everything that gets a sheet of its own, in the order of the report.
fn sheets(document: &Document) -> Vec<Sheet<'_>> {
    let mut names = SheetNames::new(&guide::name(document.language));
    let of_front = |front: FrontTable| Sheet {
        name: names.take(&front.name),
        title: front.heading.to_owned(),
        explanation: "",
        table: std::borrow::Cow::Owned(front.table),
        below: vec![&document.provenance],
    };
    let mut sheets: Vec<Sheet<'_>> = document.front.tables(document.language).into_iter().map(of_front).collect();
    for item in document.items().filter(|item| item.has_table()) {
        sheets.push(Sheet {
            name: names.take(item.name()),
            title: item.heading(),
            explanation: &item.explanation,
            table: borrowed(&item.table),
            below: vec![&item.note, &item.source],
        });
    }
    for appendix in &document.appendices {
        sheets.push(Sheet {
            name: names.take(&appendix.title),
            title: appendix.title.clone(),
            explanation: &appendix.explanation,
            table: borrowed(&appendix.table),
            below: vec![&document.provenance],
        });
    }
    sheets
}

fn borrowed(table: &Table) -> std::borrow::Cow<'_, Table> {
    std::borrow::Cow::Borrowed(table)
}
