//! Bubble charts: interventions against funds, one bubble per main code and domain.

use super::table::{CellCount, Column, Kind, Table, Value};
use super::{Material, interval};
use crate::codebook::Domain;
use crate::coding::State;
use crate::ledger::{AreaId, Estimated, Selection};
use crate::money::{Amount, Currency, unit_of_axis};
use crate::msg;

/// How numbers and funds of codes are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BubbleForm {
    /// Bubbles on two axes.
    #[default]
    Bubble,
    /// A row per code with a dot per domain: numbers in one panel, funds in another.
    Dumbbell,
}

impl BubbleForm {
    /// The words of declarations.
    pub(super) const WORDS: [(&'static str, Self); 2] = [("bubble", Self::Bubble), ("dumbbell", Self::Dumbbell)];

    /// The word of declarations.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, form)| *form == self).map_or("", |(word, _)| word)
    }
}

const MILLION: i64 = 1_000_000;

/// A bubble chart.
#[derive(Clone, Debug)]
pub struct Bubble {
    /// How it is drawn.
    pub form: BubbleForm,
    /// The domains, with their names in the plural.
    pub domains: Vec<(Domain, String)>,
    /// The bubbles, by domain and within it in the order of the codebook; codes that nothing has are left out.
    pub marks: Vec<BubbleMark>,
    /// Interventions without a code, by domain and state; what does not occur is left out.
    pub without_code: Vec<WithoutCode>,
    /// The area; `None` where nothing was read for it.
    pub area: Option<AreaId>,
    /// Whether a line joins the bubbles of a code, from one domain to the next.
    pub joined: bool,
    /// All interventions of the area (n).
    pub interventions: usize,
    /// All funds of the area.
    pub funds: Amount,
    /// Whether the study has funds.
    pub has_funds: bool,
    /// Whether funds are weighted to what was requisitioned.
    pub weighted: bool,
    /// The currency of funds.
    pub currency: Currency,
}

/// One bubble.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BubbleMark {
    /// Position among the chart's domains.
    pub series: usize,
    /// The main code.
    pub code: String,
    /// What is counted.
    pub selection: Selection,
    /// Its label.
    pub label: String,
    /// Distinct interventions: the vertical position.
    pub interventions: usize,
    /// Their funds: the horizontal position and the area.
    pub funds: Amount,
    /// What both may be, where they are estimated.
    pub estimated: Option<Estimated>,
}

/// The interventions of a state without a code in a domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WithoutCode {
    /// Position among the chart's domains.
    pub series: usize,
    /// Why they have none.
    pub state: State,
    /// How many.
    pub interventions: usize,
    /// Their funds.
    pub funds: Amount,
    /// What both may be, where they are estimated.
    pub estimated: Option<Estimated>,
}

pub(super) fn build(
    material: &Material<'_>,
    area: &str,
    domains: &[Domain],
    (joined, form): (bool, BubbleForm),
) -> Bubble {
    let mut marks = Vec::new();
    for (series, domain) in domains.iter().enumerate() {
        for code in material.book.codes(*domain).iter().filter(|c| c.parent.is_none()) {
            let ids = material.ledger.area_id(area).zip(material.ledger.code_id(*domain, &code.id));
            let Some(selection) = ids.map(|(area, code)| Selection::Code(area, *domain, code)) else { continue };
            let counted = material.ledger.counted(selection);
            if counted.number > 0 {
                let label = code.label.get(material.language).to_owned();
                let (interventions, funds, estimated) = (counted.number, counted.funds, counted.estimated.cloned());
                let code = code.id.clone();
                marks.push(BubbleMark { series, code, selection, label, interventions, funds, estimated });
            }
        }
    }
    let total = material.ledger.area(area);
    let states = domains.iter().enumerate().flat_map(|at| State::WITHOUT_CODE.map(|state| (at, state)));
    let without_code = states.map(|((series, domain), state)| {
        let (interventions, funds) = material.ledger.without_code(area, *domain, state);
        let selection = material.ledger.area_id(area).map(|area| Selection::Without(area, *domain, state));
        let estimated = selection.and_then(|selection| material.ledger.estimated(selection)).cloned();
        WithoutCode { series, state, interventions, funds, estimated }
    });
    Bubble {
        form,
        domains: domains.iter().map(|d| (*d, d.plural(material.language).to_owned())).collect(),
        marks,
        without_code: without_code.filter(|gap| gap.interventions > 0).collect(),
        area: material.ledger.area_id(area),
        joined,
        interventions: total.map_or(0, |t| t.interventions),
        has_funds: material.study.money.is_some(),
        weighted: material.study.is_weighted(),
        currency: material.study.money.map(|money| money.currency()).unwrap_or_default(),
        funds: total.and_then(|total| total.funds).map_or(Amount::ZERO, |funds| funds.counted()),
    }
}

impl Bubble {
    /// How much one unit of the axis of funds is.
    pub fn unit(&self) -> i64 {
        let most = |funds: Amount, estimated: &Option<Estimated>| {
            let high = estimated.as_ref().and_then(|own| own.amounts).map(|ends| ends.high);
            high.map_or(funds, |high| high.max(funds)).rounded().0
        };
        let of_marks = self.marks.iter().map(|mark| most(mark.funds, &mark.estimated));
        match self.form {
            BubbleForm::Bubble => {
                let without = self.without_code.iter().map(|gap| most(gap.funds, &gap.estimated));
                unit_of_axis(of_marks.max().or(without.max()).unwrap_or(0))
            }
            // What has no code is drawn, too, and values are written as reports write them.
            BubbleForm::Dumbbell => {
                let without = self.without_code.iter().map(|gap| most(gap.funds, &gap.estimated));
                if of_marks.chain(without).max().unwrap_or(0) < MILLION { 1 } else { MILLION }
            }
        }
    }

    /// The row of a mark in the chart's table, where what has no code ends its domain.
    pub fn row(&self, mark: usize) -> usize {
        let series = self.marks.get(mark).map_or(0, |m| m.series);
        mark + self.without_code.iter().filter(|gap| gap.series < series).count()
    }

    /// The row of what has no code, by its position there.
    pub(super) fn row_without(&self, gap: usize) -> usize {
        let series = self.without_code.get(gap).map_or(0, |gap| gap.series);
        gap + self.marks.iter().filter(|mark| mark.series <= series).count()
    }

    /// The numbers of the chart, what has no code included.
    pub(super) fn table(&self, name: &str, material: &Material<'_>) -> Table {
        let language = material.language;
        let columns = vec![
            Column::new("domain", msg!("report-domain").text(language), Kind::Text),
            Column::new("code", msg!("report-code").text(language), Kind::Text),
            Column::new("label", msg!("report-label").text(language), Kind::Text),
            Column::new("interventions", msg!("report-interventions").text(language), Kind::Integer),
        ];
        let published = |funds: Amount| published(material, funds);
        let in_cell = |funds: Amount| self.has_funds.then(|| published(funds));
        let mut table = Table::new(name, columns);
        table.columns.extend(material.study.money.map(|money| {
            let head = msg!("report-funds-used", unit = money.currency().short());
            Column::new(money.column(money.counted()), head.text(language), Kind::Money)
        }));
        for (series, (domain, _)) in self.domains.iter().enumerate() {
            for mark in self.marks.iter().filter(|m| m.series == series) {
                let label = mark.label.as_str().into();
                let mut row = vec![Value::Domain(*domain), Value::code(&mark.code), label, mark.interventions.into()];
                row.extend(in_cell(mark.funds));
                push(&mut table, row, material, (*domain, &mark.label, Some(mark.selection)));
            }
            for gap in self.without_code.iter().filter(|gap| gap.series == series) {
                let label = gap.state.label().get(language);
                let number = gap.interventions.into();
                let mut row = vec![Value::Domain(*domain), Value::Without(gap.state), label.into(), number];
                row.extend(in_cell(gap.funds));
                let selection = self.area.map(|area| Selection::Without(area, *domain, gap.state));
                push(&mut table, row, material, (*domain, label, selection));
            }
        }
        interval::add(&mut table, material.ledger, language, published);
        table
    }
}

/// Adds a row whose number of interventions is what a selection counts.
fn push(
    table: &mut Table,
    row: Vec<Value>,
    material: &Material<'_>,
    (domain, label, selection): (Domain, &str, Option<Selection>),
) {
    let name = format!("{}: {label}", domain.label(material.language));
    match selection {
        Some(selection) => table.push_counting(row, "interventions", CellCount { selection, name }),
        None => table.rows.push(row),
    }
}

/// Funds as a table has them: whole, or as finely as the study publishes.
pub(super) fn published(material: &Material<'_>, funds: Amount) -> Value {
    let funds = material.study.denomination.published(funds);
    funds.whole().map_or(Value::Amount(funds), Value::from)
}
