//! Kind 4: a declaration that names something that does not exist, or says the same twice.

use super::edit;
use super::{Base, Fault, Planted, at, told};
use std::path::Path;

const STUDY: &str = "study.toml";
const REPORT: &str = "report.toml";

/// One text of a file replaced; the message must name the file and the new text.
fn swapped(study: &Path, file: &str, from: &str, to: &str, name: &str) -> Planted {
    edit::replace(&study.join(file), from, to);
    at(file, [name])
}

pub fn faults() -> Vec<Fault> {
    vec![
        told(4, "a follow-up of an answer that does not exist", Base::Shipped, |study, random| {
            let wrong = *random.pick(&["Jaa", "JA!", "ja, alltid"]);
            let to = format!("asked_if = {{ question = \"influence\", answers = [\"{wrong}\"] }}");
            edit::replace(&study.join(STUDY), "asked_if = { question = \"influence\", answers = [\"Ja\"] }", &to);
            at(STUDY, [format!("\"{wrong}\"")])
        }),
        told(4, "a counted answer that does not exist", Base::Shipped, |study, _| {
            swapped(study, STUDY, "counted = [\"Ja\"]", "counted = [\"Yes\"]", "\"Yes\"")
        }),
        told(4, "an answer listed twice", Base::Shipped, |study, _| {
            swapped(
                study,
                STUDY,
                "answers = [\"Ja\", \"Nej\", \"Vet ej\"]",
                "answers = [\"Ja\", \"Nej\", \"Ja\", \"Vet ej\"]",
                "\"Ja\"",
            )
        }),
        told(4, "a column for two domains", Base::Shipped, |study, random| {
            let (domain, column) =
                *random.pick(&[("goal = \"Mål\"", "Effekt"), ("output = \"Prestation\"", "Aktivitet")]);
            let key = domain.split(" = ").next().expect("a key");
            edit::replace(&study.join(STUDY), domain, &format!("{key} = \"{column}\""));
            at(STUDY, [format!("\"{column}\"")])
        }),
        told(4, "two columns of requisitions for one area", Base::Shipped, |study, _| {
            swapped(
                study,
                STUDY,
                "\"Samsjuklighet\" = \"samsjuklighet-lan\"",
                "\"Samsjuklighet\" = \"bu-lan\"",
                "\"bu-lan\"",
            )
        }),
        told(4, "requisitions for an area without a survey", Base::Shipped, |study, _| {
            swapped(
                study,
                STUDY,
                "\"Samsjuklighet\" = \"samsjuklighet-lan\"",
                "\"Samsjuklighet\" = \"samsjuklighet\"",
                "\"samsjuklighet\"",
            )
        }),
        told(4, "a respondent set aside that is not there", Base::Small, |study, _| {
            let to = "name = \"Region\", set_aside = { \"R-9\" = \"svarade igen\" } }";
            swapped(study, STUDY, "name = \"Region\" }", to, "\"R-9\"")
        }),
        told(4, "a field corrected that is none", Base::Shipped, |study, _| {
            swapped(
                study,
                STUDY,
                "fields = { \"använda medel\" = \"funds\" }",
                "fields = { \"använda medel\" = \"fund\" }",
                "\"fund\"",
            )
        }),
        told(4, "an item of an area that does not exist", Base::Shipped, |study, random| {
            let area = *random.pick(&["bu-region", "trauma-region", "medverkan-lan"]);
            let wrong = area.replace("-", "--");
            let to = format!("area = \"{wrong}\"");
            edit::replace(&study.join(REPORT), &format!("area = \"{area}\""), &to);
            at(REPORT, [format!("\"{wrong}\"")])
        }),
        told(4, "an item of a question that does not exist", Base::Small, |study, _| {
            swapped(study, REPORT, "question = \"samverkan\"", "question = \"samverkam\"", "\"samverkam\"")
        }),
        told(4, "a placeholder of an area that does not exist", Base::Small, |study, _| {
            swapped(study, REPORT, "{interventions}", "{interventions:psykiatrin}", "psykiatrin")
        }),
        told(4, "the same figure twice", Base::Small, |study, _| {
            edit::text(&study.join(REPORT), |text| {
                let last = text.rfind("[[item]]").expect("an item");
                let again = text[last..].replace("figur-2", "figur-3");
                format!("{text}\n{again}")
            });
            at(REPORT, ["\"figur-3\""])
        }),
        told(4, "a claim of an area that does not exist", Base::Shipped, |study, _| {
            swapped(study, "claims.csv", "BR-003,bu-region,", "BR-003,bu-regioner,", "\"bu-regioner\"")
        }),
        told(4, "a claim whose sentence and assertion differ", Base::Shipped, |study, random| {
            let wrong = 134 + random.below(9);
            let from = "Inom området har 133 insatser redovisats.";
            swapped(study, "claims.csv", from, &from.replace("133", &wrong.to_string()), "BR-003")
        }),
        told(4, "a claim id twice", Base::Shipped, |study, _| {
            swapped(study, "claims.csv", "BR-004,bu-region,", "BR-003,bu-region,", "BR-003")
        }),
    ]
}
