//! Tables as CSV. For programs: UTF-8, commas, a decimal point, the ids of columns and words of data files. For people with a
//! Swedish Excel: a byte-order mark, semicolons, a decimal comma, heads and words as readers know them.

use std::borrow::Cow;

use crate::report::document::Names;
use crate::report::{Kind, Table, Value};
use crate::signs::FORMULA_SIGNS;
use crate::wording::Language;

/// Who reads a CSV file.
#[derive(Clone, Copy, Debug)]
pub enum CsvReader<'a> {
    /// Programs.
    Programs,
    /// People, in an Excel with Swedish settings.
    People(&'a Names),
}

/// A table as CSV for somebody.
///
/// # Errors
/// Those of the csv library, which writing to memory never meets.
pub fn csv_for(table: &Table, reader: CsvReader<'_>) -> Result<Vec<u8>, csv::Error> {
    match reader {
        CsvReader::Programs => csv(table),
        CsvReader::People(names) => for_people(table, names),
    }
}

/// Keys are for programs and stay away, but where nothing else names a row.
fn for_people(table: &Table, names: &Names) -> Result<Vec<u8>, csv::Error> {
    let start = "\u{feff}".as_bytes().to_vec();
    let terminator = csv::Terminator::CRLF;
    let mut writer = csv::WriterBuilder::new().delimiter(b';').terminator(terminator).from_writer(start);
    let keyed = !table.columns.iter().any(|column| column.kind == Kind::Text);
    let key = |key: &str| keyed.then(|| harmless(key).into_owned());
    let heads = table.columns.iter().map(|column| harmless(&names.head(column)).into_owned());
    writer.write_record(key("").into_iter().chain(heads))?;
    for (at, row) in table.rows.iter().enumerate() {
        let key = key(table.keys.get(at).map_or("", String::as_str));
        writer.write_record(key.into_iter().chain(row.iter().map(|value| names.in_spreadsheet(value))))?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

impl Names {
    /// A value as a cell that a Swedish spreadsheet reads: numbers bare with a decimal comma, words as readers know them.
    fn in_spreadsheet(&self, value: &Value) -> String {
        match value {
            Value::Missing => String::new(),
            Value::Integer(_) | Value::Amount(_) => bare(value).replace('.', ","),
            Value::Number(number) => number.to_string().replace('.', ","),
            Value::Percent(percent) => percent.number(Language::Swedish),
            word => harmless(&self.word(word)).into_owned(),
        }
    }
}

/// A table as CSV, its column ids as the header; the keys of its rows, where it has any, in a first column `key`.
///
/// # Errors
/// Those of the csv library, which writing to memory never meets.
pub fn csv(table: &Table) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    let keyed = table.keyed || !table.keys.is_empty();
    writer.write_record(keyed.then_some("key").into_iter().chain(table.columns.iter().map(|c| c.id.as_str())))?;
    for (at, row) in table.rows.iter().enumerate() {
        let key = table.keys.get(at).filter(|_| keyed).map(|key| harmless(key));
        key.into_iter().chain(row.iter().map(field)).try_for_each(|field| writer.write_field(field.as_bytes()))?;
        writer.write_record(None::<&[u8]>)?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

/// Rows of texts as CSV, as [`csv()`] writes tables.
///
/// # Errors
/// Those of the csv library, which writing to memory never meets.
pub fn plain_csv(rows: &[Vec<String>]) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for row in rows {
        row.iter().try_for_each(|text| writer.write_field(harmless(text).as_bytes()))?;
        writer.write_record(None::<&[u8]>)?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

fn field(value: &Value) -> Cow<'_, str> {
    match value {
        Value::Missing => Cow::Borrowed(""),
        other => match other.word() {
            Some(Cow::Borrowed(word)) => harmless(word),
            Some(Cow::Owned(word)) => Cow::Owned(harmless(&word).into_owned()),
            None => Cow::Owned(bare(other)),
        },
    }
}

/// A value as programs read it.
pub(super) fn bare(value: &Value) -> String {
    match value {
        Value::Missing => String::new(),
        Value::Integer(number) => number.to_string(),
        Value::Amount(amount) => amount.to_string(),
        // Debug prints the shortest form that reads back as the same number, and "1.0" for one.
        Value::Number(number) => format!("{number:?}"),
        Value::Flag(flag) => flag.to_string(),
        Value::Percent(percent) => percent.plain(),
        word => word.word().unwrap_or_default().into_owned(),
    }
}

/// A text without signs that a terminal obeys; one that a spreadsheet would take for a formula, also after spaces, gets an
/// apostrophe in front. Only texts: a number with its sign stays a number.
fn harmless(text: &str) -> Cow<'_, str> {
    let text = crate::signs::harmless(text);
    let dangerous = text.trim_start_matches([' ', '\u{a0}', '\u{feff}']).starts_with(FORMULA_SIGNS);
    if dangerous && !is_number(&text) { format!("'{text}").into() } else { text }
}

/// Whether a text is a number with a sign, as `-5`, `-1 250,50`, `+7`, `-3,5 %`, `-1.2e-5`: nothing that could be calculated.
fn is_number(text: &str) -> bool {
    let Some(number) = text.strip_prefix(['-', '+']) else { return false };
    let number = number.trim_end_matches('%').trim();
    let (number, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let exponent = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let groups = number.split([' ', '\u{a0}', '\u{202f}', '\u{2009}', '.', ',']);
    digits(exponent) && groups.into_iter().all(digits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Amount;
    use crate::report::{Column, Kind};

    #[test]
    fn values_are_written_for_programs() {
        let mut table = Table::new("t", vec![Column::plain("a", Kind::Text), Column::plain("b", Kind::Number)]);
        table.rows.push(vec![Value::from("x, \"y\""), Value::Number(1.0)]);
        table.rows.push(vec![Value::from("=1+1"), Value::Amount(Amount::from_ore(150))]);
        table.rows.push(vec![Value::Missing, Value::Flag(true)]);
        let bytes = csv(&table).unwrap_or_default();
        for sign in FORMULA_SIGNS {
            assert!(harmless(&format!("{sign}x")).starts_with('\''), "{sign:?}");
        }
        assert_eq!(harmless(" =HYPERLINK(1)"), "' =HYPERLINK(1)");
        assert_eq!(field(&Value::Integer(-5)), "-5");
        for number in ["-5", "+7", "-1 250,50", "-1\u{a0}250", "-3,5 %", "-1.5e-3", "−5"] {
            assert_eq!(harmless(number), number);
        }
        for text in ["-5-3", "+tel", "-cmd", "@x", "-1+1", "-", "+46 8 x", "--5", "-5,", "-\"x\""] {
            assert_eq!(harmless(text), format!("'{text}"));
        }
        assert_eq!(harmless("a\u{1b}[31m\u{202e}b"), "a[31mb");
        let expected = "a,b\n\"x, \"\"y\"\"\",1.0\n'=1+1,1.50\n,true\n";
        assert_eq!(String::from_utf8_lossy(&bytes), expected);
    }
}
