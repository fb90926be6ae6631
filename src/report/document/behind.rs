//! The interventions behind the numbers of an item: who looks at a bubble, a bar or a cell can see which ones it counts.
//! Numbers that count respondents have no such list.

use std::collections::BTreeMap;

use super::Sources;
use crate::ledger::InterventionId;
use crate::money::Amount;
use crate::report::data::amounts;
use crate::report::{Column, Item};
use crate::survey::without_contacts;

/// Interventions by the cells that count them.
#[derive(Clone, Debug, Default)]
pub struct Behind {
    /// Every included intervention, once.
    pub interventions: Vec<Listed>,
    /// What is behind the cells; no list is empty.
    pub lists: Vec<List>,
    /// The column of funds; `None` in a study without funds.
    pub funds: Option<Column>,
    /// Positions in `lists`, by the item's id, and row and column of the cell in its table.
    cells: BTreeMap<String, BTreeMap<(usize, usize), usize>>,
}

/// What a cell counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// What the interventions have in common, as `Mål: Ökad jämlikhet`.
    pub name: String,
    /// Positions in [`Behind::interventions`]: those with most funds first.
    pub interventions: Vec<usize>,
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
        for item in items {
            let mut cells = BTreeMap::new();
            for (cell, count) in &item.table.counts {
                let ids = ledger.counted(count.selection).ids;
                let mut listed: Vec<usize> = ids.interventions().filter_map(|id| positions.get(&id).copied()).collect();
                if listed.is_empty() {
                    continue;
                }
                // Equal funds keep the order of the surveys.
                listed.sort_by_key(|position| std::cmp::Reverse(behind.interventions[*position].funds));
                cells.insert(*cell, behind.lists.len());
                behind.lists.push(List { name: count.name.clone(), interventions: listed });
            }
            behind.cells.insert(item.id.clone(), cells);
        }
        behind
    }

    /// The list behind a cell of an item's table.
    pub fn of(&self, item: &str, row: usize, column: usize) -> Option<usize> {
        self.cells.get(item)?.get(&(row, column)).copied()
    }

    /// Lists all interventions that count, and tells where each stands.
    fn list_all(&mut self, sources: &Sources<'_>) -> BTreeMap<InterventionId, usize> {
        let mut positions = BTreeMap::new();
        for (at, intervention) in sources.input.interventions().enumerate().filter(|(_, i)| i.included()) {
            let id = InterventionId::new(at);
            positions.insert(id, self.interventions.len());
            self.interventions.push(Listed {
                id: intervention.id.to_string(),
                title: without_contacts(intervention.title()).into_owned(),
                recipient: intervention.recipient.name.clone(),
                funds: sources.material.ledger.weighted(id),
            });
        }
        positions
    }
}
