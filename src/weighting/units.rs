//! Lists and surveys whose amounts are all off alike, by a thousand or a million: that is a unit, and no recipient's fault.

use std::collections::{BTreeMap, BTreeSet};

use super::{Factor, Weight, named};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::money::Amount;
use crate::msg;
use crate::study::MoneyForm;
use crate::survey::{AreaMoney, Input, unit_to_set};
use crate::wording::{Arg, Language};

/// How many times a thousand a J is too large (above 0) or too small (below).
type Power = i32;

/// Areas whose weights are off alike, each with the power.
pub(super) type Off = BTreeMap<String, Power>;

/// The power of a thousand that a J is near, within the bounds of a usual one; `None` for 0 and for what is near none.
pub(super) fn power(factor: f64) -> Option<Power> {
    let near = |power: &Power| super::USUAL_FACTORS.contains(&(factor / 1_000_f64.powi(*power)));
    [-2, -1, 1, 2].into_iter().find(near)
}

/// The J of a recipient by itself, whatever the level of weighting.
fn own_factor(weight: &Weight) -> Option<f64> {
    let factor = Factor::new(weight.target, weight.reported)?;
    (weight.target > Amount::ZERO).then(|| factor.value())
}

/// The power that most of the J have, with how many have it, and how many there are.
fn most(factors: &[f64]) -> Option<(Power, usize, usize)> {
    let powers: Vec<Power> = factors.iter().filter_map(|factor| power(*factor)).collect();
    let count = |wanted: Power| powers.iter().filter(|power| **power == wanted).count();
    let found = powers.iter().copied().find(|power| count(*power) * 2 > factors.len())?;
    Some((found, count(found), factors.len()))
}

/// Reports lists, areas and surveys that are off alike, once each, and says which areas they are.
pub(super) fn report(input: &Input, weights: &[Weight], messages: &mut Diagnostics) -> Off {
    let mut by_area: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for weight in weights {
        by_area.entry(&weight.area).or_default().extend(own_factor(weight));
    }
    by_area.retain(|_, factors| !factors.is_empty());
    // What no list declares, as the result of an allocation, stands by itself.
    let mut by_list: BTreeMap<Option<&Place>, Vec<&str>> = BTreeMap::new();
    for (area, money) in input.money.iter().filter(|(area, _)| by_area.contains_key(area.as_str())) {
        by_list.entry(money.requisitions.as_ref().map(|form| &form.place)).or_default().push(area);
    }
    let mut off = Off::new();
    for (list, areas) in by_list {
        let found: BTreeMap<&str, (Power, usize, usize)> =
            areas.iter().filter_map(|area| Some((*area, most(by_area.get(area)?)?))).collect();
        let powers: BTreeSet<Power> = found.values().map(|(power, ..)| *power).collect();
        let by_survey = areas.first().and_then(|area| input.money.get(*area)).zip(powers.first().copied());
        let by_survey = by_survey.is_none_or(|(money, power)| is_by_survey(money, power));
        let whole = list.is_some() && found.len() == areas.len() && powers.len() == 1 && !by_survey;
        let several = areas.len() > 1 && !whole;
        let groups: Vec<Vec<&str>> = if whole { vec![areas] } else { found.keys().map(|area| vec![*area]).collect() };
        for group in groups {
            let of_group = group.iter().filter_map(|area| found.get(area));
            let (count, all) = of_group.fold((0, 0), |(count, all), (_, own, of)| (count + own, all + of));
            let Some((power, ..)) = group.first().and_then(|area| found.get(area)).copied() else { continue };
            // A single recipient may have mistaken the unit by itself.
            if count < 2 {
                continue;
            }
            let factors: Vec<f64> = group.iter().filter_map(|area| by_area.get(area)).flatten().copied().collect();
            let Some(money) = group.first().and_then(|area| input.money.get(*area)) else { continue };
            let case = Case { areas: &group, money, power, count, all, median: median(factors), several };
            messages.push(case.message(input));
            off.extend(group.iter().map(|area| ((*area).to_owned(), power)));
        }
    }
    off
}

fn median(mut factors: Vec<f64>) -> f64 {
    factors.sort_by(f64::total_cmp);
    factors.get(factors.len() / 2).copied().unwrap_or_default()
}

/// Areas that are off alike.
struct Case<'a> {
    areas: &'a [&'a str],
    money: &'a AreaMoney,
    power: Power,
    count: usize,
    all: usize,
    median: f64,
    /// Whether the list of requisitions holds other areas that are not off alike.
    several: bool,
}

/// Whether it is rather the survey's unit that is wrong: a declared unit above one krona is suspected first, else the smaller
/// amounts are those in thousands.
fn is_by_survey(money: &AreaMoney, power: Power) -> bool {
    let list = money.requisitions.as_ref();
    list.is_none_or(|list| if power < 0 { money.survey.unit > 1 } else { list.unit == 1 })
}

impl Case<'_> {
    /// The declaration that is probably wrong, and whether it is that of the survey.
    fn suspect(&self) -> (&MoneyForm, bool) {
        match self.money.requisitions.as_ref().filter(|_| !is_by_survey(self.money, self.power)) {
            Some(list) => (list, false),
            None => (&self.money.survey, true),
        }
    }

    fn message(&self, input: &Input) -> Diagnostic {
        let (suspect, of_survey) = self.suspect();
        let factor = 1_000_i64.pow(self.power.unsigned_abs());
        let larger = (self.power < 0) != of_survey;
        let unit = if larger { suspect.unit.checked_mul(factor) } else { suspect.unit.checked_div(factor) };
        let place = if self.areas.len() == 1 && !of_survey && self.several { &self.money.area } else { &suspect.place };
        let place = if place.file.is_empty() { &suspect.place } else { place };
        let (count, all, read, fix) = (self.count, self.all, suspect.word(), unit_to_set(suspect, unit));
        let factor = Arg::written(|language| short(self.median, language));
        let (areas, times) = (named(input, self.areas), 1_000_usize.pow(self.power.unsigned_abs()));
        let size = if larger { "small" } else { "large" };
        let (list, survey) = &self.money.file;
        let message = if of_survey {
            msg!("reports-off-alike", factor, count, all, areas, file = shown(survey), read, times, size, fix)
        } else {
            let alone = usize::from(self.several && self.areas.len() == 1);
            msg!("requisitions-off-alike", factor, count, all, areas, file = shown(list), read, times, size, fix, alone)
        };
        Diagnostic::warning(place.clone(), message)
    }
}

/// A factor as messages say it: without decimals where it is large.
fn short(factor: f64, language: Language) -> String {
    if factor >= 100.0 { language.in_message(&language.decimal(factor, 0)) } else { factor_text(factor, language) }
}

/// A factor with four decimals, or with as many as show its first two digits.
pub(super) fn factor_text(factor: f64, language: Language) -> String {
    const DECIMALS: usize = 4;
    const MOST: usize = 12;
    let digits = |decimals: &usize| factor * 10_f64.powi(*decimals as i32) >= 10.0;
    let decimals = if factor > 0.0 { (DECIMALS..MOST).find(digits).unwrap_or(MOST) } else { DECIMALS };
    language.in_message(&language.decimal(factor, decimals))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_factor_never_looks_like_nothing() {
        let english = |factor| factor_text(factor, Language::English);
        assert_eq!(english(0.000_42), "0.00042");
        assert_eq!(english(0.001), "0.0010");
        assert_eq!(english(0.000_001_27), "0.0000013");
        assert_eq!(english(1000.0117), "1,000.0117");
        assert_eq!(factor_text(0.43, Language::Swedish), "0,4300");
        assert_eq!(short(1000.0117, Language::English), "1,000");
    }
}
