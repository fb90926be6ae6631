//! Tables of subcodes: how many interventions, by domain, in one or several groups.

use super::table::{CellCount, Column, Kind, Table, Value};
use super::{AreaGroup, ItemDeclaration, Material, interval};
use crate::codebook::{Code, Domain};
use crate::diagnostic::{Diagnostic, Diagnostics, did_you_mean, shown};
use crate::ledger::Selection;
use crate::msg;

pub(super) fn build(
    material: &Material<'_>,
    declared: &ItemDeclaration,
    areas: &[AreaGroup],
    main: &str,
    domains: &[Domain],
    omit_empty: bool,
    messages: &mut Diagnostics,
) -> Table {
    let language = material.language;
    let mut columns = vec![
        Column::new("code", msg!("report-code").text(language), Kind::Text),
        Column::new("label", msg!("report-subcode").text(language), Kind::Text),
    ];
    let several = areas.len() > 1;
    for domain in domains {
        for group in areas {
            let name = domain.plural(language);
            let (id, label) = if several {
                let group_label = group.label.get(language).to_lowercase();
                let label = msg!("subcode-column-of-group", domain = name, group = group_label);
                (format!("{domain}_{}", group.area), label)
            } else {
                (domain.word().to_owned(), msg!("subcode-column", domain = name))
            };
            columns.push(Column::new(id, label.text(language), Kind::Integer).about(*domain));
        }
    }
    let mut table = Table::new(&declared.id, columns);
    let Some(first) = domains.first() else { return table };
    let codes = material.book.codes(*first);
    for domain in domains {
        let main_codes = || material.book.codes(*domain).iter().filter(|c| c.parent.is_none()).map(|c| c.id.as_str());
        if !main_codes().any(|id| id == main) {
            let suggestion = did_you_mean(main, main_codes());
            let message = msg!("main-code-unknown", code = shown(main), domain = domain.word(), suggestion);
            messages.push(Diagnostic::error(declared.place.clone(), message));
        }
    }
    for code in codes.iter().filter(|c| c.parent.as_deref() == Some(main)) {
        let cells: Vec<(usize, Option<CellCount>)> = domains
            .iter()
            .flat_map(|domain| areas.iter().map(move |group| cell(material, code, *domain, group)))
            .collect();
        if omit_empty && cells.iter().all(|(number, _)| *number == 0) {
            continue;
        }
        let mut row = vec![Value::code(&code.id), code.label.get(language).into()];
        for (number, count) in cells {
            table.counts.extend(count.map(|count| ((table.rows.len(), row.len()), count)));
            row.push(number.into());
        }
        table.rows.push(row);
    }
    interval::add(&mut table, material.ledger, language, Value::from);
    table
}

/// How many interventions of a group have a code in a domain, and what is counted.
fn cell(material: &Material<'_>, code: &Code, domain: Domain, group: &AreaGroup) -> (usize, Option<CellCount>) {
    let language = material.language;
    let ids = material.ledger.area_id(&group.area).zip(material.ledger.code_id(domain, &code.id));
    let Some(selection) = ids.map(|(area, code)| Selection::Code(area, domain, code)) else { return (0, None) };
    let of_group = match group.label.get(language) {
        "" => String::new(),
        group => format!(" ({})", group.to_lowercase()),
    };
    let name = format!("{}: {}{of_group}", domain.label(language), code.label.get(language));
    (material.ledger.counted(selection).number, Some(CellCount { selection, name }))
}
