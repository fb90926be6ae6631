//! All tables as a workbook, one sheet each: title, head, numbers as numbers, note and source.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::report::{Item, Percent, Value};

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
    for (column, declared) in (0..).zip(&item.table.columns) {
        sheet.write_string_with_format(HEAD, column, &declared.label, &head)?;
        sheet.set_column_width(column, width(item, usize::from(column)) as f64)?;
    }
    let mut row = HEAD;
    for values in &item.table.rows {
        row += 1;
        for (column, value) in (0..).zip(values) {
            write_value(sheet, row, column, value)?;
        }
    }
    row += 1;
    for text in [&item.note, &item.source].into_iter().filter(|t| !t.is_empty()) {
        row += 1;
        sheet.write_string(row, 0, text)?;
    }
    sheet.set_freeze_panes(HEAD + 1, 0)?;
    Ok(())
}

/// The width of a column in characters: that of its longest text, within reason.
fn width(item: &Item, column: usize) -> usize {
    const MARGIN: usize = 2;
    let head = item.table.columns.get(column).map_or(0, |c| c.label.chars().count().min(20));
    let texts = item.table.rows.iter().filter_map(|row| match row.get(column) {
        Some(Value::Text(text)) => Some(text.chars().count()),
        _ => None,
    });
    (texts.fold(head, usize::max) + MARGIN).min(60)
}

fn write_value(sheet: &mut Worksheet, row: u32, column: u16, value: &Value) -> Result<(), XlsxError> {
    let whole = Format::new().set_num_format("#,##0");
    match value {
        Value::Missing => return Ok(()),
        Value::Text(text) => sheet.write_string(row, column, text)?,
        Value::Integer(number) => sheet.write_number_with_format(row, column, *number as f64, &whole)?,
        Value::Amount(amount) => sheet.write_number_with_format(row, column, amount.ore() as f64 / 100.0, &whole)?,
        Value::Number(number) => sheet.write_number(row, column, *number)?,
        Value::Flag(flag) => sheet.write_boolean(row, column, *flag)?,
        Value::Percent(percent) => return write_percent(sheet, row, column, *percent),
    };
    Ok(())
}

/// A share as a number that the workbook shows in percent; `<1 %` is a text.
fn write_percent(sheet: &mut Worksheet, row: u32, column: u16, percent: Percent) -> Result<(), XlsxError> {
    if percent.below {
        let right = Format::new().set_align(FormatAlign::Right);
        sheet.write_string_with_format(row, column, format!("{} %", percent.plain()), &right)?;
        return Ok(());
    }
    let decimals = percent.decimals as usize;
    let shown = if decimals == 0 { "0%".to_owned() } else { format!("0.{}%", "0".repeat(decimals)) };
    let share = percent.scaled as f64 / 10_f64.powi(percent.decimals as i32) / 100.0;
    sheet.write_number_with_format(row, column, share, &Format::new().set_num_format(shown))?;
    Ok(())
}
