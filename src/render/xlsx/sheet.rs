//! One sheet: title and explanation, the head, the rows, note and source.

use std::borrow::Cow;

use rust_xlsxwriter::{
    Format, FormatAlign, FormatBorder, IgnoreError, Table as ExcelTable, TableColumn, TableStyle, Worksheet, XlsxError,
};

use super::names::{heads, plain, shortened};
use crate::msg;
use crate::report::document::Names;
use crate::report::{Column, Kind, Table, Value};
use crate::wording::Language;

/// The row that the head stands in, below title and explanation.
const HEAD: u32 = 3;
/// The longest text of a cell, in UTF-16 units.
const LONGEST_TEXT: usize = 32_767;
/// A4, as workbooks number papers.
pub(super) const A4: u8 = 9;
/// The least width of a line of text, and the width of a column that nothing is said about, in characters.
const NARROWEST: f64 = 100.0;
const USUAL_WIDTH: f64 = 8.43;
/// The widest column, in characters.
const WIDEST: f64 = 70.0;
/// The height of a line, in points.
const LINE: f64 = 15.0;
/// Tables of more rows get buttons to filter by.
const FILTERED: usize = 12;

/// How cells look.
#[derive(Clone)]
pub(super) struct Looks {
    pub(super) title: Format,
    pub(super) heading: Format,
    pub(super) wrapped: Format,
    pub(super) head: Format,
    head_number: Format,
    pub(super) note: Format,
    text: Format,
    /// Text that does not fit the widest column in one line.
    long_text: Format,
    formula_like: Format,
    whole: Format,
    ore: Format,
    factor: Format,
    /// Shares in percent by their decimals.
    shares: [Format; 4],
    /// `<1 %`, which is no number.
    below: Format,
}

impl Looks {
    /// Excel writes numbers as its user's machine does; other programs follow the language that the format names.
    pub(super) fn new(language: Language) -> Self {
        let locale = msg!("excel-language").text(language);
        let number = |digits: &str| Format::new().set_num_format(format!("{locale}{digits}"));
        let head = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Bottom)
            .set_background_color(0xF2_F2F2)
            .set_border_bottom(FormatBorder::Thin);
        Self {
            title: Format::new().set_bold().set_font_size(14),
            heading: Format::new().set_bold(),
            wrapped: Format::new().set_text_wrap().set_align(FormatAlign::Top),
            head_number: head.clone().set_align(FormatAlign::Right),
            head,
            note: Format::new().set_font_color(0x4D_4D4D).set_text_wrap().set_align(FormatAlign::Top),
            text: Format::new(),
            long_text: Format::new().set_text_wrap(),
            // Also after someone has edited the cell it stays text.
            formula_like: Format::new().set_text_wrap().set_quote_prefix(),
            shares: ["0%", "0.0%", "0.00%", "0.000%"].map(number),
            below: Format::new().set_align(FormatAlign::Right),
            whole: number("#,##0"),
            ore: number("#,##0.00"),
            factor: number("0.0000"),
        }
    }

    /// The same with every cell beginning at the top of its row, for tables with texts of several lines.
    fn top_aligned(&self) -> Self {
        let mut looks = self.clone();
        let Self { text, long_text, formula_like, whole, ore, factor, shares, below, .. } = &mut looks;
        for cell in [text, long_text, formula_like, whole, ore, factor, below].into_iter().chain(shares) {
            *cell = std::mem::take(cell).set_align(FormatAlign::Top);
        }
        looks
    }

    /// Writes a count, an amount or a factor, to the left as the lines of a list are.
    pub(super) fn write_number(&self, sheet: &mut Worksheet, cell: (u32, u16), value: &Value) -> Result<(), XlsxError> {
        let (number, look) = match value {
            Value::Integer(number) => (*number as f64, &self.whole),
            Value::Amount(amount) if amount.whole().is_some() => (amount.ore() as f64 / 100.0, &self.whole),
            Value::Amount(amount) => (amount.ore() as f64 / 100.0, &self.ore),
            Value::Number(number) => (*number, &self.factor),
            _ => return Ok(()),
        };
        let look = look.clone().set_align(FormatAlign::Left);
        sheet.write_number_with_format(cell.0, cell.1, number, &look).map(drop)
    }

    /// The look of a column's head.
    fn head_of(&self, column: &Column) -> &Format {
        if column.is_number() { &self.head_number } else { &self.head }
    }

    /// The look of a column's cells: kronor show öre where any of them has öre.
    fn of_column(&self, column: &Column, values: &[&Value], width: f64) -> &Format {
        let has_ore = |value: &&Value| matches!(value, Value::Amount(amount) if amount.whole().is_none());
        match column.kind {
            Kind::Integer => &self.whole,
            Kind::Money if values.iter().any(has_ore) => &self.ore,
            Kind::Money => &self.whole,
            Kind::Number => &self.factor,
            Kind::Percent => &self.below,
            Kind::Text if width >= WIDEST => &self.long_text,
            Kind::Text | Kind::Flag => &self.text,
        }
    }
}

/// What a sheet holds.
pub(super) struct Sheet<'a> {
    pub(super) name: String,
    pub(super) title: String,
    pub(super) explanation: &'a str,
    pub(super) table: Cow<'a, Table>,
    /// Note and source.
    pub(super) below: Vec<&'a str>,
}

impl Sheet<'_> {
    /// Writes it to an empty sheet; formulas know its table by the name of a range.
    pub(super) fn write(
        &self,
        sheet: &mut Worksheet,
        names: &Names,
        (looks, range): (&Looks, &str),
    ) -> Result<(), XlsxError> {
        sheet.set_name(&self.name)?;
        sheet.write_string_with_format(0, 0, text(&self.title), &looks.title)?;
        let columns: Vec<(usize, &Column)> = self.table.columns_with_content().collect();
        let widths: Vec<f64> = columns.iter().map(|(from, column)| width(column, &self.values(*from), names)).collect();
        let wide: f64 = widths.iter().sum();
        let has_long_texts = widths.iter().any(|width| *width >= WIDEST);
        let of_cells = if has_long_texts { &looks.top_aligned() } else { looks };
        for (to, ((from, column), width)) in (0..).zip(columns.iter().zip(&widths)) {
            self.write_column(sheet, to, (*from, column, *width), names, of_cells)?;
        }
        if has_long_texts {
            self.make_room(sheet, &columns, names)?;
        }
        let last = HEAD + u32::try_from(self.table.rows.len()).unwrap_or(u32::MAX);
        let last_column = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
        // Long texts run over the table's columns, and some empty ones where the table is narrow.
        let extra = ((NARROWEST - wide) / USUAL_WIDTH).ceil().max(0.0);
        let block = Block { last_column: last_column + extra as u16, width: wide + extra * USUAL_WIDTH };
        block.write(sheet, 1, self.explanation, &looks.note)?;
        for (row, below) in (last + 2..).zip(self.below.iter().filter(|text| !text.is_empty())) {
            block.write(sheet, row, below, &looks.note)?;
        }
        let heads = columns.iter().zip(heads(columns.iter().map(|(_, column)| column.label.as_str())));
        let heads = heads.map(|((_, column), head)| (head, looks.head_of(column)));
        self.write_heads(sheet, heads.collect(), (last, range))?;
        sheet.set_freeze_panes(HEAD + 1, 0)?;
        sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
        sheet.set_repeat_rows(HEAD, HEAD)?;
        Ok(())
    }

    /// The heads; with rows below them they make a table that Excel knows by name, and long ones can be filtered.
    fn write_heads(
        &self,
        sheet: &mut Worksheet,
        heads: Vec<(String, &Format)>,
        (last, range): (u32, &str),
    ) -> Result<(), XlsxError> {
        if last == HEAD {
            for (at, (head, look)) in (0..).zip(&heads) {
                sheet.write_string_with_format(HEAD, at, head, look)?;
            }
            return Ok(());
        }
        let columns = heads.into_iter().map(|(head, look)| TableColumn::new().set_header(head).set_header_format(look));
        let columns: Vec<TableColumn> = columns.collect();
        let last_column = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
        let table = ExcelTable::new().set_columns(&columns).set_style(TableStyle::None).set_name(range);
        let table = table.set_autofilter(self.table.rows.len() > FILTERED).set_alt_text_title(plain(&self.title));
        sheet.add_table(HEAD, 0, last, last_column, &table).map(drop)
    }

    fn values(&self, column: usize) -> Vec<&Value> {
        self.table.rows.iter().filter_map(|row| row.get(column)).collect()
    }

    /// Rows as high as their longest text: not every program finds that out by itself.
    fn make_room(&self, sheet: &mut Worksheet, columns: &[(usize, &Column)], names: &Names) -> Result<(), XlsxError> {
        for (at, row) in (HEAD + 1..).zip(&self.table.rows) {
            let lengths = columns.iter().map(|(from, _)| names.cell(&row[*from]).chars().count());
            let lines = lines(lengths.max().unwrap_or(0), WIDEST);
            if lines > 1.0 {
                sheet.set_row_height(at, lines * LINE)?;
            }
        }
        Ok(())
    }

    fn write_column(
        &self,
        sheet: &mut Worksheet,
        to: u16,
        (from, column, width): (usize, &Column, f64),
        names: &Names,
        looks: &Looks,
    ) -> Result<(), XlsxError> {
        let values = self.values(from);
        sheet.set_column_width(to, width)?;
        let look = looks.of_column(column, &values, width);
        let mut row = HEAD;
        for value in values {
            row += 1;
            match value {
                Value::Missing => continue,
                Value::Percent(percent) if !percent.is_bound() => {
                    let decimals = percent.decimals as usize;
                    let share = percent.scaled as f64 / 10_f64.powi(percent.decimals as i32) / 100.0;
                    let look = looks.shares.get(decimals).unwrap_or(&looks.factor);
                    sheet.write_number_with_format(row, to, share, look)?
                }
                Value::Integer(number) => sheet.write_number_with_format(row, to, *number as f64, look)?,
                Value::Amount(amount) => sheet.write_number_with_format(row, to, amount.ore() as f64 / 100.0, look)?,
                Value::Number(number) => sheet.write_number_with_format(row, to, *number, look)?,
                word => {
                    let shown = names.cell(word);
                    let look = if is_formula_like(&shown) { &looks.formula_like } else { look };
                    sheet.write_string_with_format(row, to, text(&shown), look)?
                }
            };
        }
        if column.kind == Kind::Text && row > HEAD {
            // Codes such as 01 are texts on purpose.
            sheet.ignore_error_range(HEAD + 1, to, row, to, IgnoreError::NumberStoredAsText)?;
        }
        Ok(())
    }
}

/// Columns that a long text runs over, and how many characters they hold in a line.
pub(super) struct Block {
    pub(super) last_column: u16,
    pub(super) width: f64,
}

impl Block {
    /// Writes a text in as many lines as it needs.
    pub(super) fn write(&self, sheet: &mut Worksheet, row: u32, long: &str, look: &Format) -> Result<(), XlsxError> {
        // Across several columns lines break well before they are full.
        sheet.set_row_height(row, lines(long.chars().count(), self.width * 0.9) * LINE)?;
        if self.last_column == 0 {
            sheet.write_string_with_format(row, 0, text(long), look)?;
        } else {
            sheet.merge_range(row, 0, row, self.last_column, "", look)?;
            // A text by all means, whatever it begins with.
            sheet.write_string_with_format(row, 0, text(long), look)?;
        }
        Ok(())
    }
}

/// How many lines so many characters take in so wide a column. Letters are narrower than the digit that widths are
/// measured by, which makes up for lines that break before they are full.
fn lines(characters: usize, width: f64) -> f64 {
    (characters as f64 / width).ceil().max(1.0)
}

/// A text that a cell can hold.
pub(super) fn text(text: &str) -> &str {
    shortened(text, LONGEST_TEXT)
}

/// Whether a spreadsheet could take an edited or exported text for a formula.
fn is_formula_like(text: &str) -> bool {
    text.starts_with(crate::signs::FORMULA_SIGNS)
}

/// The width of a column in characters: that of its longest cell and of its head on few lines, within reason.
fn width(column: &Column, values: &[&Value], names: &Names) -> f64 {
    const MARGIN: usize = 2;
    const HEAD_LINES: usize = 2;
    // Bold letters, and the button to filter by.
    let longest_word = column.label.split(' ').map(|word| word.chars().count() + 2).max().unwrap_or(0);
    let head = longest_word.max(column.label.chars().count().div_ceil(HEAD_LINES));
    let cells = values.iter().map(|value| names.cell(value).chars().count());
    ((cells.fold(head, usize::max) + MARGIN) as f64).min(WIDEST)
}
