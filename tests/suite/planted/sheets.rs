//! Kind 5: codes that are missing, blank, doubled, or sorted apart from their ids.

use std::path::Path;

use calamine::Data;

use super::edit::{self, Random, Sheet};
use super::{Base, Fault, Planted, at, told};

const FINAL: &str = "kodning/kodning-slutlig.xlsx";
const SMALL: &str = "koder.csv";

/// Changes the final sheet; gives what the change says of itself.
fn changed(study: &Path, change: impl FnOnce(&mut Sheet) -> Vec<String>) -> Planted {
    let mut places = Vec::new();
    edit::workbook(&study.join(FINAL), |sheets| places = change(&mut sheets[0]));
    at(FINAL, places)
}

/// A row of the sheet below its header.
fn a_row(sheet: &Sheet, random: &mut Random) -> usize {
    1 + random.below(sheet.cells.len() - 1)
}

pub fn faults() -> Vec<Fault> {
    vec![
        told(5, "an intervention without a row", Base::Shipped, |study, random| {
            changed(study, |sheet| {
                let row = a_row(sheet, random);
                let id = sheet.text(row, 0);
                sheet.cells.remove(row);
                vec![id]
            })
        }),
        told(5, "a row without any code", Base::Shipped, |study, random| {
            changed(study, |sheet| {
                let row = a_row(sheet, random);
                sheet.cells[row].iter_mut().skip(1).for_each(|cell| *cell = Data::Empty);
                vec![sheet.text(row, 0), edit::cell(row, 0)]
            })
        }),
        told(5, "a row twice", Base::Shipped, |study, random| {
            changed(study, |sheet| {
                let row = a_row(sheet, random);
                sheet.cells.push(sheet.cells[row].clone());
                vec![edit::cell(sheet.cells.len() - 1, 0)]
            })
        }),
        told(5, "the ids sorted alone", Base::Shipped, |study, _| {
            changed(study, |sheet| {
                let mut ids: Vec<Data> = sheet.cells.iter().skip(1).map(|row| row[0].clone()).collect();
                ids.sort_by_key(|id| id.to_string().chars().rev().collect::<String>());
                sheet.cells.iter_mut().skip(1).zip(ids).for_each(|(row, id)| row[0] = id);
                vec!["\"Kodning\"".to_owned()]
            })
        }),
        told(5, "the ids of one survey a row down", Base::Shipped, |study, _| {
            changed(study, |sheet| {
                let rows: Vec<usize> =
                    (1..sheet.cells.len()).filter(|row| sheet.text(*row, 0).starts_with("KUK-")).collect();
                let ids: Vec<Data> = rows.iter().map(|row| sheet.cells[*row][0].clone()).collect();
                for (position, row) in rows.iter().enumerate() {
                    sheet.cells[*row][0] = ids[(position + 1) % ids.len()].clone();
                }
                // The first rows may fit the ids above theirs by chance.
                (0..8).map(|at| format!("rows {}", rows[at] + 1)).collect()
            })
        }),
        told(5, "two columns of domains that changed places", Base::Shipped, |study, random| {
            let (one, other) = *random.pick(&[("Aktivitet", "Prestation"), ("Mål", "Effekt")]);
            changed(study, |sheet| {
                let ((_, a), (_, b)) = (sheet.column(one), sheet.column(other));
                sheet.cells[0].swap(a, b);
                vec![one.to_owned(), other.to_owned()]
            })
        }),
        told(5, "codes in small letters", Base::Shipped, |study, random| {
            changed(study, |sheet| {
                let row = a_row(sheet, random);
                sheet.cells[row][1] = Data::String(sheet.text(row, 1).to_lowercase());
                vec![edit::cell(row, 1)]
            })
        }),
        told(5, "codes with another separator", Base::Shipped, |study, random| {
            changed(study, |sheet| {
                let several: Vec<usize> =
                    (1..sheet.cells.len()).filter(|row| sheet.text(*row, 1).contains(';')).collect();
                let row = *random.pick(&several);
                sheet.cells[row][1] = Data::String(sheet.text(row, 1).replace(';', ","));
                vec![edit::cell(row, 1)]
            })
        }),
        told(5, "a sheet for settling that was not filled in", Base::Small, |study, _| {
            edit::table(&study.join(SMALL), |rows| rows.iter_mut().skip(1).for_each(|row| row[1].clear()));
            // The column is the cause; that every row is blank follows from it.
            at(SMALL, ["no cell of the column \"Aktivitet\""])
        }),
        told(5, "a sheet without rows", Base::Small, |study, _| {
            edit::table(&study.join(SMALL), |rows| rows.truncate(1));
            at(SMALL, [SMALL])
        }),
        told(5, "codes of a respondent that is set aside", Base::Small, |study, _| {
            edit::replace(
                &study.join("study.toml"),
                "name = \"Region\" }",
                "name = \"Region\", set_aside = { \"R-2\" = \"svarade igen\" } }",
            );
            at(SMALL, ["set aside"])
        }),
        told(5, "an id with other zeros", Base::Shipped, |study, random| {
            let file = *random.pick(&["kodning/kodare-a.csv", "kodning/kodare-b.csv"]);
            let mut right = String::new();
            edit::table(&study.join(file), |rows| {
                let row = 1 + random.below(rows.len() - 1);
                right = rows[row][0].clone();
                let (respondent, number) = right.rsplit_once('-').expect("a number");
                rows[row][0] = format!("{respondent}-0{number}");
            });
            at(file, [right])
        }),
    ]
}
