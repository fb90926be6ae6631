//! The data files: everything that figures and tables are made of, traceable to intervention and recipient.

pub mod agreement;
pub mod audit;
pub mod basis;
pub mod compare;
pub mod drift;
pub mod evaluation;
pub mod final_sheet;
mod heads;
mod measured;
pub mod model;
pub mod predictions;
pub mod review;
pub mod status;
pub mod suggestions;
pub mod turnout;

pub(super) use heads::for_people;

use std::fmt::Write;

use super::interval;
use super::table::{CellCount, Column, Kind, Table, Value};
use crate::codebook::{Codebook, Domain};
use crate::coding::blind::{Blind, READ_BLIND};
use crate::coding::open::state_of_option;
use crate::coding::{Codings, Source};
use crate::diagnostic::Diagnostic;
use crate::grant::{Allocation, Grant};
use crate::ledger::Ledger;
use crate::msg;
use crate::register::Level;
use crate::study::{Money, Study};
use crate::survey::{Input, Intervention, Response, Unit, Values, without_contacts};
use crate::weighting::Weighting;
use crate::wording::{Language, Say};

/// The column of the funds that count, whose head is its id; none in a study without funds.
fn counted(money: Option<Money>) -> Option<Column> {
    money.map(|money| Column::plain(&money.column(money.counted()), Kind::Money))
}

/// A column of money with its head for readers.
pub(super) fn amounts(money: Money, language: Language, what: &str) -> Column {
    let unit = money.currency().short();
    let head = match what {
        "reported" if !money.is_weighted() => msg!("report-reported-funds", unit),
        "reported" => msg!("report-s-reported-funds", unit),
        "weighted" => msg!("report-weighted-funds", unit),
        "requisitioned" => msg!("report-requisitioned", unit),
        "repaid" => msg!("report-repaid", unit),
        "target" => msg!("report-t-requisitioned-less-repaid", unit),
        _ => msg!("report-not-attributed", unit),
    };
    Column::new(money.column(what), head.text(language), Kind::Money)
}

/// The columns that say who a recipient belongs to, where a register of the study's own knows it.
fn above(study: &Study, language: Language) -> Vec<Column> {
    let knows = |level: Level| !level.is_built_in() && level.part_of().is_some();
    match study.surveys.iter().any(|survey| knows(survey.level)) {
        true => ["part_of_code", "part_of"].map(|id| column(language, id, Kind::Text)).into(),
        false => Vec::new(),
    }
}

/// Interventions, complete or not.
pub fn interventions(study: &Study, some: &[&Intervention], weighting: &Weighting, language: Language) -> Table {
    let mut columns = columns(
        language,
        &[
            ("intervention_id", Kind::Text),
            ("area", Kind::Text),
            ("respondent_id", Kind::Text),
            ("recipient_code", Kind::Text),
            ("recipient", Kind::Text),
            ("title", Kind::Text),
        ],
    );
    let weighted = weighting.is_by_requisitions();
    let funds = weighting.money.map(|money| {
        let weighted = weighted.then(|| amounts(money, language, "weighted"));
        std::iter::once(amounts(money, language, "reported")).chain(weighted)
    });
    columns.extend(funds.into_iter().flatten());
    columns.extend(
        [("included", Kind::Flag), ("exclusion_reason", Kind::Text)].map(|(id, kind)| column(language, id, kind)),
    );
    // The texts that a study may let into its data files.
    let texts = || study.texts.iter().filter(|text| !text.is_title());
    if study.texts_in_output {
        columns.extend(texts().map(|text| Column::new(text.word(), text.label(language), Kind::Text)));
    }
    let above = above(study, language);
    let is_above_known = !above.is_empty();
    columns.extend(above);
    let mut table = Table::new("interventions", columns);
    for intervention in some {
        let mut row = vec![
            (&*intervention.id).into(),
            Value::area(&intervention.area),
            (&*intervention.respondent).into(),
            intervention.recipient.code.as_str().into(),
            intervention.recipient.name.as_str().into(),
            without_contacts(if study.texts_in_output { intervention.title() } else { "" }).as_ref().into(),
        ];
        row.extend(weighting.money.map(|_| intervention.funds.into()));
        row.extend(weighted.then(|| weighting.of(&intervention.id).into()));
        row.extend([intervention.included().into(), reason(intervention)]);
        if study.texts_in_output {
            row.extend(texts().map(|text| without_contacts(intervention.text(text)).as_ref().into()));
        }
        if is_above_known {
            let above = intervention.recipient.parent();
            row.extend([above.map(|above| above.code.as_str()), above.map(|above| above.name.as_str())].map(optional));
        }
        table.rows.push(row);
    }
    table
}

fn optional(text: Option<&str>) -> Value {
    text.map_or(Value::Missing, Value::from)
}

fn reason(intervention: &Intervention) -> Value {
    intervention.exclusion.map_or(Value::Missing, Value::Exclusion)
}

/// All codings of units; a word in place of what a machine says of answers that are read blind, whether it says anything or not.
pub fn codings<'u>(
    units: impl Iterator<Item = &'u Unit>,
    codings: &Codings,
    blind: &Blind,
    language: Language,
) -> Table {
    let head = ["intervention_id", "domain", "code", "source", "coder", "evidence"].map(|id| (id, Kind::Text));
    let mut table = Table::new("codings", columns(language, &head));
    for intervention in units {
        for domain in codings.domains() {
            if blind.hides(codings, intervention, domain) {
                let mut row = vec![(&*intervention.id).into(), Value::Domain(domain), Value::Missing];
                row.extend([READ_BLIND, "", ""].map(Value::from));
                table.rows.push(row);
                continue;
            }
            for (code, source) in codings.of(&intervention.id, domain) {
                let row = vec![
                    (&*intervention.id).into(),
                    Value::Domain(domain),
                    Value::code(code),
                    Value::Source(source),
                    Value::Text(codings.coder(domain, &intervention.id, source)),
                    Value::Text(evidence(codings, &intervention.id, domain, code, source)),
                ];
                table.rows.push(row);
            }
        }
    }
    table
}

/// The evidence for a code that rules gave, as `utbild*@activity:12-31`: pattern, text, and characters counted from 1.
fn evidence(codings: &Codings, intervention: &str, domain: Domain, code: &str, source: Source) -> String {
    if source != Source::Rules {
        return String::new();
    }
    let mut written = String::new();
    for (pattern, span) in codings.evidence(intervention, domain, code) {
        let between = if written.is_empty() { "" } else { "; " };
        // Writing to a text does not fail.
        let _ = write!(written, "{between}{pattern}@{span}");
    }
    written
}

/// S, T and J per area and recipient; nothing where funds are not weighted.
pub fn weights(weighting: &Weighting, language: Language) -> Option<Table> {
    let money = weighting.money.filter(|_| weighting.is_by_requisitions())?;
    let plain = |id, kind| column(language, id, kind);
    let amount = |what| amounts(money, language, what);
    let columns = vec![
        plain("area", Kind::Text),
        plain("recipient_code", Kind::Text),
        plain("recipient", Kind::Text),
        plain("interventions", Kind::Integer),
        amount("reported"),
        amount("requisitioned"),
        amount("repaid"),
        amount("target"),
        plain("factor", Kind::Number),
        amount("not_attributed"),
    ];
    let mut table = Table::new("weights", columns);
    for weight in &weighting.weights {
        table.rows.push(vec![
            Value::area(&weight.area),
            weight.recipient.code.as_str().into(),
            weight.recipient.name.as_str().into(),
            weight.interventions.into(),
            weight.reported.into(),
            weight.requisitioned.into(),
            weight.repaid.into(),
            weight.target.into(),
            weight.factor.map_or(Value::Missing, |f| Value::Number(f.value())),
            weight.not_attributed.into(),
        ]);
    }
    Some(table)
}

/// Interventions and their funds per area, domain and code.
pub fn codes(ledger: &Ledger, book: &Codebook, money: Option<Money>, language: Language) -> Table {
    let head = [("area", Kind::Text), ("domain", Kind::Text), ("code", Kind::Text), ("label", Kind::Text)];
    let mut columns = columns(language, &head);
    columns.push(column(language, "interventions", Kind::Integer));
    columns.extend(money.map(|money| amounts(money, language, money.counted())));
    let mut table = Table::new("codes", columns);
    for count in ledger.codes() {
        let (code, label) = match count.code {
            Ok(code) => {
                let id = ledger.code(count.domain, code).unwrap_or_default();
                (Value::code(id), book.code(count.domain, id).map_or("", |code| code.label.get(language)))
            }
            Err(state) => (Value::Without(state), state.label().get(language)),
        };
        let mut row = vec![
            Value::area(&ledger.areas[count.area.at()].total.area),
            Value::Domain(count.domain),
            code,
            label.into(),
            count.interventions.into(),
        ];
        row.extend(money.map(|_| count.funds.into()));
        table.push_counting(row, "interventions", CellCount { selection: count.selection(), name: label.to_owned() });
    }
    interval::add(&mut table, ledger, language, Value::from);
    table
}

/// Answers per area, question and option, with their base. A scale is listed whole; options that nobody ticked are left
/// out, and so are answers that the study does not count.
pub fn answers(ledger: &Ledger, language: Language) -> Table {
    let mut table = Table::new(
        "answers",
        columns(
            language,
            &[
                ("area", Kind::Text),
                ("question", Kind::Text),
                ("option", Kind::Text),
                ("answer", Kind::Text),
                ("count", Kind::Integer),
                ("base", Kind::Integer),
            ],
        ),
    );
    for count in ledger.answers().filter(|a| a.counted && (a.count > 0 || !a.answer.is_empty())) {
        table.rows.push(vec![
            Value::area(count.area),
            count.question.into(),
            state_of_option(count.option).map_or(count.option, |state| state.label().get(language)).into(),
            count.answer.into(),
            count.count.into(),
            count.base.into(),
        ]);
    }
    table
}

/// The interventions that count nowhere, and why.
pub fn excluded(input: &Input, language: Language) -> Table {
    let head = [("intervention_id", Kind::Text), ("area", Kind::Text), ("reason", Kind::Text)];
    let mut table = Table::new("excluded", columns(language, &head));
    for intervention in input.interventions().filter(|i| !i.included()) {
        table.rows.push(vec![(&*intervention.id).into(), Value::area(&intervention.area), reason(intervention)]);
    }
    table
}

/// Everything that recipients returned and what was derived from it, a row per value.
pub fn accounts(grant: &Grant, language: Language) -> Table {
    let head = ["account", "recipient_code", "recipient", "field", "option", "label", "value"];
    let mut table = Table::new("accounts", columns(language, &head.map(|id| (id, Kind::Text))));
    for account in &grant.accounts {
        for (at, own) in account.returns.iter().enumerate() {
            for field in &account.fields {
                for option in 0..field.width() {
                    let Some(value) = account_value(&field.data, at, option) else { continue };
                    let label = field.options.get(option).map_or(&field.label, |option| &option.label);
                    table.rows.push(vec![
                        account.id.as_str().into(),
                        own.recipient.code.as_str().into(),
                        own.recipient.name.as_str().into(),
                        field.id.as_str().into(),
                        field.key(option).into(),
                        label.get(language).into(),
                        Value::Text(value),
                    ]);
                }
            }
        }
    }
    table
}

/// A value of a recipient as data files have it: a number with a decimal point, an answer, `true` for what is ticked.
fn account_value(values: &Values, recipient: usize, option: usize) -> Option<String> {
    match values {
        Values::Numbers(rows) => rows.get(recipient)?.get(option)?.as_ref().map(|placed| plain(placed.value)),
        Values::Answers { answers, responses } => match responses.get(recipient)? {
            ticked @ Response::Ticked(_) => ticked.ticks(option).then(|| "true".to_owned()),
            Response::Items(given) => answers.get(given.get(option).copied().flatten()? as usize).cloned(),
            Response::Choice(given) => answers.get((*given)? as usize).cloned(),
            Response::Text(_) => None,
        },
    }
}

/// An exact number: with its decimals where they end, else in full precision.
fn plain(value: crate::exact::Exact) -> String {
    value.amount().map_or_else(|| format!("{:?}", value.approximate()), |amount| amount.to_string())
}

/// What is compared over years, with where each number is from.
pub fn measures(grant: &Grant, language: Language) -> Table {
    let head = [
        ("measure", Kind::Text),
        ("year", Kind::Integer),
        ("option", Kind::Text),
        ("label", Kind::Text),
        ("value", Kind::Text),
        ("base", Kind::Integer),
        ("source", Kind::Text),
    ];
    let mut table = Table::new("measures", columns(language, &head));
    for series in &grant.series {
        for point in &series.points {
            table.rows.push(vec![
                series.measure.as_str().into(),
                Value::Integer(series.year),
                point.option.as_str().into(),
                point.label.get(language).into(),
                Value::Text(plain(point.value)),
                point.base.into(),
                point.source.as_str().into(),
            ]);
        }
    }
    table
}

/// What every recipient gets, by pot; the last row holds the totals.
pub fn allocation(allocation: &Allocation, language: Language) -> Table {
    let mut columns = vec![
        Column::new("recipient_code", msg!("report-code").text(language), Kind::Text),
        Column::new("recipient", msg!("report-recipient").text(language), Kind::Text),
    ];
    columns.extend(allocation.parts.iter().map(|p| Column::new(&*p.id, p.label.get(language), Kind::Money)));
    columns.push(Column::new(crate::study::TOTAL, msg!("report-total").text(language), Kind::Money));
    let mut table = Table::new(format!("allocation-{}", allocation.id), columns);
    for (at, recipient) in allocation.recipients.iter().enumerate() {
        let mut row: Vec<Value> = vec![recipient.code.as_str().into(), recipient.name.as_str().into()];
        row.extend(allocation.parts.iter().map(|part| Value::from(part.amounts[at])));
        row.push(allocation.totals[at].into());
        table.rows.push(row);
        table.keys.push(recipient.code.clone());
    }
    let mut totals: Vec<Value> = vec![Value::Missing, Value::Text(msg!("report-total").text(language))];
    totals.extend(allocation.parts.iter().map(|part| Value::from(allocation.column_total(Some(part)))));
    totals.push(allocation.column_total(None).into());
    table.rows.push(totals);
    table.keys.push(crate::study::TOTAL.to_owned());
    table
}

/// Warnings and notices about the data, worst first.
pub fn notices(notices: &[Diagnostic], language: Language) -> Table {
    let head = ["severity", "place", "found", "expected", "action"];
    let mut table = Table::new("notices", columns(language, &head.map(|id| (id, Kind::Text))));
    for notice in notices {
        let mut row = vec![Value::Severity(notice.severity), Value::Text(notice.place.told(language))];
        row.extend(notice.told(language).map(Value::Text));
        table.rows.push(row);
    }
    table
}

fn columns(language: Language, head: &[(&str, Kind)]) -> Vec<Column> {
    head.iter().map(|(id, kind)| column(language, id, *kind)).collect()
}

/// A column of a data file, with its head for readers.
fn column(language: Language, id: &str, kind: Kind) -> Column {
    let head = HEADS.iter().find(|(known, _)| *known == id).map(|(_, head)| head().text(language));
    Column::new(id, head.unwrap_or_else(|| id.to_owned()), kind)
}

/// What the columns of data files are called for readers.
const HEADS: [(&str, Say); 29] = [
    ("intervention_id", || msg!("report-intervention")),
    ("area", || msg!("report-area")),
    ("respondent_id", || msg!("report-respondent")),
    ("recipient_code", || msg!("report-code")),
    ("recipient", || msg!("report-recipient")),
    ("title", || msg!("report-title")),
    ("included", || msg!("report-included")),
    ("exclusion_reason", || msg!("report-reason-for-exclusion")),
    ("domain", || msg!("report-domain")),
    ("code", || msg!("report-code")),
    ("source", || msg!("report-source")),
    ("coder", || msg!("report-coder")),
    ("evidence", || msg!("report-evidence")),
    ("interventions", || msg!("report-interventions")),
    ("factor", || msg!("report-j-ts")),
    ("label", || msg!("report-label")),
    ("question", || msg!("report-question")),
    ("option", || msg!("report-option")),
    ("answer", || msg!("report-answer")),
    ("count", || msg!("report-number")),
    ("base", || msg!("report-base-n")),
    ("reason", || msg!("report-reason")),
    ("part_of_code", || msg!("report-code")),
    ("part_of", || msg!("report-belongs-to")),
    ("severity", || msg!("report-severity")),
    ("place", || msg!("report-place")),
    ("found", || msg!("report-found")),
    ("expected", || msg!("report-expected")),
    ("action", || msg!("report-to-do")),
];
