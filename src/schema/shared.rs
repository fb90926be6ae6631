//! Keys that several tables have.

use super::value::{
    Form, Table, Value, any, flag, free, integer, list, names, one_or_several, table, text, texts, titled, words,
};
use crate::msg;
use crate::register::Level;
use crate::study::header::MOST;
use crate::study::reading::MOST_SKIPPED;
use crate::study::unit_words;
use crate::wording::Message;

/// Years that a study may be of.
pub(super) const YEARS: std::ops::RangeInclusive<i64> = 1990..=2100;

/// A table with `sv` and `en`.
fn languages() -> Table {
    Table::default().need("sv", text(msg!("about-swedish"))).key("en", text(msg!("about-english")))
}

/// A text for readers, in one language or two.
pub(super) fn for_readers(about: Message) -> Value {
    titled(about, languages())
}

/// The same without a description, as a value under a free key.
pub(super) fn reader_form() -> Form {
    Form::Any(vec![Form::Text, Form::Table(languages())])
}

/// The column of an id, or several that it is made of.
pub(super) fn id_columns(about: Message) -> Value {
    one_or_several(about, 1)
}

/// The words of constants that pair them with what they mean.
pub(super) fn words_of<T>(pairs: &[(&'static str, T)]) -> Vec<&'static str> {
    pairs.iter().map(|(word, _)| *word).collect()
}

/// Region, county, municipality, or a register that the study declares.
pub(super) fn level(about: Message) -> Value {
    names(about, Level::built_in().map(Level::word))
}

/// How a text file is read.
pub(super) fn reading() -> Table {
    Table::default()
        .key("encoding", text(msg!("about-encoding")))
        .key("delimiter", text(msg!("about-delimiter")))
        .key("quote", text(msg!("about-quote")))
        .key("escape", text(msg!("about-escape")))
        .key("skip", integer(msg!("about-skip"), 0..=MOST_SKIPPED).default(0))
}

/// The sheet of a workbook.
pub(super) fn sheet() -> Value {
    text(msg!("about-sheet"))
}

/// The sign before decimals.
pub(super) fn decimal() -> Table {
    Table::default().key("decimal", words(msg!("about-decimal"), [",", "."]))
}

/// What a bare number counts, and the sign before decimals.
pub(super) fn money() -> Table {
    let unit = words(msg!("about-unit"), words_of(&unit_words())).default("kr");
    Table::default().key("unit", unit).with(decimal())
}

/// Labels of rows that are totals.
pub(super) fn totals() -> Value {
    texts(msg!("about-totals"))
}

/// What is measured, by option.
pub(super) fn measured() -> Table {
    Table::default()
        .key("sum", text(msg!("about-sum")))
        .key("count", text(msg!("about-count")))
        .key("answers", texts(msg!("about-count-answers")))
        .key("pots", text(msg!("about-pots")))
        .key("account", text(msg!("about-account-name")))
}

/// A text, or several in a list, under a free key.
pub(super) fn several_texts(about: Message) -> Value {
    let several = Form::Any(vec![Form::Text, Form::List(Box::new(Form::Text), 0..=usize::MAX)]);
    free(about, several)
}

/// The header rows of a table, with all that may be said of them, or their number alone.
pub(super) fn headers() -> Table {
    let most = MOST as i64;
    let rows = || integer(msg!("about-header-rows"), 0..=most).default(1);
    let header = Table::default()
        .key("rows", rows())
        .key("join", text(msg!("about-header-join")).default(" / "))
        .key("numbered", flag(msg!("about-header-numbered")).default(false))
        .key("coded", flag(msg!("about-header-coded")).default(false))
        .key("asked_again", flag(msg!("about-header-asked-again")).default(false))
        .key("keep", list(msg!("about-header-keep"), Form::Integer(1..=most), 0..=MOST));
    Table::default().key("header", table(msg!("about-header"), header)).key("header_rows", rows())
}

/// Texts as the export writes them, in a list, or a table of names with what it writes for each.
pub(super) fn names_or_texts(about: Message, least: usize) -> Value {
    any(about, vec![Form::List(Box::new(Form::Text), least..=usize::MAX), Form::Free(Box::new(Form::Text))])
}

/// What a closed question may be answered with, and whom it is asked.
pub(super) fn answers() -> Table {
    let asked_if = Table::default()
        .need("question", text(msg!("about-asked-question")))
        .need("answers", list(msg!("about-asked-answers"), Form::Text, 1..=usize::MAX));
    Table::default()
        .key("answers", names_or_texts(msg!("about-answers"), 0))
        .key("scale", text(msg!("about-scale")))
        .key("separator", text(msg!("about-answer-separator")).default(";"))
        .key("asked_if", table(msg!("about-asked-if"), asked_if))
}
