//! The first sheet: what the workbook is, what it was made from, how to read it, and where to find what.

use rust_xlsxwriter::{Url, Worksheet, XlsxError};

use super::sheet::{A4, Block, Looks, Sheet};
use crate::report::Document;
use crate::wording::Language;

/// The sheet's name.
pub(super) fn name(language: Language) -> &'static str {
    language.pick("Läs mig", "Read me")
}

/// What a way of reading is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum About {
    All,
    Surveys,
    Accounts,
}

/// How to read the sheets.
const READING: [(About, &str, &str); 7] = [
    (
        About::All,
        "Varje figur och tabell i rapporten har ett eget blad med de tal som den visar, i rapportens ordning.",
        "Every figure and table of the report has a sheet with the numbers that it shows, in the order of the report.",
    ),
    (
        About::Surveys,
        "En insats räknas en gång under var och en av sina koder. Summan över koder kan därför bli större än antalet insatser och än områdets medel.",
        "An intervention counts once under each of its codes. Sums over codes may therefore exceed the number of interventions and the funds of the area.",
    ),
    (
        About::Surveys,
        "Belopp är kronor. Viktade medel är redovisade belopp multiplicerade med J = T / S och summerar till T.",
        "Amounts are kronor. Weighted funds are reported amounts times J = T / S and sum to T.",
    ),
    (
        About::Accounts,
        "Belopp är hela kronor och andelar hela procent, om inget annat sägs. Varje cell är avrundad för sig, så en summa kan avvika från sina delar.",
        "Amounts are whole kronor and shares whole percent unless said otherwise. Every cell is rounded by itself, so a sum may differ from its parts.",
    ),
    (
        About::All,
        "Basen (n) är antalet som frågan ställts till eller som har svarat; varje antal ska läsas mot sin bas.",
        "The base (n) is how many were asked, or have answered; every number is to be read against its base.",
    ),
    (
        About::All,
        "En tom cell betyder att uppgift saknas, inte noll.",
        "An empty cell means that there is no value; it is not zero.",
    ),
    (
        About::Surveys,
        "Talen är tal och visas enligt datorns inställningar; J visas med fyra decimaler men har full precision.",
        "Numbers are numbers and show as the computer is set; J shows four decimals but has full precision.",
    ),
];

/// Writes the sheet.
pub(super) fn write(
    sheet: &mut Worksheet,
    document: &Document,
    sheets: &[Sheet<'_>],
    looks: &Looks,
) -> Result<(), XlsxError> {
    let language = document.language;
    sheet.set_name(name(language))?;
    let widths = [38.0, 100.0];
    sheet.set_column_width(0, widths[0])?;
    sheet.set_column_width(1, widths[1])?;
    let block = Block { last_column: 1, width: widths.iter().sum() };
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.write_string_with_format(0, 0, &document.title, &looks.title)?;
    let what = language.pick("Tabeller och figurernas tal", "Tables, and the numbers of figures");
    sheet.write_string(1, 0, format!("{what}, {}", document.year))?;
    let mut row = 3;
    if !document.provenance.is_empty() {
        block.write(sheet, 2, &document.provenance, &looks.wrapped)?;
        row += 1;
    }
    row = heading(sheet, row, language.pick("Så läser du", "How to read"), looks)?;
    let about = |about| match about {
        About::All => true,
        About::Surveys => !document.front.areas.is_empty(),
        About::Accounts => !document.front.accounts.is_empty(),
    };
    for (_, swedish, english) in READING.iter().filter(|(of, ..)| about(*of)) {
        block.write(sheet, row, language.pick(swedish, english), &looks.wrapped)?;
        row += 1;
    }
    row = heading(sheet, row + 1, language.pick("Underlaget", "The data"), looks)?;
    for fact in document.front.facts(language) {
        sheet.write_string(row, 0, fact.label)?;
        sheet.write_string(row, 1, fact.value)?;
        row += 1;
    }
    row = heading(sheet, row + 1, language.pick("Blad", "Sheets"), looks)?;
    for target in sheets {
        let link = Url::new(format!("internal:'{}'!A1", target.name)).set_text(&target.name);
        sheet.write_url(row, 0, link)?;
        sheet.write_string(row, 1, &target.title)?;
        row += 1;
    }
    let files = language.pick("Filer som underlaget består av (SHA-256)", "Files that the data consist of (SHA-256)");
    row = heading(sheet, row + 1, files, looks)?;
    let made_from = &document.front.made_from;
    for (file, sha256) in &made_from.inputs {
        sheet.write_string(row, 0, file)?;
        sheet.write_string(row, 1, sha256)?;
        row += 1;
    }
    let all = language
        .pick("Alla tillsammans (inputs_sha256 i manifest.json)", "All together (inputs_sha256 in manifest.json)");
    sheet.write_string(row, 0, all)?;
    sheet.write_string(row, 1, &made_from.fingerprint)?;
    Ok(())
}

fn heading(sheet: &mut Worksheet, row: u32, text: &str, looks: &Looks) -> Result<u32, XlsxError> {
    sheet.write_string_with_format(row, 0, text, &looks.heading)?;
    Ok(row + 1)
}
