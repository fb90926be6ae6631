//! What `study.toml` may hold of a grant: accounts, allocations, numbers over years.

use super::shared::{YEARS, answers, decimal, for_readers, headers, level, measured, reader_form, sheet, totals};
use super::value::{Form, Rule, Table, any, free, integer, names, table, tables, text, texts, words};
use crate::msg;
use crate::register::POPULATION;

/// One `[[account]]`.
pub(super) fn account() -> Table {
    Table::default()
        .need("id", text(msg!("about-account-id")))
        .key("title", for_readers(msg!("about-account-title")))
        .need("level", level(msg!("about-recipients-level")))
        .need("file", text(msg!("about-account-file")))
        .key("sheet", sheet())
        .with(headers())
        .need("recipient", text(msg!("about-recipient-column")))
        .key("totals", totals())
        .key("field", free(msg!("about-field"), Form::Table(field())))
}

/// One `[account.field.<id>]`.
fn field() -> Table {
    let difference = Table::default()
        .need("from", text(msg!("about-difference-from")))
        .need("less", text(msg!("about-difference-less")));
    let portion =
        Table::default().need("shares", text(msg!("about-portion-shares"))).need("of", text(msg!("about-portion-of")));
    let options = vec![Form::List(Box::new(Form::Text), 0..=usize::MAX), Form::Free(Box::new(Form::Text))];
    let forms = vec!["money", "share", "number", "register", "difference", "portion"];
    let questions = vec!["ticked", "joined", "items", "choice", "text"];
    Table::default()
        .key("label", for_readers(msg!("about-field-label")))
        .key("money", text(msg!("about-money")))
        .key("share", text(msg!("about-share")))
        .key("number", text(msg!("about-number")))
        .key("register", names(msg!("about-register"), [POPULATION]))
        .key("difference", table(msg!("about-field-difference"), difference))
        .key("portion", table(msg!("about-portion"), portion))
        .key("ticked", text(msg!("about-ticked")))
        .key("joined", text(msg!("about-joined")))
        .key("items", text(msg!("about-items")))
        .key("choice", text(msg!("about-choice")))
        .key("text", text(msg!("about-open")))
        .with(answers())
        .key("unit", words(msg!("about-field-unit"), ["kr", "tkr", "mnkr", "percent", "fraction"]))
        .with(decimal())
        .key("options", any(msg!("about-field-options"), options))
        .key("labels", free(msg!("about-option-labels"), reader_form()))
        .key("at_most", text(msg!("about-at-most")))
        .key("parts_of", text(msg!("about-parts-of")))
        .key("allocated", text(msg!("about-allocated")))
        .rule(Rule::OneOf([forms, questions].concat()))
}

/// One `[[allocation]]`.
pub(super) fn allocation() -> Table {
    Table::default()
        .need("id", text(msg!("about-allocation-own-id")))
        .key("title", for_readers(msg!("about-allocation-title")))
        .key("account", text(msg!("about-account-name")))
        .need("rounding", words(msg!("about-allocation-rounding"), ["half-up", "largest-remainder"]))
        .key("totals", words(msg!("about-allocation-totals"), ["cells", "unrounded"]).default("cells"))
        .need("part", tables(msg!("about-part"), part()))
}

fn part() -> Table {
    const LARGEST: i64 = 1_000_000_000_000;
    let supplement = Table::default()
        .need("amount", integer(msg!("about-supplement-amount"), 0..=LARGEST))
        .need("recipients", texts(msg!("about-supplement-recipients")));
    Table::default()
        .need("id", text(msg!("about-part-id")))
        .key("title", for_readers(msg!("about-part-title")))
        .need("pot", integer(msg!("about-pot"), 0..=LARGEST))
        .key("each", integer(msg!("about-each"), 0..=LARGEST).default(0))
        .key("supplement", tables(msg!("about-supplement"), supplement))
        .key("key", text(msg!("about-part-key")))
}

/// One `[measure.<id>]`.
pub(super) fn measure() -> Table {
    Table::default()
        .key("label", for_readers(msg!("about-measure-label")))
        .key("unit", words(msg!("about-measure-unit"), ["kr", "number"]).default("kr"))
        .with(measured())
        .rule(Rule::AtMostOne(vec!["sum", "count", "pots"]))
}

/// One `[[declared]]`.
pub(super) fn declared() -> Table {
    Table::default()
        .need("file", text(msg!("about-declared-file")))
        .key("sheet", sheet())
        .key("year", text(msg!("about-declared-year")).default("year"))
        .key("measure", text(msg!("about-declared-measure")).default("measure"))
        .key("option", text(msg!("about-declared-option")).default("option"))
        .key("value", text(msg!("about-declared-value")).default("value"))
        .key("base", text(msg!("about-declared-base")).default("base"))
        .key("source", text(msg!("about-declared-source")).default("source"))
}

/// One `[[earlier]]`.
pub(super) fn earlier() -> Table {
    Table::default()
        .need("study", text(msg!("about-earlier-study")))
        .key("areas", free(msg!("about-earlier-areas"), Form::Text))
        .key("break", free(msg!("about-earlier-break"), reader_form()))
        .key("questions", free(msg!("about-earlier-questions"), Form::Text))
        .key("options", free(msg!("about-earlier-options"), Form::Text))
        .key("recipients", free(msg!("about-earlier-recipients"), Form::Text))
        .key("codes", text(msg!("about-earlier-codes")))
}

/// `[prices]`.
pub(super) fn prices() -> Table {
    Table::default()
        .need("year", integer(msg!("about-prices-year"), YEARS))
        .need("index", free(msg!("about-prices-index"), Form::Number))
        .need("source", for_readers(msg!("about-prices-source")))
}

/// One `[[printed]]`.
pub(super) fn printed() -> Table {
    Table::default()
        .need("file", text(msg!("about-printed-file")))
        .key("sheet", sheet())
        .key("item", text(msg!("about-printed-item")).default("item"))
        .key("row", text(msg!("about-printed-row")).default("row"))
        .key("column", text(msg!("about-printed-column")).default("column"))
        .key("value", text(msg!("about-printed-value")).default("value"))
}
