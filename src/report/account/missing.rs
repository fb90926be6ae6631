//! On how few recipients a number of a table or chart rests: missing is not zero, and the note says so.

use super::counted::form_of;
use super::declare::{AccountItem, ColumnDeclaration, ColumnSource, RowsDeclaration};
use crate::grant::Field;
use crate::msg;
use crate::report::{ItemDeclaration, KindDeclaration, Material};
use crate::study::MeasureForm;
use crate::wording::{Message, joined};

/// A sentence that names the columns that lack a number of some recipients; `None` where nothing is missing.
pub(in crate::report) fn sentence(material: &Material<'_>, declared: &ItemDeclaration) -> Option<String> {
    let KindDeclaration::Account(item) = &declared.kind else { return None };
    let language = material.language;
    let told = item.columns.iter().filter_map(|column| {
        let missing = missing(material, item, column).filter(|missing| *missing > 0)?;
        let label = column.label.get(language).replace("{base}", "n");
        let column = crate::report::alternative::quoted(&label, language);
        Some(msg!("numbers-missing-in-column", number = language.count(missing), column))
    });
    let told: Vec<Message> = told.collect();
    let message = msg!("numbers-missing", columns = joined(&told, "; "));
    (!told.is_empty()).then(|| message.text(language))
}

/// How many recipients gave no value for what a column holds.
fn missing(material: &Material<'_>, item: &AccountItem, column: &ColumnDeclaration) -> Option<usize> {
    if let ColumnSource::Field { field, option, .. } = &column.source {
        let RowsDeclaration::Recipients { account, .. } = &item.rows else { return None };
        let field = material.grant.account(account)?.field(field)?;
        return Some(field.missing(&[field.option(option.as_deref().unwrap_or_default())?]));
    }
    if let RowsDeclaration::Years(years) = &item.rows
        && !years.contains(&material.study.year)
    {
        return None;
    }
    let (MeasureForm::Sum { field: reference } | MeasureForm::Count { field: reference, .. }) =
        form_of(material, &column.source)?
    else {
        return None;
    };
    let (_, field) = material.grant.field(material.study, reference)?;
    Some(field.missing(&shown_options(item, column, field)))
}

/// The options of a field that a table shows.
fn shown_options(item: &AccountItem, column: &ColumnDeclaration, field: &Field) -> Vec<usize> {
    let all = (0..field.width()).collect();
    match (&item.rows, &column.source) {
        (RowsDeclaration::Options(named), _) if !named.is_empty() => {
            named.iter().filter_map(|key| field.option(key)).collect()
        }
        (RowsDeclaration::Years(_), ColumnSource::Measure { option, .. }) => field.option(option).into_iter().collect(),
        _ => all,
    }
}
