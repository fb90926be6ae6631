//! Codings hang on the texts that they were given to: a sheet with a lock is read for the answers that there are now, and what
//! people have decided since lies over it.
//!
//! A code is never used for a text that it was not given to. It follows its text to another id; where a text was edited, or is
//! one of several with different codes, nothing is coded until a person has decided.

mod held;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::bound::Bound;
use super::decided::Decided;
use super::sheet::Sheet;
use crate::codebook::Domain;
use crate::decisions::{Fingerprint, Lock, Read, Standing, compare};
use crate::survey::Unit;
use held::{Held, Source};

/// For every unit, by its id, the coding that is its own in a domain, if there is one.
type Sources<'a> = Vec<(&'a str, Option<Source<'a>>)>;

impl Sheet {
    /// Reads the sheet for the units that there are now, by its lock and by what was decided. A domain of which the lock says
    /// nothing counts by its ids, which is told where there is a lock.
    pub(super) fn bind(&mut self, lock: Option<&Lock>, decided: &Decided, units: &[&Unit]) -> Bound {
        let mut bound = Bound::default();
        let domains: BTreeSet<Domain> = self.columns.keys().copied().chain(decided.domains(self.unit)).collect();
        let by_id: BTreeMap<&str, &Unit> = units.iter().map(|unit| (&*unit.id, *unit)).collect();
        let sources =
            domains.into_iter().map(|domain| (domain, self.sources(lock, decided, domain, &by_id, &mut bound)));
        let sources: Vec<(Domain, Sources<'_>)> = sources.collect();
        // Most rows keep their codes; only the others are written anew.
        let stays = |id: &str, source: &Option<Source<'_>>| {
            matches!(source, Some(Source::Row(own)) if *own == id) && self.coded.contains(id)
        };
        let all = sources.iter().flat_map(|(_, sources)| sources);
        let anew: BTreeSet<&str> = all.filter(|(id, source)| !stays(id, source)).map(|(id, _)| *id).collect();
        let new = self.rebound(&sources, &anew, &by_id, &mut bound);
        let gone = self.coded.iter().filter(|id| !by_id.contains_key(id.as_str())).cloned();
        let left: BTreeSet<String> = anew.iter().map(|id| (*id).to_owned()).chain(gone).collect();
        if !left.is_empty() {
            self.codes.retain(|(id, _), _| !left.contains(id));
            self.undecided.retain(|(id, _)| !left.contains(id));
            self.coded.retain(|id| !left.contains(id));
        }
        self.codes.extend(new.codes);
        self.undecided.extend(new.undecided);
        self.coded.extend(new.coded);
        (self.by_decision, self.unsettled, self.without_row) = (new.by_decision, new.unsettled, new.without_row);
        self.used.extend(self.by_decision.keys().map(|(_, domain)| *domain));
        bound
    }

    /// The codings of some units, by where their codes come from.
    fn rebound(
        &self,
        sources: &[(Domain, Sources<'_>)],
        units: &BTreeSet<&str>,
        by_id: &BTreeMap<&str, &Unit>,
        bound: &mut Bound,
    ) -> Self {
        let (mut new, mut decided_of) = (Self::default(), BTreeSet::new());
        let all =
            sources.iter().flat_map(|(domain, sources)| sources.iter().map(|(id, source)| (*domain, *id, *source)));
        for (domain, id, source) in all.filter(|(_, id, _)| units.contains(id)) {
            let key = (id.to_owned(), domain);
            if !matches!(source, Some(Source::Row(from)) if from == id) {
                let cell = self.cell(id, domain).map(<[String]>::to_vec);
                cell.into_iter().for_each(|cell| bound.keep_cell(&key, cell));
            }
            match source {
                Some(Source::Row(from)) if self.coded.contains(from) => {
                    new.coded.insert(id.to_owned());
                    let own = (from.to_owned(), domain);
                    if self.undecided.contains(&own) {
                        new.undecided.insert(key.clone());
                    }
                    new.codes.extend(self.codes.get(&own).map(|codes| (key, codes.clone())));
                }
                Some(Source::Decided(entry)) => {
                    decided_of.insert(id);
                    // Under the id that was decided, or the one where its text stands now.
                    let says = |id: &str| self.cell(id, domain).is_some() || self.is_marked(id, domain);
                    if entry.knew_a_cell() && !says(&entry.unit) && !says(id) {
                        bound.emptied(by_id[id], domain);
                    }
                    let line = entry.by.last().map(|by| by.line);
                    new.by_decision.extend(line.map(|line| (key.clone(), line)));
                    new.codes.extend(entry.codes.clone().filter(|codes| !codes.is_empty()).map(|codes| (key, codes)));
                }
                Some(Source::Open(entry)) => {
                    let cell = entry.codes.as_ref().and_then(|_| self.cell(&entry.unit, domain));
                    let cell = cell.map(|codes| (self.cell_place(&entry.unit, domain), codes));
                    bound.differs(by_id[id], domain, entry, cell);
                    new.undecided.insert(key.clone());
                    new.unsettled.insert(key);
                }
                Some(Source::Row(_)) | None => {
                    new.undecided.insert(key);
                }
            }
        }
        let decided_of = decided_of.into_iter().map(str::to_owned);
        new.without_row = decided_of.filter(|id| !new.coded.contains(id)).collect();
        new.coded.extend(new.without_row.iter().cloned());
        new
    }

    /// Tells of rows that were locked and are gone, though the answers are there.
    fn report_rowless(&self, locked: &Read<'_>, domain: Domain, by_id: &BTreeMap<&str, &Unit>, bound: &mut Bound) {
        // Both are in the order of ids.
        let mut rows = self.coded.iter().map(String::as_str).peekable();
        let gone = locked.keys().copied().filter(|id| {
            while rows.next_if(|row| row < id).is_some() {}
            rows.peek() != Some(id)
        });
        gone.filter_map(|id| by_id.get(id)).for_each(|unit| bound.rowless(unit, domain));
    }

    /// For every unit the coding that is its own in a domain, if there is one.
    fn sources<'a>(
        &'a self,
        lock: Option<&'a Lock>,
        decided: &'a Decided,
        domain: Domain,
        by_id: &BTreeMap<&'a str, &'a Unit>,
        bound: &mut Bound,
    ) -> Sources<'a> {
        let locked = lock.map(|lock| lock.read(self.sheet_name(), domain)).unwrap_or_default();
        let has_column = self.columns.contains_key(&domain);
        if locked.is_empty() && decided.of(domain).next().is_none() {
            // The column is new, or the sheet has another name: nothing holds its codes to what was read, which is told.
            let coded = by_id.values().filter(|unit| lock.is_some() && self.coded.contains(&*unit.id));
            coded.for_each(|unit| bound.not_locked(unit, domain));
            return by_id.keys().map(|id| (*id, Some(Source::Row(id)))).collect();
        }
        let now: Vec<_> = by_id.par_iter().map(|(id, unit)| (*id, Fingerprint::of(unit, domain))).collect();
        let now = now.into_iter().collect();
        self.report_rowless(&locked, domain, by_id, bound);
        let mut held = Held::new(self, &locked, decided, domain, &now);
        let compared = compare(&held.read, &now, |one, other| held.is_same(one, other));
        let mut sources = Vec::with_capacity(now.len());
        for ((id, standing), (unit, now)) in compared.now.into_iter().zip(by_id.values().zip(now.values().copied())) {
            let was_coded = standing == Standing::Same || held.read.contains_key(id);
            let has_row = has_column && !was_coded && self.coded.contains(id);
            if lock.is_none() && has_row {
                // Without a lock a row counts by its id.
                sources.push((id, Some(Source::Row(id))));
                continue;
            }
            let (standing, former) = held.resettled(standing, now);
            let coded = if standing == Standing::Edited { held.read.get(id).copied().flatten() } else { None };
            bound.add(unit, domain, &standing, coded, has_row);
            bound.keep_given(id, domain, || held.given(id, &standing, now));
            let from = former.or_else(|| match standing {
                Standing::Same => {
                    let source = held.source(id);
                    if let Some(open @ Source::Open(_)) = source {
                        bound.keep_given(id, domain, || held.given_by(open, now));
                    }
                    source
                }
                Standing::Moved { from } => held.source(from),
                // Somebody has coded it since the sheet was locked.
                Standing::New | Standing::Doubled { .. } if has_row => Some(Source::Row(id)),
                Standing::New | Standing::Doubled { .. } | Standing::Edited | Standing::Unclear { .. } => None,
            });
            sources.push((id, from));
        }
        let gone: Vec<&str> = compared.withdrawn.iter().copied().filter(|id| !held.has_moved(id)).collect();
        bound.withdrawn_in(domain, &gone);
        sources
    }
}
