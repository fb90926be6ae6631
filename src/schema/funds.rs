//! What stands beside the exports: requisitions, repayments, corrections.

use super::shared::{for_readers, id_columns, level, money, reading, several_texts, sheet, totals};
use super::value::{Form, Rule, Table, When, any, free, text, texts};
use crate::msg;

/// One `[[requisitions]]`: a row per recipient and area, a column per area, or the result of an allocation.
pub(super) fn requisitions() -> Table {
    // A key that several kinds have is described by the first, which takes the most.
    Table::of_kinds(vec![
        (When::Has(vec!["area", "amount"]), in_a_list()),
        (When::Has(vec!["allocation"]), allocated()),
        (When::Otherwise, in_columns()),
    ])
}

fn allocated() -> Table {
    let elsewhere = Table::default()
        .key("study", text(msg!("about-allocation-study")))
        .need("id", text(msg!("about-allocation-id")));
    Table::default()
        .need("allocation", any(msg!("about-requisitions-allocation"), vec![Form::Text, Form::Table(elsewhere)]))
        .key("areas", free(msg!("about-requisitions-areas"), Form::Text))
}

/// The file, and what says which recipient a row is of.
fn file() -> Table {
    Table::default()
        .need("file", text(msg!("about-requisitions-file")))
        .key("sheet", sheet())
        .with(reading())
        .key("code", text(msg!("about-recipient-code")))
        .key("name", text(msg!("about-recipient-name")))
        .key("totals", totals())
        .with(money())
        .rule(Rule::Either("name", "code"))
}

fn in_columns() -> Table {
    file()
        .need("level", level(msg!("about-recipients-level")))
        .key("areas", free(msg!("about-requisitions-areas"), Form::Text))
}

fn in_a_list() -> Table {
    file()
        .key("level", level(msg!("about-recipients-level")))
        .key("level_column", text(msg!("about-level-column")))
        .need("area", text(msg!("about-area-column")))
        .need("amount", text(msg!("about-amount-column")))
        .key("repaid", text(msg!("about-repaid-column")))
        .need("areas", several_texts(msg!("about-requisitions-areas")))
        .key("other_areas", texts(msg!("about-other-areas")))
}

/// `[repayments]`.
pub(super) fn repayments() -> Table {
    Table::default()
        .need("file", text(msg!("about-repayments-file")))
        .key("sheet", sheet())
        .with(reading())
        .need("recipient", text(msg!("about-recipient-column")))
        .need("area", text(msg!("about-area-column")))
        .need("amount", text(msg!("about-repayments-amount")))
        .key("areas", several_texts(msg!("about-requisitions-areas")))
        .key("totals", totals())
        .with(money())
        .key("source", for_readers(msg!("about-repayments-source")))
        .key("as_of", text(msg!("about-repayments-as-of")))
}

/// One `[[allocated]]`: as requisitions that stand in a file.
pub(super) fn allocated_funds() -> Table {
    Table::of_kinds(vec![(When::Has(vec!["area", "amount"]), in_a_list()), (When::Otherwise, in_columns())])
}

/// `[corrections]`.
pub(super) fn corrections() -> Table {
    Table::default()
        .need("file", text(msg!("about-corrections-file")))
        .key("sheet", sheet())
        .with(reading())
        .need("intervention", id_columns(msg!("about-intervention-id")))
        .need("field", text(msg!("about-corrections-field")))
        .need("old", text(msg!("about-corrections-old")))
        .need("new", text(msg!("about-corrections-new")))
        .need("reason", text(msg!("about-corrections-reason")))
        .key("fields", free(msg!("about-corrections-fields"), Form::Text))
}
