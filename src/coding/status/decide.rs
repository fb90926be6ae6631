//! Codings that somebody has to give or decide, each with what one has to see for that.

use std::cmp::Reverse;

use rayon::prelude::*;

use super::Coded;
use super::fact::Fact;
use crate::codebook::Domain;
use crate::coding::{Given, Sheets, State};
use crate::decisions::{Change, Fingerprint, KeptTexts};
use crate::money::Amount;
use crate::survey::Unit;

/// A coding that has to be given or decided.
#[derive(Clone, Debug)]
pub struct ToDecide {
    /// The unit's id.
    pub unit: String,
    /// Its area.
    pub area: String,
    /// The recipient's name.
    pub recipient: String,
    /// The domain.
    pub domain: Domain,
    /// Its funds.
    pub funds: Option<Amount>,
    /// What became of it since it was coded; `None` where no lock says anything.
    pub change: Option<Change>,
    /// The state; `None` in a domain that need not have a code.
    pub state: Option<State>,
    /// What it reads now.
    pub text: String,
    /// The same as a fingerprint; `None` where it is blank.
    pub read: Option<Fingerprint>,
    /// What was given to it, or to what reads like it, before.
    pub given: Vec<Given>,
    /// What the final sheet says of it; `None` where it says nothing.
    pub was: Option<Vec<String>>,
}

impl ToDecide {
    /// Codes that still hold if nothing has changed: those that were given before, where all are the same.
    pub fn kept(&self) -> Option<&[String]> {
        let first = self.given.first()?;
        self.given.iter().all(|given| given.codes == first.codes).then_some(first.codes.as_slice())
    }

    /// How it read when it was coded, where that is another text than now and is kept.
    pub fn old(&self, texts: &KeptTexts) -> Option<String> {
        let mut other = self.given.iter().filter(|given| given.read != self.read);
        Some(texts.wording(&other.next()?.read?)?.text())
    }

    /// What is decided first: what was coded before and waits.
    fn rank(&self) -> usize {
        match (self.change, self.state) {
            (Some(Change::Edited), _) => 0,
            (Some(Change::Unclear), _) => 1,
            (_, Some(State::Unsettled)) => 2,
            (Some(Change::Doubled), _) => 3,
            _ => 4,
        }
    }
}

impl Coded<'_> {
    /// What waits for somebody: what was coded before first, and of that what has most funds.
    pub fn to_decide(&self) -> Vec<ToDecide> {
        self.decisions(self.input.units().collect(), |fact| fact.waits())
    }

    /// The codings of a unit, in all domains or in one, whatever their state.
    pub fn to_decide_of(&self, unit: &str, domain: Option<Domain>) -> Vec<ToDecide> {
        let wanted = |fact: &Fact<'_>| domain.is_none_or(|domain| domain == fact.domain);
        let units = self.input.units().filter(|own| *own.id == *unit).collect();
        self.decisions(units, wanted)
    }

    fn decisions(&self, units: Vec<&Unit>, wanted: impl Fn(&Fact<'_>) -> bool + Sync) -> Vec<ToDecide> {
        let of_unit = |unit: &&Unit| -> Vec<ToDecide> {
            let facts = self.facts(unit);
            facts.iter().filter(|fact| wanted(fact)).map(|fact| self.decision(fact)).collect()
        };
        let mut all: Vec<ToDecide> = units.par_iter().flat_map_iter(of_unit).collect();
        all.sort_by(|a, b| {
            let order = |own: &ToDecide| (own.rank(), Reverse(own.funds));
            order(a).cmp(&order(b)).then_with(|| (&a.area, &a.unit, a.domain).cmp(&(&b.area, &b.unit, b.domain)))
        });
        all
    }

    /// What coders said of a unit; where its text was edited, or stands elsewhere, what they said of what they read.
    fn given_by_coders(&self, unit: &Unit, domain: Domain, read: Option<Fingerprint>) -> Vec<Given> {
        let of_coder = |(coder, sheets): (&String, &Sheets)| {
            let own = sheets.said(&unit.id, domain).map(<[String]>::to_vec);
            let own = own.map(|codes| Given { unit: unit.id.to_string(), who: None, codes, read });
            let before =
                || sheets.of_kind(unit.kind)?.bound.as_ref().map(|bound| bound.given(&unit.id, domain).to_vec());
            let given = own.map_or_else(|| before().unwrap_or_default(), |own| vec![own]);
            given.into_iter().map(|given| Given { who: Some(coder.clone()), ..given }).collect::<Vec<_>>()
        };
        self.codings.coders.iter().flat_map(of_coder).collect()
    }

    fn decision(&self, fact: &Fact<'_>) -> ToDecide {
        let Fact { unit, domain, .. } = *fact;
        let finals = &self.codings.finals;
        let bound = finals.of_kind(unit.kind).and_then(|sheet| sheet.bound.as_ref());
        let mut given = bound.map(|bound| bound.given(&unit.id, domain).to_vec()).unwrap_or_default();
        let read = Fingerprint::of(unit, domain);
        if given.is_empty() {
            let own = finals.said(&unit.id, domain).map(<[String]>::to_vec);
            let who = self.codings.decision(&unit.id, domain).map(|decision| decision.who.clone());
            given.extend(own.map(|codes| Given { unit: unit.id.to_string(), who, codes, read }));
        }
        if given.is_empty() {
            given = self.given_by_coders(unit, domain, read);
        }
        ToDecide {
            unit: unit.id.to_string(),
            area: unit.area.to_string(),
            recipient: unit.recipient.name.to_string(),
            domain,
            funds: fact.funds,
            change: fact.change,
            state: fact.state,
            text: crate::coding::rules::text(unit, domain).into_owned(),
            read,
            given,
            was: finals.cell(&unit.id, domain).map(<[String]>::to_vec),
        }
    }
}
