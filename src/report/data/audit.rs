//! What a sample that people read says: how good rules and suggestions are, what can be promised, and every number with its interval.

use super::super::table::{ALL_AREAS, Column, Kind, Table, Value};
use super::measured::{measured, number};
use crate::audit::precision::{By, Measured, Precision};
use crate::audit::promise::{Promise, Step};
use crate::codebook::{Codebook, Domain};
use crate::coding::State;
use crate::ledger::{AreaId, CodeId, Estimated, Estimates, Ledger, Selection};
use crate::study::Money;

/// How good rules and accepted suggestions are: all main codes of a domain together first, then every code.
pub fn precision(all: &[(Domain, Vec<Precision>)], book: &Codebook) -> Table {
    let head = [
        ("domain", Kind::Text),
        ("by", Kind::Text),
        ("code", Kind::Text),
        ("given", Kind::Integer),
        ("read", Kind::Integer),
        ("right", Kind::Integer),
        ("by_people", Kind::Integer),
        ("precision", Kind::Number),
        ("precision_low", Kind::Number),
        ("precision_high", Kind::Number),
        ("recall", Kind::Number),
        ("recall_low", Kind::Number),
        ("recall_high", Kind::Number),
    ];
    let mut table = measured("precision", &head);
    for (domain, own) in all.iter().flat_map(|(domain, all)| all.iter().map(move |own| (domain, own))) {
        let code = own.code.and_then(|code| book.codes(*domain).get(code.at()));
        let mut row: Vec<Value> =
            vec![domain.word().into(), by(own.by).into(), code.map_or(Value::Missing, |code| code.id.as_str().into())];
        row.extend([own.given, own.read, own.right, own.by_people].map(Value::from));
        row.extend(share(own.precision.as_ref()));
        row.extend(share(own.recall.as_ref()));
        table.rows.push(row);
    }
    table
}

/// The word for who gave codes.
pub fn by(by: By) -> &'static str {
    match by {
        By::Rules => "rules",
        By::Suggestions => "suggestions",
    }
}

fn share(own: Option<&Measured>) -> [Value; 3] {
    [own.map(|own| own.point), own.map(|own| own.low), own.map(|own| own.high)].map(number)
}

/// The columns of [`step`].
const STEP: [(&str, Kind); 6] = [
    ("threshold", Kind::Number),
    ("accepted", Kind::Integer),
    ("read", Kind::Integer),
    ("wrong", Kind::Integer),
    ("right", Kind::Number),
    ("right_low", Kind::Number),
];

/// By domain, from which probability suggestions are accepted.
pub fn thresholds(all: &[(Domain, Promise)]) -> Table {
    let domain = [("domain", Kind::Text), ("promise", Kind::Number)];
    let then = ["accepted_by_model", "more_to_read", "accepted_then"].map(|id| (id, Kind::Integer));
    let mut table = measured("thresholds", &[&domain[..], &STEP, &then].concat());
    for (domain, own) in all {
        let mut row: Vec<Value> = vec![domain.word().into(), number(Some(own.target))];
        row.extend(own.kept.as_ref().map_or_else(|| vec![Value::Missing; 6], step));
        row.push(own.today.into());
        row.extend(own.more.map_or([Value::Missing, Value::Missing], |(more, then)| [more.into(), then.into()]));
        table.rows.push(row);
    }
    table
}

/// Every threshold, the highest first.
pub fn curve(all: &[(Domain, Promise)]) -> Table {
    let mut table = measured("curve", &[&[("domain", Kind::Text)][..], &STEP].concat());
    for (domain, own) in all.iter().flat_map(|(domain, all)| all.curve.iter().map(move |own| (domain, own))) {
        table.rows.push([vec![domain.word().into()], step(own)].concat());
    }
    table
}

fn step(own: &Step) -> Vec<Value> {
    vec![
        // As it is frozen: what is accepted must not hang on a rounded number.
        Value::Number((own.threshold * 1e6).round() / 1e6),
        own.accepted.into(),
        own.read.into(),
        own.wrong.into(),
        number(own.right),
        number(Some(own.lower)),
    ]
}

/// Every number by code with its interval: all areas together first. A code is blank where answers have none.
pub fn estimates(all: &Estimates, ledger: &Ledger, money: Option<Money>) -> Table {
    let plain = |id: &str, kind| Column::plain(id, kind);
    let mut columns = vec![plain("area", Kind::Text), plain("domain", Kind::Text)];
    columns.extend([plain("code", Kind::Text), plain("state", Kind::Text)]);
    columns.extend(["interventions", "interventions_low", "interventions_high"].map(|id| plain(id, Kind::Integer)));
    if let Some(money) = money {
        let id = money.column(money.counted());
        columns.extend(["", "_low", "_high"].map(|end| plain(&format!("{id}{end}"), Kind::Money)));
    }
    columns.extend(["read", "of"].map(|id| plain(id, Kind::Integer)));
    let mut table = Table::new("estimates", columns);
    let mut push = |area: &str, domain: Domain, (code, state): (Option<CodeId>, &str), own: &Estimated| {
        let code = code.and_then(|code| ledger.code(domain, code));
        let mut row = vec![Value::area(area), domain.word().into()];
        row.extend([code.map_or(Value::Missing, Value::code), state.into()]);
        let numbers = own.numbers.as_ref();
        row.push(own.number.into());
        row.extend(
            [numbers.map(|own| own.low), numbers.map(|own| own.high)]
                .map(|end| end.map_or(Value::Missing, Value::from)),
        );
        if money.is_some() {
            let amounts = own.amounts.as_ref();
            row.push(Value::Amount(own.funds));
            row.extend(
                [amounts.map(|own| own.low), amounts.map(|own| own.high)]
                    .map(|end| end.map_or(Value::Missing, Value::Amount)),
            );
        }
        row.extend([own.read, own.of].map(Value::from));
        table.rows.push(row);
    };
    let (mut over_areas, of_areas): (Vec<_>, Vec<_>) =
        all.iter().partition(|(selection, _)| selection.area() == Some(AreaId::ALL));
    over_areas.sort_by_key(|(selection, _)| place(**selection));
    for (selection, own) in over_areas.into_iter().chain(of_areas) {
        let Some((area, domain, code, state)) = asked(*selection) else { continue };
        let name = match area {
            AreaId::ALL => ALL_AREAS,
            area => ledger.areas.get(area.at()).map_or("", |area| area.total.area.as_str()),
        };
        push(name, domain, (code, state), own);
    }
    table
}

/// What a row is about: area, domain, code and state; `None` where no row is.
fn asked(selection: Selection) -> Option<(AreaId, Domain, Option<CodeId>, &'static str)> {
    match selection {
        Selection::Code(area, domain, code) => Some((area, domain, Some(code), State::Coded.word())),
        Selection::WithoutSubcode(area, domain, main) => Some((area, domain, Some(main), ONLY_MAIN)),
        Selection::Without(area, domain, State::None) => Some((area, domain, None, State::None.word())),
        _ => None,
    }
}

/// Where a row of all areas stands: by domain, codes first, what has none last.
fn place(selection: Selection) -> Option<(Domain, u8, Option<CodeId>)> {
    let (_, domain, code, state) = asked(selection)?;
    let kind = if code.is_none() { 2 } else { u8::from(state == ONLY_MAIN) };
    Some((domain, kind, code))
}

/// The word for a main code without any of its subcodes.
const ONLY_MAIN: &str = "only-main";
