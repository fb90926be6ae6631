//! A word of more or fewer, held against both of what a sentence compares: two values of a breakdown, a value in two breakdowns, or a value
//! with those of others.

use super::areas::Areas;
use super::levels;
use super::mention::{Breakdowns, Mention};
use super::place::{Near, Place};
use super::ranked::ordered;
use super::sides::{SURELY, Sides, sides};
use super::words::{AMONG, FUNDS, INTERVENTIONS, OF_ALL, begins};
use super::{Told, Truth};
use crate::claims::numbers::{Figure, Value};
use crate::claims::{Measured, Tallied, Tally};

/// Less of each label must be named where what the values are called together stands there, too.
const SURELY_BY_NAME: f64 = 0.3;
/// What the data say of a comparison.
pub(super) fn told(
    (known, areas): (&Breakdowns<'_>, &Areas),
    place: &Place<'_>,
    near: &[Near],
    figure: &Figure,
) -> Option<Told> {
    let Value::Word(saying) = figure.value else { return None };
    let (said, clause) = (saying.change()?, near.first()?);
    let sides = sides(known, place, clause, figure)?;
    if let Some(told) = levels::told((known, areas), place, &sides, figure, said) {
        return Some(told);
    }
    let is_of_funds = begins(&sides.left.text, &FUNDS) && !begins(&sides.left.text, &INTERVENTIONS);
    let measured: &[Measured] =
        if is_of_funds { &[Measured::Funds] } else { &[Measured::Interventions, Measured::Respondents] };
    let found = pairs(known, place, (near, &sides), measured);
    let is_so = |pair: &Pair<'_>| pair.left.1.number.cmp(&pair.right.1.number) == said;
    if found.first().is_some_and(is_so) && found.iter().all(is_so) {
        return Some(Told::Shown);
    }
    let pair = found.iter().find(|pair| pair.is_sure && !found.iter().any(is_so))?;
    let is_equal = pair.left.1.number == pair.right.1.number;
    let is_of_others = place.names_others || !place.years.is_empty() || clause.has(&OF_ALL) || clause.has(&AMONG);
    if is_equal || is_of_others {
        return None;
    }
    let truth = match std::ptr::eq(pair.left.0, pair.right.0) {
        true => ordered(&[pair.left.1, pair.right.1], pair.left.0.measured, place.language),
        false => {
            let of = |(tally, value): (&Tally, &Tallied)| Tallied {
                label: format!("{}, {}", value.label, tally.group.split(' ').next().unwrap_or_default().to_lowercase()),
                ..value.clone()
            };
            ordered(&[&of(pair.left), &of(pair.right)], pair.left.0.measured, place.language)
        }
    };
    Some(Told::Other(Truth { range: sides.range, truth, of: String::new(), corrected: None, is_certain: false }))
}

/// Two values that are compared.
struct Pair<'t> {
    left: (&'t Tally, &'t Tallied),
    right: (&'t Tally, &'t Tallied),
    is_sure: bool,
}

/// The pairs of values that both sides name.
fn pairs<'t>(
    known: &Breakdowns<'t>,
    place: &Place<'_>,
    (near, sides): (&[Near], &Sides),
    measured: &[Measured],
) -> Vec<Pair<'t>> {
    let clause = std::slice::from_ref(&sides.left);
    let all = || clause.iter().chain(std::iter::once(&sides.right)).chain(near.iter().skip(1));
    let named = |text: &Near| known.named(place.area, &text.tokens);
    let answers = |own: &Mention<'_>| {
        let said = all().find_map(|text| known.answers(own, &text.tokens));
        own.tally.answers.is_empty() || said.unwrap_or(own.tally.is_of_first_answer)
    };
    let of = |text: &Near| {
        let mut found = place.mentions(known, text, measured);
        found.retain(|own| answers(own) && !own.tally.is_of_subcodes);
        found
    };
    let (left, right) = (of(&sides.left), of(&sides.right));
    let meant = all().map(named).find(|named| left.iter().any(|own| named.contains(own.tally.of.as_str())));
    let is_meant = |own: &Mention<'_>| meant.as_ref().is_none_or(|meant| meant.contains(own.tally.of.as_str()));
    let is_named = !named(&sides.left).is_empty() || !named(&sides.right).is_empty();
    let is_sure = |own: &Mention<'_>| own.coverage >= if is_named { SURELY_BY_NAME } else { SURELY };
    let mut pairs = Vec::new();
    for one in left.iter().filter(|own| is_meant(own)) {
        let same =
            right.iter().filter(|other| std::ptr::eq(other.tally, one.tally) && other.value.label != one.value.label);
        for other in same {
            let is_sure = is_sure(one) && is_sure(other) && meant.is_some();
            pairs.push(Pair { left: (one.tally, one.value), right: (other.tally, other.value), is_sure });
        }
    }
    if !pairs.is_empty() {
        // Of several values on a side none is meant alone.
        let is_one = pairs
            .iter()
            .all(|pair| pair.left.1.label == pairs[0].left.1.label && pair.right.1.label == pairs[0].right.1.label);
        pairs.iter_mut().for_each(|pair| pair.is_sure &= is_one);
        return pairs;
    }
    let (here, there) = (named(&sides.left), named(&sides.right));
    let both = left.iter().filter(|own| here.contains(own.tally.of.as_str()) && !there.contains(own.tally.of.as_str()));
    for one in both {
        let is_it = |tally: &&Tally| {
            there.contains(tally.of.as_str()) && tally.measured == one.tally.measured && !tally.is_of_subcodes
        };
        let other = known
            .tallies(place.area)
            .filter(is_it)
            .find_map(|tally| Some((tally, tally.values.iter().find(|value| value.label == one.value.label)?)));
        let is_sure = is_sure(one) && here.len() == 1 && there.len() == 1;
        pairs.extend(other.map(|right| Pair { left: (one.tally, one.value), right, is_sure }));
    }
    pairs
}
