//! What has become of what was drawn: what people gave, what waits for them, what is new, edited and gone.
//!
//! A row of the frame counts for as long as its intervention counts, stands in its area, and reads as it did. What reads otherwise, and
//! what is new, waits for another draw; what is gone leaves frame and sample.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hashbrown::{HashMap, HashSet};
use rayon::prelude::*;
use serde::Serialize;

use super::draws::{Audit, FrozenRow};
use super::frame::{Frame, Row, Stratum};
use crate::codebook::{Code, Codebook, Domain};
use crate::coding::Codings;
use crate::coding::status::Count;
use crate::decisions::Fingerprint;
use crate::decisions::log::Assignments;
use crate::ledger::{AreaId, CodeId, InterventionId};
use crate::survey::{Input, Unit};
use crate::weighting::Weighting;

/// An audit beside a study as it is now.
pub struct Joined<'a> {
    audit: &'a Audit,
    codings: &'a Codings,
    weighting: &'a Weighting,
    /// By domain, the rows that count, in the order of the study.
    pub(super) rows: BTreeMap<Domain, Vec<JoinedRow<'a>>>,
    /// By stratum, the places that are left of it, ascending.
    left: Vec<Vec<usize>>,
    /// The areas, in the order of the study.
    areas: Vec<&'a str>,
    /// What is in no draw.
    new: Vec<(&'a Unit, Domain)>,
    /// What was frozen and reads otherwise now, and nobody has coded.
    edited: Vec<(&'a Unit, Domain)>,
    /// What was frozen and is gone.
    gone: Vec<(&'a str, Domain)>,
}

/// A row that counts.
pub(super) struct JoinedRow<'a> {
    pub(super) frozen: &'a FrozenRow,
    pub(super) unit: &'a Unit,
    at: InterventionId,
    pub(super) is_sampled: bool,
    pub(super) people: Option<&'a [String]>,
}

/// What a row has become.
enum Fate<'a> {
    Stays(JoinedRow<'a>),
    Edited,
    New,
    /// Coded by people, or blank: of no concern to an audit.
    Known,
}

impl Audit {
    /// Holds an audit against a study as it is now.
    pub fn join<'a>(&'a self, input: &'a Input, codings: &'a Codings, weighting: &'a Weighting) -> Joined<'a> {
        let mut joined = Joined {
            audit: self,
            codings,
            weighting,
            rows: BTreeMap::new(),
            left: vec![Vec::new(); self.strata.len()],
            areas: input.surveys.iter().map(|survey| survey.area.as_str()).collect(),
            new: Vec::new(),
            edited: Vec::new(),
            gone: Vec::new(),
        };
        let all = input.surveys.iter().flat_map(|survey| &survey.interventions).enumerate();
        let units: Vec<(InterventionId, &Unit)> = all
            .filter(|(_, intervention)| intervention.included())
            .map(|(at, intervention)| (InterventionId::new(at), &intervention.unit))
            .collect();
        let ids: HashSet<&str> = units.iter().map(|(_, unit)| &*unit.id).collect();
        let mut places: Vec<Vec<usize>> = vec![Vec::new(); self.strata.len()];
        for (domain, frozen) in &self.rows {
            let fate = |(at, unit): &(InterventionId, &'a Unit)| self.fate(*at, unit, *domain, frozen, codings);
            let fates: Vec<Fate<'a>> = units.par_iter().map(fate).collect();
            for ((_, unit), fate) in units.iter().zip(fates) {
                match fate {
                    Fate::Stays(row) => {
                        places[row.frozen.stratum].push(row.frozen.value.place);
                        joined.rows.entry(*domain).or_default().push(row);
                    }
                    Fate::Edited => joined.edited.push((unit, *domain)),
                    Fate::New => joined.new.push((unit, *domain)),
                    Fate::Known => {}
                }
            }
            let gone = frozen.keys().filter(|id| !ids.contains(&***id));
            joined.gone.extend(gone.map(|id| (&**id, *domain)));
        }
        // An intervention has a place once, whatever domains it is in.
        places.iter_mut().for_each(|own| {
            own.sort_unstable();
            own.dedup();
        });
        joined.left = places;
        joined
    }

    fn fate<'a>(
        &'a self,
        at: InterventionId,
        unit: &'a Unit,
        domain: Domain,
        frozen: &'a HashMap<Arc<str>, FrozenRow>,
        codings: &'a Codings,
    ) -> Fate<'a> {
        let people = codings.by_people(&unit.id, domain);
        let read = Fingerprint::of(unit, domain);
        let is_open = || people.is_none() && read.is_some();
        match frozen.get(&*unit.id) {
            Some(own) if Some(own.value.read) == read && self.strata[own.stratum].area == *unit.area => {
                Fate::Stays(JoinedRow { frozen: own, unit, at, is_sampled: self.is_sampled(own), people })
            }
            Some(_) if is_open() => Fate::Edited,
            None if is_open() => Fate::New,
            _ => Fate::Known,
        }
    }
}

/// How far an audit is read, and what stands in its way.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Standing {
    /// How often was drawn.
    pub draws: usize,
    /// Interventions in the frame.
    pub frame: Count,
    /// Those of them in the sample.
    pub sample: Count,
    /// Those of these that are read in all domains of the frame.
    pub read: Count,
    /// Every domain.
    pub domains: Vec<DomainStanding>,
    /// What has to be read, most funds first.
    pub waiting: Vec<Waiting>,
    /// Answers that are in no draw.
    pub new: Count,
    /// Answers that were edited since they were frozen.
    pub edited: Count,
    /// Answers that were frozen and are gone.
    pub gone: usize,
    /// Answers that were frozen.
    pub frozen: usize,
    /// Those of them that are there and read as they did.
    pub there: usize,
}

/// How far an audit is read in a domain.
#[derive(Clone, Debug, Serialize)]
pub struct DomainStanding {
    /// The domain.
    #[serde(skip)]
    pub is: Domain,
    /// Its word.
    pub domain: &'static str,
    /// Answers in the frame.
    pub frame: Count,
    /// Those of them in the sample.
    pub sample: Count,
    /// Those of these that are read.
    pub read: Count,
    /// Answers beside the sample that people have coded since.
    pub beside: Count,
}

/// An answer of the sample that has to be read.
#[derive(Clone, Debug, Serialize)]
pub struct Waiting {
    /// The intervention's id.
    pub id: String,
    /// Its area.
    pub area: String,
    /// The domain.
    #[serde(skip)]
    pub is: Domain,
    /// Its word.
    pub domain: &'static str,
    /// Its funds.
    pub funds: Option<crate::money::Amount>,
    /// Those who were given it and have not coded it; none where it is to be settled, or nobody was given it.
    pub coders: Vec<String>,
    /// Whether coders differ.
    pub unsettled: bool,
}

impl Standing {
    /// Whether all of the sample is read and nothing waits for another draw: an estimate stands on it.
    pub fn is_read(&self) -> bool {
        self.waiting.is_empty() && self.is_drawn()
    }

    /// Whether most of what was frozen is not in the study: the files are probably another's.
    pub fn is_of_others(&self) -> bool {
        2 * self.there < self.frozen
    }

    /// Whether everything that rests on rules or suggestions is in the frame.
    pub fn is_drawn(&self) -> bool {
        self.new.number == 0 && self.edited.number == 0
    }

    /// The interventions that somebody has yet to read, and those that wait only because coders differ, with their funds.
    pub fn waits(&self) -> (Count, Count) {
        let mut all: BTreeMap<&str, (bool, Option<crate::money::Amount>)> = BTreeMap::new();
        for own in &self.waiting {
            all.entry(&own.id).or_insert((true, own.funds)).0 &= own.unsettled;
        }
        let (mut unread, mut unsettled) = (Count::default(), Count::default());
        all.into_values().for_each(|(differs, funds)| if differs { &mut unsettled } else { &mut unread }.add(funds));
        (unread, unsettled)
    }
}

impl Standing {
    /// Tells anew who has what waits, after something was given out.
    pub fn give(&mut self, codings: &Codings) {
        let assigned = codings.log.assignments();
        for own in &mut self.waiting {
            (own.coders, own.unsettled) = readers(codings, &assigned, &own.id, own.is);
        }
    }
}

/// Those who were given an answer and have not coded it, and whether it waits only because coders differ.
fn readers(codings: &Codings, assigned: &Assignments, id: &str, domain: Domain) -> (Vec<String>, bool) {
    let has_said = |coder: &str| codings.coders.get(coder).is_some_and(|sheets| sheets.said(id, domain).is_some());
    let coders: Vec<String> = assigned.coders(id).filter(|coder| !has_said(coder)).map(str::to_owned).collect();
    let differs = coders.is_empty() && assigned.has(id);
    (coders, differs)
}

impl<'a> Joined<'a> {
    /// How far it is read.
    pub fn standing(&self) -> Standing {
        let assigned = self.codings.log.assignments();
        let mut all = Standing { draws: self.audit.designs.len(), gone: self.gone.len(), ..Standing::default() };
        all.frozen = self.audit.rows.values().map(HashMap::len).sum();
        all.there = self.rows.values().map(Vec::len).sum();
        // By intervention: whether it is in the sample, and whether it waits.
        let mut units: Vec<Option<(&Unit, bool, bool)>> = Vec::new();
        for (domain, rows) in &self.rows {
            let none = Count::default();
            let mut own = DomainStanding {
                is: *domain,
                domain: domain.word(),
                frame: none,
                sample: none,
                read: none,
                beside: none,
            };
            for row in rows {
                let funds = self.weighting.of(&row.unit.id);
                units.resize(units.len().max(row.at.at() + 1), None);
                let unit = units[row.at.at()].get_or_insert((row.unit, false, false));
                own.frame.add(funds);
                match (row.is_sampled, row.people) {
                    (true, Some(_)) => own.read.add(funds),
                    (false, Some(_)) => own.beside.add(funds),
                    (true, None) => all.waiting.push(self.waiting(row.unit, *domain, &assigned)),
                    (false, None) => {}
                }
                if row.is_sampled {
                    own.sample.add(funds);
                    unit.1 = true;
                    unit.2 |= row.people.is_none();
                }
            }
            all.domains.push(own);
        }
        for (unit, is_sampled, waits) in units.into_iter().flatten() {
            let funds = self.weighting.of(&unit.id);
            all.frame.add(funds);
            if is_sampled {
                all.sample.add(funds);
            }
            if is_sampled && !waits {
                all.read.add(funds);
            }
        }
        all.waiting.sort_by(|a, b| (Reverse(a.funds), &a.id, a.domain).cmp(&(Reverse(b.funds), &b.id, b.domain)));
        (all.new, all.edited) = (self.count(&self.new), self.count(&self.edited));
        all
    }

    fn count(&self, all: &[(&Unit, Domain)]) -> Count {
        let ids: BTreeSet<&str> = all.iter().map(|(unit, _)| &*unit.id).collect();
        let mut count = Count::default();
        ids.into_iter().for_each(|id| count.add(self.weighting.of(id)));
        count
    }

    fn waiting(&self, unit: &Unit, domain: Domain, assigned: &Assignments) -> Waiting {
        let (coders, unsettled) = readers(self.codings, assigned, &unit.id, domain);
        Waiting {
            id: unit.id.to_string(),
            area: unit.area.to_string(),
            is: domain,
            domain: domain.word(),
            funds: self.weighting.of(&unit.id),
            unsettled,
            coders,
        }
    }

    /// The interventions of the sample that wait for somebody, by their ids.
    pub fn unread(&self) -> BTreeMap<&'a str, &'a Unit> {
        let rows = self.rows.values().flatten().filter(|row| row.is_sampled && row.people.is_none());
        rows.map(|row| (&*row.unit.id, row.unit)).collect()
    }

    /// What was drawn.
    pub fn audit(&self) -> &'a Audit {
        self.audit
    }

    /// What is in the frame: interventions with their domains.
    pub(super) fn frozen(&self) -> HashSet<(&'a str, Domain)> {
        let of = |(domain, rows): (&Domain, &'_ Vec<JoinedRow<'a>>)| -> Vec<(&'a str, Domain)> {
            rows.iter().map(|row| (&*row.unit.id, *domain)).collect()
        };
        self.rows.iter().flat_map(of).collect()
    }

    /// The interventions of the sample, read or not, by their ids.
    pub fn sampled(&self) -> BTreeSet<&'a str> {
        let rows = self.rows.values().flatten().filter(|row| row.is_sampled);
        rows.map(|row| &*row.unit.id).collect()
    }

    /// By area, in the order of the study, how many interventions are in the frame and how many of these in the sample.
    pub fn by_area(&self) -> Vec<(&'a str, usize, usize)> {
        let mut units: BTreeMap<InterventionId, (&str, bool)> = BTreeMap::new();
        for row in self.rows.values().flatten() {
            units.entry(row.at).or_insert((&row.unit.area, false)).1 |= row.is_sampled;
        }
        let mut areas: Vec<&str> = Vec::new();
        self.areas.iter().for_each(|area| {
            if !areas.contains(area) {
                areas.push(area)
            }
        });
        let of = |area: &'a str| {
            let own = units.values().filter(|(of, _)| *of == area);
            (area, own.clone().count(), own.filter(|(_, is_sampled)| *is_sampled).count())
        };
        areas.into_iter().map(of).collect()
    }

    /// The places that are left of a stratum, ascending.
    pub(super) fn left(&self, stratum: usize) -> &[usize] {
        self.left.get(stratum).map_or(&[], Vec::as_slice)
    }

    /// The id of an area, whatever of it is left.
    pub(super) fn area(&self, name: &str) -> AreaId {
        AreaId::new(self.areas.iter().position(|own| *own == name).unwrap_or(self.areas.len()))
    }

    /// What is known of every domain, for estimates. Codes, areas and interventions have the numbers that the ledger gives them.
    pub fn frames(&self, book: &Codebook) -> Vec<Frame> {
        self.rows.iter().map(|(domain, rows)| self.frame(*domain, rows, book)).collect()
    }

    fn frame(&self, domain: Domain, rows: &[JoinedRow<'a>], book: &Codebook) -> Frame {
        let numbers = Numbers::of(book, domain);
        let row = |own: &JoinedRow<'a>| {
            let value = &own.frozen.value;
            let suggested = value.suggestions.iter().filter_map(|suggested| {
                let code = numbers.codes.get(suggested.code.as_str())?;
                Some((*code, suggested.probability(), suggested.accepted))
            });
            Row {
                intervention: own.at,
                stratum: own.frozen.stratum,
                funds: self.weighting.of(&own.unit.id).unwrap_or_default(),
                sampled: own.is_sampled,
                machine: numbers.implied(&value.codes),
                people: own.people.map(|people| numbers.implied(people)),
                rules: numbers.implied(&value.rules),
                suggested: suggested.collect(),
            }
        };
        let mut strata: Vec<Stratum> =
            self.audit.strata.iter().map(|own| Stratum { area: self.area(&own.area), units: 0, sampled: 0 }).collect();
        for own in rows {
            if let Some(stratum) = strata.get_mut(own.frozen.stratum) {
                stratum.units += 1;
                stratum.sampled += usize::from(own.is_sampled);
            }
        }
        Frame { domain, strata, rows: rows.iter().map(row).collect() }
    }
}

/// The main code of every code of a domain, in the order of the codebook; a main code's is itself.
pub fn main_codes(book: &Codebook, domain: Domain) -> Vec<CodeId> {
    Numbers::of(book, domain).mains
}

/// The codes of a domain by their places, as the ledger has them.
struct Numbers<'b> {
    codes: HashMap<&'b str, CodeId>,
    mains: Vec<CodeId>,
}

impl<'b> Numbers<'b> {
    fn of(book: &'b Codebook, domain: Domain) -> Self {
        let all = book.codes(domain);
        let codes: HashMap<&str, CodeId> =
            all.iter().enumerate().map(|(at, code)| (code.id.as_str(), CodeId::new(at))).collect();
        let main = |(at, code): (usize, &Code)| {
            let parent = code.parent.as_deref().and_then(|parent| codes.get(parent));
            parent.copied().unwrap_or(CodeId::new(at))
        };
        Self { mains: all.iter().enumerate().map(main).collect(), codes }
    }

    /// Codes with the main codes that they imply, ascending.
    fn implied(&self, given: &[String]) -> Vec<CodeId> {
        let mut all: Vec<CodeId> = given.iter().filter_map(|code| self.codes.get(code.as_str()).copied()).collect();
        let mains: Vec<CodeId> = all.iter().map(|code| self.mains[code.at()]).collect();
        all.extend(mains);
        all.sort_unstable();
        all.dedup();
        all
    }
}
