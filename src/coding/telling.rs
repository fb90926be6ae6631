//! Words that messages about codings have in common.

use std::cmp::Reverse;
use std::ops::Add;

use crate::diagnostic::shown;
use crate::money::Amount;
use crate::msg;
use crate::survey::Unit;
use crate::wording::{Arg, Text, around, joined};

/// How many ids a message names.
const NAMED: usize = 5;

/// Interventions that a message is about.
#[derive(Clone, Debug, Default)]
pub(super) struct Listed(Vec<(Option<Amount>, String)>);

impl Listed {
    /// Adds one that is not known by more than its id.
    pub(super) fn add_id(&mut self, id: &str) {
        self.0.push((None, shown(id)));
    }

    /// The same; `of` says what is meant of it.
    pub(super) fn add_id_of(&mut self, id: &str, of: &str) {
        self.0.push((None, format!("{} ({of})", shown(id))));
    }

    /// Adds one; `of` says what is meant of it.
    pub(super) fn add(&mut self, unit: &Unit, of: Option<&str>) {
        let of = of.map(|of| format!(" ({of})")).unwrap_or_default();
        self.0.push((unit.funds, shown(&unit.id) + &of));
    }

    /// Leaves out some by their names.
    pub(super) fn leave_out(&mut self, names: &std::collections::BTreeSet<String>) {
        self.keep(|name| !names.contains(name));
    }

    /// Keeps some by their names.
    pub(super) fn keep(&mut self, kept: impl Fn(&str) -> bool) {
        self.0.retain(|(_, name)| kept(name));
    }

    /// The ids as messages show them.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(_, name)| name.split(" (").next().unwrap_or_default().trim_matches('"'))
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// What they reported, if anything; an intervention that stands there for several domains counts once.
    pub(super) fn funds(&self) -> Option<Amount> {
        let mut once: Vec<_> = self.0.iter().map(|(funds, name)| (name.split(" (").next(), *funds)).collect();
        once.sort_unstable();
        once.dedup();
        once.into_iter().filter_map(|(_, funds)| funds).reduce(Amount::add)
    }

    /// Those with the most funds by name, and how many others there are.
    pub(super) fn names(&self) -> Arg {
        let mut ordered: Vec<_> = self.0.iter().collect();
        ordered.sort_by_key(|(funds, name)| (Reverse(*funds), name));
        let names = joined(ordered.iter().take(NAMED).map(|(_, name)| name), ", ");
        match self.count().saturating_sub(NAMED) {
            0 => names,
            more => msg!("names-and-more", names, more).into(),
        }
    }

    /// How many there are, what they reported, and the first of them.
    pub(super) fn told(&self) -> (usize, Arg, Arg) {
        (self.count(), self.reported(), self.names())
    }

    /// What they reported, behind a comma.
    pub(super) fn reported(&self) -> Arg {
        around(", ", self.funds().map(|funds| msg!("funds-reported", funds)), "")
    }

    /// That they have funds, behind their number.
    pub(super) fn with_funds(&self) -> Arg {
        around(" ", self.funds().map(|funds| msg!("with-funds", funds)), "")
    }
}

/// A coefficient with two decimals.
pub(super) fn coefficient(number: f64) -> Text {
    let english = format!("{number:.2}");
    Text { sv: english.replace('.', ","), en: Some(english) }
}
