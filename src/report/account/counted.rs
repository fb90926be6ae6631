//! Who is behind a count: where a printed count does not come out, the rows that were counted are what to look at.

use super::declare::{AccountItem, RowsDeclaration};
use super::{ColumnSource, ShareOf};
use crate::coding::open::Sources;
use crate::grant::Field;
use crate::report::{KindDeclaration, Material};
use crate::study::MeasureForm;

/// The names of the recipients that a cell counts, or whose count it is a share of, in the order of their codes; the cell
/// by the id of its item, the key of its row and the id of its column. `None` where it counts nobody of this year.
pub(in crate::report) fn counted<'g>(
    material: &Material<'g>,
    item: &str,
    row: &str,
    column: &str,
) -> Option<Vec<&'g str>> {
    let declared = material.declaration.items.iter().find(|own| own.id == item)?;
    let KindDeclaration::Account(item) = &declared.kind else { return None };
    let MeasureForm::Count { field: reference, answers } = form(material, item, column)? else { return None };
    let (account, field) = material.grant.field(material.study, reference)?;
    let option = field.option(row)?;
    let answers: Vec<&str> = answers.iter().map(|answer| answer.value.as_str()).collect();
    let counts = |(at, _): &(usize, _)| field.counts(*at, option, &answers) == Some(true);
    let counted = account.returns.iter().enumerate().filter(counts);
    Some(counted.map(|(_, own)| own.recipient.name.as_str()).collect())
}

/// Where the codes come from that an item's columns show, by open question, each once.
pub(in crate::report) fn open<'g>(material: &Material<'g>, item: &AccountItem) -> Vec<&'g Sources> {
    let mut fields: Vec<&Field> = Vec::new();
    for column in &item.columns {
        let shown = match (&column.source, &item.rows) {
            (ColumnSource::Field { field, .. }, RowsDeclaration::Recipients { account, .. }) => {
                material.grant.account(account).and_then(|account| account.field(field))
            }
            (source, _) => match form_of(material, source) {
                Some(MeasureForm::Count { field, .. }) => {
                    material.grant.field(material.study, field).map(|(_, own)| own)
                }
                _ => None,
            },
        };
        fields.extend(shown.filter(|shown| fields.iter().all(|known| !std::ptr::eq(*known, *shown))));
    }
    fields.into_iter().map(|field| &field.sources).collect()
}

/// What a column counts this year.
fn form<'m>(material: &'m Material<'_>, item: &'m AccountItem, column: &str) -> Option<&'m MeasureForm> {
    match &item.columns.iter().find(|own| own.id == column)?.source {
        ColumnSource::Percent { part, of: ShareOf::Base, .. } => form(material, item, part),
        source => form_of(material, source),
    }
}

/// What a column measures of this year's returns.
pub(super) fn form_of<'m>(material: &'m Material<'_>, source: &'m ColumnSource) -> Option<&'m MeasureForm> {
    let study = material.study;
    match source {
        ColumnSource::Form(form) => Some(form),
        ColumnSource::Measure { measure, year, .. } if year.unwrap_or(study.year) == study.year => {
            study.measures.iter().find(|own| own.id == *measure)?.form.as_ref()
        }
        _ => None,
    }
}
