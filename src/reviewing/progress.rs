//! How far a coder has come, how fast they are, and how far coders agree.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde::Serialize;

use super::Review;
use crate::codebook::Domain;
use crate::coding::reliability::{Measure, Ratings, masi};
use crate::decisions::log::Purpose;
use crate::money::Amount;

/// A break that is longer is no time of work, in seconds.
const BREAK: u64 = 300;
/// A pace of fewer units says nothing.
const LEAST: usize = 5;
/// How many resamples an interval rests on.
const RESAMPLES: u64 = 1000;
/// So many pairs of codes are told.
const MOST_CONFUSED: usize = 20;

/// How far a coder has come.
#[derive(Debug, Serialize)]
pub struct Progress {
    done: usize,
    left: usize,
    funds_done: String,
    funds_left: String,
    pace: Option<Pace>,
    agreement: Vec<AgreementOf>,
    confused: Vec<Confused>,
    by_area: Vec<AreaProgress>,
}

/// How fast a coder is; told to nobody else.
#[derive(Debug, PartialEq, Serialize)]
struct Pace {
    per_hour: f64,
    hours_left: f64,
}

/// How far coders agree in a domain: Krippendorff's alpha with the distance of sets, of codes as given.
#[derive(Clone, Debug, Serialize)]
struct AgreementOf {
    domain: &'static str,
    n: usize,
    alpha: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    by_funds: bool,
}

/// Two codes of which one gave the one and another the other.
#[derive(Clone, Debug, Serialize)]
struct Confused {
    domain: &'static str,
    a: String,
    b: String,
    n: usize,
}

#[derive(Debug, Serialize)]
struct AreaProgress {
    id: String,
    done: usize,
    left: usize,
    funds_done: String,
    funds_left: String,
}

/// How far coders agree, reckoned once it is asked for.
#[derive(Debug, Default)]
pub(super) struct Agreed(OnceLock<(Vec<AgreementOf>, Vec<Confused>)>);

/// Done and left, in number and funds.
#[derive(Default)]
struct Counts {
    units: [usize; 2],
    funds: [Option<Amount>; 2],
}

impl Counts {
    fn add(&mut self, is_done: bool, funds: Option<Amount>) {
        let at = usize::from(!is_done);
        self.units[at] += 1;
        self.funds[at] = Some(self.funds[at].unwrap_or_default() + funds.unwrap_or_default());
    }
}

impl Review {
    /// How far the coder has come.
    pub fn progress(&self) -> Progress {
        let (mut all, mut areas) = (Counts::default(), BTreeMap::<usize, (&str, Counts)>::new());
        for (at, own) in self.units.iter().enumerate().filter(|(at, _)| self.access[*at].mine) {
            let is_done = self.is_done(at);
            all.add(is_done, own.funds);
            areas.entry(own.area).or_insert_with(|| (&own.unit.area, Counts::default())).1.add(is_done, own.funds);
        }
        let funds = |counts: &Counts| counts.funds.map(|funds| self.amount(Some(funds.unwrap_or_default())));
        let area = |(id, counts): (&str, Counts)| {
            let ([done, left], [funds_done, funds_left]) = (counts.units, funds(&counts));
            AreaProgress { id: id.to_owned(), done, left, funds_done, funds_left }
        };
        let ([done, left], [funds_done, funds_left]) = (all.units, funds(&all));
        let (agreement, confused) = self.agreed.0.get_or_init(|| self.agreement()).clone();
        let by_area = areas.into_values().map(area).collect();
        Progress { done, left, funds_done, funds_left, pace: self.pace(left), agreement, confused, by_area }
    }

    /// Units an hour, from the times of the coder's own lines; breaks are left out.
    fn pace(&self, left: usize) -> Option<Pace> {
        let decisions = self.own.iter().filter(|id| !self.undone.contains(id)).filter_map(|id| self.log.decision(*id));
        let codings = decisions.filter(|decision| decision.purpose == Purpose::Coding);
        let times = codings.map(|decision| (decision.when.unix(), decision.unit.as_str()));
        pace(&times.collect::<Vec<_>>(), left)
    }

    /// How far coders agree by domain, and which codes are confused most; of what may be seen alone.
    fn agreement(&self) -> (Vec<AgreementOf>, Vec<Confused>) {
        let (mut agreement, mut confused) = (Vec::new(), BTreeMap::<(Domain, &str, &str), usize>::new());
        for domain in self.book.domains() {
            let slots = self.slots.iter().filter(|slot| slot.domain == domain);
            let coded: Vec<_> = slots.map(|slot| (slot, self.voices(slot))).filter(|(_, all)| all.len() > 1).collect();
            let coders: BTreeSet<&str> = coded.iter().flat_map(|(_, all)| all.iter().map(|(who, _)| *who)).collect();
            let sets = coded.iter().map(|(_, all)| {
                let of = |coder: &&str| {
                    let said = all.iter().find(|(who, _)| who == coder);
                    said.map(|(_, said)| said.codes.iter().cloned().collect::<BTreeSet<String>>())
                };
                coders.iter().map(of).collect::<Vec<_>>()
            });
            let ratings = Ratings::new(&sets.collect::<Vec<_>>(), masi);
            let funds = |(slot, _): &(&super::Slot, _)| self.units[slot.unit].funds.unwrap_or_default().ore() as f64;
            let funds: Vec<f64> = coded.iter().map(funds).collect();
            let n = ratings.pairable();
            let mut tell = |ratings: &Ratings, by_funds| {
                let interval = ratings.interval(Measure::Alpha, RESAMPLES);
                let (low, high) = (interval.map(|own| own.0), interval.map(|own| own.1));
                let (domain, alpha) = (domain.word(), ratings.measure(Measure::Alpha));
                agreement.push(AgreementOf { domain, n, alpha, low, high, by_funds });
            };
            if n > 0 {
                tell(&ratings, false);
                if self.study.money.is_some() {
                    tell(&ratings.clone().weighted(&funds), true);
                }
            }
            for (_, all) in &coded {
                confuse(domain, all, &mut confused);
            }
        }
        let mut pairs: Vec<_> = confused.into_iter().collect();
        pairs.sort_by_key(|(pair, n)| (Reverse(*n), *pair));
        pairs.truncate(MOST_CONFUSED);
        let told = pairs.into_iter().map(|((domain, a, b), n)| Confused {
            domain: domain.word(),
            a: a.to_owned(),
            b: b.to_owned(),
            n,
        });
        (agreement, told.collect())
    }
}

/// Counts the pairs of codes of which one coder gave the one, and another the other instead.
fn confuse<'s>(
    domain: Domain,
    all: &[(&str, &'s super::slot::Said)],
    confused: &mut BTreeMap<(Domain, &'s str, &'s str), usize>,
) {
    for (at, (_, one)) in all.iter().enumerate() {
        for (_, other) in &all[at + 1..] {
            let lacks = |codes: &'s [String], in_codes: &[String]| {
                codes.iter().filter(|code| !in_codes.contains(code)).map(String::as_str).collect::<Vec<_>>()
            };
            for a in lacks(&one.codes, &other.codes) {
                for b in lacks(&other.codes, &one.codes) {
                    *confused.entry((domain, a.min(b), a.max(b))).or_default() += 1;
                }
            }
        }
    }
}

/// The pace of codings by their times, in seconds, and units: the time of a unit is that since the one before.
fn pace(times: &[(u64, &str)], left: usize) -> Option<Pace> {
    let mut ends: Vec<(u64, &str)> = Vec::new();
    for (time, unit) in times {
        match ends.last_mut() {
            Some((end, last)) if last == unit => *end = *time,
            _ => ends.push((*time, unit)),
        }
    }
    let gaps = ends.windows(2).map(|pair| pair[1].0.saturating_sub(pair[0].0)).filter(|gap| *gap <= BREAK);
    let (units, seconds) = gaps.fold((0, 0), |(units, seconds), gap| (units + 1, seconds + gap));
    if units < LEAST || seconds == 0 {
        return None;
    }
    let per_hour = units as f64 * 3_600.0 / seconds as f64;
    let tenths = |number: f64| (number * 10.0).round() / 10.0;
    Some(Pace { per_hour: tenths(per_hour), hours_left: tenths(left as f64 / per_hour) })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Six units: the first has no time, the fourth came after a break of an hour. Four gaps of 60, 120, 60 and 120 seconds are
    /// too few; with a fifth of 90 seconds five units took 450 seconds: 40 an hour, and 100 take 2.5 hours.
    #[test]
    fn breaks_are_no_time_of_work() {
        let mut times = vec![(0, "a"), (60, "b"), (170, "c"), (180, "c"), (3_780, "d"), (3_840, "e"), (3_960, "f")];
        assert_eq!(pace(&times, 100), None);
        times.push((4_050, "g"));
        assert_eq!(pace(&times, 100), Some(Pace { per_hour: 40.0, hours_left: 2.5 }));
        assert_eq!(pace(&[(5, "a"), (5, "b"), (5, "c"), (5, "d"), (5, "e"), (5, "f")], 1), None);
    }
}
