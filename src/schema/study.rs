//! What `study.toml` may hold.

use super::funds;
use super::grant;
use super::shared::{
    YEARS, answers, decimal, for_readers, headers, id_columns, level, money, names_or_texts, reading, sheet, totals,
    words_of,
};
use super::value::{
    Form, Rule, Table, Value, When, flag, free, integer, one_or_several, table, tables, text, texts, words,
};
use crate::money::Currency;
use crate::msg;
use crate::study::{Blank, CodesFrom, CsvForm, FORMATS, Limits, Rows, WeightingScope};
use crate::wording::Language;

/// The top of the file.
pub(super) fn study() -> Table {
    Table::default()
        .key("format", integer(msg!("about-format"), FORMATS).default(1))
        .need("title", for_readers(msg!("about-study-title")))
        .need("year", integer(msg!("about-study-year"), YEARS))
        .key("language", words(msg!("about-study-language"), words_of(&Language::WORDS)).default("sv"))
        .key("currency", words(msg!("about-currency"), words_of(&Currency::WORDS)).default("SEK"))
        .key("currency_decimals", integer(msg!("about-currency-decimals"), 0..=2).default(0))
        .key("provenance", for_readers(msg!("about-provenance")))
        .key("publisher", for_readers(msg!("about-publisher")))
        .key("data_date", text(msg!("about-data-date")))
        .key("codebook", text(msg!("about-codebook")))
        .key("report", text(msg!("about-report-file")).default("report.toml"))
        .key("text", free(msg!("about-texts"), Form::Table(declared_text())))
        .key("texts_in_output", flag(msg!("about-texts-in-output")).default(false))
        .key("csv", words(msg!("about-csv"), words_of(&CsvForm::WORDS)).default("programs"))
        .key("codes", words(msg!("about-codes"), words_of(&CodesFrom::WORDS)))
        .key("draft", flag(msg!("about-draft")).default(false))
        .key("model", text(msg!("about-model")))
        .key("claims", text(msg!("about-claims")))
        .key("claims_words", free(msg!("about-claims-words"), Form::Text))
        .key("complete", table(msg!("about-complete"), complete()))
        .key("weighting", table(msg!("about-weighting"), weighting()))
        .key("corrections", table(msg!("about-corrections"), funds::corrections()))
        .key("requisitions", tables(msg!("about-requisitions"), funds::requisitions()))
        .key("repayments", table(msg!("about-repayments"), funds::repayments()))
        .key("allocated", tables(msg!("about-allocated-source"), funds::allocated_funds()))
        .key("other_repayments", tables(msg!("about-other-repayments"), funds::repayments()))
        .key("coding", tables(msg!("about-coding"), coding()))
        .key("held_back", table(msg!("about-held-back"), held_back()))
        .key("scale", free(msg!("about-scales"), Form::Table(scale())))
        .key("register", free(msg!("about-registers"), Form::Table(register())))
        .key("survey", tables(msg!("about-survey"), survey()))
        .key("account", tables(msg!("about-account"), grant::account()))
        .key("allocation", tables(msg!("about-allocation"), grant::allocation()))
        .key("measure", free(msg!("about-measure"), Form::Table(grant::measure())))
        .key("declared", tables(msg!("about-declared"), grant::declared()))
        .key("earlier", tables(msg!("about-earlier"), grant::earlier()))
        .key("prices", table(msg!("about-prices"), grant::prices()))
        .key("printed", tables(msg!("about-printed"), grant::printed()))
        .key("limits", table(msg!("about-limits"), limits()))
        .rule(Rule::Either("account", "survey"))
        .rule(Rule::With("survey", vec!["codebook", "complete"]))
}

fn complete() -> Table {
    Table::default()
        .key("requires", texts(msg!("about-requires")))
        .key("placeholders", texts(msg!("about-placeholders")))
}

fn declared_text() -> Table {
    Table::default().need("label", for_readers(msg!("about-text-label")))
}

fn weighting() -> Table {
    Table::default()
        .key("per", words(msg!("about-weighting-per"), words_of(&WeightingScope::WORDS)).default("recipient"))
}

fn coding() -> Table {
    Table::default()
        .need("role", words(msg!("about-role"), ["final", "coder"]))
        .key("coder", text(msg!("about-coder")))
        .need("file", text(msg!("about-coding-file")))
        .key("sheet", sheet())
        .with(reading())
        .key("intervention", id_columns(msg!("about-coding-intervention")))
        .key("respondent", id_columns(msg!("about-coding-respondent")))
        .key("recipient", id_columns(msg!("about-coding-recipient")))
        .rule(Rule::OneOf(vec!["intervention", "respondent", "recipient"]))
        .need("domains", free(msg!("about-coding-domains"), Form::Text))
        .key("separator", text(msg!("about-code-separator")).default(";"))
        .key("none", text(msg!("about-none")))
        .key("blank", words(msg!("about-blank"), words_of(&Blank::WORDS)))
        .rule(Rule::Where("role", "coder", "coder"))
}

fn held_back() -> Table {
    Table::default().need("file", text(msg!("about-held-back-file"))).key("sheet", sheet()).with(reading())
}

fn scale() -> Table {
    Table::default().need("answers", names_or_texts(msg!("about-answers"), 1))
}

fn register() -> Table {
    let part_of = Table::default()
        .need("register", level(msg!("about-parent-register")))
        .need("column", text(msg!("about-parent-column")));
    let nouns = |one, several| Table::default().key("one", for_readers(one)).key("several", for_readers(several));
    let answer = nouns(msg!("about-answer-one"), msg!("about-answer-several"));
    Table::default()
        .need("file", text(msg!("about-register-file")))
        .key("sheet", sheet())
        .with(reading())
        .need("code", text(msg!("about-register-code")))
        .need("name", text(msg!("about-register-name")))
        .key("other_names", texts(msg!("about-other-names")))
        .key("numbers", free(msg!("about-register-numbers"), Form::Text))
        .with(decimal())
        .key("totals", totals())
        .key("part_of", table(msg!("about-part-of"), part_of))
        .with(nouns(msg!("about-noun-one"), msg!("about-noun-several")))
        .key("answer", table(msg!("about-answer"), answer))
}

/// A survey: where its own rows are interventions, respondents need no id.
fn survey() -> Table {
    let rows = When::Is("rows", vec!["interventions"]);
    Table::of_kinds(vec![(rows, survey_of(Rows::Interventions)), (When::Otherwise, survey_of(Rows::Respondents))])
}

fn survey_of(rows: Rows) -> Table {
    Table::default()
        .need("area", text(msg!("about-survey-area")))
        .key("title", for_readers(msg!("about-survey-title")))
        .need("level", level(msg!("about-survey-level")))
        .need("file", text(msg!("about-survey-file")))
        .key("sheet", text(msg!("about-survey-sheet")))
        .with(reading())
        .key("rows", words(msg!("about-rows"), words_of(&Rows::WORDS)).default("respondents"))
        .with(headers())
        .key("only", only())
        .key("due", table(msg!("about-due"), due()))
        .key("expected", table(msg!("about-expected"), expected()))
        .key("id_prefix", text(msg!("about-id-prefix")))
        .need("respondent", table(msg!("about-respondent"), respondent(rows)))
        .need("intervention", table(msg!("about-intervention"), intervention()))
        .key("value_labels", table(msg!("about-value-labels"), value_labels()))
        .key("question", free(msg!("about-question"), Form::Table(question())))
}

fn respondent(rows: Rows) -> Table {
    let id = id_columns(msg!("about-respondent-id"));
    let table = match rows {
        Rows::Respondents => Table::default().need("id", id),
        Rows::Interventions => Table::default().key("id", id),
    };
    table
        .key("name", text(msg!("about-recipient-name")))
        .key("code", text(msg!("about-recipient-code")))
        .key("totals", texts(msg!("about-respondent-totals")))
        .key("set_aside", free(msg!("about-set-aside"), Form::Text))
        .rule(Rule::Either("name", "code"))
}

/// The columns of an intervention: with a table of their own, they have ids and a link to the respondents.
fn intervention() -> Table {
    let (id, respondent) = (msg!("about-intervention-row-id"), msg!("about-intervention-respondent"));
    let (id, respondent) = (id_columns(id), id_columns(respondent));
    let beside = interventions().with(reading()).with(headers()).key("only", only());
    let beside = beside.need("id", id.clone()).need("respondent", respondent.clone());
    let own = interventions().key("id", id).key("respondent", respondent);
    Table::of_kinds(vec![(When::Has(vec!["file", "sheet"]), beside), (When::Otherwise, own)]).further(Form::Text)
}

fn interventions() -> Table {
    Table::default()
        .key("title", text(msg!("about-intervention-title")))
        .key("activity", text(msg!("about-intervention-activity")))
        .key("output", text(msg!("about-intervention-output")))
        .key("goal", text(msg!("about-intervention-goal")))
        .key("effect", text(msg!("about-intervention-effect")))
        .key("funds", text(msg!("about-intervention-funds")))
        .with(money())
        .key("file", text(msg!("about-intervention-file")))
        .key("sheet", text(msg!("about-intervention-sheet")))
}

/// Columns, and which of their texts a row must have to be read.
fn only() -> Value {
    free(msg!("about-only"), Form::Any(vec![Form::Text, Form::List(Box::new(Form::Text), 1..=usize::MAX)]))
}

/// When answers were due.
fn due() -> Table {
    Table::default().need("day", text(msg!("about-due-day"))).need("column", text(msg!("about-due-column")))
}

/// Who was expected to answer: a word, or a list.
fn expected() -> Table {
    let listed = Table::default()
        .need("file", text(msg!("about-expected-file")))
        .key("sheet", sheet())
        .with(reading())
        .key("code", text(msg!("about-recipient-code")))
        .key("name", text(msg!("about-recipient-name")))
        .rule(Rule::Either("name", "code"));
    let from = words(msg!("about-expected-from"), ["register", "requisitions"]);
    let own = Table::default().need("from", from);
    Table::of_kinds(vec![(When::Has(vec!["file"]), listed), (When::Otherwise, own)])
}

/// A list of labels: a file of its own needs no sheet.
fn value_labels() -> Table {
    let in_file = label_columns().key("sheet", text(msg!("about-label-sheet"))).with(reading());
    let own = label_columns().need("sheet", text(msg!("about-label-sheet")));
    Table::of_kinds(vec![(When::Has(vec!["file"]), in_file), (When::Otherwise, own)])
}

fn label_columns() -> Table {
    Table::default()
        .key("file", text(msg!("about-label-file")))
        .need("question", text(msg!("about-label-question")))
        .key("part", text(msg!("about-label-part")))
        .need("value", text(msg!("about-label-value")))
        .need("label", text(msg!("about-label-label")))
}

fn question() -> Table {
    Table::default()
        .key("ticked", text(msg!("about-ticked")))
        .key("joined", one_or_several(msg!("about-joined"), 0))
        .key("items", text(msg!("about-items")))
        .key("choice", text(msg!("about-choice")))
        .key("text", text(msg!("about-open")))
        .with(answers())
        .key("options", names_or_texts(msg!("about-options"), 0))
        .key("other", text(msg!("about-other")))
        .key("other_column", text(msg!("about-other-column")))
        .key("counted", texts(msg!("about-counted")))
        .key("per", words(msg!("about-per"), ["respondent", "intervention"]))
        .rule(Rule::OneOf(vec!["ticked", "joined", "items", "choice", "text"]))
}

fn limits() -> Table {
    const MOST: i64 = 1_000_000_000_000;
    let own = Limits::default();
    let limit = |about, default: u64| integer(about, 1..=MOST).default(default);
    Table::default()
        .key("file_mb", limit(msg!("about-limit-file"), own.file_mb))
        .key("unpacked_mb", limit(msg!("about-limit-unpacked"), own.unpacked_mb))
        .key("cells", limit(msg!("about-limit-cells"), own.cells))
        .key("columns", limit(msg!("about-limit-columns"), own.columns))
        .key("characters", limit(msg!("about-limit-characters"), own.characters))
        .key("text", limit(msg!("about-limit-text"), own.text))
        .key("picture_mb", limit(msg!("about-limit-picture"), own.picture_mb))
        .key("pixels", limit(msg!("about-limit-pixels"), own.pixels))
        .key("outside", texts(msg!("about-outside")))
}
