//! Codings hang on the texts that they were given to: a sheet with a lock is read for the answers that there are now.
//!
//! A code is never used for a text that it was not given to. It follows its text to another id; where a text was edited, or is
//! one of several with different codes, nothing is coded until a person has decided.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::bound::Bound;
use super::sheet::Sheet;
use crate::codebook::Domain;
use crate::decisions::{Fingerprint, Lock, Standing, compare};
use crate::survey::Unit;

impl Sheet {
    /// Reads the sheet for the units that there are now, by its lock. A domain of which the lock says nothing counts by its
    /// ids, which is told.
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
            // The column is new, or the sheet has another name: nothing holds its codes to what was read, which is told.
            let coded = by_id.values().filter(|unit| self.coded.contains(&*unit.id));
            coded.for_each(|unit| bound.not_locked(unit, domain));
            return by_id.keys().map(|id| (*id, Some(*id))).collect();
        }
        let now: Vec<_> = by_id.par_iter().map(|(id, unit)| (*id, Fingerprint::of(unit, domain))).collect();
        let now = now.into_iter().collect();
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
