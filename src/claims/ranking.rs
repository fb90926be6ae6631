//! Places in the rankings that breakdowns are.

use std::collections::BTreeSet;

use super::between;
use super::breakdown::{Entry, entries, find};
use super::range::Truth;
use super::scope::{Scope, Stop};
use super::syntax::{Breakdown, Named, Part, Place, Values};
use super::texts::key;
use super::token::Mistake;
use super::words::{Limit, Meaning};
use super::years::not_known;
use crate::diagnostic::shown;
use crate::exact::Exact;
use crate::msg;

/// A statement about a ranking, decided.
pub struct Placed {
    /// Whether it holds.
    pub truth: Truth,
    /// The ranking, the highest first; equal ones in the order of the breakdown.
    pub ranking: Vec<Entry>,
    /// The positions, in the ranking, of the values that were placed.
    pub placed: Vec<usize>,
}

/// Decides whether values have a place in a ranking.
///
/// # Errors
/// [`Stop`].
pub fn place(scope: &Scope<'_>, values: &Values, place: &Place, breakdown: &Breakdown) -> Result<Placed, Stop> {
    let ranking = ranked(entries(scope, breakdown)?);
    let placed = match values {
        Values::All(_) => (0..ranking.len()).collect(),
        Values::These(these) => {
            let find = |value| find(value, &ranking).map_err(|stop| not_of_year(scope, breakdown, value, stop));
            these.iter().map(find).collect::<Result<Vec<_>, _>>()?
        }
    };
    if let Values::These(these) = values {
        let twice = placed.iter().enumerate().find(|(at, position)| placed[..*at].contains(position));
        if let Some(named) = twice.and_then(|(at, _)| these.get(at)) {
            return Err(Mistake::new(named.span, msg!("listed-twice", value = shown(&named.text))).into());
        }
    }
    if ranking.iter().any(|entry| !entry.range.is_exact()) {
        let limit = match place {
            Place::Vague(word) => Some(limit_of(scope, word)?),
            _ => None,
        };
        let truth = between::place(place, &ranking, &placed, limit);
        return Ok(Placed { truth, ranking, placed });
    }
    let value = |at: &usize| ranking[*at].value;
    let listed: Vec<Exact> = placed.iter().map(value).collect();
    let others: Vec<Exact> = (0..ranking.len()).filter(|at| !placed.contains(at)).map(|at| ranking[at].value).collect();
    let holds = match place {
        Place::FromTop(n) => {
            let above = others.iter().filter(|o| **o > listed[0]).count();
            above + 1 == *n && !others.contains(&listed[0])
        }
        Place::FromBottom(n) => {
            let below = others.iter().filter(|o| **o < listed[0]).count();
            below + 1 == *n && !others.contains(&listed[0])
        }
        Place::Highest { in_order } => {
            listed.iter().min() > others.iter().max() && (!in_order || listed.is_sorted_by(|a, b| a > b))
        }
        Place::Lowest { in_order } => {
            let lowest = others.iter().min().is_none_or(|other| listed.iter().max().is_some_and(|l| l < other));
            lowest && (!in_order || listed.is_sorted_by(|a, b| a < b))
        }
        Place::AmongHighest(n) => listed.iter().all(|l| ranking.iter().filter(|e| e.value > *l).count() < *n),
        Place::AmongLowest(n) => listed.iter().all(|l| ranking.iter().filter(|e| e.value < *l).count() < *n),
        Place::Present => listed.iter().all(|l| *l > Exact::ZERO),
        Place::Absent => listed.iter().all(|l| *l == Exact::ZERO),
        Place::Vague(word) => vaguely(scope, word, &listed, &ranking)?,
    };
    Ok(Placed { truth: Truth::known(holds), ranking, placed })
}

/// A value that another year's ranking lacks and this year's has is no mistake: it was not there.
fn not_of_year(scope: &Scope<'_>, breakdown: &Breakdown, value: &Named, stop: Stop) -> Stop {
    let (Stop::Wrong(mistake), Some(year)) = (&stop, breakdown.year) else { return stop };
    let of_now = entries(scope, &Breakdown { year: None, ..breakdown.clone() });
    match of_now.is_ok_and(|all| find(value, &all).is_ok()) {
        true => not_known(year.number, mistake),
        false => stop,
    }
}

/// What a vague word says of a value, compared with the largest.
fn limit_of(scope: &Scope<'_>, word: &Named) -> Result<Limit, Stop> {
    let limit = match scope.meaning(word)? {
        Meaning::Vague(vague) => vague.largest,
        Meaning::Near(_) | Meaning::Beyond(_) => None,
    };
    limit.ok_or_else(|| Mistake::new(word.span, msg!("word-without-ranking-limit", word = shown(&word.text))).into())
}

/// Whether values of a ranking are as a vague word says, compared with the largest.
fn vaguely(scope: &Scope<'_>, word: &Named, listed: &[Exact], ranking: &[Entry]) -> Result<bool, Stop> {
    let limit = limit_of(scope, word)?;
    let largest = ranking.first().map(|entry| entry.value).filter(|value| *value > Exact::ZERO);
    let Some(largest) = largest else {
        return Err(Stop::Unknown(msg!("ranking-of-zeros")));
    };
    Ok(listed.iter().all(|value| value.over(largest).is_some_and(|share| limit.holds(share))))
}

/// The highest first; equal ones stay in their order.
pub fn ranked(mut entries: Vec<Entry>) -> Vec<Entry> {
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.value));
    entries
}

/// Whether two rankings are alike in a part; `None` where equal values leave the part open.
pub fn alike(left: &[Entry], right: &[Entry], part: Part) -> Option<bool> {
    let names = |entries: &[Entry], count: usize| -> Vec<String> {
        entries.iter().take(count).map(|entry| key(&entry.name)).collect()
    };
    let tied_at = |entries: &[Entry], count: usize| {
        count > 0 && entries.get(count).is_some_and(|next| entries[count - 1].value == next.value)
    };
    let set = |names: Vec<String>| names.into_iter().collect::<BTreeSet<_>>();
    match part {
        Part::Order(first) => {
            let count = first.unwrap_or(left.len().max(right.len()));
            let tied = |entries: &[Entry]| (1..=count).any(|at| tied_at(entries, at));
            let (one, other) = (names(left, count), names(right, count));
            if one == other && !(tied(left) || tied(right)) {
                return Some(true);
            }
            Some(!in_conflict(left, right, count) && set(one) == set(other))
        }
        Part::Highest(count) => {
            if tied_at(left, count) || tied_at(right, count) {
                return None;
            }
            Some(set(names(left, count)) == set(names(right, count)))
        }
        Part::Values => Some(between::same_values(left, right)),
        Part::Lowest(count) => {
            let turned = |entries: &[Entry]| entries.iter().rev().cloned().collect::<Vec<_>>();
            alike(&turned(left), &turned(right), Part::Highest(count))
        }
    }
}

/// Whether two of the first values stand in opposite orders; equal values stand in none.
fn in_conflict(left: &[Entry], right: &[Entry], count: usize) -> bool {
    let value =
        |entries: &[Entry], name: &str| entries.iter().find(|entry| key(&entry.name) == name).map(|entry| entry.value);
    let names: Vec<String> = left.iter().take(count).map(|entry| key(&entry.name)).collect();
    names.iter().enumerate().any(|(at, one)| {
        names.iter().skip(at + 1).any(|other| {
            let orders = [left, right].map(|e| value(e, one).zip(value(e, other)).map(|(a, b)| a.cmp(&b)));
            let [Some(first), Some(second)] = orders else { return true };
            first.is_ne() && second.is_ne() && first != second
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(values: &[(&str, i128)]) -> Vec<Entry> {
        let entry = |(name, value): &(&str, i128)| Entry {
            name: (*name).to_owned(),
            label: (*name).to_owned(),
            value: Exact::whole(*value),
            range: Exact::whole(*value).into(),
        };
        ranked(values.iter().map(entry).collect())
    }

    #[test]
    fn rankings_are_alike_in_order_or_as_sets() {
        let one = entries(&[("a", 9), ("b", 5), ("c", 1)]);
        let other = entries(&[("a", 3), ("b", 7), ("c", 2)]);
        assert_eq!(alike(&one, &one, Part::Order(None)), Some(true));
        assert_eq!(alike(&one, &other, Part::Order(None)), Some(false));
        assert_eq!(alike(&one, &other, Part::Highest(2)), Some(true));
        assert_eq!(alike(&one, &other, Part::Highest(1)), Some(false));
        assert_eq!(alike(&one, &other, Part::Lowest(1)), Some(true));
    }

    #[test]
    fn equal_values_stand_in_no_order_and_leave_sets_open() {
        let tied = entries(&[("a", 5), ("b", 5), ("c", 1)]);
        let other = entries(&[("b", 7), ("a", 3), ("c", 2)]);
        assert_eq!(alike(&tied, &other, Part::Order(None)), Some(true));
        assert_eq!(alike(&tied, &other, Part::Highest(1)), None);
    }
}
