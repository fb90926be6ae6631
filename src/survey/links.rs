//! Rows of interventions, each with the respondent that it is linked to: by the row itself where every row of an export is an
//! intervention, or by a column that names the respondent in a table beside.

mod known;
mod left_out;
mod numbers;

use super::columns::{Columns, is_total};
use super::joined;
use super::key::{Fit, Key, Meaning};
use super::recipients::Naming;
use super::respondent::{Link, Respondents, Whose};
use super::respondents::LeftOut;
use super::stray_rows::{Stray, Strays};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;
use crate::read::tidy;
use crate::study;
use known::Known;
use numbers::Numbers;

/// A row that names a respondent.
struct Named {
    row: usize,
    /// What its column says, as it is written.
    text: String,
    /// The same as a respondent's id, with the further columns that it is made of.
    id: String,
}

impl Named {
    /// Says what its text means by a label.
    fn read(&mut self, meaning: Option<&Meaning>, declared: &study::Survey) {
        if let Some(meaning) = meaning {
            self.text.clone_from(&meaning.label);
            self.id = declared.own_id(meaning.label.clone());
        }
    }
}

/// The links of a table of interventions beside that of the respondents; `None` where its columns are not there, which is
/// reported.
pub(super) fn read(
    declared: &study::Survey,
    (columns, key): (&Columns<'_>, &Key),
    (respondents, unread): (&Respondents, LeftOut),
    messages: &mut Diagnostics,
) -> Option<Vec<Link>> {
    let fields = &declared.fields;
    // Where it is missing, that is told with the other columns of interventions.
    let id = columns.column(fields.id.as_ref()?, &mut Diagnostics::new());
    let respondent = columns.column(fields.respondent.as_ref()?, messages);
    let (id, respondent) = (id?, respondent?);
    let rest = joined::rest(columns, &fields.respondent_rest, messages)?;
    let known = Known::new(declared, respondents, unread);
    let naming = Naming::of_either((columns, key), respondent, &[declared.level]);
    let labels = [id, respondent];
    let (mut named, mut strays) = (Vec::new(), Strays::default());
    for row in columns.rows().filter(|row| !is_total(columns.grid, *row, &labels, &declared.respondent.totals)) {
        let text = tidy(columns.grid.cell(row, respondent));
        let is_id = known.by_id(&declared.own_id(text.clone())).is_some();
        match Stray::of(columns, row, &labels, declared.level) {
            Some(stray) if !is_id => strays.add(stray),
            _ => {
                let id = declared.own_id(joined::read(columns, row, respondent, &rest, messages));
                named.push(Named { row, text, id });
            }
        }
    }
    strays.report(messages);
    let place = |row: usize| columns.grid.place(row, respondent);
    if rest.is_empty() && labels_hold((key, respondent), &named, &known) {
        named.iter_mut().for_each(|one| one.read(key.own_meaning(respondent, &one.text), declared));
    }
    let numbers = Numbers::decide(declared.level, &named, &known);
    numbers.tell(&named, &known, columns.name(respondent), place, messages);
    let link = |one: &Named, messages: &mut Diagnostics| {
        let by_id = known.by_id(&one.id).filter(|_| numbers.are_ids() || !known::is_number(&one.text));
        by_id.unwrap_or_else(|| match numbers.refuse(&one.text) {
            true => {
                let message = msg!("intervention-of-unknown-id", respondent = shown(&one.text));
                messages.push(Diagnostic::error(place(one.row), message));
                Whose::Nobody
            }
            false => by_recipient(declared, &naming, (one.row, place(one.row)), &known, messages),
        })
    };
    let links: Vec<Link> = named.iter().map(|one| Link { row: one.row, whose: link(one, messages) }).collect();
    left_out::report(declared, columns, respondent, &links, messages);
    Some(links)
}

/// Whether the labels of a column say whom it names: not those of a question that its name only begins with, where all that
/// stands there are ids.
fn labels_hold((key, column): (&Key, usize), named: &[Named], known: &Known<'_>) -> bool {
    let is_exact = || key.own(column).any(|(_, meaning)| meaning.fit == Fit::Exact);
    known.are_recipients() || is_exact() || named.iter().any(|one| known.by_id(&one.id).is_none())
}

/// The respondent that a row names by its recipient.
fn by_recipient(
    declared: &study::Survey,
    naming: &Naming<'_>,
    (row, place): (usize, Place),
    known: &Known<'_>,
    messages: &mut Diagnostics,
) -> Whose {
    let Some(named) = naming.recipient(row, declared.level, messages) else {
        return Whose::Nobody;
    };
    known.by_recipient(&named).unwrap_or_else(|| {
        let message = msg!("intervention-of-nobody", recipient = &named.name);
        messages.push(Diagnostic::error(place, message));
        Whose::Nobody
    })
}
