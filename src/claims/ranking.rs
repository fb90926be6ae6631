//! Breakdowns, and places in the rankings that they are.

use std::collections::BTreeSet;

use super::measure::{evaluate, rows};
use super::scope::{Only, Scope, Stop, key, position, unknown_text};
use super::syntax::{Breakdown, Condition, Dimension, Named, Part, Place, Source, Test, Values};
use super::tables;
use super::token::Mistake;
use super::words::Meaning;
use crate::diagnostic::shown;
use crate::exact::Exact;

/// One value of a breakdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What assertions call it: a code's id, an option's text, an area's id.
    pub name: String,
    /// What readers call it.
    pub label: String,
    /// Its number.
    pub value: Exact,
}

/// The values of a breakdown, in the order of codebook, options, areas or rows.
///
/// # Errors
/// [`Stop`].
pub fn entries(scope: &Scope<'_>, breakdown: &Breakdown) -> Result<Vec<Entry>, Stop> {
    let mut all = match &breakdown.source {
        Source::Cells { item, column, condition } => {
            let table = scope.table(item)?;
            let at = tables::column(table, column)?;
            let mut all = Vec::new();
            for row in rows(scope, item, condition.as_ref())? {
                let label = tables::label(table, row);
                let name = table.keys.get(row).cloned().unwrap_or_else(|| label.clone());
                all.push(Entry { name, label, value: tables::number(table, row, at, column)? });
            }
            all
        }
        Source::By(quantity, Dimension::Area) => {
            let mut all = Vec::new();
            for (at, area) in scope.facts.areas.iter().enumerate() {
                let known: Vec<usize> = (0..scope.facts.areas.len()).collect();
                let inner = Scope { areas: &[at], known: &known, ..*scope };
                let label = area.title.get(scope.facts.language).to_owned();
                all.push(Entry { name: area.id.to_owned(), label, value: evaluate(&inner, quantity)? });
            }
            all
        }
        Source::By(quantity, Dimension::Recipient) => {
            let mut all = Vec::new();
            for at in scope.areas {
                let Some(area) = scope.area(*at) else { continue };
                for (respondent, facts) in area.respondents.iter().enumerate() {
                    let inner = Scope { areas: &[*at], only: Only::Respondent(respondent), ..*scope };
                    let name = facts.recipient.name.clone();
                    all.push(Entry { label: name.clone(), name, value: evaluate(&inner, quantity)? });
                }
            }
            all
        }
        Source::By(quantity, Dimension::Values { names, subcodes_of, answers }) => {
            let mut all = Vec::new();
            for (name, label, test) in tests(scope, names, subcodes_of.as_ref(), answers)? {
                let condition = Condition::Test(test);
                let both;
                let added = match scope.added {
                    Some(outer) => {
                        both = Condition::And(vec![outer.clone(), condition]);
                        &both
                    }
                    None => &condition,
                };
                all.push(Entry { name, label, value: evaluate(&Scope { added: Some(added), ..*scope }, quantity)? });
            }
            all
        }
    };
    let known = all.clone();
    let positions = |values: &[Named]| values.iter().map(|v| find(v, &known)).collect::<Result<BTreeSet<_>, _>>();
    let (among, besides) = (positions(&breakdown.among)?, positions(&breakdown.besides)?);
    let mut at = 0;
    all.retain(|_| {
        at += 1;
        (among.is_empty() || among.contains(&(at - 1))) && !besides.contains(&(at - 1))
    });
    Ok(all)
}

/// The position of a value, by its name or by what readers call it.
fn find(value: &Named, entries: &[Entry]) -> Result<usize, Stop> {
    let names: Vec<&str> = entries.iter().map(|entry| entry.name.as_str()).collect();
    let labels: Vec<&str> = entries.iter().map(|entry| entry.label.as_str()).collect();
    let found = position(&value.text, &names).or_else(|| position(&value.text, &labels));
    found.ok_or_else(|| unknown_text(value, "value of the ranking", &names).into())
}

/// Name, label and test of every value of domains or questions.
fn tests(
    scope: &Scope<'_>,
    names: &[Named],
    subcodes_of: Option<&Named>,
    answers: &[Named],
) -> Result<Vec<(String, String, Test)>, Stop> {
    let span = names.first().map(|n| n.span).unwrap_or_default();
    let has = |item: Option<&str>, values: Vec<Named>| Test::Has {
        names: names.to_vec(),
        item: item.map(|text| Named { text: text.to_owned(), span }),
        values,
        negated: false,
    };
    let value = |text: &str| vec![Named { text: text.to_owned(), span }];
    if let Some(domains) = scope.domains(names)? {
        if let Some(answer) = answers.first() {
            return Err(Mistake::new(answer.span, "a domain has codes, not answers").into());
        }
        let main = subcodes_of.map(|of| scope.code(&domains, of)).transpose()?;
        let mut seen = BTreeSet::new();
        let codes = domains.iter().flat_map(|domain| scope.facts.book.codes(*domain));
        let codes = codes.filter(|code| code.parent.as_deref() == main && seen.insert(&code.id));
        let with_test = |code: &crate::codebook::Code| {
            (code.id.clone(), code.label.get(scope.facts.language).to_owned(), has(None, value(&code.id)))
        };
        return Ok(codes.map(with_test).collect());
    }
    if let Some(of) = subcodes_of {
        return Err(Mistake::new(of.span, "only domains have subcodes").into());
    }
    let mut all = Vec::new();
    let mut seen = BTreeSet::new();
    for name in names {
        for question in scope.questions(name)? {
            let items = !question.options.is_empty() && !question.answers.is_empty();
            if items == answers.is_empty() {
                let found =
                    format!("{} {} items that are answered", shown(&name.text), if items { "has" } else { "has no" });
                let expected = if items { "= and the answers that count" } else { "no answers here" };
                return Err(Mistake::new(name.span, found).expected(expected).into());
            }
            let values = if question.options.is_empty() { &question.answers } else { &question.options };
            for text in values.shown.iter().filter(|text| seen.insert(key(text))) {
                let test = if items { has(Some(text), answers.to_vec()) } else { has(None, value(text)) };
                all.push((text.clone(), text.clone(), test));
            }
        }
    }
    Ok(all)
}

/// A statement about a ranking, decided.
pub struct Placed {
    /// Whether it holds.
    pub holds: bool,
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
        Values::These(these) => these.iter().map(|v| find(v, &ranking)).collect::<Result<Vec<_>, _>>()?,
    };
    if let Values::These(these) = values {
        let twice = placed.iter().enumerate().find(|(at, position)| placed[..*at].contains(position));
        if let Some(named) = twice.and_then(|(at, _)| these.get(at)) {
            return Err(Mistake::new(named.span, format!("{} is listed twice", shown(&named.text))).into());
        }
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
    Ok(Placed { holds, ranking, placed })
}

/// Whether values of a ranking are as a vague word says, compared with the largest.
fn vaguely(scope: &Scope<'_>, word: &Named, listed: &[Exact], ranking: &[Entry]) -> Result<bool, Stop> {
    let limit = match super::verdict::meaning(scope, word)? {
        Meaning::Vague(vague) => vague.largest,
        Meaning::Near(_) => None,
    };
    let Some(limit) = limit else {
        let found = format!("{} does not say what it means in a ranking", shown(&word.text));
        return Err(Mistake::new(word.span, found)
            .expected("a word with a limit of the largest value, as common, rather-common, uncommon, rare")
            .into());
    };
    let largest = ranking.first().map(|entry| entry.value).filter(|value| *value > Exact::ZERO);
    let Some(largest) = largest else {
        let (swedish, english) = ("rangordningen har bara nollor", "the ranking has nothing but zeros");
        return Err(Stop::Unknown(scope.facts.language.pick(swedish, english).to_owned()));
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
