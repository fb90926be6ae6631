//! Kind 8: a statistic over nothing.

use std::fs;

use insats::run::{Options, agreement};

use super::edit;
use super::{Base, Fault, at, shown, told};
use crate::support::rows;

pub fn faults() -> Vec<Fault> {
    vec![
        told(8, "a question that nobody answered", Base::Small, |study, _| {
            edit::table(&study.join("svar.csv"), |rows| rows.iter_mut().skip(1).for_each(|row| row[6].clear()));
            at("svar.csv", ["\"samverkan\""])
        }),
        told(8, "a follow-up that nobody was asked", Base::Shipped, |study, _| {
            // Every answer of the question is of the scale; that it leads to nobody is not seen in the declarations.
            let column =
                "Har patient-, brukar- och anhörigorganisationer samt enskilda medverkat i de redovisade insatserna? [";
            edit::table(&study.join("bu-lan.csv"), |rows| {
                let columns: Vec<usize> = (0..rows[0].len()).filter(|at| rows[0][*at].starts_with(column)).collect();
                for row in rows.iter_mut().skip(1) {
                    columns.iter().for_each(|at| row[*at] = "Nej".to_owned());
                }
            });
            at("bu-lan.csv", ["\"influence_type\""])
        }),
        shown(8, "coders who coded one domain", Base::Small, |study, _| {
            for coder in ["a", "b"] {
                fs::copy(study.join("koder.csv"), study.join(format!("{coder}.csv"))).expect("a sheet");
                edit::text(&study.join("study.toml"), |text| {
                    format!(
                        "{text}\n[[coding]]\nrole = \"coder\"\ncoder = \"{coder}\"\nfile = \"{coder}.csv\"\nintervention = \"Insats\"\ndomains = {{ activity = \"Aktivitet\" }}\n"
                    )
                });
            }
            let out = study.join("../../out");
            let options = Options { out: Some(out.clone()), ..Options::default() };
            agreement(study, &options, &|_| {}).map_err(|failure| failure.to_string())?;
            let measured = rows(&out.join("agreement.csv"));
            if !measured.iter().any(|row| row["domain"] == "activity" && !row["value"].is_empty()) {
                return Err("the agreement on activities is not measured".to_owned());
            }
            let over_nothing = measured.into_iter().find(|row| row["domain"] != "activity" && !row["value"].is_empty());
            over_nothing.map_or(Ok(()), |row| Err(format!("{row:?}")))
        }),
    ]
}
