//! Columns of money that two keys name, and sources that are one: one of them names the wrong one.

use std::path::PathBuf;

use super::{Repayments, Study};
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::msg;
use crate::spelling::plain;
use crate::study::Declared;
use crate::study::paths::resolved;
use crate::wording::{Language, Message};

/// A declared column of what was paid out or paid back, and what it is.
struct Money<'a> {
    file: PathBuf,
    sheet: Option<&'a str>,
    column: &'a str,
    is: Message,
}

/// Reports what declared sources of repayments share with the requisitions or with each other.
pub(super) fn check_repayments(study: &Study, messages: &mut Diagnostics) {
    let sources = sources(study);
    for (at, (source, section)) in sources.iter().enumerate() {
        check_column(study, (source, section), messages);
        let earlier = &sources[..at];
        if earlier.iter().any(|(other, _)| are_of_one_list(study, source, other)) {
            let message = msg!("repayments-of-one-list", file = shown(&source.file.value));
            messages.push(Diagnostic::error(source.file.place.clone(), message));
        } else if earlier.iter().any(|(other, _)| are_called_alike(source, other)) {
            let message = msg!("repayments-called-alike", source = &source.called());
            messages.push(Diagnostic::error(source.file.place.clone(), message));
        }
    }
}

/// Every source of repayments, with its section.
fn sources(study: &Study) -> Vec<(&Repayments, &str)> {
    let first = study.repayments.iter().map(|own| (own, "[repayments]"));
    first.chain(study.beside.repaid.iter().map(|own| (own, "[[other_repayments]]"))).collect()
}

/// Tells of days that a source of repayments hardly speaks of.
pub(super) fn days_of_other_times(study: &Study) -> Diagnostics {
    let mut told = Diagnostics::new();
    for (source, section) in sources(study) {
        if let Some(day) = source.as_of.filter(|day| !SPOKEN_OF.contains(&(i64::from(day.year()) - study.year))) {
            let (day, year) = (day.to_string(), study.year.to_string());
            let message = msg!("repayments-of-other-time", section, day, year);
            told.push(Diagnostic::warning(source.file.place.clone(), message));
        }
    }
    told
}

/// How many years after its own year a study's repayments are spoken of.
const SPOKEN_OF: std::ops::RangeInclusive<i64> = 0..=5;

/// Whether two sources are the same column of the same list: they could never differ.
fn are_of_one_list(study: &Study, one: &Repayments, other: &Repayments) -> bool {
    let file = |own: &Repayments| resolved(&study.path(&own.file.value));
    file(one) == file(other) && one.sheet == other.sheet && plain(&one.amount.value) == plain(&other.amount.value)
}

/// Whether readers could not tell two sources from each other in one of the languages.
fn are_called_alike(one: &Repayments, other: &Repayments) -> bool {
    let (one, other) = (one.called(), other.called());
    let alike = |(_, language): (_, Language)| {
        plain(one.get(language)).to_lowercase() == plain(other.get(language)).to_lowercase()
    };
    Language::WORDS.into_iter().any(alike)
}

/// Reports the column of a source of repayments where it is one of the requisitions, too.
fn check_column(study: &Study, (repayments, section): (&Repayments, &str), messages: &mut Diagnostics) {
    let file = |file: &Declared<String>| resolved(&study.path(&file.value));
    let in_sheets = study.requisitions.iter().flat_map(|declared| {
        let (file, sheet) = (file(&declared.file), declared.sheet.as_deref());
        declared.areas.iter().map(move |(column, _)| Money { file: file.clone(), sheet, column, is: msg!("paid-out") })
    });
    let in_lists = study.requisition_lists.iter().flat_map(|declared| {
        let (file, sheet) = (file(&declared.file), declared.sheet.as_deref());
        let back = declared.repaid.iter().map(|column| (column, msg!("repaid-by-key")));
        let all = std::iter::once((&declared.amount, msg!("paid-out"))).chain(back);
        all.map(move |(column, is)| Money { file: file.clone(), sheet, column: &column.value, is })
    });
    let (own, sheet) = (file(&repayments.file), repayments.sheet.as_deref());
    let same = |text: &str| plain(text) == plain(&repayments.amount.value);
    let found = in_sheets.chain(in_lists).find(|money| money.file == own && money.sheet == sheet && same(money.column));
    if let Some(money) = found {
        let (column, file) = (shown(&repayments.amount.value), shown(&repayments.file.value));
        let message = msg!("repaid-column-shared", column, file, is = money.is, section);
        messages.push(Diagnostic::error(repayments.amount.place.clone(), message));
    }
}
