//! Tables: numbers written for readers, with the bare value beside them for sorting and downloading.

use super::markup::{Attribute, Markup};
use super::shares::Share;
use crate::render::csv::bare;
use crate::report::document::{MOST_ROWS, Names};
use crate::report::{Column, Table, Value};

/// Columns that name a row, the best first.
const NAMING: [&str; 7] = ["label", "option", "statement", "claim_id", "recipient", "intervention_id", "place"];
/// Columns of ids, which are not broken between lines.
const IDS: [&str; 4] = ["code", "claim_id", "intervention_id", "recipient_code"];
/// Columns of context; where every row says the same, the title or the note says it, too.
const CONTEXT: [&str; 3] = ["area", "group", "answer"];

/// What a table is written with.
pub(super) struct Look<'a> {
    /// The id of the element that says what the table is.
    pub(super) named_by: &'a str,
    /// Cells as readers see them.
    pub(super) names: &'a Names,
    /// Columns that are shown without being among the data.
    pub(super) shares: &'a [Share],
    /// By row and column, the number of the list of interventions behind a cell.
    pub(super) behind: &'a dyn Fn(usize, usize) -> Option<usize>,
}

/// A column as it is shown.
struct Shown<'a> {
    column: &'a Column,
    names_row: bool,
    attributes: Vec<Attribute<'a>>,
}

/// Writes a table.
pub(super) fn write(m: &mut Markup, table: &Table, look: &Look<'_>) {
    let naming = NAMING.iter().find_map(|id| table.column(id)).unwrap_or(0);
    let filled: Vec<usize> = table.columns_with_content().map(|(position, _)| position).collect();
    let columns = table.columns.iter().enumerate();
    let columns: Vec<Shown<'_>> = columns
        .map(|(position, column)| {
            let mut attributes: Vec<Attribute<'_>> = Vec::new();
            attributes.extend(column.is_number().then_some(("class", "number")));
            attributes.extend(IDS.contains(&column.id.as_str()).then_some(("class", "id")));
            let is_hidden = position != naming
                && (says_nothing(table, position) || !filled.contains(&position) || table.is_end(position));
            attributes.extend(is_hidden.then_some(("hidden", "")));
            Shown { column, names_row: position == naming, attributes }
        })
        .collect();
    let around = [("class", "scroll"), ("role", "group"), ("aria-labelledby", look.named_by), ("tabindex", "0")];
    m.element("div", &around, |m| {
        m.element("table", &[("class", "data"), ("aria-labelledby", look.named_by)], |m| {
            m.element("thead", &[], |m| m.element("tr", &[], |m| write_head(m, &columns, look)));
            let total = table.total();
            let others = (0..table.rows.len()).filter(|row| Some(*row) != total);
            m.element("tbody", &[], |m| {
                others.take(MOST_ROWS).for_each(|row| write_row(m, table, &columns, row, look))
            });
            if let Some(total) = total {
                m.element("tfoot", &[], |m| write_row(m, table, &columns, total, look));
            }
        });
    });
    if let Some(more) = look.names.more_rows(table.rows.len()) {
        m.line("p", &[("class", "rest")], &more);
    }
}

/// Whether a column of context has the same in every row.
fn says_nothing(table: &Table, column: usize) -> bool {
    let mut values = table.rows.iter().map(|row| &row[column]);
    let first = values.next();
    CONTEXT.contains(&table.columns[column].id.as_str()) && values.all(|value| Some(value) == first)
}

fn write_head(m: &mut Markup, columns: &[Shown<'_>], look: &Look<'_>) {
    for Shown { column, attributes, .. } in columns {
        let mut attributes = attributes.clone();
        attributes.extend([("scope", "col"), ("data-column", column.id.as_str())]);
        attributes.extend(column.domain.map(|domain| ("data-domain", domain.word())));
        m.line("th", &attributes, &column.label);
        for share in look.shares.iter().filter(|share| share.after == column.id) {
            let of = ("data-share", share.after.as_str());
            m.line("th", &[("class", "number"), ("scope", "col"), of], &share.label);
        }
    }
}

fn write_row(m: &mut Markup, table: &Table, columns: &[Shown<'_>], row: usize, look: &Look<'_>) {
    // The filter by domain hides rows.
    let domain =
        table.rows[row].iter().find_map(|value| if let Value::Domain(d) = value { Some(d.word()) } else { None });
    let attributes: Vec<_> = domain.map(|domain| ("data-domain", domain)).into_iter().collect();
    m.element("tr", &attributes, |m| {
        for (column, (shown, value)) in columns.iter().zip(&table.rows[row]).enumerate() {
            let text = look.names.cell_of(table, row, column);
            write_cell(m, shown, (value, &text), (look.behind)(row, column));
            for share in look.shares.iter().filter(|share| share.after == shown.column.id) {
                let (ratio, percent) = share.cell(row);
                m.line("td", &[("class", "number"), ("data-value", &ratio)], &percent);
            }
        }
    });
}

fn write_cell(m: &mut Markup, shown: &Shown<'_>, (value, text): (&Value, &str), behind: Option<usize>) {
    let bare = bare(value);
    let behind = behind.map(|list| list.to_string());
    let mut attributes = shown.attributes.clone();
    attributes.extend((bare != text).then_some(("data-value", bare.as_str())));
    attributes.extend(behind.as_deref().map(|list| ("data-behind", list)));
    if shown.names_row {
        attributes.push(("scope", "row"));
        m.line("th", &attributes, text);
    } else {
        m.line("td", &attributes, text);
    }
}
