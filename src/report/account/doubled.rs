//! What tables of accounts show twice, and shares that are probably of the wrong one of two columns.

use std::collections::BTreeSet;

use super::build::fill;
use super::declare::{AccountItem, ColumnDeclaration, ColumnSource, RowsDeclaration, ShareOf};
use super::filled::FilledColumn;
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::exact::Exact;
use crate::msg;
use crate::report::Material;
use crate::study::{Declared, FieldReference, MeasureForm};
use crate::wording::Text;

/// Whether two items of accounts show the same numbers in the same way.
pub(in crate::report) fn shows_the_same(one: &AccountItem, other: &AccountItem) -> bool {
    let set = |item| shown_columns(item).map(|(_, meaning)| meaning).collect::<BTreeSet<_>>();
    one.drawing == other.drawing && rows(&one.rows) == rows(&other.rows) && set(one) == set(other)
}

/// Warns of a column that shows the numbers of one before it, and of shares above 100 percent.
pub(in crate::report) fn report(
    material: &Material<'_>,
    (name, item): (&Text, &AccountItem),
    messages: &mut Diagnostics,
) {
    let columns: Vec<_> = shown_columns(item).collect();
    for (at, (column, meaning)) in columns.iter().enumerate() {
        let Some((first, _)) = columns[..at].iter().find(|(_, earlier)| earlier == meaning) else { continue };
        let (own, other) = (shown(&column.id), shown(&first.id));
        let message = msg!("column-shows-the-same", item = name, column = own, other);
        messages.push(Diagnostic::warning(column.place.clone(), message));
    }
    let is_share = |column: &&ColumnDeclaration| {
        !column.hidden && matches!(column.source, ColumnSource::Percent { of: ShareOf::Column(_), .. })
    };
    if !item.columns.iter().any(|column| is_share(&column)) {
        return;
    }
    // What is wrong with the table has been reported when it was filled in.
    let filled = fill(material, item, &mut Diagnostics::new());
    for column in item.columns.iter().filter(is_share) {
        let found = filled.columns.iter().find(|own| own.id == column.id);
        let (above, all) = found.map(above_whole).unwrap_or_default();
        if above > 0 {
            let message = msg!("shares-above-whole", item = name, column = shown(&column.id), above, all);
            messages.push(Diagnostic::warning(column.place.clone(), message));
        }
    }
}

/// How many shares of a column are above 100 percent, and of how many, where most or that of the totals are: one row may be.
fn above_whole(column: &FilledColumn) -> (usize, usize) {
    let is_above = |value: Exact| value > Exact::whole(100);
    let shares: Vec<Exact> = column.cells.iter().filter_map(|cell| cell.value).collect();
    let above = shares.iter().filter(|share| is_above(**share)).count();
    let total = column.total.value.is_some_and(is_above);
    if total || 2 * above > shares.len() { (above, shares.len()) } else { (0, 0) }
}

/// The columns that readers see, each with what it shows.
fn shown_columns(item: &AccountItem) -> impl Iterator<Item = (&ColumnDeclaration, String)> {
    let columns = item.columns.iter().enumerate().filter(|(_, column)| !column.hidden);
    columns.map(|(at, column)| (column, meaning(&column.source, &item.columns[..at])))
}

/// What the rows are, in words that are the same for the same rows.
fn rows(rows: &RowsDeclaration) -> String {
    match rows {
        RowsDeclaration::Recipients { account, .. } => format!("recipients of {account}"),
        RowsDeclaration::Options(named) => format!("options {:?}", named.iter().collect::<BTreeSet<_>>()),
        RowsDeclaration::Years(years) => format!("years {:?}", years.iter().collect::<BTreeSet<_>>()),
    }
}

/// Where a column's numbers come from and how they are rounded, in words that are the same for the same numbers.
fn meaning(source: &ColumnSource, earlier: &[ColumnDeclaration]) -> String {
    let of = |id: &String| {
        let at = earlier.iter().position(|column| column.id == *id);
        at.map_or_else(|| id.clone(), |at| format!("({})", meaning(&earlier[at].source, &earlier[..at])))
    };
    let all = |ids: &[String]| ids.iter().map(of).collect::<BTreeSet<_>>();
    match source {
        ColumnSource::Code => "code".to_owned(),
        ColumnSource::Field { field, option, style } => format!("field {field} {option:?} {style:?}"),
        ColumnSource::Form(form) => measured(form),
        ColumnSource::Measure { measure, year, option } => format!("measure {measure} {year:?} {option}"),
        ColumnSource::Base(id) => format!("base of {}", of(id)),
        ColumnSource::Percent { part, of: whole, style, total_decimals } => {
            let whole = match whole {
                ShareOf::Column(id) => of(id),
                other => format!("{other:?}"),
            };
            format!("{} in percent of {whole} {style:?} {total_decimals}", of(part))
        }
        ColumnSource::Difference(from, less) => format!("{} less {}", of(from), of(less)),
        ColumnSource::Least(ids) => format!("least of {:?}", all(ids)),
        ColumnSource::Added(ids) => format!("sum of {:?}", all(ids)),
    }
}

fn measured(form: &MeasureForm) -> String {
    let named = |reference: &FieldReference| {
        let account = reference.account.as_ref().map(|account| account.value.as_str());
        format!("{} of {account:?}", reference.field.value)
    };
    let texts = |answers: &[Declared<String>]| answers.iter().map(|a| a.value.clone()).collect::<BTreeSet<_>>();
    match form {
        MeasureForm::Sum { field } => format!("sum {}", named(field)),
        MeasureForm::Count { field, answers } => format!("count {} {:?}", named(field), texts(answers)),
        MeasureForm::Pots { allocation } => format!("pots of {}", allocation.value),
    }
}
