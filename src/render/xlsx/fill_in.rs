//! Workbooks that people fill in. Whatever stands in a cell is a text, also after it was changed: no code becomes a date or a
//! number, and nothing that a respondent wrote is taken for a formula. Nothing is locked, for locked cells cannot be sorted.

use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, IgnoreError,
    Workbook, Worksheet, XlsxError,
};

use super::names::SheetNames;
use super::sheet::{A4, Looks, text};
use crate::msg;
use crate::sheets::book::{Book, Cell, Content, Holds, List, Table};
use crate::wording::Language;

/// The height of a line, and the highest row, in points.
const LINE: f64 = 15.0;
const HIGHEST: f64 = 409.0;

/// A workbook to be filled in.
///
/// # Errors
/// Those of the workbook library, which sheets of ours never meet.
pub fn fill_in(book: &Book, language: Language) -> Result<Vec<u8>, XlsxError> {
    let looks = Cells::new(language);
    let mut names = SheetNames::new("");
    let names: Vec<String> = book.sheets.iter().map(|sheet| names.take(&sheet.name)).collect();
    let mut written = Workbook::new();
    // The library would write the time of day; the same sheets must give the same bytes.
    let fixed = ExcelDateTime::from_ymd(2000, 1, 1)?;
    written.set_properties(&DocProperties::new().set_title(&book.title).set_creation_datetime(&fixed));
    for (sheet, name) in book.sheets.iter().zip(&names) {
        let own = written.add_worksheet();
        own.set_name(name)?;
        match &sheet.holds {
            Content::Notes(heading, notes) => looks.notes(own, heading, notes)?,
            Content::Table(table) => looks.table(own, table, &names)?,
        }
    }
    written.save_to_buffer()
}

/// How cells look.
struct Cells {
    looks: Looks,
    read: Format,
    fill_in: Format,
    machine: Format,
    amount: Format,
    below: Format,
}

impl Cells {
    fn new(language: Language) -> Self {
        let top = Format::new().set_align(FormatAlign::Top);
        let line = Color::RGB(0xD9_D9D9);
        let below = top.clone().set_text_wrap().set_num_format("@");
        let text = below.clone().set_border_bottom(FormatBorder::Hair);
        let text = text.set_border_bottom_color(line);
        let machine = text.clone().set_font_color(Color::RGB(0xA6_A6A6)).set_font_size(8);
        Self {
            looks: Looks::new(language),
            fill_in: text.clone().set_background_color(Color::RGB(0xFF_F9E5)).set_border(FormatBorder::Hair),
            amount: top.set_num_format(format!("{}#,##0", msg!("excel-language").text(language))),
            machine,
            below,
            read: text,
        }
    }

    fn of(&self, holds: Holds) -> &Format {
        match holds {
            Holds::Read => &self.read,
            Holds::FillIn => &self.fill_in,
            Holds::Machine => &self.machine,
        }
    }

    fn notes(&self, own: &mut Worksheet, heading: &str, notes: &[String]) -> Result<(), XlsxError> {
        own.set_column_width(0, 110.0)?;
        own.write_string_with_format(0, 0, text(heading), &self.looks.title)?;
        for (row, note) in (2..).zip(notes) {
            own.write_string_with_format(row, 0, text(note), &self.looks.wrapped)?;
            own.set_row_height(row, lines(note, 100.0) * LINE)?;
        }
        Ok(())
    }

    fn table(&self, own: &mut Worksheet, table: &Table, names: &[String]) -> Result<(), XlsxError> {
        let (last_row, last_column) = (number(table.rows.len()), column(table.columns.len().saturating_sub(1)));
        for (at, column) in (0..).zip(&table.columns) {
            own.set_column_width(at, column.width)?;
            // Also rows that somebody adds below are texts.
            own.set_column_format(at, &self.below)?;
            own.write_string_with_format(0, at, text(&column.heading), &self.looks.head)?;
        }
        for (at, cells) in (1..).zip(&table.rows) {
            self.row(own, at, cells, table)?;
        }
        for offer in &table.offers {
            let first = 1 + number(offer.row);
            let last = (first + number(offer.rows)).saturating_sub(1);
            own.add_data_validation(
                first,
                column(offer.column),
                last,
                column(offer.column),
                &offered(offer.list, names)?,
            )?;
        }
        if last_row > 0 {
            own.ignore_error_range(1, 0, last_row, last_column, IgnoreError::NumberStoredAsText)?;
        }
        own.autofilter(0, 0, last_row, last_column)?;
        own.set_freeze_panes(1, column(table.frozen))?;
        own.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
        Ok(())
    }

    /// A row, as high as its longest text: not every program finds that out by itself.
    fn row(&self, own: &mut Worksheet, at: u32, cells: &[Cell], table: &Table) -> Result<(), XlsxError> {
        let mut most = 1.0_f64;
        for ((to, column), cell) in (0..).zip(&table.columns).zip(cells) {
            match cell {
                Cell::Text(empty) if empty.is_empty() => own.write_blank(at, to, self.of(column.holds))?,
                Cell::Text(own_text) => {
                    if column.holds != Holds::Machine {
                        most = most.max(lines(own_text, column.width));
                    }
                    own.write_string_with_format(at, to, text(own_text), self.of(column.holds))?
                }
                Cell::Amount(amount) => {
                    own.write_number_with_format(at, to, amount.ore() as f64 / 100.0, &self.amount)?
                }
            };
        }
        own.set_row_height(at, (most * LINE).min(HIGHEST))?;
        Ok(())
    }
}

/// A list from which may be chosen, without a word about anything else that is typed: several codes are, with a sign between.
fn offered(list: List, names: &[String]) -> Result<DataValidation, XlsxError> {
    let name = names.get(list.sheet).map_or("", String::as_str);
    let letters = crate::diagnostic::column_letters(list.column);
    let range = format!("='{name}'!${letters}$2:${letters}${}", list.rows + 1);
    Ok(DataValidation::new().allow_list_formula(Formula::new(range)).show_error_message(false))
}

/// How many lines a text takes in so wide a column.
fn lines(text: &str, width: f64) -> f64 {
    text.lines().map(|line| (line.chars().count() as f64 / width).ceil().max(1.0)).sum::<f64>().max(1.0)
}

fn number(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}

fn column(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}
