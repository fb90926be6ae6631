//! Headlines of the report's items: a sentence stands above an item only where everything that it claims holds.

use super::facts::Facts;
use super::parse::parse;
use super::scope::{Only, Scope};
use super::verdict::{Outcome, decide};
use super::walk;
use super::words::Words;
use crate::diagnostic::shown;
use crate::exact::Exact;
use crate::msg;
use crate::report::{Asserted, Item};
use crate::wording::Message;

/// The items, by their positions, whose headlines claim what does not hold, with why.
pub fn unsaid(items: &[Item], facts: &Facts<'_>, words: &Words) -> Vec<(usize, Message)> {
    let reason =
        |item: &Item| item.headline.iter().flat_map(|own| &own.claims).find_map(|own| wrong(own, facts, words));
    items.iter().enumerate().filter_map(|(at, item)| Some((at, reason(item)?))).collect()
}

/// Whether any headline speaks of another year.
pub fn name_years(items: &[Item]) -> bool {
    let claims = items.iter().filter_map(|item| item.headline.as_ref()).flat_map(|own| &own.claims);
    let names_year = |own: &Asserted| parse(&own.assertion).is_ok_and(|read| !walk::found(&read).years.is_empty());
    claims.into_iter().any(names_year)
}

/// Why a claim of a headline does not hold; nothing where it does.
fn wrong(own: &Asserted, facts: &Facts<'_>, words: &Words) -> Option<Message> {
    let all: Vec<usize> = (0..facts.areas.len()).collect();
    let area = facts.area(&own.area);
    let areas = area.map_or(all, |area| vec![area]);
    let scope = Scope {
        facts,
        words,
        areas: &areas,
        is_whole: area.is_none(),
        missing: None,
        known: &areas,
        only: Only::All,
        row: None,
        added: None,
        width: Exact::ONE,
    };
    let assertion = shown(&own.assertion);
    let read = parse(&own.assertion).map_err(|mistake| vec![mistake]);
    match read.and_then(|read| decide(&scope, &read, "")) {
        Ok(verdict) => Some(match verdict.outcome {
            Outcome::Holds => return None,
            Outcome::Fails => msg!("headline-claim-fails", assertion, reason = verdict.reason),
            Outcome::Open | Outcome::Undecided => msg!("headline-claim-open", assertion, reason = verdict.reason),
        }),
        Err(mistakes) => {
            let mistake = mistakes.first().map(|mistake| mistake.message().message().clone());
            mistake.map(|reason| msg!("headline-claim-open", assertion, reason))
        }
    }
}
