//! Codings hang on the texts that they were given to: a sheet with a lock is read for the answers that there are now.
//!
//! A code is never used for a text that it was not given to. It follows its text to another id; where a text was edited, or is
//! one of several with different codes, nothing is coded until a person has decided.

use std::collections::{BTreeMap, BTreeSet};

use super::Sheet;
use super::telling::Listed;
use crate::codebook::Domain;
use crate::decisions::{Fingerprint, Lock, Standing, compare};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;
use crate::survey::{Unit, without_contacts};

/// What became of the codings of a sheet since it was locked.
#[derive(Clone, Debug, Default)]
pub struct Bound {
    moved: Listed,
    edited: Listed,
    /// The place and the new text of the first that was edited.
    first_edited: Option<(Place, String)>,
    unclear: Listed,
    doubled: Listed,
    unlocked: Listed,
    withdrawn: Listed,
}

/// A text as it now reads in a domain, from its beginning.
const SHOWN: usize = 60;

impl Sheet {
    /// Reads the sheet for the units that there are now, by its lock. A domain of which the lock says nothing counts by its ids.
    pub(super) fn bind(&mut self, lock: &Lock, units: &[&Unit]) -> Bound {
        let mut bound = Bound::default();
        let domains: Vec<Domain> = self.columns.keys().copied().collect();
        let by_id: BTreeMap<&str, &Unit> = units.iter().map(|unit| (&*unit.id, *unit)).collect();
        let (mut codes, mut undecided, mut coded) = (BTreeMap::new(), BTreeSet::new(), BTreeSet::new());
        for domain in domains {
            let from = self.sources(lock, domain, &by_id, &mut bound);
            for (id, from) in from {
                let key = (id.to_owned(), domain);
                let Some(from) = from.filter(|from| self.coded.contains(*from)) else {
                    undecided.insert(key);
                    continue;
                };
                coded.insert(id.to_owned());
                if self.undecided.contains(&(from.to_owned(), domain)) {
                    undecided.insert(key.clone());
                }
                codes.extend(self.codes.get(&(from.to_owned(), domain)).map(|own| (key, own.clone())));
            }
        }
        coded.extend(self.coded.iter().filter(|id| by_id.contains_key(id.as_str())).cloned());
        (self.codes, self.undecided, self.coded) = (codes, undecided, coded);
        bound
    }

    /// For every unit the row whose codes are its own in a domain, if there is one.
    fn sources<'a>(
        &self,
        lock: &'a Lock,
        domain: Domain,
        by_id: &BTreeMap<&'a str, &'a Unit>,
        bound: &mut Bound,
    ) -> BTreeMap<&'a str, Option<&'a str>> {
        let locked = lock.read(self.sheet_name(), domain);
        if locked.is_empty() {
            return by_id.keys().map(|id| (*id, Some(*id))).collect();
        }
        let now = by_id.iter().map(|(id, unit)| (*id, Fingerprint::of(unit, domain))).collect();
        let key = |id: &str| (id.to_owned(), domain);
        let same = |a: &str, b: &str| {
            self.codes.get(&key(a)) == self.codes.get(&key(b))
                && self.undecided.contains(&key(a)) == self.undecided.contains(&key(b))
        };
        let compared = compare(&locked, &now, same);
        bound.withdrawn_in(domain, &compared.withdrawn);
        let mut sources = BTreeMap::new();
        for (id, standing) in compared.now {
            let has_row = !locked.contains_key(id) && self.coded.contains(id);
            bound.add(by_id[id], domain, &standing, has_row);
            let from = match standing {
                Standing::Same => Some(id),
                Standing::Moved { from } => Some(from),
                // Somebody has coded it since the sheet was locked.
                Standing::New | Standing::Doubled { .. } if has_row => Some(id),
                Standing::New | Standing::Doubled { .. } | Standing::Edited | Standing::Unclear { .. } => None,
            };
            sources.insert(id, from);
        }
        sources
    }
}

impl Bound {
    fn add(&mut self, unit: &Unit, domain: Domain, standing: &Standing<'_>, has_row: bool) {
        let word = Some(domain.word());
        match standing {
            Standing::Same => {}
            Standing::Moved { from } => self.moved.add(unit, Some(&format!("{domain}, {from}"))),
            Standing::Edited => {
                self.edited.add(unit, word);
                let text = || super::rules::text(unit, domain).chars().take(SHOWN).collect::<String>();
                self.first_edited.get_or_insert_with(|| (unit.place.clone(), without_contacts(&text()).into_owned()));
            }
            Standing::New | Standing::Doubled { .. } if has_row => self.unlocked.add(unit, word),
            Standing::New => {}
            Standing::Doubled { of } => self.doubled.add(unit, Some(&format!("{domain}, {of}"))),
            Standing::Unclear { .. } => self.unclear.add(unit, word),
        }
    }

    fn withdrawn_in(&mut self, domain: Domain, ids: &[&str]) {
        ids.iter().for_each(|id| self.withdrawn.add_id_of(id, domain.word()));
    }

    /// How many codings wait for a decision, but for those of `again`, which have it.
    pub fn waiting(&self, again: &BTreeSet<&str>) -> usize {
        let waits = |listed: &Listed| listed.ids().filter(|id| !again.contains(id)).count();
        waits(&self.edited) + waits(&self.unclear)
    }

    /// Tells of all of them, once each; `place` is the sheet as a whole.
    pub(super) fn report(&self, place: &Place, messages: &mut Diagnostics) {
        if let Some((cell, text)) = &self.first_edited {
            let (count, funds, names) = self.edited.told();
            let message = msg!("coded-texts-edited", count, funds, names, file = &*place.file, text = shown(text));
            messages.push(Diagnostic::error(cell.clone(), message));
        }
        if self.unclear.count() > 0 {
            let (count, funds, names) = self.unclear.told();
            messages.push(Diagnostic::error(place.clone(), msg!("coded-texts-unclear", count, funds, names)));
        }
        if self.moved.count() > 0 {
            let (count, funds, names) = self.moved.told();
            messages.push(Diagnostic::notice(place.clone(), msg!("coded-texts-moved", count, funds, names)));
        }
        if self.doubled.count() > 0 {
            let (count, funds, names) = self.doubled.told();
            messages.push(Diagnostic::warning(place.clone(), msg!("coded-texts-doubled", count, funds, names)));
        }
        if self.unlocked.count() > 0 {
            let (count, funds, names) = self.unlocked.told();
            messages.push(Diagnostic::notice(place.clone(), msg!("codings-not-locked", count, funds, names)));
        }
        if self.withdrawn.count() > 0 {
            let (count, names) = (self.withdrawn.count(), self.withdrawn.names());
            messages.push(Diagnostic::notice(place.clone(), msg!("coded-texts-withdrawn", count, names)));
        }
    }
}
