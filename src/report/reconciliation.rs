//! Funds from what was allocated to what counts: a column per area, a row per step, the differences named.

use super::response::{called, surveys};
use super::table::{Column, Kind, Table, Value};
use super::{AreaGroup, ItemDeclaration, KindDeclaration, Material};
use crate::money::Amount;
use crate::msg;
use crate::study::{Repayments, TOTAL};
use crate::weighting::Reconciled;
use crate::wording::{Language, Message};

/// What a step comes to in an area.
type Of<'s> = Box<dyn Fn(&Reconciled) -> Option<Amount> + 's>;

/// A step: its key, its name, and its amount.
struct Step<'s> {
    key: String,
    name: Message,
    of: Of<'s>,
}

fn step<'s>(key: &str, name: Message, of: impl Fn(&Reconciled) -> Option<Amount> + 's) -> Step<'s> {
    Step { key: key.to_owned(), name, of: Box::new(of) }
}

/// Fills the table.
pub(super) fn build(material: &Material<'_>, id: &str, areas: &[AreaGroup]) -> Table {
    let language = material.language;
    let mut columns = vec![Column::new("step", msg!("reconciled-step").text(language), Kind::Text)];
    let mut sums: Vec<Reconciled> = Vec::new();
    for (group, survey) in surveys(material, areas) {
        columns.push(Column::new(&*survey.area, called(group, survey, language), Kind::Money));
        sums.push(area(material, survey));
    }
    if sums.len() > 1 {
        columns.push(Column::new(TOTAL, msg!("report-total").text(language), Kind::Money));
        sums.extend(sums.clone().into_iter().reduce(|all, own| all.and(&own)));
    }
    let mut table = Table::new(id, columns);
    for step in steps(material) {
        let cells: Vec<Value> = sums.iter().map(|own| (step.of)(own).into()).collect();
        if cells.iter().all(|cell| *cell == Value::Missing) {
            continue;
        }
        let name = std::iter::once(step.name.text(language).as_str().into());
        table.rows.push(name.chain(cells).collect());
        table.keys.push(step.key);
    }
    table
}

/// The sums of an area.
fn area(material: &Material<'_>, survey: &crate::survey::Survey) -> Reconciled {
    let all = material.weighting.reconcile(material.input, survey);
    all.into_values().reduce(|all, own| all.and(&own)).unwrap_or_default()
}

fn steps<'s>(material: &'s Material<'_>) -> Vec<Step<'s>> {
    let language = material.language;
    let mut steps = vec![
        step("allocated", msg!("reconciled-allocated"), |own| own.allocated?.known),
        step("not_requisitioned", msg!("reconciled-not-requisitioned"), |own| Some(own.allocated?.left)),
        step("above_allocated", msg!("reconciled-above-allocated"), |own| Some(own.allocated?.above)),
        step("allocation_unknown", msg!("reconciled-allocation-unknown"), |own| Some(own.allocated?.unknown)),
        step("requisitioned", msg!("reconciled-requisitioned"), |own| Some(own.requisitioned)),
        step("repaid", repaid(material.study.repayments.as_ref(), language), |own| Some(own.repaid)),
    ];
    for (at, source) in material.study.beside.repaid.iter().enumerate() {
        let other = move |own: &Reconciled| own.other_repaid.get(at).copied().flatten();
        steps.push(step(&other_key(at), repaid(Some(source), language), other));
        let name = msg!("reconciled-repaid-difference", source = source.called().get(language));
        steps.push(step(&format!("{}_difference", other_key(at)), name, move |own| Some(other(own)? - own.repaid)));
    }
    steps.extend([
        step("target", msg!("reconciled-target"), |own| Some(own.target())),
        step("target_not_answered", msg!("reconciled-silent"), |own| Some(own.target() - own.target_answered)),
        step("target_answered", msg!("reconciled-answered"), |own| Some(own.target_answered)),
        step("reported", msg!("reconciled-reported"), |own| Some(own.reported)),
        step("reported_difference", msg!("reconciled-reported-difference"), |own| {
            Some(own.reported - own.target_answered)
        }),
        step("weighted", msg!("reconciled-weighted"), |own| Some(own.weighted)),
        step("not_attributed", msg!("reconciled-not-attributed"), |own| Some(own.not_attributed)),
        step("excluded", msg!("reconciled-excluded"), |own| Some(own.excluded)),
    ]);
    steps
}

/// The key of what a further source says was repaid: `repaid_2` for the first of them.
pub(super) fn other_key(at: usize) -> String {
    format!("repaid_{}", at + 2)
}

/// What was repaid, with source and day where they are declared.
fn repaid(source: Option<&Repayments>, language: Language) -> Message {
    match source {
        None => msg!("reconciled-repaid"),
        Some(own) => {
            let source = own.called().get(language).to_owned();
            match own.as_of {
                Some(day) => msg!("reconciled-repaid-on", source, day = day.to_string()),
                None => msg!("reconciled-repaid-by", source),
            }
        }
    }
}

/// What the steps add up to, and what is not known.
pub(super) fn note(material: &Material<'_>, declared: &ItemDeclaration) -> Option<String> {
    let KindDeclaration::Reconciliation(areas) = &declared.kind else { return None };
    let unknown =
        surveys(material, areas).any(|(_, survey)| material.study.beside.place_of_allocated(&survey.area).is_none());
    let mut sentences = vec![msg!("reconciled-note").text(material.language)];
    if unknown {
        sentences.push(msg!("reconciled-without-allocated").text(material.language));
    }
    Some(sentences.join(" "))
}
