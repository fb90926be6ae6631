//! Years side by side as data files: what every code came to and why it changed, who answered when, answers that read the same, and the
//! answers to questions.

use super::{column, columns};
use crate::compare::{Change, Count, Pair, Parts, answers, same_texts};
use crate::money::Amount;
use crate::report::Table;
use crate::report::table::{Column, Kind, Value};
use crate::study::Money;
use crate::wording::Language;

/// All of a pair of years. Their names hold the earlier year.
pub fn tables(pair: &Pair<'_>, language: Language) -> Vec<Table> {
    let mut all = vec![codes(pair, language), recipients(pair, language)];
    all.extend(texts(pair, language));
    all.push(questions(pair, language));
    all
}

fn named(pair: &Pair<'_>, what: &str) -> String {
    format!("compare-{what}-{}", pair.earlier.year())
}

/// The ids of columns of two years.
fn both(pair: &Pair<'_>, what: &str) -> [String; 2] {
    [pair.earlier.year(), pair.now.study.year].map(|year| format!("{what}_{year}"))
}

fn numbers(ids: impl IntoIterator<Item = String>, kind: Kind) -> impl Iterator<Item = Column> {
    ids.into_iter().map(move |id| Column::plain(&id, kind))
}

/// Number, share and funds of every code in both years, and the parts of the change.
fn codes(pair: &Pair<'_>, language: Language) -> Table {
    let money = pair.money();
    let mut columns = columns(
        language,
        &[
            ("area", Kind::Text),
            ("area_then", Kind::Text),
            ("comparable", Kind::Flag),
            ("domain", Kind::Text),
            ("code", Kind::Text),
        ],
    );
    columns.extend(numbers(both(pair, "interventions"), Kind::Integer));
    columns.extend(numbers(both(pair, "share"), Kind::Number));
    let of_numbers = ["left", "joined", "volume", "content", "recoded"].map(|part| format!("{part}_interventions"));
    columns.extend(numbers(of_numbers, Kind::Number));
    if let Some(money) = money {
        let unit = money.currency().suffix();
        columns.extend(numbers(both(pair, "weighted").map(|id| format!("{id}_{unit}")), Kind::Money));
        columns.extend(numbers(both(pair, "share_of_funds"), Kind::Number));
        let of_funds = ["left", "joined", "funds", "content", "recoded"].map(|part| format!("{part}_{unit}"));
        columns.extend(numbers(of_funds, Kind::Money));
    }
    let mut table = Table::new(named(pair, "codes"), columns);
    for area in &pair.areas {
        let then: Vec<&str> =
            area.then.iter().map(|own| pair.earlier.ledger.areas[own.at()].total.area.as_str()).collect();
        let then = then.join("; ");
        let whole = pair.change_of_area(area);
        for domain in &pair.domains {
            for (code, change) in domain.codes.iter().zip(pair.changes(area, domain)) {
                if (change.then.number, change.now.number) == (0, 0) {
                    continue;
                }
                let mut row = vec![
                    Value::area(area.id),
                    then.as_str().into(),
                    area.broken.is_none().into(),
                    Value::Domain(domain.now),
                    Value::code(&code.code.id),
                ];
                row.extend(change_of(&change, &whole, money));
                table.rows.push(row);
            }
        }
    }
    table
}

/// The numbers of a change, in the order of its columns.
fn change_of(change: &Change, whole: &Change, money: Option<Money>) -> Vec<Value> {
    let years = [(&change.then, &whole.then), (&change.now, &whole.now)];
    let parts = |parts: &Parts, coding| [parts.left, parts.joined, parts.volume, parts.content, coding];
    let mut row: Vec<Value> = years.iter().map(|(own, _)| own.number.into()).collect();
    row.extend(years.iter().map(|(own, _)| share(own.number as f64, own.of as f64)));
    row.extend(parts(&change.numbers, change.coding.numbers).map(|part| Value::Number(part.value())));
    if money.is_some() {
        let amount = |fine: crate::compare::Fine| -> Value { Amount::into(fine.amount()) };
        row.extend(years.iter().map(|(own, _)| amount(own.funds)));
        let of_funds = |own: &Count| share(own.funds.value(), own.of_funds.value());
        row.extend(years.iter().map(|(own, _)| of_funds(own)));
        row.extend(parts(&change.funds, change.coding.funds).map(amount));
    }
    row
}

fn share(part: f64, whole: f64) -> Value {
    if whole == 0.0 { Value::Missing } else { Value::Number(part / whole) }
}

/// Who answered in which year, by area.
fn recipients(pair: &Pair<'_>, language: Language) -> Table {
    let mut columns = columns(language, &[("area", Kind::Text), ("recipient_code", Kind::Text)]);
    columns.extend(numbers(both(pair, "answered"), Kind::Flag));
    let mut table = Table::new(named(pair, "respondents"), columns);
    for area in &pair.areas {
        for (code, then, now) in pair.answered(area) {
            table.rows.push(vec![Value::area(area.id), code.into(), then.into(), now.into()]);
        }
    }
    table
}

/// Answers of comparable areas that read the same in both years; and those of them that have other codes, with what they come to now.
fn texts(pair: &Pair<'_>, language: Language) -> [Table; 2] {
    let head = |rest: &[(&str, Kind)]| {
        let mut all = columns(language, &[("area", Kind::Text), ("recipient_code", Kind::Text)]);
        all.extend(numbers(both(pair, "intervention"), Kind::Text));
        all.extend(columns(language, rest));
        all
    };
    let mut same = Table::new(named(pair, "same-text"), head(&[("domain", Kind::Text)]));
    let mut moved = head(&[("domain", Kind::Text)]);
    moved.extend(numbers(both(pair, "codes"), Kind::Text));
    moved.extend(super::counted(pair.now.study.money));
    let mut recoded = Table::new(named(pair, "recoded"), moved);
    for area in pair.areas.iter().filter(|area| area.broken.is_none()) {
        for domain in &pair.domains {
            for own in same_texts(pair, area, domain) {
                let row = vec![
                    Value::area(area.id),
                    own.now.recipient.code.as_str().into(),
                    (&*own.then.id).into(),
                    (&*own.now.id).into(),
                    Value::Domain(domain.now),
                ];
                if own.is_recoded() {
                    let mut row = row.clone();
                    row.extend([&own.codes_then, &own.codes_now].map(|codes| codes.join("; ").into()));
                    row.extend(pair.now.study.money.map(|_| pair.now.weighting.of(&own.now.id).into()));
                    recoded.rows.push(row);
                }
                same.rows.push(row);
            }
        }
    }
    [same, recoded]
}

/// The answers to questions in both years, each with its base.
fn questions(pair: &Pair<'_>, language: Language) -> Table {
    let mut columns = vec![column(language, "area", Kind::Text), column(language, "comparable", Kind::Flag)];
    columns
        .extend(super::columns(language, &[("question", Kind::Text), ("option", Kind::Text), ("answer", Kind::Text)]));
    columns.extend(numbers(both(pair, "count"), Kind::Integer));
    columns.extend(numbers(both(pair, "base"), Kind::Integer));
    let mut table = Table::new(named(pair, "answers"), columns);
    for area in &pair.areas {
        for own in answers(pair, area) {
            let years = [own.then, own.now];
            let mut row = vec![
                Value::area(area.id),
                area.broken.is_none().into(),
                own.question.into(),
                own.option.into(),
                own.answer.into(),
            ];
            row.extend(years.map(|year| year.map(|(number, _)| number).into()));
            row.extend(years.map(|year| year.map(|(_, base)| base).into()));
            table.rows.push(row);
        }
    }
    table
}
