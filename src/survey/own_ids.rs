//! The ids of interventions that have a row each: a column's, or their respondent's with a number.

use std::sync::Arc;

use hashbrown::HashMap;

use super::columns::Columns;
use super::intervention::Intervention;
use super::joined;
use super::respondent::{Link, Respondent, Whose};
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::msg;
use crate::study;

/// So many rows are looked at a time, side by side with others.
const SHARE: usize = 4_096;

/// Gives the rows of a table their ids, and tells of those that stand twice.
pub(super) struct OwnIds<'a> {
    declared: &'a study::Survey,
    columns: &'a Columns<'a>,
    /// The column of ids, with the further ones that they are made of.
    column: Option<(usize, Vec<usize>)>,
    /// The row of each.
    seen: HashMap<Arc<str>, usize>,
    /// By respondent, how many of its rows were met.
    met: HashMap<String, u32>,
}

impl<'a> OwnIds<'a> {
    /// Finds the column of ids, where one is declared; `None` where it is not there, which is reported.
    pub(super) fn find(
        declared: &'a study::Survey,
        columns: &'a Columns<'a>,
        messages: &mut Diagnostics,
    ) -> Option<Self> {
        let fields = &declared.fields;
        let column = match &fields.id {
            Some(id) => Some((columns.column(id, messages)?, joined::rest(columns, &fields.id_rest, messages)?)),
            None => None,
        };
        Some(Self { declared, columns, column, seen: HashMap::new(), met: HashMap::new() })
    }

    /// The ids of the rows of a table; empty where one has none.
    pub(super) fn of(
        &mut self,
        links: &[Link],
        respondents: &[Respondent],
        messages: &mut Diagnostics,
    ) -> Vec<Arc<str>> {
        self.seen.reserve(links.len());
        let Some((column, rest)) = &self.column else {
            return links.iter().map(|link| self.numbered(link, respondents)).collect();
        };
        messages.side_by_side(links, SHARE, |link, own| {
            self.declared.own_id(joined::read(self.columns, link.row, *column, rest, own)).into()
        })
    }

    /// The id of a row by its respondent's and a number.
    fn numbered(&mut self, link: &Link, respondents: &[Respondent]) -> Arc<str> {
        let respondent = match &link.whose {
            Whose::Respondent(at) => respondents.get(*at).map(|respondent| &*respondent.id),
            Whose::SetAside(respondent) | Whose::LeftOut(respondent) => Some(respondent.as_str()),
            Whose::Nobody => None,
        };
        let Some(respondent) = respondent else { return Arc::default() };
        let met = self.met.entry(respondent.to_owned()).or_default();
        *met += 1;
        format!("{respondent}-{met}").into()
    }

    /// The number of the row last met of a respondent, by which its interventions are ordered; 0 where they have own ids.
    pub(super) fn number(&self, respondent: &Respondent) -> u32 {
        self.met.get(&*respondent.id).copied().unwrap_or_default()
    }

    /// Reports an id that is missing or stands twice.
    pub(super) fn check(&mut self, row: usize, id: &Arc<str>, messages: &mut Diagnostics) {
        let Some((column, _)) = self.column else { return };
        let place = |row| self.columns.grid.place(row, column);
        if id.is_empty() {
            messages.push(Diagnostic::error(place(row), msg!("intervention-without-id")));
        } else if let Some(other) = self.seen.insert(Arc::clone(id), row) {
            let message = msg!("intervention-twice", intervention = shown(id), other = place(other));
            messages.push(Diagnostic::error(place(row), message));
        }
    }

    /// Tells that ids are counted, for codes and corrections name an intervention by its id.
    pub(super) fn report(&self, interventions: &[Intervention], messages: &mut Diagnostics) {
        let Some(first) = interventions.first().filter(|_| self.column.is_none()) else { return };
        let message = msg!("interventions-numbered", first = &first.id);
        messages.push(Diagnostic::notice(self.columns.grid.whole(), message));
    }
}
