//! Answers that wait for a decision, with what they say: for a person at a terminal, and for no file.

use super::status::{Coded, Status};
use crate::codebook::Domain;
use crate::decisions::{Change, Wording, apart};
use crate::money::Amount;
use crate::survey::Unit;

/// An answer that was edited, or that reads as several that were coded differently.
#[derive(Debug)]
pub struct Reworded {
    /// Its id.
    pub id: String,
    /// The domain.
    pub domain: Domain,
    /// What became of it.
    pub change: Change,
    /// Its funds.
    pub funds: Option<Amount>,
    /// How it read, from a little before it differs; `None` where that is not kept, or it is the same.
    pub old: Option<String>,
    /// How it reads now, from there.
    pub new: String,
}

impl Coded<'_> {
    /// The first of a status that wait for a decision, most funds first.
    pub fn reworded(&self, status: &Status, most: usize) -> Vec<Reworded> {
        let changes = Change::ALL.into_iter().filter(|change| change.waits());
        let change = |word: &str| changes.clone().find(|change| change.word() == word);
        let waiting =
            status.to_code.iter().filter_map(|own| Some((own, change(own.change)?, self.book.domain(own.domain)?)));
        let reworded = waiting.take(most).filter_map(|(own, change, domain)| {
            let unit = self.input.units().find(|unit| *unit.id == own.id && unit.kind == domain.unit())?;
            let now = Wording::of(unit, domain).text();
            let (old, new) = match self.old_wording(unit, domain) {
                Some(old) => {
                    let [old, new] = apart(&old, &now);
                    (Some(old), new)
                }
                None => (None, now),
            };
            Some(Reworded { id: own.id.clone(), domain, change, funds: own.funds, old, new })
        });
        reworded.collect()
    }

    /// How an edited answer read when it was coded, where that is kept: as the final sheet has it, else as a coder's.
    fn old_wording(&self, unit: &Unit, domain: Domain) -> Option<String> {
        let of = |sheets: &super::Sheets| sheets.of_kind(unit.kind)?.bound.as_ref()?.given_to(&unit.id, domain);
        let given_to = of(&self.codings.finals).or_else(|| self.codings.coders.values().find_map(of))?;
        self.codings.texts.as_read(given_to)
    }
}
