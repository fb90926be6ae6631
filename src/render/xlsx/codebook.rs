//! A codebook as a workbook in which it is edited: how to edit it, then its sheets. Columns of text stay text, so that no
//! spreadsheet program takes a pattern for a date or a formula; where only certain words may stand, they are offered.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet,
    XlsxError,
};

use super::sheet::Looks;
use crate::codebook::sheets::{Column, Holds, Sheet, SheetKind};
use crate::msg;
use crate::wording::Language;

/// The last row of a sheet.
const LAST_ROW: u32 = 1_048_575;

/// The workbook of a codebook's sheets.
///
/// # Errors
/// Those of the workbook library, which sheets of ours never meet.
pub fn codebook(title: &str, sheets: &[Sheet], language: Language) -> Result<Vec<u8>, XlsxError> {
    let looks = Looks::new(language);
    let mut book = Workbook::new();
    // The library would write the time of day; two exports must give the same bytes.
    let fixed = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&fixed));
    read_me(book.add_worksheet(), title, language, &looks)?;
    for sheet in sheets {
        write(book.add_worksheet(), sheet, language, &looks)?;
    }
    book.save_to_buffer()
}

/// How to edit a codebook.
fn read_me(sheet: &mut Worksheet, title: &str, language: Language, looks: &Looks) -> Result<(), XlsxError> {
    sheet.set_name(msg!("report-read-me").text(language))?;
    sheet.set_column_width(0, 24.0)?.set_column_width(1, 110.0)?;
    sheet.write_string_with_format(0, 0, title, &looks.title)?;
    let how = [
        msg!("book-how-rows"),
        msg!("book-how-lists"),
        msg!("book-how-patterns"),
        msg!("book-how-weights"),
        msg!("book-how-quotes"),
        msg!("book-how-version"),
        msg!("book-how-import"),
    ];
    sheet.write_string_with_format(2, 0, msg!("book-how").text(language), &looks.heading)?;
    for (row, how) in (2..).zip(&how) {
        sheet.write_string_with_format(row, 1, how.text(language), &looks.wrapped)?;
    }
    for (row, kind) in (10..).zip(SheetKind::ALL) {
        sheet.write_string_with_format(row, 0, kind.name().text(language), &looks.heading)?;
        sheet.write_string_with_format(row, 1, kind.explained().text(language), &looks.wrapped)?;
    }
    Ok(())
}

fn write(own: &mut Worksheet, sheet: &Sheet, language: Language, looks: &Looks) -> Result<(), XlsxError> {
    let columns = sheet.kind.columns();
    let top = Format::new().set_align(FormatAlign::Top);
    let text = top.clone().set_text_wrap().set_num_format("@");
    own.set_name(sheet.kind.name().text(language))?;
    own.set_freeze_panes(1, 0)?;
    for (at, column) in (0..).zip(columns) {
        own.set_column_width(at, column.width)?;
        own.set_column_format(at, if matches!(column.holds, Holds::Number) { &top } else { &text })?;
        own.write_string_with_format(0, at, (column.heading)().text(language), &looks.head)?;
        offer(own, at, column, language)?;
    }
    for (row, cells) in (1..).zip(&sheet.rows) {
        for ((at, column), cell) in (0..).zip(columns).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            match (column.holds, cell.parse::<f64>()) {
                (Holds::Number, Ok(number)) => own.write_number_with_format(row, at, number, &top)?,
                _ => own.write_string_with_format(row, at, cell, &text)?,
            };
        }
    }
    let last = u32::try_from(sheet.rows.len()).unwrap_or(LAST_ROW);
    own.autofilter(0, 0, last, u16::try_from(columns.len()).unwrap_or(1).saturating_sub(1))?;
    Ok(())
}

/// Offers the words that may stand in a column; other words of the same meaning are read, too.
fn offer(own: &mut Worksheet, at: u16, column: &Column, language: Language) -> Result<(), XlsxError> {
    /// A list of words in a cell holds no more characters.
    const LONGEST: usize = 255;
    let Holds::Word(words) = column.holds else { return Ok(()) };
    let words: Vec<String> = words.iter().map(|word| (word.say)().text(language)).collect();
    if words.join(",").chars().count() > LONGEST {
        return Ok(());
    }
    let offered = DataValidation::new().allow_list_strings(&words)?.set_error_style(DataValidationErrorStyle::Warning);
    own.add_data_validation(1, at, LAST_ROW, at, &offered)?;
    Ok(())
}
