//! What there is to tell of a workbook that came back, once for all of a kind.

use std::collections::BTreeMap;

use crate::codebook::Domain;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Spot, shown};
use crate::msg;
use crate::wording::{Arg, first_of};

/// How many ids are named.
const NAMED: usize = 5;

/// What is told.
#[derive(Default)]
pub(super) struct Told {
    /// Rows whose text reads otherwise now, or stands elsewhere.
    pub changed: Listed,
    /// Rows with suggestions, of answers that are to be read without.
    pub suggested: Listed,
    /// Rows of answers that are gone.
    pub gone: Listed,
    /// Answers that have no row.
    pub missing: Listed,
    /// Cells that say what was said before and otherwise since.
    pub older: Listed,
    /// Cells that nobody touched, of codings that were changed elsewhere.
    pub newer: Listed,
    /// Cells that held a coding and are blank now.
    pub blanked: Listed,
    /// Rows without codes that have a memo or a doubt.
    pub untaken: Listed,
    /// Codings whose cells are merged with those below.
    pub merged: Listed,
    /// By codebook, the codings that were carried over from it.
    codebooks: BTreeMap<String, usize>,
    /// By codebook, the codings of which nobody knows what their codes are now, and the first.
    foreign: BTreeMap<String, (usize, Place)>,
}

/// Ids, with the place of the first.
#[derive(Default)]
pub(super) struct Listed {
    ids: Vec<String>,
    place: Place,
}

impl Listed {
    pub fn add(&mut self, id: &str, place: Place) {
        if self.ids.is_empty() {
            self.place = place;
        }
        self.ids.push(shown(id));
    }

    pub fn add_of(&mut self, id: &str, domain: Domain, place: Place) {
        self.add(id, place);
        self.ids.last_mut().into_iter().for_each(|last| *last = format!("{last} ({domain})"));
    }

    fn told(&self, whole: &Place) -> Option<(usize, Arg, Place)> {
        let place = if self.place.spot == Spot::Whole { whole } else { &self.place };
        let names = || first_of(self.ids.iter().map(String::as_str), NAMED, ", ");
        (!self.ids.is_empty()).then(|| (self.ids.len(), names(), place.clone()))
    }
}

impl Told {
    pub fn carried(&mut self, codebook: String) {
        *self.codebooks.entry(codebook).or_default() += 1;
    }

    pub fn foreign(&mut self, codebook: String, place: Place) {
        self.foreign.entry(codebook).or_insert((0, place)).0 += 1;
    }

    /// Reports all; `whole` is the sheet as a whole.
    pub fn report(&self, whole: &Place, messages: &mut Diagnostics) {
        for (codebook, (count, place)) in &self.foreign {
            let message = msg!("sheet-of-other-codebook", count = *count, codebook = shown(codebook));
            messages.push(Diagnostic::error(place.clone(), message));
        }
        if let Some((count, names, place)) = self.untaken.told(whole) {
            messages.push(Diagnostic::warning(place, msg!("sheet-remark-without-codes", count, names)));
        }
        if let Some((count, names, place)) = self.merged.told(whole) {
            messages.push(Diagnostic::notice(place, msg!("sheet-codes-merged", count, names)));
        }
        if let Some((count, names, place)) = self.changed.told(whole) {
            messages.push(Diagnostic::warning(place, msg!("sheet-text-changed", count, names)));
        }
        if let Some((count, names, place)) = self.suggested.told(whole) {
            messages.push(Diagnostic::warning(place, msg!("sheet-suggested-though-plain", count, names)));
        }
        if let Some((count, names, place)) = self.gone.told(whole) {
            messages.push(Diagnostic::warning(place, msg!("sheet-unit-gone", count, names)));
        }
        if let Some((count, names, place)) = self.older.told(whole) {
            messages.push(Diagnostic::warning(place, msg!("sheet-coding-older", count, names)));
        }
        if let Some((count, names, place)) = self.newer.told(whole) {
            messages.push(Diagnostic::notice(place, msg!("sheet-coding-newer", count, names)));
        }
        if let Some((count, names, place)) = self.blanked.told(whole) {
            messages.push(Diagnostic::warning(place, msg!("sheet-coding-blanked", count, names)));
        }
        if let Some((count, names, place)) = self.missing.told(whole) {
            messages.push(Diagnostic::notice(place, msg!("sheet-rows-missing", count, names)));
        }
        for (codebook, count) in &self.codebooks {
            let message = msg!("sheet-codes-carried", count = *count, codebook = shown(codebook));
            messages.push(Diagnostic::notice(whole.clone(), message));
        }
    }
}
