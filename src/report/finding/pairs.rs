//! Which pair of two things most have.

use super::asserted::{Within, ahead, amount, open, quoted, reference};
use super::{Compared, Headline, largest};
use crate::coding::State;
use crate::diagnostic::shown;
use crate::exact::Exact;
use crate::ledger::{Criterion, Selection};
use crate::msg;
use crate::report::Material;
use crate::report::alternative::in_sentence;
use crate::report::crossing::{BETWEEN, CodeLevel, CrossItem, Crossed, Measure, ShareOf, Side, Value, Way, together};
use crate::wording::Message;

/// What may still come to be a code.
const OPEN: [State; 2] = [State::NotCoded, State::Unsettled];

/// The pair that most have, or that most funds have gone to; what has no code yet may come to be another's.
pub(super) fn of_pairs(material: &Material<'_>, chart: &Crossed, item: &CrossItem) -> Result<Headline, Message> {
    let language = material.language;
    if !matches!(chart.share, None | Some(ShareOf::All)) {
        return Err(msg!("headline-of-shares-of-several"));
    }
    let within = Within::groups(material, &item.areas);
    let sides = [&item.rows, &item.columns];
    let Some(by) = sides.map(|side| by(side, &within)).into_iter().collect::<Option<Vec<String>>>() else {
        return Err(msg!("headline-of-no-kind"));
    };
    let waiting = waiting(material, chart, item);
    let (rows, columns) = chart.size();
    let pairs = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
    let own = |(row, column): &(usize, usize)| !chart.rows.all[*row].rest && !chart.columns.all[*column].rest;
    let all = pairs.filter(own).filter_map(|(row, column)| {
        let cell = chart.cell(row, column)?;
        let size = chart.worth(cell);
        let name = shown(&chart.name(row, column, language));
        Some(Compared { what: (row, column, cell), name, size, low: size, high: size.plus(waiting)? })
    });
    let (row, column, found) = largest(all.collect())?;
    let values = [&chart.rows.all[row], &chart.columns.all[column]];
    let pair = values.map(|value| in_sentence(&value.label)).join(BETWEEN);
    let number = match chart.measure {
        Measure::Funds => language.funds(found.funds, chart.currency),
        _ => language.count(found.number),
    };
    let (word, message) = match chart.measure {
        Measure::Interventions => ("interventions", msg!("headline-of-pair", pair, number)),
        Measure::Funds => ("funds", msg!("headline-of-pair-of-funds", pair, number)),
        Measure::Respondents => ("respondents", msg!("headline-of-pair-of-answers", pair, number)),
    };
    let both = || sides.into_iter().zip(values);
    let condition = both().filter_map(|(side, value)| condition(side, value)).collect::<Vec<_>>().join(" and ");
    let area = both().find(|(side, _)| side.way == Way::Areas).map(|(_, value)| Within::named(&value.id));
    let cell = area.as_ref().unwrap_or(&within).measure(word, &condition);
    let is = match chart.measure {
        Measure::Funds => amount(found.funds, chart.currency),
        _ => found.number.to_string(),
    };
    let name = both().map(|(side, value)| called(side, value)).collect::<Vec<_>>().join(BETWEEN);
    let ranking = format!("{} by {}", within.measure(word, ""), by.join(" by "));
    let mut statements = vec![format!("{name} first in {ranking}"), format!("{cell} = {is}")];
    if waiting > Exact::ZERO {
        let open: Vec<String> = sides.iter().filter_map(|side| open(side.domain()?, &OPEN)).collect();
        let open = within.measure(word, &open.join(" or "));
        statements.push(ahead(&cell, &format!("{ranking} besides {name}"), &open));
    }
    Ok(Headline::new(&message, vec![within.asserts(statements)], language))
}

/// By what a side divides, in the language of assertions; `None` of what that has no word for.
fn by(side: &Side, within: &Within) -> Option<String> {
    match &side.way {
        Way::Codes(domain, CodeLevel::Main) => Some(domain.to_string()),
        Way::Codes(domain, CodeLevel::SubOf(main)) => Some(format!("{domain} subcodes of {main}")),
        Way::Answers { question, answer: None } => Some(question.clone()),
        Way::Answers { question, answer: Some(answer) } => Some(format!("{question} = {}", quoted(answer))),
        // A ranking by area has all of them.
        Way::Areas => within.is_everywhere().then(|| "area".to_owned()),
        Way::Recipients => Some("recipient".to_owned()),
        Way::Parents => Some("part_of".to_owned()),
        Way::Codes(_, CodeLevel::Sub) | Way::Levels | Way::Years => None,
    }
}

/// What a value is called there.
fn called(side: &Side, value: &Value) -> String {
    match side.way {
        Way::Codes(..) => reference(&value.id),
        Way::Recipients | Way::Parents => quoted(&value.label),
        _ => quoted(&value.id),
    }
}

/// Who has a value; nothing of areas, which measures name.
fn condition(side: &Side, value: &Value) -> Option<String> {
    let name = called(side, value);
    match &side.way {
        Way::Codes(domain, _) => Some(format!("{domain} = {name}")),
        Way::Answers { question, answer: None } => Some(format!("{question} = {name}")),
        Way::Answers { question, answer: Some(answer) } => Some(format!("{question} {name} = {}", quoted(answer))),
        Way::Recipients => Some(format!("recipient = {name}")),
        Way::Parents => Some(format!("part_of = {name}")),
        Way::Areas | Way::Levels | Way::Years => None,
    }
}

/// How much may still come to have a code on one of the sides, at most.
fn waiting(material: &Material<'_>, chart: &Crossed, item: &CrossItem) -> Exact {
    let areas = together(material, &item.areas);
    let without = |domain| OPEN.map(|state| Criterion::Without(domain, state));
    let all = [&item.rows, &item.columns].into_iter().filter_map(|side| side.domain()).flat_map(without);
    let worth = all.map(|criterion| {
        let selection = Selection::Both(areas, chart.measure.per(), [criterion, Criterion::Any]);
        let counted = material.ledger.counted(selection);
        if chart.measure == Measure::Funds { counted.funds.into() } else { Exact::count(counted.number) }
    });
    Exact::sum(worth).unwrap_or(Exact::ZERO)
}
