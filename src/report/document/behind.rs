//! The interventions behind the numbers of an item: who looks at a bubble, a bar or a cell can see which ones it counts.
//! Numbers that count respondents have no such list.

use std::collections::BTreeMap;

use super::{MOST_ROWS, Sources};
use crate::coding::blind::Blind;
use crate::ledger::{InterventionId, Selection};
use crate::money::Amount;
use crate::msg;
use crate::report::data::amounts;
use crate::report::{Column, Item};
use crate::survey::{Intervention, without_contacts};

/// Interventions by the cells that count them.
#[derive(Clone, Debug, Default)]
pub struct Behind {
    /// Every intervention that a list has, once, those with most funds first.
    pub interventions: Vec<Listed>,
    /// What is behind the cells; no list is empty.
    pub lists: Vec<List>,
    /// The column of funds; `None` in a study without funds.
    pub funds: Option<Column>,
    /// Positions in `lists`, by the item's id, and row and column of the cell in its table.
    cells: BTreeMap<String, BTreeMap<(usize, usize), usize>>,
}

/// What a cell counts. What is read blind is counted and not listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// What the interventions have in common, as `Mål: Ökad jämlikhet`.
    pub name: String,
    /// Rising positions in [`Behind::interventions`], at most [`MOST_ROWS`].
    pub interventions: Vec<usize>,
    /// How many the cell counts.
    pub count: usize,
    /// Their funds; 0 in a study without funds.
    pub total: Amount,
}

/// An intervention as a reader may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: String,
    /// Its title; empty where it has none.
    pub title: String,
    /// The recipient's name.
    pub recipient: String,
    /// Its funds as they count; `None` in a study without funds.
    pub funds: Option<Amount>,
}

impl Behind {
    /// The lists behind the cells of items.
    pub(super) fn new(sources: &Sources<'_>, items: &[Item]) -> Self {
        let language = sources.material.language;
        let funds = sources.study.money.map(|money| amounts(money, language, money.counted()));
        let mut behind = Self { funds, ..Self::default() };
        let positions = behind.list_all(sources);
        let ledger = sources.material.ledger;
        let all: Vec<&Intervention> = sources.input.interventions().collect();
        let blind = Blind::unread(sources.material.book, sources.input, sources.codings);
        let is_kept = |id: InterventionId, selection: Selection| {
            let hides = |domain| all.get(id.at()).is_some_and(|own| blind.hides(sources.codings, own, domain));
            selection.domains().into_iter().any(hides)
        };
        for item in items {
            let mut cells = BTreeMap::new();
            for (cell, count) in &item.table.counts {
                let counted = ledger.counted(count.selection);
                let (ids, is_estimated) = (counted.ids, counted.estimated.is_some());
                let counted: Vec<InterventionId> =
                    ids.interventions().filter(|id| positions.contains_key(id)).collect();
                let of_position = |position: usize| behind.interventions[position].funds;
                let total = counted.iter().filter_map(|id| of_position(*positions.get(id)?)).sum();
                let open = counted.iter().filter(|id| !is_kept(**id, count.selection));
                let mut listed: Vec<usize> = open.filter_map(|id| positions.get(id).copied()).collect();
                if listed.is_empty() {
                    continue;
                }
                let (all, kept) = (counted.len(), counted.len() - listed.len());
                listed.sort_unstable();
                let name = count.name.clone();
                let as_coded = || msg!("list-as-coded", name = &name).text(language);
                let name = if is_estimated { as_coded() } else { name };
                let name = if kept > 0 { msg!("list-but-blind", name, kept).text(language) } else { name };
                listed.truncate(MOST_ROWS);
                cells.insert(*cell, behind.lists.len());
                behind.lists.push(List { name, interventions: listed, count: all, total });
            }
            behind.cells.insert(item.id.clone(), cells);
        }
        behind.drop_unlisted();
        behind
    }

    /// Lets go of the interventions that no list has.
    fn drop_unlisted(&mut self) {
        let mut now = vec![None; self.interventions.len()];
        self.lists.iter().flat_map(|list| &list.interventions).for_each(|position| now[*position] = Some(0));
        now.iter_mut().flatten().enumerate().for_each(|(at, position)| *position = at);
        let all = std::mem::take(&mut self.interventions).into_iter().zip(&now);
        self.interventions = all.filter_map(|(intervention, now)| now.map(|_| intervention)).collect();
        for position in self.lists.iter_mut().flat_map(|list| &mut list.interventions) {
            *position = now[*position].unwrap_or_default();
        }
    }

    /// The list behind a cell of an item's table.
    pub fn of(&self, item: &str, row: usize, column: usize) -> Option<usize> {
        self.cells.get(item)?.get(&(row, column)).copied()
    }

    /// Lists all interventions that count, those with most funds first, and tells where each stands.
    fn list_all(&mut self, sources: &Sources<'_>) -> BTreeMap<InterventionId, usize> {
        let counting = sources.input.interventions().enumerate().filter(|(_, i)| i.included());
        let listed = |(at, intervention): (usize, &Intervention)| {
            let id = InterventionId::new(at);
            let listed = Listed {
                id: intervention.id.to_string(),
                title: without_contacts(intervention.title()).into_owned(),
                recipient: intervention.recipient.name.clone(),
                funds: sources.material.ledger.weighted(id),
            };
            (id, listed)
        };
        let mut all: Vec<(InterventionId, Listed)> = counting.map(listed).collect();
        // Equal funds keep the order of the surveys.
        all.sort_by_key(|(_, listed)| std::cmp::Reverse(listed.funds));
        let (ids, listed): (Vec<_>, Vec<_>) = all.into_iter().unzip();
        self.interventions = listed;
        ids.into_iter().enumerate().map(|(at, id)| (id, at)).collect()
    }
}
