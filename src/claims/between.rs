//! Places in rankings of numbers that are estimated: what holds for all values in the intervals, for none, or for some.
//!
//! What must be so of two numbers is so where their intervals lie apart. Where several numbers overlap, what no values of theirs
//! can bring about is not always found; then the statement counts as one that some may.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::breakdown::Entry;
use super::range::{Range, Truth};
use super::syntax::{Part, Place, Symbol};
use super::texts::key;
use super::words::Limit;
use crate::exact::Exact;

/// The ends of an interval, or both turned round where the lowest is the first.
type Ends<T> = (T, T);

/// Whether values of a ranking, by their positions, have a place in it. `limit` is what a vague word says.
pub fn place(place: &Place, ranking: &[Entry], placed: &[usize], limit: Option<Limit>) -> Truth {
    match place {
        Place::FromTop(n) => nth(*n, &from_top(ranking), placed),
        Place::FromBottom(n) => nth(*n, &from_bottom(ranking), placed),
        Place::Highest { in_order } => first(*in_order, &from_top(ranking), placed),
        Place::Lowest { in_order } => first(*in_order, &from_bottom(ranking), placed),
        Place::AmongHighest(n) => among(*n, &from_top(ranking), placed),
        Place::AmongLowest(n) => among(*n, &from_bottom(ranking), placed),
        Place::Present => each(ranking, placed, |own| Symbol::Above.between(own, &Exact::ZERO.into())),
        Place::Absent => each(ranking, placed, |own| Symbol::Equal.between(own, &Exact::ZERO.into())),
        Place::Vague(_) => limit.map_or(Truth::Depends, |limit| beside_largest(limit, ranking, placed)),
    }
}

fn from_top(ranking: &[Entry]) -> Vec<Ends<Exact>> {
    ranking.iter().map(|entry| (entry.range.low, entry.range.high)).collect()
}

fn from_bottom(ranking: &[Entry]) -> Vec<Ends<Reverse<Exact>>> {
    ranking.iter().map(|entry| (Reverse(entry.range.high), Reverse(entry.range.low))).collect()
}

/// What is so of every value.
fn each(ranking: &[Entry], placed: &[usize], truth: impl Fn(&Range) -> Truth) -> Truth {
    let all: Vec<Truth> = placed.iter().filter_map(|at| ranking.get(*at)).map(|entry| truth(&entry.range)).collect();
    Truth::of(all.iter().all(|one| *one == Truth::Always), !all.contains(&Truth::Never))
}

/// How many others lie above a value: surely, and possibly.
fn above<T: Ord>(all: &[Ends<T>], own: usize) -> (usize, usize) {
    let others = || all.iter().enumerate().filter(|(at, _)| *at != own).map(|(_, other)| other);
    let (low, high) = &all[own];
    (others().filter(|other| other.0 > *high).count(), others().filter(|other| other.1 > *low).count())
}

/// Whether the first value that is placed is the n-th, and no other equals it.
fn nth<T: Ord>(n: usize, all: &[Ends<T>], placed: &[usize]) -> Truth {
    let Some(own) = placed.first().copied().filter(|own| *own < all.len()) else { return Truth::Never };
    let (surely, possibly) = above(all, own);
    let below = all.iter().enumerate().filter(|(at, other)| *at != own && other.1 < all[own].0).count();
    Truth::of(surely + 1 == n && surely + below + 1 == all.len(), surely < n && possibly + 1 >= n)
}

/// Whether the values that are placed are the first ones, in their order where it counts.
fn first<T: Ord + Copy>(in_order: bool, all: &[Ends<T>], placed: &[usize]) -> Truth {
    let listed: Vec<Ends<T>> = placed.iter().filter_map(|at| all.get(*at).copied()).collect();
    let others = || (0..all.len()).filter(|at| !placed.contains(at)).map(|at| all[at]);
    let surely = |listed: &[Ends<T>]| listed.iter().map(|own| own.0).min() > others().map(|other| other.1).max();
    let possibly = |listed: &[Ends<T>]| listed.iter().map(|own| own.1).min() > others().map(|other| other.0).max();
    let falls = listed.is_sorted_by(|a, b| a.0 > b.1);
    Truth::of(surely(&listed) && (!in_order || falls), possibly(&listed) && (!in_order || may_fall(&listed)))
}

/// Whether values can stand in falling order: each above the lowest that the ones behind it can be.
fn may_fall<T: Ord + Copy>(listed: &[Ends<T>]) -> bool {
    let mut floor: Option<T> = None;
    listed.iter().rev().all(|(low, high)| {
        let fits = floor.is_none_or(|floor| *high > floor);
        floor = floor.max(Some(*low));
        fits
    })
}

/// Whether fewer than n others lie above each of the values.
fn among<T: Ord>(n: usize, all: &[Ends<T>], placed: &[usize]) -> Truth {
    let counts: Vec<_> = placed.iter().filter(|at| **at < all.len()).map(|at| above(all, *at)).collect();
    Truth::of(counts.iter().all(|(_, possibly)| *possibly < n), counts.iter().all(|(surely, _)| *surely < n))
}

/// Whether each value, as a share of the largest, keeps a limit.
fn beside_largest(limit: Limit, ranking: &[Entry], placed: &[usize]) -> Truth {
    let largest = ranking.iter().map(|entry| entry.range.clone()).reduce(Range::max);
    let share = |own: &Range| largest.as_ref().and_then(|largest| own.over(largest));
    each(ranking, placed, |own| match share(own) {
        Some(share) => limit.symbol.between(&share, &limit.value.into()),
        None => Truth::Depends,
    })
}

/// Whether two rankings have the same values, in whatever order.
pub fn same_values(left: &[Entry], right: &[Entry]) -> bool {
    let names = |entries: &[Entry]| entries.iter().map(|entry| key(&entry.name)).collect::<BTreeSet<_>>();
    names(left) == names(right)
}

/// Whether two rankings are alike in a part.
pub fn alike(left: &[Entry], right: &[Entry], part: Part) -> Truth {
    match part {
        Part::Highest(n) => same_first(n, [(left, &from_top(left)), (right, &from_top(right))]),
        Part::Lowest(n) => same_first(n, [(left, &from_bottom(left)), (right, &from_bottom(right))]),
        Part::Values => Truth::known(same_values(left, right)),
        Part::Order(n) => same_order(n.unwrap_or(left.len().max(right.len())), left, right),
    }
}

/// The names of the values that are surely among the first n, and of those that surely are not.
fn surely<T: Ord>(n: usize, (entries, ends): (&[Entry], &[Ends<T>])) -> [BTreeSet<String>; 2] {
    let counts: Vec<_> = (0..ends.len()).map(|at| above(ends, at)).collect();
    let names = |is: &dyn Fn(&(usize, usize)) -> bool| {
        entries.iter().zip(&counts).filter(|(_, counts)| is(counts)).map(|(entry, _)| key(&entry.name)).collect()
    };
    [names(&|(_, possibly)| *possibly < n), names(&|(surely, _)| *surely >= n)]
}

fn same_first<T: Ord>(n: usize, rankings: [(&[Entry], &[Ends<T>]); 2]) -> Truth {
    let has = |entries: &[Entry], name: &str| entries.iter().any(|entry| key(&entry.name) == name);
    let [one, other] = rankings;
    let ([in_one, out_of_one], [in_other, out_of_other]) = (surely(n, one), surely(n, other));
    let parts = |inside: &BTreeSet<String>, outside: &BTreeSet<String>, entries: &[Entry]| {
        inside.iter().any(|name| outside.contains(name) || !has(entries, name))
    };
    let differ = parts(&in_one, &out_of_other, other.0) || parts(&in_other, &out_of_one, one.0);
    Truth::of(in_one.len() == n.min(one.0.len()) && in_one == in_other, !differ)
}

/// Whether the first values stand in the same order.
fn same_order(count: usize, left: &[Entry], right: &[Entry]) -> Truth {
    // The entries come ranked by their points; their order is sure where each lies above all behind it.
    let is_sure = |entries: &[Entry]| {
        (0..count.min(entries.len()))
            .all(|at| entries[at + 1..].iter().all(|behind| entries[at].range.low > behind.range.high))
    };
    let names = |entries: &[Entry]| entries.iter().take(count).map(|entry| key(&entry.name)).collect::<Vec<_>>();
    if is_sure(left) && is_sure(right) {
        return Truth::known(names(left) == names(right));
    }
    let [first_left, _] = surely(count, (left, &from_top(left)));
    let lies_above = |entries: &[Entry], one: &str, other: &str| {
        let find = |name: &str| entries.iter().find(|entry| key(&entry.name) == name).map(|entry| &entry.range);
        find(one).zip(find(other)).is_some_and(|(one, other)| one.low > other.high)
    };
    let turned = first_left
        .iter()
        .any(|one| first_left.iter().any(|other| lies_above(left, one, other) && lies_above(right, other, one)));
    Truth::of(false, !turned && same_first(count, [(left, &from_top(left)), (right, &from_top(right))]) != Truth::Never)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names with a point and the ends of its interval, ranked by their points.
    fn ranking(values: &[(&str, i128, i128, i128)]) -> Vec<Entry> {
        let entry = |(name, point, low, high): &(&str, i128, i128, i128)| {
            let (name, range) = ((*name).to_owned(), Range::of_count(*point, *low, *high));
            Entry { label: name.clone(), name, value: range.point, range }
        };
        values.iter().map(entry).collect()
    }

    #[test]
    fn places_are_sure_where_intervals_lie_apart() {
        // a lies above b and c, which overlap; d is nothing, e may be nothing.
        let all = ranking(&[("a", 30, 26, 35), ("b", 20, 17, 24), ("c", 18, 15, 21), ("e", 2, 0, 4), ("d", 0, 0, 0)]);
        let decide = |wanted: Place, placed: &[usize]| place(&wanted, &all, placed, None);
        assert_eq!(decide(Place::FromTop(1), &[0]), Truth::Always);
        assert_eq!(decide(Place::FromTop(2), &[0]), Truth::Never);
        assert_eq!(decide(Place::FromTop(2), &[1]), Truth::Depends);
        assert_eq!(decide(Place::FromTop(2), &[3]), Truth::Never);
        // Whether e is above d or equal to it nobody knows; the last it is not.
        assert_eq!(decide(Place::FromBottom(1), &[4]), Truth::Depends);
        assert_eq!(decide(Place::FromBottom(1), &[2]), Truth::Never);
        let (listed, ordered) = (Place::Highest { in_order: false }, Place::Highest { in_order: true });
        assert_eq!(decide(listed.clone(), &[0, 1, 2]), Truth::Always);
        assert_eq!(decide(ordered.clone(), &[0, 1, 2]), Truth::Depends);
        assert_eq!(decide(ordered.clone(), &[1, 0, 2]), Truth::Never);
        assert_eq!(decide(ordered, &[0]), Truth::Always);
        assert_eq!(decide(listed, &[0, 1]), Truth::Depends);
        assert_eq!(decide(Place::Lowest { in_order: false }, &[3, 4]), Truth::Always);
        assert_eq!(decide(Place::AmongHighest(3), &[1, 2]), Truth::Always);
        assert_eq!(decide(Place::AmongHighest(2), &[2]), Truth::Depends);
        assert_eq!(decide(Place::AmongHighest(2), &[4]), Truth::Never);
        assert_eq!(decide(Place::AmongLowest(2), &[3]), Truth::Always);
        assert_eq!(decide(Place::Present, &[0, 1]), Truth::Always);
        assert_eq!(decide(Place::Present, &[0, 3]), Truth::Depends);
        assert_eq!(decide(Place::Present, &[3, 4]), Truth::Never);
        assert_eq!(decide(Place::Absent, &[4]), Truth::Always);
        assert_eq!(decide(Place::Absent, &[3]), Truth::Depends);
        assert_eq!(decide(Place::Absent, &[2]), Truth::Never);
    }

    #[test]
    fn a_share_of_the_largest_is_as_wide_as_it_can_be() {
        // c is at least 15 of 35, 3/7, and at most 21 of 26.
        let all = ranking(&[("a", 30, 26, 35), ("c", 18, 15, 21)]);
        let limit = |numerator, denominator| {
            let value = Exact::fraction(numerator, denominator).unwrap_or(Exact::ZERO);
            Some(Limit { symbol: Symbol::AtLeast, value })
        };
        let vague =
            || Place::Vague(crate::claims::syntax::Named { text: "common".to_owned(), span: Default::default() });
        let decide = |limit| place(&vague(), &all, &[1], limit);
        assert_eq!(decide(limit(3, 7)), Truth::Always);
        assert_eq!(decide(limit(1, 2)), Truth::Depends);
        assert_eq!(decide(limit(9, 10)), Truth::Never);
    }

    #[test]
    fn rankings_are_alike_where_their_intervals_say_so() {
        let one = ranking(&[("a", 30, 26, 35), ("b", 20, 17, 24), ("c", 5, 3, 8)]);
        let same = ranking(&[("a", 90, 80, 99), ("b", 40, 30, 50), ("c", 9, 8, 10)]);
        let turned = ranking(&[("b", 90, 80, 99), ("a", 40, 30, 50), ("c", 9, 8, 10)]);
        let close = ranking(&[("b", 50, 40, 60), ("a", 45, 35, 55), ("c", 9, 8, 10)]);
        assert_eq!(alike(&one, &same, Part::Order(None)), Truth::Always);
        assert_eq!(alike(&one, &turned, Part::Order(None)), Truth::Never);
        assert_eq!(alike(&one, &close, Part::Order(None)), Truth::Depends);
        assert_eq!(alike(&one, &close, Part::Highest(2)), Truth::Always);
        assert_eq!(alike(&one, &turned, Part::Highest(1)), Truth::Never);
        assert_eq!(alike(&one, &close, Part::Highest(1)), Truth::Depends);
        assert_eq!(alike(&one, &close, Part::Lowest(1)), Truth::Always);
    }
}
