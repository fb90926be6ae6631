//! What `report.toml` may hold.

use super::shared::{YEARS, for_readers, measured, reader_form, reading, words_of};
use super::value::{Form, Rule, Table, Value, When, any, flag, free, integer, list, tables, text, texts, words};
use crate::exact::Rounding;
use crate::msg;
use crate::study::FORMATS;

/// The top of the file.
pub(super) fn report() -> Table {
    Table::default()
        .key("format", integer(msg!("about-format"), FORMATS).default(1))
        .key("template", text(msg!("about-report-template")))
        .key("source", for_readers(msg!("about-report-source")))
        .key("phrase", free(msg!("about-phrase"), reader_form()))
        .key("english", free(msg!("about-report-english"), Form::Text))
        .key("aim", tables(msg!("about-aim"), aim()))
        .key("item", tables(msg!("about-item"), item()))
        .key("number", tables(msg!("about-report-number"), number()))
}

/// One `[[item]]`.
fn item() -> Table {
    // A key that several kinds have is described by the first, which takes the most; words are those of all of them.
    let kinds = vec![
        (When::Is("kind", vec!["table"]), subcodes()),
        (When::Is("kind", vec!["bubble"]), bubble()),
        (When::Is("kind", vec!["bars"]), bars()),
        (When::Is("kind", vec!["likert"]), likert()),
        (When::Is("kind", vec!["cross"]), cross()),
        (When::Is("kind", vec!["attainment"]), attainment()),
        (When::Is("kind", vec!["aims"]), together().key("aims", texts(msg!("about-item-aims")))),
        (When::Is("kind", vec!["account", "stacked", "columns"]), of_accounts()),
        (When::Is("kind", vec!["change"]), change()),
        (When::Is("kind", vec!["series"]), over_years().key("years", some_years())),
        (When::Is("kind", vec!["matrix"]), matrix()),
        (When::Is("kind", vec!["picture"]), picture()),
        (When::Is("kind", vec!["text"]), prose()),
        (When::Is("kind", vec!["response"]), response()),
        (When::Is("kind", vec!["reconciliation"]), areas()),
        (When::Is("kind", vec!["sensitivity"]), sensitivity()),
    ];
    let all = kinds.iter().flat_map(|(when, _)| match when {
        When::Is(_, words) => words.clone(),
        _ => Vec::new(),
    });
    let kind = words(msg!("about-item-kind"), all.collect::<Vec<_>>());
    Table::of_kinds(kinds)
        .need("id", text(msg!("about-item-id")))
        .need("kind", kind)
        .key("title", for_readers(msg!("about-item-title")))
        .key("headline", flag(msg!("about-item-headline")).default(false))
        .key("explanation", for_readers(msg!("about-item-explanation")))
        .key("note", for_readers(msg!("about-item-note")))
        .key("source", for_readers(msg!("about-item-source")))
}

/// The area, or several with a name for each.
fn areas() -> Table {
    Table::default()
        .key("area", text(msg!("about-item-area")))
        .key("areas", free(msg!("about-item-areas"), reader_form()))
        .rule(Rule::Either("area", "areas"))
}

fn domains(most: usize) -> Value {
    list(msg!("about-item-domains"), Form::Text, 0..=most)
}

fn bubble() -> Table {
    areas()
        .need("domains", domains(2))
        .key("joined", flag(msg!("about-item-joined")).default(true))
        .key("form", words(msg!("about-item-form"), ["bubble", "dumbbell"]).default("bubble"))
}

fn bars() -> Table {
    areas()
        .need("question", text(msg!("about-item-question")))
        .key("answer", text(msg!("about-item-answer")))
        .key("shares", flag(msg!("about-item-shares")).default(false))
}

fn likert() -> Table {
    areas().need("question", text(msg!("about-item-question")))
}

fn subcodes() -> Table {
    areas()
        .need("main", text(msg!("about-item-main")))
        .need("domains", domains(usize::MAX))
        .key("omit_empty", flag(msg!("about-item-omit-empty")).default(false))
}

fn some_years() -> Value {
    list(msg!("about-item-years"), Form::Integer(YEARS), 0..=usize::MAX)
}

/// A figure over years.
fn over_years() -> Table {
    let measures = ["interventions", "count", "share", "funds", "share_of_funds"];
    Table::default()
        .key("area", text(msg!("about-item-area")))
        .key("areas", free(msg!("about-item-areas"), reader_form()))
        .key("domain", text(msg!("about-item-domain")))
        .key("main", text(msg!("about-item-main")))
        .key("question", text(msg!("about-item-question")))
        .key("answer", text(msg!("about-item-answer")))
        .key("measure", words(msg!("about-item-measure"), measures))
        .key("sort", words(msg!("about-item-sort"), ["change", "now", "declared"]))
        .key("prices", flag(msg!("about-item-prices")).default(false))
        .rule(Rule::Either("domain", "question"))
}

fn change() -> Table {
    over_years()
        .key("from", integer(msg!("about-item-from"), YEARS))
        .key("draw", words(msg!("about-item-draw"), ["dumbbell", "slope"]).default("dumbbell"))
}

/// A table that somebody made.
fn matrix() -> Table {
    reading().need("file", for_readers(msg!("about-item-file")))
}

/// A picture that somebody made.
fn picture() -> Table {
    Table::default()
        .need("file", for_readers(msg!("about-item-file")))
        .key("narrow", for_readers(msg!("about-item-narrow")))
        .need("alternative", for_readers(msg!("about-item-alternative")))
}

/// Who answered of those who were expected to.
fn response() -> Table {
    areas()
        .key("by", words(msg!("about-item-by"), ["area", "level", "part_of", "size"]).default("area"))
        .key("sizes", list(msg!("about-item-sizes"), Form::Integer(1..=1_000_000_000), 0..=usize::MAX))
        .key("chart", flag(msg!("about-item-chart")).default(false))
}

/// How far funds rest on recipients with an unusual J.
fn sensitivity() -> Table {
    areas().need("domains", domains(usize::MAX)).key("most", integer(msg!("about-item-most"), 1..=1_000))
}

/// A text that somebody wrote.
fn prose() -> Table {
    Table::default()
        .need("file", for_readers(msg!("about-item-file")))
        .key("callout", flag(msg!("about-item-callout")).default(false))
}

/// Areas that are counted together; all where none is named.
fn together() -> Table {
    Table::default()
        .key("area", text(msg!("about-item-area")))
        .key("areas", free(msg!("about-item-areas"), reader_form()))
}

fn cross() -> Table {
    let side = |about| {
        let own = Table::default()
            .need("by", text(msg!("about-side-by")))
            .key("label", for_readers(msg!("about-side-label")))
            .key("main", text(msg!("about-side-main")))
            .key("level", words(msg!("about-side-level"), ["main", "sub"]).default("main"))
            .key("answer", text(msg!("about-item-answer")));
        any(about, vec![Form::Text, Form::Table(own)])
    };
    let measure = words(msg!("about-cross-measure"), ["interventions", "funds", "respondents"]);
    together()
        .need("rows", side(msg!("about-item-rows")))
        .need("columns", side(msg!("about-item-columns")))
        .key("measure", measure.default("interventions"))
        .key("share", words(msg!("about-item-share"), ["row", "column", "all"]))
        .key("draw", words(msg!("about-item-draw"), ["table", "heat", "panels"]).default("table"))
        .key("years", some_years())
}

fn attainment() -> Table {
    together()
        .key("domain", text(msg!("about-attainment-domain")))
        .key("measure", words(msg!("about-cross-measure"), ["interventions", "funds"]).default("interventions"))
        .key("shares", flag(msg!("about-item-shares")).default(true))
        .key("as_table", flag(msg!("about-item-as-table")).default(false))
}

/// One `[[aim]]`.
fn aim() -> Table {
    Table::default()
        .need("id", text(msg!("about-aim-id")))
        .need("text", for_readers(msg!("about-aim-text")))
        .key("source", for_readers(msg!("about-aim-source")))
        .need("codes", free(msg!("about-aim-codes"), Form::List(Box::new(Form::Text), 0..=usize::MAX)))
}

/// One `[[number]]`.
fn number() -> Table {
    Table::default()
        .need("id", text(msg!("about-report-number-id")))
        .need("text", for_readers(msg!("about-report-number-text")))
}

/// A table or chart of accounts.
fn of_accounts() -> Table {
    let order = ["declared", "alphabetical", "descending"];
    Table::default()
        .need("rows", words(msg!("about-item-rows"), ["recipients", "options", "years"]))
        .key("account", text(msg!("about-account-name")))
        .key("options", texts(msg!("about-item-options")))
        .key("years", some_years())
        .key("order", words(msg!("about-item-order"), order).default("declared"))
        .key("names", words(msg!("about-item-names"), ["official", "written"]).default("official"))
        .key("labels", free(msg!("about-item-labels"), reader_form()))
        .key("head", for_readers(msg!("about-item-head")))
        .key("total", for_readers(msg!("about-item-total")))
        .need("column", tables(msg!("about-column"), column()))
        .rule(Rule::Where("rows", "years", "years"))
}

/// One column of a table of accounts.
fn column() -> Table {
    let sources = vec![
        "recipient",
        "field",
        "sum",
        "count",
        "pots",
        "measure",
        "base",
        "percent",
        "difference",
        "least",
        "added",
    ];
    let percent = |about| integer(about, 0..=3);
    Table::default()
        .need("id", text(msg!("about-column-id")))
        .key("label", for_readers(msg!("about-column-label")))
        .key("field", text(msg!("about-column-field")))
        .key("option", text(msg!("about-column-option")))
        .with(measured())
        .key("measure", text(msg!("about-column-measure")))
        .key("year", integer(msg!("about-column-year"), YEARS))
        .key("base", text(msg!("about-column-base")))
        .key("percent", text(msg!("about-column-percent")))
        .key("of", text(msg!("about-column-of")))
        .key("rounding", words(msg!("about-column-rounding"), words_of(&Rounding::WORDS)).default("half-up"))
        .key("decimals", percent(msg!("about-column-decimals")).default(0))
        .key("total_decimals", percent(msg!("about-column-total-decimals")))
        .key("below_one", flag(msg!("about-column-below-one")).default(false))
        .key("difference", list(msg!("about-column-difference"), Form::Text, 2..=2))
        .key("least", texts(msg!("about-column-least")))
        .key("added", texts(msg!("about-column-added")))
        .key("recipient", words(msg!("about-column-recipient"), ["code"]))
        .key("hidden", flag(msg!("about-column-hidden")).default(false))
        .key("line", flag(msg!("about-column-line")).default(false))
        .rule(Rule::OneOf(sources))
        .rule(Rule::With("percent", vec!["of"]))
}
