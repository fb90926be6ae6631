//! Kind 6: rows that a person would not count, or that were not read.

use calamine::Data;
use rust_xlsxwriter::Format;

use super::edit::{self, Random, Sheet};
use super::values::BOOK;
use super::{Base, Fault, at, told};

fn data(texts: &[&str]) -> Vec<Data> {
    texts.iter().map(|text| if text.is_empty() { Data::Empty } else { Data::String((*text).to_owned()) }).collect()
}

/// The name of a row, as messages may tell it.
fn row_names(row: usize) -> [String; 4] {
    [edit::cell(row, 0), format!("row {}", row + 1), format!("rows {}", row + 1), format!("line {}", row + 1)]
}

fn hidden_row(sheet: &mut Sheet, random: &mut Random, first: usize, end: usize) -> [String; 4] {
    let row = first + random.below(end - first);
    sheet.hidden_rows.push(row);
    row_names(row)
}

pub fn faults() -> Vec<Fault> {
    vec![
        told(6, "a row that a filter hides", Base::Book, |study, _| {
            edit::workbook(&study.join(BOOK), |sheets| sheets[0].hidden_rows.push(2));
            at(BOOK, row_names(2))
        }),
        told(6, "a row that is struck through", Base::Book, |study, _| {
            edit::workbook(&study.join(BOOK), |sheets| {
                for column in 0..7 {
                    sheets[0].formats.insert((2, column), Format::new().set_font_strikethrough());
                }
            });
            at(BOOK, row_names(2))
        }),
        told(6, "a hidden row of the shipped export", Base::Shipped, |study, random| {
            let mut places = [const { String::new() }; 4];
            edit::workbook(&study.join("bu-region.xlsx"), |sheets| places = hidden_row(&mut sheets[1], random, 1, 22));
            at("bu-region.xlsx", places)
        }),
        told(6, "a hidden row of requisitions", Base::Shipped, |study, random| {
            let mut places = [const { String::new() }; 4];
            let file = "rekvirerade-medel-2024.xlsx";
            edit::workbook(&study.join(file), |sheets| places = hidden_row(&mut sheets[0], random, 4, 24));
            at(file, places)
        }),
        told(6, "a hidden sheet with more rows", Base::Book, |study, _| {
            edit::workbook(&study.join(BOOK), |sheets| {
                let mut cells = sheets[0].cells.clone();
                cells.push(data(&["R-3", "Region Skåne", "Föreläsning", "300 000", "", "", "Ja"]));
                sheets.push(Sheet { name: "Svar ny".to_owned(), cells, hidden: true, ..Sheet::default() });
            });
            at(BOOK, ["\"Svar ny\""])
        }),
        told(6, "a total among the respondents", Base::Small, |study, random| {
            let label = *random.pick(&["Summa", "Totalt", "SUMMA:"]);
            edit::table(&study.join("svar.csv"), |rows| {
                rows.push([label, "", "", "2 950 000", "", "1 200 000", ""].map(str::to_owned).to_vec());
            });
            at("svar.csv", [format!("\"{label}\""), "line 4".to_owned()])
        }),
        told(6, "a source below the answers", Base::Small, |study, random| {
            let text = *random.pick(&["Källa: Enkät 2025", "Utskrivet 2025-03-01", "Antal svar: 2"]);
            edit::table(&study.join("svar.csv"), |rows| {
                rows.push([text, "", "", "", "", "", ""].map(str::to_owned).to_vec());
            });
            at("svar.csv", ["line 4"])
        }),
        told(6, "a subtotal among the requisitions", Base::Small, |study, random| {
            let label = *random.pick(&["Summa", "Delsumma", "varav storstad"]);
            edit::table(&study.join("medel.csv"), |rows| rows.push(vec![label.to_owned(), "4000000".to_owned()]));
            at("medel.csv", ["line 4"])
        }),
        told(6, "a repayment twice", Base::Shipped, |study, _| {
            let file = "rekvirerade-medel-2024.xlsx";
            let mut place = String::new();
            edit::workbook(&study.join(file), |sheets| {
                let sheet = &mut sheets[3];
                let last = sheet.cells.len() - 1;
                sheet.cells.push(sheet.cells[last].clone());
                place = edit::cell(last + 1, 2);
            });
            let row = place.trim_start_matches("cell C").to_owned();
            at(file, [place, format!("cell A{row}"), format!("row {row}")])
        }),
        told(6, "a dash in an empty block", Base::Small, |study, random| {
            let sign = *random.pick(&["-", "0", "–"]);
            edit::table(&study.join("svar.csv"), |rows| rows[2][4] = sign.to_owned());
            at("svar.csv", ["line 3", "R-2-2", "block"])
        }),
    ]
}
