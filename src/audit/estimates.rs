//! Estimates of everything that the ledger counts by code, so that codes and rest reconcile.

use std::collections::BTreeMap;
use std::ops::{Add, Sub};

use rayon::prelude::*;

use super::estimate::{Asked, Tally};
use super::frame::Frame;
use super::interval::Caution;
use super::round::{self, Whole};
use crate::codebook::Domain;
use crate::coding::State;
use crate::ledger::{AreaId, CodeId, Estimated, Estimates, Interval, InterventionId, Ledger, Selection};
use crate::money::Amount;

/// What is asked of the codes of an intervention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// Whether it has a code, or a subcode of it.
    Code(CodeId),
    /// Whether it has a main code and none of its subcodes.
    OnlyMain(CodeId),
    /// Whether it has no code at all.
    Without,
}

impl Question {
    /// What the ledger counts for it in an area.
    pub fn selection(self, area: AreaId, domain: Domain) -> Selection {
        match self {
            Self::Code(code) => Selection::Code(area, domain, code),
            Self::OnlyMain(main) => Selection::WithoutSubcode(area, domain, main),
            Self::Without => Selection::Without(area, domain, State::None),
        }
    }

    /// The answer of codes (with the main codes that they imply); `main_of` has the main code of each code.
    fn holds(self, codes: &[CodeId], main_of: &[CodeId]) -> bool {
        match self {
            Self::Code(code) => codes.contains(&code),
            Self::OnlyMain(main) => {
                codes.contains(&main)
                    && !codes.iter().any(|code| *code != main && main_of.get(code.at()) == Some(&main))
            }
            Self::Without => codes.is_empty(),
        }
    }

    /// All of a domain.
    fn all(main_of: &[CodeId]) -> Vec<Self> {
        let codes = (0..main_of.len()).map(CodeId::new);
        let has_subcodes = |main: &CodeId| main_of.iter().filter(|of| *of == main).count() > 1;
        let mains = codes.clone().filter(|code| main_of[code.at()] == *code).filter(has_subcodes);
        codes.map(Self::Code).chain(mains.map(Self::OnlyMain)).chain([Self::Without]).collect()
    }
}

/// A question's rows in one area: how many, and their funds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Both {
    /// Each counts one.
    pub numbers: Tally,
    /// Each counts its funds, in hundredths.
    pub funds: Tally,
}

impl Both {
    /// A point whose funds go with its number. Both are estimated apart, and few amounts are read: where no whole intervention is beyond
    /// what people read, no funds are; where there is one and its funds came to nothing, it has the mean of what is open.
    fn agreed(&self, (number, funds): (f64, f64)) -> (f64, f64) {
        let (known, known_funds) = (self.numbers.least(), self.funds.least());
        let open = self.numbers.most() - known;
        if round::number(number) as f64 <= known || open <= 0.0 {
            return (number, known_funds);
        }
        let mean = (self.funds.most() - known_funds) / open;
        (number, if funds > known_funds { funds } else { known_funds + (number - known) * mean })
    }

    fn plus(&self, other: &Self) -> Self {
        Self { numbers: self.numbers.plus(&other.numbers), funds: self.funds.plus(&other.funds) }
    }
}

/// What a domain's frame knows besides its rows: everything that no question changes.
struct Known<'a> {
    frame: &'a Frame,
    ledger: &'a Ledger,
    main_of: Vec<CodeId>,
    /// Whether an intervention of the study is in the frame.
    inside: Vec<bool>,
    /// How many rows a sampled one stands for, by stratum.
    weights: Vec<f64>,
    /// Those outside the frame, by area.
    outside: Vec<Vec<InterventionId>>,
    /// Whether all funds are whole.
    whole: Whole,
}

impl<'a> Known<'a> {
    fn new(frame: &'a Frame, ledger: &'a Ledger) -> Self {
        let mut inside = vec![false; ledger.interventions.height()];
        for row in &frame.rows {
            inside.get_mut(row.intervention.at()).into_iter().for_each(|inside| *inside = true);
        }
        let ids_of = |selection| ledger.counted(selection).ids.interventions().collect::<Vec<_>>();
        let outside = |area| {
            let all = ids_of(Selection::Area(AreaId::new(area))).into_iter();
            all.filter(|id: &InterventionId| !inside.get(id.at()).copied().unwrap_or(false)).collect()
        };
        let outside: Vec<Vec<InterventionId>> = (0..ledger.areas.len()).map(outside).collect();
        let of_outside = outside.iter().flatten().filter_map(|id| ledger.weighted(*id));
        let whole = Whole::of(frame.rows.iter().map(|row| row.funds).chain(of_outside));
        let weights = frame.strata.iter().map(|stratum| stratum.units as f64 / stratum.sampled.max(1) as f64);
        Self {
            frame,
            ledger,
            main_of: ledger.main_codes(frame.domain),
            weights: weights.collect(),
            inside,
            outside,
            whole,
        }
    }

    /// The rows of every area, counted for a question.
    fn tallies(&self, question: Question) -> Vec<Both> {
        let mut areas = vec![Both::default(); self.ledger.areas.len()];
        for row in &self.frame.rows {
            let Some(stratum) = self.frame.strata.get(row.stratum) else { continue };
            let Some(both) = areas.get_mut(stratum.area.at()) else { continue };
            let machine = question.holds(&row.machine, &self.main_of);
            let people = row.people.as_ref().map(|codes| question.holds(codes, &self.main_of));
            let weight = (row.sampled && people.is_some()).then(|| self.weights[row.stratum]);
            both.numbers.add(Asked { weight, measure: 1.0, machine, people });
            both.funds.add(Asked { weight, measure: row.funds.ore() as f64, machine, people });
        }
        for (at, both) in areas.iter_mut().enumerate() {
            self.outside(question, AreaId::new(at), both);
        }
        areas
    }

    /// Counts the interventions of an area outside the frame: people coded them before, or they have no text.
    fn outside(&self, question: Question, area: AreaId, both: &mut Both) {
        let mut yes = vec![question.selection(area, self.frame.domain)];
        if question == Question::Without {
            yes.extend(State::GAPS.map(|state| Selection::Without(area, self.frame.domain, state)));
        }
        let ids = yes
            .into_iter()
            .flat_map(|selection| self.ledger.counted(selection).ids.interventions().collect::<Vec<_>>());
        let mut certain: Vec<InterventionId> =
            ids.filter(|id| !self.inside.get(id.at()).copied().unwrap_or(false)).collect();
        certain.sort_unstable();
        for id in &self.outside[area.at()] {
            let funds = self.ledger.weighted(*id).unwrap_or(Amount::ZERO).ore() as f64;
            if certain.binary_search(id).is_ok() {
                both.numbers.certain(1.0);
                both.funds.certain(funds);
            } else {
                both.numbers.known(1.0, Some(false));
                both.funds.known(funds, Some(false));
            }
        }
    }

    /// How many of an area people have read, and of how many.
    fn read(&self, area: AreaId) -> (usize, usize) {
        let of = self.ledger.counted(Selection::Area(area)).number;
        let is_unread = |row: &&super::Row| {
            row.people.is_none() && self.frame.strata.get(row.stratum).is_some_and(|stratum| stratum.area == area)
        };
        let gaps = State::GAPS.map(|state| self.ledger.counted(Selection::Without(area, self.frame.domain, state)));
        let gaps = gaps.iter().flat_map(|gap| gap.ids.interventions());
        let gaps = gaps.filter(|id| !self.inside.get(id.at()).copied().unwrap_or(false)).count();
        (of.saturating_sub(self.frame.rows.iter().filter(is_unread).count() + gaps), of)
    }

    /// The estimates of a domain: of every area, and of all together at the end.
    fn estimates(&self) -> BTreeMap<Question, Vec<Estimated>> {
        let questions = Question::all(&self.main_of);
        let tallies: Vec<(Question, Vec<Both>)> =
            questions.par_iter().map(|question| (*question, self.tallies(*question))).collect();
        let points = self.points(&tallies);
        let read: Vec<(usize, usize)> = (0..self.ledger.areas.len()).map(|at| self.read(AreaId::new(at))).collect();
        let mut estimates: BTreeMap<Question, Vec<Estimated>> = tallies
            .par_iter()
            .map(|(question, areas)| (*question, estimated(areas, &points[question], &read, self.whole)))
            .collect();
        self.within_main(&mut estimates);
        estimates
    }

    /// The points of every question in every area, whole and reconciled.
    fn points(&self, tallies: &[(Question, Vec<Both>)]) -> BTreeMap<Question, Vec<(usize, Amount)>> {
        let exact = tallies.iter().map(|(question, areas)| {
            let all = areas.iter().fold(Both::default(), |all, area| all.plus(area));
            // Shares of funds rest on few large amounts; those of numbers are steady, and what they miss is corrected.
            let rates = all.numbers.rates();
            let points = areas.iter().map(|area| area.agreed((area.numbers.point(rates), area.funds.point(rates))));
            (*question, points.collect::<Vec<_>>())
        });
        let mut exact: BTreeMap<Question, Vec<(f64, f64)>> = exact.collect();
        let is_part = |question: &Question| match question {
            Question::Code(code) => self.main_of.get(code.at()) == Some(code),
            Question::OnlyMain(_) => false,
            Question::Without => true,
        };
        let parts: Vec<&(Question, Vec<Both>)> = tallies.iter().filter(|(question, _)| is_part(question)).collect();
        let has_one = self.has_one_main_code();
        for at in 0..self.ledger.areas.len() {
            let of = |measure: fn(&Both) -> &Tally, point: fn((f64, f64)) -> f64, unit: f64| {
                let known = |part: &&(Question, Vec<Both>)| (point(exact[&part.0][at]), measure(&part.1[at]).least());
                let all = parts.first().map_or(0.0, |(_, areas)| measure(&areas[at]).all());
                reconciled(parts.iter().map(known).collect(), all, unit, has_one)
            };
            let numbers = of(|both| &both.numbers, |point| point.0, 1.0);
            let funds = of(|both| &both.funds, |point| point.1, self.whole.unit());
            for ((question, _), point) in parts.iter().zip(numbers.into_iter().zip(funds)) {
                exact.entry(*question).and_modify(|areas| areas[at] = point);
            }
        }
        let rounded = |(number, funds): (f64, f64)| (round::number(number), self.whole.amount(funds));
        exact.into_iter().map(|(question, areas)| (question, areas.into_iter().map(rounded).collect())).collect()
    }

    /// Whether no intervention has two main codes: then codes and rest come to all.
    fn has_one_main_code(&self) -> bool {
        let mains = |codes: &[CodeId]| codes.iter().filter(|code| self.main_of.get(code.at()) == Some(code)).count();
        let in_frame = self
            .frame
            .rows
            .iter()
            .all(|row| mains(&row.machine) < 2 && row.people.as_ref().is_none_or(|codes| mains(codes) < 2));
        let is_main = |code: &CodeId| self.main_of.get(code.at()) == Some(code);
        let outside = |area: AreaId| {
            let mut ids: Vec<InterventionId> = (0..self.main_of.len())
                .map(CodeId::new)
                .filter(is_main)
                .flat_map(|code| {
                    let counted = self.ledger.counted(Selection::Code(area, self.frame.domain, code));
                    counted.ids.interventions().collect::<Vec<_>>()
                })
                .filter(|id| !self.inside.get(id.at()).copied().unwrap_or(false))
                .collect();
            ids.sort_unstable();
            ids.windows(2).all(|pair| pair[0] != pair[1])
        };
        in_frame && (0..self.ledger.areas.len()).map(AreaId::new).all(outside)
    }

    /// A subcode, or a main code without one, is never more than the main code.
    fn within_main(&self, estimates: &mut BTreeMap<Question, Vec<Estimated>>) {
        let mains = estimates.clone();
        for (question, areas) in estimates.iter_mut() {
            let main = match question {
                Question::Code(code) => self.main_of.get(code.at()).copied().filter(|main| main != code),
                Question::OnlyMain(main) => Some(*main),
                Question::Without => None,
            };
            let Some(of_main) = main.and_then(|main| mains.get(&Question::Code(main))) else { continue };
            let Some((all, parts)) = areas.split_last_mut() else { continue };
            for (own, main) in parts.iter_mut().zip(of_main) {
                own.number = own.number.min(main.number);
                own.funds = own.funds.min(main.funds);
                cut_off(own, main);
            }
            // What is over all areas stays the sum of theirs.
            all.number = parts.iter().map(|own| own.number).sum();
            all.funds = parts.iter().map(|own| own.funds).sum();
            of_main.last().into_iter().for_each(|main| cut_off(all, main));
        }
    }
}

/// Points of codes and of what has none, each with what is certain of it, reconciled with all that there is: where nothing has two codes
/// they come to it; elsewhere to no less, for everything has a code or none.
fn reconciled(parts: Vec<(f64, f64)>, all: f64, unit: f64, has_one: bool) -> Vec<f64> {
    let whole: f64 = parts.iter().map(|(point, _)| (point / unit).round() * unit).sum();
    if has_one || whole < all {
        round::sum_to(&parts, all, unit)
    } else {
        parts.into_iter().map(|part| part.0).collect()
    }
}

/// Cuts an estimate's intervals off at the upper ends of its main code's, around its own points.
fn cut_off(own: &mut Estimated, main: &Estimated) {
    own.numbers = own.numbers.map(|numbers| within(numbers, main.numbers, own.number));
    own.amounts = own.amounts.map(|amounts| within(amounts, main.amounts, own.funds));
}

/// What it has to stretch down to its point it loses above: no interval becomes wider.
fn within<T>(own: Interval<T>, main: Option<Interval<T>>, point: T) -> Interval<T>
where
    T: Copy + Ord + Add<Output = T> + Sub<Output = T>,
{
    let high = main.map_or(own.high, |main| own.high.min(main.high)).min(own.low.min(point) + (own.high - own.low));
    Interval { low: own.low.min(point), high: high.max(point) }
}

/// The estimates of a question from its points: those of the areas, and their sum with an interval of its own.
fn estimated(areas: &[Both], points: &[(usize, Amount)], read: &[(usize, usize)], whole: Whole) -> Vec<Estimated> {
    let all = areas.iter().fold(Both::default(), |all, area| all.plus(area));
    let sum = points.iter().fold((0, Amount::ZERO), |sum, point| (sum.0 + point.0, sum.1 + point.1));
    let of_all = read.iter().fold((0, 0), |sum, area| (sum.0 + area.0, sum.1 + area.1));
    let rows = areas.iter().zip(points).zip(read).map(|((both, point), read)| (both, point, read));
    let one = |(both, (number, funds), (read, of)): (&Both, &(usize, Amount), &(usize, usize))| {
        let numbers = both.numbers.interval(*number as f64, Caution::Numbers);
        let amounts = both.funds.interval(funds.ore() as f64, Caution::Funds);
        Estimated {
            number: *number,
            numbers: numbers.map(|(low, high)| Interval { low: round::number(low), high: round::number(high) }),
            funds: *funds,
            amounts: amounts.map(|(low, high)| Interval { low: whole.amount(low), high: whole.amount(high) }),
            read: *read,
            of: *of,
        }
    };
    rows.chain([(&all, &sum, &of_all)]).map(one).collect()
}

/// The estimates of all frames, by what the ledger counts: in every area, and over all of them. The points of these are the sums of the
/// areas'; the intervals are those of the whole sample, and far shorter than sums of intervals. `ledger` has the codes of machine and people
/// as they count now.
pub fn estimates(frames: &[Frame], ledger: &Ledger) -> Estimates {
    let mut all = Estimates::new();
    for frame in frames {
        for (question, areas) in Known::new(frame, ledger).estimates() {
            let places = (0..ledger.areas.len()).map(AreaId::new).chain([AreaId::ALL]);
            all.extend(places.map(|area| question.selection(area, frame.domain)).zip(areas));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn funds_go_with_numbers() {
        // Read: one yes of 100, one no of 50; open are four interventions with 400 together, 100 each.
        let mut both = Both::default();
        for (funds, people) in
            [(100.0, Some(true)), (50.0, Some(false)), (150.0, None), (100.0, None), (90.0, None), (60.0, None)]
        {
            both.numbers.known(1.0, people);
            both.funds.known(funds, people);
        }
        // 1.4 is no whole intervention more than was read; 3.2 are 2.2 more, of which funds of nothing cannot be.
        assert_eq!(both.agreed((1.4, 180.0)), (1.4, 100.0));
        assert_eq!(both.agreed((3.2, 100.0)), (3.2, 320.0));
        assert_eq!(both.agreed((3.2, 250.0)), (3.2, 250.0));
    }

    #[test]
    fn a_subcode_is_cut_off_at_its_main_code_and_gets_no_wider() {
        let of = |low, high| Interval { low, high };
        // 4 to 9 of which at most 7 have the main code; a point of 2, below it, takes 2 of the width of 5 along: 2 to 7.
        assert_eq!(within(of(4, 9), Some(of(1, 7)), 5), of(4, 7));
        assert_eq!(within(of(4, 9), Some(of(1, 12)), 2), of(2, 7));
        assert_eq!(within(of(4, 9), None, 9), of(4, 9));
    }

    #[test]
    fn codes_and_what_has_none_come_to_no_less_than_all() {
        // Of 102: 60 and 40 codings, and none without, leave two interventions with neither; 102 · 60.4/100.7 = 61.18, 102 · 40.3/100.7 = 40.82.
        let parts = || vec![(60.4, 0.0), (40.3, 0.0), (0.0, 0.0)];
        assert_eq!(reconciled(parts(), 102.0, 1.0, false), [61.0, 41.0, 0.0]);
        // Several codes of an intervention come to more; where none has two, they come to all.
        assert_eq!(reconciled(parts(), 90.0, 1.0, false), [60.4, 40.3, 0.0]);
        assert_eq!(reconciled(parts(), 90.0, 1.0, true), [54.0, 36.0, 0.0]);
    }
}
