//! Kind 1: a column that nearly matches a declared pattern, or stands filled beside declared ones.

use super::edit;
use super::{Base, Fault, at, told};

const SMALL: &str = "svar.csv";

pub fn faults() -> Vec<Fault> {
    vec![
        told(1, "a block's headers without their space", Base::Small, |study, random| {
            let form = *random.pick(&["Insats2: ", "insats 2 : ", "Insats 2 – ", "INSATS 2. "]);
            edit::text(&study.join(SMALL), |text| text.replace("Insats 2: ", form));
            at(SMALL, [format!("{form}Kronor"), "cell E1".to_owned()])
        }),
        told(1, "a further block with its number as a word", Base::Small, |study, random| {
            let form = *random.pick(&["Insats tre: ", "Insats nr 3: ", "Insats III: ", "Insats-3: "]);
            edit::table(&study.join(SMALL), |rows| {
                let more = [("Vad gjordes?", "Kronor"), ("Stödgrupp", "500 000"), ("", "")];
                for (row, (text, funds)) in rows.iter_mut().zip(more) {
                    let header = |field: &str| {
                        if field.contains(['?', 'K']) { format!("{form}{field}") } else { field.to_owned() }
                    };
                    row.extend([header(text), header(funds)]);
                }
            });
            at(SMALL, [format!("{form}Kronor")])
        }),
        told(1, "a corrected amount in a column of its own", Base::Small, |study, _| {
            edit::table(&study.join(SMALL), |rows| {
                for (row, value) in rows.iter_mut().zip(["Insats 1: Kronor (rättat)", "500 000", ""]) {
                    row.push(value.to_owned());
                }
            });
            at(SMALL, ["Insats 1: Kronor (rättat)"])
        }),
        told(1, "the last block in other brackets", Base::Shipped, |study, _| {
            let path = study.join("bu-lan.csv");
            edit::text(&path, |text| text.replace("[insats 11]", "(insats 11)"));
            at("bu-lan.csv", ["Använda stimulansmedel i kronor (insats 11)"])
        }),
        told(1, "an option's header with another dash", Base::Shipped, |study, random| {
            let option = *random.pick(&["Jämlikhet", "Barnrätt", "Ungdom"]);
            let mut header = String::new();
            edit::table(&study.join("kunskap-kommun.csv"), |rows| {
                let name =
                    format!("Vilka perspektiv har varit särskilt framträdande i arbetet med insatserna? – {option}");
                let column = edit::column(rows, &name);
                header = name.replace(" – ", ": ");
                rows[0][column] = header.clone();
            });
            at("kunskap-kommun.csv", [header])
        }),
        told(1, "an item's header with a colon", Base::Shipped, |study, _| {
            let name =
                "I vilken utsträckning har samverkan varit prioriterat i arbetet med insatserna? – Med andra aktörer";
            let header = name.replace("? – ", "?: ");
            edit::workbook(&study.join("bu-region.xlsx"), |sheets| {
                let sheet = &mut sheets[1];
                let (row, column) = sheet.column(name);
                sheet.cells[row][column] = calamine::Data::String(header.clone());
            });
            at("bu-region.xlsx", [header])
        }),
        told(1, "a block's headers with a space too many", Base::Shipped, |study, random| {
            // Seven blocks are filled by someone; any of them would be missed.
            let number = 1 + random.below(3);
            edit::workbook(&study.join("medverkan-lan.xlsx"), |sheets| {
                for cell in &mut sheets[0].cells[0] {
                    if let calamine::Data::String(text) = cell {
                        *text = text.replace(&format!("I{number} "), &format!("I {number} "));
                    }
                }
            });
            at("medverkan-lan.xlsx", [format!("I {number} Använda stimulansmedel (kr)")])
        }),
    ]
}
