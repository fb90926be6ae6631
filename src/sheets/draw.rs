//! Who codes what: answers are drawn by a seed, area by area, so that the same draw can be made again by anybody.
//!
//! Nothing is left to chance but what the seed says: the order of answers is that of the SHA-256 of the seed and their ids. Of
//! every area the same share is given to two coders, exactly over all; pairs of coders take turns, and what is left goes to
//! whoever has fewest.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::exact::{Exact, Rounding};
use crate::money::Amount;
use crate::weighting::divide;

/// An answer that nobody was given yet.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its area.
    pub area: &'a str,
}

/// How answers are drawn.
#[derive(Clone, Debug)]
pub struct Wish<'a> {
    /// The coders, each once.
    pub coders: &'a [String],
    /// The share that two coders code, from 0 to 1; nothing is coded twice where there is one coder.
    pub double: Exact,
    /// What orders the answers.
    pub seed: u64,
}

/// Who codes what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    /// By coder, the ids of their answers, sorted: the order does not tell which ones two have.
    pub assign: BTreeMap<String, Vec<String>>,
    /// Those without suggestions: all that two coders have, and as many that one has. Who sees that an answer has none does not know
    /// whether somebody else codes it, too.
    pub plain: Vec<String>,
    /// How many answers two coders have.
    pub doubled: usize,
}

/// Draws.
pub fn draw(units: &[Candidate<'_>], wish: &Wish<'_>) -> Drawn {
    let mut areas: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    units.iter().for_each(|unit| areas.entry(unit.area).or_default().push(unit.id));
    let sizes: Vec<Amount> = areas.values().map(|ids| Amount::from_ore(ids.len() as i64)).collect();
    let pairs = pairs(wish.coders.len());
    let doubled = if pairs.is_empty() { 0 } else { share(wish.double, units.len()) };
    let of_areas = divide(doubled as i64, &sizes).unwrap_or_default();
    let mut hands = Hands { ids: vec![Vec::new(); wish.coders.len()] };
    let (mut turns, mut singles, mut plain) = (pairs.iter().cycle(), Vec::new(), Vec::new());
    for ((_, mut ids), twice) in areas.into_iter().zip(of_areas) {
        ids.sort_by_cached_key(|id| order(wish.seed, "", id));
        let once = ids.split_off(usize::try_from(twice).unwrap_or(0).min(ids.len()));
        for (id, (one, other)) in ids.iter().zip(&mut turns) {
            hands.give(*one, id);
            hands.give(*other, id);
        }
        plain.extend(ids);
        singles.push((once, twice));
    }
    singles.iter().flat_map(|(once, _)| once).for_each(|id| hands.give_to_fewest(id));
    plain.extend(beside(singles, wish.seed));
    plain.sort_unstable();
    let named = wish.coders.iter().zip(hands.ids).map(|(coder, mut ids)| {
        ids.sort_unstable();
        (coder.clone(), ids.into_iter().map(str::to_owned).collect())
    });
    Drawn { assign: named.collect(), plain: plain.into_iter().map(str::to_owned).collect(), doubled }
}

/// As many answers of one coder as two coders have, from the same areas; where an area has too few, others make up for it.
fn beside(singles: Vec<(Vec<&str>, i64)>, seed: u64) -> Vec<&str> {
    let (mut chosen, mut rest, mut missing) = (Vec::new(), Vec::new(), 0);
    for (mut once, twice) in singles {
        // Another order than that in which they were given out: whose turn it was must not decide.
        once.sort_by_cached_key(|id| order(seed, "plain", id));
        let wanted = usize::try_from(twice).unwrap_or(0);
        let left = once.split_off(wanted.min(once.len()));
        missing += wanted - once.len();
        chosen.extend(once);
        rest.extend(left);
    }
    chosen.extend(rest.into_iter().take(missing));
    chosen
}

/// What each coder has been given so far.
struct Hands<'a> {
    ids: Vec<Vec<&'a str>>,
}

impl<'a> Hands<'a> {
    fn give(&mut self, coder: usize, id: &'a str) {
        self.ids.get_mut(coder).into_iter().for_each(|own| own.push(id));
    }

    fn give_to_fewest(&mut self, id: &'a str) {
        let fewest = self.ids.iter_mut().min_by_key(|own| own.len());
        fewest.into_iter().for_each(|own| own.push(id));
    }
}

/// So many of all; halves are rounded up.
fn share(double: Exact, all: usize) -> usize {
    let share = double.times(Exact::count(all)).map_or(0, |exact| exact.nearest(Rounding::HalfUp));
    usize::try_from(share).unwrap_or(0).min(all)
}

/// What orders answers, the same on every machine.
fn order(seed: u64, what: &str, id: &str) -> [u8; 32] {
    Sha256::digest(format!("{seed}\u{1f}{what}\u{1f}{id}")).into()
}

/// Every pair of coders, in rounds in which each has a turn, as in a tournament: so that loads stay even wherever one stops.
fn pairs(coders: usize) -> Vec<(usize, usize)> {
    let seats = coders + coders % 2;
    let round = |round: usize| {
        let seat = move |at: usize| if at == 0 { 0 } else { 1 + (at - 1 + round) % (seats - 1) };
        (0..seats / 2).map(move |at| (seat(at), seat(seats - 1 - at)))
    };
    let all = (0..seats.saturating_sub(1)).flat_map(round);
    // With an odd number of them, whoever meets the empty seat waits.
    all.filter(|(one, other)| *one < coders && *other < coders).map(|(a, b)| (a.min(b), a.max(b))).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn coders(number: usize) -> Vec<String> {
        (0..number).map(|at| format!("coder {at}")).collect()
    }

    fn percent(share: i128) -> Exact {
        Exact::fraction(share, 100).unwrap_or(Exact::whole(0))
    }

    /// Four coders meet in three rounds of two pairs.
    #[test]
    fn pairs_take_turns_in_rounds() {
        assert_eq!(pairs(2), [(0, 1)]);
        assert_eq!(pairs(4), [(0, 3), (1, 2), (0, 1), (2, 3), (0, 2), (1, 3)]);
        assert_eq!(pairs(3).into_iter().collect::<BTreeSet<_>>(), BTreeSet::from([(0, 1), (0, 2), (1, 2)]));
        assert_eq!((pairs(0), pairs(1)), (vec![], vec![]));
    }

    /// 15 percent of 7 + 3 answers is 1.5, rounded 2; over 7 : 3 that is 1.4 and 0.6: one each.
    #[test]
    fn the_share_is_exact_over_all_and_even_over_areas() {
        let ids: Vec<String> = (0..10).map(|at| format!("R-{at}")).collect();
        let units: Vec<Candidate<'_>> =
            ids.iter().enumerate().map(|(at, id)| Candidate { id, area: if at < 7 { "a" } else { "b" } }).collect();
        let drawn = draw(&units, &Wish { coders: &coders(2), double: percent(15), seed: 1 });
        assert_eq!((drawn.doubled, drawn.plain.len()), (2, 4));
        let both: Vec<&String> =
            drawn.assign["coder 0"].iter().filter(|id| drawn.assign["coder 1"].contains(id)).collect();
        let in_b = both.iter().filter(|id| ids[7..].contains(id)).count();
        assert_eq!((both.len(), in_b), (2, 1));
        assert_eq!(drawn.assign.values().map(Vec::len).collect::<Vec<_>>(), [6, 6]);
        // One coder has everything, once.
        let alone = draw(&units, &Wish { coders: &coders(1), double: percent(15), seed: 1 });
        assert_eq!((alone.assign["coder 0"].len(), alone.doubled, alone.plain.len()), (10, 0, 0));
    }

    /// The order is that of `printf '1\x1f\x1fR-%d' … | sha256sum`.
    #[test]
    fn the_order_is_that_of_a_hash() {
        let hex = |bytes: [u8; 32]| bytes.iter().take(4).map(|byte| format!("{byte:02x}")).collect::<String>();
        assert_eq!([hex(order(1, "", "R-1")), hex(order(2, "plain", "R-1"))], [ORDER_1, ORDER_2]);
    }
    const ORDER_1: &str = "cc50c573";
    const ORDER_2: &str = "4f30fa3d";

    proptest! {
        #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_draw_is_whole_even_and_blind(
            sizes in prop::collection::vec(0_usize..30, 1..6),
            people in 1_usize..6,
            share in 0_i128..=100,
            seed in 0_u64..1000,
        ) {
            let ids: Vec<(String, String)> = sizes.iter().enumerate()
                .flat_map(|(area, size)| (0..*size).map(move |at| (format!("{area}-{at}"), format!("area {area}")))).collect();
            let units: Vec<Candidate<'_>> = ids.iter().map(|(id, area)| Candidate { id, area }).collect();
            let coders = coders(people);
            let wish = Wish { coders: &coders, double: percent(share), seed };
            let drawn = draw(&units, &wish);
            // Whatever the order in which answers are read.
            let reversed: Vec<Candidate<'_>> = units.iter().rev().copied().collect();
            prop_assert_eq!(&draw(&reversed, &wish), &drawn);
            let mut of: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
            for (coder, own) in &drawn.assign {
                prop_assert!(own.is_sorted());
                own.iter().for_each(|id| of.entry(id).or_default().push(coder));
            }
            prop_assert_eq!(of.len(), units.len());
            let expected = if people < 2 { 0 } else { ((share * units.len() as i128 * 2 + 100) / 200) as usize };
            let doubled: BTreeSet<&str> = of.iter().filter(|(_, by)| by.len() == 2).map(|(id, _)| *id).collect();
            prop_assert!(of.values().all(|by| by.len() <= 2));
            prop_assert_eq!((doubled.len(), drawn.doubled), (expected, expected));
            // Every area has its share to within one.
            for area in units.iter().map(|unit| unit.area).collect::<BTreeSet<_>>() {
                let own: Vec<&str> = units.iter().filter(|unit| unit.area == area).map(|unit| unit.id).collect();
                let twice = own.iter().filter(|id| doubled.contains(*id)).count() as f64;
                let exact = expected as f64 * own.len() as f64 / units.len() as f64;
                prop_assert!((twice - exact).abs() < 1.0);
            }
            // Pairs are even, and loads where anything is left to make up for them.
            let mut by_pair: BTreeMap<&Vec<&str>, usize> = BTreeMap::new();
            of.values().filter(|by| by.len() == 2).for_each(|by| *by_pair.entry(by).or_default() += 1);
            let all_pairs = people * people.saturating_sub(1) / 2;
            let (least, most) = (by_pair.values().min(), by_pair.values().max());
            let least = if by_pair.len() < all_pairs { 0 } else { least.copied().unwrap_or(0) };
            prop_assert!(most.copied().unwrap_or(0) - least <= 1);
            let loads: Vec<usize> = drawn.assign.values().map(Vec::len).collect();
            let spread = loads.iter().max().unwrap_or(&0) - loads.iter().min().unwrap_or(&0);
            prop_assert!(spread <= if units.len() - doubled.len() >= people { 1 } else { 2 }, "{loads:?}");
            let plain: BTreeSet<&str> = drawn.plain.iter().map(String::as_str).collect();
            prop_assert!(doubled.is_subset(&plain));
            prop_assert_eq!(plain.len() - doubled.len(), doubled.len().min(units.len() - doubled.len()));
        }
    }
}
