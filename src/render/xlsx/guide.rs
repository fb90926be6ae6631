//! The first sheet: what the workbook is, what it was made from, how to read it, and where to find what.

use rust_xlsxwriter::{Url, Worksheet, XlsxError};

use super::names::RangeNames;
use super::sheet::{A4, Block, Looks, Sheet};
use crate::msg;
use crate::report::Document;
use crate::report::document::Fact;
use crate::study::Money;
use crate::wording::{Language, Message};

/// The width of the column with the names of numbers, in characters.
const NAMES: f64 = 28.0;

/// The sheet's name.
pub(super) fn name(language: Language) -> String {
    msg!("report-read-me").text(language)
}

/// How to read the sheets.
fn reading(document: &Document) -> Vec<Message> {
    let front = &document.front;
    let (has_surveys, has_accounts) = (!front.areas.is_empty(), !front.accounts.is_empty());
    let funds = has_surveys.then_some(front.money).flatten();
    let mut reading = vec![msg!("report-every-figure-and-table-of")];
    if has_surveys {
        let with_funds = usize::from(funds.is_some());
        reading.push(msg!("report-an-intervention-counts-once-under", with_funds));
    }
    reading.extend(funds.map(|money| {
        let currency = money.currency().in_unit(1);
        if money.is_weighted() {
            msg!("report-amounts-are-weighted", currency)
        } else {
            msg!("report-amounts-are-as-reported", currency)
        }
    }));
    if has_accounts {
        reading.push(msg!("report-amounts-are-whole-kronor-and"));
    }
    reading.extend([
        msg!("report-the-base-n-is-how"),
        msg!("report-an-empty-cell-means-that"),
        msg!("report-names-of-ranges"),
    ]);
    if has_surveys {
        reading.push(if funds.is_some_and(Money::is_weighted) {
            msg!("report-numbers-are-numbers-and-show")
        } else {
            msg!("report-numbers-are-numbers")
        });
    }
    reading
}

/// Writes the sheet.
pub(super) fn write(
    sheet: &mut Worksheet,
    document: &Document,
    sheets: &[Sheet<'_>],
    (looks, ranges): (&Looks, &mut RangeNames),
) -> Result<(), XlsxError> {
    let language = document.language;
    sheet.set_name(name(language))?;
    let widths = [38.0, 100.0];
    sheet.set_column_width(0, widths[0])?;
    sheet.set_column_width(1, widths[1])?;
    sheet.set_column_width(2, NAMES)?;
    let block = Block { last_column: 1, width: widths.iter().sum() };
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.write_string_with_format(0, 0, &document.title, &looks.title)?;
    let what = msg!("report-tables-and-the-numbers-of").text(language);
    sheet.write_string(1, 0, format!("{what}, {}", document.year))?;
    let mut row = 3;
    if !document.provenance.is_empty() {
        block.write(sheet, 2, &document.provenance, &looks.wrapped)?;
        row += 1;
    }
    row = heading(sheet, row, &msg!("report-how-to-read").text(language), looks)?;
    for how in reading(document) {
        block.write(sheet, row, &how.text(language), &looks.wrapped)?;
        row += 1;
    }
    row = heading(sheet, row + 1, &msg!("report-the-data").text(language), looks)?;
    row = facts(sheet, row, &document.front.facts(language), (looks, ranges))?;
    row = heading(sheet, row + 1, &msg!("report-sheets").text(language), looks)?;
    for target in sheets {
        let link = Url::new(format!("internal:'{}'!A1", target.name)).set_text(&target.name);
        sheet.write_url(row, 0, link)?;
        sheet.write_string(row, 1, &target.title)?;
        row += 1;
    }
    let files = msg!("report-files-that-the-data-consist").text(language);
    row = heading(sheet, row + 1, &files, looks)?;
    let made_from = &document.front.made_from;
    for (file, sha256) in &made_from.inputs {
        sheet.write_string(row, 0, file)?;
        sheet.write_string(row, 1, sha256)?;
        row += 1;
    }
    let all = msg!("report-all-together-inputssha256-in-manifestjson").text(language);
    sheet.write_string(row, 0, all)?;
    sheet.write_string(row, 1, &made_from.fingerprint)?;
    Ok(())
}

/// The totals, numbers as numbers with the names that formulas know them by, and the rest in words; gives the next row.
fn facts(
    sheet: &mut Worksheet,
    mut row: u32,
    facts: &[Fact],
    (looks, ranges): (&Looks, &mut RangeNames),
) -> Result<u32, XlsxError> {
    for fact in facts {
        if fact.totals.is_empty() {
            sheet.write_string(row, 0, &fact.label)?;
            sheet.write_string(row, 1, &fact.value)?;
            row += 1;
        }
        for total in &fact.totals {
            sheet.write_string(row, 0, &total.label)?;
            looks.write_number(sheet, (row, 1), &total.value)?;
            sheet.write_string_with_format(row, 2, ranges.cell(&total.name, row, 1), &looks.note)?;
            row += 1;
        }
    }
    Ok(row)
}

fn heading(sheet: &mut Worksheet, row: u32, text: &str, looks: &Looks) -> Result<u32, XlsxError> {
    sheet.write_string_with_format(row, 0, text, &looks.heading)?;
    Ok(row + 1)
}
