//! A word of more or less than before, and the difference of two shares.

use std::cmp::Ordering;

use super::mention::Breakdowns;
use super::place::{Near, Place};
use super::ranked::amount;
use super::words::{APART, FROM, FUNDS, INTERVENTIONS, OF_ALL, SHARE, THAN_BEFORE, begins};
use super::{Told, Truth};
use crate::claims::Measured;
use crate::claims::numbers::{Figure, Kind, Value, figures};
use crate::exact::Exact;
use crate::msg;

/// So much of a label must be named.
const SURELY: f64 = 0.45;
/// So far behind a number stands what says that it is higher.
const HIGHER: usize = 8;

/// What the data say of a word of more or less than the year before.
pub(super) fn told(known: &Breakdowns<'_>, place: &Place<'_>, near: &[Near], figure: &Figure) -> Option<Told> {
    let Value::Word(saying) = figure.value else { return None };
    let (said, clause) = (saying.change()?, near.first()?);
    let lower = place.sentence.text.to_lowercase();
    if !THAN_BEFORE.iter().any(|word| lower.contains(word)) || clause.has(&OF_ALL) {
        return None;
    }
    let is_of_funds = clause.begins(&FUNDS) && !clause.begins(&INTERVENTIONS);
    let measured = if is_of_funds { [Measured::Funds] } else { [Measured::Interventions] };
    let meant = |at: usize| {
        let mut found = place.meant(known, near, at, &measured);
        // In the sentence what stands before the word is meant.
        found.retain(|own| at != 1 || own.range.end <= figure.range.start);
        found
    };
    let at = (0..near.len().min(3)).find(|at| !meant(*at).is_empty())?;
    if at > 0 && !place.leads_back_but(known, clause, &[], figure) {
        return None;
    }
    let meant = meant(at);
    let own = meant.iter().filter(|own| own.coverage >= SURELY).max_by(|a, b| a.coverage.total_cmp(&b.coverage))?;
    let (then, of) = own.value.before?;
    let (now, base) = (own.value.number, own.tally.base);
    let both = [now.over(base)?.cmp(&then.over(of)?), now.cmp(&then)];
    let is_share = clause.begins(&SHARE);
    let truth = if is_share { both[0] } else { both[1] };
    if truth == said {
        return Some(Told::Shown);
    }
    let mut others = meant.iter().filter(|other| other.coverage >= SURELY);
    let is_one = others.all(|other| other.value.label == own.value.label);
    // Other years than the one before are not known here.
    let is_of_others = place.names_others || place.years.len() > 1;
    if !is_one || is_of_others || both.contains(&said) || truth == Ordering::Equal {
        return None;
    }
    let [before, after] = [then, now].map(|number| amount(number, own.tally.measured, place.language));
    let [share_before, share_after] = [then.over(of)?, now.over(base)?]
        .map(|share| share.times(Exact::whole(100)).unwrap_or(share).written(place.language, 1));
    let truth = msg!("known-change", before, after, share_before, share_after).text(place.language);
    let (range, of) = (figure.range.clone(), own.value.label.clone());
    Some(Told::Other(Truth { range, truth, of, corrected: None, is_certain: false }))
}

/// A difference of two shares that is called a share: from 47 to 50 percent are 3 points, not 3 percent.
pub(super) fn points(place: &Place<'_>, figure: &Figure) -> Option<Told> {
    let (Value::Number(own), Kind::Share) = (figure.value, figure.kind) else { return None };
    let text = &place.sentence.text;
    let (from, to, is_certain) = from_to(place, figure).or_else(|| last_two(place, figure))?;
    let apart = to.minus(from)?.size();
    let room = if is_certain { Exact::ZERO } else { Exact::fraction(1, 100)? };
    // A share of the share may be meant.
    let is_of_first = apart.over(from)?.minus(own.size())?.size() <= Exact::fraction(1, 100)?;
    if apart.minus(own.size())?.size() > room || is_of_first {
        return None;
    }
    let digits = text.get(figure.digits.clone())?;
    let truth = msg!("known-points", digits).text(place.language);
    Some(Told::Other(Truth { is_certain: true, ..Truth::new(text, figure.range.clone(), truth, String::new()) }))
}

/// The two shares of *from 47.2 to 49.7 percent*.
fn from_to(place: &Place<'_>, figure: &Figure) -> Option<(Exact, Exact, bool)> {
    let text = &place.sentence.text;
    let is_first = |one: &&&Figure| {
        let before = text.get(..one.range.start).unwrap_or_default().to_lowercase();
        FROM.iter().take(2).any(|word| before.ends_with(word))
    };
    let first = place.all.iter().position(|one| is_first(&one) && one.range != figure.range)?;
    let (one, other) = (place.all.get(first)?, place.all.get(first + 1)?);
    let (Value::Number(from), Value::Number(to), Kind::Share) = (one.value, other.value, other.kind) else {
        return None;
    };
    // The first of the two may stand without its unit.
    let from = if one.kind == Kind::Share { from } else { from.over(Exact::whole(100))? };
    (other.range != figure.range).then_some((from, to, true))
}

/// The last two shares before a number that says by how much one is larger, in its sentence or in the one before.
fn last_two(place: &Place<'_>, figure: &Figure) -> Option<(Exact, Exact, bool)> {
    let text = &place.sentence.text;
    let last = place.all.iter().filter(|own| own.range.end <= figure.range.start).map(|own| own.range.end).max();
    let behind = figure.range.end..(figure.range.end + HIGHER).min(text.len());
    let behind = text.get(behind).unwrap_or_default();
    let between = format!("{} {behind}", text.get(last.unwrap_or(0)..figure.range.start)?);
    if !begins(&between, &APART) {
        return None;
    }
    let before = figures(&place.sentence.before);
    let own = place.all.iter().copied().filter(|own| own.range.end <= figure.range.start);
    let shares = before.iter().chain(own).filter(|own| own.kind == Kind::Share && !own.is_word());
    let numbers: Vec<Exact> =
        shares.filter_map(|own| if let Value::Number(number) = own.value { Some(number) } else { None }).collect();
    let [.., from, to] = numbers[..] else { return None };
    Some((from, to, false))
}
