//! The values of a breakdown, each with its number.

use std::collections::BTreeSet;

use super::measure::{cell, range, rows};
use super::range::Range;
use super::scope::{Only, Scope, Stop};
use super::syntax::{Breakdown, Condition, Dimension, Named, Source, Test, pair, parts};
use super::tables;
use super::texts::{Kind, key, position, unknown_text};
use super::token::{Mistake, Span};
use super::years::in_year;
use crate::diagnostic::shown;
use crate::exact::Exact;
use crate::msg;
use crate::register::Recipient;

/// The main codes whose subcodes are meant, where those of all are.
const ALL: &str = "all";

/// One value of a breakdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What assertions call it: a code's id, an option's text, an area's id.
    pub name: String,
    /// What readers call it.
    pub label: String,
    /// Its number; where it is estimated the point.
    pub value: Exact,
    /// What it may be.
    pub range: Range,
}

impl Entry {
    fn new(name: String, label: String, range: Range) -> Self {
        Self { name, label, value: range.point, range }
    }
}

/// The values of a breakdown, in the order of codebook, options, areas or rows.
///
/// # Errors
/// [`Stop`].
pub fn entries(scope: &Scope<'_>, breakdown: &Breakdown) -> Result<Vec<Entry>, Stop> {
    in_year(scope, breakdown.year, |scope| of_own_year(scope, breakdown))
}

fn of_own_year(scope: &Scope<'_>, breakdown: &Breakdown) -> Result<Vec<Entry>, Stop> {
    let mut all = match &breakdown.source {
        Source::Cells { item, column, condition } => {
            let table = scope.table(item)?;
            tables::column(table, column)?;
            let mut all = Vec::new();
            for row in rows(scope, item, condition.as_ref())? {
                let label = tables::label(table, row);
                let name = table.keys.get(row).cloned().unwrap_or_else(|| label.clone());
                all.push(Entry::new(name, label, cell(scope, table, row, column)?));
            }
            all
        }
        Source::By(quantity, dimension) => {
            let mut all = Vec::new();
            by(scope, dimension, breakdown.span, &mut |scope, name, label| {
                all.push(Entry::new(name, label, range(scope, quantity)?));
                Ok(())
            })?;
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

/// What is done with each value of a dimension: its scope, its name, and what readers call it.
type Each<'e> = dyn FnMut(&Scope<'_>, String, String) -> Result<(), Stop> + 'e;

/// Goes through the values of a dimension.
fn by(scope: &Scope<'_>, dimension: &Dimension, span: Span, each: &mut Each<'_>) -> Result<(), Stop> {
    match dimension {
        Dimension::Area => {
            let known: Vec<usize> = (0..scope.facts.areas.len()).collect();
            let mut seen = BTreeSet::new();
            // One respondent is of one area, and nothing of it stands elsewhere.
            let is_reached = |own: &[usize]| scope.only == Only::All || own.iter().any(|at| scope.areas.contains(at));
            for area in scope.facts.areas.iter().filter(|area| seen.insert(area.id)) {
                // In an earlier year all that have become one.
                let own = scope.facts.areas_called(area.id);
                if !is_reached(&own) {
                    continue;
                }
                let inner = Scope { areas: &own, is_whole: false, missing: None, known: &known, ..*scope };
                each(&inner, area.id.to_owned(), area.title.get(scope.facts.language).to_owned())?;
            }
            Ok(())
        }
        Dimension::Recipient => {
            for at in scope.own_areas()? {
                let Some(area) = scope.area(*at) else { continue };
                for (respondent, facts) in area.respondents.iter().enumerate() {
                    let only = Only::Respondent(respondent);
                    let inner = Scope { areas: &[*at], is_whole: false, only, ..*scope };
                    let name = facts.recipient.name.clone();
                    each(&inner, name.clone(), name)?;
                }
            }
            Ok(())
        }
        Dimension::Parent => {
            for parent in parents(scope)? {
                let named = Named { text: parent.code.clone(), span };
                let condition = Condition::Test(Test::PartOf(vec![named], false));
                narrowed(scope, condition, |scope| each(scope, parent.name.clone(), parent.name.clone()))?;
            }
            Ok(())
        }
        Dimension::Values { names, subcodes_of, answers } => {
            for (name, label, test) in tests(scope, names, subcodes_of.as_ref(), answers)? {
                narrowed(scope, Condition::Test(test), |scope| each(scope, name, label))?;
            }
            Ok(())
        }
        Dimension::Pair(one, other) => by(scope, one, span, &mut |scope, name, label| {
            by(scope, other, span, &mut |scope, of_name, of_label| {
                // Where a question was not asked, its answers are not nothing: there are none.
                if !is_asked(scope, one)? || !is_asked(scope, other)? {
                    return Ok(());
                }
                each(scope, pair(&name, &of_name), pair(&label, &of_label))
            })
        }),
    }
}

/// Whether the questions of a dimension are asked in an area of the scope.
fn is_asked(scope: &Scope<'_>, dimension: &Dimension) -> Result<bool, Stop> {
    let Dimension::Values { names, .. } = dimension else { return Ok(true) };
    if scope.domains(names)?.is_some() {
        return Ok(true);
    }
    let mut areas = scope.own_areas()?.iter().filter_map(|at| scope.area(*at));
    Ok(areas.any(|area| names.iter().any(|name| area.question(&name.text).is_some())))
}

/// Whom the recipients of a scope's areas belong to, each once, in the order of registers and codes.
fn parents<'c>(scope: &Scope<'c>) -> Result<BTreeSet<&'c Recipient>, Stop> {
    let areas = scope.own_areas()?.iter().filter_map(|at| scope.area(*at));
    Ok(areas.flat_map(|area| &area.respondents).filter_map(|respondent| respondent.recipient.parent()).collect())
}

/// What is done where one more condition holds.
fn narrowed(
    scope: &Scope<'_>,
    condition: Condition,
    act: impl FnOnce(&Scope<'_>) -> Result<(), Stop>,
) -> Result<(), Stop> {
    let all = match scope.added {
        Some(outer) => Condition::And(vec![outer.clone(), condition]),
        None => condition,
    };
    act(&Scope { added: Some(&all), ..*scope })
}

/// The position of a value, by its name or by what readers call it.
pub(super) fn find(value: &Named, entries: &[Entry]) -> Result<usize, Stop> {
    let names: Vec<&str> = entries.iter().map(|entry| entry.name.as_str()).collect();
    let labels: Vec<&str> = entries.iter().map(|entry| entry.label.as_str()).collect();
    let found = position(&value.text, &names).or_else(|| position(&value.text, &labels));
    // Whoever turns a pair round means the other.
    let turned = parts(&value.text).map(|(one, other)| pair(other, one));
    let turned = turned.and_then(|turned| names.iter().find(|name| **name == turned));
    found.ok_or_else(|| match turned {
        Some(turned) => unknown_text(value, Kind::Ranked, &[*turned]).into(),
        None => unknown_text(value, Kind::Ranked, &names).into(),
    })
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
            return Err(Mistake::new(answer.span, msg!("domain-without-answers")).into());
        }
        let is_of_all = subcodes_of.is_some_and(|of| of.text == ALL);
        let main = subcodes_of.filter(|_| !is_of_all).map(|of| scope.code(&domains, of)).transpose()?;
        let mut seen = BTreeSet::new();
        let codes = domains.iter().flat_map(|domain| scope.facts.book.codes(*domain));
        let is_meant = |parent: Option<&str>| if is_of_all { parent.is_some() } else { parent == main };
        let codes = codes.filter(|code| is_meant(code.parent.as_deref()) && seen.insert(&code.id));
        let with_test = |code: &crate::codebook::Code| {
            (code.id.clone(), code.label.get(scope.facts.language).to_owned(), has(None, value(&code.id)))
        };
        return Ok(codes.map(with_test).collect());
    }
    if let Some(of) = subcodes_of {
        return Err(Mistake::new(of.span, msg!("question-without-subcodes")).into());
    }
    let mut all = Vec::new();
    let mut seen = BTreeSet::new();
    for name in names {
        for question in scope.questions(name)? {
            let items = !question.options.is_empty() && !question.answers.is_empty();
            if items == answers.is_empty() {
                let question = shown(&name.text);
                let message = if items {
                    msg!("items-without-answers", question)
                } else {
                    msg!("answers-without-items", question)
                };
                return Err(Mistake::new(name.span, message).into());
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
