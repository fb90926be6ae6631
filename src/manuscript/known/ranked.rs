//! A word that says a place in a ranking, held against the values that its sentence names.

use std::collections::BTreeSet;

use super::mention::{Breakdowns, Mention};
use super::place::{Near, Place};
use super::words::{AGAINST, AMONG, AND, FOLLOWED, FUNDS, INTERVENTIONS, OF_ALL, begins, is_yes};
use super::{Told, Truth};
use crate::claims::numbers::{Figure, Value};
use crate::claims::quantifiers::Rank;
use crate::claims::{Measured, Tallied, Tally};
use crate::exact::Exact;
use crate::msg;
use crate::wording::Language;

/// So much of each label must be named; less where what the values are called together stands beside it.
const SURELY: f64 = 0.5;
const SURELY_BY_NAME: f64 = 0.3;
/// So many values of a ranking are told.
const TOLD: usize = 5;

/// The values that a sentence gives a place.
struct Placed<'t> {
    /// In which of the texts near the word they are named.
    at: usize,
    meant: Vec<Mention<'t>>,
    /// Whether a word of a further label stands there, which may be named, too.
    has_parts: bool,
}

/// What the data say of a place in a ranking.
pub(super) fn told<'t>(known: &Breakdowns<'t>, place: &Place<'_>, near: &[Near], figure: &Figure) -> Option<Told> {
    let Value::Word(saying) = figure.value else { return None };
    let rank = saying.rank()?;
    let placed = placed(known, place, near, figure)?;
    let of = placed.meant.first()?.tally;
    if !placed.meant.iter().all(|own| std::ptr::eq(own.tally, of)) {
        return None;
    }
    let named: BTreeSet<&str> = placed.meant.iter().map(|own| own.value.label.as_str()).collect();
    if holds(rank, &named, &of.values) {
        return Some(Told::Shown);
    }
    if !is_sure(known, place, near, figure, &placed) {
        return None;
    }
    let from = near.get(placed.at)?.from?;
    let ends = placed.meant.iter().map(|own| (own.range.start + from, own.range.end + from));
    let whole = (figure.range.start, figure.range.end);
    let (start, end) = ends.fold(whole, |all, own| (all.0.min(own.0), all.1.max(own.1)));
    let truth = first(of, place.language);
    Some(Told::Other(Truth { range: start..end, truth, of: String::new(), corrected: None, is_certain: false }))
}

/// The values that are given a place: those of the clause, or else of the sentence; of *the two most common* the first two behind.
fn placed<'t>(known: &Breakdowns<'t>, place: &Place<'_>, near: &[Near], figure: &Figure) -> Option<Placed<'t>> {
    let clause = near.first()?;
    let is_of_funds = begins(&place.behind(figure), &FUNDS) || clause.begins(&FUNDS) && !clause.begins(&INTERVENTIONS);
    let measured: &[Measured] =
        if is_of_funds { &[Measured::Funds] } else { &[Measured::Interventions, Measured::Respondents] };
    let meant = |at: usize| {
        let mut found = place.meant(known, near, at, measured);
        // What follows is not the first.
        let followed = near.get(at).and_then(|text| text.first_of(&FOLLOWED)).unwrap_or(usize::MAX);
        // What is set against this is of another place, and yes and no have none.
        let is_against = |own: &Mention<'_>| {
            let from = near.get(at).and_then(|text| text.from).map(|from| from + own.range.start);
            let between = from.and_then(|from| place.sentence.text.get(figure.range.end..from));
            between.is_some_and(|between| AGAINST.iter().any(|word| between.contains(word)))
        };
        let is_ranked = |own: &Mention<'_>| {
            !own.tally.is_of_subcodes && own.tally.values.first().is_none_or(|value| !is_yes(&value.label))
        };
        found.retain(|own| is_ranked(own) && !is_against(own) && own.range.start < followed);
        found
    };
    let (at, meant) = match place.number_before(figure) {
        Some(number) => {
            let mut behind = meant(1);
            behind.retain(|own| own.range.start >= figure.range.end);
            behind.sort_by_key(|own| own.range.start);
            behind.truncate(number);
            (1, Some(behind).filter(|all| all.len() == number)?)
        }
        None => (0..2).map(|at| (at, meant(at))).find(|(_, meant)| !meant.is_empty())?,
    };
    // Where labels stand there as a whole, a word of another is no name.
    let most = meant.iter().map(|own| own.coverage).fold(0.0, f64::max);
    let (meant, parts): (Vec<_>, Vec<_>) = meant.into_iter().partition(|own| own.coverage >= SURELY || most < SURELY);
    Some(Placed { at, meant, has_parts: !parts.is_empty() })
}

/// Whether there is no doubt which values are ranked, and among which.
fn is_sure(known: &Breakdowns<'_>, place: &Place<'_>, near: &[Near], figure: &Figure, placed: &Placed<'_>) -> bool {
    let (Some(clause), Some(sentence), Some(own)) = (near.first(), near.get(1), near.get(placed.at)) else {
        return false;
    };
    let meant: Vec<&Mention<'_>> = placed.meant.iter().collect();
    let of = meant.first().map_or("", |own| own.tally.of.as_str());
    let is_named = |text: &Near| known.named(place.area, &text.tokens).contains(of);
    let is_by_name = near.iter().any(is_named) && known.named_beside(place.area, &own.tokens, &meant).len() <= 1;
    let least = if is_named(clause) { SURELY_BY_NAME } else { SURELY };
    let is_of_others = place.names_others
        || !place.years.is_empty()
        || near.iter().skip(1).take(2).any(|text| place.is_among_others(known, text))
        || [clause, sentence].iter().any(|text| text.has(&AMONG) || !place.area.is_empty() && text.has(&OF_ALL));
    // What stands before the clause may be ranked with what stands in it.
    let first = meant.iter().map(|own| own.range.start).min().unwrap_or(0);
    let before = own.text.get(..first).unwrap_or_default().to_lowercase();
    let starts = clause.text.trim_start().to_lowercase();
    let goes_on = AND.iter().any(|word| starts.starts_with(word) || before.ends_with(word));
    is_by_name
        && !is_of_others
        && !goes_on
        && !placed.has_parts
        && meant.iter().all(|own| own.coverage >= least)
        && place.leads_back_but(known, own, &placed.meant, figure)
}

/// The first values of a ranking with their numbers.
fn first(tally: &Tally, language: Language) -> String {
    let values: Vec<&Tallied> = tally.values.iter().filter(|value| value.number > Exact::ZERO).collect();
    ordered(&values, tally.measured, language)
}

/// A number as it is told: kronor in millions.
pub(super) fn amount(number: Exact, measured: Measured, language: Language) -> String {
    match measured {
        Measured::Funds => {
            let millions = number.over(Exact::whole(1_000_000)).unwrap_or(Exact::ZERO).written(language, 1);
            msg!("known-millions", millions).text(language)
        }
        Measured::Interventions | Measured::Respondents => number.written(language, 0),
    }
}

/// Shares in percent of those who answered, as `2 regioner`.
pub(super) fn shares(of: &[(&str, Exact)], language: Language) -> String {
    let own = |(asked, share): &(&str, Exact)| {
        let percent = share.times(Exact::whole(100)).unwrap_or(*share).written(language, 1);
        format!("{} ({percent} %)", asked.split_whitespace().next_back().unwrap_or_default())
    };
    of.iter().map(own).collect::<Vec<_>>().join("; ")
}

/// Values with their numbers, the largest first.
pub(super) fn ordered(values: &[&Tallied], measured: Measured, language: Language) -> String {
    let mut values = values.to_vec();
    values.sort_by_key(|value| std::cmp::Reverse(value.number));
    let number = |value: &Tallied| amount(value.number, measured, language);
    let mut all: Vec<String> =
        values.iter().take(TOLD).map(|value| format!("{} ({})", value.label, number(value))).collect();
    all.extend((values.len() > TOLD).then(|| "…".to_owned()));
    all.join("; ")
}

/// Whether values have a place among others; those of the same number share theirs.
fn holds(rank: Rank, named: &BTreeSet<&str>, values: &[Tallied]) -> bool {
    let is_named = |value: &&Tallied| named.contains(value.label.as_str());
    let own: Vec<Exact> = values.iter().filter(is_named).map(|value| value.number).collect();
    let rest: Vec<Exact> = values.iter().filter(|value| !is_named(value)).map(|value| value.number).collect();
    let above = |number: &Exact| rest.iter().filter(|other| *other > number).count();
    let below = |number: &Exact| rest.iter().filter(|other| *other < number && **other > Exact::ZERO).count();
    let not_above = |number: &Exact| rest.iter().filter(|other| *other >= number).count();
    match rank {
        Rank::FromTop(1) => own.iter().all(|number| above(number) == 0),
        Rank::FromTop(place) => {
            own.iter().all(|number| above(number) < place && not_above(number) + named.len() >= place)
        }
        Rank::FromBottom(1) => own.iter().all(|number| below(number) == 0),
        Rank::FromBottom(place) => own.iter().all(|number| below(number) < place),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_the_numbers() {
        let values = [("a", 5), ("b", 3), ("c", 3), ("d", 1), ("e", 0)];
        let values: Vec<Tallied> = (values.iter())
            .map(|(label, number)| Tallied { label: (*label).to_owned(), number: Exact::whole(*number), before: None })
            .collect();
        let is = |rank, named: &[&str]| holds(rank, &named.iter().copied().collect(), &values);
        assert!(is(Rank::FromTop(1), &["a"]) && is(Rank::FromTop(1), &["a", "b", "c"]));
        assert!(!is(Rank::FromTop(1), &["b"]) && !is(Rank::FromTop(1), &["a", "d"]));
        assert!(is(Rank::FromTop(2), &["b"]) && is(Rank::FromTop(2), &["c"]) && is(Rank::FromTop(3), &["c"]));
        assert!(!is(Rank::FromTop(2), &["a"]) && !is(Rank::FromTop(2), &["d"]));
        assert!(is(Rank::FromBottom(1), &["d"]) && is(Rank::FromBottom(1), &["e"]) && !is(Rank::FromBottom(1), &["b"]));
    }
}
