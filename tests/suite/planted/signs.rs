//! Kind 7: letters that look like others, and signs that cannot be seen.

use calamine::Data;

use super::edit;
use super::{Base, Fault, at, shown, told};
use crate::support::{UNDRAWN, rows, run_into};

pub fn faults() -> Vec<Fault> {
    vec![
        told(7, "a Cyrillic letter in an answer", Base::Small, |study, _| {
            edit::replace(&study.join("svar.csv"), ";Ja\n", ";J\u{430}\n");
            at("svar.csv", ["\\u{430}"])
        }),
        told(7, "a Cyrillic letter in a recipient's name", Base::Small, |study, _| {
            edit::replace(&study.join("svar.csv"), "Uppsala", "Upps\u{430}la");
            at("svar.csv", ["\\u{430}"])
        }),
        told(7, "a Cyrillic letter in a header", Base::Small, |study, _| {
            edit::text(&study.join("svar.csv"), |text| text.replace("Kronor", "Kr\u{43e}nor"));
            at("svar.csv", ["\\u{43e}"])
        }),
        told(7, "a Cyrillic letter in an intervention's id", Base::Shipped, |study, random| {
            let mut place = String::new();
            edit::table(&study.join("kodning/kodare-a.csv"), |rows| {
                let row = 1 + random.below(rows.len() - 1);
                rows[row][0] =
                    rows[row][0].replacen('U', "\u{423}", 1).replacen('A', "\u{410}", 1).replacen('R', "\u{420}", 1);
                place = format!("line {}", row + 1);
            });
            at("kodning/kodare-a.csv", [place])
        }),
        told(7, "a Greek letter in a code", Base::Shipped, |study, _| {
            let mut place = String::new();
            edit::workbook(&study.join("kodning/kodning-slutlig.xlsx"), |sheets| {
                let sheet = &mut sheets[0];
                let row = (1..sheet.cells.len()).find(|row| sheet.text(*row, 5).contains('T')).expect("a theme");
                sheet.cells[row][5] = Data::String(sheet.text(row, 5).replacen('T', "\u{3a4}", 1));
                place = edit::cell(row, 5);
            });
            at("kodning/kodning-slutlig.xlsx", [place])
        }),
        shown(7, "signs that cannot be seen, in answers and names", Base::Small, |study, _| {
            // Uppsala answers Ja and VGR Nej, as in the study that is not edited.
            edit::text(&study.join("svar.csv"), |text| {
                text.replace(";Ja", ";\u{200b}J\u{ad}a\u{200e}")
                    .replace("VGR", "\u{feff}VG\u{2060}R")
                    .replace("Insats 2: Kronor", "Insats\u{a0}2:\u{200b} Kronor")
            });
            let out = study.join("../../out");
            run_into(study, &out, &UNDRAWN).map_err(|failure| failure.to_string())?;
            let answers = rows(&out.join("data/answers.csv"));
            let counts: Vec<_> = answers.iter().map(|row| (row["answer"].as_str(), row["count"].as_str())).collect();
            (counts == [("Ja", "1"), ("Nej", "1")]).then_some(()).ok_or_else(|| format!("{counts:?}"))
        }),
    ]
}
