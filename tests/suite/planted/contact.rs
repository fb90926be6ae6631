//! Kind 9: contact data whose header is not on the list.

use std::path::Path;

use insats::peek::{Wishes, peek};
use insats::run::init;

use super::edit::{self, Random};
use super::{Base, Fault, at, shown, told};

const PEOPLE: [&str; 2] = ["Anna Lindqvist", "Björn Sandström"];
const HEADERS: [&str; 8] =
    ["Handläggare", "Ifylld av", "Undertecknas av", "Rapportör", "Svar lämnat av", "Uppgiftslämnare", "Namn", "Chef"];

fn add_people(study: &Path, header: &str, values: [&str; 2]) {
    edit::table(&study.join("svar.csv"), |rows| {
        for (row, value) in rows.iter_mut().zip([header, values[0], values[1]]) {
            row.push(value.to_owned());
        }
    });
}

/// Whether a draft of the files names the column, or anyone in it.
fn drafted(study: &Path, header: &str, values: [&str; 2]) -> Result<(), String> {
    std::fs::remove_file(study.join("study.toml")).map_err(|error| error.to_string())?;
    std::fs::remove_file(study.join("report.toml")).map_err(|error| error.to_string())?;
    let made = init(study, None, false, insats::wording::Language::Swedish).map_err(|failure| failure.to_string())?;
    let declared = format!("= \"{header}\"");
    for text in [&made.draft.study, &made.draft.report] {
        if let Some(name) = values.iter().chain([&declared.as_str()]).find(|name| text.contains(**name)) {
            return Err(format!("the draft holds {name}"));
        }
    }
    Ok(())
}

fn peeked(study: &Path, values: [&str; 2]) -> Result<(), String> {
    let sight = peek(&study.join("svar.csv"), &Wishes::default()).map_err(|error| error.to_string())?;
    let columns = sight.shown.iter().flat_map(|sheet| &sheet.columns);
    let told: Vec<String> = columns.flat_map(|column| column.examples.clone()).collect();
    let oddities = sight.oddities.sorted().iter().map(ToString::to_string).collect::<String>();
    match values.iter().find(|value| told.iter().any(|example| example.contains(**value)) || oddities.contains(**value))
    {
        Some(value) => Err(format!("peek shows {value}")),
        None => Ok(()),
    }
}

fn of_people(study: &Path, random: &mut Random) -> Result<(), String> {
    let header = *random.pick(&HEADERS);
    add_people(study, header, PEOPLE);
    peeked(study, PEOPLE)?;
    drafted(study, header, PEOPLE)
}

pub fn faults() -> Vec<Fault> {
    vec![
        told(9, "a column of persons declared as a question", Base::Small, |study, random| {
            let header = *random.pick(&["Ifylld av", "Handläggare", "Undertecknas av"]);
            add_people(study, header, PEOPLE);
            edit::text(&study.join("study.toml"), |text| {
                text.replace("[limits]", &format!("[survey.question.vem]\njoined = \"{header}\"\n\n[limits]"))
            });
            at("study.toml", [format!("\"{header}\"")])
        }),
        shown(9, "persons in a draft and a peek", Base::Small, of_people),
        shown(9, "persons under another header", Base::Small, of_people),
        shown(9, "addresses under a header that says nothing", Base::Small, |study, _| {
            let addresses = ["anna.lindqvist@example.org", "bjorn@example.org"];
            add_people(study, "Svar till", addresses);
            peeked(study, addresses)?;
            drafted(study, "Svar till", addresses)
        }),
        shown(9, "telephone numbers under a header that says nothing", Base::Small, |study, _| {
            let numbers = ["070-123 45 67", "+46 8 123 456 78"];
            add_people(study, "Nås på", numbers);
            peeked(study, numbers)?;
            drafted(study, "Nås på", numbers)
        }),
    ]
}
