//! How the funds of interventions count, and what a study without funds may not declare.

use super::decode::Section;
use super::field::Field;
use super::survey::Survey;
use crate::diagnostic::{Diagnostic, shown};
use crate::money::{Currency, Denomination};
use crate::msg;
use crate::wording::Arg;

/// How the funds of a study's interventions count; a study without funds has none of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Money {
    /// The currency, and how finely amounts are published.
    pub denomination: Denomination,
    /// At which level T, S and J are formed.
    pub weighting: WeightingScope,
}

impl Money {
    /// The currency.
    pub fn currency(self) -> Currency {
        self.denomination.currency
    }

    /// The name of a column of data files: `reported` as `reported_kr`.
    pub fn column(self, what: &str) -> String {
        format!("{what}_{}", self.currency().suffix())
    }

    /// Whether reported funds are weighted to what was requisitioned.
    pub fn is_weighted(self) -> bool {
        self.weighting != WeightingScope::None
    }

    /// What data files call the funds that count, without their unit.
    pub fn counted(self) -> &'static str {
        if self.is_weighted() { "weighted" } else { "reported" }
    }
}

/// The level at which the adjustment factor is formed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeightingScope {
    /// One factor for every recipient and area.
    Recipient,
    /// One factor for an area.
    Area,
    /// None is formed: reported funds count as they are.
    None,
}

impl WeightingScope {
    /// The words of the key `per`.
    pub const WORDS: [(&'static str, Self); 3] =
        [("recipient", Self::Recipient), ("area", Self::Area), ("none", Self::None)];

    /// The word of the key `per`.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, scope)| *scope == self).map_or("", |(word, _)| word)
    }
}

/// Reads `[weighting]`. Where reported funds count as they are, requisitions would be declared for nothing.
pub(super) fn decode_weighting(top: &Section<'_>) -> Option<WeightingScope> {
    top.section("weighting", |section| {
        let scope = section.word("per", &WeightingScope::WORDS);
        let unused = |(key, _): &(&str, &str)| scope == Some(WeightingScope::None) && top.has(key);
        for (_, key) in REQUISITIONS.into_iter().filter(unused) {
            section.report(Diagnostic::error(section.place(), msg!("requisitions-not-used", key)));
        }
        scope
    })
}

/// How funds count: not at all where no survey has a column of them and nothing else speaks of them.
pub(super) fn counting(
    top: &Section<'_>,
    weighting: Option<WeightingScope>,
    surveys: &[Survey],
    denomination: Denomination,
) -> Option<Money> {
    let with_funds = surveys.iter().find(|survey| has_funds(survey));
    let speaks = REQUISITIONS
        .into_iter()
        .chain([WEIGHTING])
        .find(|(key, _)| top.has(key))
        .map(|(_, written)| Arg::from(written));
    let other = with_funds.map(|survey| shown(&survey.area).into()).or(speaks);
    let (other, false) = (other?, surveys.is_empty()) else { return None };
    for survey in surveys.iter().filter(|survey| !has_funds(survey)) {
        let message = msg!("survey-without-funds", area = shown(&survey.area), other = other.clone());
        top.report(Diagnostic::error(survey.fields.place.clone(), message));
    }
    let weighting = weighting.unwrap_or(WeightingScope::Recipient);
    Some(Money { denomination, weighting })
}

/// What was paid out and paid back: keys of a study, and how they are written there.
const REQUISITIONS: [(&str, &str); 2] = [("requisitions", "[[requisitions]]"), ("repayments", "[repayments]")];
/// Another key that speaks of the funds of interventions.
const WEIGHTING: (&str, &str) = ("weighting", "[weighting]");

fn has_funds(survey: &Survey) -> bool {
    survey.fields.columns.contains_key(&Field::Funds)
}

/// Reads the study's currency. Returns of grants are in kronor.
pub(super) fn decode_denomination(top: &Section<'_>) -> Denomination {
    let currency = top.word("currency", &Currency::WORDS).unwrap_or_default();
    let decimals = top.integer("currency_decimals", 0..=2).and_then(|decimals| u32::try_from(decimals).ok());
    let decimals = decimals.unwrap_or_default();
    if decimals > currency.decimals() {
        let message = msg!("currency-without-decimals", currency = currency.in_unit(1));
        top.report(Diagnostic::error(top.place_of("currency_decimals"), message));
    }
    if currency != Currency::Sek && top.has("account") {
        let message = msg!("accounts-in-kronor", currency = currency.in_unit(1), code = currency.code());
        top.report(Diagnostic::error(top.place_of("currency"), message));
    }
    Denomination { currency, decimals }
}
