//! All tables as a workbook, one sheet each: title, head, numbers as numbers, note and source.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::report::{Item, Value};

/// The row that the head stands in, below title and explanation.
const HEAD: u32 = 3;

/// The tables among the items as a workbook.
///
/// # Errors
/// Those of the workbook library, as for a sheet name that Excel does not allow.
pub fn xlsx(items: &[&Item]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The library would write the time of day; two runs must give the same bytes.
    let fixed = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&fixed));
    for item in items {
        let sheet = book.add_worksheet();
        sheet.set_name(item.number.replace(crate::wording::NO_BREAK, " "))?;
        write(sheet, item)?;
    }
    book.save_to_buffer()
}

fn write(sheet: &mut Worksheet, item: &Item) -> Result<(), XlsxError> {
    let title = Format::new().set_bold().set_font_size(12);
    let head = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
        .set_border_bottom(FormatBorder::Thin);
    sheet.write_string_with_format(0, 0, format!("{}. {}", item.number, item.title), &title)?;
    sheet.write_string(1, 0, &item.explanation)?;
    let mut widths: Vec<usize> = Vec::new();
    for (column, declared) in (0..).zip(&item.table.columns) {
        sheet.write_string_with_format(HEAD, column, &declared.label, &head)?;
        widths.push(declared.label.chars().count().min(20));
    }
    let integer = Format::new().set_num_format("#,##0");
    let mut row = HEAD;
    for values in &item.table.rows {
        row += 1;
        for (column, value) in (0..).zip(values) {
            match value {
                Value::Missing => {}
                Value::Text(text) => {
                    sheet.write_string(row, column, text)?;
                    if let Some(width) = widths.get_mut(usize::from(column)) {
                        *width = (*width).max(text.chars().count());
                    }
                }
                Value::Integer(number) => {
                    sheet.write_number_with_format(row, column, *number as f64, &integer)?;
                }
                Value::Amount(amount) => {
                    sheet.write_number_with_format(row, column, amount.ore() as f64 / 100.0, &integer)?;
                }
                Value::Number(number) => {
                    sheet.write_number(row, column, *number)?;
                }
                Value::Flag(flag) => {
                    sheet.write_boolean(row, column, *flag)?;
                }
            }
        }
    }
    for (column, width) in (0..).zip(widths) {
        sheet.set_column_width(column, (width + 2).min(60) as f64)?;
    }
    for text in [&item.note, &item.source].into_iter().filter(|t| !t.is_empty()) {
        row += if row == HEAD + item.table.rows.len() as u32 { 2 } else { 1 };
        sheet.write_string(row, 0, text)?;
    }
    sheet.set_freeze_panes(HEAD + 1, 0)?;
    Ok(())
}
