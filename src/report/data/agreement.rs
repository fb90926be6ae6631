//! How far coders agree, and what they have to settle.

use std::collections::BTreeMap;

use super::super::table::{Column, Kind, Table, Value};
use super::counted;
use crate::codebook::{Codebook, Domain, UnitKind};
use crate::coding::agreement::{Agreement, AgreementRow};
use crate::coding::{Codings, given_to};
use crate::decisions::Lock;
use crate::money::Currency;
use crate::msg;
use crate::study::{CodingRole, Study};
use crate::survey::{Input, Unit};
use crate::weighting::Weighting;
use crate::wording::Language;

/// The column of ids where no sheet names one.
pub(super) const ID: &str = "id";

/// Every measured number.
pub fn agreement(agreement: &Agreement, book: &Codebook, currency: Currency, language: Language) -> Table {
    let head = [
        ("domain", Kind::Text),
        ("level", Kind::Text),
        ("code", Kind::Text),
        ("label", Kind::Text),
        ("measure", Kind::Text),
        ("counted_by", Kind::Text),
        ("interventions", Kind::Integer),
        ("value", Kind::Number),
        ("low", Kind::Number),
        ("high", Kind::Number),
        ("note", Kind::Text),
    ];
    let mut table = Table::new("agreement", head.map(|(id, kind)| Column::plain(id, kind)).to_vec());
    let number = |value: Option<f64>| value.map_or(Value::Missing, Value::Number);
    for AgreementRow { domain, level, code, measure, by_funds, units, value, interval, undefined } in &agreement.rows {
        let label = code.as_deref().and_then(|id| book.code(*domain, id)).map(|c| c.label.get(language));
        let note = undefined.as_ref().map(|why| why.text(language)).unwrap_or_default();
        table.rows.push(vec![
            domain.word().into(),
            level.word().into(),
            code.as_deref().unwrap_or_default().into(),
            label.unwrap_or_default().into(),
            measure.word().into(),
            counted_by(*by_funds, currency).into(),
            (*units).into(),
            number(*value),
            number(interval.map(|(low, _)| low)),
            number(interval.map(|(_, high)| high)),
            note.as_str().into(),
        ]);
    }
    table
}

/// What interventions count by.
fn counted_by(by_funds: bool, currency: Currency) -> &'static str {
    match (by_funds, currency) {
        (false, _) => "number",
        (true, Currency::Sek) => "kronor",
        (true, _) => "funds",
    }
}

/// What the coders have to settle, those with the most funds at stake first.
pub fn disagreements(agreement: &Agreement, weighting: &Weighting) -> Table {
    let mut columns = vec![Column::plain("intervention_id", Kind::Text)];
    columns.extend(counted(weighting.money));
    columns.push(Column::plain("domain", Kind::Text));
    columns.extend(agreement.coders.iter().map(|coder| Column::plain(&format!("coder_{coder}"), Kind::Text)));
    let mut table = Table::new("disagreements", columns);
    let mut ordered: Vec<_> = agreement.disagreements.iter().collect();
    let funds = |id: &str| weighting.of(id).unwrap_or_default();
    ordered.sort_by(|a, b| {
        (funds(&b.intervention), &a.intervention, a.domain).cmp(&(funds(&a.intervention), &b.intervention, b.domain))
    });
    for difference in ordered {
        let mut row: Vec<Value> = vec![difference.intervention.as_str().into()];
        row.extend(weighting.money.map(|_| funds(&difference.intervention).into()));
        row.push(difference.domain.word().into());
        row.extend(difference.codes.iter().map(|codes| codes.as_ref().map(|c| Value::Text(c.join("; "))).into()));
        table.rows.push(row);
    }
    table
}

/// A coding sheet in the form of the coders' own: what they agree on is filled in, what they differ on is left blank, with
/// each coder's codes to the right; one for every kind of unit that several have coded. Filled in by hand it can be declared as the final sheet. It has every domain that a coder
/// has. Where nothing fits stands the study's word for that, or ours: a blank cell is not coded. `unsettled` names the domains that
/// wait; the last columns say which text every coding is given to, and by which codebook.
pub fn adjudication(
    agreement: &Agreement,
    book: &Codebook,
    study: &Study,
    codings: &Codings,
    input: &Input,
) -> Vec<Table> {
    let coded = agreement.units.iter().filter(|(_, units)| !units.is_empty());
    let mut tables = Vec::new();
    for (kind, ids) in coded {
        let mut table = adjudication_of(*kind, ids, agreement, book, study, codings);
        add_texts(&mut table, *kind, ids, columns_of(*kind, book, study, codings).into_keys(), book, input);
        tables.push(table);
    }
    tables
}

/// Adds to a coding sheet which text every coding is given to, and by which codebook.
pub(super) fn add_texts(
    table: &mut Table,
    kind: UnitKind,
    ids: &[String],
    domains: impl Iterator<Item = Domain>,
    book: &Codebook,
    input: &Input,
) {
    let units: BTreeMap<&str, &Unit> =
        input.units().filter(|unit| unit.kind == kind).map(|unit| (&*unit.id, unit)).collect();
    for domain in domains {
        table.columns.push(Column::plain(&given_to::column(domain), Kind::Text));
        for (row, id) in table.rows.iter_mut().zip(ids) {
            let read = units.get(id.as_str()).map(|unit| given_to::written(unit, domain));
            row.push(Value::Text(read.unwrap_or_default()));
        }
    }
    let codebook = Lock::new(book).codebook;
    table.columns.push(Column::plain(given_to::CODEBOOK, Kind::Text));
    table.rows.iter_mut().for_each(|row| row.push(codebook.as_str().into()));
}

/// The domains that coders' sheets of a kind of unit have, or that somebody codes here, each with the name of its column.
fn columns_of<'s>(kind: UnitKind, book: &Codebook, study: &'s Study, codings: &Codings) -> BTreeMap<Domain, &'s str> {
    let coders = study.codings.iter().filter(|sheet| sheet.unit == kind && sheet.role != CodingRole::Final);
    let mut domains = BTreeMap::new();
    for (word, column) in coders.flat_map(|sheet| &sheet.domains) {
        if let Some(domain) = book.domain(word) {
            domains.entry(domain).or_insert(column.value.as_str());
        }
    }
    let used = book.domains_of(kind).filter(|domain| codings.coders.values().any(|sheets| sheets.uses(*domain)));
    for domain in used {
        domains.entry(domain).or_insert(domain.word());
    }
    domains
}

fn adjudication_of(
    kind: UnitKind,
    units: &[String],
    agreement: &Agreement,
    book: &Codebook,
    study: &Study,
    codings: &Codings,
) -> Table {
    let own = || study.codings.iter().filter(|sheet| sheet.unit == kind);
    let first = own().find(|sheet| sheet.role != CodingRole::Final);
    let domains = columns_of(kind, book, study, codings);
    let mut columns = vec![Column::plain(first.map_or(ID, |sheet| &sheet.id.value), Kind::Text)];
    columns.extend(domains.values().map(|column| Column::plain(column, Kind::Text)));
    let none = own().find_map(|sheet| sheet.none.clone());
    let none = none.unwrap_or_else(|| msg!("word-for-none").text(study.language));
    let domains: Vec<Domain> = domains.into_keys().collect();
    for coder in &agreement.coders {
        let heads = domains.iter().map(|domain| Column::plain(&format!("{domain} ({coder})"), Kind::Text));
        columns.extend(heads);
    }
    columns.push(Column::plain("unsettled", Kind::Text));
    let name = match kind {
        UnitKind::Intervention => "adjudication".to_owned(),
        other => format!("adjudication-{}", other.word()),
    };
    let mut table = Table::new(&name, columns);
    let sheets: Vec<_> = codings.coders.values().collect();
    for id in units {
        let given = |domain: Domain| {
            let own = sheets.iter().filter(move |sheet| sheet.uses(domain));
            own.filter_map(move |sheet| sheet.said(id, domain)).collect::<Vec<_>>()
        };
        let written = |codes: &[String]| match codes {
            [] => none.clone(),
            codes => codes.join("; "),
        };
        let mut row: Vec<Value> = vec![id.as_str().into()];
        let mut unsettled = Vec::new();
        for domain in &domains {
            row.push(Value::Text(match given(*domain)[..] {
                // What only one has coded is not agreed on.
                [first, ref others @ ..] if !others.is_empty() && others.iter().all(|codes| *codes == first) => {
                    written(first)
                }
                // Nobody has coded it, as where a text has come to stand in one domain alone: there is nothing to settle.
                [] => String::new(),
                _ => {
                    unsettled.push(domain.word());
                    String::new()
                }
            }));
        }
        for sheet in &sheets {
            row.extend(
                domains.iter().map(|domain| Value::Text(sheet.said(id, *domain).map_or_else(String::new, written))),
            );
        }
        row.push(Value::Text(unsettled.join("; ")));
        table.rows.push(row);
    }
    table
}
