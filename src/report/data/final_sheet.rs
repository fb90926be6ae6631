//! The codes that count as a coding sheet, for those who want a file: what was coded here, and what nobody has settled yet.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::super::table::{Column, Kind, Table, Value};
use super::agreement::{ID, add_texts};
use crate::codebook::{Domain, UnitKind};
use crate::coding::State;
use crate::coding::listed;
use crate::sheets::Material;
use crate::study::CodingSheet;
use crate::survey::Unit;

/// What stands where nothing is left to decide.
const SETTLED: &str = "settled";

/// A final sheet for every kind of unit that there is, each with its file: the one that is named, or one beside it.
pub fn tables(material: &Material<'_>, path: &Path) -> Vec<(Table, PathBuf)> {
    let of_kind = |kind: UnitKind| {
        let units: Vec<&Unit> = material.input.units().filter(|unit| unit.kind == kind).collect();
        let path = match kind {
            UnitKind::Intervention => path.to_owned(),
            other => {
                let stem = path.file_stem().unwrap_or_default().to_string_lossy();
                path.with_file_name(format!("{stem}-{}.csv", other.word()))
            }
        };
        (!units.is_empty()).then(|| (table(material, kind, &units), path))
    };
    UnitKind::ALL.into_iter().filter_map(of_kind).collect()
}

fn table(material: &Material<'_>, kind: UnitKind, units: &[&Unit]) -> Table {
    let Material { study, book, input, codings, .. } = material;
    let declared: Vec<&CodingSheet> = study.codings.iter().filter(|sheet| sheet.unit == kind).collect();
    let has = |domain: &Domain| units.iter().any(|unit| material.domains(unit).any(|own| own == *domain));
    let domains: Vec<Domain> = book.domains_of(kind).filter(has).collect();
    let named: BTreeMap<&str, &str> = declared
        .iter()
        .flat_map(|sheet| &sheet.domains)
        .map(|(word, column)| (word.as_str(), column.value.as_str()))
        .collect();
    let id = declared.first().map_or(ID, |sheet| &sheet.id.value);
    let none = declared.iter().find_map(|sheet| sheet.none.clone()).unwrap_or_else(|| listed::none(study.language));
    let mut columns = vec![Column::plain(id, Kind::Text)];
    columns.extend(domains.iter().map(|domain| {
        let name = named.get(domain.word()).copied().unwrap_or(domain.word());
        Column::plain(name, Kind::Text)
    }));
    let mut table = Table::new("final", columns);
    let cell = |unit: &Unit, domain: Domain| match codings.finals.said(&unit.id, domain) {
        None => String::new(),
        Some([]) => none.clone(),
        Some(codes) => codes.join("; "),
    };
    for unit in units {
        let codes = domains.iter().map(|domain| Value::Text(cell(unit, *domain)));
        table.rows.push(std::iter::once(unit.id.to_string().as_str().into()).chain(codes).collect());
    }
    let ids: Vec<String> = units.iter().map(|unit| unit.id.to_string()).collect();
    add_texts(&mut table, kind, &ids, domains.iter().copied(), book, input);
    table.columns.push(Column::plain("status", Kind::Text));
    for (row, unit) in table.rows.iter_mut().zip(units) {
        let waits = |domain: Domain| {
            let state = codings.state(&unit.id, domain);
            let is_gap = State::GAPS.contains(&state) && !domain.is_optional();
            is_gap.then(|| format!("{domain}: {}", state.word()))
        };
        let waiting: Vec<String> = material.domains(unit).filter_map(waits).collect();
        row.push(Value::Text(if waiting.is_empty() { SETTLED.to_owned() } else { waiting.join("; ") }));
    }
    table
}
