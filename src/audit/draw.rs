//! Drawing: what the machine says of every answer that rests on it is frozen, and a random sample of them is to be read by people.
//!
//! What has been drawn stays: answers that were frozen once keep their stratum and their place in it, so that a larger sample holds
//! the smaller one. Answers that are new, and those that were edited since, come in strata of their own.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::design::{Drawable, Planned, allocate, strata};
use super::draws::Audit;
use super::frozen::{self, Design, Enlarged, FORMAT, FrozenStratum, Source, Suggested, Value, Values};
use super::join::Joined;
use crate::codebook::{Codebook, Domain, UnitKind};
use crate::coding::Codings;
use crate::decisions::log::{Log, Moment};
use crate::decisions::{Fingerprint, Lock};
use crate::diagnostic::Diagnostic;
use crate::learning::declared::finest;
use crate::learning::judge::Verdict;
use crate::learning::model::fingerprint;
use crate::learning::{Model, Suggester, Suggestion};
use crate::ledger::AreaId;
use crate::survey::{Input, Unit};
use crate::weighting::Weighting;

/// What is drawn from.
#[derive(Clone, Copy)]
pub struct Machine<'a> {
    /// The codebook.
    pub book: &'a Codebook,
    /// The answers.
    pub input: &'a Input,
    /// What people and rules gave them; the rules have been asked.
    pub codings: &'a Codings,
    /// Their funds.
    pub weighting: &'a Weighting,
    /// The model that suggests codes, where there is one.
    pub model: Option<&'a Model>,
}

/// What is wanted of a draw.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// How many interventions are to be read, those of earlier draws among them.
    pub size: usize,
    /// Whether so many are read in every area.
    pub per_area: bool,
    /// The domains.
    pub domains: Vec<Domain>,
    /// What orders answers that were not drawn from before.
    pub seed: u64,
}

/// A draw, which stands in no file yet.
#[derive(Clone, Debug)]
pub struct Draw {
    /// How it was made.
    pub design: Design,
    /// What it freezes.
    pub values: Vec<Value>,
    /// Interventions from which was drawn, whenever they were frozen.
    pub units: usize,
    /// Those of them in the sample, whenever they were drawn; one that was drawn twice, for other domains, is two.
    pub sampled: usize,
}

impl Draw {
    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty() && self.design.enlarged.is_empty()
    }

    /// An audit with it.
    ///
    /// # Errors
    /// A fault of ours.
    pub fn after(self, mut before: Audit, book: &Codebook, log: &Log) -> Result<Audit, Diagnostic> {
        before.take(self.design, self.values, book, log)?;
        Ok(before)
    }

    /// The bytes of its files: those of the design, and those of the values where it freezes any.
    ///
    /// # Errors
    /// A fault of ours.
    pub fn to_bytes(&self) -> Result<(Vec<u8>, Option<Vec<u8>>), String> {
        let values = (!self.values.is_empty()).then(|| frozen::written(&self.values));
        let values = values.transpose().map_err(|error| error.to_string())?;
        let sealed = values.as_ref().map(|bytes| Values { sha256: frozen::hash(bytes), rows: self.values.len() });
        let design = Design { values: sealed, ..self.design.clone() };
        let design = design.to_text().map_err(|error| error.to_string())?;
        Ok((design.into_bytes(), values))
    }
}

/// An intervention that is frozen now.
struct Frozen<'a> {
    unit: &'a Unit,
    drawn: Drawable,
    /// What the machine says, by domain.
    values: Vec<Value>,
}

/// The domains that are audited where nobody names any: those of interventions that have codes and have to have one.
pub fn usual_domains(book: &Codebook) -> Vec<Domain> {
    let own = book.domains_of(UnitKind::Intervention);
    own.filter(|domain| !domain.is_optional() && !book.codes(*domain).is_empty()).collect()
}

/// Draws: beside what was drawn before, where anything was.
pub fn draw(machine: Machine<'_>, before: Option<(&Audit, &Joined<'_>)>, wanted: &Wanted, when: &Moment) -> Draw {
    let frozen = machine.frozen(&wanted.domains, before.map(|(_, joined)| joined));
    let drawables: Vec<Drawable> = frozen.iter().map(|own| own.drawn).collect();
    let areas = if wanted.per_area { machine.input.surveys.len().max(1) } else { 1 };
    let (of, new_strata) = strata(&drawables, wanted.size.saturating_mul(areas));
    let mut planned: Vec<Planned> = before.map(|(audit, joined)| joined.planned(audit)).unwrap_or_default();
    let old = planned.len();
    planned.extend(new_strata);
    allocate(&mut planned, wanted.size, wanted.per_area);
    let number = before.map_or(1, |(audit, _)| audit.designs.len() + 1);
    let enlarged = before.map(|(audit, joined)| enlarged(audit, joined, &planned[..old])).unwrap_or_default();
    let strata = |(at, own): (usize, &Planned)| FrozenStratum {
        stratum: at + 1,
        area: machine.area(own.area),
        units: own.units,
        times: own.times,
        sampled: own.sampled,
    };
    let design = Design {
        format: FORMAT,
        draw: number,
        when: when.to_string(),
        seed: wanted.seed,
        size: wanted.size,
        per: wanted.per_area.then(|| PER_AREA.to_owned()),
        domains: wanted.domains.iter().map(|domain| domain.word().to_owned()).collect(),
        codebook: Lock::new(machine.book).codebook,
        rules: fingerprint(machine.book),
        model: machine.model.map(|model| model.checksum.clone()),
        promise: machine.model.map(|model| model.settings.promise),
        strata: planned[old..].iter().enumerate().map(strata).collect(),
        enlarged,
        values: None,
        sha256: String::new(),
    };
    Draw {
        values: placed(frozen, &of, wanted.seed),
        units: planned.iter().map(|own| own.units).sum(),
        sampled: planned.iter().map(|own| own.sampled).sum(),
        design,
    }
}

/// The word of a size in every area.
pub const PER_AREA: &str = "area";

/// The old strata of which more are read.
fn enlarged(audit: &Audit, joined: &Joined<'_>, planned: &[Planned]) -> Vec<Enlarged> {
    let of = |(at, own): (usize, &Planned)| {
        let drawn = &audit.strata[at];
        let sampled = joined.places(at, own.sampled);
        let larger = sampled > drawn.sampled;
        larger.then_some(Enlarged { draw: drawn.draw, stratum: drawn.stratum, sampled })
    };
    planned.iter().enumerate().filter_map(of).collect()
}

/// Gives every intervention its place in its stratum, and lays out the values in the order of ids.
fn placed(frozen: Vec<Frozen<'_>>, of: &[usize], seed: u64) -> Vec<Value> {
    let mut by_stratum: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    of.iter().enumerate().for_each(|(at, stratum)| by_stratum.entry(*stratum).or_default().push(at));
    let mut places = vec![0; frozen.len()];
    let orders: Vec<[u8; 32]> = frozen.par_iter().map(|own| order(seed, &own.unit.id)).collect();
    for members in by_stratum.values_mut() {
        members.par_sort_by_key(|at| orders[*at]);
        members.iter().zip(1..).for_each(|(at, place)| places[*at] = place);
    }
    let mut all: Vec<_> = frozen.into_iter().zip(places).zip(of).collect();
    all.par_sort_by(|((a, _), _), ((b, _), _)| a.unit.id.cmp(&b.unit.id));
    let of_one = |((own, place), stratum): ((Frozen<'_>, usize), &usize)| {
        let stratum = stratum + 1;
        own.values.into_iter().map(move |value| Value { stratum, place, ..value })
    };
    all.into_iter().flat_map(of_one).collect()
}

/// What orders the interventions of a stratum, the same on every machine.
fn order(seed: u64, id: &str) -> [u8; 32] {
    Sha256::digest(format!("{seed}\u{1f}audit\u{1f}{id}")).into()
}

impl<'a> Machine<'a> {
    /// The interventions that rest on rules or suggestions in a domain in which nothing of their text is frozen, in the order of the
    /// study.
    fn frozen(&self, domains: &[Domain], before: Option<&Joined<'_>>) -> Vec<Frozen<'a>> {
        let has = before.map(Joined::frozen).unwrap_or_default();
        let is_open = |unit: &Unit, domain: Domain| {
            !has.contains(&(&*unit.id, domain)) && self.codings.by_people(&unit.id, domain).is_none()
        };
        let is_wanted =
            |unit: &&Unit| unit.kind == UnitKind::Intervention && domains.iter().any(|domain| is_open(unit, *domain));
        let units: Vec<&Unit> = self.input.units().filter(is_wanted).collect();
        let suggester = self.model.map(|model| Suggester::new(model, self.book));
        let suggested = suggester.as_ref().map(|own| own.suggest_all(&units, &self.codings.rules));
        let areas = self.areas();
        let freeze = |(at, unit): (usize, &&'a Unit)| {
            let suggested = suggested.as_ref().map(|all| all[at].as_slice());
            let mut accepted = true;
            let value = |domain: &Domain| {
                let read = Fingerprint::of(unit, *domain).filter(|_| is_open(unit, *domain))?;
                let own = suggested.map(|own| {
                    own.iter().find(|(of, _)| of == domain).map_or(&[][..], |(_, suggestions)| suggestions.as_slice())
                });
                let (value, is_sure) = self.value(unit, *domain, read, own);
                accepted &= is_sure;
                Some(value)
            };
            let values: Vec<Value> = domains.iter().filter_map(value).collect();
            let funds = self.weighting.of(&unit.id).unwrap_or_default();
            let area = areas.get(&*unit.area).copied().unwrap_or(AreaId::new(0));
            (!values.is_empty()).then_some(Frozen { unit, drawn: Drawable { area, accepted, funds }, values })
        };
        units.par_iter().enumerate().filter_map(freeze).collect()
    }

    /// What the machine says, and whether it is sure: all that a model suggests is accepted, or rules gave a code where there is no
    /// model.
    fn value(
        &self,
        unit: &Unit,
        domain: Domain,
        read: Fingerprint,
        suggested: Option<&[Suggestion<'_>]>,
    ) -> (Value, bool) {
        let rules: Vec<String> = self.codings.rules.scores(&unit.id, domain).map(|(code, _)| code.to_owned()).collect();
        let of_model = suggested.unwrap_or_default();
        let accepted = finest(of_model);
        let (source, codes) = match () {
            () if !rules.is_empty() => (Source::Rules, rules.clone()),
            () if !accepted.is_empty() => (Source::Suggestions, accepted),
            () => (Source::None, Vec::new()),
        };
        let suggestions: Vec<Suggested> = of_model
            .iter()
            .map(|own| Suggested {
                code: own.code.to_owned(),
                millionths: Suggested::millionths(own.probability),
                accepted: own.verdict == Verdict::Accepted,
            })
            .collect();
        let is_sure = match suggested {
            Some(_) => !suggestions.is_empty() && suggestions.iter().all(|own| own.accepted),
            None => !rules.is_empty(),
        };
        let intervention = Arc::clone(&unit.id);
        let domain = Cow::Borrowed(domain.word());
        (Value { intervention, domain, stratum: 0, place: 0, read, source, codes, rules, suggestions }, is_sure)
    }

    /// The places of areas, in the order of the study.
    fn areas(&self) -> BTreeMap<&'a str, AreaId> {
        self.input.surveys.iter().enumerate().map(|(at, survey)| (survey.area.as_str(), AreaId::new(at))).collect()
    }

    fn area(&self, id: AreaId) -> String {
        self.input.surveys.get(id.at()).map_or_else(String::new, |survey| survey.area.clone())
    }
}

impl Joined<'_> {
    /// The old strata as they are: the interventions that are left of them, and those of these that are in the sample.
    fn planned(&self, audit: &Audit) -> Vec<Planned> {
        let planned = audit.strata.iter().enumerate().map(|(at, own)| {
            let places = self.left(at);
            Planned {
                area: self.area(&own.area),
                units: places.len(),
                times: own.times,
                sampled: places.iter().filter(|place| **place <= own.sampled).count(),
            }
        });
        planned.collect()
    }

    /// How many places of an old stratum are read where so many of those are that are left.
    fn places(&self, stratum: usize, sampled: usize) -> usize {
        sampled.checked_sub(1).and_then(|last| self.left(stratum).get(last).copied()).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The order is that of `printf '1\x1faudit\x1fR-1' | sha256sum`.
    #[test]
    fn the_order_is_that_of_a_hash() {
        let hex: String = order(1, "R-1").iter().take(4).map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, EXPECTED);
    }
    const EXPECTED: &str = "48906bf8";
}
