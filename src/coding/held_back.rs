//! Answers that were kept from whoever wrote the codebook's rules: a list that the study declares, with a group for each.

use std::collections::BTreeSet;

use super::Codings;
use super::evaluation::Groups;
use super::telling::Listed;
use crate::codebook::{Codebook, Domain};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::msg;
use crate::read::{Files, tidy};
use crate::study::{Declared, Study};
use crate::survey::{Absent, Columns, Ids, Input};
use crate::wording::Arg;

/// The answers that the study lists as held back.
///
/// An answer that was coded and is gone, or reads otherwise, stays in the list; one that moved is held back where it stands now.
pub fn held_back(
    study: &Study,
    book: &Codebook,
    files: &Files,
    input: &Input,
    codings: &Codings,
    messages: &mut Diagnostics,
) -> Groups {
    let mut groups = Groups::new();
    let Some(declared) = &study.held_back else { return groups };
    let Some(grid) = files.sheet(&declared.file, declared.sheet.as_deref(), messages) else { return groups };
    let named = |name: &str| Declared { value: name.to_owned(), place: declared.file.place.clone() };
    let wanted = ["intervention_id", "domain", "group"].map(named);
    let Some(columns) = Columns::simple(&grid, &wanted.each_ref(), messages) else { return groups };
    let [Some(id), Some(domain), Some(group)] = wanted.map(|name| columns.column(&name, messages)) else {
        return groups;
    };
    let known = Ids::new(study, &input.surveys);
    let moved = codings.moved();
    let gone: BTreeSet<&str> = codings.withdrawn().map(|(_, id)| id).collect();
    let mut withdrawn = Listed::default();
    for row in columns.rows() {
        let [own, word, name] = [id, domain, group].map(|column| tidy(grid.cell(row, column)));
        let Some(of) = book.domain(&word) else {
            let suggestion = did_you_mean(&word, book.domains().map(Domain::word));
            let message = msg!("held-back-domain-unknown", domain = shown(&word), suggestion);
            messages.push(Diagnostic::error(grid.place(row, domain), message));
            continue;
        };
        let own = moved.get(&(of, own.as_str())).map_or_else(|| own.clone(), |now| (*now).to_owned());
        let answered = || input.open.iter().any(|unit| *unit.id == *own);
        let wrong = if of.is_of_interventions() || !answered() {
            not_held_back(&known, &own, &grid.place(row, id))
        } else {
            None
        };
        match wrong {
            Some(_) if gone.contains(own.as_str()) => withdrawn.add_id_of(&own, of.word()),
            wrong => messages.push_all(wrong.as_ref()),
        }
        if let Some(earlier) = groups.insert((own.clone(), of), name.clone()).filter(|earlier| *earlier != name) {
            let (domain, id) = (of.word(), shown(&own));
            let message = msg!("held-back-twice", domain, id, earlier = shown(&earlier), group = shown(&name));
            messages.push(Diagnostic::error(grid.place(row, group), message));
        }
    }
    if withdrawn.count() > 0 {
        let (count, names) = (withdrawn.count(), withdrawn.names());
        messages.push(Diagnostic::notice(grid.whole(), msg!("held-back-withdrawn", count, names)));
    }
    if columns.rows().next().is_none() {
        messages.push(Diagnostic::error(grid.whole(), msg!("held-back-empty")));
    }
    groups
}

/// Why an id in the list is of no intervention, if so.
fn not_held_back(known: &Ids<'_>, id: &str, place: &Place) -> Option<Diagnostic> {
    if known.find(id).is_some() {
        return None;
    }
    let suggestion: Arg = match known.absent(id) {
        // The answers of respondents that are set aside are in no measure, whatever the list says.
        Absent::SetAside { .. } | Absent::Unread => return None,
        Absent::Alike(_) => known.near(id).into(),
        Absent::NoBlock { .. } | Absent::Unknown => msg!("correct-id-or-remove-row").into(),
    };
    Some(Diagnostic::error(place.clone(), msg!("held-back-id-unknown", id = shown(id), suggestion)))
}
