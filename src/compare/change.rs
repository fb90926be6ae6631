//! What changed from year to year, and why: Bennet's indicator.
//!
//! For a code with K of a recipient's T, s = K / T. Recipients that answered in one year only left or joined with all of K. For those of
//! both years the change K₁ − K₀ is (T₁ − T₀)(s₀ + s₁)/2, for they had more or less in all, and (T₀ + T₁)/2 · (s₁ − s₀), for it went to
//! something else. Numbers of interventions are divided in the same way, the recipient's number in all in place of T.
//! *Source:* T. L. Bennet, "The theory of measurement of changes in cost of living", Journal of the Royal Statistical Society 83 (1920).

use std::collections::BTreeSet;
use std::ops::Add;

use rayon::prelude::*;

use super::people::{Own, People};
use super::{AreaPair, DomainPair, Fine, Pair, SameText, same_texts};
use crate::ledger::InterventionId;

/// What a code came to in a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// How many interventions.
    pub number: usize,
    /// Of how many.
    pub of: usize,
    /// Their weighted funds, unrounded; nothing in a study without funds.
    pub funds: Fine,
    /// Of how much.
    pub of_funds: Fine,
}

/// The parts of a change, which sum to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// What recipients had that answered only then, taken away.
    pub left: Fine,
    /// What recipients have that answered only now.
    pub joined: Fine,
    /// What recipients of both years have more in all: funds, or interventions.
    pub volume: Fine,
    /// What they use for something else.
    pub content: Fine,
}

/// What a code came to in two years.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// The earlier year.
    pub then: Count,
    /// The later one.
    pub now: Count,
    /// Why the number changed.
    pub numbers: Parts,
    /// Why the funds changed.
    pub funds: Parts,
    /// How much of the content is coding: answers that read as before and have other codes.
    pub coding: Coding,
}

/// What answers that read as before moved, for they have other codes: those that came to a code, less those that left it, in the measure
/// of the content.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coding {
    /// Interventions.
    pub numbers: Fine,
    /// Their funds.
    pub funds: Fine,
}

impl Parts {
    /// The whole change.
    pub fn sum(&self) -> Fine {
        self.left + self.joined + self.volume + self.content
    }

    /// Of one recipient: K and T of then and now; nothing where it did not answer.
    fn of([then, now]: [Option<Share>; 2]) -> Self {
        let none = Self::default();
        match (then, now) {
            (None, None) => none,
            (Some(then), None) => Self { left: -then.own, ..none },
            (None, Some(now)) => Self { joined: now.own, ..none },
            (Some(then), Some(now)) => {
                let more = now.whole - then.whole;
                let volume = (then.of(more) + now.of(more)).half();
                Self { volume, content: now.own - then.own - volume, ..none }
            }
        }
    }
}

impl Add for Parts {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            left: self.left + other.left,
            joined: self.joined + other.joined,
            volume: self.volume + other.volume,
            content: self.content + other.content,
        }
    }
}

impl Add for Count {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            number: self.number + other.number,
            of: self.of + other.of,
            funds: self.funds + other.funds,
            of_funds: self.of_funds + other.of_funds,
        }
    }
}

impl Add for Change {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            then: self.then + other.then,
            now: self.now + other.now,
            numbers: self.numbers + other.numbers,
            funds: self.funds + other.funds,
            coding: self.coding + other.coding,
        }
    }
}

impl Add for Coding {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { numbers: self.numbers + other.numbers, funds: self.funds + other.funds }
    }
}

/// What a recipient has of something, and in all.
#[derive(Clone, Copy)]
struct Share {
    own: Fine,
    whole: Fine,
    /// s = K / T: X / S, or interventions of all.
    share: (i64, i64),
}

impl Share {
    /// So large a part of a sum as this is of the whole; nothing where the whole is nothing.
    fn of(&self, sum: Fine) -> Fine {
        if self.whole == Fine::ZERO { Fine::ZERO } else { sum.part(self.share.0, self.share.1) }
    }
}

impl Pair<'_> {
    /// What every code of a domain came to in an area, in the order of its codes.
    pub fn changes(&self, area: &AreaPair<'_>, domain: &DomainPair<'_>) -> Vec<Change> {
        let (then, now) = (self.coded_then(area, domain), self.coded_now(area, domain));
        let mut changes: Vec<Change> =
            then.par_iter().zip(&now).map(|(then, now)| self.change(area, then, now)).collect();
        for own in same_texts(self, area, domain) {
            let coding = self.coding(area, &own);
            let less = Coding { numbers: -coding.numbers, funds: -coding.funds };
            let [then, now] = &own.under;
            now.difference(then).for_each(|at| changes[*at].coding = changes[*at].coding + coding);
            then.difference(now).for_each(|at| changes[*at].coding = changes[*at].coding + less);
        }
        changes
    }

    /// What an answer that reads as before is of the content: its share of now, of the mean of what its recipient had in all.
    fn coding(&self, area: &AreaPair<'_>, own: &SameText<'_>) -> Coding {
        let who = &own.now.recipient.code;
        let whole = [&area.people_then, &area.people_now].map(|people| people.whole(who).unwrap_or_default());
        let [then, now] = whole.map(|whole| Fine::count(whole.interventions));
        let funds = own.now.funds.unwrap_or_default().ore();
        Coding {
            numbers: (then + now).half().part(1, whole[1].interventions as i64),
            funds: (whole[0].target + whole[1].target).half().part(funds, whole[1].reported.ore()),
        }
    }

    /// What an area came to as a whole.
    pub fn change_of_area(&self, area: &AreaPair<'_>) -> Change {
        let all = |ledger: &crate::ledger::Ledger, at: usize| -> Vec<InterventionId> {
            let own = ledger.areas[at].interventions.clone().map(|id| InterventionId::new(id as usize));
            own.filter(|id| ledger.included(*id)).collect()
        };
        let then: Vec<InterventionId> = area.then.iter().flat_map(|own| all(&self.earlier.ledger, own.at())).collect();
        self.change(area, &then, &all(self.now.ledger, area.now.at()))
    }

    /// What some interventions of an area came to.
    pub(super) fn change(&self, area: &AreaPair<'_>, then: &[InterventionId], now: &[InterventionId]) -> Change {
        let (of_then, of_now) = (&area.people_then, &area.people_now);
        let (own_then, own_now) = (of_then.own(self.earlier.side(), then), of_now.own(self.now, now));
        let mut change =
            Change { then: whole(of_then, then.len()), now: whole(of_now, now.len()), ..Change::default() };
        let recipients: BTreeSet<&str> = of_then.recipients().chain(of_now.recipients()).collect();
        for who in recipients {
            let own = [own_then.get(who), own_now.get(who)].map(|own| own.copied().unwrap_or_default());
            let whole = [of_then.whole(who), of_now.whole(who)];
            let both = |share: fn(super::people::Whole, Own) -> Share| {
                [0, 1].map(|year| whole[year].map(|whole| share(whole, own[year])))
            };
            let funds = both(|whole, own| Share {
                own: whole.funds(own),
                whole: whole.target,
                share: (own.reported.ore(), whole.reported.ore()),
            });
            let numbers = both(|whole, own| Share {
                own: Fine::count(own.number),
                whole: Fine::count(whole.interventions),
                share: (own.number as i64, whole.interventions as i64),
            });
            change.then.funds = change.then.funds + funds[0].map_or(Fine::ZERO, |share| share.own);
            change.now.funds = change.now.funds + funds[1].map_or(Fine::ZERO, |share| share.own);
            change.funds = change.funds + Parts::of(funds);
            change.numbers = change.numbers + Parts::of(numbers);
        }
        change
    }
}

/// A count of so many, the funds of which are not added up yet.
fn whole(people: &People, number: usize) -> Count {
    let (of, of_funds) = people.sum();
    Count { number, of, funds: Fine::ZERO, of_funds }
}
