//! Answers that were kept from whoever wrote the codebook's rules: a list that the study declares, with a group for each.

use super::evaluation::Groups;
use crate::codebook::Domain;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean_in_english, shown};
use crate::read::{Files, tidy};
use crate::study::{Declared, Study};
use crate::survey::{Absent, Columns, Ids, Input};

/// The answers that the study lists as held back.
pub fn held_back(study: &Study, files: &Files, input: &Input, messages: &mut Diagnostics) -> Groups {
    let mut groups = Groups::new();
    let Some(declared) = &study.held_back else { return groups };
    let Some(grid) = files.sheet(&declared.file, declared.sheet.as_deref(), messages) else { return groups };
    let named = |name: &str| Declared { value: name.to_owned(), place: declared.file.place.clone() };
    let Some(columns) = Columns::simple(&grid, &named("intervention_id"), messages) else { return groups };
    let mut column = |name: &str| columns.column(&named(name), messages);
    let found = (column("intervention_id"), column("domain"), column("group"));
    let (Some(id), Some(domain), Some(group)) = found else { return groups };
    let known = Ids::new(study, &input.surveys);
    for row in columns.rows() {
        let [own, word, name] = [id, domain, group].map(|column| tidy(grid.cell(row, column)));
        let Some(of) = Domain::from_word(&word) else {
            messages.push(
                Diagnostic::error(grid.place(row, domain), format!("{} is no domain", shown(&word)))
                    .action(did_you_mean_in_english(&word, Domain::ALL.map(Domain::word))),
            );
            continue;
        };
        messages.push_all(not_held_back(&known, &own, &grid.place(row, id)).as_ref());
        if let Some(earlier) = groups.insert((own.clone(), of), name.clone()).filter(|earlier| *earlier != name) {
            let found = format!("{of} of {} is listed as {} and as {}", shown(&own), shown(&earlier), shown(&name));
            messages.push(Diagnostic::error(grid.place(row, group), found).expected("one group for each answer"));
        }
    }
    if columns.rows().next().is_none() {
        let found = "the list of answers held back has no rows";
        messages.push(Diagnostic::error(grid.whole(), found).action("fill it in, or remove [held_back]"));
    }
    groups
}

/// Why an id in the list is of no intervention, if so.
fn not_held_back(known: &Ids<'_>, id: &str, place: &Place) -> Option<Diagnostic> {
    if known.find(id).is_some() {
        return None;
    }
    let message = Diagnostic::error(place.clone(), format!("there is no intervention {}", shown(id)))
        .expected("the id of an intervention in one of the exports");
    match known.absent(id) {
        // The answers of respondents that are set aside are in no measure, whatever the list says.
        Absent::SetAside { .. } | Absent::Unread => None,
        Absent::Alike(_) => Some(message.action(known.suggestion(id))),
        Absent::NoBlock { .. } | Absent::Unknown => Some(message.action("correct the id, or remove the row")),
    }
}
