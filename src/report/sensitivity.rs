//! How far the funds of codes rest on recipients whose reported funds are far from what they requisitioned: without them, and with one
//! J for the whole area.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::followed::SensitivityItem;
use super::response::{called, share, surveys};
use super::table::{CellCount, Column, Kind, Table, Value};
use super::{ItemDeclaration, KindDeclaration, Material};
use crate::codebook::Domain;
use crate::diagnostic::Diagnostics;
use crate::exact::Exact;
use crate::ledger::Selection;
use crate::money::Amount;
use crate::msg;
use crate::register::Recipient;
use crate::study::{Money, WeightingScope};
use crate::survey::{Intervention, Survey};
use crate::weighting::{Weight, Weighting};

/// The funds of a main code as they count, and as they would.
struct Line {
    area: String,
    domain: Domain,
    label: String,
    selection: Selection,
    now: Amount,
    without: Amount,
    otherwise: Amount,
    /// How many places it would rise.
    moves: [i64; 2],
}

impl Line {
    /// The larger of both changes, in relation to what the code has now.
    fn largest(&self) -> Exact {
        let size = |then: Amount| (Exact::from(then - self.now)).size().over(self.now.into());
        [self.without, self.otherwise].into_iter().filter_map(size).max().unwrap_or(Exact::ZERO)
    }
}

/// Fills the table.
pub(super) fn build(material: &Material<'_>, id: &str, item: &SensitivityItem) -> Table {
    let mut lines = lines(material, item);
    if let Some(most) = item.most {
        lines.sort_by_key(|line| Reverse(line.largest()));
        lines.truncate(most);
    }
    let language = material.language;
    let mut table = Table::new(id, columns(material, item));
    for line in lines {
        let mut row = Vec::new();
        if item.areas.len() > 1 {
            row.push(Value::from(line.area.as_str()));
        }
        if item.domains.len() > 1 {
            row.push(Value::from(line.domain.label(language)));
        }
        row.extend([Value::from(line.label.as_str()), line.now.into()]);
        for (then, moves) in [line.without, line.otherwise].into_iter().zip(line.moves) {
            let difference = then - line.now;
            let percent = share(difference.into(), line.now.into());
            row.extend([then.into(), difference.into(), percent.map_or(Value::Missing, Value::Percent)]);
            row.push(Value::Integer(moves));
        }
        let name = format!("{}: {}", line.domain.label(language), line.label);
        let column = money(material).map(|money| money.column("funds")).unwrap_or_default();
        table.push_counting(row, &column, CellCount { selection: line.selection, name });
    }
    table
}

fn money(material: &Material<'_>) -> Option<Money> {
    material.study.money.filter(|money| money.is_weighted())
}

fn columns(material: &Material<'_>, item: &SensitivityItem) -> Vec<Column> {
    let language = material.language;
    let Some(money) = money(material) else { return Vec::new() };
    let unit = || money.currency().short();
    let text = |id: &str, message: crate::wording::Message| Column::new(id, message.text(language), Kind::Text);
    let mut columns = Vec::new();
    if item.areas.len() > 1 {
        columns.push(text("area", msg!("report-area")));
    }
    if item.domains.len() > 1 {
        columns.push(text("domain", msg!("report-domain")));
    }
    columns.push(text("label", msg!("report-label")));
    let amount = |id: String, message: crate::wording::Message| Column::new(id, message.text(language), Kind::Money);
    columns.push(amount(money.column("funds"), msg!("sensitivity-now", unit = unit())));
    let otherwise = match money.weighting {
        WeightingScope::Area => msg!("sensitivity-by-recipient", unit = unit()),
        WeightingScope::Recipient | WeightingScope::None => msg!("sensitivity-by-area", unit = unit()),
    };
    for (id, message) in [("without", msg!("sensitivity-without", unit = unit())), ("otherwise", otherwise)] {
        columns.push(amount(money.column(id), message));
        let difference = msg!("sensitivity-difference", unit = unit());
        columns.push(amount(money.column(&format!("{id}_difference")), difference));
        columns.push(Column::new(format!("{id}_pct"), msg!("sensitivity-percent").text(language), Kind::Percent));
        columns.push(Column::new(format!("{id}_rank"), msg!("sensitivity-rank").text(language), Kind::Integer));
    }
    columns
}

fn lines(material: &Material<'_>, item: &SensitivityItem) -> Vec<Line> {
    let Some(money) = money(material) else { return Vec::new() };
    let scope = match money.weighting {
        WeightingScope::Area => WeightingScope::Recipient,
        WeightingScope::Recipient | WeightingScope::None => WeightingScope::Area,
    };
    // What is worth a look has been told.
    let otherwise = Weighting::new(material.input, Some(Money { weighting: scope, ..money }), &mut Diagnostics::new());
    let interventions: Vec<&Intervention> = material.input.interventions().collect();
    let mut lines = Vec::new();
    for (group, survey) in surveys(material, &item.areas) {
        let unusual: BTreeSet<&Recipient> = unusual(material, survey).map(|weight| &weight.recipient).collect();
        let funds = |own: &Intervention, weighting: &Weighting| weighting.of(&own.id).unwrap_or_default();
        let Some(area) = material.ledger.area_id(&survey.area) else { continue };
        for domain in &item.domains {
            let first = lines.len();
            for main in material.book.codes(*domain).iter().filter(|code| code.parent.is_none()) {
                let Some(code) = material.ledger.code_id(*domain, &main.id) else { continue };
                let selection = Selection::Code(area, *domain, code);
                let ids = material.ledger.as_coded(selection).ids;
                let own: Vec<&Intervention> =
                    ids.interventions().filter_map(|id| interventions.get(id.at()).copied()).collect();
                if own.is_empty() {
                    continue;
                }
                let usual = own.iter().filter(|own| !unusual.contains(&own.recipient));
                lines.push(Line {
                    area: called(group, survey, material.language),
                    domain: *domain,
                    label: main.label.get(material.language).to_owned(),
                    selection,
                    now: own.iter().map(|own| funds(own, material.weighting)).sum(),
                    without: usual.map(|own| funds(own, material.weighting)).sum(),
                    otherwise: own.iter().map(|own| funds(own, &otherwise)).sum(),
                    moves: [0; 2],
                });
            }
            rank(&mut lines[first..]);
        }
    }
    lines
}

/// How many places each code of a domain would rise.
fn rank(lines: &mut [Line]) {
    let place = |lines: &[Line], of: fn(&Line) -> Amount, own: Amount| {
        i64::try_from(lines.iter().filter(|other| of(other) > own).count()).unwrap_or(i64::MAX)
    };
    let moves: Vec<[i64; 2]> = lines
        .iter()
        .map(|line| {
            let now = place(lines, |line| line.now, line.now);
            [
                now - place(lines, |line| line.without, line.without),
                now - place(lines, |line| line.otherwise, line.otherwise),
            ]
        })
        .collect();
    lines.iter_mut().zip(moves).for_each(|(line, moves)| line.moves = moves);
}

/// The recipients of an area whose J is outside what is usual.
fn unusual<'m>(material: &'m Material<'_>, survey: &'m Survey) -> impl Iterator<Item = &'m Weight> {
    material.weighting.weights.iter().filter(|weight| weight.area == survey.area && weight.is_unusual())
}

/// Who is left out, and how much money that is.
pub(super) fn note(material: &Material<'_>, declared: &ItemDeclaration) -> Option<String> {
    let KindDeclaration::Sensitivity(item) = &declared.kind else { return None };
    let money = money(material)?;
    let language = material.language;
    let (mut count, mut funds, mut all) = (0, Amount::ZERO, Amount::ZERO);
    for (_, survey) in surveys(material, &item.areas) {
        let own: BTreeSet<&Recipient> = unusual(material, survey).map(|weight| &weight.recipient).collect();
        count += own.len();
        // Funds as they count, which with one J for an area are not what the recipient has left.
        for intervention in &survey.interventions {
            let counted = material.weighting.of(&intervention.id).unwrap_or_default();
            all = all + counted;
            if own.contains(&intervention.recipient) {
                funds = funds + counted;
            }
        }
    }
    let written = |funds| language.funds_in_words(funds, money.currency());
    let message =
        msg!("sensitivity-note", count, number = language.count(count), funds = written(funds), all = written(all));
    let shown = item.most.map(|most| msg!("sensitivity-most", count = most).text(language));
    Some([Some(message.text(language)), shown].into_iter().flatten().collect::<Vec<_>>().join(" "))
}
