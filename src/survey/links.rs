//! Rows of interventions, each with the respondent that it is linked to: by the row itself where every row of an export is an
//! intervention, or by a column that names the respondent in a table beside.

use std::collections::BTreeMap;

use super::columns::{Columns, is_total};
use super::joined;
use super::requisitions::recipient;
use super::respondent::{Link, Respondent, Whose};
use super::stray_rows::{Stray, Strays};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::msg;
use crate::read::tidy;
use crate::register::Recipient;
use crate::study;

/// The respondents by what a table of interventions may name them by; the first of several of one name.
struct Known<'r> {
    by_id: BTreeMap<&'r str, usize>,
    by_recipient: BTreeMap<&'r Recipient, usize>,
}

impl<'r> Known<'r> {
    fn new(respondents: &'r [Respondent]) -> Self {
        let last_first = || respondents.iter().enumerate().rev();
        Self {
            by_id: last_first().map(|(at, r)| (&*r.id, at)).collect(),
            by_recipient: last_first().map(|(at, r)| (&r.recipient, at)).collect(),
        }
    }
}

/// The links of a table of interventions beside that of the respondents; `None` where its columns are not there, which is
/// reported.
pub(super) fn read(
    declared: &study::Survey,
    columns: &Columns<'_>,
    respondents: &[Respondent],
    messages: &mut Diagnostics,
) -> Option<Vec<Link>> {
    let fields = &declared.fields;
    // Where it is missing, that is told with the other columns of interventions.
    let id = columns.column(fields.id.as_ref()?, &mut Diagnostics::new());
    let respondent = columns.column(fields.respondent.as_ref()?, messages);
    let (id, respondent) = (id?, respondent?);
    let rest = joined::rest(columns, &fields.respondent_rest, messages)?;
    let known = Known::new(respondents);
    let (mut links, mut strays) = (Vec::new(), Strays::default());
    let labels = [id, respondent];
    for row in columns.rows().filter(|row| !is_total(columns.grid, *row, &labels, &declared.respondent.totals)) {
        let first = declared.own_id(tidy(columns.grid.cell(row, respondent)));
        let is_known = known.by_id.contains_key(first.as_str());
        if !is_known && let Some(stray) = Stray::of(columns, row, &labels, declared.level) {
            strays.add(stray);
            continue;
        }
        let written = declared.own_id(joined::read(columns, row, respondent, &rest, messages));
        let is_aside = declared.respondent.set_aside.iter().any(|(id, _)| *id == written);
        let whose = match known.by_id.get(written.as_str()) {
            _ if is_aside => Whose::SetAside(written),
            Some(at) => Whose::Respondent(*at),
            None => by_recipient(declared, columns, (row, respondent), &known, messages),
        };
        links.push(Link { row, whose });
    }
    strays.report(messages);
    Some(links)
}

/// The respondent that a row names by its recipient.
fn by_recipient(
    declared: &study::Survey,
    columns: &Columns<'_>,
    (row, column): (usize, usize),
    known: &Known<'_>,
    messages: &mut Diagnostics,
) -> Whose {
    let Some(named) = recipient(columns.grid, row, declared.level, None, Some(column), messages) else {
        return Whose::Nobody;
    };
    if let Some(at) = known.by_recipient.get(&named) {
        return Whose::Respondent(*at);
    }
    let message = msg!("intervention-of-nobody", recipient = &named.name);
    messages.push(Diagnostic::error(columns.grid.place(row, column), message));
    Whose::Nobody
}
