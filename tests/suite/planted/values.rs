//! Kind 2: what a file says about its values.

use std::fs;
use std::path::Path;

use calamine::Data;
use rust_xlsxwriter::Format;

use super::edit::{self, Sheet};
use super::{Base, Fault, Planted, at, told};

pub const BOOK: &str = "svar.xlsx";

/// Puts the small study's answers in a workbook.
pub fn into_workbook(study: &Path) {
    let csv = fs::read_to_string(study.join("svar.csv")).expect("the answers");
    let cell = |text: &str| match text.replace(' ', "").parse::<f64>() {
        Ok(number) => Data::Float(number),
        Err(_) if text.is_empty() => Data::Empty,
        Err(_) => Data::String(text.to_owned()),
    };
    let cells = csv.lines().map(|line| line.split(';').map(cell).collect()).collect();
    edit::write(&study.join(BOOK), &[Sheet { name: "Svar".to_owned(), cells, ..Sheet::default() }]);
    fs::remove_file(study.join("svar.csv")).expect("the text");
    edit::replace(&study.join("study.toml"), "svar.csv", BOOK);
}

/// The reported funds of R-2-1 stand in D3, those of R-1-2 in F2.
fn formatted(study: &Path, value: f64, format: &str) -> Planted {
    edit::workbook(&study.join(BOOK), |sheets| {
        sheets[0].cells[2][3] = Data::Float(value);
        sheets[0].formats.insert((2, 3), Format::new().set_num_format(format));
    });
    at(BOOK, ["cell D3"])
}

pub fn faults() -> Vec<Fault> {
    vec![
        told(2, "a percentage among kronor", Base::Book, |study, _| formatted(study, 0.5, "0%")),
        told(2, "thousands by the number format", Base::Book, |study, random| {
            let format: &str = random.pick::<&str>(&["# ##0 \"tkr\"", "0\" tkr\"", "#,##0\\ \"tkr\""]);
            formatted(study, 450.0, format)
        }),
        told(2, "a number shown in thousands", Base::Book, |study, _| formatted(study, 450_000.0, "#,##0,")),
        told(2, "a date among kronor", Base::Book, |study, _| formatted(study, 45_292.0, "yyyy-mm-dd")),
        told(2, "a duration among kronor", Base::Book, |study, _| formatted(study, 1.5, "[h]:mm")),
        told(2, "an amount merged over two respondents", Base::Book, |study, _| {
            edit::workbook(&study.join(BOOK), |sheets| {
                sheets[0].cells[2][3] = Data::Empty;
                sheets[0].merged.push((1, 2, 3));
            });
            at(BOOK, ["cell D2", "cell D3", "D2:D3"])
        }),
        told(2, "a value listed twice in the key", Base::Shipped, |study, random| {
            let mut place = String::new();
            edit::workbook(&study.join("medverkan-lan.xlsx"), |sheets| {
                let key = &mut sheets[1];
                let row = 1 + random.below(3);
                let mut twice = key.cells[row].clone();
                twice[2] = Data::String("Vet ej".to_owned());
                key.cells.push(twice);
                place = edit::cell(key.cells.len() - 1, 1);
            });
            let row = place.trim_start_matches("cell B").to_owned();
            at("medverkan-lan.xlsx", [place, format!("cell A{row}"), format!("cell C{row}")])
        }),
        told(2, "a number without its meaning in the key", Base::Shipped, |study, random| {
            let mut value = String::new();
            let gone = random.below(2);
            edit::workbook(&study.join("medverkan-lan.xlsx"), |sheets| {
                let key = &mut sheets[1];
                let wanted = "I vilken utsträckning har samverkan";
                let rows: Vec<_> = (1..key.cells.len()).filter(|row| key.text(*row, 0).starts_with(wanted)).collect();
                value = key.text(rows[gone], 1);
                key.cells.remove(rows[gone]);
            });
            at("medverkan-lan.xlsx", [format!("\"{value}\"")])
        }),
    ]
}
